/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define VSL_TYPE_UTTERANCE (vsl_utterance_get_type ())
G_DECLARE_FINAL_TYPE (VslUtterance, vsl_utterance, VSL, UTTERANCE, GObject)

#define VSL_TIME_UNKNOWN G_GINT64_CONSTANT (-1)

VslUtterance *vsl_utterance_new                (const char   *id,
                                                gint64        start_ms,
                                                gint64        end_ms,
                                                const char   *speaker,
                                                const char   *text,
                                                gboolean      off_the_record) G_GNUC_WARN_UNUSED_RESULT;
const char   *vsl_utterance_get_id             (VslUtterance *self);
gint64        vsl_utterance_get_start_ms       (VslUtterance *self);
gint64        vsl_utterance_get_end_ms         (VslUtterance *self);
const char   *vsl_utterance_get_speaker        (VslUtterance *self);
const char   *vsl_utterance_get_text           (VslUtterance *self);
gboolean      vsl_utterance_get_off_the_record (VslUtterance *self);

G_END_DECLS
