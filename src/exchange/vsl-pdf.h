/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  VSL_PDF_TITLE,
  VSL_PDF_HEADING,
  VSL_PDF_PARAGRAPH,
  VSL_PDF_QUOTED, /* set in, with a line beside it */
  VSL_PDF_LEAD,
  VSL_PDF_SMALL /* what is said beside the text: who wrote it, what a picture shows */
} VslPdfStyle;

/**
 * VslPdf:
 *
 * Writes paragraphs one under the other on pages of A4. One thread at a time.
 */
typedef struct _VslPdf VslPdf;

VslPdf *vsl_pdf_new  (const char   *title,
                      const char   *language) G_GNUC_WARN_UNUSED_RESULT;
void    vsl_pdf_free (VslPdf       *self);
void    vsl_pdf_add  (VslPdf       *self,
                      VslPdfStyle   style,
                      const char   *text);
void    vsl_pdf_add_markup (VslPdf *self,
                      VslPdfStyle   style,
                      const char   *markup);
gboolean vsl_pdf_add_picture (VslPdf *self,
                      GBytes       *bytes) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vsl_pdf_end  (VslPdf       *self,
                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslPdf, vsl_pdf_free)

G_END_DECLS
