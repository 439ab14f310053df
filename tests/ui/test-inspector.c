/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "panel-fixture.h"

#include "ui/vsl-inspector.h"
#include "ui/vsl-participant-row.h"
#include "ui/vsl-site-dialog.h"
#include "ui/vsl-sites-dialog.h"

#define WIDTH 280 /* pixels: the narrowest inspector in which nothing is cut off */

static void
test_panel (PanelFixture  *fixture,
            gconstpointer  data)
{
  VslInspector *inspector = VSL_INSPECTOR (fixture->inspector);
  GtkToggleButton *publish = GTK_TOGGLE_BUTTON (panel_find (fixture->inspector,
                                                            GTK_TYPE_TOGGLE_BUTTON, 4));

  g_assert_cmpstr (vsl_inspector_get_panel (inspector), ==, "participants");
  g_assert_false (gtk_toggle_button_get_active (publish));

  g_object_set (inspector, "panel", "publish", NULL);
  g_assert_cmpstr (vsl_inspector_get_panel (inspector), ==, "publish");
  g_assert_true (gtk_toggle_button_get_active (publish));

  /* As a remembered name of another version may be. */
  g_object_set (inspector, "panel", "horoscope", NULL);
  g_assert_cmpstr (vsl_inspector_get_panel (inspector), ==, "publish");

  panel_fixture_show (fixture, "article");
  g_assert_false (gtk_toggle_button_get_active (publish));
}

static guint
count_panels (PanelFixture *fixture)
{
  g_autoptr(GtkSelectionModel) pages =
    gtk_stack_get_pages (GTK_STACK (panel_part (fixture->inspector, "stack")));

  return g_list_model_get_n_items (G_LIST_MODEL (pages));
}

/* Start-up pays for one panel. */
static void
test_lazy (PanelFixture  *fixture,
           gconstpointer  data)
{
  g_assert_cmpuint (count_panels (fixture), ==, 1);
  panel_fixture_show (fixture, "publish");
  g_assert_cmpuint (count_panels (fixture), ==, 2);
  panel_fixture_show (fixture, "participants");
  g_assert_cmpuint (count_panels (fixture), ==, 2);

  gtk_widget_set_visible (fixture->inspector, FALSE);
  g_object_set (fixture->inspector, "panel", "article", NULL);
  g_assert_cmpuint (count_panels (fixture), ==, 2);
  gtk_widget_set_visible (fixture->inspector, TRUE);
  g_assert_cmpuint (count_panels (fixture), ==, 3);
}

static gboolean
shows_publish (gpointer data)
{
  return g_str_equal (vsl_inspector_get_panel (data), "publish");
}

static gboolean
shows_participants (gpointer data)
{
  return g_str_equal (vsl_inspector_get_panel (data), "participants");
}

/* Round, from the first panel back to the last. */
static void
test_keys (PanelFixture  *fixture,
           gconstpointer  data)
{
  g_assert_true (gtk_widget_grab_focus (fixture->inspector));
  panel_press (fixture, "ctrl+Prior");
  panel_wait (shows_publish, fixture->inspector);
  g_assert_true (gtk_widget_grab_focus (fixture->inspector));
  panel_press (fixture, "ctrl+Next");
  panel_wait (shows_participants, fixture->inspector);
}

static void
test_focus (PanelFixture  *fixture,
            gconstpointer  data)
{
  static const char *const panels[] = { "participants", "article", "quotations", "reviews",
                                        "publish" };

  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      GtkWidget *panel = panel_fixture_show (fixture, panels[i]);
      GtkWidget *focus;

      g_test_message ("%s", panels[i]);
      g_assert_true (gtk_widget_grab_focus (fixture->inspector));
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_true (gtk_widget_is_ancestor (focus, panel));
    }
}

/* Below a label that is cut off, its whole text cannot be read. */
static void
assert_nothing_cut_off (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    {
      PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (widget));

      if (pango_layout_is_ellipsized (layout))
        g_error ("“%s” is cut off", gtk_label_get_label (GTK_LABEL (widget)));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_nothing_cut_off (child);
}

/* In the language in which the test runs: it is run in Dutch as well. */
static void
test_width (PanelFixture  *fixture,
            gconstpointer  data)
{
  static const char *const panels[] = { "participants", "article", "quotations", "reviews",
                                        "publish" };
  g_autoptr(VslPerson) person = vsl_person_new_from_text ("Ruben Jongsma-van der Sluis");
  g_autoptr(VslParticipant) participant =
    vsl_participant_new (person, "wethouder Ruimte en Wonen", "gemeente Duinrand", TRUE);
  GtkWidget *row;
  int minimum;

  vsl_document_insert_participant (fixture->document, 0, participant);
  row = panel_find (fixture->inspector, VSL_TYPE_PARTICIPANT_ROW, 0);
  vsl_participant_row_set_editing (VSL_PARTICIPANT_ROW (row), TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      GtkWidget *panel = panel_fixture_show (fixture, panels[i]);

      gtk_test_widget_wait_for_draw (fixture->window);
      gtk_widget_measure (panel, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s: %d pixels", panels[i], minimum);
      g_assert_cmpint (minimum, <=, WIDTH);
      assert_nothing_cut_off (panel);
    }

  assert_nothing_cut_off (fixture->inspector);
  gtk_widget_measure (fixture->inspector, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, WIDTH);
}

static void
test_dialogs (PanelFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *dialogs[] = {
    vsl_site_dialog_new (fixture->desk, GTK_WINDOW (fixture->window)),
    vsl_sites_dialog_new (fixture->desk, GTK_WINDOW (fixture->window)),
  };

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      gtk_window_present (GTK_WINDOW (dialogs[i]));
      gtk_test_widget_wait_for_draw (dialogs[i]);
      assert_nothing_cut_off (dialogs[i]);
      gtk_window_close (GTK_WINDOW (dialogs[i]));
    }
}

#define ADD(path, test) \
  g_test_add (path, PanelFixture, NULL, panel_fixture_set_up, test, panel_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  panel_fixture_init (&argc, &argv);

  ADD ("/inspector/panel", test_panel);
  ADD ("/inspector/lazy", test_lazy);
  ADD ("/inspector/keys", test_keys);
  ADD ("/inspector/focus", test_focus);
  ADD ("/inspector/width", test_width);
  ADD ("/inspector/dialogs", test_dialogs);

  return g_test_run ();
}
