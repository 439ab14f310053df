/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-utterance-line.h"

#include "ui/vsl-quotation-words.h"

#include <string.h>

#include <glib/gi18n.h>

#define N_COLOURS 8

/**
 * VslUtteranceLine:
 *
 * An utterance in the transcript reader: time, speaker in a colour and by name, the words, and what was
 * noted about them. What is off the record is struck through and says so. The mark at its end collects
 * it for a report.
 */
struct _VslUtteranceLine
{
  GtkWidget  parent_instance;

  GtkWidget *box;     /* (owned, as a child) */
  GtkWidget *time;
  GtkWidget *speaker;
  GtkWidget *off;
  GtkWidget *text;
  GtkWidget *note;
  GtkWidget *mark;
  char      *id;      /* (owned) (nullable) of the utterance */
  guint      colour;
  gboolean   filling; /* the mark is being set, not pressed */
};

G_DEFINE_FINAL_TYPE (VslUtteranceLine, vsl_utterance_line, GTK_TYPE_WIDGET)

enum
{
  COLLECT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
marked_cb (VslUtteranceLine *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[COLLECT], 0);
}

static void
vsl_utterance_line_dispose (GObject *object)
{
  g_clear_pointer (&VSL_UTTERANCE_LINE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (vsl_utterance_line_parent_class)->dispose (object);
}

static void
vsl_utterance_line_finalize (GObject *object)
{
  g_free (VSL_UTTERANCE_LINE (object)->id);
  G_OBJECT_CLASS (vsl_utterance_line_parent_class)->finalize (object);
}

static void
vsl_utterance_line_class_init (VslUtteranceLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vsl_utterance_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_utterance_line_finalize;
  signals[COLLECT] = g_signal_new ("collect", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "utterance");
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
vsl_utterance_line_init (VslUtteranceLine *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->time = add_label (head, "numeric");
  gtk_widget_add_css_class (self->time, "dim-label");
  self->speaker = add_label (head, "speaker");
  gtk_label_set_ellipsize (GTK_LABEL (self->speaker), PANGO_ELLIPSIZE_END);
  self->off = add_label (head, "caption");
  gtk_widget_set_hexpand (self->off, TRUE);
  self->mark = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->mark), "user-bookmarks-symbolic");
  gtk_widget_set_tooltip_text (self->mark, _("Collect for a report"));
  gtk_widget_add_css_class (self->mark, "flat");
  gtk_widget_add_css_class (self->mark, "collect");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Collect for a report"), -1);
  g_signal_connect_swapped (self->mark, "toggled", G_CALLBACK (marked_cb), self);
  gtk_box_append (GTK_BOX (head), self->mark);
  gtk_box_append (GTK_BOX (self->box), head);
  self->text = add_label (self->box, "body");
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->text), PANGO_WRAP_WORD_CHAR);
  self->note = add_label (self->box, "caption");
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
strike (PangoAttrList *attributes,
        const char    *text,
        guint          offset,
        guint          length)
{
  PangoAttribute *attribute = pango_attr_strikethrough_new (TRUE);
  const char *start = g_utf8_offset_to_pointer (text, offset);

  attribute->start_index = (guint) (start - text);
  attribute->end_index = (guint) (g_utf8_offset_to_pointer (start, length) - text);
  pango_attr_list_insert (attributes, attribute);
}

/* What is searched for, where it is written in the same letter case or in another of the same length. */
static void
mark_hits (PangoAttrList *attributes,
           const char    *text,
           const char    *query)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autofree char *wanted = g_utf8_strdown (query, -1);
  const char *at = lower;

  if (strlen (lower) != strlen (text) || *wanted == '\0')
    return;

  while ((at = strstr (at, wanted)) != NULL)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      bold->start_index = line->start_index = (guint) (at - lower);
      at += strlen (wanted);
      bold->end_index = line->end_index = (guint) (at - lower);
      pango_attr_list_insert (attributes, bold);
      pango_attr_list_insert (attributes, line);
    }
}

static void
show_words (VslUtteranceLine *self,
            VslUtterance    *utterance,
            const char      *query)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  const char *text = vsl_utterance_get_text (utterance);
  GArray *parts = vsl_utterance_get_off_parts (utterance);
  gboolean whole = vsl_utterance_get_off_the_record (utterance);

  if (whole)
    strike (attributes, text, 0, (guint) g_utf8_strlen (text, -1));
  for (guint i = 0; i < parts->len; i++)
    {
      const VslOffPart *part = &g_array_index (parts, VslOffPart, i);

      strike (attributes, text, part->offset, part->length);
    }
  mark_hits (attributes, text, query);
  gtk_label_set_label (GTK_LABEL (self->text), text);
  gtk_label_set_attributes (GTK_LABEL (self->text), attributes);
  gtk_label_set_label (GTK_LABEL (self->off), whole ? _("Off the record")
                                              : parts->len > 0 ? _("Partly off the record") : "");
  gtk_widget_set_sensitive (self->mark, !whole);
}

/**
 * vsl_utterance_line_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
vsl_utterance_line_new (void)
{
  return g_object_new (VSL_TYPE_UTTERANCE_LINE, NULL);
}

/**
 * vsl_utterance_line_show:
 * @utterance: what was said
 * @colour: the number of the speaker
 * @note: (nullable): what the live pad has to quote here
 * @query: what is searched for; may be empty
 *
 * Fills the row.
 */
void
vsl_utterance_line_show (VslUtteranceLine *self,
                        VslUtterance    *utterance,
                        guint            colour,
                        const char      *note,
                        const char      *query)
{
  const char *speaker = vsl_utterance_get_speaker (utterance);
  g_autofree char *time = vsl_quotation_words_dup_time (vsl_utterance_get_start_ms (utterance));
  g_autofree char *old = g_strdup_printf ("speaker-%u", self->colour % N_COLOURS);
  g_autofree char *new = g_strdup_printf ("speaker-%u", colour % N_COLOURS);
  /* Translators: %s is what the moderator wrote during the debate */
  g_autofree char *quote = note != NULL ? g_strdup_printf (_("★ To quote: %s"), note) : NULL;

  g_free (self->id);
  self->id = g_strdup (vsl_utterance_get_id (utterance));
  gtk_widget_remove_css_class (GTK_WIDGET (self), old);
  gtk_widget_add_css_class (GTK_WIDGET (self), new);
  self->colour = colour;
  gtk_label_set_label (GTK_LABEL (self->time), time != NULL ? time : "");
  gtk_label_set_label (GTK_LABEL (self->speaker), *speaker != '\0' ? speaker : _("Unknown speaker"));
  show_words (self, utterance, query);
  gtk_label_set_label (GTK_LABEL (self->note), quote != NULL ? quote : "");
  gtk_widget_set_visible (self->note, quote != NULL);
}

/**
 * vsl_utterance_line_get_id:
 *
 * Returns: (transfer none) (nullable): the id of the utterance that it shows
 */
const char *
vsl_utterance_line_get_id (VslUtteranceLine *self)
{
  g_return_val_if_fail (VSL_IS_UTTERANCE_LINE (self), NULL);

  return self->id;
}

/**
 * vsl_utterance_line_get_collected:
 *
 * Returns: whether the utterance is marked to be quoted
 */
gboolean
vsl_utterance_line_get_collected (VslUtteranceLine *self)
{
  g_return_val_if_fail (VSL_IS_UTTERANCE_LINE (self), FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->mark));
}

/**
 * vsl_utterance_line_set_collected:
 * @collected: whether the utterance is marked to be quoted
 */
void
vsl_utterance_line_set_collected (VslUtteranceLine *self,
                                  gboolean          collected)
{
  g_return_if_fail (VSL_IS_UTTERANCE_LINE (self));

  self->filling = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->mark), collected);
  self->filling = FALSE;
}

/**
 * vsl_utterance_line_set_spoken:
 * @spoken: whether the utterance is being played
 */
void
vsl_utterance_line_set_spoken (VslUtteranceLine *self,
                               gboolean          spoken)
{
  g_return_if_fail (VSL_IS_UTTERANCE_LINE (self));

  if (spoken)
    gtk_widget_add_css_class (GTK_WIDGET (self), "spoken");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "spoken");
}
