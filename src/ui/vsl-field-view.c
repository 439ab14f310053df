/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-field-view.h"

#include "ui/vsl-text-change.h"

#include <string.h>

/**
 * VslFieldView:
 *
 * One field of an article's head: text that wraps and grows, but is one paragraph. Enter moves on,
 * a line break that is pasted becomes a space. Its "text" can be bound both ways: setting what it
 * already says does nothing, and setting something else moves the cursor no further than needed.
 *
 * Signal `activate`: Enter was pressed, or the arrow down on the last line.
 * Signal `left-above`: the arrow up was pressed on the first line.
 */
struct _VslFieldView
{
  GtkTextView  parent_instance;

  char        *text;        /* (owned) what the buffer holds */
  char        *placeholder; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (VslFieldView, vsl_field_view, GTK_TYPE_TEXT_VIEW)

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_PLACEHOLDER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_ACTIVATE,
  SIGNAL_LEFT_ABOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
join_lines (const char *text,
            int         length)
{
  g_autofree char *one = g_strndup (text, length < 0 ? strlen (text) : (gsize) length);
  g_auto(GStrv) lines = NULL;
  g_autoptr(GString) joined = g_string_new (NULL);

  g_strdelimit (one, "\r\v\f", '\n');
  lines = g_strsplit (one, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      if (line != lines && **line != '\0' && joined->len > 0)
        g_string_append_c (joined, ' ');
      g_string_append (joined, *line);
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
insert_text_cb (GtkTextBuffer *buffer,
                GtkTextIter   *location,
                const char    *text,
                int            length,
                VslFieldView  *self)
{
  g_autofree char *joined = NULL;

  if (g_strstr_len (text, length, "\n") == NULL && g_strstr_len (text, length, "\r") == NULL)
    return;

  joined = join_lines (text, length);
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, location, joined, -1);
}

static void
changed_cb (GtkTextBuffer *buffer,
            VslFieldView  *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_free (self->text);
  self->text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/* Whether the cursor cannot go a line further in @step direction. */
static gboolean
at_edge (VslFieldView *self,
         gboolean      down)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter cursor, edge;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  edge = cursor;
  if (down)
    return gtk_text_iter_is_end (&cursor) ||
           !gtk_text_view_forward_display_line (GTK_TEXT_VIEW (self), &edge) ||
           gtk_text_iter_is_end (&edge);

  return !gtk_text_view_backward_display_line (GTK_TEXT_VIEW (self), &edge);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                VslFieldView          *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      if (!at_edge (self, TRUE))
        return GDK_EVENT_PROPAGATE;
      g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      if (!at_edge (self, FALSE))
        return GDK_EVENT_PROPAGATE;
      g_signal_emit (self, signals[SIGNAL_LEFT_ABOVE], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* How high the text is in lines of @width pixels, laid out as the text view does it. */
static int
measure_text (VslFieldView *self,
              int           width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int margins = gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  int height;

  pango_layout_set_width (layout, MAX (1, width - margins) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (layout, gtk_text_view_get_pixels_inside_wrap (view) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height + gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view) +
         gtk_text_view_get_pixels_above_lines (view) + gtk_text_view_get_pixels_below_lines (view);
}

static GtkSizeRequestMode
vsl_field_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A text view asks for the size that its lines had in the width before; a field takes the width that
 * it is given, and is as high as its text is then. */
static void
vsl_field_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  GTK_WIDGET_CLASS (vsl_field_view_parent_class)->measure (widget, orientation, -1, minimum,
                                                           natural, minimum_baseline,
                                                           natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 60;
  else if (for_size > 0)
    *minimum = *natural = measure_text (VSL_FIELD_VIEW (widget), for_size);
}

static void
vsl_field_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  VslFieldView *self = VSL_FIELD_VIEW (widget);
  g_autoptr(PangoLayout) layout = NULL;
  GdkRGBA color;

  GTK_WIDGET_CLASS (vsl_field_view_parent_class)->snapshot (widget, snapshot);
  if (*self->text != '\0' || self->placeholder == NULL)
    return;

  layout = gtk_widget_create_pango_layout (widget, self->placeholder);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= 0.5f;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)),
                                    (float) gtk_text_view_get_top_margin (GTK_TEXT_VIEW (self))));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
vsl_field_view_finalize (GObject *object)
{
  VslFieldView *self = VSL_FIELD_VIEW (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->placeholder, g_free);
  G_OBJECT_CLASS (vsl_field_view_parent_class)->finalize (object);
}

static void
vsl_field_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  VslFieldView *self = VSL_FIELD_VIEW (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, vsl_field_view_get_text (self));
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, vsl_field_view_get_placeholder (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_field_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  VslFieldView *self = VSL_FIELD_VIEW (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      vsl_field_view_set_text (self, g_value_get_string (value));
      break;
    case PROP_PLACEHOLDER:
      vsl_field_view_set_placeholder (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_field_view_class_init (VslFieldViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = vsl_field_view_finalize;
  object_class->get_property = vsl_field_view_get_property;
  object_class->set_property = vsl_field_view_set_property;
  widget_class->get_request_mode = vsl_field_view_get_request_mode;
  widget_class->measure = vsl_field_view_measure;
  widget_class->snapshot = vsl_field_view_snapshot;

  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] =
    g_param_spec_string ("placeholder", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", VSL_TYPE_FIELD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_LEFT_ABOVE] =
    g_signal_new ("left-above", VSL_TYPE_FIELD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
}

static void
vsl_field_view_init (VslFieldView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  self->text = g_strdup ("");
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "field");
  g_signal_connect (buffer, "insert-text", G_CALLBACK (insert_text_cb), self);
  g_signal_connect (buffer, "changed", G_CALLBACK (changed_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * vsl_field_view_new:
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
vsl_field_view_new (void)
{
  return g_object_new (VSL_TYPE_FIELD_VIEW, NULL);
}

/**
 * vsl_field_view_get_text:
 *
 * Returns: (transfer none): what is written
 */
const char *
vsl_field_view_get_text (VslFieldView *self)
{
  g_return_val_if_fail (VSL_IS_FIELD_VIEW (self), NULL);

  return self->text;
}

/**
 * vsl_field_view_set_text:
 * @text: (nullable): what is written from now on; %NULL for nothing
 */
void
vsl_field_view_set_text (VslFieldView *self,
                         const char   *text)
{
  g_return_if_fail (VSL_IS_FIELD_VIEW (self));

  vsl_text_change_apply (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
                         text != NULL ? text : "");
}

/**
 * vsl_field_view_get_placeholder:
 *
 * Returns: (nullable) (transfer none): what is shown while nothing is written
 */
const char *
vsl_field_view_get_placeholder (VslFieldView *self)
{
  g_return_val_if_fail (VSL_IS_FIELD_VIEW (self), NULL);

  return self->placeholder;
}

/**
 * vsl_field_view_set_placeholder:
 * @placeholder: (nullable): what is shown while nothing is written
 */
void
vsl_field_view_set_placeholder (VslFieldView *self,
                                const char   *placeholder)
{
  g_return_if_fail (VSL_IS_FIELD_VIEW (self));

  if (g_strcmp0 (self->placeholder, placeholder) == 0)
    return;

  g_free (self->placeholder);
  self->placeholder = g_strdup (placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  placeholder != NULL ? placeholder : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACEHOLDER]);
}

/**
 * vsl_field_view_forget_history:
 *
 * Forgets what could be undone: the field shows another article now.
 */
void
vsl_field_view_forget_history (VslFieldView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  g_return_if_fail (VSL_IS_FIELD_VIEW (self));

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
}

/**
 * vsl_field_view_select_words:
 * @words: what to look for, in whatever letter case
 *
 * Selects the first place where they stand, and brings the keyboard there.
 *
 * Returns: whether they stand there
 */
gboolean
vsl_field_view_select_words (VslFieldView *self,
                             const char   *words)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, match_start, match_end;

  g_return_val_if_fail (VSL_IS_FIELD_VIEW (self), FALSE);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_start_iter (buffer, &start);
  if (!gtk_text_iter_forward_search (&start, words, GTK_TEXT_SEARCH_CASE_INSENSITIVE, &match_start,
                                     &match_end, NULL))
    return FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_text_buffer_select_range (buffer, &match_start, &match_end);

  return TRUE;
}
