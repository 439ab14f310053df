/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-pad-row.h"

#include "ui/vsl-quotation-words.h"

#include <glib/gi18n.h>

/**
 * VslPadRow:
 *
 * A line of the live pad: its time, who spoke, what was written, and the mark that says that it should
 * become a quotation. It keeps nothing; who made it listens.
 */
struct _VslPadRow
{
  GtkListBoxRow parent_instance;

  gboolean      filling; /* being filled, not typed in */
  GtkWidget    *time;    /* (child) as all that follow */
  GtkWidget    *speaker;
  GtkWidget    *text;
  GtkWidget    *mark;
};

G_DEFINE_FINAL_TYPE (VslPadRow, vsl_pad_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  CHANGED,
  MARKED,
  NEXT,
  EMPTIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (VslPadRow *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (VslPadRow *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[MARKED], 0);
}

static void
activate_cb (VslPadRow *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static gboolean
key_cb (VslPadRow       *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  if (keyval != GDK_KEY_BackSpace || *vsl_pad_row_get_text (self) != '\0')
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[EMPTIED], 0);
  return GDK_EVENT_STOP;
}

static void
vsl_pad_row_class_init (VslPadRowClass *klass)
{
  static const char *const names[N_SIGNALS] = { "changed", "marked", "next", "emptied" };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], VSL_TYPE_PAD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static GtkWidget *
make_label (int         width,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
init_text (VslPadRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->text = gtk_entry_new ();
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_entry_set_has_frame (GTK_ENTRY (self->text), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What is said"), -1);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (activate_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->text, keys);
}

static void
init_mark (VslPadRow *self)
{
  self->mark = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->mark), "non-starred-symbolic");
  gtk_widget_add_css_class (self->mark, "flat");
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->mark, _("Quote this (Ctrl+M)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Quote this"), -1);
  g_signal_connect_swapped (self->mark, "toggled", G_CALLBACK (toggled_cb), self);
}

static void
vsl_pad_row_init (VslPadRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->time = make_label (7, "numeric");
  gtk_widget_add_css_class (self->time, "dim-label");
  self->speaker = make_label (14, "heading");
  init_text (self);
  init_mark (self);
  gtk_box_append (GTK_BOX (box), self->time);
  gtk_box_append (GTK_BOX (box), self->speaker);
  gtk_box_append (GTK_BOX (box), self->text);
  gtk_box_append (GTK_BOX (box), self->mark);
  gtk_widget_add_css_class (box, "pad-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * vsl_pad_row_new:
 *
 * Returns: (transfer floating): a line that shows nothing
 */
GtkWidget *
vsl_pad_row_new (void)
{
  return g_object_new (VSL_TYPE_PAD_ROW, NULL);
}

/**
 * vsl_pad_row_show:
 * @entry: what it shows from now on
 *
 * Fills the line; what is being typed is left alone when it is the same.
 */
void
vsl_pad_row_show (VslPadRow   *self,
                  VslPadEntry *entry)
{
  g_autofree char *time = NULL;
  gboolean quote;

  g_return_if_fail (VSL_IS_PAD_ROW (self) && VSL_IS_PAD_ENTRY (entry));

  time = vsl_quotation_words_dup_time (vsl_pad_entry_get_time_ms (entry));
  quote = vsl_pad_entry_get_quote (entry);
  self->filling = TRUE;
  gtk_label_set_label (GTK_LABEL (self->time), time != NULL ? time : "–:––");
  gtk_label_set_label (GTK_LABEL (self->speaker), vsl_pad_entry_get_speaker (entry));
  gtk_widget_set_tooltip_text (self->speaker, vsl_pad_entry_get_speaker (entry));
  if (!g_str_equal (vsl_pad_row_get_text (self), vsl_pad_entry_get_text (entry)))
    gtk_editable_set_text (GTK_EDITABLE (self->text), vsl_pad_entry_get_text (entry));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->mark), quote);
  gtk_button_set_icon_name (GTK_BUTTON (self->mark),
                            quote ? "starred-symbolic" : "non-starred-symbolic");
  self->filling = FALSE;
}

/**
 * vsl_pad_row_get_text:
 *
 * Returns: (transfer none): what stands in the line
 */
const char *
vsl_pad_row_get_text (VslPadRow *self)
{
  g_return_val_if_fail (VSL_IS_PAD_ROW (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->text));
}

/**
 * vsl_pad_row_get_quote:
 *
 * Returns: whether the mark is on
 */
gboolean
vsl_pad_row_get_quote (VslPadRow *self)
{
  g_return_val_if_fail (VSL_IS_PAD_ROW (self), FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->mark));
}

/**
 * vsl_pad_row_focus:
 *
 * Puts the caret behind the text.
 */
void
vsl_pad_row_focus (VslPadRow *self)
{
  g_return_if_fail (VSL_IS_PAD_ROW (self));

  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->text));
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}
