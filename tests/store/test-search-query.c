/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "store/vsl-search-query.h"

static const struct
{
  const char *typed;
  const char *match;  /* NULL: none */
  const char *status;
  const char *site;
} queries[] = {
  { "", NULL, NULL, NULL },
  { "   ", NULL, NULL, NULL },
  { "dijk", "\"dijk\" *", NULL, NULL },
  { "dijk ", "\"dijk\"", NULL, NULL },
  { "d", "\"d\"", NULL, NULL },
  { "dé", "\"dé\" *", NULL, NULL },
  { "  de dijk", "\"de\" AND \"dijk\" *", NULL, NULL },
  { "\"de dijk\"", "\"de dijk\"", NULL, NULL },
  { "“de dijk” nat", "\"de dijk\" AND \"nat\" *", NULL, NULL },
  { "„de dijk”", "\"de dijk\"", NULL, NULL },
  { "\"nog niet klaar", "\"nog niet klaar\"", NULL, NULL },
  { "dijk -water", "\"dijk\" NOT \"water\" *", NULL, NULL },
  { "-water", NULL, NULL, NULL },
  { "e-mail", "\"e-mail\" *", NULL, NULL },
  { "a - b", "\"a\" AND \"b\"", NULL, NULL },
  { "tag:water ", "tags : \"water\"", NULL, NULL },
  { "TAG:\"een dijk\"", "tags : \"een dijk\"", NULL, NULL },
  { "deelnemer:Meer x ", "participants : \"Meer\" AND \"x\"", NULL, NULL },
  { "participant:“van der Meer”", "participants : \"van der Meer\"", NULL, NULL },
  { "kop:nee", "headline : \"nee\" *", NULL, NULL },
  { "dijk -tag:water ", "\"dijk\" NOT tags : \"water\"", NULL, NULL },
  { "status:ready", NULL, "ready", NULL },
  { "status:\"klaar om te gaan\" dijk ", "\"dijk\"", "klaar om te gaan", NULL },
  { "site:krant tag:x ", "tags : \"x\"", NULL, "krant" },
  { "status: dijk ", "\"dijk\"", NULL, NULL },
  { "tag:", NULL, NULL, NULL },
  { "auteur:piet ", "\"auteur:piet\"", NULL, NULL },
  { "https://x.example/a ", "\"https://x.example/a\"", NULL, NULL },
  { "a AND b", "\"a\" AND \"AND\" AND \"b\"", NULL, NULL },
  { "NEAR(a b) ", "\"NEAR(a\" AND \"b)\"", NULL, NULL },
  { "a* ^b c:d {e} ", "\"a*\" AND \"^b\" AND \"c:d\" AND \"{e}\"", NULL, NULL },
  { "'; DROP TABLE x; -- ", "\"DROP\" AND \"TABLE\" AND \"x;\"", NULL, NULL },
  { "*** !!! ", NULL, NULL, NULL },
  { "één ", "\"één\"", NULL, NULL },
};

static void
test_parse (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslSearchQuery) query = vsl_search_query_parse (queries[i].typed);
  g_autoptr(VslSearchQuery) copy = vsl_search_query_copy (query);

  g_assert_cmpstr (query->match, ==, queries[i].match);
  g_assert_cmpstr (query->status, ==, queries[i].status);
  g_assert_cmpstr (query->site, ==, queries[i].site);
  g_assert_cmpstr (copy->match, ==, queries[i].match);
  g_assert_cmpint (vsl_search_query_is_empty (query), ==,
                   queries[i].match == NULL && queries[i].status == NULL && queries[i].site == NULL);
}

static void
test_phrase (void)
{
  static const struct { const char *typed; gboolean phrase; } cases[] = {
    { "dijk water", FALSE }, { "\"dijk\" ", FALSE }, { "dijk -\"het water\" ", FALSE },
    { "\"de dijk\"", TRUE }, { "e-mail ", TRUE }, { "water tag:\"een dijk\"", TRUE }, { "tag:", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(VslSearchQuery) query = vsl_search_query_parse (cases[i].typed);

      g_assert_cmpint (query->phrase, ==, cases[i].phrase);
    }
}

static void
test_long (void)
{
  g_autoptr(GString) typed = g_string_new (NULL);
  g_autoptr(VslSearchQuery) query = NULL;
  int i;

  for (i = 0; i < 10000; i++)
    g_string_append (typed, "woord ");
  query = vsl_search_query_parse (typed->str);
  g_assert_cmpuint (strlen (query->match), <, 1000);
}

static void
test_invalid (void)
{
  g_autoptr(VslSearchQuery) query = vsl_search_query_parse ("dijk \xff\xfe x ");

  g_assert_true (g_utf8_validate (query->match, -1, NULL));
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *path = g_strdup_printf ("/search-query/parse/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_parse);
    }
  g_test_add_func ("/search-query/phrase", test_phrase);
  g_test_add_func ("/search-query/long", test_long);
  g_test_add_func ("/search-query/invalid", test_invalid);

  return g_test_run ();
}
