/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "cms/vsl-cms-upload.h"

/**
 * vsl_remote_picture_new:
 * @id: (nullable): the number that the site gave it
 * @url: its address
 * @srcset: (nullable): its other sizes
 * @width: pixels; 0 for unknown
 * @height: the same
 *
 * Returns: (transfer full): a picture on a site
 */
VslRemotePicture *
vsl_remote_picture_new (const char *id,
                        const char *url,
                        const char *srcset,
                        guint       width,
                        guint       height)
{
  VslRemotePicture *self = g_new0 (VslRemotePicture, 1);

  self->id = g_strdup (id);
  self->url = g_strdup (url);
  self->srcset = g_strdup (srcset);
  self->width = width;
  self->height = height;

  return self;
}

/**
 * vsl_remote_picture_free:
 * @self: (nullable): a picture on a site
 */
void
vsl_remote_picture_free (VslRemotePicture *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->url);
  g_free (self->srcset);
  g_free (self);
}

static const char *
keep (VslCmsUploadCopy *self,
      const char       *text)
{
  char *own = g_strdup (text);

  if (own != NULL)
    g_ptr_array_add (self->texts, own);

  return own;
}

/**
 * vsl_cms_upload_copy:
 * @upload: what a picture is to become
 *
 * Returns: (transfer full): a copy of it
 */
VslCmsUploadCopy *
vsl_cms_upload_copy (const VslCmsUpload *upload)
{
  VslCmsUploadCopy *self;
  guint i;

  g_return_val_if_fail (upload != NULL && upload->n_files > 0, NULL);

  self = g_new0 (VslCmsUploadCopy, 1);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->files = g_new0 (VslCmsFile, upload->n_files);
  for (i = 0; i < upload->n_files; i++)
    {
      self->files[i] = upload->files[i];
      self->files[i].path = keep (self, upload->files[i].path);
    }

  self->upload = *upload;
  self->upload.files = self->files;
  self->upload.content_type = keep (self, upload->content_type);
  self->upload.name = keep (self, upload->name);
  self->upload.token = keep (self, upload->token);
  self->upload.alt = keep (self, upload->alt != NULL ? upload->alt : "");
  self->upload.caption = keep (self, upload->caption != NULL ? upload->caption : "");
  self->upload.remote_id = keep (self, upload->remote_id);
  self->upload.url = keep (self, upload->url);

  return self;
}

/**
 * vsl_cms_upload_copy_free:
 * @self: (nullable): a copy
 */
void
vsl_cms_upload_copy_free (VslCmsUploadCopy *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->texts);
  g_free (self->files);
  g_free (self);
}
