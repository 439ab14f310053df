/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "core/vsl-article-builder.h"
#include "desk/vsl-desk-backups.h"
#include "desk/vsl-desk-bin.h"
#include "desk/vsl-desk-error.h"
#include "desk/vsl-desk-pictures.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
#define DAY (24 * HOUR)

/* The linker puts this in the place of the real one: whether the data directory is on a network. */
gboolean __wrap_vsl_store_place_is_network (const char *directory);

gboolean
__wrap_vsl_store_place_is_network (const char *directory)
{
  return g_getenv ("TEST_NETWORK") != NULL;
}

static VslBackups *
get_backups (Fixture *fixture)
{
  return vsl_desk_get_backups (fixture->desk);
}

static guint
count_backups (Fixture *fixture)
{
  g_autoptr(GPtrArray) files = vsl_desk_list_backups (fixture->desk);

  return files->len;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The names of the Markdown copies, by the alphabet. */
static char *
list_copies (Fixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->data_dir, "backups", "markdown", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" ", (char **) names->pdata);
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
set_time (Fixture    *fixture,
          const char *name,
          gint64      at)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, name, NULL);
  time_t seconds = (time_t) (at / G_USEC_PER_SEC);

  g_assert_cmpint (g_utime (path, &(struct utimbuf) { seconds, seconds }), ==, 0);
}

/* One an hour, and only when something changed. */
static void
test_automatic (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(VslArticle) article = NULL;

  fixture->now = g_get_real_time ();
  fixture_open (fixture);
  article = fixture_add (fixture, "Kop", "tekst");
  vsl_backups_tick (get_backups (fixture));
  g_assert_false (vsl_backups_get_busy (get_backups (fixture)));
  g_assert_cmpuint (count_backups (fixture), ==, 0);

  vsl_backups_set_automatic (get_backups (fixture), TRUE);
  vsl_backups_tick (get_backups (fixture));
  WAIT_WHILE (vsl_backups_get_busy (get_backups (fixture)));
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  g_assert_null (vsl_backups_get_problem (get_backups (fixture)));

  vsl_backups_tick (get_backups (fixture));
  g_assert_false (vsl_backups_get_busy (get_backups (fixture)));
  /* Two hours later nothing was written; then something was. */
  fixture->now += 2 * HOUR;
  set_time (fixture, "drafts.db", fixture->now - 3 * HOUR);
  set_time (fixture, "drafts.db-wal", fixture->now - 3 * HOUR);
  vsl_backups_tick (get_backups (fixture));
  g_assert_false (vsl_backups_get_busy (get_backups (fixture)));
  set_time (fixture, "drafts.db-wal", fixture->now - HOUR);
  vsl_backups_tick (get_backups (fixture));
  WAIT_WHILE (vsl_backups_get_busy (get_backups (fixture)));
  g_assert_cmpuint (count_backups (fixture), ==, 2);
}

/* A folder in the way of the backups: said, and unsaid when it works again. */
static void
test_problem (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *folder = NULL;

  fixture_open (fixture);
  folder = vsl_desk_dup_backup_folder (fixture->desk);
  g_assert_true (g_file_set_contents (folder, "x", 1, NULL));
  vsl_backups_set_automatic (get_backups (fixture), TRUE);
  vsl_backups_tick (get_backups (fixture));
  WAIT_WHILE (vsl_backups_get_busy (get_backups (fixture)));
  g_assert_nonnull (vsl_backups_get_problem (get_backups (fixture)));
  g_assert_cmpint (g_unlink (folder), ==, 0);
  vsl_backups_tick (get_backups (fixture));
  WAIT_WHILE (vsl_backups_get_busy (get_backups (fixture)));
  g_assert_null (vsl_backups_get_problem (get_backups (fixture)));
  g_assert_cmpuint (count_backups (fixture), ==, 1);
}

/* Copies follow the articles: written, renamed with the slug, kept in the bin, gone with the end of it.
 * A file of somebody else stays. */
static void
test_mirror (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) changed = NULL;
  g_autoptr(VslArticle) stored = NULL;
  VslArticleBuilder *builder;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *fourth = NULL;
  g_autofree char *name = NULL;
  g_autofree char *renamed = NULL;
  g_autofree char *other = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  const char *id;

  fixture_open (fixture);
  article = fixture_add (fixture, "Eerste kop", "De tekst.");
  id = vsl_article_get_id (article);
  vsl_backups_set_mirror (get_backups (fixture), TRUE);
  vsl_backups_tick (get_backups (fixture));
  fixture_close (fixture);
  first = list_copies (fixture);
  name = g_strdup_printf ("eerste-kop-%s.md", id);
  g_assert_cmpstr (first, ==, name);
  path = g_build_filename (fixture->data_dir, "backups", "markdown", name, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "De tekst."));

  other = g_build_filename (fixture->data_dir, "backups", "markdown", "van-een-ander.md", NULL);
  g_assert_true (g_file_set_contents (other, "x", 1, NULL));
  fixture_open (fixture);
  vsl_backups_set_mirror (get_backups (fixture), TRUE);
  builder = vsl_article_builder_new (article);
  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, "Tweede kop");
  changed = vsl_article_builder_end (builder);
  fixture->now += HOUR;
  stored = vsl_desk_save_article (fixture->desk, changed, NULL);
  g_assert_nonnull (stored);
  fixture_close (fixture);
  second = list_copies (fixture);
  renamed = g_strdup_printf ("tweede-kop-%s.md van-een-ander.md", id);
  g_assert_cmpstr (second, ==, renamed);

  fixture_open (fixture);
  vsl_backups_set_mirror (get_backups (fixture), TRUE);
  g_assert_true (vsl_desk_delete_article (fixture->desk, id, NULL));
  vsl_backups_tick (get_backups (fixture));
  fixture_close (fixture);
  third = list_copies (fixture);
  g_assert_cmpstr (third, ==, renamed);

  fixture_open (fixture);
  vsl_backups_set_mirror (get_backups (fixture), TRUE);
  g_assert_true (vsl_desk_end_article (fixture->desk, id, NULL));
  fixture_close (fixture);
  fourth = list_copies (fixture);
  g_assert_cmpstr (fourth, ==, "van-een-ander.md");
}

/* What lies in the bin for thirty days goes by itself; the list of the bin hears of it. */
static void
test_bin (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GError) error = NULL;
  const char *id;

  fixture_open (fixture);
  article = fixture_add (fixture, "Kop", "tekst");
  id = vsl_article_get_id (article);
  g_assert_false (vsl_desk_end_article (fixture->desk, id, &error));
  g_assert_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_NOT_FOUND);
  g_assert_true (vsl_desk_delete_article (fixture->desk, id, NULL));
  g_assert_cmpint (vsl_desk_get_bin_end (fixture->now), ==, fixture->now + 30 * DAY);
  WAIT_WHILE (g_list_model_get_n_items (vsl_desk_get_bin (fixture->desk)) != 1);

  fixture->now += 30 * DAY - HOUR;
  vsl_backups_tick (get_backups (fixture));
  wait_for (200);
  g_assert_cmpuint (g_list_model_get_n_items (vsl_desk_get_bin (fixture->desk)), ==, 1);
  fixture->now += DAY;
  vsl_backups_tick (get_backups (fixture));
  WAIT_WHILE (g_list_model_get_n_items (vsl_desk_get_bin (fixture->desk)) != 0);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n += g_file_test (path, G_FILE_TEST_IS_DIR) ? count_files (path) : 1;
    }

  return n;
}

/* A picture that nothing has goes by itself, a month after that was seen; one that an article has
 * stays. */
static void
test_pictures (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const pngs[] = {
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
  };
  g_autofree char *folder = NULL;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) pictured = NULL;
  g_autoptr(VslArticle) saved = NULL;
  g_autoptr(VslPicture) kept = NULL;
  g_autoptr(GError) error = NULL;
  guint i;

  fixture_open (fixture);
  folder = g_build_filename (fixture->data_dir, "media", NULL);
  for (i = 0; i < G_N_ELEMENTS (pngs); i++)
    {
      gsize size;
      guchar *png = g_base64_decode (pngs[i], &size);
      g_autoptr(GBytes) bytes = g_bytes_new_take (png, size);
      g_autoptr(VslPicture) picture = NULL;

      picture = vsl_desk_take_picture (fixture->desk, bytes, "foto.png", &error);
      g_assert_no_error (error);
      g_set_object (&kept, picture);
    }
  article = fixture_add (fixture, "Kop", "tekst");
  pictured = vsl_desk_article_with_picture (article, kept);
  saved = vsl_desk_save_article (fixture->desk, pictured, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder), ==, 2);

  vsl_backups_tick (get_backups (fixture));
  fixture->now += 29 * DAY;
  vsl_backups_tick (get_backups (fixture));
  wait_for (200);
  g_assert_cmpuint (count_files (folder), ==, 2);
  fixture->now += 2 * DAY;
  vsl_backups_tick (get_backups (fixture));
  WAIT_WHILE (count_files (folder) != 1);
  fixture->now += 90 * DAY;
  vsl_backups_tick (get_backups (fixture));
  wait_for (200);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static gboolean
restore (Fixture     *fixture,
         const char  *path,
         GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  vsl_desk_restore_backup_async (fixture->data_dir, path, fixture->now, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return vsl_desk_restore_backup_finish (result, error);
}

/* An article with a picture. */
static VslArticle *
add_pictured (Fixture *fixture)
{
  static const char png[] = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6"
                            "kgAAAABJRU5ErkJggg==";
  gsize size;
  guchar *data = g_base64_decode (png, &size);
  g_autoptr(GBytes) bytes = g_bytes_new_take (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslPicture) picture =
    vsl_desk_take_picture (fixture->desk, bytes, "foto.png", &error);
  g_autofree char *reference = vsl_picture_dup_reference (picture);
  g_autofree char *body = g_strdup_printf ("![](%s)", reference);
  g_autoptr(VslArticle) article = fixture_add (fixture, "Kop", body);
  g_autoptr(VslArticle) pictured = vsl_desk_article_with_picture (article, picture);
  VslArticle *stored = vsl_desk_save_article (fixture->desk, pictured, &error);

  g_assert_no_error (error);

  return stored;
}

/* The Markdown copies have their pictures beside them, as other names of the same files. */
static void
test_mirrored_pictures (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr(VslArticle) article = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *media = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *place = NULL;

  fixture_open (fixture);
  folder = g_build_filename (fixture->data_dir, "backups", "markdown", NULL);
  media = g_build_filename (folder, "media", NULL);
  article = add_pictured (fixture);
  vsl_backups_set_mirror (get_backups (fixture), TRUE);
  vsl_backups_tick (get_backups (fixture));
  fixture_close (fixture);

  name = g_strdup_printf ("kop-%s.md", vsl_article_get_id (article));
  path = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  place = g_strdup_printf ("](media/%s.png)",
                           vsl_picture_get_hash (vsl_article_get_picture (article, 0)));
  g_assert_nonnull (strstr (text, place));
  g_assert_cmpuint (count_files (media), ==, 1);
}

/* A backup elsewhere has the pictures beside it, and brings back those that are gone; one that is not
 * what its name says stays out. */
static void
test_restored_pictures (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "kopie.db", NULL);
  g_autofree char *beside = g_strconcat (path, "-media", NULL);
  g_autofree char *folder = g_build_filename (fixture->data_dir, "media", NULL);
  g_autofree char *zeros = g_strnfill (64, '0');
  g_autofree char *false_name = g_strdup_printf ("%s/%s.png", beside, zeros);
  g_autofree char *file = NULL;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GError) error = NULL;
  const char *hash;

  fixture_open (fixture);
  article = add_pictured (fixture);
  hash = vsl_picture_get_hash (vsl_article_get_picture (article, 0));
  file = g_strdup_printf ("%s/%.2s/%s.png", folder, hash, hash);
  g_assert_true (vsl_desk_backup_to (fixture->desk, path, &error));
  g_assert_true (vsl_desk_backup_to (fixture->desk, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (beside), ==, 1);
  fixture_close (fixture);

  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_true (g_file_set_contents (false_name, "x", 1, NULL));
  g_assert_true (restore (fixture, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (folder), ==, 1);
}

static void
test_restore (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "kopie.db", NULL);
  g_autofree char *wrong = g_build_filename (fixture->data_dir, "kopie.txt", NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) later = NULL;
  g_autoptr(GPtrArray) files = NULL;
  g_autoptr(GError) error = NULL;

  fixture_open (fixture);
  article = fixture_add (fixture, "Kop", "tekst");
  g_assert_true (vsl_desk_backup_to (fixture->desk, path, &error));
  later = fixture_add (fixture, "Later", "tekst");
  g_assert_false (restore (fixture, path, &error));
  g_assert_cmpstr (vsl_desk_error_get_code (error), ==, "locked");
  g_clear_error (&error);

  fixture_close (fixture);
  g_assert_true (g_file_set_contents (wrong, "geen back-up, maar wel langer dan honderd tekens, zodat het geen leeg bestand lijkt te zijn, wat iets anders is", -1, NULL));
  g_assert_false (restore (fixture, wrong, &error));
  g_assert_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_STORE);
  g_clear_error (&error);
  g_assert_true (restore (fixture, path, &error));
  g_assert_no_error (error);

  fixture_open (fixture);
  g_assert_null (vsl_desk_load_article (fixture->desk, vsl_article_get_id (later), NULL));
  files = vsl_desk_list_backups (fixture->desk);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_true (((VslBackupFile *) files->pdata[0])->replaced);
}

/* On a network file system: told, and everything works, over the one connection there can be. */
static void
test_network (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autofree char *path = g_build_filename (fixture->data_dir, "kopie.db", NULL);
  g_autofree char *wal = g_build_filename (fixture->data_dir, "drafts.db-wal", NULL);
  g_autofree char *shm = g_build_filename (fixture->data_dir, "drafts.db-shm", NULL);
  g_autoptr(GError) error = NULL;

  fixture_open (fixture);
  g_assert_null (vsl_desk_get_notice (fixture->desk));
  fixture_close (fixture);

  g_setenv ("TEST_NETWORK", "1", TRUE);
  fixture_open (fixture);
  g_assert_nonnull (vsl_desk_get_notice (fixture->desk));
  article = fixture_add (fixture, "Kop", "tekst");
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (shm, G_FILE_TEST_EXISTS));
  g_assert_true (vsl_desk_backup_to (fixture->desk, path, &error));
  g_assert_no_error (error);
  problems = vsl_desk_check_store (fixture->desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  fixture_close (fixture);
  g_unsetenv ("TEST_NETWORK");
}

#define add_test(path, func) \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add_test ("/backups/automatic", test_automatic);
  add_test ("/backups/problem", test_problem);
  add_test ("/backups/mirror", test_mirror);
  add_test ("/backups/mirrored-pictures", test_mirrored_pictures);
  add_test ("/backups/restored-pictures", test_restored_pictures);
  add_test ("/backups/bin", test_bin);
  add_test ("/backups/pictures", test_pictures);
  add_test ("/backups/restore", test_restore);
  add_test ("/backups/network", test_network);

  return g_test_run ();
}
