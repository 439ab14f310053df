/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-person.h"

typedef struct
{
  const char *text;
  const char *given;
  const char *prefix;
  const char *family;
  gboolean as_registered;
  const char *full;
  const char *last;
  const char *sort;
} NameCase;

static const NameCase names[] = {
  { "Anna Bakker", "Anna", "", "Bakker", FALSE, "Anna Bakker", "Bakker", "Bakker, Anna" },
  { "Wim den Houter", "Wim", "den", "Houter", FALSE, "Wim den Houter", "Den Houter", "Houter, Wim den" },
  { "Ria van der Zee", "Ria", "van der", "Zee", FALSE, "Ria van der Zee", "Van der Zee", "Zee, Ria van der" },
  { "Jo in ’t Zandt", "Jo", "in ’t", "Zandt", FALSE, "Jo in ’t Zandt", "In ’t Zandt", "Zandt, Jo in ’t" },
  { "Jo ’t Zand", "Jo", "’t", "Zand", FALSE, "Jo ’t Zand", "’t Zand", "Zand, Jo ’t" },
  { "Lea d’Orsay", "Lea", "", "d’Orsay", FALSE, "Lea d’Orsay", "d’Orsay", "d’Orsay, Lea" },
  { "Piet op den Dijk", "Piet", "op den", "Dijk", FALSE, "Piet op den Dijk", "Op den Dijk", "Dijk, Piet op den" },
  { "Tom De Winter", "Tom", "De", "Winter", TRUE, "Tom De Winter", "De Winter", "Winter, Tom De" },
  { "Els Van den Broecke", "Els", "Van den", "Broecke", TRUE, "Els Van den Broecke", "Van den Broecke", "Broecke, Els Van den" },
  { "De Winter", "", "de", "Winter", FALSE, "De Winter", "De Winter", "Winter, de" },
  { "van der Zee", "", "van der", "Zee", FALSE, "Van der Zee", "Van der Zee", "Zee, van der" },
  { "Zee", "", "", "Zee", FALSE, "Zee", "Zee", "Zee" },
  { "J.P. de Boer", "J.P.", "de", "Boer", FALSE, "J.P. de Boer", "De Boer", "Boer, J.P. de" },
  { "mr. dr. Iris ten Have", "mr. dr. Iris", "ten", "Have", FALSE, "mr. dr. Iris ten Have", "Ten Have", "Have, mr. dr. Iris ten" },
  { "Mia Jansma-van der Sluijs", "Mia", "", "Jansma-van der Sluijs", FALSE, "Mia Jansma-van der Sluijs", "Jansma-van der Sluijs", "Jansma-van der Sluijs, Mia" },
  { "Ali el Amrani", "Ali", "el", "Amrani", FALSE, "Ali el Amrani", "El Amrani", "Amrani, Ali el" },
  { "John Ben Carter", "John Ben", "", "Carter", FALSE, "John Ben Carter", "Carter", "Carter, John Ben" },
  { "  Anna \t Maria   Bakker ", "Anna Maria", "", "Bakker", FALSE, "Anna Maria Bakker", "Bakker", "Bakker, Anna Maria" },
  { "Wim van", "Wim", "", "van", FALSE, "Wim van", "van", "van, Wim" },
  { "", "", "", "", FALSE, "", "", "" },
};

static void
test_from_text (gconstpointer data)
{
  const NameCase *item = data;
  g_autoptr(VslPerson) person = vsl_person_new_from_text (item->text);
  g_autofree char *full = vsl_person_dup_full_name (person);
  g_autofree char *last = vsl_person_dup_last_name (person);
  g_autofree char *sort = vsl_person_dup_sort_name (person);

  g_assert_cmpstr (vsl_person_get_given (person), ==, item->given);
  g_assert_cmpstr (vsl_person_get_prefix (person), ==, item->prefix);
  g_assert_cmpstr (vsl_person_get_family (person), ==, item->family);
  g_assert_cmpint (vsl_person_get_as_registered (person), ==, item->as_registered);
  g_assert_cmpstr (full, ==, item->full);
  g_assert_cmpstr (last, ==, item->last);
  g_assert_cmpstr (sort, ==, item->sort);
}

static void
test_round_trip (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(VslPerson) person = vsl_person_new_from_text (names[i].text);
      g_autofree char *full = vsl_person_dup_full_name (person);
      g_autoptr(VslPerson) again = vsl_person_new_from_text (full);

      g_assert_true (vsl_person_equal (person, again));
    }
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/person/from-text/%u-%s", i, names[i].text);

      g_test_add_data_func (path, &names[i], test_from_text);
    }
  g_test_add_func ("/person/round-trip", test_round_trip);

  return g_test_run ();
}
