/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-editor-place.h"

/* How long a move of the cursor or of the page may wait before the document hears of it: far less
 * than the document waits with saving. */
#define TELL_MS 150

/* In how many frames the page must have come to where it was. A long text is laid out by and by. */
#define MAX_FRAMES 180

/**
 * VslEditorPlace:
 *
 * Where the person is in the article: the field with the cursor, what is selected in it, and what of
 * the text is in sight. Tells the document, which keeps it with the text, and brings it back when the
 * document is shown again, also after the program was killed.
 *
 * Owned by the editor, whose widgets outlive it. Main thread.
 */
struct _VslEditorPlace
{
  GObject         parent_instance;

  VslPage        *page;                /* (unowned) */
  GtkAdjustment  *scroll;              /* (owned) of the page */
  GtkTextView    *views[VSL_N_FIELDS]; /* (unowned) (nullable) */
  VslDocument    *document;            /* (owned) (nullable) */
  VslField        field;               /* the one the cursor moved in last */
  guint           tell_id;
  VslDocumentView wanted;              /* where to go */
  guint           tick_id;             /* on its way there */
  guint           n_frames;
};

G_DEFINE_FINAL_TYPE (VslEditorPlace, vsl_editor_place, G_TYPE_OBJECT)

static void
get_selection (VslEditorPlace *self,
               VslField        field,
               gint64         *cursor,
               gint64         *anchor)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->views[field]);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  *cursor = gtk_text_iter_get_offset (&iter);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_selection_bound (buffer));
  *anchor = gtk_text_iter_get_offset (&iter);
}

/* The first character of the body that is in sight. */
static gint64
get_top (VslEditorPlace *self)
{
  GtkTextView *body = self->views[VSL_FIELD_BODY];
  GdkRectangle rect;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (body, &rect);
  gtk_text_view_get_iter_at_location (body, &iter, rect.x, rect.y);

  return gtk_text_iter_get_offset (&iter);
}

static void
tell (VslEditorPlace *self)
{
  VslDocumentView view = { .field = self->field };

  g_clear_handle_id (&self->tell_id, g_source_remove);
  /* What is not drawn is nowhere, and who is on the way is not there yet. */
  if (self->document == NULL || self->tick_id != 0 ||
      !gtk_widget_get_realized (GTK_WIDGET (self->views[VSL_FIELD_BODY])))
    return;

  get_selection (self, self->field, &view.cursor, &view.anchor);
  view.top = get_top (self);
  vsl_document_set_view (self->document, &view);
}

static gboolean
tell_cb (gpointer data)
{
  VslEditorPlace *self = data;

  self->tell_id = 0;
  tell (self);

  return G_SOURCE_REMOVE;
}

static void
moved (VslEditorPlace *self)
{
  if (self->document != NULL && self->tick_id == 0 && self->tell_id == 0)
    self->tell_id = g_timeout_add (TELL_MS, tell_cb, self);
}

static void
scrolled_cb (VslEditorPlace *self)
{
  moved (self);
}

static void
cursor_moved_cb (VslEditorPlace *self,
                 GParamSpec     *pspec,
                 GtkTextBuffer  *buffer)
{
  for (VslField field = 0; field < VSL_N_FIELDS; field++)
    if (self->views[field] != NULL && gtk_text_view_get_buffer (self->views[field]) == buffer &&
        gtk_widget_has_focus (GTK_WIDGET (self->views[field])))
      self->field = field;

  moved (self);
}

static void
buffer_changed_cb (VslEditorPlace *self,
                   GParamSpec     *pspec,
                   GtkTextView    *view)
{
  g_signal_connect_object (gtk_text_view_get_buffer (view), "notify::cursor-position",
                           G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
}

static void
select_wanted (VslEditorPlace *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->views[self->wanted.field]);
  int length = gtk_text_buffer_get_char_count (buffer);
  GtkTextIter cursor, anchor;

  /* The text may be shorter now. */
  self->wanted.cursor = CLAMP (self->wanted.cursor, 0, length);
  self->wanted.anchor = CLAMP (self->wanted.anchor, 0, length);
  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, (int) self->wanted.cursor);
  gtk_text_buffer_get_iter_at_offset (buffer, &anchor, (int) self->wanted.anchor);
  gtk_text_buffer_select_range (buffer, &cursor, &anchor);
}

/* Whether somebody has gone elsewhere since: a search, or the person. */
static gboolean
is_overtaken (VslEditorPlace *self)
{
  gint64 cursor, anchor;

  get_selection (self, self->wanted.field, &cursor, &anchor);

  return cursor != self->wanted.cursor || anchor != self->wanted.anchor;
}

/* The head away first: from there on the page and the text in it move as one. */
static void
scroll_to_wanted (VslEditorPlace *self)
{
  GtkTextView *body = self->views[VSL_FIELD_BODY];
  int head = gtk_widget_get_height (vsl_page_get_head (self->page));
  GtkTextIter top;
  GdkRectangle line;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (body), &top, (int) self->wanted.top);
  gtk_text_view_get_iter_location (body, &top, &line);
  gtk_adjustment_set_value (self->scroll, head + line.y);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  VslEditorPlace *self = data;

  if (gtk_widget_get_height (widget) <= 0)
    return G_SOURCE_CONTINUE;
  if (++self->n_frames > MAX_FRAMES || is_overtaken (self) ||
      (self->n_frames > 2 && get_top (self) == self->wanted.top))
    {
      self->tick_id = 0;
      return G_SOURCE_REMOVE;
    }

  scroll_to_wanted (self);
  return G_SOURCE_CONTINUE;
}

static void
stop (VslEditorPlace *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->views[VSL_FIELD_BODY]), self->tick_id);
  self->tick_id = 0;
}

static void
vsl_editor_place_dispose (GObject *object)
{
  VslEditorPlace *self = VSL_EDITOR_PLACE (object);

  stop (self);
  g_clear_handle_id (&self->tell_id, g_source_remove);
  g_clear_object (&self->document);
  g_clear_object (&self->scroll);
  G_OBJECT_CLASS (vsl_editor_place_parent_class)->dispose (object);
}

static void
vsl_editor_place_class_init (VslEditorPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vsl_editor_place_dispose;
}

static void
vsl_editor_place_init (VslEditorPlace *self)
{
  self->field = VSL_FIELD_BODY;
}

/**
 * vsl_editor_place_new:
 * @page: the page, which outlives it
 * @scroll: the vertical adjustment of @page
 *
 * Returns: (transfer full): without fields; the body must be added before a document is set
 */
VslEditorPlace *
vsl_editor_place_new (VslPage       *page,
                      GtkAdjustment *scroll)
{
  VslEditorPlace *self = g_object_new (VSL_TYPE_EDITOR_PLACE, NULL);

  self->page = page;
  self->scroll = g_object_ref (scroll);
  g_signal_connect_object (scroll, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * vsl_editor_place_add:
 * @field: a field
 * @view: where it is written, which outlives @self; its buffer may become another one
 */
void
vsl_editor_place_add (VslEditorPlace *self,
                      VslField        field,
                      GtkTextView    *view)
{
  g_return_if_fail (VSL_IS_EDITOR_PLACE (self));
  g_return_if_fail (field < VSL_N_FIELDS);

  self->views[field] = view;
  g_signal_connect_object (view, "notify::buffer", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  buffer_changed_cb (self, NULL, view);
}

/**
 * vsl_editor_place_set_document:
 * @document: (nullable): what the views show now, or %NULL before they show something else
 *
 * Goes to where the person was in @document. The keyboard stays where it is.
 */
void
vsl_editor_place_set_document (VslEditorPlace *self,
                               VslDocument    *document)
{
  g_return_if_fail (VSL_IS_EDITOR_PLACE (self));

  tell (self);
  stop (self);
  g_set_object (&self->document, document);
  self->field = VSL_FIELD_BODY;
  if (document == NULL || !vsl_document_get_view (document, &self->wanted) ||
      self->wanted.field >= VSL_N_FIELDS || self->views[self->wanted.field] == NULL)
    return;

  self->field = self->wanted.field;
  select_wanted (self);
  self->n_frames = 0;
  if (self->wanted.top > 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->views[VSL_FIELD_BODY]), tick_cb,
                                                  self, NULL);
}

/**
 * vsl_editor_place_keep:
 *
 * Tells the document now, for who is about to save it for the last time.
 */
void
vsl_editor_place_keep (VslEditorPlace *self)
{
  g_return_if_fail (VSL_IS_EDITOR_PLACE (self));

  tell (self);
}

/**
 * vsl_editor_place_focus:
 *
 * Gives the keyboard to the field where the person was.
 */
void
vsl_editor_place_focus (VslEditorPlace *self)
{
  g_return_if_fail (VSL_IS_EDITOR_PLACE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->views[self->field]));
}
