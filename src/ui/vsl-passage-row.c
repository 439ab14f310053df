/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-passage-row.h"

#include "ui/vsl-quotation-words.h"

#include <glib/gi18n.h>

/**
 * VslPassageRow:
 *
 * One utterance of the transcript: who said what and when, and the button that makes a quotation of
 * it: of the part that is selected, else of the whole. What the article quotes already is paler, and
 * says so. What is off the record cannot be used.
 */
struct _VslPassageRow
{
  GtkWidget     parent_instance;

  VslUtterance *utterance; /* (owned) (nullable) */
  GtkWidget    *box;       /* (owned, as a child) */
  GtkWidget    *head;
  GtkWidget    *text;
  GtkWidget    *button;
};

G_DEFINE_FINAL_TYPE (VslPassageRow, vsl_passage_row, GTK_TYPE_WIDGET)

/* Whether a quotation of the article comes from @utterance. */
static gboolean
is_used (VslUtterance   *utterance,
         VslCheckReport *report)
{
  GPtrArray *all = report != NULL ? vsl_check_report_get_in_order (report) : NULL;
  const char *id = vsl_utterance_get_id (utterance);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const VslMatch *match = vsl_quotation_get_match (g_ptr_array_index (all, i));

      if (match != NULL && match->verdict != VSL_VERDICT_CANDIDATE &&
          (g_strcmp0 (match->first_utterance, id) == 0 ||
           g_strcmp0 (match->last_utterance, id) == 0))
        return TRUE;
    }

  return FALSE;
}

static void
vsl_passage_row_dispose (GObject *object)
{
  VslPassageRow *self = VSL_PASSAGE_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->utterance);
  G_OBJECT_CLASS (vsl_passage_row_parent_class)->dispose (object);
}

static void
vsl_passage_row_class_init (VslPassageRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vsl_passage_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "passage");
}

static void
vsl_passage_row_init (VslPassageRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->head = gtk_label_new (NULL);
  self->text = gtk_label_new (NULL);
  self->button = gtk_button_new_with_label (_("Use as quotation"));

  gtk_label_set_xalign (GTK_LABEL (self->head), 0);
  gtk_label_set_wrap (GTK_LABEL (self->head), TRUE);
  gtk_widget_add_css_class (self->head, "caption-heading");
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (self->text), TRUE);
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->button, "small-button");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (vsl_passage_row_use), self);
  gtk_box_append (GTK_BOX (self->box), self->head);
  gtk_box_append (GTK_BOX (self->box), self->text);
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * vsl_passage_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
vsl_passage_row_new (void)
{
  return g_object_new (VSL_TYPE_PASSAGE_ROW, NULL);
}

/**
 * vsl_passage_row_show:
 * @utterance: what was said
 * @report: (nullable): what was found in the article
 *
 * Shows @utterance, and whether the article quotes it.
 */
void
vsl_passage_row_show (VslPassageRow  *self,
                      VslUtterance   *utterance,
                      VslCheckReport *report)
{
  g_autofree char *time = vsl_quotation_words_dup_time (vsl_utterance_get_start_ms (utterance));
  gboolean used = is_used (utterance, report);
  gboolean off = vsl_utterance_get_off_the_record (utterance);
  g_autofree char *head = g_strdup_printf (
    "%s%s%s%s%s", vsl_utterance_get_speaker (utterance), time != NULL ? " · " : "",
    time != NULL ? time : "", used || off ? " · " : "",
    off ? _("off the record") : used ? _("quoted in the article") : "");

  g_return_if_fail (VSL_IS_PASSAGE_ROW (self));

  if (g_set_object (&self->utterance, utterance))
    gtk_label_set_label (GTK_LABEL (self->text), vsl_utterance_get_text (utterance));
  gtk_label_set_label (GTK_LABEL (self->head), head);
  gtk_widget_set_sensitive (self->button, !off);
  if (used)
    gtk_widget_add_css_class (GTK_WIDGET (self), "used");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "used");
}

/**
 * vsl_passage_row_use:
 *
 * Makes a quotation of the selected part, or of the whole, where the cursor is in the article.
 */
void
vsl_passage_row_use (VslPassageRow *self)
{
  g_autofree char *words = NULL;
  const char *text;
  int start, end;

  g_return_if_fail (VSL_IS_PASSAGE_ROW (self));

  if (self->utterance == NULL || vsl_utterance_get_off_the_record (self->utterance))
    return;

  text = vsl_utterance_get_text (self->utterance);
  if (gtk_label_get_selection_bounds (GTK_LABEL (self->text), &start, &end))
    words = g_utf8_substring (text, start, end);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.insert-quotation", "(ss)",
                              words != NULL ? words : text,
                              vsl_utterance_get_speaker (self->utterance));
}
