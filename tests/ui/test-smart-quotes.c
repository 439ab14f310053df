/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "ui/vsl-smart-quotes.h"

typedef struct
{
  const char *name;
  const char *before;
  const char *after; /* what the text is after the replacement; NULL: nothing is replaced */
} Case;

static const Case cases[] = {
  { "double-opens-at-start", "\"", "“" },
  { "double-opens-after-space", "Zij zei: \"", "Zij zei: “" },
  { "double-opens-after-bracket", "(\"", "(“" },
  { "double-opens-after-dash", "–\"", "–“" },
  { "double-opens-after-mark", "*\"", "*“" },
  { "double-closes-after-word", "“Ja\"", "“Ja”" },
  { "double-closes-after-full-stop", "“Ja.\"", "“Ja.”" },
  { "double-closes-after-single", "‘Ja’\"", "‘Ja’”" },
  { "single-opens-inside-double", "“'", "“‘" },
  { "single-opens-after-space", "het '", "het ‘" },
  { "apostrophe-in-word", "foto'", "foto’" },
  { "apostrophe-after-accent", "café'", "café’" },
  { "elided-word", "in ‘s ", "in ’s " },
  { "elided-word-at-start", "‘t ", "’t " },
  { "elided-capital", "‘S ", "’S " },
  { "elided-with-hyphen", "‘s-", "’s-" },
  { "elided-year", "in ‘9", "in ’9" },
  { "one-letter-quotation", "‘a ", NULL },
  { "word-of-two-letters", "‘st ", NULL },
  { "letter", "woord", NULL },
  { "nothing", "", NULL },
  { "already-curly", "“", NULL },
};

static void
test_find (gconstpointer data)
{
  const Case *c = data;
  VslSmartQuote quote;
  g_autofree char *after = NULL;
  const char *start, *end;

  if (!vsl_smart_quotes_find (c->before, &quote))
    {
      g_assert_null (c->after);
      return;
    }

  g_assert_nonnull (c->after);
  start = g_utf8_offset_to_pointer (c->before, g_utf8_strlen (c->before, -1) - (glong) quote.back);
  end = g_utf8_offset_to_pointer (start, (glong) quote.length);
  after = g_strdup_printf ("%.*s%s%s", (int) (start - c->before), c->before, quote.text, end);
  g_assert_cmpstr (after, ==, c->after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/smart-quotes/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_find);
    }

  return g_test_run ();
}
