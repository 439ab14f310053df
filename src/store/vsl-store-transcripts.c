/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-transcripts.h"

#include "store/vsl-store-private.h"
#include "store/vsl-utterance-row.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *debate_id;
  VslTranscript *transcript;
  const char *name;
  GBytes *original;
  gint64 now;
} Attachment;

static gboolean
find_debate (VslDb       *db,
             const char  *id,
             gint64      *number,
             GError     **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "SELECT number FROM debate WHERE id = :id", error);
  VslStepResult step;

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_text (statement, ":id", id);
  step = vsl_statement_step (statement, error);
  if (step == VSL_STEP_RESULT_ROW)
    *number = vsl_statement_get_int64 (statement, 0);
  else if (step == VSL_STEP_RESULT_DONE)
    g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                 _("There is no debate “%s”. “verslag-cli debate list” shows which there are."), id);

  return step == VSL_STEP_RESULT_ROW;
}

static gboolean
delete_old (VslDb   *db,
            gint64   debate,
            GError **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "DELETE FROM transcript WHERE debate = :debate", error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":debate", debate);

  return vsl_statement_run (statement, error);
}

static gboolean
insert_transcript (VslDb       *db,
                   gint64       debate,
                   Attachment  *attachment,
                   GError     **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "INSERT INTO transcript (debate, name, format, original, attached_at)"
                    " VALUES (:debate, :name, :format, :original, :attached_at)",
                    error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":debate", debate);
  vsl_statement_bind_text (statement, ":name", attachment->name);
  vsl_statement_bind_text (statement, ":format",
                           vsl_transcript_get_format (attachment->transcript));
  vsl_statement_bind_bytes (statement, ":original", attachment->original);
  vsl_statement_bind_int64 (statement, ":attached_at", attachment->now);

  return vsl_statement_run (statement, error);
}

static gboolean
insert_utterances (VslDb          *db,
                   gint64          debate,
                   VslTranscript  *transcript,
                   GError        **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "INSERT INTO utterance (transcript, position, id, start_ms, end_ms, speaker,"
                    " text, off_the_record, off_parts) VALUES (:transcript, :position, :id,"
                    " :start_ms, :end_ms, :speaker, :text, :off_the_record, :off_parts)",
                    error);
  guint i;

  if (statement == NULL)
    return FALSE;

  for (i = 0; i < vsl_transcript_get_n_utterances (transcript); i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (transcript, i);
      g_autofree char *parts = vsl_utterance_row_dup_parts (utterance);

      vsl_statement_bind_int64 (statement, ":transcript", debate);
      vsl_statement_bind_text (statement, ":off_parts", parts);
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
  gint64 debate;
  gboolean good;

  if (!vsl_db_begin (db, error))
    return GINT_TO_POINTER (FALSE);

  good = find_debate (db, attachment->debate_id, &debate, error) &&
         delete_old (db, debate, error) &&
         insert_transcript (db, debate, attachment, error) &&
         insert_utterances (db, debate, attachment->transcript, error);

  return GINT_TO_POINTER (vsl_db_end (db, good, error));
}

static GPtrArray *
load_utterances (VslDb       *db,
                 const char  *debate_id,
                 GError     **error)
{
  g_autoptr(GPtrArray) utterances = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "SELECT " VSL_UTTERANCE_COLUMNS
                    " FROM utterance AS u JOIN debate AS d ON d.number = u.transcript"
                    " WHERE d.id = :id ORDER BY u.position",
                    error);
  VslStepResult step;

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":id", debate_id);
  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    g_ptr_array_add (utterances, vsl_utterance_row_read (statement));

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&utterances) : NULL;
}

/* The one row of @sql for a debate, or an error that there is no transcript. */
static VslStatement *
find_row (VslDb       *db,
          const char  *sql,
          const char  *debate_id,
          GError     **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":id", debate_id);
  switch (vsl_statement_step (statement, error))
    {
    case VSL_STEP_RESULT_ROW:
      return g_steal_pointer (&statement);
    case VSL_STEP_RESULT_DONE:
      g_set_error_literal (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                           _("There is no transcript of this debate."));
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
              "SELECT t.format FROM transcript AS t JOIN debate AS d ON d.number = t.debate"
              " WHERE d.id = :id",
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
              "SELECT t.original FROM transcript AS t JOIN debate AS d ON d.number = t.debate"
              " WHERE d.id = :id",
              data, error);

  return row != NULL ? vsl_statement_dup_bytes (row, 0) : NULL;
}

/**
 * vsl_store_attach_transcript:
 * @self: the store
 * @debate_id: the debate
 * @transcript: what was said
 * @name: the name of the file it was read from
 * @original: that file
 * @now: µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Keeps the transcript of a debate, with the file it came from, in place of an earlier
 * one.
 *
 * Returns: whether it was kept; %VSL_STORE_ERROR_NOT_FOUND
 */
gboolean
vsl_store_attach_transcript (VslStore       *self,
                             const char     *debate_id,
                             VslTranscript  *transcript,
                             const char     *name,
                             GBytes         *original,
                             gint64          now,
                             GError        **error)
{
  Attachment attachment = { debate_id, transcript, name, original, now };

  g_return_val_if_fail (VSL_IS_TRANSCRIPT (transcript) && original != NULL, FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, attach, &attachment, error));
}

/**
 * vsl_store_load_transcript:
 * @self: the store
 * @debate_id: the debate
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what was said; %VSL_STORE_ERROR_NOT_FOUND when nothing was attached
 */
VslTranscript *
vsl_store_load_transcript (VslStore    *self,
                           const char  *debate_id,
                           GError     **error)
{
  g_return_val_if_fail (debate_id != NULL, NULL);

  return vsl_store_call (self, load, (gpointer) debate_id, error);
}

/**
 * vsl_store_load_original:
 * @self: the store
 * @debate_id: the debate
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the file that the transcript was read from, byte for byte;
 *   %VSL_STORE_ERROR_NOT_FOUND
 */
GBytes *
vsl_store_load_original (VslStore    *self,
                         const char  *debate_id,
                         GError     **error)
{
  g_return_val_if_fail (debate_id != NULL, NULL);

  return vsl_store_call (self, load_original, (gpointer) debate_id, error);
}

typedef struct
{
  const char *debate_id;
  const char * const *labels; /* (nullable) alternating with names */
} Labels;

static gpointer
save_labels (VslStore *store,
             gpointer  data,
             GError  **error)
{
  Labels *labels = data;
  VslDb *db = vsl_store_get_db (store);
  gboolean good = TRUE;
  gint64 debate;
  guint i;

  if (!vsl_db_begin (db, error))
    return GINT_TO_POINTER (FALSE);

  good = find_debate (db, labels->debate_id, &debate, error);
  for (i = 0; good && labels->labels[i] != NULL; i += 2)
    {
      g_autoptr(VslStatement) statement =
        vsl_db_prepare (db,
                        "INSERT INTO speaker_label (debate, label, name)"
                        " VALUES (:debate, :label, :name)"
                        " ON CONFLICT (debate, label) DO UPDATE SET name = :name",
                        error);

      good = statement != NULL;
      if (!good)
        break;
      vsl_statement_bind_int64 (statement, ":debate", debate);
      vsl_statement_bind_text (statement, ":label", labels->labels[i]);
      vsl_statement_bind_text (statement, ":name", labels->labels[i + 1]);
      good = vsl_statement_run (statement, error);
    }

  return GINT_TO_POINTER (vsl_db_end (db, good, error));
}

static gpointer
list_labels (VslStore *store,
             gpointer  data,
             GError  **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store),
                    "SELECT l.label, l.name FROM speaker_label AS l"
                    " JOIN debate AS d ON d.number = l.debate"
                    " ORDER BY d.id = :id DESC, d.date DESC, d.number DESC, l.label",
                    error);
  VslStepResult step;

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":id", data);
  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    {
      g_strv_builder_add (builder, vsl_statement_get_text (statement, 0));
      g_strv_builder_add (builder, vsl_statement_get_text (statement, 1));
    }

  return step == VSL_STEP_RESULT_DONE ? g_strv_builder_end (builder) : NULL;
}

/**
 * vsl_store_save_labels:
 * @self: the store
 * @debate_id: the debate
 * @labels: what its transcript called people and who that was, alternating, %NULL-terminated
 * @error: return location for a #GError
 *
 * Remembers who was who, for this debate and for the next.
 *
 * Returns: whether it was kept; %VSL_STORE_ERROR_NOT_FOUND
 */
gboolean
vsl_store_save_labels (VslStore            *self,
                       const char          *debate_id,
                       const char * const  *labels,
                       GError             **error)
{
  Labels change = { debate_id, labels };

  g_return_val_if_fail (debate_id != NULL && labels != NULL, FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, save_labels, &change, error));
}

/**
 * vsl_store_list_labels:
 * @self: the store
 * @debate_id: the debate
 * @error: return location for a #GError
 *
 * Returns: (transfer full): labels and names, alternating: those of the debate itself first, then
 *   those of the others, latest first
 */
char **
vsl_store_list_labels (VslStore    *self,
                       const char  *debate_id,
                       GError     **error)
{
  g_return_val_if_fail (debate_id != NULL, NULL);

  return vsl_store_call (self, list_labels, (gpointer) debate_id, error);
}
