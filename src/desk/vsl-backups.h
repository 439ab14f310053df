/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-clock.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _VslStore VslStore;

#define VSL_TYPE_BACKUPS (vsl_backups_get_type ())
G_DECLARE_FINAL_TYPE (VslBackups, vsl_backups, VSL, BACKUPS, GObject)

VslBackups *vsl_backups_new           (VslStore            *store,
                                       VslClock             clock,
                                       gpointer             clock_data) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_backups_close         (VslBackups          *self);
void        vsl_backups_start         (VslBackups          *self);
gboolean    vsl_backups_get_automatic (VslBackups          *self);
void        vsl_backups_set_automatic (VslBackups          *self,
                                       gboolean             automatic);
gboolean    vsl_backups_get_mirror    (VslBackups          *self);
void        vsl_backups_set_mirror    (VslBackups          *self,
                                       gboolean             mirror);
gboolean    vsl_backups_get_busy      (VslBackups          *self);
const char *vsl_backups_get_problem   (VslBackups          *self);
void        vsl_backups_tick          (VslBackups          *self);
void        vsl_backups_touch         (VslBackups          *self,
                                       const char          *id);
void        vsl_backups_forget        (VslBackups          *self,
                                       const char          *id);
void        vsl_backups_make_async    (VslBackups          *self,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
char       *vsl_backups_make_finish   (VslBackups          *self,
                                       GAsyncResult        *result,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_backups_write         (VslBackups          *self,
                                       const char          *path,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_backups_check_async   (VslBackups          *self,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
GPtrArray  *vsl_backups_check_finish  (VslBackups          *self,
                                       GAsyncResult        *result,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *vsl_backups_check         (VslBackups          *self,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
