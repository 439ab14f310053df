/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "config.h"

#include "exchange/vsl-exchange.h"

#include "core/vsl-text.h"
#include "exchange/vsl-file-kind.h"
#include "exchange/vsl-html-page.h"
#include "exchange/vsl-markdown-file.h"
#include "exchange/vsl-ninjs.h"
#include "exchange/vsl-text-reader.h"
#include "exchange/vsl-text-writer.h"
#include "markup/vsl-json-ld.h"
#include "markup/vsl-render.h"

#include <glib/gi18n.h>
#include <string.h>

/* Forty times a long novel; more is a mistake. */
#define MAX_FILE_BYTES (32 * 1024 * 1024)

static VslExchangeError
code_for (const GError *error)
{
  if (error->domain == VSL_EXCHANGE_ERROR)
    return (VslExchangeError) error->code;
  if (g_error_matches (error, VSL_TEXT_ERROR, VSL_TEXT_ERROR_TOO_LARGE))
    return VSL_EXCHANGE_ERROR_TOO_LARGE;

  return VSL_EXCHANGE_ERROR_UNREADABLE;
}

/* Hands @error over with the name of the file in front. */
static gpointer
fail_with (GError      *failure,
           const char  *name,
           GError     **error)
{
  if (name != NULL)
    g_set_error (error, VSL_EXCHANGE_ERROR, (int) code_for (failure),
                 /* Translators: the name of a file and a sentence that says what is wrong */
                 _("“%s”: %s"), name, failure->message);
  else
    g_set_error_literal (error, VSL_EXCHANGE_ERROR, (int) code_for (failure), failure->message);
  g_error_free (failure);

  return NULL;
}

static gpointer
fail (VslExchangeError   code,
      const char        *message,
      const char        *name,
      GError           **error)
{
  return fail_with (g_error_new_literal (VSL_EXCHANGE_ERROR, (int) code, message), name, error);
}

static VslImport *
read_text (char            *text,
           const char      *name,
           VslFormat        format,
           VslImportNotes  *notes,
           GError         **error)
{
  g_autofree char *owned = text;
  VslImport *import;
  GError *failure = NULL;

  if (format == VSL_FORMAT_AUTO)
    format = vsl_file_kind_guess (name, text);

  switch (format)
    {
    case VSL_FORMAT_TEXT:
      return vsl_text_reader_read (g_steal_pointer (&owned), notes);
    case VSL_FORMAT_MARKDOWN:
      import = vsl_markdown_file_read (text, notes, &failure);
      return import != NULL ? import : fail_with (failure, name, error);
    case VSL_FORMAT_HTML:
    case VSL_FORMAT_BLOCKS:
      return fail (VSL_EXCHANGE_ERROR_UNKNOWN_FORMAT,
                   _("Web pages cannot be opened. Save the page as plain text (.txt) or Markdown "
                     "(.md), or say with the format that it is plain text."),
                   name, error);
    case VSL_FORMAT_NINJS:
    case VSL_FORMAT_JSONLD:
    case VSL_FORMAT_DOCX:
    case VSL_FORMAT_ODT:
    case VSL_FORMAT_PDF:
    case VSL_FORMAT_AUTO:
    case VSL_N_FORMATS:
    default:
      return fail (VSL_EXCHANGE_ERROR_UNKNOWN_FORMAT,
                   _("A file of this kind cannot be opened. Save it as plain text (.txt) or "
                     "Markdown (.md), or say with the format that it is plain text."),
                   name, error);
    }
}

/**
 * vsl_exchange_read:
 * @bytes: a file
 * @name: (nullable): its name, for the format and for messages
 * @format: what it is; %VSL_FORMAT_AUTO goes by the name and by what stands in it
 * @error: return location for an error
 *
 * Reads an article from a file of plain text or Markdown in UTF-8, UTF-16 or Windows-1252. Nothing
 * that is written there is lost: what is not a field of the article is in its body. Any thread.
 *
 * Returns: (transfer full): the article without an id, where each character stood, and what was put
 *   right; %NULL with a #VslExchangeError that names the file
 */
VslImport *
vsl_exchange_read (GBytes      *bytes,
                   const char  *name,
                   VslFormat    format,
                   GError     **error)
{
  g_autoptr(VslImportNotes) notes = NULL;
  VslEncoding encoding = VSL_ENCODING_UTF8;
  const char *refusal;
  GError *failure = NULL;
  char *text;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail ((guint) format < VSL_N_FORMATS, NULL);

  refusal = vsl_file_kind_refuse (bytes);
  if (refusal != NULL)
    return fail (VSL_EXCHANGE_ERROR_UNREADABLE, _(refusal), name, error);

  text = vsl_text_decode (bytes, MAX_FILE_BYTES, &encoding, &failure);
  if (text == NULL)
    return fail_with (failure, name, error);
  if (vsl_text_is_blank (text))
    {
      g_free (text);
      return fail (VSL_EXCHANGE_ERROR_EMPTY, _("The file is empty."), name, error);
    }

  notes = vsl_import_notes_new ();
  if (encoding != VSL_ENCODING_UTF8)
    vsl_import_notes_add (notes, VSL_NOTE_ENCODING, 1, 1, "");

  return read_text (text, name, format, notes, error);
}

static char *
write_json_ld (VslArticle *article)
{
  const VslJsonLdFacts facts = { NULL };
  g_autoptr(JsonNode) root = vsl_json_ld_build (article, &facts);

  return json_to_string (root, TRUE);
}

/**
 * vsl_exchange_write:
 * @article: an article
 * @format: what to write
 * @error: return location for an error
 *
 * Writes an article in UTF-8. Markdown holds all of it; plain text what a newspaper prints; HTML is
 * a whole page; blocks are the content of a WordPress post; ninjs is for news agencies, JSON-LD for
 * search engines. Pictures that have places are named there. Any thread.
 *
 * Returns: (transfer full): the file, or %NULL with a #VslExchangeError
 */
GBytes *
vsl_exchange_write (VslArticle  *article,
                    VslFormat    format,
                    GError     **error)
{
  char *text;

  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);

  switch (format)
    {
    case VSL_FORMAT_TEXT:
      text = vsl_text_writer_write (article);
      break;
    case VSL_FORMAT_MARKDOWN:
      text = vsl_markdown_file_write (article);
      break;
    case VSL_FORMAT_HTML:
      text = vsl_html_page_write (article);
      break;
    case VSL_FORMAT_BLOCKS:
      text = vsl_render_article_blocks (article, NULL);
      break;
    case VSL_FORMAT_NINJS:
      text = vsl_ninjs_write (article);
      break;
    case VSL_FORMAT_JSONLD:
      text = write_json_ld (article);
      break;
    case VSL_FORMAT_DOCX:
    case VSL_FORMAT_ODT:
    case VSL_FORMAT_PDF:
    case VSL_FORMAT_AUTO:
    case VSL_N_FORMATS:
    default:
      return fail (VSL_EXCHANGE_ERROR_UNKNOWN_FORMAT,
                   _("Say in which format: text, markdown, html, blocks, ninjs or jsonld."), NULL,
                   error);
    }

  return g_bytes_new_take (text, strlen (text));
}
