/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-snapshots.h"

#include "core/vsl-article-builder.h"
#include "store/vsl-article-content.h"
#include "store/vsl-article-rows.h"
#include "store/vsl-snapshot-rows.h"
#include "store/vsl-store-private.h"

#include <glib/gi18n.h>

#define SNAPSHOT_COLUMNS \
  "SELECT s.number, a.id, s.reason, s.name, s.revision, s.words, c.hash, s.created_at" \
  " FROM snapshot AS s JOIN article AS a ON a.number = s.article" \
  " JOIN content AS c ON c.number = s.content"

typedef struct
{
  const char *article_id;
  VslArticle *content; /* (nullable) what it reads like; NULL: as the article is stored */
  gint64 number;
  VslSnapshotReason reason;
  const char *name; /* (nullable) */
  gint64 now;
} Version;

static VslSnapshot *
read_snapshot (VslStatement *row)
{
  VslSnapshotReason reason;

  /* A reason that is not known says less, but is no reason to hide a version. */
  if (!vsl_snapshot_reason_from_name (vsl_statement_get_text (row, 2), &reason))
    reason = VSL_SNAPSHOT_MINUTE;

  return vsl_snapshot_new (vsl_statement_get_int64 (row, 0), vsl_statement_get_text (row, 1), reason,
                           vsl_statement_is_null (row, 3) ? NULL : vsl_statement_get_text (row, 3),
                           vsl_statement_get_int64 (row, 4),
                           (guint) vsl_statement_get_int64 (row, 5), vsl_statement_get_text (row, 6),
                           vsl_statement_get_int64 (row, 7));
}

static gpointer
load_snapshot (VslStore *store,
               gpointer  data,
               GError  **error)
{
  Version *version = data;
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store),
                    SNAPSHOT_COLUMNS " WHERE s.number = :number AND a.id = :id", error);

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_int64 (statement, ":number", version->number);
  vsl_statement_bind_text (statement, ":id", version->article_id);
  switch (vsl_statement_step (statement, error))
    {
    case VSL_STEP_RESULT_ROW:
      return read_snapshot (statement);
    case VSL_STEP_RESULT_DONE:
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                   _("The article %s has no version %d."), version->article_id, (int) version->number);
      return NULL;
    case VSL_STEP_RESULT_FAILED:
    default:
      return NULL;
    }
}

static gpointer
list_snapshots (VslStore *store,
                gpointer  data,
                GError  **error)
{
  const char *article_id = data;
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(GPtrArray) snapshots = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslStatement) statement = NULL;
  VslStepResult step;
  gint64 article;

  if (!vsl_article_rows_find (db, article_id, &article, NULL, error))
    return NULL;
  statement = vsl_db_prepare (db, SNAPSHOT_COLUMNS " WHERE s.article = :article ORDER BY s.number DESC",
                              error);
  if (statement == NULL)
    return NULL;

  vsl_statement_bind_int64 (statement, ":article", article);
  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    g_ptr_array_add (snapshots, read_snapshot (statement));

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&snapshots) : NULL;
}

static gpointer
add_snapshot (VslStore *store,
              gpointer  data,
              GError  **error)
{
  Version *version = data;
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(VslArticle) stored = NULL;
  gint64 article;

  if (!vsl_article_rows_find (db, version->article_id, &article, NULL, error))
    return NULL;
  if (version->content != NULL)
    stored = g_object_ref (version->content);
  else
    stored = vsl_article_rows_load (db, version->article_id, error);
  if (stored == NULL || !vsl_snapshot_rows_add (db, article, stored, version->reason, version->name,
                                                version->now, &version->number, error))
    return NULL;

  return load_snapshot (store, version, error);
}

static gpointer
load_snapshot_article (VslStore *store,
                       gpointer  data,
                       GError  **error)
{
  Version *version = data;
  g_autoptr(VslSnapshot) snapshot = load_snapshot (store, version, error);
  g_autoptr(GBytes) content = NULL;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticleBuilder) builder = NULL;

  if (snapshot == NULL)
    return NULL;
  content = vsl_snapshot_rows_load (vsl_store_get_db (store), version->number, error);
  if (content == NULL)
    return NULL;
  article = vsl_article_content_read (content, error);
  if (article == NULL)
    return NULL;

  builder = vsl_article_builder_new (article);
  vsl_article_builder_set_id (builder, version->article_id);
  vsl_article_builder_set_revision (builder, vsl_snapshot_get_revision (snapshot));
  vsl_article_builder_set_updated_at (builder, vsl_snapshot_get_created_at (snapshot));

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

/* The content of a version, to be stored over the article as it is now. */
static VslArticle *
make_restored (VslStore   *store,
               Version    *version,
               VslArticle *current,
               GError    **error)
{
  g_autoptr(VslArticle) old = load_snapshot_article (store, version, error);
  g_autoptr(VslArticleBuilder) builder = NULL;

  if (old == NULL)
    return NULL;

  builder = vsl_article_builder_new (old);
  vsl_article_builder_set_revision (builder, vsl_article_get_revision (current));
  vsl_article_builder_set_created_at (builder, vsl_article_get_created_at (current));

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

static gpointer
restore_snapshot (VslStore *store,
                  gpointer  data,
                  GError  **error)
{
  Version *version = data;
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(VslArticle) current = vsl_article_rows_load (db, version->article_id, error);
  g_autoptr(VslArticle) restored = NULL;
  g_autoptr(VslArticle) stored = NULL;
  gint64 article;
  gint64 number;

  if (current == NULL || !vsl_article_rows_find (db, version->article_id, &article, NULL, error))
    return NULL;
  /* Read before anything is kept: keeping may thin out the very version that is asked for. */
  restored = make_restored (store, version, current, error);
  if (restored == NULL ||
      !vsl_snapshot_rows_add (db, article, current, VSL_SNAPSHOT_BEFORE_RESTORE, NULL, version->now,
                              &number, error))
    return NULL;

  stored = vsl_store_save_article (store, restored, version->now, error);
  if (stored == NULL || !vsl_snapshot_rows_add (db, article, stored, VSL_SNAPSHOT_RESTORED, NULL,
                                                version->now, &number, error))
    return NULL;

  return g_steal_pointer (&stored);
}

static gpointer
name_snapshot (VslStore *store,
               gpointer  data,
               GError  **error)
{
  Version *version = data;
  g_autoptr(VslSnapshot) snapshot = load_snapshot (store, version, error);
  g_autoptr(VslStatement) statement = NULL;

  if (snapshot == NULL)
    return GINT_TO_POINTER (FALSE);

  statement = vsl_db_prepare (vsl_store_get_db (store),
                              "UPDATE snapshot SET name = :name WHERE number = :number", error);
  if (statement == NULL)
    return GINT_TO_POINTER (FALSE);
  vsl_statement_bind_int64 (statement, ":number", version->number);
  vsl_statement_bind_text (statement, ":name", version->name);

  return GINT_TO_POINTER (vsl_statement_run (statement, error));
}

/**
 * vsl_store_add_snapshot:
 * @self: the store
 * @article_id: a whole id
 * @reason: why
 * @name: (nullable): a name that somebody gave it
 * @now: the time, µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Keeps the article, as it is stored now, as a version; and thins out its older versions as
 * vsl_snapshot_thinning_find() tells. When the newest version reads the same already, only a named
 * one is added.
 *
 * Returns: (transfer full): the version that reads like the article; %VSL_STORE_ERROR_NOT_FOUND
 */
VslSnapshot *
vsl_store_add_snapshot (VslStore         *self,
                        const char       *article_id,
                        VslSnapshotReason reason,
                        const char       *name,
                        gint64            now,
                        GError          **error)
{
  Version version = { article_id, NULL, 0, reason, name, now };

  g_return_val_if_fail (article_id != NULL, NULL);

  return vsl_store_transact (self, add_snapshot, &version, g_object_unref, error);
}

/**
 * vsl_store_add_snapshot_of:
 * @self: the store
 * @article: what an article that is stored reads like elsewhere, with its id and the revision of ours that
 *   it goes with
 * @reason: why
 * @now: the time, µs since 1970 UTC
 * @error: return location for a #GError
 *
 * As vsl_store_add_snapshot(), with another text than the stored one, which stays as it is.
 *
 * Returns: (transfer full): the version; %VSL_STORE_ERROR_NOT_FOUND
 */
VslSnapshot *
vsl_store_add_snapshot_of (VslStore          *self,
                           VslArticle        *article,
                           VslSnapshotReason  reason,
                           gint64             now,
                           GError           **error)
{
  Version version = { NULL, article, 0, reason, NULL, now };

  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);

  version.article_id = vsl_article_get_id (article);

  return vsl_store_transact (self, add_snapshot, &version, g_object_unref, error);
}

/**
 * vsl_store_list_snapshots:
 * @self: the store
 * @article_id: a whole id
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type VslSnapshot): the versions of the article, newest first;
 *   %VSL_STORE_ERROR_NOT_FOUND when there is no such article
 */
GPtrArray *
vsl_store_list_snapshots (VslStore   *self,
                          const char *article_id,
                          GError    **error)
{
  g_return_val_if_fail (article_id != NULL, NULL);

  return vsl_store_call (self, list_snapshots, (gpointer) article_id, error);
}

/**
 * vsl_store_load_snapshot:
 * @self: the store
 * @article_id: a whole id
 * @number: a version of that article
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the version, without its text; %VSL_STORE_ERROR_NOT_FOUND
 */
VslSnapshot *
vsl_store_load_snapshot (VslStore   *self,
                         const char *article_id,
                         gint64      number,
                         GError    **error)
{
  Version version = { article_id, NULL, number, VSL_SNAPSHOT_MINUTE, NULL, 0 };

  g_return_val_if_fail (article_id != NULL, NULL);

  return vsl_store_call (self, load_snapshot, &version, error);
}

/**
 * vsl_store_load_snapshot_article:
 * @self: the store
 * @article_id: a whole id
 * @number: a version of that article
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the article as it was; %VSL_STORE_ERROR_NOT_FOUND,
 *   %VSL_STORE_ERROR_CORRUPT when that version is damaged
 */
VslArticle *
vsl_store_load_snapshot_article (VslStore   *self,
                                 const char *article_id,
                                 gint64      number,
                                 GError    **error)
{
  Version version = { article_id, NULL, number, VSL_SNAPSHOT_MINUTE, NULL, 0 };

  g_return_val_if_fail (article_id != NULL, NULL);

  return vsl_store_call (self, load_snapshot_article, &version, error);
}

/**
 * vsl_store_restore_snapshot:
 * @self: the store
 * @article_id: a whole id
 * @number: a version of that article
 * @now: the time, µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Makes the article read as it did. What it reads like now is kept as a version first, and what it
 * reads like then as another: nothing is ever gone by restoring, and it can be undone likewise.
 *
 * Returns: (transfer full): the article as it is stored now; %VSL_STORE_ERROR_NOT_FOUND,
 *   %VSL_STORE_ERROR_CORRUPT when that version is damaged; then nothing is changed
 */
VslArticle *
vsl_store_restore_snapshot (VslStore   *self,
                            const char *article_id,
                            gint64      number,
                            gint64      now,
                            GError    **error)
{
  Version version = { article_id, NULL, number, VSL_SNAPSHOT_BEFORE_RESTORE, NULL, now };

  g_return_val_if_fail (article_id != NULL, NULL);

  return vsl_store_transact (self, restore_snapshot, &version, g_object_unref, error);
}

/**
 * vsl_store_name_snapshot:
 * @self: the store
 * @article_id: a whole id
 * @number: a version of that article
 * @name: (nullable): its name; with one it is never thinned out
 * @error: return location for a #GError
 *
 * Returns: whether it has that name now; %VSL_STORE_ERROR_NOT_FOUND
 */
gboolean
vsl_store_name_snapshot (VslStore   *self,
                         const char *article_id,
                         gint64      number,
                         const char *name,
                         GError    **error)
{
  Version version = { article_id, NULL, number, VSL_SNAPSHOT_NAMED, name, 0 };

  g_return_val_if_fail (article_id != NULL, FALSE);

  return GPOINTER_TO_INT (vsl_store_transact (self, name_snapshot, &version, NULL, error));
}
