/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-article-builder.h"
#include "core/vsl-concern.h"
#include "debate/vsl-balance.h"
#include "debate/vsl-quotation-checker.h"
#include "debate/vsl-quotation-writer.h"
#include "debate/vsl-passage-cutter.h"
#include "debate/vsl-suggestions.h"
#include "debate/vsl-transcript-reader.h"
#include "debate/vsl-transcript-writer.h"

#include <string.h>

static const char transcript_text[] =
  "WEBVTT\n\n"
  "00:00.000 --> 00:05.000\n<v Wim den Houter>Welkom allemaal, ik geef het woord aan mevrouw Blok, die daar "
  "veel over weet en het ons gaat uitleggen.</v>\n\n"
  "00:05.000 --> 00:15.000\n<v Iris Blok>Wij moeten, eh, eerst luisteren naar de mensen die achter de dijk wonen, dat is "
  "voor mij het allerbelangrijkste.</v>\n\n"
  "00:15.000 --> 00:45.000\n<v Jos de Wit>De toekomst van de polder hangt niet af van geld, maar van de vraag of wij "
  "samen durven kiezen voor ruimte voor het water.</v>\n\n";

static const char body_text[] =
  "Blok begint *rustig*. “Wij moeten eerst luisteren naar de mensen die achter de dijk wonen.”\n\n"
  "De Wit ziet het **anders**. “De toekomst van de polder hangt af van geld.” Iemand roept wat. "
  "“De zee wint toch altijd van de mensen die hier wonen en werken.” En dat was dat.\n\n"
  "::: streamer\nWij moeten eerst luisteren naar de mensen die achter de dijk wonen\n:::\n\n"
  "::: streamer\n“De polder hangt van de toekomst af”\n:::\n";

static VslTranscript *
make_transcript (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (transcript_text, strlen (transcript_text));

  return vsl_transcript_read (bytes, NULL, NULL, NULL, NULL);
}

static VslArticle *
make_article (const char *headline)
{
  static const char *const names[] = { "Iris Blok", "Jos de Wit", "Wim den Houter" };
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  guint i;

  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, headline);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body_text);
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(VslPerson) person = vsl_person_new_from_text (names[i]);
      g_autoptr(VslParticipant) participant = vsl_participant_new (person, NULL, NULL, i == 2);

      vsl_article_builder_add_participant (builder, participant);
    }

  return vsl_article_builder_end (builder);
}

static gboolean
has_finding (VslQuotationReport *report,
             const char         *rule,
             const char         *text)
{
  GListModel *findings = vsl_quotation_report_get_findings (report);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(VslFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (vsl_finding_get_rule (finding), rule) &&
          strstr (vsl_finding_get_text (finding), text) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
test_article (void)
{
  g_autoptr(VslArticle) article = make_article ("‘Eerst luisteren naar de mensen’");
  g_autoptr(VslTranscript) transcript = make_transcript ();
  g_autoptr(VslQuotationReport) report = vsl_quotation_checker_check (article, transcript);
  static const struct
  {
    const char *speaker;
    VslVerdict verdict;
  } expected[] = {
    { "Iris Blok", VSL_VERDICT_VERBATIM },
    { "Jos de Wit", VSL_VERDICT_EDITED },
    { NULL, VSL_VERDICT_NOT_FOUND },
  };
  guint i;

  g_assert_cmpuint (g_list_model_get_n_items (vsl_quotation_report_get_quotations (report)), ==, G_N_ELEMENTS (expected));
  for (i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(VslQuotation) quotation = g_list_model_get_item (vsl_quotation_report_get_quotations (report), i);
      gsize offset = vsl_quotation_get_offset (quotation);
      g_autofree char *there =
        g_utf8_substring (body_text, offset, offset + vsl_quotation_get_length (quotation));

      g_assert_cmpstr (there, ==, vsl_quotation_get_text (quotation));
      g_assert_cmpstr (vsl_quotation_get_speaker (quotation), ==, expected[i].speaker);
      g_assert_cmpstr (vsl_verdict_get_name (vsl_quotation_get_match (quotation)->verdict), ==,
                       vsl_verdict_get_name (expected[i].verdict));
    }

  g_assert_nonnull (vsl_quotation_report_get_headline (report));
  g_assert_false (has_finding (report, "headline.quote-untraced", ""));
  g_assert_cmpuint (g_list_model_get_n_items (vsl_quotation_report_get_streamers (report)), ==, 2);
  g_assert_false (has_finding (report, "streamer.not-verbatim", "Wij moeten"));
  g_assert_true (has_finding (report, "streamer.not-verbatim", "De polder hangt"));
  g_assert_true (has_finding (report, "quote.unattributed", "De zee"));
  g_assert_true (has_finding (report, "quote.not-found", "De zee"));
  g_assert_true (has_finding (report, "quote.edited", "De toekomst"));
}

static void
test_headline_untraced (void)
{
  g_autoptr(VslArticle) article = make_article ("‘Alles moet morgen anders worden’");
  g_autoptr(VslQuotationReport) report = vsl_quotation_checker_check (article, NULL);
  g_autoptr(VslQuotation) first = NULL;

  g_assert_true (has_finding (report, "headline.quote-untraced", "Alles"));
  first = g_list_model_get_item (vsl_quotation_report_get_quotations (report), 0);
  g_assert_cmpint (vsl_quotation_get_match (first)->verdict, ==, VSL_VERDICT_NO_SOURCE);
}

/* What was found out before is not asked again, also when the check was stopped. */
static void
test_again (void)
{
  g_autoptr(VslArticle) article = make_article ("Kop");
  g_autoptr(VslTranscript) transcript = make_transcript ();
  g_autoptr(VslQuotationChecker) checker = vsl_quotation_checker_new (transcript);
  g_autoptr(GCancellable) stopped = g_cancellable_new ();
  g_autoptr(VslQuotationReport) first = NULL;
  g_autoptr(VslQuotationReport) second = NULL;
  g_autoptr(GPtrArray) a = NULL;
  g_autoptr(GPtrArray) b = NULL;
  guint i;

  g_cancellable_cancel (stopped);
  g_assert_null (vsl_quotation_checker_run (checker, article, stopped));
  first = vsl_quotation_checker_run (checker, article, NULL);
  second = vsl_quotation_checker_run (checker, article, NULL);
  a = vsl_quotation_report_dup_in_order (first);
  b = vsl_quotation_report_dup_in_order (second);
  g_assert_cmpuint (a->len, ==, 5);
  g_assert_cmpuint (a->len, ==, b->len);
  for (i = 0; i < a->len; i++)
    {
      const VslMatch *one = vsl_quotation_get_match (g_ptr_array_index (a, i));
      const VslMatch *other = vsl_quotation_get_match (g_ptr_array_index (b, i));

      g_assert_cmpint (one->verdict, ==, other->verdict);
      g_assert_cmpstr (one->first_utterance, ==, other->first_utterance);
      g_assert_cmpuint (one->diff->len, ==, other->diff->len);
    }
}

static VslConcern
get_concern (const char *headline,
             const char *body,
             guint       index)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslQuotationReport) report = NULL;
  g_autoptr(GPtrArray) all = NULL;

  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, headline);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  article = vsl_article_builder_end (builder);
  report = vsl_quotation_checker_check (article, NULL);
  all = vsl_quotation_report_dup_in_order (report);
  g_assert_cmpuint (index, <, all->len);

  return vsl_concern_of_quotation (g_ptr_array_index (all, index));
}

/* A pull quote holds as long as its sentence does, to the word. */
static void
test_streamer_guard (void)
{
  static const struct
  {
    const char *body;
    VslConcern concern;
  } cases[] = {
    { "Het water komt dit jaar hoger dan ooit en dat merkt iedereen in de hele streek aan het water in de "
      "kelder.\n\n::: streamer\nHet water komt dit jaar hoger dan ooit en dat merkt iedereen in de hele "
      "streek\n:::\n", VSL_CONCERN_NONE },
    { "Het water komt dit jaar lager dan ooit en dat merkt iedereen in de hele streek aan het water in de "
      "kelder.\n\n::: streamer\nHet water komt dit jaar hoger dan ooit en dat merkt iedereen in de hele "
      "streek\n:::\n", VSL_CONCERN_STALE },
    { "Iets heel anders.\n\n::: streamer\nHet water komt dit jaar hoger dan ooit\n:::\n",
      VSL_CONCERN_STALE },
    { "*Het water* komt [dit jaar](https://example.org) hoger dan ooit.\n\n::: streamer\n"
      "“Het water komt dit jaar hoger dan ooit.”\n:::\n", VSL_CONCERN_NONE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      g_assert_cmpint (get_concern ("Kop", cases[i].body, 0), ==, cases[i].concern);
    }
}

static void
test_headline_guard (void)
{
  const char *body = "“Wij moeten eerst luisteren naar de mensen achter de dijk”, zegt Blok.";

  g_assert_cmpint (get_concern ("‘Eerst luisteren naar de mensen’", body, 0), ==,
                   VSL_CONCERN_NONE);
  g_assert_cmpint (get_concern ("‘Alles moet morgen anders worden’", body, 0), ==,
                   VSL_CONCERN_UNTRACED);
}

/* What was said instead of what was quoted, and a passage as a sentence of the article. */
static void
test_writer (void)
{
  g_autoptr(VslArticle) article = make_article ("Kop");
  g_autoptr(VslTranscript) transcript = make_transcript ();
  g_autoptr(VslQuotationReport) report = vsl_quotation_checker_check (article, transcript);
  g_autoptr(VslQuotation) edited =
    g_list_model_get_item (vsl_quotation_report_get_quotations (report), 1);
  g_autofree char *said = vsl_quotation_writer_dup_as_said (vsl_quotation_get_text (edited),
                                                            vsl_quotation_get_match (edited));
  g_autofree char *statement =
    vsl_quotation_writer_dup_attributed (article, "Wij gaan door.", "Iris Blok", 0);
  g_autofree char *question =
    vsl_quotation_writer_dup_attributed (article, "Gaan wij door?", "Jos de Wit", 2);

  g_assert_cmpstr (said, ==, "De toekomst van de polder hangt niet af van geld.");
  g_assert_cmpstr (statement, ==, "“Wij gaan door”, zegt Iris Blok.");
  g_assert_cmpstr (question, ==, "“Gaan wij door?”, aldus Jos de Wit.");
}

static void
test_balance (void)
{
  g_autoptr(VslArticle) article = make_article ("Kop");
  g_autoptr(VslTranscript) transcript = make_transcript ();
  g_autoptr(VslQuotationReport) report = vsl_quotation_checker_check (article, transcript);
  g_autoptr(GArray) rows = vsl_balance_measure (article, report, transcript);
  const VslBalanceRow *blok = &g_array_index (rows, VslBalanceRow, 0);
  const VslBalanceRow *wit = &g_array_index (rows, VslBalanceRow, 1);
  const VslBalanceRow *chair = &g_array_index (rows, VslBalanceRow, 2);

  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpuint (blok->quotations, ==, 1);
  g_assert_cmpuint (blok->words, ==, 12);
  g_assert_cmpuint (wit->words, ==, 9);
  g_assert_cmpfloat_with_epsilon (blok->share, 12 / 21.0, 0.001);
  g_assert_cmpint (blok->speaking_ms, ==, 10000);
  g_assert_cmpint (wit->speaking_ms, ==, 30000);
  g_assert_cmpuint (chair->quotations, ==, 0);
  g_assert_cmpint (chair->speaking_ms, ==, 5000);
}

static void
test_suggestions (void)
{
  g_autoptr(VslTranscript) transcript = make_transcript ();
  g_autoptr(GArray) suggestions = vsl_suggestions_make (transcript, "nl", "Wim den Houter", 3);
  guint i;

  g_assert_cmpuint (suggestions->len, ==, 2);
  for (i = 0; i < suggestions->len; i++)
    g_assert_cmpstr (
      vsl_utterance_get_speaker (g_array_index (suggestions, VslSuggestion, i).utterance), !=,
      "Wim den Houter");
}

/* What somebody says in one go, and the passages of it that can be quoted, with “|” between. */
static const struct
{
  const char *text;
  const char *passages;
} speeches[] = {
  { "Ja.", "" },
  { "Dank u wel, voorzitter, en dank aan iedereen die dit debat heeft voorbereid.", "" },
  { "Een school zonder conciërge is een gebouw waar niemand nog iets weet.",
    "Een school zonder conciërge is een gebouw waar niemand nog iets weet." },
  { "Kunt u mij horen? Een school zonder conciërge is een gebouw waar niemand nog iets weet. Kan de volgende "
    "dia op het scherm, want ik zie hem niet? Wij bezuinigden de helft weg en gaven twee keer zo veel uit.",
    "Een school zonder conciërge is een gebouw waar niemand nog iets weet.|"
    "Wij bezuinigden de helft weg en gaven twee keer zo veel uit." },
  { "Wij hebben drie scholen in ons dorp gehad. Nu is er één over. Die sluit ook. Dan rijden de kinderen "
    "een half uur met de bus naar de stad.",
    "Wij hebben drie scholen in ons dorp gehad. Nu is er één over. Die sluit ook.|"
    "Dan rijden de kinderen een half uur met de bus naar de stad." },
  { "Could you go to the next slide for me, please? We cut half of the caretakers and spent twice as much again.",
    "We cut half of the caretakers and spent twice as much again." },
};

static void
test_cutting (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (speeches); i++)
    {
      g_autoptr(VslUtterance) utterance =
        vsl_utterance_new ("u1", 1000, 11000, "Anne Smit", speeches[i].text, FALSE);
      g_autoptr(GPtrArray) passages = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(GString) found = g_string_new (NULL);
      gint64 before = 0;

      vsl_passage_cutter_cut (utterance, passages);
      for (guint j = 0; j < passages->len; j++)
        {
          VslUtterance *passage = g_ptr_array_index (passages, j);

          g_string_append_printf (found, "%s%s", j > 0 ? "|" : "", vsl_utterance_get_text (passage));
          g_assert_cmpstr (vsl_utterance_get_id (passage), ==, "u1");
          g_assert_cmpint (vsl_utterance_get_start_ms (passage), >, before);
          before = vsl_utterance_get_start_ms (passage);
        }
      g_assert_cmpstr (found->str, ==, speeches[i].passages);
    }
}

/* What is written and read again is the same transcript. */
static void
test_round_trip (gconstpointer data)
{
  VslTranscriptFormat format = GPOINTER_TO_UINT (data);
  g_autoptr(VslTranscript) transcript = make_transcript ();
  g_autofree char *text = vsl_transcript_write (transcript, format, "Het <debat> & meer", "nl", "Wim den Houter");
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(VslTranscript) again = vsl_transcript_read (bytes, NULL, NULL, NULL, &error);
  guint i;

  g_assert_no_error (error);
  g_assert_cmpuint (vsl_transcript_get_n_utterances (again), ==,
                    vsl_transcript_get_n_utterances (transcript));
  for (i = 0; i < vsl_transcript_get_n_utterances (again); i++)
    {
      VslUtterance *a = vsl_transcript_get_utterance (transcript, i);
      VslUtterance *b = vsl_transcript_get_utterance (again, i);

      g_assert_cmpstr (vsl_utterance_get_text (a), ==, vsl_utterance_get_text (b));
      g_assert_cmpstr (vsl_utterance_get_speaker (a), ==, vsl_utterance_get_speaker (b));
      if (format != VSL_TRANSCRIPT_TEI)
        g_assert_cmpint (vsl_utterance_get_start_ms (a), ==, vsl_utterance_get_start_ms (b));
      if (format == VSL_TRANSCRIPT_VTT)
        g_assert_cmpstr (vsl_utterance_get_id (a), ==, vsl_utterance_get_id (b));
    }
}

/* Words, whether some of them are off the record, and what becomes of a quotation of them. */
typedef struct
{
  const char *name;
  guint offset;  /* of the part; with a length of 0 the utterance as a whole */
  guint length;
  const char *quotation;
  VslVerdict verdict;
} SecretCase;

static const SecretCase secret_cases[] = {
  { "whole", 0, 0, "De burgemeester wist er al in maart van en zei niets.",
    VSL_VERDICT_OFF_THE_RECORD },
  { "part", 28, 44, "De burgemeester wist er al in maart van en zei niets.",
    VSL_VERDICT_OFF_THE_RECORD },
  { "other part", 0, 26, "De burgemeester wist er al in maart van en zei niets.",
    VSL_VERDICT_VERBATIM },
  { "invented", 0, 0, "Vissers vangen elke winter minder haring dan vorig jaar.",
    VSL_VERDICT_NOT_FOUND },
};

static void
test_off_the_record (gconstpointer data)
{
  const SecretCase *row = data;
  g_autoptr(GPtrArray) utterances = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (VslOffPart));
  g_autoptr(VslUtterance) plain =
    vsl_utterance_new ("u1", 0, 9000, "Iris Blok", "Dit blijft tussen ons hoor. De burgemeester wist er "
                       "al in maart van en zei niets.", FALSE);
  VslOffPart part = { row->offset, row->length };
  g_autoptr(VslTranscript) transcript = NULL;
  g_autoptr(VslTranscript) public = NULL;
  g_autoptr(VslQuotationReport) report = NULL;
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslQuotation) quotation = NULL;
  g_autofree char *body = g_strdup_printf ("Iris Blok zegt: “%s”", row->quotation);
  g_autofree char *written = NULL;

  g_array_append_val (parts, part);
  g_ptr_array_add (utterances, vsl_utterance_with_record (plain, row->length == 0, parts));
  transcript = vsl_transcript_new ("vtt", utterances, NULL);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  article = vsl_article_builder_end (builder);

  report = vsl_quotation_checker_check (article, transcript);
  quotation = g_list_model_get_item (vsl_quotation_report_get_quotations (report), 0);
  g_assert_cmpstr (vsl_verdict_get_name (vsl_quotation_get_match (quotation)->verdict), ==,
                   vsl_verdict_get_name (row->verdict));
  g_assert_true (has_finding (report, "quote.off-the-record", row->quotation) ==
                 (row->verdict == VSL_VERDICT_OFF_THE_RECORD));
  g_assert_true ((vsl_concern_of_quotation (quotation) == VSL_CONCERN_OFF_THE_RECORD) ==
                 (row->verdict == VSL_VERDICT_OFF_THE_RECORD));

  /* And nothing of it is in what is written or suggested. */
  public = vsl_transcript_dup_on_record (transcript);
  written = vsl_transcript_write (public, VSL_TRANSCRIPT_TEXT, NULL, "nl", NULL);
  g_assert_true ((strstr (written, "burgemeester") != NULL) == g_str_equal (row->name, "other part"));
}

int
main (int   argc,
      char *argv[])
{
  static const char *const formats[] = { "vtt", "srt", "tei", "markdown", "text" };
  guint i;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quotation-checker/article", test_article);
  g_test_add_func ("/quotation-checker/headline-untraced", test_headline_untraced);
  g_test_add_func ("/quotation-checker/again", test_again);
  g_test_add_func ("/quotation-checker/streamer-guard", test_streamer_guard);
  g_test_add_func ("/quotation-checker/headline-guard", test_headline_guard);
  g_test_add_func ("/quotation-writer/write", test_writer);
  g_test_add_func ("/balance/measure", test_balance);
  g_test_add_func ("/suggestions/make", test_suggestions);
  g_test_add_func ("/suggestions/cutting", test_cutting);
  for (i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strconcat ("/transcript/round-trip/", formats[i], NULL);
      VslTranscriptFormat format;

      g_assert_true (vsl_transcript_format_from_name (formats[i], &format));
      g_test_add_data_func (path, GUINT_TO_POINTER (format), test_round_trip);
    }

  for (i = 0; i < G_N_ELEMENTS (secret_cases); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/quotation-checker/off-the-record/%s", secret_cases[i].name);

      g_test_add_data_func (path, &secret_cases[i], test_off_the_record);
    }

  return g_test_run ();
}
