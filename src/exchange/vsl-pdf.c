/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-pdf.h"

#include <cairo-pdf.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <pango/pangocairo.h>
#include <string.h>

/* In points: A4, and its margins. */
#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define MARGIN 71.0
#define QUOTED_INDENT 14.0

/* Below a heading there is room for two lines at least. */
#define ROOM_BELOW_HEADING 48.0

static const struct
{
  const char *font;
  double space; /* above it, in points */
} styles[] = {
  [VSL_PDF_TITLE] = { "Serif Bold 18", 0 },
  [VSL_PDF_HEADING] = { "Sans Bold 10", 20 },
  [VSL_PDF_PARAGRAPH] = { "Serif 11", 9 },
  [VSL_PDF_QUOTED] = { "Serif 11", 9 },
  [VSL_PDF_LEAD] = { "Serif Bold 11", 9 },
  [VSL_PDF_SMALL] = { "Sans 8.5", 5 },
};

struct _VslPdf
{
  GByteArray *bytes;        /* (owned) */
  cairo_surface_t *surface; /* (owned) */
  cairo_t *cairo;           /* (owned) */
  char *language;           /* (owned) */
  double y;                 /* where the next line begins */
  guint page;               /* from 1 */
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
  self->page = 1;

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
  pango_font_description_free (font);

  return layout;
}

/* The first page may be a letter; the others tell which one they are. */
static void
draw_page_number (VslPdf *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->page);
  g_autoptr(PangoLayout) layout = make_layout (self, VSL_PDF_HEADING, 0);

  pango_layout_set_text (layout, number, -1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  cairo_move_to (self->cairo, MARGIN, PAGE_HEIGHT - MARGIN / 2);
  pango_cairo_show_layout (self->cairo, layout);
}

static void
start_page (VslPdf *self)
{
  cairo_show_page (self->cairo);
  self->y = MARGIN;
  self->page++;
  draw_page_number (self);
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

/* Puts lines under what is there, one by one, on as many pages as they need. */
static void
show_lines (VslPdf      *self,
            VslPdfStyle  style,
            PangoLayout *layout,
            double       indent)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  self->y += styles[style].space;
  if (style == VSL_PDF_HEADING && self->y + ROOM_BELOW_HEADING > PAGE_HEIGHT - MARGIN)
    start_page (self);
  do
    {
      int top, bottom;
      double height;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      height = (double) (bottom - top) / PANGO_SCALE;
      if (self->y + height > PAGE_HEIGHT - MARGIN)
        start_page (self);
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
 * vsl_pdf_add:
 * @self: a document
 * @style: how it is to look
 * @text: a paragraph
 *
 * Puts a paragraph under what is there.
 */
void
vsl_pdf_add (VslPdf      *self,
             VslPdfStyle  style,
             const char  *text)
{
  double indent = style == VSL_PDF_QUOTED ? QUOTED_INDENT : 0;
  g_autoptr(PangoLayout) layout = make_layout (self, style, indent);

  pango_layout_set_text (layout, text, -1);
  show_lines (self, style, layout, indent);
}

/**
 * vsl_pdf_add_markup:
 * @self: a document
 * @style: how it is to look
 * @markup: a paragraph in the mark-up of Pango, which must be sound
 *
 * As vsl_pdf_add(), for words that differ in looks.
 */
void
vsl_pdf_add_markup (VslPdf      *self,
                    VslPdfStyle  style,
                    const char  *markup)
{
  double indent = style == VSL_PDF_QUOTED ? QUOTED_INDENT : 0;
  g_autoptr(PangoLayout) layout = make_layout (self, style, indent);

  pango_layout_set_markup (layout, markup, -1);
  show_lines (self, style, layout, indent);
}

static GdkPixbuf *
decode (GBytes *bytes)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean done = gdk_pixbuf_loader_write_bytes (loader, bytes, NULL);
  GdkPixbuf *pixbuf;

  if (!gdk_pixbuf_loader_close (loader, NULL) || !done)
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);

  return pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

/* The pixels as cairo has them: one number each, what is transparent over white. */
static cairo_surface_t *
make_surface (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);
  g_autoptr(GdkPixbuf) flat = gdk_pixbuf_composite_color_simple (
    pixbuf, width, height, GDK_INTERP_NEAREST, 255, 16, 0xffffff, 0xffffff);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guchar *to = cairo_image_surface_get_data (surface);
  int channels, x, y;

  if (flat == NULL || to == NULL)
    return surface;

  channels = gdk_pixbuf_get_n_channels (flat);
  for (y = 0; y < height; y++)
    {
      const guchar *from = gdk_pixbuf_read_pixels (flat) + (gsize) y * gdk_pixbuf_get_rowstride (flat);
      guint32 *row = (guint32 *) (gpointer) (to + (gsize) y * cairo_image_surface_get_stride (surface));

      for (x = 0; x < width; x++, from += channels)
        row[x] = (guint32) from[0] << 16 | (guint32) from[1] << 8 | from[2];
    }
  cairo_surface_mark_dirty (surface);

  return surface;
}

/**
 * vsl_pdf_add_picture:
 * @self: a document
 * @bytes: a picture, upright; a JPEG stays one inside the document
 *
 * Puts a picture under what is there, as wide as the text or as high as half a page.
 *
 * Returns: whether it could be read
 */
gboolean
vsl_pdf_add_picture (VslPdf *self,
                     GBytes *bytes)
{
  g_autoptr(GdkPixbuf) pixbuf = decode (bytes);
  cairo_surface_t *surface;
  double scale, height;

  if (pixbuf == NULL)
    return FALSE;

  scale = MIN ((PAGE_WIDTH - 2 * MARGIN) / gdk_pixbuf_get_width (pixbuf),
               (PAGE_HEIGHT - 2 * MARGIN) / 2 / gdk_pixbuf_get_height (pixbuf));
  scale = MIN (scale, 1);
  height = scale * gdk_pixbuf_get_height (pixbuf);
  self->y += styles[VSL_PDF_PARAGRAPH].space;
  if (self->y + height > PAGE_HEIGHT - MARGIN)
    start_page (self);

  surface = make_surface (pixbuf);
  if (g_bytes_get_size (bytes) > 2 && memcmp (g_bytes_get_data (bytes, NULL), "\xFF\xD8", 2) == 0)
    cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, g_bytes_get_data (bytes, NULL),
                                 g_bytes_get_size (bytes), (cairo_destroy_func_t) g_bytes_unref,
                                 g_bytes_ref (bytes));
  cairo_save (self->cairo);
  cairo_translate (self->cairo, MARGIN, self->y);
  cairo_scale (self->cairo, scale, scale);
  cairo_set_source_surface (self->cairo, surface, 0, 0);
  cairo_paint (self->cairo);
  cairo_restore (self->cairo);
  cairo_surface_destroy (surface);
  self->y += height;

  return TRUE;
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
