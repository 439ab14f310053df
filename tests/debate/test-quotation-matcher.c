/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "debate/vsl-quotation-matcher.h"
#include "debate/vsl-transcript-reader.h"

#include <string.h>

static const char transcript_text[] =
  "WEBVTT\n\n"
  "00:01.000 --> 00:09.000\n<v Iris Blok (Gemeente)>Nou, eh, ik denk eigenlijk dat wij de dijken zeg maar veel eerder "
  "hadden moeten versterken.</v>\n\n"
  "00:10.000 --> 00:19.000\n<v Wim den Houter>Wij hebben daar twaalf miljoen euro voor uitgetrokken, en dat is niet genoeg "
  "geweest voor alle polders.</v>\n\n"
  "00:20.000 --> 00:29.000\n<v Iris Blok (Gemeente)>Wij gaan de bewoners niet verrassen met een nieuw besluit over hun "
  "huizen. Dat beloof ik.</v>\n\n"
  "00:30.000 --> 00:39.000\n<v Ria van der Zee>Eerst luisteren en daarna pas tekenen, dat was altijd mijn motto. En daar houd "
  "ik mij ook in dit gebied aan, samen met de boeren.</v>\n\n"
  "00:40.000 --> 00:45.000\n<v Wim den Houter>Dat is zo. Dat is zo, ja.</v>\n\n"
  "00:46.000 --> 00:50.000\n<v Ria van der Zee>Dat is zo.</v>\n";

static const struct
{
  const char *name;
  const char *text;
  const char *speaker;
  VslVerdict verdict;
  const char *said_by;
  const char *first;
} quotations[] = {
  { "verbatim", "Wij hebben daar twaalf miljoen euro voor uitgetrokken, en dat is niet genoeg geweest voor alle polders.",
    "Wim den Houter", VSL_VERDICT_VERBATIM, "Wim den Houter", "u2" },
  { "figures-for-words", "Wij hebben daar 12 miljoen euro voor uitgetrokken, en dat is niet genoeg geweest voor alle polders.",
    "Wim den Houter", VSL_VERDICT_VERBATIM, "Wim den Houter", "u2" },
  { "part", "Eerst luisteren en daarna pas tekenen, dat was altijd mijn motto.", "Ria van der Zee",
    VSL_VERDICT_VERBATIM, "Ria van der Zee", "u4" },
  { "fillers-dropped", "Ik denk dat wij de dijken veel eerder hadden moeten versterken.", "Iris Blok",
    VSL_VERDICT_CLEANED, "Iris Blok (Gemeente)", "u1" },
  { "edited", "Ik vind dat wij de dijken veel sneller hadden moeten versterken.", "Iris Blok",
    VSL_VERDICT_EDITED, "Iris Blok (Gemeente)", "u1" },
  { "negation-dropped", "Wij gaan de bewoners verrassen met een nieuw besluit over hun huizen.", "Iris Blok",
    VSL_VERDICT_EDITED, "Iris Blok (Gemeente)", "u3" },
  { "negation-added", "Eerst luisteren en daarna niet pas tekenen, dat was altijd mijn motto.", "Ria van der Zee",
    VSL_VERDICT_EDITED, "Ria van der Zee", "u4" },
  { "number-changed", "Wij hebben daar dertien miljoen euro voor uitgetrokken, en dat is niet genoeg geweest voor alle polders.",
    "Wim den Houter", VSL_VERDICT_EDITED, "Wim den Houter", "u2" },
  { "negation-cut-off", "Wij gaan de bewoners", "Iris Blok", VSL_VERDICT_EDITED, "Iris Blok (Gemeente)", "u3" },
  { "other-speaker", "Wij hebben daar twaalf miljoen euro voor uitgetrokken, en dat is niet genoeg geweest voor alle polders.",
    "Iris Blok", VSL_VERDICT_OTHER_SPEAKER, "Wim den Houter", "u2" },
  { "nobody-named", "Eerst luisteren en daarna pas tekenen, dat was altijd mijn motto.", NULL,
    VSL_VERDICT_VERBATIM, "Ria van der Zee", "u4" },
  { "ellipsis", "Eerst luisteren en daarna pas tekenen … samen met de boeren.", "Ria van der Zee",
    VSL_VERDICT_VERBATIM, "Ria van der Zee", "u4" },
  { "brackets", "Eerst luisteren [naar de buurt] en daarna pas tekenen, dat was altijd mijn motto.", "Ria van der Zee",
    VSL_VERDICT_CLEANED, "Ria van der Zee", "u4" },
  { "invented", "De minister heeft ons beloofd dat alle sluizen voor de zomer vernieuwd zijn.", "Iris Blok",
    VSL_VERDICT_NOT_FOUND, NULL, NULL },
  { "same-words-right-speaker", "Dat is zo.", "Ria van der Zee", VSL_VERDICT_VERBATIM, "Ria van der Zee", "u6" },
  { "nothing", "…", NULL, VSL_VERDICT_NOT_FOUND, NULL, NULL },
};

static VslQuotationMatcher *
make_matcher (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (transcript_text, strlen (transcript_text));
  g_autoptr(GError) error = NULL;
  g_autoptr(VslTranscript) transcript = vsl_transcript_read (bytes, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return vsl_quotation_matcher_new (transcript);
}

static void
test_match (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslQuotationMatcher) matcher = make_matcher ();
  g_autoptr(VslMatch) match =
    vsl_quotation_matcher_match (matcher, quotations[i].text, quotations[i].speaker);

  g_test_message ("score %.3f", match->score);
  g_assert_cmpstr (vsl_verdict_get_name (match->verdict), ==,
                   vsl_verdict_get_name (quotations[i].verdict));
  g_assert_cmpstr (match->said_by, ==, quotations[i].said_by);
  g_assert_cmpstr (match->first_utterance, ==, quotations[i].first);
}

static void
test_diff (void)
{
  g_autoptr(VslQuotationMatcher) matcher = make_matcher ();
  g_autoptr(VslMatch) match =
    vsl_quotation_matcher_match (matcher, "Wij gaan de bewoners verrassen met een ander besluit.", "Iris Blok");
  g_autoptr(GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < match->diff->len; i++)
    {
      const VslDiffPart *part = g_ptr_array_index (match->diff, i);

      g_string_append_printf (text, "%s(%s)", vsl_diff_op_get_name (part->op), part->text);
    }

  g_assert_cmpstr (text->str, ==,
                   "equal(Wij gaan de bewoners)delete(niet)equal(verrassen met een)"
                   "delete(nieuw)insert(ander)equal(besluit.)");
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (quotations); i++)
    {
      g_autofree char *path = g_strconcat ("/matcher/match/", quotations[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_match);
    }
  g_test_add_func ("/matcher/diff", test_diff);

  return g_test_run ();
}
