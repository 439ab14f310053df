/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-field.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* Where somebody is in an article. Offsets are in characters of the field. */
typedef struct
{
  VslField field;  /* the one that has the cursor */
  gint64   cursor;
  gint64   anchor; /* the other end of the selection; the cursor when nothing is selected */
  gint64   top;    /* the first character of the body that is visible */
} VslArticleView;

gboolean  vsl_store_save_view    (VslStore              *self,
                                  const char            *article_id,
                                  const VslArticleView  *view,
                                  GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  vsl_store_load_view    (VslStore              *self,
                                  const char            *article_id,
                                  VslArticleView        *view,
                                  GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  vsl_store_save_session (VslStore              *self,
                                  const char            *key,
                                  const char            *value,
                                  GError               **error) G_GNUC_WARN_UNUSED_RESULT;
char     *vsl_store_load_session (VslStore              *self,
                                  const char            *key,
                                  GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
