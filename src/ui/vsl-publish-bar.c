/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-publish-bar.h"

#include <string.h>

/**
 * VslPublishBar:
 *
 * In words what will happen, and the button that does it, which says the same. It stays in sight while the
 * rest is scrolled. Where there is no network it says what becomes of the article until there is.
 *
 * Signal `pressed`.
 */
struct _VslPublishBar
{
  AdwBin           parent_instance;

  GNetworkMonitor *monitor;        /* (owned) */
  gboolean         remote;         /* the site is not on this computer */

  GtkWidget       *offline_box;    /* (template), as all that follow */
  GtkWidget       *sentence_label;
  GtkWidget       *publish_button;
  GtkWidget       *publish_label;
};

G_DEFINE_FINAL_TYPE (VslPublishBar, vsl_publish_bar, ADW_TYPE_BIN)

enum
{
  SIGNAL_PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_network (VslPublishBar *self)
{
  gtk_widget_set_visible (self->offline_box,
                          self->remote && !g_network_monitor_get_network_available (self->monitor));
}

static void
network_changed_cb (VslPublishBar *self)
{
  show_network (self);
}

static void
publish_clicked_cb (VslPublishBar *self)
{
  g_signal_emit (self, signals[SIGNAL_PRESSED], 0);
}

/* A site on this computer is there without a network. */
static gboolean
is_remote (VslSite *site)
{
  g_autofree char *host = NULL;

  if (site == NULL || vsl_site_get_brand (site) == VSL_BRAND_FOLDER)
    return FALSE;

  host = vsl_site_dup_host (site);

  return host != NULL && !g_str_has_prefix (host, "localhost") && !g_str_has_prefix (host, "127.") &&
         strchr (host, '[') == NULL;
}

static void
vsl_publish_bar_dispose (GObject *object)
{
  VslPublishBar *self = VSL_PUBLISH_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_PUBLISH_BAR);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (vsl_publish_bar_parent_class)->dispose (object);
}

static void
vsl_publish_bar_class_init (VslPublishBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_publish_bar_dispose;

  signals[SIGNAL_PRESSED] =
    g_signal_new ("pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-publish-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VslPublishBar, offline_box);
  gtk_widget_class_bind_template_child (widget_class, VslPublishBar, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, VslPublishBar, publish_button);
  gtk_widget_class_bind_template_child (widget_class, VslPublishBar, publish_label);
  gtk_widget_class_bind_template_callback (widget_class, publish_clicked_cb);
}

static void
vsl_publish_bar_init (VslPublishBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->monitor = g_object_ref (g_network_monitor_get_default ());
  g_signal_connect_object (self->monitor, "network-changed", G_CALLBACK (network_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * vsl_publish_bar_new:
 *
 * Returns: (transfer floating): a bar that says nothing
 */
GtkWidget *
vsl_publish_bar_new (void)
{
  return g_object_new (VSL_TYPE_PUBLISH_BAR, NULL);
}

/**
 * vsl_publish_bar_show:
 * @sentence: (nullable): what will happen, in words; %NULL where it cannot be done
 * @action: (nullable): the label of the button; %NULL leaves it
 */
void
vsl_publish_bar_show (VslPublishBar *self,
                      const char    *sentence,
                      const char    *action)
{
  g_return_if_fail (VSL_IS_PUBLISH_BAR (self));

  gtk_widget_set_visible (self->sentence_label, sentence != NULL);
  /* A screen reader says again what is set again. */
  if (sentence != NULL && g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->sentence_label)), sentence) != 0)
    gtk_label_set_label (GTK_LABEL (self->sentence_label), sentence);
  if (action == NULL)
    return;

  gtk_label_set_label (GTK_LABEL (self->publish_label), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->publish_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, action, -1);
}

/**
 * vsl_publish_bar_set_site:
 * @site: (nullable): where it goes
 */
void
vsl_publish_bar_set_site (VslPublishBar *self,
                          VslSite       *site)
{
  g_return_if_fail (VSL_IS_PUBLISH_BAR (self));
  g_return_if_fail (site == NULL || VSL_IS_SITE (site));

  self->remote = is_remote (site);
  show_network (self);
}

/**
 * vsl_publish_bar_set_ready:
 * @ready: whether the button can be pressed
 */
void
vsl_publish_bar_set_ready (VslPublishBar *self,
                           gboolean       ready)
{
  g_return_if_fail (VSL_IS_PUBLISH_BAR (self));

  gtk_widget_set_sensitive (self->publish_button, ready);
}

/**
 * vsl_publish_bar_get_ready:
 *
 * Returns: whether the button can be pressed
 */
gboolean
vsl_publish_bar_get_ready (VslPublishBar *self)
{
  g_return_val_if_fail (VSL_IS_PUBLISH_BAR (self), FALSE);

  return gtk_widget_get_sensitive (self->publish_button);
}

/**
 * vsl_publish_bar_focus_button:
 *
 * Gives the keyboard to the button.
 */
void
vsl_publish_bar_focus_button (VslPublishBar *self)
{
  g_return_if_fail (VSL_IS_PUBLISH_BAR (self));

  gtk_widget_grab_focus (self->publish_button);
}
