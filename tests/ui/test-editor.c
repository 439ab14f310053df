/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "window-fixture.h"

#include "ui/vsl-field-view.h"
#include "ui/vsl-source-buffer.h"

#include <gtksourceview/gtksource.h>

#include <glib/gi18n.h>

typedef struct
{
  WindowFixture *fixture;
  const char    *expected;
} Expectation;

static gboolean
body_is (gpointer data)
{
  Expectation *expectation = data;
  g_autofree char *body = window_fixture_dup_body (expectation->fixture);

  if (!g_str_equal (body, expectation->expected))
    g_test_message ("the text is now: %s", body);

  return g_str_equal (body, expectation->expected);
}

static void
wait_for_body (WindowFixture *fixture,
               const char    *expected)
{
  panel_wait (body_is, &(Expectation) { fixture, expected });
}

static gboolean
is_saved (gpointer data)
{
  return vsl_document_get_save_state (data) == VSL_SAVE_SAVED;
}

typedef struct
{
  const char *view;
  VslField    field;
} Field;

static const Field fields[] = {
  { "kicker_view", VSL_FIELD_KICKER },
  { "headline_view", VSL_FIELD_HEADLINE },
  { "lead_view", VSL_FIELD_LEAD },
  { "byline_view", VSL_FIELD_BYLINE },
  { "credit_view", VSL_FIELD_CREDIT },
};

/* What is written in a field is in the document, and the other way round. */
static void
test_fields (WindowFixture *fixture,
             gconstpointer  data)
{
  VslDocument *document = vsl_window_get_document (fixture->window);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      VslFieldView *view = VSL_FIELD_VIEW (window_fixture_field (fixture, fields[i].view));
      const char *name = vsl_field_get_name (fields[i].field);
      g_autofree char *back = g_strconcat (name, " terug", NULL);

      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), name, -1);
      g_assert_cmpstr (vsl_document_get_text (document, fields[i].field), ==, name);
      vsl_document_set_text (document, fields[i].field, back);
      g_assert_cmpstr (vsl_field_view_get_text (view), ==, back);
    }
}

/* A field that changes elsewhere takes neither the keyboard nor the cursor. */
static void
test_change_elsewhere (WindowFixture *fixture,
                       gconstpointer  data)
{
  VslDocument *document = vsl_window_get_document (fixture->window);
  GtkWidget *body = window_fixture_field (fixture, "body_view");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (body));
  GtkTextBuffer *headline =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (window_fixture_field (fixture, "headline_view")));
  GtkTextIter cursor;

  vsl_document_set_text (document, VSL_FIELD_HEADLINE, "De brug blijft open");
  gtk_text_buffer_get_iter_at_offset (headline, &cursor, 3);
  gtk_text_buffer_place_cursor (headline, &cursor);
  gtk_widget_grab_focus (body);
  vsl_document_set_text (document, VSL_FIELD_HEADLINE, "De brug gaat dicht");
  gtk_text_buffer_get_iter_at_mark (headline, &cursor, gtk_text_buffer_get_insert (headline));
  g_assert_cmpint (gtk_text_iter_get_offset (&cursor), ==, 3);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == body);

  vsl_text_source_set_text (VSL_TEXT_SOURCE (buffer), "een twee");
  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, 8);
  gtk_text_buffer_place_cursor (buffer, &cursor);
  vsl_text_source_set_text (VSL_TEXT_SOURCE (buffer), "een en twee");
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&cursor), ==, 11);
}

static void
test_no_line_breaks (WindowFixture *fixture,
                     gconstpointer  data)
{
  VslFieldView *view = VSL_FIELD_VIEW (window_fixture_field (fixture, "lead_view"));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                                    "een\ntwee\r\ndrie\n", -1);
  g_assert_cmpstr (vsl_field_view_get_text (view), ==, "een twee drie");
}

/* From the headline down with Enter, and what is typed is saved by itself. */
static void
test_typing (WindowFixture *fixture,
             gconstpointer  data)
{
  VslDocument *document = vsl_window_get_document (fixture->window);
  g_autofree char *id = g_strdup (vsl_document_get_id (document));
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(GError) error = NULL;

  window_fixture_type (fixture, "Kop");
  window_fixture_press (fixture, "Return");
  window_fixture_type (fixture, "Intro");
  window_fixture_press (fixture, "Return");
  window_fixture_press (fixture, "Return");
  window_fixture_press (fixture, "Return");
  window_fixture_type (fixture, "Tekst");
  wait_for_body (fixture, "Tekst");
  g_assert_cmpstr (vsl_document_get_text (document, VSL_FIELD_HEADLINE), ==, "Kop");
  g_assert_cmpstr (vsl_document_get_text (document, VSL_FIELD_LEAD), ==, "Intro");
  panel_wait (is_saved, document);

  stored = vsl_desk_load_article (fixture->desk, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_article_get_text (stored, VSL_FIELD_BODY), ==, "Tekst");
}

static void
test_save_state (WindowFixture *fixture,
                 gconstpointer  data)
{
  VslDocument *document = vsl_window_get_document (fixture->window);
  GtkWidget *line = window_fixture_field (fixture, "status_line");
  GtkLabel *label = GTK_LABEL (panel_part (line, "save_label"));

  panel_wait (is_saved, document);
  vsl_document_set_text (document, VSL_FIELD_HEADLINE, "Nieuw");
  g_assert_cmpint (vsl_document_get_save_state (document), ==, VSL_SAVE_PENDING);
  g_assert_cmpstr (gtk_label_get_label (label), ==, C_("state of an article", "Saving…"));
  panel_wait (is_saved, document);
  g_assert_cmpstr (gtk_label_get_label (label), ==, C_("state of an article", "Saved"));
}

static void
test_smart_quotes (WindowFixture *fixture,
                   gconstpointer  data)
{
  gtk_widget_grab_focus (window_fixture_field (fixture, "body_view"));
  window_fixture_type (fixture, "\"Ja\", 's avonds");
  wait_for_body (fixture, "“Ja”, ’s avonds");
  window_fixture_type (fixture, " \"");
  wait_for_body (fixture, "“Ja”, ’s avonds “");
  window_fixture_press (fixture, "ctrl+z");
  wait_for_body (fixture, "“Ja”, ’s avonds \"");
}

static void
test_no_smart_quotes (WindowFixture *fixture,
                      gconstpointer  data)
{
  GtkWidget *editor = window_fixture_part (fixture, "editor");

  gtk_widget_grab_focus (window_fixture_field (fixture, "body_view"));
  window_fixture_type (fixture, "```");
  window_fixture_press (fixture, "Return");
  window_fixture_type (fixture, "\"");
  wait_for_body (fixture, "```\n\"");
  window_fixture_press (fixture, "BackSpace");
  window_fixture_press (fixture, "BackSpace");
  g_object_set (editor, "smart-quotes", FALSE, NULL);
  window_fixture_press (fixture, "ctrl+a");
  window_fixture_type (fixture, "\"ja\"");
  wait_for_body (fixture, "\"ja\"");
  g_object_set (editor, "smart-quotes", TRUE, NULL);
}

static void
test_bold (WindowFixture *fixture,
           gconstpointer  data)
{
  gtk_widget_grab_focus (window_fixture_field (fixture, "body_view"));
  window_fixture_type (fixture, "brug");
  window_fixture_press (fixture, "ctrl+b");
  wait_for_body (fixture, "**brug**");
  window_fixture_press (fixture, "ctrl+alt+2");
  wait_for_body (fixture, "## **brug**");
}

/* Formatting of another program stays there. */
static void
test_paste (WindowFixture *fixture,
            gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));

  gdk_clipboard_set_text (clipboard, "een\r\ntwee");
  gtk_widget_grab_focus (window_fixture_field (fixture, "body_view"));
  window_fixture_press (fixture, "ctrl+v");
  wait_for_body (fixture, "een\ntwee");
}

static void
test_source (void)
{
  g_autoptr(VslSourceBuffer) buffer = vsl_source_buffer_new ();
  g_autofree char *text = NULL;
  guint changes = 0;

  vsl_text_source_set_text (VSL_TEXT_SOURCE (buffer), "# Kop\n\nTekst");
  g_assert_false (gtk_text_buffer_get_can_undo (GTK_TEXT_BUFFER (buffer)));
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (g_atomic_int_inc), &changes);
  vsl_text_source_set_text (VSL_TEXT_SOURCE (buffer), "# Kop\n\nTekst erbij");
  g_assert_cmpuint (changes, >, 0);
  g_assert_true (gtk_text_buffer_get_can_undo (GTK_TEXT_BUFFER (buffer)));
  text = vsl_text_source_dup_text (VSL_TEXT_SOURCE (buffer));
  g_assert_cmpstr (text, ==, "# Kop\n\nTekst erbij");
}

/* The language of the text and both schemes are found, installed or not. */
static void
test_highlighting (void)
{
  g_autoptr(VslSourceBuffer) buffer = vsl_source_buffer_new ();
  GtkSourceStyleScheme *scheme;
  GtkTextIter start, end;

  g_assert_nonnull (gtk_source_buffer_get_language (GTK_SOURCE_BUFFER (buffer)));
  for (guint dark = 0; dark < 2; dark++)
    {
      vsl_source_buffer_set_dark (buffer, dark == 1);
      scheme = gtk_source_buffer_get_style_scheme (GTK_SOURCE_BUFFER (buffer));
      g_assert_nonnull (scheme);
      g_assert_cmpstr (gtk_source_style_scheme_get_id (scheme), ==,
                       dark == 1 ? "verslag-dark" : "verslag");
    }

  vsl_text_source_set_text (VSL_TEXT_SOURCE (buffer), "tekst `code` tekst");
  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
  gtk_source_buffer_ensure_highlight (GTK_SOURCE_BUFFER (buffer), &start, &end);
  gtk_text_iter_set_offset (&start, 8);
  g_assert_true (gtk_source_buffer_iter_has_context_class (GTK_SOURCE_BUFFER (buffer), &start,
                                                           "no-spell-check"));
  gtk_text_iter_set_offset (&start, 2);
  g_assert_false (gtk_source_buffer_iter_has_context_class (GTK_SOURCE_BUFFER (buffer), &start,
                                                            "no-spell-check"));
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
  add ("/editor/fields", test_fields);
  add ("/editor/change-elsewhere", test_change_elsewhere);
  add ("/editor/no-line-breaks", test_no_line_breaks);
  add ("/editor/typing", test_typing);
  add ("/editor/save-state", test_save_state);
  add ("/editor/smart-quotes", test_smart_quotes);
  add ("/editor/no-smart-quotes", test_no_smart_quotes);
  add ("/editor/bold", test_bold);
  add ("/editor/paste", test_paste);
  g_test_add_func ("/source-buffer/text", test_source);
  g_test_add_func ("/source-buffer/highlighting", test_highlighting);

  return g_test_run ();
}
