/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-site.h"

G_BEGIN_DECLS

GTimeZone *vsl_site_time_zone     (VslSite     *site) G_GNUC_WARN_UNUSED_RESULT;
gboolean   vsl_site_time_parse    (VslSite     *site,
                                   const char  *text,
                                   gint64       now,
                                   gint64      *at,
                                   GError     **error);
gboolean   vsl_site_time_parse_here
                                  (const char  *text,
                                   gint64      *at,
                                   GError     **error);
char      *vsl_site_time_describe (VslSite     *site,
                                   gint64       at) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
