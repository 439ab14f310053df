/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-site-settings.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-site-choice.h"

/* What is chosen for a site. */
typedef struct
{
  char *name;  /* (owned) of the site */
  char *key;   /* (owned) */
  char *value; /* (owned) (nullable) */
} Choice;

static void
choice_free (Choice *choice)
{
  g_free (choice->name);
  g_free (choice->key);
  g_free (choice->value);
  g_free (choice);
}

/* A VslStoreFunc: the settings of a site are one text, so two choices in a row are each made from what is
 * stored then. Gives all sites, as they are after it. */
static gpointer
choose_in_store (VslStore *store,
                 gpointer  data,
                 GError  **error)
{
  Choice *choice = data;
  g_autoptr(GPtrArray) sites = vsl_store_list_sites (store, error);
  guint i;

  for (i = 0; sites != NULL && i < sites->len; i++)
    {
      g_autoptr(VslSite) changed = NULL;

      if (!g_str_equal (vsl_site_get_name (sites->pdata[i]), choice->name))
        continue;
      changed = vsl_site_new_with_setting (sites->pdata[i], choice->key, choice->value);

      return vsl_store_save_site_settings (store, changed, error) ? vsl_store_list_sites (store, error)
                                                                  : NULL;
    }

  /* Removed meanwhile: the list without it is the answer. */
  return g_steal_pointer (&sites);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VslDesk *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr(GPtrArray) sites = vsl_store_call_finish (VSL_STORE (object), result, &error);

  if (sites == NULL)
    {
      g_task_return_error (task, vsl_desk_fault_adopt (error));
      return;
    }
  g_list_store_splice (self->sites, 0, g_list_model_get_n_items (G_LIST_MODEL (self->sites)), sites->pdata,
                       sites->len);
  g_task_return_boolean (task, TRUE);
}

/**
 * vsl_desk_choose_for_site_async:
 * @self: the desk
 * @name: the name of a site
 * @key: what is chosen
 * @value: (nullable): what it is to be; %NULL or empty for what it is without a choice
 * @callback: called when it is kept, or not
 * @user_data: for @callback
 *
 * Keeps what is chosen for a site; the model of sites then holds it anew. What cannot be chosen is
 * refused.
 */
void
vsl_desk_choose_for_site_async (VslDesk             *self,
                                const char          *name,
                                const char          *key,
                                const char          *value,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(VslSite) site = NULL;
  g_autoptr(GError) error = NULL;
  Choice *choice;

  g_return_if_fail (VSL_IS_DESK (self) && name != NULL && key != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_choose_for_site_async);
  g_task_set_check_cancellable (task, FALSE);
  site = vsl_desk_find_site (self, name, &error);
  if (site == NULL || !vsl_site_choice_check (site, key, value != NULL ? value : "", &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  choice = g_new (Choice, 1);
  *choice = (Choice) { g_strdup (vsl_site_get_name (site)), g_strdup (key),
                       value != NULL && *value != '\0' ? g_strdup (value) : NULL };
  vsl_store_call_async (self->store, choose_in_store, choice, (GDestroyNotify) choice_free,
                        (GDestroyNotify) g_ptr_array_unref, chosen_cb, g_steal_pointer (&task));
}

/**
 * vsl_desk_choose_for_site_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
vsl_desk_choose_for_site_finish (VslDesk       *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_desk_choose_for_site_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
