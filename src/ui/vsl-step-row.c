/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-step-row.h"

#include <glib/gi18n.h>

/**
 * VslStepRow:
 *
 * One step of a publication: how it stands, what it is, and what there is to say about it. Follows
 * the step as it goes on.
 */
struct _VslStepRow
{
  AdwBin              parent_instance;

  VslPublicationStep *step;         /* (owned) */

  GtkWidget          *state_stack;  /* (template), as all that follow */
  GtkWidget          *title_label;
  GtkWidget          *detail_label;
};

G_DEFINE_FINAL_TYPE (VslStepRow, vsl_step_row, ADW_TYPE_BIN)

static const struct
{
  const char *page;        /* of the stack in the template */
  const char *description; /* for those who do not see the icon */
} states[] = {
  [VSL_STEP_WAITING] = { "waiting", NC_("step", "waiting") },
  [VSL_STEP_RUNNING] = { "running", NC_("step", "under way") },
  [VSL_STEP_DONE] = { "done", NC_("step", "done") },
  [VSL_STEP_FAILED] = { "failed", NC_("step", "failed") },
};

static void
show_step (VslStepRow *self)
{
  VslStepState state = vsl_publication_step_get_state (self->step);
  const char *title = vsl_publication_step_get_title (self->step);
  const char *detail = vsl_publication_step_get_detail (self->step);
  const char *description = g_dpgettext2 (NULL, "step", states[state].description);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, description);

  gtk_stack_set_visible_child_name (GTK_STACK (self->state_stack), states[state].page);
  gtk_label_set_label (GTK_LABEL (self->title_label), title);
  gtk_label_set_label (GTK_LABEL (self->detail_label), detail != NULL ? detail : "");
  gtk_widget_set_visible (self->detail_label, detail != NULL && *detail != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (state == VSL_STEP_WAITING)
    gtk_widget_add_css_class (self->title_label, "dim-label");
  else
    gtk_widget_remove_css_class (self->title_label, "dim-label");
}

static void
vsl_step_row_dispose (GObject *object)
{
  VslStepRow *self = VSL_STEP_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_STEP_ROW);
  if (self->step != NULL)
    g_signal_handlers_disconnect_by_func (self->step, show_step, self);
  g_clear_object (&self->step);

  G_OBJECT_CLASS (vsl_step_row_parent_class)->dispose (object);
}

static void
vsl_step_row_class_init (VslStepRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_step_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VslStepRow, state_stack);
  gtk_widget_class_bind_template_child (widget_class, VslStepRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, VslStepRow, detail_label);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
vsl_step_row_init (VslStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_step_row_new:
 * @step: the step to follow
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
vsl_step_row_new (VslPublicationStep *step)
{
  VslStepRow *self;

  g_return_val_if_fail (VSL_IS_PUBLICATION_STEP (step), NULL);

  self = g_object_new (VSL_TYPE_STEP_ROW, NULL);
  self->step = g_object_ref (step);
  g_signal_connect_object (step, "notify", G_CALLBACK (show_step), self, G_CONNECT_SWAPPED);
  show_step (self);

  return GTK_WIDGET (self);
}
