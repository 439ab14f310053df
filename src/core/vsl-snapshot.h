/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Why a version was kept. The names, as in the other vocabularies, never change. */
typedef enum
{
  VSL_SNAPSHOT_MINUTE, /* a minute of work had gone by */
  VSL_SNAPSHOT_NAMED,  /* somebody asked for it, and perhaps gave it a name */
  VSL_SNAPSHOT_IMPORT,
  VSL_SNAPSHOT_BEFORE_PUBLISH,
  VSL_SNAPSHOT_BEFORE_PULL,
  VSL_SNAPSHOT_BEFORE_MERGE,
  VSL_SNAPSHOT_BEFORE_FIX,
  VSL_SNAPSHOT_BEFORE_RESTORE,
  VSL_SNAPSHOT_RESTORED,
  VSL_SNAPSHOT_FROM_SITE, /* what somebody else made of it on a site */
  VSL_N_SNAPSHOT_REASONS
} VslSnapshotReason;

const char *vsl_snapshot_reason_get_name  (VslSnapshotReason   reason);
gboolean    vsl_snapshot_reason_from_name (const char         *name,
                                           VslSnapshotReason  *reason) G_GNUC_WARN_UNUSED_RESULT;

#define VSL_TYPE_SNAPSHOT (vsl_snapshot_get_type ())
G_DECLARE_FINAL_TYPE (VslSnapshot, vsl_snapshot, VSL, SNAPSHOT, GObject)

VslSnapshot      *vsl_snapshot_new            (gint64             number,
                                               const char        *article_id,
                                               VslSnapshotReason  reason,
                                               const char        *name,
                                               gint64             revision,
                                               guint              words,
                                               const char        *hash,
                                               gint64             created_at) G_GNUC_WARN_UNUSED_RESULT;
gint64            vsl_snapshot_get_number     (VslSnapshot       *self);
const char       *vsl_snapshot_get_article_id (VslSnapshot       *self);
VslSnapshotReason vsl_snapshot_get_reason     (VslSnapshot       *self);
const char       *vsl_snapshot_get_name       (VslSnapshot       *self);
gint64            vsl_snapshot_get_revision   (VslSnapshot       *self);
guint             vsl_snapshot_get_words      (VslSnapshot       *self);
const char       *vsl_snapshot_get_hash       (VslSnapshot       *self);
gint64            vsl_snapshot_get_created_at (VslSnapshot       *self);

G_END_DECLS
