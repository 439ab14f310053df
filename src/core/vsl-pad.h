/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A line that was written while somebody spoke. */
#define VSL_TYPE_PAD_ENTRY (vsl_pad_entry_get_type ())
G_DECLARE_FINAL_TYPE (VslPadEntry, vsl_pad_entry, VSL, PAD_ENTRY, GObject)

VslPadEntry *vsl_pad_entry_new         (gint64       time_ms,
                                        gint64       made_at,
                                        const char  *speaker,
                                        const char  *text,
                                        gboolean     quote) G_GNUC_WARN_UNUSED_RESULT;
gint64       vsl_pad_entry_get_time_ms (VslPadEntry *self);
gint64       vsl_pad_entry_get_made_at (VslPadEntry *self);
const char  *vsl_pad_entry_get_speaker (VslPadEntry *self);
const char  *vsl_pad_entry_get_text    (VslPadEntry *self);
gboolean     vsl_pad_entry_get_quote   (VslPadEntry *self);

/* How many were for and against a statement. */
typedef struct
{
  char *statement; /* (owned) */
  guint in_favour;
  guint against;
  guint abstentions;
} VslPadVote;

VslPadVote *vsl_pad_vote_new  (const char       *statement,
                               guint             in_favour,
                               guint             against,
                               guint             abstentions) G_GNUC_WARN_UNUSED_RESULT;
VslPadVote *vsl_pad_vote_copy (const VslPadVote *self) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_pad_vote_free (VslPadVote       *self);

/* All that was written down during a debate. */
#define VSL_TYPE_PAD (vsl_pad_get_type ())
G_DECLARE_FINAL_TYPE (VslPad, vsl_pad, VSL, PAD, GObject)

/* The clock of a debate: it shows @shown_ms, and since @running_since it runs. */
typedef struct
{
  gint64 begun_at;      /* µs since 1970 UTC when it first ran; 0 for never */
  gint64 running_since; /* µs since 1970 UTC; 0 while it stands still */
  gint64 shown_ms;
} VslPadClock;

VslPad            *vsl_pad_new         (const VslPadClock *clock,
                                        GPtrArray         *entries,
                                        GPtrArray         *votes) G_GNUC_WARN_UNUSED_RESULT;
const VslPadClock *vsl_pad_get_clock   (VslPad            *self);
GPtrArray         *vsl_pad_get_entries (VslPad            *self);
GPtrArray         *vsl_pad_get_votes   (VslPad            *self);
gboolean           vsl_pad_is_empty    (VslPad            *self);
gint64             vsl_pad_clock_read  (const VslPadClock *clock,
                                        gint64             now);

G_END_DECLS
