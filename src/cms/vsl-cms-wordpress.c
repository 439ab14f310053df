/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-cms-wordpress.h"

#include "cms/vsl-http-address.h"
#include "cms/vsl-wordpress-account.h"
#include "cms/vsl-wordpress-api.h"
#include "cms/vsl-wordpress-discovery.h"
#include "cms/vsl-wordpress-error.h"
#include "cms/vsl-wordpress-media.h"
#include "cms/vsl-wordpress-reader.h"
#include "cms/vsl-wordpress-sorting.h"
#include "cms/vsl-wordpress-writer.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * VslCmsWordpress:
 *
 * A WordPress, over its REST API with an application password. Main thread. Knows the root of the
 * API from the site, or finds it before the first request that needs it.
 */
struct _VslCmsWordpress
{
  VslCms parent_instance;

  VslHttp *http;          /* (owned) */
  GUri    *page;          /* (owned) what was given as the address */
  GUri    *root;          /* (owned) (nullable) of the API, once known */
  char    *authorization; /* (owned) (nullable) */
  VslWordpressMemory *memory; /* (owned) */
};

G_DEFINE_FINAL_TYPE (VslCmsWordpress, vsl_cms_wordpress, VSL_TYPE_CMS)

/* One call of the interface on its way; the task owns it. */
typedef struct _Call Call;
struct _Call
{
  void              (*run) (GTask *task); /* what to do once the root is known */
  char               *text;               /* (owned) (nullable) a token or a remote id */
  VslArticle         *article;            /* (owned) (nullable) */
  VslPlacement       *placement;          /* (owned) (nullable) */
  GPtrArray          *warnings;           /* (owned) (nullable) of the request */
  VslCmsRequest       request;
  char               *token;              /* (owned) (nullable) of the request */
  VslRemoteCopy      *base;               /* (owned) (nullable) */
  VslWordpressIndex  *index;              /* (owned) (nullable) */
  VslCmsUploadCopy   *upload;             /* (owned) (nullable) */
  GCancellable       *cancellable;        /* (owned) (nullable) */
};

static void
call_free (Call *call)
{
  g_free (call->text);
  g_free (call->token);
  g_clear_object (&call->article);
  g_clear_object (&call->placement);
  g_clear_pointer (&call->warnings, g_ptr_array_unref);
  g_clear_object (&call->base);
  g_clear_pointer (&call->index, vsl_wordpress_index_free);
  g_clear_pointer (&call->upload, vsl_cms_upload_copy_free);
  g_clear_object (&call->cancellable);
  g_free (call);
}

static void
set_root (VslCmsWordpress *self,
          GUri            *root)
{
  g_uri_ref (root);
  g_clear_pointer (&self->root, g_uri_unref);
  self->root = root;
  vsl_http_set_credentials (self->http, root, self->authorization);
}

static void
root_found_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GUri) root = NULL;
  VslCmsWordpress *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  root = vsl_wordpress_discover_finish (VSL_HTTP (object), result, &call->index, &error);
  if (root == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  set_root (self, root);
  call->run (task);
}

static void
find_root (GTask *task)
{
  VslCmsWordpress *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  vsl_wordpress_discover_async (self->http, self->page, self->root, self->authorization,
                                call->cancellable, root_found_cb, g_object_ref (task));
}

/* The task of a call. Its own cancellable is not the task's: what has an effect is never reported
 * as cancelled after it happened. */
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
  VslCmsWordpress *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  if (self->root != NULL)
    call->run (task);
  else
    find_root (task);
}

static void
user_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  g_autoptr(JsonNode) root = reply != NULL ? vsl_wordpress_error_judge (reply, &error) : NULL;
  VslCmsWordpress *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  VslCmsAbout *about = NULL;

  if (root != NULL)
    about = vsl_wordpress_account_parse (root, reply, self->root, call->index->title, &error);
  if (about == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  about->timezone = g_strdup (call->index->timezone);
  about->offers = g_strdup (call->index->offers);
  g_task_return_pointer (task, about, (GDestroyNotify) vsl_cms_about_free);
}

static void
run_connect (GTask *task)
{
  VslCmsWordpress *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  g_autoptr(GUri) uri = NULL;
  g_autoptr(VslHttpRequest) request = NULL;

  if (!call->index->application_passwords)
    {
      g_autofree char *name = vsl_http_address_dup_name (self->root);

      /* Asked all the same: a plug-in of the site may accept the login. */
      g_debug ("%s: the index offers no application passwords", name);
    }

  uri = vsl_wordpress_api_uri (self->root, "wp/v2/users/me", "context", "edit",
                               "_fields", "id,name,slug,roles,capabilities", NULL);
  request = vsl_http_request_new ("GET", uri, VSL_HTTP_READ);
  vsl_http_send_async (self->http, request, call->cancellable, user_read_cb, g_object_ref (task));
}

static void
vsl_cms_wordpress_connect_async (VslCms              *cms,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  VslCmsWordpress *self = VSL_CMS_WORDPRESS (cms);
  g_autoptr(GTask) task = start_call (cms, run_connect, vsl_cms_wordpress_connect_async,
                                      cancellable, callback, user_data);

  if (self->authorization == NULL)
    {
      g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH, "%s",
                               _("A WordPress needs a user name and an application password, which "
                                 "is made on the user’s profile page there."));
      return;
    }

  find_root (task);
}

static VslCmsAbout *
vsl_cms_wordpress_connect_finish (VslCms        *cms,
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
  VslRemoteCopy *copy = vsl_wordpress_read_finish (VSL_HTTP (object), result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, copy, g_object_unref);
}

static void
run_find (GTask *task)
{
  VslCmsWordpress *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  vsl_wordpress_find_async (self->http, self->root, call->text, call->cancellable, read_cb,
                            g_object_ref (task));
}

static void
vsl_cms_wordpress_find_async (VslCms              *cms,
                              const char          *token,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = start_call (cms, run_find, vsl_cms_wordpress_find_async,
                                      cancellable, callback, user_data);
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
  VslCmsWordpress *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  vsl_wordpress_fetch_async (self->http, self->root, call->text, call->cancellable, read_cb,
                             g_object_ref (task));
}

/* An id that is no number cannot be one of this site; it would become part of an address. */
static gboolean
refuse_id (GTask      *task,
           const char *id)
{
  if (*id != '\0' && strspn (id, "0123456789") == strlen (id))
    return FALSE;

  g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND,
                           _("“%s” is not the number of an article on this site."), id);

  return TRUE;
}

static void
vsl_cms_wordpress_fetch_async (VslCms              *cms,
                               const char          *remote_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = start_call (cms, run_fetch, vsl_cms_wordpress_fetch_async,
                                      cancellable, callback, user_data);
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
  VslRemoteCopy *copy = vsl_wordpress_write_finish (VSL_HTTP (object), result, &error);

  if (copy == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, copy, g_object_unref);
}

static void
run_write (GTask *task)
{
  VslCmsWordpress *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  vsl_wordpress_write_async (self->http, self->root, vsl_cms_get_site (VSL_CMS (self)), self->memory,
                             &call->request, call->base, call->cancellable, written_cb, g_object_ref (task));
}

static void
set_request (GTask               *task,
             const VslCmsRequest *request)
{
  Call *call = g_task_get_task_data (task);

  call->article = g_object_ref (request->article);
  call->token = g_strdup (request->token);
  g_set_object (&call->placement, request->placement);
  if (request->warnings != NULL)
    call->warnings = g_ptr_array_ref (request->warnings);
  call->request = *request;
  call->request.token = call->token;
}

static void
vsl_cms_wordpress_create_async (VslCms              *cms,
                                const VslCmsRequest *request,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = start_call (cms, run_write, vsl_cms_wordpress_create_async,
                                      cancellable, callback, user_data);

  set_request (task, request);
  run_call (task);
}

static void
vsl_cms_wordpress_update_async (VslCms              *cms,
                                const VslCmsRequest *request,
                                VslRemoteCopy       *base,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = start_call (cms, run_write, vsl_cms_wordpress_update_async,
                                      cancellable, callback, user_data);
  Call *call = g_task_get_task_data (task);

  if (refuse_id (task, vsl_remote_copy_get_remote_id (base)))
    return;

  set_request (task, request);
  call->base = g_object_ref (base);
  run_call (task);
}

static void
terms_looked_up_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslWordpressSorting) sorting = NULL;

  sorting = vsl_wordpress_sorting_look_finish (VSL_HTTP (object), result, &error);
  if (sorting == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&sorting->missing),
                           (GDestroyNotify) g_ptr_array_unref);
}

static void
run_missing_terms (GTask *task)
{
  VslCmsWordpress *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  const char * const *categories =
    call->placement != NULL ? vsl_placement_get_categories (call->placement) : NULL;

  vsl_wordpress_sorting_look_async (self->http, self->root, self->memory,
                                    vsl_article_get_tags (call->article), categories,
                                    VSL_WORDPRESS_TERMS_SIMILAR, call->cancellable,
                                    terms_looked_up_cb, g_object_ref (task));
}

static void
vsl_cms_wordpress_missing_terms_async (VslCms              *cms,
                                       VslArticle          *article,
                                       VslPlacement        *placement,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_autoptr(GTask) task = start_call (cms, run_missing_terms,
                                      vsl_cms_wordpress_missing_terms_async,
                                      cancellable, callback, user_data);
  Call *call = g_task_get_task_data (task);

  call->article = g_object_ref (article);
  g_set_object (&call->placement, placement);
  run_call (task);
}

static GPtrArray *
vsl_cms_wordpress_missing_terms_finish (VslCms        *cms,
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
    vsl_wordpress_media_send_finish (VSL_HTTP (object), result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, picture, (GDestroyNotify) vsl_remote_picture_free);
}

static void
run_upload (GTask *task)
{
  VslCmsWordpress *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  vsl_wordpress_media_send_async (self->http, self->root, &call->upload->upload,
                                  call->cancellable, picture_sent_cb, g_object_ref (task));
}

static void
vsl_cms_wordpress_upload_async (VslCms              *cms,
                                const VslCmsUpload  *upload,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = start_call (cms, run_upload, vsl_cms_wordpress_upload_async,
                                      cancellable, callback, user_data);
  Call *call = g_task_get_task_data (task);

  if (upload->remote_id != NULL && refuse_id (task, upload->remote_id))
    return;

  call->upload = vsl_cms_upload_copy (upload);
  run_call (task);
}

static VslRemotePicture *
vsl_cms_wordpress_upload_finish (VslCms        *cms,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, cms), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
vsl_cms_wordpress_finalize (GObject *object)
{
  VslCmsWordpress *self = VSL_CMS_WORDPRESS (object);

  g_clear_object (&self->http);
  g_clear_pointer (&self->page, g_uri_unref);
  g_clear_pointer (&self->root, g_uri_unref);
  if (self->authorization != NULL)
    explicit_bzero (self->authorization, strlen (self->authorization));
  g_clear_pointer (&self->authorization, g_free);
  vsl_wordpress_memory_unref (self->memory);

  G_OBJECT_CLASS (vsl_cms_wordpress_parent_class)->finalize (object);
}

static void
vsl_cms_wordpress_class_init (VslCmsWordpressClass *klass)
{
  VslCmsClass *cms_class = VSL_CMS_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vsl_cms_wordpress_finalize;

  cms_class->connect_async = vsl_cms_wordpress_connect_async;
  cms_class->connect_finish = vsl_cms_wordpress_connect_finish;
  cms_class->find_async = vsl_cms_wordpress_find_async;
  cms_class->find_finish = finish_copy;
  cms_class->fetch_async = vsl_cms_wordpress_fetch_async;
  cms_class->fetch_finish = finish_copy;
  cms_class->create_async = vsl_cms_wordpress_create_async;
  cms_class->create_finish = finish_copy;
  cms_class->update_async = vsl_cms_wordpress_update_async;
  cms_class->update_finish = finish_copy;
  cms_class->missing_terms_async = vsl_cms_wordpress_missing_terms_async;
  cms_class->missing_terms_finish = vsl_cms_wordpress_missing_terms_finish;
  cms_class->upload_async = vsl_cms_wordpress_upload_async;
  cms_class->upload_finish = vsl_cms_wordpress_upload_finish;
}

static void
vsl_cms_wordpress_init (VslCmsWordpress *self)
{
  self->memory = vsl_wordpress_memory_new ();
}

/**
 * vsl_cms_wordpress_new:
 * @site: a site of this brand
 * @password: (nullable): an application password
 * @http: (transfer none): the sender, used for this site only
 * @error: return location for an error
 *
 * Returns: (transfer full): a client, or %NULL with %VSL_CMS_ERROR_ADDRESS
 */
VslCms *
vsl_cms_wordpress_new (VslSite     *site,
                       const char  *password,
                       VslHttp     *http,
                       GError     **error)
{
  g_autoptr(VslCmsWordpress) self = NULL;
  g_autoptr(GUri) root = NULL;
  const char *user;

  g_return_val_if_fail (VSL_IS_SITE (site) && VSL_IS_HTTP (http), NULL);

  self = g_object_new (VSL_TYPE_CMS_WORDPRESS, "site", site, NULL);
  self->http = g_object_ref (http);
  user = vsl_site_get_user (site);
  if (user != NULL && *user != '\0' && password != NULL && *password != '\0')
    self->authorization = vsl_wordpress_api_authorization (user, password);

  self->page = vsl_http_address_parse (vsl_site_get_url (site), error);
  if (self->page == NULL)
    return NULL;

  if (vsl_site_get_api_root (site) != NULL && *vsl_site_get_api_root (site) != '\0')
    {
      root = vsl_http_address_parse (vsl_site_get_api_root (site), error);
      if (root == NULL)
        return NULL;
      set_root (self, root);
    }

  return VSL_CMS (g_steal_pointer (&self));
}
