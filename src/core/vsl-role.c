/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-role.h"

/**
 * VslRole:
 *
 * What somebody was, where, and from when until when: one line of a person's history. The dates are
 * those of core/vsl-date.h. An observed role was read off the participants of an article or debate;
 * its first day is that of the first occasion.
 *
 * Immutable; any thread.
 */
struct _VslRole
{
  GObject parent_instance;

  char *title;        /* (owned) */
  char *organisation; /* (owned) */
  char *from;         /* (owned) may be empty */
  char *until;        /* (owned) may be empty */
  gboolean observed;
};

G_DEFINE_FINAL_TYPE (VslRole, vsl_role, G_TYPE_OBJECT)

static void
vsl_role_finalize (GObject *object)
{
  VslRole *self = VSL_ROLE (object);

  g_free (self->title);
  g_free (self->organisation);
  g_free (self->from);
  g_free (self->until);

  G_OBJECT_CLASS (vsl_role_parent_class)->finalize (object);
}

static void
vsl_role_class_init (VslRoleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_role_finalize;
}

static void
vsl_role_init (VslRole *self)
{
}

static char *
dup_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * vsl_role_new:
 * @title: (nullable): what somebody was
 * @organisation: (nullable): where
 * @from: (nullable): since when
 * @until: (nullable): until when
 * @observed: whether it was read off an article or debate
 *
 * Returns: (transfer full): a new role
 */
VslRole *
vsl_role_new (const char *title,
              const char *organisation,
              const char *from,
              const char *until,
              gboolean    observed)
{
  VslRole *self = g_object_new (VSL_TYPE_ROLE, NULL);

  self->title = dup_or_empty (title);
  self->organisation = dup_or_empty (organisation);
  self->from = dup_or_empty (from);
  self->until = dup_or_empty (until);
  self->observed = !!observed;

  return self;
}

/**
 * vsl_role_get_title:
 * @self: the role
 *
 * Returns: (transfer none): what somebody was; may be empty
 */
const char *
vsl_role_get_title (VslRole *self)
{
  g_return_val_if_fail (VSL_IS_ROLE (self), NULL);

  return self->title;
}

/**
 * vsl_role_get_organisation:
 * @self: the role
 *
 * Returns: (transfer none): where; may be empty
 */
const char *
vsl_role_get_organisation (VslRole *self)
{
  g_return_val_if_fail (VSL_IS_ROLE (self), NULL);

  return self->organisation;
}

/**
 * vsl_role_get_from:
 * @self: the role
 *
 * Returns: (transfer none): since when; may be empty
 */
const char *
vsl_role_get_from (VslRole *self)
{
  g_return_val_if_fail (VSL_IS_ROLE (self), NULL);

  return self->from;
}

/**
 * vsl_role_get_until:
 * @self: the role
 *
 * Returns: (transfer none): until when; may be empty
 */
const char *
vsl_role_get_until (VslRole *self)
{
  g_return_val_if_fail (VSL_IS_ROLE (self), NULL);

  return self->until;
}

/**
 * vsl_role_get_observed:
 * @self: the role
 *
 * Returns: whether it was read off an article or debate
 */
gboolean
vsl_role_get_observed (VslRole *self)
{
  g_return_val_if_fail (VSL_IS_ROLE (self), FALSE);

  return self->observed;
}
