/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-passage-popover.h"

#include "ui/vsl-quotation-words.h"

#define WIDTH_CHARS 44

static void
append_utterance (GString      *markup,
                  VslUtterance *utterance)
{
  g_autofree char *time = vsl_quotation_words_dup_time (vsl_utterance_get_start_ms (utterance));
  g_autofree char *head = g_markup_printf_escaped (
    "%s<b>%s</b> %s", markup->len > 0 ? "\n\n" : "", vsl_utterance_get_speaker (utterance),
    time != NULL ? time : "");
  g_autofree char *text = g_markup_escape_text (vsl_utterance_get_text (utterance), -1);

  g_string_append_printf (markup, "%s\n%s", head, text);
}

/* From the first to the last utterance of the passage. */
static char *
dup_passage (VslCheckReport *report,
             const VslMatch *match)
{
  VslTranscript *transcript = vsl_check_report_get_transcript (report);
  g_autoptr(GString) markup = g_string_new (NULL);
  gboolean inside = FALSE;

  for (guint i = 0; transcript != NULL && i < vsl_transcript_get_n_utterances (transcript); i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (transcript, i);
      const char *id = vsl_utterance_get_id (utterance);

      inside = inside || g_strcmp0 (id, match->first_utterance) == 0;
      if (inside)
        append_utterance (markup, utterance);
      if (g_strcmp0 (id, match->last_utterance) == 0)
        break;
    }

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static gboolean
unparent_cb (gpointer data)
{
  gtk_widget_unparent (data);

  return G_SOURCE_REMOVE;
}

/* Its own signal is no moment to end it. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

/**
 * vsl_passage_popover_show:
 * @parent: what it points at
 * @report: the check that the match is of
 * @match: a match with a place
 *
 * Shows what was said where @match is, with speakers and times.
 */
void
vsl_passage_popover_show (GtkWidget      *parent,
                          VslCheckReport *report,
                          const VslMatch *match)
{
  g_autofree char *markup = dup_passage (report, match);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *popover = gtk_popover_new ();

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_set_parent (popover, parent);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
