/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-commands.h"

#include "desk/vsl-desk-export.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* To a file, with the pictures in it or beside it. */
static VslExit
export_file (VslCli      *cli,
             VslArticle  *article,
             const char  *format,
             const char  *output,
             GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (output);
  g_autofree char *note = NULL;

  if (!vsl_desk_export_file (cli->desk, article, format, file, &note, error))
    return VSL_EXIT_INPUT;
  if (note == NULL)
    return VSL_EXIT_DONE;
  g_printerr ("%s\n", note);

  return VSL_EXIT_ACT;
}

static VslExit
run_export (VslCli      *cli,
            const char  *format,
            const char  *output,
            int          argc,
            char       **argv,
            GError     **error)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gconstpointer data;
  gsize size;

  if (!vsl_cli_need_args (cli, argc, argv, 1, 1, error))
    return VSL_EXIT_USAGE;
  if (format == NULL)
    {
      g_set_error_literal (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE,
                           _("Name a format with --format: text, markdown, html, blocks, ninjs, "
                             "jsonld, docx, odt or pdf."));
      return VSL_EXIT_USAGE;
    }
  if (!vsl_cli_open (cli, FALSE, error))
    return VSL_EXIT_STORE;

  article = vsl_cli_load_or_read (cli, argv[1], error);
  if (article == NULL)
    return VSL_EXIT_NOT_FOUND;
  if (output != NULL && !g_str_equal (output, "-"))
    return export_file (cli, article, format, output, error);

  bytes = vsl_desk_export_article (cli->desk, article, format, error);
  if (bytes == NULL)
    return VSL_EXIT_USAGE;
  data = g_bytes_get_data (bytes, &size);
  fwrite (data, 1, size, stdout);

  return VSL_EXIT_DONE;
}

/**
 * vsl_cli_export:
 * @cli: the run
 * @argc: number of arguments
 * @argv: (array length=argc): the arguments, the name of the command first
 * @error: return location for an error
 *
 * `export`: writes an article, stored or from a file, to standard output or to a file that is
 * replaced as a whole, with its pictures beside it or in it.
 *
 * Returns: the exit code
 */
VslExit
vsl_cli_export (VslCli  *cli,
                int      argc,
                char   **argv,
                GError **error)
{
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    { NULL },
  };

  if (!vsl_cli_parse (cli, argv[0], entries, &argc, &argv, error))
    return VSL_EXIT_USAGE;

  return run_export (cli, format, output, argc, argv, error);
}
