/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-debate-print.h"

#include "cli/vsl-cli-article-json.h"
#include "core/vsl-participant-line.h"
#include "desk/vsl-desk-debates.h"
#include "desk/vsl-desk-reader.h"
#include "desk/vsl-desk-transcripts.h"

#include <glib/gi18n.h>

static void
add_pad (JsonBuilder *builder,
         VslPad      *pad)
{
  GPtrArray *entries = vsl_pad_get_entries (pad);
  GPtrArray *votes = vsl_pad_get_votes (pad);
  guint i;

  json_builder_set_member_name (builder, "pad");
  json_builder_begin_array (builder);
  for (i = 0; i < entries->len; i++)
    {
      VslPadEntry *entry = g_ptr_array_index (entries, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "time_ms");
      json_builder_add_int_value (builder, vsl_pad_entry_get_time_ms (entry));
      vsl_cli_add_string (builder, "speaker", vsl_pad_entry_get_speaker (entry));
      vsl_cli_add_string (builder, "text", vsl_pad_entry_get_text (entry));
      json_builder_set_member_name (builder, "quote");
      json_builder_add_boolean_value (builder, vsl_pad_entry_get_quote (entry));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "votes");
  json_builder_begin_array (builder);
  for (i = 0; i < votes->len; i++)
    {
      const VslPadVote *vote = g_ptr_array_index (votes, i);

      json_builder_begin_object (builder);
      vsl_cli_add_string (builder, "statement", vote->statement);
      json_builder_set_member_name (builder, "for");
      json_builder_add_int_value (builder, vote->in_favour);
      json_builder_set_member_name (builder, "against");
      json_builder_add_int_value (builder, vote->against);
      json_builder_set_member_name (builder, "abstained");
      json_builder_add_int_value (builder, vote->abstentions);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_pad (VslPad *pad)
{
  GPtrArray *entries = vsl_pad_get_entries (pad);
  guint i;

  for (i = 0; i < entries->len; i++)
    {
      VslPadEntry *entry = g_ptr_array_index (entries, i);
      gint64 s = MAX (0, vsl_pad_entry_get_time_ms (entry)) / 1000;

      g_print ("%s%2d:%02d:%02d  %s  %s%s\n", i == 0 ? "\n" : "", (int) (s / 3600),
               (int) (s / 60 % 60), (int) (s % 60), vsl_pad_entry_get_speaker (entry),
               vsl_pad_entry_get_quote (entry) ? "★ " : "", vsl_pad_entry_get_text (entry));
    }
}

static void
add_reports (JsonBuilder *builder,
             GPtrArray   *reports)
{
  guint i;

  json_builder_set_member_name (builder, "reports");
  json_builder_begin_array (builder);
  for (i = 0; reports != NULL && i < reports->len; i++)
    json_builder_add_string_value (builder,
                                   vsl_article_summary_get_id (g_ptr_array_index (reports, i)));
  json_builder_end_array (builder);
}

/**
 * vsl_cli_add_debate:
 * @cli: the run
 * @builder: where to add it
 * @debate: a debate
 *
 * Adds a debate with all that belongs to it as one JSON object.
 */
void
vsl_cli_add_debate (VslCli      *cli,
                    JsonBuilder *builder,
                    VslDebate   *debate)
{
  const VslDebateFields *fields = vsl_debate_get_fields (debate);
  g_autoptr(GPtrArray) reports = vsl_desk_list_reports (cli->desk, fields->id, NULL);
  g_autoptr(VslTranscript) transcript =
    vsl_desk_load_debate_transcript (cli->desk, fields->id, NULL);
  g_autoptr(VslPad) pad = vsl_desk_load_pad (cli->desk, fields->id, NULL);
  g_autofree char *updated_at = vsl_cli_format_time (fields->updated_at);
  guint i;

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "id", fields->id);
  vsl_cli_add_string (builder, "series", fields->series);
  vsl_cli_add_string (builder, "title", fields->title);
  vsl_cli_add_string (builder, "date", fields->date);
  vsl_cli_add_string (builder, "place", fields->place);
  vsl_cli_add_string (builder, "stream", fields->stream);
  vsl_cli_add_string (builder, "language", fields->language);
  json_builder_set_member_name (builder, "participants");
  json_builder_begin_array (builder);
  for (i = 0; i < fields->participants->len; i++)
    vsl_cli_add_participant (builder, g_ptr_array_index (fields->participants, i));
  json_builder_end_array (builder);
  vsl_cli_add_strings (builder, "statements", fields->statements);
  vsl_cli_add_string (builder, "notes", fields->notes);
  vsl_cli_add_string (builder, "delete_after", fields->delete_after);
  json_builder_set_member_name (builder, "transcript");
  json_builder_add_boolean_value (builder, transcript != NULL);
  if (pad != NULL)
    add_pad (builder, pad);
  add_reports (builder, reports);
  vsl_cli_add_string (builder, "updated_at", updated_at);
  json_builder_set_member_name (builder, "revision");
  json_builder_add_int_value (builder, fields->revision);
  json_builder_end_object (builder);
}

static void
print_line (const char *label,
            const char *value)
{
  if (*value != '\0')
    g_print ("%s: %s\n", label, value);
}

/**
 * vsl_cli_print_debate:
 * @cli: the run
 * @debate: a debate
 *
 * Prints a debate for people or as JSON.
 */
void
vsl_cli_print_debate (VslCli    *cli,
                      VslDebate *debate)
{
  const VslDebateFields *fields = vsl_debate_get_fields (debate);
  g_autoptr(JsonBuilder) builder = NULL;
  g_autoptr(VslPad) pad = NULL;
  guint i;

  if (cli->json)
    {
      builder = json_builder_new ();
      vsl_cli_add_debate (cli, builder, debate);
      vsl_cli_print_json_builder (builder);
      return;
    }

  pad = vsl_desk_load_pad (cli->desk, fields->id, NULL);
  g_print ("%s\n", fields->id);
  print_line (_("Title"), fields->title);
  print_line (_("Series"), fields->series);
  print_line (_("Date"), fields->date);
  print_line (_("Place"), fields->place);
  print_line (_("Address of the stream"), fields->stream);
  for (i = 0; i < fields->participants->len; i++)
    {
      g_autofree char *line = vsl_participant_dup_line (g_ptr_array_index (fields->participants, i));

      g_print ("  %s\n", line);
    }
  for (i = 0; fields->statements[i] != NULL; i++)
    g_print ("%u. %s\n", i + 1, fields->statements[i]);
  if (*fields->notes != '\0')
    g_print ("\n%s\n", fields->notes);
  if (pad != NULL)
    print_pad (pad);
}
