/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-check.h"

#include "store/vsl-article-content.h"
#include "store/vsl-article-rows.h"

#include <glib/gi18n.h>

/* More of them say nothing more. */
#define MAX_PROBLEMS 100

static void
add (GPtrArray *problems,
     char      *sentence)
{
  if (problems->len < MAX_PROBLEMS)
    g_ptr_array_add (problems, sentence);
  else
    g_free (sentence);
}

/* Runs a statement that gives one row for each thing that is wrong. */
static gboolean
run_query (VslDb      *db,
           const char *sql,
           char       *(*describe) (VslStatement *row),
           GPtrArray  *problems,
           GError    **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (db, sql, error);
  VslStepResult step;

  if (statement == NULL)
    return FALSE;

  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    {
      char *sentence = describe (statement);

      if (sentence != NULL)
        add (problems, sentence);
    }

  return step == VSL_STEP_RESULT_DONE;
}

static char *
describe_integrity (VslStatement *row)
{
  const char *text = vsl_statement_get_text (row, 0);

  return g_str_equal (text, "ok") ? NULL : g_strdup_printf (_("The database is damaged: %s."), text);
}

static char *
describe_orphan (VslStatement *row)
{
  return g_strdup_printf (_("A row of “%s” belongs to nothing in “%s”."),
                          vsl_statement_get_text (row, 0), vsl_statement_get_text (row, 2));
}

static char *
describe_bodiless (VslStatement *row)
{
  return g_strdup_printf (_("The article %s has lost its text."), vsl_statement_get_text (row, 0));
}

static char *
describe_token (VslStatement *row)
{
  return g_strdup_printf (_("The mark of the article %s on “%s” is damaged."),
                          vsl_statement_get_text (row, 0), vsl_statement_get_text (row, 1));
}

static char *
describe_unused (VslStatement *row)
{
  return g_strdup_printf (_("The content %s belongs to no version."), vsl_statement_get_text (row, 0));
}

/* Reads every article, as opening it would. */
static gboolean
check_articles (VslDb     *db,
                GPtrArray *problems,
                GError   **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (db, "SELECT id FROM article ORDER BY number", error);
  VslStepResult step;

  if (statement == NULL)
    return FALSE;

  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    {
      g_autoptr(GError) local_error = NULL;
      g_autoptr(VslArticle) article =
        vsl_article_rows_load (db, vsl_statement_get_text (statement, 0), &local_error);

      if (article == NULL)
        add (problems, g_strdup (local_error->message));
    }

  return step == VSL_STEP_RESULT_DONE;
}

/* Whether a stored content is what its hash says, and can be read. */
static gboolean
is_sound (VslStatement *row)
{
  g_autoptr(GBytes) packed = vsl_statement_dup_bytes (row, 1);
  g_autoptr(GBytes) content =
    vsl_article_content_unpack (packed, (gsize) vsl_statement_get_int64 (row, 2), NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autofree char *hash = NULL;

  if (content == NULL)
    return FALSE;
  hash = vsl_article_content_hash (content);
  article = vsl_article_content_read (content, NULL);

  return article != NULL && g_str_equal (hash, vsl_statement_get_text (row, 0));
}

static char *
describe_content (VslStatement *row)
{
  if (is_sound (row))
    return NULL;

  return g_strdup_printf (_("Version %d of the article %s is damaged."),
                          (int) vsl_statement_get_int64 (row, 3), vsl_statement_get_text (row, 4));
}

/**
 * vsl_store_check_run:
 * @db: a connection to the database of the articles
 * @error: return location for a #GError
 *
 * Checks the database from its pages to its meaning: that they hang together, that every row belongs
 * to something, that every article can be read, and that every version is what its hash says.
 *
 * Returns: (transfer full) (element-type utf8): what is wrong, a translated sentence each; empty when
 *   all is well. %NULL with an error when the check itself could not be made
 */
GPtrArray *
vsl_store_check_run (VslDb   *db,
                     GError **error)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (db != NULL, NULL);

  if (!run_query (db, "PRAGMA integrity_check(100)", describe_integrity, problems, error) ||
      !run_query (db, "PRAGMA foreign_key_check", describe_orphan, problems, error) ||
      !run_query (db, "SELECT id FROM article WHERE number NOT IN (SELECT article FROM article_body)",
                  describe_bodiless, problems, error) ||
      !check_articles (db, problems, error) ||
      !run_query (db,
                  "SELECT a.id, s.name FROM outbox AS o JOIN article AS a ON a.number = o.article"
                  " JOIN site AS s ON s.number = o.site WHERE"
                  " length (replace (o.token, '-', '')) <> 32 OR o.token GLOB '*[^-0-9a-f]*'",
                  describe_token, problems, error) ||
      !run_query (db,
                  "SELECT c.hash, c.packed, c.length, min(s.number), a.id FROM content AS c"
                  " JOIN snapshot AS s ON s.content = c.number JOIN article AS a ON a.number = s.article"
                  " GROUP BY c.number",
                  describe_content, problems, error) ||
      !run_query (db, "SELECT hash FROM content WHERE number NOT IN (SELECT content FROM snapshot)",
                  describe_unused, problems, error))
    return NULL;

  return g_steal_pointer (&problems);
}
