/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-contact.h"
#include "core/vsl-date.h"

typedef struct
{
  const char *text;
  gboolean whole;
  gboolean loose;
} DateCase;

static const DateCase dates[] = {
  { "2026-05-12", TRUE, TRUE }, { "2024-02-29", TRUE, TRUE }, { "2025-02-29", FALSE, FALSE },
  { "2026-05", FALSE, TRUE },   { "2026", FALSE, TRUE },      { "2026-13", FALSE, FALSE },
  { "12-05-2026", FALSE, FALSE }, { "", FALSE, FALSE },       { "2026-5-1", FALSE, FALSE },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_test_message ("“%s”", dates[i].text);
      g_assert_cmpint (vsl_date_is_valid (dates[i].text, TRUE), ==, dates[i].whole);
      g_assert_cmpint (vsl_date_is_valid (dates[i].text, FALSE), ==, dates[i].loose);
    }
}

typedef struct
{
  const char *date;
  const char *organisation;
} RoleCase;

/* EZK until 2024, KGG since July of that year; an observed role of an earlier day. */
static const RoleCase roles[] = {
  { "2019-06-01", "EZK" }, { "2024-03-01", "EZK" },  { "2024-12-31", "KGG" },
  { "2016-01-01", "EZ" },  { "1990-01-01", "EZ" },   { NULL, "KGG" },
};

static void
test_role_of_the_day (void)
{
  g_autoptr(VslPerson) person = vsl_person_new_from_text ("Jos de Groot");
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  VslContactFields fields = { .person = person, .roles = list };
  g_autoptr(VslContact) contact = NULL;

  g_ptr_array_add (list, vsl_role_new ("directeur", "KGG", "2024-07", "", FALSE));
  g_ptr_array_add (list, vsl_role_new ("directeur", "EZK", "2017", "2024-06", FALSE));
  g_ptr_array_add (list, vsl_role_new ("adviseur", "EZ", "2015-03-01", "", TRUE));
  contact = vsl_contact_new (&fields);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr(VslParticipant) participant =
        vsl_contact_make_participant (contact, roles[i].date);

      g_test_message ("%s", roles[i].date != NULL ? roles[i].date : "now");
      g_assert_cmpstr (vsl_participant_get_organisation (participant), ==, roles[i].organisation);
      g_assert_cmpstr (vsl_participant_get_name (participant), ==, "Jos de Groot");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contact/dates", test_dates);
  g_test_add_func ("/contact/role-of-the-day", test_role_of_the_day);

  return g_test_run ();
}
