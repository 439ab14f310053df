/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-participant-form.h"

#include <glib/gi18n.h>

/**
 * VslParticipantForm:
 *
 * The fields of one participant. Every keystroke makes a new participant and emits `edited`, so
 * that what is typed is kept at once; a form without a name keeps the last one that had a name, and
 * says so. Shows how the name will be written, at the first mention and later.
 *
 * Signals: `edited` (the person at the keyboard changed something), `finished` (Enter in a field).
 */
struct _VslParticipantForm
{
  AdwBin          parent_instance;

  VslParticipant *participant;         /* (owned) (nullable) */
  gboolean        filling;             /* the entries are being set, not typed in */

  GtkWidget      *given_entry;         /* (template), as all that follow */
  GtkWidget      *prefix_entry;
  GtkWidget      *family_entry;
  GtkWidget      *role_entry;
  GtkWidget      *organisation_entry;
  GtkWidget      *chair_switch;
  GtkWidget      *registered_switch;
  GtkWidget      *full_name_label;
  GtkWidget      *last_name_label;
  GtkWidget      *preview;
  GtkWidget      *problem_label;
};

G_DEFINE_FINAL_TYPE (VslParticipantForm, vsl_participant_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_EDITED,
  SIGNAL_FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_stripped (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

/* The person as typed, or NULL when there is no name at all. */
static VslPerson *
make_person (VslParticipantForm *self)
{
  g_autofree char *given = dup_stripped (self->given_entry);
  g_autofree char *prefix = dup_stripped (self->prefix_entry);
  g_autofree char *family = dup_stripped (self->family_entry);

  if (*given == '\0' && *family == '\0')
    return NULL;

  return vsl_person_new (given, prefix, family,
                         gtk_switch_get_active (GTK_SWITCH (self->registered_switch)));
}

static void
show_preview (VslParticipantForm *self,
              VslPerson          *person)
{
  gtk_widget_set_visible (self->preview, person != NULL);
  gtk_widget_set_visible (self->problem_label, person == NULL);

  if (person != NULL)
    {
      g_autofree char *full_name = vsl_person_dup_full_name (person);
      g_autofree char *last_name = vsl_person_dup_last_name (person);

      gtk_label_set_label (GTK_LABEL (self->full_name_label), full_name);
      gtk_label_set_label (GTK_LABEL (self->last_name_label), last_name);
    }
}

static void
empty (VslParticipantForm *self)
{
  GtkWidget *entries[] = {
    self->given_entry, self->prefix_entry, self->family_entry, self->role_entry,
    self->organisation_entry
  };
  guint i;

  self->filling = TRUE;
  for (i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_editable_set_text (GTK_EDITABLE (entries[i]), "");
  gtk_switch_set_active (GTK_SWITCH (self->chair_switch), FALSE);
  gtk_switch_set_active (GTK_SWITCH (self->registered_switch), FALSE);
  self->filling = FALSE;

  gtk_widget_set_visible (self->preview, FALSE);
  gtk_widget_set_visible (self->problem_label, FALSE);
}

static void
fill (VslParticipantForm *self)
{
  VslPerson *person = vsl_participant_get_person (self->participant);

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->given_entry), vsl_person_get_given (person));
  gtk_editable_set_text (GTK_EDITABLE (self->prefix_entry), vsl_person_get_prefix (person));
  gtk_editable_set_text (GTK_EDITABLE (self->family_entry), vsl_person_get_family (person));
  gtk_editable_set_text (GTK_EDITABLE (self->role_entry),
                         vsl_participant_get_role (self->participant));
  gtk_editable_set_text (GTK_EDITABLE (self->organisation_entry),
                         vsl_participant_get_organisation (self->participant));
  gtk_switch_set_active (GTK_SWITCH (self->chair_switch),
                         vsl_participant_get_chair (self->participant));
  gtk_switch_set_active (GTK_SWITCH (self->registered_switch),
                         vsl_person_get_as_registered (person));
  self->filling = FALSE;

  show_preview (self, person);
}

static void
field_changed_cb (VslParticipantForm *self)
{
  g_autoptr(VslPerson) person = NULL;
  g_autoptr(VslParticipant) participant = NULL;
  g_autofree char *role = NULL;
  g_autofree char *organisation = NULL;

  if (self->filling)
    return;

  person = make_person (self);
  show_preview (self, person);
  if (person == NULL)
    return;

  role = dup_stripped (self->role_entry);
  organisation = dup_stripped (self->organisation_entry);
  participant = vsl_participant_new (person, role, organisation,
                                     gtk_switch_get_active (GTK_SWITCH (self->chair_switch)));
  if (self->participant != NULL && vsl_participant_equal (self->participant, participant))
    return;

  g_set_object (&self->participant, participant);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
entry_activated_cb (VslParticipantForm *self)
{
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

static gboolean
vsl_participant_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VSL_PARTICIPANT_FORM (widget)->given_entry);
}

static void
vsl_participant_form_dispose (GObject *object)
{
  VslParticipantForm *self = VSL_PARTICIPANT_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_PARTICIPANT_FORM);
  g_clear_object (&self->participant);

  G_OBJECT_CLASS (vsl_participant_form_parent_class)->dispose (object);
}

static void
vsl_participant_form_class_init (VslParticipantFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_participant_form_dispose;
  widget_class->grab_focus = vsl_participant_form_grab_focus;

  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FINISHED] =
    g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-participant-form.ui");
  gtk_widget_class_bind_template_child (widget_class, VslParticipantForm, given_entry);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantForm, prefix_entry);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantForm, family_entry);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantForm, role_entry);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantForm, organisation_entry);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantForm, chair_switch);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantForm, registered_switch);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantForm, full_name_label);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantForm, last_name_label);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantForm, preview);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantForm, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
vsl_participant_form_init (VslParticipantForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_participant_form_new:
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
vsl_participant_form_new (void)
{
  return g_object_new (VSL_TYPE_PARTICIPANT_FORM, NULL);
}

/**
 * vsl_participant_form_get_participant:
 *
 * Returns: (transfer none) (nullable): the participant as typed last with a name
 */
VslParticipant *
vsl_participant_form_get_participant (VslParticipantForm *self)
{
  g_return_val_if_fail (VSL_IS_PARTICIPANT_FORM (self), NULL);

  return self->participant;
}

/**
 * vsl_participant_form_set_participant:
 * @participant: (nullable): whom to show; %NULL empties the form
 *
 * Fills the fields. What equals the fields already leaves them as they are, the caret and a space
 * that was just typed included.
 */
void
vsl_participant_form_set_participant (VslParticipantForm *self,
                                      VslParticipant     *participant)
{
  gboolean same;

  g_return_if_fail (VSL_IS_PARTICIPANT_FORM (self));
  g_return_if_fail (participant == NULL || VSL_IS_PARTICIPANT (participant));

  same = self->participant != NULL && participant != NULL &&
         vsl_participant_equal (self->participant, participant);
  g_set_object (&self->participant, participant);
  if (participant == NULL)
    empty (self);
  else if (!same)
    fill (self);
}
