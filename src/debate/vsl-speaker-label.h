/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *vsl_speaker_label_measure         (const char *text,
                                             gsize      *skip) G_GNUC_WARN_UNUSED_RESULT;
char     *vsl_speaker_label_measure_loosely (const char *text,
                                             gsize      *skip) G_GNUC_WARN_UNUSED_RESULT;
gboolean  vsl_speaker_label_is_certain      (const char *label);
char     *vsl_speaker_label_clean           (const char *label) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
