/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Gives a number from 0 up to, not including, 1. Handed in, so that a test can say which. */
typedef double (*VslChance) (gpointer data);

/* Whether something may be sent to an origin now. */
typedef enum
{
  VSL_CIRCUIT_CLOSED,  /* yes */
  VSL_CIRCUIT_PROBING, /* one at a time, to see whether it answers again */
  VSL_CIRCUIT_OPEN,    /* not yet */
  VSL_CIRCUIT_REFUSED  /* it refused us: not before a person did something */
} VslCircuitState;

/* What is known of one origin. All zero to begin with. */
typedef struct
{
  guint    failures;    /* in a row */
  guint    openings;    /* in a row */
  gint64   open_until;  /* µs; 0 for closed */
  gboolean refused;
  gint64   minute;      /* the minute that is counted, and the sends and retries in it */
  guint    n_sent;
  guint    n_retried;
} VslPublishCircuit;

gint64          vsl_publish_circuit_get_delay    (guint                    attempt,
                                                  guint                    retry_after,
                                                  double                   chance);
VslCircuitState vsl_publish_circuit_look         (const VslPublishCircuit *self,
                                                  gint64                   now);
void            vsl_publish_circuit_note_answer  (VslPublishCircuit       *self);
void            vsl_publish_circuit_note_failure (VslPublishCircuit       *self,
                                                  gint64                   now,
                                                  double                   chance);
void            vsl_publish_circuit_note_refusal (VslPublishCircuit       *self);
void            vsl_publish_circuit_reset        (VslPublishCircuit       *self);
gboolean        vsl_publish_circuit_spend        (VslPublishCircuit       *self,
                                                  gboolean                 retry,
                                                  gint64                   now);

G_END_DECLS
