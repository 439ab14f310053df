/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "panel-fixture.h"
#include "window-fixture.h"

#include "desk/vsl-desk-debates.h"
#include "core/vsl-article-builder.h"
#include "desk/vsl-desk-people.h"
#include "ui/vsl-library-folder.h"
#include "ui/vsl-library-folders.h"
#include "ui/vsl-library-link.h"

static GtkWidget *
find_type (GtkWidget  *root,
           const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_page (WindowFixture *fixture)
{
  return find_type (GTK_WIDGET (fixture->window), "VslDebatePage");
}

static VslDebateDocument *
get_debate (WindowFixture *fixture)
{
  VslDebateDocument *document = NULL;

  g_object_get (get_page (fixture), "document", &document, NULL);
  g_object_unref (document);

  return document;
}

static gboolean
has_title (gpointer data)
{
  return g_str_equal (vsl_debate_document_get_text (get_debate (data), VSL_DEBATE_TITLE), "Kust");
}

static gboolean
is_saved (gpointer data)
{
  return vsl_debate_document_get_save_state (get_debate (data)) == VSL_SAVE_SAVED;
}

static gboolean
is_listed (gpointer data)
{
  WindowFixture *fixture = data;

  return g_list_model_get_n_items (vsl_desk_get_debates (fixture->desk)) == 1;
}

/* Ctrl+Shift+N, a title, a date with a digit too many, and a report: the debate is kept through all of it. */
static void
test_new (WindowFixture *fixture,
          gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr(VslDebate) debate = NULL;
  GtkEditable *date;
  int position = 10;

  window_fixture_press (fixture, "ctrl+shift+n");
  window_fixture_type (fixture, "Kust");
  panel_wait (has_title, fixture);
  date = GTK_EDITABLE (panel_part (get_page (fixture), "date_entry"));
  gtk_editable_set_text (date, "2025-03-01");
  gtk_editable_insert_text (date, "9", -1, &position);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (date), "error"));
  /* To replace all of it is to delete it first: that is not kept. */
  gtk_editable_set_text (date, "");
  g_assert_cmpstr (vsl_debate_document_get_text (get_debate (fixture), VSL_DEBATE_DATE), ==,
                   "2025-03-01");
  gtk_editable_set_text (date, "2025-03-01");
  panel_wait (is_saved, fixture);
  panel_wait (is_listed, fixture);

  id = g_strdup (vsl_debate_document_get_id (get_debate (fixture)));
  debate = vsl_desk_load_debate (fixture->desk, id, NULL);
  g_assert_cmpstr (vsl_debate_get_fields (debate)->title, ==, "Kust");
  g_assert_cmpstr (vsl_debate_get_fields (debate)->date, ==, "2025-03-01");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-report", NULL);
  g_assert_nonnull (vsl_window_get_document (fixture->window));
  g_assert_cmpstr (vsl_document_get_text (vsl_window_get_document (fixture->window),
                                          VSL_FIELD_EVENT), ==, "Kust");

  g_assert_true (vsl_window_open_debate (fixture->window, id));
  g_assert_null (vsl_window_get_document (fixture->window));
  g_assert_true (gtk_widget_get_visible (panel_part (get_page (fixture), "reports")));
}

typedef struct
{
  WindowFixture *fixture;
  guint n;
} Count;

static gboolean
is_found (gpointer data)
{
  Count *count = data;

  return g_list_model_get_n_items (vsl_desk_get_people (count->fixture->desk)) == count->n;
}

static GtkListBox *
get_offers (WindowFixture *fixture)
{
  GtkWidget *completion = find_type (get_page (fixture), "VslPersonCompletion");

  return GTK_LIST_BOX (gtk_widget_get_first_child (completion));
}

static gboolean
is_offered (gpointer data)
{
  return gtk_list_box_get_row_at_index (get_offers (data), 0) != NULL;
}

/* Who took part before is offered with the role of that day, by the beginning of any word of the name. */
static void
test_directory (WindowFixture *fixture,
                gconstpointer  data)
{
  g_autoptr(VslPerson) person = vsl_person_new_from_text ("Bas den Hollander");
  g_autoptr(GPtrArray) roles = g_ptr_array_new_with_free_func (g_object_unref);
  VslContactFields fields = { .person = person, .roles = roles };
  g_autoptr(VslContact) made = NULL;
  g_autoptr(VslContact) saved = NULL;
  g_autoptr(VslParticipant) participant = NULL;
  Count one = { fixture, 1 };
  GtkEditable *entry;

  g_ptr_array_add (roles, vsl_role_new ("lid", "Provincie", "2024", "", FALSE));
  g_ptr_array_add (roles, vsl_role_new ("dijkgraaf", "Waterschap", "2020", "2023", FALSE));
  made = vsl_contact_new (&fields);
  saved = vsl_desk_save_person (fixture->desk, made, NULL);
  panel_wait (is_found, &one);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-debate", NULL);
  gtk_editable_set_text (GTK_EDITABLE (panel_part (get_page (fixture), "date_entry")),
                         "2022-05-12");
  entry = GTK_EDITABLE (panel_part (panel_part (get_page (fixture), "participants"), "add_entry"));
  gtk_editable_set_text (entry, "holl");
  panel_wait (is_offered, fixture);
  g_signal_emit_by_name (get_offers (fixture), "row-activated",
                         gtk_list_box_get_row_at_index (get_offers (fixture), 0));

  participant = g_list_model_get_item (
    G_LIST_MODEL (vsl_debate_document_get_participants (get_debate (fixture))), 0);
  g_assert_cmpstr (vsl_participant_get_name (participant), ==, "Bas den Hollander");
  g_assert_cmpstr (vsl_participant_get_role (participant), ==, "dijkgraaf");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
}

static VslLibraryFolder *
get_group (VslLibraryFolders *folders)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (folders)); i++)
    {
      g_autoptr(VslLibraryFolder) folder = g_list_model_get_item (G_LIST_MODEL (folders), i);

      if (g_str_equal (vsl_library_folder_get_key (folder), "debates"))
        return folder;
    }

  g_assert_not_reached ();
}

static gboolean
has_two_rows (gpointer data)
{
  return g_list_model_get_n_items (vsl_library_folder_get_children (get_group (data))) == 2;
}

static void
add_article (WindowFixture *fixture,
             const char    *event)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) stored = NULL;

  vsl_article_builder_set_text (builder, VSL_FIELD_EVENT, event);
  article = vsl_article_builder_end (builder);
  stored = vsl_desk_save_article (fixture->desk, article, NULL);
  g_assert_nonnull (stored);
}

/* What is a debate stands in the library once; an event that only articles know stands there too. */
static void
test_library (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autoptr(GListStore) links = g_list_store_new (VSL_TYPE_LIBRARY_LINK);
  g_autoptr(VslLibraryLink) link = vsl_library_link_new ("Kust", NULL, NULL, "win.open-debate", NULL);
  g_autoptr(VslLibraryFolders) folders = NULL;
  g_autoptr(GObject) first = NULL;
  GListModel *rows;

  add_article (fixture, "Kust");
  add_article (fixture, "Duinen");
  folders = vsl_library_folders_new (fixture->desk);
  panel_wait (has_two_rows, folders);

  vsl_library_folders_set_debates (folders, G_LIST_MODEL (links));
  rows = vsl_library_folder_get_children (get_group (folders));
  g_list_store_append (links, link);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  first = g_list_model_get_item (rows, 0);
  g_assert_true (first == G_OBJECT (link));
  g_list_store_remove_all (links);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
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
  add ("/debates/new", test_new);
  add ("/debates/directory", test_directory);
  add ("/debates/library", test_library);

  return g_test_run ();
}
