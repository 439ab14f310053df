/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-media-sending.h"

#include "cms/vsl-cms-error.h"
#include "cms/vsl-http-address.h"

#include <glib/gi18n.h>

/**
 * vsl_media_sending_init:
 * @self: what is to be filled
 * @root: of the API of the site
 * @upload: what the picture is to become; copied
 * @cancellable: (nullable): stops it before the picture is sent, not after
 *
 * Begins.
 */
void
vsl_media_sending_init (VslMediaSending    *self,
                        GUri               *root,
                        const VslCmsUpload *upload,
                        GCancellable       *cancellable)
{
  self->root = g_uri_ref (root);
  self->site = vsl_http_address_dup_name (root);
  self->copy = vsl_cms_upload_copy (upload);
  if (cancellable != NULL)
    self->cancellable = g_object_ref (cancellable);
}

/**
 * vsl_media_sending_clear:
 * @self: what was filled
 *
 * Frees what is in it.
 */
void
vsl_media_sending_clear (VslMediaSending *self)
{
  g_clear_pointer (&self->root, g_uri_unref);
  g_clear_pointer (&self->site, g_free);
  g_clear_pointer (&self->copy, vsl_cms_upload_copy_free);
  g_clear_object (&self->cancellable);
}

/**
 * vsl_media_sending_get_step:
 * @self: a picture on its way
 *
 * Returns: with what it begins
 */
VslMediaStep
vsl_media_sending_get_step (VslMediaSending *self)
{
  const VslCmsUpload *upload = &self->copy->upload;

  if (upload->look_only)
    return VSL_MEDIA_LOOK;
  if (upload->remote_id != NULL)
    return upload->words_are_there ? VSL_MEDIA_CHECK : VSL_MEDIA_SEND_WORDS;

  return upload->url != NULL ? VSL_MEDIA_CHECK : VSL_MEDIA_SEND_FILE;
}

/**
 * vsl_media_sending_return_picture:
 * @task: whose data begins with a #VslMediaSending
 * @picture: (transfer full) (nullable): the picture as the site has it; %NULL when it was looked for
 *   and is not there
 *
 * Ends.
 */
void
vsl_media_sending_return_picture (GTask            *task,
                                  VslRemotePicture *picture)
{
  g_task_return_pointer (task, picture, (GDestroyNotify) vsl_remote_picture_free);
}

/**
 * vsl_media_sending_return_error:
 * @task: whose data begins with a #VslMediaSending
 * @error: (transfer full): what went wrong
 *
 * Ends. The sentences of the layer below speak of an article; these of a picture.
 */
void
vsl_media_sending_return_error (GTask  *task,
                                GError *error)
{
  VslMediaSending *self = g_task_get_task_data (task);
  GError *worded;

  if (g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT))
    worded = g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_IN_DOUBT,
                          _("“%s” did not answer while a picture was on its way. It may have been "
                            "stored there; the next time it is looked for before it is sent."),
                          self->site);
  else if (g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN))
    worded = g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                          _("This user may not put pictures on “%s”. Ask the web manager for the "
                            "right, or take the pictures out of the article."), self->site);
  else if (g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_TOO_LARGE))
    worded = g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_TOO_LARGE,
                          _("“%s” does not receive a picture this large. Choose a smaller size of "
                            "pictures for this site, or ask the web manager to raise the limit."),
                          self->site);
  else
    worded = g_error_copy (error);

  if (error->domain == VSL_CMS_ERROR)
    vsl_cms_error_set_retry_after (worded, vsl_cms_error_get_retry_after (error));
  g_error_free (error);
  g_task_return_error (task, worded);
}
