/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "store/vsl-keeper.h"
#include "store/vsl-restore.h"
#include "store/vsl-store-snapshots.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define HOUR (3600 * SECOND)
#define DAY (24 * HOUR)

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **taken = user_data;

  *taken = g_object_ref (result);
}

static char *
back_up (VslKeeper *keeper,
         gint64     now,
         GError   **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  vsl_keeper_backup_async (keeper, now, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return vsl_keeper_backup_finish (keeper, result, error);
}

static void
test_backup (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "tekst");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  g_autoptr(VslKeeper) keeper = vsl_keeper_new (store);
  g_autoptr(GPtrArray) backups = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  GStatBuf info;

  g_assert_true (vsl_keeper_is_backup_due (keeper, NOW));
  path = back_up (keeper, NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
  g_assert_true (vsl_backup_files_check (path, &error));
  g_assert_false (vsl_keeper_is_backup_due (keeper, NOW + HOUR - SECOND));
  g_assert_true (vsl_keeper_is_backup_due (keeper, NOW + HOUR));
  g_assert_true (vsl_keeper_is_backup_due (keeper, NOW - 2 * DAY));

  backups = vsl_backup_files_list (fixture->directory);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpint (((VslBackup *) backups->pdata[0])->created_at, ==, NOW);
  g_assert_cmpint (((VslBackup *) backups->pdata[0])->size, ==, info.st_size);
  vsl_keeper_close (keeper);
  vsl_keeper_close (keeper);
  g_assert_null (back_up (keeper, NOW, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A month of backups, one an hour: few stay, the right ones, and no other file is touched. */
static void
test_rotation (void)
{
  g_autoptr(GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) vsl_backup_free);
  g_autoptr(GPtrArray) old = NULL;
  gint64 start = NOW / DAY * DAY;
  guint i;

  for (i = 0; i < 30 * 24 * 2; i++)
    {
      VslBackup *backup = g_new0 (VslBackup, 1);

      backup->created_at = start - i * (HOUR / 2) - SECOND;
      g_ptr_array_add (backups, backup);
    }
  old = vsl_backup_files_choose_old (backups);
  /* 24 hours, of which the first is also the last of its day, and thirteen days before it. */
  g_assert_cmpuint (backups->len - old->len, ==, 24 + 13);
  g_assert_false (g_ptr_array_find (old, backups->pdata[0], NULL));
  g_assert_true (g_ptr_array_find (old, backups->pdata[1], NULL));
  g_assert_false (g_ptr_array_find (old, backups->pdata[46], NULL));
  g_assert_false (g_ptr_array_find (old, backups->pdata[48], NULL));
  g_assert_true (g_ptr_array_find (old, backups->pdata[50], NULL));
  g_assert_true (g_ptr_array_find (old, backups->pdata[14 * 48], NULL));
}

static void
test_rotation_of_files (Fixture      *fixture,
                        gconstpointer data)
{
  static const char *const others[] = { "aantekening.txt", "verslag-20260101-000000Z.db.bak",
                                        "verslag-20261301-000000Z.db", "drafts-version-0001-1.db",
                                        "replaced-20260101-000000Z.db" };
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslKeeper) keeper = vsl_keeper_new (store);
  g_autofree char *folder = fixture_build_path (fixture, "backups");
  g_autoptr(GPtrArray) backups = NULL;
  guint i;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (folder, others[i], NULL);

      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
    }
  for (i = 0; i < 60; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *path = back_up (keeper, NOW + i * HOUR, &error);

      g_assert_no_error (error);
    }
  backups = vsl_backup_files_list (fixture->directory);
  g_assert_cmpuint (backups->len, >=, 24 + 1);
  g_assert_cmpuint (backups->len, <=, 24 + 3);
  for (i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (folder, others[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  vsl_keeper_close (keeper);
}

static void
test_restore (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "oud");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  g_autoptr(VslKeeper) keeper = vsl_keeper_new (store);
  g_autofree char *backup = back_up (keeper, NOW, NULL);
  g_autoptr(VslArticle) changed = with_body (stored, "nieuw");
  g_autoptr(VslArticle) second = save (store, changed, NOW + HOUR);
  g_autoptr(VslArticle) loaded = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *back = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (vsl_restore_backup (fixture->directory, backup, NOW + HOUR, &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_LOCKED);
  g_clear_error (&error);

  vsl_keeper_close (keeper);
  g_assert_true (vsl_store_close (store, NULL));
  aside = vsl_restore_backup (fixture->directory, backup, NOW + HOUR, &error);
  g_assert_no_error (error);
  g_clear_object (&keeper);
  g_clear_object (&store);
  store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  loaded = vsl_store_load_article (store, vsl_article_get_id (stored), NULL);
  g_assert_cmpstr (vsl_article_get_text (loaded, VSL_FIELD_BODY), ==, "oud");
  assert_sound (store);
  g_clear_object (&loaded);
  g_clear_object (&store);

  /* And what was replaced can be put back. */
  back = vsl_restore_backup (fixture->directory, aside, NOW + 2 * HOUR, &error);
  g_assert_no_error (error);
  store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  loaded = vsl_store_load_article (store, vsl_article_get_id (stored), NULL);
  g_assert_cmpstr (vsl_article_get_text (loaded, VSL_FIELD_BODY), ==, "nieuw");
}

/* What is no backup is refused before anything is moved; what is damaged can be replaced. */
static void
test_restore_damaged (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "tekst");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  g_autoptr(VslKeeper) keeper = vsl_keeper_new (store);
  g_autofree char *backup = back_up (keeper, NOW, NULL);
  g_autofree char *path = fixture_build_path (fixture, "drafts.db");
  g_autofree char *wrong = fixture_build_path (fixture, "wrong.db");
  g_autofree char *aside = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  g_autoptr(GError) error = NULL;

  vsl_keeper_close (keeper);
  g_clear_object (&keeper);
  g_clear_object (&store);
  before = hash_file (path);
  g_assert_true (g_file_set_contents (wrong, "geen database, maar wel lang genoeg om er een te zijn", -1, NULL));
  g_assert_null (vsl_restore_backup (fixture->directory, wrong, NOW, &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  after = hash_file (path);
  g_assert_cmpstr (before, ==, after);

  g_assert_true (g_file_set_contents (path, "stuk", -1, NULL));
  aside = vsl_restore_backup (fixture->directory, backup, NOW, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "stuk");
  store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM article"), ==, 1);
}

/* One thing wrong, and how often it is told. */
static const struct
{
  const char *name;
  const char *sql;
  guint n_problems;
} wrongs[] = {
  { "nothing", "SELECT 1", 0 },
  { "no-body", "DELETE FROM article_body", 2 },
  { "status", "UPDATE article SET status = 'x'", 1 },
  { "token", "UPDATE outbox SET token = replace (token, '-', 'x')", 1 },
  { "orphan", "INSERT INTO article_tag VALUES (99, 0, 'x', 'x')", 1 },
  { "content", "UPDATE content SET packed = x'00'", 1 },
  { "hash", "UPDATE content SET hash = replace (hash, substr (hash, 1, 1), 'x')", 1 },
  { "unused", "DELETE FROM snapshot", 1 },
  { "not-text", "UPDATE article_body SET text = CAST (x'6162ff' AS TEXT)", 1 },
};

static void
test_check (Fixture      *fixture,
            gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslSite) site = vsl_site_new ("krant", VSL_BRAND_FOLDER, "/k", NULL, NULL, NULL);
  g_autoptr(VslArticle) article = make_article ("Kop", "tekst");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  g_autoptr(VslOutboxRow) row = vsl_outbox_row_new (0, vsl_article_get_id (stored), "krant", NULL,
                                                    VSL_OUTBOX_QUEUED, 1, VSL_REMOTE_DRAFT, 0, NULL,
                                                    NULL, 0);
  g_autoptr(VslOutboxRow) stored_row = NULL;
  g_autoptr(VslSnapshot) snapshot = NULL;
  g_autoptr(VslKeeper) keeper = vsl_keeper_new (store);
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (vsl_store_add_site (store, site, NULL));
  stored_row = vsl_store_save_outbox_row (store, row, NOW, NULL);
  snapshot = vsl_store_add_snapshot (store, vsl_article_get_id (stored), VSL_SNAPSHOT_MINUTE, NULL,
                                     NOW, NULL);
  g_assert_nonnull (stored_row);
  g_assert_nonnull (snapshot);
  run_sql (store, "PRAGMA foreign_keys = OFF");
  run_sql (store, wrongs[i].sql);
  problems = vsl_keeper_check (keeper, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, wrongs[i].n_problems);
  vsl_keeper_close (keeper);
}

/* Commits go on while a backup is made. */
static void
test_beside_work (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autofree char *body = g_strnfill (2000000, 'w');
  g_autoptr(VslKeeper) keeper = vsl_keeper_new (store);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) check = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  guint i;

  for (i = 0; i < 5; i++)
    {
      g_autoptr(VslArticle) article = make_article ("Lang", body);
      g_autoptr(VslArticle) stored = save (store, article, NOW);
    }
  vsl_keeper_backup_async (keeper, NOW, take_result_cb, &result);
  vsl_keeper_check_async (keeper, take_result_cb, &check);
  for (i = 0; i < 50; i++)
    {
      g_autoptr(VslArticle) article = make_article ("Kort", "x");
      g_autoptr(VslArticle) stored = save (store, article, NOW);
    }
  while (result == NULL || check == NULL)
    g_main_context_iteration (NULL, TRUE);
  path = vsl_keeper_backup_finish (keeper, result, &error);
  g_assert_no_error (error);
  problems = vsl_keeper_check_finish (keeper, check, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (vsl_backup_files_check (path, &error));
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM article"), ==, 55);
  vsl_keeper_close (keeper);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  add_test ("/keeper/backup", test_backup);
  g_test_add_func ("/keeper/rotation", test_rotation);
  add_test ("/keeper/rotation-of-files", test_rotation_of_files);
  add_test ("/keeper/restore", test_restore);
  add_test ("/keeper/restore-damaged", test_restore_damaged);
  for (i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autofree char *path = g_strconcat ("/keeper/check/", wrongs[i].name, NULL);

      add_case (path, GUINT_TO_POINTER (i), test_check);
    }
  add_test ("/keeper/beside-work", test_beside_work);

  return g_test_run ();
}
