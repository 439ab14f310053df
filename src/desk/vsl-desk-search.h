/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-search-hit.h"
#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* Told while the index for searching is brought up to date. Main thread. */
typedef void (*VslIndexProgress) (VslDesk *desk, guint n_done, guint n_total, gpointer data);

/* Compares the index with the articles, in the background: for the window, once, after its first
 * frame. Searching works meanwhile, and finds what is indexed already. */
void       vsl_desk_index_async   (VslDesk             *self,
                                   GCancellable        *cancellable,
                                   VslIndexProgress     progress,
                                   gpointer             progress_data,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
gboolean   vsl_desk_index_finish  (VslDesk             *self,
                                   GAsyncResult        *result,
                                   GError             **error);

/* The ids of articles that could not be read for the index in this run, and are not found. */
char     **vsl_desk_list_unindexed (VslDesk            *self) G_GNUC_WARN_UNUSED_RESULT;

/* A newer search cancels the one before it, which ends with G_IO_ERROR_CANCELLED. */
void       vsl_desk_search_async  (VslDesk             *self,
                                   const char          *text,
                                   guint                limit,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data);
/* (element-type VslSearchHit); @n_found: (out) (optional) how many there are in all. */
GPtrArray *vsl_desk_search_finish (VslDesk             *self,
                                   GAsyncResult        *result,
                                   guint               *n_found,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* Brings the index up to date and waits: for the command line. */
GPtrArray *vsl_desk_search        (VslDesk             *self,
                                   const char          *text,
                                   guint                limit,
                                   guint               *n_found,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
