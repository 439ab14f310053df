/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-import.h"

/**
 * VslImport:
 *
 * What was read from a file: the article, where each of its characters stood, and what was put right on
 * the way in. Nothing is stored by reading.
 *
 * Immutable; any thread.
 */
struct _VslImport
{
  GObject parent_instance;

  VslArticle *article; /* (owned) */
  VslSourceMap *map; /* (owned) */
  GListModel *findings; /* (owned) */
};

G_DEFINE_FINAL_TYPE (VslImport, vsl_import, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ARTICLE,
  PROP_FINDINGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vsl_import_finalize (GObject *object)
{
  VslImport *self = VSL_IMPORT (object);

  g_clear_object (&self->article);
  g_clear_object (&self->findings);
  g_clear_pointer (&self->map, vsl_source_map_unref);

  G_OBJECT_CLASS (vsl_import_parent_class)->finalize (object);
}

static void
vsl_import_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  VslImport *self = VSL_IMPORT (object);

  switch (prop_id)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_FINDINGS:
      g_value_set_object (value, self->findings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_import_class_init (VslImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vsl_import_finalize;
  object_class->get_property = vsl_import_get_property;

  properties[PROP_ARTICLE] =
    g_param_spec_object ("article", NULL, NULL, VSL_TYPE_ARTICLE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FINDINGS] =
    g_param_spec_object ("findings", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_import_init (VslImport *self)
{
}

/**
 * vsl_import_new:
 * @article: what was read, without an id
 * @map: where it stood in the file
 * @findings: a model of #VslFinding
 *
 * Returns: (transfer full): a new import
 */
VslImport *
vsl_import_new (VslArticle   *article,
                VslSourceMap *map,
                GListModel   *findings)
{
  VslImport *self = g_object_new (VSL_TYPE_IMPORT, NULL);

  self->article = g_object_ref (article);
  self->map = vsl_source_map_ref (map);
  self->findings = g_object_ref (findings);

  return self;
}

/**
 * vsl_import_get_article:
 * @self: the import
 *
 * Returns: (transfer none): the article, without an id
 */
VslArticle *
vsl_import_get_article (VslImport *self)
{
  g_return_val_if_fail (VSL_IS_IMPORT (self), NULL);

  return self->article;
}

/**
 * vsl_import_get_source_map:
 * @self: the import
 *
 * Returns: (transfer none): where each character stood in the file
 */
VslSourceMap *
vsl_import_get_source_map (VslImport *self)
{
  g_return_val_if_fail (VSL_IS_IMPORT (self), NULL);

  return self->map;
}

/**
 * vsl_import_get_findings:
 * @self: the import
 *
 * Returns: (transfer none): #VslFinding items of the rules `import.…`, in the order of the file
 */
GListModel *
vsl_import_get_findings (VslImport *self)
{
  g_return_val_if_fail (VSL_IS_IMPORT (self), NULL);

  return self->findings;
}
