/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-site-changes.h"

#include "core/vsl-text.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-site-client.h"

#include <glib/gi18n.h>

/* What changes of a site that stays the same place: its password, what its user may, its name. */
typedef struct
{
  VslSite *site;         /* (owned) as it is, then as it becomes */
  char *new_name;        /* (owned) (nullable) */
  char *password;        /* (owned) (nullable) wiped when it goes */
  gboolean new_password; /* whether it is to be kept */
  VslCms *cms;           /* (owned) (nullable) */
  char *note;            /* (owned) (nullable) */
} Change;

static void
change_free (Change *change)
{
  g_clear_object (&change->site);
  g_free (change->new_name);
  g_clear_pointer (&change->password, vsl_credentials_wipe);
  g_clear_object (&change->cms);
  g_free (change->note);
  g_free (change);
}

static void
return_fault (GTask  *task,
              GError *error)
{
  g_task_return_error (task, vsl_desk_fault_adopt (error));
}

/* The site is as it is to be; the lists and what waits for it are told. */
static void
end_change (GTask *task)
{
  VslDesk *self = g_task_get_source_object (task);
  Change *change = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (!vsl_desk_load_sites (self, &error))
    {
      return_fault (task, g_steal_pointer (&error));
      return;
    }

  vsl_publisher_reset (self->publisher);
  g_task_return_pointer (task, g_object_ref (change->site), g_object_unref);
}

static void
password_kept_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Change *change = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  VslCredentialsPlace place = VSL_CREDENTIALS_MEMORY;

  if (!vsl_credentials_store_finish (VSL_CREDENTIALS (object), result, &place, &error))
    g_debug ("storing a password: %s", error->message);
  if (place == VSL_CREDENTIALS_MEMORY)
    change->note = g_strdup (_("The password is kept until Verslag closes, because there is no "
                               "keyring that can keep it longer."));
  end_change (task);
}

static void
keep_password (GTask *task)
{
  VslDesk *self = g_task_get_source_object (task);
  Change *change = g_task_get_task_data (task);
  g_autofree char *label = NULL;

  label = g_strdup_printf (_("Verslag: password for “%s”"), vsl_site_get_name (change->site));
  vsl_credentials_store_async (self->credentials, vsl_site_get_name (change->site), label,
                               change->password, NULL, password_kept_cb, g_object_ref (task));
}

static void
connected_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VslDesk *self = g_task_get_source_object (task);
  Change *change = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslCmsAbout) about = vsl_cms_connect_finish (VSL_CMS (object), result, &error);
  g_autoptr(VslSite) told = about != NULL ? vsl_site_client_describe (change->site, about) : NULL;

  if (told == NULL ||
      !vsl_store_change_site (self->store, vsl_site_get_name (change->site), told, &error))
    {
      return_fault (task, g_steal_pointer (&error));
      return;
    }

  g_set_object (&change->site, told);
  if (change->new_password)
    keep_password (task);
  else
    end_change (task);
}

static void
connect_site (GTask *task)
{
  VslDesk *self = g_task_get_source_object (task);
  Change *change = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  change->cms = vsl_site_client_new (change->site, change->password, self->data_dir, &error);
  if (change->cms == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    vsl_cms_connect_async (change->cms, g_task_get_cancellable (task), connected_cb,
                           g_object_ref (task));
}

static void
password_found_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Change *change = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  change->password = vsl_credentials_lookup_finish (VSL_CREDENTIALS (object), result, &error);
  if (change->password == NULL && vsl_site_get_brand (change->site) != VSL_BRAND_FOLDER)
    return_fault (task, g_steal_pointer (&error));
  else
    connect_site (task);
}

static GTask *
start_change (VslDesk             *self,
              const char          *name,
              gpointer             tag,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GError) error = NULL;
  Change *change = g_new0 (Change, 1);

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, change, (GDestroyNotify) change_free);
  change->site = vsl_desk_find_site (self, name, &error);
  if (change->site != NULL)
    return g_steal_pointer (&task);

  g_task_return_error (task, g_steal_pointer (&error));

  return NULL;
}

/**
 * vsl_desk_reconnect_site_async:
 * @self: the desk
 * @name: the name of a site
 * @password: (nullable): its new password; %NULL for the one that is kept
 * @cancellable: (nullable): to stop before anything is stored
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Logs in on a site that is there already, and takes over what it says of itself and of its user.
 * What was chosen for it stays. A password that does not work is not kept.
 */
void
vsl_desk_reconnect_site_async (VslDesk             *self,
                               const char          *name,
                               const char          *password,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Change *change;

  g_return_if_fail (VSL_IS_DESK (self) && name != NULL);

  task = start_change (self, name, vsl_desk_reconnect_site_async, cancellable, callback, user_data);
  if (task == NULL)
    return;

  change = g_task_get_task_data (task);
  change->password = g_strdup (password);
  change->new_password = password != NULL;
  if (password != NULL)
    connect_site (task);
  else
    vsl_credentials_lookup_async (self->credentials, vsl_site_get_name (change->site), cancellable,
                                  password_found_cb, g_object_ref (task));
}

/**
 * vsl_desk_reconnect_site_finish:
 * @self: the desk
 * @result: the result
 * @note: (out) (optional) (nullable): what the person should know, translated
 * @error: return location
 *
 * Returns: (transfer full): the site as it is known now
 */
VslSite *
vsl_desk_reconnect_site_finish (VslDesk       *self,
                                GAsyncResult  *result,
                                char         **note,
                                GError       **error)
{
  Change *change;
  VslSite *site;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_desk_reconnect_site_async), NULL);

  change = g_task_get_task_data (G_TASK (result));
  site = g_task_propagate_pointer (G_TASK (result), error);
  if (note != NULL)
    *note = site != NULL ? g_steal_pointer (&change->note) : NULL;

  return site;
}

/* A folder among our own files is found by the name of its site: it stays where it is. */
static VslSite *
make_renamed (VslDesk    *self,
              VslSite    *site,
              const char *name)
{
  g_autofree char *settings = vsl_site_dup_settings (site);
  g_autofree char *path = NULL;
  g_autoptr(VslSite) renamed = NULL;

  if (vsl_site_get_brand (site) == VSL_BRAND_FOLDER && *vsl_site_get_url (site) == '\0')
    {
      g_autofree char *slug = vsl_text_make_slug (vsl_site_get_name (site), 80);

      path = g_build_filename (self->data_dir, "sites", *slug != '\0' ? slug : "site", NULL);
    }
  renamed = vsl_site_new (name, vsl_site_get_brand (site),
                          path != NULL ? path : vsl_site_get_url (site), vsl_site_get_user (site),
                          vsl_site_get_api_root (site), vsl_site_get_title (site));

  return vsl_site_new_with_settings (renamed, settings);
}

static void
old_password_found_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VslDesk *self = g_task_get_source_object (task);
  Change *change = g_task_get_task_data (task);
  g_autoptr(VslSite) renamed = NULL;
  g_autoptr(GError) error = NULL;

  /* Where there is no password to be found, it will be asked for under the new name. */
  change->password = vsl_credentials_lookup_finish (VSL_CREDENTIALS (object), result, NULL);
  renamed = make_renamed (self, change->site, change->new_name);
  if (!vsl_store_change_site (self->store, vsl_site_get_name (change->site), renamed, &error))
    {
      return_fault (task, g_steal_pointer (&error));
      return;
    }

  if (change->password != NULL)
    vsl_credentials_forget_async (self->credentials, vsl_site_get_name (change->site), NULL, NULL, NULL);
  g_set_object (&change->site, renamed);
  if (change->password != NULL)
    keep_password (task);
  else
    end_change (task);
}

/**
 * vsl_desk_rename_site_async:
 * @self: the desk
 * @name: the name of a site
 * @new_name: the name it is to have
 * @callback: called when it has it, or not
 * @user_data: for @callback
 *
 * Gives a site another name. Its password goes along, and what is known of articles on it; a folder
 * stays where it is.
 */
void
vsl_desk_rename_site_async (VslDesk             *self,
                            const char          *name,
                            const char          *new_name,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;
  Change *change;

  g_return_if_fail (VSL_IS_DESK (self) && name != NULL && new_name != NULL);

  task = start_change (self, name, vsl_desk_rename_site_async, NULL, callback, user_data);
  if (task == NULL)
    return;

  change = g_task_get_task_data (task);
  change->new_name = g_strstrip (g_strdup (new_name));
  if (*change->new_name == '\0')
    vsl_desk_fault_set (&error, VSL_DESK_ERROR_USAGE, "usage",
                        _("Fill in the name that the site is to have."));
  else if (vsl_publisher_is_busy (self->publisher, vsl_site_get_name (change->site)))
    vsl_desk_fault_set (&error, VSL_DESK_ERROR_USAGE, "busy",
                        _("Something is being sent to this site. Give it another name when that is "
                          "done."));
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    vsl_credentials_lookup_async (self->credentials, vsl_site_get_name (change->site), NULL,
                                  old_password_found_cb, g_object_ref (task));
}

/**
 * vsl_desk_rename_site_finish:
 * @self: the desk
 * @result: the result
 * @error: return location; the word `exists` when the name is in use
 *
 * Returns: whether it has the new name
 */
gboolean
vsl_desk_rename_site_finish (VslDesk       *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_autoptr(VslSite) site = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_desk_rename_site_async), FALSE);

  site = g_task_propagate_pointer (G_TASK (result), error);

  return site != NULL;
}
