/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-store-session.h"

#include "store/vsl-article-rows.h"
#include "store/vsl-store-private.h"

typedef struct
{
  const char *article_id;
  const VslArticleView *save;
  VslArticleView *load;
} View;

typedef struct
{
  const char *key;
  const char *value; /* (nullable) */
} Item;

static gpointer
save_view (VslStore *store,
           gpointer  data,
           GError  **error)
{
  View *view = data;
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(VslStatement) statement = NULL;
  gint64 number;

  if (!vsl_article_rows_find (db, view->article_id, &number, NULL, error))
    return GINT_TO_POINTER (FALSE);

  statement = vsl_db_prepare (db,
                              "INSERT INTO article_view (article, field, cursor, anchor, top)"
                              " VALUES (:article, :field, :cursor, :anchor, :top)"
                              " ON CONFLICT (article) DO UPDATE SET field = :field,"
                              " cursor = :cursor, anchor = :anchor, top = :top",
                              error);
  if (statement == NULL)
    return GINT_TO_POINTER (FALSE);
  vsl_statement_bind_int64 (statement, ":article", number);
  vsl_statement_bind_text (statement, ":field", vsl_field_get_name (view->save->field));
  vsl_statement_bind_int64 (statement, ":cursor", view->save->cursor);
  vsl_statement_bind_int64 (statement, ":anchor", view->save->anchor);
  vsl_statement_bind_int64 (statement, ":top", view->save->top);

  return GINT_TO_POINTER (vsl_statement_run (statement, error));
}

static gpointer
load_view (VslStore *store,
           gpointer  data,
           GError  **error)
{
  View *view = data;
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store),
                    "SELECT v.field, v.cursor, v.anchor, v.top FROM article_view AS v"
                    " JOIN article AS a ON a.number = v.article WHERE a.id = :id",
                    error);
  VslStepResult step;

  *view->load = (VslArticleView) { .field = VSL_FIELD_BODY };
  if (statement == NULL)
    return GINT_TO_POINTER (FALSE);

  vsl_statement_bind_text (statement, ":id", view->article_id);
  step = vsl_statement_step (statement, error);
  if (step == VSL_STEP_RESULT_ROW)
    {
      view->load->field = vsl_field_from_name (vsl_statement_get_text (statement, 0));
      view->load->cursor = vsl_statement_get_int64 (statement, 1);
      view->load->anchor = vsl_statement_get_int64 (statement, 2);
      view->load->top = vsl_statement_get_int64 (statement, 3);
    }

  return GINT_TO_POINTER (step != VSL_STEP_RESULT_FAILED);
}

static gpointer
save_item (VslStore *store,
           gpointer  data,
           GError  **error)
{
  Item *item = data;
  g_autoptr(VslStatement) statement = NULL;

  if (item->value != NULL)
    statement = vsl_db_prepare (vsl_store_get_db (store),
                                "INSERT INTO session (key, value) VALUES (:key, :value)"
                                " ON CONFLICT (key) DO UPDATE SET value = :value"
                                " WHERE value <> :value",
                                error);
  else
    statement = vsl_db_prepare (vsl_store_get_db (store), "DELETE FROM session WHERE key = :key", error);
  if (statement == NULL)
    return GINT_TO_POINTER (FALSE);

  vsl_statement_bind_text (statement, ":key", item->key);
  if (item->value != NULL)
    vsl_statement_bind_text (statement, ":value", item->value);

  return GINT_TO_POINTER (vsl_statement_run (statement, error));
}

static gpointer
load_item (VslStore *store,
           gpointer  data,
           GError  **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store), "SELECT value FROM session WHERE key = :key", error);

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":key", data);
  if (vsl_statement_step (statement, error) != VSL_STEP_RESULT_ROW)
    return NULL;

  return g_strdup (vsl_statement_get_text (statement, 0));
}

/**
 * vsl_store_save_view:
 * @self: the store
 * @article_id: a whole id
 * @view: where somebody is in it
 * @error: return location for a #GError
 *
 * Keeps the place of the cursor. Belongs in the vsl_store_transact() that stores the text, so that
 * after a crash both are of the same moment.
 *
 * Returns: whether it was kept
 */
gboolean
vsl_store_save_view (VslStore             *self,
                     const char           *article_id,
                     const VslArticleView *view,
                     GError              **error)
{
  View call = { article_id, view, NULL };

  g_return_val_if_fail (article_id != NULL, FALSE);
  g_return_val_if_fail (view != NULL, FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, save_view, &call, error));
}

/**
 * vsl_store_load_view:
 * @self: the store
 * @article_id: a whole id
 * @view: (out caller-allocates): where somebody was in it; the beginning of the body when that was
 *   never kept. The text may be shorter now
 * @error: return location for a #GError
 *
 * Returns: whether the disk could be read
 */
gboolean
vsl_store_load_view (VslStore       *self,
                     const char     *article_id,
                     VslArticleView *view,
                     GError        **error)
{
  View call = { article_id, NULL, view };

  g_return_val_if_fail (article_id != NULL, FALSE);
  g_return_val_if_fail (view != NULL, FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, load_view, &call, error));
}

/**
 * vsl_store_save_session:
 * @self: the store
 * @key: what it is, in the words of the caller
 * @value: (nullable): its value; %NULL to forget it
 * @error: return location for a #GError
 *
 * Keeps something of the window for its next start: its size, what is open. A value that it has
 * already costs no commit.
 *
 * Returns: whether it was kept
 */
gboolean
vsl_store_save_session (VslStore   *self,
                        const char *key,
                        const char *value,
                        GError    **error)
{
  Item item = { key, value };

  g_return_val_if_fail (key != NULL, FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, save_item, &item, error));
}

/**
 * vsl_store_load_session:
 * @self: the store
 * @key: what it is
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): its value; %NULL without an error when there is none
 */
char *
vsl_store_load_session (VslStore   *self,
                        const char *key,
                        GError    **error)
{
  g_return_val_if_fail (key != NULL, NULL);

  return vsl_store_call (self, load_item, (gpointer) key, error);
}
