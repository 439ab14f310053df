/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* A picture as it can be shown. Freed by its one owner. */
typedef struct
{
  GBytes *png;    /* (owned) small and upright */
  guint   width;  /* pixels of the picture itself, upright */
  guint   height;
  char   *name;   /* (owned) of the file it came from */
} VslThumbnail;

void          vsl_thumbnail_free              (VslThumbnail         *self);

/* A file or bytes that are to become a picture of an article: kept in media/, once. The one waits
 * for the disk and may run in any thread; the other is for the window. */
VslPicture   *vsl_desk_take_picture           (VslDesk              *self,
                                               GBytes               *bytes,
                                               const char           *name,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void          vsl_desk_take_picture_async     (VslDesk              *self,
                                               GFile                *file,
                                               GBytes               *bytes,
                                               const char           *name,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
VslPicture   *vsl_desk_take_picture_finish    (VslDesk              *self,
                                               GAsyncResult         *result,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes       *vsl_desk_read_picture_file      (GFile                *file,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void          vsl_desk_load_thumbnail_async   (VslDesk              *self,
                                               VslPicture           *picture,
                                               guint                 edge,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
VslThumbnail *vsl_desk_load_thumbnail_finish  (VslDesk              *self,
                                               GAsyncResult         *result,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Deletes the files of pictures that nothing has had for 30 days. Waits for the disk. */
guint         vsl_desk_sweep_pictures         (VslDesk              *self,
                                               GError              **error);

/* An article with one more picture; the first one stands at its head, and without a credit of its
 * own it gets that of the article. */
VslArticle   *vsl_desk_article_with_picture   (VslArticle           *article,
                                               VslPicture           *picture) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslThumbnail, vsl_thumbnail_free)

G_END_DECLS
