/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-private.h"

#include "core/vsl-text.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-site-client.h"

#include <glib/gi18n.h>

/* A site that is being added. */
typedef struct
{
  VslSite *site;       /* (owned) as it was asked for, then as it answered */
  char *password;      /* (owned) (nullable) wiped when it goes */
  VslCms *cms;         /* (owned) */
  gboolean may_publish;
  char *note;          /* (owned) (nullable) */
} Addition;

static void
addition_free (Addition *addition)
{
  g_clear_object (&addition->site);
  g_clear_pointer (&addition->password, vsl_credentials_wipe);
  g_clear_object (&addition->cms);
  g_free (addition->note);
  g_free (addition);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Addition, addition_free)

/* What people read as the name of a site. */
static gboolean
site_answers_to (VslSite    *site,
                 const char *folded)
{
  g_autofree char *host = vsl_site_dup_host (site);
  const char *names[] = { vsl_site_get_name (site), vsl_site_get_title (site), host };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = names[i] != NULL ? vsl_text_fold (names[i]) : NULL;

      if (g_strcmp0 (name, folded) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * vsl_desk_load_sites:
 * @self: the desk
 * @error: return location
 *
 * Fills the model of sites. For the desk.
 *
 * Returns: whether the store could tell
 */
gboolean
vsl_desk_load_sites (VslDesk  *self,
                     GError  **error)
{
  g_autoptr(GPtrArray) sites = vsl_store_list_sites (self->store, error);

  if (sites == NULL)
    return FALSE;

  g_list_store_splice (self->sites, 0, g_list_model_get_n_items (G_LIST_MODEL (self->sites)),
                       sites->pdata, sites->len);

  return TRUE;
}

/* Whether nothing was ever stored, the bin included. */
static gboolean
is_fresh (VslDesk  *self,
          gboolean *fresh,
          GError  **error)
{
  VslStoreFilter bin = { .deleted = TRUE, .limit = 1 };
  VslStoreFilter all = { .limit = 1 };
  g_autoptr(GPtrArray) sites = vsl_store_list_sites (self->store, error);
  g_autoptr(GPtrArray) articles = NULL;
  g_autoptr(GPtrArray) deleted = NULL;

  if (sites == NULL)
    return FALSE;
  articles = vsl_store_list_articles (self->store, &all, error);
  if (articles == NULL)
    return FALSE;
  deleted = vsl_store_list_articles (self->store, &bin, error);
  if (deleted == NULL)
    return FALSE;

  *fresh = sites->len + articles->len + deleted->len == 0;

  return TRUE;
}

/**
 * vsl_desk_add_local_site:
 * @self: the desk
 * @error: return location
 *
 * Adds the folder that makes publishing work with nothing installed. For the desk.
 *
 * Returns: whether it was added
 */
gboolean
vsl_desk_add_local_site (VslDesk  *self,
                         GError  **error)
{
  /* Translators: the name by which the command line calls the folder that is there from the first
   * start; one word in small letters. */
  const char *name = C_("site name", "local");
  g_autoptr(VslSite) site = vsl_site_new (name, VSL_BRAND_FOLDER, NULL, NULL, NULL, _("Local site"));

  return vsl_store_add_site (self->store, site, error);
}

/**
 * vsl_desk_ensure_local_site:
 * @self: the desk
 * @error: return location
 *
 * At the very first start, adds a local site. Who removes it later has removed it. For the desk.
 *
 * Returns: whether that could be seen to
 */
gboolean
vsl_desk_ensure_local_site (VslDesk  *self,
                            GError  **error)
{
  gboolean fresh;

  if (!is_fresh (self, &fresh, error))
    return FALSE;

  return !fresh || vsl_desk_add_local_site (self, error);
}

/**
 * vsl_desk_get_sites:
 * @self: the desk
 *
 * Returns: (transfer none): the sites, a list model of VslSite by name; the same object for life
 */
GListModel *
vsl_desk_get_sites (VslDesk *self)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  return G_LIST_MODEL (self->sites);
}

/**
 * vsl_desk_find_site:
 * @self: the desk
 * @name: the name of a site as somebody typed it; its title or host will do
 * @error: return location
 *
 * Returns: (transfer full): the site. Errors: %VSL_DESK_ERROR_NOT_FOUND
 */
VslSite *
vsl_desk_find_site (VslDesk     *self,
                    const char  *name,
                    GError     **error)
{
  g_autofree char *folded = NULL;
  guint n;
  guint i;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->sites));
  for (i = 0; i < n; i++)
    {
      g_autoptr(VslSite) site = g_list_model_get_item (G_LIST_MODEL (self->sites), i);

      if (g_str_equal (vsl_site_get_name (site), name))
        return g_steal_pointer (&site);
    }

  folded = vsl_text_fold (name);
  for (i = 0; i < n; i++)
    {
      g_autoptr(VslSite) site = g_list_model_get_item (G_LIST_MODEL (self->sites), i);

      if (site_answers_to (site, folded))
        return g_steal_pointer (&site);
    }

  vsl_desk_fault_set (error, VSL_DESK_ERROR_NOT_FOUND, "not-found",
                      _("There is no site “%s”. The list of sites shows the names."), name);

  return NULL;
}

/* The site as it was asked for. */
static VslSite *
make_site (VslDesk     *self,
           const char  *name,
           VslBrand     brand,
           const char  *url,
           const char  *user,
           GError     **error)
{
  g_autoptr(VslSite) unnamed = vsl_site_new (NULL, brand, url, user, NULL, NULL);
  g_autofree char *host = vsl_site_dup_host (unnamed);

  if (vsl_text_is_blank (name))
    name = host;
  if (vsl_text_is_blank (name))
    {
      vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                          _("A site needs a name or an address."));
      return NULL;
    }
  if (brand != VSL_BRAND_FOLDER && vsl_text_is_blank (url))
    {
      vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                          _("The site “%s” needs an address, such as https://www.example.org."), name);
      return NULL;
    }

  return vsl_site_new (name, brand, url, user, NULL, NULL);
}

/* A name that is in use is told before anything is sent. */
static gboolean
check_name_free (VslDesk     *self,
                 const char  *name,
                 GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(VslSite) existing = vsl_store_load_site (self->store, name, &local_error);

  if (existing != NULL)
    {
      vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "exists",
                          _("There is a site “%s” already. Choose another name, or remove that one first."),
                          vsl_site_get_name (existing));
      return FALSE;
    }
  if (!g_error_matches (local_error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND))
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static void
add_note (Addition   *addition,
          const char *sentence)
{
  g_autofree char *before = addition->note;

  addition->note = before != NULL ? g_strjoin (" ", before, sentence, NULL) : g_strdup (sentence);
}

static void
end_addition (GTask *task)
{
  VslDesk *self = g_task_get_source_object (task);
  Addition *addition = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (!addition->may_publish)
    add_note (addition, _("This user may not publish on the site: articles are put there for review."));
  if (!vsl_desk_load_sites (self, &error))
    g_task_return_error (task, vsl_desk_fault_adopt (g_steal_pointer (&error)));
  else
    g_task_return_pointer (task, g_object_ref (addition->site), g_object_unref);
}

static void
password_stored_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Addition *addition = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  VslCredentialsPlace place = VSL_CREDENTIALS_MEMORY;

  /* The site answers and is stored; where its password is kept does not undo that. */
  if (!vsl_credentials_store_finish (VSL_CREDENTIALS (object), result, &place, &error))
    g_debug ("storing a password: %s", error->message);
  if (place == VSL_CREDENTIALS_MEMORY)
    add_note (addition, _("The password is kept until Verslag closes, because there is no keyring "
                          "that can keep it longer."));
  end_addition (task);
}

static void
connected_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VslDesk *self = g_task_get_source_object (task);
  Addition *addition = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslCmsAbout) about = vsl_cms_connect_finish (VSL_CMS (object), result, &error);
  VslSite *asked = addition->site;
  g_autofree char *label = NULL;

  if (about != NULL)
    {
      addition->may_publish = about->may_publish;
      addition->site = vsl_site_client_describe (asked, about);
      g_object_unref (asked);
    }
  if (about == NULL || !vsl_store_add_site (self->store, addition->site, &error))
    {
      g_task_return_error (task, vsl_desk_fault_adopt (g_steal_pointer (&error)));
      return;
    }
  if (addition->password == NULL)
    {
      end_addition (task);
      return;
    }

  /* Translators: what the keyring shows beside the password of a site. */
  label = g_strdup_printf (_("Verslag: password for “%s”"), vsl_site_get_name (addition->site));
  vsl_credentials_store_async (self->credentials, vsl_site_get_name (addition->site), label,
                               addition->password, g_task_get_cancellable (task),
                               password_stored_cb, g_object_ref (task));
}

/**
 * vsl_desk_add_site_async:
 * @self: the desk
 * @name: (nullable): the name it is to have, or %NULL for the host of @url
 * @brand: the CMS it runs on
 * @url: (nullable): its address; a folder needs none
 * @user: (nullable): our user name there
 * @password: (nullable): the password
 * @cancellable: (nullable): to stop before anything is stored
 * @callback: called when it is added, or not
 * @user_data: for @callback
 *
 * Connects, and stores the site only when it answers as this brand and knows this user.
 */
void
vsl_desk_add_site_async (VslDesk             *self,
                         const char          *name,
                         VslBrand             brand,
                         const char          *url,
                         const char          *user,
                         const char          *password,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(Addition) addition = NULL;
  VslCms *cms;

  g_return_if_fail (VSL_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_add_site_async);
  g_task_set_check_cancellable (task, FALSE);

  addition = g_new0 (Addition, 1);
  addition->site = make_site (self, name, brand, url, user, &error);
  if (addition->site == NULL ||
      !check_name_free (self, vsl_site_get_name (addition->site), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  addition->password = brand != VSL_BRAND_FOLDER ? g_strdup (password) : NULL;
  addition->cms = vsl_site_client_new (addition->site, addition->password, self->data_dir, &error);
  if (addition->cms == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  cms = addition->cms;
  g_task_set_task_data (task, g_steal_pointer (&addition), (GDestroyNotify) addition_free);
  vsl_cms_connect_async (cms, cancellable, connected_cb, g_steal_pointer (&task));
}

/**
 * vsl_desk_add_site_finish:
 * @self: the desk
 * @result: the result
 * @note: (out) (optional) (nullable): what the person should know, translated
 * @error: return location
 *
 * Returns: (transfer full): the site as it is stored. Errors: %VSL_DESK_ERROR_USAGE with the word
 *   `exists` when the name is taken; %VSL_DESK_ERROR_REMOTE when the site did not answer as it should
 */
VslSite *
vsl_desk_add_site_finish (VslDesk       *self,
                          GAsyncResult  *result,
                          char         **note,
                          GError       **error)
{
  Addition *addition;
  VslSite *site;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (note != NULL)
    *note = NULL;
  site = g_task_propagate_pointer (G_TASK (result), error);
  addition = g_task_get_task_data (G_TASK (result));
  if (site != NULL && note != NULL)
    *note = g_steal_pointer (&addition->note);

  return site;
}

/**
 * vsl_desk_remove_site:
 * @self: the desk
 * @name: the name of a site
 * @error: return location
 *
 * Takes a site out of the lists and forgets its password. What was published there stays there.
 *
 * Returns: whether it is gone
 */
gboolean
vsl_desk_remove_site (VslDesk     *self,
                      const char  *name,
                      GError     **error)
{
  g_autoptr(VslSite) site = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);

  site = vsl_desk_find_site (self, name, error);
  if (site == NULL)
    return FALSE;
  if (!vsl_store_remove_site (self->store, vsl_site_get_name (site), &local_error) ||
      !vsl_desk_load_sites (self, &local_error))
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  vsl_credentials_forget_async (self->credentials, vsl_site_get_name (site), NULL, NULL, NULL);

  return TRUE;
}

/**
 * vsl_desk_set_site_setting:
 * @self: the desk
 * @name: the name of a site
 * @key: what is chosen
 * @value: (nullable): what it is to be; %NULL for what it is without a choice
 * @error: return location
 *
 * Keeps what is chosen for a site; the model of sites then holds it anew.
 *
 * Returns: whether it is kept
 */
gboolean
vsl_desk_set_site_setting (VslDesk     *self,
                           const char  *name,
                           const char  *key,
                           const char  *value,
                           GError     **error)
{
  g_autoptr(VslSite) site = NULL;
  g_autoptr(VslSite) changed = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);
  g_return_val_if_fail (name != NULL && key != NULL, FALSE);

  site = vsl_desk_find_site (self, name, error);
  if (site == NULL)
    return FALSE;

  changed = vsl_site_new_with_setting (site, key, value);
  if (!vsl_store_save_site_settings (self->store, changed, &local_error) ||
      !vsl_desk_load_sites (self, &local_error))
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

/**
 * vsl_desk_remember_password:
 * @self: the desk
 * @site: the name of a site
 * @password: its password
 *
 * Keeps a password until the desk closes.
 */
void
vsl_desk_remember_password (VslDesk    *self,
                            const char *site,
                            const char *password)
{
  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (site != NULL && password != NULL);

  vsl_credentials_remember (self->credentials, site, password);
}
