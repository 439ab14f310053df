/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-site.h"

G_BEGIN_DECLS

/* What our user may do on a site, as the site said it when it was last connected with. */
typedef enum
{
  VSL_RIGHT_PUBLISH,
  VSL_RIGHT_UPLOAD, /* pictures */
  VSL_RIGHT_TERMS,  /* make tags that are not there yet */
  VSL_N_RIGHTS
} VslRight;

gboolean vsl_site_rights_known    (VslSite  *site);
gboolean vsl_site_rights_may      (VslSite  *site,
                                   VslRight  right);
char    *vsl_site_rights_describe (VslSite  *site) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
