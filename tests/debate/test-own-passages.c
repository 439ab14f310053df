/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-article-builder.h"
#include "debate/vsl-own-passages.h"

#include <string.h>

static const char *const people[] = { "Ans Kramer", "Bo de Wit", "Tom De Coninck" };
static const char *const roles[] = { "dijkgraaf", "wethouder", "onderzoeker" };
static const char *const organisations[] = { "Waterschap Oosterkade", "gemeente Zandwijk", "" };

static VslArticle *
make_article (const char *headline,
              const char *body)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);

  vsl_article_builder_set_language (builder, "nl");
  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, headline);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr(VslPerson) person = vsl_person_new_from_text (people[i]);
      g_autoptr(VslParticipant) participant = vsl_participant_new (person, roles[i], organisations[i], FALSE);

      vsl_article_builder_add_participant (builder, participant);
    }

  return vsl_article_builder_end (builder);
}

static char *
find (VslArticle *article,
      const char *name)
{
  g_autoptr(VslOwnPassages) own = vsl_own_passages_new (article);
  g_autoptr(GPtrArray) passages = vsl_own_passages_find (own, name);

  return vsl_review_passages_join (passages);
}

/* A headline and a body, and what Ans Kramer gets to read of it. */
static const struct
{
  const char *headline;
  const char *body;
  const char *shown;
} articles[] = {
  { "", "Het regent.", "" },
  { "", "Het regent. “Ik ga”, zegt Ans Kramer. Zij ging. En verder.",
    "Het regent. “Ik ga”, zegt Ans Kramer. Zij ging." },
  /* Context that is about somebody else, or holds what they say, is left out. */
  { "", "Bo de Wit knikt. “Ik ga”, zegt Ans Kramer. “Ik blijf”, zegt Bo de Wit.",
    "“Ik ga”, zegt Ans Kramer." },
  /* What is said of her, outside what others say. */
  { "", "De raad wil dat Kramer gaat. “Kramer moet gaan”, zegt Bo de Wit.",
    "De raad wil dat Kramer gaat." },
  /* Another within her own sentence. */
  { "", "“Blijf dan toch hier bij ons”, zegt Bo de Wit tegen Ans Kramer.",
    "“[…]”, zegt Bo de Wit tegen Ans Kramer." },
  { "‘Wij gaan morgen vroeg op weg’", "“Wij gaan morgen vroeg op weg”, zegt Ans Kramer.",
    "‘Wij gaan morgen vroeg op weg’\n\n“Wij gaan morgen vroeg op weg”, zegt Ans Kramer." },
  { "‘Wij gaan morgen vroeg op weg’", "“Wij gaan morgen vroeg op weg”, zegt Bo de Wit.", "" },
  { "", "“Wij gaan morgen vroeg op weg”, zegt Ans Kramer.\n\n::: streamer\nWij gaan morgen vroeg op weg\n:::",
    "“Wij gaan morgen vroeg op weg”, zegt Ans Kramer.\n\nWij gaan morgen vroeg op weg" },
  { "", "Het regent.\n\n::: streamer\nWij gaan morgen\n\n— Ans Kramer\n:::", "Wij gaan morgen" },
  { "", "Het regent.\n\n::: streamer\nWij gaan morgen\n\n— Bo de Wit\n:::", "" },
  /* By a pronoun, for as long as it can be nobody else. */
  { "", "“Ik ga”, zegt Ans Kramer. De zaal zwijgt. Het regent. Haar school ging dicht.",
    "“Ik ga”, zegt Ans Kramer. De zaal zwijgt.\n\nHaar school ging dicht." },
  { "", "Bo de Wit wil blijven. Zij vindt gaan een schande. “Ik ga”, zegt Ans Kramer.",
    "“Ik ga”, zegt Ans Kramer." },
  { "", "Ans Kramer luistert naar Bo de Wit. Zij vindt gaan een schande.",
    "Ans Kramer luistert naar Bo de Wit." },
  { "", "“Ik ga”, zegt Ans Kramer. Bo de Wit schudt het hoofd.\n\nZij vindt het een schande.",
    "“Ik ga”, zegt Ans Kramer." },
  { "", "Bo de Wit schudt het hoofd.\n\nDat is een schande. “Ik ga”, zegt Ans Kramer.",
    "“Ik ga”, zegt Ans Kramer." },
  /* By a role or an organisation; her own are hers. */
  { "", "“Ik ga”, zegt Ans Kramer. De wethouder vindt dat een schande.", "“Ik ga”, zegt Ans Kramer." },
  { "", "“Ik ga”, zegt Ans Kramer. De gemeente had dat anders gewild.", "“Ik ga”, zegt Ans Kramer." },
  { "", "“Ik ga”, zegt Ans Kramer. Het waterschap gaat mee.",
    "“Ik ga”, zegt Ans Kramer. Het waterschap gaat mee." },
  /* Somebody who is no participant at all. */
  { "", "“Ik ga”, zegt Ans Kramer. Volgens Jansen is dat een schande.", "“Ik ga”, zegt Ans Kramer." },
  { "", "“Ik ga”, zegt Ans Kramer. Jansen noemt dat een schande.", "“Ik ga”, zegt Ans Kramer." },
  /* Another's words in the second half of her sentence. */
  { "", "Ans Kramer wil gaan, terwijl Bo de Wit liever blijft.", "Ans Kramer wil gaan, […]." },
  { "", "Ans Kramer wil gaan, terwijl het regent.", "Ans Kramer wil gaan, terwijl het regent." },
  { "", "Ans Kramer wil gaan; Bo de Wit vindt dat een schande.", "Ans Kramer wil gaan; […]." },
  { "", "Er kwamen Ans Kramer, dijkgraaf; Bo de Wit, wethouder.",
    "Er kwamen Ans Kramer, dijkgraaf; Bo de Wit, wethouder." },
  { "", "Ans Kramer sprak met Bo de Wit, Tom De Coninck en de zaal.",
    "Ans Kramer sprak met Bo de Wit, Tom De Coninck en de zaal." },
  /* What all of them want, she wants. */
  { "", "Bo de Wit zwijgt. De deelnemers willen morgen gaan. Hij niet.",
    "De deelnemers willen morgen gaan." },
};

static void
test_articles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr(VslArticle) article = make_article (articles[i].headline, articles[i].body);
      g_autofree char *shown = find (article, "Ans Kramer");

      g_test_message ("%s | %s", articles[i].headline, articles[i].body);
      g_assert_cmpstr (shown, ==, articles[i].shown);
    }
}

/* Added to somebody who is meant in a way that can mean another: their words need not be shown to them. */
#define UNSURE 16

/* Paragraphs in which each quotation and paraphrase holds a word that nothing else holds: “woord” with a
 * number. Whose the numbers are is in @speakers. */
static char *
generate (GRand  *random,
          GArray *speakers)
{
  static const char *const last[] = { "Kramer", "De Wit", "De Coninck" };
  g_autoptr(GString) body = g_string_new (NULL);

  for (guint i = 0; i < 12; i++)
    {
      guint who = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (people));
      guint other = (who + 1) % G_N_ELEMENTS (people);
      guint n = speakers->len;
      gboolean by_name = TRUE;

      switch (g_rand_int_range (random, 0, 8))
        {
        case 4:
          g_string_append_printf (body, "%s komt aan het woord. Zij vindt woord%uzz een schande. ",
                                  people[who], n);
          break;
        case 5:
          g_string_append_printf (body, "%s wil verder, terwijl %s woord%uzz een schande noemt. ",
                                  people[other], people[who], n);
          break;
        case 6:
          by_name = FALSE;
          g_string_append_printf (body, "De %s heeft het over woord%uzz gehad. ", roles[who], n);
          break;
        case 7:
          by_name = FALSE;
          g_string_append_printf (body, "%s antwoordt %s. Volgens hem is woord%uzz een schande. ",
                                  people[who], last[other], n);
          break;
        case 0:
          g_string_append_printf (body, "“Dit is woord%uzz voor de zaal”, zegt %s. ", n, people[who]);
          break;
        case 1:
          g_string_append_printf (body, "%s zegt: “Hier komt woord%uzz aan bod.” ", people[who], n);
          break;
        case 2:
          g_string_append_printf (body, "Volgens %s klopt dat. “Zo klinkt woord%uzz nu eenmaal.” ",
                                  last[who], n);
          break;
        default:
          g_string_append_printf (body, "%s luistert. “Nu gaat woord%uzz over de toonbank”, zegt %s. ",
                                  last[other], n, last[who]);
        }
      who |= by_name ? 0 : UNSURE;
      g_array_append_val (speakers, who);
      if (g_rand_boolean (random))
        g_string_append (body, "De zaal zwijgt. ");
      if (g_rand_int_range (random, 0, 3) == 0)
        g_string_append (body, "\n\n");
    }

  return g_string_free (g_steal_pointer (&body), FALSE);
}

/* Nobody gets to read what another is quoted with or said to find, whatever the article. Their own they all get. */
static void
test_only_their_own (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20260512);
  guint n_own = 0, n_missing = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr(GArray) speakers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autofree char *body = generate (random, speakers);
      g_autoptr(VslArticle) article = make_article ("", body);

      for (guint who = 0; who < G_N_ELEMENTS (people); who++)
        {
          g_autofree char *shown = find (article, people[who]);

          for (guint n = 0; n < speakers->len; n++)
            {
              g_autofree char *word = g_strdup_printf ("woord%uzz", n);
              gboolean own = (g_array_index (speakers, guint, n) & ~UNSURE) == who;
          gboolean sure = g_array_index (speakers, guint, n) == who;
              gboolean there = strstr (shown, word) != NULL;

              if (!own && there)
                g_error ("%s reads %s:\n%s\n--\n%s", people[who], word, shown, body);
              n_own += sure;
              n_missing += sure && !there;
            }
        }
    }
  g_test_message ("%u of %u own quotations missing", n_missing, n_own);
  g_assert_cmpuint (n_missing, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/own-passages/articles", test_articles);
  g_test_add_func ("/own-passages/only-their-own", test_only_their_own);

  return g_test_run ();
}
