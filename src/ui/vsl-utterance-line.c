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
 * noted about them. What is off the record is struck through and says so.
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
  guint      colour;
};

G_DEFINE_FINAL_TYPE (VslUtteranceLine, vsl_utterance_line, GTK_TYPE_WIDGET)

static void
vsl_utterance_line_dispose (GObject *object)
{
  g_clear_pointer (&VSL_UTTERANCE_LINE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (vsl_utterance_line_parent_class)->dispose (object);
}

static void
vsl_utterance_line_class_init (VslUtteranceLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vsl_utterance_line_dispose;
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
                                                    : _("Partly off the record"));
  gtk_widget_set_visible (self->off, whole || parts->len > 0);
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

  gtk_widget_remove_css_class (self->speaker, old);
  gtk_widget_add_css_class (self->speaker, new);
  self->colour = colour;
  gtk_label_set_label (GTK_LABEL (self->time), time != NULL ? time : "");
  gtk_label_set_label (GTK_LABEL (self->speaker), *speaker != '\0' ? speaker : _("Unknown speaker"));
  show_words (self, utterance, query);
  gtk_label_set_label (GTK_LABEL (self->note), quote != NULL ? quote : "");
  gtk_widget_set_visible (self->note, quote != NULL);
}
