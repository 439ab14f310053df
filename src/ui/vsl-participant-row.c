/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-participant-row.h"

#include "ui/vsl-participant-form.h"

#include <glib/gi18n.h>

/**
 * VslParticipantRow:
 *
 * One participant in the list: name, role and organisation, the badge of the chair, and, when it is
 * being edited, the form below. It changes nothing itself; the panel that owns it hears what the
 * person at the keyboard wants.
 *
 * Signals: `edited` (the form made another participant: see vsl_participant_row_get_participant()),
 * `move-requested` (-1 up or +1 down), `removal-requested`.
 *
 * Keys: Alt+Up and Alt+Down move, Delete removes, F2 edits, Escape ends editing.
 */
struct _VslParticipantRow
{
  GtkListBoxRow   parent_instance;

  VslParticipant *participant;        /* (owned) */

  GtkWidget      *name_label;         /* (template), as all that follow */
  GtkWidget      *chair_badge;
  GtkWidget      *role_label;
  GtkWidget      *organisation_label;
  GtkWidget      *edit_toggle;
  GtkWidget      *up_button;
  GtkWidget      *down_button;
  GtkWidget      *remove_button;
  GtkWidget      *revealer;
  GtkWidget      *form;
};

G_DEFINE_FINAL_TYPE (VslParticipantRow, vsl_participant_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_EDITED,
  SIGNAL_MOVE_REQUESTED,
  SIGNAL_REMOVAL_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_line (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

/* Takes @name. */
static void
take_accessible_name (GtkWidget *widget,
                      char      *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

static void
show_participant (VslParticipantRow *self)
{
  const char *name = vsl_participant_get_name (self->participant);
  gboolean chair = vsl_participant_get_chair (self->participant);
  g_autofree char *description = vsl_participant_dup_description (self->participant);
  g_autofree char *label = NULL;

  set_line (self->name_label, name);
  set_line (self->role_label, vsl_participant_get_role (self->participant));
  set_line (self->organisation_label, vsl_participant_get_organisation (self->participant));
  gtk_widget_set_visible (self->chair_badge, chair);

  /* Translators: a participant as a screen reader says it: “Name, role, organisation, chair” */
  label = chair ? g_strdup_printf (_("%s, chair"), description) : g_strdup (description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  take_accessible_name (self->edit_toggle, g_strdup_printf (_("Edit %s"), name));
  take_accessible_name (self->up_button, g_strdup_printf (_("Move %s up"), name));
  take_accessible_name (self->down_button, g_strdup_printf (_("Move %s down"), name));
  take_accessible_name (self->remove_button, g_strdup_printf (_("Remove %s"), name));
}

static void
form_edited_cb (VslParticipantRow *self)
{
  VslParticipant *participant =
    vsl_participant_form_get_participant (VSL_PARTICIPANT_FORM (self->form));

  g_set_object (&self->participant, participant);
  show_participant (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
edit_toggled_cb (VslParticipantRow *self)
{
  gboolean editing = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->edit_toggle));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), editing);
  if (editing)
    gtk_widget_grab_focus (self->form);
}

static void
finished_cb (VslParticipantRow *self)
{
  vsl_participant_row_set_editing (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
up_clicked_cb (VslParticipantRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVE_REQUESTED], 0, -1);
}

static void
down_clicked_cb (VslParticipantRow *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVE_REQUESTED], 0, 1);
}

static void
remove_clicked_cb (VslParticipantRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVAL_REQUESTED], 0);
}

static GdkContentProvider *
drag_prepared_cb (VslParticipantRow *self)
{
  return gdk_content_provider_new_typed (VSL_TYPE_PARTICIPANT_ROW, self);
}

/* What hangs at the pointer: the name, on a ground of its own so that it can be read. */
static void
drag_begun_cb (VslParticipantRow *self,
               GdkDrag           *drag)
{
  GtkWidget *label = gtk_label_new (vsl_participant_get_name (self->participant));

  gtk_widget_add_css_class (label, "dragged");
  gtk_widget_add_css_class (label, "heading");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static gboolean
move_pressed_cb (GtkWidget *widget,
                 GVariant  *args,
                 gpointer   user_data)
{
  g_signal_emit (widget, signals[SIGNAL_MOVE_REQUESTED], 0, g_variant_get_int32 (args));

  return GDK_EVENT_STOP;
}

/* Delete means the row only when the row itself has the focus, not a button or a field in it. */
static gboolean
delete_pressed_cb (GtkWidget *widget,
                   GVariant  *args,
                   gpointer   user_data)
{
  if (!gtk_widget_is_focus (widget))
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (widget, signals[SIGNAL_REMOVAL_REQUESTED], 0);

  return GDK_EVENT_STOP;
}

static gboolean
edit_pressed_cb (GtkWidget *widget,
                 GVariant  *args,
                 gpointer   user_data)
{
  vsl_participant_row_set_editing (VSL_PARTICIPANT_ROW (widget), TRUE);

  return GDK_EVENT_STOP;
}

static gboolean
escape_pressed_cb (GtkWidget *widget,
                   GVariant  *args,
                   gpointer   user_data)
{
  VslParticipantRow *self = VSL_PARTICIPANT_ROW (widget);

  if (!vsl_participant_row_get_editing (self))
    return GDK_EVENT_PROPAGATE;

  finished_cb (self);

  return GDK_EVENT_STOP;
}

static void
vsl_participant_row_dispose (GObject *object)
{
  VslParticipantRow *self = VSL_PARTICIPANT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_PARTICIPANT_ROW);
  g_clear_object (&self->participant);

  G_OBJECT_CLASS (vsl_participant_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-participant-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VslParticipantRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantRow, chair_badge);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantRow, role_label);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantRow, organisation_label);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantRow, edit_toggle);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantRow, up_button);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantRow, down_button);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantRow, revealer);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantRow, form);
  gtk_widget_class_bind_template_callback (widget_class, form_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, up_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepared_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begun_cb);
}

static void
vsl_participant_row_class_init (VslParticipantRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_participant_row_dispose;

  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVE_REQUESTED] =
    g_signal_new ("move-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_REMOVAL_REQUESTED] =
    g_signal_new ("removal-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_pressed_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_pressed_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_pressed_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, edit_pressed_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_pressed_cb, NULL);

  g_type_ensure (VSL_TYPE_PARTICIPANT_FORM);
  bind_template (widget_class);
}

static void
vsl_participant_row_init (VslParticipantRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_participant_row_new:
 * @participant: whom to show
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
vsl_participant_row_new (VslParticipant *participant)
{
  VslParticipantRow *self = g_object_new (VSL_TYPE_PARTICIPANT_ROW, NULL);

  vsl_participant_row_set_participant (self, participant);

  return GTK_WIDGET (self);
}

/**
 * vsl_participant_row_get_participant:
 *
 * Returns: (transfer none): whom the row shows, as last typed
 */
VslParticipant *
vsl_participant_row_get_participant (VslParticipantRow *self)
{
  g_return_val_if_fail (VSL_IS_PARTICIPANT_ROW (self), NULL);

  return self->participant;
}

/**
 * vsl_participant_row_set_participant:
 * @participant: whom to show
 */
void
vsl_participant_row_set_participant (VslParticipantRow *self,
                                     VslParticipant    *participant)
{
  g_return_if_fail (VSL_IS_PARTICIPANT_ROW (self));
  g_return_if_fail (VSL_IS_PARTICIPANT (participant));

  g_set_object (&self->participant, participant);
  vsl_participant_form_set_participant (VSL_PARTICIPANT_FORM (self->form), participant);
  show_participant (self);
}

/**
 * vsl_participant_row_get_editing:
 *
 * Returns: whether the form is open
 */
gboolean
vsl_participant_row_get_editing (VslParticipantRow *self)
{
  g_return_val_if_fail (VSL_IS_PARTICIPANT_ROW (self), FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->edit_toggle));
}

/**
 * vsl_participant_row_set_editing:
 * @editing: whether the form is to be open; opening it takes the focus
 */
void
vsl_participant_row_set_editing (VslParticipantRow *self,
                                 gboolean           editing)
{
  g_return_if_fail (VSL_IS_PARTICIPANT_ROW (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->edit_toggle), editing);
}
