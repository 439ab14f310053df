/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-rescue.h"
#include "store/vsl-store-session.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* What the store knows of the article that this process last wrote. Read and written in the store
 * thread only, where the saves of a document run one after another: so each builds on the one before
 * it, without waiting for the main thread to hear of that one. An atomic rc box. */
typedef struct
{
  gint64 revision;
  gint64 kept_at;   /* µs UTC, when the article was last kept as a version; 0 in this run never */
  gboolean rescued; /* there may be a file in the second place */
} VslSaveSlot;

/* One snapshot on its way to the disk; goes to the store thread. */
typedef struct
{
  VslArticle *article; /* (owned) */
  VslRescue *rescue;   /* (owned) */
  VslSaveSlot *slot;   /* (owned) */
  gint64 now;          /* µs UTC */
  gboolean has_view;
  VslArticleView view; /* where the person is in it, when there is one */
} VslSaveJob;

/* What became of it. */
typedef struct
{
  VslArticle *article;        /* (owned) as stored */
  VslArticleSummary *summary; /* (owned) (nullable) */
} VslSaveResult;

VslSaveJob *vsl_save_job_new     (VslArticle    *article,
                                  VslRescue     *rescue,
                                  VslSaveSlot   *slot,
                                  gint64         now) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_save_job_free    (VslSaveJob    *self);
gpointer    vsl_save_job_run     (VslStore      *store,
                                  gpointer       data,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_save_result_free (VslSaveResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslSaveJob, vsl_save_job_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslSaveResult, vsl_save_result_free)

G_END_DECLS
