/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define VSL_TYPE_UTTERANCE (vsl_utterance_get_type ())
G_DECLARE_FINAL_TYPE (VslUtterance, vsl_utterance, VSL, UTTERANCE, GObject)

#define VSL_TIME_UNKNOWN G_GINT64_CONSTANT (-1)

/* Words of an utterance that may never be used. In characters. */
typedef struct
{
  guint offset;
  guint length;
} VslOffPart;

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
/* The parts of one that is not off the record as a whole: in order, apart from each other. */
GArray       *vsl_utterance_get_off_parts      (VslUtterance *self);
char         *vsl_utterance_dup_public_text    (VslUtterance *self) G_GNUC_WARN_UNUSED_RESULT;
/* Copies in which one thing is another. */
VslUtterance *vsl_utterance_with_words         (VslUtterance *self,
                                                const char   *speaker,
                                                const char   *text) G_GNUC_WARN_UNUSED_RESULT;
VslUtterance *vsl_utterance_with_record        (VslUtterance *self,
                                                gboolean      off_the_record,
                                                GArray       *off_parts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
