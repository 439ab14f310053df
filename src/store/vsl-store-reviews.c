/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-store-reviews.h"

#include "store/vsl-article-rows.h"
#include "store/vsl-store-private.h"

typedef struct
{
  const char *article_id;
  VslReviewStep *step;
} NewStep;

static gboolean
insert_step (VslDb                     *db,
             gint64                     article,
             const VslReviewStepFields *fields,
             GError                   **error)
{
  g_autoptr(VslStatement) row =
    vsl_db_prepare (db,
                    "INSERT INTO review_step (article, name, at, what, recipient, address, channel,"
                    " moment, hash, remark, accepted, note)"
                    " VALUES (:article, :name, :at, :what, :recipient, :address, :channel,"
                    " :moment, :hash, :remark, :accepted, :note)",
                    error);

  if (row == NULL)
    return FALSE;

  vsl_statement_bind_int64 (row, ":article", article);
  vsl_statement_bind_text (row, ":name", fields->name);
  vsl_statement_bind_int64 (row, ":at", fields->at);
  vsl_statement_bind_text (row, ":what", vsl_review_what_get_name (fields->what));
  vsl_statement_bind_text (row, ":recipient", fields->recipient);
  vsl_statement_bind_text (row, ":address", fields->address);
  vsl_statement_bind_text (row, ":channel", fields->channel);
  vsl_statement_bind_int64 (row, ":moment", fields->moment);
  vsl_statement_bind_text (row, ":hash", fields->hash);
  vsl_statement_bind_int64 (row, ":remark", fields->remark);
  vsl_statement_bind_int64 (row, ":accepted", fields->accepted ? 1 : 0);
  vsl_statement_bind_text (row, ":note", fields->note);

  return vsl_statement_run (row, error);
}

static gboolean
insert_passages (VslDb      *db,
                 gint64      step,
                 GPtrArray  *passages,
                 GError    **error)
{
  g_autoptr(VslStatement) row =
    vsl_db_prepare (db,
                    "INSERT INTO review_passage (step, position, place, text)"
                    " VALUES (:step, :position, :place, :text)",
                    error);
  guint i;

  if (row == NULL)
    return FALSE;

  for (i = 0; i < passages->len; i++)
    {
      const VslReviewPassage *passage = g_ptr_array_index (passages, i);

      vsl_statement_bind_int64 (row, ":step", step);
      vsl_statement_bind_int64 (row, ":position", i);
      vsl_statement_bind_text (row, ":place", vsl_review_place_get_name (passage->place));
      vsl_statement_bind_text (row, ":text", passage->text);
      if (!vsl_statement_run (row, error))
        return FALSE;
      vsl_statement_rewind (row);
    }

  return TRUE;
}

static gpointer
add_step (VslStore *store,
          gpointer  data,
          GError  **error)
{
  const NewStep *job = data;
  VslReviewStepFields fields = *vsl_review_step_get_fields (job->step);
  VslDb *db = vsl_store_get_db (store);
  gint64 article;
  gboolean good;

  if (!vsl_db_begin (db, error))
    return NULL;

  good = vsl_article_rows_find (db, job->article_id, &article, NULL, error) &&
         insert_step (db, article, &fields, error);
  if (good)
    fields.number = vsl_db_get_last_row_id (db);
  good = good && (fields.passages == NULL ||
                  insert_passages (db, fields.number, fields.passages, error));

  return vsl_db_end (db, good, error) ? vsl_review_step_new (&fields) : NULL;
}

static GPtrArray *
load_passages (VslDb   *db,
               gint64   step,
               GError **error)
{
  g_autoptr(GPtrArray) passages = vsl_review_passages_new ();
  g_autoptr(VslStatement) row =
    vsl_db_prepare (db,
                    "SELECT place, text FROM review_passage WHERE step = :step ORDER BY position",
                    error);
  VslStepResult result;

  if (row == NULL)
    return NULL;

  vsl_statement_bind_int64 (row, ":step", step);
  while ((result = vsl_statement_step (row, error)) == VSL_STEP_RESULT_ROW)
    {
      VslReviewPlace place = VSL_REVIEW_PLACE_BODY;

      /* A name of a later version than ours: the words count. */
      if (!vsl_review_place_from_name (vsl_statement_get_text (row, 0), &place))
        g_debug ("no such place: %s", vsl_statement_get_text (row, 0));
      g_ptr_array_add (passages, vsl_review_passage_new (place, vsl_statement_get_text (row, 1)));
    }

  return result == VSL_STEP_RESULT_DONE ? g_steal_pointer (&passages) : NULL;
}

/* Step by step, without the passages, which another statement reads. %NULL for one that a later
 * version wrote and this one does not know: it is left alone. */
static VslReviewStep *
read_step (VslStatement *row,
           GPtrArray    *passages)
{
  VslReviewStepFields fields = {
    .number = vsl_statement_get_int64 (row, 0),
    .name = vsl_statement_get_text (row, 1),
    .at = vsl_statement_get_int64 (row, 2),
    .recipient = vsl_statement_get_text (row, 4),
    .address = vsl_statement_get_text (row, 5),
    .channel = vsl_statement_get_text (row, 6),
    .moment = vsl_statement_get_int64 (row, 7),
    .hash = vsl_statement_get_text (row, 8),
    .remark = vsl_statement_get_int64 (row, 9),
    .accepted = vsl_statement_get_int64 (row, 10) != 0,
    .note = vsl_statement_get_text (row, 11),
    .passages = passages,
  };

  if (!vsl_review_what_from_name (vsl_statement_get_text (row, 3), &fields.what))
    return NULL;

  return vsl_review_step_new (&fields);
}

static gpointer
list_steps (VslStore *store,
            gpointer  data,
            GError  **error)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(VslStatement) row =
    vsl_db_prepare (db,
                    "SELECT s.number, s.name, s.at, s.what, s.recipient, s.address, s.channel,"
                    " s.moment, s.hash, s.remark, s.accepted, s.note"
                    " FROM review_step AS s JOIN article AS a ON a.number = s.article"
                    " WHERE a.id = :id ORDER BY s.number",
                    error);
  VslStepResult result;

  if (row == NULL)
    return NULL;

  vsl_statement_bind_text (row, ":id", data);
  while ((result = vsl_statement_step (row, error)) == VSL_STEP_RESULT_ROW)
    {
      g_autoptr(GPtrArray) passages = NULL;
      VslReviewStep *step;

      if (*vsl_statement_get_text (row, 8) != '\0')
        {
          passages = load_passages (db, vsl_statement_get_int64 (row, 0), error);
          if (passages == NULL)
            return NULL;
        }
      step = read_step (row, passages);
      if (step != NULL)
        g_ptr_array_add (steps, step);
    }

  return result == VSL_STEP_RESULT_DONE ? g_steal_pointer (&steps) : NULL;
}

/**
 * vsl_store_add_review_step:
 * @self: the store
 * @article_id: an article
 * @step: what happened
 * @error: return location for a #GError
 *
 * Adds a step to the ledger of the article, with the passages that it froze.
 *
 * Returns: (transfer full): the step with its number
 */
VslReviewStep *
vsl_store_add_review_step (VslStore       *self,
                           const char     *article_id,
                           VslReviewStep  *step,
                           GError        **error)
{
  NewStep job = { article_id, step };

  g_return_val_if_fail (article_id != NULL && VSL_IS_REVIEW_STEP (step), NULL);

  return vsl_store_call (self, add_step, &job, error);
}

/**
 * vsl_store_list_review_steps:
 * @self: the store
 * @article_id: an article
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type VslReviewStep): the ledger of the article, oldest first;
 *   empty for an article that is not stored
 */
GPtrArray *
vsl_store_list_review_steps (VslStore    *self,
                             const char  *article_id,
                             GError     **error)
{
  g_return_val_if_fail (article_id != NULL, NULL);

  return vsl_store_call (self, list_steps, (gpointer) article_id, error);
}
