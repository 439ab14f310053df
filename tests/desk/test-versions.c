/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "desk/vsl-desk-error.h"
#include "desk/vsl-desk-versions.h"

/* The reasons of the versions, newest first. */
static char *
list_reasons (Fixture    *fixture,
              const char *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) versions = vsl_desk_list_versions (fixture->desk, id, &error);
  g_autoptr(GString) list = g_string_new (NULL);
  guint i;

  g_assert_no_error (error);
  for (i = 0; i < versions->len; i++)
    g_string_append_printf (list, "%s ",
                            vsl_snapshot_reason_get_name (vsl_snapshot_get_reason (versions->pdata[i])));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
assert_reasons (Fixture    *fixture,
                const char *id,
                const char *expected)
{
  g_autofree char *list = list_reasons (fixture, id);

  g_assert_cmpstr (list, ==, expected);
}

static VslDocument *
open_with_body (Fixture    *fixture,
                const char *body)
{
  g_autoptr(VslArticle) article = NULL;

  fixture_open (fixture);
  article = fixture_add (fixture, "Kop", body);

  return vsl_desk_open_document (fixture->desk, vsl_article_get_id (article), NULL);
}

static void
type (VslDocument *document,
      const char  *body)
{
  vsl_document_set_text (document, VSL_FIELD_BODY, body);
  fixture_save (document);
}

/* What was there at first, and then one for each minute in which something was typed. */
static void
test_minutes (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(VslDocument) document = open_with_body (fixture, "nul");
  const char *id = vsl_document_get_id (document);
  g_autoptr(GPtrArray) versions = NULL;
  g_autoptr(VslArticle) first = NULL;
  guint second;

  assert_reasons (fixture, id, "");
  for (second = 0; second < 150; second += 10)
    {
      g_autofree char *body = g_strdup_printf ("na %u s", second);

      fixture->now = NOW + second * G_USEC_PER_SEC;
      type (document, body);
    }
  assert_reasons (fixture, id, "minute minute minute ");
  versions = vsl_desk_list_versions (fixture->desk, id, NULL);
  first = vsl_desk_load_version (fixture->desk, id, vsl_snapshot_get_number (versions->pdata[2]), NULL);
  g_assert_cmpstr (vsl_article_get_text (first, VSL_FIELD_BODY), ==, "nul");
}

static void
test_empty_is_no_version (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr(VslDocument) document =
    vsl_desk_new_document (fixture_open (fixture), VSL_KIND_REPORT, "nl", NULL);

  type (document, "eerste woorden");
  assert_reasons (fixture, vsl_document_get_id (document), "");
}

static void
test_named (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(VslDocument) document = open_with_body (fixture, "nul");
  const char *id = vsl_document_get_id (document);
  g_autoptr(VslSnapshot) version = NULL;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GPtrArray) versions = NULL;
  g_autoptr(GError) error = NULL;

  /* Typed a moment ago, and not on the disk yet. */
  vsl_document_set_text (document, VSL_FIELD_BODY, "voor de redactie");
  version = vsl_desk_keep_version (fixture->desk, id, "Naar de eindredactie", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_snapshot_get_name (version), ==, "Naar de eindredactie");
  article = vsl_desk_load_version (fixture->desk, id, vsl_snapshot_get_number (version), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_article_get_text (article, VSL_FIELD_BODY), ==, "voor de redactie");

  g_assert_true (vsl_desk_name_version (fixture->desk, id, vsl_snapshot_get_number (version), "Anders",
                                        &error));
  versions = vsl_desk_list_versions (fixture->desk, id, NULL);
  g_assert_cmpstr (vsl_snapshot_get_name (versions->pdata[0]), ==, "Anders");
}

/* Restoring shows on the screen, costs nothing of what was there, and can be undone. */
static void
test_restore (Fixture      *fixture,
              gconstpointer data)
{
  gboolean open = GPOINTER_TO_INT (data);
  g_autoptr(VslDocument) document = open_with_body (fixture, "oud");
  g_autofree char *id = g_strdup (vsl_document_get_id (document));
  g_autoptr(VslSnapshot) old = vsl_desk_keep_version (fixture->desk, id, NULL, NULL);
  g_autoptr(VslArticle) restored = NULL;
  g_autoptr(VslArticle) undone = NULL;
  g_autoptr(GPtrArray) versions = NULL;
  g_autoptr(GError) error = NULL;
  guint i;
  gint64 number = 0;

  fixture->now += G_USEC_PER_SEC;
  vsl_document_set_text (document, VSL_FIELD_BODY, "nieuw");
  if (!open)
    {
      fixture_save (document);
      g_clear_object (&document);
    }
  restored = vsl_desk_restore_version (fixture->desk, id, vsl_snapshot_get_number (old), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_article_get_text (restored, VSL_FIELD_BODY), ==, "oud");
  if (open)
    {
      g_autofree char *body = vsl_document_dup_body (document);

      g_assert_cmpstr (body, ==, "oud");
      g_assert_false (vsl_document_get_dirty (document));
      type (document, "oud en verder");
    }

  versions = vsl_desk_list_versions (fixture->desk, id, NULL);
  for (i = 0; i < versions->len; i++)
    {
      if (vsl_snapshot_get_reason (versions->pdata[i]) == VSL_SNAPSHOT_BEFORE_RESTORE)
        number = vsl_snapshot_get_number (versions->pdata[i]);
    }
  g_assert_cmpint (number, !=, 0);
  undone = vsl_desk_restore_version (fixture->desk, id, number, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_article_get_text (undone, VSL_FIELD_BODY), ==, "nieuw");
}

static void
test_before_publish (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr(VslDocument) document = open_with_body (fixture, "Tekst.");
  const char *id = vsl_document_get_id (document);
  g_autoptr(VslSite) site = fixture_find_site (fixture);
  g_autoptr(VslPublication) publication = fixture_publish (fixture, id, site, VSL_REMOTE_PUBLISH);

  g_assert_no_error (vsl_publication_get_error (publication));
  assert_reasons (fixture, id, "before-publish ");
}

static void
test_missing (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr(VslDocument) document = open_with_body (fixture, "Tekst.");
  const char *id = vsl_document_get_id (document);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslArticle) none = vsl_desk_load_version (fixture->desk, id, 99, &error);
  g_autoptr(VslArticle) nothing = NULL;

  g_assert_null (none);
  g_assert_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_NOT_FOUND);
  g_clear_error (&error);
  nothing = vsl_desk_restore_version (fixture->desk, id, 99, &error);
  g_assert_null (nothing);
  g_assert_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_NOT_FOUND);
}

/* Where somebody was comes back: kept with the text, by itself, or at the close. */
static void
test_view (Fixture      *fixture,
           gconstpointer data)
{
  const VslDocumentView view = { VSL_FIELD_LEAD, 3, 5, 120 };
  VslDocumentView found;
  g_autoptr(VslDocument) document = open_with_body (fixture, "Tekst.");
  g_autofree char *id = g_strdup (vsl_document_get_id (document));

  g_assert_false (vsl_document_get_view (document, &found));
  vsl_document_set_view (document, &view);
  if (g_str_equal (data, "text"))
    {
      vsl_document_set_text (document, VSL_FIELD_LEAD, "Meer");
      g_clear_object (&document);
      wait_for (700);
    }
  else if (g_str_equal (data, "alone"))
    {
      wait_for (2200);
      g_clear_object (&document);
    }
  else
    g_clear_object (&document);
  fixture_close (fixture);

  fixture_open (fixture);
  document = vsl_desk_open_document (fixture->desk, id, NULL);
  g_assert_true (vsl_document_get_view (document, &found));
  g_assert_cmpint (found.field, ==, view.field);
  g_assert_cmpint (found.cursor, ==, view.cursor);
  g_assert_cmpint (found.anchor, ==, view.anchor);
  g_assert_cmpint (found.top, ==, view.top);
}

static void
test_session (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *nothing = NULL;
  g_autofree char *open = NULL;

  fixture_open (fixture);
  vsl_desk_save_session (fixture->desk, "open", "abcdefghij");
  vsl_desk_save_session (fixture->desk, "gone", "x");
  vsl_desk_save_session (fixture->desk, "gone", NULL);
  fixture_close (fixture);
  fixture_open (fixture);
  open = vsl_desk_load_session (fixture->desk, "open");
  g_assert_cmpstr (open, ==, "abcdefghij");
  nothing = vsl_desk_load_session (fixture->desk, "gone");
  g_assert_null (nothing);
}

#define add_test(path, data, func) \
  g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add_test ("/versions/minutes", NULL, test_minutes);
  add_test ("/versions/empty-is-none", NULL, test_empty_is_no_version);
  add_test ("/versions/named", NULL, test_named);
  add_test ("/versions/restore-open", GINT_TO_POINTER (TRUE), test_restore);
  add_test ("/versions/restore-closed", GINT_TO_POINTER (FALSE), test_restore);
  add_test ("/versions/before-publish", NULL, test_before_publish);
  add_test ("/versions/missing", NULL, test_missing);
  add_test ("/versions/view/text", "text", test_view);
  add_test ("/versions/view/alone", "alone", test_view);
  add_test ("/versions/view/close", "close", test_view);
  add_test ("/versions/session", NULL, test_session);

  return g_test_run ();
}
