/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-library-folder.h"

/**
 * VslLibraryFolder:
 *
 * A folder of the library: either of the articles that a query tells, or a group of other folders and
 * links. It holds no articles; VslLibraryTree asks the desk for them when it is folded out.
 */
struct _VslLibraryFolder
{
  GObject          parent_instance;

  char            *key;      /* (owned) the same in every language and every run */
  char            *title;    /* (owned) translated */
  VslLibraryQuery *query;    /* (owned) (nullable) of a folder of articles */
  GListModel      *children; /* (owned) (nullable) of a group: VslLibraryFolder and VslLibraryLink */
  guint            count;
  guint            level;    /* of how many groups it is in */
  gboolean         expanded;
};

G_DEFINE_FINAL_TYPE (VslLibraryFolder, vsl_library_folder, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_COUNT,
  PROP_EXPANDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vsl_library_folder_finalize (GObject *object)
{
  VslLibraryFolder *self = VSL_LIBRARY_FOLDER (object);

  g_free (self->key);
  g_free (self->title);
  g_clear_pointer (&self->query, vsl_library_query_free);
  g_clear_object (&self->children);
  G_OBJECT_CLASS (vsl_library_folder_parent_class)->finalize (object);
}

static void
vsl_library_folder_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  VslLibraryFolder *self = VSL_LIBRARY_FOLDER (object);

  switch (prop_id)
    {
    case PROP_COUNT:
      g_value_set_uint (value, self->count);
      break;
    case PROP_EXPANDED:
      g_value_set_boolean (value, self->expanded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_library_folder_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  VslLibraryFolder *self = VSL_LIBRARY_FOLDER (object);

  switch (prop_id)
    {
    case PROP_COUNT:
      vsl_library_folder_set_count (self, g_value_get_uint (value));
      break;
    case PROP_EXPANDED:
      vsl_library_folder_set_expanded (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_library_folder_class_init (VslLibraryFolderClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vsl_library_folder_finalize;
  object_class->get_property = vsl_library_folder_get_property;
  object_class->set_property = vsl_library_folder_set_property;
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_library_folder_init (VslLibraryFolder *self)
{
}

/**
 * vsl_library_folder_new:
 * @key: a name that the folder keeps for life
 * @title: what it is called, translated
 * @query: which articles it holds
 *
 * Returns: (transfer full): a folder of articles, folded in
 */
VslLibraryFolder *
vsl_library_folder_new (const char            *key,
                        const char            *title,
                        const VslLibraryQuery *query)
{
  VslLibraryFolder *self = g_object_new (VSL_TYPE_LIBRARY_FOLDER, NULL);

  self->key = g_strdup (key);
  self->title = g_strdup (title);
  self->query = vsl_library_query_copy (query);

  return self;
}

/**
 * vsl_library_folder_new_group:
 * @key: a name that the folder keeps for life
 * @title: what it is called, translated
 * @children: a list model of VslLibraryFolder and VslLibraryLink
 *
 * Returns: (transfer full): a folder of folders, folded in
 */
VslLibraryFolder *
vsl_library_folder_new_group (const char *key,
                              const char *title,
                              GListModel *children)
{
  VslLibraryFolder *self = g_object_new (VSL_TYPE_LIBRARY_FOLDER, NULL);

  self->key = g_strdup (key);
  self->title = g_strdup (title);
  self->children = g_object_ref (children);

  return self;
}

/**
 * vsl_library_folder_get_key:
 *
 * Returns: (transfer none): the name that it keeps for life
 */
const char *
vsl_library_folder_get_key (VslLibraryFolder *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_FOLDER (self), NULL);

  return self->key;
}

/**
 * vsl_library_folder_get_title:
 *
 * Returns: (transfer none): what it is called
 */
const char *
vsl_library_folder_get_title (VslLibraryFolder *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_FOLDER (self), NULL);

  return self->title;
}

/**
 * vsl_library_folder_get_query:
 *
 * Returns: (transfer none) (nullable): which articles it holds; %NULL for a group
 */
const VslLibraryQuery *
vsl_library_folder_get_query (VslLibraryFolder *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_FOLDER (self), NULL);

  return self->query;
}

/**
 * vsl_library_folder_get_children:
 *
 * Returns: (transfer none) (nullable): what is in a group
 */
GListModel *
vsl_library_folder_get_children (VslLibraryFolder *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_FOLDER (self), NULL);

  return self->children;
}

/**
 * vsl_library_folder_get_count:
 *
 * Returns: how many there are in it, as far as was counted
 */
guint
vsl_library_folder_get_count (VslLibraryFolder *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_FOLDER (self), 0);

  return self->count;
}

/**
 * vsl_library_folder_set_count:
 * @count: how many there are in it
 */
void
vsl_library_folder_set_count (VslLibraryFolder *self,
                              guint             count)
{
  g_return_if_fail (VSL_IS_LIBRARY_FOLDER (self));

  if (self->count == count)
    return;

  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

/**
 * vsl_library_folder_get_expanded:
 *
 * Returns: whether it is folded out
 */
gboolean
vsl_library_folder_get_expanded (VslLibraryFolder *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_FOLDER (self), FALSE);

  return self->expanded;
}

/**
 * vsl_library_folder_set_expanded:
 * @expanded: whether it is to be folded out
 */
void
vsl_library_folder_set_expanded (VslLibraryFolder *self,
                                 gboolean          expanded)
{
  g_return_if_fail (VSL_IS_LIBRARY_FOLDER (self));

  if (self->expanded == !!expanded)
    return;

  self->expanded = !!expanded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

/**
 * vsl_library_folder_get_level:
 *
 * Returns: in how many groups it is
 */
guint
vsl_library_folder_get_level (VslLibraryFolder *self)
{
  g_return_val_if_fail (VSL_IS_LIBRARY_FOLDER (self), 0);

  return self->level;
}

/**
 * vsl_library_folder_set_level:
 * @level: in how many groups it is
 */
void
vsl_library_folder_set_level (VslLibraryFolder *self,
                              guint             level)
{
  g_return_if_fail (VSL_IS_LIBRARY_FOLDER (self));

  self->level = level;
}
