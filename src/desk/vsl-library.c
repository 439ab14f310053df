/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-library.h"

#include "store/vsl-article-id.h"

#include <string.h>

/* Rows are read a page at a time, and so many are kept: what is on the screen and around it. */
#define PAGE 64
#define MAX_CACHED (32 * PAGE)

/* How long a folder that only the store can list may be behind. */
#define RELIST_MS 1000

/* An id as the store lists it. */
#define STRIDE (VSL_ARTICLE_ID_LENGTH + 1)

/**
 * VslLibrary:
 *
 * A folder of the library as a list model of #VslArticleSummary. It holds the ids of all its articles,
 * and of the summaries only those that somebody looks at: 100,000 articles are one megabyte.
 *
 * It starts in the order that was asked for; after that a row keeps its place, so that the list does
 * not move under the hand of somebody who types. An article that comes in, comes on top. Each change
 * is one `items-changed`.
 *
 * Told by the desk of every change. Main thread.
 */
struct _VslLibrary
{
  GObject parent_instance;

  VslStore *store;        /* (owned) */
  VslLibraryQuery *query; /* (owned) */
  GByteArray *ids;        /* (owned) STRIDE bytes each */
  GHashTable *cache;      /* (owned) id → VslArticleSummary */
  guint relist_timer;
};

static guint
get_length (VslLibrary *self)
{
  return self->ids->len / STRIDE;
}

static const char *
get_id (VslLibrary *self,
        guint       position)
{
  return (const char *) self->ids->data + (gsize) position * STRIDE;
}

/* Reads the page with @position in it. */
static void
load_page (VslLibrary *self,
           guint       position)
{
  guint first = position - position % PAGE;
  guint length = MIN (PAGE, get_length (self) - first);
  g_autoptr(GBytes) ids = g_bytes_new (get_id (self, first), (gsize) length * STRIDE);
  g_autoptr(GPtrArray) summaries = vsl_store_load_summaries (self->store, ids, 0, length, NULL);
  guint i;

  if (g_hash_table_size (self->cache) > MAX_CACHED)
    g_hash_table_remove_all (self->cache);
  for (i = 0; summaries != NULL && i < summaries->len; i++)
    {
      VslArticleSummary *summary = g_ptr_array_index (summaries, i);

      g_hash_table_replace (self->cache, (gpointer) vsl_article_summary_get_id (summary),
                            g_object_ref (summary));
    }
}

static GType
vsl_library_get_item_type (GListModel *model)
{
  return VSL_TYPE_ARTICLE_SUMMARY;
}

static guint
vsl_library_get_n_items (GListModel *model)
{
  return get_length (VSL_LIBRARY (model));
}

/* A row that cannot be read is shown as one without a headline: a list model has no other way to say
 * that the disk failed, and opening the article says it. */
static gpointer
vsl_library_get_item (GListModel *model,
                      guint       position)
{
  VslLibrary *self = VSL_LIBRARY (model);
  const char *none[] = { NULL };
  VslArticleSummary *summary;

  if (position >= get_length (self))
    return NULL;

  summary = g_hash_table_lookup (self->cache, get_id (self, position));
  if (summary == NULL)
    {
      load_page (self, position);
      summary = g_hash_table_lookup (self->cache, get_id (self, position));
    }
  if (summary != NULL)
    return g_object_ref (summary);

  return vsl_article_summary_new (get_id (self, position), VSL_KIND_REPORT, VSL_STATUS_DRAFT, "nl", "", 0,
                                  none, none, 0, 0);
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

static VslStoreFilter
make_filter (const VslLibraryQuery *query)
{
  return (VslStoreFilter) {
    .status = query->status,
    .tag = query->tag,
    .site = query->site,
    .deleted = query->bin,
    .event = query->event,
    .outbox = query->outbox,
  };
}

static VslStoreSort
map_sort (VslLibrarySort sort)
{
  switch (sort)
    {
    case VSL_LIBRARY_SORT_CREATED:
      return VSL_STORE_SORT_CREATED;
    case VSL_LIBRARY_SORT_HEADLINE:
      return VSL_STORE_SORT_HEADLINE;
    case VSL_LIBRARY_SORT_UPDATED:
    default:
      return VSL_STORE_SORT_UPDATED;
    }
}

static GBytes *
list_ids (VslStore               *store,
          const VslLibraryQuery  *query,
          GError                **error)
{
  VslStoreFilter filter = make_filter (query);

  return vsl_store_list_ids (store, &filter, map_sort (query->sort), query->reversed, error);
}

static gboolean
find_position (VslLibrary *self,
               const char *id,
               guint      *position)
{
  guint n = get_length (self);
  guint i;

  for (i = 0; i < n; i++)
    {
      if (memcmp (get_id (self, i), id, VSL_ARTICLE_ID_LENGTH) == 0)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Replaces what differs between the ids and @ids, as one change. */
static void
take_ids (VslLibrary *self,
          GBytes     *ids)
{
  g_autoptr(GByteArray) before = self->ids;
  guint n_before = get_length (self);
  guint n_after = vsl_store_ids_get_length (ids);
  guint common = MIN (n_before, n_after);
  const guint8 *after = g_bytes_get_data (ids, NULL);
  guint head = 0;
  guint tail = 0;

  while (head < common &&
         memcmp (before->data + head * STRIDE, after + head * STRIDE, STRIDE) == 0)
    head++;
  while (tail < common - head &&
         memcmp (before->data + (n_before - tail - 1) * STRIDE,
                 after + (n_after - tail - 1) * STRIDE, STRIDE) == 0)
    tail++;

  self->ids = g_byte_array_sized_new (n_after * STRIDE);
  g_byte_array_append (self->ids, after, n_after * STRIDE);
  if (n_before + n_after > 2 * (head + tail))
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_before - head - tail,
                                n_after - head - tail);
}

/* A VslStoreFunc. */
static gpointer
list_in_store (VslStore  *store,
               gpointer   data,
               GError   **error)
{
  return list_ids (store, data, error);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(VslLibrary) self = user_data;
  g_autoptr(GBytes) ids = vsl_store_call_finish (VSL_STORE (object), result, NULL);

  /* Without an answer the folder shows what it knew; the next change asks again. */
  if (ids != NULL)
    take_ids (self, ids);
}

static gboolean
relist_cb (gpointer user_data)
{
  VslLibrary *self = user_data;

  self->relist_timer = 0;
  vsl_store_call_async (self->store, list_in_store, vsl_library_query_copy (self->query),
                        (GDestroyNotify) vsl_library_query_free, (GDestroyNotify) g_bytes_unref,
                        listed_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
relist_soon (VslLibrary *self)
{
  if (self->relist_timer == 0)
    self->relist_timer = g_timeout_add (RELIST_MS, relist_cb, self);
}

static void
insert_on_top (VslLibrary *self,
               const char *id)
{
  guint8 row[STRIDE] = { 0 };

  memcpy (row, id, MIN (strlen (id), VSL_ARTICLE_ID_LENGTH));
  g_byte_array_prepend (self->ids, row, STRIDE);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, 1);
}

static void
vsl_library_dispose (GObject *object)
{
  VslLibrary *self = VSL_LIBRARY (object);

  g_clear_handle_id (&self->relist_timer, g_source_remove);

  G_OBJECT_CLASS (vsl_library_parent_class)->dispose (object);
}

static void
vsl_library_finalize (GObject *object)
{
  VslLibrary *self = VSL_LIBRARY (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->query, vsl_library_query_free);
  g_byte_array_unref (self->ids);
  g_hash_table_unref (self->cache);

  G_OBJECT_CLASS (vsl_library_parent_class)->finalize (object);
}

static void
vsl_library_class_init (VslLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_library_dispose;
  object_class->finalize = vsl_library_finalize;
}

static void
vsl_library_init (VslLibrary *self)
{
  self->ids = g_byte_array_new ();
  self->cache = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

/**
 * vsl_library_new:
 * @store: the store
 * @query: which articles
 * @error: return location
 *
 * Lists the ids. Waits for the store: some ten milliseconds for 100,000.
 *
 * Returns: (transfer full): the folder
 */
VslLibrary *
vsl_library_new (VslStore               *store,
                 const VslLibraryQuery  *query,
                 GError                **error)
{
  g_autoptr(GBytes) ids = list_ids (store, query, error);
  VslLibrary *self;

  if (ids == NULL)
    return NULL;

  self = g_object_new (VSL_TYPE_LIBRARY, NULL);
  self->store = g_object_ref (store);
  self->query = vsl_library_query_copy (query);
  take_ids (self, ids);

  return self;
}

/**
 * vsl_library_update:
 * @self: the folder
 * @summary: an article as it is now
 *
 * Replaces its row in place, adds one on top, or takes it out: whatever follows from what the article
 * is now.
 */
void
vsl_library_update (VslLibrary        *self,
                    VslArticleSummary *summary)
{
  const char *id;
  VslLibraryMatch match;
  guint position;

  g_return_if_fail (VSL_IS_LIBRARY (self));
  g_return_if_fail (VSL_IS_ARTICLE_SUMMARY (summary));

  id = vsl_article_summary_get_id (summary);
  match = vsl_library_query_match (self->query, summary);
  if (match == VSL_LIBRARY_OUT)
    {
      vsl_library_remove (self, id);
      return;
    }
  if (match == VSL_LIBRARY_UNKNOWN)
    relist_soon (self);

  if (find_position (self, id, &position))
    {
      g_hash_table_replace (self->cache, (gpointer) id, g_object_ref (summary));
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
    }
  else if (match == VSL_LIBRARY_IN)
    {
      g_hash_table_replace (self->cache, (gpointer) id, g_object_ref (summary));
      insert_on_top (self, id);
      if (self->query->sort != VSL_LIBRARY_SORT_UPDATED || self->query->reversed)
        relist_soon (self);
    }
}

/**
 * vsl_library_remove:
 * @self: the folder
 * @id: the id of an article
 *
 * Takes an article out, if it is in.
 */
void
vsl_library_remove (VslLibrary *self,
                    const char *id)
{
  guint position;

  g_return_if_fail (VSL_IS_LIBRARY (self));

  if (!find_position (self, id, &position))
    return;

  g_byte_array_remove_range (self->ids, position * STRIDE, STRIDE);
  g_hash_table_remove (self->cache, id);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}
