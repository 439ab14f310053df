/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"

#include "core/vsl-article-builder.h"
#include "desk/vsl-desk-import.h"

#include <glib/gi18n.h>

/* What was read, as an article of the kind that was asked for. */
static VslArticle *
make_article (VslImport  *import,
              const char *kind_name)
{
  VslArticleBuilder *builder;
  VslKind kind;

  if (kind_name == NULL || !vsl_kind_from_name (kind_name, &kind))
    return g_object_ref (vsl_import_get_article (import));

  builder = vsl_article_builder_new (vsl_import_get_article (import));
  vsl_article_builder_set_kind (builder, kind);

  return vsl_article_builder_end (builder);
}

/* With the pictures that lie beside the file. */
static VslArticle *
bring_pictures (VslCli      *cli,
                VslArticle  *article,
                const char  *path,
                char       **note)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFile) folder = NULL;

  if (g_str_equal (path, "-"))
    return g_object_ref (article);

  file = g_file_new_for_commandline_arg (path);
  folder = g_file_get_parent (file);

  return vsl_desk_bring_pictures (cli->desk, article, folder, note);
}

/* Each sentence of @note as a warning of its own. */
static void
add_note (JsonBuilder *builder,
          const char  *note)
{
  g_auto(GStrv) lines = g_strsplit (note, "\n", -1);
  guint i;

  for (i = 0; lines[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      vsl_cli_add_string (builder, "rule", "import.picture");
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, 1);
      json_builder_set_member_name (builder, "column");
      json_builder_add_int_value (builder, 1);
      vsl_cli_add_string (builder, "message", lines[i]);
      json_builder_end_object (builder);
    }
}

static void
add_json (JsonBuilder *builder,
          VslArticle  *article,
          VslImport   *import,
          const char  *note)
{
  GListModel *findings = vsl_import_get_findings (import);
  guint i;

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "id", vsl_article_get_id (article));
  vsl_cli_add_string (builder, "headline", vsl_article_get_text (article, VSL_FIELD_HEADLINE));
  json_builder_set_member_name (builder, "warnings");
  json_builder_begin_array (builder);
  for (i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(VslFinding) finding = g_list_model_get_item (findings, i);

      json_builder_begin_object (builder);
      vsl_cli_add_string (builder, "rule", vsl_finding_get_rule (finding));
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, vsl_finding_get_line (finding));
      json_builder_set_member_name (builder, "column");
      json_builder_add_int_value (builder, vsl_finding_get_column (finding));
      vsl_cli_add_string (builder, "message", vsl_finding_get_message (finding));
      json_builder_end_object (builder);
    }
  if (note != NULL)
    add_note (builder, note);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_line (VslArticle *article,
            VslImport  *import,
            const char *note)
{
  guint n = g_list_model_get_n_items (vsl_import_get_findings (import));

  g_print ("%s  %s", vsl_article_get_id (article),
           vsl_article_get_text (article, VSL_FIELD_HEADLINE));
  if (n > 0)
    g_print (ngettext ("  (%u thing put right)", "  (%u things put right)", n), n);
  g_print ("\n");
  if (note != NULL)
    g_printerr ("%s\n", note);
}

static VslExit
run_import (VslCli      *cli,
            const char  *format,
            const char  *kind,
            int          argc,
            char       **argv,
            GError     **error)
{
  g_autoptr(GPtrArray) imports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  VslKind known;
  guint i;

  if (!vsl_cli_need_args (cli, argc, argv, 1, -1, error))
    return VSL_EXIT_USAGE;
  if (kind != NULL && !vsl_kind_from_name (kind, &known))
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                   _("“%s” is not a kind of article. Known are: report, news, interview, "
                     "opinion."),
                   kind);
      return VSL_EXIT_USAGE;
    }
  if (!vsl_cli_open (cli, TRUE, error))
    return VSL_EXIT_STORE;

  /* All are read before any is stored, so that nothing is half done. */
  for (i = 1; i < (guint) argc; i++)
    {
      VslImport *import = vsl_cli_read (cli, argv[i], format, error);

      if (import == NULL)
        return VSL_EXIT_INPUT;
      g_ptr_array_add (imports, import);
    }

  json_builder_begin_array (builder);
  for (i = 0; i < imports->len; i++)
    {
      VslImport *import = g_ptr_array_index (imports, i);
      g_autofree char *note = NULL;
      g_autoptr(VslArticle) read = make_article (import, kind);
      g_autoptr(VslArticle) article = bring_pictures (cli, read, argv[i + 1], &note);
      g_autoptr(VslArticle) stored = vsl_desk_save_article (cli->desk, article, error);

      if (stored == NULL)
        return VSL_EXIT_STORE;
      if (cli->json)
        add_json (builder, stored, import, note);
      else
        print_line (stored, import, note);
    }
  json_builder_end_array (builder);
  if (cli->json)
    vsl_cli_print_json_builder (builder);

  return VSL_EXIT_DONE;
}

/**
 * vsl_cli_import:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `import`: stores each file as an article.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_import (VslCli  *cli,
                int      argc,
                char   **argv,
                GError **error)
{
  g_autofree char *format = NULL;
  g_autofree char *kind = NULL;
  GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL },
    { NULL },
  };

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error))
    return VSL_EXIT_USAGE;

  return run_import (cli, format, kind, argc, argv, error);
}
