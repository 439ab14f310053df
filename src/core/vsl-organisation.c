/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-organisation.h"

/**
 * VslOrganisation:
 *
 * An organisation with its abbreviation, and the years in which it was called so: ministries are
 * renamed with every cabinet.
 *
 * Immutable; any thread.
 */
struct _VslOrganisation
{
  GObject parent_instance;

  char *name;         /* (owned) */
  char *abbreviation; /* (owned) may be empty */
  int from_year;
  int until_year;
};

G_DEFINE_FINAL_TYPE (VslOrganisation, vsl_organisation, G_TYPE_OBJECT)

static void
vsl_organisation_finalize (GObject *object)
{
  VslOrganisation *self = VSL_ORGANISATION (object);

  g_free (self->name);
  g_free (self->abbreviation);

  G_OBJECT_CLASS (vsl_organisation_parent_class)->finalize (object);
}

static void
vsl_organisation_class_init (VslOrganisationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_organisation_finalize;
}

static void
vsl_organisation_init (VslOrganisation *self)
{
}

/**
 * vsl_organisation_new:
 * @name: its full name
 * @abbreviation: (nullable): how it is called for short
 * @from_year: the first year in which it was called so; 0 for always
 * @until_year: the last one; 0 for until now
 *
 * Returns: (transfer full): a new organisation
 */
VslOrganisation *
vsl_organisation_new (const char *name,
                      const char *abbreviation,
                      int         from_year,
                      int         until_year)
{
  VslOrganisation *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (VSL_TYPE_ORGANISATION, NULL);
  self->name = g_strdup (name);
  self->abbreviation = g_strdup (abbreviation != NULL ? abbreviation : "");
  self->from_year = from_year;
  self->until_year = until_year;

  return self;
}

/**
 * vsl_organisation_get_name:
 * @self: the organisation
 *
 * Returns: (transfer none): its full name
 */
const char *
vsl_organisation_get_name (VslOrganisation *self)
{
  g_return_val_if_fail (VSL_IS_ORGANISATION (self), NULL);

  return self->name;
}

/**
 * vsl_organisation_get_abbreviation:
 * @self: the organisation
 *
 * Returns: (transfer none): how it is called for short; may be empty
 */
const char *
vsl_organisation_get_abbreviation (VslOrganisation *self)
{
  g_return_val_if_fail (VSL_IS_ORGANISATION (self), NULL);

  return self->abbreviation;
}

/**
 * vsl_organisation_get_from_year:
 * @self: the organisation
 *
 * Returns: the first year in which it was called so; 0 for always
 */
int
vsl_organisation_get_from_year (VslOrganisation *self)
{
  g_return_val_if_fail (VSL_IS_ORGANISATION (self), 0);

  return self->from_year;
}

/**
 * vsl_organisation_get_until_year:
 * @self: the organisation
 *
 * Returns: the last year in which it was called so; 0 for until now
 */
int
vsl_organisation_get_until_year (VslOrganisation *self)
{
  g_return_val_if_fail (VSL_IS_ORGANISATION (self), 0);

  return self->until_year;
}
