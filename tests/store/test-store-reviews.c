/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "store/vsl-store-error.h"
#include "store/vsl-store-reviews.h"

/* The ledger of reviews, as it is kept. */

static const VslReviewStepFields steps[] = {
  { .at = NOW, .what = VSL_REVIEW_AGREED, .name = "Ans Kramer" },
  { .at = NOW + SECOND, .what = VSL_REVIEW_SENT, .name = "Ans Kramer", .recipient = "Persdienst",
    .address = "pers@kade.example", .channel = "via de koerier", .moment = NOW + 9 * SECOND },
  { .at = NOW + 2 * SECOND, .what = VSL_REVIEW_REMARKED, .name = "Ans Kramer",
    .note = "Het is een “kade”, geen dijk.\nNiet meer." },
  { .at = NOW + 3 * SECOND, .what = VSL_REVIEW_ANSWERED, .name = "Ans Kramer", .remark = 3,
    .accepted = TRUE },
  { .at = NOW + 4 * SECOND, .what = VSL_REVIEW_ANSWERED, .name = "Ans Kramer", .remark = 3,
    .note = "Gezegd is gezegd." },
  { .at = NOW + 5 * SECOND, .what = VSL_REVIEW_EMBARGOED, .moment = NOW + 99 * SECOND,
    .note = "het ministerie" },
  { .at = NOW + 6 * SECOND, .what = VSL_REVIEW_OVERRIDDEN, .note = "Het lag op straat." },
  { .at = NOW + 7 * SECOND, .what = VSL_REVIEW_RENAMED, .name = "Ans Kramer", .note = "Ans Blom" },
  { .at = NOW + 8 * SECOND, .what = VSL_REVIEW_CLOSED, .name = "Ans Blom" },
};

static GPtrArray *
make_passages (void)
{
  GPtrArray *passages = vsl_review_passages_new ();

  g_ptr_array_add (passages, vsl_review_passage_new (VSL_REVIEW_PLACE_HEADLINE, "‘De kade houdt’"));
  g_ptr_array_add (passages, vsl_review_passage_new (VSL_REVIEW_PLACE_BODY, "“De kade […]”, zegt zij."));

  return passages;
}

static gboolean
freezes (VslReviewWhat what)
{
  return what == VSL_REVIEW_SENT || what == VSL_REVIEW_CLOSED;
}

static void
add_steps (VslStore   *store,
           const char *article_id)
{
  g_autoptr(GPtrArray) passages = make_passages ();
  g_autofree char *hash = vsl_review_passages_hash (passages);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      VslReviewStepFields fields = steps[i];
      g_autoptr(VslReviewStep) step = NULL;
      g_autoptr(VslReviewStep) stored = NULL;
      g_autoptr(GError) error = NULL;

      if (freezes (fields.what))
        {
          fields.passages = passages;
          fields.hash = hash;
        }
      step = vsl_review_step_new (&fields);
      stored = vsl_store_add_review_step (store, article_id, step, &error);
      g_assert_no_error (error);
      g_assert_cmpint (vsl_review_step_get_fields (stored)->number, >, 0);
    }
}

static GPtrArray *
list (VslStore   *store,
      const char *article_id)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *found = vsl_store_list_review_steps (store, article_id, &error);

  g_assert_no_error (error);
  return found;
}

static void
assert_steps (GPtrArray *found)
{
  g_autoptr(GPtrArray) passages = make_passages ();
  g_autofree char *hash = vsl_review_passages_hash (passages);
  gint64 number = 0;

  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (steps));
  for (guint i = 0; i < found->len; i++)
    {
      const VslReviewStepFields *is = vsl_review_step_get_fields (g_ptr_array_index (found, i));
      const VslReviewStepFields *was = &steps[i];

      g_test_message ("%u: %s", i, vsl_review_what_get_name (was->what));
      g_assert_cmpint (is->number, >, number);
      number = is->number;
      g_assert_cmpint (is->what, ==, was->what);
      g_assert_cmpint (is->at, ==, was->at);
      g_assert_cmpint (is->moment, ==, was->moment);
      g_assert_cmpint (is->remark, ==, was->remark);
      g_assert_cmpint (is->accepted, ==, was->accepted);
      g_assert_cmpstr (is->name, ==, was->name != NULL ? was->name : "");
      g_assert_cmpstr (is->recipient, ==, was->recipient != NULL ? was->recipient : "");
      g_assert_cmpstr (is->address, ==, was->address != NULL ? was->address : "");
      g_assert_cmpstr (is->channel, ==, was->channel != NULL ? was->channel : "");
      g_assert_cmpstr (is->note, ==, was->note != NULL ? was->note : "");
      g_assert_cmpstr (is->hash, ==, freezes (was->what) ? hash : "");
      if (freezes (was->what))
        {
          g_autofree char *again = vsl_review_passages_hash (is->passages);

          g_assert_cmpstr (again, ==, hash);
        }
    }
}

/* What is added is there, word for word, in order, also for who opens the store later. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(VslArticle) made = make_article ("Kade", "Water.");
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GPtrArray) again = NULL;

  {
    g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);

    article = save (store, made, NOW);
    add_steps (store, vsl_article_get_id (article));
    found = list (store, vsl_article_get_id (article));
    assert_steps (found);
  }
  {
    g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);

    again = list (store, vsl_article_get_id (article));
    assert_steps (again);
    assert_sound (store);
  }
}

/* Each article has a ledger of its own; what a later version wrote is left alone; and a step for an
 * article that is not there is refused and leaves nothing. */
static void
test_apart (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(VslStore) store = fixture_open (fixture, VSL_STORE_READ_WRITE);
  g_autoptr(VslArticle) one_made = make_article ("Kade", "Water.");
  g_autoptr(VslArticle) other_made = make_article ("Dijk", "Zand.");
  g_autoptr(VslArticle) one = save (store, one_made, NOW);
  g_autoptr(VslArticle) other = save (store, other_made, NOW);
  g_autoptr(VslReviewStep) step = vsl_review_step_new (&steps[0]);
  g_autoptr(VslReviewStep) refused = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;

  add_steps (store, vsl_article_get_id (one));
  none = list (store, vsl_article_get_id (other));
  g_assert_cmpuint (none->len, ==, 0);

  run_sql (store, "INSERT INTO review_step (article, name, at, what)"
                  " SELECT min (article), 'Ans Blom', 1, 'applauded' FROM review_step");
  found = list (store, vsl_article_get_id (one));
  assert_steps (found);

  refused = vsl_store_add_review_step (store, "nergens000", step, &error);
  g_assert_null (refused);
  g_assert_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (load_number (store, "SELECT count (*) FROM review_step"), ==,
                   G_N_ELEMENTS (steps) + 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/store/reviews/round-trip", test_round_trip);
  add_test ("/store/reviews/apart", test_apart);

  return g_test_run ();
}
