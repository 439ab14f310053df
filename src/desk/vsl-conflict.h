/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-outbox-row.h"
#include "core/vsl-remote-text.h"

G_BEGIN_DECLS

/* Whose words stay in a passage that both changed. */
typedef enum
{
  VSL_KEEP_OURS,
  VSL_KEEP_THEIRS,
  VSL_KEEP_BOTH, /* ours, and theirs behind it */
  VSL_N_KEEPS
} VslKeep;

/* A passage that both changed, each in another way. */
typedef struct
{
  VslField field;
  char *before; /* (owned) some words that stood before it, for finding one's way */
  char *base;   /* (owned) what both started from */
  char *after;  /* (owned) some words that stood behind it */
  char *ours;   /* (owned) */
  char *theirs; /* (owned) */
} VslConflictPassage;

#define VSL_TYPE_CONFLICT (vsl_conflict_get_type ())
G_DECLARE_FINAL_TYPE (VslConflict, vsl_conflict, VSL, CONFLICT, GObject)

VslConflict   *vsl_conflict_new          (VslOutboxRow  *row,
                                          VslRemoteText *text,
                                          VslArticle    *base,
                                          VslArticle    *ours,
                                          VslArticle    *theirs,
                                          guint          n_left) G_GNUC_WARN_UNUSED_RESULT;
VslConflict   *vsl_conflict_new_unread   (VslOutboxRow  *row,
                                          VslRemoteText *text,
                                          VslArticle    *ours,
                                          const char    *problem) G_GNUC_WARN_UNUSED_RESULT;
VslConflict   *vsl_conflict_new_with_ours (VslConflict  *conflict,
                                          VslArticle    *ours) G_GNUC_WARN_UNUSED_RESULT;
VslOutboxRow  *vsl_conflict_get_row      (VslConflict   *self);
VslRemoteText *vsl_conflict_get_text     (VslConflict   *self);
VslArticle    *vsl_conflict_get_base     (VslConflict   *self);
VslArticle    *vsl_conflict_get_ours     (VslConflict   *self);
VslArticle    *vsl_conflict_get_theirs   (VslConflict   *self);
const char    *vsl_conflict_get_problem  (VslConflict   *self);
guint          vsl_conflict_get_n_left   (VslConflict   *self);
gboolean       vsl_conflict_is_only_theirs (VslConflict *self);
GPtrArray     *vsl_conflict_get_passages (VslConflict   *self);
VslArticle    *vsl_conflict_merge        (VslConflict   *self,
                                          const VslKeep *keeps) G_GNUC_WARN_UNUSED_RESULT;
VslArticle    *vsl_conflict_adopt_theirs (VslConflict   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
