/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-store.h"

G_BEGIN_DECLS

#define VSL_TYPE_MIRROR (vsl_mirror_get_type ())
G_DECLARE_FINAL_TYPE (VslMirror, vsl_mirror, VSL, MIRROR, GObject)

VslMirror  *vsl_mirror_new         (VslStore    *store,
                                    const char  *folder) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_mirror_close       (VslMirror   *self);
const char *vsl_mirror_get_problem (VslMirror   *self);
void        vsl_mirror_write_all   (VslMirror   *self);
void        vsl_mirror_touch       (VslMirror   *self,
                                    const char  *id);
void        vsl_mirror_forget      (VslMirror   *self,
                                    const char  *id);

G_END_DECLS
