/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-participant.h"

/**
 * VslParticipant:
 *
 * A person in a debate or an article, with what that person was called then: role and organisation
 * belong to the occasion, not to the person. The order is that of the list the participant is in.
 *
 * Immutable; any thread.
 */
struct _VslParticipant
{
  GObject parent_instance;

  VslPerson *person;  /* (owned) */
  char *name;         /* (owned) */
  char *role;         /* (owned) */
  char *organisation; /* (owned) */
  gboolean chair;
};

G_DEFINE_FINAL_TYPE (VslParticipant, vsl_participant, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PERSON,
  PROP_NAME,
  PROP_ROLE,
  PROP_ORGANISATION,
  PROP_CHAIR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vsl_participant_finalize (GObject *object)
{
  VslParticipant *self = VSL_PARTICIPANT (object);

  g_clear_object (&self->person);
  g_free (self->name);
  g_free (self->role);
  g_free (self->organisation);

  G_OBJECT_CLASS (vsl_participant_parent_class)->finalize (object);
}

static void
vsl_participant_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VslParticipant *self = VSL_PARTICIPANT (object);

  switch (prop_id)
    {
    case PROP_PERSON:
      g_value_set_object (value, self->person);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_ROLE:
      g_value_set_string (value, self->role);
      break;
    case PROP_ORGANISATION:
      g_value_set_string (value, self->organisation);
      break;
    case PROP_CHAIR:
      g_value_set_boolean (value, self->chair);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_participant_class_init (VslParticipantClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vsl_participant_finalize;
  object_class->get_property = vsl_participant_get_property;

  properties[PROP_PERSON] = g_param_spec_object ("person", NULL, NULL, VSL_TYPE_PERSON, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_ROLE] = g_param_spec_string ("role", NULL, NULL, NULL, flags);
  properties[PROP_ORGANISATION] = g_param_spec_string ("organisation", NULL, NULL, NULL, flags);
  properties[PROP_CHAIR] = g_param_spec_boolean ("chair", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_participant_init (VslParticipant *self)
{
}

/**
 * vsl_participant_new:
 * @person: who it is
 * @role: (nullable): what the person does, for example `directeur Digitale Economie`
 * @organisation: (nullable): for whom
 * @chair: whether the person led the debate
 *
 * Returns: (transfer full): a new participant
 */
VslParticipant *
vsl_participant_new (VslPerson  *person,
                     const char *role,
                     const char *organisation,
                     gboolean    chair)
{
  VslParticipant *self;

  g_return_val_if_fail (VSL_IS_PERSON (person), NULL);

  self = g_object_new (VSL_TYPE_PARTICIPANT, NULL);
  self->person = g_object_ref (person);
  self->name = vsl_person_dup_full_name (person);
  self->role = g_strdup (role != NULL ? role : "");
  self->organisation = g_strdup (organisation != NULL ? organisation : "");
  self->chair = !!chair;

  return self;
}

/**
 * vsl_participant_get_person:
 * @self: the participant
 *
 * Returns: (transfer none): who it is
 */
VslPerson *
vsl_participant_get_person (VslParticipant *self)
{
  g_return_val_if_fail (VSL_IS_PARTICIPANT (self), NULL);

  return self->person;
}

/**
 * vsl_participant_get_name:
 * @self: the participant
 *
 * Returns: (transfer none): the full name, as at a first mention
 */
const char *
vsl_participant_get_name (VslParticipant *self)
{
  g_return_val_if_fail (VSL_IS_PARTICIPANT (self), NULL);

  return self->name;
}

/**
 * vsl_participant_get_role:
 * @self: the participant
 *
 * Returns: (transfer none): the role; may be empty
 */
const char *
vsl_participant_get_role (VslParticipant *self)
{
  g_return_val_if_fail (VSL_IS_PARTICIPANT (self), NULL);

  return self->role;
}

/**
 * vsl_participant_get_organisation:
 * @self: the participant
 *
 * Returns: (transfer none): the organisation; may be empty
 */
const char *
vsl_participant_get_organisation (VslParticipant *self)
{
  g_return_val_if_fail (VSL_IS_PARTICIPANT (self), NULL);

  return self->organisation;
}

/**
 * vsl_participant_get_chair:
 * @self: the participant
 *
 * Returns: whether the participant led the debate
 */
gboolean
vsl_participant_get_chair (VslParticipant *self)
{
  g_return_val_if_fail (VSL_IS_PARTICIPANT (self), FALSE);

  return self->chair;
}

/**
 * vsl_participant_dup_description:
 * @self: the participant
 *
 * Returns: (transfer full): `Name, role, organisation`, without what is empty: the line of the
 *   participants box
 */
char *
vsl_participant_dup_description (VslParticipant *self)
{
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (VSL_IS_PARTICIPANT (self), NULL);

  text = g_string_new (self->name);
  if (*self->role != '\0')
    g_string_append_printf (text, ", %s", self->role);
  if (*self->organisation != '\0')
    g_string_append_printf (text, ", %s", self->organisation);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * vsl_participant_equal:
 * @a: a participant
 * @b: another
 *
 * Returns: whether the two say the same of the same person
 */
gboolean
vsl_participant_equal (VslParticipant *a,
                       VslParticipant *b)
{
  g_return_val_if_fail (VSL_IS_PARTICIPANT (a), FALSE);
  g_return_val_if_fail (VSL_IS_PARTICIPANT (b), FALSE);

  return a == b || (a->chair == b->chair && vsl_person_equal (a->person, b->person) &&
                    g_str_equal (a->role, b->role) &&
                    g_str_equal (a->organisation, b->organisation));
}
