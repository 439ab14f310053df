/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define VSL_TYPE_REMOTE_TEXT (vsl_remote_text_get_type ())
G_DECLARE_FINAL_TYPE (VslRemoteText, vsl_remote_text, VSL, REMOTE_TEXT, GObject)

VslRemoteText *vsl_remote_text_new         (const char    *title,
                                            const char    *excerpt,
                                            const char    *content,
                                            const char    *format,
                                            const char    *hash,
                                            gint64         seen_at) G_GNUC_WARN_UNUSED_RESULT;
const char    *vsl_remote_text_get_title   (VslRemoteText *self);
const char    *vsl_remote_text_get_excerpt (VslRemoteText *self);
const char    *vsl_remote_text_get_content (VslRemoteText *self);
const char    *vsl_remote_text_get_format  (VslRemoteText *self);
const char    *vsl_remote_text_get_hash    (VslRemoteText *self);
gint64         vsl_remote_text_get_seen_at (VslRemoteText *self);

G_END_DECLS
