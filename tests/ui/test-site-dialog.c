/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "panel-fixture.h"

#include "core/vsl-site-choices.h"
#include "ui/vsl-site-dialog.h"
#include "ui/vsl-site-examination.h"
#include "ui/vsl-site-page.h"
#include "ui/vsl-site-row.h"
#include "ui/vsl-site-settings.h"
#include "ui/vsl-sites-dialog.h"

enum
{
  WORDPRESS,
  GHOST,
  FOLDER
};

static GtkWidget *
open_dialog (PanelFixture *fixture,
             guint         brand)
{
  GtkWidget *dialog = vsl_site_dialog_new (fixture->desk, GTK_WINDOW (fixture->window));

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  adw_combo_row_set_selected (ADW_COMBO_ROW (panel_part (dialog, "brand_row")), brand);

  return dialog;
}

static void
fill (GtkWidget  *dialog,
      const char *row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (panel_part (dialog, row)), text);
}

static gboolean
is_at_rest (gpointer data)
{
  return gtk_widget_get_sensitive (panel_part (data, "form"));
}

static void
try_to_connect (GtkWidget *dialog)
{
  panel_click (panel_part (dialog, "connect_button"));
  panel_wait (is_at_rest, dialog);
}

static gboolean
is_shown (GtkWidget  *dialog,
          const char *part)
{
  return gtk_widget_get_visible (panel_part (dialog, part));
}

static void
test_brands (PanelFixture  *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture, WORDPRESS);

  g_assert_true (is_shown (dialog, "url_row"));
  g_assert_true (is_shown (dialog, "user_row"));
  g_assert_true (is_shown (dialog, "password_row"));
  g_assert_false (is_shown (dialog, "folder_row"));

  adw_combo_row_set_selected (ADW_COMBO_ROW (panel_part (dialog, "brand_row")), GHOST);
  g_assert_true (is_shown (dialog, "url_row"));
  g_assert_false (is_shown (dialog, "user_row"));
  g_assert_true (is_shown (dialog, "password_row"));
  g_assert_false (is_shown (dialog, "folder_row"));

  adw_combo_row_set_selected (ADW_COMBO_ROW (panel_part (dialog, "brand_row")), FOLDER);
  g_assert_false (is_shown (dialog, "url_row"));
  g_assert_false (is_shown (dialog, "user_row"));
  g_assert_false (is_shown (dialog, "password_row"));
  g_assert_true (is_shown (dialog, "folder_row"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What is missing is said at the field where it is missing, one at a time. */
static void
test_missing (PanelFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture, WORDPRESS);

  try_to_connect (dialog);
  g_assert_true (is_shown (dialog, "url_problem"));
  fill (dialog, "url_row", "kustgazet.example");
  try_to_connect (dialog);
  g_assert_false (is_shown (dialog, "url_problem"));
  g_assert_true (is_shown (dialog, "user_problem"));
  fill (dialog, "user_row", "sanne");
  try_to_connect (dialog);
  g_assert_false (is_shown (dialog, "user_problem"));
  g_assert_true (is_shown (dialog, "password_problem"));

  /* A key of the wrong form is told before anything is asked. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (panel_part (dialog, "brand_row")), GHOST);
  try_to_connect (dialog);
  g_assert_true (is_shown (dialog, "password_problem"));
  fill (dialog, "password_row", "abc");
  try_to_connect (dialog);
  g_assert_true (is_shown (dialog, "password_problem"));

  adw_combo_row_set_selected (ADW_COMBO_ROW (panel_part (dialog, "brand_row")), FOLDER);
  g_assert_false (is_shown (dialog, "password_problem"));
  try_to_connect (dialog);
  g_assert_true (is_shown (dialog, "name_problem"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_unreachable (PanelFixture  *fixture,
                  gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture, WORDPRESS);
  guint before = g_list_model_get_n_items (vsl_desk_get_sites (fixture->desk));
  g_autoptr(GtkWidget) password = g_object_ref (panel_part (dialog, "password_row"));
  GtkLabel *problem = GTK_LABEL (panel_part (dialog, "url_problem_label"));

  fill (dialog, "url_row", "http://127.0.0.1:1/");
  fill (dialog, "user_row", "sanne");
  fill (dialog, "password_row", "abcd efgh ijkl");
  try_to_connect (dialog);

  g_assert_true (is_shown (dialog, "url_problem"));
  g_assert_cmpstr (gtk_label_get_label (problem), !=, "");
  g_assert_cmpuint (g_list_model_get_n_items (vsl_desk_get_sites (fixture->desk)), ==, before);
  /* It can be tried again without typing it again; once closed, it is nowhere. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (password)), ==, "abcd efgh ijkl");
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (password)), ==, "");
}

static void
site_added_cb (GtkWidget *dialog,
               VslSite   *site,
               char     **name)
{
  *name = g_strdup (vsl_site_get_name (site));
}

static void
test_folder (PanelFixture  *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture, FOLDER);
  guint before = g_list_model_get_n_items (vsl_desk_get_sites (fixture->desk));
  g_autofree char *name = NULL;

  g_signal_connect (dialog, "site-added", G_CALLBACK (site_added_cb), &name);
  fill (dialog, "name_row", "local");
  try_to_connect (dialog);
  g_assert_true (is_shown (dialog, "name_problem"));
  g_assert_null (name);

  fill (dialog, "name_row", "proef");
  try_to_connect (dialog);
  g_assert_false (is_shown (dialog, "name_problem"));
  g_assert_cmpstr (name, ==, "proef");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (panel_part (dialog, "stack"))),
                   ==, "done");
  g_assert_cmpuint (g_list_model_get_n_items (vsl_desk_get_sites (fixture->desk)), ==, before + 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Closing while it is being tried leaves nothing behind that comes back later. */
static void
test_close_meanwhile (PanelFixture  *fixture,
                      gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture, WORDPRESS);
  GtkWidget *alive = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &alive);
  fill (dialog, "url_row", "http://127.0.0.1:1/");
  fill (dialog, "user_row", "sanne");
  fill (dialog, "password_row", "abcd efgh ijkl");
  panel_click (panel_part (dialog, "connect_button"));
  gtk_window_close (GTK_WINDOW (dialog));

  while (alive != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_remove (PanelFixture  *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = vsl_sites_dialog_new (fixture->desk, GTK_WINDOW (fixture->window));
  GListModel *sites = vsl_desk_get_sites (fixture->desk);
  guint before = g_list_model_get_n_items (sites);
  GtkWidget *row;

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);
  row = panel_find (dialog, VSL_TYPE_SITE_ROW, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (panel_part (row, "remove_button")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove local");

  /* It asks first, and the answer that loses nothing has the focus. */
  panel_click (panel_part (row, "remove_button"));
  g_assert_cmpuint (g_list_model_get_n_items (sites), ==, before);
  g_assert_true (gtk_widget_is_focus (panel_part (row, "keep_button")));
  panel_click (panel_part (row, "keep_button"));
  panel_click (panel_part (row, "remove_button"));
  panel_click (panel_part (row, "confirm_button"));
  g_assert_cmpuint (g_list_model_get_n_items (sites), ==, before - 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkWidget *
open_page (GtkWidget *dialog)
{
  GtkWidget *row = panel_find (dialog, VSL_TYPE_SITE_ROW, 0);
  GtkWidget *page;

  gtk_widget_activate (row);
  page = panel_find (dialog, VSL_TYPE_SITE_PAGE, 0);
  g_assert_nonnull (page);
  g_assert_true (gtk_widget_get_mapped (page));

  return page;
}

static GtkWidget *
open_sites (PanelFixture *fixture)
{
  GtkWidget *dialog = vsl_sites_dialog_new (fixture->desk, GTK_WINDOW (fixture->window));

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_test_widget_wait_for_draw (dialog);

  return dialog;
}

static char *
dup_setting (PanelFixture *fixture,
             const char   *key)
{
  g_autoptr(VslSite) site = vsl_desk_find_site (fixture->desk, "local", NULL);

  return g_strdup (vsl_site_get_setting (site, key));
}

/* The rows of a folder, in their order. */
enum
{
  ROW_TITLE,
  ROW_BASE_URL,
  ROW_EDGE
};

/* What a row of the settings is to be like, in the end. */
typedef struct
{
  PanelFixture *fixture;
  GtkWidget    *row;
  const char   *key;
  const char   *kept; /* (nullable) */
  gboolean      refused;
} Expected;

static gboolean
is_as_expected (gpointer data)
{
  Expected *expected = data;
  g_autofree char *kept = dup_setting (expected->fixture, expected->key);

  return g_strcmp0 (kept, expected->kept) == 0 &&
         gtk_widget_has_css_class (expected->row, "error") == expected->refused;
}

/* What is chosen is kept at once; what cannot be chosen is told and changes nothing. */
static void
test_settings (PanelFixture  *fixture,
               gconstpointer  data)
{
  static const struct
  {
    guint       row;
    const char *key;
    const char *typed;
    const char *kept; /* (nullable) */
    gboolean    refused;
  } cases[] = {
    { ROW_TITLE, VSL_SITE_TITLE, "  De Kustgazet ", "De Kustgazet", FALSE },
    { ROW_TITLE, VSL_SITE_TITLE, "", NULL, FALSE },
    { ROW_BASE_URL, VSL_SITE_BASE_URL, "https://kustgazet.example/", "https://kustgazet.example/", FALSE },
    { ROW_BASE_URL, VSL_SITE_BASE_URL, "kustgazet", "https://kustgazet.example/", TRUE },
    { ROW_EDGE, VSL_SITE_EDGE, "1600", "1600", FALSE },
    { ROW_EDGE, VSL_SITE_EDGE, "12", "1600", TRUE },
    { ROW_EDGE, VSL_SITE_EDGE, "groot", "1600", TRUE },
  };
  GtkWidget *dialog = open_sites (fixture);
  GtkWidget *settings = panel_find (open_page (dialog), VSL_TYPE_SITE_SETTINGS, 0);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = panel_find (settings, ADW_TYPE_ENTRY_ROW, cases[i].row);
      Expected expected = { fixture, row, cases[i].key, cases[i].kept, cases[i].refused };

      gtk_editable_set_text (GTK_EDITABLE (row), cases[i].typed);
      g_signal_emit_by_name (row, "apply");
      panel_wait (is_as_expected, &expected);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, cases[i].typed);
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
switch_check (GtkWidget  *settings,
              const char *title,
              gboolean    on)
{
  GtkWidget *row;

  for (guint i = 0; (row = panel_find (settings, ADW_TYPE_ACTION_ROW, i)) != NULL; i++)
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      {
        gtk_switch_set_active (GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))), on);
        return;
      }

  g_assert_not_reached ();
}

/* Which checks block is a choice of the house; the usual ones are no choice. */
static void
test_blocks (PanelFixture  *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = open_sites (fixture);
  GtkWidget *settings = panel_find (open_page (dialog), VSL_TYPE_SITE_SETTINGS, 0);
  GtkWidget *row = panel_find (settings, ADW_TYPE_EXPANDER_ROW, 0);
  Expected expected = { fixture, row, VSL_SITE_BLOCKS, NULL, FALSE };

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  switch_check (row, "No lead", TRUE);
  expected.kept = "publish.headline,publish.body,publish.placeholder,publish.lead,quotation.off-the-record,"
                  "quotation.other-speaker,quotation.not-found,quotation.headline";
  panel_wait (is_as_expected, &expected);
  switch_check (row, "No lead", FALSE);
  expected.kept = NULL;
  panel_wait (is_as_expected, &expected);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
is_renamed (gpointer data)
{
  return g_strcmp0 (gtk_window_get_title (data), "kust") == 0;
}

static gboolean
is_editable (gpointer data)
{
  return gtk_widget_get_sensitive (panel_part (data, "connection"));
}

/* Another name: the page stays, the settings and the folder too; one that is taken is refused. */
static void
test_rename (PanelFixture  *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = open_sites (fixture);
  GtkWidget *page;
  g_autoptr(VslSite) site = NULL;

  g_assert_true (vsl_desk_set_site_setting (fixture->desk, "local", VSL_SITE_TITLE, "Kust", NULL));
  page = open_page (dialog);
  gtk_editable_set_text (GTK_EDITABLE (panel_part (page, "name_row")), "  ");
  g_signal_emit_by_name (panel_part (page, "name_row"), "apply");
  panel_wait (is_editable, page);
  g_assert_true (gtk_widget_get_visible (panel_part (page, "note_label")));

  gtk_editable_set_text (GTK_EDITABLE (panel_part (page, "name_row")), "kust");
  g_signal_emit_by_name (panel_part (page, "name_row"), "apply");
  panel_wait (is_renamed, dialog);
  site = vsl_desk_find_site (fixture->desk, "kust", NULL);
  g_assert_nonnull (site);
  g_assert_cmpstr (vsl_site_get_setting (site, VSL_SITE_TITLE), ==, "Kust");
  g_assert_true (g_str_has_suffix (vsl_site_get_url (site), "/sites/local"));

  panel_click (panel_part (dialog, "back_button"));
  g_assert_null (panel_find (dialog, VSL_TYPE_SITE_PAGE, 0));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
has_looked (gpointer data)
{
  return panel_find (data, ADW_TYPE_ACTION_ROW, 0) != NULL;
}

/* A folder that can be written to is in order; nothing was looked at before the button was pressed. */
static void
test_examination (PanelFixture  *fixture,
                  gconstpointer  data)
{
  GtkWidget *dialog = open_sites (fixture);
  GtkWidget *examination = panel_find (open_page (dialog), VSL_TYPE_SITE_EXAMINATION, 0);

  g_assert_false (has_looked (examination));
  panel_click (panel_find (examination, GTK_TYPE_BUTTON, 0));
  panel_wait (has_looked, examination);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

#define ADD(path, test) \
  g_test_add (path, PanelFixture, NULL, panel_fixture_set_up, test, panel_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  panel_fixture_init (&argc, &argv);

  ADD ("/site-dialog/brands", test_brands);
  ADD ("/site-dialog/missing", test_missing);
  ADD ("/site-dialog/unreachable", test_unreachable);
  ADD ("/site-dialog/folder", test_folder);
  ADD ("/site-dialog/close-meanwhile", test_close_meanwhile);
  ADD ("/sites-dialog/remove", test_remove);
  ADD ("/sites-dialog/settings", test_settings);
  ADD ("/sites-dialog/blocks", test_blocks);
  ADD ("/site-dialog/blocks", test_blocks);
  ADD ("/sites-dialog/rename", test_rename);
  ADD ("/sites-dialog/examination", test_examination);

  return g_test_run ();
}
