/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-authorize.h"

#include "cms/vsl-credentials.h"
#include "cms/vsl-wordpress-authorize.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"

#include <glib/gi18n.h>

#define SECONDS (5 * 60)

/* An application password by way of the browser. */

static void
authorized_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  char *user = NULL;
  char *password = vsl_wordpress_authorize_finish (result, &user, &error);

  if (password == NULL)
    {
      g_task_return_error (task, vsl_desk_fault_adopt (g_steal_pointer (&error)));
      return;
    }

  g_task_set_task_data (task, user, g_free);
  g_task_return_pointer (task, password, (GDestroyNotify) vsl_credentials_wipe);
}

/**
 * vsl_desk_authorize_async:
 * @self: the desk
 * @address: any page of a WordPress site
 * @open: called once, with the page to open in the browser
 * @open_data: for @open; must live until the end
 * @cancellable: (nullable): stops it, and closes the address that the browser comes back to
 * @callback: called when it is done, after five minutes at the latest
 * @user_data: for @callback
 *
 * Lets the person give Verslag an application password on the site itself.
 */
void
vsl_desk_authorize_async (VslDesk             *self,
                          const char          *address,
                          VslDeskOpen          open,
                          gpointer             open_data,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GDateTime) date = NULL;
  g_autofree char *when = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (address != NULL && open != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_authorize_async);
  date = g_date_time_new_from_unix_local (vsl_desk_get_now (self) / G_USEC_PER_SEC);
  when = g_date_time_format (date, "%Y-%m-%d %H:%M:%S");
  /* Translators: how the site lists us among those with a password: the name of the computer, and
   * the time. */
  name = g_strdup_printf (_("Verslag on %s, %s"), g_get_host_name (), when);
  vsl_wordpress_authorize_async (address, name, SECONDS, open, open_data, cancellable, authorized_cb,
                                 g_steal_pointer (&task));
}

/**
 * vsl_desk_authorize_finish:
 * @self: the desk
 * @result: the result
 * @user: (out) (transfer full): the name of the user who said yes
 * @error: return location
 *
 * Returns: (transfer full): the password, to be freed with vsl_desk_wipe_password(). Errors:
 *   %VSL_DESK_ERROR_REMOTE
 */
char *
vsl_desk_authorize_finish (VslDesk       *self,
                           GAsyncResult  *result,
                           char         **user,
                           GError       **error)
{
  char *password;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_desk_authorize_async), NULL);

  password = g_task_propagate_pointer (G_TASK (result), error);
  if (password != NULL)
    *user = g_strdup (g_task_get_task_data (G_TASK (result)));

  return password;
}

/**
 * vsl_desk_wipe_password:
 * @password: (nullable) (transfer full): a password
 *
 * Overwrites and frees it.
 */
void
vsl_desk_wipe_password (char *password)
{
  vsl_credentials_wipe (password);
}
