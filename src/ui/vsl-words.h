/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-site.h"

G_BEGIN_DECLS

/* What people read for the values of the closed vocabularies, in the language of the interface. */
const char *vsl_words_get_kind   (VslKind   kind);
const char *vsl_words_get_status (VslStatus status);
const char *vsl_words_get_brand  (VslBrand  brand);
char       *vsl_words_dup_site   (VslSite  *site) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_words_dup_length (guint     words) G_GNUC_WARN_UNUSED_RESULT;
char       *vsl_words_dup_moment (gint64    at) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
