/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-table.h"

#include "desk/vsl-desk-debate.h"

#include <glib/gi18n.h>

/* The passages of one speaker that `suggest` gives without --per-speaker. */
#define DEFAULT_PER_SPEAKER 3

static VslTranscript *
read_transcript (VslCli      *cli,
                 const char  *path,
                 const char  *format,
                 VslArticle  *article,
                 GError     **error)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (!g_str_equal (path, "-"))
    {
      file = g_file_new_for_commandline_arg (path);
      return vsl_desk_read_transcript (file, format, article, error);
    }

  bytes = vsl_cli_read_input (error);

  return bytes != NULL ? vsl_desk_parse_transcript (bytes, NULL, format, article, error) : NULL;
}

static void
add_time (JsonBuilder *builder,
          const char  *name,
          gint64       ms)
{
  json_builder_set_member_name (builder, name);
  if (ms == VSL_TIME_UNKNOWN)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, ms);
}

static void
add_utterance (JsonBuilder  *builder,
               VslUtterance *utterance)
{
  const char *speaker = vsl_utterance_get_speaker (utterance);

  vsl_cli_add_string (builder, "id", vsl_utterance_get_id (utterance));
  add_time (builder, "start_ms", vsl_utterance_get_start_ms (utterance));
  add_time (builder, "end_ms", vsl_utterance_get_end_ms (utterance));
  vsl_cli_add_string (builder, "speaker", *speaker != '\0' ? speaker : NULL);
  vsl_cli_add_string (builder, "text", vsl_utterance_get_text (utterance));
}

static void
print_transcript_json (VslTranscript *transcript)
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
      add_utterance (builder, vsl_transcript_get_utterance (transcript, i));
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
  json_builder_end_object (builder);
  vsl_cli_print_json_builder (builder);
}

static VslExit
run_transcript_read (VslCli      *cli,
                     const char  *format,
                     const char  *path,
                     GError     **error)
{
  g_autoptr(VslTranscript) transcript = read_transcript (cli, path, format, NULL, error);
  g_autofree char *text = NULL;
  guint i;

  if (transcript == NULL)
    return VSL_EXIT_INPUT;
  if (cli->json)
    {
      print_transcript_json (transcript);
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

/**
 * vsl_cli_transcript:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `transcript read`: shows what a file holds, without storing it.
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
  GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    { NULL },
  };

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error) ||
      !vsl_cli_need_args (argc, argv, 2, 2, error))
    return VSL_EXIT_USAGE;
  if (!g_str_equal (argv[1], "read"))
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("“%s” is not a command of transcripts. Known is: read."), argv[1]);
      return VSL_EXIT_USAGE;
    }

  return run_transcript_read (cli, format, argv[2], error);
}

static void
add_diff (JsonBuilder    *builder,
          const VslMatch *match)
{
  guint i;

  json_builder_set_member_name (builder, "diff");
  json_builder_begin_array (builder);
  for (i = 0; i < match->diff->len; i++)
    {
      const VslDiffPart *part = g_ptr_array_index (match->diff, i);

      json_builder_begin_object (builder);
      vsl_cli_add_string (builder, "op", vsl_diff_op_get_name (part->op));
      vsl_cli_add_string (builder, "text", part->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_quotation (JsonBuilder  *builder,
               VslQuotation *quotation)
{
  const VslMatch *match = vsl_quotation_get_match (quotation);

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "field",
                      vsl_field_get_name (vsl_quotation_get_field (quotation)));
  json_builder_set_member_name (builder, "offset");
  json_builder_add_int_value (builder, (gint64) vsl_quotation_get_offset (quotation));
  json_builder_set_member_name (builder, "length");
  json_builder_add_int_value (builder, (gint64) vsl_quotation_get_length (quotation));
  vsl_cli_add_string (builder, "text", vsl_quotation_get_text (quotation));
  vsl_cli_add_string (builder, "speaker", vsl_quotation_get_speaker (quotation));
  vsl_cli_add_string (builder, "attribution",
                      vsl_attribution_get_name (vsl_quotation_get_attribution (quotation)));
  json_builder_set_member_name (builder, "weak");
  json_builder_add_boolean_value (builder, vsl_quotation_get_weak (quotation));
  json_builder_set_member_name (builder, "repaired");
  json_builder_add_boolean_value (builder, vsl_quotation_get_repaired (quotation));
  vsl_cli_add_string (builder, "verdict", vsl_verdict_get_name (match->verdict));
  json_builder_set_member_name (builder, "score");
  json_builder_add_double_value (builder, match->score);
  vsl_cli_add_string (builder, "said_by", match->said_by);
  json_builder_set_member_name (builder, "utterances");
  json_builder_begin_array (builder);
  if (match->first_utterance != NULL)
    {
      json_builder_add_string_value (builder, match->first_utterance);
      json_builder_add_string_value (builder, match->last_utterance);
    }
  json_builder_end_array (builder);
  add_diff (builder, match);
  json_builder_end_object (builder);
}

static void
add_quotations (JsonBuilder *builder,
                const char  *name,
                GListModel  *quotations)
{
  guint i;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (i = 0; i < g_list_model_get_n_items (quotations); i++)
    {
      g_autoptr(VslQuotation) quotation = g_list_model_get_item (quotations, i);

      add_quotation (builder, quotation);
    }
  json_builder_end_array (builder);
}

static void
print_report_json (VslQuotationReport *report)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  GListModel *findings = vsl_quotation_report_get_findings (report);
  VslQuotation *headline = vsl_quotation_report_get_headline (report);
  guint i;

  json_builder_begin_object (builder);
  add_quotations (builder, "quotations", vsl_quotation_report_get_quotations (report));
  json_builder_set_member_name (builder, "headline");
  if (headline != NULL)
    add_quotation (builder, headline);
  else
    json_builder_add_null_value (builder);
  add_quotations (builder, "streamers", vsl_quotation_report_get_streamers (report));
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(VslFinding) finding = g_list_model_get_item (findings, i);

      json_builder_begin_object (builder);
      vsl_cli_add_string (builder, "rule", vsl_finding_get_rule (finding));
      vsl_cli_add_string (builder, "level", vsl_level_get_name (vsl_finding_get_level (finding)));
      vsl_cli_add_string (builder, "field",
                          vsl_field_get_name (vsl_finding_get_field (finding)));
      json_builder_set_member_name (builder, "offset");
      json_builder_add_int_value (builder, (gint64) vsl_finding_get_offset (finding));
      json_builder_set_member_name (builder, "length");
      json_builder_add_int_value (builder, (gint64) vsl_finding_get_length (finding));
      vsl_cli_add_string (builder, "text", vsl_finding_get_text (finding));
      vsl_cli_add_string (builder, "message", vsl_finding_get_message (finding));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  vsl_cli_print_json_builder (builder);
}

static const char *
get_verdict_word (VslVerdict verdict)
{
  switch (verdict)
    {
    case VSL_VERDICT_VERBATIM:
      return C_("verdict", "verbatim");
    case VSL_VERDICT_CLEANED:
      return C_("verdict", "cleaned");
    case VSL_VERDICT_EDITED:
      return C_("verdict", "edited");
    case VSL_VERDICT_CANDIDATE:
      return C_("verdict", "perhaps");
    case VSL_VERDICT_NOT_FOUND:
      return C_("verdict", "not found");
    case VSL_VERDICT_OTHER_SPEAKER:
      return C_("verdict", "other speaker");
    case VSL_VERDICT_NO_SOURCE:
    case VSL_N_VERDICTS:
    default:
      return C_("verdict", "no transcript");
    }
}

static void
print_report (VslQuotationReport *report)
{
  GListModel *quotations = vsl_quotation_report_get_quotations (report);
  GListModel *findings = vsl_quotation_report_get_findings (report);
  g_autoptr(VslCliTable) table = vsl_cli_table_new (3);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (quotations); i++)
    {
      g_autoptr(VslQuotation) quotation = g_list_model_get_item (quotations, i);
      const char *speaker = vsl_quotation_get_speaker (quotation);

      vsl_cli_table_add (table,
                         get_verdict_word (vsl_quotation_get_match (quotation)->verdict),
                         speaker != NULL ? speaker : _("nobody"),
                         vsl_quotation_get_text (quotation), NULL);
    }
  vsl_cli_table_print (table);
  for (i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(VslFinding) finding = g_list_model_get_item (findings, i);

      g_print ("%s: %s (“%s”)\n", vsl_finding_get_rule (finding),
               vsl_finding_get_message (finding), vsl_finding_get_text (finding));
    }
}

static gboolean
has_error (GListModel *findings)
{
  guint i;

  for (i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(VslFinding) finding = g_list_model_get_item (findings, i);

      if (vsl_finding_get_level (finding) == VSL_LEVEL_ERROR)
        return TRUE;
    }

  return FALSE;
}

/**
 * vsl_cli_quotes:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `quotes`: the quotations of an article, held against a transcript.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_quotes (VslCli  *cli,
                int      argc,
                char   **argv,
                GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslTranscript) transcript = NULL;
  g_autoptr(VslQuotationReport) report = NULL;
  GOptionEntry entries[] = {
    { "transcript", 0, 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    { NULL },
  };

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error) ||
      !vsl_cli_need_args (argc, argv, 1, 1, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, FALSE, error))
    return VSL_EXIT_STORE;
  article = vsl_cli_load_or_read (cli, argv[1], error);
  if (article == NULL)
    return VSL_EXIT_NOT_FOUND;
  if (path != NULL &&
      (transcript = read_transcript (cli, path, NULL, article, error)) == NULL)
    return VSL_EXIT_INPUT;

  report = vsl_desk_check_quotations (article, transcript);
  if (cli->json)
    print_report_json (report);
  else
    print_report (report);

  return has_error (vsl_quotation_report_get_findings (report)) ? VSL_EXIT_ACT : VSL_EXIT_DONE;
}

static void
print_balance_json (GArray *rows)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint i;

  json_builder_begin_array (builder);
  for (i = 0; i < rows->len; i++)
    {
      const VslBalanceRow *row = &g_array_index (rows, VslBalanceRow, i);

      json_builder_begin_object (builder);
      vsl_cli_add_string (builder, "participant", vsl_participant_get_name (row->participant));
      json_builder_set_member_name (builder, "chair");
      json_builder_add_boolean_value (builder, vsl_participant_get_chair (row->participant));
      json_builder_set_member_name (builder, "quotations");
      json_builder_add_int_value (builder, row->quotations);
      json_builder_set_member_name (builder, "words");
      json_builder_add_int_value (builder, row->words);
      json_builder_set_member_name (builder, "share");
      json_builder_add_double_value (builder, row->share);
      json_builder_set_member_name (builder, "speaking_ms");
      json_builder_add_int_value (builder, row->speaking_ms);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  vsl_cli_print_json_builder (builder);
}

static void
print_balance (GArray *rows)
{
  g_autoptr(VslCliTable) table = vsl_cli_table_new (5);
  guint i;

  vsl_cli_table_add (table, _("Quotations"), _("Words"), _("Share"), _("Spoke"),
                     _("Participant"), NULL);
  for (i = 0; i < rows->len; i++)
    {
      const VslBalanceRow *row = &g_array_index (rows, VslBalanceRow, i);
      g_autofree char *quotations = g_strdup_printf ("%u", row->quotations);
      g_autofree char *words = g_strdup_printf ("%u", row->words);
      g_autofree char *share = g_strdup_printf ("%.0f%%", row->share * 100);
      g_autofree char *spoke =
        g_strdup_printf ("%d:%02d", (int) (row->speaking_ms / 60000),
                         (int) (row->speaking_ms / 1000 % 60));

      vsl_cli_table_add (table, quotations, words, share, spoke,
                         vsl_participant_get_name (row->participant), NULL);
    }
  vsl_cli_table_print (table);
}

/**
 * vsl_cli_balance:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `balance`: how much each participant is quoted, and spoke.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_balance (VslCli  *cli,
                 int      argc,
                 char   **argv,
                 GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslTranscript) transcript = NULL;
  g_autoptr(GArray) rows = NULL;
  GOptionEntry entries[] = {
    { "transcript", 0, 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    { NULL },
  };

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error) ||
      !vsl_cli_need_args (argc, argv, 1, 1, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, FALSE, error))
    return VSL_EXIT_STORE;
  article = vsl_cli_load_or_read (cli, argv[1], error);
  if (article == NULL)
    return VSL_EXIT_NOT_FOUND;
  if (path != NULL &&
      (transcript = read_transcript (cli, path, NULL, article, error)) == NULL)
    return VSL_EXIT_INPUT;

  rows = vsl_desk_measure_balance (article, transcript);
  if (cli->json)
    print_balance_json (rows);
  else
    print_balance (rows);

  return VSL_EXIT_DONE;
}

static void
print_suggestions (VslCli *cli,
                   GArray *suggestions)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint i;

  json_builder_begin_array (builder);
  for (i = 0; i < suggestions->len; i++)
    {
      const VslSuggestion *suggestion = &g_array_index (suggestions, VslSuggestion, i);
      VslUtterance *utterance = suggestion->utterance;
      gint64 start = vsl_utterance_get_start_ms (utterance);

      json_builder_begin_object (builder);
      add_utterance (builder, utterance);
      json_builder_set_member_name (builder, "score");
      json_builder_add_double_value (builder, suggestion->score);
      json_builder_end_object (builder);
      if (!cli->json)
        g_print ("%d:%02d  %s: %s\n\n", start >= 0 ? (int) (start / 60000) : 0,
                 start >= 0 ? (int) (start / 1000 % 60) : 0,
                 vsl_utterance_get_speaker (utterance), vsl_utterance_get_text (utterance));
    }
  json_builder_end_array (builder);
  if (cli->json)
    vsl_cli_print_json_builder (builder);
}

/**
 * vsl_cli_suggest:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `suggest`: passages of a transcript that may be worth quoting, by speaker.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_suggest (VslCli  *cli,
                 int      argc,
                 char   **argv,
                 GError **error)
{
  int per_speaker = DEFAULT_PER_SPEAKER;
  g_autoptr(VslTranscript) transcript = NULL;
  g_autoptr(GArray) suggestions = NULL;
  GOptionEntry entries[] = {
    { "per-speaker", 0, 0, G_OPTION_ARG_INT, &per_speaker, NULL, NULL },
    { NULL },
  };

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error) ||
      !vsl_cli_need_args (argc, argv, 1, 1, error))
    return VSL_EXIT_USAGE;
  if (per_speaker < 1)
    {
      g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                           _("--per-speaker needs a number from 1."));
      return VSL_EXIT_USAGE;
    }

  transcript = read_transcript (cli, argv[1], NULL, NULL, error);
  if (transcript == NULL)
    return VSL_EXIT_INPUT;
  suggestions = vsl_desk_suggest_passages (
    transcript, cli->language != NULL ? cli->language : "nl", NULL, (guint) per_speaker);
  print_suggestions (cli, suggestions);

  return VSL_EXIT_DONE;
}
