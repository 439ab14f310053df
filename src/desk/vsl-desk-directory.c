/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-directory.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-people.h"
#include "desk/vsl-desk-private.h"
#include "store/vsl-store-people.h"

/* What the store thread is asked; each call uses what it needs. */
typedef struct
{
  VslContact      *contact; /* (owned) (nullable), as all */
  char            *id;
  char            *other;
  VslOrganisation *before;
  VslOrganisation *after;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->contact);
  g_clear_object (&request->before);
  g_clear_object (&request->after);
  g_free (request->id);
  g_free (request->other);
  g_free (request);
}

static gpointer
save_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  return vsl_store_save_person (store, ((Request *) data)->contact, error);
}

static gpointer
merge_in_store (VslStore *store,
                gpointer  data,
                GError  **error)
{
  Request *request = data;

  return GINT_TO_POINTER (vsl_store_merge_people (store, request->id, request->other, error));
}

static gpointer
delete_in_store (VslStore *store,
                 gpointer  data,
                 GError  **error)
{
  return GINT_TO_POINTER (vsl_store_delete_person (store, ((Request *) data)->id, error));
}

static gpointer
list_appearances_in_store (VslStore *store,
                           gpointer  data,
                           GError  **error)
{
  return vsl_store_list_appearances (store, ((Request *) data)->id, error);
}

static gpointer
list_organisations_in_store (VslStore *store,
                             gpointer  data,
                             GError  **error)
{
  return vsl_store_list_organisations (store, error);
}

static gpointer
replace_in_store (VslStore *store,
                  gpointer  data,
                  GError  **error)
{
  Request *request = data;

  return GINT_TO_POINTER (vsl_store_replace_organisation (store, request->before, request->after,
                                                          error));
}

static GDestroyNotify
get_destroy (gpointer tag)
{
  if (tag == vsl_desk_save_person_async)
    return g_object_unref;
  if (tag == vsl_desk_load_appearances_async)
    return (GDestroyNotify) g_strfreev;
  if (tag == vsl_desk_load_organisations_async)
    return (GDestroyNotify) g_ptr_array_unref;

  return NULL;
}

static gboolean
changes_people (gpointer tag)
{
  return tag == vsl_desk_save_person_async || tag == vsl_desk_merge_people_async ||
         tag == vsl_desk_delete_person_async;
}

static void
called_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  gpointer tag = g_task_get_source_tag (task);
  GError *error = NULL;
  gpointer answer = vsl_store_call_finish (VSL_STORE (object), result, &error);

  if (answer == NULL)
    {
      g_task_return_error (task, vsl_desk_fault_adopt (error));
      return;
    }

  if (changes_people (tag))
    vsl_desk_get_people (g_task_get_source_object (task));
  g_task_return_pointer (task, answer, get_destroy (tag));
}

static void
call (VslDesk             *self,
      gpointer             tag,
      VslStoreFunc         func,
      Request              request,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  vsl_store_call_async (self->store, func, g_memdup2 (&request, sizeof request), request_free,
                        get_destroy (tag), called_cb, task);
}

static gpointer
finish (VslDesk       *self,
        GAsyncResult  *result,
        gpointer       tag,
        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vsl_desk_save_person_async:
 * @contact: a person; without an id a new one
 *
 * Stores what is known of a person.
 */
void
vsl_desk_save_person_async (VslDesk             *self,
                            VslContact          *contact,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (VSL_IS_CONTACT (contact));

  call (self, vsl_desk_save_person_async, save_in_store,
        (Request) { .contact = g_object_ref (contact) }, callback, user_data);
}

/**
 * vsl_desk_save_person_finish:
 *
 * Returns: (transfer full): the person as stored; %VSL_DESK_ERROR_CONFLICT when somebody else
 *   changed it meanwhile: then nothing was written
 */
VslContact *
vsl_desk_save_person_finish (VslDesk       *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return finish (self, result, vsl_desk_save_person_async, error);
}

/**
 * vsl_desk_merge_people_async:
 * @keep_id: who stays
 * @gone_id: who turned out to be the same
 *
 * Makes one person of two.
 */
void
vsl_desk_merge_people_async (VslDesk             *self,
                             const char          *keep_id,
                             const char          *gone_id,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (keep_id != NULL && gone_id != NULL && !g_str_equal (keep_id, gone_id));

  call (self, vsl_desk_merge_people_async, merge_in_store,
        (Request) { .id = g_strdup (keep_id), .other = g_strdup (gone_id) }, callback, user_data);
}

/**
 * vsl_desk_merge_people_finish:
 *
 * Returns: whether the two are one
 */
gboolean
vsl_desk_merge_people_finish (VslDesk       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return finish (self, result, vsl_desk_merge_people_async, error) != NULL;
}

/**
 * vsl_desk_delete_person_async:
 * @id: who
 *
 * Takes a person out of the directory; articles keep their participants.
 */
void
vsl_desk_delete_person_async (VslDesk             *self,
                              const char          *id,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (id != NULL);

  call (self, vsl_desk_delete_person_async, delete_in_store,
        (Request) { .id = g_strdup (id) }, callback, user_data);
}

/**
 * vsl_desk_delete_person_finish:
 *
 * Returns: whether that was done
 */
gboolean
vsl_desk_delete_person_finish (VslDesk       *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return finish (self, result, vsl_desk_delete_person_async, error) != NULL;
}

/**
 * vsl_desk_load_appearances_async:
 * @id: who
 *
 * Looks up where a person took part.
 */
void
vsl_desk_load_appearances_async (VslDesk             *self,
                                 const char          *id,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (id != NULL);

  call (self, vsl_desk_load_appearances_async, list_appearances_in_store,
        (Request) { .id = g_strdup (id) }, callback, user_data);
}

/**
 * vsl_desk_load_appearances_finish:
 *
 * Returns: (transfer full): latest first: `debate` or `article`, an id and a name for each
 */
char **
vsl_desk_load_appearances_finish (VslDesk       *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return finish (self, result, vsl_desk_load_appearances_async, error);
}

/**
 * vsl_desk_load_organisations_async:
 *
 * Looks up the organisations of which something is known.
 */
void
vsl_desk_load_organisations_async (VslDesk             *self,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (VSL_IS_DESK (self));

  call (self, vsl_desk_load_organisations_async, list_organisations_in_store,
        (Request) { NULL }, callback, user_data);
}

/**
 * vsl_desk_load_organisations_finish:
 *
 * Returns: (transfer full) (element-type VslOrganisation): by name
 */
GPtrArray *
vsl_desk_load_organisations_finish (VslDesk       *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return finish (self, result, vsl_desk_load_organisations_async, error);
}

/**
 * vsl_desk_replace_organisation_async:
 * @before: (nullable): what is there; %NULL for a new one
 * @after: (nullable): what comes in its place; %NULL for nothing
 *
 * Writes, changes or deletes what is known of an organisation.
 */
void
vsl_desk_replace_organisation_async (VslDesk             *self,
                                     VslOrganisation     *before,
                                     VslOrganisation     *after,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (before != NULL || after != NULL);

  call (self, vsl_desk_replace_organisation_async, replace_in_store,
        (Request) { .before = before != NULL ? g_object_ref (before) : NULL,
                    .after = after != NULL ? g_object_ref (after) : NULL },
        callback, user_data);
}

/**
 * vsl_desk_replace_organisation_finish:
 *
 * Returns: whether that was done
 */
gboolean
vsl_desk_replace_organisation_finish (VslDesk       *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  return finish (self, result, vsl_desk_replace_organisation_async, error) != NULL;
}
