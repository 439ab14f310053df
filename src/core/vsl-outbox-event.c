/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-outbox-event.h"

static const char *const what_names[VSL_N_OUTBOX_WHATS] = {
  [VSL_OUTBOX_WHAT_QUEUED] = "queued",
  [VSL_OUTBOX_WHAT_SENDING] = "sending",
  [VSL_OUTBOX_WHAT_CREATED] = "created",
  [VSL_OUTBOX_WHAT_ADOPTED] = "adopted",
  [VSL_OUTBOX_WHAT_ABSENT] = "absent",
  [VSL_OUTBOX_WHAT_IN_DOUBT] = "in_doubt",
  [VSL_OUTBOX_WHAT_FOUND] = "found",
  [VSL_OUTBOX_WHAT_WAITING] = "waiting",
  [VSL_OUTBOX_WHAT_TWIN] = "twin",
  [VSL_OUTBOX_WHAT_CONFIRMED] = "confirmed",
  [VSL_OUTBOX_WHAT_OVERTAKEN] = "overtaken",
  [VSL_OUTBOX_WHAT_CONFLICT] = "conflict",
  [VSL_OUTBOX_WHAT_BLOCKED] = "blocked",
  [VSL_OUTBOX_WHAT_DISCARDED] = "discarded",
  [VSL_OUTBOX_WHAT_RESOLVED] = "resolved",
  [VSL_OUTBOX_WHAT_APPEARED] = "appeared",
  [VSL_OUTBOX_WHAT_LATE] = "late",
  [VSL_OUTBOX_WHAT_WITHDRAWN] = "withdrawn",
  [VSL_OUTBOX_WHAT_SEEN] = "seen",
};

/**
 * VslOutboxEvent:
 *
 * One thing that happened to a row of the outbox. Together they are its history, which only grows.
 *
 * Immutable; any thread.
 */
struct _VslOutboxEvent
{
  GObject parent_instance;

  gint64 at;
  VslOutboxWhat what;
  guint attempt;
  char *detail; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (VslOutboxEvent, vsl_outbox_event, G_TYPE_OBJECT)

static void
vsl_outbox_event_finalize (GObject *object)
{
  VslOutboxEvent *self = VSL_OUTBOX_EVENT (object);

  g_free (self->detail);

  G_OBJECT_CLASS (vsl_outbox_event_parent_class)->finalize (object);
}

static void
vsl_outbox_event_class_init (VslOutboxEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_outbox_event_finalize;
}

static void
vsl_outbox_event_init (VslOutboxEvent *self)
{
}

/**
 * vsl_outbox_what_get_name:
 * @what: what happened
 *
 * Returns: the stable name, never translated; never %NULL
 */
const char *
vsl_outbox_what_get_name (VslOutboxWhat what)
{
  g_return_val_if_fail ((guint) what < VSL_N_OUTBOX_WHATS, what_names[0]);

  return what_names[what];
}

/**
 * vsl_outbox_what_from_name:
 * @name: (nullable): a name as read
 * @what: (out): what it stands for; untouched when it stands for nothing
 *
 * Returns: whether @name is one of the vocabulary
 */
gboolean
vsl_outbox_what_from_name (const char    *name,
                           VslOutboxWhat *what)
{
  guint i;

  for (i = 0; i < VSL_N_OUTBOX_WHATS; i++)
    {
      if (g_strcmp0 (name, what_names[i]) == 0)
        {
          *what = (VslOutboxWhat) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * vsl_outbox_event_new:
 * @at: when, µs since 1970 UTC
 * @what: what happened
 * @attempt: in which attempt, from 1; 0 before the first
 * @detail: (nullable): what belongs to it
 *
 * Returns: (transfer full): a new event
 */
VslOutboxEvent *
vsl_outbox_event_new (gint64        at,
                      VslOutboxWhat what,
                      guint         attempt,
                      const char   *detail)
{
  VslOutboxEvent *self = g_object_new (VSL_TYPE_OUTBOX_EVENT, NULL);

  self->at = at;
  self->what = what;
  self->attempt = attempt;
  self->detail = g_strdup (detail);

  return self;
}

/**
 * vsl_outbox_event_get_at:
 * @self: the event
 *
 * Returns: when, µs since 1970 UTC
 */
gint64
vsl_outbox_event_get_at (VslOutboxEvent *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_EVENT (self), 0);

  return self->at;
}

/**
 * vsl_outbox_event_get_what:
 * @self: the event
 *
 * Returns: what happened
 */
VslOutboxWhat
vsl_outbox_event_get_what (VslOutboxEvent *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_EVENT (self), 0);

  return self->what;
}

/**
 * vsl_outbox_event_get_attempt:
 * @self: the event
 *
 * Returns: in which attempt, from 1; 0 before the first
 */
guint
vsl_outbox_event_get_attempt (VslOutboxEvent *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_EVENT (self), 0);

  return self->attempt;
}

/**
 * vsl_outbox_event_get_detail:
 * @self: the event
 *
 * Returns: (transfer none) (nullable): what belongs to it: the code of an error, an id, an address
 */
const char *
vsl_outbox_event_get_detail (VslOutboxEvent *self)
{
  g_return_val_if_fail (VSL_IS_OUTBOX_EVENT (self), NULL);

  return self->detail;
}
