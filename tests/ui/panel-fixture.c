/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "panel-fixture.h"

#include "ui/vsl-inspector.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

#define DEADLINE_S 15

/* What the program loads by itself: widths depend on it. */
static void
load_style (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/verslag/Verslag/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* Before anything else in a test program. In the locale of the environment, so that the same test
 * measures the labels in Dutch. */
void
panel_fixture_init (int    *argc,
                    char ***argv)
{
  g_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "");
  if (g_getenv ("VERSLAG_LOCALEDIR") != NULL)
    bindtextdomain (GETTEXT_PACKAGE, g_getenv ("VERSLAG_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  gtk_disable_setlocale ();
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  load_style ();
}

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

void
panel_fixture_set_up (PanelFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  VslDeskConfig config = { 0 };
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->folder = g_dir_make_tmp ("verslag-panel-XXXXXX", &error);
  g_assert_no_error (error);
  config.data_dir = fixture->folder;
  fixture->desk = vsl_desk_new (&config, &error);
  g_assert_no_error (error);
  fixture->document = vsl_desk_new_document (fixture->desk, VSL_KIND_REPORT, "nl", &error);
  g_assert_no_error (error);

  fixture->inspector = vsl_inspector_new ();
  g_object_set (fixture->inspector, "desk", fixture->desk, "document", fixture->document, NULL);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->inspector);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 280, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  panel_wait (is_active, fixture->window);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean *closed = user_data;

  g_assert_true (vsl_desk_close_finish (VSL_DESK (source), result, &error));
  g_assert_no_error (error);
  *closed = TRUE;
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
panel_fixture_tear_down (PanelFixture  *fixture,
                         gconstpointer  data)
{
  gboolean closed = FALSE;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  vsl_desk_close_async (fixture->desk, closed_cb, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);

  g_clear_object (&fixture->document);
  g_clear_object (&fixture->desk);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* Shows a panel of the inspector and gives it. */
GtkWidget *
panel_fixture_show (PanelFixture *fixture,
                    const char   *panel)
{
  GtkWidget *stack = panel_part (fixture->inspector, "stack");

  gtk_widget_activate_action (fixture->inspector, "inspector.panel", "s", panel);
  g_assert_cmpstr (vsl_inspector_get_panel (VSL_INSPECTOR (fixture->inspector)), ==, panel);

  return gtk_stack_get_visible_child (GTK_STACK (stack));
}

guint
panel_fixture_count_participants (PanelFixture *fixture)
{
  return g_list_model_get_n_items (vsl_document_get_participants (fixture->document));
}

/* Borrowed from the document. */
VslParticipant *
panel_fixture_get_participant (PanelFixture *fixture,
                               guint         position)
{
  g_autoptr(VslParticipant) participant =
    g_list_model_get_item (vsl_document_get_participants (fixture->document), position);

  g_assert_nonnull (participant);

  return participant;
}

static GtkWidget *
find_nth (GtkWidget *root,
          GType      type,
          guint     *left)
{
  GtkWidget *child;

  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*left)-- == 0)
    return root;

  for (child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, left);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The @nth widget of a type below @root, counted from 0; NULL when there are not so many. */
GtkWidget *
panel_find (GtkWidget *root,
            GType      type,
            guint      nth)
{
  return find_nth (root, type, &nth);
}

/* A part of a template by its id. */
GtkWidget *
panel_part (GtkWidget  *widget,
            const char *name)
{
  GObject *part = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (part);

  return GTK_WIDGET (part);
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Lets the program go on until something is so; fails after some seconds. */
void
panel_wait (PanelCondition condition,
            gpointer       data)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_S * G_USEC_PER_SEC;
  guint tick = g_timeout_add (10, wake_cb, NULL);

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }

  g_source_remove (tick);
}

static gboolean
is_over (gpointer data)
{
  GSubprocess *process = data;

  return g_subprocess_get_identifier (process) == NULL;
}

/* Presses real keys, as `xdotool key` names them: GTK 4 has no way to make key events. */
void
panel_press (PanelFixture *fixture,
             const char   *keys)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = NULL;

  panel_wait (is_active, fixture->window);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "xdotool", "key", keys, NULL);
  g_assert_no_error (error);
  panel_wait (is_over, process);
}

void
panel_click (GtkWidget *button)
{
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
}
