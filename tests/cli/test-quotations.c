/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "command-run.h"

#include <string.h>

/* Transcripts, quotations, balance and suggestions, through the program. */

#define ARTICLE \
  "De dijk van morgen\n\n" \
  "“Zonder geld gebeurt er helemaal niets aan de dijk”, zegt Ans Kramer.\n\n" \
  "“We gaan in het voorjaar met alle buren praten over het plan”, zegt Bo de Wit.\n\n" \
  "“De sleutel van het gemaal ligt al drie jaar in het water”, zegt Bo de Wit.\n\n" \
  "“Niemand heeft ooit een brief van de provincie gekregen”, zegt Ans Kramer.\n"

#define TRANSCRIPT \
  "WEBVTT\n\n" \
  "00:01.000 --> 00:06.000\n<v Ans Kramer>Zonder geld gebeurt er helemaal niets aan de dijk.\n\n" \
  "00:07.000 --> 00:14.000\n<v Bo de Wit>We gaan, ja, in het voorjaar dus met alle buren praten over het plan.\n\n" \
  "00:15.000 --> 00:21.000\n<v Ans Kramer>De sleutel van het gemaal ligt al drie jaar in het water.\n"

/* An article with its participants; its id is returned. */
static char *
import_article (Place *place)
{
  static const char *const who[] = { "Ans Kramer, dijkgraaf", "Bo de Wit, wethouder" };
  g_autofree char *file = place_write (place, "stuk.txt", ARTICLE, -1);
  g_autoptr(Run) run = run_command (place, NULL, "--json", "import", file, NULL);
  g_autofree char *id = json_find (run->out, "$[0].id");
  g_autofree char *bare = g_strndup (id + 1, strlen (id) - 2);

  for (guint i = 0; i < G_N_ELEMENTS (who); i++)
    {
      g_autoptr(Run) added = run_command (place, NULL, "participant", bare, "add", who[i], NULL);

      g_assert_cmpint (added->exit, ==, 0);
    }

  return g_steal_pointer (&bare);
}

static void
assert_found (Run        *run,
              const char *path,
              const char *expected)
{
  g_autofree char *found = json_find (run->out, path);

  if (g_strcmp0 (found, expected) != 0)
    g_test_message ("%s of %s%s", path, run->out, run->err);
  g_assert_cmpstr (found, ==, expected);
}

/* What `quotes` says of each quotation of ARTICLE: who says it there, and what is known of it. */
static const struct
{
  const char *speaker;
  const char *verdict;
  const char *said_by;
} quotations[] = {
  { "\"Ans Kramer\"", "\"verbatim\"", "\"Ans Kramer\"" },
  { "\"Bo de Wit\"", "\"cleaned\"", "\"Bo de Wit\"" },
  { "\"Bo de Wit\"", "\"other-speaker\"", "\"Ans Kramer\"" },
  { "\"Ans Kramer\"", "\"not-found\"", "null" },
};

static void
assert_quotations (Run *run)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotations); i++)
    {
      g_autofree char *speaker = g_strdup_printf ("$.quotations[%u].speaker", i);
      g_autofree char *verdict = g_strdup_printf ("$.quotations[%u].verdict", i);
      g_autofree char *said_by = g_strdup_printf ("$.quotations[%u].said_by", i);

      assert_found (run, speaker, quotations[i].speaker);
      assert_found (run, verdict, quotations[i].verdict);
      assert_found (run, said_by, quotations[i].said_by);
    }
}

/* A transcript beside the article, and the same one attached to it, say the same. */
static void
test_quotes (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *said = NULL;
  g_autoptr(Run) without = NULL;
  g_autoptr(Run) beside = NULL;
  g_autoptr(Run) attach = NULL;
  g_autoptr(Run) attached = NULL;

  place_init (&place);
  id = import_article (&place);
  said = place_write (&place, "debat.vtt", TRANSCRIPT, -1);

  without = run_command (&place, NULL, "--json", "quotes", id, NULL);
  assert_found (without, "$.quotations[0].verdict", "\"no-source\"");
  beside = run_command (&place, NULL, "--json", "quotes", id, "--transcript", said, NULL);
  g_assert_cmpint (beside->exit, ==, 1);
  assert_quotations (beside);

  attach = run_command (&place, NULL, "--json", "transcript", "attach", id, said, NULL);
  g_assert_cmpint (attach->exit, ==, 0);
  attached = run_command (&place, NULL, "--json", "quotes", id, NULL);
  g_assert_cmpint (attached->exit, ==, 1);
  assert_quotations (attached);
}

/* What is written can be read again, with who said what and when. */
static void
test_export (void)
{
  static const struct
  {
    const char *format;
    const char *name;
    const char *start; /* of the second utterance; minutes and bare text have no milliseconds */
  } formats[] = {
    { "vtt", "uit.vtt", "7000" },
    { "srt", "uit.srt", "7000" },
    { "tei", "uit.xml", "7000" },
    { "markdown", "uit.md", NULL },
    { "text", "uit.txt", NULL },
  };
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *said = NULL;
  g_autoptr(Run) attach = NULL;

  place_init (&place);
  id = import_article (&place);
  said = place_write (&place, "debat.vtt", TRANSCRIPT, -1);
  attach = run_command (&place, NULL, "transcript", "attach", id, said, NULL);
  g_assert_cmpint (attach->exit, ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(Run) out =
        run_command (&place, NULL, "transcript", "export", id, "--format", formats[i].format, NULL);
      g_autofree char *file = place_write (&place, formats[i].name, out->out, -1);
      g_autoptr(Run) back = run_command (&place, NULL, "--json", "transcript", "read", file, NULL);

      g_test_message ("%s: %s%s", formats[i].format, out->out, back->err);
      g_assert_cmpint (out->exit, ==, 0);
      g_assert_cmpint (back->exit, ==, 0);
      assert_found (back, "$.utterances[0].speaker", "\"Ans Kramer\"");
      assert_found (back, "$.utterances[1].speaker", "\"Bo de Wit\"");
      assert_found (back, "$.utterances[2].text",
                    "\"De sleutel van het gemaal ligt al drie jaar in het water.\"");
      if (formats[i].start != NULL)
        assert_found (back, "$.utterances[1].start_ms", formats[i].start);
    }
}

static void
test_balance (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *said = NULL;
  g_autoptr(Run) run = NULL;

  place_init (&place);
  id = import_article (&place);
  said = place_write (&place, "debat.vtt", TRANSCRIPT, -1);
  run = run_command (&place, NULL, "--json", "balance", id, "--transcript", said, NULL);
  g_assert_cmpint (run->exit, ==, 0);
  assert_found (run, "$[0].participant", "\"Ans Kramer\"");
  assert_found (run, "$[0].quotations", "2");
  assert_found (run, "$[0].speaking_ms", "11000");
  assert_found (run, "$[1].speaking_ms", "7000");
}

/* Suggestions come from a file, and from the transcript of an article, without its chair. */
static void
test_suggest (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *said = NULL;
  g_autoptr(Run) file = NULL;
  g_autoptr(Run) bare = NULL;
  g_autoptr(Run) attach = NULL;
  g_autoptr(Run) chair = NULL;
  g_autoptr(Run) article = NULL;

  place_init (&place);
  id = import_article (&place);
  said = place_write (&place, "debat.vtt", TRANSCRIPT, -1);

  file = run_command (&place, NULL, "--json", "suggest", said, NULL);
  g_assert_cmpint (file->exit, ==, 0);
  g_assert_nonnull (strstr (file->out, "Ans Kramer"));
  g_assert_nonnull (strstr (file->out, "Bo de Wit"));

  bare = run_command (&place, NULL, "suggest", id, NULL);
  g_assert_cmpint (bare->exit, ==, 3);
  g_assert_nonnull (strstr (bare->err, "transcript attach"));

  attach = run_command (&place, NULL, "transcript", "attach", id, said, NULL);
  g_assert_cmpint (attach->exit, ==, 0);
  chair = run_command (&place, NULL, "participant", id, "chair", "Bo de Wit", NULL);
  g_assert_cmpint (chair->exit, ==, 0);
  article = run_command (&place, NULL, "--json", "suggest", id, NULL);
  g_assert_cmpint (article->exit, ==, 0);
  g_assert_nonnull (strstr (article->out, "Ans Kramer"));
  g_assert_null (strstr (article->out, "Bo de Wit"));
}

/* What is asked in turn, the exit code, and what the answer names. FILE stands for a transcript, BAD for a file
 * that is none, ID for the article. */
static const struct
{
  const char *arguments[6];
  int exit;
  const char *names;
} mistakes[] = {
  { { "quotes" }, 2, "quotes" },
  { { "quotes", "zzzz" }, 3, "zzzz" },
  { { "quotes", "ID", "--transcript", "/nergens.vtt" }, 3, "/nergens.vtt" },
  { { "quotes", "ID", "--transcript", "BAD" }, 6, "leeg.vtt" },
  { { "balance", "zzzz" }, 3, "zzzz" },
  { { "suggest", "zzzz" }, 3, "zzzz" },
  { { "suggest", "FILE", "--per-speaker", "0" }, 2, "--per-speaker" },
  { { "suggest", "FILE", "--per-speaker", "veel" }, 2, "veel" },
  { { "transcript" }, 2, "transcript" },
  { { "transcript", "zing", "FILE" }, 2, "transcript read" },
  { { "transcript", "read", "BAD" }, 6, "leeg.vtt" },
  { { "transcript", "read", "FILE", "--format", "wav" }, 2, "wav" },
  { { "transcript", "attach", "zzzz", "FILE" }, 3, "zzzz" },
  { { "transcript", "attach", "ID", "BAD" }, 6, "leeg.vtt" },
  { { "transcript", "export", "ID", "--format", "vtt" }, 3, "transcript attach" },
  { { "transcript", "attach", "ID", "FILE" }, 0, NULL },
  { { "transcript", "export", "ID", "--format", "wav" }, 2, "wav" },
};

static void
test_mistakes (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *said = NULL;
  g_autofree char *bad = NULL;
  g_autofree char *data = NULL;

  place_init (&place);
  data = g_build_filename (place.dir, "data", NULL);
  id = import_article (&place);
  said = place_write (&place, "debat.vtt", TRANSCRIPT, -1);
  bad = place_write (&place, "leeg.vtt", "WEBVTT\n\n", -1);
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr(GPtrArray) line = g_ptr_array_new ();
      g_autoptr(Run) run = NULL;

      g_ptr_array_add (line, (gpointer) "--data");
      g_ptr_array_add (line, data);
      for (guint j = 0; j < 6 && mistakes[i].arguments[j] != NULL; j++)
        {
          const char *word = mistakes[i].arguments[j];

          g_ptr_array_add (line, g_str_equal (word, "ID")     ? id
                                 : g_str_equal (word, "FILE") ? said
                                 : g_str_equal (word, "BAD")  ? bad
                                                              : (char *) word);
        }
      g_ptr_array_add (line, NULL);
      run = run_arguments (&place, NULL, (char **) line->pdata);
      g_test_message ("%u: %s %s: %d %s", i, mistakes[i].arguments[0],
                      mistakes[i].arguments[1], run->exit, run->err);
      g_assert_cmpint (run->exit, ==, mistakes[i].exit);
      if (mistakes[i].exit != 0)
        g_assert_cmpstr (run->out, ==, "");
      if (mistakes[i].names != NULL)
        g_assert_nonnull (strstr (run->err, mistakes[i].names));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/quotations/quotes", test_quotes);
  g_test_add_func ("/cli/quotations/export", test_export);
  g_test_add_func ("/cli/quotations/balance", test_balance);
  g_test_add_func ("/cli/quotations/suggest", test_suggest);
  g_test_add_func ("/cli/quotations/mistakes", test_mistakes);

  return g_test_run ();
}
