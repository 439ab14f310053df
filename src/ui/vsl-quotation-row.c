/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-quotation-row.h"

#include "core/vsl-concern.h"
#include "desk/vsl-quotation-edit.h"
#include "ui/vsl-passage-popover.h"
#include "ui/vsl-quotation-words.h"

#include <glib/gi18n.h>

/**
 * VslQuotationRow:
 *
 * One quotation in the panel: what it says, who says it, how it stands with it; and while it is open
 * what was said instead, and what can be done. The same row shows the next check's view of the same
 * quotation, so that nothing jumps while its text is written.
 */
struct _VslQuotationRow
{
  GtkListBoxRow   parent_instance;

  VslDocument    *document;  /* (owned) (nullable) */
  VslCheckReport *report;    /* (owned) (nullable) */
  VslQuotation   *quotation; /* (owned) (nullable) of the report */
  gboolean        open;

  GtkWidget      *icon;      /* (template), as all that follow */
  GtkWidget      *verdict_label;
  GtkWidget      *time_label;
  GtkWidget      *text_label;
  GtkWidget      *speaker_label;
  GtkWidget      *revealer;
  GtkWidget      *advice_label;
  GtkWidget      *diff_box;
  GtkWidget      *said_label;
  GtkWidget      *diff_label;
  GtkWidget      *transcript_button;
  GtkWidget      *use_button;
};

G_DEFINE_FINAL_TYPE (VslQuotationRow, vsl_quotation_row, GTK_TYPE_LIST_BOX_ROW)

static VslUtterance *
get_utterance (VslQuotationRow *self)
{
  const VslMatch *match = vsl_quotation_get_match (self->quotation);

  return match != NULL ? vsl_check_report_find_utterance (self->report, match->first_utterance)
                       : NULL;
}

static void
set_text (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
show_time (VslQuotationRow *self)
{
  VslUtterance *utterance = get_utterance (self);
  g_autofree char *time =
    utterance != NULL ? vsl_quotation_words_dup_time (vsl_utterance_get_start_ms (utterance)) : NULL;

  set_text (self->time_label, time);
}

/* The difference with the text for a pull quote, with what was said for anything else. */
static void
show_difference (VslQuotationRow *self)
{
  gboolean streamer = vsl_concern_is_streamer (self->quotation);
  const VslMatch *match = streamer ? vsl_quotation_get_origin (self->quotation)
                                   : vsl_quotation_get_match (self->quotation);
  g_autofree char *diff = NULL;
  g_autofree char *said = NULL;

  gtk_widget_set_visible (self->diff_box, match != NULL && match->diff->len > 0 &&
                                          !vsl_concern_is_exact (match));
  if (match == NULL || match->diff->len == 0)
    return;

  diff = vsl_quotation_words_dup_diff (match);
  gtk_label_set_markup (GTK_LABEL (self->diff_label), diff);
  if (streamer)
    said = g_strdup (_("The text, and what the pull quote makes of it:"));
  else if (match->said_by != NULL)
    /* Translators: %s is the name of a speaker; what he or she said follows */
    said = g_strdup_printf (_("What %s said, and what the quotation makes of it:"), match->said_by);
  else
    said = g_strdup (_("What was said, and what the quotation makes of it:"));
  gtk_label_set_label (GTK_LABEL (self->said_label), said);
}

static void
show_advice (VslQuotationRow *self)
{
  VslConcern concern = vsl_concern_of_quotation (self->quotation);
  const VslMatch *match = vsl_quotation_get_match (self->quotation);
  g_autofree char *named = NULL;

  if (concern == VSL_CONCERN_OTHER_SPEAKER && match->said_by != NULL &&
      vsl_quotation_get_speaker (self->quotation) != NULL)
    named = g_strdup_printf (_("According to the transcript, %s says this, not %s."),
                             match->said_by, vsl_quotation_get_speaker (self->quotation));
  set_text (self->advice_label, named != NULL ? named : vsl_quotation_words_get_advice (concern));
}

static void
show_buttons (VslQuotationRow *self)
{
  g_autofree char *proposal = vsl_quotation_edit_dup_proposal (self->quotation);
  gboolean streamer = vsl_concern_is_streamer (self->quotation);

  gtk_widget_set_visible (self->transcript_button, !streamer && get_utterance (self) != NULL);
  gtk_widget_set_visible (self->use_button, proposal != NULL);
  gtk_button_set_label (GTK_BUTTON (self->use_button),
                        streamer ? _("Use the words of the text") : _("Use the words as said"));
  gtk_widget_set_tooltip_text (self->use_button, proposal);
}

static void
show_text_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  VslQuotationRow *self = VSL_QUOTATION_ROW (widget);

  if (self->quotation != NULL)
    gtk_widget_activate_action (widget, "win.show-text", "(suu)",
                                vsl_field_get_name (vsl_quotation_get_field (self->quotation)),
                                (guint) vsl_quotation_get_offset (self->quotation),
                                (guint) vsl_quotation_get_length (self->quotation));
}

/* The transcript reader goes to the passage; where there is none, the passage is shown here. */
static void
show_transcript_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  VslQuotationRow *self = VSL_QUOTATION_ROW (widget);
  const VslMatch *match = self->quotation != NULL ? vsl_quotation_get_match (self->quotation) : NULL;

  if (match == NULL || match->first_utterance == NULL)
    return;
  if (!gtk_widget_activate_action (widget, "win.show-utterance", "s", match->first_utterance))
    vsl_passage_popover_show (self->transcript_button, self->report, match);
}

static void
use_proposal_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  VslQuotationRow *self = VSL_QUOTATION_ROW (widget);

  /* When it is being edited at this moment, the next check shows it as it has become. */
  if (self->document != NULL && self->quotation != NULL &&
      !vsl_quotation_edit_use_proposal (self->document, self->report, self->quotation))
    gtk_widget_error_bell (widget);
}

static void
vsl_quotation_row_dispose (GObject *object)
{
  VslQuotationRow *self = VSL_QUOTATION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_QUOTATION_ROW);
  g_clear_object (&self->quotation);
  g_clear_object (&self->report);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vsl_quotation_row_parent_class)->dispose (object);
}

static void
vsl_quotation_row_class_init (VslQuotationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_quotation_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-quotation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VslQuotationRow, icon);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationRow, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationRow, speaker_label);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationRow, revealer);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationRow, advice_label);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationRow, diff_box);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationRow, said_label);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationRow, diff_label);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationRow, transcript_button);
  gtk_widget_class_bind_template_child (widget_class, VslQuotationRow, use_button);
  gtk_widget_class_install_action (widget_class, "quotation.show-text", NULL, show_text_action);
  gtk_widget_class_install_action (widget_class, "quotation.show-transcript", NULL,
                                   show_transcript_action);
  gtk_widget_class_install_action (widget_class, "quotation.use-proposal", NULL,
                                   use_proposal_action);
}

static void
vsl_quotation_row_init (VslQuotationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_quotation_row_new:
 *
 * Returns: (transfer floating): a row without a quotation
 */
GtkWidget *
vsl_quotation_row_new (void)
{
  return g_object_new (VSL_TYPE_QUOTATION_ROW, NULL);
}

/**
 * vsl_quotation_row_get_quotation:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
VslQuotation *
vsl_quotation_row_get_quotation (VslQuotationRow *self)
{
  g_return_val_if_fail (VSL_IS_QUOTATION_ROW (self), NULL);

  return self->quotation;
}

/**
 * vsl_quotation_row_show:
 * @document: the article
 * @report: what was found in it
 * @quotation: a quotation of @report
 *
 * Shows @quotation from now on.
 */
void
vsl_quotation_row_show (VslQuotationRow *self,
                        VslDocument     *document,
                        VslCheckReport  *report,
                        VslQuotation    *quotation)
{
  g_autofree char *speaker = vsl_quotation_words_dup_speaker (quotation);
  g_autofree char *summary = vsl_quotation_words_dup_summary (quotation);
  g_autofree char *spoken = NULL;
  const char *icon = vsl_quotation_words_get_icon (quotation);

  g_return_if_fail (VSL_IS_QUOTATION_ROW (self));

  g_set_object (&self->document, document);
  g_set_object (&self->report, report);
  g_set_object (&self->quotation, quotation);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_widget_set_visible (self->icon, icon != NULL);
  if (vsl_concern_of_quotation (quotation) != VSL_CONCERN_NONE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "concern");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "concern");
  set_text (self->verdict_label, vsl_quotation_words_get_verdict (quotation));
  set_text (self->text_label, vsl_quotation_get_text (quotation));
  set_text (self->speaker_label, speaker);
  show_time (self);
  if (self->open)
    {
      show_advice (self);
      show_difference (self);
      show_buttons (self);
    }

  spoken = g_strdup_printf ("%s. %s", summary, vsl_quotation_get_text (quotation));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * vsl_quotation_row_set_open:
 * @open: whether to show all there is to know, and what can be done
 */
void
vsl_quotation_row_set_open (VslQuotationRow *self,
                            gboolean         open)
{
  g_return_if_fail (VSL_IS_QUOTATION_ROW (self));

  if (self->open == !!open)
    return;

  self->open = !!open;
  if (open && self->quotation != NULL)
    {
      show_advice (self);
      show_difference (self);
      show_buttons (self);
    }
  gtk_label_set_lines (GTK_LABEL (self->text_label), open ? -1 : 3);
  gtk_label_set_ellipsize (GTK_LABEL (self->text_label),
                           open ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), open);
}
