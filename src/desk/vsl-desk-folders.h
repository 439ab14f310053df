/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"
#include "desk/vsl-library-query.h"

G_BEGIN_DECLS

typedef struct
{
  char *name; /* (owned) */
  guint count;
} VslFolderCount;

/* How many articles each folder holds. All but @bin are without the bin. */
typedef struct
{
  guint      all;
  guint      bin;
  guint      statuses[VSL_N_STATUSES];
  guint      outbox[VSL_N_OUTBOX_STATES]; /* articles that are in that state for some site */
  GPtrArray *tags;   /* (owned) (element-type VslFolderCount) most used first */
  GPtrArray *events; /* (owned) (element-type VslFolderCount) by name */
  GPtrArray *sites;  /* (owned) (element-type VslFolderCount) by name */
} VslFolderCounts;

void             vsl_folder_counts_free       (VslFolderCounts        *self);

/* A list model of VslArticleSummary that the desk keeps up to date as long as somebody holds it. It
 * reads only the rows that are looked at: do not filter it, ask for another folder. */
GListModel      *vsl_desk_open_folder         (VslDesk                *self,
                                               const VslLibraryQuery  *query,
                                               GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void             vsl_desk_count_folders_async (VslDesk                *self,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
VslFolderCounts *vsl_desk_count_folders_finish (VslDesk               *self,
                                               GAsyncResult           *result,
                                               GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslFolderCounts, vsl_folder_counts_free)

G_END_DECLS
