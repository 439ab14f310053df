/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-authorize.h"

#include "cms/vsl-cms-error.h"
#include "cms/vsl-credentials.h"
#include "cms/vsl-http-address.h"
#include "cms/vsl-http.h"
#include "cms/vsl-loopback.h"
#include "cms/vsl-wordpress-discovery.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * An application password by way of the browser: the person logs in on the site’s own page and says
 * yes there, and the site sends the browser to an address on this computer with what it made. Nothing
 * is typed or pasted, and the person’s own password never comes near us. Main thread.
 */

typedef struct
{
  char             *app_name;    /* (owned) */
  guint             seconds;
  VslOpenInBrowser  open;
  gpointer          open_data;
  GCancellable     *cancellable; /* (owned) (nullable) */
  VslLoopback      *loopback;    /* (owned) (nullable) */
  GUri             *root;        /* (owned) (nullable) of the API */
  char             *user;        /* (owned) (nullable) */
} Authorizing;

static void
authorizing_free (Authorizing *self)
{
  g_free (self->app_name);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loopback);
  g_clear_pointer (&self->root, g_uri_unref);
  g_free (self->user);
  g_free (self);
}

static void
answer_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Authorizing *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) values = NULL;
  char *query = vsl_loopback_wait_finish (VSL_LOOPBACK (object), result, &error);
  char *password;

  if (query == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  values = g_uri_parse_params (query, -1, "&", G_URI_PARAMS_WWW_FORM, &error);
  vsl_credentials_wipe (query);
  password = values != NULL ? g_hash_table_lookup (values, "password") : NULL;
  if (password == NULL || g_hash_table_lookup (values, "user_login") == NULL)
    {
      g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH, "%s",
                               _("The site gave Verslag no password, because that was refused "
                                 "there. Try again, or make an application password and paste it."));
      return;
    }

  self->user = g_strdup (g_hash_table_lookup (values, "user_login"));
  g_task_return_pointer (task, g_strdup (password), (GDestroyNotify) vsl_credentials_wipe);
  explicit_bzero (password, strlen (password));
}

/* The site’s page with what it must know of us. NULL where it is not the site’s, or not safe. */
static char *
make_page_url (Authorizing *self,
               const char  *authorize_url)
{
  g_autoptr(GUri) page = vsl_http_address_parse (authorize_url, NULL);
  g_autoptr(GString) query = g_string_new ("app_name=");
  g_autoptr(GUri) uri = NULL;
  const char *back = vsl_loopback_get_url (self->loopback);

  if (page == NULL || !vsl_http_address_is_same_site (self->root, page))
    return NULL;

  g_string_append_uri_escaped (query, self->app_name, NULL, FALSE);
  g_string_append (query, "&success_url=");
  g_string_append_uri_escaped (query, back, NULL, FALSE);
  g_string_append (query, "&reject_url=");
  g_string_append_uri_escaped (query, back, NULL, FALSE);
  g_string_append (query, "%3Frejected%3D1");
  uri = g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (page), NULL, g_uri_get_host (page),
                     g_uri_get_port (page), g_uri_get_path (page), query->str, NULL);

  return g_uri_to_string (uri);
}

static void
discovered_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Authorizing *self = g_task_get_task_data (task);
  g_autoptr(VslWordpressIndex) index = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *url = NULL;
  g_autofree char *page = NULL;

  self->root = vsl_wordpress_discover_finish (VSL_HTTP (object), result, &index, &error);
  page = g_strdup_printf ("<!DOCTYPE html><meta charset=\"utf-8\"><title>Verslag</title>"
                          "<body style=\"font: 1.2em sans-serif; margin: 4em\"><p>%s</p>",
                          _("You can close this page, and go on in Verslag."));
  if (self->root != NULL)
    self->loopback = vsl_loopback_new (page, &error);
  if (self->loopback == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (index->authorize_url != NULL)
    url = make_page_url (self, index->authorize_url);
  if (url == NULL)
    {
      g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH, "%s",
                               _("The site does not give out application passwords in the browser. Ask "
                                 "the web manager to switch application passwords on, or paste one."));
      return;
    }

  vsl_loopback_wait_async (self->loopback, self->seconds, self->cancellable, answer_read_cb,
                           g_object_ref (task));
  self->open (url, self->open_data);
}

/**
 * vsl_wordpress_authorize_async:
 * @address: any page of the site
 * @app_name: the name under which the site lists the password; an old WordPress wants every name once
 * @seconds: how long the person may take
 * @open: called once, with the page on which the person says yes
 * @open_data: for @open; must live until the end
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lets the person give us an application password in the browser.
 */
void
vsl_wordpress_authorize_async (const char          *address,
                               const char          *app_name,
                               guint                seconds,
                               VslOpenInBrowser     open,
                               gpointer             open_data,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(VslHttp) http = NULL;
  g_autoptr(GUri) page = NULL;
  g_autoptr(GError) error = NULL;
  Authorizing *self;

  g_return_if_fail (address != NULL && app_name != NULL && open != NULL);

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_wordpress_authorize_async);
  self = g_new0 (Authorizing, 1);
  self->app_name = g_strdup (app_name);
  self->seconds = seconds;
  self->open = open;
  self->open_data = open_data;
  if (cancellable != NULL)
    self->cancellable = g_object_ref (cancellable);
  g_task_set_task_data (task, self, (GDestroyNotify) authorizing_free);

  page = vsl_http_address_parse (address, &error);
  if (page == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  http = vsl_http_new (VSL_HTTP_DEADLINE_MS, NULL);
  vsl_wordpress_discover_async (http, page, NULL, NULL, cancellable, discovered_cb,
                                g_steal_pointer (&task));
}

/**
 * vsl_wordpress_authorize_finish:
 * @result: what the callback was given
 * @user: (out) (transfer full): the name of the user who said yes
 * @error: return location for an error
 *
 * Returns: (transfer full): the application password, to be freed with vsl_credentials_wipe(), or %NULL
 *   with a #VslCmsError
 */
char *
vsl_wordpress_authorize_finish (GAsyncResult  *result,
                                char         **user,
                                GError       **error)
{
  Authorizing *self;
  char *password;

  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_wordpress_authorize_async), NULL);

  password = g_task_propagate_pointer (G_TASK (result), error);
  self = g_task_get_task_data (G_TASK (result));
  if (password != NULL)
    *user = g_steal_pointer (&self->user);

  return password;
}
