/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-ghost-post.h"

G_BEGIN_DECLS

/**
 * VslGhostBody:
 *
 * What an article is to be on a Ghost, in Ghost's words. Freed by its one owner.
 */
typedef struct
{
  VslRemoteStatus  status;
  gint64           at;          /* µs UTC, for VSL_REMOTE_FUTURE */
  char            *mark;        /* (owned) */
  char            *title;       /* (owned) */
  char            *lexical;     /* (owned) */
  char            *excerpt;     /* (owned) */
  gboolean         was_cut;     /* the lead is longer than an excerpt may be */
  char            *canonical;   /* (owned) (nullable) */
  char            *picture;     /* (owned) address of the one at its head; empty leaves what is there
                                   and not ours */
  GPtrArray       *own_pictures; /* (owned) (nullable) of char *: addresses of ours */
  char            *picture_alt; /* (owned) */
  char            *picture_caption; /* (owned) HTML */
  char            *slug;        /* (owned) empty when none can be made */
  gboolean         slug_chosen; /* somebody wrote the slug; else it follows the headline */
  char           **tags;        /* (owned) ids, in order of the alphabet */
} VslGhostBody;

VslGhostBody *vsl_ghost_body_new        (const VslCmsRequest  *request) G_GNUC_WARN_UNUSED_RESULT;
gboolean      vsl_ghost_body_cuts_lead  (VslArticle           *article);
void          vsl_ghost_body_free       (VslGhostBody         *self);
void          vsl_ghost_body_take_tags  (VslGhostBody         *self,
                                         GPtrArray            *ids);
gboolean      vsl_ghost_body_check      (VslGhostBody         *self,
                                         gint64                now,
                                         const char           *site,
                                         GError              **error);
JsonNode     *vsl_ghost_body_for_create (VslGhostBody         *self) G_GNUC_WARN_UNUSED_RESULT;
JsonNode     *vsl_ghost_body_for_update (VslGhostBody         *self,
                                         VslGhostPost         *current,
                                         gint64                now) G_GNUC_WARN_UNUSED_RESULT;
gboolean      vsl_ghost_body_is_stored  (VslGhostBody         *self,
                                         VslGhostPost         *post);
gboolean      vsl_ghost_body_verify     (VslGhostBody         *self,
                                         VslGhostPost         *post,
                                         const char           *site,
                                         GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslGhostBody, vsl_ghost_body_free)

G_END_DECLS
