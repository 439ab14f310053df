/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "core/vsl-date.h"
#include "desk/vsl-desk-debate.h"
#include "desk/vsl-desk-dates.h"
#include "desk/vsl-desk-debates.h"
#include "desk/vsl-desk-people.h"
#include "desk/vsl-desk-report.h"
#include "desk/vsl-desk-transcripts.h"
#include "desk/vsl-participant-list.h"

#include <string.h>

static const char spoken[] = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v SPEAKER_07>De dijk houdt.</v>\n";

static VslParticipant *
make_participant (const char *name,
                  const char *role)
{
  g_autoptr(VslPerson) person = vsl_person_new_from_text (name);

  return vsl_participant_new (person, role, "Waterschap", FALSE);
}

static VslDebateDocument *
add_debate (Fixture    *fixture,
            const char *title,
            const char *name)
{
  g_autoptr(VslParticipant) participant = make_participant (name, "dijkgraaf");
  g_autoptr(GError) error = NULL;
  VslDebateDocument *document = vsl_desk_new_debate (fixture->desk, "nl", &error);

  g_assert_no_error (error);
  vsl_debate_document_set_text (document, VSL_DEBATE_TITLE, title);
  vsl_debate_document_set_text (document, VSL_DEBATE_DATE, "2025-03-01");
  vsl_participant_list_insert (vsl_debate_document_get_participants (document), 0, participant);

  return document;
}

/* What is typed is on the disk by itself, and the closing desk waits for it. */
static void
test_saving (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr(VslDebate) debate = NULL;
  VslDebateDocument *document = add_debate (fixture, "Kust", "Iris Blok");
  const char *const statements[] = { "Eerst de duinen.", "Dan de dijk.", NULL };

  id = g_strdup (vsl_debate_document_get_id (document));
  WAIT_WHILE (vsl_debate_document_get_dirty (document));
  vsl_debate_document_set_statements (document, statements);
  vsl_debate_document_set_text (document, VSL_DEBATE_NOTES, "Nog net getypt");
  g_object_unref (document);
  fixture_close (fixture);
  fixture_open (fixture);

  debate = vsl_desk_load_debate (fixture->desk, id, NULL);
  g_assert_cmpstr (vsl_debate_get_fields (debate)->title, ==, "Kust");
  g_assert_cmpstr (vsl_debate_get_fields (debate)->notes, ==, "Nog net getypt");
  g_assert_cmpstr (vsl_debate_get_fields (debate)->statements[1], ==, "Dan de dijk.");
  g_assert_cmpuint (vsl_debate_get_fields (debate)->participants->len, ==, 1);
}

/* The list is the same object, follows what is saved, and has the latest first. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(VslDebateDocument) first = add_debate (fixture, "Eerste", "Iris Blok");
  g_autoptr(VslDebateDocument) second = add_debate (fixture, "Tweede", "Iris Blok");
  GListModel *debates = vsl_desk_get_debates (fixture->desk);
  g_autoptr(VslDebate) top = NULL;

  vsl_debate_document_set_text (first, VSL_DEBATE_DATE, "2025-04-01");
  WAIT_WHILE (vsl_debate_document_get_dirty (first) || vsl_debate_document_get_dirty (second) ||
              g_list_model_get_n_items (debates) < 2);
  top = g_list_model_get_item (debates, 0);
  g_assert_cmpstr (vsl_debate_get_name (top), ==, "Eerste");

  g_assert_true (vsl_desk_delete_debate (fixture->desk, vsl_debate_document_get_id (first), NULL));
  g_assert_cmpuint (g_list_model_get_n_items (debates), ==, 1);
  g_assert_true (vsl_desk_undelete_debate (fixture->desk, vsl_debate_document_get_id (first), NULL));
  g_assert_cmpuint (g_list_model_get_n_items (debates), ==, 2);
}

static const char debated[] =
  "WEBVTT\n\n"
  "u1\n00:01.000 --> 00:04.000\n<v Wout Smit>Welkom. De eerste stelling: de duinen groeien vanzelf.</v>\n\n"
  "u2\n00:10.000 --> 00:14.000\n<v Iris Blok>De dijk houdt niet.</v>\n\n"
  "u3\n00:20.000 --> 00:24.000\n<v Iris Blok>Dat meten wij elke nacht.</v>\n\n"
  "u4\n00:30.000 --> 00:34.000\n<v Wout Smit>Dan de tweede: iedere gemeente betaalt de dijk.</v>\n\n"
  "u5\n00:40.000 --> 00:44.000\n<v Iris Blok>Wie betaalt dat?</v>\n";

/* A debate of Iris Blok, led by Wout Smit, with two statements and what was said. */
static VslDebateDocument *
add_spoken_debate (Fixture *fixture)
{
  static const char *const statements[] = {
    "De duinen groeien vanzelf.", "Iedere gemeente betaalt de dijk.", NULL
  };
  VslDebateDocument *document = add_debate (fixture, "Kust", "Iris Blok");
  g_autoptr(VslPerson) person = vsl_person_new_from_text ("Wout Smit");
  g_autoptr(VslParticipant) chair = vsl_participant_new (person, NULL, NULL, TRUE);
  g_autoptr(GBytes) bytes = g_bytes_new_static (debated, strlen (debated));
  g_autoptr(GError) error = NULL;

  vsl_participant_list_insert (vsl_debate_document_get_participants (document), 1, chair);
  vsl_debate_document_set_statements (document, statements);
  g_assert_true (vsl_desk_keep_debate_transcript (fixture->desk,
                                                  vsl_debate_document_get_id (document), bytes,
                                                  "a.vtt", NULL, NULL, &error));
  g_assert_no_error (error);

  return document;
}

typedef struct
{
  const char *name;
  const char *ranges;
  VslReportGrouping grouping;
  const char *language;
  const char *body;     /* NULL when it is refused */
  VslDeskError code;
} ReportCase;

#define BOX "::: deelnemers\n:::\n\n"

static const ReportCase reports[] = {
  { "one", "u2", VSL_GROUP_BY_SPEAKER, NULL, BOX "“De dijk houdt niet”, zegt Iris Blok.", 0 },
  { "range", " u2-u3 ,", VSL_GROUP_BY_SPEAKER, NULL,
    BOX "“De dijk houdt niet. Dat meten wij elke nacht”, zegt Iris Blok.", 0 },
  { "two-speakers", "u3-u4", VSL_GROUP_AS_GIVEN, NULL,
    BOX "“Dat meten wij elke nacht”, zegt Iris Blok.\n\n"
    "“Dan de tweede: iedere gemeente betaalt de dijk”, zegt Wout Smit.", 0 },
  { "statements", "u5,u2", VSL_GROUP_BY_THEME, NULL,
    BOX "## Iedere gemeente betaalt de dijk.\n\n“Wie betaalt dat?” vraagt Iris Blok.\n\n"
    "## De duinen groeien vanzelf.\n\n“De dijk houdt niet”, zegt Blok.", 0 },
  { "english", "u2", VSL_GROUP_BY_SPEAKER, "en", BOX "“De dijk houdt niet,” says Iris Blok.", 0 },
  { "unknown", "u2,u9", VSL_GROUP_BY_SPEAKER, NULL, NULL, VSL_DESK_ERROR_NOT_FOUND },
  { "backwards", "u3-u2", VSL_GROUP_BY_SPEAKER, NULL, NULL, VSL_DESK_ERROR_NOT_FOUND },
};

/* The passages that were picked, in the form that was asked for, and true at once. */
static void
run_report_case (Fixture          *fixture,
                 const char       *id,
                 const ReportCase *test)
{
  VslReportPlan plan = { .grouping = test->grouping, .language = test->language, .lead = TRUE };
  g_autoptr(VslDebate) debate = vsl_desk_load_debate (fixture->desk, id, NULL);
  g_autoptr(VslTranscript) transcript = vsl_desk_load_debate_transcript (fixture->desk, id, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) passages = vsl_report_passages_pick (debate, transcript, test->ranges, &error);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslQuotationReport) report = NULL;
  GListModel *quotations;
  guint i;

  g_test_message ("%s", test->name);
  if (test->body == NULL)
    {
      g_assert_error (error, VSL_DESK_ERROR, (int) test->code);
      return;
    }

  g_assert_no_error (error);
  plan.passages = passages;
  article = vsl_desk_make_report (fixture->desk, id, &plan, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_article_get_text (article, VSL_FIELD_BODY), ==, test->body);
  report = vsl_desk_check_quotations (article, transcript);
  quotations = vsl_quotation_report_get_quotations (report);
  g_assert_cmpuint (g_list_model_get_n_items (quotations), >, 0);
  for (i = 0; i < g_list_model_get_n_items (quotations); i++)
    {
      g_autoptr(VslQuotation) quotation = g_list_model_get_item (quotations, i);

      g_assert_cmpint (vsl_quotation_get_match (quotation)->verdict, ==, VSL_VERDICT_VERBATIM);
    }
}

static void
test_report (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(VslDebateDocument) document = add_spoken_debate (fixture);
  const char *id = vsl_debate_document_get_id (document);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *debate_id = NULL;
  VslArticleSummary *first;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (reports); i++)
    run_report_case (fixture, id, &reports[i]);

  list = vsl_desk_list_reports (fixture->desk, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 5);
  first = g_ptr_array_index (list, 0);
  g_assert_cmpstr (vsl_article_summary_get_headline (first), ==, "");
  debate_id = vsl_desk_get_article_debate (fixture->desk, vsl_article_summary_get_id (first), NULL);
  g_assert_cmpstr (debate_id, ==, id);
}

/* What is off the record is neither offered nor picked. */
static void
test_secret (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(VslDebateDocument) document = add_spoken_debate (fixture);
  g_autoptr(VslDebate) debate = vsl_debate_document_dup_debate (document);
  g_autoptr(VslTranscript) transcript =
    vsl_desk_load_debate_transcript (fixture->desk, vsl_debate_get_id (debate), NULL);
  g_autoptr(VslUtterance) secret =
    vsl_utterance_with_record (vsl_transcript_get_utterance (transcript, 1), TRUE, NULL);
  g_autoptr(VslTranscript) guarded = vsl_transcript_replace_utterance (transcript, secret);
  g_autoptr(GPtrArray) all = vsl_report_passages_list (debate, guarded, NULL);
  g_autoptr(GPtrArray) picked = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (all->len, ==, 4);
  g_assert_cmpstr (vsl_report_passage_get_id (g_ptr_array_index (all, 1)), ==, "u3");
  g_assert_cmpstr (vsl_report_passage_get_theme (g_ptr_array_index (all, 1)), ==,
                   "De duinen groeien vanzelf.");
  picked = vsl_report_passages_pick (debate, guarded, "u2-u3", &error);
  g_assert_null (picked);
  g_assert_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_USAGE);
}

/* Two reports of a debate have one transcript, and who a label was is known at the next debate. */
static void
test_transcript (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const map[] = { "SPEAKER_07", "Iris Blok", NULL };
  g_autoptr(VslDebateDocument) first = add_debate (fixture, "Een", "Iris Blok");
  g_autoptr(VslDebateDocument) second = add_debate (fixture, "Twee", "Iris Blok");
  g_autoptr(GBytes) bytes = g_bytes_new_static (spoken, strlen (spoken));
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslTranscript) of_article = NULL;
  g_autoptr(VslTranscript) of_second = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (vsl_desk_keep_debate_transcript (fixture->desk, vsl_debate_document_get_id (first),
                                                  bytes, "a.vtt", NULL, map, &error));
  article = vsl_desk_make_report (fixture->desk, vsl_debate_document_get_id (first),
                                  &(VslReportPlan) { 0 }, &error);
  of_article = vsl_desk_load_transcript (fixture->desk, vsl_article_get_id (article), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_utterance_get_speaker (vsl_transcript_get_utterance (of_article, 0)), ==,
                   "Iris Blok");

  g_assert_true (vsl_desk_keep_debate_transcript (fixture->desk,
                                                  vsl_debate_document_get_id (second), bytes,
                                                  "b.vtt", NULL, NULL, &error));
  of_second = vsl_desk_load_debate_transcript (fixture->desk, vsl_debate_document_get_id (second),
                                               &error);
  g_assert_cmpstr (vsl_utterance_get_speaker (vsl_transcript_get_utterance (of_second, 0)), ==,
                   "Iris Blok");
}

static guint
count_people (Fixture *fixture)
{
  g_autoptr(GPtrArray) people = vsl_desk_list_people (fixture->desk, NULL);

  return people->len;
}

/* Participants are people; two forms of a name are offered as one, and merged only when asked. */
static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(VslDebateDocument) first = add_debate (fixture, "Een", "Iris Blok");
  g_autoptr(VslDebateDocument) second = add_debate (fixture, "Twee", "I. Blok");
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GPtrArray) likely = NULL;
  g_autoptr(VslContact) iris = NULL;
  g_autoptr(VslContact) saved = NULL;
  g_auto(GStrv) appearances = NULL;
  g_autoptr(GError) error = NULL;
  VslContactFields fields;

  WAIT_WHILE (vsl_debate_document_get_dirty (first) || vsl_debate_document_get_dirty (second));
  people = vsl_desk_list_people (fixture->desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 2);
  iris = vsl_desk_find_person (fixture->desk, "Iris Blok", &error);
  g_assert_no_error (error);
  likely = vsl_desk_find_likely_same (people, iris);
  g_assert_cmpuint (likely->len, ==, 1);

  g_assert_true (vsl_desk_merge_people (fixture->desk, vsl_contact_get_fields (iris)->id,
                                        vsl_contact_get_fields (likely->pdata[0])->id, &error));
  g_assert_cmpuint (count_people (fixture), ==, 1);
  appearances = vsl_desk_list_appearances (fixture->desk, vsl_contact_get_fields (iris)->id, NULL);
  g_assert_cmpuint (g_strv_length (appearances), ==, 6);

  g_clear_object (&iris);
  iris = vsl_desk_find_person (fixture->desk, "Iris Blok", &error);
  fields = *vsl_contact_get_fields (iris);
  fields.email = "iris@example.org";
  fields.delete_after = "2025-05-05";
  g_clear_object (&saved);
  {
    g_autoptr(VslContact) changed = vsl_contact_new (&fields);

    saved = vsl_desk_save_person (fixture->desk, changed, &error);
  }
  g_assert_no_error (error);
}

/* The day after its last one, the address is gone, and the person is there still. */
static void
test_overdue (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(VslPerson) name = vsl_person_new_from_text ("Iris Blok");
  VslContactFields fields = { .person = name, .email = "iris@example.org",
                              .delete_after = "2025-05-06" };
  g_autoptr(VslContact) made = vsl_contact_new (&fields);
  g_autoptr(VslContact) saved = vsl_desk_save_person (fixture->desk, made, NULL);
  g_autoptr(VslContact) kept = NULL;
  g_autoptr(VslContact) bare = NULL;
  g_auto(GStrv) before = vsl_desk_list_overdue (fixture->desk, NULL);
  g_auto(GStrv) after = NULL;

  g_assert_cmpuint (g_strv_length (before), ==, 0);
  g_assert_true (vsl_desk_delete_overdue (fixture->desk, NULL));
  kept = vsl_desk_find_person (fixture->desk, "Blok", NULL);
  g_assert_cmpstr (vsl_contact_get_fields (kept)->email, ==, "iris@example.org");

  fixture->now += G_TIME_SPAN_DAY;
  after = vsl_desk_list_overdue (fixture->desk, NULL);
  g_assert_cmpstr (after[0], ==, "person");
  g_assert_cmpstr (after[2], ==, "Iris Blok");
  g_assert_true (vsl_desk_delete_overdue (fixture->desk, NULL));
  bare = vsl_desk_find_person (fixture->desk, "Blok", NULL);
  g_assert_cmpstr (vsl_contact_get_fields (bare)->email, ==, "");
}

static void
dates_kept_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  VslDatesReport **report = user_data;
  g_autoptr(GError) error = NULL;

  *report = vsl_desk_keep_dates_finish (VSL_DESK (object), result, &error);
  g_assert_no_error (error);
}

static VslDatesReport *
keep_dates (Fixture *fixture)
{
  VslDatesReport *report = NULL;

  vsl_desk_keep_dates_async (fixture->desk, dates_kept_cb, &report);
  WAIT_WHILE (report == NULL);

  return report;
}

/* It is told some days before, done the day after, and told once. */
static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(VslPerson) name = vsl_person_new_from_text ("Iris Blok");
  g_autofree char *last = vsl_date_from_time (fixture->now + 9 * G_TIME_SPAN_DAY);
  VslContactFields fields = { .person = name, .email = "iris@example.org", .delete_after = last };
  g_autoptr(VslContact) made = vsl_contact_new (&fields);
  g_autoptr(VslContact) saved = vsl_desk_save_person (fixture->desk, made, NULL);
  g_autoptr(VslContact) bare = NULL;
  static const struct
  {
    int  days; /* later than the one before */
    guint n_due;
    guint n_deleted;
  } steps[] = { { 0, 0, 0 }, { 3, 1, 0 }, { 6, 1, 0 }, { 1, 0, 1 }, { 0, 0, 0 } };

  g_assert_nonnull (saved);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(VslDatesReport) report = NULL;

      fixture->now += steps[i].days * G_TIME_SPAN_DAY;
      report = keep_dates (fixture);
      g_assert_cmpuint (g_strv_length (report->due_people), ==, steps[i].n_due);
      g_assert_cmpuint (g_strv_length (report->deleted_people), ==, steps[i].n_deleted);
    }
  bare = vsl_desk_find_person (fixture->desk, "Blok", NULL);
  g_assert_cmpstr (vsl_contact_get_fields (bare)->email, ==, "");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  fixture_open (fixture);
}

static void
add (const char *path,
     void      (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/debates/saving", test_saving);
  add ("/debates/list", test_list);
  add ("/debates/report", test_report);
  add ("/debates/secret", test_secret);
  add ("/debates/transcript", test_transcript);
  add ("/debates/people", test_people);
  add ("/debates/overdue", test_overdue);
  add ("/debates/dates", test_dates);

  return g_test_run ();
}
