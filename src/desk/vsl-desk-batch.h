/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

G_BEGIN_DECLS

typedef enum
{
  VSL_BATCH_SET_STATUS,
  VSL_BATCH_ADD_TAG,
  VSL_BATCH_REMOVE_TAG,
  VSL_BATCH_DELETE,   /* to the bin */
  VSL_BATCH_UNDELETE, /* out of it */
  VSL_BATCH_EXPORT
} VslBatchVerb;

/* What to do with many articles at once. */
typedef struct
{
  VslBatchVerb  verb;
  VslStatus     status; /* to set */
  const char   *text;   /* (nullable) the tag, or the name of the format to export to */
  GFile        *folder; /* (nullable) to export to; there already */
} VslBatch;

typedef struct
{
  char *id;       /* (owned) */
  char *headline; /* (owned) empty when it could not be read */
  char *message;  /* (owned) why, as a sentence */
} VslBatchFailure;

typedef struct
{
  char      **done;     /* (owned) ids of the articles for which it is done */
  GPtrArray  *failures; /* (owned) (element-type VslBatchFailure) the others */
} VslBatchResult;

/* Told after each article. Main thread. */
typedef void (*VslBatchProgress) (VslDesk *desk, guint n_done, guint n_total, gpointer data);

void            vsl_batch_result_free  (VslBatchResult       *self);

void            vsl_desk_batch_async   (VslDesk              *self,
                                        const VslBatch       *batch,
                                        const char * const   *ids,
                                        GCancellable         *cancellable,
                                        VslBatchProgress      progress,
                                        gpointer              progress_data,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
VslBatchResult *vsl_desk_batch_finish  (VslDesk              *self,
                                        GAsyncResult         *result,
                                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslBatchResult, vsl_batch_result_free)

G_END_DECLS
