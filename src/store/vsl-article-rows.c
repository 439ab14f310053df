/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-article-rows.h"

#include "core/vsl-article-builder.h"
#include "core/vsl-text.h"

#include <glib/gi18n.h>

/* The written fields that are columns of `article`, in the order of the statements below. The body
 * is a table of its own. */
static const struct
{
  VslField field;
  const char *parameter;
} text_columns[] = {
  { VSL_FIELD_KICKER, ":kicker" }, { VSL_FIELD_HEADLINE, ":headline" },
  { VSL_FIELD_LEAD, ":lead" },     { VSL_FIELD_BYLINE, ":byline" },
  { VSL_FIELD_CREDIT, ":credit" }, { VSL_FIELD_EVENT, ":event" },
  { VSL_FIELD_SLUG, ":slug" },
};

/* The columns of the load statement in front of the text columns. */
enum
{
  COLUMN_NUMBER,
  COLUMN_REVISION,
  COLUMN_KIND,
  COLUMN_STATUS,
  COLUMN_LANGUAGE,
  COLUMN_CREATED_AT,
  COLUMN_UPDATED_AT,
  COLUMN_BODY,
  COLUMN_FIRST_TEXT
};

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
set_damaged_error (GError    **error,
                   const char *id)
{
  g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CORRUPT,
               _("The article %s is damaged on the disk. A copy of an earlier moment is in the folder “backups”."), id);
}

/* Reads the row of the article itself. */
static gboolean
load_columns (VslArticleBuilder *builder,
              VslStatement      *row,
              const char        *id,
              GError           **error)
{
  const char *body = vsl_statement_get_text (row, COLUMN_BODY);
  VslKind kind;
  VslStatus status;
  guint i;

  if (!vsl_kind_from_name (vsl_statement_get_text (row, COLUMN_KIND), &kind) ||
      !vsl_status_from_name (vsl_statement_get_text (row, COLUMN_STATUS), &status) ||
      vsl_statement_is_null (row, COLUMN_BODY) || !g_utf8_validate (body, -1, NULL))
    {
      set_damaged_error (error, id);
      return FALSE;
    }

  vsl_article_builder_set_id (builder, id);
  vsl_article_builder_set_revision (builder, vsl_statement_get_int64 (row, COLUMN_REVISION));
  vsl_article_builder_set_created_at (builder, vsl_statement_get_int64 (row, COLUMN_CREATED_AT));
  vsl_article_builder_set_updated_at (builder, vsl_statement_get_int64 (row, COLUMN_UPDATED_AT));
  vsl_article_builder_set_kind (builder, kind);
  vsl_article_builder_set_status (builder, status);
  vsl_article_builder_set_language (builder, vsl_statement_get_text (row, COLUMN_LANGUAGE));
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);

  for (i = 0; i < G_N_ELEMENTS (text_columns); i++)
    {
      const char *text = vsl_statement_get_text (row, COLUMN_FIRST_TEXT + (int) i);

      if (!g_utf8_validate (text, -1, NULL))
        {
          set_damaged_error (error, id);
          return FALSE;
        }
      vsl_article_builder_set_text (builder, text_columns[i].field, text);
    }

  return TRUE;
}

static void
add_tag (VslArticleBuilder *builder,
         VslStatement      *row)
{
  vsl_article_builder_add_tag (builder, vsl_statement_get_text (row, 0));
}

static void
add_participant (VslArticleBuilder *builder,
                 VslStatement      *row)
{
  g_autoptr(VslPerson) person = vsl_person_new (vsl_statement_get_text (row, 0),
                                                vsl_statement_get_text (row, 1),
                                                vsl_statement_get_text (row, 2),
                                                vsl_statement_get_int64 (row, 3) != 0);
  g_autoptr(VslParticipant) participant =
    vsl_participant_new (person, vsl_statement_get_text (row, 4), vsl_statement_get_text (row, 5),
                         vsl_statement_get_int64 (row, 6) != 0);

  vsl_article_builder_add_participant (builder, participant);
}

static void
add_picture (VslArticleBuilder *builder,
             VslStatement      *row)
{
  g_autoptr(VslPicture) plain = vsl_picture_new (vsl_statement_get_text (row, 0),
                                                 vsl_statement_get_text (row, 1),
                                                 vsl_statement_get_text (row, 2),
                                                 vsl_statement_get_text (row, 3),
                                                 vsl_statement_get_text (row, 4));
  g_autoptr(VslPicture) judged =
    vsl_picture_with_decorative (plain, vsl_statement_get_int64 (row, 5) != 0);
  g_autoptr(VslPicture) starred =
    vsl_picture_with_featured (judged, vsl_statement_get_int64 (row, 6) != 0);
  g_autoptr(VslPicture) picture = vsl_picture_with_focus (starred,
                                                          vsl_statement_get_int64 (row, 7),
                                                          vsl_statement_get_int64 (row, 8));

  vsl_article_builder_add_picture (builder, picture);
}

/* Reads one of the lists of an article, in its order. */
static gboolean
load_list (VslDb             *db,
           gint64             number,
           VslArticleBuilder *builder,
           const char        *sql,
           void             (*add) (VslArticleBuilder *builder, VslStatement *row),
           GError           **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (db, sql, error);
  VslStepResult step;

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":article", number);
  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    add (builder, statement);

  return step == VSL_STEP_RESULT_DONE;
}

static gboolean
load_lists (VslDb             *db,
            gint64             number,
            VslArticleBuilder *builder,
            GError           **error)
{
  return load_list (db, number, builder,
                    "SELECT tag FROM article_tag WHERE article = :article ORDER BY position",
                    add_tag, error) &&
         load_list (db, number, builder,
                    "SELECT given, prefix, family, as_registered, role, organisation, chair"
                    " FROM participant WHERE article = :article ORDER BY position",
                    add_participant, error) &&
         load_list (db, number, builder,
                    "SELECT hash, content_type, credit, caption, alt, decorative, featured,"
                    " focus_x, focus_y"
                    " FROM picture WHERE article = :article ORDER BY position",
                    add_picture, error);
}

static gboolean
run_for_article (VslDb      *db,
                 gint64      number,
                 const char *sql,
                 GError    **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":article", number);

  return vsl_statement_run (statement, error);
}

static gboolean
insert_tags (VslDb      *db,
             gint64      number,
             VslArticle *article,
             GError    **error)
{
  const char *const *tags = vsl_article_get_tags (article);
  guint i;

  for (i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *folded = vsl_text_fold (tags[i]);
      g_autoptr(VslStatement) statement =
        vsl_db_prepare (db,
                        "INSERT INTO article_tag (article, position, tag, folded)"
                        " VALUES (:article, :position, :tag, :folded)",
                        error);

      if (statement == NULL)
        return FALSE;
      vsl_statement_bind_int64 (statement, ":article", number);
      vsl_statement_bind_int64 (statement, ":position", i);
      vsl_statement_bind_text (statement, ":tag", tags[i]);
      vsl_statement_bind_text (statement, ":folded", or_empty (folded));
      if (!vsl_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_participants (VslDb      *db,
                     gint64      number,
                     VslArticle *article,
                     GError    **error)
{
  guint i;

  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    {
      VslParticipant *participant = vsl_article_get_participant (article, i);
      VslPerson *person = vsl_participant_get_person (participant);
      g_autoptr(VslStatement) statement =
        vsl_db_prepare (db,
                        "INSERT INTO participant (article, position, given, prefix, family,"
                        " as_registered, role, organisation, chair)"
                        " VALUES (:article, :position, :given, :prefix, :family,"
                        " :as_registered, :role, :organisation, :chair)",
                        error);

      if (statement == NULL)
        return FALSE;
      vsl_statement_bind_int64 (statement, ":article", number);
      vsl_statement_bind_int64 (statement, ":position", i);
      vsl_statement_bind_text (statement, ":given", or_empty (vsl_person_get_given (person)));
      vsl_statement_bind_text (statement, ":prefix", or_empty (vsl_person_get_prefix (person)));
      vsl_statement_bind_text (statement, ":family", or_empty (vsl_person_get_family (person)));
      vsl_statement_bind_int64 (statement, ":as_registered", vsl_person_get_as_registered (person) != FALSE);
      vsl_statement_bind_text (statement, ":role", or_empty (vsl_participant_get_role (participant)));
      vsl_statement_bind_text (statement, ":organisation",
                               or_empty (vsl_participant_get_organisation (participant)));
      vsl_statement_bind_int64 (statement, ":chair", vsl_participant_get_chair (participant) != FALSE);
      if (!vsl_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_pictures (VslDb      *db,
                 gint64      number,
                 VslArticle *article,
                 GError    **error)
{
  guint i;

  for (i = 0; i < vsl_article_get_n_pictures (article); i++)
    {
      VslPicture *picture = vsl_article_get_picture (article, i);
      guint x, y;
      g_autoptr(VslStatement) statement =
        vsl_db_prepare (db,
                        "INSERT INTO picture (article, position, hash, content_type, credit,"
                        " caption, alt, decorative, featured, focus_x, focus_y) VALUES (:article,"
                        " :position, :hash, :content_type, :credit, :caption, :alt, :decorative,"
                        " :featured, :focus_x, :focus_y)",
                        error);

      if (statement == NULL)
        return FALSE;
      vsl_statement_bind_int64 (statement, ":article", number);
      vsl_statement_bind_int64 (statement, ":position", i);
      vsl_statement_bind_text (statement, ":hash", or_empty (vsl_picture_get_hash (picture)));
      vsl_statement_bind_text (statement, ":content_type",
                               or_empty (vsl_picture_get_content_type (picture)));
      vsl_statement_bind_text (statement, ":credit", or_empty (vsl_picture_get_credit (picture)));
      vsl_statement_bind_text (statement, ":caption", or_empty (vsl_picture_get_caption (picture)));
      vsl_statement_bind_text (statement, ":alt", or_empty (vsl_picture_get_alt (picture)));
      vsl_picture_get_focus (picture, &x, &y);
      vsl_statement_bind_int64 (statement, ":decorative", vsl_picture_get_decorative (picture));
      vsl_statement_bind_int64 (statement, ":featured", vsl_picture_get_featured (picture));
      vsl_statement_bind_int64 (statement, ":focus_x", x);
      vsl_statement_bind_int64 (statement, ":focus_y", y);
      if (!vsl_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_lists (VslDb      *db,
              gint64      number,
              VslArticle *article,
              GError    **error)
{
  return insert_tags (db, number, article, error) &&
         insert_participants (db, number, article, error) &&
         insert_pictures (db, number, article, error);
}

static gboolean
replace_lists (VslDb      *db,
               gint64      number,
               VslArticle *article,
               GError    **error)
{
  return run_for_article (db, number, "DELETE FROM article_tag WHERE article = :article", error) &&
         run_for_article (db, number, "DELETE FROM participant WHERE article = :article", error) &&
         run_for_article (db, number, "DELETE FROM picture WHERE article = :article", error) &&
         insert_lists (db, number, article, error);
}

/* Binds what the insert and the update have in common. */
static void
bind_columns (VslStatement *statement,
              VslArticle   *article,
              guint         words)
{
  guint i;

  vsl_statement_bind_int64 (statement, ":revision", vsl_article_get_revision (article));
  vsl_statement_bind_text (statement, ":kind", vsl_kind_get_name (vsl_article_get_kind (article)));
  vsl_statement_bind_text (statement, ":status",
                           vsl_status_get_name (vsl_article_get_status (article)));
  vsl_statement_bind_text (statement, ":language", vsl_article_get_language (article));
  vsl_statement_bind_int64 (statement, ":words", words);
  vsl_statement_bind_int64 (statement, ":updated_at", vsl_article_get_updated_at (article));
  for (i = 0; i < G_N_ELEMENTS (text_columns); i++)
    vsl_statement_bind_text (statement, text_columns[i].parameter,
                             vsl_article_get_text (article, text_columns[i].field));
}

static gboolean
write_body (VslDb      *db,
            gint64      number,
            VslArticle *article,
            const char *sql,
            GError    **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":article", number);
  vsl_statement_bind_text (statement, ":text", vsl_article_get_text (article, VSL_FIELD_BODY));

  return vsl_statement_run (statement, error);
}

/**
 * vsl_article_rows_find:
 * @db: the connection
 * @id: a whole id
 * @number: (out): the key of the article
 * @revision: (out) (optional): its revision
 * @error: return location for a #GError
 *
 * Returns: whether it is there; if not, %VSL_STORE_ERROR_NOT_FOUND
 */
gboolean
vsl_article_rows_find (VslDb      *db,
                       const char *id,
                       gint64     *number,
                       gint64     *revision,
                       GError    **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "SELECT number, revision FROM article WHERE id = :id", error);
  VslStepResult step;

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_text (statement, ":id", id);
  step = vsl_statement_step (statement, error);
  if (step == VSL_STEP_RESULT_FAILED)
    return FALSE;
  if (step == VSL_STEP_RESULT_DONE)
    {
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                   _("There is no article “%s”."), id);
      return FALSE;
    }

  *number = vsl_statement_get_int64 (statement, 0);
  if (revision != NULL)
    *revision = vsl_statement_get_int64 (statement, 1);

  return TRUE;
}

/**
 * vsl_article_rows_load:
 * @db: the connection
 * @id: a whole id
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the article, from the bin as well
 */
VslArticle *
vsl_article_rows_load (VslDb      *db,
                       const char *id,
                       GError    **error)
{
  g_autoptr(VslArticleBuilder) builder = NULL;
  g_autoptr(VslStatement) statement = NULL;
  gint64 number;

  statement = vsl_db_prepare (db,
                              "SELECT a.number, a.revision, a.kind, a.status, a.language,"
                              " a.created_at, a.updated_at, b.text, a.kicker, a.headline, a.lead,"
                              " a.byline, a.credit, a.event, a.slug"
                              " FROM article AS a LEFT JOIN article_body AS b ON b.article = a.number"
                              " WHERE a.id = :id",
                              error);
  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":id", id);
  switch (vsl_statement_step (statement, error))
    {
    case VSL_STEP_RESULT_ROW:
      break;
    case VSL_STEP_RESULT_DONE:
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
                   _("There is no article “%s”."), id);
      return NULL;
    case VSL_STEP_RESULT_FAILED:
    default:
      return NULL;
    }

  builder = vsl_article_builder_new (NULL);
  number = vsl_statement_get_int64 (statement, COLUMN_NUMBER);
  if (!load_columns (builder, statement, id, error) || !load_lists (db, number, builder, error))
    return NULL;

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

/**
 * vsl_article_rows_insert:
 * @db: the connection, in a transaction
 * @article: with its id, revision and times
 * @words: words in its lead and body
 * @number: (out): the key of the new rows
 * @error: return location for a #GError
 *
 * Returns: whether it was written; %VSL_STORE_ERROR_EXISTS when the id is taken
 */
gboolean
vsl_article_rows_insert (VslDb      *db,
                         VslArticle *article,
                         guint       words,
                         gint64     *number,
                         GError    **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "INSERT INTO article (id, revision, kind, status, language, words, created_at,"
                    " updated_at, kicker, headline, lead, byline, credit, event, slug)"
                    " VALUES (:id, :revision, :kind, :status, :language, :words, :created_at,"
                    " :updated_at, :kicker, :headline, :lead, :byline, :credit, :event, :slug)"
                    " ON CONFLICT (id) DO NOTHING",
                    error);

  if (statement == NULL)
    return FALSE;

  bind_columns (statement, article, words);
  vsl_statement_bind_text (statement, ":id", vsl_article_get_id (article));
  vsl_statement_bind_int64 (statement, ":created_at", vsl_article_get_created_at (article));
  if (!vsl_statement_run (statement, error))
    return FALSE;
  if (vsl_db_get_n_changes (db) == 0)
    {
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_EXISTS,
                   _("There is an article “%s” already."), vsl_article_get_id (article));
      return FALSE;
    }

  *number = vsl_db_get_last_row_id (db);

  return write_body (db, *number, article,
                     "INSERT INTO article_body (article, text) VALUES (:article, :text)", error) &&
         insert_lists (db, *number, article, error);
}

/**
 * vsl_article_rows_update:
 * @db: the connection, in a transaction
 * @number: the key of the article
 * @article: the new content, with the new revision and time of change
 * @words: words in its lead and body
 * @lists: whether tags, participants or pictures may have changed
 * @error: return location for a #GError
 *
 * Returns: whether it was written
 */
gboolean
vsl_article_rows_update (VslDb      *db,
                         gint64      number,
                         VslArticle *article,
                         guint       words,
                         gboolean    lists,
                         GError    **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "UPDATE article SET revision = :revision, kind = :kind, status = :status,"
                    " language = :language, words = :words, updated_at = :updated_at,"
                    " kicker = :kicker, headline = :headline, lead = :lead, byline = :byline,"
                    " credit = :credit, event = :event, slug = :slug WHERE number = :number",
                    error);

  if (statement == NULL)
    return FALSE;

  bind_columns (statement, article, words);
  vsl_statement_bind_int64 (statement, ":number", number);

  return vsl_statement_run (statement, error) &&
         write_body (db, number, article,
                     "UPDATE article_body SET text = :text WHERE article = :article", error) &&
         (!lists || replace_lists (db, number, article, error));
}

/**
 * vsl_article_rows_same_lists:
 * @a: an article
 * @b: another
 *
 * Returns: whether their tags, participants and pictures are the same
 */
gboolean
vsl_article_rows_same_lists (VslArticle *a,
                             VslArticle *b)
{
  guint i;

  if (!g_strv_equal (vsl_article_get_tags (a), vsl_article_get_tags (b)) ||
      vsl_article_get_n_participants (a) != vsl_article_get_n_participants (b) ||
      vsl_article_get_n_pictures (a) != vsl_article_get_n_pictures (b))
    return FALSE;

  for (i = 0; i < vsl_article_get_n_participants (a); i++)
    {
      if (!vsl_participant_equal (vsl_article_get_participant (a, i),
                                  vsl_article_get_participant (b, i)))
        return FALSE;
    }
  for (i = 0; i < vsl_article_get_n_pictures (a); i++)
    {
      if (!vsl_picture_equal (vsl_article_get_picture (a, i), vsl_article_get_picture (b, i)))
        return FALSE;
    }

  return TRUE;
}
