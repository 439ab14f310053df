/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-table.h"

#include "core/vsl-date.h"
#include "core/vsl-participant-line.h"
#include "core/vsl-text.h"
#include "desk/vsl-desk-debates.h"
#include "desk/vsl-desk-reader.h"
#include "desk/vsl-desk-report.h"
#include "desk/vsl-desk-transcripts.h"

#include <glib/gi18n.h>
#include <string.h>

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

static void
add_debate (VslCli      *cli,
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

static void
print_debate (VslCli    *cli,
              VslDebate *debate)
{
  const VslDebateFields *fields = vsl_debate_get_fields (debate);
  g_autoptr(JsonBuilder) builder = NULL;
  g_autoptr(VslPad) pad = NULL;
  guint i;

  if (cli->json)
    {
      builder = json_builder_new ();
      add_debate (cli, builder, debate);
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

static VslExit
list_debates (VslCli  *cli,
              GError **error)
{
  g_autoptr(GPtrArray) debates = vsl_desk_list_debates (cli->desk, error);
  g_autoptr(VslCliTable) table = vsl_cli_table_new (3);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint i;

  if (debates == NULL)
    return VSL_EXIT_STORE;

  json_builder_begin_array (builder);
  for (i = 0; i < debates->len; i++)
    {
      VslDebate *debate = g_ptr_array_index (debates, i);

      if (cli->json)
        add_debate (cli, builder, debate);
      else
        vsl_cli_table_add (table, vsl_debate_get_id (debate),
                           vsl_debate_get_fields (debate)->date, vsl_debate_get_name (debate),
                           NULL);
    }
  json_builder_end_array (builder);
  if (cli->json)
    vsl_cli_print_json_builder (builder);
  else
    vsl_cli_table_print (table);

  return VSL_EXIT_DONE;
}

static GPtrArray *
parse_participants (const char *text)
{
  GPtrArray *participants = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = vsl_text_collapse_spaces (lines[i]);

      if (*line != '\0')
        g_ptr_array_add (participants, vsl_participant_new_from_line (line));
    }

  return participants;
}

static char **
split_lines (const char *text)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        g_strv_builder_add (builder, lines[i]);
    }

  return g_strv_builder_end (builder);
}

/* A date that exists, or none. */
static gboolean
check_date (const char  *value,
            GError     **error)
{
  if (*value == '\0' || vsl_date_is_valid (value, TRUE))
    return TRUE;

  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
               _("“%s” is not a date. Write year, month and day, like 2026-05-12."), value);
  return FALSE;
}

/* The field of @fields that @name is about, for those that are plain text. */
static const char **
find_text (VslDebateFields *fields,
           const char      *name)
{
  const struct
  {
    const char *name;
    const char **text;
  } texts[] = {
    { "series", &fields->series },     { "title", &fields->title },
    { "date", &fields->date },         { "place", &fields->place },
    { "stream", &fields->stream },     { "language", &fields->language },
    { "notes", &fields->notes },       { "delete_after", &fields->delete_after },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (g_str_equal (texts[i].name, name))
        return texts[i].text;
    }

  return NULL;
}

/* @debate with one FIELD=VALUE more. */
static VslDebate *
set_field (VslDebate   *debate,
           const char  *assignment,
           GError     **error)
{
  VslDebateFields fields = *vsl_debate_get_fields (debate);
  const char *value = strchr (assignment, '=');
  g_autofree char *name = value != NULL ? g_strndup (assignment, (gsize) (value - assignment)) : NULL;
  g_autoptr(GPtrArray) participants = NULL;
  g_auto(GStrv) statements = NULL;
  const char **text = name != NULL ? find_text (&fields, name) : NULL;

  if (text != NULL)
    *text = value + 1;
  else if (g_strcmp0 (name, "participants") == 0)
    fields.participants = participants = parse_participants (value + 1);
  else if (g_strcmp0 (name, "statements") == 0)
    fields.statements = (const char * const *) (statements = split_lines (value + 1));
  else
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("“%s” is not FIELD=VALUE. Fields of a debate are: series, title, date, place, "
                     "stream, language, participants, statements, notes, delete_after."),
                   assignment);
      return NULL;
    }
  if ((text == &fields.date || text == &fields.delete_after) && !check_date (value + 1, error))
    return NULL;

  return vsl_debate_new (&fields);
}

/* Stores @debate with the assignments of the command line; nothing when one of them is wrong. */
static VslExit
change_debate (VslCli     *cli,
               VslDebate  *debate,
               char      **assignments,
               GError    **error)
{
  g_autoptr(VslDebate) changed = g_object_ref (debate);
  g_autoptr(VslDebate) stored = NULL;
  guint i;

  for (i = 0; assignments[i] != NULL; i++)
    {
      VslDebate *next = set_field (changed, assignments[i], error);

      if (next == NULL)
        return VSL_EXIT_USAGE;
      g_object_unref (changed);
      changed = next;
    }
  stored = vsl_desk_save_debate (cli->desk, changed, error);
  if (stored == NULL)
    return VSL_EXIT_STORE;

  if (cli->json)
    print_debate (cli, stored);
  else
    g_print ("%s\n", vsl_debate_get_id (stored));

  return VSL_EXIT_DONE;
}

static VslExit
make_report (VslCli     *cli,
             VslDebate  *debate,
             GError    **error)
{
  g_autoptr(VslArticle) article = vsl_desk_make_report (cli->desk, vsl_debate_get_id (debate), NULL,
                                                        0, VSL_GROUP_BY_SPEAKER, error);
  g_autoptr(JsonBuilder) builder = NULL;

  if (article == NULL)
    return VSL_EXIT_STORE;
  if (!cli->json)
    {
      g_print ("%s\n", vsl_article_get_id (article));
      return VSL_EXIT_DONE;
    }

  builder = json_builder_new ();
  vsl_cli_add_article (builder, article);
  vsl_cli_print_json_builder (builder);

  return VSL_EXIT_DONE;
}

static VslExit
run_with_debate (VslCli   *cli,
                 char    **argv,
                 GError  **error)
{
  g_autofree char *id = vsl_desk_find_debate (cli->desk, argv[2], error);
  g_autoptr(VslDebate) debate = id != NULL ? vsl_desk_load_debate (cli->desk, id, error) : NULL;

  if (debate == NULL)
    return VSL_EXIT_NOT_FOUND;
  if (g_str_equal (argv[1], "set"))
    return change_debate (cli, debate, argv + 3, error);
  if (g_str_equal (argv[1], "report"))
    return make_report (cli, debate, error);
  if (g_str_equal (argv[1], "delete"))
    return vsl_desk_delete_debate (cli->desk, id, error) ? VSL_EXIT_DONE : VSL_EXIT_STORE;

  print_debate (cli, debate);
  return VSL_EXIT_DONE;
}

/**
 * vsl_cli_debate:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `debate`: lists, shows, makes, changes and deletes debates, and begins a report of one.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_debate (VslCli  *cli,
                int      argc,
                char   **argv,
                GError **error)
{
  static const char *const verbs[] = { "list", "show", "new", "set", "report", "delete", NULL };
  GOptionEntry entries[] = { { NULL } };
  VslDebateFields fields = { 0 };
  g_autoptr(VslDebate) empty = NULL;
  gboolean free_form;

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error))
    return VSL_EXIT_USAGE;
  if (argc < 2 || !g_strv_contains (verbs, argv[1]))
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("“%s” is not list, show, new, set, report or delete."),
                   argc < 2 ? "" : argv[1]);
      return VSL_EXIT_USAGE;
    }
  free_form = g_str_equal (argv[1], "new") || g_str_equal (argv[1], "set");
  if (!vsl_cli_need_args (cli, argc, argv,
                          g_str_equal (argv[1], "list") || g_str_equal (argv[1], "new") ? 1 : 2,
                          free_form ? G_MAXINT : g_str_equal (argv[1], "list") ? 1 : 2, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, !g_str_equal (argv[1], "list") && !g_str_equal (argv[1], "show"), error))
    return VSL_EXIT_STORE;

  if (g_str_equal (argv[1], "list"))
    return list_debates (cli, error);
  if (!g_str_equal (argv[1], "new"))
    return run_with_debate (cli, argv, error);

  fields.language = cli->language;
  empty = vsl_debate_new (&fields);

  return change_debate (cli, empty, argv + 2, error);
}
