/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-near-miss.h"

static const struct
{
  const char *name, *a, *b;
  gboolean near;
} pairs[] = {
  { "same", "digitalisering", "digitalisering", FALSE },
  { "case", "digitalisering", "Digitalisering", TRUE },
  { "left-out", "digitalisering", "digitaliserng", TRUE },
  { "too-much", "digitalisering", "digitaliserring", TRUE },
  { "changed-places", "digitalisering", "digitailsering", TRUE },
  { "two-slips", "digitalisering", "digitlaisernig", TRUE },
  { "three-slips", "digitalisering", "digtalisrng", FALSE },
  { "accents", "Zoë", "zoe", TRUE },
  { "accent-in-word", "coöperatie", "cooperatie", TRUE },
  { "hyphen", "AI-beleid", "AI beleid", TRUE },
  { "sign", "Zorg & Welzijn", "zorg welzijn", TRUE },
  { "plural-en", "gemeente", "gemeenten", TRUE },
  { "plural-double", "brug", "bruggen", TRUE },
  { "plural-s", "burger", "burgers", TRUE },
  { "plural-apostrophe", "foto", "foto's", TRUE },
  { "plural-short", "bus", "bussen", TRUE },
  { "short-other-word", "zorg", "zorn", FALSE },
  { "short-word", "weg", "wet", FALSE },
  { "part", "brug", "bruggenbouwer", FALSE },
  { "other", "onderwijs", "onderzoek", FALSE },
  { "empty", "", "brug", FALSE },
  { "signs-only", "&&", "--", FALSE },
  { "other-script", "Δημοκρατία", "δημοκρατια", TRUE },
};

static void
test_pair (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  g_assert_cmpint (vsl_near_miss (pairs[i].a, pairs[i].b), ==, pairs[i].near);
  g_assert_cmpint (vsl_near_miss (pairs[i].b, pairs[i].a), ==, pairs[i].near);
}

static const struct
{
  const char *text, *first, *second;
} halves[] = {
  { "digitaliserng", "digita", "liserng" },
  { " één  twee ", "één", "twee" },
  { "bruggen", "bru", "ggen" },
  { "brug", NULL, NULL },
  { "", NULL, NULL },
};

static void
test_halves (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (halves); i++)
    {
      g_auto(GStrv) parts = vsl_near_miss_halves (halves[i].text);

      g_assert_cmpstr (parts[0], ==, halves[i].first);
      if (parts[0] != NULL)
        g_assert_cmpstr (parts[1], ==, halves[i].second);
    }
}

/* A name of a thousand letters is cut, not read past its end. */
static void
test_long (void)
{
  g_autofree char *a = g_strnfill (1000, 'a');
  g_autofree char *b = g_strnfill (999, 'a');

  g_assert_true (vsl_near_miss (a, b));
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *path = g_strconcat ("/near-miss/", pairs[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_pair);
    }
  g_test_add_func ("/near-miss/halves", test_halves);
  g_test_add_func ("/near-miss/long", test_long);

  return g_test_run ();
}
