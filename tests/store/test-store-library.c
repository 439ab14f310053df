/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "store/vsl-store-counts.h"

/* The library of the tests, oldest first. */
static const struct
{
  const char *headline;
  VslStatus status;
  const char *tags;
  gboolean on_site;
  gboolean deleted;
  const char *event;
} articles[] = {
  { "alfa", VSL_STATUS_DRAFT, "Water|dijken", FALSE, FALSE, "Polderdebat" },
  { "bravo", VSL_STATUS_READY, "water", TRUE, FALSE, "polderDEBAT" },
  { "charlie", VSL_STATUS_DRAFT, "één|Zorg", FALSE, FALSE, "" },
  { "delta", VSL_STATUS_DRAFT, "water|bin only", FALSE, TRUE, "Polderdebat" },
  { "echo", VSL_STATUS_PUBLISHED, "", TRUE, FALSE, "Avond" },
};

static const struct
{
  const char *name;
  VslStoreFilter filter;
  const char *headlines;
} lists[] = {
  { "all", { 0 }, "echo charlie bravo alfa" },
  { "status", { .status = "draft" }, "charlie alfa" },
  { "status-empty", { .status = "idea" }, "" },
  { "status-unknown", { .status = "draft' OR 1 --" }, "" },
  { "tag", { .tag = "water" }, "bravo alfa" },
  { "tag-case", { .tag = "WATER" }, "bravo alfa" },
  { "tag-accent", { .tag = "Een" }, "charlie" },
  { "site", { .site = "krant" }, "echo bravo" },
  { "site-case", { .site = "Krant" }, "echo bravo" },
  { "site-unknown", { .site = "blad" }, "" },
  { "status-and-site", { .status = "ready", .site = "krant" }, "bravo" },
  { "status-and-tag", { .status = "draft", .tag = "water" }, "alfa" },
  { "event", { .event = "POLDERDEBAT" }, "bravo alfa" },
  { "event-empty", { .event = "" }, "" },
  { "outbox", { .outbox = "confirmed" }, "echo bravo" },
  { "outbox-none", { .outbox = "conflict" }, "" },
  { "limit", { .limit = 2 }, "echo charlie" },
  { "page", { .offset = 1, .limit = 2 }, "charlie bravo" },
  { "past-the-end", { .offset = 9, .limit = 2 }, "" },
  { "bin", { .deleted = TRUE }, "delta" },
  { "bin-status", { .deleted = TRUE, .status = "ready" }, "" },
};

static void
publish (VslStore   *store,
         VslArticle *article)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslRemoteCopy) copy = vsl_remote_copy_new ("7", "t", VSL_REMOTE_PUBLISH, NULL, NULL,
                                                       NULL, NULL, NULL);
  g_autoptr(VslOutboxRow) row =
    vsl_outbox_row_new (0, vsl_article_get_id (article), "krant", NULL, VSL_OUTBOX_CONFIRMED, 1,
                        VSL_REMOTE_PUBLISH, 0, copy, NULL, 0);
  g_autoptr(VslOutboxRow) stored = vsl_store_save_outbox_row (store, row, NOW, &error);

  g_assert_no_error (error);
}

static VslStore *
fill (Fixture *fixture)
{
  VslStore *store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslSite) site = vsl_site_new ("krant", VSL_BRAND_FOLDER, "/krant", NULL, NULL, NULL);
  guint i;

  g_assert_true (vsl_store_add_site (store, site, NULL));
  for (i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);
      g_auto(GStrv) tags = g_strsplit (articles[i].tags, "|", -1);
      g_autoptr(VslArticle) article = NULL;
      g_autoptr(VslArticle) stored = NULL;

      vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, articles[i].headline);
      vsl_article_builder_set_text (builder, VSL_FIELD_BODY, "een twee drie");
      vsl_article_builder_set_status (builder, articles[i].status);
      vsl_article_builder_set_text (builder, VSL_FIELD_EVENT, articles[i].event);
      vsl_article_builder_set_tags (builder, (const char *const *) tags);
      article = vsl_article_builder_end (g_steal_pointer (&builder));
      stored = save (store, article, NOW + i * SECOND);
      if (articles[i].on_site)
        publish (store, stored);
      if (articles[i].deleted)
        g_assert_true (vsl_store_delete_article (store, vsl_article_get_id (stored), NOW, NULL));
    }

  return store;
}

static char *
join_headlines (GPtrArray *summaries)
{
  g_autoptr(GPtrArray) headlines = g_ptr_array_new ();
  guint i;

  for (i = 0; i < summaries->len; i++)
    g_ptr_array_add (headlines, (char *) vsl_article_summary_get_headline (summaries->pdata[i]));
  g_ptr_array_add (headlines, NULL);

  return g_strjoinv (" ", (char **) headlines->pdata);
}

static void
test_list (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(VslStore) store = fill (fixture);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) summaries = vsl_store_list_articles (store, &lists[i].filter, &error);
      g_autofree char *headlines = NULL;

      g_assert_no_error (error);
      headlines = join_headlines (summaries);
      g_test_message ("%s", lists[i].name);
      g_assert_cmpstr (headlines, ==, lists[i].headlines);
    }
}

static void
test_summary (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(VslStore) store = fill (fixture);
  g_autoptr(GPtrArray) summaries = vsl_store_list_articles (store, NULL, NULL);
  VslArticleSummary *newest = g_ptr_array_index (summaries, 0);
  VslArticleSummary *oldest = g_ptr_array_index (summaries, 3);
  g_autoptr(VslArticleSummary) loaded = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (vsl_article_summary_get_words (oldest), ==, 3);
  g_assert_cmpint (vsl_article_summary_get_status (newest), ==, VSL_STATUS_PUBLISHED);
  g_assert_cmpint (vsl_article_summary_get_updated_at (newest), ==, NOW + 4 * SECOND);
  g_assert_true (g_strv_equal (vsl_article_summary_get_tags (oldest),
                               (const char *[]) { "Water", "dijken", NULL }));
  g_assert_true (g_strv_equal (vsl_article_summary_get_tags (newest), (const char *[]) { NULL }));
  g_assert_true (g_strv_equal (vsl_article_summary_get_sites (newest),
                               (const char *[]) { "krant", NULL }));
  g_assert_true (g_strv_equal (vsl_article_summary_get_sites (oldest), (const char *[]) { NULL }));

  loaded = vsl_store_load_summary (store, vsl_article_summary_get_id (oldest), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_article_summary_get_headline (loaded), ==, "alfa");
  g_clear_object (&loaded);
  loaded = vsl_store_load_summary (store, "0000000000", &error);
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
}

static void
test_tags (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(VslStore) store = fill (fixture);
  g_auto(GStrv) tags = vsl_store_list_tags (store, NULL);

  /* “water” of bravo is newer than “Water” of alfa; what only the bin has is not offered. */
  g_assert_true (g_strv_equal ((const char *const *) tags,
                               (const char *[]) { "dijken", "één", "water", "Zorg", NULL }));
}

static const struct
{
  VslStoreSort sort;
  gboolean reversed;
  const char *headlines;
} orders[] = {
  { VSL_STORE_SORT_UPDATED, FALSE, "alfa echo charlie bravo" },
  { VSL_STORE_SORT_UPDATED, TRUE, "bravo charlie echo alfa" },
  { VSL_STORE_SORT_CREATED, FALSE, "echo charlie bravo alfa" },
  { VSL_STORE_SORT_CREATED, TRUE, "alfa bravo charlie echo" },
  { VSL_STORE_SORT_HEADLINE, FALSE, "alfa bravo charlie echo" },
  { VSL_STORE_SORT_HEADLINE, TRUE, "echo charlie bravo alfa" },
};

static void
test_pages (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(VslStore) store = fill (fixture);
  g_autoptr(GPtrArray) all = vsl_store_list_articles (store, NULL, NULL);
  g_autoptr(VslArticle) oldest =
    vsl_store_load_article (store, vsl_article_summary_get_id (all->pdata[3]), NULL);
  g_autoptr(VslArticle) changed = save (store, oldest, NOW + 99 * SECOND);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) ids = vsl_store_list_ids (store, NULL, orders[i].sort, orders[i].reversed, &error);
      g_autoptr(GPtrArray) whole = NULL;
      g_autoptr(GPtrArray) page = NULL;
      g_autoptr(GPtrArray) past = NULL;
      g_autofree char *headlines = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (vsl_store_ids_get_length (ids), ==, 4);
      whole = vsl_store_load_summaries (store, ids, 0, 100, &error);
      headlines = join_headlines (whole);
      g_assert_cmpstr (headlines, ==, orders[i].headlines);
      page = vsl_store_load_summaries (store, ids, 1, 2, &error);
      g_assert_cmpuint (page->len, ==, 2);
      g_assert_cmpstr (vsl_article_summary_get_id (page->pdata[0]), ==, vsl_store_ids_get (ids, 1));
      past = vsl_store_load_summaries (store, ids, 9, 2, &error);
      g_assert_cmpuint (past->len, ==, 0);
    }
}

static char *
join_counts (GPtrArray *counts)
{
  g_autoptr(GString) out = g_string_new (NULL);
  guint i;

  for (i = 0; i < counts->len; i++)
    {
      VslNamedCount *count = g_ptr_array_index (counts, i);

      g_string_append_printf (out, "%s%s %u", i > 0 ? ", " : "", count->name, count->count);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_counts (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(VslStore) store = fill (fixture);
  g_autoptr(VslSite) site = vsl_site_new ("blad", VSL_BRAND_FOLDER, "/blad", NULL, NULL, NULL);
  g_autoptr(VslStoreCounts) counts = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *tags = NULL;
  g_autofree char *events = NULL;
  g_autofree char *sites = NULL;

  g_assert_true (vsl_store_add_site (store, site, NULL));
  counts = vsl_store_load_counts (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts->all, ==, 4);
  g_assert_cmpuint (counts->bin, ==, 1);
  g_assert_cmpuint (counts->statuses[VSL_STATUS_DRAFT], ==, 2);
  g_assert_cmpuint (counts->statuses[VSL_STATUS_IDEA], ==, 0);
  g_assert_cmpuint (counts->outbox[VSL_OUTBOX_CONFIRMED], ==, 2);
  tags = join_counts (counts->tags);
  g_assert_cmpstr (tags, ==, "Water 2, dijken 1, één 1, Zorg 1");
  events = join_counts (counts->events);
  g_assert_cmpstr (events, ==, "Avond 1, Polderdebat 2");
  sites = join_counts (counts->sites);
  g_assert_cmpstr (sites, ==, "blad 0, krant 2");
}

/* A second connection of the same process reads what the first one wrote, and cannot write. */
static void
test_beside_writer (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr(VslStore) store = fill (fixture);
  g_autoptr(VslStore) reader = fixture_open (fixture, VSL_STORE_READ_ONLY);
  g_autoptr(VslArticle) article = make_article ("foxtrot", "");
  g_autoptr(VslArticle) stored = save (store, article, NOW + 9 * SECOND);
  g_autoptr(GPtrArray) summaries = vsl_store_list_articles (reader, NULL, NULL);
  g_autofree char *headlines = join_headlines (summaries);
  g_autoptr(VslArticle) refused = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (headlines, ==, "foxtrot echo charlie bravo alfa");
  refused = vsl_store_save_article (reader, article, NOW, &error);
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_READ_ONLY);
  assert_sound (reader);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/store-library/list", test_list);
  add_test ("/store-library/summary", test_summary);
  add_test ("/store-library/tags", test_tags);
  add_test ("/store-library/pages", test_pages);
  add_test ("/store-library/counts", test_counts);
  add_test ("/store-library/beside-writer", test_beside_writer);

  return g_test_run ();
}
