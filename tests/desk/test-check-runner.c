/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "core/vsl-concern.h"
#include "desk/vsl-desk-checks.h"
#include "desk/vsl-desk-debate.h"

#include <string.h>

static const char spoken[] =
  "WEBVTT\n\n"
  "00:00.000 --> 00:10.000\n<v Iris Blok>Wij moeten eh eerst luisteren naar de mensen achter de dijk.</v>\n\n"
  "00:10.000 --> 00:40.000\n<v Jos de Wit>De toekomst van de polder hangt niet af van geld, maar van wie er "
  "samen durft te kiezen voor het water.</v>\n";

static const char body[] =
  "“Wij moeten eerst luisteren naar de mensen achter de dijk”, zegt Iris Blok.\n\n"
  "“De toekomst van de polder hangt af van geld”, zegt Jos de Wit.\n";

static VslDocument *
open_document (Fixture *fixture)
{
  static const char *const names[] = { "Iris Blok", "Jos de Wit" };
  g_autoptr(VslArticle) article = NULL;
  VslDocument *document;

  fixture_open (fixture);
  article = fixture_add (fixture, "Kop", body);
  document = vsl_desk_open_document (fixture->desk, vsl_article_get_id (article), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(VslPerson) person = vsl_person_new_from_text (names[i]);
      g_autoptr(VslParticipant) participant = vsl_participant_new (person, NULL, NULL, FALSE);

      vsl_document_insert_participant (document, i, participant);
    }

  return document;
}

static void
attach (Fixture     *fixture,
        VslDocument *document)
{
  g_autoptr(VslArticle) article = vsl_document_dup_article (document);
  g_autoptr(GBytes) bytes = g_bytes_new_static (spoken, strlen (spoken));
  g_autoptr(GError) error = NULL;

  g_assert_true (vsl_desk_keep_transcript (fixture->desk, article, bytes, "debat.vtt", NULL, NULL,
                                           &error));
  g_assert_no_error (error);
}

static VslConcern
get_concern (VslCheckRunner *runner,
             guint           index)
{
  GPtrArray *all = vsl_check_report_get_in_order (vsl_check_runner_get_report (runner));

  g_assert_cmpuint (index, <, all->len);

  return vsl_concern_of_quotation (g_ptr_array_index (all, index));
}

static void
test_report (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(VslDocument) document = open_document (fixture);
  VslCheckRunner *runner = vsl_desk_get_check_runner (fixture->desk);
  VslCheckReport *report;
  const VslBalanceRow *row;

  vsl_check_runner_set_document (runner, document);
  g_assert_null (vsl_check_runner_get_report (runner));
  WAIT_WHILE (!vsl_check_runner_is_current (runner));
  report = vsl_check_runner_get_report (runner);
  g_assert_null (vsl_check_report_get_transcript (report));
  g_assert_cmpuint (vsl_check_report_get_in_order (report)->len, ==, 2);
  g_assert_cmpuint (vsl_check_report_count_concerns (report), ==, 0);

  attach (fixture, document);
  vsl_check_runner_reload (runner);
  g_assert_false (vsl_check_runner_is_current (runner));
  WAIT_WHILE (!vsl_check_runner_is_current (runner));
  report = vsl_check_runner_get_report (runner);
  g_assert_nonnull (vsl_check_report_get_transcript (report));
  g_assert_cmpint (get_concern (runner, 0), ==, VSL_CONCERN_NONE);
  g_assert_cmpint (get_concern (runner, 1), ==, VSL_CONCERN_EDITED);
  row = &g_array_index (vsl_check_report_get_balance (report), VslBalanceRow, 1);
  g_assert_cmpint (row->speaking_ms, ==, 30000);

  vsl_check_runner_set_document (runner, NULL);
  fixture_save (document);
}

/* Every change ends in a report of the text as it is, however fast they follow each other. */
static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(VslDocument) document = open_document (fixture);
  VslCheckRunner *runner = vsl_desk_get_check_runner (fixture->desk);
  GPtrArray *all;

  attach (fixture, document);
  vsl_check_runner_set_document (runner, document);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *longer = g_strdup_printf ("%s%.*s", body, (int) i,
                                                 "Daarna werd er nog lang over doorgepraat.");

      vsl_document_set_text (document, VSL_FIELD_BODY, longer);
      g_main_context_iteration (NULL, FALSE);
    }
  vsl_document_set_text (document, VSL_FIELD_BODY,
                         "“De toekomst van de polder hangt niet af van geld”, zegt Iris Blok.");
  WAIT_WHILE (!vsl_check_runner_is_current (runner));
  all = vsl_check_report_get_in_order (vsl_check_runner_get_report (runner));
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpint (get_concern (runner, 0), ==, VSL_CONCERN_OTHER_SPEAKER);

  vsl_check_runner_set_document (runner, NULL);
  fixture_save (document);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_current (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(VslDocument) document = open_document (fixture);
  VslCheckRunner *runner = vsl_desk_get_check_runner (fixture->desk);
  guint n_changes = 0;

  vsl_check_runner_set_document (runner, document);
  vsl_check_runner_set_cursor (runner, VSL_FIELD_BODY, 5);
  g_assert_null (vsl_check_runner_get_current (runner));
  WAIT_WHILE (!vsl_check_runner_is_current (runner));
  g_assert_nonnull (vsl_check_runner_get_current (runner));

  g_signal_connect_swapped (runner, "notify::current", G_CALLBACK (count_cb), &n_changes);
  vsl_check_runner_set_cursor (runner, VSL_FIELD_BODY, 6);
  g_assert_cmpuint (n_changes, ==, 0);
  vsl_check_runner_set_cursor (runner, VSL_FIELD_BODY, 65);
  g_assert_null (vsl_check_runner_get_current (runner));
  vsl_check_runner_set_cursor (runner, VSL_FIELD_LEAD, 5);
  g_assert_null (vsl_check_runner_get_current (runner));
  g_assert_cmpuint (n_changes, ==, 1);
  g_signal_handlers_disconnect_by_func (runner, count_cb, &n_changes);

  vsl_check_runner_set_document (runner, NULL);
  fixture_save (document);
}

/* A check of the article before never tells of the article after it. */
static void
test_switch (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(VslDocument) document = open_document (fixture);
  g_autoptr(VslDocument) other = NULL;
  VslCheckRunner *runner = vsl_desk_get_check_runner (fixture->desk);

  other = vsl_desk_new_document (fixture->desk, VSL_KIND_REPORT, "nl", NULL);
  for (guint i = 0; i < 20; i++)
    {
      vsl_check_runner_set_document (runner, i % 2 == 0 ? document : other);
      g_assert_null (vsl_check_runner_get_report (runner));
      wait_for (i % 4);
    }
  WAIT_WHILE (!vsl_check_runner_is_current (runner));
  g_assert_cmpuint (
    vsl_check_report_get_in_order (vsl_check_runner_get_report (runner))->len, ==, 0);

  /* Closing while a check runs. */
  vsl_check_runner_set_document (runner, document);
  wait_for (1);
  fixture_save (document);
}

static void
suggested_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  GPtrArray **passages = data;

  *passages = vsl_check_runner_suggest_finish (VSL_CHECK_RUNNER (object), result, NULL);
}

static void
test_suggest (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(VslDocument) document = open_document (fixture);
  VslCheckRunner *runner = vsl_desk_get_check_runner (fixture->desk);
  g_autoptr(GPtrArray) passages = NULL;

  attach (fixture, document);
  vsl_check_runner_set_document (runner, document);
  vsl_check_runner_suggest_async (runner, 2, NULL, suggested_cb, &passages);
  WAIT_WHILE (passages == NULL);
  /* What Blok said is short. */
  g_assert_cmpuint (passages->len, ==, 1);
  g_assert_cmpstr (vsl_utterance_get_speaker (g_ptr_array_index (passages, 0)), ==, "Jos de Wit");

  vsl_check_runner_set_document (runner, NULL);
  fixture_save (document);
}

#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/check-runner/report", test_report);
  ADD ("/check-runner/typing", test_typing);
  ADD ("/check-runner/current", test_current);
  ADD ("/check-runner/switch", test_switch);
  ADD ("/check-runner/suggest", test_suggest);

  return g_test_run ();
}
