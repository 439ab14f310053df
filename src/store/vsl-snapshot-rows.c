/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-snapshot-rows.h"

#include "store/vsl-article-content.h"
#include "store/vsl-snapshot-thinning.h"

#include <glib/gi18n.h>

/* Finds a content by its hash; @number is 0 when it is not there. */
static gboolean
find_content (VslDb      *db,
              const char *hash,
              gint64     *number,
              GError    **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "SELECT number FROM content WHERE hash = :hash", error);
  VslStepResult step;

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_text (statement, ":hash", hash);
  step = vsl_statement_step (statement, error);
  *number = step == VSL_STEP_RESULT_ROW ? vsl_statement_get_int64 (statement, 0) : 0;

  return step != VSL_STEP_RESULT_FAILED;
}

/* Stores the content, unless it is there already. */
static gboolean
keep_content (VslDb      *db,
              VslArticle *article,
              gint64     *number,
              GError    **error)
{
  g_autoptr(GBytes) content = vsl_article_content_write (article);
  g_autofree char *hash = vsl_article_content_hash (content);
  g_autoptr(GBytes) packed = NULL;
  g_autoptr(VslStatement) statement = NULL;

  if (!find_content (db, hash, number, error))
    return FALSE;
  if (*number > 0)
    return TRUE;

  packed = vsl_article_content_pack (content, error);
  statement = vsl_db_prepare (db,
                              "INSERT INTO content (hash, length, packed)"
                              " VALUES (:hash, :length, :packed)",
                              error);
  if (packed == NULL || statement == NULL)
    return FALSE;
  vsl_statement_bind_text (statement, ":hash", hash);
  vsl_statement_bind_int64 (statement, ":length", (gint64) g_bytes_get_size (content));
  vsl_statement_bind_bytes (statement, ":packed", packed);
  if (!vsl_statement_run (statement, error))
    return FALSE;

  *number = vsl_db_get_last_row_id (db);

  return TRUE;
}

/* The newest version of the article, if it has that content; else 0. */
static gboolean
find_same_newest (VslDb   *db,
                  gint64   article,
                  gint64   content,
                  gint64  *number,
                  GError **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "SELECT number, content FROM snapshot WHERE article = :article"
                    " ORDER BY number DESC LIMIT 1",
                    error);
  VslStepResult step;

  *number = 0;
  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":article", article);
  step = vsl_statement_step (statement, error);
  if (step == VSL_STEP_RESULT_ROW && vsl_statement_get_int64 (statement, 1) == content)
    *number = vsl_statement_get_int64 (statement, 0);

  return step != VSL_STEP_RESULT_FAILED;
}

static gboolean
insert (VslDb            *db,
        gint64            article,
        gint64            content,
        VslArticle       *stored,
        VslSnapshotReason reason,
        const char       *name,
        gint64            now,
        gint64           *number,
        GError          **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "INSERT INTO snapshot (article, content, reason, name, revision, words, created_at)"
                    " VALUES (:article, :content, :reason, :name, :revision, :words, :now)",
                    error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":article", article);
  vsl_statement_bind_int64 (statement, ":content", content);
  vsl_statement_bind_text (statement, ":reason", vsl_snapshot_reason_get_name (reason));
  vsl_statement_bind_text (statement, ":name", name);
  vsl_statement_bind_int64 (statement, ":revision", vsl_article_get_revision (stored));
  vsl_statement_bind_int64 (statement, ":words", vsl_article_count_words (stored));
  vsl_statement_bind_int64 (statement, ":now", now);
  if (!vsl_statement_run (statement, error))
    return FALSE;

  *number = vsl_db_get_last_row_id (db);

  return TRUE;
}

static gboolean
load_kept (VslDb   *db,
           gint64   article,
           GArray  *versions,
           GError **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "SELECT number, created_at, name IS NOT NULL OR reason = 'named'"
                    " OR number IN (SELECT snapshot FROM outbox WHERE article = :article)"
                    " OR number IN (SELECT base_snapshot FROM outbox WHERE article = :article)"
                    " FROM snapshot WHERE article = :article ORDER BY number DESC",
                    error);
  VslStepResult step;

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":article", article);
  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    {
      VslKeptVersion version = { vsl_statement_get_int64 (statement, 0),
                                 vsl_statement_get_int64 (statement, 1),
                                 vsl_statement_get_int64 (statement, 2) != 0 };

      g_array_append_val (versions, version);
    }

  return step == VSL_STEP_RESULT_DONE;
}

static gboolean
run_for_number (VslDb      *db,
                const char *sql,
                gint64      number,
                GError    **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":number", number);

  return vsl_statement_run (statement, error);
}

/* Drops one version, and what it read like when no other version reads the same. */
static gboolean
drop (VslDb   *db,
      gint64   number,
      GError **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "DELETE FROM snapshot WHERE number = :number RETURNING content", error);
  gint64 content;

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":number", number);
  if (vsl_statement_step (statement, error) != VSL_STEP_RESULT_ROW)
    return FALSE;
  content = vsl_statement_get_int64 (statement, 0);
  if (!vsl_statement_run (statement, error))
    return FALSE;

  return run_for_number (db,
                         "DELETE FROM content WHERE number = :number"
                         " AND NOT EXISTS (SELECT 1 FROM snapshot WHERE content = :number)",
                         content, error);
}

/**
 * vsl_snapshot_rows_add:
 * @db: the connection, in a transaction
 * @article: the key of the article
 * @stored: the article as it is stored
 * @reason: why
 * @name: (nullable): a name
 * @now: the time, µs since 1970 UTC
 * @number: (out): the version that holds this content: a new one, or, unless it is to be a named
 *   one, the newest when it reads the same
 * @error: return location for a #GError
 *
 * Keeps a version, and thins out the older ones of the article.
 *
 * Returns: whether it is kept
 */
gboolean
vsl_snapshot_rows_add (VslDb            *db,
                       gint64            article,
                       VslArticle       *stored,
                       VslSnapshotReason reason,
                       const char       *name,
                       gint64            now,
                       gint64           *number,
                       GError          **error)
{
  gint64 content;

  if (!keep_content (db, stored, &content, error) ||
      !find_same_newest (db, article, content, number, error))
    return FALSE;
  if (*number > 0 && reason != VSL_SNAPSHOT_NAMED && reason != VSL_SNAPSHOT_RESTORED && name == NULL)
    return TRUE;

  return insert (db, article, content, stored, reason, name, now, number, error) &&
         vsl_snapshot_rows_thin (db, article, now, error);
}

/**
 * vsl_snapshot_rows_load:
 * @db: the connection
 * @number: a version
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the canonical form of the article, checked against its hash;
 *   %VSL_STORE_ERROR_NOT_FOUND, %VSL_STORE_ERROR_CORRUPT
 */
GBytes *
vsl_snapshot_rows_load (VslDb   *db,
                        gint64   number,
                        GError **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "SELECT c.packed, c.length, c.hash FROM snapshot AS s"
                    " JOIN content AS c ON c.number = s.content WHERE s.number = :number",
                    error);
  g_autoptr(GBytes) packed = NULL;
  g_autoptr(GBytes) content = NULL;
  g_autofree char *hash = NULL;
  VslStepResult step;

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_int64 (statement, ":number", number);
  step = vsl_statement_step (statement, error);
  if (step == VSL_STEP_RESULT_DONE)
    g_set_error_literal (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                         _("There is no such version of the article."));
  if (step != VSL_STEP_RESULT_ROW)
    return NULL;

  packed = vsl_statement_dup_bytes (statement, 0);
  content = vsl_article_content_unpack (packed, (gsize) vsl_statement_get_int64 (statement, 1), error);
  if (content == NULL)
    return NULL;
  hash = vsl_article_content_hash (content);
  if (!g_str_equal (hash, vsl_statement_get_text (statement, 2)))
    {
      g_set_error_literal (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CORRUPT,
                           _("This version of the article is damaged on the disk. The article itself and its other versions are not."));
      return NULL;
    }

  return g_steal_pointer (&content);
}

/**
 * vsl_snapshot_rows_thin:
 * @db: the connection, in a transaction
 * @article: the key of the article
 * @now: the time, µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Drops the versions that vsl_snapshot_thinning_find() finds.
 *
 * Returns: whether it succeeded
 */
gboolean
vsl_snapshot_rows_thin (VslDb   *db,
                        gint64   article,
                        gint64   now,
                        GError **error)
{
  g_autoptr(GArray) versions = g_array_new (FALSE, FALSE, sizeof (VslKeptVersion));
  g_autoptr(GArray) gone = NULL;
  guint i;

  if (!load_kept (db, article, versions, error))
    return FALSE;

  gone = vsl_snapshot_thinning_find ((const VslKeptVersion *) (void *) versions->data, versions->len,
                                     now);
  for (i = 0; i < gone->len; i++)
    {
      if (!drop (db, g_array_index (gone, gint64, i), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * vsl_snapshot_rows_drop_unused_contents:
 * @db: the connection, in a transaction
 * @error: return location for a #GError
 *
 * Drops what no version reads like any more, after articles were dropped with all their versions.
 *
 * Returns: whether it succeeded
 */
gboolean
vsl_snapshot_rows_drop_unused_contents (VslDb   *db,
                                        GError **error)
{
  return vsl_db_run (db,
                     "DELETE FROM content WHERE NOT EXISTS"
                     " (SELECT 1 FROM snapshot WHERE snapshot.content = content.number)",
                     error);
}
