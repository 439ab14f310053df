/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-window-private.h"

#include "desk/vsl-desk-versions.h"
#include "ui/vsl-version-browser.h"

#include <glib/gi18n.h>

/* What the window does with the versions of the open article. */

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(VslWindow) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslSnapshot) version = vsl_desk_keep_version_finish (VSL_DESK (object), result, &error);

  if (version == NULL)
    {
      /* The editor's banner tells why nothing is saved; this is said once. */
      g_debug ("keeping a version: %s", error->message);
      return;
    }
  if (self->toasts != NULL && vsl_snapshot_get_name (version) != NULL)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("The version is kept under that name.")));
}

static void
keep (VslWindow  *self,
      const char *name)
{
  VslDocument *document = vsl_window_get_document (self);

  if (document != NULL && self->desk != NULL)
    vsl_desk_keep_version_async (self->desk, vsl_document_get_id (document), name, kept_cb,
                                 g_object_ref (self));
}

/* Ctrl+S asks nothing: it saves and keeps a version. */
static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  keep (VSL_WINDOW (widget), NULL);
}

static void
name_response_cb (AdwMessageDialog *dialog,
                  const char       *response,
                  VslWindow        *self)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (g_str_equal (response, "keep"))
    keep (self, *name != '\0' ? name : NULL);
}

static void
keep_named_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (self), _("Keep this version"),
    _("A version with a name is never thinned out. You find it back under Versions."));
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name of this version"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name of this version"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "keep",
                                    _("_Keep version"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (name_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_versions_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  VslDocument *document = vsl_window_get_document (self);

  if (document == NULL || self->desk == NULL)
    return;

  if (self->versions != NULL)
    gtk_window_destroy (self->versions);
  g_set_weak_pointer (&self->versions,
                      GTK_WINDOW (vsl_version_browser_new (self->desk, document, GTK_WINDOW (self))));
  gtk_window_present (self->versions);
}

/**
 * vsl_window_close_versions:
 *
 * Closes the versions of an article that is not the open one any more.
 */
void
vsl_window_close_versions (VslWindow *self)
{
  if (self->versions != NULL)
    gtk_window_destroy (self->versions);
}

/**
 * vsl_window_install_version_actions:
 *
 * Declares the actions on versions; from class_init.
 */
void
vsl_window_install_version_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType control_shift = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.keep-version", NULL, keep_named_action);
  gtk_widget_class_install_action (widget_class, "win.show-versions", NULL, show_versions_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "win.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, control_shift, "win.keep-version", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, control_shift, "win.show-versions", NULL);
}
