/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-participant-rows.h"

static VslParticipant *
read_participant (VslStatement *row)
{
  g_autoptr(VslPerson) person =
    vsl_person_new (vsl_statement_get_text (row, 0), vsl_statement_get_text (row, 1),
                    vsl_statement_get_text (row, 2), vsl_statement_get_int64 (row, 3) != 0);

  return vsl_participant_new (person, vsl_statement_get_text (row, 4),
                              vsl_statement_get_text (row, 5),
                              vsl_statement_get_int64 (row, 6) != 0);
}

/**
 * vsl_participant_rows_load_of_debate:
 * @db: the database
 * @debate: the number of a debate
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type VslParticipant): who took part, in order
 */
GPtrArray *
vsl_participant_rows_load_of_debate (VslDb   *db,
                                     gint64   debate,
                                     GError **error)
{
  g_autoptr(GPtrArray) participants = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "SELECT given, prefix, family, as_registered, role, organisation, chair"
                    " FROM debate_participant WHERE debate = :debate ORDER BY position",
                    error);
  VslStepResult step;

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_int64 (statement, ":debate", debate);
  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    g_ptr_array_add (participants, read_participant (statement));

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&participants) : NULL;
}

static gboolean
delete_old (VslDb   *db,
            gint64   debate,
            GError **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "DELETE FROM debate_participant WHERE debate = :debate", error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_int64 (statement, ":debate", debate);

  return vsl_statement_run (statement, error);
}

/**
 * vsl_participant_rows_save_of_debate:
 * @db: the database, in a transaction
 * @debate: the number of a debate
 * @participants: (element-type VslParticipant): who took part, in order
 * @error: return location for a #GError
 *
 * Returns: whether they were put in the place of those that were there
 */
gboolean
vsl_participant_rows_save_of_debate (VslDb      *db,
                                     gint64      debate,
                                     GPtrArray  *participants,
                                     GError    **error)
{
  g_autoptr(VslStatement) statement = NULL;
  guint i;

  if (!delete_old (db, debate, error))
    return FALSE;
  statement = vsl_db_prepare (db,
                              "INSERT INTO debate_participant (debate, position, given, prefix,"
                              " family, as_registered, role, organisation, chair) VALUES (:debate,"
                              " :position, :given, :prefix, :family, :as_registered, :role,"
                              " :organisation, :chair)",
                              error);
  if (statement == NULL)
    return FALSE;

  for (i = 0; i < participants->len; i++)
    {
      VslParticipant *participant = g_ptr_array_index (participants, i);
      VslPerson *person = vsl_participant_get_person (participant);

      vsl_statement_bind_int64 (statement, ":debate", debate);
      vsl_statement_bind_int64 (statement, ":position", i);
      vsl_statement_bind_text (statement, ":given", vsl_person_get_given (person));
      vsl_statement_bind_text (statement, ":prefix", vsl_person_get_prefix (person));
      vsl_statement_bind_text (statement, ":family", vsl_person_get_family (person));
      vsl_statement_bind_int64 (statement, ":as_registered",
                                vsl_person_get_as_registered (person));
      vsl_statement_bind_text (statement, ":role", vsl_participant_get_role (participant));
      vsl_statement_bind_text (statement, ":organisation",
                               vsl_participant_get_organisation (participant));
      vsl_statement_bind_int64 (statement, ":chair", vsl_participant_get_chair (participant));
      if (!vsl_statement_run (statement, error))
        return FALSE;
      vsl_statement_rewind (statement);
    }

  return TRUE;
}
