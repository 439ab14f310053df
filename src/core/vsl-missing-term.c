/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-missing-term.h"

/**
 * VslMissingTerm:
 *
 * A tag or category of an article that a site does not have, and those it has that look like it: a
 * slip of the keyboard must not become a new tag.
 *
 * Immutable; any thread.
 */
struct _VslMissingTerm
{
  GObject parent_instance;

  VslTermKind kind;
  char       *name;    /* (owned) */
  char      **similar; /* (owned) */
};

G_DEFINE_FINAL_TYPE (VslMissingTerm, vsl_missing_term, G_TYPE_OBJECT)

static void
vsl_missing_term_finalize (GObject *object)
{
  VslMissingTerm *self = VSL_MISSING_TERM (object);

  g_free (self->name);
  g_strfreev (self->similar);

  G_OBJECT_CLASS (vsl_missing_term_parent_class)->finalize (object);
}

static void
vsl_missing_term_class_init (VslMissingTermClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_missing_term_finalize;
}

static void
vsl_missing_term_init (VslMissingTerm *self)
{
}

/**
 * vsl_missing_term_new:
 * @kind: what it is
 * @name: its name as the article has it
 * @similar: (nullable): names on the site that look like it
 *
 * Returns: (transfer full): a missing term
 */
VslMissingTerm *
vsl_missing_term_new (VslTermKind         kind,
                      const char         *name,
                      const char * const *similar)
{
  static const char * const none[] = { NULL };
  VslMissingTerm *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (VSL_TYPE_MISSING_TERM, NULL);
  self->kind = kind;
  self->name = g_strdup (name);
  self->similar = g_strdupv ((char **) (similar != NULL ? similar : none));

  return self;
}

/**
 * vsl_missing_term_get_kind:
 * @self: a missing term
 *
 * Returns: what it is
 */
VslTermKind
vsl_missing_term_get_kind (VslMissingTerm *self)
{
  g_return_val_if_fail (VSL_IS_MISSING_TERM (self), VSL_TERM_TAG);

  return self->kind;
}

/**
 * vsl_missing_term_get_name:
 * @self: a missing term
 *
 * Returns: (transfer none): its name as the article has it
 */
const char *
vsl_missing_term_get_name (VslMissingTerm *self)
{
  g_return_val_if_fail (VSL_IS_MISSING_TERM (self), NULL);

  return self->name;
}

/**
 * vsl_missing_term_get_similar:
 * @self: a missing term
 *
 * Returns: (transfer none): the names on the site that look like it; may be empty
 */
const char * const *
vsl_missing_term_get_similar (VslMissingTerm *self)
{
  g_return_val_if_fail (VSL_IS_MISSING_TERM (self), NULL);

  return (const char * const *) self->similar;
}
