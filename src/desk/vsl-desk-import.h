/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* What was read from a file with the pictures that lie beside it, kept in media/. The plain call
 * waits for the disk and may run in any thread; the pair is for the window. */
gboolean    vsl_desk_names_files    (VslArticle  *article);
VslArticle *vsl_desk_bring_pictures (VslDesk     *self,
                                     VslArticle  *article,
                                     GFile       *folder,
                                     char       **note) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_desk_bring_pictures_async  (VslDesk             *self,
                                            VslArticle          *article,
                                            GFile               *folder,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
VslArticle *vsl_desk_bring_pictures_finish (VslDesk             *self,
                                            GAsyncResult        *result,
                                            char               **note) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
