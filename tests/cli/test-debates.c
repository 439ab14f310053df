/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "command-run.h"

#include <string.h>

/* Debates and people, through the program. */

#define SPOKEN \
  "WEBVTT\n\n" \
  "1\n00:00:01.000 --> 00:00:04.000\n<v Wout Smit>De stelling is: de duinen groeien vanzelf.</v>\n\n" \
  "2\n00:00:10.000 --> 00:00:14.000\n<v Iris Blok>De dijk houdt niet.</v>\n\n" \
  "3\n00:00:20.000 --> 00:00:24.000\n<v Wout Smit>Wie betaalt dat?</v>\n"

static void
assert_found (const char *text,
              const char *path,
              const char *expected)
{
  g_autofree char *found = json_find (text, path);

  g_assert_cmpstr (found, ==, expected);
}

/* A debate with its transcript; the transcript comes in through a report. */
static char *
make_debate (Place *place)
{
  g_autofree char *file = place_write (place, "gesproken.vtt", SPOKEN, -1);
  g_autoptr(Run) made =
    run_command (place, NULL, "--json", "debate", "new", "title=Kust", "date=2026-05-12",
                 "language=nl", "statements=De duinen groeien vanzelf.",
                 "participants=Iris Blok, dijkgraaf, Waterschap\nOnder leiding van Wout Smit", NULL);
  g_autofree char *id = json_find (made->out, "$.id");
  g_autofree char *bare = g_strndup (id + 1, strlen (id) - 2);
  g_autoptr(Run) report = run_command (place, NULL, "debate", "report", bare, NULL);
  g_autoptr(Run) attached = run_command (place, NULL, "transcript", "attach",
                                         g_strstrip (report->out), file, NULL);

  g_assert_cmpint (made->exit, ==, 0);
  g_assert_cmpint (report->exit, ==, 0);
  g_assert_cmpint (attached->exit, ==, 0);

  return g_steal_pointer (&bare);
}

/* What follows `debate VERB ID`, the exit code, and what the answer has at a place. */
static const struct
{
  const char *verb;
  const char *arguments[6];
  int exit;
  const char *path;
  const char *expected;
} steps[] = {
  { "show", { NULL }, 0, "$.statements[0]", "\"De duinen groeien vanzelf.\"" },
  { "passages", { "--all" }, 0, "$[1].id", "\"u2\"" },
  { "passages", { "--all" }, 0, "$[1].statement", "\"De duinen groeien vanzelf.\"" },
  { "passages", { "--lead" }, 2, NULL, NULL },
  { "show", { "--all" }, 2, NULL, NULL },
  { "report", { NULL }, 0, "$.body", "\"::: deelnemers\\n:::\"" },
  { "report", { "--passages", "u2" }, 0, "$.body",
    "\"::: deelnemers\\n:::\\n\\n“De dijk houdt niet”, zegt Iris Blok.\"" },
  { "report", { "--passages", "u2-u3", "--group", "statement" }, 0, "$.body",
    "\"::: deelnemers\\n:::\\n\\n## De duinen groeien vanzelf.\\n\\n“De dijk houdt niet”, zegt Iris "
    "Blok.\\n\\n“Wie betaalt dat?” vraagt Wout Smit.\"" },
  { "report", { "--kind", "interview" }, 0, "$.kind", "\"interview\"" },
  { "report", { "--report-language", "en", "--lead" }, 0, "$.lead",
    "\"In the debate ‘Kust’ on 12 May 2026, Iris Blok spoke, chaired by Wout Smit.\"" },
  { "report", { "--lead" }, 0, "$.lead",
    "\"In het debat ‘Kust’ sprak op 12 mei 2026 Iris Blok, onder leiding van Wout Smit.\"" },
  { "report", { "--passages", "u99" }, 3, NULL, NULL },
  { "report", { "--passages", "u3-u2" }, 3, NULL, NULL },
  { "report", { "--group", "kleur" }, 2, NULL, NULL },
  { "report", { "--kind", "gedicht" }, 2, NULL, NULL },
  { "report", { "--report-language", "fy" }, 2, NULL, NULL },
  { "set", { "date=gisteren" }, 2, NULL, NULL },
  { "set", { "kleur=rood" }, 2, NULL, NULL },
  { "set", { "kleur" }, 2, NULL, NULL },
  { "set", { "place=Zandwijk", "notes=Zaal 2" }, 0, "$.place", "\"Zandwijk\"" },
  { "show", { NULL }, 0, "$.notes", "\"Zaal 2\"" },
  { "vertel", { NULL }, 2, NULL, NULL },
};

static void
test_debate (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;

  place_init (&place);
  id = make_debate (&place);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const char *const *a = steps[i].arguments;
      g_autoptr(Run) run = run_command (&place, NULL, "--json", "debate", steps[i].verb, id, a[0], a[1],
                                        a[2], a[3], a[4], a[5], NULL);

      g_test_message ("%u: %s %s: %s", i, steps[i].verb, a[0] != NULL ? a[0] : "", run->err);
      g_assert_cmpint (run->exit, ==, steps[i].exit);
      if (steps[i].path != NULL)
        assert_found (run->out, steps[i].path, steps[i].expected);
      g_assert_cmpint (*run->err != '\0', ==, steps[i].exit != 0);
    }
}

/* What is deleted is in no list, and comes back. */
static void
test_delete (void)
{
  static const struct
  {
    const char *verb;
    const char *list;
  } turns[] = { { "delete", "[]" }, { "undelete", NULL } };
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;

  place_init (&place);
  id = make_debate (&place);
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      g_autoptr(Run) run = run_command (&place, NULL, "debate", turns[i].verb, id, NULL);
      g_autoptr(Run) list = run_command (&place, NULL, "--json", "debate", "list", NULL);
      g_autoptr(Run) nobody = run_command (&place, NULL, "debate", turns[i].verb, "zzzz", NULL);

      g_assert_cmpint (run->exit, ==, 0);
      g_assert_cmpint (nobody->exit, ==, 3);
      if (turns[i].list != NULL)
        g_assert_cmpstr (g_strstrip (list->out), ==, turns[i].list);
      else
        assert_found (list->out, "$[0].title", "\"Kust\"");
    }
}

/* Every quotation of a report is what was said. */
static void
test_verbatim (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autoptr(Run) report = NULL;
  g_autoptr(Run) quotes = NULL;

  place_init (&place);
  id = make_debate (&place);
  report = run_command (&place, NULL, "debate", "report", id, "--passages", "u2,u3", NULL);
  g_assert_cmpint (report->exit, ==, 0);
  quotes = run_command (&place, NULL, "--json", "quotes", g_strstrip (report->out), NULL);
  assert_found (quotes->out, "$.quotations[0].verdict", "\"verbatim\"");
  assert_found (quotes->out, "$.quotations[0].speaker", "\"Iris Blok\"");
  assert_found (quotes->out, "$.quotations[1].verdict", "\"verbatim\"");
  assert_found (quotes->out, "$.quotations[1].speaker", "\"Wout Smit\"");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/debates/debate", test_debate);
  g_test_add_func ("/debates/delete", test_delete);
  g_test_add_func ("/debates/verbatim", test_verbatim);

  return g_test_run ();
}
