/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-site-examination.h"

#include "desk/vsl-desk-doctor.h"

#include <glib/gi18n.h>

/**
 * VslSiteExamination:
 *
 * Looks step by step why a site cannot be published to: what was seen, what helps, and a text for
 * who looks after the site. Nothing is looked at before somebody asks for it.
 */
struct _VslSiteExamination
{
  AdwPreferencesGroup parent_instance;

  VslDesk      *desk;        /* (owned) (nullable) */
  VslSite      *site;        /* (owned) */
  GCancellable *cancellable; /* (owned) */
  char         *remedies;    /* (owned) (nullable) */
  GPtrArray    *rows;        /* (owned) of GtkWidget (unowned) */

  GtkWidget    *button;
  GtkWidget    *spinner;
  GtkWidget    *actions;
  GtkWidget    *note_label;
};

G_DEFINE_FINAL_TYPE (VslSiteExamination, vsl_site_examination, ADW_TYPE_PREFERENCES_GROUP)

static const struct
{
  const char *icon;
  const char *css_class;
  const char *word;
} results[] = {
  [VSL_DIAGNOSIS_OK] = { "object-select-symbolic", "success", NC_("examination", "in order") },
  [VSL_DIAGNOSIS_WARNING] = { "dialog-warning-symbolic", "warning", NC_("examination", "note") },
  [VSL_DIAGNOSIS_FAILURE] = { "dialog-error-symbolic", "error", NC_("examination", "fails") },
  [VSL_DIAGNOSIS_SKIPPED] = { "content-loading-symbolic", "dim-label",
                              NC_("examination", "not looked at") },
};

static void
show_note (VslSiteExamination *self,
           const char         *text)
{
  gtk_label_set_label (GTK_LABEL (self->note_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->note_label, text != NULL);
}

static void
set_looking (VslSiteExamination *self,
             gboolean            looking)
{
  gtk_widget_set_sensitive (self->button, !looking);
  gtk_widget_set_visible (self->spinner, looking);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), looking);
}

static GtkWidget *
make_step_row (VslDiagnosis *step)
{
  VslDiagnosisResult result = vsl_diagnosis_get_result (step);
  const char *title = vsl_desk_get_step_title (vsl_diagnosis_get_step (step));
  const char *remedy = vsl_diagnosis_get_remedy (step);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (results[result].icon);
  g_autofree char *text = remedy != NULL
                            ? g_strjoin ("\n", vsl_diagnosis_get_seen (step), remedy, NULL)
                            : g_strdup (vsl_diagnosis_get_seen (step));
  g_autofree char *markup = g_markup_escape_text (text, -1);
  g_autofree char *label = g_strdup_printf ("%s: %s", title,
                                            g_dpgettext2 (NULL, "examination", results[result].word));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (icon, results[result].css_class);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return row;
}

static void
clear_rows (VslSiteExamination *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->remedies, g_free);
  gtk_widget_set_visible (self->actions, FALSE);
  show_note (self, NULL);
}

static void
show_steps (VslSiteExamination *self,
            GPtrArray          *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      GtkWidget *row = make_step_row (steps->pdata[i]);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  self->remedies = vsl_desk_compose_remedies (self->site, steps);
  gtk_widget_set_visible (self->actions, self->remedies != NULL);
  if (self->remedies == NULL)
    show_note (self, _("Everything is in order: articles can be published here."));
}

static void
examined_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(VslSiteExamination) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) steps = vsl_desk_examine_site_finish (VSL_DESK (source), result, &error);

  if (self->desk == NULL) /* closed meanwhile */
    return;

  set_looking (self, FALSE);
  if (steps != NULL)
    show_steps (self, steps);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_note (self, error->message);
}

static void
examine_clicked_cb (VslSiteExamination *self)
{
  clear_rows (self);
  set_looking (self, TRUE);
  vsl_desk_examine_site_async (self->desk, self->site, self->cancellable, examined_cb,
                               g_object_ref (self));
}

static void
copy_clicked_cb (VslSiteExamination *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->remedies);
  show_note (self, _("The text is in the clipboard."));
}

static void
mail_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(VslSiteExamination) self = user_data;

  if (!g_app_info_launch_default_for_uri_finish (result, NULL) && self->desk != NULL)
    show_note (self, _("No mail program could be opened. Copy the text instead."));
}

static void
mail_clicked_cb (VslSiteExamination *self)
{
  g_autoptr(GdkAppLaunchContext) context =
    gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autofree char *host = vsl_site_dup_host (self->site);
  g_autofree char *subject = g_strdup_printf (_("Publishing on %s"), host);
  g_autofree char *escaped_subject = g_uri_escape_string (subject, NULL, FALSE);
  g_autofree char *body = g_uri_escape_string (self->remedies, NULL, FALSE);
  g_autofree char *uri = g_strdup_printf ("mailto:?subject=%s&body=%s", escaped_subject, body);

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), self->cancellable,
                                           mail_opened_cb, g_object_ref (self));
}

static GtkWidget *
make_button (VslSiteExamination *self,
             const char         *label,
             GCallback           clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

static void
vsl_site_examination_dispose (GObject *object)
{
  VslSiteExamination *self = VSL_SITE_EXAMINATION (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_site_examination_parent_class)->dispose (object);
}

static void
vsl_site_examination_finalize (GObject *object)
{
  VslSiteExamination *self = VSL_SITE_EXAMINATION (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->site);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->remedies);

  G_OBJECT_CLASS (vsl_site_examination_parent_class)->finalize (object);
}

static void
vsl_site_examination_class_init (VslSiteExaminationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vsl_site_examination_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_site_examination_finalize;
}

static void
vsl_site_examination_init (VslSiteExamination *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  GtkWidget *suffix = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (group, _("Examination"));
  adw_preferences_group_set_description (group, _("Why publishing fails, step by step. Nothing "
                                                  "changes on the site."));
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  self->button = make_button (self, _("Examine"), G_CALLBACK (examine_clicked_cb));
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (suffix), self->spinner);
  gtk_box_append (GTK_BOX (suffix), self->button);
  adw_preferences_group_set_header_suffix (group, suffix);

  self->actions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (self->actions, 6);
  gtk_widget_set_visible (self->actions, FALSE);
  gtk_box_append (GTK_BOX (self->actions),
                  make_button (self, _("Copy the text for the web manager"), G_CALLBACK (copy_clicked_cb)));
  gtk_box_append (GTK_BOX (self->actions),
                  make_button (self, _("Write a mail…"), G_CALLBACK (mail_clicked_cb)));
  self->note_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->note_label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->note_label), TRUE);
  gtk_widget_set_margin_top (self->note_label, 6);
  gtk_widget_set_visible (self->note_label, FALSE);
  adw_preferences_group_add (group, self->actions);
  adw_preferences_group_add (group, self->note_label);
}

/**
 * vsl_site_examination_new:
 * @desk: the desk that has the site
 * @site: the site
 *
 * Returns: (transfer floating): the examination of @site, not yet begun
 */
GtkWidget *
vsl_site_examination_new (VslDesk *desk,
                          VslSite *site)
{
  VslSiteExamination *self;

  g_return_val_if_fail (VSL_IS_DESK (desk) && VSL_IS_SITE (site), NULL);

  self = g_object_new (VSL_TYPE_SITE_EXAMINATION, NULL);
  self->desk = g_object_ref (desk);
  self->site = g_object_ref (site);

  return GTK_WIDGET (self);
}
