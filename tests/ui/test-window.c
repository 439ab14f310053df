/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "window-fixture.h"

#include "ui/vsl-library-row.h"
#include "ui/vsl-workspace.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include <string.h>

/* Whether a person who does not see the screen is told what @widget is. */
static gboolean
has_name (GtkWidget *widget)
{
  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;

  return GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL;
}

/* The parts of GTK's own controls are named by the control. */
static gboolean
is_control (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent) || GTK_IS_POPOVER (widget) ||
      g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton") ||
      gtk_widget_get_ancestor (widget, ADW_TYPE_HEADER_BAR) != NULL)
    return FALSE;

  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_ENTRY (widget) ||
         GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_LIST_VIEW (widget) ||
         GTK_IS_DROP_DOWN (widget) || GTK_IS_SWITCH (widget);
}

static guint
check_names (GtkWidget *root)
{
  guint n = 0;

  /* What is not seen has no name yet; and the emoji are GTK's. */
  if (!gtk_widget_get_visible (root))
    return 0;
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), "GtkEmojiChooser"))
    return 0;
  if (is_control (root))
    {
      n++;
      if (!has_name (root))
        g_error ("%s “%s” in %s has no accessible name", G_OBJECT_TYPE_NAME (root),
                 gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)),
                 G_OBJECT_TYPE_NAME (gtk_widget_get_parent (root)));
    }
  /* What is inside a drop-down is GTK's. */
  for (GtkWidget *child = GTK_IS_DROP_DOWN (root) ? NULL : gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_names (child);

  return n;
}

static void
test_names (WindowFixture *fixture,
            gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.replace", NULL);
  g_assert_cmpuint (check_names (GTK_WIDGET (fixture->window)), >, 20);
}

/* The words of the window are those of the language that was asked for. */
static void
test_language (WindowFixture *fixture,
               gconstpointer  data)
{
  const char *language = g_getenv ("LANGUAGE");
  GtkWidget *headline = window_fixture_field (fixture, "headline_view");
  g_autofree char *placeholder = NULL;

  g_object_get (headline, "placeholder", &placeholder, NULL);
  g_assert_cmpstr (placeholder, ==, _("Headline"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (headline), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       _("Headline"));
  if (g_strcmp0 (language, "nl") != 0)
    g_assert_cmpstr (placeholder, ==, "Headline");
  else if (g_str_equal (_("Headline"), "Headline"))
    g_test_skip ("no Dutch catalogue here");
  else
    g_assert_cmpstr (placeholder, ==, "Kop");
}

static VslWorkspace *
get_workspace (WindowFixture *fixture)
{
  return VSL_WORKSPACE (window_fixture_part (fixture, "workspace"));
}

static gboolean
both_hidden (gpointer data)
{
  return !vsl_workspace_get_library_shown (data) && !vsl_workspace_get_inspector_shown (data);
}

static gboolean
both_shown (gpointer data)
{
  return vsl_workspace_get_library_shown (data) && vsl_workspace_get_inspector_shown (data);
}

static gboolean
only_library (gpointer data)
{
  return vsl_workspace_get_library_shown (data) && !vsl_workspace_get_inspector_shown (data);
}

static void
test_panels (WindowFixture *fixture,
             gconstpointer  data)
{
  VslWorkspace *workspace = get_workspace (fixture);

  g_assert_true (both_shown (workspace));
  window_fixture_press (fixture, "F9");
  panel_wait (both_hidden, workspace);
  window_fixture_press (fixture, "F9");
  panel_wait (both_shown, workspace);
  window_fixture_press (fixture, "ctrl+shift+i");
  panel_wait (only_library, workspace);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toggle-inspector", NULL);
  g_assert_true (vsl_workspace_get_inspector_shown (workspace));
}

static gboolean
library_has_focus (gpointer data)
{
  WindowFixture *fixture = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL &&
         gtk_widget_is_ancestor (focus, window_fixture_part (fixture, "library"));
}

static gboolean
inspector_has_focus (gpointer data)
{
  WindowFixture *fixture = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL &&
         gtk_widget_is_ancestor (focus, window_fixture_part (fixture, "inspector"));
}

static gboolean
editor_has_focus (gpointer data)
{
  WindowFixture *fixture = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, window_fixture_part (fixture, "editor"));
}

static void
test_regions (WindowFixture *fixture,
              gconstpointer  data)
{
  panel_wait (editor_has_focus, fixture);
  window_fixture_press (fixture, "F6");
  panel_wait (inspector_has_focus, fixture);
  window_fixture_press (fixture, "F6");
  panel_wait (library_has_focus, fixture);
  window_fixture_press (fixture, "shift+F6");
  panel_wait (inspector_has_focus, fixture);
  window_fixture_press (fixture, "shift+F6");
  panel_wait (editor_has_focus, fixture);
}

/* The publish panel is shown; nothing is published by it. */
static void
test_publish_panel (WindowFixture *fixture,
                    gconstpointer  data)
{
  g_autofree char *panel = NULL;

  window_fixture_press (fixture, "ctrl+shift+p");
  panel_wait (inspector_has_focus, fixture);
  g_object_get (window_fixture_part (fixture, "inspector"), "panel", &panel, NULL);
  g_assert_cmpstr (panel, ==, "publish");
  g_object_set (window_fixture_part (fixture, "inspector"), "panel", "participants", NULL);
}

static char *
write_file (WindowFixture *fixture,
            const char    *name,
            const char    *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

static void
test_open_file (WindowFixture *fixture,
                gconstpointer  data)
{
  g_autofree char *path = write_file (fixture, "stuk.txt",
                                      "De brug blijft open\n\nDe raad praatte lang.\n\nDoor Tineke "
                                      "Aalders\n\nDe eerste alinea van de tekst.\n");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *body = NULL;

  g_assert_true (vsl_window_open_file (fixture->window, file));
  g_assert_cmpstr (vsl_document_get_text (vsl_window_get_document (fixture->window),
                                          VSL_FIELD_HEADLINE), ==, "De brug blijft open");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "De brug blijft open");
  body = window_fixture_dup_body (fixture);
  g_assert_nonnull (strstr (body, "De eerste alinea van de tekst."));
}

/* What cannot be read is said, and what is open stays. */
static void
test_open_bad_file (WindowFixture *fixture,
                    gconstpointer  data)
{
  VslDocument *before = vsl_window_get_document (fixture->window);
  g_autoptr(GFile) file = g_file_new_for_path ("/nonexistent/stuk.txt");
  g_autofree char *message = NULL;

  g_assert_false (vsl_window_open_file (fixture->window, file));
  g_object_get (window_fixture_part (fixture, "notice"), "message", &message, NULL);
  g_assert_nonnull (message);
  g_assert_true (vsl_window_get_document (fixture->window) == before);
}

static void
test_failure_page (WindowFixture *fixture,
                   gconstpointer  data)
{
  vsl_window_show_failure (fixture->window, "The disk is <full> & so on.");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (
                     GTK_STACK (window_fixture_part (fixture, "stack"))), ==, "failure");
}

static gboolean
has_two_rows (gpointer data)
{
  GtkWidget *row = NULL;
  guint n = 0;

  for (guint i = 0; (row = panel_find (data, VSL_TYPE_LIBRARY_ROW, i)) != NULL; i++)
    n += gtk_widget_get_visible (panel_part (row, "article_box"));

  return n == 2;
}

/* An article goes to the bin and comes back, with its text. */
static void
test_bin (WindowFixture *fixture,
          gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GListModel *bin = vsl_desk_get_bin (fixture->desk);
  GListModel *library = vsl_desk_get_library (fixture->desk);
  g_autofree char *id = NULL;

  gtk_widget_activate_action (window, "win.new", NULL);
  panel_wait (has_two_rows, window_fixture_part (fixture, "library"));
  id = g_strdup (vsl_document_get_id (vsl_window_get_document (fixture->window)));
  vsl_document_set_text (vsl_window_get_document (fixture->window), VSL_FIELD_HEADLINE, "Weg");
  gtk_widget_activate_action (window, "win.delete-article", "s", id);
  g_assert_null (vsl_window_get_document (fixture->window));
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (library), ==, 1);

  gtk_widget_activate_action (window, "win.undelete-article", "s", id);
  g_assert_cmpuint (g_list_model_get_n_items (bin), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (library), ==, 2);
  g_assert_cmpstr (vsl_document_get_text (vsl_window_get_document (fixture->window),
                                          VSL_FIELD_HEADLINE), ==, "Weg");
}

static gboolean
is_narrow (gpointer data)
{
  return gtk_widget_get_width (data) < 700 && both_hidden (data);
}

static gboolean
is_wide (gpointer data)
{
  return gtk_widget_get_width (data) >= 900 && both_shown (data);
}

/* In a narrow window the panels make way, and lie over the text when they are asked for. */
static void
test_narrow (WindowFixture *fixture,
             gconstpointer  data)
{
  VslWorkspace *workspace = get_workspace (fixture);

  window_fixture_resize (fixture, "600", "700");
  panel_wait (is_narrow, workspace);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toggle-library", NULL);
  g_assert_true (vsl_workspace_get_library_shown (workspace));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toggle-inspector", NULL);
  g_assert_true (vsl_workspace_get_inspector_shown (workspace));
  g_assert_false (vsl_workspace_get_library_shown (workspace));
  vsl_workspace_close_overlays (workspace);
  g_assert_true (both_hidden (workspace));
  window_fixture_resize (fixture, "1200", "800");
  panel_wait (is_wide, workspace);
}

/* The panels are about an article: beside a debate they would be empty. */
static void
test_debate_without_panels (WindowFixture *fixture,
                            gconstpointer  data)
{
  VslWorkspace *workspace = get_workspace (fixture);

  g_assert_true (vsl_workspace_get_inspector_shown (workspace));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-debate", NULL);
  g_assert_false (vsl_workspace_get_inspector_shown (workspace));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new", NULL);
  g_assert_true (vsl_workspace_get_inspector_shown (workspace));
}

static gboolean
is_searching (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static gboolean
is_usable (gpointer data)
{
  return gtk_widget_is_sensitive (data);
}

static void
test_find (WindowFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *body = window_fixture_field (fixture, "body_view");
  GtkWidget *bar = window_fixture_field (fixture, "find_bar");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (body));
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_set_text (buffer, "de brug en de brug", -1);
  gtk_widget_grab_focus (body);
  window_fixture_press (fixture, "ctrl+h");
  panel_wait (is_searching, panel_part (bar, "replace_entry"));
  gtk_editable_set_text (GTK_EDITABLE (panel_part (bar, "search_entry")), "brug");
  gtk_editable_set_text (GTK_EDITABLE (panel_part (bar, "replace_entry")), "sluis");
  panel_wait (is_usable, panel_part (bar, "replace_all_button"));
  g_signal_emit_by_name (panel_part (bar, "replace_all_button"), "clicked");
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (text, ==, "de sluis en de sluis");
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
  add ("/window/names", test_names);
  add ("/window/language", test_language);
  add ("/window/panels", test_panels);
  add ("/window/regions", test_regions);
  add ("/window/publish-panel", test_publish_panel);
  add ("/window/open-file", test_open_file);
  add ("/window/open-bad-file", test_open_bad_file);
  add ("/window/failure-page", test_failure_page);
  add ("/window/bin", test_bin);
  add ("/window/narrow", test_narrow);
  add ("/window/debate-without-panels", test_debate_without_panels);
  add ("/window/find", test_find);

  return g_test_run ();
}
