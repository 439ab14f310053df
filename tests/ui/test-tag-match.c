/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "ui/vsl-tag-match.h"

static const char *const known[] = {
  "Digitalisering", "e-overheid", "gemeente", "haven", "kustverdediging", "overheid", "water", NULL
};

typedef struct
{
  const char *name;
  const char *tag;
  const char *expected; /* (nullable) */
} Similar;

static const Similar similar_cases[] = {
  { "capitals", "digitalisering", "Digitalisering" },
  { "accent", "gemeénte", "gemeente" },
  { "hyphen", "eoverheid", "e-overheid" },
  { "space", "e overheid", "e-overheid" },
  { "one-letter", "gemeenten", "gemeente" },
  { "one-changed", "digitalizering", "Digitalisering" },
  { "two-in-long", "kustverdedigin", "kustverdediging" },
  { "two-in-short", "waarts", NULL },
  { "three-letters-differ", "kustverdedigers", NULL },
  { "known", "haven", NULL },
  { "other-word", "dijk", NULL },
  { "short-neighbour", "ov", NULL },
};

static void
test_similar (gconstpointer data)
{
  const Similar *c = data;

  g_assert_cmpstr (vsl_tag_match_find_similar (known, c->tag), ==, c->expected);
}

typedef struct
{
  const char *name;
  const char *typed;
  const char *used[3];
  guint       max;
  const char *expected; /* joined with a comma */
} Completion;

static const Completion completion_cases[] = {
  { "begin-first", "over", { NULL }, 6, "overheid,e-overheid" },
  { "part", "DIGI", { NULL }, 6, "Digitalisering,kustverdediging" },
  { "used-left-out", "over", { "Overheid", NULL }, 6, "e-overheid" },
  { "max", "e", { NULL }, 1, "e-overheid" },
  { "nothing-typed", "", { NULL }, 6, "" },
  { "none", "zee", { NULL }, 6, "" },
};

static void
test_complete (gconstpointer data)
{
  const Completion *c = data;
  g_auto(GStrv) tags = vsl_tag_match_complete (known, c->used, c->typed, c->max);
  g_autofree char *joined = g_strjoinv (",", tags);

  g_assert_cmpstr (joined, ==, c->expected);
}

static void
test_contains (void)
{
  g_assert_true (vsl_tag_match_contains (known, "HAVEN"));
  g_assert_true (vsl_tag_match_contains (known, "háven"));
  g_assert_false (vsl_tag_match_contains (known, "havens"));
  g_assert_false (vsl_tag_match_contains (NULL, "haven"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (similar_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/tag-match/similar/", similar_cases[i].name, NULL);

      g_test_add_data_func (path, &similar_cases[i], test_similar);
    }
  for (guint i = 0; i < G_N_ELEMENTS (completion_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/tag-match/complete/", completion_cases[i].name, NULL);

      g_test_add_data_func (path, &completion_cases[i], test_complete);
    }
  g_test_add_func ("/tag-match/contains", test_contains);

  return g_test_run ();
}
