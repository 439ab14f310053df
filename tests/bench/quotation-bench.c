/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

/*
 * How well and how fast quotations are held against a transcript. Meetings of an hour are made of
 * invented words with the frequencies of speech; quotations are taken from them and changed as
 * editors change them. Prints a rate for each way of changing, and the time per quotation; and how
 * long a whole article of 12 quotations takes: when it is opened, and when one quotation of it changes.
 *
 *   quotation-bench [MEETINGS] [QUOTATIONS-PER-MEETING]
 */

#include "core/vsl-article-builder.h"
#include "core/vsl-quotation-report.h"
#include "debate/vsl-quotation-checker.h"
#include "debate/vsl-quotation-matcher.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define N_SPEAKERS 5
#define N_TOKENS 10000
#define N_WORDS 3000

static const char *const speakers[N_SPEAKERS] = { "Iris Blok", "Wim den Houter", "Ria van der Zee",
                                                  "Jos de Wit", "Tom Winter" };
static const char *const fillers[] = { "eh", "nou", "eigenlijk", "gewoon", "dus", "ehm", "ja" };
static const char *const common[] = { "de", "het", "en", "van", "wij", "dat", "een", "in", "is",
                                      "niet", "op", "die", "ik", "maar", "twee", "geen", "zo" };

typedef enum
{
  CHANGE_CLEANED,
  CHANGE_LIGHT,
  CHANGE_HEAVY,
  CHANGE_SPEAKER,
  CHANGE_NEGATION,
  CHANGE_NUMBER,
  CHANGE_INVENTED,
  N_CHANGES
} Change;

static const char *const change_names[N_CHANGES] = {
  "cleaned", "lightly edited", "heavily edited", "other speaker", "negation dropped",
  "number changed", "invented",
};

typedef struct
{
  guint total;
  guint right;    /* what the row is about went as it should */
  guint in_place; /* found where it was said */
} Tally;

static char *
make_word (GRand *rand)
{
  static const char *const syllables[] = { "ba", "ke", "lo", "ri", "ten", "dam", "wer", "zo", "pen",
                                           "gra", "mi", "sel", "huis", "tra", "vo", "ling" };
  GString *word = g_string_new (NULL);
  guint i, n = (guint) g_rand_int_range (rand, 2, 5);

  for (i = 0; i < n; i++)
    g_string_append (word, syllables[g_rand_int_range (rand, 0, G_N_ELEMENTS (syllables))]);

  return g_string_free (word, FALSE);
}

/* A word by rank, the first ones far oftener than the last ones. */
static const char *
pick_word (GRand  *rand,
           char  **words)
{
  double u = g_rand_double (rand);

  if (u < 0.08)
    return fillers[g_rand_int_range (rand, 0, G_N_ELEMENTS (fillers))];
  if (u < 0.45)
    return common[g_rand_int_range (rand, 0, G_N_ELEMENTS (common))];

  return words[(guint) floor (pow (N_WORDS, g_rand_double (rand))) % N_WORDS];
}

static VslTranscript *
make_meeting (GRand  *rand,
              char  **words)
{
  g_autoptr(GPtrArray) utterances = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_tokens = 0;

  while (n_tokens < N_TOKENS)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *id = g_strdup_printf ("u%u", utterances->len + 1);
      guint i, n = (guint) g_rand_int_range (rand, 15, 70);

      for (i = 0; i < n; i++)
        g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", pick_word (rand, words),
                                i + 1 == n ? "." : "");
      g_ptr_array_add (utterances,
                       vsl_utterance_new (id, utterances->len * 20000, utterances->len * 20000 + 19000,
                                          speakers[g_rand_int_range (rand, 0, N_SPEAKERS)],
                                          text->str, FALSE));
      n_tokens += n;
    }

  return vsl_transcript_new ("text", utterances, NULL);
}

static gboolean
is_filler (const char *word)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (fillers); i++)
    {
      if (g_str_equal (fillers[i], word))
        return TRUE;
    }

  return FALSE;
}

/* Words of @text changed as @change says; NULL when there is nothing to change in it. */
static char *
change_text (GRand       *rand,
             const char  *text,
             Change       change,
             char       **words)
{
  static const double rates[N_CHANGES][3] = {
    [CHANGE_LIGHT] = { 0.05, 0.05, 0.03 },
    [CHANGE_HEAVY] = { 0.12, 0.13, 0.08 },
  };
  g_auto(GStrv) parts = g_strsplit (text, " ", -1);
  g_autoptr(GString) out = g_string_new (NULL);
  gboolean done = change != CHANGE_NEGATION && change != CHANGE_NUMBER;
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    {
      const char *word = parts[i];
      double u = g_rand_double (rand);

      if (is_filler (word) && change != CHANGE_SPEAKER)
        continue;
      if (change == CHANGE_NEGATION && !done &&
          (g_str_equal (word, "niet") || g_str_equal (word, "geen")))
        {
          done = TRUE;
          continue;
        }
      if (change == CHANGE_NUMBER && !done && g_str_equal (word, "twee"))
        {
          done = TRUE;
          word = "drie";
        }
      else if (u < rates[change][0])
        continue;
      else if (u < rates[change][0] + rates[change][1])
        word = words[g_rand_int_range (rand, 0, N_WORDS)];
      else if (u < rates[change][0] + rates[change][1] + rates[change][2])
        g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "",
                                words[g_rand_int_range (rand, 0, N_WORDS)]);
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", word);
    }

  return done && out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/* A passage of 8 to 40 words from inside an utterance. */
static char *
take_passage (GRand        *rand,
              VslUtterance *utterance)
{
  g_auto(GStrv) parts = g_strsplit (vsl_utterance_get_text (utterance), " ", -1);
  guint n = g_strv_length (parts);
  guint wanted = (guint) g_rand_int_range (rand, 12, 41);
  guint length = MIN (n, wanted);
  guint start = n > length ? (guint) g_rand_int_range (rand, 0, n - length) : 0;

  g_clear_pointer (&parts[start + length], g_free);

  return g_strjoinv (" ", parts + start);
}

static void
judge (Tally        *tally,
       Change        change,
       VslMatch     *match,
       VslUtterance *utterance)
{
  gboolean accepted = match->verdict == VSL_VERDICT_VERBATIM || match->verdict == VSL_VERDICT_CLEANED;
  gboolean in_place =
    g_strcmp0 (match->first_utterance, vsl_utterance_get_id (utterance)) == 0;

  tally->total++;
  tally->in_place += in_place;
  switch (change)
    {
    case CHANGE_CLEANED:
    case CHANGE_LIGHT:
    case CHANGE_HEAVY:
      tally->right += in_place;
      break;
    case CHANGE_SPEAKER:
      tally->right += match->verdict == VSL_VERDICT_OTHER_SPEAKER;
      break;
    case CHANGE_NEGATION:
    case CHANGE_NUMBER:
      tally->right += !accepted;
      break;
    case CHANGE_INVENTED:
    case N_CHANGES:
    default:
      tally->right += match->verdict == VSL_VERDICT_NOT_FOUND ||
                      match->verdict == VSL_VERDICT_CANDIDATE;
      break;
    }
}

static gint64
run_meeting (GRand  *rand,
             char  **words,
             guint   n_quotations,
             Tally  *tallies,
             guint  *n_asked)
{
  g_autoptr(VslTranscript) meeting = make_meeting (rand, words);
  g_autoptr(VslTranscript) other = make_meeting (rand, words);
  g_autoptr(VslQuotationMatcher) matcher = vsl_quotation_matcher_new (meeting);
  gint64 spent = 0;
  guint i;

  for (i = 0; i < n_quotations; i++)
    {
      Change change = (Change) (i % N_CHANGES);
      VslTranscript *from = change == CHANGE_INVENTED ? other : meeting;
      VslUtterance *utterance = vsl_transcript_get_utterance (
        from, (guint) g_rand_int_range (rand, 0, (gint32) vsl_transcript_get_n_utterances (from)));
      g_autofree char *passage = take_passage (rand, utterance);
      g_autofree char *text = change_text (rand, passage, change, words);
      const char *speaker = vsl_utterance_get_speaker (utterance);
      g_autoptr(VslMatch) match = NULL;
      gint64 start;

      if (text == NULL)
        continue;
      if (change == CHANGE_SPEAKER)
        speaker = g_str_equal (speaker, speakers[0]) ? speakers[1] : speakers[0];
      start = g_get_monotonic_time ();
      match = vsl_quotation_matcher_match (matcher, text, speaker);
      spent += g_get_monotonic_time () - start;
      (*n_asked)++;
      judge (&tallies[change], change, match, utterance);
    }

  return spent;
}

#define N_ARTICLE_QUOTATIONS 12
#define N_ROUNDS 20

/* A report of 12 quotations from @meeting between paragraphs of @n_filler words. */
static VslArticle *
make_article (GRand         *rand,
              char         **words,
              VslTranscript *meeting,
              guint          n_filler)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  g_autoptr(GString) body = g_string_new (NULL);
  guint i, j;

  for (i = 0; i < N_ARTICLE_QUOTATIONS; i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (
        meeting,
        (guint) g_rand_int_range (rand, 0, (gint32) vsl_transcript_get_n_utterances (meeting)));
      g_autofree char *passage = take_passage (rand, utterance);
      g_autofree char *text = change_text (rand, passage, CHANGE_LIGHT, words);

      for (j = 0; j < n_filler; j++)
        g_string_append_printf (body, "%s%s", words[g_rand_int_range (rand, 0, N_WORDS)],
                                j % 15 == 14 ? ". " : " ");
      g_string_append_printf (body, "\n\n“%s”, zegt %s.\n\n", text,
                              vsl_utterance_get_speaker (utterance));
    }
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body->str);
  for (i = 0; i < N_SPEAKERS; i++)
    {
      g_autoptr(VslPerson) person = vsl_person_new_from_text (speakers[i]);
      g_autoptr(VslParticipant) participant = vsl_participant_new (person, NULL, NULL, FALSE);

      vsl_article_builder_add_participant (builder, participant);
    }

  return vsl_article_builder_end (builder);
}

static void
measure_article (GRand  *rand,
                 char  **words,
                 guint   n_filler)
{
  gint64 opened = 0, changed = 0;
  guint n_words = 0;
  guint i;

  for (i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr(VslTranscript) meeting = make_meeting (rand, words);
      g_autoptr(VslArticle) article = make_article (rand, words, meeting, n_filler);
      g_autoptr(VslArticle) edited = NULL;
      g_autoptr(VslQuotationChecker) checker = vsl_quotation_checker_new (meeting);
      g_autoptr(VslQuotationReport) first = NULL;
      g_autoptr(VslQuotationReport) second = NULL;
      VslArticleBuilder *builder = vsl_article_builder_new (article);
      g_autofree char *body =
        g_strconcat (vsl_article_get_text (article, VSL_FIELD_BODY), "“Wij gaan nu echt iets heel "
                     "anders doen dan gisteren”, zegt Iris Blok.\n", NULL);
      gint64 start;

      vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
      edited = vsl_article_builder_end (builder);
      n_words = vsl_article_count_words (article);
      start = g_get_monotonic_time ();
      first = vsl_quotation_checker_run (checker, article, NULL);
      opened += g_get_monotonic_time () - start;
      start = g_get_monotonic_time ();
      second = vsl_quotation_checker_run (checker, edited, NULL);
      changed += g_get_monotonic_time () - start;
    }

  g_print ("article of %5u words, %u quotations: %6.2f ms when opened, %6.2f ms when one is new\n",
           n_words, N_ARTICLE_QUOTATIONS, opened / 1000.0 / N_ROUNDS,
           changed / 1000.0 / N_ROUNDS);
}

int
main (int   argc,
      char *argv[])
{
  guint n_meetings = argc > 1 ? (guint) atoi (argv[1]) : 20;
  guint n_quotations = argc > 2 ? (guint) atoi (argv[2]) : 350;
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260501);
  Tally tallies[N_CHANGES] = { 0 };
  g_autofree char **words = g_new0 (char *, N_WORDS + 1);
  guint i, n_asked = 0;
  gint64 spent = 0;

  for (i = 0; i < N_WORDS; i++)
    words[i] = make_word (rand);
  for (i = 0; i < n_meetings; i++)
    spent += run_meeting (rand, words, n_quotations, tallies, &n_asked);

  g_print ("%u meetings of %u words, %u quotations\n", n_meetings, N_TOKENS, n_asked);
  for (i = 0; i < N_CHANGES; i++)
    g_print ("%-18s %5u quotations  right %7.3f%%  in place %7.3f%%\n", change_names[i],
             tallies[i].total, 100.0 * tallies[i].right / MAX (tallies[i].total, 1),
             100.0 * tallies[i].in_place / MAX (tallies[i].total, 1));
  g_print ("%.3f ms per quotation and hour of transcript\n", spent / 1000.0 / MAX (n_asked, 1));

  measure_article (rand, words, 40);
  measure_article (rand, words, 800);

  for (i = 0; i < N_WORDS; i++)
    g_free (words[i]);

  return 0;
}
