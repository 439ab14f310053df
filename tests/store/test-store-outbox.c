/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "store/vsl-store-outbox-history.h"
#include "store/vsl-store-bin.h"
#include "store/vsl-store-snapshots.h"

static VslSite *
make_site (const char *name,
           const char *url)
{
  return vsl_site_new (name, VSL_BRAND_WORDPRESS, url, "redactie", "https://krant.example/wp-json/",
                       "De Krant");
}

static void
add_site (VslStore   *store,
          const char *name,
          const char *url)
{
  g_autoptr(VslSite) site = make_site (name, url);
  g_autoptr(GError) error = NULL;

  g_assert_true (vsl_store_add_site (store, site, &error));
  g_assert_no_error (error);
}

static VslOutboxRow *
put_row (VslStore      *store,
         const char    *article_id,
         const char    *token,
         VslOutboxState state,
         VslRemoteCopy *copy,
         GError       **error)
{
  g_autoptr(VslOutboxRow) row = vsl_outbox_row_new (0, article_id, "krant", token, state, 3,
                                                    VSL_REMOTE_FUTURE, NOW + SECOND, copy,
                                                    "hoe het ging", 0);

  return vsl_store_save_outbox_row (store, row, NOW, error);
}

static void
test_sites (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslSite) twin = make_site ("KRANT", "https://elders.example/");
  g_autoptr(VslSite) loaded = NULL;
  g_autoptr(GPtrArray) sites = NULL;
  g_autoptr(GError) error = NULL;

  add_site (store, "krant", "https://krant.example/");
  add_site (store, "blad", "https://blad.example/");
  sites = vsl_store_list_sites (store, NULL);
  g_assert_cmpuint (sites->len, ==, 2);
  g_assert_cmpstr (vsl_site_get_name (sites->pdata[0]), ==, "blad");

  loaded = vsl_store_load_site (store, "Krant", &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_site_get_brand (loaded), ==, VSL_BRAND_WORDPRESS);
  g_assert_cmpstr (vsl_site_get_url (loaded), ==, "https://krant.example/");
  g_assert_cmpstr (vsl_site_get_user (loaded), ==, "redactie");
  g_assert_cmpstr (vsl_site_get_api_root (loaded), ==, "https://krant.example/wp-json/");
  g_assert_cmpstr (vsl_site_get_title (loaded), ==, "De Krant");

  g_assert_false (vsl_store_add_site (store, twin, &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_true (vsl_store_remove_site (store, "krant", &error));
  g_assert_false (vsl_store_remove_site (store, "krant", &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_clear_object (&loaded);
  loaded = vsl_store_load_site (store, "krant", &error);
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
}

static void
test_token_for_life (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "x");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  const char *id = vsl_article_get_id (stored);
  g_autoptr(VslRemoteCopy) copy = vsl_remote_copy_new ("41", "mark", VSL_REMOTE_FUTURE, "u", "e",
                                                       "r", "m", "h");
  g_autoptr(VslOutboxRow) first = NULL;
  g_autoptr(VslOutboxRow) second = NULL;
  g_autoptr(VslOutboxRow) loaded = NULL;
  g_autoptr(VslOutboxRow) refused = NULL;
  g_autoptr(GError) error = NULL;

  add_site (store, "krant", "https://krant.example/");
  first = put_row (store, id, NULL, VSL_OUTBOX_QUEUED, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_uuid_string_is_valid (vsl_outbox_row_get_token (first)));
  g_assert_null (vsl_outbox_row_get_copy (first));

  /* Without a token and with the right one: the same row. */
  second = put_row (store, id, vsl_outbox_row_get_token (first), VSL_OUTBOX_CONFIRMED, copy, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_outbox_row_get_row_id (second), ==, vsl_outbox_row_get_row_id (first));
  g_clear_object (&second);
  second = put_row (store, id, NULL, VSL_OUTBOX_CONFIRMED, copy, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_outbox_row_get_token (second), ==, vsl_outbox_row_get_token (first));

  loaded = vsl_store_load_outbox_row (store, id, "krant", &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_outbox_row_get_state (loaded), ==, VSL_OUTBOX_CONFIRMED);
  g_assert_cmpint (vsl_outbox_row_get_wanted (loaded), ==, VSL_REMOTE_FUTURE);
  g_assert_cmpint (vsl_outbox_row_get_wanted_at (loaded), ==, NOW + SECOND);
  g_assert_cmpint (vsl_outbox_row_get_article_revision (loaded), ==, 3);
  g_assert_cmpstr (vsl_outbox_row_get_message (loaded), ==, "hoe het ging");
  g_assert_cmpstr (vsl_remote_copy_get_remote_id (vsl_outbox_row_get_copy (loaded)), ==, "41");
  g_assert_cmpstr (vsl_remote_copy_get_content_hash (vsl_outbox_row_get_copy (loaded)), ==, "h");
  g_assert_cmpint (vsl_remote_copy_get_status (vsl_outbox_row_get_copy (loaded)), ==,
                   VSL_REMOTE_FUTURE);

  refused = put_row (store, id, "6a2f41a3-c54c-fce8-32d2-0324e1c32e22", VSL_OUTBOX_QUEUED, NULL, &error);
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CONFLICT);
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM outbox"), ==, 1);
}

static void
test_not_found (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "x");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  g_autoptr(GError) error = NULL;

  g_assert_null (put_row (store, vsl_article_get_id (stored), NULL, VSL_OUTBOX_QUEUED, NULL, &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  add_site (store, "krant", "https://krant.example/");
  g_assert_null (put_row (store, "0000000000", NULL, VSL_OUTBOX_QUEUED, NULL, &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (vsl_store_load_outbox_row (store, vsl_article_get_id (stored), "krant", &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
}

/* What was on its way when the program ended may have arrived or not. */
static void
test_doubt_after_restart (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "x");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  const char *id = vsl_article_get_id (stored);
  g_autoptr(VslOutboxRow) row = NULL;
  g_autoptr(VslOutboxRow) loaded = NULL;
  g_autoptr(GPtrArray) open_rows = NULL;

  add_site (store, "krant", "https://krant.example/");
  row = put_row (store, id, NULL, VSL_OUTBOX_SENDING, NULL, NULL);
  g_assert_cmpint (vsl_outbox_row_get_state (row), ==, VSL_OUTBOX_SENDING);
  g_clear_object (&store);

  store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  loaded = vsl_store_load_outbox_row (store, id, "krant", NULL);
  g_assert_cmpint (vsl_outbox_row_get_state (loaded), ==, VSL_OUTBOX_IN_DOUBT);
  g_assert_cmpstr (vsl_outbox_row_get_token (loaded), ==, vsl_outbox_row_get_token (row));
  g_assert_cmpint (vsl_outbox_row_get_plan (loaded)->next_at, >, 0);
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM outbox_event WHERE what = 'found'"), ==, 1);
  open_rows = vsl_store_list_outbox (store, NULL, NULL);
  g_assert_cmpuint (open_rows->len, ==, 1);
}

/* A site that comes back under its name: the same one keeps its copies, another one only tokens. */
static const struct
{
  const char *name;
  const char *url;
  VslOutboxState state;
  gboolean copy;
} returns[] = {
  { "same", "https://krant.example/", VSL_OUTBOX_CONFIRMED, TRUE },
  { "other", "https://nieuw.example/", VSL_OUTBOX_IN_DOUBT, FALSE },
};

static void
test_site_returns (Fixture      *fixture,
                   gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "x");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  const char *id = vsl_article_get_id (stored);
  g_autoptr(VslRemoteCopy) copy = vsl_remote_copy_new ("41", NULL, VSL_REMOTE_DRAFT, NULL, NULL,
                                                       NULL, NULL, NULL);
  g_autoptr(VslOutboxRow) row = NULL;
  g_autoptr(VslOutboxRow) loaded = NULL;
  g_autoptr(VslArticleSummary) without = NULL;
  g_autoptr(VslArticleSummary) with = NULL;

  add_site (store, "krant", "https://krant.example/");
  row = put_row (store, id, NULL, VSL_OUTBOX_CONFIRMED, copy, NULL);
  g_assert_true (vsl_store_remove_site (store, "krant", NULL));
  without = vsl_store_load_summary (store, id, NULL);
  g_assert_null (vsl_article_summary_get_sites (without)[0]);

  add_site (store, "krant", returns[i].url);
  loaded = vsl_store_load_outbox_row (store, id, "krant", NULL);
  g_assert_cmpint (vsl_outbox_row_get_state (loaded), ==, returns[i].state);
  g_assert_cmpstr (vsl_outbox_row_get_token (loaded), ==, vsl_outbox_row_get_token (row));
  g_assert_true ((vsl_outbox_row_get_copy (loaded) != NULL) == returns[i].copy);
  with = vsl_store_load_summary (store, id, NULL);
  g_assert_true ((vsl_article_summary_get_sites (with)[0] != NULL) == returns[i].copy);
}

static void
test_settings (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslSite) site = make_site ("krant", "https://krant.example/");
  g_autoptr(VslSite) chosen = vsl_site_new_with_setting (site, "credit", "line");
  g_autoptr(VslSite) stranger = make_site ("blad", "https://blad.example/");
  g_autoptr(VslSite) loaded = NULL;
  g_autoptr(GError) error = NULL;

  add_site (store, "krant", "https://krant.example/");
  g_assert_true (vsl_store_save_site_settings (store, chosen, &error));
  g_assert_no_error (error);
  loaded = vsl_store_load_site (store, "krant", NULL);
  g_assert_cmpstr (vsl_site_get_setting (loaded, "credit"), ==, "line");
  g_assert_false (vsl_store_save_site_settings (store, stranger, &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
}

/* The plan and the history of a row are stored with it, and the versions it needs are not thinned. */
static void
test_history (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "x");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  const char *id = vsl_article_get_id (stored);
  g_autoptr(VslSnapshot) snapshot =
    vsl_store_add_snapshot (store, id, VSL_SNAPSHOT_BEFORE_PUBLISH, NULL, NOW, NULL);
  VslOutboxPlan plan = { .attempts = 2, .next_at = NOW + SECOND, .options = "{\"as\":\"publish\"}",
                         .snapshot = vsl_snapshot_get_number (snapshot), .base_length = 7 };
  g_autoptr(VslOutboxRow) bare = NULL;
  g_autoptr(VslOutboxRow) planned = NULL;
  g_autoptr(VslOutboxRow) row = NULL;
  g_autoptr(VslOutboxRow) loaded = NULL;
  g_autoptr(GPtrArray) events = NULL;
  g_autoptr(VslRemoteText) theirs = vsl_remote_text_new ("Hun kop", NULL, "tekst", "blocks", "h", NOW);
  g_autoptr(VslRemoteText) kept = NULL;
  g_autoptr(GError) error = NULL;

  add_site (store, "krant", "https://krant.example/");
  bare = vsl_outbox_row_new (0, id, "krant", NULL, VSL_OUTBOX_SENDING, 1, VSL_REMOTE_PUBLISH, 0, NULL,
                             NULL, 0);
  planned = vsl_outbox_row_new_with_plan (bare, &plan);
  row = vsl_store_record_outbox_row (store, planned, VSL_OUTBOX_WHAT_SENDING, NULL, NOW, &error);
  g_assert_no_error (error);
  g_clear_object (&row);
  row = vsl_store_record_outbox_row (store, planned, VSL_OUTBOX_WHAT_CREATED, "41", NOW + 1, &error);
  g_assert_no_error (error);

  loaded = vsl_store_load_outbox_row (store, id, "krant", NULL);
  g_assert_cmpuint (vsl_outbox_row_get_plan (loaded)->attempts, ==, 2);
  g_assert_cmpint (vsl_outbox_row_get_plan (loaded)->next_at, ==, NOW + SECOND);
  g_assert_cmpstr (vsl_outbox_row_get_plan (loaded)->options, ==, plan.options);
  g_assert_cmpint (vsl_outbox_row_get_plan (loaded)->snapshot, ==, plan.snapshot);
  g_assert_cmpint (vsl_outbox_row_get_plan (loaded)->base_snapshot, ==, 0);
  g_assert_cmpint (vsl_outbox_row_get_plan (loaded)->base_length, ==, 7);

  events = vsl_store_list_outbox_events (store, vsl_outbox_row_get_row_id (row), NULL);
  g_assert_cmpuint (events->len, ==, 2);
  g_assert_cmpint (vsl_outbox_event_get_what (events->pdata[1]), ==, VSL_OUTBOX_WHAT_CREATED);
  g_assert_cmpstr (vsl_outbox_event_get_detail (events->pdata[1]), ==, "41");
  g_assert_cmpint (vsl_outbox_event_get_at (events->pdata[1]), ==, NOW + 1);

  g_assert_true (vsl_store_save_theirs (store, vsl_outbox_row_get_row_id (row), theirs, &error));
  kept = vsl_store_load_theirs (store, vsl_outbox_row_get_row_id (row), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_remote_text_get_title (kept), ==, "Hun kop");
  g_assert_cmpstr (vsl_remote_text_get_format (kept), ==, "blocks");
}

/* The version that is being sent outlives any number of newer ones. */
static void
test_version_is_kept (Fixture      *fixture,
                      gconstpointer data)
{
  g_auto(GStrv) ended = NULL;
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop 0", "x");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  g_autofree char *id = g_strdup (vsl_article_get_id (stored));
  VslOutboxPlan plan = { 0 };
  g_autoptr(VslOutboxRow) bare = NULL;
  g_autoptr(VslOutboxRow) planned = NULL;
  g_autoptr(VslOutboxRow) row = NULL;
  g_autoptr(VslSnapshot) first = NULL;
  g_autoptr(VslSnapshot) still = NULL;
  gint64 number = 0;
  guint i;

  add_site (store, "krant", "https://krant.example/");
  for (i = 1; i < 30; i++)
    {
      g_autofree char *headline = g_strdup_printf ("Kop %u", i);
      VslArticleBuilder *builder = vsl_article_builder_new (stored);
      g_autoptr(VslArticle) changed = NULL;
      g_autoptr(VslSnapshot) snapshot = NULL;

      snapshot = vsl_store_add_snapshot (store, id, VSL_SNAPSHOT_MINUTE, NULL, NOW + i * SECOND, NULL);
      if (i == 3)
        {
          number = plan.snapshot = vsl_snapshot_get_number (snapshot);
          bare = vsl_outbox_row_new (0, id, "krant", NULL, VSL_OUTBOX_QUEUED, 1, VSL_REMOTE_PUBLISH, 0,
                                     NULL, NULL, 0);
          planned = vsl_outbox_row_new_with_plan (bare, &plan);
          row = vsl_store_save_outbox_row (store, planned, NOW, NULL);
          g_assert_nonnull (row);
        }
      vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, headline);
      changed = vsl_article_builder_end (builder);
      g_clear_object (&stored);
      stored = save (store, changed, NOW + i * SECOND);
    }

  ended = vsl_store_tidy (store, NOW + 400 * 24 * 3600 * SECOND, NULL);
  g_assert_nonnull (ended);
  still = vsl_store_load_snapshot (store, id, number, NULL);
  g_assert_nonnull (still);
  first = vsl_store_load_snapshot (store, id, number + 1, NULL);
  g_assert_null (first);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  add_test ("/store-outbox/sites", test_sites);
  add_test ("/store-outbox/token-for-life", test_token_for_life);
  add_test ("/store-outbox/not-found", test_not_found);
  add_test ("/store-outbox/doubt-after-restart", test_doubt_after_restart);
  add_test ("/store-outbox/settings", test_settings);
  add_test ("/store-outbox/history", test_history);
  add_test ("/store-outbox/version-is-kept", test_version_is_kept);
  for (i = 0; i < G_N_ELEMENTS (returns); i++)
    {
      g_autofree char *path = g_strconcat ("/store-outbox/site-returns/", returns[i].name, NULL);

      add_case (path, GUINT_TO_POINTER (i), test_site_returns);
    }

  return g_test_run ();
}
