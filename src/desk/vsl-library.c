/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-library.h"

#include "desk/vsl-library-listing.h"
#include "store/vsl-article-id.h"

#include <string.h>

/* Rows are read a page at a time, and up to twice so many are kept: what is on the screen and around
 * it. */
#define PAGE 64
#define MAX_CACHED (16 * PAGE)

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
 * One that is lazy never waits for the store: it starts empty, and a row that is not read yet is
 * without a headline and without a time until its page comes in, as one `items-changed`.
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
  GHashTable *older;      /* (owned) the same, of those that were read before; goes first */
  GHashTable *awaited;    /* (owned) numbers of pages that were asked for */
  guint relist_timer;
  gboolean lazy;
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

static GHashTable *
make_cache (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

static void
keep_summary (VslLibrary        *self,
              VslArticleSummary *summary)
{
  if (g_hash_table_size (self->cache) >= MAX_CACHED)
    {
      g_hash_table_unref (self->older);
      self->older = g_steal_pointer (&self->cache);
      self->cache = make_cache ();
    }
  g_hash_table_replace (self->cache, (gpointer) vsl_article_summary_get_id (summary),
                        g_object_ref (summary));
}

static VslArticleSummary *
peek_summary (VslLibrary *self,
              const char *id)
{
  VslArticleSummary *summary = g_hash_table_lookup (self->cache, id);

  return summary != NULL ? summary : g_hash_table_lookup (self->older, id);
}

static void
forget_summary (VslLibrary *self,
                const char *id)
{
  g_hash_table_remove (self->cache, id);
  g_hash_table_remove (self->older, id);
}

static guint
get_page_length (VslLibrary *self,
                 guint       page)
{
  guint first = page * PAGE;

  return first < get_length (self) ? MIN (PAGE, get_length (self) - first) : 0;
}

static GBytes *
copy_page (VslLibrary *self,
           guint       page)
{
  return g_bytes_new (get_id (self, page * PAGE), (gsize) get_page_length (self, page) * STRIDE);
}

static void
keep_page (VslLibrary *self,
           GPtrArray  *summaries)
{
  guint i;

  for (i = 0; summaries != NULL && i < summaries->len; i++)
    keep_summary (self, g_ptr_array_index (summaries, i));
}

/* Reads the page with @position in it, and waits for that. */
static void
load_page (VslLibrary *self,
           guint       position)
{
  guint page = position / PAGE;
  g_autoptr(GBytes) ids = copy_page (self, page);
  g_autoptr(GPtrArray) summaries =
    vsl_store_load_summaries (self->store, ids, 0, get_page_length (self, page), NULL);

  keep_page (self, summaries);
}

/* A VslStoreFunc. */
static gpointer
load_page_in_store (VslStore  *store,
                    gpointer   data,
                    GError   **error)
{
  return vsl_store_load_summaries (store, data, 0, vsl_store_ids_get_length (data), error);
}

/* A page on its way from the store. */
typedef struct
{
  VslLibrary *library; /* (owned) */
  guint page;          /* its number */
} AwaitedPage;

/* Where the folder is now what it was when the page was asked for, its rows are those that came in;
 * where it is not, the rows that are looked at ask again. */
static void
page_loaded_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autofree AwaitedPage *awaited = user_data;
  g_autoptr(VslLibrary) self = awaited->library;
  g_autoptr(GPtrArray) summaries = vsl_store_call_finish (VSL_STORE (object), result, NULL);
  guint length = get_page_length (self, awaited->page);

  g_hash_table_remove (self->awaited, GUINT_TO_POINTER (awaited->page));
  keep_page (self, summaries);
  /* A page that cannot be read is not asked for over and over. */
  if (summaries != NULL && summaries->len > 0 && length > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), awaited->page * PAGE, length, length);
}

static void
await_page (VslLibrary *self,
            guint       page)
{
  AwaitedPage *awaited;

  if (get_page_length (self, page) == 0 ||
      peek_summary (self, get_id (self, page * PAGE)) != NULL ||
      !g_hash_table_add (self->awaited, GUINT_TO_POINTER (page)))
    return;

  awaited = g_new (AwaitedPage, 1);
  *awaited = (AwaitedPage) { g_object_ref (self), page };
  vsl_store_call_async (self->store, load_page_in_store, copy_page (self, page),
                        (GDestroyNotify) g_bytes_unref, (GDestroyNotify) g_ptr_array_unref,
                        page_loaded_cb, awaited);
}

/* A row that is not read yet. */
static VslArticleSummary *
make_blank (const char *id)
{
  const char *none[] = { NULL };

  return vsl_article_summary_new (id, VSL_KIND_REPORT, VSL_STATUS_DRAFT, "nl", "", 0, none, none, 0,
                                  0);
}

/* The page of @position; and the one that follows, for who scrolls on. */
static VslArticleSummary *
await_summary (VslLibrary *self,
               guint       position)
{
  guint page = position / PAGE;

  await_page (self, page);
  if (position % PAGE >= PAGE / 2)
    await_page (self, page + 1);
  else if (page > 0)
    await_page (self, page - 1);

  return make_blank (get_id (self, position));
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
  VslArticleSummary *summary;

  if (position >= get_length (self))
    return NULL;

  summary = peek_summary (self, get_id (self, position));
  if (summary == NULL && self->lazy)
    return await_summary (self, position);
  if (summary == NULL)
    {
      load_page (self, position);
      summary = peek_summary (self, get_id (self, position));
    }

  return summary != NULL ? g_object_ref (summary) : make_blank (get_id (self, position));
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
  return vsl_library_listing_load (store, data, error);
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

static void
relist (VslLibrary *self)
{
  vsl_store_call_async (self->store, list_in_store, vsl_library_query_copy (self->query),
                        (GDestroyNotify) vsl_library_query_free, (GDestroyNotify) g_bytes_unref,
                        listed_cb, g_object_ref (self));
}

static gboolean
relist_cb (gpointer user_data)
{
  VslLibrary *self = user_data;

  self->relist_timer = 0;
  relist (self);

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
  g_hash_table_unref (self->older);
  g_hash_table_unref (self->awaited);

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
  self->cache = make_cache ();
  self->older = make_cache ();
  self->awaited = g_hash_table_new (NULL, NULL);
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
  g_autoptr(GBytes) ids = vsl_library_listing_load (store, query, error);
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
 * vsl_library_new_lazy:
 * @store: the store
 * @query: which articles
 *
 * Asks the store for the ids, and does not wait: the folder is empty until they come in.
 *
 * Returns: (transfer full): the folder, which never waits for the store
 */
VslLibrary *
vsl_library_new_lazy (VslStore              *store,
                      const VslLibraryQuery *query)
{
  VslLibrary *self = g_object_new (VSL_TYPE_LIBRARY, NULL);

  self->store = g_object_ref (store);
  self->query = vsl_library_query_copy (query);
  self->lazy = TRUE;
  relist (self);

  return self;
}

/**
 * vsl_library_set_order:
 * @self: the folder
 * @sort: the order
 * @reversed: whether to turn it round
 *
 * Puts the folder in another order, in a moment.
 */
void
vsl_library_set_order (VslLibrary     *self,
                       VslLibrarySort  sort,
                       gboolean        reversed)
{
  g_return_if_fail (VSL_IS_LIBRARY (self));

  if (self->query->sort == sort && self->query->reversed == !!reversed)
    return;

  self->query->sort = sort;
  self->query->reversed = !!reversed;
  relist (self);
}

/**
 * vsl_library_get_id:
 * @self: the folder
 * @position: a position
 *
 * Reads no row for it.
 *
 * Returns: (nullable) (transfer none): the id of the article there, until the folder changes
 */
const char *
vsl_library_get_id (VslLibrary *self,
                    guint       position)
{
  g_return_val_if_fail (VSL_IS_LIBRARY (self), NULL);

  return position < get_length (self) ? get_id (self, position) : NULL;
}

/**
 * vsl_library_find:
 * @self: the folder
 * @id: the id of an article
 * @position: (out): where it is
 *
 * Returns: whether it is in the folder
 */
gboolean
vsl_library_find (VslLibrary *self,
                  const char *id,
                  guint      *position)
{
  g_return_val_if_fail (VSL_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return strlen (id) == VSL_ARTICLE_ID_LENGTH && find_position (self, id, position);
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
      keep_summary (self, summary);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
    }
  else if (match == VSL_LIBRARY_IN)
    {
      keep_summary (self, summary);
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
  forget_summary (self, id);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}
