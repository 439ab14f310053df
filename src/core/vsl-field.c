/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-field.h"

static const char *const names[] = {
  [VSL_FIELD_KICKER] = "kicker",
  [VSL_FIELD_HEADLINE] = "headline",
  [VSL_FIELD_LEAD] = "lead",
  [VSL_FIELD_BYLINE] = "byline",
  [VSL_FIELD_CREDIT] = "credit",
  [VSL_FIELD_EVENT] = "event",
  [VSL_FIELD_BODY] = "body",
  [VSL_FIELD_SLUG] = "slug",
  [VSL_FIELD_PARTICIPANTS] = "participants",
  [VSL_FIELD_NONE] = "none",
};

/**
 * vsl_field_get_name:
 * @field: a field
 *
 * Returns: the stable name of @field, as in the database and in JSON; never %NULL
 */
const char *
vsl_field_get_name (VslField field)
{
  g_return_val_if_fail ((guint) field < G_N_ELEMENTS (names), "none");

  return names[field];
}

/**
 * vsl_field_from_name:
 * @name: (nullable): a name as typed
 *
 * Returns: the field called @name, or %VSL_FIELD_NONE when there is none
 */
VslField
vsl_field_from_name (const char *name)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (name, names[i]) == 0)
        return (VslField) i;
    }

  return VSL_FIELD_NONE;
}
