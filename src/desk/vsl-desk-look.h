/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk-outbox.h"

G_BEGIN_DECLS

/* Looks at the sites whether somebody changed an article there, and remembers it: a row of which that is seen is
 * in conflict from then on. vsl_desk_compare_async() only tells. */

/* One article on one site. */
void      vsl_desk_look_async            (VslDesk              *self,
                                          VslOutboxRow         *row,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean  vsl_desk_look_finish           (VslDesk              *self,
                                          GAsyncResult         *result,
                                          VslComparison        *comparison,
                                          GError              **error);
/* What was published last, one after another. */
void      vsl_desk_look_at_sites_async   (VslDesk              *self,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean  vsl_desk_look_at_sites_finish  (VslDesk              *self,
                                          GAsyncResult         *result,
                                          guint                *n_changed,
                                          guint                *n_unknown,
                                          GError              **error);

G_END_DECLS
