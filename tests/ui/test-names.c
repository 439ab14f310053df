/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "window-fixture.h"

#include "desk/vsl-participant-list.h"

/* Names that are completed in the text, with real keys. */

typedef struct
{
  const char *typed;    /* until names are offered */
  const char *key;      /* accepts, or leaves */
  const char *expected; /* all of the text after that */
} Step;

typedef struct
{
  WindowFixture *fixture;
  const char    *expected;
} Expectation;

static gboolean
body_is (gpointer data)
{
  Expectation *expectation = data;
  g_autofree char *body = window_fixture_dup_body (expectation->fixture);

  if (!g_str_equal (body, expectation->expected))
    g_test_message ("the text is now: %s", body);

  return g_str_equal (body, expectation->expected);
}

static gboolean
is_offered (gpointer data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (data); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (G_OBJECT_TYPE_NAME (child), "GtkSourceCompletionList") &&
        gtk_widget_get_visible (child))
      return TRUE;

  return FALSE;
}

static gboolean
is_left (gpointer data)
{
  return !is_offered (data);
}

static void
add_participant (WindowFixture *fixture,
                 VslPerson     *person)
{
  g_autoptr(VslPerson) owned = person;
  g_autoptr(VslParticipant) participant = vsl_participant_new (owned, "lid", "Raad", FALSE);

  vsl_participant_list_insert (
    G_LIST_STORE (vsl_document_get_participants (vsl_window_get_document (fixture->window))), 0,
    participant);
}

static const Step steps[] = {
  { "holl", "Tab", "Bas den Hollander" },
  { " en mevrouw abee", "Return", "Bas den Hollander en mevrouw van den Abeele" },
  { ". Hol", "Tab", "Bas den Hollander en mevrouw van den Abeele. Den Hollander" },
  { " zei: Hol", "Escape",
    "Bas den Hollander en mevrouw van den Abeele. Den Hollander zei: Hol" },
};

#define CODE \
  "Bas den Hollander en mevrouw van den Abeele. Den Hollander zei: Hol den\n```\nHol"

/* The full name first, the last name later and after a title, as registered where that is the rule;
 * nothing for a prefix, nor in code. */
static void
test_forms (WindowFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *view = window_fixture_field (fixture, "body_view");

  add_participant (fixture, vsl_person_new ("Bas", "den", "Hollander", FALSE));
  add_participant (fixture, vsl_person_new ("Lien", "van den", "Abeele", TRUE));
  gtk_widget_grab_focus (view);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      window_fixture_type (fixture, steps[i].typed);
      panel_wait (is_offered, view);
      window_fixture_press (fixture, steps[i].key);
      panel_wait (body_is, &(Expectation) { fixture, steps[i].expected });
      panel_wait (is_left, view);
    }
  window_fixture_type (fixture, " den");
  window_fixture_press (fixture, "Return");
  window_fixture_type (fixture, "```");
  window_fixture_press (fixture, "Return");
  window_fixture_type (fixture, "Hol");
  panel_wait (body_is, &(Expectation) { fixture, CODE });
  g_assert_false (is_offered (view));
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add ("/names/forms", WindowFixture, NULL, window_fixture_set_up, test_forms,
              window_fixture_tear_down);

  return g_test_run ();
}
