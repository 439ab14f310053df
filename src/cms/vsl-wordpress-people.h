/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-wordpress-body.h"
#include "cms/vsl-wordpress-byline.h"

G_BEGIN_DECLS

gboolean  vsl_wordpress_people_place  (VslWordpressByline  *people,
                                       VslArticle          *article,
                                       VslWordpressPost    *current,
                                       const char          *site,
                                       VslWordpressBody    *body,
                                       char               **warning);
gboolean  vsl_wordpress_people_choose (VslWordpressByline  *people,
                                       const char          *author,
                                       VslWordpressPost    *current,
                                       const char          *site,
                                       VslWordpressBody    *body,
                                       GError             **error);
gboolean  vsl_wordpress_people_may    (VslWordpressPost    *current,
                                       gboolean             or_pending,
                                       const char          *site,
                                       VslWordpressBody    *body,
                                       char               **warning,
                                       GError             **error);

G_END_DECLS
