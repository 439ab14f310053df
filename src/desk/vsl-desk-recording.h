/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* The recording of a debate, which stays where it lies. Nothing here waits for the disk. */
void  vsl_desk_load_recording_async (VslDesk              *self,
                                     const char           *debate_id,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
void  vsl_desk_save_recording_async (VslDesk              *self,
                                     const char           *debate_id,
                                     const char           *uri,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
/* Of both: where it is; empty when there is none. */
char *vsl_desk_recording_finish     (VslDesk              *self,
                                     GAsyncResult         *result,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
