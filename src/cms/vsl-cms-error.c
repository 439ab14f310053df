/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-cms-error.h"

/* What rides along with an error: when the site said that it may be asked again. */
typedef struct
{
  guint retry_after; /* seconds; 0 when it did not say */
} VslCmsErrorPrivate;

static void
vsl_cms_error_private_init (VslCmsErrorPrivate *self)
{
  self->retry_after = 0;
}

static void
vsl_cms_error_private_copy (const VslCmsErrorPrivate *source,
                            VslCmsErrorPrivate       *target)
{
  target->retry_after = source->retry_after;
}

static void
vsl_cms_error_private_clear (VslCmsErrorPrivate *self)
{
  self->retry_after = 0;
}

G_DEFINE_EXTENDED_ERROR (VslCmsError, vsl_cms_error)

/**
 * vsl_cms_error_get_retry_after:
 * @error: any error
 *
 * Returns: the seconds after which the site said it may be asked again; 0 when it did not say
 */
guint
vsl_cms_error_get_retry_after (const GError *error)
{
  g_return_val_if_fail (error != NULL, 0);

  return error->domain == VSL_CMS_ERROR ? vsl_cms_error_get_private (error)->retry_after : 0;
}

/**
 * vsl_cms_error_set_retry_after:
 * @error: an error of %VSL_CMS_ERROR
 * @seconds: what the site said
 */
void
vsl_cms_error_set_retry_after (GError *error,
                               guint   seconds)
{
  g_return_if_fail (error != NULL && error->domain == VSL_CMS_ERROR);

  vsl_cms_error_get_private (error)->retry_after = seconds;
}
