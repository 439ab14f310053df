/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-credentials.h"

#include "cms/vsl-cms-error.h"

#include <glib/gi18n.h>
#include <libsecret/secret.h>
#include <string.h>

/**
 * VslCredentials:
 *
 * The passwords of sites: in the Secret Service of the desktop where there is one, and otherwise in
 * memory until the program ends. Never in a file, a setting or an argument. Owned by the desk; main
 * thread.
 */
struct _VslCredentials
{
  GObject parent_instance;

  gboolean    use_secret_service;
  GHashTable *remembered; /* (owned) name of a site → password, wiped when it goes */
};

G_DEFINE_FINAL_TYPE (VslCredentials, vsl_credentials, G_TYPE_OBJECT)

static const SecretSchema schema = {
  "org.verslag.Site", SECRET_SCHEMA_NONE,
  {
    { "site", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  }
};

/* One request on its way to the Secret Service; the task owns it. */
typedef struct
{
  char *site;     /* (owned) */
  char *password; /* (owned) (nullable) */
  VslCredentialsOutcome outcome;
} Request;

static void
request_free (Request *request)
{
  g_free (request->site);
  vsl_credentials_wipe (request->password);
  g_free (request);
}

/* No bus, no service on it, or one that cannot start or ask: a machine without a keyring. */
static gboolean
is_no_service (const GError *error)
{
  return error->domain == G_DBUS_ERROR || error->domain == G_SPAWN_ERROR ||
         error->domain == G_IO_ERROR;
}

static gboolean
is_locked (const GError *error)
{
  return g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED);
}

static GError *
describe (const GError *cause)
{
  g_debug ("secret service: %s", cause->message);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (cause);
  if (is_locked (cause))
    return g_error_new_literal (VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH,
                                _("The keyring with passwords is locked. Unlock it and try "
                                  "again."));

  return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                      _("The keyring with passwords cannot be used: %s"), cause->message);
}

static void
vsl_credentials_finalize (GObject *object)
{
  VslCredentials *self = VSL_CREDENTIALS (object);

  g_clear_pointer (&self->remembered, g_hash_table_unref);

  G_OBJECT_CLASS (vsl_credentials_parent_class)->finalize (object);
}

static void
vsl_credentials_class_init (VslCredentialsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_credentials_finalize;
}

static void
vsl_credentials_init (VslCredentials *self)
{
  self->remembered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) vsl_credentials_wipe);
}

/**
 * vsl_credentials_new:
 * @use_secret_service: whether to ask the Secret Service at all
 *
 * Returns: (transfer full): an empty set of passwords
 */
VslCredentials *
vsl_credentials_new (gboolean use_secret_service)
{
  VslCredentials *self = g_object_new (VSL_TYPE_CREDENTIALS, NULL);

  self->use_secret_service = use_secret_service;

  return self;
}

/**
 * vsl_credentials_remember:
 * @self: the passwords
 * @site: the name of a site
 * @password: (nullable): its password; %NULL forgets it
 *
 * Keeps a password in memory until the program ends. It goes before what the Secret Service has.
 */
void
vsl_credentials_remember (VslCredentials *self,
                          const char     *site,
                          const char     *password)
{
  g_return_if_fail (VSL_IS_CREDENTIALS (self) && site != NULL);

  if (password == NULL)
    g_hash_table_remove (self->remembered, site);
  else
    g_hash_table_replace (self->remembered, g_strdup (site), g_strdup (password));
}

static GTask *
start (VslCredentials      *self,
       gpointer             tag,
       const char          *site,
       const char          *password,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Request *request = g_new0 (Request, 1);

  g_task_set_source_tag (task, tag);
  request->site = g_strdup (site);
  request->password = g_strdup (password);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);

  return task;
}

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  VslCredentials *self = g_task_get_source_object (task);
  Request *request = g_task_get_task_data (task);

  if (secret_password_store_finish (result, &error))
    {
      g_hash_table_remove (self->remembered, request->site);
      g_task_return_int (task, VSL_CREDENTIALS_SECRET_SERVICE);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else
    {
      g_debug ("secret service: %s", error->message);
      vsl_credentials_remember (self, request->site, request->password);
      g_task_return_int (task, VSL_CREDENTIALS_MEMORY);
    }
}

/**
 * vsl_credentials_store_async:
 * @self: the passwords
 * @site: the name of a site
 * @label: what the keyring shows for it
 * @password: the password
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Keeps a password in the Secret Service; where none answers, or it stays locked, in memory for this
 * run.
 */
void
vsl_credentials_store_async (VslCredentials      *self,
                             const char          *site,
                             const char          *label,
                             const char          *password,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (VSL_IS_CREDENTIALS (self));
  g_return_if_fail (site != NULL && label != NULL && password != NULL);

  task = start (self, vsl_credentials_store_async, site, password, callback, user_data);
  if (!self->use_secret_service)
    {
      vsl_credentials_remember (self, site, password);
      g_task_return_int (task, VSL_CREDENTIALS_MEMORY);
      return;
    }

  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, password, cancellable,
                         stored_cb, g_steal_pointer (&task), "site", site, NULL);
}

/**
 * vsl_credentials_store_finish:
 * @self: the passwords
 * @result: what the callback was given
 * @place: (out) (optional): where it is kept
 * @error: return location for an error
 *
 * Returns: whether it is kept
 */
gboolean
vsl_credentials_store_finish (VslCredentials       *self,
                              GAsyncResult         *result,
                              VslCredentialsPlace  *place,
                              GError              **error)
{
  gssize value;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_credentials_store_async), FALSE);

  value = g_task_propagate_int (G_TASK (result), error);
  if (value < 0)
    return FALSE;
  if (place != NULL)
    *place = value;

  return TRUE;
}

static void
set_outcome (GTask                 *task,
             VslCredentialsOutcome  outcome)
{
  Request *request = g_task_get_task_data (task);

  request->outcome = outcome;
}

static void
retrieved_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SecretValue) secret = NULL;

  secret = secret_retrievable_retrieve_secret_finish (SECRET_RETRIEVABLE (object), result, &error);
  if (secret == NULL || secret_value_get_text (secret) == NULL)
    {
      set_outcome (task, VSL_CREDENTIALS_LOCKED);
      g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH, "%s",
                               _("The keyring with passwords is locked. Unlock it and try "
                                 "again."));
    }
  else
    {
      g_task_return_pointer (task, g_strdup (secret_value_get_text (secret)),
                             (GDestroyNotify) vsl_credentials_wipe);
    }
}

/* secret_password_lookup() says nothing when the password is there but locked; searching does. */
static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SecretRetrievable) item = NULL;
  GList *items = secret_password_search_finish (result, &error);

  if (items != NULL)
    item = g_object_ref (items->data);
  g_list_free_full (items, g_object_unref);

  if (item == NULL)
    set_outcome (task, error == NULL ? VSL_CREDENTIALS_NOT_FOUND
                       : is_locked (error) ? VSL_CREDENTIALS_LOCKED : VSL_CREDENTIALS_NO_SERVICE);
  if (error != NULL && (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
                        !is_no_service (error)))
    g_task_return_error (task, describe (error));
  else if (item == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    secret_retrievable_retrieve_secret (item, NULL, retrieved_cb, g_steal_pointer (&task));
}

/**
 * vsl_credentials_lookup_async:
 * @self: the passwords
 * @site: the name of a site
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks for the password of a site, in memory first.
 */
void
vsl_credentials_lookup_async (VslCredentials      *self,
                              const char          *site,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  const char *remembered;

  g_return_if_fail (VSL_IS_CREDENTIALS (self) && site != NULL);

  task = start (self, vsl_credentials_lookup_async, site, NULL, callback, user_data);
  remembered = g_hash_table_lookup (self->remembered, site);
  if (remembered != NULL || !self->use_secret_service)
    {
      set_outcome (task, remembered != NULL ? VSL_CREDENTIALS_FOUND : VSL_CREDENTIALS_NO_SERVICE);
      g_task_return_pointer (task, g_strdup (remembered), (GDestroyNotify) vsl_credentials_wipe);
      return;
    }

  secret_password_search (&schema, SECRET_SEARCH_UNLOCK | SECRET_SEARCH_LOAD_SECRETS, cancellable,
                          found_cb, g_steal_pointer (&task), "site", site, NULL);
}

/**
 * vsl_credentials_lookup_finish:
 * @self: the passwords
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the password, to be freed with vsl_credentials_wipe(); %NULL
 *   without an error when none is kept, and with %VSL_CMS_ERROR_AUTH when the keyring is locked
 */
char *
vsl_credentials_lookup_finish (VslCredentials  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_credentials_lookup_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vsl_credentials_lookup_get_outcome:
 * @result: what the callback of vsl_credentials_lookup_async() was given
 *
 * Returns: how it ended, where no password and no error say too little
 */
VslCredentialsOutcome
vsl_credentials_lookup_get_outcome (GAsyncResult *result)
{
  Request *request;

  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_credentials_lookup_async),
                        VSL_CREDENTIALS_NOT_FOUND);

  request = g_task_get_task_data (G_TASK (result));

  return request->outcome;
}

/**
 * vsl_credentials_outcome_get_sentence:
 * @outcome: how looking for a password ended
 *
 * Returns: (transfer none): that, and what to do, translated
 */
const char *
vsl_credentials_outcome_get_sentence (VslCredentialsOutcome outcome)
{
  switch (outcome)
    {
    case VSL_CREDENTIALS_FOUND:
      return _("The password is known.");
    case VSL_CREDENTIALS_NO_SERVICE:
      return _("This computer has no keyring that answers, so the password was not kept. Give it "
               "again; it is remembered until Verslag closes.");
    case VSL_CREDENTIALS_LOCKED:
      return _("The keyring with passwords is locked. Unlock it and try again.");
    case VSL_CREDENTIALS_NOT_FOUND:
    default:
      return _("The keyring has no password for this site. Connect the site again.");
    }
}

static void
cleared_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  secret_password_clear_finish (result, &error);
  if (error == NULL ||
      (is_no_service (error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, describe (error));
}

/**
 * vsl_credentials_forget_async:
 * @self: the passwords
 * @site: the name of a site
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Forgets the password of a site, everywhere.
 */
void
vsl_credentials_forget_async (VslCredentials      *self,
                              const char          *site,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (VSL_IS_CREDENTIALS (self) && site != NULL);

  task = start (self, vsl_credentials_forget_async, site, NULL, callback, user_data);
  g_hash_table_remove (self->remembered, site);
  if (!self->use_secret_service)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  secret_password_clear (&schema, cancellable, cleared_cb, g_steal_pointer (&task), "site", site,
                         NULL);
}

/**
 * vsl_credentials_forget_finish:
 * @self: the passwords
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether nothing is kept any more
 */
gboolean
vsl_credentials_forget_finish (VslCredentials  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_credentials_forget_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * vsl_credentials_wipe:
 * @password: (nullable) (transfer full): a password
 *
 * Overwrites a password and frees it.
 */
void
vsl_credentials_wipe (char *password)
{
  if (password == NULL)
    return;

  explicit_bzero (password, strlen (password));
  g_free (password);
}
