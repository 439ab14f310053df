/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-debates.h"

#include "store/vsl-article-rows.h"
#include "store/vsl-store-private.h"

#include <glib/gi18n.h>

/* Which articles report on which debate. */

typedef struct
{
  const char *article_id;
  const char *debate_id; /* (nullable) */
} Link;

static gboolean
unlink_article (VslDb   *db,
                gint64   article,
                GError **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "DELETE FROM article_debate WHERE article = :article", error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":article", article);

  return vsl_statement_run (statement, error);
}

static gboolean
link_article (VslDb       *db,
              gint64       article,
              const char  *debate_id,
              GError     **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "INSERT INTO article_debate (article, debate)"
                    " SELECT :article, number FROM debate WHERE id = :debate",
                    error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":article", article);
  vsl_statement_bind_text (statement, ":debate", debate_id);
  if (!vsl_statement_run (statement, error))
    return FALSE;
  if (vsl_db_get_n_changes (db) == 1)
    return TRUE;

  g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
               _("There is no debate “%s”. “verslag-cli debate list” shows which there are."),
               debate_id);
  return FALSE;
}

static gpointer
set_article_debate (VslStore *store,
                    gpointer  data,
                    GError  **error)
{
  Link *link = data;
  VslDb *db = vsl_store_get_db (store);
  gint64 article;
  gboolean good;

  if (!vsl_db_begin (db, error))
    return GINT_TO_POINTER (FALSE);

  good = vsl_article_rows_find (db, link->article_id, &article, NULL, error) &&
         unlink_article (db, article, error) &&
         (link->debate_id == NULL || link_article (db, article, link->debate_id, error));

  return GINT_TO_POINTER (vsl_db_end (db, good, error));
}

static gpointer
get_article_debate (VslStore *store,
                    gpointer  data,
                    GError  **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store),
                    "SELECT d.id FROM article_debate AS l JOIN debate AS d ON d.number = l.debate"
                    " JOIN article AS a ON a.number = l.article WHERE a.id = :id",
                    error);

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":id", data);
  switch (vsl_statement_step (statement, error))
    {
    case VSL_STEP_RESULT_ROW:
      return g_strdup (vsl_statement_get_text (statement, 0));
    case VSL_STEP_RESULT_DONE:
      g_set_error_literal (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                           _("This article belongs to no debate."));
      return NULL;
    case VSL_STEP_RESULT_FAILED:
    default:
      return NULL;
    }
}

static gpointer
list_reports (VslStore *store,
              gpointer  data,
              GError  **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store),
                    "SELECT a.id FROM debate AS d JOIN article_debate AS l ON l.debate = d.number"
                    " JOIN article AS a ON a.number = l.article"
                    " WHERE d.id = :id AND a.deleted_at = 0 ORDER BY a.created_at, a.id",
                    error);
  VslStepResult step;

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":id", data);
  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    g_strv_builder_add (builder, vsl_statement_get_text (statement, 0));

  return step == VSL_STEP_RESULT_DONE ? g_strv_builder_end (builder) : NULL;
}

/**
 * vsl_store_set_article_debate:
 * @self: the store
 * @article_id: an article
 * @debate_id: (nullable): what it reports on; %NULL for no debate
 * @error: return location for a #GError
 *
 * Returns: whether it is so now; %VSL_STORE_ERROR_NOT_FOUND
 */
gboolean
vsl_store_set_article_debate (VslStore    *self,
                              const char  *article_id,
                              const char  *debate_id,
                              GError     **error)
{
  Link link = { article_id, debate_id };

  g_return_val_if_fail (article_id != NULL, FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, set_article_debate, &link, error));
}

/**
 * vsl_store_get_article_debate:
 * @self: the store
 * @article_id: an article
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the id of the debate that it reports on; %VSL_STORE_ERROR_NOT_FOUND
 */
char *
vsl_store_get_article_debate (VslStore    *self,
                              const char  *article_id,
                              GError     **error)
{
  g_return_val_if_fail (article_id != NULL, NULL);

  return vsl_store_call (self, get_article_debate, (gpointer) article_id, error);
}

/**
 * vsl_store_list_reports:
 * @self: the store
 * @debate_id: a debate
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the ids of the articles that report on it, oldest first, without those
 *   in the bin
 */
char **
vsl_store_list_reports (VslStore    *self,
                        const char  *debate_id,
                        GError     **error)
{
  g_return_val_if_fail (debate_id != NULL, NULL);

  return vsl_store_call (self, list_reports, (gpointer) debate_id, error);
}
