/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-remote-copy.h"

G_BEGIN_DECLS

/* How a row is worked off. All zero for a row that nothing is known of. */
typedef struct
{
  guint attempts;       /* times it was tried since it was last confirmed */
  gint64 next_at;       /* when it is tried again by itself, µs since 1970 UTC; 0 for never */
  const char *options;  /* (nullable) what was asked for, a JSON object as text */
  gint64 snapshot;      /* the version that is being sent, 0 for none */
  gint64 base_snapshot; /* the version that was last confirmed, 0 for none */
  gint64 base_length;   /* the length of its text in characters */
} VslOutboxPlan;

#define VSL_TYPE_OUTBOX_ROW (vsl_outbox_row_get_type ())
G_DECLARE_FINAL_TYPE (VslOutboxRow, vsl_outbox_row, VSL, OUTBOX_ROW, GObject)

VslOutboxRow   *vsl_outbox_row_new              (gint64           row_id,
                                                 const char      *article_id,
                                                 const char      *site,
                                                 const char      *token,
                                                 VslOutboxState   state,
                                                 gint64           article_revision,
                                                 VslRemoteStatus  wanted,
                                                 gint64           wanted_at,
                                                 VslRemoteCopy   *copy,
                                                 const char      *message,
                                                 gint64           updated_at) G_GNUC_WARN_UNUSED_RESULT;
VslOutboxRow   *vsl_outbox_row_new_with_plan    (VslOutboxRow    *row,
                                                 const VslOutboxPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
const VslOutboxPlan *vsl_outbox_row_get_plan    (VslOutboxRow    *self);
gint64          vsl_outbox_row_get_row_id       (VslOutboxRow    *self);
const char     *vsl_outbox_row_get_article_id   (VslOutboxRow    *self);
const char     *vsl_outbox_row_get_site         (VslOutboxRow    *self);
const char     *vsl_outbox_row_get_token        (VslOutboxRow    *self);
VslOutboxState  vsl_outbox_row_get_state        (VslOutboxRow    *self);
gint64          vsl_outbox_row_get_article_revision (VslOutboxRow *self);
VslRemoteStatus vsl_outbox_row_get_wanted       (VslOutboxRow    *self);
gint64          vsl_outbox_row_get_wanted_at    (VslOutboxRow    *self);
VslRemoteCopy  *vsl_outbox_row_get_copy         (VslOutboxRow    *self);
const char     *vsl_outbox_row_get_message      (VslOutboxRow    *self);
gint64          vsl_outbox_row_get_updated_at   (VslOutboxRow    *self);

G_END_DECLS
