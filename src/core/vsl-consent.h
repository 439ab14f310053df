/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-embargo.h"
#include "core/vsl-review.h"

G_BEGIN_DECLS

#define VSL_TYPE_CONSENT (vsl_consent_get_type ())
G_DECLARE_FINAL_TYPE (VslConsent, vsl_consent, VSL, CONSENT, GObject)

VslConsent       *vsl_consent_new               (GPtrArray  *reviews,
                                                 GPtrArray  *steps) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *vsl_consent_get_reviews       (VslConsent *self);
const VslEmbargo *vsl_consent_get_embargo       (VslConsent *self);
GPtrArray        *vsl_consent_get_embargo_steps (VslConsent *self);
VslReview        *vsl_consent_find_review       (VslConsent *self,
                                                 const char *name);
guint             vsl_consent_count_promised    (VslConsent *self);
guint             vsl_consent_count_outstanding (VslConsent *self);

G_END_DECLS
