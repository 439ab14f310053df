/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-debate.h"

#include <glib/gi18n.h>

/* The passages of one speaker that `suggest` gives without --per-speaker. */
#define DEFAULT_PER_SPEAKER 3

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
      vsl_cli_add_utterance (builder, utterance);
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

/* What was said, by a file or by the article it belongs to, whose chair is then left out. */
static VslTranscript *
load_transcript (VslCli      *cli,
                 const char  *file_or_id,
                 VslArticle **article,
                 GError     **error)
{
  if (g_str_equal (file_or_id, "-") || g_file_test (file_or_id, G_FILE_TEST_EXISTS))
    return vsl_cli_read_transcript (file_or_id, NULL, NULL, error);
  if (!vsl_cli_open (cli, FALSE, error))
    return NULL;
  *article = vsl_cli_load (cli, file_or_id, error);

  return *article != NULL ? vsl_cli_load_attached (cli, *article, error) : NULL;
}

/**
 * vsl_cli_suggest:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `suggest`: passages that may be worth quoting, by speaker, of a transcript in a file or of that which
 * belongs to an article.
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
  const char *language = cli->language != NULL ? cli->language : "nl";
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslTranscript) transcript = NULL;
  g_autoptr(GArray) suggestions = NULL;
  GOptionEntry entries[] = {
    { "per-speaker", 0, 0, G_OPTION_ARG_INT, &per_speaker, NULL, NULL },
    { NULL },
  };

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 1, 1, error))
    return VSL_EXIT_USAGE;
  if (per_speaker < 1)
    {
      g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                           _("--per-speaker needs a number from 1."));
      return VSL_EXIT_USAGE;
    }

  transcript = load_transcript (cli, argv[1], &article, error);
  if (transcript == NULL)
    return VSL_EXIT_INPUT;
  if (article != NULL)
    language = vsl_article_get_language (article);
  suggestions = vsl_desk_suggest_passages (transcript, language, article, (guint) per_speaker);
  print_suggestions (cli, suggestions);

  return VSL_EXIT_DONE;
}
