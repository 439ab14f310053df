/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "panel-fixture.h"

#include "desk/vsl-desk-reviews.h"
#include "ui/vsl-review-row.h"

#include <string.h>

static void
add_participant (PanelFixture *fixture,
                 guint         position,
                 const char   *name)
{
  g_autoptr(VslPerson) person = vsl_person_new_from_text (name);
  g_autoptr(VslParticipant) participant = vsl_participant_new (person, "", "", FALSE);

  vsl_document_insert_participant (fixture->document, position, participant);
}

typedef struct
{
  GtkWidget *panel;
  int position;
  const char *label; /* of the button */
} Wanted;

static GtkWidget *
get_row (GtkWidget *panel,
         int        position)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (panel_part (panel, "list")),
                                                    position));
}

static gboolean
has_button (gpointer data)
{
  Wanted *wanted = data;
  GtkWidget *row = get_row (wanted->panel, wanted->position);

  return row != NULL &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (panel_part (row, "next_button"))),
                    wanted->label) == 0;
}

static void
wait_for_button (GtkWidget  *panel,
                 int         position,
                 const char *label)
{
  Wanted wanted = { panel, position, label };

  panel_wait (has_button, &wanted);
}

static gboolean
can_press_next (gpointer row)
{
  return gtk_widget_get_sensitive (panel_part (row, "next_button"));
}

static void
take_step (PanelFixture  *fixture,
           VslReviewWhat  what,
           const char    *note)
{
  g_autoptr(VslArticle) article = vsl_document_dup_article (fixture->document);
  VslReviewStepFields step = { .what = what, .name = "Ans Kramer", .note = note };
  g_autoptr(GError) error = NULL;
  g_autoptr(VslReview) review = vsl_desk_add_review_step (fixture->desk, article, &step, &error);

  g_assert_no_error (error);
}

/* The button is always the next step, and an edit of her passages opens the review of her alone. */
static void
test_steps (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *panel;

  add_participant (fixture, 0, "Ans Kramer");
  add_participant (fixture, 1, "Bo de Wit");
  vsl_document_set_text (fixture->document, VSL_FIELD_LEAD, "“De dijk houdt”, zegt Ans Kramer.");
  panel = panel_fixture_show (fixture, "reviews");
  wait_for_button (panel, 0, "Promise a review");
  panel_click (panel_part (get_row (panel, 0), "next_button"));
  wait_for_button (panel, 0, "Send the passages…");
  wait_for_button (panel, 1, "Promise a review");

  take_step (fixture, VSL_REVIEW_SENT, NULL);
  gtk_widget_activate_action (panel, "reviews.reload", NULL);
  wait_for_button (panel, 0, "Close the review");
  take_step (fixture, VSL_REVIEW_REMARKED, "Het is een kade.");
  gtk_widget_activate_action (panel, "reviews.reload", NULL);
  wait_for_button (panel, 0, "Mark remarks as processed");
  g_assert_true (gtk_widget_get_visible (panel_part (get_row (panel, 0), "remarks")));

  /* Not before every remark has an answer; the button says so. */
  g_assert_false (gtk_widget_get_sensitive (panel_part (get_row (panel, 0), "next_button")));
  g_assert_nonnull (gtk_widget_get_tooltip_text (panel_part (get_row (panel, 0), "next_button")));
  gtk_widget_activate_action (panel_part (get_row (panel, 0), "remarks"), "review.accept", "x",
                              (gint64) 3);
  panel_wait (can_press_next, get_row (panel, 0));

  vsl_document_set_text (fixture->document, VSL_FIELD_LEAD, "“De kade houdt”, zegt Ans Kramer.");
  take_step (fixture, VSL_REVIEW_WITHDRAWN, NULL);
  gtk_widget_activate_action (panel, "reviews.reload", NULL);
  wait_for_button (panel, 0, "Agree on a review again");
}

static void
test_changed (PanelFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *panel;

  add_participant (fixture, 0, "Ans Kramer");
  vsl_document_set_text (fixture->document, VSL_FIELD_LEAD, "“De dijk houdt”, zegt Ans Kramer.");
  take_step (fixture, VSL_REVIEW_SENT, NULL);
  panel = panel_fixture_show (fixture, "reviews");
  wait_for_button (panel, 0, "Close the review");
  g_assert_false (gtk_widget_get_visible (panel_part (get_row (panel, 0), "diff_label")));

  vsl_document_set_text (fixture->document, VSL_FIELD_LEAD, "“De kade houdt”, zegt Ans Kramer.");
  wait_for_button (panel, 0, "Send the passages again…");
  g_assert_true (gtk_widget_get_visible (panel_part (get_row (panel, 0), "diff_label")));
}

/* The window that is not the one of the fixture; %NULL while there is none. */
static GtkWidget *
find_dialog (PanelFixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != fixture->window && gtk_widget_get_visible (window))
        return window;
    }

  return NULL;
}

static char *
dup_preview (GtkWidget *dialog)
{
  GtkTextBuffer *buffer =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (panel_part (dialog, "preview")));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
choose (GtkWidget  *dialog,
        const char *part,
        guint       choice)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (panel_part (dialog, part)), choice);
}

/* What is noted is what was filled in, and what is shown is in the language that was chosen. */
static void
test_sheet (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *panel, *row, *dialog;
  g_autofree char *dutch = NULL;
  g_autofree char *english = NULL;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslReview) review = NULL;
  const VslReviewStepFields *sent;

  add_participant (fixture, 0, "Ans Kramer");
  vsl_document_set_text (fixture->document, VSL_FIELD_LEAD, "“De dijk houdt”, zegt Ans Kramer.");
  panel = panel_fixture_show (fixture, "reviews");
  wait_for_button (panel, 0, "Promise a review");
  row = get_row (panel, 0);
  gtk_widget_activate_action (row, "review.step", "s", "sent");
  dialog = find_dialog (fixture);
  g_assert_nonnull (dialog);

  choose (dialog, "language_row", 0);
  dutch = dup_preview (dialog);
  g_assert_true (g_str_has_prefix (dutch, "Inzage"));
  choose (dialog, "language_row", 1);
  english = dup_preview (dialog);
  g_assert_true (g_str_has_prefix (english, "Review"));
  g_assert_nonnull (strstr (english, "De dijk houdt"));

  gtk_editable_set_text (GTK_EDITABLE (panel_part (dialog, "recipient_row")), "Persdienst");
  gtk_editable_set_text (GTK_EDITABLE (panel_part (dialog, "address_row")), "pers@kade.example");
  choose (dialog, "channel_row", 5);
  gtk_editable_set_text (GTK_EDITABLE (panel_part (dialog, "other_row")), "via de koerier");
  gtk_switch_set_active (GTK_SWITCH (panel_part (dialog, "due_switch")), FALSE);
  panel_click (panel_part (dialog, "sent_button"));
  wait_for_button (panel, 0, "Close the review");
  g_assert_null (find_dialog (fixture));

  article = vsl_document_dup_article (fixture->document);
  review = vsl_desk_find_review (fixture->desk, article, "Ans Kramer", NULL);
  sent = vsl_review_step_get_fields (vsl_review_get_sent (review));
  g_assert_cmpstr (sent->recipient, ==, "Persdienst");
  g_assert_cmpstr (sent->address, ==, "pers@kade.example");
  g_assert_cmpstr (sent->channel, ==, "via de koerier");
  g_assert_cmpint (sent->moment, ==, 0);
}

typedef struct
{
  GtkWidget *view;
  const char *words;
} WantedSentence;

static gboolean
says (gpointer data)
{
  WantedSentence *wanted = data;

  return gtk_widget_get_visible (wanted->view) &&
         g_str_has_prefix (gtk_label_get_label (GTK_LABEL (panel_part (wanted->view, "sentence"))),
                           wanted->words);
}

static void
wait_for_sentence (GtkWidget  *view,
                   const char *words)
{
  WantedSentence wanted = { view, words };

  panel_wait (says, &wanted);
}

/* What is done in turn, what the embargo says then, and whether it can be lifted and overridden. */
static const struct
{
  const char *press; /* (nullable) a part of the view */
  const char *reason; /* (nullable) given at the desk, to override it */
  const char *words;
  gboolean may_lift, may_override;
} embargoes[] = {
  { NULL, NULL, "This article is not", FALSE, FALSE },
  { "keep_button", NULL, "Under embargo until ", TRUE, TRUE },
  { NULL, "Het lag al op straat.", "The embargo until ", TRUE, FALSE },
  { "keep_button", NULL, "Under embargo until ", TRUE, TRUE },
  { "lift_button", NULL, "This article is not", FALSE, FALSE },
};

static void
test_embargo (PanelFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *panel = panel_fixture_show (fixture, "reviews");
  GtkWidget *view = panel_part (panel, "embargo");
  g_autoptr(GError) error = NULL;

  wait_for_sentence (view, embargoes[0].words);
  for (guint i = 0; i < G_N_ELEMENTS (embargoes); i++)
    {
      g_test_message ("%u", i);
      if (g_strcmp0 (embargoes[i].press, "keep_button") == 0)
        panel_click (panel_part (view, "set_button"));
      if (embargoes[i].press != NULL)
        panel_click (panel_part (view, embargoes[i].press));
      if (embargoes[i].reason != NULL)
        {
          g_assert_true (vsl_desk_override_embargo (fixture->desk,
                                                    vsl_document_get_id (fixture->document),
                                                    embargoes[i].reason, &error));
          gtk_widget_activate_action (panel, "reviews.reload", NULL);
        }
      wait_for_sentence (view, embargoes[i].words);
      g_assert_cmpint (gtk_widget_get_visible (panel_part (view, "lift_button")), ==,
                       embargoes[i].may_lift);
      g_assert_cmpint (gtk_widget_get_visible (panel_part (view, "override_button")), ==,
                       embargoes[i].may_override);
    }
}

/* The button that goes to the participants, in the panel without any, leaves their toggle alone. */
static void
test_toggles (PanelFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *first;

  panel_fixture_show (fixture, "participants");
  panel_fixture_show (fixture, "reviews");
  first = panel_find (fixture->inspector, GTK_TYPE_TOGGLE_BUTTON, 0);
  g_assert_nonnull (first);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (first)));
}

int
main (int    argc,
      char **argv)
{
  panel_fixture_init (&argc, &argv);

  g_test_add ("/reviews-panel/steps", PanelFixture, NULL, panel_fixture_set_up, test_steps,
              panel_fixture_tear_down);
  g_test_add ("/reviews-panel/changed", PanelFixture, NULL, panel_fixture_set_up, test_changed,
              panel_fixture_tear_down);

  g_test_add ("/reviews-panel/toggles", PanelFixture, NULL, panel_fixture_set_up, test_toggles,
              panel_fixture_tear_down);
  g_test_add ("/reviews-panel/sheet", PanelFixture, NULL, panel_fixture_set_up, test_sheet,
              panel_fixture_tear_down);
  g_test_add ("/reviews-panel/embargo", PanelFixture, NULL, panel_fixture_set_up, test_embargo,
              panel_fixture_tear_down);

  return g_test_run ();
}
