/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-diff.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"

#include "desk/vsl-article-diff.h"
#include "desk/vsl-desk-versions.h"
#include "desk/vsl-version-words.h"
#include "markup/vsl-word-diff.h"

#include <glib/gi18n.h>
#include <unistd.h>

/* How the two kinds of change look: told apart without colour, and coloured where that can be. */
typedef struct
{
  const char *deleted[2];
  const char *inserted[2];
} Marks;

static const Marks plain = { { "[-", "-]" }, { "{+", "+}" } };
static const Marks coloured = { { "\033[31m[-", "-]\033[0m" }, { "\033[32m{+", "+}\033[0m" } };

static void
add_field (JsonBuilder        *builder,
           const VslFieldDiff *diff)
{
  guint i;

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "field", diff->field);
  json_builder_set_member_name (builder, "inserted");
  json_builder_add_int_value (builder, diff->inserted);
  json_builder_set_member_name (builder, "deleted");
  json_builder_add_int_value (builder, diff->deleted);
  json_builder_set_member_name (builder, "diff");
  json_builder_begin_array (builder);
  for (i = 0; i < diff->parts->len; i++)
    {
      const VslDiffPart *part = g_ptr_array_index (diff->parts, i);

      json_builder_begin_object (builder);
      vsl_cli_add_string (builder, "op", vsl_diff_op_get_name (part->op));
      vsl_cli_add_string (builder, "text", part->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * vsl_cli_add_field_diffs:
 * @builder: where they go
 * @diffs: (element-type VslFieldDiff): how two articles differ
 *
 * Adds the member `fields`.
 */
void
vsl_cli_add_field_diffs (JsonBuilder *builder,
                         GPtrArray   *diffs)
{
  guint i;

  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (i = 0; i < diffs->len; i++)
    add_field (builder, diffs->pdata[i]);
  json_builder_end_array (builder);
}

static void
print_json (const char *id,
            gint64      from,
            gint64      to,
            GPtrArray  *diffs)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "id", id);
  json_builder_set_member_name (builder, "from");
  json_builder_add_int_value (builder, from);
  json_builder_set_member_name (builder, "to");
  if (to != 0)
    json_builder_add_int_value (builder, to);
  else
    json_builder_add_null_value (builder);
  vsl_cli_add_field_diffs (builder, diffs);
  json_builder_end_object (builder);
  vsl_cli_print_json_builder (builder);
}

static void
print_field (const VslFieldDiff *diff,
             const Marks        *marks)
{
  g_autoptr(GPtrArray) parts = vsl_word_diff_fold (diff->parts, "⋯");
  guint i;

  g_print ("%s (+%u −%u)\n", vsl_version_words_get_field (diff->field), diff->inserted, diff->deleted);
  for (i = 0; i < parts->len; i++)
    {
      const VslDiffPart *part = g_ptr_array_index (parts, i);

      if (part->op == VSL_DIFF_EQUAL)
        g_print ("%s", part->text);
      else if (part->op == VSL_DIFF_DELETE)
        g_print ("%s%s%s", marks->deleted[0], part->text, marks->deleted[1]);
      else
        g_print ("%s%s%s", marks->inserted[0], part->text, marks->inserted[1]);
    }
  g_print ("\n\n");
}

/**
 * vsl_cli_print_field_diffs:
 * @diffs: (element-type VslFieldDiff): how two articles differ
 *
 * Prints them for people.
 */
void
vsl_cli_print_field_diffs (GPtrArray *diffs)
{
  const Marks *marks = isatty (STDOUT_FILENO) ? &coloured : &plain;
  guint i;

  if (diffs->len == 0)
    g_print ("%s\n", _("There is no difference."));
  for (i = 0; i < diffs->len; i++)
    print_field (diffs->pdata[i], marks);
}

/* The version of that number, or the article as it is now. */
static VslArticle *
load_side (VslCli      *cli,
           const char  *id,
           gint64       number,
           GError     **error)
{
  return number != 0 ? vsl_desk_load_version (cli->desk, id, number, error)
                     : vsl_desk_load_article (cli->desk, id, error);
}

/**
 * vsl_cli_diff:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `diff`: what changed since a version, or between two, by words.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_diff (VslCli  *cli,
              int      argc,
              char   **argv,
              GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr(VslArticle) before = NULL;
  g_autoptr(VslArticle) after = NULL;
  g_autoptr(GPtrArray) diffs = NULL;
  gint64 from, to = 0;

  if (!vsl_cli_parse (cli, argv[0], NULL, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 2, 3, error) ||
      !vsl_cli_parse_snapshot (argv[2], &from, error) ||
      (argc > 3 && !vsl_cli_parse_snapshot (argv[3], &to, error)))
    return VSL_EXIT_USAGE;
  if (!vsl_cli_open (cli, FALSE, error))
    return VSL_EXIT_STORE;

  id = vsl_desk_find_article (cli->desk, argv[1], error);
  if (id != NULL)
    before = load_side (cli, id, from, error);
  if (before != NULL)
    after = load_side (cli, id, to, error);
  if (after == NULL)
    return VSL_EXIT_NOT_FOUND;

  diffs = vsl_article_diff (before, after);
  if (cli->json)
    print_json (id, from, to, diffs);
  else
    vsl_cli_print_field_diffs (diffs);

  return VSL_EXIT_DONE;
}
