/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-organisation-row.h"

#include <glib/gi18n.h>

/**
 * VslOrganisationRow:
 *
 * An organisation that unfolds into its name, its abbreviation and the years in which it was called
 * so.
 */
struct _VslOrganisationRow
{
  AdwExpanderRow   parent_instance;

  VslOrganisation *before;       /* (owned) (nullable) as stored; %NULL for a new one */

  GtkEditable     *name_row;     /* (template), as all that follow */
  GtkEditable     *short_row;
  GtkEditable     *from_row;
  GtkEditable     *until_row;
  GtkWidget       *save_button;
};

G_DEFINE_FINAL_TYPE (VslOrganisationRow, vsl_organisation_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_SAVE,
  SIGNAL_DELETE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* 0 for empty, -1 for what is no year. */
static int
read_year (GtkEditable *row)
{
  const char *text = gtk_editable_get_text (row);
  guint64 year = 0;
  gboolean valid = *text == '\0' || g_ascii_string_to_unsigned (text, 10, 1000, 2999, &year, NULL);

  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");

  return valid ? (int) year : -1;
}

static void
changed_cb (VslOrganisationRow *self)
{
  int from = read_year (self->from_row);
  int until = read_year (self->until_row);
  gboolean ordered = until <= 0 || from <= until;

  if (!ordered)
    gtk_widget_add_css_class (GTK_WIDGET (self->until_row), "error");
  gtk_widget_set_sensitive (self->save_button, *gtk_editable_get_text (self->name_row) != '\0' &&
                                               from >= 0 && until >= 0 && ordered);
}

static void
save_cb (VslOrganisationRow *self)
{
  g_signal_emit (self, signals[SIGNAL_SAVE], 0);
}

static void
delete_cb (VslOrganisationRow *self)
{
  g_signal_emit (self, signals[SIGNAL_DELETE], 0);
}

static void
set_year (GtkEditable *row,
          int          year)
{
  g_autofree char *text = year > 0 ? g_strdup_printf ("%d", year) : g_strdup ("");

  gtk_editable_set_text (row, text);
}

static void
show_title (VslOrganisationRow *self)
{
  g_autofree char *years = NULL;
  int from = vsl_organisation_get_from_year (self->before);
  int until = vsl_organisation_get_until_year (self->before);
  const char *abbreviation = vsl_organisation_get_abbreviation (self->before);
  g_autofree char *first = from > 0 ? g_strdup_printf ("%d", from) : g_strdup ("");
  g_autofree char *last = until > 0 ? g_strdup_printf ("%d", until) : g_strdup ("");
  g_autofree char *subtitle = NULL;

  years = from > 0 || until > 0 ? g_strdup_printf ("%s–%s", first, last) : g_strdup ("");
  subtitle = g_strjoin (*abbreviation != '\0' && *years != '\0' ? " · " : "", abbreviation, years,
                        NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 vsl_organisation_get_name (self->before));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
vsl_organisation_row_dispose (GObject *object)
{
  g_clear_object (&VSL_ORGANISATION_ROW (object)->before);

  G_OBJECT_CLASS (vsl_organisation_row_parent_class)->dispose (object);
}

static void
vsl_organisation_row_class_init (VslOrganisationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_organisation_row_dispose;

  signals[SIGNAL_SAVE] = g_signal_new ("save", VSL_TYPE_ORGANISATION_ROW, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DELETE] = g_signal_new ("delete", VSL_TYPE_ORGANISATION_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-organisation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VslOrganisationRow, name_row);
  gtk_widget_class_bind_template_child (widget_class, VslOrganisationRow, short_row);
  gtk_widget_class_bind_template_child (widget_class, VslOrganisationRow, from_row);
  gtk_widget_class_bind_template_child (widget_class, VslOrganisationRow, until_row);
  gtk_widget_class_bind_template_child (widget_class, VslOrganisationRow, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
vsl_organisation_row_init (VslOrganisationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_organisation_row_new:
 * @organisation: (nullable): what is filled in; %NULL for a new one, which is unfolded
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
vsl_organisation_row_new (VslOrganisation *organisation)
{
  VslOrganisationRow *self = g_object_new (VSL_TYPE_ORGANISATION_ROW, NULL);

  if (organisation == NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("New organisation"));
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
    }
  else
    {
      self->before = g_object_ref (organisation);
      gtk_editable_set_text (self->name_row, vsl_organisation_get_name (organisation));
      gtk_editable_set_text (self->short_row, vsl_organisation_get_abbreviation (organisation));
      set_year (self->from_row, vsl_organisation_get_from_year (organisation));
      set_year (self->until_row, vsl_organisation_get_until_year (organisation));
      show_title (self);
    }
  changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * vsl_organisation_row_get_before:
 *
 * Returns: (transfer none) (nullable): the organisation as stored
 */
VslOrganisation *
vsl_organisation_row_get_before (VslOrganisationRow *self)
{
  g_return_val_if_fail (VSL_IS_ORGANISATION_ROW (self), NULL);

  return self->before;
}

/**
 * vsl_organisation_row_dup_organisation:
 *
 * Returns: (transfer full): what is filled in
 */
VslOrganisation *
vsl_organisation_row_dup_organisation (VslOrganisationRow *self)
{
  g_return_val_if_fail (VSL_IS_ORGANISATION_ROW (self), NULL);

  return vsl_organisation_new (gtk_editable_get_text (self->name_row),
                               gtk_editable_get_text (self->short_row),
                               MAX (read_year (self->from_row), 0),
                               MAX (read_year (self->until_row), 0));
}
