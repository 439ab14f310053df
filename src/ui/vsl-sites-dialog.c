/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-sites-dialog.h"

#include "ui/vsl-site-dialog.h"
#include "ui/vsl-site-row.h"

/**
 * VslSitesDialog:
 *
 * The sites that Verslag publishes on: what they are, adding one, removing one.
 */
struct _VslSitesDialog
{
  AdwWindow     parent_instance;

  VslDesk      *desk;       /* (owned) */
  GSignalGroup *signals;    /* (owned) */

  GtkWidget    *list;       /* (template), as all that follow */
  GtkWidget    *empty;
};

G_DEFINE_FINAL_TYPE (VslSitesDialog, vsl_sites_dialog, ADW_TYPE_WINDOW)

static void
sites_changed_cb (VslSitesDialog *self)
{
  gboolean any = g_list_model_get_n_items (vsl_desk_get_sites (self->desk)) > 0;

  gtk_widget_set_visible (self->list, any);
  gtk_widget_set_visible (self->empty, !any);
}

static void
removal_confirmed_cb (VslSiteRow     *row,
                      VslSitesDialog *self)
{
  g_autoptr(GError) error = NULL;

  if (!vsl_desk_remove_site (self->desk, vsl_site_get_name (vsl_site_row_get_site (row)), &error))
    vsl_site_row_show_problem (row, error->message);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = vsl_site_row_new (item);

  g_signal_connect_object (row, "removal-confirmed", G_CALLBACK (removal_confirmed_cb),
                           user_data, 0);

  return row;
}

static void
add_clicked_cb (VslSitesDialog *self)
{
  gtk_window_present (GTK_WINDOW (vsl_site_dialog_new (self->desk, GTK_WINDOW (self))));
}

static void
vsl_sites_dialog_dispose (GObject *object)
{
  VslSitesDialog *self = VSL_SITES_DIALOG (object);

  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_SITES_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_sites_dialog_parent_class)->dispose (object);
}

static void
vsl_sites_dialog_class_init (VslSitesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_sites_dialog_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-sites-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VslSitesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, VslSitesDialog, empty);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
vsl_sites_dialog_init (VslSitesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->signals, "items-changed",
                                  G_CALLBACK (sites_changed_cb), self);
}

/**
 * vsl_sites_dialog_new:
 * @desk: the desk that has the sites
 * @parent: (nullable): the window above which it opens
 *
 * Returns: (transfer none): a dialog, to be presented
 */
GtkWidget *
vsl_sites_dialog_new (VslDesk   *desk,
                      GtkWindow *parent)
{
  VslSitesDialog *self;

  g_return_val_if_fail (VSL_IS_DESK (desk), NULL);

  self = g_object_new (VSL_TYPE_SITES_DIALOG, "transient-for", parent, NULL);
  self->desk = g_object_ref (desk);
  g_signal_group_set_target (self->signals, vsl_desk_get_sites (desk));
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), vsl_desk_get_sites (desk),
                           create_row, self, NULL);
  sites_changed_cb (self);

  return GTK_WIDGET (self);
}
