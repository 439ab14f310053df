/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "panel-fixture.h"

#include "ui/vsl-participant-form.h"
#include "ui/vsl-participant-row.h"

#define LIST \
  "Deelnemers Kustdebat:\n\n" \
  "  • Sanne van der Velde, directeur Kustbeheer, Hoogheemraadschap Zeeoever\n" \
  "  • Lieve De Backere, hoogleraar waterbouw bij de Universiteit Schelde\n" \
  "  • Onder leiding van Bas Vermaning, hoofdredacteur van De Kustgazet\n"

typedef struct
{
  PanelFixture *fixture;
  guint         position;
  const char   *text;
} Expectation;

static void
type_line (GtkWidget  *panel,
           const char *line)
{
  GtkWidget *entry = panel_part (panel, "add_entry");

  gtk_editable_set_text (GTK_EDITABLE (entry), line);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static VslParticipantRow *
get_row (GtkWidget *panel,
         int        position)
{
  GtkListBox *list = GTK_LIST_BOX (panel_part (panel, "list"));

  return VSL_PARTICIPANT_ROW (gtk_list_box_get_row_at_index (list, position));
}

static gboolean
has_name (gpointer data)
{
  Expectation *expectation = data;

  return panel_fixture_count_participants (expectation->fixture) > expectation->position &&
         g_str_equal (vsl_participant_get_name (panel_fixture_get_participant (
                        expectation->fixture, expectation->position)), expectation->text);
}

static void
assert_name (PanelFixture *fixture,
             guint         position,
             const char   *name)
{
  g_assert_cmpstr (vsl_participant_get_name (panel_fixture_get_participant (fixture, position)),
                   ==, name);
}

static void
wait_for_name (PanelFixture *fixture,
               guint         position,
               const char   *name)
{
  Expectation expectation = { fixture, position, name };

  panel_wait (has_name, &expectation);
}

/* Each line, and `name|role|organisation` of whom it adds. */
static const struct
{
  const char *line;
  const char *expected;
} lines[] = {
  { "Sanne van der Velde, directeur Kustbeheer, Hoogheemraadschap Zeeoever",
    "Sanne van der Velde|directeur Kustbeheer|Hoogheemraadschap Zeeoever" },
  { "• Lieve De Backere, hoogleraar, Universiteit Schelde",
    "Lieve De Backere|hoogleraar|Universiteit Schelde" },
  { "  – Ruben Jongsma-van der Sluis ", "Ruben Jongsma-van der Sluis||" },
  { "Vermaning, hoofdredacteur", "Vermaning|hoofdredacteur|" },
};

static void
test_lines (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "participants");

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      VslParticipant *participant;
      g_autofree char *told = NULL;

      type_line (panel, lines[i].line);
      g_assert_cmpuint (panel_fixture_count_participants (fixture), ==, i + 1);
      participant = panel_fixture_get_participant (fixture, i);
      told = g_strjoin ("|", vsl_participant_get_name (participant),
                        vsl_participant_get_role (participant),
                        vsl_participant_get_organisation (participant), NULL);
      g_assert_cmpstr (told, ==, lines[i].expected);
      g_assert_false (vsl_participant_get_chair (participant));
    }

  type_line (panel, "  ");
  type_line (panel, " , ");
  g_assert_cmpuint (panel_fixture_count_participants (fixture), ==, G_N_ELEMENTS (lines));
}

/* Pasted text comes into the entry with its line ends. */
static void
test_paste (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "participants");
  GtkWidget *entry = panel_part (panel, "add_entry");

  g_assert_true (gtk_widget_get_visible (panel_part (panel, "empty")));
  gtk_editable_set_text (GTK_EDITABLE (entry), LIST);

  g_assert_cmpuint (panel_fixture_count_participants (fixture), ==, 3);
  assert_name (fixture, 0, "Sanne van der Velde");
  assert_name (fixture, 1, "Lieve De Backere");
  assert_name (fixture, 2, "Bas Vermaning");
  g_assert_false (vsl_participant_get_chair (panel_fixture_get_participant (fixture, 0)));
  g_assert_true (vsl_participant_get_chair (panel_fixture_get_participant (fixture, 2)));
  g_assert_cmpstr (vsl_document_get_text (fixture->document, VSL_FIELD_EVENT), ==, "Kustdebat");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_part (panel, "event_entry"))),
                   ==, "Kustdebat");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_false (gtk_widget_get_visible (panel_part (panel, "empty")));
}

static void
test_event (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "participants");
  GtkWidget *entry = panel_part (panel, "event_entry");

  gtk_editable_set_text (GTK_EDITABLE (entry), "Havendebat");
  g_assert_cmpstr (vsl_document_get_text (fixture->document, VSL_FIELD_EVENT), ==, "Havendebat");

  vsl_document_set_text (fixture->document, VSL_FIELD_EVENT, "Dijkdebat");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Dijkdebat");
}

static void
test_edit (PanelFixture  *fixture,
           gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "participants");
  VslParticipantRow *row;
  GtkWidget *form, *given;

  type_line (panel, "Sanne van der Velde, directeur, Zeeoever");
  row = get_row (panel, 0);
  form = panel_part (GTK_WIDGET (row), "form");
  given = panel_part (form, "given_entry");
  vsl_participant_row_set_editing (row, TRUE);

  /* A space at the end is on its way to a second word: it stays while the list follows. */
  gtk_editable_set_text (GTK_EDITABLE (given), "Sanne ");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (given)), ==, "Sanne ");
  gtk_editable_set_text (GTK_EDITABLE (given), "Sanne Maria");
  assert_name (fixture, 0, "Sanne Maria van der Velde");
  g_assert_true (get_row (panel, 0) == row);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (panel_part (form, "full_name_label"))),
                   ==, "Sanne Maria van der Velde");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (panel_part (form, "last_name_label"))),
                   ==, "Van der Velde");

  gtk_switch_set_active (GTK_SWITCH (panel_part (form, "registered_switch")), TRUE);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (panel_part (form, "last_name_label"))),
                   ==, "van der Velde");
  gtk_editable_set_text (GTK_EDITABLE (panel_part (form, "role_entry")), "dijkgraaf");
  g_assert_cmpstr (vsl_participant_get_role (panel_fixture_get_participant (fixture, 0)),
                   ==, "dijkgraaf");

  /* Without a name the last one is kept, and that is said. */
  gtk_editable_set_text (GTK_EDITABLE (given), "");
  gtk_editable_set_text (GTK_EDITABLE (panel_part (form, "family_entry")), "");
  assert_name (fixture, 0, "van der Velde");
  g_assert_true (gtk_widget_get_visible (panel_part (form, "problem_label")));

  g_signal_emit_by_name (given, "activate");
  g_assert_false (vsl_participant_row_get_editing (row));
}

static void
test_chair (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "participants");
  GtkWidget *form;

  type_line (panel, "Sanne van der Velde");
  form = panel_part (GTK_WIDGET (get_row (panel, 0)), "form");
  g_assert_false (gtk_widget_get_visible (panel_part (GTK_WIDGET (get_row (panel, 0)),
                                                      "chair_badge")));
  gtk_switch_set_active (GTK_SWITCH (panel_part (form, "chair_switch")), TRUE);
  g_assert_true (vsl_participant_get_chair (panel_fixture_get_participant (fixture, 0)));
  g_assert_true (gtk_widget_get_visible (panel_part (GTK_WIDGET (get_row (panel, 0)),
                                                     "chair_badge")));

  vsl_document_set_chair (fixture->document, 0, FALSE);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (panel_part (form, "chair_switch"))));
}

static void
test_keyboard (PanelFixture  *fixture,
               gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "participants");

  type_line (panel, "Sanne van der Velde");
  type_line (panel, "Lieve De Backere");
  type_line (panel, "Bas Vermaning");

  gtk_widget_grab_focus (GTK_WIDGET (get_row (panel, 0)));
  panel_press (fixture, "alt+Down");
  wait_for_name (fixture, 1, "Sanne van der Velde");
  assert_name (fixture, 0, "Lieve De Backere");
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (get_row (panel, 1))));

  panel_press (fixture, "alt+Down");
  wait_for_name (fixture, 2, "Sanne van der Velde");
  panel_press (fixture, "alt+Up");
  wait_for_name (fixture, 1, "Sanne van der Velde");

  panel_press (fixture, "Delete");
  wait_for_name (fixture, 1, "Bas Vermaning");
  g_assert_cmpuint (panel_fixture_count_participants (fixture), ==, 2);
}

static gboolean
has_undo (gpointer data)
{
  return panel_find (data, g_type_from_name ("AdwToastWidget"), 0) != NULL;
}

static void
test_undo (PanelFixture  *fixture,
           gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "participants");
  VslParticipantRow *row;
  GtkWidget *toast;

  type_line (panel, "Sanne van der Velde");
  type_line (panel, "Lieve De Backere");
  row = get_row (panel, 0);
  vsl_participant_row_set_editing (row, TRUE);
  g_signal_emit_by_name (panel_part (GTK_WIDGET (row), "remove_button"), "clicked");
  g_assert_cmpuint (panel_fixture_count_participants (fixture), ==, 1);

  panel_wait (has_undo, fixture->window);
  toast = panel_find (fixture->window, g_type_from_name ("AdwToastWidget"), 0);
  g_signal_emit_by_name (panel_find (toast, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_cmpuint (panel_fixture_count_participants (fixture), ==, 2);
  assert_name (fixture, 0, "Sanne van der Velde");
}

static void
test_form (PanelFixture  *fixture,
           gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "participants");
  GtkWidget *form = panel_part (panel, "form");
  GtkWidget *add = panel_part (panel, "form_add_button");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (panel_part (panel, "form_toggle")), TRUE);
  g_assert_false (gtk_widget_get_sensitive (add));
  gtk_editable_set_text (GTK_EDITABLE (panel_part (form, "given_entry")), "Sanne");
  gtk_editable_set_text (GTK_EDITABLE (panel_part (form, "prefix_entry")), "van der");
  gtk_editable_set_text (GTK_EDITABLE (panel_part (form, "family_entry")), "Velde");
  panel_click (add);

  g_assert_cmpuint (panel_fixture_count_participants (fixture), ==, 1);
  assert_name (fixture, 0, "Sanne van der Velde");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel_part (form, "given_entry"))), ==, "");
  g_assert_false (gtk_widget_get_sensitive (add));
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_copy (PanelFixture  *fixture,
           gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "participants");
  g_autofree char *text = NULL;

  gtk_editable_set_text (GTK_EDITABLE (panel_part (panel, "add_entry")), LIST);
  panel_click (panel_part (panel, "copy_button"));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (panel), NULL, text_read_cb, &text);
  panel_wait (is_set, &text);

  g_assert_true (g_str_has_prefix (text, "Deelnemers Kustdebat:"));
  g_assert_nonnull (g_strstr_len (text, -1, "Lieve De Backere"));
  g_assert_nonnull (g_strstr_len (text, -1, "Onder leiding van Bas Vermaning"));
}

static void
test_other_document (PanelFixture  *fixture,
                     gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "participants");
  g_autoptr(GError) error = NULL;
  g_autoptr(VslDocument) other = NULL;

  type_line (panel, "Sanne van der Velde");
  gtk_widget_grab_focus (panel_part (panel, "add_entry"));
  other = vsl_desk_new_document (fixture->desk, VSL_KIND_REPORT, "en", &error);
  g_assert_no_error (error);
  g_object_set (fixture->inspector, "document", other, NULL);
  g_assert_null (get_row (panel, 0));

  g_object_set (fixture->inspector, "document", NULL, NULL);
  g_assert_false (gtk_widget_get_mapped (panel_part (panel, "add_entry")));
  gtk_test_widget_wait_for_draw (fixture->window);

  g_object_set (fixture->inspector, "document", fixture->document, NULL);
  g_assert_nonnull (get_row (panel, 0));
}

static void
test_accessible_names (PanelFixture  *fixture,
                       gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "participants");
  GtkWidget *row;

  type_line (panel, "Sanne van der Velde, dijkgraaf, Zeeoever");
  vsl_document_set_chair (fixture->document, 0, TRUE);
  row = GTK_WIDGET (get_row (panel, 0));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Sanne van der Velde, dijkgraaf, Zeeoever, chair");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (panel_part (row, "remove_button")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove Sanne van der Velde");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (panel_part (panel, "add_entry")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Add a participant: name, role, organisation");
}

#define ADD(path, test) \
  g_test_add (path, PanelFixture, NULL, panel_fixture_set_up, test, panel_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  panel_fixture_init (&argc, &argv);

  ADD ("/participants-panel/lines", test_lines);
  ADD ("/participants-panel/paste", test_paste);
  ADD ("/participants-panel/event", test_event);
  ADD ("/participants-panel/edit", test_edit);
  ADD ("/participants-panel/chair", test_chair);
  ADD ("/participants-panel/keyboard", test_keyboard);
  ADD ("/participants-panel/undo", test_undo);
  ADD ("/participants-panel/form", test_form);
  ADD ("/participants-panel/copy", test_copy);
  ADD ("/participants-panel/other-document", test_other_document);
  ADD ("/participants-panel/accessible-names", test_accessible_names);

  return g_test_run ();
}
