/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-role-row.h"

#include "core/vsl-date.h"

#include <glib/gi18n.h>

/**
 * VslRoleRow:
 *
 * What somebody was, where, and from when until when, to write in a list.
 */
struct _VslRoleRow
{
  GtkListBoxRow parent_instance;

  GtkEditable  *title_entry;        /* (template), as all that follow */
  GtkEditable  *organisation_entry;
  GtkEditable  *from_entry;
  GtkEditable  *until_entry;
};

G_DEFINE_FINAL_TYPE (VslRoleRow, vsl_role_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
check_date (GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);
  gboolean valid = *text == '\0' || vsl_date_is_valid (text, FALSE);

  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);

  return valid;
}

static void
changed_cb (VslRoleRow *self)
{
  vsl_role_row_is_valid (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
remove_cb (VslRoleRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
vsl_role_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VSL_TYPE_ROLE_ROW);

  G_OBJECT_CLASS (vsl_role_row_parent_class)->dispose (object);
}

static void
vsl_role_row_class_init (VslRoleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_role_row_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", VSL_TYPE_ROLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", VSL_TYPE_ROLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-role-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VslRoleRow, title_entry);
  gtk_widget_class_bind_template_child (widget_class, VslRoleRow, organisation_entry);
  gtk_widget_class_bind_template_child (widget_class, VslRoleRow, from_entry);
  gtk_widget_class_bind_template_child (widget_class, VslRoleRow, until_entry);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
vsl_role_row_init (VslRoleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_role_row_new:
 * @role: (nullable): what is filled in
 *
 * Returns: (transfer floating): a row to write a role in
 */
GtkWidget *
vsl_role_row_new (VslRole *role)
{
  VslRoleRow *self = g_object_new (VSL_TYPE_ROLE_ROW, NULL);

  if (role != NULL)
    {
      gtk_editable_set_text (self->title_entry, vsl_role_get_title (role));
      gtk_editable_set_text (self->organisation_entry, vsl_role_get_organisation (role));
      gtk_editable_set_text (self->from_entry, vsl_role_get_from (role));
      gtk_editable_set_text (self->until_entry, vsl_role_get_until (role));
    }

  return GTK_WIDGET (self);
}

/**
 * vsl_role_row_dup_role:
 *
 * Returns: (transfer full) (nullable): what is filled in; %NULL when that is neither a role nor an
 *   organisation
 */
VslRole *
vsl_role_row_dup_role (VslRoleRow *self)
{
  const char *title, *organisation;

  g_return_val_if_fail (VSL_IS_ROLE_ROW (self), NULL);

  title = gtk_editable_get_text (self->title_entry);
  organisation = gtk_editable_get_text (self->organisation_entry);
  if (*title == '\0' && *organisation == '\0')
    return NULL;

  return vsl_role_new (title, organisation, gtk_editable_get_text (self->from_entry),
                       gtk_editable_get_text (self->until_entry), FALSE);
}

/**
 * vsl_role_row_is_valid:
 *
 * Returns: whether both dates are empty, a year, a month or a day
 */
gboolean
vsl_role_row_is_valid (VslRoleRow *self)
{
  gboolean from, until;

  g_return_val_if_fail (VSL_IS_ROLE_ROW (self), FALSE);

  from = check_date (self->from_entry);
  until = check_date (self->until_entry);

  return from && until;
}
