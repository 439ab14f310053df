/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "window-fixture.h"

#include "core/vsl-article-builder.h"
#include "desk/vsl-desk-folders.h"
#include "ui/vsl-find-bar.h"
#include "ui/vsl-hit-row.h"
#include "ui/vsl-library-folder.h"
#include "ui/vsl-library-row.h"
#include "ui/vsl-library-tree.h"
#include "ui/vsl-library-view.h"

#include <string.h>

/* The library of the window: folders, many articles at once, and searching. */

static void
add (WindowFixture *fixture,
     const char    *headline,
     const char    *body)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) stored = NULL;

  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, headline);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  vsl_article_builder_set_language (builder, "nl");
  vsl_article_builder_set_status (builder, VSL_STATUS_DRAFT);
  article = vsl_article_builder_end (builder);
  stored = vsl_desk_save_article (fixture->desk, article, NULL);
  g_assert_nonnull (stored);
}

static GtkWidget *
find_list (WindowFixture *fixture)
{
  GtkWidget *list = panel_part (window_fixture_part (fixture, "library"), "list");

  return panel_part (list, "list_view");
}

static GListModel *
get_model (WindowFixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find_list (fixture))));
}

/* Where the article with @headline is first, or G_MAXUINT. */
static guint
find_article (GListModel *model,
              const char *headline)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (model, i);

      if (VSL_IS_ARTICLE_SUMMARY (item) &&
          g_str_equal (vsl_article_summary_get_headline (VSL_ARTICLE_SUMMARY (item)), headline))
        return i;
    }

  return G_MAXUINT;
}

static gboolean
has_both (gpointer data)
{
  GListModel *model = get_model (data);

  return find_article (model, "Kade") != G_MAXUINT && find_article (model, "Dijk") != G_MAXUINT;
}

static guint
count (WindowFixture         *fixture,
       const VslLibraryQuery *query)
{
  g_autoptr(GListModel) folder = vsl_desk_open_folder (fixture->desk, query, NULL);

  return g_list_model_get_n_items (folder);
}

static gboolean
two_ready (gpointer data)
{
  return count (data, &(VslLibraryQuery) { .status = "ready" }) == 2;
}

static gboolean
two_in_bin (gpointer data)
{
  return count (data, &(VslLibraryQuery) { .bin = TRUE }) == 2;
}

static gboolean
bin_empty (gpointer data)
{
  return count (data, &(VslLibraryQuery) { .bin = TRUE }) == 0;
}

static void
select_both (WindowFixture *fixture)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (get_model (fixture));

  gtk_selection_model_unselect_all (model);
  gtk_selection_model_select_item (model, find_article (G_LIST_MODEL (model), "Kade"), FALSE);
  gtk_selection_model_select_item (model, find_article (G_LIST_MODEL (model), "Dijk"), FALSE);
}

/* Several articles get a status, go to the bin and come back; what is written stays on the screen
 * unless it goes to the bin itself. */
static void
test_several (WindowFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *library = window_fixture_part (fixture, "library");
  GtkWidget *bar = panel_part (library, "selection_bar");
  VslDocument *document;
  g_auto(GStrv) ids = NULL;
  GListModel *model;

  add (fixture, "Kade", "Over de kade.");
  add (fixture, "Dijk", "Over de dijk.");
  panel_wait (has_both, fixture);
  model = get_model (fixture);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (model), find_article (model, "Kade"), TRUE);
  document = vsl_window_get_document (fixture->window);
  g_assert_cmpstr (vsl_document_get_text (document, VSL_FIELD_HEADLINE), ==, "Kade");
  g_assert_false (gtk_widget_get_visible (panel_part (bar, "revealer")));

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (model), find_article (model, "Dijk"), FALSE);
  g_assert_true (gtk_widget_get_visible (panel_part (bar, "revealer")));
  g_assert_true (vsl_window_get_document (fixture->window) == document);
  g_assert_true (gtk_widget_activate_action (bar, "library.set-status", "s", "ready"));
  panel_wait (two_ready, fixture);
  g_assert_cmpint (vsl_document_get_status (document), ==, VSL_STATUS_READY);

  panel_wait (has_both, fixture);
  select_both (fixture);
  ids = vsl_library_tree_list_selected (VSL_LIBRARY_TREE (get_model (fixture)));
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_true (gtk_widget_activate_action (bar, "library.delete-selected", NULL));
  g_assert_null (vsl_window_get_document (fixture->window));
  panel_wait (two_in_bin, fixture);
  g_assert_true (gtk_widget_activate_action (bar, "win.undelete-articles", "^as", ids));
  panel_wait (bin_empty, fixture);
}

static gboolean
has_hit (gpointer data)
{
  return panel_find (window_fixture_part (data, "library"), VSL_TYPE_HIT_ROW, 0) != NULL;
}

static gboolean
has_nothing (gpointer data)
{
  GtkWidget *results = panel_part (window_fixture_part (data, "library"), "results");

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (panel_part (results, "stack"))),
                    "nothing") == 0;
}

static gboolean
is_found (gpointer data)
{
  WindowFixture *fixture = data;
  VslDocument *document = vsl_window_get_document (fixture->window);

  return document != NULL &&
         g_str_equal (vsl_document_get_text (document, VSL_FIELD_HEADLINE), "Vergadering");
}

/* What is typed is found in the texts, and Enter goes to the place. */
static void
test_search (WindowFixture *fixture,
             gconstpointer  data)
{
  VslLibraryView *library = VSL_LIBRARY_VIEW (window_fixture_part (fixture, "library"));
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *selected = NULL;

  add (fixture, "Vergadering", "Er werd lang gesproken over de **coöperatie** van boeren.");
  vsl_library_view_search (library, "niemandszoektdit");
  panel_wait (has_nothing, fixture);

  window_fixture_press (fixture, "ctrl+shift+f");
  window_fixture_press (fixture, "ctrl+a");
  window_fixture_type (fixture, "cooperat");
  panel_wait (has_hit, fixture);
  window_fixture_press (fixture, "Return");
  panel_wait (is_found, fixture);
  g_assert_true (vsl_find_bar_is_open (VSL_FIND_BAR (window_fixture_field (fixture, "find_bar"))));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (window_fixture_field (fixture, "body_view")));
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  selected = gtk_text_iter_get_text (&start, &end);
  g_assert_cmpstr (selected, ==, "coöperatie");
}

typedef struct
{
  const char *name;
  const char *sought;
  const char *button;  /* (nullable) to press first */
  const char *replacement;
  const char *expected;
} ReplaceCase;

static const ReplaceCase replace_cases[] = {
  { "plain", "dijk", NULL, "weg", "De weg en de wegen. weg!" },
  { "case", "Dijk", "case_button", "Weg", "De dijk en de dijken. Weg!" },
  { "word", "dijk", "word_button", "weg", "De weg en de dijken. weg!" },
  { "pattern", "d(ij)k", "pattern_button", "b\\1t", "De bijt en de bijten. bijt!" },
  { "mistake", "d(ij", "pattern_button", "x", "De dijk en de dijken. Dijk!" },
};

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* Everything is replaced in one step, which one undo takes back. */
static void
test_replace (WindowFixture *fixture,
              gconstpointer  data)
{
  const ReplaceCase *test = data;
  static const char before[] = "De dijk en de dijken. Dijk!";
  GtkWidget *bar = window_fixture_field (fixture, "find_bar");
  GtkTextBuffer *buffer =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (window_fixture_field (fixture, "body_view")));
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  gtk_text_buffer_set_text (buffer, before, -1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.replace", NULL);
  if (test->button != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (panel_part (bar, test->button)), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (panel_part (bar, "search_entry")), test->sought);
  gtk_editable_set_text (GTK_EDITABLE (panel_part (bar, "replace_entry")), test->replacement);
  g_signal_emit_by_name (panel_part (bar, "replace_all_button"), "clicked");
  after = dup_text (buffer);
  g_assert_cmpstr (after, ==, test->expected);
  if (g_str_equal (test->expected, before))
    return;

  gtk_text_buffer_undo (buffer);
  undone = dup_text (buffer);
  g_assert_cmpstr (undone, ==, before);
}

#define add_test(path, data, func) \
  g_test_add (path, WindowFixture, data, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  window_fixture_init (&argc, &argv);

  add_test ("/library/several", NULL, test_several);
  add_test ("/library/search", NULL, test_search);
  for (guint i = 0; i < G_N_ELEMENTS (replace_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/library/replace/", replace_cases[i].name, NULL);

      add_test (path, &replace_cases[i], test_replace);
    }

  return g_test_run ();
}
