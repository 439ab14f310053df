/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-db.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* For the other files of the store only. The functions that take a database run in its thread, and
 * in a transaction of their own that may be part of another one. */
VslDb    *vsl_store_get_db        (VslStore      *self);
gboolean  vsl_store_is_on_network (VslStore      *self);
gpointer  vsl_store_call          (VslStore      *self,
                                   VslStoreFunc   func,
                                   gpointer       data,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
