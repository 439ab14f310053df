/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VslStoreThread:
 *
 * One thread with a queue, first in, first out. Everything that touches one database runs in the one
 * thread of that database. Any thread may give it work.
 */
typedef struct _VslStoreThread VslStoreThread;

/* Runs in the thread. */
typedef void     (*VslStoreThreadFunc) (gpointer data);
/* Runs in the thread; what it returns is what the _finish gives, or NULL with @error set. */
typedef gpointer (*VslStoreThreadTaskFunc) (gpointer source, gpointer data, GError **error);

VslStoreThread *vsl_store_thread_new        (const char             *name) G_GNUC_WARN_UNUSED_RESULT;
VslStoreThread *vsl_store_thread_ref        (VslStoreThread         *self);
void            vsl_store_thread_unref      (VslStoreThread         *self);
gboolean        vsl_store_thread_is_current (VslStoreThread         *self);

gboolean        vsl_store_thread_call       (VslStoreThread         *self,
                                             VslStoreThreadFunc      func,
                                             gpointer                data) G_GNUC_WARN_UNUSED_RESULT;
gboolean        vsl_store_thread_push       (VslStoreThread         *self,
                                             VslStoreThreadFunc      func,
                                             gpointer                data) G_GNUC_WARN_UNUSED_RESULT;
gboolean        vsl_store_thread_push_task  (VslStoreThread         *self,
                                             GTask                  *task,
                                             VslStoreThreadTaskFunc  func,
                                             gpointer                data,
                                             GDestroyNotify          destroy_data,
                                             GDestroyNotify          destroy_result);
void            vsl_store_thread_shutdown   (VslStoreThread         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslStoreThread, vsl_store_thread_unref)

G_END_DECLS
