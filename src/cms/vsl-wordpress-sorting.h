/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-wordpress-terms.h"

G_BEGIN_DECLS

/**
 * VslWordpressSorting:
 *
 * What an article is sorted by on a WordPress, as the ids there. Freed by its one owner.
 */
typedef struct
{
  GArray    *tags;       /* (owned) gint64, ascending */
  GArray    *categories; /* (owned) (nullable) gint64, ascending; NULL: left as they are */
  GPtrArray *missing;    /* (owned) of VslMissingTerm */
} VslWordpressSorting;

void                 vsl_wordpress_sorting_free        (VslWordpressSorting    *self);
void                 vsl_wordpress_sorting_look_async  (VslHttp                *http,
                                                        GUri                   *root,
                                                        VslWordpressMemory     *memory,
                                                        const char * const     *tags,
                                                        const char * const     *categories,
                                                        VslWordpressTermsFlags  flags,
                                                        GCancellable           *cancellable,
                                                        GAsyncReadyCallback     callback,
                                                        gpointer                user_data);
VslWordpressSorting *vsl_wordpress_sorting_look_finish (VslHttp                *http,
                                                        GAsyncResult           *result,
                                                        GError                **error) G_GNUC_WARN_UNUSED_RESULT;

GError              *vsl_wordpress_sorting_refuse      (VslWordpressSorting    *self,
                                                        const char             *site) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslWordpressSorting, vsl_wordpress_sorting_free)

G_END_DECLS
