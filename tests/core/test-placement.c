/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-placement.h"

static const char * const categories[] = { "Nieuws", "Zorg & \"welzijn\"", NULL };
static const char * const no_categories[] = { NULL };

static const struct
{
  const char *name;
  VslPlacementValues values;
  const char *json;
} placements[] = {
  { "nothing", { 0 }, "{}" },
  { "categories", { .categories = categories }, "{\"categories\":[\"Nieuws\",\"Zorg & \\\"welzijn\\\"\"]}" },
  { "no-categories", { .categories = no_categories }, "{\"categories\":[]}" },
  { "yes", { .sticky = VSL_CHOICE_YES, .comments = VSL_CHOICE_NO },
    "{\"sticky\":true,\"comments\":false}" },
  { "password", { .password = "sesam" }, "{\"password\":\"sesam\"}" },
  { "no-password", { .password = "" }, "{\"password\":\"\"}" },
  { "author", { .author = "Tjitske", .or_pending = TRUE },
    "{\"author\":\"Tjitske\",\"or_pending\":true}" },
};

static void
test_there_and_back (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslPlacement) placement = vsl_placement_new (&placements[i].values);
  g_autofree char *json = vsl_placement_to_json (placement);
  g_autoptr(VslPlacement) back = vsl_placement_new_from_json (json);
  g_autofree char *again = vsl_placement_to_json (back);

  g_assert_cmpstr (json, ==, placements[i].json);
  g_assert_cmpstr (again, ==, json);
  g_assert_cmpstr (vsl_placement_get_password (back), ==, placements[i].values.password);
  g_assert_cmpstr (vsl_placement_get_author (back), ==, placements[i].values.author);
  g_assert_cmpint (vsl_placement_get_sticky (back), ==, placements[i].values.sticky);
  g_assert_cmpint (vsl_placement_get_comments (back), ==, placements[i].values.comments);
  g_assert_cmpint (vsl_placement_get_or_pending (back), ==, placements[i].values.or_pending);
}

static void
test_rubbish (void)
{
  static const char * const texts[] = {
    NULL, "", "null", "[]", "{", "{\"categories\":\"x\",\"sticky\":\"ja\",\"password\":5}",
    "{\"categories\":[]}trailing",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(VslPlacement) placement = vsl_placement_new_from_json (texts[i]);
      g_autofree char *json = vsl_placement_to_json (placement);

      g_assert_cmpstr (json, ==, "{}");
    }
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (placements); i++)
    {
      g_autofree char *path = g_strconcat ("/placement/", placements[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_there_and_back);
    }
  g_test_add_func ("/placement/rubbish", test_rubbish);

  return g_test_run ();
}
