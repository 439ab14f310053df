/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-cache-source.h"

#include "store/vsl-article-rows.h"
#include "store/vsl-store-private.h"

static gpointer
list_states (VslStore *store,
             gpointer  data,
             GError  **error)
{
  g_autoptr(GArray) states = g_array_new (FALSE, FALSE, sizeof (VslArticleState));
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store),
                    "SELECT id, revision FROM article WHERE deleted_at = 0 ORDER BY number", error);
  VslStepResult step;

  if (statement == NULL)
    return NULL;

  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    {
      VslArticleState state = { .revision = vsl_statement_get_int64 (statement, 1) };

      g_strlcpy (state.id, vsl_statement_get_text (statement, 0), sizeof state.id);
      g_array_append_val (states, state);
    }

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&states) : NULL;
}

static gpointer
load_unless_in_bin (VslStore *store,
                    gpointer  data,
                    GError  **error)
{
  const char *id = data;
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "SELECT 1 FROM article WHERE id = :id AND deleted_at = 0", error);

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":id", id);
  if (vsl_statement_step (statement, error) != VSL_STEP_RESULT_ROW)
    return NULL;

  return vsl_article_rows_load (db, id, error);
}

/**
 * vsl_cache_source_list:
 * @store: the store
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type VslArticleState): all articles that are not in the bin, in
 *   the order in which they were made
 */
GArray *
vsl_cache_source_list (VslStore *store,
                       GError  **error)
{
  return vsl_store_call (store, list_states, NULL, error);
}

/**
 * vsl_cache_source_load:
 * @store: the store
 * @id: a whole id
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the article as it is now; %NULL without an error when it is
 *   in the bin or nowhere
 */
VslArticle *
vsl_cache_source_load (VslStore   *store,
                       const char *id,
                       GError    **error)
{
  return vsl_store_call (store, load_unless_in_bin, (gpointer) id, error);
}
