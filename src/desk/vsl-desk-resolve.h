/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-conflict.h"
#include "desk/vsl-desk-outbox.h"

G_BEGIN_DECLS

/* After a conflict: our version goes there and theirs is kept here, or theirs comes here. */

void         vsl_desk_read_conflict_async  (VslDesk              *self,
                                            VslOutboxRow         *row,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
VslConflict *vsl_desk_read_conflict_finish (VslDesk              *self,
                                            GAsyncResult         *result,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* @merged: (nullable) what the two make together; NULL for theirs alone. */
void         vsl_desk_take_theirs_async    (VslDesk              *self,
                                            VslConflict          *conflict,
                                            VslArticle           *merged,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean     vsl_desk_take_theirs_finish   (VslDesk              *self,
                                            GAsyncResult         *result,
                                            GError              **error);
VslPublication *vsl_desk_take_ours         (VslDesk              *self,
                                            VslOutboxRow         *row,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
