/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "debate/vsl-report-writer.h"

static const VslPassage passages[] = {
  { "Bas den Hollander", "Wij wachten niet.", "Tempo" },
  { "Tom De Coninck", "Wie betaalt dat?", "Geld" },
  { "Bas den Hollander", "De *hele* dijk.", "Geld" },
  { "", "Uit de zaal.", NULL },
};

typedef struct
{
  const char *name;
  const char *language;
  VslReportGrouping grouping;
  const char *expected;
} Case;

static const Case cases[] = {
  { "speaker-nl", "nl", VSL_GROUP_BY_SPEAKER,
    "::: deelnemers\n:::\n\n“Wij wachten niet”, zegt Bas den Hollander.\n\n"
    "“De \\*hele\\* dijk”, zegt Den Hollander.\n\n“Wie betaalt dat?” vraagt Tom De Coninck.\n\n"
    "“Uit de zaal.”" },
  { "theme-nl", "nl", VSL_GROUP_BY_THEME,
    "::: deelnemers\n:::\n\n## Tempo\n\n“Wij wachten niet”, zegt Bas den Hollander.\n\n"
    "## Geld\n\n“Wie betaalt dat?” vraagt Tom De Coninck.\n\n"
    "“De \\*hele\\* dijk”, zegt Den Hollander.\n\n“Uit de zaal.”" },
  { "given-en", "en", VSL_GROUP_AS_GIVEN,
    "::: deelnemers\n:::\n\n“Wij wachten niet,” says Bas den Hollander.\n\n"
    "“Wie betaalt dat?” asks Tom De Coninck.\n\n“De \\*hele\\* dijk,” says Den Hollander.\n\n"
    "“Uit de zaal.”" },
};

static VslDebate *
make_debate (const char *language)
{
  g_autoptr(GPtrArray) participants = g_ptr_array_new_with_free_func (g_object_unref);
  VslDebateFields fields = { .language = language, .participants = participants };
  const char *const names[] = { "Bas den Hollander", "Tom De Coninck" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(VslPerson) person = vsl_person_new_from_text (names[i]);

      g_ptr_array_add (participants, vsl_participant_new (person, NULL, NULL, i == 1));
    }

  return vsl_debate_new (&fields);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(VslDebate) debate = make_debate (test->language);
  g_autofree char *body = vsl_report_write_body (debate, passages, G_N_ELEMENTS (passages),
                                                 test->grouping);

  g_assert_cmpstr (body, ==, test->expected);
}

static void
test_nothing (void)
{
  VslDebateFields fields = { 0 };
  g_autoptr(VslDebate) debate = vsl_debate_new (&fields);
  g_autofree char *body = vsl_report_write_body (debate, NULL, 0, VSL_GROUP_BY_THEME);

  g_assert_cmpstr (body, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/report-writer/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/report-writer/nothing", test_nothing);

  return g_test_run ();
}
