/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-name-start.h"

typedef struct
{
  const char *before; /* the line up to the caret */
  gboolean    named;
  guint       person; /* in persons[] */
  const char *forms;  /* joined with `|`; NULL when nothing is to be offered */
  guint       n_typed;
  gboolean    sure;
} StartCase;

/* Given, prefix, family, and whether the letters stay as they are registered. */
static const struct
{
  const char *given;
  const char *prefix;
  const char *family;
  gboolean    as_registered;
} persons[] = {
  { "Wim", "den", "Houter", FALSE },
  { "Ria", "van der", "Zee-van Loon", FALSE },
  { "Tom", "De", "Winter", TRUE },
  { "Lien", "van den", "Abeele", TRUE },
  { "Zoë", "", "Jørgensen", FALSE },
  { "", "", "Madelief", FALSE },
  { "Lea", "", "d’Orsay", FALSE },
};

static const StartCase starts[] = {
  /* The full name first, by any of its parts; the last name after that, the full name beside it. */
  { "Volgens Wim", FALSE, 0, "Wim den Houter", 3, TRUE },
  { "Volgens Hou", FALSE, 0, "Wim den Houter", 3, TRUE },
  { "Volgens den Hou", FALSE, 0, "Wim den Houter", 7, TRUE },
  { "Volgens Hou", TRUE, 0, "Den Houter|Wim den Houter", 3, TRUE },
  { "Volgens den Hou", TRUE, 0, "Den Houter|Wim den Houter", 7, TRUE },
  { "Wim", TRUE, 0, "Den Houter|Wim den Houter", 3, TRUE },
  /* Who goes on after the given name wants all of it. */
  { "Wim den Hou", TRUE, 0, "Wim den Houter", 11, TRUE },
  { "wim d", FALSE, 0, "Wim den Houter", 5, FALSE },
  /* After a title the last name, with the capital of the prefix. */
  { "Dat zei mevrouw Zee", FALSE, 1, "Van der Zee-van Loon", 3, TRUE },
  { "Dat zei mevrouw van der Zee-v", TRUE, 1, "Van der Zee-van Loon", 13, TRUE },
  { "aldus wethouder Hout", FALSE, 0, "Den Houter", 4, TRUE },
  { "mw. Zee", FALSE, 1, "Van der Zee-van Loon", 3, TRUE },
  { "mevrouw Ria", FALSE, 1, "Ria van der Zee-van Loon", 3, TRUE },
  /* As registered where that is the rule. */
  { "Win", TRUE, 2, "De Winter|Tom De Winter", 3, TRUE },
  { "mevrouw abee", FALSE, 3, "van den Abeele", 4, FALSE },
  /* Without accents, and without a part of the name that is not there. */
  { "zei zoe", FALSE, 4, NULL, 0, FALSE },
  { "zei Zoe", FALSE, 4, "Zoë Jørgensen", 3, TRUE },
  { "zei “Jør", TRUE, 4, "Jørgensen|Zoë Jørgensen", 3, TRUE },
  { "Mad", TRUE, 5, "Madelief", 3, TRUE },
  { "d’Ors", TRUE, 6, "d’Orsay|Lea d’Orsay", 5, TRUE },
  /* Too little, a prefix alone, the middle of a word, something else. */
  { "Wi", FALSE, 0, NULL, 0, FALSE },
  { "hou", FALSE, 0, NULL, 0, FALSE },
  { "van der", FALSE, 1, NULL, 0, FALSE },
  { "Van den", FALSE, 3, NULL, 0, FALSE },
  { "Stadhou", FALSE, 0, NULL, 0, FALSE },
  { "Houten", FALSE, 0, NULL, 0, FALSE },
  { "Wim ", FALSE, 0, NULL, 0, FALSE },
  { "", FALSE, 0, NULL, 0, FALSE },
  /* Markup. */
  { "::: kader Hou", FALSE, 0, NULL, 0, FALSE },
  { "```Hou", FALSE, 0, NULL, 0, FALSE },
  { "[site](https://voorbeeld.example/Hou", FALSE, 0, NULL, 0, FALSE },
  { "https://voorbeeld.example/Hou", FALSE, 0, NULL, 0, FALSE },
  { "post@Hou", FALSE, 0, NULL, 0, FALSE },
};

static void
test_start (gconstpointer data)
{
  const StartCase *item = data;
  g_autoptr(VslPerson) person =
    vsl_person_new (persons[item->person].given, persons[item->person].prefix,
                    persons[item->person].family, persons[item->person].as_registered);
  VslNameStart start = { 0 };
  g_auto(GStrv) forms = NULL;
  g_autofree char *joined = NULL;

  if (item->forms == NULL)
    {
      g_assert_false (vsl_name_start_find (item->before, person, &start));
      return;
    }

  g_assert_true (vsl_name_start_find (item->before, person, &start));
  g_assert_cmpuint (start.n_typed, ==, item->n_typed);
  g_assert_cmpint (start.sure, ==, item->sure);
  forms = vsl_name_start_list_forms (&start, person, item->named);
  joined = g_strjoinv ("|", forms);
  g_assert_cmpstr (joined, ==, item->forms);
}

static void
test_named (void)
{
  static const struct
  {
    const char *text;
    gboolean    named;
  } cases[] = {
    { "Wim den Houter opende.", TRUE },  { "(Houter)", TRUE },
    { "Houters huis", FALSE },           { "De Stadhouter", FALSE },
    { "Houters en Houter", TRUE },       { "houter", FALSE },
    { "", FALSE },
  };
  g_autoptr(VslPerson) person = vsl_person_new ("Wim", "den", "Houter", FALSE);
  g_autoptr(VslPerson) nobody = vsl_person_new ("", "", "", FALSE);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (vsl_name_start_is_named (cases[i].text, person), ==, cases[i].named);
  g_assert_false (vsl_name_start_is_named ("Houter", nobody));
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  for (i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/name-start/find/%u", i);

      g_test_add_data_func (path, &starts[i], test_start);
    }
  g_test_add_func ("/name-start/named", test_named);

  return g_test_run ();
}
