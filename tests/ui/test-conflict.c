/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "window-fixture.h"

#include "desk/vsl-desk-outbox.h"
#include "desk/vsl-desk-private.h"
#include "store/vsl-store-outbox-history.h"
#include "store/vsl-store-snapshots.h"
#include "ui/vsl-banner.h"
#include "ui/vsl-conflict-dialog.h"
#include "ui/vsl-passage-choice.h"

#include <string.h>

/* The open article was changed by somebody else on its site: the banner, the comparison, and what comes of
 * each choice. */

#define THEIRS(one, two) \
  "<!-- wp:paragraph -->\n<p>De " one " haven.</p>\n<!-- /wp:paragraph -->\n\n" \
  "<!-- wp:paragraph -->\n<p>De " two " brug.</p>\n<!-- /wp:paragraph -->"

static VslConflictDialog *
find_dialog (void)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  guint i;

  for (i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GObject) window = g_list_model_get_item (windows, i);

      if (VSL_IS_CONFLICT_DIALOG (window))
        return VSL_CONFLICT_DIALOG (window);
    }

  return NULL;
}

static GtkWidget *
part (const char *name)
{
  return panel_part (GTK_WIDGET (find_dialog ()), name);
}

static void
set_body (WindowFixture *fixture,
          const char    *body)
{
  GtkTextBuffer *buffer =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (window_fixture_field (fixture, "body_view")));

  gtk_text_buffer_set_text (buffer, body, -1);
}

static gboolean
is_saved (gpointer data)
{
  return !vsl_document_get_dirty (vsl_window_get_document (((WindowFixture *) data)->window));
}

static const char *
get_banner (WindowFixture *fixture)
{
  return vsl_banner_get_message (VSL_BANNER (window_fixture_part (fixture, "conflict_banner")));
}

static gboolean
has_banner (gpointer data)
{
  return get_banner (data) != NULL;
}

static gboolean
has_no_banner (gpointer data)
{
  return get_banner (data) == NULL;
}

static gboolean
is_read (gpointer data)
{
  return find_dialog () != NULL &&
         g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (part ("stack"))), "loading") != 0;
}

static gboolean
is_closed (gpointer data)
{
  return find_dialog () == NULL;
}

static char *
dup_shown (void)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (part ("view")));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* The article was sent as “De oude haven.” and “De oude brug.”, and reads as @ours now. */
static void
make_conflict (WindowFixture *fixture,
               const char    *ours,
               const char    *format,
               const char    *theirs)
{
  const char *id = vsl_document_get_id (vsl_window_get_document (fixture->window));
  VslStore *store = fixture->desk->store;
  VslOutboxPlan plan = { 0 };
  g_autoptr(VslSnapshot) base = NULL;
  g_autoptr(VslRemoteCopy) copy = NULL;
  g_autoptr(VslOutboxRow) bare = NULL;
  g_autoptr(VslOutboxRow) row = NULL;
  g_autoptr(VslOutboxRow) stored = NULL;
  g_autoptr(VslRemoteText) text = vsl_remote_text_new ("", "", theirs, format, "hunne", 1);
  g_autoptr(GError) error = NULL;

  set_body (fixture, "De oude haven.\n\nDe oude brug.");
  vsl_document_save_async (vsl_window_get_document (fixture->window), NULL, NULL);
  panel_wait (is_saved, fixture);
  base = vsl_store_add_snapshot (store, id, VSL_SNAPSHOT_BEFORE_PUBLISH, NULL, 1, &error);
  g_assert_no_error (error);
  set_body (fixture, ours);
  vsl_document_save_async (vsl_window_get_document (fixture->window), NULL, NULL);
  panel_wait (is_saved, fixture);

  plan.base_snapshot = vsl_snapshot_get_number (base);
  copy = vsl_remote_copy_new ("1", "t", VSL_REMOTE_PUBLISH, "https://example.org/", NULL, NULL, NULL, "onze");
  bare = vsl_outbox_row_new (0, id, "local", "", VSL_OUTBOX_CONFLICT, 1, VSL_REMOTE_PUBLISH, 0, copy, NULL, 0);
  row = vsl_outbox_row_new_with_plan (bare, &plan);
  stored = vsl_store_record_outbox_row (store, row, VSL_OUTBOX_WHAT_CONFLICT, NULL, 1, &error);
  g_assert_no_error (error);
  vsl_store_save_theirs (store, vsl_outbox_row_get_row_id (stored), text, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (fixture->desk->publisher, "changed", id);
  panel_wait (has_banner, fixture);
}

static void
open_dialog (WindowFixture *fixture)
{
  const char *id = vsl_document_get_id (vsl_window_get_document (fixture->window));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.compare-copy", "(ss)", id, "local");
  panel_wait (is_read, NULL);
}

static void
choose (const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), action, NULL);
  panel_wait (is_closed, NULL);
}

/* Words of both go together; the banner goes when it is settled. */
static void
test_merge (WindowFixture *fixture,
            gconstpointer  data)
{
  g_autofree char *differences = NULL;
  g_autofree char *body = NULL;

  make_conflict (fixture, "De nieuwe haven.\n\nDe oude brug.", "blocks", THEIRS ("oude", "lange"));
  open_dialog (fixture);
  differences = dup_shown ();
  g_assert_nonnull (strstr (differences, "De nieuweoude haven."));
  g_assert_nonnull (strstr (differences, "De oudelange brug."));
  choose ("conflict.merge");
  panel_wait (has_no_banner, fixture);
  body = window_fixture_dup_body (fixture);
  g_assert_cmpstr (body, ==, "De nieuwe haven.\n\nDe lange brug.");
}

static void
test_theirs (WindowFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *body = NULL;

  make_conflict (fixture, "De nieuwe haven.\n\nDe oude brug.", "blocks", THEIRS ("oude", "lange"));
  open_dialog (fixture);
  choose ("conflict.take-theirs");
  panel_wait (has_no_banner, fixture);
  body = window_fixture_dup_body (fixture);
  g_assert_cmpstr (body, ==, "De oude haven.\n\nDe lange brug.");
}

/* Nothing was written here: there is only one thing to do. */
static void
test_fetch (WindowFixture *fixture,
            gconstpointer  data)
{
  make_conflict (fixture, "De oude haven.\n\nDe oude brug.", "blocks", THEIRS ("oude", "lange"));
  open_dialog (fixture);
  g_assert_false (gtk_widget_get_visible (part ("merge_choice")));
  g_assert_true (gtk_widget_has_css_class (part ("theirs_choice"), "suggested-action"));
}

/* A passage that both changed is chosen before anything is merged. */
static void
test_passage (WindowFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *choice;
  g_autofree char *body = NULL;

  make_conflict (fixture, "De nieuwe haven.\n\nDe oude brug.", "blocks", THEIRS ("diepe", "oude"));
  open_dialog (fixture);
  gtk_widget_activate_action (GTK_WIDGET (find_dialog ()), "conflict.merge", NULL);
  g_assert_nonnull (find_dialog ());
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (part ("merged_button"))));
  choice = panel_find (GTK_WIDGET (find_dialog ()), VSL_TYPE_PASSAGE_CHOICE, 0);
  g_assert_nonnull (choice);
  g_assert_null (panel_find (GTK_WIDGET (find_dialog ()), VSL_TYPE_PASSAGE_CHOICE, 1));
  vsl_passage_choice_set_keep (VSL_PASSAGE_CHOICE (choice), VSL_KEEP_THEIRS);
  choose ("conflict.merge");
  body = window_fixture_dup_body (fixture);
  g_assert_cmpstr (body, ==, "De diepe haven.\n\nDe oude brug.");
}

static gboolean
shows_writing (gpointer data)
{
  g_autofree char *shown = dup_shown ();

  return strstr (shown, "zeer") != NULL;
}

/* The article is written in while it is compared: the comparison follows, and nothing is lost. */
static void
test_writing (WindowFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *body = NULL;

  make_conflict (fixture, "De nieuwe haven.\n\nDe oude brug.", "blocks", THEIRS ("oude", "lange"));
  open_dialog (fixture);
  set_body (fixture, "De zeer nieuwe haven.\n\nDe oude brug.");
  panel_wait (shows_writing, NULL);
  choose ("conflict.merge");
  body = window_fixture_dup_body (fixture);
  g_assert_cmpstr (body, ==, "De zeer nieuwe haven.\n\nDe lange brug.");
}

/* What cannot be read back can be read and copied, and ours can go there. */
static void
test_unread (WindowFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *shown = NULL;

  make_conflict (fixture, "De nieuwe haven.\n\nDe oude brug.", "rook", "Geen bekende vorm.");
  open_dialog (fixture);
  shown = dup_shown ();
  g_assert_nonnull (strstr (shown, "Geen bekende vorm."));
  g_assert_nonnull (vsl_banner_get_message (VSL_BANNER (part ("banner"))));
  g_assert_false (gtk_widget_get_sensitive (part ("theirs_choice")));
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
}

#define add_test(path, func) \
  g_test_add (path, WindowFixture, NULL, window_fixture_set_up, func, window_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  window_fixture_init (&argc, &argv);

  add_test ("/conflict/merge", test_merge);
  add_test ("/conflict/theirs", test_theirs);
  add_test ("/conflict/fetch", test_fetch);
  add_test ("/conflict/passage", test_passage);
  add_test ("/conflict/writing", test_writing);
  add_test ("/conflict/unread", test_unread);

  return g_test_run ();
}
