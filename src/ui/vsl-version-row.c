/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-version-row.h"

#include "desk/vsl-version-words.h"

#include <glib/gi18n.h>

/**
 * VslVersionRow:
 *
 * One version in a list of them: when, why, its name, and how many words it has more or less than
 * the one before.
 */
struct _VslVersionRow
{
  GtkListBoxRow parent_instance;

  VslSnapshot *version; /* (owned) */
  GtkWidget *time_label;
  GtkWidget *name_label;
  GtkWidget *reason_label;
  GtkWidget *words_label;
};

G_DEFINE_FINAL_TYPE (VslVersionRow, vsl_version_row, GTK_TYPE_LIST_BOX_ROW)

static GDateTime *
get_local_time (VslVersionRow *self)
{
  g_autoptr(GDateTime) utc =
    g_date_time_new_from_unix_utc (vsl_snapshot_get_created_at (self->version) / G_USEC_PER_SEC);

  return utc != NULL ? g_date_time_to_local (utc) : NULL;
}

static char *
dup_words (VslSnapshot *version,
           VslSnapshot *previous)
{
  guint words = vsl_snapshot_get_words (version);
  int more = previous != NULL ? (int) words - (int) vsl_snapshot_get_words (previous) : 0;

  if (previous == NULL)
    return g_strdup_printf (ngettext ("%'u word", "%'u words", words), words);
  if (more > 0)
    return g_strdup_printf ("+%'d", more);
  if (more < 0)
    return g_strdup_printf ("−%'d", -more);

  return g_strdup ("±0");
}

static void
vsl_version_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VSL_TYPE_VERSION_ROW);
  g_clear_object (&VSL_VERSION_ROW (object)->version);
  G_OBJECT_CLASS (vsl_version_row_parent_class)->dispose (object);
}

static void
vsl_version_row_class_init (VslVersionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_version_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-version-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VslVersionRow, time_label);
  gtk_widget_class_bind_template_child (widget_class, VslVersionRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, VslVersionRow, reason_label);
  gtk_widget_class_bind_template_child (widget_class, VslVersionRow, words_label);
}

static void
vsl_version_row_init (VslVersionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_version_row_new:
 * @version: a version
 * @previous: (nullable): the one before it
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
vsl_version_row_new (VslSnapshot *version,
                     VslSnapshot *previous)
{
  VslVersionRow *self = g_object_new (VSL_TYPE_VERSION_ROW, NULL);
  const char *name = vsl_snapshot_get_name (version);
  g_autofree char *time = NULL;
  g_autofree char *words = dup_words (version, previous);

  self->version = g_object_ref (version);
  time = vsl_version_row_dup_time (self);
  gtk_label_set_label (GTK_LABEL (self->time_label), time);
  gtk_label_set_label (GTK_LABEL (self->name_label), name != NULL ? name : "");
  gtk_widget_set_visible (self->name_label, name != NULL);
  gtk_label_set_label (GTK_LABEL (self->reason_label),
                       vsl_version_words_get_reason (vsl_snapshot_get_reason (version)));
  gtk_label_set_label (GTK_LABEL (self->words_label), words);

  return GTK_WIDGET (self);
}

/**
 * vsl_version_row_get_version:
 *
 * Returns: (transfer none): the version
 */
VslSnapshot *
vsl_version_row_get_version (VslVersionRow *self)
{
  g_return_val_if_fail (VSL_IS_VERSION_ROW (self), NULL);

  return self->version;
}

/**
 * vsl_version_row_dup_day:
 *
 * Returns: (transfer full): the day of the version, for people
 */
char *
vsl_version_row_dup_day (VslVersionRow *self)
{
  g_autoptr(GDateTime) time = get_local_time (self);

  /* Translators: a day as g_date_time_format() takes it: “Monday 24 November 2025” */
  return time != NULL ? g_date_time_format (time, _("%A %-d %B %Y")) : g_strdup ("");
}

/**
 * vsl_version_row_dup_time:
 *
 * Returns: (transfer full): the time of the version, for people
 */
char *
vsl_version_row_dup_time (VslVersionRow *self)
{
  g_autoptr(GDateTime) time = get_local_time (self);

  return time != NULL ? g_date_time_format (time, "%H:%M") : g_strdup ("");
}
