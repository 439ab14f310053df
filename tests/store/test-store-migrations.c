/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "store/vsl-store-debates.h"
#include "store/vsl-store-schema.h"
#include "store/vsl-store-transcripts.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

/* The versions that were in somebody's hands; those after the last one came together. */
static const int released[] = { 1, 2, 3 };

/* Makes a database of an older version, as that version left it. */
static void
make_version (Fixture *fixture,
              int      version)
{
  g_autofree char *name = g_strdup_printf ("version-%d.sql", version);
  g_autofree char *dump = g_test_build_filename (G_TEST_DIST, "store", "data", name, NULL);
  g_autofree char *path = fixture_build_path (fixture, "drafts.db");
  g_autofree char *sql = NULL;
  g_autoptr(GError) error = NULL;
  sqlite3 *db = NULL;

  g_file_get_contents (dump, &sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (fixture->directory, 0700), ==, 0);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* What every dump holds. */
static void
check_content (VslStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslArticle) article = vsl_store_load_article (store, "0123456789", &error);
  g_autoptr(VslArticleSummary) binned = NULL;
  g_autoptr(VslOutboxRow) row = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (vsl_article_get_revision (article), ==, 3);
  g_assert_cmpint (vsl_article_get_status (article), ==, VSL_STATUS_READY);
  g_assert_cmpstr (vsl_article_get_text (article, VSL_FIELD_HEADLINE), ==, "‘De dijk houdt’");
  g_assert_true (g_str_has_suffix (vsl_article_get_text (article, VSL_FIELD_BODY), "wacht niet\n:::"));
  g_assert_cmpuint (g_strv_length ((char **) vsl_article_get_tags (article)), ==, 2);
  g_assert_cmpuint (vsl_article_get_n_participants (article), ==, 2);
  g_assert_nonnull (vsl_article_get_chair (article));
  g_assert_cmpuint (vsl_article_get_n_pictures (article), ==, 1);

  binned = vsl_store_load_summary (store, "zzzzzzzzzz", &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_article_summary_get_deleted_at (binned), >, 0);
  row = vsl_store_load_outbox_row (store, "0123456789", "krant", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_outbox_row_get_token (row), ==, "6a2f41a3-c54c-4ce8-92d2-0324e1c32e22");
  g_assert_cmpstr (vsl_remote_copy_get_remote_id (vsl_outbox_row_get_copy (row)), ==, "41");
}

/* The transcript of an article became that of its debate, with its file and those who took part. */
static void
check_transcript (VslStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = vsl_store_get_article_debate (store, "0123456789", &error);
  g_autoptr(VslDebate) debate = NULL;
  g_autoptr(VslTranscript) transcript = NULL;
  g_autoptr(GBytes) original = NULL;

  g_assert_no_error (error);
  debate = vsl_store_load_debate (store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vsl_debate_get_fields (debate)->participants->len, ==, 2);
  g_assert_cmpstr (vsl_debate_get_name (debate), !=, "");
  transcript = vsl_store_load_transcript (store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vsl_transcript_get_n_utterances (transcript), >, 0);
  g_assert_cmpstr (vsl_utterance_get_speaker (vsl_transcript_get_utterance (transcript, 0)), ==,
                   "Ans Kramer");
  original = vsl_store_load_original (store, id, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (original, NULL), "WEBVTT"));
}

static void
test_migrate (Fixture      *fixture,
              gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autofree char *name = g_strdup_printf ("backups/drafts-version-%04d-1.db", version);
  g_autofree char *copy = fixture_build_path (fixture, name);
  g_autoptr(VslStore) store = NULL;
  g_autoptr(VslArticle) article = make_article ("Nieuw", "x");
  g_autoptr(VslArticle) stored = NULL;
  GStatBuf info;
  sqlite3 *db = NULL;

  make_version (fixture, version);
  store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_assert_cmpint (load_number (store, "PRAGMA user_version"), ==, vsl_store_schema_get_version ());
  check_content (store);
  if (version >= 3)
    check_transcript (store);
  stored = save (store, article, NOW);
  assert_sound (store);

  /* The database as it was is kept, for its owner only, and is itself sound. */
  g_assert_cmpint (g_stat (copy, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (sqlite3_open (copy, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "SELECT 1 / (SELECT user_version = 1 FROM pragma_user_version)",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* The shape is the same whether a database grew into it or was made in it. */
static void
test_same_shape (Fixture      *fixture,
                 gconstpointer data)
{
  static const char sql[] = "SELECT sum (length (sql)) + 1000000 * count(*) FROM sqlite_schema"
                            " WHERE name NOT LIKE 'sqlite_%'";
  g_autoptr(VslStore) fresh = fixture_open (fixture, VSL_STORE_READ_WRITE);
  gint64 shape = load_number (fresh, sql);
  Fixture other;
  g_autoptr(VslStore) migrated = NULL;

  fixture_set_up (&other, NULL);
  make_version (&other, GPOINTER_TO_INT (data));
  migrated = fixture_open (&other, VSL_STORE_READ_WRITE);
  g_assert_cmpint (load_number (migrated, sql), ==, shape);
  g_clear_object (&migrated);
  fixture_tear_down (&other, NULL);
}

static void
test_read_only (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = fixture_build_path (fixture, "drafts.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  make_version (fixture, GPOINTER_TO_INT (data));
  before = hash_file (path);
  g_assert_null (vsl_store_open (fixture->directory, VSL_STORE_READ_ONLY, &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_READ_ONLY);
  after = hash_file (path);
  g_assert_cmpstr (before, ==, after);
}

/* A migration that fails half-way leaves the database as it was, and usable by its own version. */
static void
test_fails (Fixture      *fixture,
            gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  g_autofree char *path = fixture_build_path (fixture, "drafts.db");
  g_autoptr(GError) error = NULL;
  g_autoptr(VslStore) store = NULL;
  sqlite3 *db = NULL;

  make_version (fixture, version);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE session (in_the_way)", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_null (vsl_store_open (fixture->directory, VSL_STORE_READ_WRITE, &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_SHAPE);
  g_assert_cmpint (sqlite3_exec (db, "SELECT 1 / (SELECT user_version = 1 FROM pragma_user_version);"
                                     "SELECT name FROM snapshot", NULL, NULL, NULL), ==, SQLITE_ERROR);
  g_assert_cmpint (sqlite3_exec (db, "DROP TABLE session", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  check_content (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (released); i++)
    {
      int version = released[i];
      g_autofree char *path = g_strdup_printf ("/store-migrations/%d/migrate", version);
      g_autofree char *shape = g_strdup_printf ("/store-migrations/%d/same-shape", version);
      g_autofree char *reading = g_strdup_printf ("/store-migrations/%d/read-only", version);
      g_autofree char *fails = g_strdup_printf ("/store-migrations/%d/fails", version);

      add_case (path, GINT_TO_POINTER (version), test_migrate);
      add_case (shape, GINT_TO_POINTER (version), test_same_shape);
      add_case (reading, GINT_TO_POINTER (version), test_read_only);
      if (version == 1)
        add_case (fails, GINT_TO_POINTER (version), test_fails);
    }

  return g_test_run ();
}
