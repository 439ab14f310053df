/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-wordpress-post.h"

G_BEGIN_DECLS

/**
 * VslWordpressBody:
 *
 * What an article is to be on a WordPress, in WordPress's words. Freed by its one owner.
 */
typedef struct
{
  VslRemoteStatus  status;
  gint64           at;            /* µs UTC, for VSL_REMOTE_FUTURE */
  char            *title;         /* (owned) */
  char            *content;       /* (owned) */
  char            *excerpt;       /* (owned) */
  char            *slug;          /* (owned) empty when none can be made */
  gboolean         slug_chosen;   /* somebody wrote the slug; else it follows the headline */
  GArray          *tags;          /* (owned) gint64, ascending */
  GArray          *categories;    /* (owned) (nullable) gint64, ascending; NULL: as they are there */
  gint64           author;        /* id of a user; 0: as it is there */
  GArray          *authors;       /* (owned) (nullable) gint64, ascending, of PublishPress Authors */
  char            *byline;        /* (owned) (nullable) of Newspack; NULL: as it is there */
  VslChoice        sticky;
  VslChoice        comments;
  char            *password;      /* (owned) (nullable) that readers need; NULL: as it is there */
  gint64           picture;       /* id of the one at its head; 0 leaves what is there and not ours */
  GPtrArray       *own_pictures;  /* (owned) (nullable) of char *: ids of ours */
} VslWordpressBody;

VslWordpressBody *vsl_wordpress_body_new         (const VslCmsRequest     *request) G_GNUC_WARN_UNUSED_RESULT;
void              vsl_wordpress_body_free        (VslWordpressBody        *self);
void              vsl_wordpress_body_render      (VslWordpressBody        *self,
                                                  VslArticle              *article,
                                                  const char              *token,
                                                  gboolean                 with_byline,
                                                  gboolean                 with_credit);
void              vsl_wordpress_body_set_tags    (VslWordpressBody        *self,
                                                  GArray                  *tags);
void              vsl_wordpress_body_set_categories (VslWordpressBody     *self,
                                                  GArray                  *categories);
gboolean          vsl_wordpress_body_check_placement (VslWordpressBody    *self,
                                                  VslWordpressPost        *current,
                                                  GError                 **error);
gboolean          vsl_wordpress_body_check_time  (VslWordpressBody        *self,
                                                  gint64                   now,
                                                  GError                 **error);
JsonNode         *vsl_wordpress_body_for_create  (VslWordpressBody        *self) G_GNUC_WARN_UNUSED_RESULT;
JsonNode         *vsl_wordpress_body_for_update  (VslWordpressBody        *self,
                                                  VslWordpressPost        *current,
                                                  gint64                   now) G_GNUC_WARN_UNUSED_RESULT;
gboolean          vsl_wordpress_body_is_stored   (VslWordpressBody        *self,
                                                  VslWordpressPost        *post);
gboolean          vsl_wordpress_body_verify      (VslWordpressBody        *self,
                                                  VslWordpressPost        *post,
                                                  const char              *site,
                                                  GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslWordpressBody, vsl_wordpress_body_free)

G_END_DECLS
