/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "panel-fixture.h"

#include "desk/vsl-desk-outbox.h"
#include "desk/vsl-desk-private.h"
#include "ui/vsl-outbox-dialog.h"
#include "ui/vsl-outbox-history.h"
#include "ui/vsl-outbox-item.h"

/* What a row of the outbox offers, by how it stands. The buttons in their order: try now, compare, look on
 * the site, take out. */
static const struct
{
  const char     *name;
  VslOutboxState  state;
  VslOutboxWhat   what;
  gboolean        later;  /* tried again by itself */
  gboolean        copy;   /* there is something on the site */
  const char     *reason; /* (nullable) */
  const char     *start;  /* of what is said below the headline */
  gboolean        retry, compare, look, discard; /* can be pressed */
} rows[] = {
  { "waiting", VSL_OUTBOX_QUEUED, VSL_OUTBOX_WHAT_QUEUED, FALSE, FALSE, NULL, "local · Waits to be sent",
    TRUE, FALSE, FALSE, TRUE },
  { "back-off", VSL_OUTBOX_QUEUED, VSL_OUTBOX_WHAT_WAITING, TRUE, FALSE, "The site was down.",
    "local · Waits to be sent · again ", TRUE, FALSE, FALSE, TRUE },
  { "sending", VSL_OUTBOX_SENDING, VSL_OUTBOX_WHAT_SENDING, FALSE, TRUE, NULL, "local · On its way",
    FALSE, FALSE, TRUE, FALSE },
  { "in-doubt", VSL_OUTBOX_IN_DOUBT, VSL_OUTBOX_WHAT_IN_DOUBT, TRUE, FALSE, "No answer came.",
    "local · Not certain", TRUE, FALSE, FALSE, TRUE },
  { "conflict", VSL_OUTBOX_CONFLICT, VSL_OUTBOX_WHAT_CONFLICT, FALSE, TRUE, "Somebody was there <first>.",
    "local · Conflict", FALSE, TRUE, TRUE, TRUE },
  { "blocked", VSL_OUTBOX_BLOCKED, VSL_OUTBOX_WHAT_BLOCKED, FALSE, FALSE, "It was refused.",
    "local · Not accepted", TRUE, FALSE, FALSE, TRUE },
};

static const char *
get_page (GtkWidget *dialog)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (panel_part (dialog, "stack")));
}

static gboolean
shows_rows (gpointer data)
{
  return g_str_equal (get_page (data), "rows");
}

static gboolean
shows_nothing (gpointer data)
{
  return g_str_equal (get_page (data), "empty");
}

static void
record (PanelFixture *fixture,
        guint         i)
{
  g_autoptr(VslRemoteCopy) copy = vsl_remote_copy_new ("7", "token", VSL_REMOTE_DRAFT, NULL,
                                                       "https://krant.example/7", NULL, NULL, NULL);
  g_autoptr(VslOutboxRow) bare = NULL;
  g_autoptr(VslOutboxRow) row = NULL;
  g_autoptr(VslOutboxRow) stored = NULL;
  g_autoptr(GError) error = NULL;
  const char *id = vsl_document_get_id (fixture->document);
  VslOutboxPlan plan = { .next_at = rows[i].later ? g_get_real_time () + G_TIME_SPAN_DAY : 0 };

  bare = vsl_outbox_row_new (0, id, "local", "", rows[i].state, 1, VSL_REMOTE_DRAFT, 0,
                             rows[i].copy ? copy : NULL, rows[i].reason, 0);
  row = vsl_outbox_row_new_with_plan (bare, &plan);
  stored = vsl_store_record_outbox_row (fixture->desk->store, row, rows[i].what, "busy",
                                        g_get_real_time (), &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (fixture->desk->publisher, "changed", id);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (vsl_document_save_finish (VSL_DOCUMENT (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
save_article (PanelFixture *fixture)
{
  gboolean saved = FALSE;

  vsl_document_set_text (fixture->document, VSL_FIELD_HEADLINE, "De dijk & het water");
  vsl_document_save_async (fixture->document, saved_cb, &saved);
  panel_wait (is_true, &saved);
}

static GtkWidget *
open_dialog (PanelFixture *fixture)
{
  GtkWidget *dialog = vsl_outbox_dialog_new (fixture->desk, GTK_WINDOW (fixture->window));

  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}

static GtkWidget *
find_button (GtkWidget  *item,
             const char *tooltip)
{
  GtkWidget *button;

  for (guint i = 0; (button = panel_find (item, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_tooltip_text (button), tooltip) == 0)
      return button;

  g_assert_not_reached ();
}

static void
assert_offered (GtkWidget  *item,
                const char *tooltip,
                gboolean    offered)
{
  GtkWidget *button = find_button (item, tooltip);

  g_assert_cmpint (gtk_widget_get_visible (button) && gtk_widget_get_sensitive (button), ==, offered);
}

static gboolean
has_headline (gpointer data)
{
  return g_strcmp0 (adw_preferences_row_get_title (data), "De dijk &amp; het water") == 0;
}

static gboolean
has_history (gpointer data)
{
  return panel_find (data, GTK_TYPE_LIST_BOX_ROW, 0) != NULL;
}

/* (not nullable) The row that tells why. */
static GtkWidget *
find_reason (GtkWidget  *item,
             const char *reason)
{
  g_autofree char *markup = g_markup_escape_text (reason, -1);
  GtkWidget *row;

  for (guint i = 0; (row = panel_find (item, ADW_TYPE_ACTION_ROW, i)) != NULL; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), markup) == 0)
      return row;

  g_assert_not_reached ();
}

static void
test_row (PanelFixture  *fixture,
          gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  GtkWidget *dialog, *item, *history;

  save_article (fixture);
  record (fixture, i);
  dialog = open_dialog (fixture);
  panel_wait (shows_rows, dialog);
  item = panel_find (panel_part (dialog, "list"), VSL_TYPE_OUTBOX_ITEM, 0);
  panel_wait (has_headline, item);
  g_assert_true (g_str_has_prefix (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (item)), rows[i].start));
  assert_offered (item, "Try now", rows[i].retry);
  assert_offered (item, "Compare both versions", rows[i].compare);
  assert_offered (item, "Look on the site", rows[i].look);
  assert_offered (item, "Take out of the outbox", rows[i].discard);
  if (rows[i].reason != NULL)
    g_assert_true (gtk_widget_get_visible (find_reason (item, rows[i].reason)));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (item), TRUE);
  history = panel_find (item, VSL_TYPE_OUTBOX_HISTORY, 0);
  panel_wait (has_history, history);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

typedef struct
{
  GtkWidget  *item;
  const char *start;
} Sentence;

static gboolean
says (gpointer data)
{
  Sentence *sentence = data;

  return g_str_has_prefix (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (sentence->item)), sentence->start);
}

/* While the row changes, the same widget shows it: what was opened stays so. */
static void
test_stays (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *dialog, *item;
  Sentence sentence = { NULL, "local · Not certain" };

  save_article (fixture);
  record (fixture, 0);
  dialog = open_dialog (fixture);
  panel_wait (shows_rows, dialog);
  item = panel_find (panel_part (dialog, "list"), VSL_TYPE_OUTBOX_ITEM, 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (item), TRUE);
  record (fixture, 3);
  sentence.item = item;
  panel_wait (says, &sentence);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (item)));
  g_assert_true (panel_find (panel_part (dialog, "list"), VSL_TYPE_OUTBOX_ITEM, 0) == item);
  gtk_window_destroy (GTK_WINDOW (dialog));
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

/* Taking out asks first; then nothing waits any more. */
static void
test_discard (PanelFixture  *fixture,
              gconstpointer  data)
{
  GtkWidget *dialog, *item;

  save_article (fixture);
  record (fixture, 2);
  record (fixture, 4);
  dialog = open_dialog (fixture);
  panel_wait (shows_rows, dialog);
  item = panel_find (panel_part (dialog, "list"), VSL_TYPE_OUTBOX_ITEM, 0);
  panel_wait (has_headline, item);
  panel_click (find_button (item, "Take out of the outbox"));
  g_assert_cmpstr (adw_message_dialog_get_heading (find_question ()), ==,
                   "Take “De dijk & het water” Out of the Outbox?");
  adw_message_dialog_response (find_question (), "discard");
  panel_wait (shows_nothing, dialog);
  g_assert_false (gtk_widget_get_sensitive (panel_part (dialog, "send_button")));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What failed is tried again, and goes when it succeeds: the site is a folder, which does. */
static void
test_retry (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *dialog, *item;

  vsl_document_set_text (fixture->document, VSL_FIELD_BODY, "Het water stijgt.");
  save_article (fixture);
  record (fixture, 5);
  dialog = open_dialog (fixture);
  panel_wait (shows_rows, dialog);
  item = panel_find (panel_part (dialog, "list"), VSL_TYPE_OUTBOX_ITEM, 0);
  panel_click (find_button (item, "Try now"));
  panel_wait (shows_nothing, dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_empty (PanelFixture  *fixture,
            gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture);

  g_assert_cmpstr (get_page (dialog), ==, "empty");
  g_assert_false (gtk_widget_get_sensitive (panel_part (dialog, "send_button")));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

#define ADD(path, test) \
  g_test_add (path, PanelFixture, NULL, panel_fixture_set_up, test, panel_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  panel_fixture_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/outbox-dialog/row/", rows[i].name, NULL);

      g_test_add (path, PanelFixture, GUINT_TO_POINTER (i), panel_fixture_set_up, test_row,
                  panel_fixture_tear_down);
    }
  ADD ("/outbox-dialog/stays", test_stays);
  ADD ("/outbox-dialog/discard", test_discard);
  ADD ("/outbox-dialog/retry", test_retry);
  ADD ("/outbox-dialog/empty", test_empty);

  return g_test_run ();
}
