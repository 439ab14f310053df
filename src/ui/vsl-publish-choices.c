/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-publish-choices.h"

#include "desk/vsl-site-rights.h"
#include "ui/vsl-time-entry.h"

#include <glib/gi18n.h>

/**
 * VslPublishChoices:
 *
 * As what an article goes to a site: a draft, for review, published now or at a moment to come. What our
 * user may not do there cannot be chosen; what that is stands below.
 *
 * Signal `changed`: the person at the keyboard chose something else.
 */
struct _VslPublishChoices
{
  AdwBin     parent_instance;

  gboolean   filling;

  GtkWidget *draft_check;    /* (template), as all that follow */
  GtkWidget *pending_check;
  GtkWidget *publish_check;
  GtkWidget *future_check;
  GtkWidget *time_revealer;
  GtkWidget *time_entry;
  GtkWidget *rights_label;
};

G_DEFINE_FINAL_TYPE (VslPublishChoices, vsl_publish_choices, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_active (GtkWidget *check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

/* Tomorrow morning at nine: a moment to start from. */
static gint64
get_default_moment (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr(GDateTime) morning =
    g_date_time_new_local (g_date_time_get_year (tomorrow), g_date_time_get_month (tomorrow),
                           g_date_time_get_day_of_month (tomorrow), 9, 0, 0);

  return g_date_time_to_unix (morning) * G_USEC_PER_SEC;
}

static void
choice_changed_cb (VslPublishChoices *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->time_revealer),
                                 is_active (self->future_check));
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
vsl_publish_choices_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VSL_TYPE_PUBLISH_CHOICES);

  G_OBJECT_CLASS (vsl_publish_choices_parent_class)->dispose (object);
}

static void
vsl_publish_choices_class_init (VslPublishChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_publish_choices_dispose;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VSL_TYPE_TIME_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-publish-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, VslPublishChoices, draft_check);
  gtk_widget_class_bind_template_child (widget_class, VslPublishChoices, pending_check);
  gtk_widget_class_bind_template_child (widget_class, VslPublishChoices, publish_check);
  gtk_widget_class_bind_template_child (widget_class, VslPublishChoices, future_check);
  gtk_widget_class_bind_template_child (widget_class, VslPublishChoices, time_revealer);
  gtk_widget_class_bind_template_child (widget_class, VslPublishChoices, time_entry);
  gtk_widget_class_bind_template_child (widget_class, VslPublishChoices, rights_label);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
vsl_publish_choices_init (VslPublishChoices *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  vsl_time_entry_set_at (VSL_TIME_ENTRY (self->time_entry), get_default_moment ());
  self->filling = FALSE;
}

/**
 * vsl_publish_choices_new:
 *
 * Returns: (transfer floating): the choices, at draft
 */
GtkWidget *
vsl_publish_choices_new (void)
{
  return g_object_new (VSL_TYPE_PUBLISH_CHOICES, NULL);
}

/**
 * vsl_publish_choices_get_options:
 * @options: (out): what is chosen; without leave to create tags
 *
 * Returns: whether it can be done: not when the moment that was typed is none to come
 */
gboolean
vsl_publish_choices_get_options (VslPublishChoices     *self,
                                 VslPublicationOptions *options)
{
  g_return_val_if_fail (VSL_IS_PUBLISH_CHOICES (self), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  *options = (VslPublicationOptions) { .as = VSL_REMOTE_DRAFT };
  if (is_active (self->pending_check))
    options->as = VSL_REMOTE_PENDING;
  else if (is_active (self->publish_check))
    options->as = VSL_REMOTE_PUBLISH;
  else if (is_active (self->future_check))
    options->as = VSL_REMOTE_FUTURE;

  if (options->as != VSL_REMOTE_FUTURE)
    return TRUE;

  options->at = vsl_time_entry_get_at (VSL_TIME_ENTRY (self->time_entry));

  return options->at != 0;
}

/**
 * vsl_publish_choices_set_status:
 * @status: how the article stands on the site
 * @at: µs UTC, when that is scheduled; else 0
 *
 * Chooses what keeps it as it stands: an update of a published article must not offer to take it
 * back to a draft.
 */
void
vsl_publish_choices_set_status (VslPublishChoices *self,
                                VslRemoteStatus    status,
                                gint64             at)
{
  GtkWidget *check;

  g_return_if_fail (VSL_IS_PUBLISH_CHOICES (self));

  if (status == VSL_REMOTE_PUBLISH)
    check = self->publish_check;
  else if (status == VSL_REMOTE_PENDING && gtk_widget_get_visible (self->pending_check))
    check = self->pending_check;
  else if (status == VSL_REMOTE_FUTURE)
    check = self->future_check;
  else
    check = self->draft_check;

  self->filling = TRUE;
  if (status == VSL_REMOTE_FUTURE && at > 0)
    vsl_time_entry_set_at (VSL_TIME_ENTRY (self->time_entry), at);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  self->filling = FALSE;
}

static void
show_rights (VslPublishChoices *self,
             VslSite           *site)
{
  gboolean may_publish = site == NULL || vsl_site_rights_may (site, VSL_RIGHT_PUBLISH);
  g_autofree char *rights = site != NULL ? vsl_site_rights_describe (site) : NULL;
  const char *hint = may_publish ? NULL : _("This user may not publish there. Submit the article for review.");

  gtk_widget_set_sensitive (self->publish_check, may_publish);
  gtk_widget_set_sensitive (self->future_check, may_publish);
  gtk_widget_set_tooltip_text (self->publish_check, hint);
  gtk_widget_set_tooltip_text (self->future_check, hint);
  gtk_label_set_label (GTK_LABEL (self->rights_label), rights != NULL ? rights : "");
  gtk_widget_set_visible (self->rights_label, rights != NULL);
}

/**
 * vsl_publish_choices_set_site:
 * @site: (nullable): where it goes; moments are by its clock
 *
 * Only WordPress has articles that wait for review.
 */
void
vsl_publish_choices_set_site (VslPublishChoices *self,
                              VslSite           *site)
{
  g_return_if_fail (VSL_IS_PUBLISH_CHOICES (self));
  g_return_if_fail (site == NULL || VSL_IS_SITE (site));

  self->filling = TRUE;
  gtk_widget_set_visible (self->pending_check,
                          site != NULL && vsl_site_get_brand (site) == VSL_BRAND_WORDPRESS);
  show_rights (self, site);
  vsl_time_entry_set_site (VSL_TIME_ENTRY (self->time_entry), site);
  self->filling = FALSE;
}
