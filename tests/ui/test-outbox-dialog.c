/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "panel-fixture.h"

#include "ui/vsl-outbox-dialog.h"

static const char *
get_page (GtkWidget *dialog)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (panel_part (dialog, "stack")));
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

int
main (int    argc,
      char **argv)
{
  panel_fixture_init (&argc, &argv);

  g_test_add ("/outbox-dialog/empty", PanelFixture, NULL, panel_fixture_set_up, test_empty,
              panel_fixture_tear_down);

  return g_test_run ();
}
