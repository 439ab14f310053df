/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-private.h"

#include "core/vsl-article-builder.h"
#include "core/vsl-text.h"
#include "store/vsl-article-id.h"
#include "store/vsl-article-rows.h"
#include "store/vsl-word-count.h"

#include <glib/gi18n.h>

/* Made ids that may be taken before the store gives up; one is already improbable. */
#define MAX_ID_ATTEMPTS 8

typedef struct
{
  VslArticle *article;
  gint64 now;
} Save;

typedef struct
{
  const char *id;
  gint64 deleted_at;
} Delete;

/* The article as it will stand in the store. */
static VslArticle *
make_stored (VslArticle *article,
             const char *id,
             gint64      revision,
             gint64      created_at,
             gint64      now)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (article);

  vsl_article_builder_set_id (builder, id);
  vsl_article_builder_set_revision (builder, revision);
  vsl_article_builder_set_created_at (builder, created_at);
  vsl_article_builder_set_updated_at (builder, now);

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

/* Remembers what was stored, for the next save of the same article. */
static void
remember (VslStore   *store,
          VslArticle *stored,
          guint       body_words)
{
  VslLastSaved *last = vsl_store_get_last_saved (store);

  g_set_object (&last->article, stored);
  last->body_words = body_words;
}

/* Stores a new article under an id that came with it. */
static VslArticle *
insert_with_id (VslStore   *store,
                VslArticle *article,
                const char *id,
                gint64      now,
                GError    **error)
{
  g_autoptr(VslArticle) stored = NULL;
  guint body_words = vsl_text_count_words (vsl_article_get_text (article, VSL_FIELD_BODY));
  guint lead_words = vsl_text_count_words (vsl_article_get_text (article, VSL_FIELD_LEAD));
  gint64 number;

  if (!vsl_article_id_is_valid (id))
    {
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED,
                   _("“%s” is not the id of an article."), id);
      return NULL;
    }

  stored = make_stored (article, id, 1, now, now);
  if (!vsl_article_rows_insert (vsl_store_get_db (store), stored, lead_words + body_words, &number,
                                error))
    return NULL;
  remember (store, stored, body_words);

  return g_steal_pointer (&stored);
}

/* Stores a new article under a new id. */
static VslArticle *
insert (VslStore   *store,
        VslArticle *article,
        gint64      now,
        GError    **error)
{
  guint attempt;

  for (attempt = 1; TRUE; attempt++)
    {
      g_autoptr(GError) local_error = NULL;
      g_autofree char *id = vsl_article_id_new (error);
      g_autoptr(VslArticle) stored = NULL;

      if (id == NULL)
        return NULL;
      stored = insert_with_id (store, article, id, now, &local_error);
      if (stored != NULL)
        return g_steal_pointer (&stored);
      if (attempt == MAX_ID_ATTEMPTS ||
          !g_error_matches (local_error, VSL_STORE_ERROR, VSL_STORE_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
}

/* Writes a new revision. Most are of somebody who types: then only the text is written, and only the
 * words around the cursor are counted. */
static gboolean
write_revision (VslStore   *store,
                gint64      number,
                VslArticle *stored,
                GError    **error)
{
  VslLastSaved *last = vsl_store_get_last_saved (store);
  const char *body = vsl_article_get_text (stored, VSL_FIELD_BODY);
  guint words = vsl_text_count_words (vsl_article_get_text (stored, VSL_FIELD_LEAD));
  gboolean lists = TRUE;
  guint body_words;

  if (last->article != NULL &&
      vsl_article_get_revision (last->article) == vsl_article_get_revision (stored) - 1 &&
      g_str_equal (vsl_article_get_id (last->article), vsl_article_get_id (stored)))
    {
      lists = !vsl_article_rows_same_lists (last->article, stored);
      body_words = vsl_word_count_update (vsl_article_get_text (last->article, VSL_FIELD_BODY),
                                          last->body_words, body);
    }
  else
    body_words = vsl_text_count_words (body);

  if (!vsl_article_rows_update (vsl_store_get_db (store), number, stored, words + body_words, lists,
                                error))
    return FALSE;
  remember (store, stored, body_words);

  return TRUE;
}

/* Stores a new revision, if nobody stored one since @article was read. */
static VslArticle *
update (VslStore   *store,
        VslArticle *article,
        gint64      now,
        GError    **error)
{
  const char *id = vsl_article_get_id (article);
  g_autoptr(VslArticle) stored = NULL;
  gint64 number;
  gint64 revision;

  if (!vsl_article_rows_find (vsl_store_get_db (store), id, &number, &revision, error))
    return NULL;
  if (revision != vsl_article_get_revision (article))
    {
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CONFLICT,
                   _("The article “%s” was changed elsewhere since it was opened here. Nothing was stored over it."),
                   vsl_article_get_text (article, VSL_FIELD_HEADLINE));
      return NULL;
    }

  stored = make_stored (article, id, revision + 1, vsl_article_get_created_at (article), now);
  if (!write_revision (store, number, stored, error))
    return NULL;

  return g_steal_pointer (&stored);
}

static gpointer
save_article (VslStore *store,
              gpointer  data,
              GError  **error)
{
  Save *save = data;
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(VslArticle) stored = NULL;

  if (!vsl_db_begin (db, error))
    return NULL;

  if (vsl_article_get_id (save->article) == NULL)
    stored = insert (store, save->article, save->now, error);
  else if (vsl_article_get_revision (save->article) == 0)
    stored = insert_with_id (store, save->article, vsl_article_get_id (save->article), save->now, error);
  else
    stored = update (store, save->article, save->now, error);

  if (!vsl_db_end (db, stored != NULL, error))
    return NULL;

  return g_steal_pointer (&stored);
}

static gpointer
load_article (VslStore *store,
              gpointer  data,
              GError  **error)
{
  return vsl_article_rows_load (vsl_store_get_db (store), data, error);
}

static gpointer
set_deleted (VslStore *store,
             gpointer  data,
             GError  **error)
{
  Delete *deletion = data;
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(VslStatement) statement = NULL;
  gint64 number;

  if (!vsl_article_rows_find (db, deletion->id, &number, NULL, error))
    return GINT_TO_POINTER (FALSE);

  /* What lies in the bin already keeps its day. */
  statement = vsl_db_prepare (db,
                              "UPDATE article SET deleted_at = :deleted_at WHERE number = :number"
                              " AND (deleted_at = 0) <> (:deleted_at = 0)",
                              error);
  if (statement == NULL)
    return GINT_TO_POINTER (FALSE);
  vsl_statement_bind_int64 (statement, ":number", number);
  vsl_statement_bind_int64 (statement, ":deleted_at", deletion->deleted_at);

  return GINT_TO_POINTER (vsl_statement_run (statement, error));
}

/* Tells apart that no article and that several articles begin with @prefix. */
static char *
take_only_match (VslStatement *statement,
                 const char   *typed,
                 GError      **error)
{
  g_autofree char *id = NULL;
  VslStepResult step = vsl_statement_step (statement, error);

  if (step == VSL_STEP_RESULT_ROW)
    {
      id = g_strdup (vsl_statement_get_text (statement, 0));
      step = vsl_statement_step (statement, error);
      if (step == VSL_STEP_RESULT_ROW)
        {
          g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_AMBIGUOUS,
                       _("More than one article begins with “%s”. Type more characters of its id."), typed);
          return NULL;
        }
    }
  else if (step == VSL_STEP_RESULT_DONE)
    g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                 _("There is no article “%s”."), typed);

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&id) : NULL;
}

static gpointer
find_article (VslStore *store,
              gpointer  data,
              GError  **error)
{
  const char *typed = data;
  g_autofree char *first = vsl_article_id_normalise (typed);
  g_autofree char *end = NULL;
  g_autoptr(VslStatement) statement = NULL;

  if (first == NULL || strlen (first) < VSL_ARTICLE_ID_MIN_PREFIX)
    {
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                   _("There is no article “%s”. An id has ten characters; at least the first four are needed."), typed);
      return NULL;
    }

  statement = vsl_db_prepare (vsl_store_get_db (store),
                              "SELECT id FROM article WHERE id >= :first AND id < :end LIMIT 2",
                              error);
  if (statement == NULL)
    return NULL;
  end = g_strconcat (first, "~", NULL);
  vsl_statement_bind_text (statement, ":first", first);
  vsl_statement_bind_text (statement, ":end", end);

  return take_only_match (statement, typed, error);
}

/**
 * vsl_store_find_article:
 * @self: the store
 * @id_or_prefix: an id, or at least its first four characters, as somebody typed it
 * @error: return location for a #GError
 *
 * Finds an article, in the bin too.
 *
 * Returns: (transfer full): its whole id; %VSL_STORE_ERROR_NOT_FOUND, %VSL_STORE_ERROR_AMBIGUOUS
 */
char *
vsl_store_find_article (VslStore   *self,
                        const char *id_or_prefix,
                        GError    **error)
{
  g_return_val_if_fail (id_or_prefix != NULL, NULL);

  return vsl_store_call (self, find_article, (gpointer) id_or_prefix, error);
}

/**
 * vsl_store_load_article:
 * @self: the store
 * @id: a whole id
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the article, from the bin too; %VSL_STORE_ERROR_NOT_FOUND
 */
VslArticle *
vsl_store_load_article (VslStore   *self,
                        const char *id,
                        GError    **error)
{
  g_return_val_if_fail (id != NULL, NULL);

  return vsl_store_call (self, load_article, (gpointer) id, error);
}

/**
 * vsl_store_save_article:
 * @self: the store
 * @article: the article. Without an id it gets one; with an id and revision 0 it is stored as a new
 *   one under that id; else it must be a changed copy of what is stored
 * @now: the time, µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Stores an article, whole or not at all. When it returns, the article survives a power cut.
 *
 * Returns: (transfer full): the article as it is stored, with its id and its new revision.
 *   %VSL_STORE_ERROR_CONFLICT when somebody stored another revision meanwhile,
 *   %VSL_STORE_ERROR_EXISTS when the id is taken, %VSL_STORE_ERROR_FULL when there is no room; then
 *   nothing is changed
 */
VslArticle *
vsl_store_save_article (VslStore   *self,
                        VslArticle *article,
                        gint64      now,
                        GError    **error)
{
  Save save = { article, now };

  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);

  return vsl_store_call (self, save_article, &save, error);
}

/**
 * vsl_store_delete_article:
 * @self: the store
 * @id: a whole id
 * @now: the time, µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Puts an article in the bin, where it keeps everything. Nothing changes when it lies there already.
 *
 * Returns: whether it is in the bin; %VSL_STORE_ERROR_NOT_FOUND
 */
gboolean
vsl_store_delete_article (VslStore   *self,
                          const char *id,
                          gint64      now,
                          GError    **error)
{
  Delete deletion = { id, now };

  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (now > 0, FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, set_deleted, &deletion, error));
}

/**
 * vsl_store_undelete_article:
 * @self: the store
 * @id: a whole id
 * @error: return location for a #GError
 *
 * Takes an article out of the bin. Nothing changes when it is not in it.
 *
 * Returns: whether it is in the library; %VSL_STORE_ERROR_NOT_FOUND
 */
gboolean
vsl_store_undelete_article (VslStore   *self,
                            const char *id,
                            GError    **error)
{
  Delete deletion = { id, 0 };

  g_return_val_if_fail (id != NULL, FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, set_deleted, &deletion, error));
}
