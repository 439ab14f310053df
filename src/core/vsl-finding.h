/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-field.h"
#include "core/vsl-vocabulary.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define VSL_TYPE_FINDING (vsl_finding_get_type ())
G_DECLARE_FINAL_TYPE (VslFinding, vsl_finding, VSL, FINDING, GObject)

VslFinding         *vsl_finding_new         (const char         *rule,
                                             VslLevel            level,
                                             VslField            field,
                                             gsize               offset,
                                             gsize               length,
                                             const char         *text,
                                             const char         *message,
                                             const char * const *fixes) G_GNUC_WARN_UNUSED_RESULT;
VslFinding         *vsl_finding_new_at_line (const char         *rule,
                                             VslLevel            level,
                                             guint               line,
                                             guint               column,
                                             const char         *text,
                                             const char         *message) G_GNUC_WARN_UNUSED_RESULT;
const char         *vsl_finding_get_rule    (VslFinding         *self);
VslLevel            vsl_finding_get_level   (VslFinding         *self);
VslField            vsl_finding_get_field   (VslFinding         *self);
gsize               vsl_finding_get_offset  (VslFinding         *self);
gsize               vsl_finding_get_length  (VslFinding         *self);
guint               vsl_finding_get_line    (VslFinding         *self);
guint               vsl_finding_get_column  (VslFinding         *self);
const char         *vsl_finding_get_text    (VslFinding         *self);
const char         *vsl_finding_get_message (VslFinding         *self);
const char * const *vsl_finding_get_fixes   (VslFinding         *self);

G_END_DECLS
