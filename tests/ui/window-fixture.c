/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "window-fixture.h"

#include <glib/gstdio.h>
#include <gtksourceview/gtksource.h>

/* Warnings of GTK about a frame drawn in between are no failure of ours; criticals are. */
void
window_fixture_init (int    *argc,
                     char ***argv)
{
  panel_fixture_init (argc, argv);
  gtk_source_init ();
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
}

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

void
window_fixture_set_up (WindowFixture *fixture,
                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  VslDeskConfig config = { 0 };

  fixture->folder = g_dir_make_tmp ("verslag-window-XXXXXX", &error);
  g_assert_no_error (error);
  config.data_dir = fixture->folder;
  fixture->desk = vsl_desk_new (&config, &error);
  g_assert_no_error (error);
  fixture->window = vsl_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 800);
  vsl_window_set_desk (fixture->window, fixture->desk);
  gtk_window_present (GTK_WINDOW (fixture->window));
  panel_wait (is_active, fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new", NULL);
  g_assert_nonnull (vsl_window_get_document (fixture->window));
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GError) error = NULL;
  gboolean *closed = data;

  g_assert_true (vsl_desk_close_finish (VSL_DESK (source), result, &error));
  g_assert_no_error (error);
  *closed = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
window_fixture_tear_down (WindowFixture *fixture,
                          gconstpointer  data)
{
  gboolean closed = FALSE;

  vsl_window_set_desk (fixture->window, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  vsl_desk_close_async (fixture->desk, closed_cb, &closed);
  panel_wait (is_set, &closed);
  g_clear_object (&fixture->desk);
  remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
}

/* A part of the window's template by its id. */
GtkWidget *
window_fixture_part (WindowFixture *fixture,
                     const char    *name)
{
  return panel_part (GTK_WIDGET (fixture->window), name);
}

/* A field of the editor by the id in its template: "headline_view", "body_view". */
GtkWidget *
window_fixture_field (WindowFixture *fixture,
                      const char    *name)
{
  return panel_part (window_fixture_part (fixture, "editor"), name);
}

/* Real keys, as `xdotool key` names them. */
void
window_fixture_press (WindowFixture *fixture,
                      const char    *keys)
{
  PanelFixture panel = { .window = GTK_WIDGET (fixture->window) };

  panel_press (&panel, keys);
}

static gboolean
is_over (gpointer data)
{
  return g_subprocess_get_identifier (data) == NULL;
}

void
window_fixture_type (WindowFixture *fixture,
                     const char    *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool",
                                                     "type", "--delay", "8", text, NULL);

  g_assert_no_error (error);
  panel_wait (is_over, process);
}

/* As a person does with the mouse. */
void
window_fixture_resize (WindowFixture *fixture,
                       const char    *width,
                       const char    *height)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", "getactivewindow", "windowsize",
                      width, height, NULL);

  g_assert_no_error (error);
  panel_wait (is_over, process);
}

char *
window_fixture_dup_body (WindowFixture *fixture)
{
  return vsl_document_dup_body (vsl_window_get_document (fixture->window));
}
