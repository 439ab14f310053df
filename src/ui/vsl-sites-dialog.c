/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-sites-dialog.h"

#include "ui/vsl-site-dialog.h"
#include "ui/vsl-site-page.h"
#include "ui/vsl-site-row.h"

#include <glib/gi18n.h>

/**
 * VslSitesDialog:
 *
 * The sites that Verslag publishes on: what they are, adding one, removing one; and behind each the
 * page with all there is to it.
 */
struct _VslSitesDialog
{
  AdwWindow     parent_instance;

  VslDesk      *desk;       /* (owned) */
  GSignalGroup *signals;    /* (owned) */

  GtkWidget    *list;       /* (template), as all that follow */
  GtkWidget    *empty;
  GtkWidget    *stack;
  GtkWidget    *bin;
  GtkWidget    *back_button;
  GtkWidget    *add_button;
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
show_list (VslSitesDialog *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
  gtk_widget_set_visible (self->back_button, FALSE);
  gtk_widget_set_visible (self->add_button, TRUE);
  gtk_window_set_title (GTK_WINDOW (self), _("Sites"));
  adw_bin_set_child (ADW_BIN (self->bin), NULL);
}

static void page_changed_cb (VslSitesDialog *self,
                             VslSitePage    *page);

static void
show_page (VslSitesDialog *self,
           VslSite        *site,
           VslSitePage    *before)
{
  GtkWidget *page = vsl_site_page_new (self->desk, site);

  vsl_site_page_take_note (VSL_SITE_PAGE (page), before);
  g_signal_connect_object (page, "changed", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self->bin), page);
  gtk_window_set_title (GTK_WINDOW (self), vsl_site_get_name (site));
  gtk_widget_set_visible (self->back_button, TRUE);
  gtk_widget_set_visible (self->add_button, FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "site");
}

static void
page_changed_cb (VslSitesDialog *self,
                 VslSitePage    *page)
{
  g_autoptr(VslSite) site = vsl_desk_find_site (self->desk, vsl_site_page_get_name (page), NULL);

  if (site != NULL)
    show_page (self, site, page);
}

static void
row_activated_cb (VslSitesDialog *self,
                  GtkListBoxRow  *row)
{
  show_page (self, vsl_site_row_get_site (VSL_SITE_ROW (row)), NULL);
}

static void
back_clicked_cb (VslSitesDialog *self)
{
  show_list (self);
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
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
  gtk_widget_class_bind_template_child (widget_class, VslSitesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, VslSitesDialog, bin);
  gtk_widget_class_bind_template_child (widget_class, VslSitesDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, VslSitesDialog, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
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
