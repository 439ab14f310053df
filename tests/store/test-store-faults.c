/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "child.h"
#include "fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define N_KILLS 30

static const char *program; /* path of this program, set once by main() */

/* A body of some 20 KB that says which number it is, from its first character to its last. */
static char *
make_body (gint64 number)
{
  g_autoptr(GString) body = g_string_new (NULL);

  while (body->len < 20000)
    g_string_append_printf (body, "%" G_GINT64_FORMAT " ", number);

  return g_string_free (g_steal_pointer (&body), FALSE);
}

static void
hold_lock (const char *directory)
{
  g_autoptr(VslStore) store = vsl_store_open (directory, VSL_STORE_READ_WRITE, NULL);

  g_assert_nonnull (store);
  child_say (1);
  while (TRUE)
    g_usleep (SECOND);
}

/* Stores one number after the other, and says each when it was told that it is stored. */
static void
write_numbers (const char *directory)
{
  g_autoptr(VslStore) store = vsl_store_open (directory, VSL_STORE_READ_WRITE, NULL);
  g_autoptr(GPtrArray) summaries = vsl_store_list_articles (store, NULL, NULL);
  g_autoptr(VslArticle) article = NULL;

  if (summaries->len == 0)
    article = make_article ("Nummers", "0");
  else
    article = vsl_store_load_article (store, vsl_article_summary_get_id (summaries->pdata[0]), NULL);

  while (TRUE)
    {
      gint64 number = g_ascii_strtoll (vsl_article_get_text (article, VSL_FIELD_BODY), NULL, 10) + 1;
      g_autofree char *body = make_body (number);
      g_autoptr(VslArticle) changed = with_body (article, body);

      g_clear_object (&article);
      article = save (store, changed, NOW + number);
      child_say (number);
    }
}

static void
test_lock_of_other_process (Fixture      *fixture,
                            gconstpointer data)
{
  Child *child = child_start (program, "hold-lock", fixture->directory);
  g_autofree char *pid = g_strdup (g_subprocess_get_identifier (child->process));
  g_autoptr(VslStore) store = NULL;
  g_autoptr(VslStore) reader = NULL;
  g_autoptr(GError) error = NULL;
  gint64 ready;

  g_assert_true (child_hear (child, &ready));
  store = vsl_store_open (fixture->directory, VSL_STORE_READ_WRITE, &error);
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, pid));
  g_clear_error (&error);
  reader = fixture_open (fixture, VSL_STORE_READ_ONLY);
  g_clear_object (&reader);

  /* However the holder ended, nobody has to tidy up after it. */
  child_kill (child);
  store = vsl_store_open (fixture->directory, VSL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
}

/* Checks that what is stored is whole, and at least what the child was told was stored. */
static void
check_after_kill (Fixture *fixture,
                  gint64   told)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(GPtrArray) summaries = vsl_store_list_articles (store, NULL, NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autofree char *body = NULL;
  gint64 number;

  assert_sound (store);
  g_assert_cmpuint (summaries->len, ==, 1);
  article = vsl_store_load_article (store, vsl_article_summary_get_id (summaries->pdata[0]), NULL);
  number = g_ascii_strtoll (vsl_article_get_text (article, VSL_FIELD_BODY), NULL, 10);
  g_assert_cmpint (number, >=, told);
  body = make_body (number);
  g_assert_cmpstr (vsl_article_get_text (article, VSL_FIELD_BODY), ==, body);
}

static void
test_kill (Fixture      *fixture,
           gconstpointer data)
{
  gint64 told = 0;
  guint i;

  for (i = 0; i < N_KILLS; i++)
    {
      Child *child = child_start (program, "write-numbers", fixture->directory);
      gint64 last;

      g_assert_true (child_hear (child, &told));
      g_usleep (g_random_int_range (0, 20000));
      last = child_kill (child);
      check_after_kill (fixture, MAX (told, last));
    }
}

/* Fills the store until it refuses; returns the last article that was stored. */
static VslArticle *
fill_up (VslStore *store,
         GError  **error)
{
  g_autoptr(VslArticle) article = make_article ("Kop", "begin");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  gsize length;

  for (length = 100; length < 100 * 1024 * 1024; length += 100 * 1024)
    {
      g_autofree char *body = g_strnfill (length, 'v');
      g_autoptr(VslArticle) longer = with_body (stored, body);
      g_autoptr(VslArticle) next = vsl_store_save_article (store, longer, NOW, error);

      if (next == NULL)
        break;
      g_set_object (&stored, next);
    }

  return g_steal_pointer (&stored);
}

static void
check_full (VslStore   *store,
            VslArticle *stored,
            GError     *error)
{
  g_autoptr(VslArticle) loaded = vsl_store_load_article (store, vsl_article_get_id (stored), NULL);

  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FULL);
  g_assert_true (vsl_article_same_content (loaded, stored));
  g_assert_cmpint (vsl_article_get_revision (loaded), ==, vsl_article_get_revision (stored));
  assert_sound (store);
}

static void
test_full_database (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(VslArticle) changed = NULL;
  g_autoptr(VslArticle) again = NULL;
  g_autoptr(GError) error = NULL;

  run_sql (store, "PRAGMA max_page_count = 200");
  stored = fill_up (store, &error);
  check_full (store, stored, error);

  /* Room again: the next save succeeds, with nothing to repair. */
  run_sql (store, "PRAGMA max_page_count = 100000");
  changed = with_body (stored, "kort");
  again = save (store, changed, NOW + SECOND);
  g_assert_cmpint (vsl_article_get_revision (again), ==, vsl_article_get_revision (stored) + 1);
}

/* As on a disk with a quota: writing a file beyond a length fails. */
static void
test_full_disk (Fixture      *fixture,
                gconstpointer data)
{
  struct rlimit limit = { 300 * 1024, RLIM_INFINITY };
  g_autoptr(VslStore) store = NULL;
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(VslArticle) changed = NULL;
  g_autoptr(VslArticle) again = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_setenv ("TEST_DIRECTORY", fixture->directory, TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  signal (SIGXFSZ, SIG_IGN);
  store = vsl_store_open (g_getenv ("TEST_DIRECTORY"), VSL_STORE_READ_WRITE, NULL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  stored = fill_up (store, &error);
  check_full (store, stored, error);
  limit.rlim_cur = RLIM_INFINITY;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  changed = with_body (stored, "kort");
  again = save (store, changed, NOW + SECOND);
  assert_sound (store);
}

/* No room for even the first file: nothing half-made is left that would be refused later. */
static void
test_full_at_start (Fixture      *fixture,
                    gconstpointer data)
{
  struct rlimit limit = { 8 * 1024, RLIM_INFINITY };
  g_autoptr(VslStore) store = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_setenv ("TEST_DIRECTORY", fixture->directory, TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  store = vsl_store_open (g_getenv ("TEST_DIRECTORY"), VSL_STORE_READ_WRITE, &error);
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FULL);
  g_clear_error (&error);
  limit.rlim_cur = RLIM_INFINITY;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  store = vsl_store_open (g_getenv ("TEST_DIRECTORY"), VSL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  assert_sound (store);
}

int
main (int   argc,
      char *argv[])
{
  static const ChildProgram programs[] = {
    { "hold-lock", hold_lock },
    { "write-numbers", write_numbers },
  };

  if (child_run_main (argc, argv, programs, G_N_ELEMENTS (programs)))
    return 0;

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  add_test ("/store-faults/lock-of-other-process", test_lock_of_other_process);
  add_test ("/store-faults/kill", test_kill);
  add_test ("/store-faults/full-database", test_full_database);
  add_test ("/store-faults/full-disk", test_full_disk);
  add_test ("/store-faults/full-at-start", test_full_at_start);

  return g_test_run ();
}
