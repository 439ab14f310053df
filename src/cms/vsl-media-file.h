/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that is ready to be sent. Freed by its one owner. */
typedef struct
{
  GInputStream *stream; /* (owned) at its beginning */
  goffset       length; /* bytes */
  char         *md5;    /* (owned) in hexadecimal */
} VslMediaFile;

void          vsl_media_file_open_async  (const char           *path,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
VslMediaFile *vsl_media_file_open_finish (GAsyncResult         *result,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void          vsl_media_file_free        (VslMediaFile         *self);


G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslMediaFile, vsl_media_file_free)

G_END_DECLS
