/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "window-fixture.h"

#include "desk/vsl-desk-backups.h"
#include "ui/vsl-backups-dialog.h"

/* Backups from the window, and the end of what is in the bin. */

static gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GObject) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }

  return NULL;
}

/* As a click on a button of the question does. */
static void
respond (const char *response)
{
  AdwMessageDialog *dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);

  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
has_backup (gpointer data)
{
  WindowFixture *fixture = data;
  g_autoptr(GPtrArray) files = vsl_desk_list_backups (fixture->desk);

  return files->len == 1 && !vsl_backups_get_busy (vsl_desk_get_backups (fixture->desk));
}

static gboolean
is_idle (gpointer data)
{
  WindowFixture *fixture = data;

  return !vsl_backups_get_busy (vsl_desk_get_backups (fixture->desk));
}

/* Back up, check and see the list, all without a way out of the dialog. */
static void
test_backups (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *before = NULL;
  GtkWidget *dialog, *row;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-backups", NULL);
  dialog = find_window (VSL_TYPE_BACKUPS_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_false (gtk_widget_get_visible (panel_part (dialog, "list")));
  before = g_strdup (adw_action_row_get_subtitle (ADW_ACTION_ROW (panel_part (dialog, "check_row"))));

  panel_click (panel_part (dialog, "make_button"));
  panel_wait (has_backup, fixture);
  g_assert_true (gtk_widget_get_visible (panel_part (dialog, "list")));

  panel_click (panel_part (dialog, "check_button"));
  panel_wait (is_idle, fixture);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (panel_part (dialog, "check_row"))), !=, before);

  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (panel_part (dialog, "list")), 0));
  g_assert_true (ADW_IS_ACTION_ROW (row));
  /* Restoring asks first, and what Enter does is nothing. */
  g_signal_emit_by_name (row, "activated");
  g_assert_nonnull (find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpstr (adw_message_dialog_get_default_response (find_window (ADW_TYPE_MESSAGE_DIALOG)), ==, "cancel");
  respond ("cancel");
  g_assert_nonnull (vsl_window_get_document (fixture->window));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The switches of the dialog are the settings, which the desk follows. */
static void
test_settings (WindowFixture *fixture,
               gconstpointer  data)
{
  VslBackups *backups = vsl_desk_get_backups (fixture->desk);
  GtkWidget *dialog;

  g_assert_true (vsl_backups_get_automatic (backups));
  g_assert_true (vsl_backups_get_mirror (backups));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-backups", NULL);
  dialog = find_window (VSL_TYPE_BACKUPS_DIALOG);
  gtk_switch_set_active (GTK_SWITCH (panel_part (dialog, "automatic_switch")), FALSE);
  gtk_switch_set_active (GTK_SWITCH (panel_part (dialog, "mirror_switch")), FALSE);
  g_assert_false (vsl_backups_get_automatic (backups));
  g_assert_false (vsl_backups_get_mirror (backups));
  gtk_switch_set_active (GTK_SWITCH (panel_part (dialog, "automatic_switch")), TRUE);
  gtk_switch_set_active (GTK_SWITCH (panel_part (dialog, "mirror_switch")), TRUE);
  g_assert_true (vsl_backups_get_automatic (backups));
  g_assert_true (vsl_backups_get_mirror (backups));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* For good only after a question that names what goes, and whose way out is the default. */
static void
test_end (WindowFixture *fixture,
          gconstpointer  data)
{
  VslDocument *document = vsl_window_get_document (fixture->window);
  g_autofree char *id = g_strdup (vsl_document_get_id (document));
  const char *ids[] = { id, NULL };
  AdwMessageDialog *dialog;
  g_autoptr(VslArticle) still = NULL;
  g_autofree char *gone = NULL;

  vsl_document_set_text (document, VSL_FIELD_HEADLINE, "Kop van het stuk");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.delete-article", "s", id);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.end-articles", "^as", ids);
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_heading (dialog), "Kop van het stuk"));
  g_assert_cmpstr (adw_message_dialog_get_default_response (dialog), ==, "keep");
  g_assert_cmpstr (adw_message_dialog_get_close_response (dialog), ==, "keep");
  respond ("keep");
  still = vsl_desk_load_article (fixture->desk, id, NULL);
  g_assert_nonnull (still);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.end-articles", "^as", ids);
  respond ("end");
  gone = vsl_desk_find_article (fixture->desk, id, NULL);
  g_assert_null (gone);
}

#define add_test(path, func) \
  g_test_add (path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  window_fixture_init (&argc, &argv);

  add_test ("/keeping/backups", test_backups);
  add_test ("/keeping/settings", test_settings);
  add_test ("/keeping/end", test_end);

  return g_test_run ();
}
