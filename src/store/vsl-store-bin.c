/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-bin.h"

#include "store/vsl-snapshot-rows.h"
#include "store/vsl-store-private.h"

#include <glib/gi18n.h>

#define DAY (G_GINT64_CONSTANT (24 * 3600) * G_USEC_PER_SEC)

/* Deletes articles for good and adds their ids; what only they had goes too. */
static gboolean
run_ending (VslDb        *db,
            VslStatement *statement,
            GStrvBuilder *ended,
            GError      **error)
{
  VslStepResult step;
  guint n = 0;

  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    {
      g_strv_builder_add (ended, vsl_statement_get_text (statement, 0));
      n++;
    }

  return step == VSL_STEP_RESULT_DONE && (n == 0 || vsl_snapshot_rows_drop_unused_contents (db, error));
}

static gboolean
empty_bin (VslDb        *db,
           gint64        before,
           GStrvBuilder *ended,
           GError      **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "DELETE FROM article WHERE deleted_at > 0 AND deleted_at < :before RETURNING id", error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":before", before);

  return run_ending (db, statement, ended, error);
}

static gpointer
end_article (VslStore *store,
             gpointer  data,
             GError  **error)
{
  const char *id = data;
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "DELETE FROM article WHERE id = :id AND deleted_at > 0 RETURNING id", error);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) ended = NULL;

  if (statement == NULL)
    return GINT_TO_POINTER (FALSE);

  vsl_statement_bind_text (statement, ":id", id);
  if (!run_ending (db, statement, builder, error))
    return GINT_TO_POINTER (FALSE);
  ended = g_strv_builder_end (builder);
  if (ended[0] != NULL)
    return GINT_TO_POINTER (TRUE);

  g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
               _("There is no article %s in the bin."), id);
  return GINT_TO_POINTER (FALSE);
}

/* The articles of which there are more versions than are kept in any case. */
static gboolean
list_thinnable (VslDb   *db,
                GArray  *articles,
                GError **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "SELECT article FROM snapshot GROUP BY article HAVING count(*) > 10", error);
  VslStepResult step;

  if (statement == NULL)
    return FALSE;

  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    {
      gint64 article = vsl_statement_get_int64 (statement, 0);

      g_array_append_val (articles, article);
    }

  return step == VSL_STEP_RESULT_DONE;
}

static gpointer
tidy (VslStore *store,
      gpointer  data,
      GError  **error)
{
  gint64 now = *(gint64 *) data;
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GStrvBuilder) ended = g_strv_builder_new ();
  guint i;

  if (!empty_bin (db, now - VSL_BIN_DAYS * DAY, ended, error) || !list_thinnable (db, articles, error))
    return NULL;
  for (i = 0; i < articles->len; i++)
    {
      if (!vsl_snapshot_rows_thin (db, g_array_index (articles, gint64, i), now, error))
        return NULL;
    }

  return g_strv_builder_end (ended);
}

/**
 * vsl_store_end_article:
 * @self: the store
 * @id: a whole id
 * @error: return location for a #GError
 *
 * Deletes an article that is in the bin for good, with all its versions. What is on a site stays there.
 *
 * Returns: whether it is gone; %VSL_STORE_ERROR_NOT_FOUND when it is not in the bin
 */
gboolean
vsl_store_end_article (VslStore    *self,
                       const char  *id,
                       GError     **error)
{
  g_return_val_if_fail (id != NULL, FALSE);

  return GPOINTER_TO_INT (vsl_store_transact (self, end_article, (gpointer) id, NULL, error));
}

/**
 * vsl_store_tidy:
 * @self: the store
 * @now: the time, µs since 1970 UTC
 * @error: return location for a #GError
 *
 * Ends the articles that lie in the bin for more than %VSL_BIN_DAYS days, with all their versions,
 * and thins out the versions of articles that nobody works on any more. For once a day.
 *
 * Returns: (transfer full): the ids of the articles that ended; %NULL when it failed, then nothing is
 *   changed
 */
char **
vsl_store_tidy (VslStore *self,
                gint64    now,
                GError  **error)
{
  return vsl_store_transact (self, tidy, &now, (GDestroyNotify) g_strfreev, error);
}
