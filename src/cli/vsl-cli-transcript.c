/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-debate.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* What happened to the corrections of the transcript that made way. */
static void
add_carried (JsonBuilder       *builder,
             VslTranscriptPlan *plan)
{
  GPtrArray *lost = vsl_transcript_plan_get_lost (plan);
  guint i;

  json_builder_set_member_name (builder, "carried");
  json_builder_add_int_value (builder, vsl_transcript_plan_get_carried (plan)->len);
  json_builder_set_member_name (builder, "lost");
  json_builder_begin_array (builder);
  for (i = 0; i < lost->len; i++)
    {
      json_builder_begin_object (builder);
      vsl_cli_add_utterance (builder, g_ptr_array_index (lost, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* @plan: (nullable): what attaching it came to */
static void
print_transcript_json (VslTranscript     *transcript,
                       VslTranscriptPlan *plan)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint i;

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "format", vsl_transcript_get_format (transcript));
  json_builder_set_member_name (builder, "utterances");
  json_builder_begin_array (builder);
  for (i = 0; i < vsl_transcript_get_n_utterances (transcript); i++)
    {
      json_builder_begin_object (builder);
      vsl_cli_add_utterance (builder, vsl_transcript_get_utterance (transcript, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "warnings");
  json_builder_begin_array (builder);
  for (i = 0; i < vsl_transcript_get_n_warnings (transcript); i++)
    {
      VslFinding *warning = vsl_transcript_get_warning (transcript, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, vsl_finding_get_line (warning));
      vsl_cli_add_string (builder, "message", vsl_finding_get_message (warning));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (plan != NULL)
    add_carried (builder, plan);
  json_builder_end_object (builder);
  vsl_cli_print_json_builder (builder);
}

static VslExit
run_transcript_read (VslCli      *cli,
                     const char  *format,
                     const char  *path,
                     GError     **error)
{
  g_autoptr(VslTranscript) transcript = vsl_cli_read_transcript (path, format, NULL, error);
  g_autofree char *text = NULL;
  guint i;

  if (transcript == NULL)
    return VSL_EXIT_INPUT;
  if (cli->json)
    {
      print_transcript_json (transcript, NULL);
      return VSL_EXIT_DONE;
    }

  text = vsl_desk_write_transcript (transcript, "text", NULL, error);
  g_print ("%s", text);
  for (i = 0; i < vsl_transcript_get_n_warnings (transcript); i++)
    {
      VslFinding *warning = vsl_transcript_get_warning (transcript, i);

      g_printerr ("%s:%u: %s\n", path, vsl_finding_get_line (warning),
                  vsl_finding_get_message (warning));
    }

  return VSL_EXIT_DONE;
}

/* `label=participant` as two strings. */
static gboolean
split_map (char      **entries,
           char     ***map,
           GError    **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint i;

  for (i = 0; entries != NULL && entries[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (entries[i], "=", 2);

      if (g_strv_length (parts) < 2)
        {
          g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                       _("“%s” is not of the form LABEL=PARTICIPANT."), entries[i]);
          return FALSE;
        }
      g_strv_builder_addv (builder, (const char **) parts);
    }

  *map = g_strv_builder_end (builder);
  return TRUE;
}

static void
print_carried (VslTranscriptPlan *plan)
{
  GPtrArray *lost = vsl_transcript_plan_get_lost (plan);
  guint n = vsl_transcript_plan_get_carried (plan)->len;
  guint i;

  if (!vsl_transcript_plan_get_replaces (plan))
    return;

  g_print (ngettext ("%u correction of the transcript before is carried over.",
                     "%u corrections of the transcript before are carried over.", n), n);
  g_print ("\n");
  if (lost->len == 0)
    return;

  g_print (ngettext ("%u could not be: the new transcript does not have these words.",
                     "%u could not be: the new transcript does not have these words.", lost->len),
           lost->len);
  g_print ("\n");
  for (i = 0; i < lost->len; i++)
    {
      VslUtterance *utterance = g_ptr_array_index (lost, i);
      gboolean off = vsl_utterance_get_off_the_record (utterance) ||
                     vsl_utterance_get_off_parts (utterance)->len > 0;

      g_print ("  %s: %s%s%s\n", vsl_utterance_get_speaker (utterance),
               vsl_utterance_get_text (utterance), off ? " — " : "",
               off ? _("off the record") : "");
    }
}

static VslExit
run_transcript_attach (VslCli      *cli,
                       const char  *format,
                       char       **entries,
                       const char  *id,
                       const char  *path,
                       GError     **error)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslTranscriptPlan) done = NULL;
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_auto(GStrv) map = NULL;

  if (!split_map (entries, &map, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, TRUE, error))
    return VSL_EXIT_STORE;
  article = vsl_cli_load (cli, id, error);
  if (article == NULL)
    return VSL_EXIT_NOT_FOUND;

  done = vsl_desk_attach_transcript (cli->desk, vsl_article_get_id (article), file, format,
                                     (const char * const *) map, error);
  if (done == NULL)
    return VSL_EXIT_INPUT;
  if (cli->json)
    print_transcript_json (vsl_transcript_plan_get_transcript (done), done);
  else
    print_carried (done);

  return vsl_transcript_plan_get_lost (done)->len > 0 ? VSL_EXIT_ACT : VSL_EXIT_DONE;
}

static VslExit
run_transcript_export (VslCli      *cli,
                       const char  *format,
                       const char  *id,
                       GError     **error)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslTranscript) transcript = NULL;
  g_autofree char *text = NULL;

  if (!vsl_cli_open (cli, FALSE, error))
    return VSL_EXIT_STORE;
  article = vsl_cli_load (cli, id, error);
  if (article == NULL)
    return VSL_EXIT_NOT_FOUND;
  transcript = vsl_cli_load_attached (cli, article, error);
  if (transcript == NULL)
    return VSL_EXIT_NOT_FOUND;

  text = vsl_desk_write_transcript (transcript, format != NULL ? format : "vtt", article, error);
  if (text == NULL)
    return VSL_EXIT_USAGE;
  fputs (text, stdout);

  return VSL_EXIT_DONE;
}

/**
 * vsl_cli_transcript:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `transcript`: shows what a file holds without storing it, keeps one with an article, or writes the
 * one that is kept.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_transcript (VslCli  *cli,
                    int      argc,
                    char   **argv,
                    GError **error)
{
  g_autofree char *format = NULL;
  g_auto(GStrv) map = NULL;
  GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &map, NULL, NULL },
    { NULL },
  };

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 2, 3, error))
    return VSL_EXIT_USAGE;

  if (g_str_equal (argv[1], "read") && argc == 3)
    return run_transcript_read (cli, format, argv[2], error);
  if (g_str_equal (argv[1], "export") && argc == 3)
    return run_transcript_export (cli, format, argv[2], error);
  if (g_str_equal (argv[1], "attach") && argc == 4)
    return run_transcript_attach (cli, format, map, argv[2], argv[3], error);

  return vsl_cli_need_args (cli, argc, argv, 99, 99, error) ? VSL_EXIT_DONE : VSL_EXIT_USAGE;
}
