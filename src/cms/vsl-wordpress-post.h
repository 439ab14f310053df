/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The fields that are asked for, wherever a post is asked for. */
#define VSL_WORDPRESS_POST_FIELDS \
  "id,status,link,slug,modified_gmt,date_gmt,title.raw,content.raw,excerpt.raw,tags,categories," \
  "author,sticky,comment_status,password,featured_media,meta,ppma_author,_links"

/* The byline of Newspack, as fields of a post. */
#define VSL_WORDPRESS_BYLINE "_newspack_byline"
#define VSL_WORDPRESS_BYLINE_ACTIVE "_newspack_byline_active"

/* The first address, in the field of Yoast SEO. */
#define VSL_WORDPRESS_CANONICAL "_yoast_wpseo_canonical"

/**
 * VslWordpressPost:
 *
 * A post as the site gave it, in the fields that we know. Freed by its one owner.
 */
typedef struct
{
  gint64           id;
  VslRemoteStatus  status;
  char            *link;         /* (owned) */
  char            *slug;         /* (owned) */
  char            *modified;     /* (owned) ISO 8601, UTC */
  gint64           date;         /* µs UTC; 0 when it has none */
  char            *title;        /* (owned) raw */
  char            *content;      /* (owned) raw */
  char            *excerpt;      /* (owned) raw */
  GArray          *tags;         /* (owned) gint64 ids, ascending */
  GArray          *categories;   /* (owned) gint64 ids, ascending */
  gint64           revision;     /* id of the newest revision; 0 when there is none */
  gint64           n_revisions;  /* how many there are; 0 when the site does not say */
  gint64           author;       /* id of a user; 0 when the site does not say */
  gint64           picture;      /* id of the featured picture; 0 for none */
  gboolean         sticky;
  gboolean         comments;     /* whether readers may comment */
  char            *password;     /* (owned) that readers need; empty for none */
  char            *byline;       /* (owned) (nullable) of Newspack; empty when it is not shown, NULL
                                    when the site has no such thing */
  char            *canonical;    /* (owned) (nullable) the first address; NULL when the site has no field for it */
  GArray          *authors;      /* (owned) (nullable) gint64 ids, ascending, of PublishPress Authors;
                                    NULL when the site does not have it */
  gboolean         may_publish;  /* this user */
  gboolean         may_stick;
  gboolean         may_assign_author;
} VslWordpressPost;

VslWordpressPost *vsl_wordpress_post_parse       (JsonNode               *node,
                                                  GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void              vsl_wordpress_post_free        (VslWordpressPost       *self);
char             *vsl_wordpress_post_dup_hash    (VslWordpressPost       *self) G_GNUC_WARN_UNUSED_RESULT;
char             *vsl_wordpress_post_dup_token   (VslWordpressPost       *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean          vsl_wordpress_post_has_token   (VslWordpressPost       *self,
                                                  const char             *token);
VslRemoteCopy    *vsl_wordpress_post_to_copy     (VslWordpressPost       *self,
                                                  GUri                   *root) G_GNUC_WARN_UNUSED_RESULT;
VslRemoteCopy    *vsl_wordpress_post_to_copy_with_text (VslWordpressPost       *self,
                                                  GUri                   *root) G_GNUC_WARN_UNUSED_RESULT;
gboolean          vsl_wordpress_post_was_moved   (VslWordpressPost       *self,
                                                  VslRemoteCopy          *base,
                                                  VslRemoteStatus         wanted);
gboolean          vsl_wordpress_post_was_edited  (VslWordpressPost       *self,
                                                  VslRemoteCopy          *base);
gboolean          vsl_wordpress_post_was_edited_in (VslWordpressPost *self,
                                                    VslRemoteCopy    *base,
                                                    gint64            picture,
                                                    gboolean          slug);
gboolean          vsl_wordpress_post_lost_picture (VslWordpressPost  *self,
                                                   VslRemoteCopy     *base,
                                                   GPtrArray         *pictures);
VslWordpressPost *vsl_wordpress_post_choose      (JsonArray              *posts,
                                                  const char             *token) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslWordpressPost, vsl_wordpress_post_free)

G_END_DECLS
