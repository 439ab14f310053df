/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-site-row.h"

#include "ui/vsl-words.h"

#include <glib/gi18n.h>

/**
 * VslSiteRow:
 *
 * A site in the list of sites. Removing asks first, in the row itself, and says what is lost.
 *
 * Signal `removal-confirmed`.
 */
struct _VslSiteRow
{
  AdwActionRow  parent_instance;

  VslSite      *site;           /* (owned) */

  GtkWidget    *stack;          /* (template), as all that follow */
  GtkWidget    *remove_button;
  GtkWidget    *keep_button;
  GtkWidget    *confirm_button;
};

G_DEFINE_FINAL_TYPE (VslSiteRow, vsl_site_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_REMOVAL_CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Takes @text, which is plain. */
static void
take_subtitle (VslSiteRow *self,
               char       *text)
{
  g_autofree char *plain = text;
  g_autofree char *markup = g_markup_escape_text (plain, -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), markup);
}

static void
show_site (VslSiteRow *self)
{
  const char *brand = vsl_words_get_brand (vsl_site_get_brand (self->site));
  const char *url = vsl_site_get_url (self->site);
  const char *user = vsl_site_get_user (self->site);

  if (user != NULL && *user != '\0')
    /* Translators: the kind of site, its address, the name of the user */
    take_subtitle (self, g_strdup_printf (_("%s · %s · as %s"), brand, url, user));
  else if (url != NULL && *url != '\0')
    take_subtitle (self, g_strdup_printf ("%s · %s", brand, url));
  else
    take_subtitle (self, g_strdup (brand));
}

static void
remove_clicked_cb (VslSiteRow *self)
{
  take_subtitle (self, g_strdup (_("What is on the site stays there. Verslag forgets the address, "
                                   "the password and which articles are on it.")));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "confirm");
  gtk_widget_grab_focus (self->keep_button);
}

static void
keep_clicked_cb (VslSiteRow *self)
{
  show_site (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "remove");
  gtk_widget_grab_focus (self->remove_button);
}

static void
confirm_clicked_cb (VslSiteRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVAL_CONFIRMED], 0);
}

static void
vsl_site_row_dispose (GObject *object)
{
  VslSiteRow *self = VSL_SITE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_SITE_ROW);
  g_clear_object (&self->site);

  G_OBJECT_CLASS (vsl_site_row_parent_class)->dispose (object);
}

static void
vsl_site_row_class_init (VslSiteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_site_row_dispose;

  signals[SIGNAL_REMOVAL_CONFIRMED] =
    g_signal_new ("removal-confirmed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-site-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VslSiteRow, stack);
  gtk_widget_class_bind_template_child (widget_class, VslSiteRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, VslSiteRow, keep_button);
  gtk_widget_class_bind_template_child (widget_class, VslSiteRow, confirm_button);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
}

static void
vsl_site_row_init (VslSiteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_site_row_new:
 * @site: the site
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
vsl_site_row_new (VslSite *site)
{
  VslSiteRow *self;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VSL_IS_SITE (site), NULL);

  self = g_object_new (VSL_TYPE_SITE_ROW, NULL);
  self->site = g_object_ref (site);
  title = g_markup_escape_text (vsl_site_get_name (site), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  label = g_strdup_printf (_("Remove %s"), vsl_site_get_name (site));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  show_site (self);

  return GTK_WIDGET (self);
}

/**
 * vsl_site_row_get_site:
 *
 * Returns: (transfer none): the site
 */
VslSite *
vsl_site_row_get_site (VslSiteRow *self)
{
  g_return_val_if_fail (VSL_IS_SITE_ROW (self), NULL);

  return self->site;
}

/**
 * vsl_site_row_show_problem:
 * @message: why the site could not be removed, translated
 */
void
vsl_site_row_show_problem (VslSiteRow *self,
                           const char *message)
{
  g_return_if_fail (VSL_IS_SITE_ROW (self));

  take_subtitle (self, g_strdup (message));
}
