/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-outbox-dialog.h"

#include "desk/vsl-desk-outbox.h"
#include "ui/vsl-outbox-item.h"

/**
 * VslOutboxDialog:
 *
 * What is not settled yet: waits, is on its way, was refused, or is in conflict. Follows the outbox of the
 * desk.
 */
struct _VslOutboxDialog
{
  AdwWindow     parent_instance;

  VslDesk      *desk;        /* (owned) */
  GSignalGroup *signals;     /* (owned) of the outbox */

  GtkWidget    *stack;       /* (template), as all that follow */
  GtkWidget    *list;
  GtkWidget    *send_button;
};

G_DEFINE_FINAL_TYPE (VslOutboxDialog, vsl_outbox_dialog, ADW_TYPE_WINDOW)

static void
rows_changed_cb (VslOutboxDialog *self)
{
  gboolean any = g_list_model_get_n_items (vsl_desk_get_outbox (self->desk)) > 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "rows" : "empty");
  gtk_widget_set_sensitive (self->send_button, any);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return vsl_outbox_item_new (VSL_OUTBOX_DIALOG (user_data)->desk, item);
}

static void
send_clicked_cb (VslOutboxDialog *self)
{
  vsl_desk_send_outbox (self->desk);
}

static void
vsl_outbox_dialog_dispose (GObject *object)
{
  VslOutboxDialog *self = VSL_OUTBOX_DIALOG (object);

  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_OUTBOX_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_outbox_dialog_parent_class)->dispose (object);
}

static void
vsl_outbox_dialog_class_init (VslOutboxDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_outbox_dialog_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-outbox-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VslOutboxDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, VslOutboxDialog, list);
  gtk_widget_class_bind_template_child (widget_class, VslOutboxDialog, send_button);
  gtk_widget_class_bind_template_callback (widget_class, send_clicked_cb);
}

static void
vsl_outbox_dialog_init (VslOutboxDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->signals, "items-changed", G_CALLBACK (rows_changed_cb), self);
}

/**
 * vsl_outbox_dialog_new:
 * @desk: who sends
 * @parent: (nullable): the window above which it opens
 *
 * Returns: (transfer none): a window, to be presented
 */
GtkWidget *
vsl_outbox_dialog_new (VslDesk   *desk,
                       GtkWindow *parent)
{
  VslOutboxDialog *self;

  g_return_val_if_fail (VSL_IS_DESK (desk), NULL);

  self = g_object_new (VSL_TYPE_OUTBOX_DIALOG, "transient-for", parent, NULL);
  self->desk = g_object_ref (desk);
  g_signal_group_set_target (self->signals, vsl_desk_get_outbox (desk));
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), vsl_desk_get_outbox (desk), create_row, self, NULL);
  rows_changed_cb (self);

  return GTK_WIDGET (self);
}
