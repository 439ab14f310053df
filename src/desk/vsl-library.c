/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-library.h"

/**
 * VslLibrary:
 *
 * The articles that are not in the bin, or those that are, as a list model of #VslArticleSummary. It starts with the one
 * that changed last on top; after that a row keeps its place, so that the list does not move under
 * the hand of somebody who types. A new article comes on top. Each change is one `items-changed`.
 *
 * Owned by the desk. Main thread.
 */
struct _VslLibrary
{
  GObject parent_instance;

  gboolean deleted;     /* it is the bin */
  GPtrArray *summaries; /* (owned) of VslArticleSummary */
};

static GType
vsl_library_get_item_type (GListModel *model)
{
  return VSL_TYPE_ARTICLE_SUMMARY;
}

static guint
vsl_library_get_n_items (GListModel *model)
{
  return VSL_LIBRARY (model)->summaries->len;
}

static gpointer
vsl_library_get_item (GListModel *model,
                      guint       position)
{
  VslLibrary *self = VSL_LIBRARY (model);

  if (position >= self->summaries->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->summaries, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = vsl_library_get_item_type;
  iface->get_n_items = vsl_library_get_n_items;
  iface->get_item = vsl_library_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VslLibrary, vsl_library, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static gboolean
find_position (VslLibrary *self,
               const char *id,
               guint      *position)
{
  guint i;

  for (i = 0; i < self->summaries->len; i++)
    {
      if (g_str_equal (vsl_article_summary_get_id (g_ptr_array_index (self->summaries, i)), id))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
vsl_library_finalize (GObject *object)
{
  g_ptr_array_unref (VSL_LIBRARY (object)->summaries);

  G_OBJECT_CLASS (vsl_library_parent_class)->finalize (object);
}

static void
vsl_library_class_init (VslLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_library_finalize;
}

static void
vsl_library_init (VslLibrary *self)
{
  self->summaries = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * vsl_library_new:
 * @deleted: whether it is the bin
 *
 * Returns: (transfer full): an empty library
 */
VslLibrary *
vsl_library_new (gboolean deleted)
{
  VslLibrary *self = g_object_new (VSL_TYPE_LIBRARY, NULL);

  self->deleted = deleted;

  return self;
}

/**
 * vsl_library_fill:
 * @self: the library
 * @summaries: (element-type VslArticleSummary): the articles, in order
 *
 * Replaces all rows.
 */
void
vsl_library_fill (VslLibrary *self,
                  GPtrArray  *summaries)
{
  guint removed;
  guint i;

  g_return_if_fail (VSL_IS_LIBRARY (self));

  removed = self->summaries->len;
  g_ptr_array_set_size (self->summaries, 0);
  for (i = 0; i < summaries->len; i++)
    g_ptr_array_add (self->summaries, g_object_ref (g_ptr_array_index (summaries, i)));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, summaries->len);
}

/**
 * vsl_library_update:
 * @self: the library
 * @summary: an article as it is now
 *
 * Replaces its row in place, or adds one on top. An article that does not belong here loses its row.
 */
void
vsl_library_update (VslLibrary        *self,
                    VslArticleSummary *summary)
{
  gpointer *slot;
  guint position;

  g_return_if_fail (VSL_IS_LIBRARY (self));
  g_return_if_fail (VSL_IS_ARTICLE_SUMMARY (summary));

  if ((vsl_article_summary_get_deleted_at (summary) > 0) != self->deleted)
    {
      vsl_library_remove (self, vsl_article_summary_get_id (summary));
      return;
    }
  if (!find_position (self, vsl_article_summary_get_id (summary), &position))
    {
      g_ptr_array_insert (self->summaries, 0, g_object_ref (summary));
      g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, 1);
      return;
    }

  slot = &g_ptr_array_index (self->summaries, position);
  g_set_object (slot, (gpointer) summary);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
}

/**
 * vsl_library_remove:
 * @self: the library
 * @id: the id of an article
 *
 * Removes its row, if it has one.
 */
void
vsl_library_remove (VslLibrary *self,
                    const char *id)
{
  guint position;

  g_return_if_fail (VSL_IS_LIBRARY (self));

  if (!find_position (self, id, &position))
    return;

  g_ptr_array_remove_index (self->summaries, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}
