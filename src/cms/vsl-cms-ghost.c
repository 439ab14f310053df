/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-cms-ghost.h"

#include "cms/vsl-ghost-api.h"
#include "cms/vsl-ghost-discovery.h"
#include "cms/vsl-ghost-media.h"
#include "cms/vsl-ghost-reader.h"
#include "cms/vsl-ghost-session.h"
#include "cms/vsl-ghost-tags.h"
#include "cms/vsl-ghost-writer.h"
#include "cms/vsl-http-address.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * VslCmsGhost:
 *
 * A Ghost, over its Admin API with the key of an integration. Main thread. The user name is not
 * used: an integration is nobody.
 */
struct _VslCmsGhost
{
  VslCms parent_instance;

  VslGhostSession *session; /* (owned) */
  GUri            *page;    /* (owned) what was given as the address */
  gboolean         has_key;
};

G_DEFINE_FINAL_TYPE (VslCmsGhost, vsl_cms_ghost, VSL_TYPE_CMS)

/* One call of the interface on its way; the task owns it. */
typedef struct
{
  void          (*run) (GTask *task); /* what to do once the root is known */
  char           *text;               /* (owned) (nullable) a token or a remote id */
  char           *canonical_url;      /* (owned) (nullable) */
  VslArticle     *article;            /* (owned) (nullable) */
  VslCmsRequest   request;
  VslRemoteCopy  *base;               /* (owned) (nullable) */
  VslGhostSite   *site;               /* (owned) (nullable) */
  VslCmsUploadCopy *upload;           /* (owned) (nullable) */
  GCancellable   *cancellable;        /* (owned) (nullable) */
} Call;

static void
call_free (Call *call)
{
  g_free (call->text);
  g_free (call->canonical_url);
  g_clear_object (&call->article);
  g_clear_object (&call->base);
  g_clear_pointer (&call->site, vsl_ghost_site_free);
  g_clear_pointer (&call->upload, vsl_cms_upload_copy_free);
  g_clear_object (&call->cancellable);
  g_free (call);
}

static VslGhostSession *
get_session (GTask *task)
{
  VslCmsGhost *self = g_task_get_source_object (task);

  return self->session;
}

static void
root_found_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Call *call = g_task_get_task_data (task);

  call->site = vsl_ghost_discover_finish (VSL_GHOST_SESSION (object), result, &error);
  if (call->site == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    call->run (task);
}

static void
find_root (GTask *task)
{
  VslCmsGhost *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  vsl_ghost_discover_async (self->session, self->page, call->cancellable, root_found_cb,
                            g_object_ref (task));
}

static GTask *
start_call (VslCms              *cms,
            void               (*run) (GTask *task),
            gpointer             tag,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  GTask *task = g_task_new (cms, NULL, callback, user_data);
  Call *call = g_new0 (Call, 1);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);
  call->run = run;
  if (cancellable != NULL)
    call->cancellable = g_object_ref (cancellable);

  return task;
}

static void
run_call (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  if (vsl_ghost_session_get_root (get_session (task)) != NULL)
    call->run (task);
  else
    find_root (task);
}

static void
key_tried_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(VslHttpReply) reply = vsl_ghost_session_send_finish (object, result, &root, &error);
  Call *call = g_task_get_task_data (task);
  VslCmsAbout *about;

  if (reply == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* An integration may do all that we ask of it. */
  about = vsl_cms_about_new ();
  about->title = g_strdup (call->site->title);
  about->version = g_strdup (call->site->version);
  about->api_root = g_uri_to_string (vsl_ghost_session_get_root (get_session (task)));
  about->may_publish = TRUE;
  about->may_upload = TRUE;
  about->may_create_terms = TRUE;
  g_task_return_pointer (task, about, (GDestroyNotify) vsl_cms_about_free);
}

static void
run_connect (GTask *task)
{
  Call *call = g_task_get_task_data (task);
  g_autoptr(GUri) uri = vsl_ghost_api_uri (vsl_ghost_session_get_root (get_session (task)), "posts/",
                                           "limit", "1", "fields", "id", NULL);

  vsl_ghost_session_send (get_session (task), "GET", uri, NULL, VSL_HTTP_READ, call->cancellable,
                          key_tried_cb, g_object_ref (task));
}

static void
vsl_cms_ghost_connect_async (VslCms              *cms,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = start_call (cms, run_connect, vsl_cms_ghost_connect_async, cancellable,
                                      callback, user_data);

  if (!VSL_CMS_GHOST (cms)->has_key)
    {
      g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH, "%s",
                               _("A Ghost needs an Admin API key as the password. It is made in "
                                 "Ghost’s settings under Integrations, and has a colon in it."));
      return;
    }

  find_root (task);
}

static VslCmsAbout *
vsl_cms_ghost_connect_finish (VslCms        *cms,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, cms), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  VslRemoteCopy *copy = vsl_ghost_read_finish (VSL_GHOST_SESSION (object), result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, copy, g_object_unref);
}

static void
run_find (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  vsl_ghost_find_async (get_session (task), call->text, call->cancellable, read_cb,
                        g_object_ref (task));
}

static void
vsl_cms_ghost_find_async (VslCms              *cms,
                          const char          *token,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = start_call (cms, run_find, vsl_cms_ghost_find_async, cancellable,
                                      callback, user_data);
  Call *call = g_task_get_task_data (task);

  call->text = g_strdup (token);
  run_call (task);
}

static VslRemoteCopy *
finish_copy (VslCms        *cms,
             GAsyncResult  *result,
             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, cms), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
run_fetch (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  vsl_ghost_fetch_async (get_session (task), call->text, call->cancellable, read_cb,
                         g_object_ref (task));
}

/* An id of another form cannot be one of this site; it would become part of an address. */
static gboolean
refuse_id (GTask      *task,
           const char *id)
{
  if (strlen (id) == 24 && strspn (id, "0123456789abcdef") == 24)
    return FALSE;

  g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND,
                           _("“%s” is not the number of an article on this site."), id);

  return TRUE;
}

static void
vsl_cms_ghost_fetch_async (VslCms              *cms,
                           const char          *remote_id,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = start_call (cms, run_fetch, vsl_cms_ghost_fetch_async, cancellable,
                                      callback, user_data);
  Call *call = g_task_get_task_data (task);

  if (refuse_id (task, remote_id))
    return;

  call->text = g_strdup (remote_id);
  run_call (task);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  VslRemoteCopy *copy = vsl_ghost_write_finish (VSL_GHOST_SESSION (object), result, &error);

  if (copy == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, copy, g_object_unref);
}

static void
run_write (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  vsl_ghost_write_async (get_session (task), &call->request, call->base, call->cancellable,
                         written_cb, g_object_ref (task));
}

static void
set_request (GTask               *task,
             const VslCmsRequest *request)
{
  Call *call = g_task_get_task_data (task);

  call->article = g_object_ref (request->article);
  call->text = g_strdup (request->token);
  call->request = *request;
  call->request.token = call->text;
  call->canonical_url = g_strdup (request->canonical_url);
  call->request.canonical_url = call->canonical_url;
}

static void
vsl_cms_ghost_create_async (VslCms              *cms,
                            const VslCmsRequest *request,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = start_call (cms, run_write, vsl_cms_ghost_create_async, cancellable,
                                      callback, user_data);

  set_request (task, request);
  run_call (task);
}

static void
vsl_cms_ghost_update_async (VslCms              *cms,
                            const VslCmsRequest *request,
                            VslRemoteCopy       *base,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = start_call (cms, run_write, vsl_cms_ghost_update_async, cancellable,
                                      callback, user_data);
  Call *call = g_task_get_task_data (task);

  if (refuse_id (task, vsl_remote_copy_get_remote_id (base)))
    return;

  set_request (task, request);
  call->base = g_object_ref (base);
  run_call (task);
}

static void
tags_resolved_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) missing = NULL;
  guint i;

  ids = vsl_ghost_tags_resolve_finish (VSL_GHOST_SESSION (object), result, &missing, &error);
  if (ids == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  for (i = 0; missing[i] != NULL; i++)
    g_ptr_array_add (terms, vsl_missing_term_new (VSL_TERM_TAG, missing[i], NULL));
  g_task_return_pointer (task, g_steal_pointer (&terms), (GDestroyNotify) g_ptr_array_unref);
}

static void
run_missing_terms (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  vsl_ghost_tags_resolve_async (get_session (task), vsl_article_get_tags (call->article), FALSE,
                                call->cancellable, tags_resolved_cb, g_object_ref (task));
}

static void
vsl_cms_ghost_missing_terms_async (VslCms              *cms,
                                   VslArticle          *article,
                                   VslPlacement        *placement,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = start_call (cms, run_missing_terms, vsl_cms_ghost_missing_terms_async,
                                      cancellable, callback, user_data);
  Call *call = g_task_get_task_data (task);

  call->article = g_object_ref (article);
  run_call (task);
}

static GPtrArray *
vsl_cms_ghost_missing_terms_finish (VslCms        *cms,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, cms), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
picture_sent_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  VslRemotePicture *picture =
    vsl_ghost_media_send_finish (VSL_GHOST_SESSION (object), result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, picture, (GDestroyNotify) vsl_remote_picture_free);
}

static void
run_upload (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  vsl_ghost_media_send_async (get_session (task), &call->upload->upload, call->cancellable,
                              picture_sent_cb, g_object_ref (task));
}

static void
vsl_cms_ghost_upload_async (VslCms              *cms,
                            const VslCmsUpload  *upload,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = start_call (cms, run_upload, vsl_cms_ghost_upload_async, cancellable,
                                      callback, user_data);
  Call *call = g_task_get_task_data (task);

  call->upload = vsl_cms_upload_copy (upload);
  run_call (task);
}

static VslRemotePicture *
vsl_cms_ghost_upload_finish (VslCms        *cms,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, cms), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
vsl_cms_ghost_finalize (GObject *object)
{
  VslCmsGhost *self = VSL_CMS_GHOST (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->page, g_uri_unref);

  G_OBJECT_CLASS (vsl_cms_ghost_parent_class)->finalize (object);
}

static void
vsl_cms_ghost_class_init (VslCmsGhostClass *klass)
{
  VslCmsClass *cms_class = VSL_CMS_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vsl_cms_ghost_finalize;

  cms_class->connect_async = vsl_cms_ghost_connect_async;
  cms_class->connect_finish = vsl_cms_ghost_connect_finish;
  cms_class->find_async = vsl_cms_ghost_find_async;
  cms_class->find_finish = finish_copy;
  cms_class->fetch_async = vsl_cms_ghost_fetch_async;
  cms_class->fetch_finish = finish_copy;
  cms_class->create_async = vsl_cms_ghost_create_async;
  cms_class->create_finish = finish_copy;
  cms_class->update_async = vsl_cms_ghost_update_async;
  cms_class->update_finish = finish_copy;
  cms_class->missing_terms_async = vsl_cms_ghost_missing_terms_async;
  cms_class->missing_terms_finish = vsl_cms_ghost_missing_terms_finish;
  cms_class->upload_async = vsl_cms_ghost_upload_async;
  cms_class->upload_finish = vsl_cms_ghost_upload_finish;
}

static void
vsl_cms_ghost_init (VslCmsGhost *self)
{
}

/**
 * vsl_cms_ghost_new:
 * @site: a site of this brand
 * @password: (nullable): an Admin API key
 * @http: (transfer none): the sender, used for this site only
 * @error: return location for an error
 *
 * Returns: (transfer full): a client, or %NULL with %VSL_CMS_ERROR_ADDRESS
 */
VslCms *
vsl_cms_ghost_new (VslSite     *site,
                   const char  *password,
                   VslHttp     *http,
                   GError     **error)
{
  g_autoptr(VslCmsGhost) self = NULL;
  g_autoptr(GUri) root = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (VSL_IS_SITE (site) && VSL_IS_HTTP (http), NULL);

  self = g_object_new (VSL_TYPE_CMS_GHOST, "site", site, NULL);
  key = password != NULL ? g_strstrip (g_strdup (password)) : g_strdup ("");
  self->has_key = vsl_ghost_key_is_valid (key);
  self->session = vsl_ghost_session_new (http, self->has_key ? key : NULL);
  explicit_bzero (key, strlen (key));

  self->page = vsl_http_address_parse (vsl_site_get_url (site), error);
  if (self->page == NULL)
    return NULL;

  if (*vsl_site_get_api_root (site) != '\0')
    {
      root = vsl_http_address_parse (vsl_site_get_api_root (site), error);
      if (root == NULL)
        return NULL;
      vsl_ghost_session_set_root (self->session, root);
    }

  return VSL_CMS (g_steal_pointer (&self));
}
