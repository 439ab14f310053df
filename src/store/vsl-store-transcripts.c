/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-transcripts.h"

#include "store/vsl-article-rows.h"
#include "store/vsl-store-private.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *article_id;
  VslTranscript *transcript;
  const char *name;
  GBytes *original;
  gint64 now;
} Attachment;

static gboolean
delete_old (VslDb   *db,
            gint64   article,
            GError **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "DELETE FROM transcript WHERE article = :article", error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":article", article);

  return vsl_statement_run (statement, error);
}

static gboolean
insert_transcript (VslDb       *db,
                   gint64       article,
                   Attachment  *attachment,
                   GError     **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "INSERT INTO transcript (article, name, format, original, attached_at)"
                    " VALUES (:article, :name, :format, :original, :attached_at)",
                    error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":article", article);
  vsl_statement_bind_text (statement, ":name", attachment->name);
  vsl_statement_bind_text (statement, ":format",
                           vsl_transcript_get_format (attachment->transcript));
  vsl_statement_bind_bytes (statement, ":original", attachment->original);
  vsl_statement_bind_int64 (statement, ":attached_at", attachment->now);

  return vsl_statement_run (statement, error);
}

static gboolean
insert_utterances (VslDb          *db,
                   gint64          article,
                   VslTranscript  *transcript,
                   GError        **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "INSERT INTO utterance (transcript, position, id, start_ms, end_ms, speaker,"
                    " text, off_the_record) VALUES (:transcript, :position, :id, :start_ms,"
                    " :end_ms, :speaker, :text, :off_the_record)",
                    error);
  guint i;

  if (statement == NULL)
    return FALSE;

  for (i = 0; i < vsl_transcript_get_n_utterances (transcript); i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (transcript, i);

      vsl_statement_bind_int64 (statement, ":transcript", article);
      vsl_statement_bind_int64 (statement, ":position", i);
      vsl_statement_bind_text (statement, ":id", vsl_utterance_get_id (utterance));
      vsl_statement_bind_int64 (statement, ":start_ms", vsl_utterance_get_start_ms (utterance));
      vsl_statement_bind_int64 (statement, ":end_ms", vsl_utterance_get_end_ms (utterance));
      vsl_statement_bind_text (statement, ":speaker", vsl_utterance_get_speaker (utterance));
      vsl_statement_bind_text (statement, ":text", vsl_utterance_get_text (utterance));
      vsl_statement_bind_int64 (statement, ":off_the_record",
                                vsl_utterance_get_off_the_record (utterance));
      if (!vsl_statement_run (statement, error))
        return FALSE;
      vsl_statement_rewind (statement);
    }

  return TRUE;
}

static gpointer
attach (VslStore *store,
        gpointer  data,
        GError  **error)
{
  Attachment *attachment = data;
  VslDb *db = vsl_store_get_db (store);
  gint64 article, revision;
  gboolean good;

  if (!vsl_db_begin (db, error))
    return GINT_TO_POINTER (FALSE);

  good = vsl_article_rows_find (db, attachment->article_id, &article, &revision, error) &&
         delete_old (db, article, error) &&
         insert_transcript (db, article, attachment, error) &&
         insert_utterances (db, article, attachment->transcript, error);

  return GINT_TO_POINTER (vsl_db_end (db, good, error));
}

static VslUtterance *
read_utterance (VslStatement *row)
{
  return vsl_utterance_new (vsl_statement_get_text (row, 0), vsl_statement_get_int64 (row, 1),
                            vsl_statement_get_int64 (row, 2), vsl_statement_get_text (row, 3),
                            vsl_statement_get_text (row, 4), vsl_statement_get_int64 (row, 5) != 0);
}

static GPtrArray *
load_utterances (VslDb       *db,
                 const char  *article_id,
                 GError     **error)
{
  g_autoptr(GPtrArray) utterances = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "SELECT u.id, u.start_ms, u.end_ms, u.speaker, u.text, u.off_the_record"
                    " FROM utterance AS u JOIN article AS a ON a.number = u.transcript"
                    " WHERE a.id = :id ORDER BY u.position",
                    error);
  VslStepResult step;

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":id", article_id);
  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    g_ptr_array_add (utterances, read_utterance (statement));

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&utterances) : NULL;
}

/* The one row of @sql for an article, or an error that there is no transcript. */
static VslStatement *
find_row (VslDb       *db,
          const char  *sql,
          const char  *article_id,
          GError     **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":id", article_id);
  switch (vsl_statement_step (statement, error))
    {
    case VSL_STEP_RESULT_ROW:
      return g_steal_pointer (&statement);
    case VSL_STEP_RESULT_DONE:
      g_set_error_literal (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                           _("This article has no transcript."));
      return NULL;
    case VSL_STEP_RESULT_FAILED:
    default:
      return NULL;
    }
}

static gpointer
load (VslStore *store,
      gpointer  data,
      GError  **error)
{
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(VslStatement) row =
    find_row (db,
              "SELECT t.format FROM transcript AS t JOIN article AS a ON a.number = t.article"
              " WHERE a.id = :id",
              data, error);
  g_autoptr(GPtrArray) utterances = NULL;

  if (row == NULL)
    return NULL;
  utterances = load_utterances (db, data, error);
  if (utterances == NULL)
    return NULL;

  return vsl_transcript_new (vsl_statement_get_text (row, 0), utterances, NULL);
}

static gpointer
load_original (VslStore *store,
               gpointer  data,
               GError  **error)
{
  g_autoptr(VslStatement) row =
    find_row (vsl_store_get_db (store),
              "SELECT t.original FROM transcript AS t JOIN article AS a ON a.number = t.article"
              " WHERE a.id = :id",
              data, error);

  return row != NULL ? vsl_statement_dup_bytes (row, 0) : NULL;
}

/**
 * vsl_store_attach_transcript:
 * @self: the store
 * @article_id: the article
 * @transcript: what was said
 * @name: the name of the file it was read from
 * @original: that file
 * @now: µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Keeps the transcript of an article's debate, with the file it came from, in place of an earlier
 * one.
 *
 * Returns: whether it was kept; %VSL_STORE_ERROR_NOT_FOUND
 */
gboolean
vsl_store_attach_transcript (VslStore       *self,
                             const char     *article_id,
                             VslTranscript  *transcript,
                             const char     *name,
                             GBytes         *original,
                             gint64          now,
                             GError        **error)
{
  Attachment attachment = { article_id, transcript, name, original, now };

  g_return_val_if_fail (VSL_IS_TRANSCRIPT (transcript) && original != NULL, FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, attach, &attachment, error));
}

/**
 * vsl_store_load_transcript:
 * @self: the store
 * @article_id: the article
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what was said; %VSL_STORE_ERROR_NOT_FOUND when nothing was attached
 */
VslTranscript *
vsl_store_load_transcript (VslStore    *self,
                           const char  *article_id,
                           GError     **error)
{
  g_return_val_if_fail (article_id != NULL, NULL);

  return vsl_store_call (self, load, (gpointer) article_id, error);
}

/**
 * vsl_store_load_original:
 * @self: the store
 * @article_id: the article
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the file that the transcript was read from, byte for byte;
 *   %VSL_STORE_ERROR_NOT_FOUND
 */
GBytes *
vsl_store_load_original (VslStore    *self,
                         const char  *article_id,
                         GError     **error)
{
  g_return_val_if_fail (article_id != NULL, NULL);

  return vsl_store_call (self, load_original, (gpointer) article_id, error);
}
