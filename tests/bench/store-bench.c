/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

/*
 * What the store costs, against the least it can cost. To be run on a quiet machine, in a directory
 * on the disk that is meant:
 *
 *   store-bench commit DIRECTORY [ROUNDS]         60 KB saved, against a bare fdatasync of 60 KB
 *   store-bench fill DIRECTORY [ARTICLES]         makes a library, 5 KB an article
 *   store-bench library DIRECTORY                 lists and counts it
 *   store-bench index DIRECTORY                   builds the index; then one article at a time
 *   store-bench search DIRECTORY                  searches, against the same SQL on a bare connection
 */

#include "core/vsl-article-builder.h"
#include "store/vsl-cache.h"
#include "store/vsl-store-counts.h"
#include "store/vsl-store-session.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NOW G_GINT64_CONSTANT (1780000000000000)
#define N_WORDS 20000

static const char *const statuses[] = { "draft", "ready", "published" };

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
get_quantile (GArray *times,
              double  quantile)
{
  g_array_sort (times, compare_doubles);

  return g_array_index (times, double, (guint) ((times->len - 1) * quantile));
}

static void
print_times (const char *what,
             GArray     *times)
{
  printf ("%-34s p50 %8.3f ms   p95 %8.3f ms   p99 %8.3f ms   max %8.3f ms\n", what,
          get_quantile (times, 0.50), get_quantile (times, 0.95), get_quantile (times, 0.99),
          get_quantile (times, 1.00));
}

static void
add_time (GArray *times,
          gint64  start)
{
  double ms = (double) (g_get_monotonic_time () - start) / 1000;

  g_array_append_val (times, ms);
}

static void
check (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

/* Words whose frequencies fall as they do in prose; the first stands in nearly every article. */
static char *
make_prose (GRand *rand,
            gsize  length)
{
  GString *text = g_string_sized_new (length + 32);

  while (text->len < length)
    {
      double u = g_rand_double (rand);
      int word = (int) (N_WORDS * u * u * u * u);

      g_string_append_printf (text, "w%d%s", word, g_rand_int_range (rand, 0, 12) == 0 ? ". " : " ");
      if (g_rand_int_range (rand, 0, 90) == 0)
        g_string_append (text, "\n\n");
    }

  return g_string_free (text, FALSE);
}

static VslArticle *
make_article (GRand *rand,
              guint  number,
              gsize  length)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);
  g_autofree char *headline = g_strdup_printf ("Kop %u over w%d", number, g_rand_int_range (rand, 0, N_WORDS));
  g_autofree char *lead = make_prose (rand, 200);
  g_autofree char *body = make_prose (rand, length);
  g_autofree char *family = g_strdup_printf ("Naam%d", g_rand_int_range (rand, 0, 2000));
  g_autoptr(VslPerson) person = vsl_person_new ("Jan", "van", family, FALSE);
  g_autoptr(VslParticipant) participant = vsl_participant_new (person, "wethouder", "gemeente", FALSE);
  VslStatus status;
  guint i;

  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, headline);
  vsl_article_builder_set_text (builder, VSL_FIELD_LEAD, lead);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  if (vsl_status_from_name (statuses[number % G_N_ELEMENTS (statuses)], &status))
    vsl_article_builder_set_status (builder, status);
  vsl_article_builder_add_participant (builder, participant);
  for (i = 0; i < 3; i++)
    {
      g_autofree char *tag = g_strdup_printf ("tag %d", g_rand_int_range (rand, 0, 300));

      vsl_article_builder_add_tag (builder, tag);
    }

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

static VslArticle *
change_body (VslArticle *article,
             char        first)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (article);
  g_autofree char *body = g_strdup (vsl_article_get_text (article, VSL_FIELD_BODY));

  body[0] = first;
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

/* What a window asks when somebody types: the text and the place of the cursor, as one. */
static gpointer
save_with_view (VslStore *store,
                gpointer  article,
                GError  **error)
{
  VslArticleView view = { VSL_FIELD_BODY, 100, 100, 0 };
  g_autoptr(VslArticle) stored = vsl_store_save_article (store, article, NOW, error);

  if (stored == NULL || !vsl_store_save_view (store, vsl_article_get_id (stored), &view, error))
    return NULL;

  return g_steal_pointer (&stored);
}

static void
bench_commit (VslStore   *store,
              const char *directory,
              guint       n_rounds)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(VslArticle) made = make_article (rand, 1, 60 * 1024);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslArticle) article = vsl_store_save_article (store, made, NOW, &error);
  g_autofree char *bytes = g_strnfill (60 * 1024, 'x');
  g_autofree char *path = g_build_filename (directory, "bare", NULL);
  g_autoptr(GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) saved = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  int fd = open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  guint i;

  check (error);
  for (i = 0; i < n_rounds; i++)
    {
      g_autoptr(VslArticle) changed = change_body (article, (char) ('a' + i % 26));
      g_autoptr(VslArticle) stored = NULL;
      gint64 start;
      double ratio;

      /* Over and over the same 4 MB, as a WAL is. */
      start = g_get_monotonic_time ();
      if (pwrite (fd, bytes, 60 * 1024, (off_t) (i % 68) * 60 * 1024) < 0 || fdatasync (fd) != 0)
        g_error ("%s", path);
      add_time (bare, start);

      start = g_get_monotonic_time ();
      stored = vsl_store_transact (store, save_with_view, changed, g_object_unref, &error);
      add_time (saved, start);
      check (error);
      g_set_object (&article, stored);
      ratio = g_array_index (saved, double, i) / g_array_index (bare, double, i);
      g_array_append_val (ratios, ratio);
    }
  close (fd);
  unlink (path);
  print_times ("bare write and fdatasync, 60 KB", bare);
  print_times ("save of 60 KB, with the cursor", saved);
  printf ("ratio of the medians %.2f, median of the ratios %.2f\n",
          get_quantile (saved, 0.5) / get_quantile (bare, 0.5), get_quantile (ratios, 0.5));
}

static gpointer
save_batch (VslStore *store,
            gpointer  articles,
            GError  **error)
{
  GPtrArray *batch = articles;
  guint i;

  for (i = 0; i < batch->len; i++)
    {
      g_autoptr(VslArticle) stored =
        vsl_store_save_article (store, g_ptr_array_index (batch, i), NOW + g_get_monotonic_time (), error);

      if (stored == NULL)
        return NULL;
    }

  return NULL;
}

static void
bench_fill (VslStore *store,
            guint     n_articles)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  gint64 start = g_get_monotonic_time ();
  guint i;

  for (i = 0; i < n_articles;)
    {
      g_autoptr(GPtrArray) batch = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(GError) error = NULL;
      gpointer nothing;

      while (batch->len < 1000 && i < n_articles)
        g_ptr_array_add (batch, make_article (rand, i++, 5 * 1024));
      nothing = vsl_store_transact (store, save_batch, batch, NULL, &error);
      g_assert (nothing == NULL);
      check (error);
    }
  printf ("%u articles in %.1f s\n", n_articles,
          (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
}

static void
bench_library (VslStore *store)
{
  static const struct
  {
    const char *name;
    VslStoreFilter filter;
    VslStoreSort sort;
  } lists[] = {
    { "ids by change", { 0 }, VSL_STORE_SORT_UPDATED },
    { "ids by headline", { 0 }, VSL_STORE_SORT_HEADLINE },
    { "ids by creation", { 0 }, VSL_STORE_SORT_CREATED },
    { "ids of a status", { .status = "ready" }, VSL_STORE_SORT_UPDATED },
    { "ids of a tag", { .tag = "tag 7" }, VSL_STORE_SORT_UPDATED },
  };
  guint i, round;

  for (i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
      g_autoptr(GArray) pages = g_array_new (FALSE, FALSE, sizeof (double));
      guint length = 0;

      for (round = 0; round < 21; round++)
        {
          g_autoptr(GError) error = NULL;
          gint64 start = g_get_monotonic_time ();
          g_autoptr(GBytes) ids = vsl_store_list_ids (store, &lists[i].filter, lists[i].sort, FALSE, &error);
          g_autoptr(GPtrArray) page = NULL;

          add_time (times, start);
          check (error);
          length = vsl_store_ids_get_length (ids);
          start = g_get_monotonic_time ();
          page = vsl_store_load_summaries (store, ids, length / 22 * round, 50, &error);
          add_time (pages, start);
          check (error);
        }
      printf ("%-16s %6u: ", lists[i].name, length);
      print_times ("", times);
      print_times ("                  page of 50", pages);
    }

  {
    g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

    for (round = 0; round < 11; round++)
      {
        gint64 start = g_get_monotonic_time ();
        g_autoptr(VslStoreCounts) counts = vsl_store_load_counts (store, NULL);

        add_time (times, start);
        g_assert (counts != NULL);
      }
    print_times ("all counts", times);
  }
}

static void
bench_index (VslStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslCache) cache = vsl_cache_open (store, &error);
  gint64 start = g_get_monotonic_time ();
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) calls = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GBytes) ids = NULL;
  g_autoptr(VslSearchQuery) nothing = vsl_search_query_parse ("");
  guint i;

  check (error);
  if (!vsl_cache_sync (cache, &error))
    check (error);
  printf ("whole index: %.1f s\n", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  start = g_get_monotonic_time ();
  if (!vsl_cache_sync (cache, &error))
    check (error);
  printf ("nothing to do: %.1f ms\n", (double) (g_get_monotonic_time () - start) / 1000);

  ids = vsl_store_list_ids (store, NULL, VSL_STORE_SORT_UPDATED, FALSE, &error);
  for (i = 0; i < 500; i++)
    {
      const char *id = vsl_store_ids_get (ids, i * 37 % vsl_store_ids_get_length (ids));
      g_autoptr(VslArticle) article = vsl_store_load_article (store, id, &error);
      g_autoptr(VslArticle) changed = change_body (article, (char) ('a' + i % 26));
      g_autoptr(VslArticle) stored = vsl_store_save_article (store, changed, NOW, &error);
      g_autoptr(VslSearchResult) result = NULL;

      check (error);
      start = g_get_monotonic_time ();
      vsl_cache_update (cache, id);
      add_time (calls, start);
      /* An empty search queues behind the update, and costs nothing itself. */
      result = vsl_cache_search (cache, nothing, 1, &error);
      add_time (times, start);
      check (error);
    }
  print_times ("update, for the caller", calls);
  print_times ("update, in its own thread", times);
  vsl_cache_close (cache);
}

/* The same statement without us, rows thrown away as the shell would print them. */
static void
run_bare (sqlite3    *db,
          const char *match)
{
  static const char sql[] =
    "SELECT e.id, highlight (search, 0, char (2), char (3)),"
    " snippet (search, -1, char (2), char (3), '…', 24), search.rank"
    " FROM search JOIN entry AS e ON e.number = search.rowid WHERE search MATCH ?"
    " ORDER BY search.rank LIMIT 20";
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    ;
  sqlite3_finalize (statement);
}

static void
bench_search (VslStore   *store,
              const char *directory)
{
  static const char *const queries[] = { "w15000 ", "w9000", "w1200 w300 ", "\"w3 w2\"", "w0 ",
                                         "w1", "tag:\"tag 7\" w5 ", "deelnemer:Naam12 ", "kop:w1" };
  g_autoptr(GError) error = NULL;
  g_autoptr(VslCache) cache = vsl_cache_open (store, &error);
  g_autofree char *path = g_build_filename (directory, "cache.db", NULL);
  sqlite3 *db = NULL;
  guint i, round;

  check (error);
  if (!vsl_cache_sync (cache, &error))
    check (error);
  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", path);
  for (i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr(VslSearchQuery) query = vsl_search_query_parse (queries[i]);
      g_autoptr(GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
      g_autoptr(GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
      guint n_found = 0;
      gboolean ranked = FALSE;

      /* The commonest words take the bare side a second or two each time. */
      for (round = 0; round < (ranked || round == 0 ? 41 : 5); round++)
        {
          gint64 start = g_get_monotonic_time ();
          g_autoptr(VslSearchResult) result = NULL;

          run_bare (db, query->match);
          add_time (bare, start);
          start = g_get_monotonic_time ();
          result = vsl_cache_search (cache, query, 20, &error);
          add_time (ours, start);
          check (error);
          n_found = result->n_found;
          ranked = result->ranked;
        }
      printf ("%-20s %10u %s  ours p50 %7.2f p95 %7.2f ms   bare p50 %7.2f p95 %7.2f ms   ratio %.2f\n",
              queries[i], n_found, ranked ? "ranked" : "newest", get_quantile (ours, 0.5),
              get_quantile (ours, 0.95), get_quantile (bare, 0.5), get_quantile (bare, 0.95),
              get_quantile (ours, 0.5) / get_quantile (bare, 0.5));
    }
  sqlite3_close (db);
  vsl_cache_close (cache);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslStore) store = NULL;
  guint number;

  if (argc < 3)
    {
      fprintf (stderr, "store-bench commit|fill|library|index|search DIRECTORY [NUMBER]\n");
      return 2;
    }

  number = argc > 3 ? (guint) atoi (argv[3]) : 0;
  store = vsl_store_open (argv[2], VSL_STORE_READ_WRITE, &error);
  check (error);
  if (g_str_equal (argv[1], "commit"))
    bench_commit (store, argv[2], number > 0 ? number : 1000);
  else if (g_str_equal (argv[1], "fill"))
    bench_fill (store, number > 0 ? number : 100000);
  else if (g_str_equal (argv[1], "library"))
    bench_library (store);
  else if (g_str_equal (argv[1], "index"))
    bench_index (store);
  else if (g_str_equal (argv[1], "search"))
    bench_search (store, argv[2]);
  if (!vsl_store_close (store, &error))
    check (error);

  return 0;
}
