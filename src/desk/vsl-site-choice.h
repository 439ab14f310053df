/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-site-choices.h"

G_BEGIN_DECLS

gboolean    vsl_site_choice_check          (VslSite        *site,
                                            const char     *key,
                                            const char     *value,
                                            GError        **error);
const char *vsl_site_choice_byline_words   (VslBylinePlace  place);
const char *vsl_site_choice_credit_words   (VslCreditPlace  place);

G_END_DECLS
