/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "desk/vsl-desk-error.h"
#include "store/vsl-store.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static VslDocument *
new_document (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  VslDocument *document =
    vsl_desk_new_document (fixture_open (fixture), VSL_KIND_REPORT, "nl", &error);

  g_assert_no_error (error);

  return document;
}

/* What the disk has, whatever the screen shows. */
static char *
read_stored_body (Fixture    *fixture,
                  const char *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslStore) reader = vsl_store_open (fixture->data_dir, VSL_STORE_READ_ONLY, &error);
  g_autoptr(VslArticle) article = NULL;

  g_assert_no_error (error);
  article = vsl_store_load_article (reader, id, &error);
  g_assert_no_error (error);
  g_assert_true (vsl_store_close (reader, NULL));

  return dup_body (article);
}

/* From here on every write beyond the first few KB of a file fails, as on a full disk. */
static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static char *
make_rescue_path (Fixture    *fixture,
                  const char *id)
{
  g_autofree char *name = g_strconcat (id, ".md", NULL);

  return g_build_filename (fixture->data_dir, "recovery", name, NULL);
}

/* Somebody who never stops typing: the first timer is not pushed back. */
static void
test_throttle (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr(VslDocument) document = new_document (fixture);
  g_autofree char *id = g_strdup (vsl_document_get_id (document));
  g_autoptr(GString) typed = g_string_new (NULL);
  guint round;

  for (round = 0; round < 3; round++)
    {
      gint64 until = g_get_monotonic_time () + 650 * G_TIME_SPAN_MILLISECOND;
      g_autofree char *before = g_strdup (typed->str);
      g_autofree char *stored = NULL;

      while (g_get_monotonic_time () < until)
        {
          g_string_append_c (typed, 'x');
          vsl_document_set_text (document, VSL_FIELD_BODY, typed->str);
          wait_for (30);
        }
      stored = read_stored_body (fixture, id);
      g_assert_cmpuint (strlen (stored), >, strlen (before));
    }

  fixture_save (document);
}

/* What is typed while a save is under way is saved by the next one. */
static void
test_typing_during_save (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr(VslDocument) document = new_document (fixture);
  g_autofree char *id = g_strdup (vsl_document_get_id (document));
  g_autofree char *stored = NULL;

  vsl_document_set_text (document, VSL_FIELD_BODY, "one");
  vsl_document_save_async (document, NULL, NULL);
  g_assert_cmpint (vsl_document_get_save_state (document), ==, VSL_SAVE_SAVING);
  vsl_document_set_text (document, VSL_FIELD_BODY, "one two");
  WAIT_WHILE (vsl_document_get_save_state (document) == VSL_SAVE_SAVING);
  g_assert_cmpint (vsl_document_get_save_state (document), ==, VSL_SAVE_PENDING);
  WAIT_WHILE (vsl_document_get_dirty (document));
  stored = read_stored_body (fixture, id);
  g_assert_cmpstr (stored, ==, "one two");

  /* A save that is asked for during one waits for what it asked. */
  vsl_document_set_text (document, VSL_FIELD_BODY, "three");
  vsl_document_save_async (document, NULL, NULL);
  vsl_document_set_text (document, VSL_FIELD_BODY, "three four");
  fixture_save (document);
  g_free (stored);
  stored = read_stored_body (fixture, id);
  g_assert_cmpstr (stored, ==, "three four");
}

/* Who drops the document does not drop the text. */
static void
test_dropped_while_dirty (Fixture      *fixture,
                          gconstpointer data)
{
  VslDocument *document = new_document (fixture);
  g_autofree char *id = g_strdup (vsl_document_get_id (document));
  g_autofree char *stored = NULL;
  gpointer weak = document;

  g_object_add_weak_pointer (G_OBJECT (document), &weak);
  vsl_document_set_text (document, VSL_FIELD_BODY, "dropped");
  g_object_unref (document);
  g_assert_nonnull (weak);
  WAIT_WHILE (weak != NULL);
  stored = read_stored_body (fixture, id);
  g_assert_cmpstr (stored, ==, "dropped");
}

static void
test_close_flushes (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(VslDocument) document = new_document (fixture);
  g_autofree char *id = g_strdup (vsl_document_get_id (document));
  g_autofree char *stored = NULL;

  vsl_document_set_text (document, VSL_FIELD_BODY, "the last words");
  fixture_close (fixture);
  stored = read_stored_body (fixture, id);
  g_assert_cmpstr (stored, ==, "the last words");
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* The first save fails; the text is in the second place; and without another keystroke it gets to the
 * first. */
static void
test_full_disk (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(VslDocument) document = new_document (fixture);
  g_autofree char *id = g_strdup (vsl_document_get_id (document));
  g_autofree char *path = make_rescue_path (fixture, id);
  g_autofree char *rescued = NULL;
  g_autofree char *stored = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  limit_files (4096);
  vsl_document_set_text (document, VSL_FIELD_BODY, "written on a full disk");
  vsl_document_save_async (document, result_cb, &result);
  WAIT_WHILE (result == NULL);
  g_assert_false (vsl_document_save_finish (document, result, &error));
  g_assert_cmpint (error->domain, ==, VSL_DESK_ERROR);
  g_assert_cmpint (error->code, ==, VSL_DESK_ERROR_STORE);
  g_assert_cmpint (vsl_document_get_save_state (document), ==, VSL_SAVE_FAILED);
  g_assert_true (vsl_document_get_dirty (document));
  g_assert_nonnull (strstr (vsl_document_get_save_error (document), path));
  g_assert_true (g_file_get_contents (path, &rescued, NULL, NULL));
  g_assert_nonnull (strstr (rescued, "written on a full disk"));
  stored = read_stored_body (fixture, id);
  g_assert_cmpstr (stored, ==, "");

  limit_files (RLIM_INFINITY);
  WAIT_WHILE (vsl_document_get_dirty (document));
  g_assert_cmpint (vsl_document_get_save_state (document), ==, VSL_SAVE_SAVED);
  g_assert_null (vsl_document_get_save_error (document));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_free (stored);
  stored = read_stored_body (fixture, id);
  g_assert_cmpstr (stored, ==, "written on a full disk");
}

/* A desk that cannot save does not close, and says so. */
static void
test_close_on_full_disk (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr(VslDocument) document = new_document (fixture);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  limit_files (4096);
  vsl_document_set_text (document, VSL_FIELD_BODY, "not saved");
  vsl_desk_close_async (fixture->desk, result_cb, &result);
  WAIT_WHILE (result == NULL);
  g_assert_false (vsl_desk_close_finish (fixture->desk, result, &error));
  g_assert_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_STORE);

  limit_files (RLIM_INFINITY);
  fixture_save (document);
}

/* The process died with the text in the second place only. */
static void
test_recovery (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr(VslDocument) document = new_document (fixture);
  g_autofree char *id = g_strdup (vsl_document_get_id (document));
  g_autofree char *path = make_rescue_path (fixture, id);
  g_autofree char *rescued = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  limit_files (4096);
  vsl_document_set_text (document, VSL_FIELD_HEADLINE, "‘Water komt altijd terug’");
  vsl_document_set_text (document, VSL_FIELD_BODY, "Recovered.\n\n::: streamer\nEen regel.\n:::\n");
  vsl_document_save_async (document, result_cb, &result);
  WAIT_WHILE (result == NULL);
  g_assert_true (g_file_get_contents (path, &rescued, NULL, NULL));
  limit_files (RLIM_INFINITY);

  /* As if the text had never been saved. */
  vsl_document_set_text (document, VSL_FIELD_HEADLINE, "old");
  vsl_document_set_text (document, VSL_FIELD_BODY, "old");
  fixture_save (document);
  g_clear_object (&document);
  fixture_close (fixture);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, rescued, -1, NULL));

  fixture_open (fixture);
  article = fixture_load (fixture, id);
  g_assert_cmpstr (vsl_article_get_text (article, VSL_FIELD_HEADLINE), ==, "‘Water komt altijd terug’");
  g_assert_nonnull (strstr (vsl_article_get_text (article, VSL_FIELD_BODY), "Recovered."));
  g_assert_nonnull (strstr (vsl_article_get_text (article, VSL_FIELD_BODY), "::: streamer"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* The main thread does not wait for a save of a long text: it makes the snapshot, and goes on. */
static void
test_main_thread (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(VslDocument) document = new_document (fixture);
  g_autofree char *text = g_strnfill (60 * 1024, 'w');
  gint64 best = G_MAXINT64;
  guint i;

  for (i = 0; i < 20; i++)
    {
      gint64 began;

      text[i] = '.';
      vsl_document_set_text (document, VSL_FIELD_BODY, text);
      began = g_get_monotonic_time ();
      vsl_document_save_async (document, NULL, NULL);
      best = MIN (best, g_get_monotonic_time () - began);
      WAIT_WHILE (vsl_document_get_dirty (document));
    }

  g_test_minimized_result (best / 1e6, "snapshot of 60 KB: %" G_GINT64_FORMAT " µs", best);
  g_assert_cmpint (best, <, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  signal (SIGXFSZ, SIG_IGN);

  g_test_add ("/journal/throttle", Fixture, NULL, fixture_set_up, test_throttle, fixture_tear_down);
  g_test_add ("/journal/typing-during-save", Fixture, NULL, fixture_set_up, test_typing_during_save,
              fixture_tear_down);
  g_test_add ("/journal/dropped-while-dirty", Fixture, NULL, fixture_set_up, test_dropped_while_dirty,
              fixture_tear_down);
  g_test_add ("/journal/close-flushes", Fixture, NULL, fixture_set_up, test_close_flushes,
              fixture_tear_down);
  g_test_add ("/journal/full-disk", Fixture, NULL, fixture_set_up, test_full_disk, fixture_tear_down);
  g_test_add ("/journal/close-on-full-disk", Fixture, NULL, fixture_set_up, test_close_on_full_disk,
              fixture_tear_down);
  g_test_add ("/journal/recovery", Fixture, NULL, fixture_set_up, test_recovery, fixture_tear_down);
  g_test_add ("/journal/main-thread", Fixture, NULL, fixture_set_up, test_main_thread,
              fixture_tear_down);

  return g_test_run ();
}
