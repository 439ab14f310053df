/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "panel-fixture.h"

#include "desk/vsl-desk-outbox.h"
#include "ui/vsl-outbox-dialog.h"

#include <glib/gstdio.h>

static gboolean
is_over (gpointer data)
{
  return !vsl_publication_get_running (data);
}

static gboolean
has_one (gpointer data)
{
  return g_list_model_get_n_items (data) == 1;
}

static gboolean
has_none (gpointer data)
{
  return g_list_model_get_n_items (data) == 0;
}

static gboolean
is_saved (gpointer data)
{
  return !vsl_document_get_dirty (data);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (vsl_document_save_finish (VSL_DOCUMENT (source), result, &error));
  g_assert_no_error (error);
}

/* A file stands where the folder of the site has to be, so that the article cannot go there. */
static GtkWidget *
show_refused (PanelFixture *fixture,
              char        **obstacle)
{
  g_autoptr(VslSite) site = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslPublication) publication = NULL;
  VslPublicationOptions options = { .as = VSL_REMOTE_DRAFT };
  GtkWidget *dialog;

  *obstacle = g_build_filename (fixture->folder, "sites", NULL);
  g_assert_true (g_file_set_contents (*obstacle, "", 0, &error));
  vsl_document_set_text (fixture->document, VSL_FIELD_HEADLINE, "De dijk & het water");
  vsl_document_set_text (fixture->document, VSL_FIELD_BODY, "Het water stijgt.");
  vsl_document_save_async (fixture->document, saved_cb, NULL);
  panel_wait (is_saved, fixture->document);
  site = vsl_desk_find_site (fixture->desk, "local", &error);
  g_assert_no_error (error);
  publication = vsl_desk_publish (fixture->desk, vsl_document_get_id (fixture->document), site, &options);
  panel_wait (is_over, publication);
  panel_wait (has_one, vsl_desk_get_outbox (fixture->desk));

  dialog = vsl_outbox_dialog_new (fixture->desk, GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}

static const char *
get_page (GtkWidget *dialog)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (panel_part (dialog, "stack")));
}

static GtkWidget *
get_item (GtkWidget *dialog)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (panel_part (dialog, "list")), 0));
}

static void
test_empty (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *dialog = vsl_outbox_dialog_new (fixture->desk, GTK_WINDOW (fixture->window));

  g_assert_cmpstr (get_page (dialog), ==, "empty");
  g_assert_false (gtk_widget_get_sensitive (panel_part (dialog, "send_button")));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_retry (PanelFixture  *fixture,
            gconstpointer  data)
{
  g_autofree char *obstacle = NULL;
  GtkWidget *dialog = show_refused (fixture, &obstacle);
  GtkWidget *item = get_item (dialog);

  g_assert_cmpstr (get_page (dialog), ==, "rows");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (item)), ==,
                   "De dijk &amp; het water");
  /* Its history is read when it is opened: at least that it was asked for, and refused. */
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (item), TRUE);
  g_assert_nonnull (panel_find (item, ADW_TYPE_ACTION_ROW, 2));

  g_unlink (obstacle);
  panel_click (panel_find (item, GTK_TYPE_BUTTON, 0));
  panel_wait (has_none, vsl_desk_get_outbox (fixture->desk));
  g_assert_cmpstr (get_page (dialog), ==, "empty");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int    argc,
      char **argv)
{
  panel_fixture_init (&argc, &argv);

  g_test_add ("/outbox-dialog/empty", PanelFixture, NULL, panel_fixture_set_up, test_empty,
              panel_fixture_tear_down);
  g_test_add ("/outbox-dialog/retry", PanelFixture, NULL, panel_fixture_set_up, test_retry,
              panel_fixture_tear_down);

  return g_test_run ();
}
