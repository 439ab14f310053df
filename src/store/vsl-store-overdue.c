/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-store-people.h"

#include "store/vsl-store-private.h"

/* Contact data and transcripts go when their day has passed, and organisations have their years. */

static gpointer
list_overdue (VslStore *store,
              gpointer  data,
              GError  **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(VslStatement) rows =
    vsl_db_prepare (vsl_store_get_db (store),
                    "SELECT 'person', id, trim (given || ' ' || trim (prefix || ' ' || family)),"
                    " delete_after FROM person WHERE delete_after <> '' AND delete_after < :today"
                    " AND email || press_officer || press_email || note <> ''"
                    " UNION ALL SELECT 'transcript', d.id,"
                    " CASE WHEN d.title <> '' THEN d.title ELSE d.series END, d.delete_after"
                    " FROM debate AS d JOIN transcript AS t ON t.debate = d.number"
                    " WHERE d.delete_after <> '' AND d.delete_after < :today ORDER BY 4, 1, 2",
                    error);
  VslStepResult step;

  if (rows == NULL)
    return NULL;

  vsl_statement_bind_text (rows, ":today", data);
  while ((step = vsl_statement_step (rows, error)) == VSL_STEP_RESULT_ROW)
    {
      g_strv_builder_add (builder, vsl_statement_get_text (rows, 0));
      g_strv_builder_add (builder, vsl_statement_get_text (rows, 1));
      g_strv_builder_add (builder, vsl_statement_get_text (rows, 2));
    }

  return step == VSL_STEP_RESULT_DONE ? g_strv_builder_end (builder) : NULL;
}

static gboolean
run_until (VslDb       *db,
           const char  *sql,
           const char  *today,
           GError     **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_text (statement, ":today", today);

  return vsl_statement_run (statement, error);
}

static gpointer
delete_overdue (VslStore *store,
                gpointer  data,
                GError  **error)
{
  VslDb *db = vsl_store_get_db (store);
  gboolean good;

  if (!vsl_db_begin (db, error))
    return GINT_TO_POINTER (FALSE);

  good = run_until (db, "UPDATE person SET email = '', press_officer = '', press_email = '',"
                        " note = '', delete_after = '', revision = revision + 1"
                        " WHERE delete_after <> '' AND delete_after < :today", data, error) &&
         run_until (db, "DELETE FROM transcript WHERE debate IN (SELECT number FROM debate"
                        " WHERE delete_after <> '' AND delete_after < :today)", data, error) &&
         run_until (db, "DELETE FROM speaker_label WHERE debate IN (SELECT number FROM debate"
                        " WHERE delete_after <> '' AND delete_after < :today)", data, error);

  return GINT_TO_POINTER (vsl_db_end (db, good, error));
}

static gpointer
list_organisations (VslStore *store,
                    gpointer  data,
                    GError  **error)
{
  g_autoptr(GPtrArray) organisations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslStatement) rows =
    vsl_db_prepare (vsl_store_get_db (store),
                    "SELECT name, abbreviation, from_year, until_year FROM organisation"
                    " ORDER BY name, from_year",
                    error);
  VslStepResult step;

  if (rows == NULL)
    return NULL;

  while ((step = vsl_statement_step (rows, error)) == VSL_STEP_RESULT_ROW)
    g_ptr_array_add (organisations,
                     vsl_organisation_new (vsl_statement_get_text (rows, 0),
                                           vsl_statement_get_text (rows, 1),
                                           (int) vsl_statement_get_int64 (rows, 2),
                                           (int) vsl_statement_get_int64 (rows, 3)));

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&organisations) : NULL;
}

static gpointer
save_organisation (VslStore *store,
                   gpointer  data,
                   GError  **error)
{
  VslOrganisation *organisation = data;
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store),
                    "INSERT INTO organisation (name, abbreviation, from_year, until_year)"
                    " VALUES (:name, :abbreviation, :from, :until)"
                    " ON CONFLICT (name, from_year) DO UPDATE SET abbreviation = :abbreviation,"
                    " until_year = :until",
                    error);

  if (statement == NULL)
    return GINT_TO_POINTER (FALSE);

  vsl_statement_bind_text (statement, ":name", vsl_organisation_get_name (organisation));
  vsl_statement_bind_text (statement, ":abbreviation",
                           vsl_organisation_get_abbreviation (organisation));
  vsl_statement_bind_int64 (statement, ":from", vsl_organisation_get_from_year (organisation));
  vsl_statement_bind_int64 (statement, ":until", vsl_organisation_get_until_year (organisation));

  return GINT_TO_POINTER (vsl_statement_run (statement, error));
}

typedef struct
{
  VslOrganisation *before; /* (nullable), as the next */
  VslOrganisation *after;
} Replacement;

static gboolean
delete_organisation (VslDb            *db,
                     VslOrganisation  *organisation,
                     GError          **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "DELETE FROM organisation WHERE name = :name AND from_year = :from", error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_text (statement, ":name", vsl_organisation_get_name (organisation));
  vsl_statement_bind_int64 (statement, ":from", vsl_organisation_get_from_year (organisation));

  return vsl_statement_run (statement, error);
}

static gpointer
replace_organisation (VslStore *store,
                      gpointer  data,
                      GError  **error)
{
  Replacement *replacement = data;
  VslDb *db = vsl_store_get_db (store);
  gboolean good;

  if (!vsl_db_begin (db, error))
    return GINT_TO_POINTER (FALSE);

  good = (replacement->before == NULL || delete_organisation (db, replacement->before, error)) &&
         (replacement->after == NULL ||
          GPOINTER_TO_INT (save_organisation (store, replacement->after, error)));

  return GINT_TO_POINTER (vsl_db_end (db, good, error));
}

/**
 * vsl_store_list_overdue:
 * @self: the store
 * @today: a whole date
 * @error: return location for a #GError
 *
 * Tells what vsl_store_delete_overdue() would do away with, so that somebody can be told beforehand.
 *
 * Returns: (transfer full): `person` or `transcript`, the id of the person or the debate, and its
 *   name for each, one after the other
 */
char **
vsl_store_list_overdue (VslStore    *self,
                        const char  *today,
                        GError     **error)
{
  g_return_val_if_fail (today != NULL, NULL);

  return vsl_store_call (self, list_overdue, (gpointer) today, error);
}

/**
 * vsl_store_delete_overdue:
 * @self: the store
 * @today: a whole date
 * @error: return location for a #GError
 *
 * Does away with contact data and transcripts whose last day has passed. The people and the debates
 * themselves stay.
 *
 * Returns: whether it was done, as a whole
 */
gboolean
vsl_store_delete_overdue (VslStore    *self,
                          const char  *today,
                          GError     **error)
{
  g_return_val_if_fail (today != NULL, FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, delete_overdue, (gpointer) today, error));
}

/**
 * vsl_store_list_organisations:
 * @self: the store
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type VslOrganisation): the organisations of which something is
 *   known, by name and year
 */
GPtrArray *
vsl_store_list_organisations (VslStore  *self,
                              GError   **error)
{
  return vsl_store_call (self, list_organisations, NULL, error);
}

/**
 * vsl_store_save_organisation:
 * @self: the store
 * @organisation: an organisation, known by its name and first year
 * @error: return location for a #GError
 *
 * Returns: whether it was kept
 */
gboolean
vsl_store_save_organisation (VslStore         *self,
                             VslOrganisation  *organisation,
                             GError          **error)
{
  g_return_val_if_fail (VSL_IS_ORGANISATION (organisation), FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, save_organisation, organisation, error));
}

/**
 * vsl_store_replace_organisation:
 * @self: the store
 * @before: (nullable): what is there
 * @after: (nullable): what comes in its place
 * @error: return location for a #GError
 *
 * Writes, changes or deletes what is known of an organisation, as a whole.
 *
 * Returns: whether it was done
 */
gboolean
vsl_store_replace_organisation (VslStore         *self,
                                VslOrganisation  *before,
                                VslOrganisation  *after,
                                GError          **error)
{
  Replacement replacement = { before, after };

  return GPOINTER_TO_INT (vsl_store_call (self, replace_organisation, &replacement, error));
}
