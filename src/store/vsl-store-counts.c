/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-store-counts.h"

#include "store/vsl-store-private.h"

/* One query, so that all numbers are of one moment. Tags are counted in their own index, and what
 * lies in the bin is taken off, which is quicker than looking up every article. */
static const char counts_sql[] =
  "SELECT 'status', status, count(*) FROM article WHERE deleted_at = 0 GROUP BY status"
  " UNION ALL SELECT 'bin', '', count(*) FROM article WHERE deleted_at > 0"
  " UNION ALL SELECT 'outbox', o.state, count(DISTINCT o.article) FROM outbox AS o"
  "  JOIN site AS s ON s.number = o.site WHERE s.removed = 0"
  "  AND o.article NOT IN (SELECT number FROM article WHERE deleted_at > 0) GROUP BY o.state"
  " UNION ALL SELECT * FROM (SELECT 'site', s.name, (SELECT count(*) FROM outbox AS o"
  "  WHERE o.site = s.number AND o.remote_id IS NOT NULL"
  "  AND o.article NOT IN (SELECT number FROM article WHERE deleted_at > 0))"
  "  FROM site AS s WHERE s.removed = 0 ORDER BY s.name)"
  " UNION ALL SELECT * FROM (SELECT 'event', event, count(*) FROM article"
  "  WHERE deleted_at = 0 AND event <> '' GROUP BY event COLLATE NOCASE"
  "  ORDER BY event COLLATE NOCASE)"
  " UNION ALL SELECT 'tag', (SELECT tag FROM article_tag WHERE folded = c.folded LIMIT 1), n"
  "  FROM (SELECT folded, count(*) AS n FROM article_tag"
  "  WHERE article NOT IN (SELECT number FROM article WHERE deleted_at > 0)"
  "  GROUP BY folded ORDER BY n DESC, folded) AS c";

static void
named_count_free (gpointer data)
{
  VslNamedCount *count = data;

  g_free (count->name);
  g_free (count);
}

static void
add_named (GPtrArray  *list,
           const char *name,
           guint       count)
{
  VslNamedCount *named = g_new (VslNamedCount, 1);

  *named = (VslNamedCount) { g_strdup (name), count };
  g_ptr_array_add (list, named);
}

static void
add_row (VslStoreCounts *counts,
         const char     *what,
         const char     *name,
         guint           count)
{
  VslStatus status;
  VslOutboxState state;

  if (g_str_equal (what, "status"))
    {
      counts->all += count;
      if (vsl_status_from_name (name, &status))
        counts->statuses[status] = count;
    }
  else if (g_str_equal (what, "bin"))
    counts->bin = count;
  else if (g_str_equal (what, "outbox") && vsl_outbox_state_from_name (name, &state))
    counts->outbox[state] = count;
  else if (g_str_equal (what, "site"))
    add_named (counts->sites, name, count);
  else if (g_str_equal (what, "event"))
    add_named (counts->events, name, count);
  else if (g_str_equal (what, "tag"))
    add_named (counts->tags, name, count);
}

static gpointer
load_counts (VslStore *store,
             gpointer  data,
             GError  **error)
{
  g_autoptr(VslStoreCounts) counts = g_new0 (VslStoreCounts, 1);
  g_autoptr(VslStatement) statement = vsl_db_prepare (vsl_store_get_db (store), counts_sql, error);
  VslStepResult step;

  counts->tags = g_ptr_array_new_with_free_func (named_count_free);
  counts->events = g_ptr_array_new_with_free_func (named_count_free);
  counts->sites = g_ptr_array_new_with_free_func (named_count_free);
  if (statement == NULL)
    return NULL;

  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    add_row (counts, vsl_statement_get_text (statement, 0), vsl_statement_get_text (statement, 1),
             (guint) vsl_statement_get_int64 (statement, 2));

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&counts) : NULL;
}

/**
 * vsl_store_load_counts:
 * @self: the store
 * @error: return location for a #GError
 *
 * Counts what each folder of the library holds. Reads indexes only.
 *
 * Returns: (transfer full): the numbers, all of one moment
 */
VslStoreCounts *
vsl_store_load_counts (VslStore *self,
                       GError  **error)
{
  return vsl_store_call (self, load_counts, NULL, error);
}

/**
 * vsl_store_counts_free:
 * @counts: (transfer full): the numbers
 *
 * Frees them.
 */
void
vsl_store_counts_free (VslStoreCounts *counts)
{
  g_return_if_fail (counts != NULL);

  g_clear_pointer (&counts->tags, g_ptr_array_unref);
  g_clear_pointer (&counts->events, g_ptr_array_unref);
  g_clear_pointer (&counts->sites, g_ptr_array_unref);
  g_free (counts);
}
