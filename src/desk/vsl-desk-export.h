/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* An article as a file, its pictures in it or in a folder beside it. @note: (nullable, translated)
 * what the person should know, such as that a picture is gone. The first waits for the disk and may
 * run in any thread; the pair is for the window. */
gboolean    vsl_desk_export_file        (VslDesk             *self,
                                         VslArticle          *article,
                                         const char          *format,
                                         GFile               *file,
                                         char               **note,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_desk_export_file_async  (VslDesk             *self,
                                         VslArticle          *article,
                                         const char          *format,
                                         GFile               *file,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gboolean    vsl_desk_export_file_finish (VslDesk             *self,
                                         GAsyncResult        *result,
                                         char               **note,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* How the name of a file of @format ends, without the dot. */
const char *vsl_desk_get_suffix         (const char          *format);

G_END_DECLS
