/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VSL_CMS_ERROR (vsl_cms_error_quark ())
GQuark vsl_cms_error_quark (void);

/* What the person can do now. The message is a translated sentence for people; technical detail
 * goes to g_debug(), without credentials. */
typedef enum
{
  VSL_CMS_ERROR_FAILED,
  VSL_CMS_ERROR_ADDRESS,      /* no such host, refused, not an address, http:// beyond loopback */
  VSL_CMS_ERROR_TLS,
  VSL_CMS_ERROR_NOT_A_SITE,   /* something answers, but it is not the CMS's API (HTML, other JSON) */
  VSL_CMS_ERROR_AUTH,         /* credentials refused or not reaching the site */
  VSL_CMS_ERROR_FORBIDDEN,    /* right user, missing right */
  VSL_CMS_ERROR_REJECTED,     /* the site refused this content (4xx); nothing was stored */
  VSL_CMS_ERROR_NOT_FOUND,    /* the remote copy is gone */
  VSL_CMS_ERROR_CONFLICT,     /* the remote copy is not the one we last saw */
  VSL_CMS_ERROR_MISSING_TERMS,/* tags that the site does not have and may not be created */
  VSL_CMS_ERROR_BUSY,         /* no network, time-out, 429, 502, 503, 504: try again later */
  VSL_CMS_ERROR_IN_DOUBT,     /* the request may have been carried out: look before resending */
  VSL_CMS_ERROR_TOO_LARGE
} VslCmsError;

guint   vsl_cms_error_get_retry_after (const GError  *error);
void    vsl_cms_error_set_retry_after (GError        *error,
                                       guint          seconds);

G_END_DECLS
