/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-db.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* For the other files of the store only. The functions that take a database run in its thread, and
 * in a transaction of their own that may be part of another one. */
/* The article that was stored last, with the number of words of its body: who types stores the same
 * article over and over. What it says holds only while the database has the same revision. */
typedef struct
{
  VslArticle *article; /* (owned) (nullable) */
  guint body_words;
} VslLastSaved;

VslDb    *vsl_store_get_db        (VslStore      *self);
VslLastSaved *vsl_store_get_last_saved (VslStore *self);
gboolean  vsl_store_is_on_network (VslStore      *self);
gpointer  vsl_store_call          (VslStore      *self,
                                   VslStoreFunc   func,
                                   gpointer       data,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
