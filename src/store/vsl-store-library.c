/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-private.h"

#include "core/vsl-text.h"

#include <glib/gi18n.h>

/* The columns of a summary. Tags and sites come in the same row, a line each: a tag never holds a
 * line break, and a query for each article would be 200,000 queries. */
#define SUMMARY_COLUMNS \
  "SELECT a.id, a.kind, a.status, a.language, a.headline, a.words, a.updated_at, a.deleted_at," \
  " (SELECT group_concat(tag, char(10)) FROM (SELECT tag FROM article_tag" \
  "  WHERE article = a.number ORDER BY position))," \
  " (SELECT group_concat(name, char(10)) FROM (SELECT s.name FROM outbox AS o" \
  "  JOIN site AS s ON s.number = o.site" \
  "  WHERE o.article = a.number AND o.remote_id IS NOT NULL AND s.removed = 0 ORDER BY s.name))" \
  " FROM article AS a"

static char **
split_lines (const char *text)
{
  return *text != '\0' ? g_strsplit (text, "\n", -1) : NULL;
}

static VslArticleSummary *
read_summary (VslStatement *row,
              GError      **error)
{
  g_auto(GStrv) tags = split_lines (vsl_statement_get_text (row, 8));
  g_auto(GStrv) sites = split_lines (vsl_statement_get_text (row, 9));
  VslKind kind;
  VslStatus status;

  if (!vsl_kind_from_name (vsl_statement_get_text (row, 1), &kind) ||
      !vsl_status_from_name (vsl_statement_get_text (row, 2), &status))
    {
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CORRUPT,
                   _("The article %s is damaged on the disk. A copy of an earlier moment is in the folder “backups”."),
                   vsl_statement_get_text (row, 0));
      return NULL;
    }

  return vsl_article_summary_new (vsl_statement_get_text (row, 0), kind, status,
                                  vsl_statement_get_text (row, 3), vsl_statement_get_text (row, 4),
                                  (guint) vsl_statement_get_int64 (row, 5),
                                  (const char *const *) tags, (const char *const *) sites,
                                  vsl_statement_get_int64 (row, 6),
                                  vsl_statement_get_int64 (row, 7));
}

static GPtrArray *
read_summaries (VslStatement *statement,
                GError      **error)
{
  g_autoptr(GPtrArray) summaries = g_ptr_array_new_with_free_func (g_object_unref);
  VslStepResult step;

  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    {
      VslArticleSummary *summary = read_summary (statement, error);

      if (summary == NULL)
        return NULL;
      g_ptr_array_add (summaries, summary);
    }

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&summaries) : NULL;
}

/* The statement for a filter, put together from constant parts. Values are bound. */
static char *
build_list_sql (const VslStoreFilter *filter)
{
  return g_strconcat (SUMMARY_COLUMNS,
                      filter->deleted ? " WHERE a.deleted_at > 0" : " WHERE a.deleted_at = 0",
                      filter->status != NULL ? " AND a.status = :status" : "",
                      filter->tag != NULL
                        ? " AND a.number IN (SELECT article FROM article_tag WHERE folded = :tag)"
                        : "",
                      filter->site != NULL
                        ? " AND a.number IN (SELECT o.article FROM outbox AS o"
                          " JOIN site AS s ON s.number = o.site"
                          " WHERE s.name = :site AND s.removed = 0 AND o.remote_id IS NOT NULL)"
                        : "",
                      " ORDER BY a.updated_at DESC, a.id DESC LIMIT :limit OFFSET :offset", NULL);
}

static gpointer
list_articles (VslStore *store,
               gpointer  data,
               GError  **error)
{
  const VslStoreFilter none = { 0 };
  const VslStoreFilter *filter = data != NULL ? data : &none;
  g_autofree char *sql = build_list_sql (filter);
  g_autofree char *tag = filter->tag != NULL ? vsl_text_fold (filter->tag) : NULL;
  g_autoptr(VslStatement) statement = vsl_db_prepare (vsl_store_get_db (store), sql, error);

  if (statement == NULL)
    return NULL;

  if (filter->status != NULL)
    vsl_statement_bind_text (statement, ":status", filter->status);
  if (tag != NULL)
    vsl_statement_bind_text (statement, ":tag", tag);
  if (filter->site != NULL)
    vsl_statement_bind_text (statement, ":site", filter->site);
  vsl_statement_bind_int64 (statement, ":limit", filter->limit > 0 ? (gint64) filter->limit : -1);
  vsl_statement_bind_int64 (statement, ":offset", filter->offset);

  return read_summaries (statement, error);
}

static gpointer
load_summary (VslStore *store,
              gpointer  data,
              GError  **error)
{
  const char *id = data;
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store), SUMMARY_COLUMNS " WHERE a.id = :id", error);

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":id", id);
  switch (vsl_statement_step (statement, error))
    {
    case VSL_STEP_RESULT_ROW:
      return read_summary (statement, error);
    case VSL_STEP_RESULT_DONE:
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                   _("There is no article “%s”."), id);
      return NULL;
    case VSL_STEP_RESULT_FAILED:
    default:
      return NULL;
    }
}

static gpointer
list_tags (VslStore *store,
           gpointer  data,
           GError  **error)
{
  g_autoptr(GStrvBuilder) tags = g_strv_builder_new ();
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store),
                    "SELECT t.tag, max(a.updated_at) FROM article_tag AS t"
                    " JOIN article AS a ON a.number = t.article WHERE a.deleted_at = 0"
                    " GROUP BY t.folded ORDER BY t.folded",
                    error);
  VslStepResult step;

  if (statement == NULL)
    return NULL;

  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    g_strv_builder_add (tags, vsl_statement_get_text (statement, 0));

  return step == VSL_STEP_RESULT_DONE ? g_strv_builder_end (tags) : NULL;
}

/**
 * vsl_store_list_articles:
 * @self: the store
 * @filter: (nullable): which; %NULL for all that are not in the bin
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type VslArticleSummary): the articles, last changed first
 */
GPtrArray *
vsl_store_list_articles (VslStore             *self,
                         const VslStoreFilter *filter,
                         GError              **error)
{
  return vsl_store_call (self, list_articles, (gpointer) filter, error);
}

/**
 * vsl_store_load_summary:
 * @self: the store
 * @id: a whole id
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what a list shows of the article, from the bin too;
 *   %VSL_STORE_ERROR_NOT_FOUND
 */
VslArticleSummary *
vsl_store_load_summary (VslStore   *self,
                        const char *id,
                        GError    **error)
{
  g_return_val_if_fail (id != NULL, NULL);

  return vsl_store_call (self, load_summary, (gpointer) id, error);
}

/**
 * vsl_store_list_tags:
 * @self: the store
 * @error: return location for a #GError
 *
 * Returns: (transfer full): every tag of an article that is not in the bin, in order of the
 *   alphabet. Of tags that differ in case or accents only, the spelling of the newest article
 */
char **
vsl_store_list_tags (VslStore *self,
                     GError  **error)
{
  return vsl_store_call (self, list_tags, NULL, error);
}
