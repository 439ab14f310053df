/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What can happen to a row of the outbox. The names, as in the other vocabularies, never change. */
typedef enum
{
  VSL_OUTBOX_WHAT_QUEUED,    /* asked for; nothing was sent */
  VSL_OUTBOX_WHAT_SENDING,   /* from here on something may have been sent */
  VSL_OUTBOX_WHAT_CREATED,   /* a draft was made there; detail: its id */
  VSL_OUTBOX_WHAT_ADOPTED,   /* a copy of ours was found there; detail: its id */
  VSL_OUTBOX_WHAT_ABSENT,    /* looked there: there is none */
  VSL_OUTBOX_WHAT_IN_DOUBT,  /* no answer: it may have been carried out */
  VSL_OUTBOX_WHAT_FOUND,     /* at start-up: was being sent when the program ended */
  VSL_OUTBOX_WHAT_WAITING,   /* is tried again by itself; detail: why, the code of an error */
  VSL_OUTBOX_WHAT_TWIN,      /* a second copy of ours was put in the trash; detail: its id */
  VSL_OUTBOX_WHAT_CONFIRMED, /* the site has it; detail: its address */
  VSL_OUTBOX_WHAT_OVERTAKEN, /* somebody changed it just before us; detail: the revision that has theirs */
  VSL_OUTBOX_WHAT_CONFLICT,  /* somebody changed it there; nothing was sent */
  VSL_OUTBOX_WHAT_BLOCKED,   /* refused; detail: why, the code of an error */
  VSL_OUTBOX_WHAT_DISCARDED, /* somebody took it out of the outbox */
  VSL_OUTBOX_WHAT_RESOLVED,  /* somebody chose after a conflict; detail: ours, theirs or merge */
  VSL_OUTBOX_WHAT_APPEARED,  /* what was scheduled is there for readers; detail: its address */
  VSL_OUTBOX_WHAT_LATE,      /* what was scheduled is not there yet */
  VSL_OUTBOX_WHAT_WITHDRAWN, /* somebody took it off the schedule there */
  VSL_OUTBOX_WHAT_SEEN,      /* its page was looked at; detail: what readers miss, translated, none for nothing */
  VSL_N_OUTBOX_WHATS
} VslOutboxWhat;

const char *vsl_outbox_what_get_name  (VslOutboxWhat   what);
gboolean    vsl_outbox_what_from_name (const char     *name,
                                       VslOutboxWhat  *what) G_GNUC_WARN_UNUSED_RESULT;

#define VSL_TYPE_OUTBOX_EVENT (vsl_outbox_event_get_type ())
G_DECLARE_FINAL_TYPE (VslOutboxEvent, vsl_outbox_event, VSL, OUTBOX_EVENT, GObject)

VslOutboxEvent *vsl_outbox_event_new         (gint64          at,
                                              VslOutboxWhat   what,
                                              guint           attempt,
                                              const char     *detail) G_GNUC_WARN_UNUSED_RESULT;
gint64          vsl_outbox_event_get_at      (VslOutboxEvent *self);
VslOutboxWhat   vsl_outbox_event_get_what    (VslOutboxEvent *self);
guint           vsl_outbox_event_get_attempt (VslOutboxEvent *self);
const char     *vsl_outbox_event_get_detail  (VslOutboxEvent *self);

G_END_DECLS
