/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-site-factory.h"

#include "ui/vsl-words.h"

static void
label_set_up_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_item_set_child (item, label);
}

static void
label_bound_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  g_autofree char *name = vsl_words_dup_site (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_widget_set_tooltip_text (label, name);
}

/**
 * vsl_site_factory_new:
 *
 * For a drop-down of sites. The name of a site may be long: it gives way to the width of the panel.
 *
 * Returns: (transfer full): a factory of labels for a model of VslSite
 */
GtkListItemFactory *
vsl_site_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (label_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (label_bound_cb), NULL);

  return factory;
}
