/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-http-reply.h"
#include "cms/vsl-wordpress-body.h"
#include "cms/vsl-wordpress-byline.h"
#include "cms/vsl-wordpress-memory.h"

G_BEGIN_DECLS

/**
 * VslWordpressWriting:
 *
 * One article on its way to one WordPress: what it is to become, and what is known of what is there.
 * Freed by its one owner.
 */
typedef struct
{
  GUri             *root;         /* (owned) */
  char             *site;         /* (owned) for messages */
  char             *token;        /* (owned) our mark */
  VslBylinePlace    byline_place;
  VslCreditPlace    credit_place;
  char             *canonical;    /* (owned) (nullable) where it stood first, when the site is to say that */
  char             *author;       /* (owned) (nullable) who was chosen by name */
  VslWordpressByline *people;     /* (owned) (nullable) the byline there, or who was chosen */
  GPtrArray        *warnings;     /* (owned) (nullable) of the request */
  GPtrArray        *overtaken;    /* (owned) (nullable) of the request */
  VslArticle       *article;      /* (owned) */
  char            **categories;   /* (owned) (nullable) names; NULL: as they are there */
  VslRemoteCopy    *base;         /* (owned) (nullable) NULL for a new one */
  VslWordpressBody *body;         /* (owned) */
  VslWordpressPost *current;      /* (owned) (nullable) */
  VslWordpressPost *written;      /* (owned) (nullable) what our POST was answered with */
  GCancellable     *cancellable;  /* (owned) (nullable) */
  gint64            now;          /* µs UTC, by the clock of the site */
  VslWordpressMemory *memory;     /* (owned) */
  gboolean          fresh;        /* made a moment ago: what is remembered of it need not be looked at */
  gboolean          create_terms;
  gboolean          terms_known;
  gboolean          or_pending;   /* for review, when this user may not publish */
  JsonNode         *sent;         /* (owned) (nullable) our POST */
} VslWordpressWriting;

VslWordpressWriting *vsl_wordpress_writing_new          (GUri                 *root,
                                                         VslSite              *site,
                                                         VslWordpressMemory   *memory,
                                                         const VslCmsRequest  *request,
                                                         VslRemoteCopy        *base,
                                                         GCancellable         *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void                 vsl_wordpress_writing_free         (VslWordpressWriting  *self);
void                 vsl_wordpress_writing_warn         (VslWordpressWriting  *self,
                                                         char                 *sentence);
GUri                *vsl_wordpress_writing_dup_uri      (VslWordpressWriting  *self) G_GNUC_WARN_UNUSED_RESULT;
VslWordpressPost    *vsl_wordpress_writing_read_reply   (VslWordpressWriting  *self,
                                                         VslHttpReply         *reply,
                                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void                 vsl_wordpress_writing_place        (VslWordpressWriting  *self);
gboolean             vsl_wordpress_writing_is_in_conflict (VslWordpressWriting *self);
gboolean             vsl_wordpress_writing_check_rights (VslWordpressWriting  *self,
                                                         GError              **error);

G_END_DECLS
