/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-quotation-margin.h"

#include "ui/vsl-quotation-words.h"

#include <glib/gi18n.h>

/* Live tags at most: a text view with thousands of them is slow to type in. */
#define MAX_TAGS 300

#define TAG_NAME "quotation-concern"

/**
 * VslQuotationMargin:
 *
 * The margin beside the text: a quiet sign at the line where each quotation begins, whose shape says
 * what the verdict is, and in the text a dotted line under what a person has to look at. A sign is a
 * mark of the buffer, so it moves with the text until the next check places it anew; one that is
 * pressed shows its quotation in the panel.
 */
struct _VslQuotationMargin
{
  GtkWidget       parent_instance;

  GtkTextView    *view;   /* (unowned) beside it, for life */
  GtkTextBuffer  *buffer; /* (owned) (nullable) that the signs are marks of */
  VslCheckRunner *runner; /* (owned) (nullable) */
  GPtrArray      *signs;  /* (owned) of Sign */
};

/* At one place of the text. */
typedef struct
{
  VslQuotation *quotation; /* (owned) */
  GtkTextMark  *mark;      /* (owned) */
  GdkPaintable *paintable; /* (owned) */
} Sign;

G_DEFINE_FINAL_TYPE (VslQuotationMargin, vsl_quotation_margin, GTK_TYPE_WIDGET)

static void
sign_free (gpointer data)
{
  Sign *sign = data;
  GtkTextBuffer *buffer = gtk_text_mark_get_buffer (sign->mark);

  if (buffer != NULL)
    gtk_text_buffer_delete_mark (buffer, sign->mark);
  g_object_unref (sign->mark);
  g_object_unref (sign->quotation);
  g_object_unref (sign->paintable);
  g_free (sign);
}

static GtkTextTag *
get_tag (GtkTextBuffer *buffer)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  GtkTextTag *tag = gtk_text_tag_table_lookup (table, TAG_NAME);

  /* Libadwaita's amber, which stands out from light and from dark. */
  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (buffer, TAG_NAME, "underline", PANGO_UNDERLINE_LOW,
                                      "underline-rgba", &(GdkRGBA) { 0.90f, 0.59f, 0.0f, 1.0f },
                                      NULL);

  return tag;
}

/* Stretch by stretch: GTK lays out again whatever an underline is taken from, also where there was
 * none, and for the whole of a long text that takes longer than a keystroke may. */
static void
remove_underlines (GtkTextBuffer *buffer)
{
  GtkTextTag *tag = get_tag (buffer);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  while (gtk_text_iter_has_tag (&start, tag) || gtk_text_iter_forward_to_tag_toggle (&start, tag))
    {
      end = start;
      gtk_text_iter_forward_to_tag_toggle (&end, tag);
      if (gtk_text_iter_equal (&start, &end))
        return;
      gtk_text_buffer_remove_tag (buffer, tag, &start, &end);
      start = end;
    }
}

static void
clear (VslQuotationMargin *self)
{
  g_ptr_array_set_size (self->signs, 0);
  if (self->buffer != NULL)
    remove_underlines (self->buffer);
  g_clear_object (&self->buffer);
}

static void
add_sign (VslQuotationMargin *self,
          VslQuotation       *quotation,
          const GtkTextIter  *place)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));
  const char *icon = vsl_quotation_words_get_icon (quotation);
  Sign *sign;

  if (icon == NULL)
    return;

  sign = g_new0 (Sign, 1);
  sign->quotation = g_object_ref (quotation);
  sign->mark = g_object_ref (gtk_text_buffer_create_mark (self->buffer, NULL, place, TRUE));
  sign->paintable = GDK_PAINTABLE (
    gtk_icon_theme_lookup_icon (theme, icon, NULL, 12,
                                gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                gtk_widget_get_direction (GTK_WIDGET (self)), 0));
  g_ptr_array_add (self->signs, sign);
}

static void
add_quotation (VslQuotationMargin *self,
               VslQuotation       *quotation,
               guint              *n_tags)
{
  int offset = (int) vsl_quotation_get_offset (quotation);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, offset);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end,
                                      offset + (int) vsl_quotation_get_length (quotation));
  add_sign (self, quotation, &start);
  if (vsl_concern_of_quotation (quotation) == VSL_CONCERN_NONE || *n_tags >= MAX_TAGS)
    return;

  gtk_text_buffer_apply_tag (self->buffer, get_tag (self->buffer), &start, &end);
  (*n_tags)++;
}

/* Places that were found in an older text are wrong; a check of the newer one is on its way. */
static void
report_changed_cb (VslQuotationMargin *self)
{
  VslCheckReport *report = vsl_check_runner_get_report (self->runner);
  GPtrArray *all = report != NULL ? vsl_check_report_get_in_order (report) : NULL;
  guint n_tags = 0;

  if (report != NULL && !vsl_check_runner_is_current (self->runner))
    return;

  clear (self);
  self->buffer = g_object_ref (gtk_text_view_get_buffer (self->view));
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      VslQuotation *quotation = g_ptr_array_index (all, i);

      if (vsl_quotation_get_field (quotation) == VSL_FIELD_BODY)
        add_quotation (self, quotation, &n_tags);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
current_changed_cb (VslQuotationMargin *self)
{
  VslQuotation *current = vsl_check_runner_get_current (self->runner);
  g_autofree char *summary = current != NULL ? vsl_quotation_words_dup_summary (current) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  summary != NULL ? summary : "", -1);
}

/* The middle of the first line of @sign, in pixels of this widget. */
static int
get_y (VslQuotationMargin *self,
       const Sign         *sign)
{
  GtkTextIter iter;
  GdkRectangle place;
  int x, y;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, sign->mark);
  gtk_text_view_get_iter_location (self->view, &iter, &place);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, place.x,
                                         place.y + place.height / 2, &x, &y);

  return y;
}

/* Only what is near the seen part is asked for its place: that of a line far away is costly. */
static gboolean
is_near (VslQuotationMargin *self,
         const Sign         *sign)
{
  GdkRectangle seen;
  GtkTextIter first, last, iter;

  gtk_text_view_get_visible_rect (self->view, &seen);
  gtk_text_view_get_line_at_y (self->view, &first, seen.y, NULL);
  gtk_text_view_get_line_at_y (self->view, &last, seen.y + seen.height, NULL);
  gtk_text_iter_forward_line (&last);
  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, sign->mark);

  return gtk_text_iter_in_range (&iter, &first, &last) || gtk_text_iter_equal (&iter, &last);
}

static const Sign *
find_sign (VslQuotationMargin *self,
           double              at)
{
  for (guint i = 0; self->buffer != NULL && i < self->signs->len; i++)
    {
      const Sign *sign = g_ptr_array_index (self->signs, i);

      if (is_near (self, sign) && ABS (get_y (self, sign) - at) <= 12)
        return sign;
    }

  return NULL;
}

static void
pressed_cb (VslQuotationMargin *self,
            int                 n_press,
            double              x,
            double              y)
{
  const Sign *sign = find_sign (self, y);
  GtkTextIter iter;

  if (sign == NULL)
    return;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, sign->mark);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.reveal-panel", "s", "quotations");
}

static gboolean
query_tooltip_cb (VslQuotationMargin *self,
                  int                 x,
                  int                 y,
                  gboolean            keyboard,
                  GtkTooltip         *tooltip)
{
  const Sign *sign = find_sign (self, y);
  g_autofree char *summary = NULL;

  if (sign == NULL)
    return FALSE;

  summary = vsl_quotation_words_dup_summary (sign->quotation);
  gtk_tooltip_set_text (tooltip, summary);

  return TRUE;
}

static void
vsl_quotation_margin_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  VslQuotationMargin *self = VSL_QUOTATION_MARGIN (widget);
  GdkRGBA colours[4], warning;
  int size = MIN (14, gtk_widget_get_width (widget) - 1);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  gtk_style_context_get_color (context, &colours[0]);
  colours[0].alpha *= 0.45f;
  if (!gtk_style_context_lookup_color (context, "warning_color", &warning))
    warning = colours[0];
  for (guint i = 0; self->buffer != NULL && size > 0 && i < self->signs->len; i++)
    {
      const Sign *sign = g_ptr_array_index (self->signs, i);
      gboolean calm = vsl_concern_of_quotation (sign->quotation) == VSL_CONCERN_NONE;

      if (!is_near (self, sign))
        continue;
      colours[1] = colours[2] = colours[3] = calm ? colours[0] : warning;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - size) / 2,
                                                    get_y (self, sign) - size / 2));
      gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (sign->paintable), snapshot,
                                                size, size,
                                                calm ? colours : &colours[1], 1);
      gtk_snapshot_restore (snapshot);
    }
}

static void
vsl_quotation_margin_dispose (GObject *object)
{
  VslQuotationMargin *self = VSL_QUOTATION_MARGIN (object);

  vsl_quotation_margin_set_runner (self, NULL);
  G_OBJECT_CLASS (vsl_quotation_margin_parent_class)->dispose (object);
}

static void
vsl_quotation_margin_finalize (GObject *object)
{
  g_ptr_array_unref (VSL_QUOTATION_MARGIN (object)->signs);
  G_OBJECT_CLASS (vsl_quotation_margin_parent_class)->finalize (object);
}

static void
vsl_quotation_margin_class_init (VslQuotationMarginClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_quotation_margin_dispose;
  object_class->finalize = vsl_quotation_margin_finalize;
  widget_class->snapshot = vsl_quotation_margin_snapshot;
  gtk_widget_class_set_css_name (widget_class, "margin");
  /* What it shows is said of the text itself, at the cursor. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
vsl_quotation_margin_init (VslQuotationMargin *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->signs = g_ptr_array_new_with_free_func (sign_free);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * vsl_quotation_margin_new:
 * @view: the text, which outlives the margin
 *
 * Returns: (transfer floating): an empty margin
 */
GtkWidget *
vsl_quotation_margin_new (GtkTextView *view)
{
  VslQuotationMargin *self = g_object_new (VSL_TYPE_QUOTATION_MARGIN, NULL);

  self->view = view;

  return GTK_WIDGET (self);
}

/**
 * vsl_quotation_margin_set_runner:
 * @runner: (nullable): what checks the article that is shown
 *
 * Shows the verdicts of @runner from now on.
 */
void
vsl_quotation_margin_set_runner (VslQuotationMargin *self,
                                 VslCheckRunner     *runner)
{
  g_return_if_fail (VSL_IS_QUOTATION_MARGIN (self));

  if (self->runner == runner)
    return;

  clear (self);
  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_data (self->runner, self);
  g_set_object (&self->runner, runner);
  if (runner == NULL)
    return;

  g_signal_connect_object (runner, "notify::report", G_CALLBACK (report_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (runner, "notify::current", G_CALLBACK (current_changed_cb), self,
                           G_CONNECT_SWAPPED);
  report_changed_cb (self);
}
