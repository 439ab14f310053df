/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-publisher.h"

#include "desk/vsl-desk-fault.h"

#define LOOK_MS 1000

/**
 * VslPublisher:
 *
 * Keeps the runs that put articles on sites, one at a time for each pair of an article and a site.
 * Owned by the desk, to which it must not point back other than to ask for an open document. Main
 * thread.
 *
 * Signal `changed` (id of an article): what is known of the article on a site is another thing.
 */
struct _VslPublisher
{
  GObject parent_instance;

  VslPublishContext context;
  GHashTable *runs;  /* (owned) article and site → VslPublishRun (owned) */
  GPtrArray *closers; /* (owned) of GTask, that wait for the last run */
};

G_DEFINE_FINAL_TYPE (VslPublisher, vsl_publisher, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
make_key (const char *article_id,
          const char *site)
{
  return g_strjoin ("\n", article_id, site, NULL);
}

static void
answer_closers (VslPublisher *self)
{
  g_autoptr(GPtrArray) closers = NULL;
  guint i;

  if (g_hash_table_size (self->runs) > 0)
    return;

  closers = self->closers;
  self->closers = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = 0; i < closers->len; i++)
    g_task_return_boolean (g_ptr_array_index (closers, i), TRUE);
}

static gboolean
is_run (gpointer key,
        gpointer value,
        gpointer user_data)
{
  return value == user_data;
}

static void
run_ended_cb (VslPublisher  *self,
              VslPublishRun *run)
{
  g_autofree char *id = g_strdup (vsl_publish_run_get_article_id (run));

  g_hash_table_foreach_remove (self->runs, is_run, run);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, id);
  answer_closers (self);
}

static void
vsl_publisher_finalize (GObject *object)
{
  VslPublisher *self = VSL_PUBLISHER (object);

  g_clear_pointer (&self->runs, g_hash_table_unref);
  g_clear_pointer (&self->closers, g_ptr_array_unref);
  g_clear_object (&self->context.store);
  g_clear_object (&self->context.credentials);
  g_free (self->context.data_dir);

  G_OBJECT_CLASS (vsl_publisher_parent_class)->finalize (object);
}

static void
vsl_publisher_class_init (VslPublisherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_publisher_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", VSL_TYPE_PUBLISHER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
vsl_publisher_init (VslPublisher *self)
{
  self->runs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->closers = g_ptr_array_new_with_free_func (g_object_unref);
  self->context.keeper = self;
  self->context.look_ms = LOOK_MS;
}

/**
 * vsl_publisher_new:
 * @store: the store
 * @credentials: the passwords
 * @data_dir: the data directory, for the local sites
 * @clock: tells the time
 * @clock_data: for @clock
 *
 * Returns: (transfer full): a publisher at rest
 */
VslPublisher *
vsl_publisher_new (VslStore       *store,
                   VslCredentials *credentials,
                   const char     *data_dir,
                   VslClock        clock,
                   gpointer        clock_data)
{
  VslPublisher *self = g_object_new (VSL_TYPE_PUBLISHER, NULL);

  self->context.store = g_object_ref (store);
  self->context.credentials = g_object_ref (credentials);
  self->context.data_dir = g_strdup (data_dir);
  self->context.clock = clock;
  self->context.clock_data = clock_data;

  return self;
}

/**
 * vsl_publisher_set_lookup:
 * @self: the publisher
 * @lookup: (nullable): gives the document of an article, if it is open
 * @owner: for @lookup
 *
 * Says where open documents are found, so that what is typed is what is published.
 */
void
vsl_publisher_set_lookup (VslPublisher      *self,
                          VslDocumentLookup  lookup,
                          gpointer           owner)
{
  self->context.lookup = lookup;
  self->context.owner = owner;
}

/**
 * vsl_publisher_set_look_ms:
 * @self: the publisher
 * @look_ms: the unit of the waits before the site is looked at again
 *
 * For tests, which do not want to wait.
 */
void
vsl_publisher_set_look_ms (VslPublisher *self,
                           guint         look_ms)
{
  self->context.look_ms = look_ms;
}

/**
 * vsl_publisher_doubt_unfinished:
 * @self: the publisher
 * @error: return location
 *
 * At start-up: what was being sent when the last process ended is in doubt.
 *
 * Returns: whether the store could tell and keep that
 */
gboolean
vsl_publisher_doubt_unfinished (VslPublisher  *self,
                                GError       **error)
{
  g_autoptr(GPtrArray) rows = vsl_store_list_outbox (self->context.store, NULL, error);
  guint i;

  if (rows == NULL)
    return FALSE;

  for (i = 0; i < rows->len; i++)
    {
      VslOutboxRow *row = g_ptr_array_index (rows, i);
      g_autoptr(VslOutboxRow) doubted = NULL;
      g_autoptr(VslOutboxRow) stored = NULL;

      if (vsl_outbox_row_get_state (row) != VSL_OUTBOX_SENDING)
        continue;
      doubted = vsl_outbox_row_new (vsl_outbox_row_get_row_id (row),
                                    vsl_outbox_row_get_article_id (row),
                                    vsl_outbox_row_get_site (row), vsl_outbox_row_get_token (row),
                                    VSL_OUTBOX_IN_DOUBT, vsl_outbox_row_get_article_revision (row),
                                    vsl_outbox_row_get_wanted (row),
                                    vsl_outbox_row_get_wanted_at (row),
                                    vsl_outbox_row_get_copy (row), vsl_outbox_row_get_message (row),
                                    vsl_outbox_row_get_updated_at (row));
      stored = vsl_store_save_outbox_row (self->context.store, doubted,
                                          self->context.clock (self->context.clock_data), error);
      if (stored == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * vsl_publisher_find_running:
 * @self: the publisher
 * @article_id: an article
 * @site: the name of a site
 *
 * Returns: (transfer none) (nullable): the publication of that pair that is under way
 */
VslPublication *
vsl_publisher_find_running (VslPublisher *self,
                            const char   *article_id,
                            const char   *site)
{
  g_autofree char *key = make_key (article_id, site);
  VslPublishRun *run = g_hash_table_lookup (self->runs, key);

  return run != NULL ? vsl_publish_run_get_publication (run) : NULL;
}

/**
 * vsl_publisher_publish:
 * @self: the publisher
 * @article_id: an article
 * @site: where to put it
 * @options: how
 *
 * Starts a run, unless one is under way for this pair: then that is the answer.
 *
 * Returns: (transfer full): what can be seen of it
 */
VslPublication *
vsl_publisher_publish (VslPublisher                *self,
                       const char                  *article_id,
                       VslSite                     *site,
                       const VslPublicationOptions *options)
{
  VslPublication *publication =
    vsl_publisher_find_running (self, article_id, vsl_site_get_name (site));
  g_autoptr(VslPublishRun) run = NULL;

  if (publication != NULL)
    return g_object_ref (publication);

  run = vsl_publish_run_new (&self->context, article_id, site, options);
  publication = g_object_ref (vsl_publish_run_get_publication (run));
  g_hash_table_insert (self->runs, make_key (article_id, vsl_site_get_name (site)),
                       g_object_ref (run));
  g_signal_connect_object (run, "ended", G_CALLBACK (run_ended_cb), self, G_CONNECT_SWAPPED);
  vsl_publish_run_start (run);

  return publication;
}

/**
 * vsl_publisher_close_async:
 * @self: the publisher
 * @callback: called when nothing is under way any more
 * @user_data: for @callback
 *
 * Lets what is under way end, soon.
 */
void
vsl_publisher_close_async (VslPublisher        *self,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autoptr(GList) runs = g_hash_table_get_values (self->runs);
  GList *l;

  g_task_set_source_tag (task, vsl_publisher_close_async);
  g_ptr_array_add (self->closers, task);
  g_list_foreach (runs, (GFunc) g_object_ref, NULL);
  for (l = runs; l != NULL; l = l->next)
    {
      g_autoptr(VslPublishRun) run = l->data;

      vsl_publish_run_hurry (run);
    }
  answer_closers (self);
}

/**
 * vsl_publisher_close_finish:
 * @self: the publisher
 * @result: the result
 *
 * Ends vsl_publisher_close_async(), which cannot fail.
 */
void
vsl_publisher_close_finish (VslPublisher *self,
                            GAsyncResult *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}
