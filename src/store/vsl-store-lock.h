/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-store-error.h"

G_BEGIN_DECLS

/**
 * VslStoreLock:
 *
 * The right to write a data directory: held by one process, and freed by the kernel however that
 * process ends.
 */
typedef struct _VslStoreLock VslStoreLock;

VslStoreLock *vsl_store_lock_take (const char    *directory,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void          vsl_store_lock_free (VslStoreLock  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslStoreLock, vsl_store_lock_free)

G_END_DECLS
