/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "panel-fixture.h"
#include "window-fixture.h"

#include "desk/vsl-desk-debates.h"
#include "desk/vsl-desk-people.h"
#include "ui/vsl-banner.h"
#include "ui/vsl-people-dialog.h"
#include "ui/vsl-person-page.h"

/* The directory in its own window. */

static VslContact *
add_person (WindowFixture *fixture,
            const char    *name,
            const char    *email)
{
  g_autoptr(VslPerson) person = vsl_person_new_from_text (name);
  VslContactFields fields = { .person = person, .email = email };
  g_autoptr(VslContact) made = vsl_contact_new (&fields);
  VslContact *saved = vsl_desk_save_person (fixture->desk, made, NULL);

  g_assert_nonnull (saved);

  return saved;
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (VSL_IS_PEOPLE_DIALOG (l->data))
      return l->data;

  return NULL;
}

static GtkWidget *
find_question (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      return l->data;

  return NULL;
}

static GtkWidget *
open_dialog (WindowFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-people", NULL);
  g_assert_nonnull (find_dialog ());

  return find_dialog ();
}

static GListModel *
get_listed (void)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (panel_part (find_dialog (), "list"))));
}

static gboolean
has_one (gpointer data)
{
  return g_list_model_get_n_items (get_listed ()) == 1;
}

static gboolean
has_two (gpointer data)
{
  return g_list_model_get_n_items (get_listed ()) == 2;
}

static GtkWidget *
form_part (const char *name)
{
  return panel_part (panel_part (panel_part (find_dialog (), "page"), "form"), name);
}

typedef struct
{
  WindowFixture *fixture;
  const char    *email;
} Expected;

static gboolean
has_email (gpointer data)
{
  Expected *expected = data;
  g_autoptr(VslContact) contact = vsl_desk_find_person (expected->fixture->desk, "Blok", NULL);

  return contact != NULL &&
         g_str_equal (vsl_contact_get_fields (contact)->email, expected->email);
}

/* What is typed is stored by itself, also what was typed last before going back. */
static void
test_edit (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autoptr(VslContact) person = add_person (fixture, "Iris Blok", "");
  g_autoptr(VslContact) other = add_person (fixture, "Bas den Hollander", "");
  g_autoptr(VslContact) stored = NULL;
  Expected expected = { fixture, "iris@example.org" };
  GtkWidget *dialog = open_dialog (fixture);

  panel_wait (has_two, NULL);
  gtk_editable_set_text (GTK_EDITABLE (panel_part (dialog, "search_entry")), "bló");
  panel_wait (has_one, NULL);
  g_signal_emit_by_name (panel_part (dialog, "list"), "activate", 0);

  gtk_editable_set_text (GTK_EDITABLE (form_part ("email_row")), expected.email);
  panel_wait (has_email, &expected);
  panel_click (form_part ("add_role_button"));
  expected.email = "blok@example.org";
  gtk_editable_set_text (GTK_EDITABLE (form_part ("delete_row")), "morgen");
  g_assert_true (gtk_widget_get_visible (form_part ("problem")));
  gtk_editable_set_text (GTK_EDITABLE (form_part ("delete_row")), "2030-05-12");
  g_assert_false (gtk_widget_get_visible (form_part ("problem")));
  gtk_editable_set_text (GTK_EDITABLE (form_part ("email_row")), expected.email);
  panel_click (panel_part (dialog, "back_button"));
  panel_wait (has_email, &expected);

  stored = vsl_desk_find_person (fixture->desk, "Blok", NULL);
  g_assert_cmpstr (vsl_contact_get_fields (stored)->delete_after, ==, "2030-05-12");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The Dutch rule and that of the person are seen while the name is written. */
static void
test_rule (WindowFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *example;

  panel_click (panel_part (dialog, "add_button"));
  gtk_editable_set_text (GTK_EDITABLE (form_part ("given_row")), "Lien");
  gtk_editable_set_text (GTK_EDITABLE (form_part ("prefix_row")), "van den");
  gtk_editable_set_text (GTK_EDITABLE (form_part ("family_row")), "Abeele");
  example = form_part ("example_row");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (example)),
                            "“Van den Abeele”"));
  gtk_switch_set_active (GTK_SWITCH (form_part ("registered_switch")), TRUE);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (example)),
                            "“van den Abeele”"));
  panel_click (panel_part (dialog, "back_button"));
  panel_wait (has_one, NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Two who may be the same are offered, and become one when that is confirmed. */
static void
test_merge (WindowFixture *fixture,
            gconstpointer  data)
{
  g_autoptr(VslContact) one = add_person (fixture, "Iris Blok", "iris@example.org");
  g_autoptr(VslContact) two = add_person (fixture, "I. Blok", "");
  g_autoptr(VslContact) kept = NULL;
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *page = panel_part (dialog, "page");
  GtkWidget *same;

  panel_wait (has_two, NULL);
  g_signal_emit_by_name (panel_part (dialog, "list"), "activate", 0);
  same = panel_part (page, "same");
  g_assert_true (gtk_widget_get_visible (panel_part (page, "same_group")));
  panel_click (panel_find (same, GTK_TYPE_BUTTON, 0));
  g_assert_nonnull (find_question ());
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_question ()), "merge");
  panel_wait (has_one, NULL);

  kept = vsl_desk_find_person (fixture->desk, "Blok", NULL);
  g_assert_nonnull (kept);
  g_assert_cmpstr (vsl_contact_get_fields (kept)->email, ==, "iris@example.org");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
is_organisation_kept (gpointer data)
{
  WindowFixture *fixture = data;
  g_autoptr(GPtrArray) list = vsl_desk_list_organisations (fixture->desk, NULL);

  return list->len == 1 &&
         g_str_equal (vsl_organisation_get_abbreviation (g_ptr_array_index (list, 0)), "RWS");
}

static gboolean
is_organisation_gone (gpointer data)
{
  WindowFixture *fixture = data;
  g_autoptr(GPtrArray) list = vsl_desk_list_organisations (fixture->desk, NULL);

  return list->len == 0;
}

static gboolean
is_row_stored (gpointer data)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (data, 0);

  return row != NULL &&
         !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row));
}

static void
test_organisation (WindowFixture *fixture,
                   gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture);
  GtkListBox *list = GTK_LIST_BOX (panel_part (dialog, "organisations"));
  GtkListBoxRow *row;

  gtk_stack_set_visible_child_name (GTK_STACK (panel_part (dialog, "sections")), "organisations");
  panel_click (panel_part (dialog, "add_button"));
  row = gtk_list_box_get_row_at_index (list, 0);
  g_assert_false (gtk_widget_get_sensitive (panel_part (GTK_WIDGET (row), "save_button")));
  gtk_editable_set_text (GTK_EDITABLE (panel_part (GTK_WIDGET (row), "name_row")), "Waterdienst");
  gtk_editable_set_text (GTK_EDITABLE (panel_part (GTK_WIDGET (row), "short_row")), "RWS");
  gtk_editable_set_text (GTK_EDITABLE (panel_part (GTK_WIDGET (row), "from_row")), "198");
  g_assert_false (gtk_widget_get_sensitive (panel_part (GTK_WIDGET (row), "save_button")));
  gtk_editable_set_text (GTK_EDITABLE (panel_part (GTK_WIDGET (row), "from_row")), "1987");
  panel_click (panel_part (GTK_WIDGET (row), "save_button"));
  panel_wait (is_organisation_kept, fixture);
  panel_wait (is_row_stored, list);

  g_signal_emit_by_name (gtk_list_box_get_row_at_index (list, 0), "delete");
  panel_wait (is_organisation_gone, fixture);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
is_told (gpointer data)
{
  GtkWidget *notice = window_fixture_part (data, "notice");
  const char *text = vsl_banner_get_message (VSL_BANNER (notice));

  return text != NULL && strstr (text, "Iris Blok") != NULL;
}

/* The window has the date carried out when it opens, and says whose data went. */
static void
test_dates (WindowFixture *fixture,
            gconstpointer  data)
{
  g_autoptr(VslPerson) person = vsl_person_new_from_text ("Iris Blok");
  VslContactFields fields = { .person = person, .email = "iris@example.org",
                              .delete_after = "2020-05-12" };
  g_autoptr(VslContact) made = vsl_contact_new (&fields);
  g_autoptr(VslContact) saved = vsl_desk_save_person (fixture->desk, made, NULL);
  g_autoptr(VslDesk) desk = g_object_ref (fixture->desk);
  Expected expected = { fixture, "" };

  g_assert_nonnull (saved);
  vsl_window_set_desk (fixture->window, NULL);
  vsl_window_set_desk (fixture->window, desk);
  panel_wait (is_told, fixture);
  panel_wait (has_email, &expected);
}

static void
add (const char *path,
     void      (*test) (WindowFixture *fixture, gconstpointer data))
{
  g_test_add (path, WindowFixture, NULL, window_fixture_set_up, test, window_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);
  add ("/people/edit", test_edit);
  add ("/people/rule", test_rule);
  add ("/people/merge", test_merge);
  add ("/people/organisation", test_organisation);
  add ("/people/dates", test_dates);

  return g_test_run ();
}
