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

static VslOutboxItem *
find_item (VslOutboxDialog *self,
           gint64           row_id)
{
  GtkListBoxRow *item;

  for (int i = 0; (item = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (vsl_outbox_row_get_row_id (vsl_outbox_item_get_row (VSL_OUTBOX_ITEM (item))) == row_id)
      return VSL_OUTBOX_ITEM (item);

  return NULL;
}

static gboolean
holds_row (GListModel *rows,
           gint64      row_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(VslOutboxRow) row = g_list_model_get_item (rows, i);

      if (vsl_outbox_row_get_row_id (row) == row_id)
        return TRUE;
    }

  return FALSE;
}

/* The outbox is read as a whole: what stands here already stays, so that it keeps the keyboard. */
static void
rows_changed_cb (VslOutboxDialog *self)
{
  GListModel *rows = vsl_desk_get_outbox (self->desk);
  guint n = g_list_model_get_n_items (rows);
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *item;
  int i = 0;

  while ((item = gtk_list_box_get_row_at_index (list, i)) != NULL)
    if (holds_row (rows, vsl_outbox_row_get_row_id (vsl_outbox_item_get_row (VSL_OUTBOX_ITEM (item)))))
      i++;
    else
      gtk_list_box_remove (list, GTK_WIDGET (item));
  for (guint j = 0; j < n; j++)
    {
      g_autoptr(VslOutboxRow) row = g_list_model_get_item (rows, j);
      VslOutboxItem *known = find_item (self, vsl_outbox_row_get_row_id (row));

      if (known != NULL)
        vsl_outbox_item_set_row (known, row);
      else
        gtk_list_box_insert (list, vsl_outbox_item_new (self->desk, row), (int) j);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "rows" : "empty");
  gtk_widget_set_sensitive (self->send_button, n > 0);
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
  rows_changed_cb (self);

  return GTK_WIDGET (self);
}
