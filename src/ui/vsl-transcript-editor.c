/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-transcript-editor.h"

#include <glib/gi18n.h>

/* A pause in typing after which a correction is kept by itself. */
#define PAUSE_MS 1500

/**
 * VslTranscriptEditor:
 *
 * The selected utterance, to correct its speaker and words and to put words off the record. What is
 * typed is handed on after a pause, and at once when another utterance is selected, the keyboard goes
 * elsewhere or the page is left: nothing that is half typed is lost.
 */
struct _VslTranscriptEditor
{
  GtkWidget      parent_instance;

  VslUtterance  *utterance; /* (owned) (nullable) as it is stored, or on its way there */
  gboolean       filling;   /* the fields are being set, not typed in */
  guint          pause_id;

  GtkWidget     *box;       /* (template), as all that follow */
  GtkWidget     *speaker_entry;
  GtkWidget     *state_label;
  GtkWidget     *words_view;
  GtkWidget     *record_button;
  GtkWidget     *error_label;
};

G_DEFINE_FINAL_TYPE (VslTranscriptEditor, vsl_transcript_editor, GTK_TYPE_WIDGET)

enum
{
  STORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (VslTranscriptEditor *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words_view));
}

/* As typed, without the white space around it: an utterance is a line. */
static char *
dup_typed (VslTranscriptEditor *self)
{
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  text = gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);

  return g_strstrip (g_strdelimit (text, "\n", ' '));
}

/* Words that are all deleted are words still to be typed. */
static gboolean
is_changed (VslTranscriptEditor *self)
{
  g_autofree char *typed = self->utterance != NULL ? dup_typed (self) : NULL;

  return typed != NULL && *typed != '\0' &&
         (!g_str_equal (typed, vsl_utterance_get_text (self->utterance)) ||
          !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->speaker_entry)),
                        vsl_utterance_get_speaker (self->utterance)));
}

static void
hand_on (VslTranscriptEditor *self,
         VslUtterance        *utterance)
{
  g_set_object (&self->utterance, utterance);
  g_signal_emit (self, signals[STORE], 0, utterance);
}

static void
show_state (VslTranscriptEditor *self)
{
  gboolean secret = self->utterance != NULL &&
                    (vsl_utterance_get_off_the_record (self->utterance) ||
                     vsl_utterance_get_off_parts (self->utterance)->len > 0);

  gtk_button_set_label (GTK_BUTTON (self->record_button),
                        secret ? _("Put on the record") : _("Put off the record"));
  gtk_label_set_label (GTK_LABEL (self->state_label),
                       self->pause_id != 0 ? _("Not stored yet") : "");
  gtk_widget_set_sensitive (self->record_button, self->utterance != NULL);
}

static void
pause_cb (gpointer data)
{
  VslTranscriptEditor *self = data;

  self->pause_id = 0;
  vsl_transcript_editor_flush (self);
}

static void
changed_cb (VslTranscriptEditor *self)
{
  if (self->filling)
    return;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (is_changed (self))
    self->pause_id = g_timeout_add_once (PAUSE_MS, pause_cb, self);
  show_state (self);
}

static void
flush_cb (VslTranscriptEditor *self)
{
  vsl_transcript_editor_flush (self);
}

static void
vsl_transcript_editor_dispose (GObject *object)
{
  VslTranscriptEditor *self = VSL_TRANSCRIPT_EDITOR (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_TRANSCRIPT_EDITOR);
  g_clear_object (&self->utterance);

  G_OBJECT_CLASS (vsl_transcript_editor_parent_class)->dispose (object);
}

static void
vsl_transcript_editor_unmap (GtkWidget *widget)
{
  vsl_transcript_editor_flush (VSL_TRANSCRIPT_EDITOR (widget));

  GTK_WIDGET_CLASS (vsl_transcript_editor_parent_class)->unmap (widget);
}

static gboolean
vsl_transcript_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VSL_TRANSCRIPT_EDITOR (widget)->words_view);
}

static void
vsl_transcript_editor_class_init (VslTranscriptEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_transcript_editor_dispose;
  widget_class->unmap = vsl_transcript_editor_unmap;
  widget_class->grab_focus = vsl_transcript_editor_grab_focus;
  signals[STORE] =
    g_signal_new ("store", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, VSL_TYPE_UTTERANCE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-transcript-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptEditor, box);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptEditor, speaker_entry);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptEditor, state_label);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptEditor, words_view);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptEditor, record_button);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptEditor, error_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, flush_cb);
}

static void
vsl_transcript_editor_init (VslTranscriptEditor *self)
{
  GtkEventController *focus;

  gtk_widget_init_template (GTK_WIDGET (self));
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (flush_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (get_buffer (self), "changed", G_CALLBACK (changed_cb), self);
  show_state (self);
}

/**
 * vsl_transcript_editor_new:
 *
 * Returns: (transfer floating): an editor of nothing
 */
GtkWidget *
vsl_transcript_editor_new (void)
{
  return g_object_new (VSL_TYPE_TRANSCRIPT_EDITOR, NULL);
}

/* What is being typed about the same utterance stays, and so does the caret. */
static void
fill (VslTranscriptEditor *self)
{
  const char *text = self->utterance != NULL ? vsl_utterance_get_text (self->utterance) : "";
  const char *speaker = self->utterance != NULL ? vsl_utterance_get_speaker (self->utterance) : "";
  g_autofree char *typed = dup_typed (self);

  self->filling = TRUE;
  if (!g_str_equal (typed, text))
    {
      /* The undo of the view is of one utterance only. */
      gtk_text_buffer_begin_irreversible_action (get_buffer (self));
      gtk_text_buffer_set_text (get_buffer (self), text, -1);
      gtk_text_buffer_end_irreversible_action (get_buffer (self));
    }
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->speaker_entry)), speaker))
    gtk_editable_set_text (GTK_EDITABLE (self->speaker_entry), speaker);
  self->filling = FALSE;
}

/**
 * vsl_transcript_editor_set_utterance:
 * @utterance: (nullable): what is shown from now on, as it is stored
 *
 * A correction of another utterance that is not handed on yet is, first.
 */
void
vsl_transcript_editor_set_utterance (VslTranscriptEditor *self,
                                     VslUtterance        *utterance)
{
  gboolean same;

  g_return_if_fail (VSL_IS_TRANSCRIPT_EDITOR (self));

  same = utterance != NULL && self->utterance != NULL &&
         g_str_equal (vsl_utterance_get_id (utterance), vsl_utterance_get_id (self->utterance));
  if (!same)
    vsl_transcript_editor_flush (self);
  /* Typed on while the store answered: the answer is of what was typed before. */
  if (!same || self->pause_id == 0)
    {
      g_set_object (&self->utterance, utterance);
      fill (self);
    }
  gtk_widget_set_sensitive (self->words_view, utterance != NULL);
  gtk_widget_set_sensitive (self->speaker_entry, utterance != NULL);
  show_state (self);
}

/**
 * vsl_transcript_editor_set_speaker:
 * @speaker: who said it
 *
 * Corrects the speaker of the selected utterance.
 */
void
vsl_transcript_editor_set_speaker (VslTranscriptEditor *self,
                                   const char          *speaker)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_EDITOR (self) && speaker != NULL);

  if (self->utterance == NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->speaker_entry), speaker);
  vsl_transcript_editor_flush (self);
}

/**
 * vsl_transcript_editor_flush:
 *
 * Hands on what is typed and not handed on yet.
 */
void
vsl_transcript_editor_flush (VslTranscriptEditor *self)
{
  g_autofree char *typed = NULL;
  g_autoptr(VslUtterance) corrected = NULL;

  g_return_if_fail (VSL_IS_TRANSCRIPT_EDITOR (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (is_changed (self))
    {
      typed = dup_typed (self);
      corrected = vsl_utterance_with_words (
        self->utterance, gtk_editable_get_text (GTK_EDITABLE (self->speaker_entry)), typed);
      hand_on (self, corrected);
    }
  show_state (self);
}

/**
 * vsl_transcript_editor_toggle_record:
 *
 * Puts the selected words off the record, or all when none are selected; or, when something is off
 * the record already, all of it on the record.
 */
void
vsl_transcript_editor_toggle_record (VslTranscriptEditor *self)
{
  g_autoptr(VslUtterance) marked = NULL;
  g_autoptr(GArray) parts = NULL;
  g_autofree char *typed = NULL;
  GtkTextIter start, end;

  g_return_if_fail (VSL_IS_TRANSCRIPT_EDITOR (self));

  vsl_transcript_editor_flush (self);
  if (self->utterance == NULL)
    return;

  typed = dup_typed (self);
  if (vsl_utterance_get_off_the_record (self->utterance) ||
      vsl_utterance_get_off_parts (self->utterance)->len > 0)
    {
      marked = vsl_utterance_with_record (self->utterance, FALSE, NULL);
    }
  else if (gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end) &&
           g_str_equal (typed, vsl_utterance_get_text (self->utterance)))
    {
      VslOffPart part = { (guint) gtk_text_iter_get_offset (&start), 0 };

      part.length = (guint) gtk_text_iter_get_offset (&end) - part.offset;
      parts = g_array_new (FALSE, FALSE, sizeof (VslOffPart));
      g_array_append_val (parts, part);
      marked = vsl_utterance_with_record (self->utterance, FALSE, parts);
    }
  else
    {
      marked = vsl_utterance_with_record (self->utterance, TRUE, NULL);
    }
  hand_on (self, marked);
  show_state (self);
}

/**
 * vsl_transcript_editor_dup_words:
 *
 * Returns: (transfer full) (nullable): the selected words, or all when none are selected; %NULL when
 *   nothing there may be quoted
 */
char *
vsl_transcript_editor_dup_words (VslTranscriptEditor *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (VSL_IS_TRANSCRIPT_EDITOR (self), NULL);

  vsl_transcript_editor_flush (self);
  if (self->utterance == NULL || vsl_utterance_get_off_the_record (self->utterance))
    return NULL;
  if (vsl_utterance_get_off_parts (self->utterance)->len == 0 &&
      gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return g_strstrip (gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE));

  return vsl_utterance_dup_public_text (self->utterance);
}

/**
 * vsl_transcript_editor_set_error:
 * @message: (nullable): what went wrong; %NULL for nothing
 */
void
vsl_transcript_editor_set_error (VslTranscriptEditor *self,
                                 const char          *message)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_EDITOR (self));

  gtk_label_set_label (GTK_LABEL (self->error_label), message != NULL ? message : "");
  gtk_widget_set_visible (self->error_label, message != NULL);
}
