/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-debate-report.h"

#include "cli/vsl-cli-article-json.h"
#include "desk/vsl-desk-reader.h"
#include "desk/vsl-desk-report.h"
#include "desk/vsl-desk-transcripts.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * vsl_cli_report_options_fill:
 * @options: where the options are put
 * @entries: (out caller-allocates): %VSL_CLI_N_REPORT_ENTRIES of them
 *
 * Describes the options for the parser.
 */
void
vsl_cli_report_options_fill (VslCliReportOptions *options,
                             GOptionEntry        *entries)
{
  const GOptionEntry all[VSL_CLI_N_REPORT_ENTRIES] = {
    { "passages", 0, 0, G_OPTION_ARG_STRING, &options->passages, NULL, NULL },
    { "group", 0, 0, G_OPTION_ARG_STRING, &options->group, NULL, NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options->kind, NULL, NULL },
    { "report-language", 0, 0, G_OPTION_ARG_STRING, &options->language, NULL, NULL },
    { "lead", 0, 0, G_OPTION_ARG_NONE, &options->lead, NULL, NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options->all, NULL, NULL },
    { NULL },
  };

  memcpy (entries, all, sizeof all);
}

/**
 * vsl_cli_report_options_clear:
 * @options: what was parsed
 *
 * Frees what is in it.
 */
void
vsl_cli_report_options_clear (VslCliReportOptions *options)
{
  g_clear_pointer (&options->passages, g_free);
  g_clear_pointer (&options->group, g_free);
  g_clear_pointer (&options->kind, g_free);
  g_clear_pointer (&options->language, g_free);
}

static gboolean
get_grouping (const char         *name,
              VslReportGrouping  *grouping)
{
  static const char *const names[] = { "speaker", "statement", "time" };
  guint i;

  *grouping = VSL_GROUP_BY_SPEAKER;
  for (i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i], name))
        {
          *grouping = (VslReportGrouping) i;
          return TRUE;
        }
    }

  return name == NULL;
}

/**
 * vsl_cli_report_options_check:
 * @options: what was parsed
 * @verb: the part of `debate` that is asked for
 * @error: return location
 *
 * Returns: whether the options make sense there; else a usage error
 */
gboolean
vsl_cli_report_options_check (const VslCliReportOptions  *options,
                              const char                 *verb,
                              GError                    **error)
{
  gboolean report = options->passages != NULL || options->group != NULL || options->kind != NULL ||
                    options->language != NULL || options->lead;
  VslReportGrouping grouping;
  VslKind kind;

  if (report && !g_str_equal (verb, "report"))
    g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                 _("--passages, --group, --kind, --report-language and --lead belong to “debate "
                   "report”, not to “debate %s”."), verb);
  else if (options->all && !g_str_equal (verb, "passages"))
    g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                 _("--all belongs to “debate passages”, not to “debate %s”."), verb);
  else if (!get_grouping (options->group, &grouping))
    g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                 _("Passages cannot be grouped by “%s”. Write speaker, statement or time."),
                 options->group);
  else if (options->kind != NULL && !vsl_kind_from_name (options->kind, &kind))
    g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                 _("“%s” is not a kind of article. Known are: report, news, interview, opinion."),
                 options->kind);
  else if (options->language != NULL && !g_str_equal (options->language, "nl") &&
           !g_str_equal (options->language, "en"))
    g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                 _("A report cannot be begun in the language “%s”. Write nl or en."),
                 options->language);
  else
    return TRUE;

  return FALSE;
}

static void
print_passage (VslCli           *cli,
               JsonBuilder      *builder,
               VslReportPassage *passage)
{
  VslPassageReasons reasons = vsl_report_passage_get_reasons (passage);
  const char *theme = vsl_report_passage_get_theme (passage);
  gint64 s = MAX (0, vsl_report_passage_get_start_ms (passage)) / 1000;

  if (!cli->json)
    {
      g_print ("%-6s %2d:%02d:%02d  %s%s: %s\n", vsl_report_passage_get_id (passage),
               (int) (s / 3600), (int) (s / 60 % 60), (int) (s % 60),
               (reasons & VSL_PASSAGE_MARKED) != 0 ? "★ " : "",
               vsl_report_passage_get_speaker (passage), vsl_report_passage_get_text (passage));
      return;
    }

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "id", vsl_report_passage_get_id (passage));
  json_builder_set_member_name (builder, "start_ms");
  json_builder_add_int_value (builder, vsl_report_passage_get_start_ms (passage));
  vsl_cli_add_string (builder, "speaker", vsl_report_passage_get_speaker (passage));
  vsl_cli_add_string (builder, "text", vsl_report_passage_get_text (passage));
  vsl_cli_add_string (builder, "statement", theme != NULL ? theme : "");
  json_builder_set_member_name (builder, "suggested");
  json_builder_add_boolean_value (builder, (reasons & VSL_PASSAGE_SUGGESTED) != 0);
  json_builder_set_member_name (builder, "marked");
  json_builder_add_boolean_value (builder, (reasons & VSL_PASSAGE_MARKED) != 0);
  json_builder_end_object (builder);
}

/**
 * vsl_cli_list_passages:
 * @cli: the run
 * @debate: a debate
 * @options: whether all that was said is wanted; else what is suggested or was marked
 * @error: return location
 *
 * Lists what may be quoted in a report. Nothing that is off the record.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_list_passages (VslCli                     *cli,
                       VslDebate                  *debate,
                       const VslCliReportOptions  *options,
                       GError                    **error)
{
  g_autoptr(VslTranscript) transcript =
    vsl_desk_load_debate_transcript (cli->desk, vsl_debate_get_id (debate), NULL);
  g_autoptr(VslPad) pad = vsl_desk_load_pad (cli->desk, vsl_debate_get_id (debate), NULL);
  g_autoptr(GPtrArray) passages = vsl_report_passages_list (debate, transcript, pad);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint i;

  json_builder_begin_array (builder);
  for (i = 0; i < passages->len; i++)
    {
      if (options->all ||
          vsl_report_passage_get_reasons (g_ptr_array_index (passages, i)) != VSL_PASSAGE_SAID)
        print_passage (cli, builder, g_ptr_array_index (passages, i));
    }
  json_builder_end_array (builder);
  if (cli->json)
    vsl_cli_print_json_builder (builder);

  return VSL_EXIT_DONE;
}

/**
 * vsl_cli_make_report:
 * @cli: the run
 * @debate: a debate
 * @options: what the report is begun with
 * @error: return location
 *
 * Begins a report of a debate, and prints the article.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_make_report (VslCli                     *cli,
                     VslDebate                  *debate,
                     const VslCliReportOptions  *options,
                     GError                    **error)
{
  VslReportPlan plan = { .language = options->language, .lead = options->lead };
  const char *id = vsl_debate_get_id (debate);
  g_autoptr(VslTranscript) transcript = NULL;
  g_autoptr(GPtrArray) passages = NULL;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(JsonBuilder) builder = NULL;

  get_grouping (options->group, &plan.grouping);
  if (options->kind == NULL || !vsl_kind_from_name (options->kind, &plan.kind))
    plan.kind = VSL_KIND_REPORT;
  if (options->passages != NULL)
    {
      transcript = vsl_desk_load_debate_transcript (cli->desk, id, error);
      passages = transcript != NULL
                 ? vsl_report_passages_pick (debate, transcript, options->passages, error) : NULL;
      if (passages == NULL)
        return g_error_matches (*error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE) ? VSL_EXIT_USAGE
                                                                             : VSL_EXIT_NOT_FOUND;
    }
  plan.passages = passages;
  article = vsl_desk_make_report (cli->desk, id, &plan, error);
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
