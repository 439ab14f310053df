/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-http.h"
#include "core/vsl-site-choices.h"

G_BEGIN_DECLS

/**
 * VslWordpressByline:
 *
 * The people of a byline as a WordPress knows them. Freed by its one owner.
 */
typedef struct
{
  VslBylinePlace  place;
  char          **names;   /* (owned) in the order of the byline */
  char          **keys;    /* (owned) of each name what the place calls it: an id or a slug; empty for
                              one that is not there, or more than once */
  char           *problem; /* (owned) (nullable) why the byline cannot go there, translated */
} VslWordpressByline;

void                vsl_wordpress_byline_free        (VslWordpressByline   *self);
char              **vsl_wordpress_byline_split       (const char           *byline) G_GNUC_WARN_UNUSED_RESULT;
gboolean            vsl_wordpress_byline_is_whole    (VslWordpressByline   *self);
char               *vsl_wordpress_byline_to_newspack (VslWordpressByline   *self,
                                                      const char           *label,
                                                      const char           *byline) G_GNUC_WARN_UNUSED_RESULT;
void                vsl_wordpress_byline_look_async  (VslHttp              *http,
                                                      GUri                 *root,
                                                      VslBylinePlace        place,
                                                      const char           *byline,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
VslWordpressByline *vsl_wordpress_byline_look_finish (VslHttp              *http,
                                                      GAsyncResult         *result,
                                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslWordpressByline, vsl_wordpress_byline_free)

G_END_DECLS
