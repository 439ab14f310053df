/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-people.h"

#include "store/vsl-article-id.h"
#include "store/vsl-store-private.h"

#include <glib/gi18n.h>

/* Every participant of an article or a debate, with the day of the occasion. */
#define OCCASIONS \
  "(SELECT p.given, p.prefix, p.family, p.as_registered, p.role, p.organisation," \
  " coalesce (nullif (d.date, ''), date (a.created_at / 1000000, 'unixepoch')) AS day" \
  " FROM participant AS p JOIN article AS a ON a.number = p.article AND a.deleted_at = 0" \
  " LEFT JOIN article_debate AS l ON l.article = a.number" \
  " LEFT JOIN debate AS d ON d.number = l.debate" \
  " UNION ALL SELECT p.given, p.prefix, p.family, p.as_registered, p.role, p.organisation," \
  " coalesce (nullif (d.date, ''), date (d.created_at / 1000000, 'unixepoch'))" \
  " FROM debate_participant AS p JOIN debate AS d ON d.number = p.debate AND d.deleted_at = 0)"

static void
set_not_found_error (GError     **error,
                     const char  *id)
{
  g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND,
               _("There is no person “%s”. “verslag-cli person list” shows who there are."), id);
}

/* --- feeding: people come and go with the articles, unless something was written about them ------ */

static gboolean
insert_person (VslDb         *db,
               VslStatement  *row,
               GError       **error)
{
  g_autofree char *id = vsl_article_id_new (error);
  g_autoptr(VslStatement) person = NULL;
  g_autoptr(VslStatement) name = NULL;

  if (id == NULL)
    return FALSE;
  person = vsl_db_prepare (db,
                           "INSERT INTO person (id, revision, given, prefix, family,"
                           " as_registered) VALUES (:id, 1, :given, :prefix, :family, :rule)",
                           error);
  name = person != NULL
         ? vsl_db_prepare (db,
                           "INSERT INTO person_name (given, prefix, family, person)"
                           " SELECT :given, :prefix, :family, number FROM person WHERE id = :id",
                           error)
         : NULL;
  if (name == NULL)
    return FALSE;

  vsl_statement_bind_text (person, ":id", id);
  vsl_statement_bind_text (person, ":given", vsl_statement_get_text (row, 0));
  vsl_statement_bind_text (person, ":prefix", vsl_statement_get_text (row, 1));
  vsl_statement_bind_text (person, ":family", vsl_statement_get_text (row, 2));
  vsl_statement_bind_int64 (person, ":rule", vsl_statement_get_int64 (row, 3));
  vsl_statement_bind_text (name, ":id", id);
  vsl_statement_bind_text (name, ":given", vsl_statement_get_text (row, 0));
  vsl_statement_bind_text (name, ":prefix", vsl_statement_get_text (row, 1));
  vsl_statement_bind_text (name, ":family", vsl_statement_get_text (row, 2));

  return vsl_statement_run (person, error) && vsl_statement_run (name, error);
}

static gboolean
insert_people (VslDb   *db,
               GError **error)
{
  g_autoptr(VslStatement) rows =
    vsl_db_prepare (db,
                    "SELECT o.given, o.prefix, o.family, max (o.as_registered) FROM " OCCASIONS
                    " AS o LEFT JOIN person_name AS n ON n.family = o.family"
                    " AND n.given = o.given AND n.prefix = o.prefix"
                    " WHERE n.person IS NULL AND o.family || o.given <> ''"
                    " GROUP BY o.given, o.prefix, o.family",
                    error);
  VslStepResult step;

  if (rows == NULL)
    return FALSE;

  while ((step = vsl_statement_step (rows, error)) == VSL_STEP_RESULT_ROW)
    {
      if (!insert_person (db, rows, error))
        return FALSE;
    }

  return step == VSL_STEP_RESULT_DONE;
}

static gpointer
feed (VslStore *store,
      gpointer  data,
      GError  **error)
{
  VslDb *db = vsl_store_get_db (store);
  gboolean good;

  if (!vsl_db_begin (db, error))
    return GINT_TO_POINTER (FALSE);

  /* A name that was half typed when it was read is nobody's any more. */
  good = vsl_db_run (db,
                     "DELETE FROM person WHERE kept = 0 AND hidden = 0 AND NOT EXISTS (SELECT 1"
                     " FROM person_name AS n WHERE n.person = person.number AND"
                     " (EXISTS (SELECT 1 FROM participant AS p WHERE p.family = n.family"
                     " AND p.given = n.given AND p.prefix = n.prefix) OR"
                     " EXISTS (SELECT 1 FROM debate_participant AS p WHERE p.family = n.family"
                     " AND p.given = n.given AND p.prefix = n.prefix)))",
                     error) &&
         insert_people (db, error);

  return GINT_TO_POINTER (vsl_db_end (db, good, error));
}

/* --- reading ------------------------------------------------------------------------------------- */

/* Roles by the number of the person: those written by hand, and those that were observed. */
static GHashTable *
load_roles (VslDb   *db,
            GError **error)
{
  g_autoptr(GHashTable) roles =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr(VslStatement) rows =
    vsl_db_prepare (db,
                    "SELECT person, role, organisation, from_date, until_date, 0 AS observed,"
                    " position FROM person_role"
                    " UNION ALL SELECT n.person, o.role, o.organisation, min (o.day), '', 1, 0"
                    " FROM " OCCASIONS " AS o JOIN person_name AS n ON n.family = o.family"
                    " AND n.given = o.given AND n.prefix = o.prefix"
                    " WHERE o.role || o.organisation <> '' AND NOT EXISTS (SELECT 1 FROM"
                    " person_role AS r WHERE r.person = n.person AND r.role = o.role"
                    " AND r.organisation = o.organisation)"
                    " GROUP BY n.person, o.role, o.organisation"
                    " ORDER BY 1, 4 DESC, 6, 7",
                    error);
  VslStepResult step;

  if (rows == NULL)
    return NULL;

  while ((step = vsl_statement_step (rows, error)) == VSL_STEP_RESULT_ROW)
    {
      gint64 person = vsl_statement_get_int64 (rows, 0);
      GPtrArray *list = g_hash_table_lookup (roles, &person);

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (roles, g_memdup2 (&person, sizeof person), list);
        }
      g_ptr_array_add (list, vsl_role_new (vsl_statement_get_text (rows, 1),
                                           vsl_statement_get_text (rows, 2),
                                           vsl_statement_get_text (rows, 3),
                                           vsl_statement_get_text (rows, 4),
                                           vsl_statement_get_int64 (rows, 5) != 0));
    }

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&roles) : NULL;
}

static VslContact *
read_contact (VslStatement *row,
              GHashTable   *roles)
{
  gint64 number = vsl_statement_get_int64 (row, 0);
  g_autoptr(VslPerson) person =
    vsl_person_new (vsl_statement_get_text (row, 3), vsl_statement_get_text (row, 4),
                    vsl_statement_get_text (row, 5), vsl_statement_get_int64 (row, 6) != 0);
  VslContactFields fields = {
    .id = vsl_statement_get_text (row, 1),
    .revision = vsl_statement_get_int64 (row, 2),
    .person = person,
    .roles = g_hash_table_lookup (roles, &number),
    .email = vsl_statement_get_text (row, 7),
    .press_officer = vsl_statement_get_text (row, 8),
    .press_email = vsl_statement_get_text (row, 9),
    .note = vsl_statement_get_text (row, 10),
    .delete_after = vsl_statement_get_text (row, 11),
  };

  return vsl_contact_new (&fields);
}

static gpointer
list_people (VslStore *store,
             gpointer  data,
             GError  **error)
{
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) roles = load_roles (db, error);
  g_autoptr(VslStatement) rows = NULL;
  VslStepResult step;

  if (roles == NULL)
    return NULL;
  rows = vsl_db_prepare (db,
                         "SELECT number, id, revision, given, prefix, family, as_registered, email,"
                         " press_officer, press_email, note, delete_after FROM person"
                         " WHERE hidden = 0 ORDER BY family COLLATE NOCASE, given, number",
                         error);
  if (rows == NULL)
    return NULL;

  while ((step = vsl_statement_step (rows, error)) == VSL_STEP_RESULT_ROW)
    g_ptr_array_add (people, read_contact (rows, roles));

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&people) : NULL;
}

/* Where somebody took part: kind, id and name of each, one after the other. */
static gpointer
list_appearances (VslStore *store,
                  gpointer  data,
                  GError  **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(VslStatement) rows =
    vsl_db_prepare (vsl_store_get_db (store),
                    "SELECT 'debate', d.id, CASE WHEN d.title <> '' THEN d.title ELSE d.series END,"
                    " coalesce (nullif (d.date, ''), date (d.created_at / 1000000, 'unixepoch'))"
                    " FROM person AS x JOIN person_name AS n ON n.person = x.number"
                    " JOIN debate_participant AS p ON p.family = n.family AND p.given = n.given"
                    " AND p.prefix = n.prefix JOIN debate AS d ON d.number = p.debate"
                    " WHERE x.id = :id AND d.deleted_at = 0"
                    " UNION SELECT 'article', a.id, a.headline,"
                    " date (a.created_at / 1000000, 'unixepoch')"
                    " FROM person AS x JOIN person_name AS n ON n.person = x.number"
                    " JOIN participant AS p ON p.family = n.family AND p.given = n.given"
                    " AND p.prefix = n.prefix JOIN article AS a ON a.number = p.article"
                    " WHERE x.id = :id AND a.deleted_at = 0 ORDER BY 4 DESC, 1, 2",
                    error);
  VslStepResult step;

  if (rows == NULL)
    return NULL;

  vsl_statement_bind_text (rows, ":id", data);
  while ((step = vsl_statement_step (rows, error)) == VSL_STEP_RESULT_ROW)
    {
      g_strv_builder_add (builder, vsl_statement_get_text (rows, 0));
      g_strv_builder_add (builder, vsl_statement_get_text (rows, 1));
      g_strv_builder_add (builder, vsl_statement_get_text (rows, 2));
    }

  return step == VSL_STEP_RESULT_DONE ? g_strv_builder_end (builder) : NULL;
}

/* --- changing ------------------------------------------------------------------------------------ */

/* Runs @sql for the one person @id, which it must change. */
static gboolean
change_person (VslDb       *db,
               const char  *sql,
               const char  *id,
               const char  *other,
               GError     **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_text (statement, ":id", id);
  if (other != NULL)
    vsl_statement_bind_text (statement, ":other", other);

  return vsl_statement_run (statement, error);
}

static gboolean
save_row (VslDb       *db,
          const char  *id,
          VslContact  *contact,
          GError     **error)
{
  const VslContactFields *fields = vsl_contact_get_fields (contact);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    fields->id == NULL
                    ? "INSERT INTO person (id, revision, given, prefix, family, as_registered,"
                      " email, press_officer, press_email, note, delete_after, kept) VALUES (:id,"
                      " :revision + 1, :given, :prefix, :family, :rule, :email, :officer, :press,"
                      " :note, :delete_after, 1)"
                    : "UPDATE person SET revision = revision + 1, given = :given, prefix = :prefix,"
                      " family = :family, as_registered = :rule, email = :email,"
                      " press_officer = :officer, press_email = :press, note = :note,"
                      " delete_after = :delete_after, kept = 1, hidden = 0"
                      " WHERE id = :id AND revision = :revision",
                    error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_text (statement, ":id", id);
  vsl_statement_bind_int64 (statement, ":revision", fields->revision);
  vsl_statement_bind_text (statement, ":given", vsl_person_get_given (fields->person));
  vsl_statement_bind_text (statement, ":prefix", vsl_person_get_prefix (fields->person));
  vsl_statement_bind_text (statement, ":family", vsl_person_get_family (fields->person));
  vsl_statement_bind_int64 (statement, ":rule", vsl_person_get_as_registered (fields->person));
  vsl_statement_bind_text (statement, ":email", fields->email);
  vsl_statement_bind_text (statement, ":officer", fields->press_officer);
  vsl_statement_bind_text (statement, ":press", fields->press_email);
  vsl_statement_bind_text (statement, ":note", fields->note);
  vsl_statement_bind_text (statement, ":delete_after", fields->delete_after);
  if (!vsl_statement_run (statement, error))
    return FALSE;
  if (vsl_db_get_n_changes (db) == 1)
    return TRUE;

  g_set_error_literal (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CONFLICT,
                       _("This person was changed elsewhere meanwhile. Open the directory again, "
                         "and make the change there."));
  return FALSE;
}

/* Only what was written by hand: what was observed is read off the articles again. */
static gboolean
save_roles (VslDb       *db,
            const char  *id,
            GPtrArray   *roles,
            GError     **error)
{
  guint i;

  if (!change_person (db, "DELETE FROM person_role WHERE person ="
                          " (SELECT number FROM person WHERE id = :id)", id, NULL, error))
    return FALSE;

  for (i = 0; i < roles->len; i++)
    {
      VslRole *role = g_ptr_array_index (roles, i);
      g_autoptr(VslStatement) statement = NULL;

      if (vsl_role_get_observed (role))
        continue;
      statement = vsl_db_prepare (db,
                                  "INSERT INTO person_role (person, position, role, organisation,"
                                  " from_date, until_date) SELECT number, :position, :role,"
                                  " :organisation, :from, :until FROM person WHERE id = :id",
                                  error);
      if (statement == NULL)
        return FALSE;
      vsl_statement_bind_text (statement, ":id", id);
      vsl_statement_bind_int64 (statement, ":position", i);
      vsl_statement_bind_text (statement, ":role", vsl_role_get_title (role));
      vsl_statement_bind_text (statement, ":organisation", vsl_role_get_organisation (role));
      vsl_statement_bind_text (statement, ":from", vsl_role_get_from (role));
      vsl_statement_bind_text (statement, ":until", vsl_role_get_until (role));
      if (!vsl_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gpointer
save_person (VslStore *store,
             gpointer  data,
             GError  **error)
{
  VslContact *contact = data;
  VslDb *db = vsl_store_get_db (store);
  VslContactFields fields = *vsl_contact_get_fields (contact);
  g_autofree char *id = fields.id != NULL ? g_strdup (fields.id) : vsl_article_id_new (error);
  gboolean good;

  if (id == NULL || !vsl_db_begin (db, error))
    return NULL;

  /* A name that belongs to somebody else stays with that one: the two can be merged. */
  good = save_row (db, id, contact, error) && save_roles (db, id, fields.roles, error) &&
         change_person (db, "INSERT INTO person_name (given, prefix, family, person)"
                            " SELECT given, prefix, family, number FROM person WHERE id = :id"
                            " ON CONFLICT DO NOTHING", id, NULL, error);
  if (!vsl_db_end (db, good, error))
    return NULL;

  fields.id = id;
  fields.revision++;
  return vsl_contact_new (&fields);
}

typedef struct
{
  const char *keep_id;
  const char *gone_id;
} Merge;

/* The one that stays has what it had, and gets what it had not. */
static gpointer
merge_people (VslStore *store,
              gpointer  data,
              GError  **error)
{
  static const char *const steps[] = {
    "UPDATE person_name SET person = (SELECT number FROM person WHERE id = :id)"
    " WHERE person = (SELECT number FROM person WHERE id = :other)",
    "UPDATE person_role SET person = (SELECT number FROM person WHERE id = :id),"
    " position = position + 10000"
    " WHERE person = (SELECT number FROM person WHERE id = :other)",
    "UPDATE person SET revision = person.revision + 1, kept = 1,"
    " email = coalesce (nullif (person.email, ''), o.email),"
    " press_officer = coalesce (nullif (person.press_officer, ''), o.press_officer),"
    " press_email = coalesce (nullif (person.press_email, ''), o.press_email),"
    " note = trim (person.note || char (10) || o.note, char (10)),"
    " delete_after = coalesce (nullif (person.delete_after, ''), o.delete_after)"
    " FROM person AS o WHERE person.id = :id AND o.id = :other",
  };
  Merge *merge = data;
  VslDb *db = vsl_store_get_db (store);
  gboolean good = TRUE;
  guint i;

  if (!vsl_db_begin (db, error))
    return GINT_TO_POINTER (FALSE);

  for (i = 0; i < G_N_ELEMENTS (steps) && good; i++)
    good = change_person (db, steps[i], merge->keep_id, merge->gone_id, error);
  if (good && vsl_db_get_n_changes (db) != 1)
    {
      set_not_found_error (error, merge->gone_id);
      good = FALSE;
    }
  good = good && change_person (db, "DELETE FROM person WHERE id = :id", merge->gone_id, NULL,
                                error);

  return GINT_TO_POINTER (vsl_db_end (db, good, error));
}

/* The row stays, empty and hidden, or the articles would bring the person back. */
static gpointer
delete_person (VslStore *store,
               gpointer  data,
               GError  **error)
{
  VslDb *db = vsl_store_get_db (store);
  gboolean good;

  if (!vsl_db_begin (db, error))
    return GINT_TO_POINTER (FALSE);

  good = change_person (db, "DELETE FROM person_role WHERE person ="
                            " (SELECT number FROM person WHERE id = :id)", data, NULL, error) &&
         change_person (db, "UPDATE person SET email = '', press_officer = '', press_email = '',"
                            " note = '', delete_after = '', hidden = 1, revision = revision + 1"
                            " WHERE id = :id AND hidden = 0", data, NULL, error);
  if (good && vsl_db_get_n_changes (db) != 1)
    {
      set_not_found_error (error, data);
      good = FALSE;
    }

  return GINT_TO_POINTER (vsl_db_end (db, good, error));
}

/**
 * vsl_store_feed_people:
 * @self: the store
 * @error: return location for a #GError
 *
 * Makes a person of every participant who is not in the directory yet, and takes those out who came
 * from an article that has them no more. Nobody is merged.
 *
 * Returns: whether that was done
 */
gboolean
vsl_store_feed_people (VslStore  *self,
                       GError   **error)
{
  return GPOINTER_TO_INT (vsl_store_call (self, feed, NULL, error));
}

/**
 * vsl_store_list_people:
 * @self: the store
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type VslContact): everybody, by family name
 */
GPtrArray *
vsl_store_list_people (VslStore  *self,
                       GError   **error)
{
  return vsl_store_call (self, list_people, NULL, error);
}

/**
 * vsl_store_save_person:
 * @self: the store
 * @contact: a person; without an id a new one
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the person as stored; %VSL_STORE_ERROR_CONFLICT when the revision is not
 *   the newest: then nothing was written
 */
VslContact *
vsl_store_save_person (VslStore    *self,
                       VslContact  *contact,
                       GError     **error)
{
  g_return_val_if_fail (VSL_IS_CONTACT (contact), NULL);

  return vsl_store_call (self, save_person, contact, error);
}

/**
 * vsl_store_merge_people:
 * @self: the store
 * @keep_id: who stays
 * @gone_id: who turned out to be the same
 * @error: return location for a #GError
 *
 * Makes one person of two. What the one that stays has is kept; what it has not comes from the other.
 *
 * Returns: whether they are one; %VSL_STORE_ERROR_NOT_FOUND
 */
gboolean
vsl_store_merge_people (VslStore    *self,
                        const char  *keep_id,
                        const char  *gone_id,
                        GError     **error)
{
  Merge merge = { keep_id, gone_id };

  g_return_val_if_fail (keep_id != NULL && gone_id != NULL, FALSE);
  g_return_val_if_fail (!g_str_equal (keep_id, gone_id), FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, merge_people, &merge, error));
}

/**
 * vsl_store_delete_person:
 * @self: the store
 * @id: who
 * @error: return location for a #GError
 *
 * Takes a person out of the directory, with all that was written about him or her. Articles keep
 * their participants.
 *
 * Returns: whether it was done; %VSL_STORE_ERROR_NOT_FOUND
 */
gboolean
vsl_store_delete_person (VslStore    *self,
                         const char  *id,
                         GError     **error)
{
  g_return_val_if_fail (id != NULL, FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, delete_person, (gpointer) id, error));
}

/**
 * vsl_store_list_appearances:
 * @self: the store
 * @id: who
 * @error: return location for a #GError
 *
 * Returns: (transfer full): where the person took part, latest first: `debate` or `article`, an id
 *   and a name for each, one after the other
 */
char **
vsl_store_list_appearances (VslStore    *self,
                            const char  *id,
                            GError     **error)
{
  g_return_val_if_fail (id != NULL, NULL);

  return vsl_store_call (self, list_appearances, (gpointer) id, error);
}
