/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "window-fixture.h"

#include "desk/vsl-desk-versions.h"
#include "ui/vsl-version-browser.h"
#include "ui/vsl-version-row.h"

#include <string.h>

/* The versions of the open article: kept with a key, read, told apart and put back. */

static VslVersionBrowser *
find_browser (WindowFixture *fixture)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  guint i;

  for (i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GObject) window = g_list_model_get_item (windows, i);

      if (VSL_IS_VERSION_BROWSER (window))
        return VSL_VERSION_BROWSER (window);
    }

  return NULL;
}

static guint
count_versions (WindowFixture *fixture)
{
  VslDocument *document = vsl_window_get_document (fixture->window);
  g_autoptr(GPtrArray) versions =
    vsl_desk_list_versions (fixture->desk, vsl_document_get_id (document), NULL);

  return versions->len;
}

static gboolean
has_one (gpointer data)
{
  return count_versions (data) == 1;
}

static gboolean
is_open (gpointer data)
{
  return find_browser (data) != NULL;
}

/* Whether keys arrive in a window: the window manager gives it the keyboard some time after it is shown. */
static gboolean
hears_keys (gpointer data)
{
  return gtk_window_is_active (data);
}

static gboolean
is_closed (gpointer data)
{
  return find_browser (data) == NULL;
}

static const char *
get_page (WindowFixture *fixture,
          const char    *stack)
{
  return gtk_stack_get_visible_child_name (
    GTK_STACK (panel_part (GTK_WIDGET (find_browser (fixture)), stack)));
}

static gboolean
shows_empty (gpointer data)
{
  return g_strcmp0 (get_page (data, "stack"), "empty") == 0;
}

static gboolean
shows_same (gpointer data)
{
  return g_strcmp0 (get_page (data, "reading_stack"), "same") == 0;
}

static gboolean
shows_text (gpointer data)
{
  return g_strcmp0 (get_page (data, "reading_stack"), "text") == 0;
}

static char *
dup_shown (WindowFixture *fixture)
{
  GtkTextBuffer *buffer =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (panel_part (GTK_WIDGET (find_browser (fixture)), "view")));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_body (WindowFixture *fixture,
          const char    *body)
{
  GtkTextBuffer *buffer =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (window_fixture_field (fixture, "body_view")));

  gtk_text_buffer_set_text (buffer, body, -1);
}

static gboolean
reads_old (gpointer data)
{
  g_autofree char *body = window_fixture_dup_body (data);

  return strcmp (body, "De oude haven.") == 0;
}

static gboolean
reads_new (gpointer data)
{
  g_autofree char *body = window_fixture_dup_body (data);

  return strcmp (body, "De nieuwe haven.") == 0;
}

static void
test_empty (WindowFixture *fixture,
            gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-versions", NULL);
  panel_wait (is_open, fixture);
  panel_wait (shows_empty, fixture);
  g_assert_false (gtk_widget_get_sensitive (panel_part (GTK_WIDGET (find_browser (fixture)), "restore_button")));
}

/* Ctrl+S asks nothing, and what it kept comes back; which can be undone. */
static void
test_restore (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *changes = NULL;
  g_autofree char *whole = NULL;
  VslVersionBrowser *browser;

  set_body (fixture, "De oude haven.");
  panel_wait (hears_keys, fixture->window);
  window_fixture_press (fixture, "ctrl+s");
  panel_wait (has_one, fixture);
  window_fixture_press (fixture, "ctrl+shift+h");
  panel_wait (is_open, fixture);
  panel_wait (shows_same, fixture);

  /* Somebody writes on, beside it. */
  set_body (fixture, "De nieuwe haven.");
  panel_wait (shows_text, fixture);
  changes = dup_shown (fixture);
  g_assert_nonnull (strstr (changes, "De oudenieuwe haven."));
  browser = find_browser (fixture);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (panel_part (
                                  GTK_WIDGET (browser), "changes_button"))),
                                TRUE);
  whole = dup_shown (fixture);
  g_assert_nonnull (strstr (whole, "De oude haven."));
  g_assert_null (strstr (whole, "nieuwe"));

  gtk_widget_activate_action (GTK_WIDGET (browser), "versions.restore", NULL);
  panel_wait (reads_old, fixture);
  {
    VslDocument *document = vsl_window_get_document (fixture->window);
    g_autoptr(GPtrArray) versions =
      vsl_desk_list_versions (fixture->desk, vsl_document_get_id (document), NULL);
    gint64 before = 0;

    for (guint i = 0; i < versions->len; i++)
      if (vsl_snapshot_get_reason (versions->pdata[i]) == VSL_SNAPSHOT_BEFORE_RESTORE)
        before = vsl_snapshot_get_number (versions->pdata[i]);
    g_assert_cmpint (before, !=, 0);
    gtk_widget_activate_action (GTK_WIDGET (browser), "versions.undo", "x", before);
  }
  panel_wait (reads_new, fixture);
}

/* Pressed until it arrives: a window that just opened may not have the keyboard yet. */
static gboolean
is_closed_by_escape (gpointer data)
{
  if (is_closed (data))
    return TRUE;
  window_fixture_press (data, "Escape");

  return is_closed (data);
}

static void
test_keys (WindowFixture *fixture,
           gconstpointer  data)
{
  set_body (fixture, "De oude haven.");
  panel_wait (hears_keys, fixture->window);
  window_fixture_press (fixture, "ctrl+s");
  panel_wait (has_one, fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-versions", NULL);
  panel_wait (is_open, fixture);
  panel_wait (shows_same, fixture);
  panel_wait (is_closed_by_escape, fixture);

  /* Another article has other versions. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-versions", NULL);
  panel_wait (is_open, fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new", NULL);
  panel_wait (is_closed, fixture);
}

#define add_test(path, func) \
  g_test_add (path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  window_fixture_init (&argc, &argv);

  add_test ("/versions/empty", test_empty);
  add_test ("/versions/restore", test_restore);
  add_test ("/versions/keys", test_keys);

  return g_test_run ();
}
