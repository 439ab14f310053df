/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "article-digest.h"

#include "core/vsl-article-builder.h"

#include <string.h>

#define N_FILES 3000
#define N_ARTICLES 1500

/* What files are made of: anything an article may have, in any order, whole and broken. */
static const char *const pieces[] = {
  "Kop over kaden",
  "HAVENDEBAT",
  "Interview",
  "‘Een kop die citeert’",
  "Inleiding over wat er speelt in de stad. En waarom.",
  "Door Ada Post",
  "Door Ada Post en Bo Smit",
  "Door middel van praten komt men eruit",
  "By Jane Roe",
  "Tekst: Ada Post | Beeld: Nova",
  "Beeld\u00a0Nova/Blad",
  "Foto: Bo Smit",
  "Image courtesy of Nova",
  "Deelnemers\u00a0Havendebat:",
  "Deelnemers aan het Havendebat:",
  "Participants in the Harbour Debate:",
  "Participants: Bo Smit (VBX), Cas Mol en Dirk Bos",
  "Deelnemers: niemand wilde komen.",
  "  • Noor Dekkers, directeur Kades bij de VBX",
  "  • Bas den Uyl, directeur Water, Ministerie van WKZ",
  "  • ",
  "•",
  "- Cas Mol (WKZ), jurist;",
  "- , ;",
  "* Dirk Bos: bakker",
  "1. Eva Mos – dichter",
  "– een streepje",
  "    vervolg van een regel",
  "Onder leiding van Jan van Eik, griffier bij de provincie Oostveen",
  "Gespreksleider: Jan van Eik",
  "Onder leiding van Jan van Eik kwam men tot een besluit.",
  "Moderated by Ann Other",
  "Streamer: los van alles",
  "Dit is een alinea met *sterren*, `code` en [een](haak). Zij zegt: “ja”.",
  "Volgens Den Uyl is dat nog niet genoeg. De kade moet eerst worden verstevigd.",
  "De kade moet eerst worden verstevigd",
  "# hek", "> pijl", "::: streamer", ":::", "```", "---", "===", "\\", "a\\*b", "_x_ en y_z",
  "<b>vet</b> &amp; meer", "12) lijst", "Bovenkop: Los", "Evenement: Feest", "\u00a0", "  \t ",
  "(tussen haakjes)", "en", "; en", "Ada Post,", "…", "10\u00a0km\u00a0ver",
};

/* Words that are labels or that join the parts of a line; a field says the same without them. */
static const char *const joints[] = {
  "door", "by", "tekst", "beeld", "foto", "image", "deelnemers", "participants", "aan", "het",
  "in", "the", "onder", "leiding", "van", "gespreksleider", "moderated", "streamer", "bij", "de",
  "en", "bovenkop", "evenement", "1", "12", NULL
};

/* A file of random pieces. */
static char *
make_file (GRand *rand)
{
  static const char *const ends[] = { "\n", "\n", "\n\n", "\n\n", "\n\n", "\n\n\n", "\r\n",
                                      "\r\n\r\n", "\r" };
  GString *file = g_string_new (g_rand_boolean (rand) ? "Een kop\n\n" : NULL);
  gint32 i, n = g_rand_int_range (rand, 1, 14);

  for (i = 0; i < n; i++)
    {
      g_string_append (file, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      g_string_append (file, ends[g_rand_int_range (rand, 0, G_N_ELEMENTS (ends))]);
    }
  if (g_rand_boolean (rand))
    g_string_truncate (file, strlen (g_strchomp (file->str)));
  if (file->len == 0 || !g_unichar_isalnum (g_utf8_get_char (file->str)))
    g_string_prepend (file, "x ");

  return g_string_free (file, FALSE);
}

/* Adds @sign for each word of @text. */
static void
count_words (GHashTable *counts,
             const char *text,
             int         sign)
{
  const char *start = NULL;
  const char *p;

  for (p = text;; p = g_utf8_next_char (p))
    {
      gboolean inside = *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));

      if (inside && start == NULL)
        start = p;
      if (!inside && start != NULL)
        {
          g_autofree char *word = g_utf8_strdown (start, p - start);
          int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, word));

          g_hash_table_insert (counts, g_steal_pointer (&word), GINT_TO_POINTER (count + sign));
          start = NULL;
        }
      if (*p == '\0')
        return;
    }
}

static void
count_article (GHashTable *counts,
               VslArticle *article)
{
  g_autofree char *digest = NULL;
  guint i;

  for (i = 0; i < VSL_N_FIELDS; i++)
    count_words (counts, vsl_article_get_text (article, i), -1);
  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    {
      g_autofree char *line =
        vsl_participant_dup_description (vsl_article_get_participant (article, i));

      count_words (counts, line, -1);
    }
}

/* Every word of a file is in the article as often as in the file, but for labels, which may be
 * fields, and the word that marks a streamer. */
static void
test_words (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260101);
  guint i;

  for (i = 0; i < N_FILES; i++)
    {
      g_autofree char *file = make_file (rand);
      g_autoptr(VslImport) import = read_file (file, VSL_FORMAT_TEXT);
      g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      GHashTableIter iter;
      gpointer word, count;

      count_words (counts, file, 1);
      count_article (counts, vsl_import_get_article (import));
      g_hash_table_iter_init (&iter, counts);
      while (g_hash_table_iter_next (&iter, &word, &count))
        {
          int missing = GPOINTER_TO_INT (count);

          if (missing == 0 || (missing > 0 && g_strv_contains (joints, word)) ||
              (missing < 0 && g_str_equal (word, "streamer")))
            continue;
          g_test_message ("“%s” is missing %d times of: «%s»", (char *) word, missing, file);
          g_test_fail ();
          return;
        }
    }
}

/* The character at a line and a column of a file; 0 when there is none. */
static gunichar
get_char_at (char  **lines,
             guint   line,
             guint   column)
{
  const char *text = line <= g_strv_length (lines) ? lines[line - 1] : "";

  if ((glong) column > g_utf8_strlen (text, -1))
    return 0;

  return g_utf8_get_char (g_utf8_offset_to_pointer (text, column - 1));
}

/* For every letter of every field the map leads to that very letter in the file. */
static void
test_map (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260102);
  guint i, field;

  for (i = 0; i < N_FILES; i++)
    {
      g_autofree char *file = make_file (rand);
      g_auto(GStrv) lines = g_regex_split_simple ("\r\n|\r|\n", file, 0, 0);
      g_autoptr(VslImport) import = read_file (file, VSL_FORMAT_TEXT);
      VslSourceMap *map = vsl_import_get_source_map (import);

      for (field = 0; field < VSL_N_FIELDS; field++)
        {
          const char *text = vsl_article_get_text (vsl_import_get_article (import), field);
          const char *p;
          gsize offset = 0;

          for (p = text; *p != '\0'; p = g_utf8_next_char (p), offset++)
            {
              gunichar c = g_utf8_get_char (p);
              guint line, column;

              if (g_str_has_prefix (p, "::: streamer\n"))
                {
                  p += strlen ("::: streamer\n") - 1;
                  offset += strlen ("::: streamer\n") - 1;
                  continue;
                }
              if (!g_unichar_isalnum (c))
                continue;
              g_assert_true (vsl_source_map_find (map, field, offset, &line, &column));
              if (get_char_at (lines, line, column) != c)
                g_test_message ("%u:%u of «%s» for %s", line, column, file, p);
              g_assert_cmpuint (get_char_at (lines, line, column), ==, c);
            }
        }
    }
}

static void
add_random_participant (GRand             *rand,
                        VslArticleBuilder *builder)
{
  static const char *const names[] = { "Noor Dekkers", "Bas den Uyl", "Jan van der Eik",
                                       "J.P. Zwart-Mol", "Émile d’Hondt" };
  static const char *const roles[] = { "", "directeur Kades", "directeur, tevens lid", "wethouder",
                                       "minister van Water", "onderzoeker" };
  static const char *const organisations[] = { "", "VBX", "Ministerie van WKZ", "gemeente Oostveen",
                                               "Stichting Wind en Water", "kleine club" };
  g_autoptr(VslPerson) person =
    vsl_person_new_from_text (names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))]);
  g_autoptr(VslParticipant) participant = vsl_participant_new (
    person, roles[g_rand_int_range (rand, 0, G_N_ELEMENTS (roles))],
    organisations[g_rand_int_range (rand, 0, G_N_ELEMENTS (organisations))],
    g_rand_int_range (rand, 0, 4) == 0);

  vsl_article_builder_add_participant (builder, participant);
}

/* An article as the plain-text form can hold it: with a headline, and with a lead where nothing else
 * tells the first paragraph from it. */
static VslArticle *
make_article (GRand *rand)
{
  static const char *const bodies[] = {
    "",
    "Een alinea met een punt.",
    "Een alinea.\nMet een tweede regel.\n\nEn nog een \\*ster\\*.",
    "Een alinea.\n\n- een punt\n- een punt\n  dat doorgaat\n\nEn verder.",
    "De kade moet worden verstevigd, zegt hij.\n\n::: streamer\nDe kade moet worden verstevigd\n:::",
    "Een alinea.\n\n::: streamer\nHeel iets anders.\n:::\n\n1\\. En verder, met # en a_b.",
  };
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  guint i, n = g_rand_int_range (rand, 0, 4);

  vsl_article_builder_set_language (builder, "nl");
  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, "‘Het is van de stad’, zegt Den Uyl");
  vsl_article_builder_set_text (builder, VSL_FIELD_LEAD, "Een debat over het water van de stad.");
  vsl_article_builder_set_text (builder, VSL_FIELD_BYLINE,
                                g_rand_boolean (rand) ? "Ada Post" : "een gast van buiten");
  if (g_rand_boolean (rand))
    vsl_article_builder_set_text (builder, VSL_FIELD_KICKER, "Uit de haven");
  if (g_rand_boolean (rand))
    vsl_article_builder_set_text (builder, VSL_FIELD_CREDIT,
                                  g_rand_boolean (rand) ? "Nova/Blad" : "van de maker zelf");
  if (g_rand_boolean (rand))
    vsl_article_builder_set_text (builder, VSL_FIELD_EVENT, "Groot Havendebat 2030");
  for (i = 0; i < n; i++)
    add_random_participant (rand, builder);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY,
                                bodies[g_rand_int_range (rand, 0, G_N_ELEMENTS (bodies))]);

  return vsl_article_builder_end (builder);
}

static void
test_round_trip (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260103);
  guint i;

  for (i = 0; i < N_ARTICLES; i++)
    {
      g_autoptr(VslArticle) article = make_article (rand);
      g_autofree char *file = write_file (article, VSL_FORMAT_TEXT);
      g_autoptr(VslImport) import = read_file (file, VSL_FORMAT_TEXT);
      g_autofree char *before = make_digest (article);
      g_autofree char *after = make_digest (vsl_import_get_article (import));

      if (!g_str_equal (before, after))
        g_test_message ("%s", file);
      g_assert_cmpstr (after, ==, before);
      g_assert_true (vsl_article_same_content (article, vsl_import_get_article (import)));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/none-is-lost", test_words);
  g_test_add_func ("/words/map", test_map);
  g_test_add_func ("/words/round-trip", test_round_trip);

  return g_test_run ();
}
