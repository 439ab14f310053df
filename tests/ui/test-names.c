/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "window-fixture.h"

#include "desk/vsl-desk-people.h"
#include "desk/vsl-participant-list.h"
#include "ui/vsl-name-offers.h"

/* Names that are completed while they are typed, with real keys. */

typedef struct
{
  const char *typed;    /* until names are offered, or not */
  gboolean    offered;
  const char *keys;     /* pressed then, `+` between them */
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
    if (VSL_IS_NAME_OFFERS (child) && gtk_widget_get_visible (child))
      return TRUE;

  return FALSE;
}

static gboolean
is_left (gpointer data)
{
  return !is_offered (data);
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
set_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until all that waits for a quiet moment was done. */
static void
be_idle (void)
{
  gboolean idle = FALSE;

  g_idle_add_full (G_PRIORITY_LOW, set_cb, &idle, NULL);
  panel_wait (is_true, &idle);
}

static void
add_participant (WindowFixture *fixture,
                 VslPerson     *person)
{
  g_autoptr(VslPerson) owned = person;
  g_autoptr(VslParticipant) participant = vsl_participant_new (owned, "lid", "Raad", FALSE);
  GListStore *list =
    G_LIST_STORE (vsl_document_get_participants (vsl_window_get_document (fixture->window)));

  vsl_participant_list_insert (list, g_list_model_get_n_items (G_LIST_MODEL (list)), participant);
}

static void
set_up (WindowFixture *fixture,
        gconstpointer  data)
{
  window_fixture_set_up (fixture, data);
  add_participant (fixture, vsl_person_new ("Wim", "den", "Houter", FALSE));
  add_participant (fixture, vsl_person_new ("Lien", "van den", "Abeele", TRUE));
}

static void
run_steps (WindowFixture *fixture,
           GtkWidget     *view,
           const Step    *steps,
           guint          n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    {
      g_auto(GStrv) keys = g_strsplit (steps[i].keys, "+", -1);

      g_test_message ("step %u: %s", i, steps[i].typed);
      window_fixture_type (fixture, steps[i].typed);
      if (steps[i].offered)
        panel_wait (is_offered, view);
      be_idle ();
      g_assert_cmpint (is_offered (view), ==, steps[i].offered);
      for (guint j = 0; *steps[i].keys != '\0' && keys[j] != NULL; j++)
        window_fixture_press (fixture, keys[j]);
      panel_wait (body_is, &(Expectation) { fixture, steps[i].expected });
      panel_wait (is_left, view);
    }
}

/* The full name first, the last name later and after a title, as registered where that is the rule. A
 * word without a capital may be any word: Enter ends the line there. */
static const Step forms[] = {
  { "Hout", TRUE, "Tab", "Wim den Houter" },
  { " en mevrouw abee", TRUE, "Tab", "Wim den Houter en mevrouw van den Abeele" },
  { ". Volgens den Hou", TRUE, "Return",
    "Wim den Houter en mevrouw van den Abeele. Volgens Den Houter" },
  { ", Wim", TRUE, "Down+Return",
    "Wim den Houter en mevrouw van den Abeele. Volgens Den Houter, Wim den Houter" },
  { ". hout", TRUE, "Return",
    "Wim den Houter en mevrouw van den Abeele. Volgens Den Houter, Wim den Houter. hout\n" },
};

static void
test_forms (WindowFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *view = window_fixture_field (fixture, "body_view");

  gtk_widget_grab_focus (view);
  run_steps (fixture, view, forms, G_N_ELEMENTS (forms));
}

/* Who does not want it goes on; nothing is offered for a prefix, nor in code. */
static const Step silences[] = {
  { "Hout", TRUE, "Escape", "Hout" },
  { "er", FALSE, "", "Houter" },
  { " zei den", FALSE, "", "Houter zei den" },
  { " Wim", TRUE, "Left", "Houter zei den Wim" },
  { "", FALSE, "End+Return", "Houter zei den Wim\n" },
  { "```", FALSE, "Return", "Houter zei den Wim\n```\n" },
  { "Hout", FALSE, "Return", "Houter zei den Wim\n```\nHout\n" },
};

static void
test_silence (WindowFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *view = window_fixture_field (fixture, "body_view");

  gtk_widget_grab_focus (view);
  run_steps (fixture, view, silences, G_N_ELEMENTS (silences));
}

static gboolean
has_people (gpointer data)
{
  return g_list_model_get_n_items (data) > 0;
}

/* People of the directory come after the participants, and only Tab or an arrow takes one. */
static const Step people[] = {
  { "Zon", FALSE, "", "Zon" },
  { "n", TRUE, "Return", "Zonn\n" },
  { "Zonn", TRUE, "Tab", "Zonn\nPuck Zonneveld" },
};

static void
test_people (WindowFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *view = window_fixture_field (fixture, "body_view");
  g_autoptr(VslPerson) person = vsl_person_new ("Puck", "", "Zonneveld", FALSE);
  VslContactFields fields = { .person = person };
  g_autoptr(VslContact) contact = vsl_contact_new (&fields);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslContact) stored = NULL;

  stored = vsl_desk_save_person (fixture->desk, contact, &error);
  g_assert_no_error (error);
  panel_wait (has_people, vsl_desk_get_people (fixture->desk));
  gtk_widget_grab_focus (view);
  run_steps (fixture, view, people, G_N_ELEMENTS (people));
}

/* In the lead, in one step that can be undone; in the text the last name follows from it. */
static void
test_lead (WindowFixture *fixture,
           gconstpointer  data)
{
  static const Step step[] = { { "Hout", TRUE, "Tab", "Den Houter" } };
  GtkWidget *lead = window_fixture_field (fixture, "lead_view");
  GtkWidget *body = window_fixture_field (fixture, "body_view");
  VslDocument *document = vsl_window_get_document (fixture->window);

  gtk_widget_grab_focus (lead);
  window_fixture_type (fixture, "Hout");
  panel_wait (is_offered, lead);
  window_fixture_press (fixture, "Return");
  panel_wait (is_left, lead);
  g_assert_cmpstr (vsl_document_get_text (document, VSL_FIELD_LEAD), ==, "Wim den Houter");
  window_fixture_press (fixture, "ctrl+z");
  be_idle ();
  g_assert_cmpstr (vsl_document_get_text (document, VSL_FIELD_LEAD), ==, "Hout");
  window_fixture_press (fixture, "ctrl+shift+z");
  be_idle ();
  g_assert_cmpstr (vsl_document_get_text (document, VSL_FIELD_LEAD), ==, "Wim den Houter");
  gtk_widget_grab_focus (body);
  run_steps (fixture, body, step, G_N_ELEMENTS (step));
}

/* The tear-down closes the window while names are offered; a critical would end the test. */
static void
test_close (WindowFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *view = window_fixture_field (fixture, "body_view");

  gtk_widget_grab_focus (view);
  window_fixture_type (fixture, "Hout");
  panel_wait (is_offered, view);
}

/* So does another article. */
static void
test_leave (WindowFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *view = window_fixture_field (fixture, "body_view");

  test_close (fixture, data);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new", NULL);
  panel_wait (is_left, view);
  gtk_widget_grab_focus (view);
  window_fixture_type (fixture, "Hout");
  panel_wait (body_is, &(Expectation) { fixture, "Hout" });
  be_idle ();
  g_assert_false (is_offered (view));
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);
  g_test_add ("/names/forms", WindowFixture, NULL, set_up, test_forms, window_fixture_tear_down);
  g_test_add ("/names/silence", WindowFixture, NULL, set_up, test_silence,
              window_fixture_tear_down);
  g_test_add ("/names/people", WindowFixture, NULL, set_up, test_people, window_fixture_tear_down);
  g_test_add ("/names/lead", WindowFixture, NULL, set_up, test_lead, window_fixture_tear_down);
  g_test_add ("/names/close", WindowFixture, NULL, set_up, test_close, window_fixture_tear_down);
  g_test_add ("/names/leave", WindowFixture, NULL, set_up, test_leave, window_fixture_tear_down);

  return g_test_run ();
}
