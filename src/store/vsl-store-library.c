/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-private.h"

#include "core/vsl-text.h"
#include "store/vsl-article-id.h"

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

/* A packed list of ids: each with a zero byte behind it. */
#define ID_STRIDE (VSL_ARTICLE_ID_LENGTH + 1)

typedef struct
{
  const VslStoreFilter *filter;
  VslStoreSort sort;
  gboolean reversed;
} Order;

typedef struct
{
  GBytes *ids;
  guint first;
  guint length;
} Page;

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

/* The condition of a filter, put together from constant parts. Values are bound. */
static char *
build_where (const VslStoreFilter *filter)
{
  return g_strconcat (filter->deleted ? " WHERE a.deleted_at > 0" : " WHERE a.deleted_at = 0",
                      filter->status != NULL ? " AND a.status = :status" : "",
                      filter->event != NULL ? " AND a.event = :event COLLATE NOCASE AND a.event <> ''" : "",
                      filter->tag != NULL
                        ? " AND a.number IN (SELECT article FROM article_tag WHERE folded = :tag)"
                        : "",
                      filter->site != NULL
                        ? " AND a.number IN (SELECT o.article FROM outbox AS o"
                          " JOIN site AS s ON s.number = o.site"
                          " WHERE s.name = :site AND s.removed = 0 AND o.remote_id IS NOT NULL)"
                        : "",
                      filter->outbox != NULL
                        ? " AND a.number IN (SELECT o.article FROM outbox AS o"
                          " JOIN site AS s ON s.number = o.site"
                          " WHERE o.state = :outbox AND s.removed = 0)"
                        : "",
                      NULL);
}

/* Binds the values of build_where() and of the page. @tag: the folded tag, which must live as long. */
static void
bind_filter (VslStatement         *statement,
             const VslStoreFilter *filter,
             const char           *tag)
{
  if (filter->status != NULL)
    vsl_statement_bind_text (statement, ":status", filter->status);
  if (filter->event != NULL)
    vsl_statement_bind_text (statement, ":event", filter->event);
  if (tag != NULL)
    vsl_statement_bind_text (statement, ":tag", tag);
  if (filter->site != NULL)
    vsl_statement_bind_text (statement, ":site", filter->site);
  if (filter->outbox != NULL)
    vsl_statement_bind_text (statement, ":outbox", filter->outbox);
  vsl_statement_bind_int64 (statement, ":limit", filter->limit > 0 ? (gint64) filter->limit : -1);
  vsl_statement_bind_int64 (statement, ":offset", filter->offset);
}

static const char *
get_order_sql (VslStoreSort sort,
               gboolean     reversed)
{
  switch (sort)
    {
    case VSL_STORE_SORT_HEADLINE:
      return reversed ? " ORDER BY a.headline COLLATE NOCASE DESC, a.id DESC"
                      : " ORDER BY a.headline COLLATE NOCASE, a.id";
    case VSL_STORE_SORT_CREATED:
      return reversed ? " ORDER BY a.number" : " ORDER BY a.number DESC";
    case VSL_STORE_SORT_WORDS:
      return reversed ? " ORDER BY a.words, a.updated_at DESC, a.id DESC"
                      : " ORDER BY a.words DESC, a.updated_at DESC, a.id DESC";
    case VSL_STORE_SORT_UPDATED:
    default:
      return reversed ? " ORDER BY a.updated_at, a.id" : " ORDER BY a.updated_at DESC, a.id DESC";
    }
}

static gpointer
list_articles (VslStore *store,
               gpointer  data,
               GError  **error)
{
  const VslStoreFilter none = { 0 };
  const VslStoreFilter *filter = data != NULL ? data : &none;
  g_autofree char *where = build_where (filter);
  g_autofree char *sql = g_strconcat (SUMMARY_COLUMNS, where,
                                      get_order_sql (VSL_STORE_SORT_UPDATED, FALSE),
                                      " LIMIT :limit OFFSET :offset", NULL);
  g_autofree char *tag = filter->tag != NULL ? vsl_text_fold (filter->tag) : NULL;
  g_autoptr(VslStatement) statement = vsl_db_prepare (vsl_store_get_db (store), sql, error);

  if (statement == NULL)
    return NULL;

  bind_filter (statement, filter, tag);

  return read_summaries (statement, error);
}

static gpointer
list_ids (VslStore *store,
          gpointer  data,
          GError  **error)
{
  Order *order = data;
  const VslStoreFilter none = { 0 };
  const VslStoreFilter *filter = order->filter != NULL ? order->filter : &none;
  g_autofree char *where = build_where (filter);
  g_autofree char *sql = g_strconcat ("SELECT a.id FROM article AS a", where,
                                      get_order_sql (order->sort, order->reversed),
                                      " LIMIT :limit OFFSET :offset", NULL);
  g_autofree char *tag = filter->tag != NULL ? vsl_text_fold (filter->tag) : NULL;
  g_autoptr(VslStatement) statement = vsl_db_prepare (vsl_store_get_db (store), sql, error);
  g_autoptr(GByteArray) ids = g_byte_array_new ();
  VslStepResult step;

  if (statement == NULL)
    return NULL;

  bind_filter (statement, filter, tag);
  /* The length of an id is a constraint of the table. */
  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    g_byte_array_append (ids, (const guint8 *) vsl_statement_get_text (statement, 0), ID_STRIDE);

  return step == VSL_STEP_RESULT_DONE ? g_byte_array_free_to_bytes (g_steal_pointer (&ids)) : NULL;
}

static gpointer
load_summaries (VslStore *store,
                gpointer  data,
                GError  **error)
{
  Page *page = data;
  guint end = MIN (vsl_store_ids_get_length (page->ids), page->first + page->length);
  g_autoptr(GPtrArray) summaries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store), SUMMARY_COLUMNS " WHERE a.id = :id", error);
  guint i;

  if (statement == NULL)
    return NULL;

  for (i = page->first; i < end; i++)
    {
      VslArticleSummary *summary = NULL;
      VslStepResult step;

      vsl_statement_rewind (statement);
      vsl_statement_bind_text (statement, ":id", vsl_store_ids_get (page->ids, i));
      step = vsl_statement_step (statement, error);
      if (step == VSL_STEP_RESULT_FAILED)
        return NULL;
      if (step == VSL_STEP_RESULT_ROW)
        summary = read_summary (statement, error);
      if (step == VSL_STEP_RESULT_ROW && summary == NULL)
        return NULL;
      if (summary != NULL)
        g_ptr_array_add (summaries, summary);
    }

  return g_steal_pointer (&summaries);
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
 * vsl_store_list_ids:
 * @self: the store
 * @filter: (nullable): which; %NULL for all that are not in the bin
 * @sort: the order
 * @reversed: whether to turn the order round
 * @error: return location for a #GError
 *
 * Lists which articles there are without reading them: 100,000 in some ten milliseconds, as the
 * orders by change and by headline are indexes.
 *
 * Returns: (transfer full): the ids, to be read with vsl_store_ids_get()
 */
GBytes *
vsl_store_list_ids (VslStore             *self,
                    const VslStoreFilter *filter,
                    VslStoreSort          sort,
                    gboolean              reversed,
                    GError              **error)
{
  Order order = { filter, sort, reversed };

  return vsl_store_call (self, list_ids, &order, error);
}

/**
 * vsl_store_ids_get_length:
 * @ids: what vsl_store_list_ids() gave
 *
 * Returns: how many ids it holds
 */
guint
vsl_store_ids_get_length (GBytes *ids)
{
  g_return_val_if_fail (ids != NULL, 0);

  return (guint) (g_bytes_get_size (ids) / ID_STRIDE);
}

/**
 * vsl_store_ids_get:
 * @ids: what vsl_store_list_ids() gave
 * @position: less than vsl_store_ids_get_length()
 *
 * Returns: (transfer none): an id, as long as @ids lives
 */
const char *
vsl_store_ids_get (GBytes *ids,
                   guint   position)
{
  g_return_val_if_fail (ids != NULL, NULL);
  g_return_val_if_fail (position < vsl_store_ids_get_length (ids), NULL);

  return (const char *) g_bytes_get_data (ids, NULL) + (gsize) position * ID_STRIDE;
}

/**
 * vsl_store_load_summaries:
 * @self: the store
 * @ids: what vsl_store_list_ids() gave
 * @first: position of the first one wanted
 * @length: how many are wanted
 * @error: return location for a #GError
 *
 * Reads the rows of a page of a list. Those beyond its end, and articles that are gone by now, are
 * left out.
 *
 * Returns: (transfer full) (element-type VslArticleSummary): the rows, in the order of @ids
 */
GPtrArray *
vsl_store_load_summaries (VslStore *self,
                          GBytes   *ids,
                          guint     first,
                          guint     length,
                          GError  **error)
{
  Page page = { ids, first, length };

  g_return_val_if_fail (ids != NULL, NULL);

  return vsl_store_call (self, load_summaries, &page, error);
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
