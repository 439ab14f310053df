/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-consent.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_CONSENT_VIEW (vsl_consent_view_get_type ())
G_DECLARE_FINAL_TYPE (VslConsentView, vsl_consent_view, VSL, CONSENT_VIEW, AdwBin)

GtkWidget *vsl_consent_view_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_consent_view_show (VslConsentView *self,
                                  VslConsent     *consent,
                                  const char     *problem);

G_END_DECLS
