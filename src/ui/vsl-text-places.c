/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-text-places.h"

/**
 * VslTextPlaces:
 *
 * The views in which the fields of an article are written: tells the checks where the cursor is, and
 * goes to the places that they found. Main thread.
 */
struct _VslTextPlaces
{
  GObject         parent_instance;

  GtkTextView    *views[VSL_N_FIELDS]; /* (unowned) (nullable) they outlive this */
  VslCheckRunner *runner;              /* (owned) (nullable) */
  VslField        field;               /* the one the cursor moved in last */
  guint           told_id;
};

G_DEFINE_FINAL_TYPE (VslTextPlaces, vsl_text_places, G_TYPE_OBJECT)

static void
tell_cb (gpointer data)
{
  VslTextPlaces *self = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->views[self->field]);
  GtkTextIter cursor;

  self->told_id = 0;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  if (self->runner != NULL)
    vsl_check_runner_set_cursor (self->runner, self->field,
                                 (gsize) gtk_text_iter_get_offset (&cursor));
}

/* Once for any number of keystrokes, and behind what they draw. */
static void
cursor_moved_cb (VslTextPlaces *self,
                 GParamSpec    *pspec,
                 GtkTextBuffer *buffer)
{
  for (VslField field = 0; field < VSL_N_FIELDS; field++)
    if (self->views[field] != NULL && gtk_text_view_get_buffer (self->views[field]) == buffer)
      self->field = field;

  if (self->told_id == 0)
    self->told_id = g_idle_add_once (tell_cb, self);
}

static void
buffer_changed_cb (VslTextPlaces *self,
                   GParamSpec    *pspec,
                   GtkTextView   *view)
{
  g_signal_connect_object (gtk_text_view_get_buffer (view), "notify::cursor-position",
                           G_CALLBACK (cursor_moved_cb), self, G_CONNECT_SWAPPED);
}

static void
vsl_text_places_dispose (GObject *object)
{
  VslTextPlaces *self = VSL_TEXT_PLACES (object);

  g_clear_handle_id (&self->told_id, g_source_remove);
  g_clear_object (&self->runner);
  G_OBJECT_CLASS (vsl_text_places_parent_class)->dispose (object);
}

static void
vsl_text_places_class_init (VslTextPlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vsl_text_places_dispose;
}

static void
vsl_text_places_init (VslTextPlaces *self)
{
}

/**
 * vsl_text_places_new:
 *
 * Returns: (transfer full): without any views
 */
VslTextPlaces *
vsl_text_places_new (void)
{
  return g_object_new (VSL_TYPE_TEXT_PLACES, NULL);
}

/**
 * vsl_text_places_add:
 * @field: a field
 * @view: where it is written, which outlives @self; its buffer may become another one
 */
void
vsl_text_places_add (VslTextPlaces *self,
                     VslField       field,
                     GtkTextView   *view)
{
  g_return_if_fail (VSL_IS_TEXT_PLACES (self));
  g_return_if_fail (field < VSL_N_FIELDS);

  self->views[field] = view;
  g_signal_connect_object (view, "notify::buffer", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  buffer_changed_cb (self, NULL, view);
}

/**
 * vsl_text_places_set_runner:
 * @runner: (nullable): what is told of the cursor
 */
void
vsl_text_places_set_runner (VslTextPlaces  *self,
                            VslCheckRunner *runner)
{
  g_return_if_fail (VSL_IS_TEXT_PLACES (self));

  g_set_object (&self->runner, runner);
}

/**
 * vsl_text_places_select:
 * @field: a field
 * @offset: a place in it, in characters
 * @length: characters
 *
 * Selects a stretch of a field, brings it into sight and gives it the keyboard.
 */
void
vsl_text_places_select (VslTextPlaces *self,
                        VslField       field,
                        guint          offset,
                        guint          length)
{
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (VSL_IS_TEXT_PLACES (self));

  view = field < VSL_N_FIELDS ? self->views[field] : NULL;
  if (view == NULL)
    return;

  buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) offset);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) (offset + length));
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (buffer), 0.1, FALSE, 0, 0);
}
