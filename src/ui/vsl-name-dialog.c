/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-name-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include <string.h>

/* What the dialog is asked for by. */
typedef struct
{
  GWeakRef           widget; /* who asks; without it nobody wants to know any more */
  GtkEditable       *entry;  /* (unowned) in the dialog */
  VslNameDialogFunc  func;
  gpointer           data;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_weak_ref_clear (&question->widget);
  g_free (question);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  g_autoptr(GObject) widget = g_weak_ref_get (&question->widget);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (question->entry)));

  if (widget != NULL && g_str_equal (response, "accept") && *name != '\0')
    question->func (name, question->data);
}

static void
changed_cb (GtkEditable      *entry,
            AdwMessageDialog *dialog)
{
  const char *text = gtk_editable_get_text (entry);

  adw_message_dialog_set_response_enabled (dialog, "accept", text[strspn (text, " \t")] != '\0');
}

/**
 * vsl_name_dialog_show:
 * @widget: who asks; @func is not called once it is gone
 * @heading: what it is about
 * @button_label: the action, with a mnemonic
 * @name: what the name is until now
 * @func: called with the name
 * @data: for @func
 *
 * Asks for a name.
 */
void
vsl_name_dialog_show (GtkWidget         *widget,
                      const char        *heading,
                      const char        *button_label,
                      const char        *name,
                      VslNameDialogFunc  func,
                      gpointer           data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              heading, NULL);
  GtkWidget *entry = gtk_entry_new ();
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->widget, widget);
  question->entry = GTK_EDITABLE (entry);
  question->func = func;
  question->data = data;

  gtk_editable_set_text (GTK_EDITABLE (entry), name != NULL ? name : "");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"),
                                  -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "accept",
                                    button_label, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  changed_cb (GTK_EDITABLE (entry), ADW_MESSAGE_DIALOG (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}
