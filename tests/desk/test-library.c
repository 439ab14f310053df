/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "desk/vsl-desk-folders.h"
#include "desk/vsl-desk-search.h"

#include "store/vsl-store.h"

#include <string.h>

#define N_MANY 3000

/* Headlines, one letter each. */
static char *
list_folder (GListModel *folder)
{
  g_autoptr(GString) list = g_string_new (NULL);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (folder); i++)
    {
      g_autoptr(VslArticleSummary) summary = g_list_model_get_item (folder, i);

      g_string_append (list, vsl_article_summary_get_headline (summary));
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
assert_folder (GListModel *folder,
               const char *expected)
{
  g_autofree char *list = list_folder (folder);

  g_assert_cmpstr (list, ==, expected);
}

/* Stores an article a second later than the one before. */
static VslArticle *
add (Fixture    *fixture,
     const char *headline,
     VslStatus   status,
     const char *tag,
     const char *event)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  g_autoptr(VslArticle) article = NULL;
  VslArticle *stored;

  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, headline);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, "Tekst.");
  vsl_article_builder_set_text (builder, VSL_FIELD_EVENT, event);
  vsl_article_builder_set_status (builder, status);
  if (tag != NULL)
    vsl_article_builder_add_tag (builder, tag);
  article = vsl_article_builder_end (builder);
  fixture->now += G_USEC_PER_SEC;
  stored = vsl_desk_save_article (fixture->desk, article, NULL);
  g_assert_nonnull (stored);

  return stored;
}

static void
change_status (Fixture    *fixture,
               VslArticle *article,
               VslStatus   status)
{
  g_autoptr(VslDocument) document =
    vsl_desk_open_document (fixture->desk, vsl_article_get_id (article), NULL);

  fixture->now += G_USEC_PER_SEC;
  vsl_document_set_status (document, status);
  fixture_save (document);
}

typedef struct
{
  const char *name;
  VslLibraryQuery query;
  const char *before; /* d, c, b, a were stored in the order a b c d */
  const char *after;  /* when b went to ready, and d to the bin */
} FolderCase;

static const FolderCase folder_cases[] = {
  { "all", { 0 }, "dcba", "cba" },
  { "reversed", { .reversed = TRUE }, "abcd", "abc" },
  { "headline", { .sort = VSL_LIBRARY_SORT_HEADLINE }, "abcd", "abc" },
  { "bin", { .bin = TRUE }, "", "d" },
  { "ready", { .status = "ready" }, "c", "bc" },
  { "draft", { .status = "draft" }, "dba", "a" },
  { "tag", { .tag = "WATER" }, "ba", "ba" },
  { "event", { .event = "Havendebat" }, "db", "b" },
  { "site", { .site = "local" }, "", "" },
  { "blocked", { .outbox = "blocked" }, "", "" },
};

static void
test_folder (Fixture      *fixture,
             gconstpointer data)
{
  const FolderCase *test = data;
  g_autoptr(VslArticle) a = NULL;
  g_autoptr(VslArticle) b = NULL;
  g_autoptr(VslArticle) c = NULL;
  g_autoptr(VslArticle) d = NULL;
  g_autoptr(GListModel) folder = NULL;
  g_autoptr(GError) error = NULL;

  fixture_open (fixture);
  a = add (fixture, "a", VSL_STATUS_DRAFT, "Water", "");
  b = add (fixture, "b", VSL_STATUS_DRAFT, "water", "Havendebat");
  c = add (fixture, "c", VSL_STATUS_READY, NULL, "");
  d = add (fixture, "d", VSL_STATUS_DRAFT, NULL, "Havendebat");
  folder = vsl_desk_open_folder (fixture->desk, &test->query, &error);
  g_assert_no_error (error);
  assert_folder (folder, test->before);

  change_status (fixture, b, VSL_STATUS_READY);
  g_assert_true (vsl_desk_delete_article (fixture->desk, vsl_article_get_id (d), &error));
  if (test->query.event != NULL)
    wait_for (1200);
  assert_folder (folder, test->after);
}

/* A folder that follows what is on a site. */
static void
test_site_folder (Fixture      *fixture,
                  gconstpointer data)
{
  VslLibraryQuery query = { .site = "local" };
  g_autoptr(VslArticle) a = NULL;
  g_autoptr(VslSite) site = NULL;
  g_autoptr(VslPublication) publication = NULL;
  g_autoptr(GListModel) folder = NULL;

  fixture_open (fixture);
  a = add (fixture, "a", VSL_STATUS_DRAFT, NULL, "");
  site = fixture_find_site (fixture);
  folder = vsl_desk_open_folder (fixture->desk, &query, NULL);
  assert_folder (folder, "");
  publication = fixture_publish (fixture, vsl_article_get_id (a), site, VSL_REMOTE_DRAFT);
  g_assert_no_error (vsl_publication_get_error (publication));
  assert_folder (folder, "a");
}

/* A VslStoreFunc: articles whose headlines are numbers. */
static gpointer
add_many (VslStore *store,
          gpointer  data,
          GError  **error)
{
  guint i;

  for (i = 0; i < N_MANY; i++)
    {
      g_autofree char *headline = g_strdup_printf ("%u", i);
      VslArticleBuilder *builder = vsl_article_builder_new (NULL);
      g_autoptr(VslArticle) article = NULL;
      g_autoptr(VslArticle) stored = NULL;

      vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, headline);
      article = vsl_article_builder_end (builder);
      stored = vsl_store_save_article (store, article, NOW + i, error);
      g_assert_nonnull (stored);
    }

  return NULL;
}

/* More rows than are kept: every row is right, wherever it is looked at, and only some are held. */
static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(VslStore) store = vsl_store_open (fixture->data_dir, VSL_STORE_READ_WRITE, NULL);
  g_autoptr(GError) error = NULL;
  GListModel *library;
  gpointer first;
  guint i;

  g_assert_null (vsl_store_transact (store, add_many, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (vsl_store_close (store, NULL));

  fixture_open (fixture);
  library = vsl_desk_get_library (fixture->desk);
  g_assert_cmpuint (g_list_model_get_n_items (library), ==, N_MANY);
  first = g_list_model_get_item (library, 0);
  g_object_add_weak_pointer (first, &first);
  g_object_unref (first);
  g_assert_nonnull (first);
  for (i = 0; i < N_MANY; i++)
    {
      guint position = (i * 37) % N_MANY;
      g_autoptr(VslArticleSummary) summary = g_list_model_get_item (library, position);

      g_assert_cmpint (g_ascii_strtoll (vsl_article_summary_get_headline (summary), NULL, 10), ==,
                       N_MANY - 1 - position);
    }
  g_assert_null (first);
  g_assert_null (g_list_model_get_item (library, N_MANY));
}

static guint
count_blank (GListModel *folder)
{
  guint n = 0;
  guint i;

  for (i = 0; i < 100; i++)
    {
      g_autoptr(VslArticleSummary) summary = g_list_model_get_item (folder, i);

      n += vsl_article_summary_get_updated_at (summary) == 0;
    }

  return n;
}

/* A folder that is shown never waits: it is empty, then its rows are blank, then they are there. */
static void
test_show (Fixture      *fixture,
           gconstpointer data)
{
  VslLibraryQuery query = { 0 };
  g_autoptr(VslStore) store = vsl_store_open (fixture->data_dir, VSL_STORE_READ_WRITE, NULL);
  g_autoptr(GListModel) folder = NULL;
  g_autoptr(VslArticleSummary) first = NULL;
  g_autoptr(VslArticleSummary) last = NULL;
  g_autofree char *id = NULL;
  guint position;

  g_assert_null (vsl_store_transact (store, add_many, NULL, NULL, NULL));
  g_assert_true (vsl_store_close (store, NULL));
  fixture_open (fixture);
  folder = vsl_desk_show_folder (fixture->desk, &query);
  g_assert_cmpuint (g_list_model_get_n_items (folder), ==, 0);
  WAIT_WHILE (g_list_model_get_n_items (folder) == 0);
  g_assert_cmpuint (g_list_model_get_n_items (folder), ==, N_MANY);
  g_assert_cmpuint (count_blank (folder), ==, 100);
  WAIT_WHILE (count_blank (folder) > 0);
  first = g_list_model_get_item (folder, 0);
  g_assert_cmpint (g_ascii_strtoll (vsl_article_summary_get_headline (first), NULL, 10), ==, N_MANY - 1);

  id = g_strdup (vsl_desk_folder_get_id (folder, 1234));
  g_assert_true (vsl_desk_folder_find (folder, id, &position));
  g_assert_cmpuint (position, ==, 1234);
  g_assert_false (vsl_desk_folder_find (folder, "nobody", &position));

  vsl_desk_folder_set_order (folder, VSL_LIBRARY_SORT_UPDATED, TRUE);
  WAIT_WHILE (!vsl_desk_folder_find (folder, id, &position) || position == 1234);
  g_assert_cmpuint (position, ==, N_MANY - 1 - 1234);
  WAIT_WHILE (count_blank (folder) > 0);
  last = g_list_model_get_item (folder, 0);
  g_assert_cmpstr (vsl_article_summary_get_headline (last), ==, "0");
}

static void
changed_cb (guint *n)
{
  (*n)++;
}

/* Typing is saved twice a second, and counts nothing; a status does. */
static void
test_changed (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(VslArticle) a = NULL;
  g_autoptr(VslDocument) document = NULL;
  guint n = 0;
  guint before;

  fixture_open (fixture);
  a = add (fixture, "a", VSL_STATUS_DRAFT, NULL, "");
  g_signal_connect_swapped (fixture->desk, "library-changed", G_CALLBACK (changed_cb), &n);
  document = vsl_desk_open_document (fixture->desk, vsl_article_get_id (a), NULL);
  vsl_document_set_text (document, VSL_FIELD_BODY, "Een.");
  fixture_save (document);
  before = n;
  vsl_document_set_text (document, VSL_FIELD_BODY, "Twee.");
  fixture_save (document);
  g_assert_cmpuint (n, ==, before);
  vsl_document_set_status (document, VSL_STATUS_READY);
  fixture_save (document);
  g_assert_cmpuint (n, ==, before + 1);
  vsl_document_set_text (document, VSL_FIELD_EVENT, "Havendebat");
  fixture_save (document);
  g_assert_cmpuint (n, ==, before + 2);
  g_clear_object (&document);
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_counts (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(VslArticle) a = NULL;
  g_autoptr(VslArticle) b = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(VslFolderCounts) counts = NULL;

  fixture_open (fixture);
  a = add (fixture, "a", VSL_STATUS_DRAFT, "Water", "");
  b = add (fixture, "b", VSL_STATUS_READY, "Water", "");
  vsl_desk_count_folders_async (fixture->desk, result_cb, &result);
  WAIT_WHILE (result == NULL);
  counts = vsl_desk_count_folders_finish (fixture->desk, result, NULL);
  g_assert_cmpuint (counts->all, ==, 2);
  g_assert_cmpuint (counts->bin, ==, 0);
  g_assert_cmpuint (counts->statuses[VSL_STATUS_READY], ==, 1);
  g_assert_cmpuint (counts->tags->len, ==, 1);
  g_assert_cmpuint (((VslFolderCount *) counts->tags->pdata[0])->count, ==, 2);
}

typedef struct
{
  const char *typed;
  const char *found; /* headlines, best first; of one letter each */
} SearchCase;

static const SearchCase search_cases[] = {
  { "tekst", "ab" },
  { "status:klaar", "b" },
  { "status:ready tekst", "b" },
  { "status:concept", "a" },
  { "tag:water", "a" },
  { "nergens", "" },
  { "\"'*) OR (", "" },
};

static void
test_search (Fixture      *fixture,
             gconstpointer data)
{
  const SearchCase *test = data;
  g_autoptr(VslArticle) a = NULL;
  g_autoptr(VslArticle) b = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(GError) error = NULL;
  guint n_found;
  guint i;

  fixture_open (fixture);
  a = add (fixture, "a", VSL_STATUS_DRAFT, "Water", "");
  b = add (fixture, "b", VSL_STATUS_READY, NULL, "");
  hits = vsl_desk_search (fixture->desk, test->typed, 10, &n_found, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_found, ==, strlen (test->found));
  g_assert_cmpuint (hits->len, ==, n_found);
  for (i = 0; i < hits->len; i++)
    {
      g_autofree char *headline = vsl_search_hit_strip_marks (vsl_search_hit_get_headline (hits->pdata[i]));

      g_assert_nonnull (strstr (test->found, headline));
    }
}

/* A newer search stops the one before; what is typed is found a moment later. */
static void
test_search_as_you_type (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr(VslArticle) a = NULL;
  g_autoptr(VslDocument) document = NULL;
  g_autoptr(GAsyncResult) indexed = NULL;
  g_autoptr(GAsyncResult) first = NULL;
  g_autoptr(GAsyncResult) second = NULL;
  g_autoptr(GPtrArray) stopped = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(GError) error = NULL;
  guint n_found;

  fixture_open (fixture);
  a = add (fixture, "a", VSL_STATUS_DRAFT, NULL, "");
  vsl_desk_index_async (fixture->desk, NULL, NULL, NULL, result_cb, &indexed);
  WAIT_WHILE (indexed == NULL);
  g_assert_true (vsl_desk_index_finish (fixture->desk, indexed, &error));

  document = vsl_desk_open_document (fixture->desk, vsl_article_get_id (a), NULL);
  vsl_document_set_text (document, VSL_FIELD_BODY, "Vandaag getypt.");
  fixture_save (document);
  vsl_desk_search_async (fixture->desk, "get", 10, result_cb, &first);
  vsl_desk_search_async (fixture->desk, "getyp", 10, result_cb, &second);
  WAIT_WHILE (first == NULL || second == NULL);
  stopped = vsl_desk_search_finish (fixture->desk, first, NULL, &error);
  g_assert_null (stopped);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  hits = vsl_desk_search_finish (fixture->desk, second, &n_found, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_found, ==, 1);
  g_clear_object (&document);
}

#define add_test(path, data, func) \
  g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (i = 0; i < G_N_ELEMENTS (folder_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/library/folder/", folder_cases[i].name, NULL);

      add_test (path, &folder_cases[i], test_folder);
    }
  add_test ("/library/site-folder", NULL, test_site_folder);
  add_test ("/library/many", NULL, test_many);
  add_test ("/library/show", NULL, test_show);
  add_test ("/library/changed", NULL, test_changed);
  add_test ("/library/counts", NULL, test_counts);
  for (i = 0; i < G_N_ELEMENTS (search_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/library/search/%u", i);

      add_test (path, &search_cases[i], test_search);
    }
  add_test ("/library/search-as-you-type", NULL, test_search_as_you_type);

  return g_test_run ();
}
