/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * vsl_cli_demo:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `demo`: stores the fictional sample, in the language of the messages.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_demo (VslCli  *cli,
              int      argc,
              char   **argv,
              GError **error)
{
  g_autoptr(VslArticle) article = NULL;
  const char *language;

  if (!vsl_cli_parse (cli, argv[0], NULL, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 0, 0, error))
    return VSL_EXIT_USAGE;

  language = cli->language;
  if (language == NULL)
    language = g_str_has_prefix (g_get_language_names ()[0], "en") ? "en" : "nl";
  if (!g_str_equal (language, "nl") && !g_str_equal (language, "en"))
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("The sample is there in nl and en, not in “%s”."), language);
      return VSL_EXIT_USAGE;
    }
  if (!vsl_cli_open (cli, TRUE, error))
    return VSL_EXIT_STORE;

  article = vsl_desk_add_demo (cli->desk, language, error);
  if (article == NULL)
    return VSL_EXIT_STORE;

  if (cli->json)
    {
      g_autoptr(JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      vsl_cli_add_string (builder, "id", vsl_article_get_id (article));
      vsl_cli_add_string (builder, "headline",
                          vsl_article_get_text (article, VSL_FIELD_HEADLINE));
      json_builder_end_object (builder);
      vsl_cli_print_json_builder (builder);
    }
  else
    {
      g_print ("%s  %s\n", vsl_article_get_id (article),
               vsl_article_get_text (article, VSL_FIELD_HEADLINE));
    }

  return VSL_EXIT_DONE;
}
