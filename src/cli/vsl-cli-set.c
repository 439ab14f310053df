/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"

#include "core/vsl-article-builder.h"
#include "core/vsl-text.h"

#include <glib/gi18n.h>
#include <string.h>

static VslExit
print_stored (VslCli     *cli,
              VslArticle *article)
{
  g_autoptr(JsonBuilder) builder = NULL;

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

static gboolean
set_vocabulary (VslArticleBuilder  *builder,
                const char         *field,
                const char         *value,
                GError            **error)
{
  VslKind kind;
  VslStatus status;

  if (g_str_equal (field, "kind"))
    {
      if (vsl_kind_from_name (value, &kind))
        {
          vsl_article_builder_set_kind (builder, kind);
          return TRUE;
        }
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("“%s” is not a kind of article. Known are: report, news, interview, "
                     "opinion."),
                   value);
      return FALSE;
    }

  if (vsl_status_from_name (value, &status))
    {
      vsl_article_builder_set_status (builder, status);
      return TRUE;
    }
  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
               _("“%s” is not a status. Known are: idea, draft, participants, copy-desk, "
                 "ready, scheduled, published."),
               value);
  return FALSE;
}

/* A language tag: letters, then subtags of letters and figures. */
static gboolean
is_language (const char *value)
{
  gsize length = strspn (value, "abcdefghijklmnopqrstuvwxyz");

  return (length == 2 || length == 3) &&
         (value[length] == '\0' ||
          (value[length] == '-' &&
           strspn (value + length, "-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                   "0123456789") == strlen (value + length)));
}

static gboolean
set_field (VslArticleBuilder  *builder,
           const char         *name,
           const char         *value,
           GError            **error)
{
  VslField field = vsl_field_from_name (name);

  if (g_str_equal (name, "kind") || g_str_equal (name, "status"))
    return set_vocabulary (builder, name, value, error);
  if (g_str_equal (name, "tags"))
    {
      g_auto(GStrv) tags = g_strsplit (value, ",", -1);

      vsl_article_builder_set_tags (builder, (const char * const *) tags);
      return TRUE;
    }
  if (g_str_equal (name, "language"))
    {
      if (is_language (value))
        {
          vsl_article_builder_set_language (builder, value);
          return TRUE;
        }
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("“%s” is not a language. Give a code such as nl or en."), value);
      return FALSE;
    }
  if (field == VSL_FIELD_NONE || field == VSL_FIELD_PARTICIPANTS)
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("There is no field “%s”. The fields are: kicker, headline, lead, byline, "
                     "credit, event, body, slug, kind, status, language, tags."),
                   name);
      return FALSE;
    }

  if (field == VSL_FIELD_BODY || field == VSL_FIELD_LEAD)
    {
      vsl_article_builder_set_text (builder, field, value);
    }
  else
    {
      g_autofree char *line = vsl_text_collapse_spaces (value);

      vsl_article_builder_set_text (builder, field, line);
    }
  return TRUE;
}

static gboolean
set_fields (VslArticleBuilder  *builder,
            char              **assignments,
            GError            **error)
{
  guint i;

  for (i = 0; assignments[i] != NULL; i++)
    {
      const char *equals = strchr (assignments[i], '=');
      g_autofree char *name = NULL;

      if (equals == NULL)
        {
          g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                       _("“%s” is not of the form FIELD=VALUE."), assignments[i]);
          return FALSE;
        }
      if (!g_utf8_validate (assignments[i], -1, NULL))
        {
          g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_INPUT,
                       _("The value of argument %u is not UTF-8."), i + 2);
          return FALSE;
        }
      name = g_strndup (assignments[i], equals - assignments[i]);
      if (!set_field (builder, name, equals + 1, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * vsl_cli_set:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `set`: changes fields of an article, all of them or none.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_set (VslCli  *cli,
             int      argc,
             char   **argv,
             GError **error)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) changed = NULL;
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(VslArticleBuilder) builder = NULL;
  g_auto(GStrv) assignments = NULL;
  int i;

  if (!vsl_cli_parse (cli, argv[0], NULL, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 2, -1, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, TRUE, error))
    return VSL_EXIT_STORE;

  article = vsl_cli_load (cli, argv[1], error);
  if (article == NULL)
    return VSL_EXIT_NOT_FOUND;

  assignments = g_new0 (char *, argc - 1);
  for (i = 2; i < argc; i++)
    assignments[i - 2] = g_strdup (argv[i]);
  builder = vsl_article_builder_new (article);
  if (!set_fields (builder, assignments, error))
    return VSL_EXIT_USAGE;

  changed = vsl_article_builder_end (g_steal_pointer (&builder));
  stored = vsl_desk_save_article (cli->desk, changed, error);

  return stored != NULL ? print_stored (cli, stored) : VSL_EXIT_STORE;
}

/**
 * vsl_cli_new:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `new`: stores an empty article.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_new (VslCli  *cli,
             int      argc,
             char   **argv,
             GError **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *headline = NULL;
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) stored = NULL;
  GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL },
    { "headline", 0, 0, G_OPTION_ARG_STRING, &headline, NULL, NULL },
    { NULL },
  };

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 0, 0, error))
    return VSL_EXIT_USAGE;
  if ((kind != NULL && !set_field (builder, "kind", kind, error)) ||
      (headline != NULL && !set_field (builder, "headline", headline, error)) ||
      (cli->language != NULL && !set_field (builder, "language", cli->language, error)))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, TRUE, error))
    return VSL_EXIT_STORE;

  article = vsl_article_builder_end (g_steal_pointer (&builder));
  stored = vsl_desk_save_article (cli->desk, article, error);

  return stored != NULL ? print_stored (cli, stored) : VSL_EXIT_STORE;
}

static gboolean
apply_tag (VslArticleBuilder  *builder,
           const char         *argument,
           GError            **error)
{
  if ((*argument != '+' && *argument != '-') || vsl_text_is_blank (argument + 1))
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("Write +TAG to add a tag and -TAG to remove one; “%s” is neither."),
                   argument);
      return FALSE;
    }

  if (*argument == '+')
    {
      vsl_article_builder_add_tag (builder, argument + 1);
      return TRUE;
    }
  if (vsl_article_builder_remove_tag (builder, argument + 1))
    return TRUE;

  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_NOT_FOUND,
               _("The article has no tag “%s”."), argument + 1);
  return FALSE;
}

/**
 * vsl_cli_tag:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `tag`: adds and removes tags. A tag that is to be removed looks like an option, so that only the
 * options of the program itself are looked for here.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_tag (VslCli  *cli,
             int      argc,
             char   **argv,
             GError **error)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) changed = NULL;
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(VslArticleBuilder) builder = NULL;
  int i;

  if (!vsl_cli_need_args (cli, argc, argv, 2, -1, error))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, TRUE, error))
    return VSL_EXIT_STORE;

  article = vsl_cli_load (cli, argv[1], error);
  if (article == NULL)
    return VSL_EXIT_NOT_FOUND;

  builder = vsl_article_builder_new (article);
  for (i = 2; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--"))
        continue;
      if (!apply_tag (builder, argv[i], error))
        return VSL_EXIT_USAGE;
    }

  changed = vsl_article_builder_end (g_steal_pointer (&builder));
  stored = vsl_desk_save_article (cli->desk, changed, error);

  return stored != NULL ? print_stored (cli, stored) : VSL_EXIT_STORE;
}
