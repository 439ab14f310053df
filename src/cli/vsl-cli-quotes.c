/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-debate.h"
#include "cli/vsl-cli-table.h"

#include <glib/gi18n.h>

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
    case VSL_VERDICT_OFF_THE_RECORD:
      return C_("verdict", "off the record");
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
      !vsl_cli_need_args (cli, argc, argv, 1, 1, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_load_for_debate (cli, argv[1], path, &article, &transcript, error))
    return VSL_EXIT_INPUT;

  report = vsl_desk_check_quotations (article, transcript);
  if (cli->json)
    print_report_json (report);
  else
    print_report (report);

  return has_error (vsl_quotation_report_get_findings (report)) ? VSL_EXIT_ACT : VSL_EXIT_DONE;
}
