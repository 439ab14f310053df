/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-embargo.h"
#include "core/vsl-review.h"

/* What may happen in each state, by letter: a(greed) s(ent) r(emarked) w: answered, p(rocessed) c(losed)
 * n: refused, t: withdrawn. */
static const struct
{
  VslReviewState state;
  const char *may;
} states[] = {
  { VSL_REVIEW_STATE_NONE, "asn" },       { VSL_REVIEW_STATE_AGREED, "scnt" },
  { VSL_REVIEW_STATE_SENT, "srcnt" },     { VSL_REVIEW_STATE_REMARKS, "rwpnt" },
  { VSL_REVIEW_STATE_PROCESSED, "srcnt" }, { VSL_REVIEW_STATE_CLOSED, "srct" },
  { VSL_REVIEW_STATE_REFUSED, "a" },      { VSL_REVIEW_STATE_WITHDRAWN, "a" },
};

static const char letters[] = "asrwpcnteoN";

G_STATIC_ASSERT (G_N_ELEMENTS (states) == VSL_N_REVIEW_STATES);
G_STATIC_ASSERT (sizeof letters - 1 == VSL_N_REVIEW_WHATS);

static void
test_transitions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    for (guint what = 0; what < VSL_N_REVIEW_WHATS; what++)
      {
        VslReviewState after = VSL_N_REVIEW_STATES;
        gboolean may = strchr (states[i].may, letters[what]) != NULL;

        g_test_message ("%s, %s", vsl_review_state_get_name (states[i].state),
                        vsl_review_what_get_name ((VslReviewWhat) what));
        g_assert_cmpint (vsl_review_state_after (states[i].state, (VslReviewWhat) what, &after), ==,
                         may);
        g_assert_cmpint (after != VSL_N_REVIEW_STATES, ==, may);
      }
}

static GPtrArray *
make_passages (const char *text)
{
  GPtrArray *passages = vsl_review_passages_new ();

  g_ptr_array_add (passages, vsl_review_passage_new (VSL_REVIEW_PLACE_BODY, text));

  return passages;
}

/* Adds the steps of @story; what is sent and closed is “zin”. Numbers count from 1. */
static GPtrArray *
make_steps (const char *story,
            const char *name)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) passages = make_passages ("zin");
  g_autofree char *hash = vsl_review_passages_hash (passages);

  for (guint i = 0; story[i] != '\0'; i++)
    {
      VslReviewStepFields fields = {
        .number = i + 1, .at = 1000 + i, .name = name,
        .what = (VslReviewWhat) (strchr (letters, story[i]) - letters),
      };

      if (fields.what == VSL_REVIEW_SENT || fields.what == VSL_REVIEW_CLOSED)
        {
          fields.passages = passages;
          fields.hash = hash;
          fields.moment = 5000;
        }
      fields.remark = fields.what == VSL_REVIEW_ANSWERED ? i : 0;
      g_ptr_array_add (steps, vsl_review_step_new (&fields));
    }

  return steps;
}

/* A story, what the text reads now, and how it stands: the remarks without an answer, whether the text
 * is another than the one shown, whether publishing waits, whether it is late at 6000. */
static const struct
{
  const char *story;
  const char *text;
  VslReviewState state;
  guint n_open;
  gboolean changed, outstanding, late;
} stories[] = {
  { "", "zin", VSL_REVIEW_STATE_NONE, 0, FALSE, FALSE, FALSE },
  { "a", "zin", VSL_REVIEW_STATE_AGREED, 0, FALSE, TRUE, FALSE },
  { "as", "zin", VSL_REVIEW_STATE_SENT, 0, FALSE, TRUE, TRUE },
  { "as", "zinnen", VSL_REVIEW_STATE_SENT, 0, TRUE, TRUE, TRUE },
  { "asr", "zin", VSL_REVIEW_STATE_REMARKS, 1, FALSE, TRUE, FALSE },
  { "asrr", "zin", VSL_REVIEW_STATE_REMARKS, 2, FALSE, TRUE, FALSE },
  { "asrw", "zin", VSL_REVIEW_STATE_REMARKS, 0, FALSE, TRUE, FALSE },
  { "asrwp", "zinnen", VSL_REVIEW_STATE_PROCESSED, 0, TRUE, TRUE, FALSE },
  { "asc", "zin", VSL_REVIEW_STATE_CLOSED, 0, FALSE, FALSE, FALSE },
  { "asc", "zinnen", VSL_REVIEW_STATE_CLOSED, 0, TRUE, TRUE, FALSE },
  { "n", "zin", VSL_REVIEW_STATE_REFUSED, 0, FALSE, TRUE, FALSE },
  { "asct", "zin", VSL_REVIEW_STATE_WITHDRAWN, 0, FALSE, TRUE, FALSE },
  /* What cannot follow is history and nothing more. */
  { "ap", "zin", VSL_REVIEW_STATE_AGREED, 0, FALSE, TRUE, FALSE },
};

static void
test_stories (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autoptr(GPtrArray) steps = make_steps (stories[i].story, "Ans Kramer");
      g_autoptr(GPtrArray) other = make_steps ("ascsr", "Bo de Wit");
      g_autoptr(GPtrArray) passages = make_passages (stories[i].text);
      g_autoptr(VslReview) review = NULL;

      g_test_message ("%s, %s", stories[i].story, stories[i].text);
      g_ptr_array_extend_and_steal (steps, g_steal_pointer (&other));
      review = vsl_review_new ("Ans Kramer", steps, NULL, passages, TRUE);
      g_assert_cmpint (vsl_review_get_state (review), ==, stories[i].state);
      g_assert_cmpuint (vsl_review_get_steps (review)->len, ==, strlen (stories[i].story));
      g_assert_cmpuint (vsl_review_count_open (review), ==, stories[i].n_open);
      g_assert_cmpint (vsl_review_get_changed (review), ==, stories[i].changed);
      g_assert_cmpint (vsl_review_get_outstanding (review), ==, stories[i].outstanding);
      g_assert_cmpint (vsl_review_is_late (review, 6000), ==, stories[i].late);
      g_assert_false (vsl_review_is_late (review, 4000));
    }
}

/* Until when an article is under embargo after some steps, and whether that blocks at 100. */
static const struct
{
  const char *story; /* a figure: embargo until that, in hundreds; o: overridden */
  gint64 until;
  gboolean overridden, blocks;
} embargoes[] = {
  { "", 0, FALSE, FALSE },     { "5", 500, FALSE, TRUE },   { "1", 100, FALSE, FALSE },
  { "50", 0, FALSE, FALSE },   { "5o", 500, TRUE, FALSE },  { "5o7", 700, FALSE, TRUE },
};

static void
test_embargoes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (embargoes); i++)
    {
      g_autoptr(GPtrArray) steps = make_steps ("ase", "Ans Kramer");
      g_auto(VslEmbargo) embargo = { 0 };

      for (const char *at = embargoes[i].story; *at != '\0'; at++)
        {
          VslReviewStepFields fields = {
            .what = *at == 'o' ? VSL_REVIEW_OVERRIDDEN : VSL_REVIEW_EMBARGOED,
            .moment = *at == 'o' ? 0 : (*at - '0') * 100,
          };

          g_ptr_array_add (steps, vsl_review_step_new (&fields));
        }
      g_test_message ("%s", embargoes[i].story);
      vsl_embargo_read (&embargo, steps);
      g_assert_cmpint (embargo.until, ==, embargoes[i].until);
      g_assert_cmpint (embargo.overridden, ==, embargoes[i].overridden);
      g_assert_cmpint (vsl_embargo_blocks (&embargo, 100), ==, embargoes[i].blocks);
    }
}

/* Who the ledger knows, first and second; who is a participant now; whom the first is taken for. */
static const struct
{
  const char *first, *second, *renamed;
  const char *present[3];
  const char *now;
} names[] = {
  { "Ans Kramer", NULL, NULL, { "Ans Kramer" }, "Ans Kramer" },
  { "Ans Kramer", NULL, NULL, { NULL }, "Ans Kramer" },
  /* The spelling, an initial. */
  { "Ans Kraamer", NULL, NULL, { "Bo de Wit", "Ans Kramer" }, "Ans Kramer" },
  { "A. Kramer", NULL, NULL, { "Ans Kramer" }, "Ans Kramer" },
  { "Ans Kramer", NULL, NULL, { "A. Kramer" }, "A. Kramer" },
  /* Another given name, or another last name, is another person. */
  { "Ans Kramer", NULL, NULL, { "Arie Kramer" }, "Ans Kramer" },
  { "Ans Kramer", NULL, NULL, { "Ans Blom" }, "Ans Kramer" },
  { "A. Kramer", NULL, NULL, { "Ans Kramer", "Arie Kramer" }, "A. Kramer" },
  /* Who has a ledger is not taken over. */
  { "A. Kramer", "Ans Kramer", NULL, { "Ans Kramer" }, "A. Kramer" },
  /* What somebody said. */
  { "Ans Kramer", NULL, "Ans Blom", { "Ans Blom" }, "Ans Blom" },
  { "Ans Kramer", NULL, "Ans Blom", { "Ans Bloem-Kramer" }, "Ans Blom" },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GPtrArray) steps = make_steps ("as", names[i].first);
      g_autoptr(VslReviewNames) who = NULL;

      g_test_message ("%u: %s", i, names[i].first);
      if (names[i].second != NULL)
        g_ptr_array_extend_and_steal (steps, make_steps ("a", names[i].second));
      if (names[i].renamed != NULL)
        {
          VslReviewStepFields fields = { .what = VSL_REVIEW_RENAMED, .name = names[i].first,
                                         .note = names[i].renamed };

          g_ptr_array_add (steps, vsl_review_step_new (&fields));
        }
      who = vsl_review_names_new (steps, names[i].present);
      g_assert_cmpstr (vsl_review_names_now (who, names[i].first), ==, names[i].now);
      g_assert_cmpstr (vsl_review_names_now (who, "Niemand"), ==, "Niemand");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/review/transitions", test_transitions);
  g_test_add_func ("/review/stories", test_stories);
  g_test_add_func ("/review/names", test_names);
  g_test_add_func ("/review/embargoes", test_embargoes);

  return g_test_run ();
}
