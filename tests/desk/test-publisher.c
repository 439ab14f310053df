/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fake-site.h"
#include "fixture.h"

#include "desk/vsl-desk-outbox.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-site-client.h"

#include <string.h>

/* The engine against every way in which a request can go wrong. The linker puts the client below in
 * the place of the real one; everything else is real. */

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

typedef struct
{
  const char *name;
  Fault create[MAX_FAULTS];
  Fault update[MAX_FAULTS];
  Fault find[MAX_FAULTS];
  VslOutboxState state;  /* how the run ends */
  const char *word;      /* of its error */
  guint n_copies;        /* on the site then */
  guint n_creates;       /* asked for */
} FaultCase;

static const FaultCase fault_cases[] = {
  { "nothing", .state = VSL_OUTBOX_CONFIRMED, .n_copies = 1, .n_creates = 1 },
  { "create-reply-lost", .create = { FAULT_LOST_REPLY },
    .state = VSL_OUTBOX_CONFIRMED, .n_copies = 1, .n_creates = 1 },
  { "create-request-lost", .create = { FAULT_LOST_REQUEST },
    .state = VSL_OUTBOX_CONFIRMED, .n_copies = 1, .n_creates = 2 },
  { "create-late", .create = { FAULT_LATE },
    .state = VSL_OUTBOX_CONFIRMED, .n_copies = 1, .n_creates = 1 },
  { "create-lost-twice", .create = { FAULT_LOST_REQUEST, FAULT_LOST_REPLY },
    .state = VSL_OUTBOX_CONFIRMED, .n_copies = 1, .n_creates = 2 },
  { "create-always-lost", .create = { FAULT_LOST_REQUEST, FAULT_LOST_REQUEST },
    .state = VSL_OUTBOX_IN_DOUBT, .word = "in-doubt", .n_copies = 0, .n_creates = 2 },
  { "create-and-looks-lost", .create = { FAULT_LOST_REPLY },
    .find = { FAULT_LOST_REQUEST, FAULT_BUSY, FAULT_LOST_REQUEST },
    .state = VSL_OUTBOX_IN_DOUBT, .word = "in-doubt", .n_copies = 1, .n_creates = 1 },
  { "second-look-finds", .create = { FAULT_LOST_REPLY }, .find = { FAULT_BUSY },
    .state = VSL_OUTBOX_CONFIRMED, .n_copies = 1, .n_creates = 1 },
  { "create-rejected", .create = { FAULT_REJECTED },
    .state = VSL_OUTBOX_BLOCKED, .word = "rejected", .n_copies = 0, .n_creates = 1 },
  { "create-unauthorised", .create = { FAULT_AUTH },
    .state = VSL_OUTBOX_BLOCKED, .word = "auth", .n_copies = 0, .n_creates = 1 },
  { "create-busy", .create = { FAULT_BUSY },
    .state = VSL_OUTBOX_QUEUED, .word = "busy", .n_copies = 0, .n_creates = 1 },
  { "update-reply-lost", .update = { FAULT_LOST_REPLY },
    .state = VSL_OUTBOX_CONFIRMED, .n_copies = 1, .n_creates = 1 },
  { "update-request-lost", .update = { FAULT_LOST_REQUEST, FAULT_LOST_REQUEST, FAULT_LOST_REPLY },
    .state = VSL_OUTBOX_CONFIRMED, .n_copies = 1, .n_creates = 1 },
  { "update-always-lost",
    .update = { FAULT_LOST_REQUEST, FAULT_LOST_REQUEST, FAULT_LOST_REQUEST, FAULT_LOST_REQUEST },
    .state = VSL_OUTBOX_IN_DOUBT, .word = "in-doubt", .n_copies = 1, .n_creates = 1 },
  { "update-conflict", .update = { FAULT_CONFLICT },
    .state = VSL_OUTBOX_CONFLICT, .word = "conflict", .n_copies = 1, .n_creates = 1 },
  { "update-gone", .update = { FAULT_GONE },
    .state = VSL_OUTBOX_BLOCKED, .word = "gone", .n_copies = 1, .n_creates = 1 },
  { "update-busy", .update = { FAULT_BUSY },
    .state = VSL_OUTBOX_QUEUED, .word = "busy", .n_copies = 1, .n_creates = 1 },
};

static void
open_quickly (Fixture *fixture)
{
  fixture_open (fixture);
  vsl_publisher_set_look_ms (fixture->desk->publisher, 1);
}

static void
assert_ended (VslPublication *publication,
              VslOutboxState  state,
              const char     *word)
{
  VslOutboxRow *row = vsl_publication_get_result (publication);

  if (word == NULL)
    g_assert_no_error (vsl_publication_get_error (publication));
  else
    g_assert_cmpstr (vsl_desk_error_get_code (vsl_publication_get_error (publication)), ==, word);
  g_assert_nonnull (row);
  g_assert_cmpint (vsl_outbox_row_get_state (row), ==, state);
}

/* Whatever went wrong, publishing again when nothing does puts exactly one copy there. */
static void
test_fault (Fixture      *fixture,
            gconstpointer data)
{
  const FaultCase *test = data;
  FakeSite site;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) after = NULL;
  g_autoptr(VslSite) local = NULL;
  g_autoptr(VslPublication) first = NULL;
  g_autoptr(VslPublication) second = NULL;
  const char *id;

  fake_site_init (&site);
  fake = &site;
  memcpy (site.create, test->create, sizeof site.create);
  memcpy (site.update, test->update, sizeof site.update);
  memcpy (site.find, test->find, sizeof site.find);
  open_quickly (fixture);
  article = fixture_add (fixture, "Kop", "Tekst.");
  local = fixture_find_site (fixture);
  id = vsl_article_get_id (article);

  first = fixture_publish (fixture, id, local, VSL_REMOTE_PUBLISH);
  assert_ended (first, test->state, test->word);
  g_assert_cmpuint (site.copies->len, ==, test->n_copies);
  g_assert_cmpuint (site.n_creates, ==, test->n_creates);
  if (test->word == NULL)
    g_assert_true (vsl_publication_get_created (first));

  memset (site.create, 0, sizeof site.create);
  memset (site.update, 0, sizeof site.update);
  memset (site.find, 0, sizeof site.find);
  second = fixture_publish (fixture, id, local, VSL_REMOTE_PUBLISH);
  assert_ended (second, VSL_OUTBOX_CONFIRMED, NULL);
  g_assert_cmpuint (site.copies->len, ==, 1);
  g_assert_cmpint (vsl_remote_copy_get_status (site.copies->pdata[0]), ==, VSL_REMOTE_PUBLISH);
  after = fixture_load (fixture, id);
  g_assert_cmpint (vsl_article_get_status (after), ==, VSL_STATUS_PUBLISHED);

  fixture_close (fixture);
  fake_site_clear (&site);
}

/* The row of a copy that is in step says so, though the status of the article made a revision. */
static void
test_in_step (Fixture      *fixture,
              gconstpointer data)
{
  gboolean open = GPOINTER_TO_INT (data);
  FakeSite site;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) after = NULL;
  g_autoptr(VslDocument) document = NULL;
  g_autoptr(VslSite) local = NULL;
  g_autoptr(VslPublication) publication = NULL;
  VslOutboxRow *row;

  fake_site_init (&site);
  fake = &site;
  open_quickly (fixture);
  article = fixture_add (fixture, "Kop", "Tekst.");
  local = fixture_find_site (fixture);
  if (open)
    {
      document = vsl_desk_open_document (fixture->desk, vsl_article_get_id (article), NULL);
      vsl_document_set_text (document, VSL_FIELD_HEADLINE, "Kop van nu");
    }
  publication = fixture_publish (fixture, vsl_article_get_id (article), local, VSL_REMOTE_PUBLISH);
  assert_ended (publication, VSL_OUTBOX_CONFIRMED, NULL);
  if (open)
    g_assert_cmpstr (vsl_remote_copy_get_content_hash (site.copies->pdata[0]), ==, "Kop van nu");

  row = vsl_publication_get_result (publication);
  after = fixture_load (fixture, vsl_article_get_id (article));
  g_assert_cmpint (vsl_article_get_status (after), ==, VSL_STATUS_PUBLISHED);
  g_assert_cmpint (vsl_article_get_revision (after), ==, vsl_outbox_row_get_article_revision (row));
  g_assert_cmpint (vsl_article_get_revision (after), >, vsl_article_get_revision (article));
  g_clear_object (&document);
  fixture_close (fixture);
  fake_site_clear (&site);
}

typedef struct
{
  const char *name;
  VslRemoteStatus as;
  VslStatus before;
  VslStatus after;
} StatusCase;

static const StatusCase status_cases[] = {
  { "draft", VSL_REMOTE_DRAFT, VSL_STATUS_DRAFT, VSL_STATUS_DRAFT },
  { "pending", VSL_REMOTE_PENDING, VSL_STATUS_READY, VSL_STATUS_READY },
  { "publish", VSL_REMOTE_PUBLISH, VSL_STATUS_READY, VSL_STATUS_PUBLISHED },
  { "future", VSL_REMOTE_FUTURE, VSL_STATUS_READY, VSL_STATUS_SCHEDULED },
  { "take-offline", VSL_REMOTE_DRAFT, VSL_STATUS_PUBLISHED, VSL_STATUS_READY },
};

static void
test_status (Fixture      *fixture,
             gconstpointer data)
{
  const StatusCase *test = data;
  VslPublicationOptions options = { .as = test->as, .at = NOW + G_TIME_SPAN_HOUR };
  FakeSite site;
  VslArticleBuilder *builder;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) changed = NULL;
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(VslArticle) after = NULL;
  g_autoptr(VslSite) local = NULL;
  g_autoptr(VslPublication) publication = NULL;

  fake_site_init (&site);
  fake = &site;
  open_quickly (fixture);
  article = fixture_add (fixture, "Kop", "Tekst.");
  builder = vsl_article_builder_new (article);
  vsl_article_builder_set_status (builder, test->before);
  changed = vsl_article_builder_end (builder);
  stored = vsl_desk_save_article (fixture->desk, changed, NULL);
  local = fixture_find_site (fixture);
  publication = vsl_desk_publish (fixture->desk, vsl_article_get_id (article), local, &options);
  WAIT_WHILE (vsl_publication_get_running (publication));
  assert_ended (publication, VSL_OUTBOX_CONFIRMED, NULL);
  after = fixture_load (fixture, vsl_article_get_id (article));
  g_assert_cmpint (vsl_article_get_status (after), ==, test->after);
  fixture_close (fixture);
  fake_site_clear (&site);
}

typedef struct
{
  const char *name;
  const char *headline;
  const char *body;
  const char *missing; /* a tag that the site lacks */
  gint64 at;
  const char *word;
} PreflightCase;

static const PreflightCase preflight_cases[] = {
  { "no-headline", " ", "Tekst.", NULL, 0, "empty" },
  { "no-text", "Kop", "\n\n", NULL, 0, "empty" },
  { "missing-terms", "Kop", "Tekst.", "digitaliserng", 0, "missing-terms" },
  { "past", "Kop", "Tekst.", NULL, NOW - 1, "usage" },
};

/* What can be seen to be wrong is told before anything is sent or kept; what the site says is wrong,
 * before anything is put there. */
static void
test_preflight (Fixture      *fixture,
                gconstpointer data)
{
  const PreflightCase *test = data;
  VslPublicationOptions options = { .as = test->at != 0 ? VSL_REMOTE_FUTURE : VSL_REMOTE_PUBLISH,
                                    .at = test->at };
  FakeSite site;
  VslArticleBuilder *builder;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) tagged = NULL;
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(VslSite) local = NULL;
  g_autoptr(VslOutboxRow) row = NULL;
  g_autoptr(VslPublication) publication = NULL;

  fake_site_init (&site);
  site.missing = test->missing;
  fake = &site;
  open_quickly (fixture);
  article = fixture_add (fixture, test->headline, test->body);
  builder = vsl_article_builder_new (article);
  vsl_article_builder_add_tag (builder, "digitaliserng");
  tagged = vsl_article_builder_end (builder);
  stored = vsl_desk_save_article (fixture->desk, tagged, NULL);
  local = fixture_find_site (fixture);
  publication = vsl_desk_publish (fixture->desk, vsl_article_get_id (article), local, &options);
  WAIT_WHILE (vsl_publication_get_running (publication));
  g_assert_cmpstr (vsl_desk_error_get_code (vsl_publication_get_error (publication)), ==, test->word);
  g_assert_cmpuint (site.n_creates, ==, 0);
  row = vsl_desk_find_copy (fixture->desk, vsl_article_get_id (article), vsl_site_get_name (local), NULL);
  if (test->missing == NULL)
    g_assert_null (row);
  else
    g_assert_cmpint (vsl_outbox_row_get_state (row), ==, VSL_OUTBOX_BLOCKED);
  if (test->missing != NULL)
    g_assert_nonnull (strstr (vsl_publication_get_error_message (publication), test->missing));
  fixture_close (fixture);
  fake_site_clear (&site);
}

/* Asked twice, it is one publication; and what is typed meanwhile goes with the next. */
static void
test_once_and_editing (Fixture      *fixture,
                       gconstpointer data)
{
  VslPublicationOptions options = { .as = VSL_REMOTE_PUBLISH };
  FakeSite site;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) after = NULL;
  g_autoptr(VslDocument) document = NULL;
  g_autoptr(VslSite) local = NULL;
  g_autoptr(VslPublication) publication = NULL;
  g_autoptr(VslPublication) again = NULL;

  fake_site_init (&site);
  site.create[0] = FAULT_LOST_REPLY;
  fake = &site;
  open_quickly (fixture);
  article = fixture_add (fixture, "Kop", "Tekst.");
  local = fixture_find_site (fixture);
  document = vsl_desk_open_document (fixture->desk, vsl_article_get_id (article), NULL);
  publication = vsl_desk_publish (fixture->desk, vsl_article_get_id (article), local, &options);
  again = vsl_desk_publish (fixture->desk, vsl_article_get_id (article), local, &options);
  g_assert_true (publication == again);
  WAIT_WHILE (site.n_creates == 0);
  vsl_document_set_text (document, VSL_FIELD_HEADLINE, "Later getypt");
  WAIT_WHILE (vsl_publication_get_running (publication));
  assert_ended (publication, VSL_OUTBOX_CONFIRMED, NULL);
  g_assert_cmpstr (vsl_remote_copy_get_content_hash (site.copies->pdata[0]), ==, "Kop");
  g_assert_cmpstr (vsl_document_get_text (document, VSL_FIELD_HEADLINE), ==, "Later getypt");
  fixture_save (document);
  after = fixture_load (fixture, vsl_article_get_id (article));
  g_assert_cmpint (vsl_article_get_revision (after), >,
                   vsl_outbox_row_get_article_revision (vsl_publication_get_result (publication)));
  g_clear_object (&document);
  fixture_close (fixture);
  fake_site_clear (&site);
}

/* A site that keeps it in another state than asked says so as a warning, not as a success in full. */
static void
test_may_not_publish (Fixture      *fixture,
                      gconstpointer data)
{
  FakeSite site;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) after = NULL;
  g_autoptr(VslSite) local = NULL;
  g_autoptr(VslPublication) publication = NULL;

  fake_site_init (&site);
  site.may = VSL_REMOTE_PENDING;
  fake = &site;
  open_quickly (fixture);
  article = fixture_add (fixture, "Kop", "Tekst.");
  local = fixture_find_site (fixture);
  publication = fixture_publish (fixture, vsl_article_get_id (article), local, VSL_REMOTE_PUBLISH);
  assert_ended (publication, VSL_OUTBOX_CONFIRMED, NULL);
  g_assert_nonnull (vsl_publication_get_warnings (publication)[0]);
  after = fixture_load (fixture, vsl_article_get_id (article));
  g_assert_cmpint (vsl_article_get_status (after), ==, VSL_STATUS_DRAFT);
  fixture_close (fixture);
  fake_site_clear (&site);
}

/* Closing waits for no look: what is uncertain is in doubt, and looked at the next time. */
static void
test_close_while_looking (Fixture      *fixture,
                          gconstpointer data)
{
  VslPublicationOptions options = { .as = VSL_REMOTE_PUBLISH };
  FakeSite site;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslSite) local = NULL;
  g_autoptr(VslPublication) publication = NULL;
  g_autoptr(VslPublication) next = NULL;

  fake_site_init (&site);
  site.create[0] = FAULT_LOST_REPLY;
  fake = &site;
  fixture_open (fixture);
  article = fixture_add (fixture, "Kop", "Tekst.");
  local = fixture_find_site (fixture);
  publication = vsl_desk_publish (fixture->desk, vsl_article_get_id (article), local, &options);
  WAIT_WHILE (site.n_creates == 0);
  fixture_close (fixture);
  assert_ended (publication, VSL_OUTBOX_IN_DOUBT, "in-doubt");

  open_quickly (fixture);
  next = fixture_publish (fixture, vsl_article_get_id (article), local, VSL_REMOTE_PUBLISH);
  assert_ended (next, VSL_OUTBOX_CONFIRMED, NULL);
  g_assert_cmpuint (site.copies->len, ==, 1);
  g_assert_cmpuint (site.n_creates, ==, 1);
  fixture_close (fixture);
  fake_site_clear (&site);
}

#define add_case(path, cases, i, func) \
  G_STMT_START { \
    g_autofree char *case_path = g_strconcat (path, cases[i].name, NULL); \
    g_test_add (case_path, Fixture, &cases[i], fixture_set_up, func, fixture_tear_down); \
  } G_STMT_END

/* What waits is sent with the text of when it was asked for; and it can be taken out. */
static void
test_waits (Fixture      *fixture,
            gconstpointer data)
{
  FakeSite site;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) changed = NULL;
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(VslSite) local = NULL;
  g_autoptr(VslPublication) publication = NULL;
  g_autoptr(VslPublication) retried = NULL;
  g_autoptr(GPtrArray) events = NULL;
  VslArticleBuilder *builder;
  VslOutboxRow *row;

  fake_site_init (&site);
  site.create[0] = FAULT_BUSY;
  fake = &site;
  open_quickly (fixture);
  article = fixture_add (fixture, "Kop", "Tekst.");
  local = fixture_find_site (fixture);
  publication = fixture_publish (fixture, vsl_article_get_id (article), local, VSL_REMOTE_PUBLISH);
  assert_ended (publication, VSL_OUTBOX_QUEUED, "busy");
  row = vsl_publication_get_result (publication);
  g_assert_cmpint (vsl_outbox_row_get_plan (row)->next_at, >=, fixture->now);
  g_assert_cmpint (vsl_outbox_row_get_plan (row)->next_at, <=, fixture->now + G_USEC_PER_SEC);

  builder = vsl_article_builder_new (article);
  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, "Later getypt");
  changed = vsl_article_builder_end (builder);
  stored = vsl_desk_save_article (fixture->desk, changed, NULL);
  g_assert_nonnull (stored);
  retried = vsl_desk_retry (fixture->desk, row, NULL);
  WAIT_WHILE (vsl_publication_get_running (retried));
  assert_ended (retried, VSL_OUTBOX_CONFIRMED, NULL);
  g_assert_cmpuint (site.copies->len, ==, 1);
  g_assert_cmpstr (vsl_remote_copy_get_content_hash (site.copies->pdata[0]), ==, "Kop");
  events = vsl_desk_list_outbox_events (fixture->desk, row, NULL);
  g_assert_cmpuint (events->len, >=, 5);
  g_assert_cmpint (vsl_outbox_event_get_what (events->pdata[0]), ==, VSL_OUTBOX_WHAT_QUEUED);
  fixture_close (fixture);
  fake_site_clear (&site);
}

/* What becomes of what was scheduled. */
static const struct AppearCase
{
  const char *name;
  VslRemoteStatus there;     /* at its moment; in the trash is not there any more */
  gint64 after;              /* the moment, s before now */
  const char *what;          /* the last event of the row */
  VslRemoteStatus status;    /* of the copy, as it is known then */
  VslStatus article;
  gint64 next;               /* s from now; 0 for never */
  gboolean warns;
} appear_cases[] = {
  { "appeared", VSL_REMOTE_PUBLISH, 60, "seen", VSL_REMOTE_PUBLISH, VSL_STATUS_PUBLISHED, 0, TRUE },
  { "late", VSL_REMOTE_FUTURE, 60, "late", VSL_REMOTE_FUTURE, VSL_STATUS_SCHEDULED, 300, TRUE },
  { "very-late", VSL_REMOTE_FUTURE, 7200, "late", VSL_REMOTE_FUTURE, VSL_STATUS_SCHEDULED, 3600, TRUE },
  { "hopeless", VSL_REMOTE_FUTURE, 8 * 86400, "late", VSL_REMOTE_FUTURE, VSL_STATUS_SCHEDULED, 0, TRUE },
  { "withdrawn", VSL_REMOTE_DRAFT, 60, "withdrawn", VSL_REMOTE_DRAFT, VSL_STATUS_READY, 0, TRUE },
  { "removed", VSL_REMOTE_TRASH, 60, "withdrawn", VSL_REMOTE_TRASH, VSL_STATUS_READY, 0, TRUE },
};

/* An article that is scheduled for a minute from now. */
static VslPublication *
schedule (Fixture    *fixture,
          VslArticle *article)
{
  VslPublicationOptions options = { .as = VSL_REMOTE_FUTURE, .at = fixture->now + G_TIME_SPAN_MINUTE };
  g_autoptr(VslSite) local = fixture_find_site (fixture);
  g_autoptr(VslPublication) publication =
    vsl_desk_publish (fixture->desk, vsl_article_get_id (article), local, &options);

  WAIT_WHILE (vsl_publication_get_running (publication));
  assert_ended (publication, VSL_OUTBOX_CONFIRMED, NULL);

  return g_steal_pointer (&publication);
}

static void
move_there (FakeSite        *site,
            VslRemoteStatus  status)
{
  VslRemoteCopy *before = site->copies->pdata[0];

  site->copies->pdata[0] =
    vsl_remote_copy_new (vsl_remote_copy_get_remote_id (before), vsl_remote_copy_get_token (before), status,
                         "file:///nergens/index.html", NULL, NULL, NULL,
                         vsl_remote_copy_get_content_hash (before));
  g_object_unref (before);
}

static void
assert_last_event (Fixture      *fixture,
                   VslOutboxRow *row,
                   const char   *what)
{
  g_autoptr(GPtrArray) events = vsl_desk_list_outbox_events (fixture->desk, row, NULL);

  g_assert_nonnull (events);
  g_assert_cmpstr (vsl_outbox_what_get_name (vsl_outbox_event_get_what (events->pdata[events->len - 1])),
                   ==, what);
}

static void
test_appears (Fixture      *fixture,
              gconstpointer data)
{
  const struct AppearCase *test = data;
  FakeSite site;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) after = NULL;
  g_autoptr(VslPublication) scheduled = NULL;
  g_autoptr(VslPublication) seen = NULL;
  g_autoptr(GPtrArray) early = NULL;
  g_autoptr(GPtrArray) due = NULL;
  VslOutboxRow *row;

  fake_site_init (&site);
  fake = &site;
  open_quickly (fixture);
  article = fixture_add (fixture, "Kop", "Tekst.");
  scheduled = schedule (fixture, article);
  early = vsl_desk_list_unseen (fixture->desk, NULL, NULL);
  g_assert_cmpuint (early->len, ==, 0);

  if (test->there != VSL_REMOTE_TRASH)
    move_there (&site, test->there);
  else
    g_ptr_array_set_size (site.copies, 0);
  fixture->now += G_TIME_SPAN_MINUTE + MAX (test->after, 60) * G_TIME_SPAN_SECOND;
  due = vsl_desk_list_unseen (fixture->desk, vsl_article_get_id (article), NULL);
  g_assert_cmpuint (due->len, ==, 1);
  seen = vsl_desk_see (fixture->desk, due->pdata[0], NULL);
  g_assert_nonnull (seen);
  WAIT_WHILE (vsl_publication_get_running (seen));
  assert_ended (seen, VSL_OUTBOX_CONFIRMED, NULL);
  g_assert_cmpint (vsl_publication_get_warnings (seen)[0] != NULL, ==, test->warns);

  row = vsl_publication_get_result (seen);
  g_assert_cmpint (vsl_remote_copy_get_status (vsl_outbox_row_get_copy (row)), ==, test->status);
  g_assert_cmpint (vsl_outbox_row_get_plan (row)->next_at, ==,
                   test->next != 0 ? fixture->now + test->next * G_TIME_SPAN_SECOND : 0);
  g_assert_cmpuint (site.n_updates, ==, 1);
  assert_last_event (fixture, row, test->what);
  after = fixture_load (fixture, vsl_article_get_id (article));
  g_assert_cmpint (vsl_article_get_status (after), ==, test->article);
  fixture_close (fixture);
  fake_site_clear (&site);
}

/* The window sees it by itself; also when it was closed at the moment. */
static void
test_appears_by_itself (Fixture      *fixture,
                        gconstpointer data)
{
  gboolean reopened = GPOINTER_TO_INT (data);
  FakeSite site;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslPublication) scheduled = NULL;
  g_autoptr(VslOutboxRow) row = NULL;

  fake_site_init (&site);
  fake = &site;
  open_quickly (fixture);
  article = fixture_add (fixture, "Kop", "Tekst.");
  scheduled = schedule (fixture, article);
  move_there (&site, VSL_REMOTE_PUBLISH);
  if (reopened)
    {
      fixture_close (fixture);
      fixture->now += G_TIME_SPAN_HOUR;
      open_quickly (fixture);
    }
  else
    {
      fixture->now += 2 * G_TIME_SPAN_MINUTE;
    }
  vsl_desk_start_outbox (fixture->desk);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_object (&row);
      row = vsl_desk_find_copy (fixture->desk, vsl_article_get_id (article), "local", NULL);
      g_assert_nonnull (row);
    }
  while (vsl_outbox_row_get_plan (row)->next_at != 0);
  g_assert_cmpint (vsl_remote_copy_get_status (vsl_outbox_row_get_copy (row)), ==, VSL_REMOTE_PUBLISH);
  assert_last_event (fixture, row, "seen");
  fixture_close (fixture);
  fake_site_clear (&site);
}

/* A text that is all but gone needs a word of the person. */
static void
test_shrink (Fixture      *fixture,
             gconstpointer data)
{
  VslPublicationOptions options = { .as = VSL_REMOTE_PUBLISH };
  FakeSite site;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) current = NULL;
  g_autoptr(VslArticle) changed = NULL;
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(VslSite) local = NULL;
  g_autoptr(VslPublication) first = NULL;
  g_autoptr(VslPublication) refused = NULL;
  g_autoptr(VslPublication) allowed = NULL;
  VslArticleBuilder *builder;

  fake_site_init (&site);
  fake = &site;
  open_quickly (fixture);
  article = fixture_add (fixture, "Kop", "Een tekst van vele tekens, die straks weg is.");
  local = fixture_find_site (fixture);
  first = fixture_publish (fixture, vsl_article_get_id (article), local, VSL_REMOTE_PUBLISH);
  assert_ended (first, VSL_OUTBOX_CONFIRMED, NULL);
  current = fixture_load (fixture, vsl_article_get_id (article));
  builder = vsl_article_builder_new (current);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, "Kort.");
  changed = vsl_article_builder_end (builder);
  stored = vsl_desk_save_article (fixture->desk, changed, NULL);
  g_assert_nonnull (stored);
  refused = fixture_publish (fixture, vsl_article_get_id (article), local, VSL_REMOTE_PUBLISH);
  g_assert_cmpstr (vsl_desk_error_get_code (vsl_publication_get_error (refused)), ==, "shrunk");
  g_assert_cmpuint (site.n_updates, ==, 1);
  options.allow_shrink = TRUE;
  allowed = vsl_desk_publish (fixture->desk, vsl_article_get_id (article), local, &options);
  WAIT_WHILE (vsl_publication_get_running (allowed));
  assert_ended (allowed, VSL_OUTBOX_CONFIRMED, NULL);
  fixture_close (fixture);
  fake_site_clear (&site);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (i = 0; i < G_N_ELEMENTS (fault_cases); i++)
    add_case ("/publisher/fault/", fault_cases, i, test_fault);
  for (i = 0; i < G_N_ELEMENTS (status_cases); i++)
    add_case ("/publisher/status/", status_cases, i, test_status);
  for (i = 0; i < G_N_ELEMENTS (preflight_cases); i++)
    add_case ("/publisher/preflight/", preflight_cases, i, test_preflight);
  for (i = 0; i < G_N_ELEMENTS (appear_cases); i++)
    add_case ("/publisher/appears/", appear_cases, i, test_appears);
  g_test_add ("/publisher/in-step/closed", Fixture, GINT_TO_POINTER (FALSE), fixture_set_up,
              test_in_step, fixture_tear_down);
  g_test_add ("/publisher/in-step/open", Fixture, GINT_TO_POINTER (TRUE), fixture_set_up,
              test_in_step, fixture_tear_down);
  g_test_add ("/publisher/appears-by-itself/open", Fixture, GINT_TO_POINTER (FALSE), fixture_set_up,
              test_appears_by_itself, fixture_tear_down);
  g_test_add ("/publisher/appears-by-itself/reopened", Fixture, GINT_TO_POINTER (TRUE), fixture_set_up,
              test_appears_by_itself, fixture_tear_down);
  g_test_add ("/publisher/once-and-editing", Fixture, NULL, fixture_set_up, test_once_and_editing,
              fixture_tear_down);
  g_test_add ("/publisher/waits", Fixture, NULL, fixture_set_up, test_waits, fixture_tear_down);
  g_test_add ("/publisher/shrink", Fixture, NULL, fixture_set_up, test_shrink, fixture_tear_down);
  g_test_add ("/publisher/may-not-publish", Fixture, NULL, fixture_set_up, test_may_not_publish,
              fixture_tear_down);
  g_test_add ("/publisher/close-while-looking", Fixture, NULL, fixture_set_up,
              test_close_while_looking, fixture_tear_down);

  return g_test_run ();
}
