/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "store/vsl-db.h"
#include "store/vsl-store-place.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Makes a database that the store did not make. */
static void
run_raw_sql (const char *path,
             const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
make_garbage (const char *path)
{
  g_autofree char *bytes = g_strnfill (20000, 'x');

  g_assert_true (g_file_set_contents (path, bytes, 20000, NULL));
}

static void
make_text (const char *path)
{
  g_assert_true (g_file_set_contents (path, "kort", 4, NULL));
}

static void
make_zero_bytes (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
make_foreign (const char *path)
{
  run_raw_sql (path, "CREATE TABLE contact (name TEXT); INSERT INTO contact VALUES ('Bo');"
                     "PRAGMA user_version = 1;");
}

static void
make_foreign_with_id (const char *path)
{
  run_raw_sql (path, "PRAGMA application_id = 252006673; PRAGMA user_version = 10300;"
                     "CREATE TABLE gpkg_contents (x);");
}

static void
make_empty_database (const char *path)
{
  run_raw_sql (path, "CREATE TABLE t (x); DROP TABLE t;");
}

/* A real store with something in it, at @path. */
static void
make_ours (const char *path)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autoptr(VslStore) store = vsl_store_open (directory, VSL_STORE_READ_WRITE, NULL);
  g_autoptr(VslArticle) article = make_article ("Kop", "tekst");
  g_autoptr(VslArticle) stored = NULL;
  g_autofree char *body = g_strnfill (50000, 'x');
  g_autoptr(VslArticle) longer = make_article ("Lang", body);
  g_autoptr(VslArticle) second = NULL;

  g_assert_nonnull (store);
  stored = save (store, article, NOW);
  second = save (store, longer, NOW);
}

static void
make_newer (const char *path)
{
  make_ours (path);
  run_raw_sql (path, "PRAGMA user_version = 9999");
}

/* The newest changes are only in the WAL: a program of the future crashed. */
static void
make_newer_with_wal (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  sqlite3 *db = NULL;

  make_newer (path);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE future (x)", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (g_file_get_contents (wal, &bytes, &length, NULL));
  g_assert_cmpuint (length, >, 0);
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
cut (const char *path,
     gint64      length)
{
  g_assert_cmpint (truncate (path, length), ==, 0);
}

static void
make_truncated (const char *path)
{
  make_ours (path);
  cut (path, 3 * 4096 + 100);
}

static void
make_cut_in_header (const char *path)
{
  make_ours (path);
  cut (path, 60);
}

static void
make_cut_in_page (const char *path)
{
  make_ours (path);
  cut (path, 1000);
}

static void
make_one_page (const char *path)
{
  make_ours (path);
  cut (path, 4096);
}

/* What may stand where the database should be. It is never touched, and it is said what it is. */
static const struct
{
  const char *name;
  void (*make) (const char *path);
  int code;
} strangers[] = {
  { "garbage", make_garbage, VSL_STORE_ERROR_CORRUPT },
  { "text", make_text, VSL_STORE_ERROR_CORRUPT },
  { "zero-bytes", make_zero_bytes, VSL_STORE_ERROR_CORRUPT },
  { "truncated", make_truncated, VSL_STORE_ERROR_CORRUPT },
  { "cut-in-header", make_cut_in_header, VSL_STORE_ERROR_CORRUPT },
  { "cut-in-page", make_cut_in_page, VSL_STORE_ERROR_CORRUPT },
  { "one-page", make_one_page, VSL_STORE_ERROR_CORRUPT },
  { "foreign", make_foreign, VSL_STORE_ERROR_FOREIGN },
  { "foreign-with-id", make_foreign_with_id, VSL_STORE_ERROR_FOREIGN },
  { "empty-database", make_empty_database, VSL_STORE_ERROR_FOREIGN },
  { "newer", make_newer, VSL_STORE_ERROR_TOO_NEW },
  { "newer-with-wal", make_newer_with_wal, VSL_STORE_ERROR_TOO_NEW },
};

static void
test_stranger (Fixture      *fixture,
               gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data) / 2;
  VslStoreMode mode = GPOINTER_TO_UINT (data) % 2;
  g_autofree char *path = fixture_build_path (fixture, "drafts.db");
  g_autofree char *wal = fixture_build_path (fixture, "drafts.db-wal");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *wal_before = NULL;
  g_autofree char *wal_after = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslStore) store = NULL;

  g_assert_cmpint (g_mkdir (fixture->directory, 0700), ==, 0);
  strangers[i].make (path);
  before = hash_file (path);
  if (g_file_test (wal, G_FILE_TEST_EXISTS))
    wal_before = hash_file (wal);

  store = vsl_store_open (fixture->directory, mode, &error);
  g_assert_null (store);
  g_assert_error (error, VSL_STORE_ERROR, strangers[i].code);
  g_assert_nonnull (strstr (error->message, "drafts.db"));

  after = hash_file (path);
  g_assert_cmpstr (after, ==, before);
  if (wal_before != NULL)
    {
      wal_after = hash_file (wal);
      g_assert_cmpstr (wal_after, ==, wal_before);
    }
}

static void
test_private (Fixture      *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *name;
    guint mode;
  } files[] = { { "", 0700 },          { "lock", 0600 },          { "drafts.db", 0600 },
                { "drafts.db-wal", 0600 }, { "drafts.db-shm", 0600 } };
  mode_t old = umask (0);
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "tekst");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  guint i;

  umask (old);
  for (i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = fixture_build_path (fixture, files[i].name);
      GStatBuf info;

      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmphex (info.st_mode & 0777, ==, files[i].mode);
    }
}

static void
test_settings (Fixture      *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *sql;
    gint64 value;
  } settings[] = {
    { "PRAGMA application_id", 0x56534c47 }, { "PRAGMA synchronous", 2 },
    { "PRAGMA foreign_keys", 1 },            { "PRAGMA trusted_schema", 0 },
    { "PRAGMA cell_size_check", 1 },         { "PRAGMA mmap_size", 0 },
    { "PRAGMA busy_timeout", 5000 },
    { "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'", 1 },
    { "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
      " AND strict = 0 AND name NOT LIKE 'sqlite_%'", 0 },
    { "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' OR sql LIKE '%fts%'", 0 },
  };
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (settings); i++)
    g_assert_cmpint (load_number (store, settings[i].sql), ==, settings[i].value);
}

static void
test_second_writer (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autofree char *pid = g_strdup_printf ("%d", (int) getpid ());
  g_autoptr(VslStore) second = NULL;
  g_autoptr(GError) error = NULL;

  second = vsl_store_open (fixture->directory, VSL_STORE_READ_WRITE, &error);
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, pid));
  g_clear_error (&error);

  g_assert_true (vsl_store_close (store, NULL));
  second = vsl_store_open (fixture->directory, VSL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
}

/* Reading a place where nothing was ever stored finds nothing, and leaves nothing. */
static void
test_read_nothing (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_ONLY);
  g_autoptr(GPtrArray) listed = vsl_store_list_articles (store, NULL, NULL);
  g_autoptr(VslArticle) article = make_article ("Kop", "tekst");
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (listed->len, ==, 0);
  g_assert_null (vsl_store_load_article (store, "0123456789", &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (vsl_store_save_article (store, article, NOW, &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_READ_ONLY);
  g_assert_false (g_file_test (fixture->directory, G_FILE_TEST_EXISTS));
}

/* Nobody runs: reading neither needs a writer nor makes one impossible. */
static void
test_read_alone (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *path = fixture_build_path (fixture, "drafts.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(VslStore) reader = NULL;
  g_autoptr(VslStore) writer = NULL;
  g_autoptr(GPtrArray) listed = NULL;

  make_ours (path);
  before = hash_file (path);
  reader = fixture_open (fixture, VSL_STORE_READ_ONLY);
  listed = vsl_store_list_articles (reader, NULL, NULL);
  g_assert_cmpuint (listed->len, ==, 2);
  writer = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_clear_object (&reader);
  after = hash_file (path);
  g_assert_cmpstr (before, ==, after);
  assert_sound (writer);
}

/* As another user than root, whom no permission stops. */
static void
become_nobody (void)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (setgid (65534), ==, 0);
  g_assert_cmpint (setuid (65534), ==, 0);
}

static void
read_unwritable (const char *directory,
                 int         code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslStore) store = NULL;
  g_autoptr(GPtrArray) listed = NULL;

  become_nobody ();
  store = vsl_store_open (directory, VSL_STORE_READ_ONLY, &error);
  if (code >= 0)
    {
      g_assert_error (error, VSL_STORE_ERROR, code);
      return;
    }
  g_assert_no_error (error);
  listed = vsl_store_list_articles (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 2);
}

static void
chmod_tree (Fixture *fixture,
            guint    directory_mode,
            guint    file_mode)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = fixture_build_path (fixture, name);

      g_assert_cmpint (g_chmod (path, file_mode), ==, 0);
    }
  g_assert_cmpint (g_chmod (fixture->directory, directory_mode), ==, 0);
  g_assert_cmpint (g_chmod (fixture->root, 0755), ==, 0);
}

static void
test_unwritable_place (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *path = fixture_build_path (fixture, "drafts.db");

  if (g_test_subprocess ())
    {
      read_unwritable (g_getenv ("TEST_DIRECTORY"), -1);
      return;
    }

  make_ours (path);
  chmod_tree (fixture, 0555, 0444);
  g_setenv ("TEST_DIRECTORY", fixture->directory, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  chmod_tree (fixture, 0700, 0600);
  g_test_trap_assert_passed ();
}

/* A crashed writer left changes in the WAL, and then the medium was made read-only. */
static void
test_unwritable_place_with_wal (Fixture      *fixture,
                                gconstpointer data)
{
  g_autofree char *path = fixture_build_path (fixture, "drafts.db");
  g_autofree char *shm = fixture_build_path (fixture, "drafts.db-shm");
  sqlite3 *db = NULL;

  if (g_test_subprocess ())
    {
      read_unwritable (g_getenv ("TEST_DIRECTORY"), VSL_STORE_ERROR_READ_ONLY);
      return;
    }

  make_ours (path);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE article SET slug = 'x'", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  g_unlink (shm);
  chmod_tree (fixture, 0555, 0444);
  g_setenv ("TEST_DIRECTORY", fixture->directory, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  chmod_tree (fixture, 0700, 0600);
  g_test_trap_assert_passed ();
}

static void
test_write_unwritable_place (Fixture      *fixture,
                             gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_autoptr(GError) error = NULL;

      become_nobody ();
      g_assert_null (vsl_store_open (g_getenv ("TEST_DIRECTORY"), VSL_STORE_READ_WRITE, &error));
      g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_READ_ONLY);
      return;
    }

  g_assert_cmpint (g_mkdir (fixture->directory, 0700), ==, 0);
  chmod_tree (fixture, 0555, 0444);
  g_setenv ("TEST_DIRECTORY", fixture->directory, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  chmod_tree (fixture, 0700, 0600);
  g_test_trap_assert_passed ();
}

/* What a crash in the first second of all may leave does not stand in the way. */
static void
test_half_made (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *half = fixture_build_path (fixture, "drafts.db.new");
  g_autofree char *journal = fixture_build_path (fixture, "drafts.db.new-journal");
  g_autoptr(VslStore) store = NULL;

  g_assert_cmpint (g_mkdir (fixture->directory, 0700), ==, 0);
  make_garbage (half);
  make_garbage (journal);
  store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  assert_sound (store);
  g_assert_false (g_file_test (half, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_place (void)
{
  static const struct
  {
    guint64 type;
    gboolean network;
  } types[] = {
    { 0xEF53, FALSE },     /* ext4 */
    { 0x01021994, FALSE }, /* tmpfs */
    { 0x9123683E, FALSE }, /* btrfs */
    { 0x58465342, FALSE }, /* xfs */
    { 0x794c7630, FALSE }, /* overlayfs */
    { 0x6969, TRUE },
    { 0xFF534D42, TRUE },
    { G_GUINT64_CONSTANT (0xFFFFFFFFFF534D42), TRUE }, /* the same, with its sign extended */
    { 0xFE534D42, TRUE },
    { 0x65735546, TRUE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpint (vsl_store_place_type_is_network (types[i].type), ==, types[i].network);
  g_assert_false (vsl_store_place_is_network ("/proc"));
  g_assert_false (vsl_store_place_is_network ("/does/not/exist"));
}

/* Ours and of this version, but made by a program that was not finished yet. */
static void
test_shape (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *path = fixture_build_path (fixture, "drafts.db");
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslDb) db = NULL;
  g_autoptr(GPtrArray) summaries = NULL;
  g_autoptr(GError) error = NULL;

  g_clear_object (&store);
  db = vsl_db_open (path, VSL_DB_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (vsl_db_run (db, "ALTER TABLE article RENAME COLUMN headline TO title", NULL));
  g_clear_pointer (&db, vsl_db_free);

  store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  summaries = vsl_store_list_articles (store, NULL, &error);
  g_assert_null (summaries);
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_SHAPE);
  g_assert_nonnull (strstr (error->message, path));
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autofree char *write = g_strconcat ("/store-file/stranger/", strangers[i].name, "/write", NULL);
      g_autofree char *read = g_strconcat ("/store-file/stranger/", strangers[i].name, "/read", NULL);

      add_case (write, GUINT_TO_POINTER (2 * i + VSL_STORE_READ_WRITE), test_stranger);
      add_case (read, GUINT_TO_POINTER (2 * i + VSL_STORE_READ_ONLY), test_stranger);
    }
  add_test ("/store-file/private", test_private);
  add_test ("/store-file/settings", test_settings);
  add_test ("/store-file/shape", test_shape);
  add_test ("/store-file/second-writer", test_second_writer);
  add_test ("/store-file/read-nothing", test_read_nothing);
  add_test ("/store-file/read-alone", test_read_alone);
  add_test ("/store-file/unwritable-place", test_unwritable_place);
  add_test ("/store-file/unwritable-place-with-wal", test_unwritable_place_with_wal);
  add_test ("/store-file/write-unwritable-place", test_write_unwritable_place);
  add_test ("/store-file/half-made", test_half_made);
  g_test_add_func ("/store-file/place", test_place);

  return g_test_run ();
}
