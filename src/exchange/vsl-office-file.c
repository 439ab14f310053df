/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "config.h"

#include "exchange/vsl-office-file.h"

#include "exchange/vsl-html-page.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

/*
 * Office files are written by pandoc, from the page that we write ourselves. It would take the caption
 * of a figure for its alt text and lose that; so a figure goes as a picture with its caption under it,
 * in the style that word processors have for one. It would also fetch pictures from the web while it
 * writes: their addresses are taken out, and their words stay.
 */

static char *
make_source (VslArticle *article)
{
  static const char *const changes[][2] = {
    { "<img src=\"(?:https?:)?//", "<img title=\"" },
    { "<figure[^>]*>(?:<a [^>]*>)?(<img [^>]*>)(?:</a>)?<figcaption>(.*?)</figcaption></figure>",
      "<p>\\1</p><div data-custom-style=\"Image Caption\"><p>\\2</p></div>" },
    { "<figure[^>]*>(?:<a [^>]*>)?(<img [^>]*>)(?:</a>)?</figure>", "<p>\\1</p>" },
  };
  char *source = vsl_html_page_write (article);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr(GRegex) regex = g_regex_new (changes[i][0], G_REGEX_DOTALL, 0, NULL);
      char *changed = g_regex_replace (regex, source, -1, 0, changes[i][1], 0, NULL);

      g_free (source);
      source = changed;
    }

  return source;
}

static GBytes *
fail (const char  *reason,
      GError     **error)
{
  g_autofree char *line = g_strstrip (g_strdup (reason));

  g_set_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNREADABLE,
               _("The program “pandoc” could not write the file: %s. Choose Markdown or HTML, which "
                 "need no other program."), line);

  return NULL;
}

static GBytes *
run_pandoc (const char  *program,
            const char  *source,
            VslFormat    format,
            const char  *picture_dir,
            GError     **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(GBytes) input = g_bytes_new (source, strlen (source));
  g_autoptr(GBytes) output = NULL;
  g_autoptr(GBytes) complaint = NULL;
  g_autofree char *resources = g_strconcat ("--resource-path=", picture_dir, NULL);
  g_autoptr(GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                      G_SUBPROCESS_FLAGS_STDERR_PIPE, &cause, program, "--from=html",
                      "--to", vsl_format_get_name (format), resources, "--output=-", NULL);

  if (process == NULL ||
      !g_subprocess_communicate (process, input, NULL, &output, &complaint, &cause))
    return fail (cause->message, error);
  if (!g_subprocess_get_successful (process))
    {
      g_autofree char *words = g_strndup (g_bytes_get_data (complaint, NULL),
                                          g_bytes_get_size (complaint));

      return fail (words, error);
    }

  return g_steal_pointer (&output);
}

/**
 * vsl_office_file_write:
 * @article: an article whose pictures have places
 * @format: %VSL_FORMAT_DOCX or %VSL_FORMAT_ODT
 * @picture_dir: the folder where the places of its pictures are
 * @error: return location for an error
 *
 * Writes a file for a word processor. Waits for another program; for a thread of its own.
 *
 * Returns: (transfer full): the file, or %NULL with a #VslExchangeError
 */
GBytes *
vsl_office_file_write (VslArticle  *article,
                       VslFormat    format,
                       const char  *picture_dir,
                       GError     **error)
{
  g_autofree char *program = g_find_program_in_path ("pandoc");
  g_autofree char *source = NULL;

  g_return_val_if_fail (VSL_IS_ARTICLE (article) && picture_dir != NULL, NULL);

  if (program == NULL)
    {
      g_set_error_literal (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNKNOWN_FORMAT,
                           _("Office files are written with the program “pandoc”, which is not on "
                             "this computer. Install it, or choose Markdown or HTML."));
      return NULL;
    }

  source = make_source (article);

  return run_pandoc (program, source, format, picture_dir, error);
}
