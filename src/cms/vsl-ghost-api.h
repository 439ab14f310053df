/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-http-reply.h"

G_BEGIN_DECLS

/* What the site says of itself to anybody. */
typedef struct
{
  char *title;   /* (owned) */
  char *version; /* (owned) (nullable) */
} VslGhostSite;

VslGhostSite *vsl_ghost_site_parse  (VslHttpReply  *reply,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void          vsl_ghost_site_free   (VslGhostSite  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslGhostSite, vsl_ghost_site_free)

gboolean      vsl_ghost_key_is_valid (const char   *key);
char         *vsl_ghost_key_sign    (const char    *key,
                                     gint64         now) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *vsl_ghost_api_guess   (GUri          *page) G_GNUC_WARN_UNUSED_RESULT;
GUri         *vsl_ghost_api_uri     (GUri          *root,
                                     const char    *route,
                                     const char    *first_name,
                                     ...) G_GNUC_WARN_UNUSED_RESULT G_GNUC_NULL_TERMINATED;
char         *vsl_ghost_api_edit_url (GUri         *root,
                                     const char    *id) G_GNUC_WARN_UNUSED_RESULT;
char         *vsl_ghost_api_quote   (const char    *text) G_GNUC_WARN_UNUSED_RESULT;
JsonNode     *vsl_ghost_api_judge   (VslHttpReply  *reply,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
