/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "child.h"
#include "fixture.h"

#include "store/vsl-store-snapshots.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define N_SAVES 4
#define N_ATTEMPTS 3

/* More calls than the run makes; the test ends when the shim was not reached. */
#define MAX_CALLS 2000

static const char *program; /* path of this program, set once by main() */

static char *
make_body (gint64 number)
{
  g_autoptr(GString) body = g_string_new (NULL);

  while (body->len < 6000)
    g_string_append_printf (body, "%" G_GINT64_FORMAT " ", number);

  return g_string_free (g_steal_pointer (&body), FALSE);
}

static VslStore *
open_patiently (const char *directory)
{
  VslStore *store = NULL;
  int i;

  for (i = 0; store == NULL && i < N_ATTEMPTS; i++)
    store = vsl_store_open (directory, VSL_STORE_READ_WRITE, NULL);

  return store;
}

/* What an editor does: writes, is told whether it is stored, and if not, writes on. Says each number
 * that was reported as stored. */
static void
write_numbers (const char *directory)
{
  g_autoptr(VslStore) store = open_patiently (directory);
  g_autoptr(VslArticle) article = make_article ("Nummers", "0");
  gint64 number;

  for (number = 1; store != NULL && number <= N_SAVES; number++)
    {
      g_autofree char *body = make_body (number);
      g_autoptr(VslArticle) changed = with_body (article, body);
      g_autoptr(VslArticle) stored = NULL;
      int i;

      for (i = 0; stored == NULL && i < N_ATTEMPTS; i++)
        {
          g_autoptr(GError) error = NULL;

          stored = vsl_store_save_article (store, changed, NOW + number, &error);
          g_assert_true ((stored == NULL) == (error != NULL));
        }
      if (stored == NULL)
        continue;
      child_say (number);
      g_set_object (&article, stored);
      if (number == N_SAVES / 2)
        {
          g_autoptr(VslSnapshot) snapshot =
            vsl_store_add_snapshot (store, vsl_article_get_id (article), VSL_SNAPSHOT_MINUTE, NULL,
                                    NOW, NULL);
        }
    }
}

/* Only what the store writes may fail, not what the test does. */
static Child *
start_faulty (Fixture *fixture,
              guint    at,
              guint    span,
              int      error_number)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *shim = g_test_build_filename (G_TEST_BUILT, "store", "libfaulty-io.so", NULL);
  g_autofree char *mark = g_build_filename (fixture->root, "mark", NULL);
  g_autofree char *at_text = g_strdup_printf ("%u", at);
  g_autofree char *span_text = g_strdup_printf ("%u", span);
  g_autofree char *errno_text = g_strdup_printf ("%d", error_number);
  g_autoptr(GError) error = NULL;
  Child *child = g_new0 (Child, 1);

  g_unlink (mark);
  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", shim, TRUE);
  g_subprocess_launcher_setenv (launcher, "FAULT_DIR", fixture->directory, TRUE);
  g_subprocess_launcher_setenv (launcher, "FAULT_MARK", mark, TRUE);
  g_subprocess_launcher_setenv (launcher, "FAULT_AT", at_text, TRUE);
  g_subprocess_launcher_setenv (launcher, "FAULT_SPAN", span_text, TRUE);
  g_subprocess_launcher_setenv (launcher, "FAULT_ERRNO", errno_text, TRUE);
  child->process = g_subprocess_launcher_spawn (launcher, &error, program, "--child", "write-numbers",
                                                fixture->directory, NULL);
  g_assert_no_error (error);
  child->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child->process));

  return child;
}

/* Runs the child to its end; returns the last number that was reported as stored, or 0. */
static gint64
run_faulty (Fixture *fixture,
            guint    at,
            guint    span,
            int      error_number)
{
  Child *child = start_faulty (fixture, at, span, error_number);
  gint64 told = 0;

  while (child_hear (child, &told))
    ;
  g_assert_true (g_subprocess_wait_check (child->process, NULL, NULL));
  child_kill (child);

  return told;
}

static gboolean
was_reached (Fixture *fixture)
{
  g_autofree char *mark = g_build_filename (fixture->root, "mark", NULL);

  return g_file_test (mark, G_FILE_TEST_EXISTS);
}

/* The number that is stored; 0 when there is no article. */
static gint64
check_store (Fixture *fixture)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(GPtrArray) summaries = vsl_store_list_articles (store, NULL, NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autofree char *body = NULL;
  gint64 number;

  assert_sound (store);
  if (summaries->len == 0)
    return 0;
  /* The first save may have arrived and been reported as failed, and been made again. */
  article = vsl_store_load_article (store, vsl_article_summary_get_id (summaries->pdata[0]), NULL);
  number = g_ascii_strtoll (vsl_article_get_text (article, VSL_FIELD_BODY), NULL, 10);
  body = make_body (number);
  g_assert_cmpstr (vsl_article_get_text (article, VSL_FIELD_BODY), ==, body);

  return number;
}

/* How a disk can fail. */
static const struct
{
  const char *name;
  guint span;
  int error_number;
} faults[] = {
  { "once/io-error", 1, EIO },
  { "once/full", 1, ENOSPC },
  { "for-good/io-error", MAX_CALLS, EIO },
};

static void
test_every_call (Fixture      *fixture,
                 gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  guint at;

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("a sanitizer must be loaded before the library that makes writing fail");
  return;
#endif
  for (at = 1; at < MAX_CALLS; at++)
    {
      gint64 told = run_faulty (fixture, at, faults[i].span, faults[i].error_number);
      gint64 stored;

      if (!was_reached (fixture))
        break;
      stored = check_store (fixture);
      g_assert_cmpint (stored, >=, told);
      /* One failure, and the next good save has it all. */
      if (faults[i].span == 1)
        {
          g_assert_cmpint (told, ==, N_SAVES);
          g_assert_cmpint (stored, ==, N_SAVES);
        }
      remove_tree (fixture->directory);
    }
  g_test_message ("%u calls that write", at - 1);
  g_assert_cmpuint (at, >, 50);
  g_assert_cmpuint (at, <, MAX_CALLS);
}

int
main (int   argc,
      char *argv[])
{
  static const ChildProgram programs[] = { { "write-numbers", write_numbers } };
  guint i;

  if (child_run_main (argc, argv, programs, G_N_ELEMENTS (programs)))
    return 0;

  /* Hundreds of runs: in memory, where syncing costs nothing, as it is the store that is tested. */
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/store-io-errors/", faults[i].name, NULL);

      add_case (path, GUINT_TO_POINTER (i), test_every_call);
    }

  return g_test_run ();
}
