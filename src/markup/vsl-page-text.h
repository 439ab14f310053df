/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a reader gets of a page of HTML. Freed by its one owner. */
typedef struct
{
  char      *text;   /* (owned) of the article where the page marks one, with single spaces */
  GPtrArray *links;  /* (owned) of char *, the addresses in it */
  guint      n_images;
} VslPageText;

VslPageText *vsl_page_text_parse (GBytes       *html) G_GNUC_WARN_UNUSED_RESULT;
void         vsl_page_text_free  (VslPageText  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslPageText, vsl_page_text_free)

G_END_DECLS
