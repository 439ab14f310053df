/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-window-private.h"

#include "desk/vsl-desk-outbox.h"
#include "ui/vsl-outbox-dialog.h"

#include <glib/gi18n.h>

/* What the window does with what is on its way to the sites. */

/* A quiet button beside the menu, as long as something waits or was refused. */
static void
outbox_changed_cb (VslWindow *self)
{
  guint n = g_list_model_get_n_items (vsl_desk_get_outbox (self->desk));
  GtkWidget *button = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), VSL_TYPE_WINDOW,
                                                                 "outbox_button"));
  g_autofree char *text = g_strdup_printf (ngettext ("Outbox: %u article is not settled",
                                                     "Outbox: %u articles are not settled", n), n);

  gtk_widget_set_visible (button, n > 0);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_outbox_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);

  if (self->desk != NULL)
    gtk_window_present (GTK_WINDOW (vsl_outbox_dialog_new (self->desk, GTK_WINDOW (self))));
}

/* Nothing is sent by keys alone: the panel opens with this chosen, and its button does it. */
static void
prepare_draft_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);

  if (vsl_window_get_document (self) == NULL)
    return;

  gtk_widget_activate_action (widget, "win.show-panel", "s", "publish");
  vsl_inspector_activate (self->inspector, "publish.choose-draft");
}

/**
 * vsl_window_start_outbox:
 *
 * Another desk, or none: shows from now on what waits there.
 */
void
vsl_window_start_outbox (VslWindow *self)
{
  if (self->desk == NULL)
    return;

  g_signal_connect_object (vsl_desk_get_outbox (self->desk), "items-changed",
                           G_CALLBACK (outbox_changed_cb), self, G_CONNECT_SWAPPED);
  outbox_changed_cb (self);
}

/**
 * vsl_window_install_outbox_actions:
 * @widget_class: the class of the window
 *
 * Installs `win.show-outbox` and `win.prepare-draft`; from class_init.
 */
void
vsl_window_install_outbox_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child_full (widget_class, "outbox_button", FALSE, 0);
  gtk_widget_class_install_action (widget_class, "win.show-outbox", NULL, show_outbox_action);
  gtk_widget_class_install_action (widget_class, "win.prepare-draft", NULL, prepare_draft_action);
}
