/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk-outbox.h"

G_BEGIN_DECLS

/* After a conflict; see vsl_desk_take_ours() for the third choice. They wait for the disk. */

VslArticle *vsl_desk_read_theirs (VslDesk       *self,
                                  VslOutboxRow  *row,
                                  guint         *n_left,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_desk_take_theirs (VslDesk       *self,
                                  VslOutboxRow  *row,
                                  gboolean       merge,
                                  guint         *n_left,
                                  GError       **error);

G_END_DECLS
