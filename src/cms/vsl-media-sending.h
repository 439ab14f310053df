/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms-upload.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* With what the sending of a picture begins. */
typedef enum
{
  VSL_MEDIA_CHECK,      /* it is there: only see whether it still is */
  VSL_MEDIA_SEND_WORDS, /* it is there, with other words */
  VSL_MEDIA_LOOK,       /* it may be there */
  VSL_MEDIA_SEND_FILE
} VslMediaStep;

/* One picture on its way to one site, whatever its brand. To be the first member of what a brand
 * keeps as the data of its task. */
typedef struct
{
  GUri             *root;        /* (owned) of the API */
  char             *site;        /* (owned) for messages */
  VslCmsUploadCopy *copy;        /* (owned) */
  GCancellable     *cancellable; /* (owned) (nullable) */
} VslMediaSending;

void         vsl_media_sending_init           (VslMediaSending    *self,
                                               GUri               *root,
                                               const VslCmsUpload *upload,
                                               GCancellable       *cancellable);
void         vsl_media_sending_clear          (VslMediaSending    *self);
VslMediaStep vsl_media_sending_get_step       (VslMediaSending    *self);
void         vsl_media_sending_return_picture (GTask              *task,
                                               VslRemotePicture   *picture);
void         vsl_media_sending_return_error   (GTask              *task,
                                               GError             *error);

G_END_DECLS
