/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-people.h"

#include "core/vsl-date.h"
#include "core/vsl-text.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "store/vsl-store-people.h"

#include <glib/gi18n.h>

static gpointer
list_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  if (vsl_store_get_mode (store) == VSL_STORE_READ_WRITE && !vsl_store_feed_people (store, error))
    return NULL;

  return vsl_store_list_people (store, error);
}

/* The desk may be closed before the answer comes. */
static GWeakRef *
make_weak_ref (VslDesk *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);

  return weak;
}

static VslDesk *
take_weak_ref (GWeakRef *weak)
{
  VslDesk *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);

  return self;
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(VslDesk) self = take_weak_ref (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = vsl_store_call_finish (VSL_STORE (object), result, &error);

  if (people != NULL && self != NULL)
    g_list_store_splice (self->people, 0, g_list_model_get_n_items (G_LIST_MODEL (self->people)),
                         people->pdata, people->len);
  else if (people == NULL)
    g_debug ("directory: %s", error->message);
}

/**
 * vsl_desk_get_people:
 * @self: the desk
 *
 * Returns: (transfer none): the directory, a list model of VslContact that is the same for life
 */
GListModel *
vsl_desk_get_people (VslDesk *self)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  vsl_store_call_async (self->store, list_in_store, NULL, NULL,
                        (GDestroyNotify) g_ptr_array_unref, listed_cb,
                        make_weak_ref (self));

  return G_LIST_MODEL (self->people);
}

/**
 * vsl_desk_list_people:
 * @self: the desk
 * @error: return location
 *
 * Returns: (transfer full) (element-type VslContact): everybody, by family name
 */
GPtrArray *
vsl_desk_list_people (VslDesk  *self,
                      GError  **error)
{
  GError *cause = NULL;
  GPtrArray *people = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  if (self->read_only || vsl_store_feed_people (self->store, &cause))
    people = vsl_store_list_people (self->store, &cause);
  if (cause != NULL)
    vsl_desk_fault_propagate (error, cause);

  return people;
}

static gboolean
is_called (VslContact *contact,
           const char *folded)
{
  g_autofree char *full = vsl_text_fold (vsl_contact_get_name (contact));
  g_autofree char *last = vsl_person_dup_last_name (vsl_contact_get_fields (contact)->person);
  g_autofree char *folded_last = vsl_text_fold (last);
  g_autofree char *family =
    vsl_text_fold (vsl_person_get_family (vsl_contact_get_fields (contact)->person));

  return g_str_equal (full, folded) || g_str_equal (folded_last, folded) ||
         g_str_equal (family, folded);
}

/**
 * vsl_desk_find_person:
 * @self: the desk
 * @id_or_name: an id, four letters or more of its beginning, a full name or a last name
 * @error: return location
 *
 * Returns: (transfer full): the person; %VSL_DESK_ERROR_NOT_FOUND, with the word `ambiguous` when
 *   it may be several
 */
VslContact *
vsl_desk_find_person (VslDesk     *self,
                      const char  *id_or_name,
                      GError     **error)
{
  g_autoptr(GPtrArray) people = vsl_desk_list_people (self, error);
  g_autofree char *folded = vsl_text_fold (id_or_name);
  VslContact *found = NULL;
  guint i, n_found = 0;

  if (people == NULL)
    return NULL;

  for (i = 0; i < people->len; i++)
    {
      VslContact *contact = g_ptr_array_index (people, i);
      const char *id = vsl_contact_get_fields (contact)->id;

      if (g_str_equal (id, id_or_name))
        return g_object_ref (contact);
      if (is_called (contact, folded) ||
          (strlen (id_or_name) >= 4 && g_str_has_prefix (id, id_or_name)))
        {
          found = contact;
          n_found++;
        }
    }
  if (n_found == 1)
    return g_object_ref (found);

  vsl_desk_fault_set (error, VSL_DESK_ERROR_NOT_FOUND, n_found == 0 ? "not-found" : "ambiguous",
                      n_found == 0
                      ? _("There is no person “%s”. “verslag-cli person list” shows who there are.")
                      : _("Several people are called “%s”. Give the id."),
                      id_or_name);
  return NULL;
}

/* The initial and the family name, without case and accents, and without the prefix: what two ways of
 * writing one name have in common. */
static char *
dup_likeness (VslContact *contact)
{
  VslPerson *person = vsl_contact_get_fields (contact)->person;
  g_autofree char *given = vsl_text_fold (vsl_person_get_given (person));
  g_autofree char *family = vsl_text_fold (vsl_person_get_family (person));

  return g_strdup_printf ("%.1s %s", given, family);
}

/**
 * vsl_desk_find_likely_same:
 * @people: (element-type VslContact): the directory
 * @contact: a person in it
 *
 * Finds who may be the same person under another form of the name: same family name, and the same
 * first letter or no given name at all. It is an offer; nobody is merged by it.
 *
 * Returns: (transfer full) (element-type VslContact): others of @people
 */
GPtrArray *
vsl_desk_find_likely_same (GPtrArray  *people,
                           VslContact *contact)
{
  g_autoptr(GPtrArray) likely = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *mine = dup_likeness (contact);
  guint i;

  for (i = 0; i < people->len; i++)
    {
      VslContact *other = g_ptr_array_index (people, i);
      g_autofree char *theirs = dup_likeness (other);

      if (g_str_equal (vsl_contact_get_fields (other)->id, vsl_contact_get_fields (contact)->id))
        continue;
      if (g_str_equal (mine, theirs) ||
          ((*mine == ' ' || *theirs == ' ') &&
           g_strcmp0 (strchr (mine, ' '), strchr (theirs, ' ')) == 0))
        g_ptr_array_add (likely, g_object_ref (other));
    }

  return g_steal_pointer (&likely);
}

/**
 * vsl_desk_save_person:
 * @self: the desk
 * @contact: a person; without an id a new one
 * @error: return location
 *
 * Returns: (transfer full): the person as stored
 */
VslContact *
vsl_desk_save_person (VslDesk  *self,
                      VslContact  *contact,
                      GError  **error)
{
  GError *cause = NULL;
  VslContact *result;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  result = vsl_store_save_person (self->store, contact, &cause);
  if (cause != NULL)
    vsl_desk_fault_propagate (error, cause);
  if (result)
    vsl_desk_get_people (self);

  return result;
}

/**
 * vsl_desk_merge_people:
 * @self: the desk
 * @keep_id: who stays
 * @gone_id: who turned out to be the same
 * @error: return location
 *
 * Returns: whether the two are one now
 */
gboolean
vsl_desk_merge_people (VslDesk  *self,
                       const char  *keep_id,
                       const char  *gone_id,
                       GError  **error)
{
  GError *cause = NULL;
  gboolean result;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);

  result = vsl_store_merge_people (self->store, keep_id, gone_id, &cause);
  if (cause != NULL)
    vsl_desk_fault_propagate (error, cause);
  if (result)
    vsl_desk_get_people (self);

  return result;
}

/**
 * vsl_desk_delete_person:
 * @self: the desk
 * @id: who
 * @error: return location
 *
 * Returns: whether the person is out of the directory; articles keep their participants
 */
gboolean
vsl_desk_delete_person (VslDesk  *self,
                        const char  *id,
                        GError  **error)
{
  GError *cause = NULL;
  gboolean result;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);

  result = vsl_store_delete_person (self->store, id, &cause);
  if (cause != NULL)
    vsl_desk_fault_propagate (error, cause);
  if (result)
    vsl_desk_get_people (self);

  return result;
}

/**
 * vsl_desk_list_appearances:
 * @self: the desk
 * @id: who
 * @error: return location
 *
 * Returns: (transfer full): where the person took part, latest first: `debate` or `article`, an id
 *   and a name for each
 */
char **
vsl_desk_list_appearances (VslDesk  *self,
                           const char  *id,
                           GError  **error)
{
  GError *cause = NULL;
  char **result;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  result = vsl_store_list_appearances (self->store, id, &cause);
  if (cause != NULL)
    vsl_desk_fault_propagate (error, cause);

  return result;
}

/**
 * vsl_desk_list_overdue:
 * @self: the desk
 * @error: return location
 *
 * Returns: (transfer full): what is past its delete-after date: `person` or `transcript`, an id and a
 *   name for each
 */
char **
vsl_desk_list_overdue (VslDesk  *self,
                       GError  **error)
{
  g_autofree char *today = vsl_date_from_time (vsl_desk_get_now (self));
  GError *cause = NULL;
  char **list = vsl_store_list_overdue (self->store, today, &cause);

  if (cause != NULL)
    vsl_desk_fault_propagate (error, cause);

  return list;
}

/**
 * vsl_desk_delete_overdue:
 * @self: the desk
 * @error: return location
 *
 * Does away with contact data and transcripts that are past their date.
 *
 * Returns: whether it was done
 */
gboolean
vsl_desk_delete_overdue (VslDesk  *self,
                         GError  **error)
{
  g_autofree char *today = vsl_date_from_time (vsl_desk_get_now (self));
  GError *cause = NULL;
  gboolean done = vsl_store_delete_overdue (self->store, today, &cause);

  if (cause != NULL)
    vsl_desk_fault_propagate (error, cause);

  return done;
}

/**
 * vsl_desk_list_organisations:
 * @self: the desk
 * @error: return location
 *
 * Returns: (transfer full) (element-type VslOrganisation): those of which something is known
 */
GPtrArray *
vsl_desk_list_organisations (VslDesk  *self,
                             GError  **error)
{
  GError *cause = NULL;
  GPtrArray *result;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  result = vsl_store_list_organisations (self->store, &cause);
  if (cause != NULL)
    vsl_desk_fault_propagate (error, cause);

  return result;
}

/**
 * vsl_desk_save_organisation:
 * @self: the desk
 * @organisation: an organisation, known by its name and first year
 * @error: return location
 *
 * Returns: whether it was kept
 */
gboolean
vsl_desk_save_organisation (VslDesk  *self,
                            VslOrganisation  *organisation,
                            GError  **error)
{
  GError *cause = NULL;
  gboolean result;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);

  result = vsl_store_save_organisation (self->store, organisation, &cause);
  if (cause != NULL)
    vsl_desk_fault_propagate (error, cause);

  return result;
}
