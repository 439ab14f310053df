/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-cms.h"

/**
 * VslCms:
 *
 * The client of one site, whatever its brand. Owned by who publishes; main thread. Keeps no state
 * that matters: what is known of a copy goes in and out as #VslRemoteCopy.
 */
typedef struct
{
  VslSite *site; /* (owned) */
} VslCmsPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VslCms, vsl_cms, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SITE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vsl_cms_dispose (GObject *object)
{
  VslCmsPrivate *priv = vsl_cms_get_instance_private (VSL_CMS (object));

  g_clear_object (&priv->site);

  G_OBJECT_CLASS (vsl_cms_parent_class)->dispose (object);
}

static void
vsl_cms_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  VslCmsPrivate *priv = vsl_cms_get_instance_private (VSL_CMS (object));

  switch (prop_id)
    {
    case PROP_SITE:
      g_value_set_object (value, priv->site);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_cms_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  VslCmsPrivate *priv = vsl_cms_get_instance_private (VSL_CMS (object));

  switch (prop_id)
    {
    case PROP_SITE:
      priv->site = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_cms_class_init (VslCmsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_cms_dispose;
  object_class->get_property = vsl_cms_get_property;
  object_class->set_property = vsl_cms_set_property;

  properties[PROP_SITE] =
    g_param_spec_object ("site", NULL, NULL, VSL_TYPE_SITE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_cms_init (VslCms *self)
{
}

/**
 * vsl_cms_about_new:
 *
 * Returns: (transfer full): an empty answer, to be filled by a brand
 */
VslCmsAbout *
vsl_cms_about_new (void)
{
  return g_new0 (VslCmsAbout, 1);
}

/**
 * vsl_cms_about_free:
 * @self: (nullable): what a site said
 */
void
vsl_cms_about_free (VslCmsAbout *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->version);
  g_free (self->api_root);
  g_free (self->user_name);
  g_free (self->timezone);
  g_free (self->offers);
  g_free (self);
}

/**
 * vsl_cms_request_warn:
 * @request: a request
 * @sentence: what the person should know, translated
 *
 * For the clients: leaves a warning with who asked, once.
 */
void
vsl_cms_request_warn (const VslCmsRequest *request,
                      const char          *sentence)
{
  g_return_if_fail (request != NULL && sentence != NULL);

  if (request->warnings != NULL &&
      !g_ptr_array_find_with_equal_func (request->warnings, sentence, g_str_equal, NULL))
    g_ptr_array_add (request->warnings, g_strdup (sentence));
}

/**
 * vsl_cms_get_site:
 * @self: a client
 *
 * Returns: (transfer none): the site it was made for
 */
VslSite *
vsl_cms_get_site (VslCms *self)
{
  VslCmsPrivate *priv = vsl_cms_get_instance_private (self);

  g_return_val_if_fail (VSL_IS_CMS (self), NULL);

  return priv->site;
}

/**
 * vsl_cms_connect_async:
 * @self: a client
 * @cancellable: (nullable): stops it
 * @callback: called on the main context when it is done
 * @user_data: for @callback
 *
 * Reaches the site, learns what it is and who we are there. Writes nothing.
 */
void
vsl_cms_connect_async (VslCms              *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (VSL_IS_CMS (self));

  VSL_CMS_GET_CLASS (self)->connect_async (self, cancellable, callback, user_data);
}

/**
 * vsl_cms_connect_finish:
 * @self: a client
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): what the site says, or %NULL with a #VslCmsError
 */
VslCmsAbout *
vsl_cms_connect_finish (VslCms        *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (VSL_IS_CMS (self), NULL);

  return VSL_CMS_GET_CLASS (self)->connect_finish (self, result, error);
}

/**
 * vsl_cms_find_async:
 * @self: a client
 * @token: our mark
 * @cancellable: (nullable): stops it
 * @callback: called on the main context when it is done
 * @user_data: for @callback
 *
 * Looks for the copy that carries @token, whatever its status, the trash included.
 */
void
vsl_cms_find_async (VslCms              *self,
                    const char          *token,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_return_if_fail (VSL_IS_CMS (self) && token != NULL);

  VSL_CMS_GET_CLASS (self)->find_async (self, token, cancellable, callback, user_data);
}

/**
 * vsl_cms_find_finish:
 * @self: a client
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the copy; %NULL without an error when the site has none
 */
VslRemoteCopy *
vsl_cms_find_finish (VslCms        *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (VSL_IS_CMS (self), NULL);

  return VSL_CMS_GET_CLASS (self)->find_finish (self, result, error);
}

/**
 * vsl_cms_fetch_async:
 * @self: a client
 * @remote_id: the id that the site gave it
 * @cancellable: (nullable): stops it
 * @callback: called on the main context when it is done
 * @user_data: for @callback
 *
 * Reads how a copy stands now.
 */
void
vsl_cms_fetch_async (VslCms              *self,
                     const char          *remote_id,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_return_if_fail (VSL_IS_CMS (self) && remote_id != NULL);

  VSL_CMS_GET_CLASS (self)->fetch_async (self, remote_id, cancellable, callback, user_data);
}

/**
 * vsl_cms_fetch_finish:
 * @self: a client
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the copy, or %NULL with a #VslCmsError
 */
VslRemoteCopy *
vsl_cms_fetch_finish (VslCms        *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (VSL_IS_CMS (self), NULL);

  return VSL_CMS_GET_CLASS (self)->fetch_finish (self, result, error);
}

/**
 * vsl_cms_create_async:
 * @self: a client
 * @request: what the piece is to become; copied
 * @cancellable: (nullable): stops it, but not after the article left
 * @callback: called on the main context when it is done
 * @user_data: for @callback
 *
 * Makes a new copy that carries the token of @request: always a draft, whatever it is to become.
 */
void
vsl_cms_create_async (VslCms              *self,
                      const VslCmsRequest *request,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_return_if_fail (VSL_IS_CMS (self) && request != NULL);

  VSL_CMS_GET_CLASS (self)->create_async (self, request, cancellable, callback, user_data);
}

/**
 * vsl_cms_create_finish:
 * @self: a client
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the copy as the site answered it, or %NULL with a #VslCmsError
 */
VslRemoteCopy *
vsl_cms_create_finish (VslCms        *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (VSL_IS_CMS (self), NULL);

  return VSL_CMS_GET_CLASS (self)->create_finish (self, result, error);
}

/**
 * vsl_cms_update_async:
 * @self: a client
 * @request: what the piece is to become; copied
 * @base: the copy as we last saw it
 * @cancellable: (nullable): stops it, but not after the article left
 * @callback: called on the main context when it is done
 * @user_data: for @callback
 *
 * Writes content and status together. Fails with %VSL_CMS_ERROR_CONFLICT, and writes nothing, when
 * the copy is not the one we last saw; but what stands there already as @request would write it is
 * taken for our own, so that a request in doubt may be repeated.
 */
void
vsl_cms_update_async (VslCms              *self,
                      const VslCmsRequest *request,
                      VslRemoteCopy       *base,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_return_if_fail (VSL_IS_CMS (self) && request != NULL && base != NULL);

  VSL_CMS_GET_CLASS (self)->update_async (self, request, base, cancellable, callback, user_data);
}

/**
 * vsl_cms_update_finish:
 * @self: a client
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the copy as the site answered it, or %NULL with a #VslCmsError
 */
VslRemoteCopy *
vsl_cms_update_finish (VslCms        *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (VSL_IS_CMS (self), NULL);

  return VSL_CMS_GET_CLASS (self)->update_finish (self, result, error);
}

/**
 * vsl_cms_missing_terms_async:
 * @self: a client
 * @article: an article
 * @placement: (nullable): what is chosen for it
 * @cancellable: (nullable): stops it
 * @callback: called on the main context when it is done
 * @user_data: for @callback
 *
 * Looks which tags and categories the site does not have under exactly that name.
 */
void
vsl_cms_missing_terms_async (VslCms              *self,
                             VslArticle          *article,
                             VslPlacement        *placement,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (VSL_IS_CMS (self) && article != NULL);

  VSL_CMS_GET_CLASS (self)->missing_terms_async (self, article, placement, cancellable, callback,
                                                 user_data);
}

/**
 * vsl_cms_missing_terms_finish:
 * @self: a client
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type VslMissingTerm): those; empty when none is missing; %NULL
 *   with a #VslCmsError
 */
GPtrArray *
vsl_cms_missing_terms_finish (VslCms        *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (VSL_IS_CMS (self), NULL);

  return VSL_CMS_GET_CLASS (self)->missing_terms_finish (self, result, error);
}

/**
 * vsl_cms_upload_async:
 * @self: a client
 * @upload: what a picture is to become; copied
 * @cancellable: (nullable): stops it, but not after the first byte left
 * @callback: called on the main context when it is done
 * @user_data: for @callback
 *
 * Puts a picture on the site, and then the words that go with it there. The file is read from the
 * disk while it is sent. Sends it once; when it is not certain whether it arrived, that is
 * %VSL_CMS_ERROR_IN_DOUBT, and @look_only of a next call tells.
 */
void
vsl_cms_upload_async (VslCms              *self,
                      const VslCmsUpload  *upload,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_return_if_fail (VSL_IS_CMS (self) && upload != NULL && upload->n_files > 0);

  VSL_CMS_GET_CLASS (self)->upload_async (self, upload, cancellable, callback, user_data);
}

/**
 * vsl_cms_upload_finish:
 * @self: a client
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the picture on the site, or %NULL with a #VslCmsError; %NULL
 *   without an error when it was only looked for and is not there
 */
VslRemotePicture *
vsl_cms_upload_finish (VslCms        *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (VSL_IS_CMS (self), NULL);

  return VSL_CMS_GET_CLASS (self)->upload_finish (self, result, error);
}
