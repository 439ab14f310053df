/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-publish-circuit.h"

/*
 * How long to wait before something is tried again, and when not to try at all. Pure arithmetic: time
 * and chance are handed in. Back-off with full jitter, a budget for retries and a circuit breaker are
 * those of the Amazon Builders’ Library (“Timeouts, retries, and backoff with jitter”).
 */

#define BASE G_USEC_PER_SEC
#define CAP (5 * 60 * G_USEC_PER_SEC)
#define RETRY_AFTER_CAP (15 * 60 * G_USEC_PER_SEC)
#define MINUTE (60 * G_USEC_PER_SEC)

/* So many failures in a row open the circuit. */
#define N_FAILURES 5

/* Retries by themselves: these in a minute, and one to every ten that are no retry. */
#define RETRIES_A_MINUTE 6

static gint64
get_ceiling (guint attempt)
{
  return attempt >= 10 ? CAP : MIN (CAP, BASE << (MAX (attempt, 1) - 1));
}

/**
 * vsl_publish_circuit_get_delay:
 * @attempt: the attempt that failed, from 1
 * @retry_after: seconds after which the site said it may be asked again; 0 when it did not say
 * @chance: from 0 up to, not including, 1
 *
 * Returns: how long to wait before the next attempt, µs: some part of a ceiling that doubles with
 *   every attempt from one second to five minutes, and not less than what the site said, up to a
 *   quarter of an hour
 */
gint64
vsl_publish_circuit_get_delay (guint  attempt,
                               guint  retry_after,
                               double chance)
{
  gint64 jitter = (gint64) (chance * (double) get_ceiling (attempt));
  gint64 told = MIN ((gint64) retry_after * G_USEC_PER_SEC, RETRY_AFTER_CAP);

  return MAX (jitter, told);
}

/**
 * vsl_publish_circuit_look:
 * @self: what is known of the origin
 * @now: µs since 1970 UTC
 *
 * Returns: whether something may be sent to it
 */
VslCircuitState
vsl_publish_circuit_look (const VslPublishCircuit *self,
                          gint64                   now)
{
  if (self->refused)
    return VSL_CIRCUIT_REFUSED;
  if (self->open_until == 0)
    return VSL_CIRCUIT_CLOSED;

  return now < self->open_until ? VSL_CIRCUIT_OPEN : VSL_CIRCUIT_PROBING;
}

/**
 * vsl_publish_circuit_note_answer:
 * @self: what is known of the origin
 *
 * It answered, whatever it said: it is there.
 */
void
vsl_publish_circuit_note_answer (VslPublishCircuit *self)
{
  self->failures = 0;
  self->openings = 0;
  self->open_until = 0;
  self->refused = FALSE;
}

/**
 * vsl_publish_circuit_note_failure:
 * @self: what is known of the origin
 * @now: µs since 1970 UTC
 * @chance: from 0 up to, not including, 1
 *
 * It did not answer, or said that it cannot. The fifth time in a row, or at a probe, it is left alone
 * for a while, and longer every time: at least half of the ceiling, so that it has some rest.
 */
void
vsl_publish_circuit_note_failure (VslPublishCircuit *self,
                                  gint64             now,
                                  double             chance)
{
  gint64 ceiling;

  self->failures++;
  if (self->failures < N_FAILURES && self->open_until == 0)
    return;

  self->openings++;
  ceiling = get_ceiling (self->openings + 4);
  self->open_until = now + ceiling / 2 + (gint64) (chance * (double) (ceiling / 2));
}

/**
 * vsl_publish_circuit_note_refusal:
 * @self: what is known of the origin
 *
 * It does not accept who we are (401, 403): asking again by itself would only lock the user out.
 */
void
vsl_publish_circuit_note_refusal (VslPublishCircuit *self)
{
  self->refused = TRUE;
}

/**
 * vsl_publish_circuit_reset:
 * @self: what is known of the origin
 *
 * A person did something about it, or asks for it now: it may be tried at once.
 */
void
vsl_publish_circuit_reset (VslPublishCircuit *self)
{
  self->refused = FALSE;
  self->open_until = 0;
  self->failures = 0;
}

/**
 * vsl_publish_circuit_spend:
 * @self: what is known of the origin
 * @retry: whether nobody asked for it at this moment
 * @now: µs since 1970 UTC
 *
 * Counts what is sent in a minute.
 *
 * Returns: whether it may be sent; %FALSE only for a retry for which this minute has no room
 */
gboolean
vsl_publish_circuit_spend (VslPublishCircuit *self,
                           gboolean           retry,
                           gint64             now)
{
  if (now / MINUTE != self->minute)
    {
      self->minute = now / MINUTE;
      self->n_sent = 0;
      self->n_retried = 0;
    }
  if (!retry)
    {
      self->n_sent++;
      return TRUE;
    }
  if (self->n_retried >= RETRIES_A_MINUTE + self->n_sent / 10)
    return FALSE;

  self->n_retried++;
  return TRUE;
}
