/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "panel-fixture.h"
#include "window-fixture.h"

#include "desk/vsl-desk-debates.h"
#include "core/vsl-article-builder.h"
#include "desk/vsl-desk-people.h"
#include "desk/vsl-desk-transcripts.h"
#include "ui/vsl-library-folder.h"
#include "ui/vsl-library-folders.h"
#include "ui/vsl-library-link.h"
#include "ui/vsl-report-dialog.h"
#include "ui/vsl-report-row.h"

#include <string.h>

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

/* (nullable) */
static VslDebateDocument *
get_debate (WindowFixture *fixture)
{
  VslDebateDocument *document = NULL;

  if (get_page (fixture) == NULL)
    return NULL;

  g_object_get (get_page (fixture), "document", &document, NULL);
  if (document != NULL)
    g_object_unref (document);

  return document;
}

static gboolean
has_title (gpointer data)
{
  VslDebateDocument *debate = get_debate (data);

  return debate != NULL &&
         g_str_equal (vsl_debate_document_get_text (debate, VSL_DEBATE_TITLE), "Kust");
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

/* (nullable) */
static GtkWidget *
get_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (VSL_IS_REPORT_DIALOG (window))
        return window;
    }

  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return get_dialog () != NULL;
}

static void
press_in_dialog (const char *keys)
{
  panel_press (&(PanelFixture) { .window = get_dialog () }, keys);
}

static gboolean
has_reports (gpointer data)
{
  return gtk_widget_get_mapped (panel_part (get_page (data), "reports"));
}

static gboolean
has_article (gpointer data)
{
  return vsl_window_get_document (((WindowFixture *) data)->window) != NULL;
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
  panel_wait (has_dialog, fixture);
  press_in_dialog ("ctrl+Return");
  panel_wait (has_article, fixture);
  g_assert_cmpstr (vsl_document_get_text (vsl_window_get_document (fixture->window),
                                          VSL_FIELD_EVENT), ==, "Kust");

  vsl_window_open_debate (fixture->window, id);
  panel_wait (has_reports, fixture);
  g_assert_null (vsl_window_get_document (fixture->window));
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

static const char spoken[] =
  "WEBVTT\n\n"
  "1\n00:01.000 --> 00:04.000\n<v Wout Smit>De stelling is: de duinen groeien vanzelf.</v>\n\n"
  "2\n00:10.000 --> 00:14.000\n<v Iris Blok>De dijk houdt niet.</v>\n\n"
  "3\n00:20.000 --> 00:24.000\n<v Iris Blok>Wie betaalt dat?</v>\n";

static void
open_spoken_debate (WindowFixture *fixture)
{
  const char *const statements[] = { "De duinen groeien vanzelf.", NULL };
  g_autoptr(GPtrArray) participants = g_ptr_array_new_with_free_func (g_object_unref);
  VslDebateFields fields = {
    .title = "Kust", .language = "nl", .statements = statements, .participants = participants
  };
  g_autoptr(VslPerson) person = vsl_person_new_from_text ("Iris Blok");
  g_autoptr(GBytes) bytes = g_bytes_new_static (spoken, strlen (spoken));
  g_autoptr(VslDebate) debate = NULL;
  g_autoptr(VslDebate) stored = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (participants, vsl_participant_new (person, "dijkgraaf", NULL, FALSE));
  debate = vsl_debate_new (&fields);
  stored = vsl_desk_save_debate (fixture->desk, debate, &error);
  g_assert_no_error (error);
  g_assert_true (vsl_desk_keep_debate_transcript (fixture->desk, vsl_debate_get_id (stored), bytes,
                                                  "a.vtt", NULL, NULL, &error));
  g_assert_no_error (error);
  vsl_window_open_debate (fixture->window, vsl_debate_get_id (stored));
  panel_wait (has_title, fixture);
}

static gboolean
is_gone (gpointer data)
{
  return get_debate (data) == NULL;
}

/* The debate that is open is opened again at the next start; deleted, it is gone until it is put back. */
static void
test_reopen (WindowFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *id = NULL;

  open_spoken_debate (fixture);
  id = g_strdup (vsl_debate_document_get_id (get_debate (fixture)));
  vsl_window_set_desk (fixture->window, NULL);
  g_assert_null (get_debate (fixture));
  vsl_window_set_desk (fixture->window, fixture->desk);
  vsl_window_restore (fixture->window);
  panel_wait (has_title, fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.delete-debate", NULL);
  panel_wait (is_gone, fixture);
  g_assert_cmpuint (g_list_model_get_n_items (vsl_desk_get_debates (fixture->desk)), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undelete-debate", "s", id);
  panel_wait (has_title, fixture);
}

/* From the article to its debate. */
static void
test_its_debate (WindowFixture *fixture,
                 gconstpointer  data)
{
  open_spoken_debate (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-report", NULL);
  panel_wait (has_dialog, fixture);
  press_in_dialog ("ctrl+Return");
  panel_wait (has_article, fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-its-debate", NULL);
  panel_wait (has_title, fixture);
  panel_wait (has_reports, fixture);
}

typedef struct
{
  const char *wanted;  /* utterance that was selected in the reader */
  const char *search;  /* what is typed, after which the first passage is taken or left */
  const char *body;
} ReportCase;

static const ReportCase reports[] = {
  { "u2", NULL,
    "::: deelnemers\n:::\n\n## De duinen groeien vanzelf.\n\n“De dijk houdt niet”, zegt Iris Blok." },
  { "u2", "betaalt",
    "::: deelnemers\n:::\n\n## De duinen groeien vanzelf.\n\n“De dijk houdt niet”, zegt Iris Blok."
    "\n\n“Wie betaalt dat?” vraagt Blok." },
  { "u2", "dijk", "::: deelnemers\n:::" },
};

static gboolean
shows_passages (gpointer data)
{
  return find_type (GTK_WIDGET (data), "VslReportRow") != NULL;
}

static const char *
get_first_text (GtkWidget *dialog)
{
  GtkListView *list = GTK_LIST_VIEW (panel_part (dialog, "list"));
  GListModel *shown = G_LIST_MODEL (gtk_list_view_get_model (list));
  g_autoptr(VslReportChoice) choice = g_list_model_get_item (shown, 0);

  return choice != NULL ? vsl_report_passage_get_text (vsl_report_choice_get_passage (choice)) : "";
}

/* The search waits a little for more letters. */
static gboolean
shows_found (gpointer data)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (panel_part (data, "search_entry")));

  return *search != '\0' && strstr (get_first_text (data), search) != NULL &&
         g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (
           GTK_LIST_VIEW (panel_part (data, "list"))))) == 1;
}

static gboolean
has_focus (gpointer data)
{
  return GTK_IS_CHECK_BUTTON (gtk_window_get_focus (data));
}

/* What was selected is chosen; a search finds the rest, and Space takes it or leaves it. */
static void
test_report (WindowFixture *fixture,
             gconstpointer  data)
{
  const ReportCase *test = data;
  GtkWidget *dialog, *check;
  g_autofree char *body = NULL;

  open_spoken_debate (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.report-of", "^as",
                              (const char *[]) { test->wanted, NULL });
  panel_wait (has_dialog, fixture);
  dialog = get_dialog ();
  panel_wait (shows_passages, dialog);
  if (test->search != NULL)
    {
      gtk_widget_grab_focus (panel_part (dialog, "search_entry"));
      window_fixture_type (fixture, test->search);
      panel_wait (shows_found, dialog);
      check = gtk_widget_get_first_child (find_type (dialog, "VslReportRow"));
      gtk_widget_grab_focus (check);
      panel_wait (has_focus, dialog);
      press_in_dialog ("space");
    }
  press_in_dialog ("ctrl+Return");
  panel_wait (has_article, fixture);
  body = window_fixture_dup_body (fixture);
  g_assert_cmpstr (body, ==, test->body);
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
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autofree char *path = g_strdup_printf ("/debates/report/%u", i);

      g_test_add (path, WindowFixture, &reports[i], window_fixture_set_up, test_report,
                  window_fixture_tear_down);
    }
  add ("/debates/reopen", test_reopen);
  add ("/debates/its-debate", test_its_debate);
  add ("/debates/directory", test_directory);
  add ("/debates/library", test_library);

  return g_test_run ();
}
