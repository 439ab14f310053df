/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-remote-text.h"
#include "core/vsl-vocabulary.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define VSL_TYPE_REMOTE_COPY (vsl_remote_copy_get_type ())
G_DECLARE_FINAL_TYPE (VslRemoteCopy, vsl_remote_copy, VSL, REMOTE_COPY, GObject)

VslRemoteCopy  *vsl_remote_copy_new             (const char      *remote_id,
                                                 const char      *token,
                                                 VslRemoteStatus  status,
                                                 const char      *url,
                                                 const char      *edit_url,
                                                 const char      *revision,
                                                 const char      *modified,
                                                 const char      *content_hash) G_GNUC_WARN_UNUSED_RESULT;
VslRemoteCopy  *vsl_remote_copy_new_with_text   (VslRemoteCopy   *copy,
                                                 VslRemoteText   *text) G_GNUC_WARN_UNUSED_RESULT;
VslRemoteText  *vsl_remote_copy_get_text        (VslRemoteCopy   *self);
const char     *vsl_remote_copy_get_remote_id   (VslRemoteCopy   *self);
const char     *vsl_remote_copy_get_token       (VslRemoteCopy   *self);
VslRemoteStatus vsl_remote_copy_get_status      (VslRemoteCopy   *self);
const char     *vsl_remote_copy_get_url         (VslRemoteCopy   *self);
char           *vsl_remote_copy_dup_slug        (VslRemoteCopy   *self) G_GNUC_WARN_UNUSED_RESULT;
const char     *vsl_remote_copy_get_edit_url    (VslRemoteCopy   *self);
const char     *vsl_remote_copy_get_revision    (VslRemoteCopy   *self);
const char     *vsl_remote_copy_get_modified    (VslRemoteCopy   *self);
const char     *vsl_remote_copy_get_content_hash (VslRemoteCopy  *self);

G_END_DECLS
