/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-consent.h"
#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_EMBARGO_VIEW (vsl_embargo_view_get_type ())
G_DECLARE_FINAL_TYPE (VslEmbargoView, vsl_embargo_view, VSL, EMBARGO_VIEW, AdwBin)

GtkWidget *vsl_embargo_view_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_embargo_view_show (VslEmbargoView *self,
                                  VslDesk        *desk,
                                  const char     *article_id,
                                  VslConsent     *consent);

G_END_DECLS
