/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-cache-search.h"

#include "store/vsl-store.h"

/* Characters are marked in SQL, as constants: they cannot come from a text, see vsl-cache-index. */
#define MARKED_COLUMNS \
  "SELECT e.id, highlight (search, 0, char (2), char (3))," \
  " snippet (search, -1, char (2), char (3), '…', 24), "
#define FROM_MATCH \
  " FROM search JOIN entry AS e ON e.number = search.rowid WHERE search MATCH :match"
#define PLAIN_COLUMNS \
  "SELECT e.id, search.headline, search.lead, 0.0 FROM entry AS e" \
  " JOIN search ON search.rowid = e.number WHERE 1"

static const char *
get_filter_sql (gboolean status,
                gboolean site)
{
  if (status && site)
    return " AND e.status = :status AND e.id IN (SELECT id FROM temp.chosen)";
  if (status)
    return " AND e.status = :status";

  return site ? " AND e.id IN (SELECT id FROM temp.chosen)" : "";
}

/* Puts the articles of a site where the query can look: the site is not in the index. */
static gboolean
choose (VslDb   *db,
        GBytes  *ids,
        GError **error)
{
  g_autoptr(VslStatement) statement = NULL;
  guint i;

  if (!vsl_db_run (db, "CREATE TEMP TABLE IF NOT EXISTS chosen (id TEXT PRIMARY KEY) WITHOUT ROWID", error) ||
      !vsl_db_run (db, "DELETE FROM temp.chosen", error))
    return FALSE;

  statement = vsl_db_prepare (db, "INSERT INTO temp.chosen (id) VALUES (:id)", error);
  for (i = 0; statement != NULL && i < vsl_store_ids_get_length (ids); i++)
    {
      vsl_statement_rewind (statement);
      vsl_statement_bind_text (statement, ":id", vsl_store_ids_get (ids, i));
      if (!vsl_statement_run (statement, error))
        return FALSE;
    }

  return statement != NULL;
}

static gboolean
read_hits (VslStatement *statement,
           GPtrArray    *hits,
           GError      **error)
{
  VslStepResult step;

  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    g_ptr_array_add (hits, vsl_search_hit_new (vsl_statement_get_text (statement, 0),
                                               vsl_statement_get_text (statement, 1),
                                               vsl_statement_get_text (statement, 2),
                                               vsl_statement_get_double (statement, 3)));

  return step == VSL_STEP_RESULT_DONE;
}

static VslStatement *
prepare (VslDb                *db,
         const char           *sql,
         const VslSearchQuery *query,
         guint                 limit,
         GError              **error)
{
  VslStatement *statement = vsl_db_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;

  if (query->match != NULL)
    vsl_statement_bind_text (statement, ":match", query->match);
  if (query->status != NULL)
    vsl_statement_bind_text (statement, ":status", query->status);
  vsl_statement_bind_int64 (statement, ":limit", limit);

  return statement;
}

/* Counts until there are too many to rank. */
static gboolean
count (VslDb                *db,
       const VslSearchQuery *query,
       const char           *filter,
       guint                *n_found,
       GError              **error)
{
  guint most = query->phrase ? VSL_CACHE_MAX_RANKED_PHRASES : VSL_CACHE_MAX_RANKED;
  g_autofree char *sql = NULL;
  g_autoptr(VslStatement) statement = NULL;

  if (query->match != NULL && *filter == '\0')
    sql = g_strdup ("SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH :match LIMIT :limit)");
  else if (query->match != NULL)
    sql = g_strconcat ("SELECT count(*) FROM (SELECT 1" FROM_MATCH, filter, " LIMIT :limit)", NULL);
  else
    sql = g_strconcat ("SELECT count(*) FROM (SELECT 1 FROM entry AS e WHERE 1", filter,
                       " LIMIT :limit)", NULL);

  statement = prepare (db, sql, query, most + 1, error);
  if (statement == NULL || vsl_statement_step (statement, error) != VSL_STEP_RESULT_ROW)
    return FALSE;
  *n_found = (guint) vsl_statement_get_int64 (statement, 0);
  if (*n_found > most)
    *n_found = G_MAXUINT;

  return TRUE;
}

static char *
build_sql (const VslSearchQuery *query,
           const char           *filter,
           gboolean              ranked)
{
  if (query->match == NULL)
    return g_strconcat (PLAIN_COLUMNS, filter, " ORDER BY e.updated_at DESC LIMIT :limit", NULL);
  if (ranked)
    return g_strconcat (MARKED_COLUMNS "search.rank" FROM_MATCH, filter,
                        " ORDER BY search.rank LIMIT :limit", NULL);

  return g_strconcat (MARKED_COLUMNS "0.0" FROM_MATCH, filter,
                      " ORDER BY search.rowid DESC LIMIT :limit", NULL);
}

/**
 * vsl_cache_search_run:
 * @db: the index
 * @query: what to look for
 * @site_ids: (nullable): the articles of the site of @query, when it names one
 * @limit: how many hits at most
 * @error: return location for a #GError
 *
 * Returns: (transfer full): what was found; %G_IO_ERROR_CANCELLED when the connection was
 *   interrupted
 */
VslSearchResult *
vsl_cache_search_run (VslDb                *db,
                      const VslSearchQuery *query,
                      GBytes               *site_ids,
                      guint                 limit,
                      GError              **error)
{
  g_autoptr(VslSearchResult) result = g_new0 (VslSearchResult, 1);
  const char *filter = get_filter_sql (query->status != NULL, site_ids != NULL);
  g_autofree char *sql = NULL;
  g_autoptr(VslStatement) statement = NULL;

  result->hits = g_ptr_array_new_with_free_func (g_object_unref);
  if (vsl_search_query_is_empty (query))
    return g_steal_pointer (&result);
  if (site_ids != NULL && !choose (db, site_ids, error))
    return NULL;

  if (!count (db, query, filter, &result->n_found, error))
    return NULL;
  result->ranked = query->match != NULL && result->n_found < G_MAXUINT;
  sql = build_sql (query, filter, result->ranked);
  statement = prepare (db, sql, query, limit, error);
  if (statement == NULL || !read_hits (statement, result->hits, error))
    return NULL;

  return g_steal_pointer (&result);
}

/**
 * vsl_search_result_free:
 * @self: (transfer full): the result
 *
 * Frees it.
 */
void
vsl_search_result_free (VslSearchResult *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_free (self);
}
