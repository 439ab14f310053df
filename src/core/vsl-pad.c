/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-pad.h"

/**
 * VslPadEntry:
 *
 * A line that was written while somebody spoke: when, who, what, and whether it should become a
 * quotation. Immutable; any thread.
 */
struct _VslPadEntry
{
  GObject parent_instance;

  gint64 time_ms;
  gint64 made_at;
  char *speaker; /* (owned) */
  char *text;    /* (owned) */
  gboolean quote;
};

G_DEFINE_FINAL_TYPE (VslPadEntry, vsl_pad_entry, G_TYPE_OBJECT)

/**
 * VslPad:
 *
 * All that was written down during a debate, with its clock and the votes on statements. Immutable;
 * any thread.
 */
struct _VslPad
{
  GObject parent_instance;

  VslPadClock clock;
  GPtrArray *entries; /* (owned) of VslPadEntry */
  GPtrArray *votes;   /* (owned) of VslPadVote */
};

G_DEFINE_FINAL_TYPE (VslPad, vsl_pad, G_TYPE_OBJECT)

static void
vsl_pad_entry_finalize (GObject *object)
{
  VslPadEntry *self = VSL_PAD_ENTRY (object);

  g_free (self->speaker);
  g_free (self->text);

  G_OBJECT_CLASS (vsl_pad_entry_parent_class)->finalize (object);
}

static void
vsl_pad_entry_class_init (VslPadEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_pad_entry_finalize;
}

static void
vsl_pad_entry_init (VslPadEntry *self)
{
}

static void
vsl_pad_finalize (GObject *object)
{
  VslPad *self = VSL_PAD (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->votes, g_ptr_array_unref);

  G_OBJECT_CLASS (vsl_pad_parent_class)->finalize (object);
}

static void
vsl_pad_class_init (VslPadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_pad_finalize;
}

static void
vsl_pad_init (VslPad *self)
{
}

/**
 * vsl_pad_entry_new:
 * @time_ms: the clock of the debate, in ms, or -1 when it had not run yet
 * @made_at: the time on the wall, in µs since 1970 UTC
 * @speaker: (nullable): who was speaking; %NULL for unknown
 * @text: what was written
 * @quote: whether it should become a quotation
 *
 * Returns: (transfer full): a new entry
 */
VslPadEntry *
vsl_pad_entry_new (gint64      time_ms,
                   gint64      made_at,
                   const char *speaker,
                   const char *text,
                   gboolean    quote)
{
  VslPadEntry *self = g_object_new (VSL_TYPE_PAD_ENTRY, NULL);

  self->time_ms = time_ms;
  self->made_at = made_at;
  self->speaker = g_strdup (speaker != NULL ? speaker : "");
  self->text = g_strdup (text);
  self->quote = !!quote;

  return self;
}

/**
 * vsl_pad_entry_get_time_ms:
 * @self: the entry
 *
 * Returns: the clock of the debate, in ms; -1 when it had not run yet
 */
gint64
vsl_pad_entry_get_time_ms (VslPadEntry *self)
{
  g_return_val_if_fail (VSL_IS_PAD_ENTRY (self), -1);

  return self->time_ms;
}

/**
 * vsl_pad_entry_get_made_at:
 * @self: the entry
 *
 * Returns: the time on the wall, in µs since 1970 UTC
 */
gint64
vsl_pad_entry_get_made_at (VslPadEntry *self)
{
  g_return_val_if_fail (VSL_IS_PAD_ENTRY (self), 0);

  return self->made_at;
}

/**
 * vsl_pad_entry_get_speaker:
 * @self: the entry
 *
 * Returns: (transfer none): who was speaking; empty for unknown
 */
const char *
vsl_pad_entry_get_speaker (VslPadEntry *self)
{
  g_return_val_if_fail (VSL_IS_PAD_ENTRY (self), NULL);

  return self->speaker;
}

/**
 * vsl_pad_entry_get_text:
 * @self: the entry
 *
 * Returns: (transfer none): what was written
 */
const char *
vsl_pad_entry_get_text (VslPadEntry *self)
{
  g_return_val_if_fail (VSL_IS_PAD_ENTRY (self), NULL);

  return self->text;
}

/**
 * vsl_pad_entry_get_quote:
 * @self: the entry
 *
 * Returns: whether it should become a quotation
 */
gboolean
vsl_pad_entry_get_quote (VslPadEntry *self)
{
  g_return_val_if_fail (VSL_IS_PAD_ENTRY (self), FALSE);

  return self->quote;
}

/**
 * vsl_pad_vote_new:
 * @statement: the statement
 * @in_favour: how many were for it
 * @against: how many were against it
 * @abstentions: how many did not choose
 *
 * Returns: (transfer full): the count
 */
VslPadVote *
vsl_pad_vote_new (const char *statement,
                  guint       in_favour,
                  guint       against,
                  guint       abstentions)
{
  VslPadVote *self = g_new0 (VslPadVote, 1);

  self->statement = g_strdup (statement);
  self->in_favour = in_favour;
  self->against = against;
  self->abstentions = abstentions;

  return self;
}

/**
 * vsl_pad_vote_copy:
 * @self: a count
 *
 * Returns: (transfer full): another that says the same
 */
VslPadVote *
vsl_pad_vote_copy (const VslPadVote *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return vsl_pad_vote_new (self->statement, self->in_favour, self->against, self->abstentions);
}

/**
 * vsl_pad_vote_free:
 * @self: (transfer full): a count
 *
 * Frees it.
 */
void
vsl_pad_vote_free (VslPadVote *self)
{
  g_free (self->statement);
  g_free (self);
}

/**
 * vsl_pad_new:
 * @clock: its clock
 * @entries: (element-type VslPadEntry): the lines, in order; not changed any more
 * @votes: (element-type VslPadVote): the counts, likewise
 *
 * Returns: (transfer full): a new pad
 */
VslPad *
vsl_pad_new (const VslPadClock *clock,
             GPtrArray         *entries,
             GPtrArray         *votes)
{
  VslPad *self = g_object_new (VSL_TYPE_PAD, NULL);

  self->clock = *clock;
  self->entries = g_ptr_array_ref (entries);
  self->votes = g_ptr_array_ref (votes);

  return self;
}

/**
 * vsl_pad_get_clock:
 * @self: the pad
 *
 * Returns: (transfer none): its clock
 */
const VslPadClock *
vsl_pad_get_clock (VslPad *self)
{
  g_return_val_if_fail (VSL_IS_PAD (self), NULL);

  return &self->clock;
}

/**
 * vsl_pad_get_entries:
 * @self: the pad
 *
 * Returns: (transfer none) (element-type VslPadEntry): its lines, in order
 */
GPtrArray *
vsl_pad_get_entries (VslPad *self)
{
  g_return_val_if_fail (VSL_IS_PAD (self), NULL);

  return self->entries;
}

/**
 * vsl_pad_get_votes:
 * @self: the pad
 *
 * Returns: (transfer none) (element-type VslPadVote): the votes on statements
 */
GPtrArray *
vsl_pad_get_votes (VslPad *self)
{
  g_return_val_if_fail (VSL_IS_PAD (self), NULL);

  return self->votes;
}

/**
 * vsl_pad_is_empty:
 * @self: the pad
 *
 * Returns: whether nothing was written, counted or timed
 */
gboolean
vsl_pad_is_empty (VslPad *self)
{
  g_return_val_if_fail (VSL_IS_PAD (self), TRUE);

  return self->entries->len == 0 && self->votes->len == 0 && self->clock.begun_at == 0;
}

/**
 * vsl_pad_clock_read:
 * @clock: a clock
 * @now: µs since 1970 UTC
 *
 * Returns: what it shows, in ms; -1 when it never ran
 */
gint64
vsl_pad_clock_read (const VslPadClock *clock,
                    gint64             now)
{
  g_return_val_if_fail (clock != NULL, -1);

  if (clock->begun_at == 0)
    return -1;

  return clock->shown_ms +
         (clock->running_since > 0 ? MAX (0, now - clock->running_since) / 1000 : 0);
}
