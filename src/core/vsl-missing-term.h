/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What a site sorts articles by. */
typedef enum
{
  VSL_TERM_TAG,
  VSL_TERM_CATEGORY
} VslTermKind;

#define VSL_TYPE_MISSING_TERM (vsl_missing_term_get_type ())
G_DECLARE_FINAL_TYPE (VslMissingTerm, vsl_missing_term, VSL, MISSING_TERM, GObject)

VslMissingTerm     *vsl_missing_term_new         (VslTermKind          kind,
                                                  const char          *name,
                                                  const char * const  *similar) G_GNUC_WARN_UNUSED_RESULT;
VslTermKind         vsl_missing_term_get_kind    (VslMissingTerm      *self);
const char         *vsl_missing_term_get_name    (VslMissingTerm      *self);
const char * const *vsl_missing_term_get_similar (VslMissingTerm      *self);

G_END_DECLS
