/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-transcript-quoting.h"

#include "core/vsl-article-summary.h"
#include "desk/vsl-desk-debates.h"

#include <glib/gi18n.h>

/**
 * VslTranscriptQuoting:
 *
 * The ways from what was said to an article: the selected words into one of the reports of the debate,
 * or all that was collected into a new one.
 */
struct _VslTranscriptQuoting
{
  GtkWidget            parent_instance;

  VslTranscriptList   *list;   /* (unowned) (nullable) beside it, for life */
  VslTranscriptEditor *editor; /* (unowned) (nullable) beside it, for life */

  GtkWidget           *box;    /* (template), as all that follow */
  GtkWidget           *quote_button;
  GtkWidget           *report_button;
};

G_DEFINE_FINAL_TYPE (VslTranscriptQuoting, vsl_transcript_quoting, GTK_TYPE_WIDGET)

static void
offer_articles (VslTranscriptQuoting *self,
                GPtrArray            *summaries)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) articles = g_menu_new ();
  g_autoptr(GMenu) other = g_menu_new ();

  for (guint i = 0; i < summaries->len; i++)
    {
      VslArticleSummary *summary = g_ptr_array_index (summaries, i);
      const char *headline = vsl_article_summary_get_headline (summary);
      g_autoptr(GMenuItem) item =
        g_menu_item_new (*headline != '\0' ? headline : _("Without a headline"), NULL);

      g_menu_item_set_action_and_target (item, "transcript.quote-in", "s",
                                         vsl_article_summary_get_id (summary));
      g_menu_append_item (articles, item);
    }
  g_menu_append (other, _("New report"), "transcript.quote-in::");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (articles));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (other));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->quote_button), G_MENU_MODEL (menu));
}

static void
reports_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(VslTranscriptQuoting) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) summaries =
    vsl_desk_list_reports_finish (VSL_DESK (object), result, &error);

  if (summaries != NULL && self->list != NULL)
    offer_articles (self, summaries);
  else if (summaries == NULL)
    g_debug ("reports of the debate: %s", error->message);
}

static void
quote_in_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VslTranscriptQuoting *self = VSL_TRANSCRIPT_QUOTING (widget);
  const char *article_id = g_variant_get_string (parameter, NULL);
  g_autofree char *words = vsl_transcript_editor_dup_words (self->editor);
  VslUtterance *utterance = vsl_transcript_list_get_selected (self->list);
  const char *ids[2] = { NULL };

  if (words == NULL || utterance == NULL)
    return;

  ids[0] = vsl_utterance_get_id (utterance);
  if (*article_id == '\0')
    gtk_widget_activate_action_variant (widget, "win.report-of", g_variant_new_strv (ids, 1));
  else
    gtk_widget_activate_action (widget, "win.quote-in-article", "(sss)", article_id, words,
                                vsl_utterance_get_speaker (utterance));
}

/* What is collected stays so: somebody may think better of the report. */
static void
report_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VslTranscriptQuoting *self = VSL_TRANSCRIPT_QUOTING (widget);
  g_autoptr(GPtrArray) collected = vsl_transcript_list_dup_collected (self->list);
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();

  vsl_transcript_editor_flush (self->editor);
  for (guint i = 0; i < collected->len; i++)
    g_ptr_array_add (ids, (gpointer) vsl_utterance_get_id (g_ptr_array_index (collected, i)));
  if (ids->len > 0)
    gtk_widget_activate_action_variant (
      widget, "win.report-of", g_variant_new_strv ((const char * const *) ids->pdata, ids->len));
}

static void
selected_cb (VslTranscriptQuoting *self)
{
  VslUtterance *utterance = vsl_transcript_list_get_selected (self->list);

  gtk_widget_set_sensitive (self->quote_button,
                            utterance != NULL && !vsl_utterance_get_off_the_record (utterance));
}

static void
collected_cb (VslTranscriptQuoting *self)
{
  g_autoptr(GPtrArray) collected = vsl_transcript_list_dup_collected (self->list);
  g_autofree char *label =
    g_strdup_printf (ngettext ("New report of %u passage", "New report of %u passages",
                               collected->len), collected->len);

  gtk_button_set_label (GTK_BUTTON (self->report_button), label);
  gtk_widget_set_visible (self->report_button, collected->len > 0);
}

static void
vsl_transcript_quoting_dispose (GObject *object)
{
  VslTranscriptQuoting *self = VSL_TRANSCRIPT_QUOTING (object);

  self->list = NULL;
  self->editor = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_TRANSCRIPT_QUOTING);

  G_OBJECT_CLASS (vsl_transcript_quoting_parent_class)->dispose (object);
}

static void
vsl_transcript_quoting_class_init (VslTranscriptQuotingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_transcript_quoting_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-transcript-quoting.ui");
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptQuoting, box);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptQuoting, quote_button);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptQuoting, report_button);
  gtk_widget_class_install_action (widget_class, "transcript.quote-in", "s", quote_in_action);
  gtk_widget_class_install_action (widget_class, "transcript.report", NULL, report_action);
}

static void
vsl_transcript_quoting_init (VslTranscriptQuoting *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_transcript_quoting_set_source:
 * @list: where is collected; it lives as long as this
 * @editor: where words are selected; it lives as long as this
 */
void
vsl_transcript_quoting_set_source (VslTranscriptQuoting *self,
                                   VslTranscriptList    *list,
                                   VslTranscriptEditor  *editor)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_QUOTING (self) && self->list == NULL);

  self->list = list;
  self->editor = editor;
  g_signal_connect_object (list, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "collected", G_CALLBACK (collected_cb), self, G_CONNECT_SWAPPED);
}

/**
 * vsl_transcript_quoting_set_debate:
 * @desk: where its reports are
 * @debate_id: a debate
 *
 * Offers the reports that the debate has now.
 */
void
vsl_transcript_quoting_set_debate (VslTranscriptQuoting *self,
                                   VslDesk              *desk,
                                   const char           *debate_id)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_QUOTING (self) && VSL_IS_DESK (desk));

  vsl_desk_list_reports_async (desk, debate_id, reports_cb, g_object_ref (self));
}
