/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-backups-private.h"

#include "desk/vsl-desk-fault.h"
#include "store/vsl-media-files.h"
#include "store/vsl-store-bin.h"
#include "store/vsl-store-media.h"

#include <glib/gstdio.h>

/* The first look comes when the window has long been shown. */
#define FIRST_LOOK_SECONDS 20
#define LOOK_SECONDS 60

#define DAY (G_GINT64_CONSTANT (24 * 3600) * G_USEC_PER_SEC)

/**
 * VslBackups:
 *
 * Looks after what is stored while somebody writes: makes a backup each hour in which something
 * changed, keeps Markdown copies, empties the bin of what lies there too long and thins out old
 * versions once a day. All of it beside the main thread.
 *
 * Main thread. To be closed before the store.
 *
 * Properties: `automatic` (backups by the hour), `mirror` (Markdown copies), `busy` (a backup or a
 * check is under way), `problem` (nullable: why the last backup or copy failed; until one succeeds).
 * Signal `ended` (string): an article lay in the bin too long, and is gone.
 */
G_DEFINE_FINAL_TYPE (VslBackups, vsl_backups, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_AUTOMATIC,
  PROP_MIRROR,
  PROP_BUSY,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * vsl_backups_get_now:
 * @self: the backups
 *
 * Returns: what the clock says, in µs since 1970
 */
gint64
vsl_backups_get_now (VslBackups *self)
{
  return self->clock (self->clock_data);
}

/**
 * vsl_backups_set_problem:
 * @self: the backups
 * @problem: (nullable): why a backup failed, translated
 */
void
vsl_backups_set_problem (VslBackups *self,
                         const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/**
 * vsl_backups_add_running:
 * @self: the backups
 * @n: how many backups and checks more, or fewer, are under way
 */
void
vsl_backups_add_running (VslBackups *self,
                         int         n)
{
  gboolean busy = self->running > 0;

  self->running = (guint) ((int) self->running + n);
  if (busy != (self->running > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
mirror_problem_cb (VslBackups *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static gint64
get_changed_at (const char *directory,
                const char *name)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gint64) info.st_mtime * G_USEC_PER_SEC : 0;
}

/* Backups that are all the same would push out those that are not. */
static gboolean
has_changed (VslBackups *self)
{
  const char *directory = vsl_store_get_directory (self->store);
  g_autoptr(GPtrArray) backups = vsl_backup_files_list (directory);
  VslBackup *newest;

  if (backups->len == 0)
    return TRUE;
  newest = g_ptr_array_index (backups, 0);

  return MAX (get_changed_at (directory, "drafts.db"), get_changed_at (directory, "drafts.db-wal")) >=
         newest->created_at;
}

static void
automatic_made_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = vsl_backups_make_finish (VSL_BACKUPS (object), result, &error);

  /* The problem stands in the property, for who shows it. */
  if (path == NULL)
    g_debug ("backup: %s", error->message);
}

/* A VslStoreFunc. */
static gpointer
tidy_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  gint64 now = *(gint64 *) data;
  g_autoptr(GError) sweep_error = NULL;
  g_autoptr(GPtrArray) unused = NULL;
  char **ended = vsl_store_tidy (store, now, error);

  if (ended == NULL)
    return NULL;

  /* Behind it: what just ended may have been the last that had a picture. */
  unused = vsl_store_sweep_media (store, now, &sweep_error);
  if (unused == NULL)
    g_debug ("sweeping pictures: %s", sweep_error->message);
  for (guint i = 0; unused != NULL && i < unused->len; i++)
    {
      VslMedia *media = unused->pdata[i];

      vsl_media_files_remove (vsl_store_get_directory (store), media->hash, media->content_type);
    }

  return ended;
}

static void
tidied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(VslBackups) self = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) ended = vsl_store_call_finish (VSL_STORE (object), result, &error);
  guint i;

  /* What could not be tidied stays: no reason to say anything. */
  if (ended == NULL)
    {
      g_debug ("tidying: %s", error->message);
      return;
    }
  for (i = 0; ended[i] != NULL && !self->closed; i++)
    {
      vsl_backups_forget (self, ended[i]);
      g_signal_emit (self, signals[SIGNAL_ENDED], 0, ended[i]);
    }
}

static gboolean
timer_cb (gpointer user_data)
{
  VslBackups *self = user_data;

  self->timer = g_timeout_add_seconds (LOOK_SECONDS, timer_cb, self);
  vsl_backups_tick (self);

  return G_SOURCE_REMOVE;
}

static void
vsl_backups_dispose (GObject *object)
{
  vsl_backups_close (VSL_BACKUPS (object));

  G_OBJECT_CLASS (vsl_backups_parent_class)->dispose (object);
}

static void
vsl_backups_finalize (GObject *object)
{
  VslBackups *self = VSL_BACKUPS (object);

  g_clear_object (&self->mirror);
  g_clear_object (&self->keeper);
  g_clear_object (&self->store);
  g_free (self->problem);

  G_OBJECT_CLASS (vsl_backups_parent_class)->finalize (object);
}

static void
vsl_backups_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  VslBackups *self = VSL_BACKUPS (object);

  switch (prop_id)
    {
    case PROP_AUTOMATIC:
      g_value_set_boolean (value, self->automatic);
      break;
    case PROP_MIRROR:
      g_value_set_boolean (value, self->mirror != NULL);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->running > 0);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, vsl_backups_get_problem (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_backups_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  VslBackups *self = VSL_BACKUPS (object);

  switch (prop_id)
    {
    case PROP_AUTOMATIC:
      vsl_backups_set_automatic (self, g_value_get_boolean (value));
      break;
    case PROP_MIRROR:
      vsl_backups_set_mirror (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_backups_class_init (VslBackupsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_backups_dispose;
  object_class->finalize = vsl_backups_finalize;
  object_class->get_property = vsl_backups_get_property;
  object_class->set_property = vsl_backups_set_property;

  properties[PROP_AUTOMATIC] =
    g_param_spec_boolean ("automatic", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MIRROR] =
    g_param_spec_boolean ("mirror", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM] =
    g_param_spec_string ("problem", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_ENDED] = g_signal_new ("ended", VSL_TYPE_BACKUPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
vsl_backups_init (VslBackups *self)
{
}

/**
 * vsl_backups_new:
 * @store: the store, open
 * @clock: tells the time
 * @clock_data: for @clock
 *
 * Returns: (transfer full): the keeper of the backups, which does nothing by itself yet
 */
VslBackups *
vsl_backups_new (VslStore *store,
                 VslClock  clock,
                 gpointer  clock_data)
{
  VslBackups *self = g_object_new (VSL_TYPE_BACKUPS, NULL);

  self->store = g_object_ref (store);
  self->keeper = vsl_keeper_new (store);
  self->clock = clock;
  self->clock_data = clock_data;

  return self;
}

/**
 * vsl_backups_close:
 * @self: the backups
 *
 * Finishes what is under way and ends. Closing twice does no harm.
 */
void
vsl_backups_close (VslBackups *self)
{
  g_return_if_fail (VSL_IS_BACKUPS (self));

  self->closed = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->mirror != NULL)
    vsl_mirror_close (self->mirror);
  if (self->keeper != NULL)
    vsl_keeper_close (self->keeper);
}

/**
 * vsl_backups_start:
 * @self: the backups
 *
 * From now on looks each minute at what is due. For the window, when it is shown.
 */
void
vsl_backups_start (VslBackups *self)
{
  g_return_if_fail (VSL_IS_BACKUPS (self));

  if (self->timer == 0 && !self->closed)
    self->timer = g_timeout_add_seconds (FIRST_LOOK_SECONDS, timer_cb, self);
}

/**
 * vsl_backups_get_automatic:
 * @self: the backups
 *
 * Returns: whether a backup is made each hour
 */
gboolean
vsl_backups_get_automatic (VslBackups *self)
{
  g_return_val_if_fail (VSL_IS_BACKUPS (self), FALSE);

  return self->automatic;
}

/**
 * vsl_backups_set_automatic:
 * @self: the backups
 * @automatic: whether a backup is made each hour
 */
void
vsl_backups_set_automatic (VslBackups *self,
                           gboolean    automatic)
{
  g_return_if_fail (VSL_IS_BACKUPS (self));

  if (self->automatic == automatic)
    return;

  self->automatic = automatic;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AUTOMATIC]);
}

/**
 * vsl_backups_get_mirror:
 * @self: the backups
 *
 * Returns: whether Markdown copies are kept
 */
gboolean
vsl_backups_get_mirror (VslBackups *self)
{
  g_return_val_if_fail (VSL_IS_BACKUPS (self), FALSE);

  return self->mirror != NULL;
}

/**
 * vsl_backups_set_mirror:
 * @self: the backups
 * @mirror: whether Markdown copies are kept; what was written stays when they are not any more
 */
void
vsl_backups_set_mirror (VslBackups *self,
                        gboolean    mirror)
{
  g_return_if_fail (VSL_IS_BACKUPS (self));

  if (mirror == (self->mirror != NULL) || self->closed)
    return;

  if (mirror)
    {
      g_autofree char *backups = vsl_backup_files_get_folder (vsl_store_get_directory (self->store));
      g_autofree char *folder = g_build_filename (backups, "markdown", NULL);

      self->mirror = vsl_mirror_new (self->store, folder);
      g_signal_connect_object (self->mirror, "notify::problem", G_CALLBACK (mirror_problem_cb), self,
                               G_CONNECT_SWAPPED);
      /* Start-up has other things to do than looking at every article. */
      self->scanned = self->tidied_at != 0;
      if (self->scanned)
        vsl_mirror_write_all (self->mirror);
    }
  else
    {
      vsl_mirror_close (self->mirror);
      g_clear_object (&self->mirror);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MIRROR]);
}

/**
 * vsl_backups_get_busy:
 * @self: the backups
 *
 * Returns: whether a backup or a check is under way
 */
gboolean
vsl_backups_get_busy (VslBackups *self)
{
  g_return_val_if_fail (VSL_IS_BACKUPS (self), FALSE);

  return self->running > 0;
}

/**
 * vsl_backups_get_problem:
 * @self: the backups
 *
 * Returns: (nullable): why the last backup or copy failed, translated
 */
const char *
vsl_backups_get_problem (VslBackups *self)
{
  g_return_val_if_fail (VSL_IS_BACKUPS (self), NULL);

  if (self->problem != NULL || self->mirror == NULL)
    return self->problem;

  return vsl_mirror_get_problem (self->mirror);
}

/**
 * vsl_backups_tick:
 * @self: the backups
 *
 * Does what is due: a backup when the last is an hour old and something changed since, and once a
 * day the tidying, also of pictures that nothing has had for long. Called by itself each minute after vsl_backups_start().
 */
void
vsl_backups_tick (VslBackups *self)
{
  gint64 now;

  g_return_if_fail (VSL_IS_BACKUPS (self));

  if (self->closed)
    return;

  now = vsl_backups_get_now (self);
  if (self->tidied_at == 0 || now - self->tidied_at >= DAY)
    {
      self->tidied_at = now;
      vsl_store_call_async (self->store, tidy_in_store, g_memdup2 (&now, sizeof now), g_free,
                            (GDestroyNotify) g_strfreev, tidied_cb, g_object_ref (self));
    }
  if (self->mirror != NULL && !self->scanned)
    {
      self->scanned = TRUE;
      vsl_mirror_write_all (self->mirror);
    }
  if (self->automatic && self->running == 0 && vsl_keeper_is_backup_due (self->keeper, now) &&
      has_changed (self))
    vsl_backups_make_async (self, automatic_made_cb, NULL);
}

/**
 * vsl_backups_touch:
 * @self: the backups
 * @id: the id of an article that changed
 *
 * Keeps its Markdown copy up to date, when they are kept.
 */
void
vsl_backups_touch (VslBackups *self,
                   const char *id)
{
  g_return_if_fail (VSL_IS_BACKUPS (self));

  if (self->mirror != NULL)
    vsl_mirror_touch (self->mirror, id);
}

/**
 * vsl_backups_forget:
 * @self: the backups
 * @id: the id of an article that was deleted for good
 *
 * Drops its Markdown copy. It stays in the backups until they are dropped.
 */
void
vsl_backups_forget (VslBackups *self,
                    const char *id)
{
  g_return_if_fail (VSL_IS_BACKUPS (self));

  if (self->mirror != NULL)
    vsl_mirror_forget (self->mirror, id);
}
