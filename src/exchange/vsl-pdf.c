/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

/* In points: A4, and its margins. */
#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define MARGIN 71.0
#define QUOTED_INDENT 14.0

static const struct
{
  const char *font;
  double space; /* above it, in points */
} styles[] = {
  [VSL_PDF_TITLE] = { "Serif Bold 18", 0 },
  [VSL_PDF_HEADING] = { "Sans Bold 10", 20 },
  [VSL_PDF_PARAGRAPH] = { "Serif 11", 9 },
  [VSL_PDF_QUOTED] = { "Serif 11", 9 },
};

struct _VslPdf
{
  GByteArray *bytes;        /* (owned) */
  cairo_surface_t *surface; /* (owned) */
  cairo_t *cairo;           /* (owned) */
  char *language;           /* (owned) */
  double y;                 /* where the next line begins */
};

static cairo_status_t
write_bytes (void                *data,
             const unsigned char *bytes,
             unsigned int         length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * vsl_pdf_new:
 * @title: the title that viewers show
 * @language: (nullable): the BCP 47 tag of the language, for breaking lines
 *
 * Returns: (transfer full): a document without anything on its first page
 */
VslPdf *
vsl_pdf_new (const char *title,
             const char *language)
{
  VslPdf *self = g_new0 (VslPdf, 1);

  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (write_bytes, self->bytes, PAGE_WIDTH,
                                                       PAGE_HEIGHT);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  self->cairo = cairo_create (self->surface);
  self->language = g_strdup (language);
  self->y = MARGIN;

  return self;
}

/**
 * vsl_pdf_free:
 * @self: (transfer full): a document
 *
 * Frees it.
 */
void
vsl_pdf_free (VslPdf *self)
{
  cairo_destroy (self->cairo);
  cairo_surface_destroy (self->surface);
  g_byte_array_unref (self->bytes);
  g_free (self->language);
  g_free (self);
}

static PangoLayout *
make_layout (VslPdf      *self,
             VslPdfStyle  style,
             const char  *text,
             double       indent)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cairo);
  PangoFontDescription *font = pango_font_description_from_string (styles[style].font);
  PangoContext *context = pango_layout_get_context (layout);

  /* Points, not the pixels of a screen. */
  pango_cairo_context_set_resolution (context, 72);
  if (self->language != NULL)
    pango_context_set_language (context, pango_language_from_string (self->language));
  pango_layout_context_changed (layout);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) ((PAGE_WIDTH - 2 * MARGIN - indent) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.25f);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  return layout;
}

static void
draw_bar (VslPdf *self,
          double  height)
{
  cairo_save (self->cairo);
  cairo_set_source_rgb (self->cairo, 0.6, 0.6, 0.6);
  cairo_rectangle (self->cairo, MARGIN, self->y, 1.5, height);
  cairo_fill (self->cairo);
  cairo_restore (self->cairo);
}

/**
 * vsl_pdf_add:
 * @self: a document
 * @style: how it is to look
 * @text: a paragraph
 *
 * Puts a paragraph under what is there, line by line, on as many pages as it needs.
 */
void
vsl_pdf_add (VslPdf      *self,
             VslPdfStyle  style,
             const char  *text)
{
  double indent = style == VSL_PDF_QUOTED ? QUOTED_INDENT : 0;
  g_autoptr(PangoLayout) layout = make_layout (self, style, text, indent);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  self->y += styles[style].space;
  do
    {
      PangoRectangle line;
      int top, bottom;
      double height;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      height = (double) (bottom - top) / PANGO_SCALE;
      if (self->y + height > PAGE_HEIGHT - MARGIN)
        {
          cairo_show_page (self->cairo);
          self->y = MARGIN;
        }
      if (style == VSL_PDF_QUOTED)
        draw_bar (self, height);
      cairo_move_to (self->cairo, MARGIN + indent,
                     self->y + (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE);
      pango_cairo_show_layout_line (self->cairo, pango_layout_iter_get_line_readonly (iter));
      self->y += height;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/**
 * vsl_pdf_end:
 * @self: a document, to which nothing is added after this
 * @error: return location
 *
 * Returns: (transfer full): the file
 */
GBytes *
vsl_pdf_end (VslPdf  *self,
             GError **error)
{
  cairo_status_t status;

  cairo_surface_finish (self->surface);
  status = cairo_surface_status (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_bytes_new (self->bytes->data, self->bytes->len);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return NULL;
}
