/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-participant-line.h"

static const struct
{
  const char *line;
  const char *name;
  const char *role;
  const char *organisation;
  gboolean chair;
} lines[] = {
  { "Noor Dekkers, directeur Havens bij de VBX", "Noor Dekkers", "directeur Havens", "VBX", FALSE },
  { "Bas den Uyl, directeur Directie Water, Ministerie van WKZ", "Bas den Uyl",
    "directeur Directie Water", "Ministerie van WKZ", FALSE },
  { "Onder leiding van Jan van Eik, griffier bij de provincie Oostveen", "Jan van Eik", "griffier",
    "provincie Oostveen", TRUE },
  { "o.l.v. Jan van Eik (VBX)", "Jan van Eik", "", "VBX", TRUE },
  { "Gespreksleider: Ada Post, redacteur", "Ada Post", "redacteur", "", TRUE },
  { "Voorzitter: Ada Post", "Ada Post", "", "", TRUE },
  { "Ada Post, voorzitter van de Havenraad", "Ada Post", "voorzitter", "Havenraad", FALSE },
  { "Ada Post, voorzitter", "Ada Post", "voorzitter", "", FALSE },
  { "Ada Post, moderator", "Ada Post", "moderator", "", TRUE },
  { "Ada Post, Havenraad (gespreksleider)", "Ada Post", "", "Havenraad", TRUE },
  { "Ada Post (VBX)", "Ada Post", "", "VBX", FALSE },
  { "Ada Post (VBX), raadslid", "Ada Post", "raadslid", "VBX", FALSE },
  { "Ada Post, raadslid (VBX)", "Ada Post", "raadslid", "VBX", FALSE },
  { "Ada Post – raadslid, gemeente Oostveen", "Ada Post", "raadslid", "gemeente Oostveen", FALSE },
  { "Ada Post: wethouder Oostveen", "Ada Post", "wethouder Oostveen", "", FALSE },
  { "Ada Post, minister van Water en Wind", "Ada Post", "minister van Water en Wind", "", FALSE },
  { "Ada Post, burgemeester van Oostveen", "Ada Post", "burgemeester van Oostveen", "", FALSE },
  { "Ada Post, directeur van VBX Noord", "Ada Post", "directeur", "VBX Noord", FALSE },
  { "Ada Post, lid van de raad van bestuur van de VBX", "Ada Post",
    "lid van de raad van bestuur", "VBX", FALSE },
  { "Ada Post, directeur, tevens lid van een commissie", "Ada Post",
    "directeur, tevens lid van een commissie", "", FALSE },
  { "Ada Post bij de VBX", "Ada Post", "", "VBX", FALSE },
  { "Ada Post", "Ada Post", "", "", FALSE },
  { "Ada Post,", "Ada Post", "", "", FALSE },
  { "Ada Post, Stichting Wind", "Ada Post", "", "Stichting Wind", FALSE },
  { "Ada Post, Directeur Wind", "Ada Post", "Directeur Wind", "", FALSE },
  { "Jane Roe, professor of law at the University of Eastmoor", "Jane Roe", "professor of law",
    "University of Eastmoor", FALSE },
  { "Jane Roe, chief engineer, Harbour Trust", "Jane Roe", "chief engineer", "Harbour Trust",
    FALSE },
  { "Jane Roe, chair of the Harbour Trust", "Jane Roe", "chair", "Harbour Trust", FALSE },
  { "Jane Roe, chair", "Jane Roe", "chair", "", TRUE },
  { "Jane Roe, Friends of the Quay", "Jane Roe", "", "Friends of the Quay", FALSE },
  { "Ada Post (wethouder Verkeer, VVP)", "Ada Post", "wethouder Verkeer", "VVP", FALSE },
  { "Ada Post (wethouder)", "Ada Post", "wethouder", "", FALSE },
  { "dr. Ada ten Hove, docent aan de Universiteit Noord", "dr. Ada ten Hove", "docent",
    "Universiteit Noord", FALSE },
  { "A. de Boer – directeur – Zorggroep Zuid", "A. de Boer", "directeur", "Zorggroep Zuid", FALSE },
  { "A. de Boer, directeur Noord – Zuid, VBX", "A. de Boer", "directeur Noord – Zuid", "VBX", FALSE },
  { "Jane Roe, director of Harbour Trust", "Jane Roe", "director", "Harbour Trust", FALSE },
  { "Jane Roe, Secretary of State", "Jane Roe", "Secretary of State", "", FALSE },
  { "Jane Roe, head of policy", "Jane Roe", "head of policy", "", FALSE },
  { "Jane Roe, Harbour Trust", "Jane Roe", "", "Harbour Trust", FALSE },
  { "Moderated by Jane Roe, editor at Eastmoor Weekly", "Jane Roe", "editor", "Eastmoor Weekly",
    TRUE },
  { "Chaired by Jane Roe", "Jane Roe", "", "", TRUE },
  { "Chair: Jane Roe, Harbour Trust", "Jane Roe", "", "Harbour Trust", TRUE },
};

static void
test_line (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslParticipant) participant = vsl_participant_new_from_line (lines[i].line);

  g_assert_nonnull (participant);
  g_assert_cmpstr (vsl_participant_get_name (participant), ==, lines[i].name);
  g_assert_cmpstr (vsl_participant_get_role (participant), ==, lines[i].role);
  g_assert_cmpstr (vsl_participant_get_organisation (participant), ==, lines[i].organisation);
  g_assert_cmpint (vsl_participant_get_chair (participant), ==, lines[i].chair);
}

/* What is written of what was read is read as the same. */
static void
test_round_trip (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslParticipant) participant = vsl_participant_new_from_line (lines[i].line);
  g_autofree char *written = vsl_participant_dup_line (participant);
  g_autoptr(VslParticipant) again = vsl_participant_new_from_line (written);

  g_assert_cmpstr (vsl_participant_get_name (again), ==, lines[i].name);
  g_assert_cmpstr (vsl_participant_get_role (again), ==, lines[i].role);
  g_assert_cmpstr (vsl_participant_get_organisation (again), ==, lines[i].organisation);
}

static void
test_no_name (void)
{
  g_assert_null (vsl_participant_new_from_line (""));
  g_assert_null (vsl_participant_new_from_line (" , directeur"));
  g_assert_null (vsl_participant_new_from_line ("(VBX)"));
}

static const struct
{
  const char *text;
  gboolean is_name;
} names[] = {
  { "Ada Post", TRUE },          { "Bas den Uyl", TRUE },      { "J.P. van der Berg-Smit", TRUE },
  { "prof. dr. Ada Post", TRUE }, { "Eric d’Hondt", TRUE },     { "Ada", TRUE },
  { "Émile Zwart", TRUE },       { "middel van overleg", FALSE }, { "Het debat begon laat", FALSE },
  { "2030 half", FALSE },        { "Ada de", FALSE },          { "", FALSE },
  { "Ada Post.", FALSE },        { "Europa moet sneller", FALSE },
};

static void
test_name (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i].text);
      g_assert_cmpint (vsl_participant_line_has_name (names[i].text), ==, names[i].is_name);
    }
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *read = g_strdup_printf ("/participant-line/read/%u", i);
      g_autofree char *write = g_strdup_printf ("/participant-line/round-trip/%u", i);

      g_test_add_data_func (read, GUINT_TO_POINTER (i), test_line);
      g_test_add_data_func (write, GUINT_TO_POINTER (i), test_round_trip);
    }
  g_test_add_func ("/participant-line/no-name", test_no_name);
  g_test_add_func ("/participant-line/name", test_name);

  return g_test_run ();
}
