/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fake-site.h"
#include "fixture.h"

#include "desk/vsl-desk-look.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-desk-resolve.h"
#include "desk/vsl-desk-versions.h"
#include "desk/vsl-site-client.h"
#include "markup/vsl-render.h"

/* Somebody else changed an article on the site: what can be chosen then. The linker puts the client below
 * in the place of the real one; everything else is real. */

static FakeSite *fake; /* the site of the test that runs */

VslCms *__wrap_vsl_site_client_new (VslSite     *site,
                                    const char  *password,
                                    const char  *data_dir,
                                    GError     **error);

VslCms *
__wrap_vsl_site_client_new (VslSite     *site,
                            const char  *password,
                            const char  *data_dir,
                            GError     **error)
{
  return fake_site_client (fake);
}

typedef enum
{
  TAKE_THEIRS,
  TAKE_MERGE
} Take;

/* Everybody starts from the same text; the headline is “Kop”. */
typedef struct
{
  const char *name;
  const char *ours;    /* the text as it is here */
  const char *theirs;  /* the text as it is there */
  Take take;
  VslKeep keep;        /* in every passage that both changed */
  guint n_passages;
  const char *result;
  gboolean only_theirs;
  gboolean in_step;    /* nothing is left to be sent */
} Case;

#define BASE "Eerste alinea over de haven.\n\nTweede alinea over de brug."

static const Case cases[] = {
  { "theirs", "Eerste alinea over de sluis.\n\nTweede alinea over de brug.",
    "Eerste alinea over de haven.\n\nTweede alinea over de tunnel.", TAKE_THEIRS, 0, 0,
    "Eerste alinea over de haven.\n\nTweede alinea over de tunnel.", FALSE, TRUE },
  { "fetch", BASE, "Eerste alinea over de haven.\n\nTweede alinea over de tunnel.", TAKE_THEIRS, 0, 0,
    "Eerste alinea over de haven.\n\nTweede alinea over de tunnel.", TRUE, TRUE },
  { "merge", "Eerste alinea over de sluis.\n\nTweede alinea over de brug.",
    "Eerste alinea over de haven.\n\nTweede alinea over de tunnel.", TAKE_MERGE, 0, 0,
    "Eerste alinea over de sluis.\n\nTweede alinea over de tunnel.", FALSE, FALSE },
  { "merge-is-theirs", BASE, "Eerste alinea over de haven.\n\nTweede alinea over de tunnel.", TAKE_MERGE, 0,
    0, "Eerste alinea over de haven.\n\nTweede alinea over de tunnel.", TRUE, TRUE },
  { "passage-ours", "Eerste alinea over de sluis.\n\nTweede alinea over de brug.",
    "Eerste alinea over de kade.\n\nTweede alinea over de brug.", TAKE_MERGE, VSL_KEEP_OURS, 1,
    "Eerste alinea over de sluis.\n\nTweede alinea over de brug.", FALSE, FALSE },
  { "passage-theirs", "Eerste alinea over de sluis.\n\nTweede alinea over de brug, en meer.",
    "Eerste alinea over de kade.\n\nTweede alinea over de brug.", TAKE_MERGE, VSL_KEEP_THEIRS, 1,
    "Eerste alinea over de kade.\n\nTweede alinea over de brug, en meer.", FALSE, FALSE },
  { "passage-both", "Eerste alinea over de sluis.\n\nTweede alinea over de brug.",
    "Eerste alinea over de kade.\n\nTweede alinea over de brug.", TAKE_MERGE, VSL_KEEP_BOTH, 1,
    "Eerste alinea over de sluis kade.\n\nTweede alinea over de brug.", FALSE, FALSE },
  { "two-passages-theirs", "Eerste alinea over de sluis.\n\nTweede alinea over de pont.",
    "Eerste alinea over de kade.\n\nTweede alinea over de tunnel.", TAKE_MERGE, VSL_KEEP_THEIRS, 2,
    "Eerste alinea over de kade.\n\nTweede alinea over de tunnel.", FALSE, TRUE },
  { "raw", BASE, "Eerste alinea over de haven.\n\n```{=blocks}\n<!-- wp:more /-->\n```", TAKE_THEIRS, 0, 0,
    "Eerste alinea over de haven.\n\n```{=blocks}\n<!-- wp:more /-->\n```", TRUE, TRUE },
};

static VslArticle *
with_body (VslArticle *article,
           const char *body)
{
  VslArticleBuilder *builder = vsl_article_builder_new (article);

  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);

  return vsl_article_builder_end (builder);
}

static void
change (Fixture    *fixture,
        const char *id,
        const char *body)
{
  g_autoptr(VslArticle) article = fixture_load (fixture, id);
  g_autoptr(VslArticle) changed = with_body (article, body);
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(GError) error = NULL;

  stored = vsl_desk_save_article (fixture->desk, changed, &error);
  g_assert_no_error (error);
}

/* A site on which somebody made @theirs of the article after it was published, and a publication of ours
 * that was refused for that. */
static char *
run_into_conflict (Fixture    *fixture,
                   FakeSite   *site,
                   const char *ours,
                   const char *theirs)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) there = NULL;
  g_autoptr(VslSite) local = NULL;
  g_autoptr(VslPublication) first = NULL;
  g_autoptr(VslPublication) second = NULL;
  g_autofree char *content = NULL;

  fake_site_init (site);
  fake = site;
  fixture_open (fixture);
  vsl_publisher_set_look_ms (fixture->desk->publisher, 1);
  article = fixture_add (fixture, "Kop", BASE);
  local = fixture_find_site (fixture);
  first = fixture_publish (fixture, vsl_article_get_id (article), local, VSL_REMOTE_PUBLISH);
  g_assert_no_error (vsl_publication_get_error (first));

  there = with_body (article, theirs);
  content = vsl_render_article_blocks (there, NULL);
  site->theirs = vsl_remote_text_new ("Kop", "", content, "blocks", "hunne", 0);
  site->update[1] = FAULT_CONFLICT;
  if (g_strcmp0 (ours, BASE) != 0)
    change (fixture, vsl_article_get_id (article), ours);
  second = fixture_publish (fixture, vsl_article_get_id (article), local, VSL_REMOTE_PUBLISH);
  g_assert_error (vsl_publication_get_error (second), VSL_DESK_ERROR, VSL_DESK_ERROR_CONFLICT);

  return g_strdup (vsl_article_get_id (article));
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static VslConflict *
read_conflict (Fixture    *fixture,
               const char *id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(VslOutboxRow) row = vsl_desk_find_copy (fixture->desk, id, "local", NULL);
  g_autoptr(GError) error = NULL;
  VslConflict *conflict;

  vsl_desk_read_conflict_async (fixture->desk, row, NULL, result_cb, &result);
  WAIT_WHILE (result == NULL);
  conflict = vsl_desk_read_conflict_finish (fixture->desk, result, &error);
  g_assert_no_error (error);

  return conflict;
}

static gboolean
take (Fixture      *fixture,
      VslConflict  *conflict,
      VslArticle   *merged,
      GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  vsl_desk_take_theirs_async (fixture->desk, conflict, merged, result_cb, &result);
  WAIT_WHILE (result == NULL);

  return vsl_desk_take_theirs_finish (fixture->desk, result, error);
}

/* Whether some version of the article reads so, for that reason. */
static gboolean
has_version (Fixture          *fixture,
             const char       *id,
             const char       *body,
             VslSnapshotReason reason)
{
  g_autoptr(GPtrArray) versions = vsl_desk_list_versions (fixture->desk, id, NULL);
  guint i;

  for (i = 0; i < versions->len; i++)
    {
      g_autoptr(VslArticle) article =
        vsl_desk_load_version (fixture->desk, id, vsl_snapshot_get_number (versions->pdata[i]), NULL);

      if (g_str_equal (vsl_article_get_text (article, VSL_FIELD_BODY), body) &&
          (reason == VSL_N_SNAPSHOT_REASONS || vsl_snapshot_get_reason (versions->pdata[i]) == reason))
        return TRUE;
    }

  return FALSE;
}

static void
assert_taken (Fixture    *fixture,
              const char *id,
              const Case *test)
{
  g_autoptr(VslArticle) after = fixture_load (fixture, id);
  g_autoptr(VslOutboxRow) row = vsl_desk_find_copy (fixture->desk, id, "local", NULL);
  g_autoptr(VslArticle) base = NULL;

  g_assert_cmpstr (vsl_article_get_text (after, VSL_FIELD_BODY), ==, test->result);
  g_assert_cmpint (vsl_outbox_row_get_state (row), ==, VSL_OUTBOX_CONFIRMED);
  g_assert_cmpstr (vsl_remote_copy_get_content_hash (vsl_outbox_row_get_copy (row)), ==, "hunne");
  g_assert_cmpint (vsl_article_get_revision (after) - vsl_outbox_row_get_article_revision (row), ==,
                   test->in_step ? 0 : 1);
  /* Nothing is lost, and a later conflict starts from what is there now. */
  g_assert_true (has_version (fixture, id, test->ours, VSL_N_SNAPSHOT_REASONS));
  g_assert_true (has_version (fixture, id, test->theirs, VSL_SNAPSHOT_FROM_SITE));
  base = vsl_desk_load_version (fixture->desk, id, vsl_outbox_row_get_plan (row)->base_snapshot, NULL);
  g_assert_cmpstr (vsl_article_get_text (base, VSL_FIELD_BODY), ==, test->theirs);
}

static void
run_case (Fixture    *fixture,
          const Case *test,
          gboolean    open)
{
  FakeSite site;
  g_autofree char *id = run_into_conflict (fixture, &site, test->ours, test->theirs);
  g_autoptr(VslDocument) document = open ? vsl_desk_open_document (fixture->desk, id, NULL) : NULL;
  g_autoptr(VslConflict) conflict = read_conflict (fixture, id);
  g_autoptr(VslArticle) merged = NULL;
  g_autoptr(GError) error = NULL;
  VslKeep keeps[4] = { test->keep, test->keep, test->keep, test->keep };

  g_assert_null (vsl_conflict_get_problem (conflict));
  g_assert_cmpint (vsl_conflict_is_only_theirs (conflict), ==, test->only_theirs);
  if (test->take == TAKE_MERGE)
    {
      g_assert_cmpuint (vsl_conflict_get_passages (conflict)->len, ==, test->n_passages);
      merged = vsl_conflict_merge (conflict, keeps);
    }
  g_assert_true (take (fixture, conflict, merged, &error));
  g_assert_no_error (error);
  if (open)
    g_assert_false (vsl_document_get_dirty (document));
  assert_taken (fixture, id, test);
  fake_site_clear (&site);
}

static void
test_closed (Fixture      *fixture,
             gconstpointer data)
{
  run_case (fixture, data, FALSE);
}

static void
test_open (Fixture      *fixture,
           gconstpointer data)
{
  run_case (fixture, data, TRUE);
}

/* What was typed after the versions were compared is never thrown away. */
static void
test_changed_meanwhile (Fixture      *fixture,
                        gconstpointer data)
{
  gboolean open = GPOINTER_TO_INT (data);
  FakeSite site;
  g_autofree char *id = run_into_conflict (fixture, &site, "Onze tekst over de haven en de brug.", "Hun tekst over de haven en de brug.");
  g_autoptr(VslDocument) document = open ? vsl_desk_open_document (fixture->desk, id, NULL) : NULL;
  g_autoptr(VslConflict) conflict = read_conflict (fixture, id);
  g_autoptr(VslOutboxRow) row = NULL;
  g_autoptr(VslArticle) after = NULL;
  g_autoptr(GError) error = NULL;

  change (fixture, id, "Nieuwe tekst over de haven en de brug.");
  g_assert_false (take (fixture, conflict, NULL, &error));
  g_assert_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_CONFLICT);
  g_assert_cmpstr (vsl_desk_error_get_code (error), ==, "changed");
  after = fixture_load (fixture, id);
  g_assert_cmpstr (vsl_article_get_text (after, VSL_FIELD_BODY), ==, "Nieuwe tekst over de haven en de brug.");
  row = vsl_desk_find_copy (fixture->desk, id, "local", NULL);
  g_assert_cmpint (vsl_outbox_row_get_state (row), ==, VSL_OUTBOX_CONFLICT);
  fake_site_clear (&site);
}

/* Ours goes there, and theirs is among the versions. */
static void
test_ours (Fixture      *fixture,
           gconstpointer data)
{
  FakeSite site;
  g_autofree char *id = run_into_conflict (fixture, &site, "Onze tekst over de haven en de brug.", "Hun tekst over de haven en de brug.");
  g_autoptr(VslOutboxRow) row = vsl_desk_find_copy (fixture->desk, id, "local", NULL);
  g_autoptr(VslPublication) publication = NULL;
  g_autoptr(VslArticle) after = NULL;
  g_autoptr(GError) error = NULL;

  publication = vsl_desk_take_ours (fixture->desk, row, &error);
  g_assert_no_error (error);
  WAIT_WHILE (vsl_publication_get_running (publication));
  g_assert_no_error (vsl_publication_get_error (publication));
  after = fixture_load (fixture, id);
  g_assert_cmpstr (vsl_article_get_text (after, VSL_FIELD_BODY), ==, "Onze tekst over de haven en de brug.");
  g_assert_true (has_version (fixture, id, "Hun tekst over de haven en de brug.", VSL_SNAPSHOT_FROM_SITE));
  g_clear_object (&row);
  row = vsl_desk_find_copy (fixture->desk, id, "local", NULL);
  g_assert_cmpint (vsl_outbox_row_get_state (row), ==, VSL_OUTBOX_CONFIRMED);
  fake_site_clear (&site);
}

/* What cannot be read back is shown as it is, and nothing but ours can be taken. */
static void
test_unread (Fixture      *fixture,
             gconstpointer data)
{
  FakeSite site;
  g_autofree char *id = run_into_conflict (fixture, &site, "Onze tekst over de haven en de brug.", "Hun tekst over de haven en de brug.");
  g_autoptr(VslConflict) conflict = NULL;
  g_autoptr(VslPublication) again = NULL;
  g_autoptr(VslSite) local = fixture_find_site (fixture);
  g_autoptr(GError) error = NULL;

  g_clear_object (&site.theirs);
  site.update[2] = FAULT_CONFLICT;
  again = fixture_publish (fixture, id, local, VSL_REMOTE_PUBLISH);
  g_assert_error (vsl_publication_get_error (again), VSL_DESK_ERROR, VSL_DESK_ERROR_CONFLICT);
  conflict = read_conflict (fixture, id);
  g_assert_null (vsl_conflict_get_theirs (conflict));
  g_assert_nonnull (vsl_conflict_get_problem (conflict));
  g_assert_cmpstr (vsl_remote_text_get_content (vsl_conflict_get_text (conflict)), ==, "Tekst van daar.");
  g_assert_false (take (fixture, conflict, NULL, &error));
  g_assert_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_CONFLICT);
  fake_site_clear (&site);
}

/* Somebody is at work on the site: @theirs is what they made of the text; NULL when they left it. */
static void
edit_there (Fixture         *fixture,
            FakeSite        *site,
            const char      *id,
            const char      *theirs,
            VslRemoteStatus  status)
{
  VslRemoteCopy *before = site->copies->pdata[0];
  g_autoptr(VslArticle) article = fixture_load (fixture, id);
  g_autoptr(VslArticle) there = with_body (article, theirs != NULL ? theirs : BASE);
  g_autofree char *content = vsl_render_article_blocks (there, NULL);

  g_set_object (&site->theirs, NULL);
  site->theirs = vsl_remote_text_new ("Kop", "", content, "blocks", theirs != NULL ? "hunne" : "Kop", 7);
  site->copies->pdata[0] =
    vsl_remote_copy_new (vsl_remote_copy_get_remote_id (before), vsl_remote_copy_get_token (before), status,
                         vsl_remote_copy_get_url (before), NULL, NULL, NULL, theirs != NULL ? "hunne" : "Kop");
  g_object_unref (before);
}

static const struct
{
  const char *name;
  const char *ours;    /* (nullable) */
  const char *theirs;  /* (nullable) */
  VslRemoteStatus status;
  VslComparison comparison;
  VslOutboxState state;
  guint n_changed;
} looks[] = {
  { "in-step", NULL, NULL, VSL_REMOTE_PUBLISH, VSL_COMPARISON_IN_STEP, VSL_OUTBOX_CONFIRMED, 0 },
  { "here", "Ander begin.\n\nTweede alinea over de brug.", NULL, VSL_REMOTE_PUBLISH,
    VSL_COMPARISON_CHANGED_HERE, VSL_OUTBOX_CONFIRMED, 0 },
  { "there", NULL, "Eerste alinea over de haven.\n\nAnder slot.", VSL_REMOTE_PUBLISH,
    VSL_COMPARISON_CHANGED_THERE, VSL_OUTBOX_CONFLICT, 1 },
  { "both", "Ander begin.\n\nTweede alinea over de brug.", "Eerste alinea over de haven.\n\nAnder slot.",
    VSL_REMOTE_PUBLISH, VSL_COMPARISON_BOTH, VSL_OUTBOX_CONFLICT, 1 },
  /* The hash is another, but nobody wrote: a picture, or a spelling of the editor there. */
  { "nothing-to-read", NULL, BASE, VSL_REMOTE_PUBLISH, VSL_COMPARISON_IN_STEP, VSL_OUTBOX_CONFIRMED, 0 },
  { "bin", NULL, NULL, VSL_REMOTE_TRASH, VSL_COMPARISON_MISSING, VSL_OUTBOX_CONFIRMED, 0 },
};

/* What is seen there is remembered, and can be fetched; a second round finds nothing more. */
static void
test_look (Fixture      *fixture,
           gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  FakeSite site;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslSite) local = NULL;
  g_autoptr(VslPublication) first = NULL;
  g_autoptr(VslOutboxRow) row = NULL;
  g_autoptr(GAsyncResult) one = NULL;
  g_autoptr(GAsyncResult) all = NULL;
  g_autoptr(GError) error = NULL;
  VslComparison comparison;
  guint n_changed, n_unknown;
  const char *id;

  fake_site_init (&site);
  fake = &site;
  fixture_open (fixture);
  vsl_publisher_set_look_ms (fixture->desk->publisher, 1);
  article = fixture_add (fixture, "Kop", BASE);
  id = vsl_article_get_id (article);
  local = fixture_find_site (fixture);
  first = fixture_publish (fixture, id, local, VSL_REMOTE_PUBLISH);
  g_assert_no_error (vsl_publication_get_error (first));
  if (looks[i].ours != NULL)
    change (fixture, id, looks[i].ours);
  edit_there (fixture, &site, id, looks[i].theirs, looks[i].status);

  vsl_desk_look_at_sites_async (fixture->desk, NULL, result_cb, &all);
  WAIT_WHILE (all == NULL);
  g_assert_true (vsl_desk_look_at_sites_finish (fixture->desk, all, &n_changed, &n_unknown, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_changed, ==, looks[i].n_changed);
  g_assert_cmpuint (n_unknown, ==, 0);
  row = vsl_desk_find_copy (fixture->desk, id, "local", NULL);
  g_assert_cmpint (vsl_outbox_row_get_state (row), ==, looks[i].state);

  vsl_desk_look_async (fixture->desk, row, NULL, result_cb, &one);
  WAIT_WHILE (one == NULL);
  g_assert_true (vsl_desk_look_finish (fixture->desk, one, &comparison, &error));
  g_assert_no_error (error);
  g_assert_cmpint (comparison, ==, looks[i].comparison);
  if (looks[i].state == VSL_OUTBOX_CONFLICT)
    {
      g_autoptr(VslConflict) conflict = read_conflict (fixture, id);

      g_assert_cmpint (vsl_conflict_is_only_theirs (conflict), ==, looks[i].ours == NULL);
      g_assert_true (take (fixture, conflict, NULL, &error));
      g_assert_no_error (error);
    }
  fake_site_clear (&site);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *closed = g_strconcat ("/resolve/closed/", cases[i].name, NULL);
      g_autofree char *open = g_strconcat ("/resolve/open/", cases[i].name, NULL);

      g_test_add (closed, Fixture, &cases[i], fixture_set_up, test_closed, fixture_tear_down);
      g_test_add (open, Fixture, &cases[i], fixture_set_up, test_open, fixture_tear_down);
    }
  g_test_add ("/resolve/changed-meanwhile/closed", Fixture, GINT_TO_POINTER (FALSE), fixture_set_up,
              test_changed_meanwhile, fixture_tear_down);
  g_test_add ("/resolve/changed-meanwhile/open", Fixture, GINT_TO_POINTER (TRUE), fixture_set_up,
              test_changed_meanwhile, fixture_tear_down);
  for (i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *path = g_strconcat ("/resolve/look/", looks[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), fixture_set_up, test_look, fixture_tear_down);
    }
  g_test_add ("/resolve/ours", Fixture, NULL, fixture_set_up, test_ours, fixture_tear_down);
  g_test_add ("/resolve/unread", Fixture, NULL, fixture_set_up, test_unread, fixture_tear_down);

  return g_test_run ();
}
