/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "store/vsl-store-thread.h"

#define N_JOBS 1000

typedef struct
{
  VslStoreThread *thread;
  GArray *order; /* of int */
  GMutex gate;
} State;

typedef struct
{
  State *state;
  int number;
} Step;

static void
note_step (gpointer data)
{
  g_autofree Step *step = data;

  g_assert_true (vsl_store_thread_is_current (step->state->thread));
  g_array_append_val (step->state->order, step->number);
}

static Step *
new_step (State *state,
          int    number)
{
  Step *step = g_new (Step, 1);

  *step = (Step) { state, number };

  return step;
}

static void
set_up (State        *state,
        gconstpointer data)
{
  state->thread = vsl_store_thread_new ("test");
  state->order = g_array_new (FALSE, FALSE, sizeof (int));
  g_mutex_init (&state->gate);
}

static void
tear_down (State        *state,
           gconstpointer data)
{
  vsl_store_thread_shutdown (state->thread);
  vsl_store_thread_unref (state->thread);
  g_array_unref (state->order);
  g_mutex_clear (&state->gate);
}

static void
assert_in_order (State *state)
{
  guint i;

  g_assert_cmpuint (state->order->len, ==, N_JOBS);
  for (i = 0; i < N_JOBS; i++)
    g_assert_cmpint (g_array_index (state->order, int, i), ==, (int) i);
}

static void
test_order (State        *state,
            gconstpointer data)
{
  int i;

  for (i = 0; i < N_JOBS - 1; i++)
    g_assert_true (vsl_store_thread_push (state->thread, note_step, new_step (state, i)));
  g_assert_true (vsl_store_thread_call (state->thread, note_step, new_step (state, N_JOBS - 1)));
  assert_in_order (state);
  g_assert_false (vsl_store_thread_is_current (state->thread));
}

static void
wait_at_gate (gpointer data)
{
  State *state = data;

  g_mutex_lock (&state->gate);
  g_mutex_unlock (&state->gate);
}

static void
test_shutdown_finishes (State        *state,
                        gconstpointer data)
{
  g_autofree Step *late = new_step (state, N_JOBS);
  int i;

  g_mutex_lock (&state->gate);
  g_assert_true (vsl_store_thread_push (state->thread, wait_at_gate, state));
  for (i = 0; i < N_JOBS; i++)
    g_assert_true (vsl_store_thread_push (state->thread, note_step, new_step (state, i)));
  g_assert_cmpuint (state->order->len, ==, 0);
  g_mutex_unlock (&state->gate);

  vsl_store_thread_shutdown (state->thread);
  assert_in_order (state);

  g_assert_false (vsl_store_thread_push (state->thread, note_step, late));
  g_assert_false (vsl_store_thread_call (state->thread, note_step, late));
  vsl_store_thread_shutdown (state->thread);
}

static void
call_again (gpointer data)
{
  Step *step = data;

  /* Would wait for itself for ever if it queued. */
  g_assert_true (vsl_store_thread_call (step->state->thread, note_step, step));
}

static void
test_call_inside (State        *state,
                  gconstpointer data)
{
  g_assert_true (vsl_store_thread_call (state->thread, call_again, new_step (state, 7)));
  g_assert_cmpuint (state->order->len, ==, 1);
}

static void
shut_down_inside (gpointer data)
{
  vsl_store_thread_shutdown (data);
}

static void
test_shutdown_inside (void)
{
  g_autoptr(VslStoreThread) thread = vsl_store_thread_new ("test");

  g_assert_true (vsl_store_thread_call (thread, shut_down_inside, thread));
  g_assert_false (vsl_store_thread_push (thread, shut_down_inside, thread));
}

static gpointer
make_answer (gpointer source,
             gpointer data,
             GError **error)
{
  if (data != NULL)
    return g_strdup (data);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "as asked");
  return NULL;
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **taken = user_data;

  *taken = g_object_ref (result);
}

static GAsyncResult *
run_task (State        *state,
          const char   *text,
          GCancellable *cancellable)
{
  g_autoptr(GAsyncResult) taken = NULL;
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, take_result_cb, &taken);

  g_task_set_check_cancellable (task, FALSE);
  g_assert_true (vsl_store_thread_push_task (state->thread, task, make_answer, g_strdup (text),
                                             g_free, g_free));
  while (taken == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&taken);
}

static void
test_task (State        *state,
           gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) good = NULL;
  g_autoptr(GAsyncResult) bad = NULL;
  g_autofree char *answer = NULL;

  /* What has an effect is done, and reported as done, whoever lost interest. */
  g_cancellable_cancel (cancellable);
  good = run_task (state, "done", cancellable);
  answer = g_task_propagate_pointer (G_TASK (good), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (answer, ==, "done");

  bad = run_task (state, NULL, NULL);
  g_assert_null (g_task_propagate_pointer (G_TASK (bad), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

static void
test_task_after_shutdown (State        *state,
                          gconstpointer data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  vsl_store_thread_shutdown (state->thread);
  g_assert_false (vsl_store_thread_push_task (state->thread, task, make_answer, g_strdup ("x"),
                                              g_free, g_free));
  g_task_return_boolean (task, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store-thread/order", State, NULL, set_up, test_order, tear_down);
  g_test_add ("/store-thread/shutdown-finishes", State, NULL, set_up, test_shutdown_finishes, tear_down);
  g_test_add ("/store-thread/call-inside", State, NULL, set_up, test_call_inside, tear_down);
  g_test_add_func ("/store-thread/shutdown-inside", test_shutdown_inside);
  g_test_add ("/store-thread/task", State, NULL, set_up, test_task, tear_down);
  g_test_add ("/store-thread/task-after-shutdown", State, NULL, set_up, test_task_after_shutdown,
              tear_down);

  return g_test_run ();
}
