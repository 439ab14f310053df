/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "store/vsl-cache.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static const struct
{
  const char *headline;
  const char *lead;
  const char *body;
  const char *person;
  const char *tag;
  VslStatus status;
} articles[] = {
  { "De dijk houdt", "Het water stijgt.", "Niemand wil **natte voeten**.\n\n::: streamer\nWacht niet\n:::",
    "Jelle van der Meer", "water", VSL_STATUS_DRAFT },
  { "Reünie in de haven", "Een café vol.", "De dijk werd één keer genoemd.", "Zoë de Wit", "haven",
    VSL_STATUS_READY },
  { "Zorg om zorg", "", "Wie betaalt de zorg?\n\nDe zorgverzekeraar.", "An Van Damme", "zorg",
    VSL_STATUS_READY },
};

static VslArticle *
make (guint i)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);
  g_autoptr(VslPerson) person = vsl_person_new_from_text (articles[i].person);
  g_autoptr(VslParticipant) participant = vsl_participant_new (person, "spreker", "", FALSE);

  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, articles[i].headline);
  vsl_article_builder_set_text (builder, VSL_FIELD_LEAD, articles[i].lead);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, articles[i].body);
  vsl_article_builder_set_status (builder, articles[i].status);
  vsl_article_builder_add_tag (builder, articles[i].tag);
  vsl_article_builder_add_participant (builder, participant);

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

static VslStore *
fill (Fixture *fixture)
{
  VslStore *store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr(VslArticle) article = make (i);
      g_autoptr(VslArticle) stored = save (store, article, NOW + i * SECOND);
    }

  return store;
}

static VslCache *
open_synced (VslStore *store)
{
  g_autoptr(GError) error = NULL;
  VslCache *cache = vsl_cache_open (store, &error);

  g_assert_no_error (error);
  g_assert_true (vsl_cache_sync (cache, &error));
  g_assert_no_error (error);

  return cache;
}

static VslSearchResult *
search (VslCache   *cache,
        const char *typed)
{
  g_autoptr(VslSearchQuery) query = vsl_search_query_parse (typed);
  g_autoptr(GError) error = NULL;
  VslSearchResult *result = vsl_cache_search (cache, query, 20, &error);

  g_assert_no_error (error);

  return result;
}

static char *
find (VslCache   *cache,
      const char *typed)
{
  g_autoptr(VslSearchResult) result = search (cache, typed);
  GString *out = g_string_new (NULL);
  guint i;

  g_assert_cmpuint (result->n_found, ==, result->hits->len);
  for (i = 0; i < result->hits->len; i++)
    {
      g_autofree char *headline =
        vsl_search_hit_strip_marks (vsl_search_hit_get_headline (result->hits->pdata[i]));

      g_string_append_printf (out, "%s%s", i > 0 ? " | " : "", headline);
    }

  return g_string_free (out, FALSE);
}

static void
assert_finds (VslCache   *cache,
              const char *typed,
              const char *headlines)
{
  g_autofree char *found = find (cache, typed);

  g_test_message ("%s", typed);
  g_assert_cmpstr (found, ==, headlines);
}

/* What is found, best first. */
static const struct
{
  const char *typed;
  const char *headlines;
} searches[] = {
  { "", "" },
  { "dijk ", "De dijk houdt | Reünie in de haven" },
  { "dij", "De dijk houdt | Reünie in de haven" },
  { "dij ", "" },
  { "\"de dijk\"", "De dijk houdt | Reünie in de haven" },
  { "\"dijk de\"", "" },
  { "reunie ", "Reünie in de haven" },
  { "CAFE ", "Reünie in de haven" },
  { "een ", "Reünie in de haven" },
  { "zorgverz", "Zorg om zorg" },
  { "natte voeten ", "De dijk houdt" },
  { "\"natte voeten\"", "De dijk houdt" },
  { "dijk -water ", "Reünie in de haven" },
  { "streamer ", "" },
  { "tag:water ", "De dijk houdt" },
  { "tag:dijk ", "" },
  { "deelnemer:\"van der Meer\"", "De dijk houdt" },
  { "participant:zoe ", "Reünie in de haven" },
  { "deelnemer:dijk ", "" },
  { "kop:dijk ", "De dijk houdt" },
  { "status:ready", "Zorg om zorg | Reünie in de haven" },
  { "status:ready dijk ", "Reünie in de haven" },
  { "status:idea dijk ", "" },
  { "site:krant", "De dijk houdt" },
  { "site:krant dijk ", "De dijk houdt" },
  { "site:krant status:ready", "" },
  { "site:elders dijk ", "" },
  { "dijk\" OR \"zorg", "" },
  { "NEAR(dijk zorg) ", "" },
};

static void
test_search (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(VslStore) store = fill (fixture);
  g_autoptr(VslSite) site = vsl_site_new ("krant", VSL_BRAND_FOLDER, "/k", NULL, NULL, NULL);
  g_autoptr(VslRemoteCopy) copy = vsl_remote_copy_new ("1", NULL, VSL_REMOTE_DRAFT, NULL, NULL, NULL,
                                                       NULL, NULL);
  g_autoptr(GPtrArray) listed = vsl_store_list_articles (store, NULL, NULL);
  g_autoptr(VslOutboxRow) row =
    vsl_outbox_row_new (0, vsl_article_summary_get_id (listed->pdata[2]), "krant", NULL,
                        VSL_OUTBOX_CONFIRMED, 1, VSL_REMOTE_DRAFT, 0, copy, NULL, 0);
  g_autoptr(VslOutboxRow) stored = NULL;
  g_autoptr(VslCache) cache = NULL;
  guint i;

  g_assert_true (vsl_store_add_site (store, site, NULL));
  stored = vsl_store_save_outbox_row (store, row, NOW, NULL);
  g_assert_nonnull (stored);
  cache = open_synced (store);
  for (i = 0; i < G_N_ELEMENTS (searches); i++)
    assert_finds (cache, searches[i].typed, searches[i].headlines);
  vsl_cache_close (cache);
}

static void
test_marks (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(VslStore) store = fill (fixture);
  g_autoptr(VslCache) cache = open_synced (store);
  g_autoptr(VslSearchResult) result = search (cache, "dijk ");
  g_autoptr(VslSearchResult) body = search (cache, "voeten ");

  g_assert_true (result->ranked);
  g_assert_cmpstr (vsl_search_hit_get_headline (result->hits->pdata[0]), ==, "De \002dijk\003 houdt");
  g_assert_cmpstr (vsl_search_hit_get_headline (result->hits->pdata[1]), ==, "Reünie in de haven");
  g_assert_nonnull (strstr (vsl_search_hit_get_snippet (result->hits->pdata[1]), "De \002dijk\003 werd"));
  g_assert_cmpfloat (vsl_search_hit_get_rank (result->hits->pdata[0]), <,
                     vsl_search_hit_get_rank (result->hits->pdata[1]));
  g_assert_nonnull (strstr (vsl_search_hit_get_snippet (body->hits->pdata[0]), "natte \002voeten\003."));
  vsl_cache_close (cache);
}

static void
test_update (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(VslStore) store = fill (fixture);
  g_autoptr(VslCache) cache = open_synced (store);
  g_autoptr(GPtrArray) listed = vsl_store_list_articles (store, NULL, NULL);
  const char *id = vsl_article_summary_get_id (listed->pdata[0]);
  g_autoptr(VslArticle) article = vsl_store_load_article (store, id, NULL);
  g_autoptr(VslArticle) changed = with_body (article, "Nu over bruggen.");
  g_autoptr(VslArticle) stored = save (store, changed, NOW + 9 * SECOND);
  g_autoptr(VslArticle) fresh = make (0);
  g_autoptr(VslArticle) added = NULL;

  /* Searches queue behind the updates, in order. */
  assert_finds (cache, "bruggen ", "");
  vsl_cache_update (cache, id);
  vsl_cache_update (cache, id);
  assert_finds (cache, "bruggen ", "Zorg om zorg");
  assert_finds (cache, "zorgverzekeraar ", "");

  g_assert_true (vsl_store_delete_article (store, id, NOW, NULL));
  vsl_cache_update (cache, id);
  assert_finds (cache, "bruggen ", "");
  g_assert_true (vsl_store_undelete_article (store, id, NULL));
  vsl_cache_update (cache, id);
  assert_finds (cache, "bruggen ", "Zorg om zorg");

  added = save (store, fresh, NOW);
  vsl_cache_update (cache, vsl_article_get_id (added));
  assert_finds (cache, "houdt ", "De dijk houdt | De dijk houdt");
  vsl_cache_update (cache, "0000000000");
  assert_finds (cache, "houdt ", "De dijk houdt | De dijk houdt");
  vsl_cache_close (cache);
}

/* What changed while the index was not looking is found when it is opened again. */
static void
test_sync (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(VslStore) store = fill (fixture);
  g_autoptr(VslCache) cache = open_synced (store);
  g_autoptr(GPtrArray) listed = vsl_store_list_articles (store, NULL, NULL);
  g_autoptr(VslArticle) article =
    vsl_store_load_article (store, vsl_article_summary_get_id (listed->pdata[0]), NULL);
  g_autoptr(VslArticle) changed = with_body (article, "Nu over bruggen.");
  g_autoptr(VslArticle) stored = NULL;

  vsl_cache_close (cache);
  g_clear_object (&cache);
  stored = save (store, changed, NOW);
  g_assert_true (vsl_store_delete_article (store, vsl_article_summary_get_id (listed->pdata[1]), NOW, NULL));

  cache = open_synced (store);
  assert_finds (cache, "bruggen ", "Zorg om zorg");
  assert_finds (cache, "haven ", "");
  assert_finds (cache, "houdt ", "De dijk houdt");
  vsl_cache_close (cache);
}

/* The index may be anything at all when the program starts. */
static const struct
{
  const char *name;
  const char *bytes; /* NULL: the index is deleted */
} damages[] = {
  { "deleted", NULL },
  { "empty", "" },
  { "garbage", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" },
};

static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslStore) store = fill (fixture);
  g_autoptr(VslCache) cache = open_synced (store);
  g_autofree char *path = fixture_build_path (fixture, "cache.db");
  GStatBuf info;

  vsl_cache_close (cache);
  g_clear_object (&cache);
  g_unlink (path);
  if (damages[i].bytes != NULL)
    g_assert_true (g_file_set_contents (path, damages[i].bytes, -1, NULL));

  cache = open_synced (store);
  assert_finds (cache, "houdt ", "De dijk houdt");
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
  vsl_cache_close (cache);
}

/* Pages in the middle are overwritten: whatever happens, it ends with an index that is right. */
static void
test_damaged_pages (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(VslStore) store = fill (fixture);
  g_autofree char *path = fixture_build_path (fixture, "cache.db");
  g_autofree char *noise = g_strnfill (4096, 'z');
  g_autofree char *bytes = NULL;
  g_autoptr(VslCache) cache = open_synced (store);
  gsize length;
  gsize page;

  vsl_cache_close (cache);
  g_clear_object (&cache);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (page = 1; page < length / 4096; page++)
    {
      g_autofree char *copy = g_memdup2 (bytes, length);
      g_autoptr(VslSearchQuery) query = vsl_search_query_parse ("houdt ");
      g_autoptr(VslSearchResult) ignored = NULL;
      g_autoptr(GError) error = NULL;

      memcpy (copy + page * 4096, noise, 4096);
      g_assert_true (g_file_set_contents (path, copy, length, NULL));
      cache = vsl_cache_open (store, &error);
      g_assert_no_error (error);
      vsl_cache_update (cache, "0000000000");
      ignored = vsl_cache_search (cache, query, 20, NULL);
      g_assert_true (vsl_cache_sync (cache, &error));
      g_assert_no_error (error);
      /* The pages of text that nobody reads may be damaged unseen, until somebody does. */
      g_clear_pointer (&ignored, vsl_search_result_free);
      ignored = vsl_cache_search (cache, query, 20, &error);
      if (ignored == NULL)
        {
          g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CORRUPT);
          g_clear_error (&error);
          g_assert_true (vsl_cache_sync (cache, &error));
          g_assert_no_error (error);
          assert_finds (cache, "houdt ", "De dijk houdt");
        }
      vsl_cache_close (cache);
      g_clear_object (&cache);
    }
}

typedef struct
{
  GAsyncResult *result;
  guint n_reports;
  guint first_done;
  guint last_done;
  guint last_total;
} Progress;

static void
progress_cb (VslCache *cache,
             guint     n_done,
             guint     n_total,
             gpointer  data)
{
  Progress *progress = data;

  g_assert_cmpuint (n_done, >=, progress->last_done);
  g_assert_cmpuint (n_done, <=, n_total);
  g_assert_null (progress->result);
  if (progress->n_reports++ == 0)
    progress->first_done = n_done;
  progress->last_done = n_done;
  progress->last_total = n_total;
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Progress *progress = user_data;

  progress->result = g_object_ref (result);
}

static void
fill_many (VslStore *store,
           guint     n)
{
  g_autofree char *body = g_strnfill (3000, ' ');
  guint i;

  for (i = 0; i < 3000; i += 6)
    memcpy (body + i, "woord", 5);
  run_sql (store, "PRAGMA synchronous = OFF");
  for (i = 0; i < n; i++)
    {
      g_autoptr(VslArticle) article = make_article ("Veel", body);
      g_autoptr(VslArticle) stored = save (store, article, NOW);
    }
}

static void
test_progress (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslCache) cache = NULL;
  Progress progress = { 0 };
  g_autoptr(GError) error = NULL;

  fill_many (store, 400);
  cache = vsl_cache_open (store, NULL);
  vsl_cache_sync_async (cache, NULL, progress_cb, &progress, finished_cb, &progress);
  while (progress.result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (vsl_cache_sync_finish (cache, progress.result, &error));
  g_assert_no_error (error);
  /* However fast the disk is: once before the work, and once after it. */
  g_assert_cmpuint (progress.n_reports, >, 1);
  g_assert_cmpuint (progress.first_done, ==, 0);
  g_assert_cmpuint (progress.last_done, ==, 400);
  g_assert_cmpuint (progress.last_total, ==, 400);
  g_clear_object (&progress.result);
  vsl_cache_close (cache);
}

/* One article that cannot be read is told, and the others are found. */
static void
test_unreadable (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(VslStore) store = fill (fixture);
  g_autoptr(VslCache) cache = vsl_cache_new (store);
  g_autoptr(VslSearchQuery) query = vsl_search_query_parse ("zorg ");
  g_autoptr(VslSearchResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) failed = NULL;
  g_auto(GStrv) mended = NULL;

  run_sql (store, "UPDATE article SET kind = 'ballad' WHERE headline = 'De dijk houdt'");
  g_assert_true (vsl_cache_sync (cache, &error));
  g_assert_no_error (error);
  failed = vsl_cache_list_failed (cache);
  g_assert_cmpuint (g_strv_length (failed), ==, 1);
  result = vsl_cache_search (cache, query, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->n_found, ==, 1);

  run_sql (store, "UPDATE article SET kind = 'report'");
  g_assert_true (vsl_cache_sync (cache, &error));
  mended = vsl_cache_list_failed (cache);
  g_assert_cmpuint (g_strv_length (mended), ==, 0);
  vsl_cache_close (cache);
}

/* Closing does not wait for the rest, and nothing of what was done is done again. */
static void
test_close_while_syncing (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslCache) cache = NULL;
  Progress progress = { 0 };
  g_autoptr(GError) error = NULL;
  guint n_done;

  fill_many (store, 1500);
  cache = vsl_cache_open (store, NULL);
  vsl_cache_sync_async (cache, NULL, progress_cb, &progress, finished_cb, &progress);
  while (progress.last_done == 0)
    g_main_context_iteration (NULL, TRUE);
  vsl_cache_close (cache);
  while (progress.result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (vsl_cache_sync_finish (cache, progress.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_clear_object (&progress.result);
  g_clear_object (&cache);
  n_done = progress.last_done;

  progress = (Progress) { 0 };
  cache = vsl_cache_open (store, NULL);
  vsl_cache_sync_async (cache, NULL, progress_cb, &progress, finished_cb, &progress);
  while (progress.result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (vsl_cache_sync_finish (cache, progress.result, &error));
  g_assert_cmpuint (progress.last_total, <=, 1500 - n_done);
  g_clear_object (&progress.result);
  vsl_cache_close (cache);
}

static void
test_cancel_search (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(VslStore) store = fill (fixture);
  g_autoptr(VslCache) cache = open_synced (store);
  g_autoptr(VslSearchQuery) query = vsl_search_query_parse ("dijk ");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Progress first = { 0 };
  Progress second = { 0 };
  g_autoptr(VslSearchResult) result = NULL;
  g_autoptr(GError) error = NULL;

  vsl_cache_search_async (cache, query, 20, cancellable, finished_cb, &first);
  g_cancellable_cancel (cancellable);
  vsl_cache_search_async (cache, query, 20, NULL, finished_cb, &second);
  while (first.result == NULL || second.result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (vsl_cache_search_finish (cache, first.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  result = vsl_cache_search_finish (cache, second.result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->hits->len, ==, 2);
  g_clear_object (&first.result);
  g_clear_object (&second.result);

  vsl_cache_close (cache);
  g_assert_null (vsl_cache_search (cache, query, 20, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The command line beside a window, and where there never was one. */
static void
test_read_only (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(VslStore) store = fill (fixture);
  g_autoptr(VslStore) reader = fixture_open (fixture, VSL_STORE_READ_ONLY);
  g_autofree char *path = fixture_build_path (fixture, "cache.db");
  g_autoptr(VslCache) in_memory = open_synced (reader);
  g_autoptr(VslCache) cache = NULL;
  g_autoptr(VslCache) beside = NULL;

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_finds (in_memory, "houdt ", "De dijk houdt");
  vsl_cache_close (in_memory);

  cache = open_synced (store);
  beside = open_synced (reader);
  assert_finds (beside, "houdt ", "De dijk houdt");
  assert_finds (beside, "site:krant dijk ", "");
  vsl_cache_close (beside);
  vsl_cache_close (cache);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  add_test ("/cache/search", test_search);
  add_test ("/cache/marks", test_marks);
  add_test ("/cache/update", test_update);
  add_test ("/cache/sync", test_sync);
  for (i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path = g_strconcat ("/cache/damaged/", damages[i].name, NULL);

      add_case (path, GUINT_TO_POINTER (i), test_damaged);
    }
  add_test ("/cache/damaged-pages", test_damaged_pages);
  add_test ("/cache/progress", test_progress);
  add_test ("/cache/unreadable", test_unreadable);
  add_test ("/cache/close-while-syncing", test_close_while_syncing);
  add_test ("/cache/cancel-search", test_cancel_search);
  add_test ("/cache/read-only", test_read_only);

  return g_test_run ();
}
