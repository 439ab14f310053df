/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-check-report.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/**
 * VslCheckSubject:
 *
 * What the checks of one open article have in common: its transcript, read when the first check
 * needs it, and what the check before found out. References are counted in any thread; the rest is
 * for the one thread that checks.
 */
typedef struct _VslCheckSubject VslCheckSubject;

VslCheckSubject *vsl_check_subject_new     (VslStore        *store,
                                            const char      *article_id) G_GNUC_WARN_UNUSED_RESULT;
VslCheckSubject *vsl_check_subject_ref     (VslCheckSubject *self);
void             vsl_check_subject_unref   (VslCheckSubject *self);
VslCheckReport  *vsl_check_subject_check   (VslCheckSubject *self,
                                            VslArticle      *article,
                                            GCancellable    *cancellable) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *vsl_check_subject_suggest (VslCheckSubject *self,
                                            VslArticle      *article,
                                            guint            per_speaker) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslCheckSubject, vsl_check_subject_unref)

G_END_DECLS
