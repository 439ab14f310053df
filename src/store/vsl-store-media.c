/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-media.h"

#include "store/vsl-article-content.h"
#include "store/vsl-store-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is known of pictures; their bytes are vsl-media-files. */

typedef struct
{
  const char *hash;
  const char *site;
  const VslMedia *media;
  const VslMediaRemote *remote;
  gint64 now;
} Call;

/**
 * vsl_media_free:
 * @self: (nullable): what is known of a picture
 */
void
vsl_media_free (VslMedia *self)
{
  if (self == NULL)
    return;

  g_free (self->hash);
  g_free (self->content_type);
  g_free (self->name);
  g_free (self);
}

/**
 * vsl_media_remote_free:
 * @self: (nullable): a picture on a site
 */
void
vsl_media_remote_free (VslMediaRemote *self)
{
  if (self == NULL)
    return;

  g_free (self->hash);
  g_free (self->site);
  g_free (self->token);
  g_free (self->state);
  g_free (self->remote_id);
  g_free (self->url);
  g_free (self->srcset);
  g_free (self->texts);
  g_free (self);
}

static VslMedia *
read_media (VslStatement *row)
{
  VslMedia *media = g_new0 (VslMedia, 1);

  media->hash = g_strdup (vsl_statement_get_text (row, 0));
  media->content_type = g_strdup (vsl_statement_get_text (row, 1));
  media->bytes = vsl_statement_get_int64 (row, 2);
  media->width = (guint) vsl_statement_get_int64 (row, 3);
  media->height = (guint) vsl_statement_get_int64 (row, 4);
  media->name = g_strdup (vsl_statement_get_text (row, 5));

  return media;
}

static gpointer
add_media (VslStore *store,
           gpointer  data,
           GError  **error)
{
  Call *call = data;
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store),
                    "INSERT INTO media (hash, content_type, bytes, width, height, name, added_at)"
                    " VALUES (:hash, :content_type, :bytes, :width, :height, :name, :now)"
                    " ON CONFLICT (hash) DO UPDATE SET unused_since = 0",
                    error);

  if (statement == NULL)
    return GINT_TO_POINTER (FALSE);

  vsl_statement_bind_text (statement, ":hash", call->media->hash);
  vsl_statement_bind_text (statement, ":content_type", call->media->content_type);
  vsl_statement_bind_int64 (statement, ":bytes", call->media->bytes);
  vsl_statement_bind_int64 (statement, ":width", call->media->width);
  vsl_statement_bind_int64 (statement, ":height", call->media->height);
  vsl_statement_bind_text (statement, ":name", call->media->name);
  vsl_statement_bind_int64 (statement, ":now", call->now);

  return GINT_TO_POINTER (vsl_statement_run (statement, error));
}

static gpointer
load_media (VslStore *store,
            gpointer  data,
            GError  **error)
{
  Call *call = data;
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store),
                    "SELECT hash, content_type, bytes, width, height, name FROM media"
                    " WHERE hash = :hash", error);
  VslStepResult step;

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":hash", call->hash);
  step = vsl_statement_step (statement, error);
  if (step == VSL_STEP_RESULT_ROW)
    return read_media (statement);
  if (step == VSL_STEP_RESULT_DONE)
    g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                 _("The file of the picture %.12s is not on this computer. Put the picture into "
                   "the article again."), call->hash);

  return NULL;
}

static char *
dup_text (VslStatement *row,
          int           column)
{
  return vsl_statement_is_null (row, column) ? NULL
                                             : g_strdup (vsl_statement_get_text (row, column));
}

static gpointer
load_remote (VslStore *store,
             gpointer  data,
             GError  **error)
{
  Call *call = data;
  g_autoptr(VslStatement) row =
    vsl_db_prepare (vsl_store_get_db (store),
                    "SELECT token, state, remote_id, media_remote.url, srcset, width, height, texts,"
                    " media_remote.updated_at FROM media_remote JOIN site"
                    " ON site.number = media_remote.site WHERE hash = :hash AND name = :site",
                    error);
  VslMediaRemote *remote;

  if (row == NULL)
    return NULL;

  vsl_statement_bind_text (row, ":hash", call->hash);
  vsl_statement_bind_text (row, ":site", call->site);
  if (vsl_statement_step (row, error) != VSL_STEP_RESULT_ROW)
    return NULL;

  remote = g_new0 (VslMediaRemote, 1);
  remote->hash = g_strdup (call->hash);
  remote->site = g_strdup (call->site);
  remote->token = g_strdup (vsl_statement_get_text (row, 0));
  remote->state = g_strdup (vsl_statement_get_text (row, 1));
  remote->remote_id = dup_text (row, 2);
  remote->url = dup_text (row, 3);
  remote->srcset = dup_text (row, 4);
  remote->width = (guint) vsl_statement_get_int64 (row, 5);
  remote->height = (guint) vsl_statement_get_int64 (row, 6);
  remote->texts = dup_text (row, 7);
  remote->updated_at = vsl_statement_get_int64 (row, 8);

  return remote;
}

static gpointer
save_remote (VslStore *store,
             gpointer  data,
             GError  **error)
{
  Call *call = data;
  const VslMediaRemote *remote = call->remote;
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "INSERT INTO media_remote (hash, site, token, state, remote_id, url, srcset,"
                    " width, height, texts, attempts, updated_at)"
                    " SELECT :hash, number, :token, :state, :remote_id, :url, :srcset, :width,"
                    " :height, :texts, :state = 'sending', :now FROM site WHERE name = :site"
                    " ON CONFLICT (hash, site) DO UPDATE SET token = :token, state = :state,"
                    " remote_id = :remote_id, url = :url, srcset = :srcset, width = :width,"
                    " height = :height, texts = :texts, attempts = CASE :state WHEN 'confirmed'"
                    " THEN 0 ELSE attempts + (:state = 'sending') END, updated_at = :now",
                    error);

  if (statement == NULL)
    return GINT_TO_POINTER (FALSE);

  vsl_statement_bind_text (statement, ":hash", remote->hash);
  vsl_statement_bind_text (statement, ":site", remote->site);
  vsl_statement_bind_text (statement, ":token", remote->token);
  vsl_statement_bind_text (statement, ":state", remote->state);
  vsl_statement_bind_text (statement, ":remote_id", remote->remote_id);
  vsl_statement_bind_text (statement, ":url", remote->url);
  vsl_statement_bind_text (statement, ":srcset", remote->srcset);
  vsl_statement_bind_int64 (statement, ":width", remote->width);
  vsl_statement_bind_int64 (statement, ":height", remote->height);
  vsl_statement_bind_text (statement, ":texts", remote->texts);
  vsl_statement_bind_int64 (statement, ":now", call->now);
  if (!vsl_statement_run (statement, error))
    return GINT_TO_POINTER (FALSE);
  if (vsl_db_get_n_changes (db) == 0)
    {
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                   _("There is no site “%s”."), remote->site);
      return GINT_TO_POINTER (FALSE);
    }

  return GINT_TO_POINTER (TRUE);
}

static gpointer
list_places (VslStore *store,
             gpointer  data,
             GError  **error)
{
  Call *call = data;
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(VslStatement) row =
    vsl_db_prepare (vsl_store_get_db (store),
                    "SELECT coalesce (remote_id, url) FROM media_remote"
                    " WHERE site = (SELECT number FROM site WHERE name = :site)"
                    " AND coalesce (remote_id, url) IS NOT NULL", error);
  VslStepResult step;

  if (row == NULL)
    return NULL;

  vsl_statement_bind_text (row, ":site", call->site);
  while ((step = vsl_statement_step (row, error)) == VSL_STEP_RESULT_ROW)
    g_ptr_array_add (list, g_strdup (vsl_statement_get_text (row, 0)));

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&list) : NULL;
}

static GPtrArray *
list_unused (VslDb   *db,
             GError **error)
{
  g_autoptr(VslStatement) row =
    vsl_db_prepare (db,
                    "SELECT hash, content_type, bytes, width, height, name FROM media"
                    " WHERE NOT EXISTS (SELECT 1 FROM picture WHERE picture.hash = media.hash)",
                    error);
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) vsl_media_free);
  VslStepResult step;

  if (row == NULL)
    return NULL;

  while ((step = vsl_statement_step (row, error)) == VSL_STEP_RESULT_ROW)
    g_ptr_array_add (list, read_media (row));

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&list) : NULL;
}

/* Takes from @list what some version of some article has. Versions are packed; they are read one by
 * one, which is rare: only when there is a picture that no article has any more. */
static gboolean
leave_out_versions (VslDb     *db,
                    GPtrArray *list,
                    GError   **error)
{
  g_autoptr(VslStatement) row = vsl_db_prepare (db, "SELECT packed, length FROM content", error);
  VslStepResult step = VSL_STEP_RESULT_DONE;

  if (row == NULL)
    return FALSE;

  while (list->len > 0 && (step = vsl_statement_step (row, error)) == VSL_STEP_RESULT_ROW)
    {
      g_autoptr(GBytes) packed = vsl_statement_dup_bytes (row, 0);
      g_autoptr(GBytes) content =
        vsl_article_content_unpack (packed, vsl_statement_get_int64 (row, 1), NULL);
      gsize size;
      const char *text;
      guint i;

      /* A damaged version may have had any of them. */
      if (content == NULL)
        {
          g_ptr_array_set_size (list, 0);
          break;
        }
      text = g_bytes_get_data (content, &size);
      for (i = list->len; i > 0; i--)
        {
          VslMedia *media = list->pdata[i - 1];

          if (g_strstr_len (text, size, media->hash) != NULL)
            g_ptr_array_remove_index_fast (list, i - 1);
        }
    }

  return list->len == 0 || step == VSL_STEP_RESULT_DONE;
}

static gboolean
run_for_hash (VslDb      *db,
              const char *sql,
              const char *hash,
              gint64      now,
              GError    **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  if (hash != NULL)
    vsl_statement_bind_text (statement, ":hash", hash);
  if (now != 0)
    vsl_statement_bind_int64 (statement, ":now", now);

  return vsl_statement_run (statement, error);
}

/* Marks what is unused since now, and deletes what was so for long enough: the rows of @list that
 * stay in it. */
static gboolean
mark_and_delete (VslDb     *db,
                 GPtrArray *list,
                 gint64     now,
                 GError   **error)
{
  const gint64 keep = (gint64) VSL_MEDIA_KEEP_DAYS * 24 * 3600 * G_USEC_PER_SEC;
  guint i;

  for (i = list->len; i > 0; i--)
    {
      VslMedia *media = list->pdata[i - 1];

      if (!run_for_hash (db, "UPDATE media SET unused_since = :now WHERE hash = :hash"
                             " AND unused_since = 0", media->hash, now, error) ||
          !run_for_hash (db, "DELETE FROM media WHERE hash = :hash AND unused_since <= :now",
                         media->hash, now - keep, error))
        return FALSE;
      if (vsl_db_get_n_changes (db) == 0)
        g_ptr_array_remove_index (list, i - 1);
    }

  return TRUE;
}

static gpointer
sweep (VslStore *store,
       gpointer  data,
       GError  **error)
{
  Call *call = data;
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(GPtrArray) list = NULL;
  gboolean done;

  if (!vsl_db_begin (db, error))
    return NULL;

  list = list_unused (db, error);
  done = list != NULL && leave_out_versions (db, list, error) &&
         run_for_hash (db, "UPDATE media SET unused_since = 0 WHERE unused_since <> 0 AND EXISTS"
                           " (SELECT 1 FROM picture WHERE picture.hash = media.hash)", NULL, 0,
                       error) &&
         mark_and_delete (db, list, call->now, error);
  if (!vsl_db_end (db, done, error))
    return NULL;

  return g_steal_pointer (&list);
}

/**
 * vsl_store_add_media:
 * @self: the store
 * @media: what is known of a picture
 * @now: µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Keeps what is known of a picture whose file is stored.
 *
 * Returns: whether that survives a power cut
 */
gboolean
vsl_store_add_media (VslStore        *self,
                     const VslMedia  *media,
                     gint64           now,
                     GError         **error)
{
  Call call = { .media = media, .now = now };

  return GPOINTER_TO_INT (vsl_store_call (self, add_media, &call, error));
}

/**
 * vsl_store_load_media:
 * @self: the store
 * @hash: SHA-256 of its bytes
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what is known of a picture; %VSL_STORE_ERROR_NOT_FOUND when it was never
 *   on this computer
 */
VslMedia *
vsl_store_load_media (VslStore    *self,
                      const char  *hash,
                      GError     **error)
{
  Call call = { .hash = hash };

  return vsl_store_call (self, load_media, &call, error);
}

/**
 * vsl_store_load_media_remote:
 * @self: the store
 * @hash: SHA-256 of its bytes
 * @site: the name of a site
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the picture on the site; %NULL without an error when it was
 *   never sent there
 */
VslMediaRemote *
vsl_store_load_media_remote (VslStore    *self,
                             const char  *hash,
                             const char  *site,
                             GError     **error)
{
  Call call = { .hash = hash, .site = site };

  return vsl_store_call (self, load_remote, &call, error);
}

/**
 * vsl_store_save_media_remote:
 * @self: the store
 * @remote: a picture on a site
 * @now: µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Returns: whether that survives a power cut: the moment from which it may be sent
 */
gboolean
vsl_store_save_media_remote (VslStore              *self,
                             const VslMediaRemote  *remote,
                             gint64                 now,
                             GError               **error)
{
  Call call = { .remote = remote, .now = now };

  return GPOINTER_TO_INT (vsl_store_call (self, save_remote, &call, error));
}

/**
 * vsl_store_list_media_places:
 * @self: the store
 * @site: the name of a site
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type utf8): the numbers that @site gave the pictures which were
 *   put there from here, or their addresses where it gives no numbers
 */
GPtrArray *
vsl_store_list_media_places (VslStore    *self,
                             const char  *site,
                             GError     **error)
{
  Call call = { .site = site };

  return vsl_store_call (self, list_places, &call, error);
}

/**
 * vsl_store_sweep_media:
 * @self: the store
 * @now: µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Looks which pictures no article, also in the bin, and no version has. What was found so
 * %VSL_MEDIA_KEEP_DAYS days ago or longer is forgotten.
 *
 * Returns: (transfer full) (element-type VslMedia): what was forgotten; its files may go
 */
GPtrArray *
vsl_store_sweep_media (VslStore  *self,
                       gint64     now,
                       GError   **error)
{
  Call call = { .now = now };

  return vsl_store_call (self, sweep, &call, error);
}
