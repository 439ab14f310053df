/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "store/vsl-store-private.h"

#include <glib/gstdio.h>

void
fixture_set_up (Fixture      *self,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  self->root = g_dir_make_tmp ("verslag-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->directory = g_build_filename (self->root, "data", NULL);
}

void
fixture_tear_down (Fixture      *self,
                   gconstpointer data)
{
  remove_tree (self->root);
  g_free (self->directory);
  g_free (self->root);
}

char *
fixture_build_path (Fixture    *self,
                    const char *name)
{
  return g_build_filename (self->directory, name, NULL);
}

VslStore *
fixture_open (Fixture     *self,
              VslStoreMode mode)
{
  g_autoptr(GError) error = NULL;
  VslStore *store = vsl_store_open (self->directory, mode, &error);

  g_assert_no_error (error);

  return store;
}

void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

char *
hash_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, length);
}

static gpointer
run_sql_in_thread (VslStore *store,
                   gpointer  data,
                   GError  **error)
{
  return GINT_TO_POINTER (vsl_db_run (vsl_store_get_db (store), data, error));
}

void
run_sql (VslStore   *store,
         const char *sql)
{
  g_autoptr(GError) error = NULL;
  gboolean good = GPOINTER_TO_INT (vsl_store_call (store, run_sql_in_thread, (gpointer) sql, &error));

  g_assert_no_error (error);
  g_assert_true (good);
}

static gpointer
load_number_in_thread (VslStore *store,
                       gpointer  data,
                       GError  **error)
{
  gint64 *number = g_new0 (gint64, 1);

  if (!vsl_db_load_int64 (vsl_store_get_db (store), data, number, error))
    g_clear_pointer (&number, g_free);

  return number;
}

gint64
load_number (VslStore   *store,
             const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autofree gint64 *number = vsl_store_call (store, load_number_in_thread, (gpointer) sql, &error);

  g_assert_no_error (error);

  return *number;
}

static gpointer
check_in_thread (VslStore *store,
                 gpointer  data,
                 GError  **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store), "PRAGMA integrity_check", error);
  g_autoptr(VslStatement) keys =
    vsl_db_prepare (vsl_store_get_db (store), "PRAGMA foreign_key_check", error);

  g_assert_cmpint (vsl_statement_step (statement, error), ==, VSL_STEP_RESULT_ROW);
  g_assert_cmpstr (vsl_statement_get_text (statement, 0), ==, "ok");
  g_assert_cmpint (vsl_statement_step (keys, error), ==, VSL_STEP_RESULT_DONE);

  return NULL;
}

void
assert_sound (VslStore *store)
{
  g_autoptr(GError) error = NULL;
  gpointer nothing = vsl_store_call (store, check_in_thread, NULL, &error);

  g_assert_null (nothing);
  g_assert_no_error (error);
}

VslArticle *
make_article (const char *headline,
              const char *body)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);

  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, headline);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

VslArticle *
with_body (VslArticle *article,
           const char *body)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (article);

  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

VslArticle *
save (VslStore   *store,
      VslArticle *article,
      gint64      now)
{
  g_autoptr(GError) error = NULL;
  VslArticle *stored = vsl_store_save_article (store, article, now, &error);

  g_assert_no_error (error);
  g_assert_nonnull (stored);

  return stored;
}
