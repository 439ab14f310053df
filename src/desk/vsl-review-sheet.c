/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-review-sheet.h"

#include "core/vsl-text.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-review-labels.h"
#include "exchange/vsl-pdf.h"
#include "exchange/vsl-plain-escape.h"

#include <glib/gi18n.h>
#include <string.h>

/* Longer links are cut short or refused by some mail programs and desktops. */
#define MAX_LINK_BYTES 8000

typedef struct
{
  VslPdfStyle style;
  char *text; /* (owned) */
} Part;

struct _VslReviewSheet
{
  char *title;    /* (owned) */
  char *language; /* (owned) (nullable) */
  GArray *parts;  /* (owned) of Part, the title first */
};

static void
part_clear (gpointer data)
{
  g_free (((Part *) data)->text);
}

static void
add_part (VslReviewSheet *self,
          VslPdfStyle     style,
          char           *text)
{
  Part part = { style, text };

  g_array_append_val (self->parts, part);
}

/* A heading where the place changes. */
static void
add_passages (VslReviewSheet        *self,
              GPtrArray             *passages,
              const VslReviewLabels *labels)
{
  int place = -1;
  guint i;

  for (i = 0; i < passages->len; i++)
    {
      const VslReviewPassage *passage = g_ptr_array_index (passages, i);

      if ((int) passage->place != place)
        add_part (self, VSL_PDF_HEADING, g_strdup (labels->places[passage->place]));
      place = (int) passage->place;
      add_part (self, VSL_PDF_QUOTED, g_strdup (passage->text));
    }
}

static char *
describe_article (VslArticle            *article,
                  const VslReviewLabels *labels)
{
  const char *event = vsl_article_get_text (article, VSL_FIELD_EVENT);

  return vsl_text_is_blank (event) ? g_strdup (labels->our_article)
                                   : vsl_review_labels_fill (labels->the_article, event, NULL);
}

/* Who writes is who wrote the article. */
static void
add_greeting (VslReviewSheet        *self,
              VslArticle            *article,
              const VslReviewLabels *labels)
{
  const char *byline = vsl_article_get_text (article, VSL_FIELD_BYLINE);

  if (!vsl_text_is_blank (byline))
    add_part (self, VSL_PDF_PARAGRAPH, g_strdup_printf ("%s\n%s", labels->greeting, byline));
}

/**
 * vsl_review_sheet_new:
 * @review: whose it is, with their passages
 * @article: the article
 * @language: (nullable): of the sheet: `nl` or `en`; %NULL for that of the article
 * @deadline: when an answer is due, µs since 1970 UTC; 0: as soon as possible
 * @now: when it is made, µs since 1970 UTC
 *
 * The headline of the article is on it only where it is theirs.
 *
 * Returns: (transfer full): the sheet
 */
VslReviewSheet *
vsl_review_sheet_new (VslReview  *review,
                      VslArticle *article,
                      const char *language,
                      gint64      deadline,
                      gint64      now)
{
  VslReviewSheet *self = g_new0 (VslReviewSheet, 1);
  const char *spoken = language != NULL ? language : vsl_article_get_language (article);
  const VslReviewLabels *labels = vsl_review_labels_for_language (spoken);
  const char *name = vsl_review_get_name (review);
  g_autofree char *subject = describe_article (article, labels);
  g_autofree char *made = vsl_review_labels_moment (spoken, now);
  g_autofree char *until = deadline > 0 ? vsl_review_labels_moment (spoken, deadline) : NULL;

  self->language = g_strdup (spoken);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);
  self->title = vsl_review_labels_fill (labels->title, subject, NULL);
  add_part (self, VSL_PDF_TITLE, g_strdup (self->title));
  add_part (self, VSL_PDF_PARAGRAPH, vsl_review_labels_fill (labels->made_for, name, made));
  add_part (self, VSL_PDF_PARAGRAPH, vsl_review_labels_fill (labels->intro, name, subject));
  add_part (self, VSL_PDF_PARAGRAPH, g_strdup (labels->asked));
  add_part (self, VSL_PDF_PARAGRAPH, until != NULL
                                     ? vsl_review_labels_fill (labels->until, until, NULL)
                                     : g_strdup (labels->soon));
  add_part (self, VSL_PDF_PARAGRAPH, g_strdup (labels->rights));
  add_passages (self, vsl_review_get_passages (review), labels);
  add_greeting (self, article, labels);

  return self;
}

/**
 * vsl_review_sheet_free:
 * @self: (transfer full): a sheet
 *
 * Frees it.
 */
void
vsl_review_sheet_free (VslReviewSheet *self)
{
  g_free (self->title);
  g_free (self->language);
  g_array_unref (self->parts);
  g_free (self);
}

/**
 * vsl_review_sheet_get_title:
 * @self: a sheet
 *
 * Returns: (transfer none): what is above it
 */
const char *
vsl_review_sheet_get_title (VslReviewSheet *self)
{
  return self->title;
}

/* Parts from @first on, as plain text. */
static char *
write_text (VslReviewSheet *self,
            guint           first)
{
  g_autoptr(GString) out = g_string_new (NULL);
  guint i;

  for (i = first; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      if (part->style == VSL_PDF_HEADING)
        g_string_append_printf (out, "%s:\n\n", part->text);
      else
        g_string_append_printf (out, "%s\n\n", part->text);
    }
  g_string_truncate (out, out->len - 1);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * vsl_review_sheet_dup_text:
 * @self: a sheet
 *
 * Returns: (transfer full): it as plain text
 */
char *
vsl_review_sheet_dup_text (VslReviewSheet *self)
{
  return write_text (self, 0);
}

/**
 * vsl_review_sheet_dup_markdown:
 * @self: a sheet
 *
 * Returns: (transfer full): it as Markdown, the passages as block quotations
 */
char *
vsl_review_sheet_dup_markdown (VslReviewSheet *self)
{
  static const char *const before[] = { "# ", "## ", "", "> " };
  g_autoptr(GString) out = g_string_new (NULL);
  guint i;

  for (i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      g_autofree char *text = vsl_plain_escape (part->text);

      g_string_append_printf (out, "%s%s%s\n", i > 0 ? "\n" : "", before[part->style], text);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Mail programs and browsers show their own serifs and margins otherwise. */
#define PAGE_STYLE \
  "body { max-width: 40em; margin: 2em auto; padding: 0 1em; font: 1rem/1.5 Georgia, serif; }\n" \
  "h1 { font-size: 1.5rem; line-height: 1.25; }\n" \
  "h2 { font: bold 0.85rem sans-serif; margin: 2em 0 0.5em; }\n" \
  "blockquote { margin: 0 0 1em; padding-left: 1em; border-left: 2px solid #999; }\n" \
  "blockquote p { margin: 0; }\n" \
  "@media print { body { margin: 0; max-width: none; } }\n"

/* A line break in a part is one on the page. */
static char *
escape_lines (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto(GStrv) lines = g_strsplit (escaped, "\n", -1);

  return g_strjoinv ("<br>\n", lines);
}

/**
 * vsl_review_sheet_dup_html:
 * @self: a sheet
 *
 * Returns: (transfer full): it as a whole HTML page
 */
char *
vsl_review_sheet_dup_html (VslReviewSheet *self)
{
  static const char *const patterns[][2] = {
    { "<h1>", "</h1>" }, { "<h2>", "</h2>" }, { "<p>", "</p>" },
    { "<blockquote><p>", "</p></blockquote>" },
  };
  g_autoptr(GString) out = g_string_new (NULL);
  g_autofree char *title = g_markup_escape_text (self->title, -1);
  g_autofree char *language =
    g_markup_escape_text (self->language != NULL ? self->language : "nl", -1);
  guint i;

  g_string_append_printf (out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                          "<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n", language, title,
                          PAGE_STYLE);
  for (i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      g_autofree char *text = escape_lines (part->text);

      g_string_append_printf (out, "%s%s%s\n", patterns[part->style][0], text,
                              patterns[part->style][1]);
    }
  g_string_append (out, "</body>\n</html>\n");

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * vsl_review_sheet_make_pdf:
 * @self: a sheet
 * @error: return location
 *
 * Returns: (transfer full): it as a PDF file
 */
GBytes *
vsl_review_sheet_make_pdf (VslReviewSheet  *self,
                           GError         **error)
{
  g_autoptr(VslPdf) pdf = vsl_pdf_new (self->title, self->language);
  GError *cause = NULL;
  GBytes *bytes;
  guint i;

  for (i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      vsl_pdf_add (pdf, part->style, part->text);
    }
  bytes = vsl_pdf_end (pdf, &cause);
  if (bytes == NULL)
    vsl_desk_fault_propagate (error, cause);

  return bytes;
}

static char *
make_link (const char *address,
           const char *subject,
           const char *body)
{
  g_auto(GStrv) lines = g_strsplit (body, "\n", -1);
  g_autofree char *broken = g_strjoinv ("\r\n", lines); /* RFC 6068 wants %0D%0A */
  g_autofree char *to = g_uri_escape_string (address, "@", FALSE);
  g_autofree char *title = g_uri_escape_string (subject, NULL, FALSE);
  g_autofree char *text = g_uri_escape_string (broken, NULL, FALSE);

  return g_strdup_printf ("mailto:%s?subject=%s&body=%s", to, title, text);
}

/**
 * vsl_review_sheet_dup_mailto:
 * @self: a sheet
 * @address: to whom; may be empty
 * @whole: (out) (optional): whether the passages are in it; where they would make it longer than mail
 *   programs take, a sentence is in their place
 *
 * Returns: (transfer full): the address of a mail (RFC 6068) for the user to look at and send
 */
char *
vsl_review_sheet_dup_mailto (VslReviewSheet *self,
                             const char     *address,
                             gboolean       *whole)
{
  const VslReviewLabels *labels = vsl_review_labels_for_language (self->language);
  g_autofree char *body = write_text (self, 1);
  g_autofree char *link = make_link (address, self->title, body);
  gboolean fits = strlen (link) <= MAX_LINK_BYTES;

  if (whole != NULL)
    *whole = fits;

  return fits ? g_steal_pointer (&link) : make_link (address, self->title, labels->too_long);
}

/**
 * vsl_review_sheet_write:
 * @self: a sheet
 * @format: text, markdown, html, pdf or mail
 * @address: to whom, for mail; may be empty
 * @error: return location; %VSL_DESK_ERROR_USAGE for another format
 *
 * Returns: (transfer full): it as a file of that format
 */
GBytes *
vsl_review_sheet_write (VslReviewSheet  *self,
                        const char      *format,
                        const char      *address,
                        GError         **error)
{
  char *text = NULL;

  if (g_str_equal (format, "pdf"))
    return vsl_review_sheet_make_pdf (self, error);
  if (g_str_equal (format, "text"))
    text = vsl_review_sheet_dup_text (self);
  else if (g_str_equal (format, "markdown"))
    text = vsl_review_sheet_dup_markdown (self);
  else if (g_str_equal (format, "html"))
    text = vsl_review_sheet_dup_html (self);
  else if (g_str_equal (format, "mail"))
    text = vsl_review_sheet_dup_mailto (self, address, NULL);
  if (text != NULL)
    return g_bytes_new_take (text, strlen (text));

  vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "unknown-format",
                      _("“%s” is not text, markdown, html, pdf or mail."), format);
  return NULL;
}
