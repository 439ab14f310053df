/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-note-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A remark or a reason is a few lines. */
#define NOTE_HEIGHT 84

/* What the dialog is asked for by. */
typedef struct
{
  GWeakRef           widget; /* who asks; without it nobody wants to know any more */
  GtkTextBuffer     *buffer; /* (unowned) in the dialog */
  gboolean           may_be_empty;
  VslNoteDialogFunc  func;
  gpointer           data;   /* (owned) where there is a destroy */
  GDestroyNotify     destroy;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->data);
  g_weak_ref_clear (&question->widget);
  g_free (question);
}

static char *
dup_note (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  g_autoptr(GObject) widget = g_weak_ref_get (&question->widget);
  g_autofree char *note = dup_note (question->buffer);

  if (widget != NULL && g_str_equal (response, "accept") && (question->may_be_empty || *note != '\0'))
    question->func (note, question->data);
}

static void
changed_cb (GtkTextBuffer    *buffer,
            AdwMessageDialog *dialog)
{
  g_autofree char *note = dup_note (buffer);

  adw_message_dialog_set_response_enabled (dialog, "accept", *note != '\0');
}

/* Enter makes a new line in a note, so Ctrl+Enter is the button. */
static gboolean
accept_cb (GtkWidget *dialog,
           GVariant  *arguments,
           gpointer   data)
{
  if (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"))
    {
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
      gtk_window_destroy (GTK_WINDOW (dialog));
    }

  return TRUE;
}

static void
add_accept_key (GtkWidget *dialog)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return"),
                                            gtk_callback_action_new (accept_cb, NULL, NULL));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  gtk_widget_add_controller (dialog, keys);
}

static GtkWidget *
make_field (const char *label,
            GtkWidget **view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *caption = gtk_label_new (label);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  *view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (*view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (*view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (*view), 6);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (*view), 6);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (*view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (*view), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), NOTE_HEIGHT);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), *view);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), scroller);

  return box;
}

/**
 * vsl_note_dialog_show:
 * @widget: who asks; @func is not called once it is gone
 * @question: what is asked
 * @func: called with the note
 * @data: for @func
 * @destroy: (nullable): for @data, when the dialog is gone
 *
 * Asks for a few lines: a remark, or a reason that is kept.
 */
void
vsl_note_dialog_show (GtkWidget             *widget,
                      const VslNoteQuestion *question,
                      VslNoteDialogFunc      func,
                      gpointer               data,
                      GDestroyNotify         destroy)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              question->heading, question->body);
  Question *kept = g_new0 (Question, 1);
  GtkWidget *view;

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      make_field (question->label, &view));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "accept",
                                    question->button, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  g_weak_ref_init (&kept->widget, widget);
  kept->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  kept->may_be_empty = question->may_be_empty;
  kept->func = func;
  kept->data = data;
  kept->destroy = destroy;
  if (!question->may_be_empty)
    {
      g_signal_connect (kept->buffer, "changed", G_CALLBACK (changed_cb), dialog);
      changed_cb (kept->buffer, ADW_MESSAGE_DIALOG (dialog));
    }
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), kept, question_free, 0);
  add_accept_key (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (view);
}
