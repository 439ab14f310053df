/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-http-reply.h"

G_BEGIN_DECLS

/* What the index of the API says. */
typedef struct
{
  char     *title;                 /* (owned) the name of the site */
  gboolean  application_passwords; /* whether they can be used there */
  char     *timezone;              /* (owned) (nullable) Europe/Amsterdam, or +01:00 */
  char     *offers;                /* (owned) what it has for bylines and credits; see VslCmsAbout */
  char     *authorize_url;         /* (owned) (nullable) the page where a person gives one out */
} VslWordpressIndex;

VslWordpressIndex *vsl_wordpress_index_parse    (VslHttpReply       *reply,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void               vsl_wordpress_index_free     (VslWordpressIndex  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslWordpressIndex, vsl_wordpress_index_free)

GUri              *vsl_wordpress_api_uri        (GUri               *root,
                                                 const char         *route,
                                                 const char         *first_name,
                                                 ...) G_GNUC_WARN_UNUSED_RESULT G_GNUC_NULL_TERMINATED;
GPtrArray         *vsl_wordpress_api_guess      (GUri               *page) G_GNUC_WARN_UNUSED_RESULT;
char              *vsl_wordpress_api_edit_url   (GUri               *root,
                                                 gint64              id) G_GNUC_WARN_UNUSED_RESULT;
char              *vsl_wordpress_api_authorization (const char      *user,
                                                 const char         *password) G_GNUC_WARN_UNUSED_RESULT;
char              *vsl_wordpress_text_escape    (const char         *text) G_GNUC_WARN_UNUSED_RESULT;
char              *vsl_wordpress_text_unescape  (const char         *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
