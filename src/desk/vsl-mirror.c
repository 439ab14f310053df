/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-mirror.h"

#include "desk/vsl-mirror-pictures.h"
#include "exchange/vsl-exchange.h"
#include "store/vsl-article-id.h"
#include "store/vsl-store-thread.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

/* How long a changed article waits for its copy: who writes changes it all the time. */
#define DELAY_SECONDS 10

/* So many rows are asked of the store at once, so that saving never waits for us. */
#define PAGE 200

#define SUFFIX ".md"

/**
 * VslMirror:
 *
 * Keeps a copy of every article as a plain Markdown file, which can be read when nothing of ours can:
 * `SLUG-ID.md`, with its pictures in `media/`. A file has the time of its article, so that a run finds out by itself what changed
 * since the last. Files of other names are left alone. Works in a thread of its own.
 *
 * Main thread. To be closed before the store. Property `problem`: why the last run failed.
 */
struct _VslMirror
{
  GObject parent_instance;

  VslStore *store;        /* (owned) */
  char *folder;           /* (owned) */
  VslStoreThread *thread; /* (owned) */
  GHashTable *names;      /* (owned) (nullable) (thread: mirror) id → name of its file */

  GHashTable *touched;    /* (owned) ids that wait */
  guint timer;
  gboolean closed;
  char *problem;          /* (owned) (nullable) translated */
};

G_DEFINE_FINAL_TYPE (VslMirror, vsl_mirror, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The id in the name of a file of ours, else NULL. */
static char *
dup_id (const char *name)
{
  gsize length = strlen (name);
  gsize tail = VSL_ARTICLE_ID_LENGTH + strlen (SUFFIX);
  g_autofree char *id = NULL;

  if (length <= tail || !g_str_has_suffix (name, SUFFIX) || name[length - tail - 1] != '-')
    return NULL;
  id = g_strndup (name + length - tail, VSL_ARTICLE_ID_LENGTH);

  return vsl_article_id_is_valid (id) ? g_steal_pointer (&id) : NULL;
}

static void
set_failed_error (GError    **error,
                  const char *path,
                  const char *reason)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
               _("The Markdown copy “%s” could not be written: %s. The articles themselves are stored."), name,
               reason);
}

/* In the thread of the mirror: which files there are. */
static gboolean
read_names (VslMirror *self,
            GError   **error)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  if (self->names != NULL)
    return TRUE;

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      set_failed_error (error, self->folder, g_strerror (errno));
      return FALSE;
    }
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  dir = g_dir_open (self->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *id = dup_id (name);

      if (id != NULL)
        g_hash_table_replace (self->names, id, g_strdup (name));
    }

  return TRUE;
}

static char *
make_name (VslArticle *article)
{
  g_autofree char *slug = vsl_article_dup_slug (article);

  return g_strconcat (slug != NULL && *slug != '\0' ? slug : "-", "-", vsl_article_get_id (article), SUFFIX, NULL);
}

static void
drop_file (VslMirror  *self,
           const char *id)
{
  const char *name = g_hash_table_lookup (self->names, id);
  g_autofree char *path = NULL;

  if (name == NULL)
    return;

  path = g_build_filename (self->folder, name, NULL);
  if (g_unlink (path) != 0 && errno != ENOENT)
    g_debug ("%s stays: %s", path, g_strerror (errno));
  g_hash_table_remove (self->names, id);
}

static gboolean
write_article (VslMirror  *self,
               VslArticle *article,
               GError    **error)
{
  const char *id = vsl_article_get_id (article);
  time_t changed_at = (time_t) (vsl_article_get_updated_at (article) / G_USEC_PER_SEC);
  g_autofree char *name = make_name (article);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(VslArticle) placed = vsl_mirror_pictures_place (self->store, self->folder, article);
  g_autoptr(GBytes) bytes = vsl_exchange_write (placed, VSL_FORMAT_MARKDOWN, &local_error);
  gsize size;
  const char *data;

  if (bytes == NULL)
    {
      set_failed_error (error, path, local_error->message);
      return FALSE;
    }
  data = g_bytes_get_data (bytes, &size);
  if (!g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &local_error))
    {
      set_failed_error (error, path, local_error->message);
      return FALSE;
    }
  if (utime (path, &(struct utimbuf) { changed_at, changed_at }) != 0)
    g_debug ("%s: %s", path, g_strerror (errno));

  /* The new file stands: only now may the one under the old name go. */
  if (g_strcmp0 (g_hash_table_lookup (self->names, id), name) != 0)
    drop_file (self, id);
  g_hash_table_replace (self->names, g_strdup (id), g_steal_pointer (&name));

  return TRUE;
}

/* An article that is gone meanwhile is no failure. */
static gboolean
write_id (VslMirror  *self,
          const char *id,
          GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(VslArticle) article = vsl_store_load_article (self->store, id, &local_error);

  if (article != NULL)
    return write_article (self, article, error);
  if (g_error_matches (local_error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
is_current (VslMirror         *self,
            VslArticleSummary *summary)
{
  const char *name = g_hash_table_lookup (self->names, vsl_article_summary_get_id (summary));
  g_autofree char *path = name != NULL ? g_build_filename (self->folder, name, NULL) : NULL;
  GStatBuf info;

  return path != NULL && g_stat (path, &info) == 0 &&
         info.st_mtime == vsl_article_summary_get_updated_at (summary) / G_USEC_PER_SEC;
}

static gboolean
write_page (VslMirror *self,
            GPtrArray *summaries,
            GError   **error)
{
  guint i;

  for (i = 0; i < summaries->len; i++)
    {
      VslArticleSummary *summary = g_ptr_array_index (summaries, i);

      if (!is_current (self, summary) && !write_id (self, vsl_article_summary_get_id (summary), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_list (VslMirror *self,
            gboolean   bin,
            GError   **error)
{
  VslStoreFilter filter = { .deleted = bin };
  g_autoptr(GBytes) ids =
    vsl_store_list_ids (self->store, &filter, VSL_STORE_SORT_UPDATED, FALSE, error);
  guint n, first;

  if (ids == NULL)
    return FALSE;

  n = vsl_store_ids_get_length (ids);
  for (first = 0; first < n; first += PAGE)
    {
      g_autoptr(GPtrArray) summaries =
        vsl_store_load_summaries (self->store, ids, first, MIN (PAGE, n - first), error);

      if (summaries == NULL || !write_page (self, summaries, error))
        return FALSE;
    }

  return TRUE;
}

/* A VslStoreThreadTaskFunc: writes the articles that are named, or all that changed. */
static gpointer
run_write (gpointer source,
           gpointer data,
           GError **error)
{
  VslMirror *self = source;
  char **ids = data;
  guint i;

  if (!read_names (self, error))
    return NULL;
  if (ids == NULL)
    {
      vsl_mirror_pictures_drop (self->store, self->folder);
      return GINT_TO_POINTER (write_list (self, FALSE, error) && write_list (self, TRUE, error));
    }

  for (i = 0; ids[i] != NULL; i++)
    {
      if (!write_id (self, ids[i], error))
        return NULL;
    }

  return GINT_TO_POINTER (TRUE);
}

/* A VslStoreThreadTaskFunc: drops the file of an article that was deleted for good. */
static gpointer
run_forget (gpointer source,
            gpointer data,
            GError **error)
{
  VslMirror *self = source;

  if (!read_names (self, error))
    return NULL;
  drop_file (self, data);

  return GINT_TO_POINTER (TRUE);
}

static void
set_problem (VslMirror  *self,
             const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
ran_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  VslMirror *self = VSL_MIRROR (object);
  g_autoptr(GError) error = NULL;

  g_task_propagate_pointer (G_TASK (result), &error);
  set_problem (self, error != NULL ? error->message : NULL);
}

static void
push (VslMirror             *self,
      VslStoreThreadTaskFunc func,
      gpointer               data,
      GDestroyNotify         destroy)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, ran_cb, NULL);

  g_task_set_source_tag (task, push);
  g_task_set_check_cancellable (task, FALSE);
  if (!vsl_store_thread_push_task (self->thread, task, func, data, destroy, NULL))
    g_task_return_pointer (task, NULL, NULL);
}

static void
write_touched (VslMirror *self)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer id;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (g_hash_table_size (self->touched) == 0)
    return;

  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_strv_builder_add (ids, id);
  g_hash_table_remove_all (self->touched);
  push (self, run_write, g_strv_builder_end (ids), (GDestroyNotify) g_strfreev);
}

static gboolean
timer_cb (gpointer user_data)
{
  VslMirror *self = user_data;

  self->timer = 0;
  write_touched (self);

  return G_SOURCE_REMOVE;
}

static void
vsl_mirror_dispose (GObject *object)
{
  vsl_mirror_close (VSL_MIRROR (object));

  G_OBJECT_CLASS (vsl_mirror_parent_class)->dispose (object);
}

static void
vsl_mirror_finalize (GObject *object)
{
  VslMirror *self = VSL_MIRROR (object);

  g_clear_pointer (&self->thread, vsl_store_thread_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_object (&self->store);
  g_free (self->folder);
  g_free (self->problem);

  G_OBJECT_CLASS (vsl_mirror_parent_class)->finalize (object);
}

static void
vsl_mirror_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, VSL_MIRROR (object)->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_mirror_class_init (VslMirrorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_mirror_dispose;
  object_class->finalize = vsl_mirror_finalize;
  object_class->get_property = vsl_mirror_get_property;

  properties[PROP_PROBLEM] =
    g_param_spec_string ("problem", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_mirror_init (VslMirror *self)
{
  self->thread = vsl_store_thread_new ("vsl-mirror");
  self->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * vsl_mirror_new:
 * @store: the store, open
 * @folder: where the files go; made when it is needed
 *
 * Returns: (transfer full): a mirror that has written nothing yet
 */
VslMirror *
vsl_mirror_new (VslStore   *store,
                const char *folder)
{
  VslMirror *self;

  g_return_val_if_fail (VSL_IS_STORE (store), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (VSL_TYPE_MIRROR, NULL);
  self->store = g_object_ref (store);
  self->folder = g_strdup (folder);

  return self;
}

/**
 * vsl_mirror_close:
 * @self: the mirror
 *
 * Writes what waits, and ends. Waits for the disk. Closing twice does no harm.
 */
void
vsl_mirror_close (VslMirror *self)
{
  g_return_if_fail (VSL_IS_MIRROR (self));

  if (self->closed)
    return;

  write_touched (self);
  self->closed = TRUE;
  vsl_store_thread_shutdown (self->thread);
}

/**
 * vsl_mirror_get_problem:
 * @self: the mirror
 *
 * Returns: (nullable): why the last run failed, translated
 */
const char *
vsl_mirror_get_problem (VslMirror *self)
{
  g_return_val_if_fail (VSL_IS_MIRROR (self), NULL);

  return self->problem;
}

/**
 * vsl_mirror_write_all:
 * @self: the mirror
 *
 * Writes every article, also in the bin, whose file is not as new as it is.
 */
void
vsl_mirror_write_all (VslMirror *self)
{
  g_return_if_fail (VSL_IS_MIRROR (self));

  push (self, run_write, NULL, NULL);
}

/**
 * vsl_mirror_touch:
 * @self: the mirror
 * @id: the id of an article
 *
 * Says that an article changed; its file follows some seconds later.
 */
void
vsl_mirror_touch (VslMirror  *self,
                  const char *id)
{
  g_return_if_fail (VSL_IS_MIRROR (self));

  if (self->closed)
    return;

  g_hash_table_add (self->touched, g_strdup (id));
  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (DELAY_SECONDS, timer_cb, self);
}

/**
 * vsl_mirror_forget:
 * @self: the mirror
 * @id: the id of an article that was deleted for good
 *
 * Drops its file.
 */
void
vsl_mirror_forget (VslMirror  *self,
                   const char *id)
{
  g_return_if_fail (VSL_IS_MIRROR (self));

  g_hash_table_remove (self->touched, id);
  push (self, run_forget, g_strdup (id), g_free);
}
