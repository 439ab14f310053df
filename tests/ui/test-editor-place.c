/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "window-fixture.h"

#include <gtksourceview/gtksource.h>

/* Where the person was in an article is where the person is when it is shown again. */

typedef struct
{
  const char *name;
  const char *view; /* the field, by the id of its view */
  VslField field;
  int cursor;       /* characters */
  int anchor;
  int top;          /* characters; 0 for the beginning of the page */
} PlaceCase;

static const PlaceCase cases[] = {
  { "body/cursor", "body_view", VSL_FIELD_BODY, 400, 400, 0 },
  { "body/selection", "body_view", VSL_FIELD_BODY, 420, 400, 0 },
  { "body/scrolled", "body_view", VSL_FIELD_BODY, 12400, 12400, 12000 },
  { "body/cursor-out-of-sight", "body_view", VSL_FIELD_BODY, 12, 12, 20000 },
  { "headline", "headline_view", VSL_FIELD_HEADLINE, 3, 3, 0 },
};

/* Of 24 KB, in paragraphs of one line that each tell their place. */
static char *
make_body (void)
{
  GString *body = g_string_new (NULL);

  while (body->len < 24000)
    g_string_append_printf (body, "Alinea op plaats %06u.\n\n", (guint) body->len);

  return g_string_free (body, FALSE);
}

static GtkTextView *
find_view (WindowFixture *fixture,
           const char    *name)
{
  return GTK_TEXT_VIEW (window_fixture_field (fixture, name));
}

static int
get_top (WindowFixture *fixture)
{
  GtkTextView *body = find_view (fixture, "body_view");
  GdkRectangle rect;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (body, &rect);
  gtk_text_view_get_iter_at_location (body, &iter, rect.x, rect.y);

  return gtk_text_iter_get_offset (&iter);
}

typedef struct
{
  WindowFixture *fixture;
  const PlaceCase *test;
  int top;
} Wanted;

static gboolean
is_at_top (gpointer data)
{
  Wanted *wanted = data;
  int top = get_top (wanted->fixture);

  if (ABS (top - wanted->top) >= 100)
    g_test_message ("the text begins at %d, not at %d", top, wanted->top);

  return ABS (top - wanted->top) < 100;
}

/* The document has heard where the person is. */
static gboolean
is_told (gpointer data)
{
  Wanted *wanted = data;
  VslDocumentView view;

  return vsl_document_get_view (vsl_window_get_document (wanted->fixture->window), &view) &&
         view.field == wanted->test->field && view.cursor == wanted->test->cursor &&
         view.anchor == wanted->test->anchor && ABS (view.top - wanted->top) < 100;
}

static void
go_to (Wanted *wanted)
{
  const PlaceCase *test = wanted->test;
  GtkTextView *view = find_view (wanted->fixture, test->view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter cursor, anchor;

  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, test->cursor);
  gtk_text_buffer_get_iter_at_offset (buffer, &anchor, test->anchor);
  gtk_text_buffer_select_range (buffer, &cursor, &anchor);
}

/* A long text is laid out by and by, so once may not be enough. */
static gboolean
scroll (gpointer data)
{
  Wanted *wanted = data;
  GtkTextView *body = find_view (wanted->fixture, "body_view");
  GtkTextMark *mark = gtk_text_buffer_get_mark (gtk_text_view_get_buffer (body), "top");
  GtkTextIter top;

  if (wanted->top == 0 || is_at_top (wanted))
    return TRUE;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (body), &top, wanted->top);
  gtk_text_buffer_move_mark (gtk_text_view_get_buffer (body), mark, &top);
  gtk_text_view_scroll_to_mark (body, mark, 0, TRUE, 0, 0);

  return FALSE;
}

static void
test_place (WindowFixture *fixture,
            gconstpointer  data)
{
  const PlaceCase *test = data;
  Wanted wanted = { fixture, test, test->top };
  VslDocument *document = vsl_window_get_document (fixture->window);
  g_autofree char *id = g_strdup (vsl_document_get_id (document));
  g_autofree char *body = make_body ();
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  vsl_document_set_text (document, VSL_FIELD_HEADLINE, "Kop van het stuk");
  vsl_document_set_text (document, VSL_FIELD_BODY, body);
  buffer = gtk_text_view_get_buffer (find_view (fixture, "body_view"));
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_create_mark (buffer, "top", &start, TRUE);
  go_to (&wanted);
  panel_wait (scroll, &wanted);
  panel_wait (is_told, &wanted);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new", NULL);
  g_assert_cmpint (get_top (fixture), ==, 0);
  g_assert_true (vsl_window_open_article (fixture->window, id));
  buffer = gtk_text_view_get_buffer (find_view (fixture, test->view));
  gtk_text_buffer_get_iter_at_mark (buffer, &end, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_selection_bound (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, test->cursor);
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, test->anchor);
  panel_wait (is_at_top, &wanted);
}

/* The keyboard goes where it was only when the program starts. */
static void
test_restore (WindowFixture *fixture,
              gconstpointer  data)
{
  VslDocument *document = vsl_window_get_document (fixture->window);
  Wanted wanted = { fixture, &cases[G_N_ELEMENTS (cases) - 1], 0 };
  g_autofree char *id = g_strdup (vsl_document_get_id (document));

  vsl_document_set_text (document, VSL_FIELD_HEADLINE, "Kop van het stuk");
  go_to (&wanted);
  panel_wait (is_told, &wanted);
  vsl_window_set_desk (fixture->window, NULL);
  vsl_window_set_desk (fixture->window, fixture->desk);
  vsl_window_restore (fixture->window);
  g_assert_cmpstr (vsl_document_get_id (vsl_window_get_document (fixture->window)), ==, id);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) ==
                 window_fixture_field (fixture, "headline_view"));
}

int
main (int   argc,
      char *argv[])
{
  window_fixture_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/editor-place/", cases[i].name, NULL);

      g_test_add (path, WindowFixture, &cases[i], window_fixture_set_up, test_place,
                  window_fixture_tear_down);
    }
  g_test_add ("/editor-place/restore", WindowFixture, NULL, window_fixture_set_up, test_restore,
              window_fixture_tear_down);

  return g_test_run ();
}
