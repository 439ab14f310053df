/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-finding.h"
#include "core/vsl-site.h"
#include "desk/vsl-check-report.h"

G_BEGIN_DECLS

/*
 * What there is to look at before an article goes to a site: what the rules find, what is the matter with
 * its quotations, and which of it the house lets nothing pass with. Never changes.
 */
#define VSL_TYPE_PREFLIGHT (vsl_preflight_get_type ())
G_DECLARE_FINAL_TYPE (VslPreflight, vsl_preflight, VSL, PREFLIGHT, GObject)

VslPreflight *vsl_preflight_new              (VslArticle     *article,
                                              VslSite        *site,
                                              VslCheckReport *report) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *vsl_preflight_get_findings     (VslPreflight   *self);
guint         vsl_preflight_count_blocking   (VslPreflight   *self);
char         *vsl_preflight_describe         (VslPreflight   *self) G_GNUC_WARN_UNUSED_RESULT;
char         *vsl_preflight_describe_override (VslPreflight  *self,
                                              VslSite        *site,
                                              const char     *reason) G_GNUC_WARN_UNUSED_RESULT;
guint         vsl_preflight_count_rules      (void);
const char   *vsl_preflight_get_rule         (guint           index,
                                              gboolean       *blocks);
gboolean      vsl_preflight_has_rule         (const char     *name);
char         *vsl_preflight_list_rules       (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
