/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-cms-folder.h"

#include "cms/vsl-folder.h"
#include "cms/vsl-folder-media.h"
#include "core/vsl-site-choices.h"
#include "core/vsl-text.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * VslCmsFolder:
 *
 * A publication in a folder on this computer: the site that needs nothing installed. Main thread;
 * the disk is waited for in a thread of the pool, and the order of things there is kept by the lock
 * on the folder.
 */
struct _VslCmsFolder
{
  VslCms parent_instance;

  char *folder;   /* (owned) its path */
  char *title;    /* (owned) the name of the publication */
  char *base_url; /* (owned) (nullable) where it stands on the web */
};

G_DEFINE_FINAL_TYPE (VslCmsFolder, vsl_cms_folder, VSL_TYPE_CMS)

/* One call of the interface on its way; the task owns it. */
typedef struct
{
  char          *text;    /* (owned) (nullable) a token or a remote id */
  VslArticle    *article; /* (owned) (nullable) */
  VslCmsRequest  request;
  char          *canonical; /* (owned) (nullable) of the request */
  VslRemoteCopy *base;    /* (owned) (nullable) */
  VslCmsUploadCopy *upload; /* (owned) (nullable) */
} Call;

static void
call_free (Call *call)
{
  g_free (call->text);
  g_free (call->canonical);
  g_clear_object (&call->article);
  g_clear_object (&call->base);
  g_clear_pointer (&call->upload, vsl_cms_upload_copy_free);
  g_free (call);
}

static void
run (VslCms              *cms,
     gpointer             tag,
     Call                *call,
     GTaskThreadFunc      function,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (cms, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);
  if (g_task_return_error_if_cancelled (task))
    return;

  g_task_run_in_thread (task, function);
}

static void
return_copy (GTask         *task,
             VslRemoteCopy *copy,
             GError        *error)
{
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, copy, g_object_unref);
}

static void
connect_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  VslCmsFolder *self = source;
  g_autoptr(GError) error = NULL;
  VslCmsAbout *about;

  if (!vsl_folder_prepare (self->folder, self->title, self->base_url, g_get_real_time (), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  about = vsl_cms_about_new ();
  about->title = g_strdup (self->title);
  about->may_publish = TRUE;
  about->may_upload = TRUE;
  about->may_create_terms = TRUE;
  g_task_return_pointer (task, about, (GDestroyNotify) vsl_cms_about_free);
}

static void
vsl_cms_folder_connect_async (VslCms              *cms,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  run (cms, vsl_cms_folder_connect_async, g_new0 (Call, 1), connect_thread, cancellable, callback,
       user_data);
}

static VslCmsAbout *
vsl_cms_folder_connect_finish (VslCms        *cms,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, cms), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
find_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  VslCmsFolder *self = source;
  Call *call = data;
  GError *error = NULL;
  VslRemoteCopy *copy = vsl_folder_find (self->folder, self->title, call->text,
                                         g_get_real_time (), &error);

  return_copy (task, copy, error);
}

static void
vsl_cms_folder_find_async (VslCms              *cms,
                           const char          *token,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Call *call = g_new0 (Call, 1);

  call->text = g_strdup (token);
  run (cms, vsl_cms_folder_find_async, call, find_thread, cancellable, callback, user_data);
}

static void
fetch_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  VslCmsFolder *self = source;
  Call *call = data;
  GError *error = NULL;
  VslRemoteCopy *copy = vsl_folder_fetch (self->folder, self->title, call->text,
                                          g_get_real_time (), &error);

  return_copy (task, copy, error);
}

static void
vsl_cms_folder_fetch_async (VslCms              *cms,
                            const char          *remote_id,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Call *call = g_new0 (Call, 1);

  call->text = g_strdup (remote_id);
  run (cms, vsl_cms_folder_fetch_async, call, fetch_thread, cancellable, callback, user_data);
}

static void
put_thread (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  VslCmsFolder *self = source;
  Call *call = data;
  GError *error = NULL;
  VslRemoteCopy *copy = vsl_folder_put (self->folder, self->title, &call->request, call->base,
                                        g_get_real_time (), &error);

  return_copy (task, copy, error);
}

static Call *
new_put (const VslCmsRequest *request,
         VslRemoteCopy       *base)
{
  Call *call = g_new0 (Call, 1);

  call->text = g_strdup (request->token);
  call->article = g_object_ref (request->article);
  call->request = *request;
  call->request.token = call->text;
  call->canonical = g_strdup (request->canonical_url);
  call->request.canonical_url = call->canonical;
  if (base != NULL)
    call->base = g_object_ref (base);

  return call;
}

static void
vsl_cms_folder_create_async (VslCms              *cms,
                             const VslCmsRequest *request,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  run (cms, vsl_cms_folder_create_async, new_put (request, NULL), put_thread, cancellable, callback,
       user_data);
}

static void
vsl_cms_folder_update_async (VslCms              *cms,
                             const VslCmsRequest *request,
                             VslRemoteCopy       *base,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  run (cms, vsl_cms_folder_update_async, new_put (request, base), put_thread, cancellable, callback,
       user_data);
}

static VslRemoteCopy *
finish_copy (VslCms        *cms,
             GAsyncResult  *result,
             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, cms), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A folder has whatever tags its articles have. */
static void
vsl_cms_folder_missing_terms_async (VslCms              *cms,
                                    VslArticle          *article,
                                    VslPlacement        *placement,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (cms, cancellable, callback, user_data);

  g_task_set_source_tag (task, vsl_cms_folder_missing_terms_async);
  g_task_return_pointer (task, g_ptr_array_new_with_free_func (g_object_unref),
                         (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
vsl_cms_folder_missing_terms_finish (VslCms        *cms,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, cms), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
upload_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  VslCmsFolder *self = source;
  Call *call = data;
  g_autoptr(GError) error = NULL;
  VslRemotePicture *picture = NULL;

  /* A folder that is in use by something else is refused here already. */
  if (vsl_folder_prepare (self->folder, self->title, self->base_url, g_get_real_time (), &error))
    picture = vsl_folder_media_put (self->folder, &call->upload->upload, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, picture, (GDestroyNotify) vsl_remote_picture_free);
}

static void
vsl_cms_folder_upload_async (VslCms              *cms,
                             const VslCmsUpload  *upload,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Call *call = g_new0 (Call, 1);

  call->upload = vsl_cms_upload_copy (upload);
  run (cms, vsl_cms_folder_upload_async, call, upload_thread, cancellable, callback, user_data);
}

static VslRemotePicture *
vsl_cms_folder_upload_finish (VslCms        *cms,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, cms), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
vsl_cms_folder_finalize (GObject *object)
{
  VslCmsFolder *self = VSL_CMS_FOLDER (object);

  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->base_url, g_free);

  G_OBJECT_CLASS (vsl_cms_folder_parent_class)->finalize (object);
}

static void
vsl_cms_folder_class_init (VslCmsFolderClass *klass)
{
  VslCmsClass *cms_class = VSL_CMS_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vsl_cms_folder_finalize;

  cms_class->connect_async = vsl_cms_folder_connect_async;
  cms_class->connect_finish = vsl_cms_folder_connect_finish;
  cms_class->find_async = vsl_cms_folder_find_async;
  cms_class->find_finish = finish_copy;
  cms_class->fetch_async = vsl_cms_folder_fetch_async;
  cms_class->fetch_finish = finish_copy;
  cms_class->create_async = vsl_cms_folder_create_async;
  cms_class->create_finish = finish_copy;
  cms_class->update_async = vsl_cms_folder_update_async;
  cms_class->update_finish = finish_copy;
  cms_class->missing_terms_async = vsl_cms_folder_missing_terms_async;
  cms_class->missing_terms_finish = vsl_cms_folder_missing_terms_finish;
  cms_class->upload_async = vsl_cms_folder_upload_async;
  cms_class->upload_finish = vsl_cms_folder_upload_finish;
}

static void
vsl_cms_folder_init (VslCmsFolder *self)
{
}

/* The path in a site's address: a path, a file:// address, or nothing for a folder of our own. */
static char *
find_folder (VslSite     *site,
             const char  *folder_root,
             GError     **error)
{
  const char *url = vsl_site_get_url (site);
  g_autofree char *slug = NULL;
  g_autofree char *path = NULL;

  if (url != NULL && g_str_has_prefix (url, "file://"))
    path = g_filename_from_uri (url, NULL, NULL);
  else if (url != NULL && g_path_is_absolute (url))
    path = g_strdup (url);
  else if ((url == NULL || *url == '\0') && folder_root != NULL)
    {
      slug = vsl_text_make_slug (vsl_site_get_name (site), 80);
      path = g_build_filename (folder_root, *slug != '\0' ? slug : "site", NULL);
    }

  if (path == NULL)
    g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_ADDRESS,
                 _("“%s” is not the path of a folder. A path begins with “/”."),
                 url != NULL ? url : "");

  return g_steal_pointer (&path);
}

/**
 * vsl_cms_folder_new:
 * @site: a site of this brand
 * @folder_root: (nullable): where the folders of sites without an address are
 * @error: return location for an error
 *
 * Returns: (transfer full): a client, or %NULL with %VSL_CMS_ERROR_ADDRESS
 */
VslCms *
vsl_cms_folder_new (VslSite     *site,
                    const char  *folder_root,
                    GError     **error)
{
  g_autofree char *folder = NULL;
  VslCmsFolder *self;
  const char *title;

  g_return_val_if_fail (VSL_IS_SITE (site), NULL);

  folder = find_folder (site, folder_root, error);
  if (folder == NULL)
    return NULL;

  title = vsl_site_get_setting (site, VSL_SITE_TITLE);
  if (title == NULL || *title == '\0')
    title = vsl_site_get_title (site);
  self = g_object_new (VSL_TYPE_CMS_FOLDER, "site", site, NULL);
  self->folder = g_steal_pointer (&folder);
  self->title = g_strdup (title != NULL && *title != '\0' ? title : vsl_site_get_name (site));
  self->base_url = g_strdup (vsl_site_get_setting (site, VSL_SITE_BASE_URL));

  return VSL_CMS (self);
}
