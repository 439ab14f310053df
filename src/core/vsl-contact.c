/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-contact.h"

#include "core/vsl-date.h"

#include <string.h>

/**
 * VslContact:
 *
 * A person in the directory: the name, what that person was over the years, and how to reach him or
 * her. What somebody was called in an article stays with the article.
 *
 * Immutable; any thread.
 */
struct _VslContact
{
  GObject parent_instance;

  VslContactFields fields; /* (owned) all of it */
  char *name;              /* (owned) */
};

enum
{
  PROP_0,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VslContact, vsl_contact, G_TYPE_OBJECT)

static void
vsl_contact_finalize (GObject *object)
{
  VslContact *self = VSL_CONTACT (object);

  g_free ((char *) self->fields.id);
  g_clear_object (&self->fields.person);
  g_clear_pointer (&self->fields.roles, g_ptr_array_unref);
  g_free ((char *) self->fields.email);
  g_free ((char *) self->fields.press_officer);
  g_free ((char *) self->fields.press_email);
  g_free ((char *) self->fields.note);
  g_free ((char *) self->fields.delete_after);
  g_free (self->name);

  G_OBJECT_CLASS (vsl_contact_parent_class)->finalize (object);
}

static void
vsl_contact_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, VSL_CONTACT (object)->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_contact_class_init (VslContactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vsl_contact_finalize;
  object_class->get_property = vsl_contact_get_property;

  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_contact_init (VslContact *self)
{
}

static char *
dup_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * vsl_contact_new:
 * @fields: what is known
 *
 * Returns: (transfer full): a new contact, with copies of all that is in @fields
 */
VslContact *
vsl_contact_new (const VslContactFields *fields)
{
  VslContact *self;
  guint i;

  g_return_val_if_fail (fields != NULL && VSL_IS_PERSON (fields->person), NULL);

  self = g_object_new (VSL_TYPE_CONTACT, NULL);
  self->fields.id = g_strdup (fields->id);
  self->fields.revision = fields->revision;
  self->fields.person = g_object_ref (fields->person);
  self->fields.roles = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = 0; fields->roles != NULL && i < fields->roles->len; i++)
    g_ptr_array_add (self->fields.roles, g_object_ref (g_ptr_array_index (fields->roles, i)));
  self->fields.email = dup_or_empty (fields->email);
  self->fields.press_officer = dup_or_empty (fields->press_officer);
  self->fields.press_email = dup_or_empty (fields->press_email);
  self->fields.note = dup_or_empty (fields->note);
  self->fields.delete_after = dup_or_empty (fields->delete_after);
  self->name = vsl_person_dup_full_name (self->fields.person);

  return self;
}

/**
 * vsl_contact_get_fields:
 * @self: the contact
 *
 * Returns: (transfer none): all that is known
 */
const VslContactFields *
vsl_contact_get_fields (VslContact *self)
{
  g_return_val_if_fail (VSL_IS_CONTACT (self), NULL);

  return &self->fields;
}

/**
 * vsl_contact_get_name:
 * @self: the contact
 *
 * Returns: (transfer none): the full name
 */
const char *
vsl_contact_get_name (VslContact *self)
{
  g_return_val_if_fail (VSL_IS_CONTACT (self), NULL);

  return self->name;
}

/**
 * vsl_contact_find_role:
 * @self: the contact
 * @date: (nullable): a whole date; %NULL or empty for now
 *
 * Looks up what somebody was on a day: the role that began last before it and had not ended. What
 * was written by hand goes before what was observed on the same day.
 *
 * Returns: (transfer none) (nullable): the role; where none fits the day, the first that is known
 */
VslRole *
vsl_contact_find_role (VslContact *self,
                       const char *date)
{
  VslRole *best = NULL, *first = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_CONTACT (self), NULL);

  for (i = 0; i < self->fields.roles->len; i++)
    {
      VslRole *role = g_ptr_array_index (self->fields.roles, i);
      const char *from = vsl_role_get_from (role);
      gboolean now = date == NULL || *date == '\0';

      if (first == NULL || strcmp (from, vsl_role_get_from (first)) < 0)
        first = role;
      if (now ? *vsl_role_get_until (role) != '\0'
              : !vsl_date_is_within (date, from, *vsl_role_get_until (role) != '\0'
                                                   ? vsl_role_get_until (role) : NULL))
        continue;
      if (best == NULL || strcmp (from, vsl_role_get_from (best)) > 0 ||
          (g_str_equal (from, vsl_role_get_from (best)) && !vsl_role_get_observed (role) &&
           vsl_role_get_observed (best)))
        best = role;
    }

  return best != NULL ? best : first;
}

/**
 * vsl_contact_make_participant:
 * @self: the contact
 * @date: (nullable): the day of the debate
 *
 * Returns: (transfer full): the person with the role of that day; not as the chair
 */
VslParticipant *
vsl_contact_make_participant (VslContact *self,
                              const char *date)
{
  VslRole *role = vsl_contact_find_role (self, date);

  return vsl_participant_new (self->fields.person,
                              role != NULL ? vsl_role_get_title (role) : NULL,
                              role != NULL ? vsl_role_get_organisation (role) : NULL, FALSE);
}
