/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "panel-fixture.h"

#include "core/vsl-site-choices.h"
#include "desk/vsl-desk-versions.h"
#include "ui/vsl-copy-box.h"
#include "ui/vsl-publication-view.h"
#include "ui/vsl-time-entry.h"

#include <glib/gstdio.h>

/* Every fresh desk has the folder `local`: a real site, with nothing to install. */

static gboolean
is_ready (gpointer data)
{
  return gtk_widget_get_sensitive (panel_part (panel_part (data, "bar"), "publish_button"));
}

/* The panel, once it has read how the article stands on the sites. */
static GtkWidget *
show_panel (PanelFixture *fixture)
{
  GtkWidget *panel = panel_fixture_show (fixture, "publish");

  panel_wait (is_ready, panel);

  return panel;
}

static void
write_article (PanelFixture *fixture)
{
  vsl_document_set_text (fixture->document, VSL_FIELD_HEADLINE, "De dijk is van ons allemaal");
  vsl_document_set_text (fixture->document, VSL_FIELD_LEAD, "Een avond over hoog water.");
  vsl_document_set_text (fixture->document, VSL_FIELD_BODY, "Het water stijgt, en de dijk ook.");
}

static void
choose (GtkWidget  *panel,
        const char *check)
{
  GtkWidget *choices = panel_part (panel_part (panel, "form"), "choices");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (panel_part (choices, check)), TRUE);
}

static gboolean
is_chosen (GtkWidget  *panel,
           const char *check)
{
  GtkWidget *choices = panel_part (panel_part (panel, "form"), "choices");

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (panel_part (choices, check)));
}

static const char *
get_label (GtkWidget  *panel,
           const char *part)
{
  return gtk_label_get_label (GTK_LABEL (panel_part (panel, part)));
}

static gboolean
is_over (gpointer data)
{
  VslPublicationView *view = VSL_PUBLICATION_VIEW (panel_part (data, "view"));
  VslPublication *publication = vsl_publication_view_get_publication (view);

  return publication != NULL && !vsl_publication_get_running (publication) &&
         gtk_widget_get_sensitive (panel_part (data, "form"));
}

static void
publish (GtkWidget *panel)
{
  panel_click (panel_part (panel_part (panel, "bar"), "publish_button"));
  panel_wait (is_over, panel);
}

static const char *
get_copy_sentence (GtkWidget *panel)
{
  return vsl_copy_box_get_sentence (VSL_COPY_BOX (panel_part (panel_part (panel, "copy_view"), "box")));
}

static void
test_draft (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *panel = show_panel (fixture);
  GtkWidget *box = panel_part (panel_part (panel, "copy_view"), "box");
  GtkWidget *view = panel_part (panel, "view");
  g_autofree char *action = NULL;
  VslPublication *publication;
  GListModel *steps;

  write_article (fixture);
  g_assert_false (gtk_widget_get_visible (box));
  g_assert_true (is_chosen (panel, "draft_check"));
  g_assert_cmpstr (get_label (panel_part (panel, "bar"), "sentence_label"), !=, "");
  action = g_strdup (get_label (panel_part (panel, "bar"), "publish_label"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (panel_part (panel_part (panel, "bar"), "publish_button")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, action);

  /* While it runs the button is off, and the article goes on. */
  panel_click (panel_part (panel_part (panel, "bar"), "publish_button"));
  g_assert_false (gtk_widget_get_sensitive (panel_part (panel_part (panel, "bar"), "publish_button")));
  vsl_document_set_text (fixture->document, VSL_FIELD_KICKER, "Water");
  panel_wait (is_over, panel);

  publication = vsl_publication_view_get_publication (VSL_PUBLICATION_VIEW (view));
  g_assert_null (vsl_publication_get_error_message (publication));
  steps = vsl_publication_get_steps (publication);
  g_assert_cmpuint (g_list_model_get_n_items (steps), >, 1);
  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr(VslPublicationStep) step = g_list_model_get_item (steps, i);

      g_assert_cmpint (vsl_publication_step_get_state (step), ==, VSL_STEP_DONE);
    }
  g_assert_cmpstr (get_copy_sentence (panel), ==, "On Local site as a draft");
  g_assert_true (gtk_widget_get_visible (box));
  g_assert_false (gtk_widget_get_visible (panel_part (view, "problem")));
  g_assert_true (gtk_widget_get_sensitive (panel_part (panel_part (panel, "bar"), "publish_button")));
  g_assert_cmpstr (get_label (panel_part (panel, "bar"), "publish_label"), !=, action);
  g_assert_cmpstr (vsl_document_get_text (fixture->document, VSL_FIELD_KICKER), ==, "Water");
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_publish (PanelFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *panel = show_panel (fixture);
  GtkWidget *box = panel_part (panel_part (panel, "copy_view"), "box");
  g_autofree char *link = NULL;
  g_autoptr(GFile) page = NULL;

  write_article (fixture);
  choose (panel, "publish_check");
  publish (panel);
  g_assert_cmpstr (get_copy_sentence (panel), ==, "Published on Local site");
  /* What was published is not offered to be taken back. */
  g_assert_true (is_chosen (panel, "publish_check"));

  panel_click (panel_part (box, "copy_button"));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (panel), NULL, text_read_cb, &link);
  panel_wait (is_set, &link);
  page = g_file_new_for_uri (link);
  g_assert_true (g_file_query_exists (page, NULL));
}

static void
test_later (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *panel = show_panel (fixture);
  GtkWidget *time = panel_part (panel_part (panel_part (panel, "form"), "choices"), "time_entry");
  GtkWidget *button = panel_part (panel_part (panel, "bar"), "publish_button");
  GtkEditable *date = GTK_EDITABLE (panel_part (time, "date_entry"));

  write_article (fixture);
  choose (panel, "future_check");
  g_assert_null (vsl_time_entry_get_problem (VSL_TIME_ENTRY (time)));
  g_assert_true (gtk_widget_get_sensitive (button));

  gtk_editable_set_text (date, "1-1-2020");
  g_assert_cmpstr (vsl_time_entry_get_problem (VSL_TIME_ENTRY (time)),
                   ==, "That moment has passed. Choose a later one.");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (date, "31-4-2100");
  g_assert_cmpstr (vsl_time_entry_get_problem (VSL_TIME_ENTRY (time)),
                   ==, "That day does not exist.");
  gtk_editable_set_text (date, "30-4-2100");
  g_assert_null (vsl_time_entry_get_problem (VSL_TIME_ENTRY (time)));
  g_assert_true (gtk_widget_get_sensitive (button));

  choose (panel, "draft_check");
  gtk_editable_set_text (date, "nonsense");
  g_assert_true (gtk_widget_get_sensitive (button));
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static gboolean
is_unmapped (gpointer data)
{
  return !gtk_widget_get_mapped (data);
}

static void
test_calendar (PanelFixture  *fixture,
               gconstpointer  data)
{
  GtkWidget *panel = show_panel (fixture);
  GtkWidget *time = panel_part (panel_part (panel_part (panel, "form"), "choices"), "time_entry");
  GtkWidget *calendar = panel_part (time, "calendar");
  GtkEditable *date = GTK_EDITABLE (panel_part (time, "date_entry"));
  g_autoptr(GDateTime) day = g_date_time_new_local (2100, 4, 17, 0, 0, 0);

  choose (panel, "future_check");
  gtk_editable_set_text (date, "30-4-2100");
  gtk_menu_button_popup (GTK_MENU_BUTTON (panel_part (time, "calendar_button")));
  panel_wait (is_mapped, calendar);

  /* Leafing through the months chooses nothing. */
  g_signal_emit_by_name (panel_find (calendar, GTK_TYPE_BUTTON, 1), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (date), ==, "30-4-2100");
  g_assert_true (gtk_widget_get_mapped (calendar));

  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  g_assert_cmpstr (gtk_editable_get_text (date), ==, "17-04-2100");
  panel_wait (is_unmapped, calendar);
}

static void
test_failure (PanelFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *panel = show_panel (fixture);
  GtkWidget *view = panel_part (panel, "view");
  g_autofree char *sites = g_build_filename (fixture->folder, "sites", NULL);
  g_autoptr(GError) error = NULL;

  write_article (fixture);
  choose (panel, "publish_check");
  /* A file stands where the folder of the site has to be. */
  g_assert_true (g_file_set_contents (sites, "", 0, &error));
  g_assert_no_error (error);
  publish (panel);

  g_assert_true (gtk_widget_get_visible (panel_part (view, "problem")));
  g_assert_cmpstr (get_label (view, "problem_label"), !=, "");
  g_assert_true (is_chosen (panel, "publish_check"));

  g_unlink (sites);
  panel_click (panel_part (view, "retry_button"));
  panel_wait (is_over, panel);
  g_assert_false (gtk_widget_get_visible (panel_part (view, "problem")));
  g_assert_cmpstr (get_copy_sentence (panel), ==, "Published on Local site");
}

static void
test_empty_article (PanelFixture  *fixture,
                    gconstpointer  data)
{
  GtkWidget *panel = show_panel (fixture);

  publish (panel);
  g_assert_true (gtk_widget_get_visible (panel_part (panel_part (panel, "view"), "problem")));
  g_assert_false (gtk_widget_get_visible (panel_part (panel_part (panel, "copy_view"), "box")));
}

static void
test_other_document (PanelFixture  *fixture,
                     gconstpointer  data)
{
  GtkWidget *panel = show_panel (fixture);
  GtkWidget *view = panel_part (panel, "view");
  g_autoptr(GError) error = NULL;
  g_autoptr(VslDocument) other = NULL;

  write_article (fixture);
  choose (panel, "publish_check");
  panel_click (panel_part (panel_part (panel, "bar"), "publish_button"));

  /* Another article is opened while the first is under way. */
  other = vsl_desk_new_document (fixture->desk, VSL_KIND_REPORT, "nl", &error);
  g_assert_no_error (error);
  g_object_set (fixture->inspector, "document", other, NULL);
  g_assert_false (gtk_widget_get_visible (view));
  g_assert_true (gtk_widget_get_sensitive (panel_part (panel, "form")));
  g_assert_true (is_chosen (panel, "draft_check"));

  g_object_set (fixture->inspector, "document", fixture->document, NULL);
  panel_wait (is_over, panel);
  g_assert_cmpstr (get_copy_sentence (panel), ==, "Published on Local site");
}

/* A blocked article: as a draft it goes; to readers only with a reason, which its history keeps. */
static void
test_blocked (PanelFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *panel = show_panel (fixture);
  GtkWidget *checks = panel_part (panel_part (panel_part (panel, "form"), "blocks"), "checks");
  GtkWidget *button = panel_part (panel_part (panel, "bar"), "publish_button");
  g_autoptr(GPtrArray) versions = NULL;
  g_autoptr(GError) error = NULL;
  gboolean kept = FALSE;

  write_article (fixture);
  vsl_document_set_text (fixture->document, VSL_FIELD_BODY, "Het water stijgt TK meter.");
  choose (panel, "publish_check");
  g_assert_true (gtk_widget_get_visible (panel_part (checks, "override_box")));
  g_assert_false (gtk_widget_get_sensitive (button));
  choose (panel, "draft_check");
  g_assert_true (gtk_widget_get_sensitive (button));

  choose (panel, "publish_check");
  gtk_editable_set_text (GTK_EDITABLE (panel_part (checks, "reason_entry")), "  ");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (panel_part (checks, "reason_entry")), "Het nieuws wacht niet.");
  g_assert_true (gtk_widget_get_sensitive (button));
  publish (panel);
  g_assert_cmpstr (get_copy_sentence (panel), ==, "Published on Local site");
  g_assert_false (gtk_widget_get_sensitive (button));

  versions = vsl_desk_list_versions (fixture->desk, vsl_document_get_id (fixture->document), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < versions->len; i++)
    kept |= g_strcmp0 (vsl_snapshot_get_name (g_ptr_array_index (versions, i)),
                       "To “Local site” in spite of 1 check: Het nieuws wacht niet.") == 0;
  g_assert_true (kept);
}

static gboolean
has_summary (gpointer data)
{
  return g_str_has_prefix (gtk_label_get_label (GTK_LABEL (panel_part (data, "summary_label"))), "Since");
}

/* What was typed in the last moment is checked by the press of the button itself. */
static void
test_last_moment (PanelFixture  *fixture,
                  gconstpointer  data)
{
  GtkWidget *panel = show_panel (fixture);

  write_article (fixture);
  choose (panel, "publish_check");
  g_assert_true (gtk_widget_get_sensitive (panel_part (panel_part (panel, "bar"), "publish_button")));
  vsl_document_set_text (fixture->document, VSL_FIELD_LEAD, "Op @@ om negen uur.");
  panel_click (panel_part (panel_part (panel, "bar"), "publish_button"));
  g_assert_false (gtk_widget_get_visible (panel_part (panel, "view")));
  g_assert_true (gtk_widget_get_visible (panel_part (panel_part (panel_part (panel_part (panel, "form"), "blocks"), "checks"), "override_box")));
}

static void
test_difference (PanelFixture  *fixture,
                 gconstpointer  data)
{
  GtkWidget *panel = show_panel (fixture);
  GtkWidget *difference = panel_part (panel_part (panel_part (panel, "form"), "blocks"), "difference");

  write_article (fixture);
  g_assert_false (gtk_widget_get_visible (difference));
  publish (panel);
  g_assert_true (gtk_widget_get_visible (difference));
  vsl_document_set_text (fixture->document, VSL_FIELD_LEAD, "Een lange avond over hoog water.");
  panel_wait (has_summary, difference);
  g_assert_cmpstr (get_label (difference, "summary_label"), ==,
                   "Since it was sent: 1 word more, 0 words less.");
  gtk_expander_set_expanded (GTK_EXPANDER (panel_part (difference, "expander")), TRUE);
}

static AdwMessageDialog *
find_question (void)
{
  g_autoptr(GList) toplevels = gtk_window_list_toplevels ();

  for (GList *item = toplevels; item != NULL; item = item->next)
    if (ADW_IS_MESSAGE_DIALOG (item->data))
      return item->data;

  g_assert_not_reached ();
}

/* What readers have is only taken from them after a question that names it. */
static void
test_offline (PanelFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *panel = show_panel (fixture);
  GtkWidget *actions = panel_part (panel_part (panel, "copy_view"), "actions");

  write_article (fixture);
  g_assert_false (gtk_widget_get_mapped (actions));
  choose (panel, "publish_check");
  publish (panel);
  g_assert_false (gtk_widget_get_visible (panel_part (actions, "ours_button")));

  panel_click (panel_part (actions, "draft_button"));
  g_assert_cmpstr (adw_message_dialog_get_heading (find_question ()), ==,
                   "Take “De dijk is van ons allemaal” Offline?");
  adw_message_dialog_response (find_question (), "keep");
  g_assert_cmpstr (get_copy_sentence (panel), ==, "Published on Local site");
  panel_click (panel_part (actions, "draft_button"));
  adw_message_dialog_response (find_question (), "go");
  panel_wait (is_over, panel);
  g_assert_cmpstr (get_copy_sentence (panel), ==, "On Local site as a draft");
  g_assert_false (gtk_widget_get_visible (panel_part (actions, "draft_button")));
  g_assert_true (gtk_widget_get_visible (panel_part (actions, "bin_button")));
}

/* The keys for a draft choose it, and send nothing. */
static void
test_choose_draft (PanelFixture  *fixture,
                   gconstpointer  data)
{
  GtkWidget *panel = show_panel (fixture);

  write_article (fixture);
  choose (panel, "publish_check");
  g_assert_true (gtk_widget_activate_action (panel, "publish.choose-draft", NULL));
  g_assert_true (is_chosen (panel, "draft_check"));
  g_assert_true (gtk_widget_has_focus (panel_part (panel_part (panel, "bar"), "publish_button")));
  g_assert_false (gtk_widget_get_visible (panel_part (panel, "view")));
}

/* Half past two comes twice in the night in which the clocks of the site go back. */
static void
test_twice (PanelFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(VslSite) bare = vsl_site_new ("krant", VSL_BRAND_FOLDER, NULL, NULL, NULL, NULL);
  g_autoptr(VslSite) site = vsl_site_new_with_setting (bare, VSL_SITE_TIMEZONE, "Europe/Amsterdam");
  g_autoptr(GtkWidget) entry = g_object_ref_sink (vsl_time_entry_new ());
  GtkWidget *check = panel_part (entry, "second_check");
  gint64 first;

  vsl_time_entry_set_site (VSL_TIME_ENTRY (entry), site);
  gtk_editable_set_text (GTK_EDITABLE (panel_part (entry, "date_entry")), "26-10-2036");
  gtk_editable_set_text (GTK_EDITABLE (panel_part (entry, "time_entry")), "12:00");
  g_assert_false (gtk_widget_get_visible (check));
  gtk_editable_set_text (GTK_EDITABLE (panel_part (entry, "time_entry")), "2:30");
  g_assert_true (gtk_widget_get_visible (check));
  first = vsl_time_entry_get_at (VSL_TIME_ENTRY (entry));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpint (vsl_time_entry_get_at (VSL_TIME_ENTRY (entry)) - first, ==,
                   G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC);
}

static void
test_no_sites (PanelFixture  *fixture,
               gconstpointer  data)
{
  GtkWidget *panel = show_panel (fixture);
  g_autoptr(GError) error = NULL;

  g_assert_false (gtk_widget_get_visible (panel_part (panel, "no_sites")));
  g_assert_true (vsl_desk_remove_site (fixture->desk, "local", &error));
  g_assert_no_error (error);
  g_assert_true (gtk_widget_get_visible (panel_part (panel, "no_sites")));
  g_assert_false (gtk_widget_get_visible (panel_part (panel, "form")));
}

#define ADD(path, test) \
  g_test_add (path, PanelFixture, NULL, panel_fixture_set_up, test, panel_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  panel_fixture_init (&argc, &argv);

  ADD ("/publish-panel/draft", test_draft);
  ADD ("/publish-panel/publish", test_publish);
  ADD ("/publish-panel/later", test_later);
  ADD ("/publish-panel/calendar", test_calendar);
  ADD ("/publish-panel/failure", test_failure);
  ADD ("/publish-panel/empty-article", test_empty_article);
  ADD ("/publish-panel/other-document", test_other_document);
  ADD ("/publish-panel/blocked", test_blocked);
  ADD ("/publish-panel/last-moment", test_last_moment);
  ADD ("/publish-panel/difference", test_difference);
  ADD ("/publish-panel/offline", test_offline);
  ADD ("/publish-panel/choose-draft", test_choose_draft);
  ADD ("/publish-panel/twice", test_twice);
  ADD ("/publish-panel/no-sites", test_no_sites);

  return g_test_run ();
}
