/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "desk/vsl-publish-circuit.h"

/* When something is tried again, without waiting for it. */

#define SECOND G_USEC_PER_SEC
#define NOW G_GINT64_CONSTANT (1746540000000000)

static const struct
{
  guint attempt;
  guint retry_after;
  double chance;
  gint64 delay;
} delays[] = {
  { 1, 0, 0.0, 0 },
  { 1, 0, 0.5, SECOND / 2 },
  { 2, 0, 0.5, SECOND },
  { 5, 0, 0.5, 8 * SECOND },
  { 9, 0, 0.5, 128 * SECOND },
  { 10, 0, 0.5, 150 * SECOND },
  { 4000000000u, 0, 0.5, 150 * SECOND },
  { 0, 0, 0.5, SECOND / 2 },
  { 1, 120, 0.5, 120 * SECOND },
  { 12, 10, 0.9, 270 * SECOND },
  { 1, 86400, 0.0, 900 * SECOND },
  { 1, 4294967295u, 0.0, 900 * SECOND },
};

static void
test_delay (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (delays); i++)
    g_assert_cmpint (vsl_publish_circuit_get_delay (delays[i].attempt, delays[i].retry_after,
                                                    delays[i].chance),
                     ==, delays[i].delay);
}

/* One letter a step: f a failure, a an answer, r a refusal, p a person, numbers are minutes that pass;
 * then the state: C closed, P probing, O open, R refused. */
static const char * const stories[] = {
  "C", "fC", "ffffC", "fffffO", "ffffaC", "ffffafC", "fffff9P", "fffff9fO", "fffff9f9P", "fffff9aC",
  "fffff9affffC", "rR", "r9R", "rpC", "raC", "fffffpC", "fffffpfC", "fffffaC",
};

static void
test_stories (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      VslPublishCircuit circuit = { 0 };
      const char *step;
      gint64 now = NOW;

      for (step = stories[i]; step[1] != '\0'; step++)
        {
          if (*step == 'f')
            vsl_publish_circuit_note_failure (&circuit, now, 0.5);
          else if (*step == 'a')
            vsl_publish_circuit_note_answer (&circuit);
          else if (*step == 'r')
            vsl_publish_circuit_note_refusal (&circuit);
          else if (*step == 'p')
            vsl_publish_circuit_reset (&circuit);
          else
            now += (*step - '0') * 60 * SECOND;
        }
      g_test_message ("%s", stories[i]);
      g_assert_cmpint ("CPOR"[vsl_publish_circuit_look (&circuit, now)], ==, *step);
    }
}

/* A site that is down for hours is asked less and less, but never less than every five minutes. */
static void
test_rest (void)
{
  VslPublishCircuit circuit = { 0 };
  gint64 last = 0;
  guint i;

  for (i = 0; i < 40; i++)
    {
      vsl_publish_circuit_note_failure (&circuit, NOW, 0.999);
      if (i >= 4)
        {
          g_assert_cmpint (circuit.open_until, >=, last);
          g_assert_cmpint (circuit.open_until - NOW, <=, 300 * SECOND);
        }
      last = circuit.open_until;
    }
  g_assert_cmpint (last - NOW, >, 290 * SECOND);
}

static void
test_budget (void)
{
  VslPublishCircuit circuit = { 0 };
  guint n = 0;
  guint i;

  for (i = 0; i < 100; i++)
    g_assert_true (vsl_publish_circuit_spend (&circuit, FALSE, NOW));
  for (i = 0; i < 100; i++)
    n += vsl_publish_circuit_spend (&circuit, TRUE, NOW) ? 1 : 0;
  g_assert_cmpuint (n, ==, 16);
  g_assert_true (vsl_publish_circuit_spend (&circuit, TRUE, NOW + 60 * SECOND));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/publish-circuit/delay", test_delay);
  g_test_add_func ("/publish-circuit/stories", test_stories);
  g_test_add_func ("/publish-circuit/rest", test_rest);
  g_test_add_func ("/publish-circuit/budget", test_budget);

  return g_test_run ();
}
