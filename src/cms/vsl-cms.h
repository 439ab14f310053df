/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms-error.h"
#include "cms/vsl-cms-upload.h"
#include "core/vsl-article.h"
#include "core/vsl-missing-term.h"
#include "core/vsl-placement.h"
#include "core/vsl-remote-copy.h"
#include "core/vsl-site.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a site says of itself and of this user. Filled by vsl_cms_connect_async(). */
typedef struct
{
  char     *title;        /* (owned) */
  char     *version;      /* (owned) (nullable) */
  char     *api_root;     /* (owned) (nullable) the pinned address of the API */
  char     *user_name;    /* (owned) (nullable) display name of the user */
  gboolean  may_publish;
  gboolean  may_upload;
  gboolean  may_create_terms;
  char     *timezone;     /* (owned) (nullable) whose clock it lives by: Europe/Amsterdam, +01:00 */
  char     *offers;       /* (owned) (nullable) what else it has for bylines and credits: names of
                             VslBylinePlace and VslCreditPlace with commas */
} VslCmsAbout;

VslCmsAbout *vsl_cms_about_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void         vsl_cms_about_free (VslCmsAbout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslCmsAbout, vsl_cms_about_free)

/* What a piece is to become on the site. */
typedef struct
{
  VslArticle      *article;       /* (unowned) */
  const char      *token;         /* our mark in the remote copy, a UUID */
  VslRemoteStatus  status;
  gint64           at;            /* µs UTC, for VSL_REMOTE_FUTURE; else 0 */
  gboolean         create_terms;
  VslPlacement    *placement;     /* (unowned) (nullable) NULL: nothing is chosen */
  GPtrArray       *warnings;      /* (unowned) (nullable) of char *: where the client leaves, in
                                     sentences and translated, what the person should know though
                                     it went well */
  gboolean         fresh;         /* an update of what was made a moment ago: need not be looked at first */
  GPtrArray       *overtaken;     /* (unowned) (nullable) of VslRemoteCopy: where the client leaves, with its
                                     text, what somebody else wrote there at the same moment */
  GPtrArray       *own_pictures;  /* (unowned) (nullable) of char *: numbers or addresses that pictures of
                                     ours have there; one at the head of what has none now is taken away.
                                     For what has one: those that somebody deleted there */
  const char      *canonical_url; /* (nullable) where readers found it first, when that is elsewhere */
} VslCmsRequest;

void         vsl_cms_request_warn (const VslCmsRequest *request,
                                   const char          *sentence);

#define VSL_TYPE_CMS (vsl_cms_get_type ())
G_DECLARE_DERIVABLE_TYPE (VslCms, vsl_cms, VSL, CMS, GObject)

/*
 * A client of one site. One class per brand; all calls from the main thread, all asynchronous. The
 * steps of a publication are separate calls so that the caller can commit what it knows between
 * them: find (by token) → create (always a draft) → update (content and status together) ; an
 * update of a published piece is update alone. None of them retries, and none is undone by cancelling.
 */
struct _VslCmsClass
{
  GObjectClass parent_class;

  void           (*connect_async)  (VslCms *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  VslCmsAbout   *(*connect_finish) (VslCms *self, GAsyncResult *result, GError **error);
  void           (*find_async)     (VslCms *self, const char *token, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  VslRemoteCopy *(*find_finish)    (VslCms *self, GAsyncResult *result, GError **error);
  void           (*fetch_async)    (VslCms *self, const char *remote_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  VslRemoteCopy *(*fetch_finish)   (VslCms *self, GAsyncResult *result, GError **error);
  void           (*create_async)   (VslCms *self, const VslCmsRequest *request, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  VslRemoteCopy *(*create_finish)  (VslCms *self, GAsyncResult *result, GError **error);
  void           (*update_async)   (VslCms *self, const VslCmsRequest *request, VslRemoteCopy *base, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  VslRemoteCopy *(*update_finish)  (VslCms *self, GAsyncResult *result, GError **error);
  void           (*missing_terms_async)  (VslCms *self, VslArticle *article, VslPlacement *placement, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  GPtrArray     *(*missing_terms_finish) (VslCms *self, GAsyncResult *result, GError **error);
  void           (*upload_async)  (VslCms *self, const VslCmsUpload *upload, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  VslRemotePicture *(*upload_finish) (VslCms *self, GAsyncResult *result, GError **error);
};

VslCms        *vsl_cms_new                   (VslSite              *site,
                                              const char           *password,
                                              const char           *folder_root,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
VslSite       *vsl_cms_get_site              (VslCms               *self);

void           vsl_cms_connect_async         (VslCms               *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
VslCmsAbout   *vsl_cms_connect_finish        (VslCms               *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without error: the site has no copy with this token. */
void           vsl_cms_find_async            (VslCms               *self,
                                              const char           *token,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
VslRemoteCopy *vsl_cms_find_finish           (VslCms               *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void           vsl_cms_fetch_async           (VslCms               *self,
                                              const char           *remote_id,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
VslRemoteCopy *vsl_cms_fetch_finish          (VslCms               *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void           vsl_cms_create_async          (VslCms               *self,
                                              const VslCmsRequest  *request,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
VslRemoteCopy *vsl_cms_create_finish         (VslCms               *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* @base: the copy as we last saw it. Fails with CONFLICT, and writes nothing, when the site's is
 * another one. */
void           vsl_cms_update_async          (VslCms               *self,
                                              const VslCmsRequest  *request,
                                              VslRemoteCopy        *base,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
VslRemoteCopy *vsl_cms_update_finish         (VslCms               *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* The tags and categories that the article needs and the site does not have (exact name), with those
 * that look like them. An empty list: none missing. */
void           vsl_cms_missing_terms_async   (VslCms               *self,
                                              VslArticle           *article,
                                              VslPlacement         *placement,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GPtrArray     *vsl_cms_missing_terms_finish  (VslCms               *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* A picture, before the articles that show it. NULL without error: it is not there, and was only
 * looked for. */
void           vsl_cms_upload_async          (VslCms               *self,
                                              const VslCmsUpload   *upload,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
VslRemotePicture *vsl_cms_upload_finish      (VslCms               *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
