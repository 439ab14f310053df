/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-cache-index.h"

#include "core/vsl-search-hit.h"

#include <string.h>

/* The columns of the index. */
typedef struct
{
  char *headline;     /* (owned) */
  char *lead;         /* (owned) */
  char *body;         /* (owned) */
  char *participants; /* (owned) */
  char *tags;         /* (owned) */
} Columns;

static void
columns_clear (Columns *columns)
{
  g_free (columns->headline);
  g_free (columns->lead);
  g_free (columns->body);
  g_free (columns->participants);
  g_free (columns->tags);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

/* Appends the text of a line without the signs of Markdown that only say what it is: a snippet is
 * read by people. The words stay as they are. */
static void
append_line (GString    *out,
             const char *line,
             gsize       length)
{
  gsize i = 0;

  if (length >= 3 && strncmp (line, ":::", 3) == 0)
    return;
  while (i < length && (line[i] == '#' || line[i] == '>' || line[i] == ' '))
    i++;
  for (; i < length; i++)
    {
      if (line[i] == '*' || line[i] == VSL_HIT_BEGIN[0] || line[i] == VSL_HIT_END[0])
        continue;
      g_string_append_c (out, line[i]);
    }
  g_string_append_c (out, '\n');
}

static char *
make_plain (const char *text)
{
  GString *out = g_string_sized_new (strlen (text) + 1);

  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n");

      append_line (out, text, length);
      text += length;
      if (*text == '\n')
        text++;
    }

  return g_string_free (out, FALSE);
}

static char *
join_participants (VslArticle *article)
{
  GString *out = g_string_new (NULL);
  guint i;

  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    {
      g_autofree char *line =
        vsl_participant_dup_description (vsl_article_get_participant (article, i));

      g_string_append (out, line);
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

static void
fill_columns (Columns    *columns,
              VslArticle *article)
{
  columns->headline = make_plain (vsl_article_get_text (article, VSL_FIELD_HEADLINE));
  g_strchomp (columns->headline);
  columns->lead = make_plain (vsl_article_get_text (article, VSL_FIELD_LEAD));
  columns->body = make_plain (vsl_article_get_text (article, VSL_FIELD_BODY));
  columns->participants = join_participants (article);
  columns->tags = g_strjoinv ("\n", (char **) vsl_article_get_tags (article));
}

/* The number of an article in the index; 0 when it is not in it. */
static gboolean
find_entry (VslDb      *db,
            const char *id,
            gint64     *number,
            GError    **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "SELECT number FROM entry WHERE id = :id", error);
  VslStepResult step;

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_text (statement, ":id", id);
  step = vsl_statement_step (statement, error);
  *number = step == VSL_STEP_RESULT_ROW ? vsl_statement_get_int64 (statement, 0) : 0;

  return step != VSL_STEP_RESULT_FAILED;
}

static gboolean
run_for_entry (VslDb      *db,
               const char *sql,
               gint64      number,
               VslArticle *article,
               GError    **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  if (number > 0)
    vsl_statement_bind_int64 (statement, ":number", number);
  else
    vsl_statement_bind_text (statement, ":id", vsl_article_get_id (article));
  vsl_statement_bind_int64 (statement, ":revision", vsl_article_get_revision (article));
  vsl_statement_bind_text (statement, ":status",
                           vsl_status_get_name (vsl_article_get_status (article)));
  vsl_statement_bind_int64 (statement, ":updated_at", vsl_article_get_updated_at (article));

  return vsl_statement_run (statement, error);
}

static gboolean
run_for_text (VslDb      *db,
              const char *sql,
              gint64      number,
              VslArticle *article,
              GError    **error)
{
  g_auto(Columns) columns = { 0 };
  g_autoptr(VslStatement) statement = NULL;

  fill_columns (&columns, article);
  statement = vsl_db_prepare (db, sql, error);
  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":number", number);
  vsl_statement_bind_text (statement, ":headline", columns.headline);
  vsl_statement_bind_text (statement, ":lead", columns.lead);
  vsl_statement_bind_text (statement, ":body", columns.body);
  vsl_statement_bind_text (statement, ":participants", columns.participants);
  vsl_statement_bind_text (statement, ":tags", columns.tags);

  return vsl_statement_run (statement, error);
}

static gboolean
drop (VslDb      *db,
      const char *sql,
      gint64      number,
      GError    **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":number", number);

  return vsl_statement_run (statement, error);
}

/**
 * vsl_cache_index_load_revisions:
 * @db: the index
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type utf8 gint64): the id of each article that is in the index,
 *   with the revision of it that is
 */
GHashTable *
vsl_cache_index_load_revisions (VslDb   *db,
                                GError **error)
{
  g_autoptr(GHashTable) revisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(VslStatement) statement = vsl_db_prepare (db, "SELECT id, revision FROM entry", error);
  VslStepResult step;

  if (statement == NULL)
    return NULL;

  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    {
      gint64 *revision = g_new (gint64, 1);

      *revision = vsl_statement_get_int64 (statement, 1);
      g_hash_table_insert (revisions, g_strdup (vsl_statement_get_text (statement, 0)), revision);
    }

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&revisions) : NULL;
}

/**
 * vsl_cache_index_put:
 * @db: the index, in a transaction
 * @article: a stored article
 * @error: return location for a #GError
 *
 * Puts an article in the index, in place of what was there of it.
 *
 * Returns: whether it is in it
 */
gboolean
vsl_cache_index_put (VslDb      *db,
                     VslArticle *article,
                     GError    **error)
{
  gint64 number;

  if (!find_entry (db, vsl_article_get_id (article), &number, error))
    return FALSE;

  if (number > 0)
    return run_for_entry (db,
                          "UPDATE entry SET revision = :revision, status = :status,"
                          " updated_at = :updated_at WHERE number = :number",
                          number, article, error) &&
           run_for_text (db,
                         "UPDATE search SET headline = :headline, lead = :lead, body = :body,"
                         " participants = :participants, tags = :tags WHERE rowid = :number",
                         number, article, error);

  return run_for_entry (db,
                        "INSERT INTO entry (id, revision, status, updated_at)"
                        " VALUES (:id, :revision, :status, :updated_at)",
                        0, article, error) &&
         run_for_text (db,
                       "INSERT INTO search (rowid, headline, lead, body, participants, tags)"
                       " VALUES (:number, :headline, :lead, :body, :participants, :tags)",
                       vsl_db_get_last_row_id (db), article, error);
}

/**
 * vsl_cache_index_remove:
 * @db: the index, in a transaction
 * @id: a whole id
 * @error: return location for a #GError
 *
 * Returns: whether it is not, or no longer, in the index
 */
gboolean
vsl_cache_index_remove (VslDb      *db,
                        const char *id,
                        GError    **error)
{
  gint64 number;

  if (!find_entry (db, id, &number, error))
    return FALSE;
  if (number == 0)
    return TRUE;

  return drop (db, "DELETE FROM search WHERE rowid = :number", number, error) &&
         drop (db, "DELETE FROM entry WHERE number = :number", number, error);
}
