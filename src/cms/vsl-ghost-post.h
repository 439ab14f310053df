/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * VslGhostPost:
 *
 * A post as the site gave it, in the fields that we know. Freed by its one owner.
 */
typedef struct
{
  char            *id;           /* (owned) */
  VslRemoteStatus  status;
  char            *url;          /* (owned) */
  char            *slug;         /* (owned) */
  char            *updated_at;   /* (owned) as Ghost wants it back */
  gint64           published_at; /* µs UTC; 0 when it has none */
  char            *title;        /* (owned) */
  char            *lexical;      /* (owned) */
  char            *excerpt;      /* (owned) */
  char            *picture;      /* (owned) address of the one at its head */
  char            *head;         /* (owned) what goes into the head of the page, with our mark */
  char           **tags;         /* (owned) ids, in order of the alphabet */
} VslGhostPost;

VslGhostPost  *vsl_ghost_post_parse      (JsonNode         *root,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
VslGhostPost  *vsl_ghost_post_choose     (JsonNode         *root,
                                          const char       *token,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void           vsl_ghost_post_free       (VslGhostPost     *self);
char          *vsl_ghost_post_dup_hash   (VslGhostPost     *self) G_GNUC_WARN_UNUSED_RESULT;
VslRemoteCopy *vsl_ghost_post_to_copy    (VslGhostPost     *self,
                                          GUri             *root) G_GNUC_WARN_UNUSED_RESULT;
gboolean       vsl_ghost_post_was_moved  (VslGhostPost     *self,
                                          VslRemoteCopy    *base,
                                          VslRemoteStatus   wanted);
gboolean       vsl_ghost_post_was_edited (VslGhostPost     *self,
                                          VslRemoteCopy    *base);
gboolean       vsl_ghost_post_was_edited_in (VslGhostPost  *self,
                                          VslRemoteCopy    *base,
                                          const char       *picture,
                                          gboolean          slug);
char          *vsl_ghost_post_make_mark  (const char       *token) G_GNUC_WARN_UNUSED_RESULT;
const char    *vsl_ghost_post_status_name (VslRemoteStatus  status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslGhostPost, vsl_ghost_post_free)

G_END_DECLS
