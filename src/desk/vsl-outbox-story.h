/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-outbox-event.h"
#include "core/vsl-outbox-row.h"
#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* What there is to tell of one row of the outbox. */
typedef struct
{
  char *headline;    /* (owned) of the article, empty when it has none or is gone */
  GPtrArray *events; /* (owned) of VslOutboxEvent, oldest first */
} VslOutboxStory;

void            vsl_outbox_story_free             (VslOutboxStory      *self);
/* Read in the background. */
void            vsl_desk_read_outbox_story_async  (VslDesk             *self,
                                                   VslOutboxRow        *row,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
VslOutboxStory *vsl_desk_read_outbox_story_finish (VslDesk             *self,
                                                   GAsyncResult        *result,
                                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslOutboxStory, vsl_outbox_story_free)

G_END_DECLS
