/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-article-json.h"
#include "cli/vsl-cli-commands.h"
#include "markup/vsl-merge.h"

#include <glib/gi18n.h>

/* A megabyte is a book; so much is no text. */
#define MAX_BYTES (16 * 1024 * 1024)

static char *
read_text (const char  *path,
           GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(GError) cause = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (g_str_equal (path, "-"))
    bytes = vsl_cli_read_input (&cause);
  else
    bytes = g_file_load_bytes (file, NULL, NULL, &cause);
  if (bytes == NULL)
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_INPUT, _("“%s” could not be read: %s."), path,
                   cause->message);
      return NULL;
    }
  if (g_bytes_get_size (bytes) > MAX_BYTES ||
      !g_utf8_validate (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL))
    {
      g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_INPUT,
                   _("“%s” is not a text in UTF-8, or too large. Save it as plain text first."), path);
      return NULL;
    }

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gsize        value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, (gint64) value);
}

static void
print_json (VslMerge *merge)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint i;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "conflicts");
  json_builder_begin_array (builder);
  for (i = 0; i < merge->conflicts->len; i++)
    {
      const VslMergeConflict *conflict = merge->conflicts->pdata[i];

      json_builder_begin_object (builder);
      add_number (builder, "offset", conflict->base_offset);
      add_number (builder, "length", (gsize) g_utf8_strlen (conflict->base, -1));
      vsl_cli_add_string (builder, "base", conflict->base);
      vsl_cli_add_string (builder, "ours", conflict->ours);
      vsl_cli_add_string (builder, "theirs", conflict->theirs);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (merge->conflicts->len == 0)
    vsl_cli_add_string (builder, "text", merge->text);
  json_builder_end_object (builder);
  vsl_cli_print_json_builder (builder);
}

/* For people: what stood there, and what each made of it. */
static void
print_conflicts (VslMerge *merge)
{
  guint i;

  for (i = 0; i < merge->conflicts->len; i++)
    {
      const VslMergeConflict *conflict = merge->conflicts->pdata[i];

      g_print ("%s%s\n  %s\n%s\n  %s\n%s\n  %s\n", i > 0 ? "\n" : "", _("It was:"), conflict->base,
               _("Ours:"), conflict->ours, _("Theirs:"), conflict->theirs);
    }
}

/**
 * vsl_cli_merge:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `merge`: puts two changed versions of one text together by words. Where both changed the same place in
 * another way nothing is merged, and the places are listed.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_merge (VslCli  *cli,
               int      argc,
               char   **argv,
               GError **error)
{
  g_autofree char *base = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  g_autoptr(VslMerge) merge = NULL;

  if (!vsl_cli_parse (cli, argv[0], NULL, &argc, &argv, error) ||
      !vsl_cli_need_args (cli, argc, argv, 3, 3, error))
    return VSL_EXIT_USAGE;

  base = read_text (argv[1], error);
  ours = base != NULL ? read_text (argv[2], error) : NULL;
  theirs = ours != NULL ? read_text (argv[3], error) : NULL;
  if (theirs == NULL)
    return VSL_EXIT_INPUT;

  merge = vsl_merge (base, ours, theirs);
  if (cli->json)
    print_json (merge);
  else if (merge->conflicts->len > 0)
    print_conflicts (merge);
  else
    g_print ("%s", merge->text);
  if (merge->conflicts->len == 0)
    return VSL_EXIT_DONE;

  g_set_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_CONFLICT,
               ngettext ("One place was changed by both in another way. Choose there, and merge again.",
                         "%u places were changed by both in another way. Choose there, and merge again.",
                         merge->conflicts->len), merge->conflicts->len);

  return VSL_EXIT_CONFLICT;
}
