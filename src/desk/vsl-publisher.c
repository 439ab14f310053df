/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-publisher.h"

#include "desk/vsl-publish-lane.h"

#define LOOK_MS 1000

/* PHP is what takes the time: two at once are enough for a site, and a folder has one writer. */
#define WIDTH 2
#define FOLDER_WIDTH 1

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
  GHashTable *again; /* (owned) article and site → VslPublicationOptions (owned), asked for meanwhile */
  GHashTable *lanes; /* (owned) origin → VslPublishLane (owned) */
  GPtrArray *lookers; /* (owned) of VslPublishRun, settled, that look at a page or wait to */
  GPtrArray *closers; /* (owned) of GTask, that wait for the last run */
  gboolean closing;
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

  if (g_hash_table_size (self->runs) > 0 || self->lookers->len > 0)
    return;

  /* Should something else keep the desk open, it can publish again. */
  if (self->closers->len > 0)
    self->closing = FALSE;
  closers = self->closers;
  self->closers = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = 0; i < closers->len; i++)
    g_task_return_boolean (g_ptr_array_index (closers, i), TRUE);
}

static void
options_free (gpointer data)
{
  VslPublicationOptions *options = data;

  vsl_publication_options_clear (options);
  g_free (options);
}

static VslPublishLane *
find_lane (VslPublisher *self,
           VslSite      *site)
{
  g_autofree char *name = vsl_publish_lane_name (site);
  VslPublishLane *lane = g_hash_table_lookup (self->lanes, name);

  if (lane == NULL)
    {
      lane = vsl_publish_lane_new (&self->context, vsl_site_get_brand (site) == VSL_BRAND_FOLDER
                                                     ? FOLDER_WIDTH
                                                     : WIDTH);
      g_hash_table_insert (self->lanes, g_steal_pointer (&name), lane);
    }

  return lane;
}

/* A VslPublishPlea. */
static void
run_ready_cb (gpointer       keeper,
              VslPublishRun *run)
{
  VslPublisher *self = keeper;

  if (self->closing)
    vsl_publish_run_put_off (run, self->context.clock (self->context.clock_data));
  else
    vsl_publish_lane_enter (find_lane (self, vsl_publish_run_get_site (run)), run);
}

static double
roll_dice (gpointer data)
{
  return g_random_double ();
}

/* Whether what was asked for while @run was under way is more than what it did. */
static gboolean
is_worth_another (VslPublisher                *self,
                  VslPublishRun               *run,
                  const VslPublicationOptions *options)
{
  g_autoptr(VslArticle) now = NULL;
  VslOutboxRow *row = vsl_publication_get_result (vsl_publish_run_get_publication (run));

  if (row == NULL || vsl_outbox_row_get_state (row) != VSL_OUTBOX_CONFIRMED || self->closing)
    return FALSE;
  if (options->as != vsl_outbox_row_get_wanted (row) || options->at != vsl_outbox_row_get_wanted_at (row))
    return TRUE;

  now = vsl_store_load_article (self->context.store, vsl_publish_run_get_article_id (run), NULL);

  return now != NULL && vsl_article_get_revision (now) > vsl_outbox_row_get_article_revision (row);
}

/* The pair is free, and so is its place on the lane. */
static void
let_go (VslPublisher  *self,
        VslPublishRun *run)
{
  const char *id = vsl_publish_run_get_article_id (run);
  VslSite *site = vsl_publish_run_get_site (run);
  g_autofree char *key = make_key (id, vsl_site_get_name (site));
  g_autofree char *stolen_key = NULL; /* which would be nobody's otherwise */
  VslPublicationOptions *again = NULL;

  g_hash_table_remove (self->runs, key);
  g_hash_table_steal_extended (self->again, key, (gpointer *) &stolen_key, (gpointer *) &again);
  vsl_publish_lane_leave (find_lane (self, site), run);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, id);
  if (again != NULL && is_worth_another (self, run, again))
    {
      g_autoptr(VslPublication) publication = vsl_publisher_publish (self, id, site, again);

      g_debug ("%s: once more, for what was asked meanwhile", id);
    }
  g_clear_pointer (&again, options_free);
}

/* A VslPublishPlea. */
static void
run_settled_cb (gpointer       keeper,
                VslPublishRun *run)
{
  VslPublisher *self = keeper;

  g_ptr_array_add (self->lookers, g_object_ref (run));
  let_go (self, run);
}

/* A VslPublishPlea. */
static void
run_looks_cb (gpointer       keeper,
              VslPublishRun *run)
{
  VslPublisher *self = keeper;

  if (self->closing)
    vsl_publish_run_look (run);
  else
    vsl_publish_lane_look (find_lane (self, vsl_publish_run_get_site (run)), run);
}

static void
run_ended_cb (VslPublisher  *self,
              VslPublishRun *ended)
{
  g_autoptr(VslPublishRun) run = g_object_ref (ended);

  if (g_ptr_array_remove (self->lookers, run))
    {
      vsl_publish_lane_leave (find_lane (self, vsl_publish_run_get_site (run)), run);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0, vsl_publish_run_get_article_id (run));
    }
  else
    {
      let_go (self, run);
    }
  answer_closers (self);
}

static VslPublication *
start_run (VslPublisher                *self,
           const char                  *article_id,
           VslSite                     *site,
           const VslPublicationOptions *options,
           VslPublishAim                aim)
{
  g_autoptr(VslPublishRun) run =
    vsl_publish_run_new (&self->context, article_id, site, options, aim);
  VslPublication *publication = g_object_ref (vsl_publish_run_get_publication (run));

  g_hash_table_insert (self->runs, make_key (article_id, vsl_site_get_name (site)),
                       g_object_ref (run));
  g_signal_connect_object (run, "ended", G_CALLBACK (run_ended_cb), self, G_CONNECT_SWAPPED);
  vsl_publish_run_start (run);

  return publication;
}

static void
vsl_publisher_finalize (GObject *object)
{
  VslPublisher *self = VSL_PUBLISHER (object);

  g_clear_pointer (&self->runs, g_hash_table_unref);
  g_clear_pointer (&self->again, g_hash_table_unref);
  g_clear_pointer (&self->lanes, g_hash_table_unref);
  g_clear_pointer (&self->lookers, g_ptr_array_unref);
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
  self->again = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, options_free);
  self->lanes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) vsl_publish_lane_free);
  self->lookers = g_ptr_array_new_with_free_func (g_object_unref);
  self->closers = g_ptr_array_new_with_free_func (g_object_unref);
  self->context.keeper = self;
  self->context.enter = run_ready_cb;
  self->context.settle = run_settled_cb;
  self->context.look = run_looks_cb;
  self->context.chance = roll_dice;
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
 * vsl_publisher_set_chance:
 * @self: the publisher
 * @chance: gives a number from 0 up to, not including, 1
 * @chance_data: for @chance
 *
 * For tests, which want to know how long is waited.
 */
void
vsl_publisher_set_chance (VslPublisher *self,
                          VslChance     chance,
                          gpointer      chance_data)
{
  self->context.chance = chance;
  self->context.chance_data = chance_data;
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
 * Starts a run, unless one is under way for this pair: then that is the answer, and when it is over
 * and the article or what is wanted is another one by then, it is published once more.
 *
 * Returns: (transfer full): what can be seen of it
 */
VslPublication *
vsl_publisher_publish (VslPublisher                *self,
                       const char                  *article_id,
                       VslSite                     *site,
                       const VslPublicationOptions *options)
{
  g_autofree char *key = make_key (article_id, vsl_site_get_name (site));
  VslPublishRun *run = g_hash_table_lookup (self->runs, key);
  VslPublicationOptions *again;

  if (run == NULL)
    return start_run (self, article_id, site, options, VSL_PUBLISH_ASKED);

  /* A second press of the button asks for nothing else, and must not send what is typed after it. */
  if (!vsl_publish_run_is_overtaken (run) && vsl_publish_run_wants (run, options))
    return g_object_ref (vsl_publish_run_get_publication (run));

  again = g_new0 (VslPublicationOptions, 1);
  vsl_publication_options_copy (again, options);
  g_hash_table_replace (self->again, g_steal_pointer (&key), again);

  return g_object_ref (vsl_publish_run_get_publication (run));
}

/* Nobody asks for it now: with what was asked for then. */
static VslPublication *
start_again (VslPublisher  *self,
             VslOutboxRow  *row,
             VslSite       *site,
             VslPublishAim  aim)
{
  g_auto(VslPublicationOptions) options = { 0 };

  vsl_publication_options_read (&options, vsl_outbox_row_get_plan (row)->options);
  options.as = vsl_outbox_row_get_wanted (row);
  options.at = vsl_outbox_row_get_wanted_at (row);

  return start_run (self, vsl_outbox_row_get_article_id (row), site, &options, aim);
}

/**
 * vsl_publisher_resume:
 * @self: the publisher
 * @row: a row of the outbox that is to be tried again
 * @site: its site
 *
 * Tries again what was asked for before, with the text of then; unless it is under way.
 *
 * Returns: (transfer full): what can be seen of it
 */
VslPublication *
vsl_publisher_resume (VslPublisher *self,
                      VslOutboxRow *row,
                      VslSite      *site)
{
  const char *id = vsl_outbox_row_get_article_id (row);
  VslPublication *publication = vsl_publisher_find_running (self, id, vsl_site_get_name (site));

  return publication != NULL ? g_object_ref (publication)
                             : start_again (self, row, site, VSL_PUBLISH_RESUME);
}

/**
 * vsl_publisher_is_looking:
 * @self: the publisher
 * @article_id: an article
 * @site: the name of a site
 *
 * Returns: whether the page of that pair is being looked at, or waits for that
 */
gboolean
vsl_publisher_is_looking (VslPublisher *self,
                          const char   *article_id,
                          const char   *site)
{
  guint i;

  g_return_val_if_fail (VSL_IS_PUBLISHER (self) && site != NULL, FALSE);

  for (i = 0; i < self->lookers->len; i++)
    {
      VslPublishRun *run = self->lookers->pdata[i];

      if (g_str_equal (vsl_publish_run_get_article_id (run), article_id) &&
          g_str_equal (vsl_site_get_name (vsl_publish_run_get_site (run)), site))
        return TRUE;
    }

  return FALSE;
}

/**
 * vsl_publisher_see:
 * @self: the publisher
 * @row: a row of the outbox, confirmed, with a copy
 * @site: its site
 *
 * Sees whether what was scheduled has appeared, and what readers get of what is there. Sends nothing.
 *
 * Returns: (transfer full) (nullable): what can be seen of it; %NULL when something is under way for
 *   this pair, after which that is known too
 */
VslPublication *
vsl_publisher_see (VslPublisher *self,
                   VslOutboxRow *row,
                   VslSite      *site)
{
  const char *id = vsl_outbox_row_get_article_id (row);

  g_return_val_if_fail (vsl_outbox_row_get_copy (row) != NULL, NULL);

  if (vsl_publisher_find_running (self, id, vsl_site_get_name (site)) != NULL ||
      vsl_publisher_is_looking (self, id, vsl_site_get_name (site)))
    return NULL;

  return start_again (self, row, site, VSL_PUBLISH_SEE);
}

/**
 * vsl_publisher_is_busy:
 * @self: the publisher
 * @site: the name of a site
 *
 * Returns: whether something is being sent there, or waits for its turn
 */
gboolean
vsl_publisher_is_busy (VslPublisher *self,
                       const char   *site)
{
  GHashTableIter iter;
  gpointer run;

  g_return_val_if_fail (VSL_IS_PUBLISHER (self) && site != NULL, FALSE);

  g_hash_table_iter_init (&iter, self->runs);
  while (g_hash_table_iter_next (&iter, NULL, &run))
    if (g_str_equal (vsl_site_get_name (vsl_publish_run_get_site (run)), site))
      return TRUE;

  return FALSE;
}

/**
 * vsl_publisher_reset:
 * @self: the publisher
 *
 * The network is back, or a password is another one: every site may be tried at once.
 */
void
vsl_publisher_reset (VslPublisher *self)
{
  GHashTableIter iter;
  gpointer lane;

  g_hash_table_iter_init (&iter, self->lanes);
  while (g_hash_table_iter_next (&iter, NULL, &lane))
    vsl_publish_lane_reset (lane);
}

static void
empty_lanes (VslPublisher *self)
{
  GHashTableIter iter;
  gpointer lane;

  g_hash_table_iter_init (&iter, self->lanes);
  while (g_hash_table_iter_next (&iter, NULL, &lane))
    vsl_publish_lane_empty (lane);
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
  guint i;

  g_task_set_source_tag (task, vsl_publisher_close_async);
  g_ptr_array_add (self->closers, task);
  self->closing = TRUE;
  for (i = 0; i < self->lookers->len; i++)
    runs = g_list_prepend (runs, self->lookers->pdata[i]);
  g_list_foreach (runs, (GFunc) g_object_ref, NULL);
  empty_lanes (self);
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
