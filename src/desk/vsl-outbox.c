/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-outbox.h"

#include "desk/vsl-publish-moment.h"

/* The clock on the wall may jump, and a hint of the network may not come: looked at this often. */
#define LONGEST_WAIT_MS (60 * 1000)

/* A look at a page is never urgent; what cannot be noted as seen is not looked at all the time. */
#define SHORTEST_LOOK_MS 1000

/**
 * VslOutbox:
 *
 * What is not settled between articles and sites, as a list, and the one who sends it when its moment
 * has come. It also sees whether what was scheduled has appeared at its moment, which is not in the list. Owned by the desk; main thread. What it knows it reads from the store whenever the
 * publisher changed something, so it cannot be out of step for long. A network that comes back is a
 * hint to try at once; the timer is the truth.
 */
struct _VslOutbox
{
  GObject parent_instance;

  VslPublisher *publisher; /* (owned) */
  VslStore *store;         /* (owned) */
  VslClock clock;
  gpointer clock_data;

  GListStore *rows;         /* (owned) of VslOutboxRow, oldest first */
  GPtrArray *unseen;        /* (owned) of VslOutboxRow, confirmed, of which it is to be seen what readers get */
  GHashTable *sites;        /* (owned) name → VslSite */
  GNetworkMonitor *monitor; /* (owned) (nullable) while it sends by itself */
  gboolean online;
  gboolean started;
  gboolean loading;
  gboolean stale;    /* something changed while it was loading */
  gboolean send_all; /* once it is loaded, whatever waits is sent */
  guint timer;
};

G_DEFINE_FINAL_TYPE (VslOutbox, vsl_outbox, G_TYPE_OBJECT)

/* What is read at once. */
typedef struct
{
  GPtrArray *rows;   /* (owned) of VslOutboxRow */
  GPtrArray *unseen; /* (owned) of VslOutboxRow */
  GHashTable *sites; /* (owned) name → VslSite */
} Content;

static void
content_free (Content *content)
{
  g_clear_pointer (&content->rows, g_ptr_array_unref);
  g_clear_pointer (&content->unseen, g_ptr_array_unref);
  g_clear_pointer (&content->sites, g_hash_table_unref);
  g_free (content);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Content, content_free)

/* Loading, planning and sending form a ring, cut here. */
static void refresh (VslOutbox *self);

static gpointer
load_content (VslStore *store,
              gpointer  data,
              GError  **error)
{
  const gint64 *since = data;
  g_autoptr(Content) content = g_new0 (Content, 1);
  g_autoptr(GPtrArray) sites = vsl_store_list_sites (store, error);
  guint i;

  if (sites == NULL)
    return NULL;
  content->rows = vsl_store_list_outbox (store, NULL, error);
  if (content->rows == NULL)
    return NULL;
  content->unseen = vsl_store_list_unseen (store, *since, error);
  if (content->unseen == NULL)
    return NULL;

  content->sites = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (i = 0; i < sites->len; i++)
    g_hash_table_insert (content->sites, g_strdup (vsl_site_get_name (sites->pdata[i])),
                         g_object_ref (sites->pdata[i]));

  return g_steal_pointer (&content);
}

static gboolean
is_waiting (VslOutbox    *self,
            VslOutboxRow *row)
{
  VslOutboxState state = vsl_outbox_row_get_state (row);

  return (state == VSL_OUTBOX_QUEUED || state == VSL_OUTBOX_IN_DOUBT) &&
         g_hash_table_contains (self->sites, vsl_outbox_row_get_site (row)) &&
         vsl_publisher_find_running (self->publisher, vsl_outbox_row_get_article_id (row),
                                     vsl_outbox_row_get_site (row)) == NULL;
}

static void
send_until (VslOutbox *self,
            gint64     until)
{
  guint i;

  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr(VslOutboxRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      g_autoptr(VslPublication) publication = NULL;

      if (is_waiting (self, row) && vsl_outbox_row_get_plan (row)->next_at <= until)
        publication = vsl_publisher_resume (self->publisher, row,
                                            g_hash_table_lookup (self->sites,
                                                                 vsl_outbox_row_get_site (row)));
    }
}

/* The moment at which it is to be seen what readers get of a row; G_MAXINT64 when that is under way. */
static gint64
find_look (VslOutbox    *self,
           VslOutboxRow *row)
{
  const char *id = vsl_outbox_row_get_article_id (row);
  const char *name = vsl_outbox_row_get_site (row);
  VslSite *site = g_hash_table_lookup (self->sites, name);
  gint64 moment = site != NULL ? vsl_publish_moment_find (row, site) : 0;

  if (moment == 0 || vsl_publisher_find_running (self->publisher, id, name) != NULL ||
      vsl_publisher_is_looking (self->publisher, id, name))
    return G_MAXINT64;

  return moment;
}

static void
see_until (VslOutbox *self,
           gint64     until)
{
  guint i;

  for (i = 0; i < self->unseen->len; i++)
    {
      VslOutboxRow *row = self->unseen->pdata[i];
      g_autoptr(VslPublication) publication = NULL;

      if (find_look (self, row) <= until)
        publication = vsl_publisher_see (self->publisher, row,
                                         g_hash_table_lookup (self->sites, vsl_outbox_row_get_site (row)));
    }
}

static gboolean
moment_came_cb (gpointer user_data)
{
  VslOutbox *self = user_data;
  gint64 now = self->clock (self->clock_data);

  self->timer = 0;
  send_until (self, now);
  see_until (self, now);
  refresh (self);

  return G_SOURCE_REMOVE;
}

static gint64
find_first_to_send (VslOutbox *self)
{
  gint64 first = G_MAXINT64;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr(VslOutboxRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (is_waiting (self, row))
        first = MIN (first, vsl_outbox_row_get_plan (row)->next_at);
    }

  return first;
}

static gint64
find_first_to_see (VslOutbox *self)
{
  gint64 first = G_MAXINT64;
  guint i;

  for (i = 0; i < self->unseen->len; i++)
    first = MIN (first, find_look (self, self->unseen->pdata[i]));

  return first;
}

static void
plan (VslOutbox *self)
{
  gint64 now, to_send, to_see, first;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (!self->started)
    return;

  now = self->clock (self->clock_data);
  to_send = find_first_to_send (self);
  to_see = MAX (find_first_to_see (self), now + SHORTEST_LOOK_MS * G_TIME_SPAN_MILLISECOND);
  first = MIN (to_send, to_see);
  if (first == G_MAXINT64)
    return;

  self->timer = g_timeout_add ((guint) CLAMP ((first - now) / G_TIME_SPAN_MILLISECOND, 0, LONGEST_WAIT_MS),
                               moment_came_cb, self);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(VslOutbox) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Content) content = vsl_store_call_finish (VSL_STORE (object), result, &error);

  self->loading = FALSE;
  if (self->publisher == NULL)
    return;
  if (content == NULL)
    {
      /* The store tells the person itself; the next change or the timer asks again. */
      g_debug ("reading the outbox: %s", error->message);
      return;
    }

  g_hash_table_unref (self->sites);
  self->sites = g_steal_pointer (&content->sites);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       content->rows->pdata, content->rows->len);
  g_ptr_array_unref (self->unseen);
  self->unseen = g_steal_pointer (&content->unseen);
  if (self->stale)
    {
      refresh (self);
      return;
    }
  if (self->send_all)
    send_until (self, G_MAXINT64);
  self->send_all = FALSE;
  plan (self);
}

/* Who was stopped may outlive who tells the time, and plans nothing. */
static void
refresh (VslOutbox *self)
{
  gint64 since =
    self->started ? self->clock (self->clock_data) - VSL_PUBLISH_MOMENT_HOPELESS : G_MAXINT64;

  self->stale = self->loading;
  if (self->loading)
    return;

  self->loading = TRUE;
  vsl_store_call_async (self->store, load_content, g_memdup2 (&since, sizeof since), g_free, (GDestroyNotify) content_free,
                        loaded_cb, g_object_ref (self));
}

static void
publisher_changed_cb (VslOutbox  *self,
                      const char *article_id)
{
  refresh (self);
}

static void
network_changed_cb (VslOutbox *self,
                    gboolean   available)
{
  gboolean back = available && !self->online;

  self->online = available;
  if (back)
    vsl_outbox_send_all (self);
}

static void
vsl_outbox_dispose (GObject *object)
{
  VslOutbox *self = VSL_OUTBOX (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->monitor);
  g_clear_object (&self->publisher);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (vsl_outbox_parent_class)->dispose (object);
}

static void
vsl_outbox_finalize (GObject *object)
{
  VslOutbox *self = VSL_OUTBOX (object);

  g_clear_object (&self->rows);
  g_clear_pointer (&self->unseen, g_ptr_array_unref);
  g_clear_pointer (&self->sites, g_hash_table_unref);

  G_OBJECT_CLASS (vsl_outbox_parent_class)->finalize (object);
}

static void
vsl_outbox_class_init (VslOutboxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_outbox_dispose;
  object_class->finalize = vsl_outbox_finalize;
}

static void
vsl_outbox_init (VslOutbox *self)
{
  self->rows = g_list_store_new (VSL_TYPE_OUTBOX_ROW);
  self->unseen = g_ptr_array_new_with_free_func (g_object_unref);
  self->sites = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * vsl_outbox_new:
 * @publisher: sends
 * @store: has the rows
 * @clock: tells the time
 * @clock_data: for @clock
 *
 * Returns: (transfer full): an outbox that fills its list, and sends nothing by itself yet
 */
VslOutbox *
vsl_outbox_new (VslPublisher *publisher,
                VslStore     *store,
                VslClock      clock,
                gpointer      clock_data)
{
  VslOutbox *self = g_object_new (VSL_TYPE_OUTBOX, NULL);

  self->publisher = g_object_ref (publisher);
  self->store = g_object_ref (store);
  self->clock = clock;
  self->clock_data = clock_data;
  g_signal_connect_object (publisher, "changed", G_CALLBACK (publisher_changed_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);

  return self;
}

/**
 * vsl_outbox_get_rows:
 * @self: the outbox
 *
 * Returns: (transfer none): a model of #VslOutboxRow: those that are not confirmed, oldest first
 */
GListModel *
vsl_outbox_get_rows (VslOutbox *self)
{
  return G_LIST_MODEL (self->rows);
}

/**
 * vsl_outbox_get_busy:
 * @self: the outbox
 *
 * Returns: whether it is reading, or is about to send what it read
 */
gboolean
vsl_outbox_get_busy (VslOutbox *self)
{
  return self->loading || self->send_all;
}

/**
 * vsl_outbox_start:
 * @self: the outbox
 *
 * From now on it sends by itself what waits, when its moment has come, and sees what has appeared.
 */
void
vsl_outbox_start (VslOutbox *self)
{
  if (self->started)
    return;

  self->started = TRUE;
  self->monitor = g_object_ref (g_network_monitor_get_default ());
  self->online = g_network_monitor_get_network_available (self->monitor);
  g_signal_connect_object (self->monitor, "network-changed", G_CALLBACK (network_changed_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * vsl_outbox_stop:
 * @self: the outbox
 *
 * Sends nothing by itself any more; what is under way goes on.
 */
void
vsl_outbox_stop (VslOutbox *self)
{
  self->started = FALSE;
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->timer, g_source_remove);
}

/**
 * vsl_outbox_send_all:
 * @self: the outbox
 *
 * Sends whatever waits now, and not when its moment comes.
 */
void
vsl_outbox_send_all (VslOutbox *self)
{
  vsl_publisher_reset (self->publisher);
  self->send_all = TRUE;
  refresh (self);
}
