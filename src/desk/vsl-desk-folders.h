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
/* The same without waiting: empty at first, and a row that is not read yet is a summary without a
 * headline and without a time. Never fails: where the store cannot be read, it stays as it was. */
GListModel      *vsl_desk_show_folder         (VslDesk                *self,
                                               const VslLibraryQuery  *query) G_GNUC_WARN_UNUSED_RESULT;
/* For the folders of the two functions above. None of them reads a row. */
void             vsl_desk_folder_set_order    (GListModel             *folder,
                                               VslLibrarySort          sort,
                                               gboolean                reversed);
const char      *vsl_desk_folder_get_id       (GListModel             *folder,
                                               guint                   position);
gboolean         vsl_desk_folder_find         (GListModel             *folder,
                                               const char             *id,
                                               guint                  *position);
void             vsl_desk_count_folders_async (VslDesk                *self,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
VslFolderCounts *vsl_desk_count_folders_finish (VslDesk               *self,
                                               GAsyncResult           *result,
                                               GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslFolderCounts, vsl_folder_counts_free)

G_END_DECLS
