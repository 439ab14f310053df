/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "desk/vsl-desk-batch.h"
#include "desk/vsl-desk-folders.h"
#include "desk/vsl-saved-searches.h"

#include <glib/gstdio.h>
#include <string.h>

/* Many articles at once; and the searches that are kept. */

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
progress_cb (VslDesk  *desk,
             guint     n_done,
             guint     n_total,
             gpointer  data)
{
  guint *last = data;

  g_assert_cmpuint (n_done, ==, *last + 1);
  g_assert_cmpuint (n_done, <=, n_total);
  *last = n_done;
}

static VslBatchResult *
run (Fixture            *fixture,
     const VslBatch     *batch,
     const char * const *ids)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  VslBatchResult *done;
  guint last = 0;

  vsl_desk_batch_async (fixture->desk, batch, ids, NULL, progress_cb, &last, result_cb, &result);
  WAIT_WHILE (result == NULL);
  done = vsl_desk_batch_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (last, ==, g_strv_length ((char **) ids));

  return done;
}

static guint
count (Fixture               *fixture,
       const VslLibraryQuery *query)
{
  g_autoptr(GListModel) folder = vsl_desk_open_folder (fixture->desk, query, NULL);

  return g_list_model_get_n_items (folder);
}

typedef struct
{
  const char *name;
  VslBatch batch;
  VslLibraryQuery query; /* where the three articles are afterwards */
  guint n_before;
  guint n_after;
} BatchCase;

static const BatchCase cases[] = {
  { "status", { .verb = VSL_BATCH_SET_STATUS, .status = VSL_STATUS_READY }, { .status = "ready" }, 0, 3 },
  { "add-tag", { .verb = VSL_BATCH_ADD_TAG, .text = "Haven" }, { .tag = "haven" }, 0, 3 },
  { "remove-tag", { .verb = VSL_BATCH_REMOVE_TAG, .text = "WATER" }, { .tag = "water" }, 3, 0 },
  { "delete", { .verb = VSL_BATCH_DELETE }, { .bin = TRUE }, 0, 3 },
};

/* One of the three is open, and one is nowhere: the others are done all the same. */
static void
test_batch (Fixture      *fixture,
            gconstpointer data)
{
  const BatchCase *test = data;
  const VslBatch tag = { .verb = VSL_BATCH_ADD_TAG, .text = "Water" };
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslDocument) document = NULL;
  g_autoptr(VslBatchResult) tagged = NULL;
  g_autoptr(VslBatchResult) result = NULL;
  VslBatchFailure *failure;
  const char *ids[5] = { NULL };
  guint i;

  fixture_open (fixture);
  for (i = 0; i < 3; i++)
    {
      g_ptr_array_add (articles, fixture_add (fixture, "Kop", "Tekst."));
      ids[i] = vsl_article_get_id (g_ptr_array_index (articles, i));
    }
  tagged = run (fixture, &tag, ids);
  g_assert_cmpuint (g_strv_length (tagged->done), ==, 3);
  g_assert_cmpuint (count (fixture, &test->query), ==, test->n_before);

  document = vsl_desk_open_document (fixture->desk, ids[1], NULL);
  vsl_document_set_text (document, VSL_FIELD_BODY, "Net getypt.");
  ids[3] = "zzzzzzzzzz";
  result = run (fixture, &test->batch, ids);
  g_assert_cmpuint (g_strv_length (result->done), ==, 3);
  g_assert_cmpuint (result->failures->len, ==, 1);
  failure = g_ptr_array_index (result->failures, 0);
  g_assert_cmpstr (failure->id, ==, "zzzzzzzzzz");
  g_assert_cmpuint (strlen (failure->message), >, 10);
  g_clear_object (&document);
  g_assert_cmpuint (count (fixture, &test->query), ==, test->n_after);
  for (i = 0; i < 3; i++)
    {
      g_autoptr(VslArticle) stored = fixture_load (fixture, ids[i]);

      g_assert_cmpstr (vsl_article_get_text (stored, VSL_FIELD_BODY), ==,
                       i == 1 ? "Net getypt." : "Tekst.");
    }
}

/* What is in the bin comes back. */
static void
test_undelete (Fixture      *fixture,
               gconstpointer data)
{
  const VslBatch away = { .verb = VSL_BATCH_DELETE };
  const VslBatch back = { .verb = VSL_BATCH_UNDELETE };
  VslLibraryQuery all = { 0 };
  g_autoptr(VslArticle) a = NULL;
  g_autoptr(VslArticle) b = NULL;
  g_autoptr(VslBatchResult) gone = NULL;
  g_autoptr(VslBatchResult) there = NULL;
  const char *ids[3] = { NULL };

  fixture_open (fixture);
  a = fixture_add (fixture, "A", "a");
  b = fixture_add (fixture, "B", "b");
  ids[0] = vsl_article_get_id (a);
  ids[1] = vsl_article_get_id (b);
  gone = run (fixture, &away, ids);
  g_assert_cmpuint (count (fixture, &all), ==, 0);
  there = run (fixture, &back, (const char * const *) gone->done);
  g_assert_cmpuint (there->failures->len, ==, 0);
  g_assert_cmpuint (count (fixture, &all), ==, 2);
}

/* Files of one name get numbers, and nothing is written over. */
static void
test_export (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const names[] = { "de-kade.md", "de-kade-2.md", "de-kade-3.md" };
  g_autofree char *path = g_build_filename (fixture->data_dir, "uit", NULL);
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  VslBatch batch = { .verb = VSL_BATCH_EXPORT, .text = "markdown", .folder = folder };
  g_autoptr(VslArticle) a = NULL;
  g_autoptr(VslArticle) b = NULL;
  g_autoptr(VslBatchResult) first = NULL;
  g_autoptr(VslBatchResult) second = NULL;
  g_autofree char *text = NULL;
  const char *ids[3] = { NULL };
  guint i;

  fixture_open (fixture);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  a = fixture_add (fixture, "De kade", "Een.");
  b = fixture_add (fixture, "De kade", "Twee.");
  ids[0] = vsl_article_get_id (a);
  first = run (fixture, &batch, ids);
  ids[1] = vsl_article_get_id (b);
  second = run (fixture, &batch, ids);
  g_assert_cmpuint (first->failures->len + second->failures->len, ==, 0);
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = g_build_filename (path, names[i], NULL);

      g_clear_pointer (&text, g_free);
      g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
      g_assert_nonnull (strstr (text, i < 2 ? "Een." : "Twee."));
      g_unlink (file);
    }
  g_rmdir (path);
}

/* A folder that cannot be written in: each article is named with the reason. */
static void
test_export_fails (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr(GFile) folder = g_file_new_for_path ("/proc/nowhere");
  VslBatch batch = { .verb = VSL_BATCH_EXPORT, .text = "text", .folder = folder };
  g_autoptr(VslArticle) a = NULL;
  g_autoptr(VslBatchResult) result = NULL;
  VslBatchFailure *failure;
  const char *ids[2] = { NULL };

  fixture_open (fixture);
  a = fixture_add (fixture, "De kade", "Een.");
  ids[0] = vsl_article_get_id (a);
  result = run (fixture, &batch, ids);
  g_assert_cmpuint (result->failures->len, ==, 1);
  failure = g_ptr_array_index (result->failures, 0);
  g_assert_cmpstr (failure->headline, ==, "De kade");
  g_assert_nonnull (strstr (failure->message, "de-kade.txt"));
}

static char *
list_names (VslSavedSearches *searches)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (searches)); i++)
    {
      g_autoptr(VslSavedSearch) search = g_list_model_get_item (G_LIST_MODEL (searches), i);

      g_string_append_printf (names, "%s=%s;", vsl_saved_search_get_name (search),
                              vsl_saved_search_get_text (search));
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* They stand by name, a name once, and are there again the next time. */
static void
test_saved_searches (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  fixture_open (fixture);
  {
    g_autoptr(VslSavedSearches) searches = vsl_saved_searches_new (fixture->desk);

    vsl_saved_searches_add (searches, "Water", "tag:water\n\"hoge dijk\"");
    vsl_saved_searches_add (searches, "  ", "niets");
    vsl_saved_searches_add (searches, "Élan", "elan");
    vsl_saved_searches_add (searches, "water", "dijk");
    vsl_saved_searches_add (searches, "Zee", "zee");
    vsl_saved_searches_rename (searches, "Zee", "Haven\tkade");
    vsl_saved_searches_rename (searches, "Nergens", "Ergens");
    first = list_names (searches);
  }
  g_assert_cmpstr (first, ==, "Élan=elan;Haven kade=zee;water=dijk;");
  fixture_close (fixture);

  fixture_open (fixture);
  {
    g_autoptr(VslSavedSearches) searches = vsl_saved_searches_new (fixture->desk);

    vsl_saved_searches_remove (searches, "elan");
    second = list_names (searches);
  }
  g_assert_cmpstr (second, ==, "Haven kade=zee;water=dijk;");
}

#define add_test(path, data, func) \
  g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/batch/", cases[i].name, NULL);

      add_test (path, &cases[i], test_batch);
    }
  add_test ("/batch/undelete", NULL, test_undelete);
  add_test ("/batch/export", NULL, test_export);
  add_test ("/batch/export-fails", NULL, test_export_fails);
  add_test ("/saved-searches", NULL, test_saved_searches);

  return g_test_run ();
}
