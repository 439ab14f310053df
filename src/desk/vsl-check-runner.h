/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-check-report.h"
#include "desk/vsl-document.h"

G_BEGIN_DECLS

/*
 * Checks the article that is being written, again and again, in a thread of its own. Main thread.
 *
 * Properties that notify: "report" (VslCheckReport, nullable until the first check of a document is
 * done), "current" (VslQuotation, nullable: the one that the cursor is in).
 */
#define VSL_TYPE_CHECK_RUNNER (vsl_check_runner_get_type ())
G_DECLARE_FINAL_TYPE (VslCheckRunner, vsl_check_runner, VSL, CHECK_RUNNER, GObject)

VslDocument    *vsl_check_runner_get_document   (VslCheckRunner      *self);
void            vsl_check_runner_set_document   (VslCheckRunner      *self,
                                                 VslDocument         *document);
VslCheckReport *vsl_check_runner_get_report     (VslCheckRunner      *self);
gboolean        vsl_check_runner_is_current     (VslCheckRunner      *self);
VslQuotation   *vsl_check_runner_get_current    (VslCheckRunner      *self);
void            vsl_check_runner_set_cursor     (VslCheckRunner      *self,
                                                 VslField             field,
                                                 gsize                offset);
void            vsl_check_runner_reload         (VslCheckRunner      *self);
void            vsl_check_runner_suggest_async  (VslCheckRunner      *self,
                                                 guint                per_speaker,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
GPtrArray      *vsl_check_runner_suggest_finish (VslCheckRunner      *self,
                                                 GAsyncResult        *result,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
