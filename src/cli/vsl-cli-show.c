/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "cli/vsl-cli-words.h"

#include "core/vsl-text.h"

#include <glib/gi18n.h>

static void
print_field (const char *label,
             const char *value)
{
  if (!vsl_text_is_blank (value))
    g_print ("%s: %s\n", label, value);
}

static void
print_participants (VslArticle *article)
{
  guint i;

  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    {
      VslParticipant *participant = vsl_article_get_participant (article, i);
      g_autofree char *line = vsl_participant_dup_description (participant);

      if (vsl_participant_get_chair (participant))
        print_field (_("Chair"), line);
      else
        print_field (_("Participant"), line);
    }
}

static void
print_article (VslArticle *article)
{
  g_autofree char *tags = g_strjoinv (", ", (char **) vsl_article_get_tags (article));
  g_autofree char *slug = vsl_article_dup_slug (article);

  print_field (_("ID"), vsl_article_get_id (article));
  print_field (_("Kind"), vsl_cli_word_for_kind (vsl_article_get_kind (article)));
  print_field (_("Status"), vsl_cli_word_for_status (vsl_article_get_status (article)));
  print_field (_("Language"), vsl_article_get_language (article));
  print_field (_("Kicker"), vsl_article_get_text (article, VSL_FIELD_KICKER));
  print_field (_("Headline"), vsl_article_get_text (article, VSL_FIELD_HEADLINE));
  print_field (_("Lead"), vsl_article_get_text (article, VSL_FIELD_LEAD));
  print_field (_("By"), vsl_article_get_text (article, VSL_FIELD_BYLINE));
  print_field (_("Image"), vsl_article_get_text (article, VSL_FIELD_CREDIT));
  print_field (_("Event"), vsl_article_get_text (article, VSL_FIELD_EVENT));
  print_participants (article);
  print_field (_("Tags"), tags);
  print_field (_("Slug"), slug);
  g_print ("\n%s\n", vsl_article_get_text (article, VSL_FIELD_BODY));
}

/**
 * vsl_cli_show:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `show`: a whole article, stored or from a file.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_show (VslCli  *cli,
              int      argc,
              char   **argv,
              GError **error)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(JsonBuilder) builder = NULL;

  if (!vsl_cli_parse (cli, argv[0], NULL, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 1, 1, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, FALSE, error))
    return VSL_EXIT_STORE;

  article = vsl_cli_load_or_read (cli, argv[1], error);
  if (article == NULL)
    return VSL_EXIT_NOT_FOUND;

  if (!cli->json)
    {
      print_article (article);
      return VSL_EXIT_DONE;
    }

  builder = json_builder_new ();
  vsl_cli_add_article (builder, article);
  vsl_cli_print_json_builder (builder);

  return VSL_EXIT_DONE;
}
