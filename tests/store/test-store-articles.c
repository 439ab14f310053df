/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include <string.h>

static void
add_person (VslArticleBuilder *builder,
            const char        *given,
            const char        *prefix,
            const char        *family,
            gboolean           as_registered,
            gboolean           chair)
{
  g_autoptr(VslPerson) person = vsl_person_new (given, prefix, family, as_registered);
  g_autoptr(VslParticipant) participant =
    vsl_participant_new (person, "dijkgraaf", "waterschap Noordzijl", chair);

  vsl_article_builder_add_participant (builder, participant);
}

/* An article with something in every place where something can be. */
static VslArticle *
make_full_article (void)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);
  g_autoptr(VslPicture) picture = vsl_picture_new ("a1b2", "image/jpeg", "Beeldbank Noordzijl",
                                                   "De dijk bij nacht", "Een dijk");
  guint i;

  for (i = 0; i < VSL_N_FIELDS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s: ‘één’ — “𝄞”\n\ttab", vsl_field_get_name (i));

      vsl_article_builder_set_text (builder, i, text);
    }
  vsl_article_builder_set_kind (builder, VSL_KIND_INTERVIEW);
  vsl_article_builder_set_status (builder, VSL_STATUS_COPY_DESK);
  vsl_article_builder_set_language (builder, "en");
  vsl_article_builder_add_tag (builder, "water");
  vsl_article_builder_add_tag (builder, "Één dijk");
  add_person (builder, "Jelle", "van der", "Meer", FALSE, FALSE);
  add_person (builder, "An", "", "Van Damme", TRUE, TRUE);
  vsl_article_builder_add_picture (builder, picture);

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_full_article ();
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  g_autoptr(VslArticle) loaded = NULL;
  g_autoptr(VslArticle) reopened = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (strlen (vsl_article_get_id (stored)), ==, 10);
  g_assert_cmpint (vsl_article_get_revision (stored), ==, 1);
  g_assert_cmpint (vsl_article_get_created_at (stored), ==, NOW);
  g_assert_true (vsl_article_same_content (article, stored));

  loaded = vsl_store_load_article (store, vsl_article_get_id (stored), &error);
  g_assert_no_error (error);
  g_assert_true (vsl_article_same_content (article, loaded));
  g_assert_cmpint (vsl_article_get_revision (loaded), ==, 1);
  g_assert_cmpint (vsl_article_get_updated_at (loaded), ==, NOW);

  g_assert_true (vsl_store_close (store, &error));
  g_assert_no_error (error);
  g_clear_object (&store);
  store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  reopened = vsl_store_load_article (store, vsl_article_get_id (stored), &error);
  g_assert_no_error (error);
  g_assert_true (vsl_article_same_content (article, reopened));
  assert_sound (store);
}

/* Whatever an editor may have in an article comes back letter for letter. */
static const struct
{
  const char *name;
  const char *body;
} bodies[] = {
  { "empty", "" },
  { "blank", " \n\t\n" },
  { "quotes", "it's; DROP TABLE article; -- \"x\" `y`" },
  { "combining", "e\xcc\x81\xcc\x82" },
  { "line-ends", "een\r\ntwee\rdrie\xe2\x80\xa8vier" },
  { "parameters", ":id ?1 @x $y %s %n" },
};

static void
test_body (Fixture      *fixture,
           gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article (bodies[i].body, bodies[i].body);
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslArticle) loaded = vsl_store_load_article (store, vsl_article_get_id (stored), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (vsl_article_get_text (loaded, VSL_FIELD_BODY), ==, bodies[i].body);
  g_assert_cmpstr (vsl_article_get_text (loaded, VSL_FIELD_HEADLINE), ==, bodies[i].body);
}

static void
test_long_body (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autofree char *body = g_strnfill (10 * 1024 * 1024, 'w');
  g_autoptr(VslArticle) article = make_article ("Lang", body);
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  g_autoptr(VslArticle) loaded = vsl_store_load_article (store, vsl_article_get_id (stored), NULL);

  g_assert_true (vsl_article_same_content (article, loaded));
}

static void
test_update (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_full_article ();
  g_autoptr(VslArticle) first = save (store, article, NOW);
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (first);
  g_autoptr(VslArticle) changed = NULL;
  g_autoptr(VslArticle) second = NULL;
  g_autoptr(VslArticle) third = NULL;
  g_autoptr(VslArticle) loaded = NULL;

  /* Only the text, then the lists too: the two ways of an update. */
  changed = with_body (first, "Een andere tekst.");
  second = save (store, changed, NOW + SECOND);
  g_assert_cmpint (vsl_article_get_revision (second), ==, 2);
  g_assert_cmpint (vsl_article_get_created_at (second), ==, NOW);
  g_assert_cmpint (vsl_article_get_updated_at (second), ==, NOW + SECOND);
  loaded = vsl_store_load_article (store, vsl_article_get_id (first), NULL);
  g_assert_true (vsl_article_same_content (loaded, changed));
  g_clear_object (&loaded);
  g_clear_object (&changed);

  vsl_article_builder_clear_participants (builder);
  add_person (builder, "Noor", "de", "Wit", FALSE, TRUE);
  vsl_article_builder_set_tags (builder, (const char *[]) { "dijken", "water", NULL });
  vsl_article_builder_clear_pictures (builder);
  vsl_article_builder_set_revision (builder, 2);
  changed = vsl_article_builder_end (g_steal_pointer (&builder));
  third = save (store, changed, NOW + 2 * SECOND);
  loaded = vsl_store_load_article (store, vsl_article_get_id (first), NULL);
  g_assert_true (vsl_article_same_content (loaded, changed));
  g_assert_cmpint (vsl_article_get_revision (loaded), ==, 3);
  assert_sound (store);
}

static gpointer
save_and_regret (VslStore *store,
                 gpointer  data,
                 GError  **error)
{
  VslArticle *stored = vsl_store_save_article (store, data, NOW, error);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "on second thoughts");

  return stored;
}

/* What the store remembers of a save that was undone must not shorten the next one. */
static void
test_update_after_undo (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "een twee drie");
  g_autoptr(VslArticle) first = save (store, article, NOW);
  g_autoptr(VslArticle) full = make_full_article ();
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (full);
  g_autoptr(VslArticle) changed = NULL;
  g_autoptr(VslArticle) undone = NULL;
  g_autoptr(VslArticle) second = NULL;
  g_autoptr(VslArticle) third = NULL;
  g_autoptr(VslArticle) loaded = NULL;
  g_autoptr(VslArticle) last = NULL;
  g_autoptr(GError) error = NULL;

  vsl_article_builder_set_id (builder, vsl_article_get_id (first));
  vsl_article_builder_set_revision (builder, 1);
  changed = vsl_article_builder_end (g_steal_pointer (&builder));
  undone = vsl_store_transact (store, save_and_regret, changed, g_object_unref, &error);
  g_assert_null (undone);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (load_number (store, "SELECT revision FROM article"), ==, 1);
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM participant"), ==, 0);

  second = save (store, changed, NOW);
  loaded = vsl_store_load_article (store, vsl_article_get_id (first), NULL);
  g_assert_true (vsl_article_same_content (loaded, full));
  g_assert_cmpint (load_number (store, "SELECT words FROM article"), ==, vsl_article_count_words (full));

  third = with_body (second, "vier vijf");
  last = save (store, third, NOW);
  g_assert_cmpint (load_number (store, "SELECT words FROM article"), ==, vsl_article_count_words (last));
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM participant"), ==, 2);
}

static void
test_conflict (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Kop", "één");
  g_autoptr(VslArticle) first = save (store, article, NOW);
  g_autoptr(VslArticle) ours = with_body (first, "van ons");
  g_autoptr(VslArticle) theirs = with_body (first, "van hen");
  g_autoptr(VslArticle) second = save (store, theirs, NOW + SECOND);
  g_autoptr(VslArticle) refused = NULL;
  g_autoptr(VslArticle) loaded = NULL;
  g_autoptr(GError) error = NULL;

  refused = vsl_store_save_article (store, ours, NOW + 2 * SECOND, &error);
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CONFLICT);
  g_assert_null (refused);
  loaded = vsl_store_load_article (store, vsl_article_get_id (first), NULL);
  g_assert_cmpstr (vsl_article_get_text (loaded, VSL_FIELD_BODY), ==, "van hen");
  g_assert_cmpint (vsl_article_get_revision (loaded), ==, 2);
}

static void
test_own_id (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *id;
    gint64 revision;
    int code; /* -1: stored */
  } cases[] = {
    { "0123456789", 0, -1 },
    { "0123456789", 0, VSL_STORE_ERROR_EXISTS },
    { "0123456789", 4, VSL_STORE_ERROR_CONFLICT },
    { "9876543210", 1, VSL_STORE_ERROR_NOT_FOUND },
    { "012345678", 0, VSL_STORE_ERROR_FAILED },
    { "O123456789", 0, VSL_STORE_ERROR_FAILED },
    { "../../etc/", 0, VSL_STORE_ERROR_FAILED },
  };
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);
      g_autoptr(VslArticle) article = NULL;
      g_autoptr(VslArticle) stored = NULL;
      g_autoptr(GError) error = NULL;

      vsl_article_builder_set_id (builder, cases[i].id);
      vsl_article_builder_set_revision (builder, cases[i].revision);
      article = vsl_article_builder_end (g_steal_pointer (&builder));
      stored = vsl_store_save_article (store, article, NOW, &error);
      if (cases[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, VSL_STORE_ERROR, cases[i].code);
      g_assert_true ((stored != NULL) == (cases[i].code < 0));
    }
  g_assert_cmpint (load_number (store, "SELECT count(*) FROM article"), ==, 1);
}

static void
save_under (VslStore   *store,
            const char *id)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) stored = NULL;

  vsl_article_builder_set_id (builder, id);
  article = vsl_article_builder_end (g_steal_pointer (&builder));
  stored = save (store, article, NOW);
}

static void
test_find (Fixture      *fixture,
           gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *id;
    int code;
  } cases[] = {
    { "abcd111111", "abcd111111", 0 },
    { "abcd1", "abcd111111", 0 },
    { "ABCD-1", "abcd111111", 0 },
    { "abcdI", "abcd111111", 0 },
    { "abcdo", "abcd000000", 0 },
    { "zzzz", "zzzz000000", 0 },
    { "abcd", NULL, VSL_STORE_ERROR_AMBIGUOUS },
    { "zzz", NULL, VSL_STORE_ERROR_NOT_FOUND },
    { "", NULL, VSL_STORE_ERROR_NOT_FOUND },
    { "zzzy", NULL, VSL_STORE_ERROR_NOT_FOUND },
    { "zzzz0000001", NULL, VSL_STORE_ERROR_NOT_FOUND },
    { "zzz%", NULL, VSL_STORE_ERROR_NOT_FOUND },
    { "zzzé", NULL, VSL_STORE_ERROR_NOT_FOUND },
  };
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  guint i;

  save_under (store, "abcd111111");
  save_under (store, "abcd000000");
  save_under (store, "zzzz000000");
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *id = vsl_store_find_article (store, cases[i].typed, &error);

      g_assert_cmpstr (id, ==, cases[i].id);
      if (cases[i].id == NULL)
        g_assert_error (error, VSL_STORE_ERROR, cases[i].code);
      else
        g_assert_no_error (error);
    }
}

static void
test_bin (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) article = make_article ("Weg", "tekst");
  g_autoptr(VslArticle) stored = save (store, article, NOW);
  const char *id = vsl_article_get_id (stored);
  VslStoreFilter bin = { .deleted = TRUE };
  g_autoptr(GPtrArray) listed = NULL;
  g_autoptr(GPtrArray) binned = NULL;
  g_autoptr(VslArticle) loaded = NULL;
  g_autoptr(VslArticleSummary) summary = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (vsl_store_delete_article (store, id, NOW + SECOND, &error));
  g_assert_true (vsl_store_delete_article (store, id, NOW + 9 * SECOND, &error));
  g_assert_no_error (error);
  listed = vsl_store_list_articles (store, NULL, NULL);
  g_assert_cmpuint (listed->len, ==, 0);
  binned = vsl_store_list_articles (store, &bin, NULL);
  g_assert_cmpuint (binned->len, ==, 1);
  summary = vsl_store_load_summary (store, id, NULL);
  g_assert_cmpint (vsl_article_summary_get_deleted_at (summary), ==, NOW + SECOND);
  loaded = vsl_store_load_article (store, id, NULL);
  g_assert_true (vsl_article_same_content (loaded, article));

  g_assert_true (vsl_store_undelete_article (store, id, &error));
  g_assert_true (vsl_store_undelete_article (store, id, &error));
  g_assert_no_error (error);
  g_clear_pointer (&listed, g_ptr_array_unref);
  listed = vsl_store_list_articles (store, NULL, NULL);
  g_assert_cmpuint (listed->len, ==, 1);

  g_assert_false (vsl_store_delete_article (store, "0000000000", NOW, &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
}

static gpointer
save_and_list (VslStore *store,
               gpointer  data,
               GError  **error)
{
  g_autoptr(VslArticle) stored = vsl_store_save_article (store, data, NOW, error);

  return stored != NULL ? vsl_store_list_articles (store, NULL, error) : NULL;
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **taken = user_data;

  *taken = g_object_ref (result);
}

static void
test_async (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) late = NULL;
  g_autoptr(GPtrArray) listed = NULL;
  g_autoptr(GError) error = NULL;

  vsl_store_call_async (store, save_and_list, make_article ("Kop", "x"), g_object_unref,
                        (GDestroyNotify) g_ptr_array_unref, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  listed = vsl_store_call_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 1);

  g_assert_true (vsl_store_close (store, &error));
  g_assert_true (vsl_store_close (store, &error));
  vsl_store_call_async (store, save_and_list, make_article ("Kop", "x"), g_object_unref,
                        (GDestroyNotify) g_ptr_array_unref, take_result_cb, &late);
  while (late == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (vsl_store_call_finish (store, late, &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (vsl_store_list_articles (store, NULL, &error));
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED);
}

/* The last reference is dropped while calls are under way: they are done, and nothing hangs. */
static void
test_drop_with_work (Fixture      *fixture,
                     gconstpointer data)
{
  VslStore *store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslStore) again = NULL;
  int i;

  for (i = 0; i < 20; i++)
    vsl_store_call_async (store, save_and_list, make_article ("Kop", "x"), g_object_unref,
                          (GDestroyNotify) g_ptr_array_unref, NULL, NULL);
  g_object_unref (store);
  while (again == NULL)
    {
      again = vsl_store_open (fixture->directory, VSL_STORE_READ_WRITE, NULL);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpint (load_number (again, "SELECT count(*) FROM article"), ==, 20);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  add_test ("/store-articles/round-trip", test_round_trip);
  for (i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *path = g_strconcat ("/store-articles/body/", bodies[i].name, NULL);

      add_case (path, GUINT_TO_POINTER (i), test_body);
    }
  add_test ("/store-articles/long-body", test_long_body);
  add_test ("/store-articles/update", test_update);
  add_test ("/store-articles/update-after-undo", test_update_after_undo);
  add_test ("/store-articles/conflict", test_conflict);
  add_test ("/store-articles/own-id", test_own_id);
  add_test ("/store-articles/find", test_find);
  add_test ("/store-articles/bin", test_bin);
  add_test ("/store-articles/async", test_async);
  add_test ("/store-articles/drop-with-work", test_drop_with_work);

  return g_test_run ();
}
