/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-site-page.h"

#include "core/vsl-site-choices.h"
#include "desk/vsl-desk-site-changes.h"
#include "desk/vsl-site-rights.h"
#include "ui/vsl-site-examination.h"
#include "ui/vsl-site-settings.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * VslSitePage:
 *
 * All there is to one site: what can be done there, its name and password, what is chosen for every
 * article, and the examination. A password is in its field only until it works.
 *
 * Signal `changed`: the name or what may be done is another; the page is to be made anew from the
 * site of vsl_site_page_get_name().
 */
struct _VslSitePage
{
  AdwBin        parent_instance;

  VslDesk      *desk;        /* (owned) (nullable) */
  VslSite      *site;        /* (owned) as it was when the page was made */
  char         *name;        /* (owned) what it is called now */
  GCancellable *cancellable; /* (owned) */

  GtkWidget    *abilities;   /* (template), as all that follow */
  GtkWidget    *connection;
  GtkWidget    *name_row;
  GtkWidget    *password_row;
  GtkWidget    *again_row;
  GtkWidget    *again_button;
  GtkWidget    *note_label;
};

G_DEFINE_FINAL_TYPE (VslSitePage, vsl_site_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_note (VslSitePage *self,
           const char  *text,
           gboolean     problem)
{
  gtk_label_set_label (GTK_LABEL (self->note_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->note_label, text != NULL);
  if (problem)
    gtk_widget_add_css_class (self->note_label, "error");
  else
    gtk_widget_remove_css_class (self->note_label, "error");
}

static void
add_ability (VslSitePage *self,
             const char  *title,
             const char  *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->abilities), row);
}

/* Said by the site when it was last connected with; a folder can do everything. */
static void
show_abilities (VslSitePage *self)
{
  if (!vsl_site_rights_known (self->site))
    {
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->abilities),
                                             _("Connect again to see what this user may do there."));
      return;
    }

  add_ability (self, _("Publishing"),
               vsl_site_rights_may (self->site, VSL_RIGHT_PUBLISH)
                 ? _("Articles can be published")
                 : _("Articles are put there for review; somebody else publishes them"));
  add_ability (self, _("Pictures"), vsl_site_rights_may (self->site, VSL_RIGHT_UPLOAD)
                                      ? _("Pictures go along")
                                      : _("This user may not upload pictures"));
  add_ability (self, _("New tags"), vsl_site_rights_may (self->site, VSL_RIGHT_TERMS)
                                      ? _("Tags that are not there yet can be made")
                                      : _("Only tags that are there already"));
  if (vsl_site_get_brand (self->site) == VSL_BRAND_WORDPRESS)
    add_ability (self, _("Credit of the picture"),
                 vsl_site_offers (self->site, vsl_credit_place_get_name (VSL_CREDIT_NEWSPACK))
                   ? _("The site keeps a credit with each picture")
                   : _("The site keeps no credit; it goes into the text or the caption"));
}

static void
set_busy (VslSitePage *self,
          gboolean     busy)
{
  gtk_widget_set_sensitive (self->connection, !busy);
  if (busy)
    show_note (self, _("Connecting…"), FALSE);
}

static void
reconnected_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(VslSitePage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *note = NULL;
  g_autoptr(VslSite) site =
    vsl_desk_reconnect_site_finish (VSL_DESK (source), result, &note, &error);

  if (self->desk == NULL) /* closed meanwhile */
    return;

  set_busy (self, FALSE);
  if (site == NULL)
    {
      show_note (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error->message,
                 TRUE);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  if (note != NULL)
    show_note (self, note, FALSE);
  else
    show_note (self, _("Connected."), FALSE);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
reconnect (VslSitePage *self,
           const char  *password)
{
  set_busy (self, TRUE);
  vsl_desk_reconnect_site_async (self->desk, self->name, password, self->cancellable,
                                 reconnected_cb, g_object_ref (self));
}

static void
password_applied_cb (VslSitePage *self)
{
  const char *password = gtk_editable_get_text (GTK_EDITABLE (self->password_row));

  if (*password != '\0')
    reconnect (self, password);
}

static void
again_clicked_cb (VslSitePage *self)
{
  reconnect (self, NULL);
}

static void
renamed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(VslSitePage) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean renamed = vsl_desk_rename_site_finish (VSL_DESK (source), result, &error);

  if (self->desk == NULL)
    return;

  set_busy (self, FALSE);
  show_note (self, renamed ? NULL : error->message, !renamed);
  if (!renamed)
    return;

  g_free (self->name);
  self->name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
name_applied_cb (VslSitePage *self)
{
  gtk_widget_set_sensitive (self->connection, FALSE);
  vsl_desk_rename_site_async (self->desk, self->name,
                              gtk_editable_get_text (GTK_EDITABLE (self->name_row)), renamed_cb,
                              g_object_ref (self));
}

static void
show_site (VslSitePage *self)
{
  VslBrand brand = vsl_site_get_brand (self->site);
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_bin_get_child (ADW_BIN (self)));
  GtkWidget *settings = vsl_site_settings_new (self->desk, self->site);
  GtkWidget *examination = vsl_site_examination_new (self->desk, self->site);

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), self->name);
  gtk_widget_set_visible (self->password_row, brand != VSL_BRAND_FOLDER);
  gtk_widget_set_visible (self->again_row, brand != VSL_BRAND_FOLDER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->password_row),
                                 brand == VSL_BRAND_GHOST ? _("New Admin API key")
                                                          : _("New application password"));
  show_abilities (self);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (settings));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (examination));
}

static void
vsl_site_page_dispose (GObject *object)
{
  VslSitePage *self = VSL_SITE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->password_row != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_SITE_PAGE);

  G_OBJECT_CLASS (vsl_site_page_parent_class)->dispose (object);
}

static void
vsl_site_page_finalize (GObject *object)
{
  VslSitePage *self = VSL_SITE_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->site);
  g_free (self->name);

  G_OBJECT_CLASS (vsl_site_page_parent_class)->finalize (object);
}

static void
vsl_site_page_class_init (VslSitePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_site_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_site_page_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-site-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VslSitePage, abilities);
  gtk_widget_class_bind_template_child (widget_class, VslSitePage, connection);
  gtk_widget_class_bind_template_child (widget_class, VslSitePage, name_row);
  gtk_widget_class_bind_template_child (widget_class, VslSitePage, password_row);
  gtk_widget_class_bind_template_child (widget_class, VslSitePage, again_row);
  gtk_widget_class_bind_template_child (widget_class, VslSitePage, again_button);
  gtk_widget_class_bind_template_child (widget_class, VslSitePage, note_label);
  gtk_widget_class_bind_template_callback (widget_class, name_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, password_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
}

static void
vsl_site_page_init (VslSitePage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_site_page_new:
 * @desk: the desk that has the site
 * @site: the site
 *
 * Returns: (transfer floating): the page of @site
 */
GtkWidget *
vsl_site_page_new (VslDesk *desk,
                   VslSite *site)
{
  VslSitePage *self;

  g_return_val_if_fail (VSL_IS_DESK (desk) && VSL_IS_SITE (site), NULL);

  self = g_object_new (VSL_TYPE_SITE_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->site = g_object_ref (site);
  self->name = g_strdup (vsl_site_get_name (site));
  show_site (self);

  return GTK_WIDGET (self);
}

/**
 * vsl_site_page_get_name:
 * @self: the page
 *
 * Returns: (transfer none): what the site is called now
 */
const char *
vsl_site_page_get_name (VslSitePage *self)
{
  g_return_val_if_fail (VSL_IS_SITE_PAGE (self), NULL);

  return self->name;
}

/**
 * vsl_site_page_take_note:
 * @self: the page
 * @from: (nullable): the page that this one is in the place of
 *
 * Goes on saying what @from said last.
 */
void
vsl_site_page_take_note (VslSitePage *self,
                         VslSitePage *from)
{
  g_return_if_fail (VSL_IS_SITE_PAGE (self));

  if (from != NULL && gtk_widget_get_visible (from->note_label))
    show_note (self, gtk_label_get_label (GTK_LABEL (from->note_label)), FALSE);
}
