/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "command-run.h"

#include <string.h>

/* Reviews, through the program. */

#define ARTICLE \
  "De dijk van morgen\n\n" \
  "Ans Kramer is het er niet mee eens. “De dijk houdt het nog wel”, zegt Kramer. Dat bleef zo.\n\n" \
  "Bo de Wit wil meer geld. “Zonder geld gebeurt er niets”, zegt De Wit.\n"

static char *
import_article (Place *place)
{
  g_autofree char *file = place_write (place, "stuk.txt", ARTICLE, -1);
  g_autoptr(Run) run = run_command (place, NULL, "--json", "import", file, NULL);
  g_autofree char *id = json_find (run->out, "$[0].id");
  g_autofree char *bare = g_strndup (id + 1, strlen (id) - 2);
  static const char *const who[] = { "Ans Kramer, dijkgraaf", "Bo de Wit, wethouder" };

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

  g_assert_cmpstr (found, ==, expected);
}

/* What is asked for in turn, in one article; the exit code, and the state that the answer tells. */
static const struct
{
  const char *arguments[6];
  int exit;
  const char *state;
} steps[] = {
  { { "close", "Kramer" }, 2, NULL },
  { { "agree", "Kramer" }, 0, "\"agreed\"" },
  { { "agree", "Kramer" }, 2, NULL },
  { { "sent", "Ans Kramer", "--until", "gisteren" }, 2, NULL },
  { { "sent", "Ans Kramer", "--until", "2001-01-01T12:00" }, 2, NULL },
  { { "sent", "Ans Kramer", "--until", "2999-01-01T12:00", "--by", "mail" }, 0, "\"sent\"" },
  { { "process", "Kramer" }, 2, NULL },
  { { "remark", "Kramer" }, 2, NULL },
  { { "remark", "Kramer", "--note", "Het is een kade." }, 0, "\"remarks\"" },
  { { "process", "Kramer" }, 2, NULL },
  { { "remark", "Kramer", "--decline", "3" }, 2, NULL },
  { { "remark", "Kramer", "--accept", "99" }, 2, NULL },
  { { "remark", "Kramer", "--decline", "3", "--note", "Gezegd is gezegd." }, 0, "\"remarks\"" },
  { { "process", "Kramer" }, 0, "\"processed\"" },
  { { "close", "Kramer" }, 0, "\"closed\"" },
  { { "close", "Kramer" }, 2, NULL },
  { { "withdraw", "Kramer" }, 0, "\"withdrawn\"" },
  { { "refuse", "De Wit" }, 0, "\"refused\"" },
  { { "agree", "Iemand" }, 3, NULL },
  { { "juich", "Kramer" }, 2, NULL },
};

static void
test_steps (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autoptr(Run) list = NULL;

  place_init (&place);
  id = import_article (&place);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const char *const *a = steps[i].arguments;
      g_autoptr(Run) run = run_command (&place, NULL, "--json", "review", id, a[0], a[1], a[2], a[3],
                                        a[4], a[5], NULL);

      g_test_message ("%u: %s %s: %s", i, a[0], a[1], run->err);
      g_assert_cmpint (run->exit, ==, steps[i].exit);
      if (steps[i].state != NULL)
        assert_found (run, "$.state", steps[i].state);
      else
        g_assert_cmpstr (run->err, !=, "");
    }

  list = run_command (&place, NULL, "--json", "review", id, "list", NULL);
  g_assert_cmpint (list->exit, ==, 1);
  assert_found (list, "$.reviews[0].remarks[0].reason", "\"Gezegd is gezegd.\"");
  assert_found (list, "$.reviews[0].history[1].channel", "\"mail\"");
  assert_found (list, "$.reviews[1].state", "\"refused\"");
}

/* An edit opens the review again of whom it is about, and of nobody else. */
static void
test_changed (void)
{
  static const char *const names[] = { "Kramer", "De Wit" };
  static const char *const verbs[] = { "sent", "close" };
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autoptr(Run) before = NULL;
  g_autoptr(Run) set = NULL;
  g_autoptr(Run) after = NULL;

  place_init (&place);
  id = import_article (&place);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(Run) run =
        run_command (&place, NULL, "review", id, verbs[i % 2], names[i / 2], NULL);

      g_assert_cmpint (run->exit, ==, 0);
    }
  before = run_command (&place, NULL, "--json", "review", id, "list", NULL);
  g_assert_cmpint (before->exit, ==, 0);

  set = run_command (&place, NULL, "set", id,
                     "body=Bo de Wit wil meer geld. “Zonder geld lukt niets”, zegt De Wit.", NULL);
  g_assert_cmpint (set->exit, ==, 0);
  after = run_command (&place, NULL, "--json", "review", id, "list", NULL);
  g_assert_cmpint (after->exit, ==, 1);
  assert_found (after, "$.reviews[0].outstanding", "false");
  assert_found (after, "$.reviews[1].outstanding", "true");
  assert_found (after, "$.reviews[1].changed", "true");
}

/* How a sheet begins in each format; and it holds nobody else's words. */
static const struct
{
  const char *format;
  const char *language;
  const char *start;
} sheets[] = {
  { "text", "nl", "Inzage: uw passages in ons artikel\n" },
  { "text", "en", "Review: your passages in our article\n" },
  { "markdown", "nl", "# Inzage: uw passages in ons artikel\n" },
  { "html", "en", "<!DOCTYPE html>\n<html lang=\"en\">" },
  { "pdf", "nl", "%PDF-" },
  { "mail", "nl", "mailto:ans@kade.example?subject=Inzage%3A%20uw" },
};

static void
test_sheets (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;

  place_init (&place);
  id = import_article (&place);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr(Run) run =
        run_command (&place, NULL, "review", id, "sheet", "Kramer", "--format", sheets[i].format,
                     "--sheet-language", sheets[i].language, "--address", "ans@kade.example", NULL);

      g_test_message ("%s", sheets[i].format);
      g_assert_cmpint (run->exit, ==, 0);
      g_assert_true (g_str_has_prefix (run->out, sheets[i].start));
      g_assert_null (strstr (run->out, "Zonder geld"));
      g_assert_null (strstr (run->out, "Zonder%20geld"));
      if (!g_str_equal (sheets[i].format, "pdf") && !g_str_equal (sheets[i].format, "mail"))
        g_assert_nonnull (strstr (run->out, "“De dijk houdt het nog wel”, zegt Kramer. Dat bleef zo."));
    }
}

/* What is asked wrongly of a sheet, and what the answer tells. */
static const struct
{
  const char *arguments[4];
  int exit;
  const char *told;
} refusals[] = {
  { { "Niemand" }, 3, "Niemand" },
  { { "Kramer", "--format", "doc" }, 2, "html" },
  { { "Kramer", "--sheet-language", "fr" }, 2, "fr" },
  { { "Kramer", "--until", "morgen" }, 2, "morgen" },
  { { "Kramer", "-o", "/nergens/blad.txt" }, 6, "/nergens/blad.txt" },
};

static void
test_refused_sheets (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;

  place_init (&place);
  id = import_article (&place);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const char *const *a = refusals[i].arguments;
      g_autoptr(Run) run =
        run_command (&place, NULL, "review", id, "sheet", a[0], a[1], a[2], a[3], NULL);

      g_test_message ("%s: %s", a[0], run->err);
      g_assert_cmpint (run->exit, ==, refusals[i].exit);
      g_assert_cmpstr (run->out, ==, "");
      g_assert_nonnull (strstr (run->err, refusals[i].told));
    }
}

/* An article under embargo is not published, until somebody says why it must be. */
static void
test_embargo (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autoptr(Run) site = NULL;
  g_autoptr(Run) set = NULL;
  g_autoptr(Run) draft = NULL;
  g_autoptr(Run) blocked = NULL;
  g_autoptr(Run) silent = NULL;
  g_autoptr(Run) override = NULL;
  g_autoptr(Run) published = NULL;

  place_init (&place);
  id = import_article (&place);
  site = run_command (&place, NULL, "site", "add", "krant", "--brand", "folder", NULL);
  g_assert_cmpint (site->exit, ==, 0);
  set = run_command (&place, NULL, "--json", "review", id, "embargo", "2999-01-01T12:00", "--note",
                     "het ministerie", NULL);
  g_assert_cmpint (set->exit, ==, 0);
  assert_found (set, "$.embargo.in_force", "true");

  draft = run_command (&place, NULL, "publish", id, "--site", "krant", "--as", "draft", NULL);
  g_assert_cmpint (draft->exit, ==, 0);
  blocked = run_command (&place, NULL, "publish", id, "--site", "krant", "--as", "publish", NULL);
  g_assert_cmpint (blocked->exit, !=, 0);
  g_test_message ("%s%s", blocked->out, blocked->err);
  g_assert_true (strstr (blocked->out, "embargo") != NULL || strstr (blocked->err, "embargo") != NULL);
  silent = run_command (&place, NULL, "review", id, "embargo", "override", NULL);
  g_assert_cmpint (silent->exit, ==, 2);
  override = run_command (&place, NULL, "--json", "review", id, "embargo", "override", "--note",
                          "Het lag al op straat.", NULL);
  g_assert_cmpint (override->exit, ==, 0);
  assert_found (override, "$.embargo.reason", "\"Het lag al op straat.\"");
  published = run_command (&place, NULL, "publish", id, "--site", "krant", "--as", "publish", NULL);
  g_assert_cmpint (published->exit, ==, 0);
}

/* What was promised to somebody is kept when the article calls them otherwise: by itself where only the
 * spelling changed, else when somebody says so. */
static void
test_renamed (void)
{
  static const struct
  {
    const char *remove, *add, *rename[2];
    int exit; /* of the renaming */
    const char *state;
  } names[] = {
    { "Ans Kramer", "Ans Cramer", { NULL }, 0, "\"agreed\"" },
    { "Ans Cramer", "Ans van Dijk", { NULL }, 0, "\"none\"" },
    { NULL, NULL, { "Ans Cramer", "Niemand" }, 3, "\"none\"" },
    { NULL, NULL, { "Bo de Wit", "Van Dijk" }, 2, "\"none\"" },
    { NULL, NULL, { "Ans Kramer", "Van Dijk" }, 0, "\"agreed\"" },
  };
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;
  g_autoptr(Run) agreed = NULL;

  place_init (&place);
  id = import_article (&place);
  agreed = run_command (&place, NULL, "review", id, "agree", "Kramer", NULL);
  g_assert_cmpint (agreed->exit, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(Run) list = NULL;

      g_test_message ("%u", i);
      if (names[i].remove != NULL)
        {
          g_autoptr(Run) removed =
            run_command (&place, NULL, "participant", id, "remove", names[i].remove, NULL);
          g_autoptr(Run) added =
            run_command (&place, NULL, "participant", id, "add", names[i].add, NULL);

          g_assert_cmpint (removed->exit + added->exit, ==, 0);
        }
      if (names[i].rename[0] != NULL)
        {
          g_autoptr(Run) renamed = run_command (&place, NULL, "review", id, "rename",
                                                names[i].rename[0], names[i].rename[1], NULL);

          g_test_message ("%s", renamed->err);
          g_assert_cmpint (renamed->exit, ==, names[i].exit);
        }
      list = run_command (&place, NULL, "--json", "review", id, "list", NULL);
      assert_found (list, "$.reviews[1].state", names[i].state);
    }
}

/* Moments by the clock on the wall, in a night in which it is put back and one in which it is put
 * forward; and what they are in UTC, or a part of what is said of them. */
static const struct
{
  const char *moment;
  int exit;
  const char *found;
} moments[] = {
  { "2036-07-01T02:30", 0, "2036-07-01T00:30:00Z" },
  { "1-12-2036 2:30", 0, "2036-12-01T01:30:00Z" },
  { "2036-07-01T02:30+01:00", 0, "2036-07-01T01:30:00Z" },
  { "2036-10-26T02:30", 2, "2036-10-26T02:30+01:00" },
  { "2036-10-26T02:30+02:00", 0, "2036-10-26T00:30:00Z" },
  { "2036-10-26T02:30+01:00", 0, "2036-10-26T01:30:00Z" },
  { "2036-03-30T02:30", 2, "forward" },
  { "2036-03-30T03:30", 0, "2036-03-30T01:30:00Z" },
  { "2036-02-30T03:30", 2, "exist" },
  { "morgen", 2, "2027-01-31T09:00" },
  { "2001-01-01T12:00", 2, "past" },
};

static void
test_moments (void)
{
  g_auto(Place) place = { 0 };
  g_autofree char *id = NULL;

  g_setenv ("TZ", "Europe/Amsterdam", TRUE);
  place_init (&place);
  id = import_article (&place);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr(Run) run =
        run_command (&place, NULL, "--json", "review", id, "embargo", moments[i].moment, NULL);

      g_test_message ("%s: %s%s", moments[i].moment, run->out, run->err);
      g_assert_cmpint (run->exit, ==, moments[i].exit);
      g_assert_nonnull (strstr (run->exit == 0 ? run->out : run->err, moments[i].found));
    }
  g_unsetenv ("TZ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/review/steps", test_steps);
  g_test_add_func ("/cli/review/changed", test_changed);
  g_test_add_func ("/cli/review/sheets", test_sheets);
  g_test_add_func ("/cli/review/refused-sheets", test_refused_sheets);
  g_test_add_func ("/cli/review/embargo", test_embargo);
  g_test_add_func ("/cli/review/moments", test_moments);
  g_test_add_func ("/cli/review/renamed", test_renamed);

  return g_test_run ();
}
