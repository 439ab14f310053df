/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-private.h"

#include <glib/gi18n.h>

#define SITE_COLUMNS "SELECT name, brand, url, user, api_root, title, settings FROM site"

static VslSite *
read_site (VslStatement *row,
           GError      **error)
{
  g_autoptr(VslSite) site = NULL;
  VslBrand brand;

  if (!vsl_brand_from_name (vsl_statement_get_text (row, 1), &brand))
    {
      g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_CORRUPT,
                   _("The site “%s” is damaged on the disk. Remove it and add it again."),
                   vsl_statement_get_text (row, 0));
      return NULL;
    }

  site = vsl_site_new (vsl_statement_get_text (row, 0), brand, vsl_statement_get_text (row, 2),
                       vsl_statement_get_text (row, 3), vsl_statement_get_text (row, 4),
                       vsl_statement_get_text (row, 5));

  return vsl_site_new_with_settings (site, vsl_statement_get_text (row, 6));
}

static gpointer
list_sites (VslStore *store,
            gpointer  data,
            GError  **error)
{
  g_autoptr(GPtrArray) sites = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store), SITE_COLUMNS " WHERE removed = 0 ORDER BY name", error);
  VslStepResult step;

  if (statement == NULL)
    return NULL;

  while ((step = vsl_statement_step (statement, error)) == VSL_STEP_RESULT_ROW)
    {
      VslSite *site = read_site (statement, error);

      if (site == NULL)
        return NULL;
      g_ptr_array_add (sites, site);
    }

  return step == VSL_STEP_RESULT_DONE ? g_steal_pointer (&sites) : NULL;
}

static void
set_not_found_error (GError    **error,
                     const char *name)
{
  g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_NOT_FOUND, _("There is no site “%s”."), name);
}

static gpointer
load_site (VslStore *store,
           gpointer  data,
           GError  **error)
{
  const char *name = data;
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (vsl_store_get_db (store), SITE_COLUMNS " WHERE name = :name AND removed = 0", error);

  if (statement == NULL)
    return NULL;

  vsl_statement_bind_text (statement, ":name", name);
  switch (vsl_statement_step (statement, error))
    {
    case VSL_STEP_RESULT_ROW:
      return read_site (statement, error);
    case VSL_STEP_RESULT_DONE:
      set_not_found_error (error, name);
      return NULL;
    case VSL_STEP_RESULT_FAILED:
    default:
      return NULL;
    }
}

static gboolean
run_for_site (VslDb      *db,
              const char *sql,
              VslSite    *site,
              GError    **error)
{
  g_autoptr(VslStatement) statement = vsl_db_prepare (db, sql, error);
  g_autofree char *settings = vsl_site_dup_settings (site);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_text (statement, ":settings", settings);
  vsl_statement_bind_text (statement, ":name", vsl_site_get_name (site));
  vsl_statement_bind_text (statement, ":brand", vsl_brand_get_name (vsl_site_get_brand (site)));
  vsl_statement_bind_text (statement, ":url", vsl_site_get_url (site));
  vsl_statement_bind_text (statement, ":user", vsl_site_get_user (site));
  vsl_statement_bind_text (statement, ":api_root", vsl_site_get_api_root (site));
  vsl_statement_bind_text (statement, ":title", vsl_site_get_title (site));

  return vsl_statement_run (statement, error);
}

/* Something else may live behind the old name now. What we knew of copies there is forgotten, but
 * not the tokens: the next publication looks for them before it makes anything. */
static gboolean
doubt_copies (VslDb   *db,
              VslSite *site,
              GError **error)
{
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "UPDATE outbox SET state = 'in_doubt', remote_id = NULL, remote_status = NULL,"
                    " remote_token = NULL, remote_url = NULL, remote_edit_url = NULL,"
                    " remote_revision = NULL, remote_modified = NULL, remote_hash = NULL,"
                    " message = NULL WHERE site = (SELECT number FROM site WHERE name = :name"
                    " AND (brand <> :brand OR url <> :url OR api_root <> :api_root))",
                    error);

  if (statement == NULL)
    return FALSE;

  vsl_statement_bind_text (statement, ":name", vsl_site_get_name (site));
  vsl_statement_bind_text (statement, ":brand", vsl_brand_get_name (vsl_site_get_brand (site)));
  vsl_statement_bind_text (statement, ":url", vsl_site_get_url (site));
  vsl_statement_bind_text (statement, ":api_root", vsl_site_get_api_root (site));

  return vsl_statement_run (statement, error);
}

static gpointer
add_site (VslStore *store,
          gpointer  data,
          GError  **error)
{
  VslSite *site = data;
  VslDb *db = vsl_store_get_db (store);
  gboolean good;

  if (!vsl_db_begin (db, error))
    return GINT_TO_POINTER (FALSE);

  good = run_for_site (db,
                       "INSERT INTO site (name, brand, url, user, api_root, title, settings)"
                       " VALUES (:name, :brand, :url, :user, :api_root, :title, :settings)"
                       " ON CONFLICT (name) DO NOTHING",
                       site, error);
  if (good && vsl_db_get_n_changes (db) == 0)
    {
      good = doubt_copies (db, site, error) &&
             run_for_site (db,
                           "UPDATE site SET name = :name, brand = :brand, url = :url, user = :user,"
                           " api_root = :api_root, title = :title, settings = :settings, removed = 0"
                           " WHERE name = :name AND removed = 1",
                           site, error);
      if (good && vsl_db_get_n_changes (db) == 0)
        {
          g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_EXISTS,
                       _("There is a site “%s” already. Choose another name, or remove that one first."),
                       vsl_site_get_name (site));
          good = FALSE;
        }
    }

  return GINT_TO_POINTER (vsl_db_end (db, good, error));
}

static gpointer
save_settings (VslStore *store,
               gpointer  data,
               GError  **error)
{
  VslSite *site = data;
  VslDb *db = vsl_store_get_db (store);
  g_autofree char *settings = vsl_site_dup_settings (site);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "UPDATE site SET settings = :settings WHERE name = :name AND removed = 0",
                    error);

  if (statement == NULL)
    return GINT_TO_POINTER (FALSE);

  vsl_statement_bind_text (statement, ":settings", settings);
  vsl_statement_bind_text (statement, ":name", vsl_site_get_name (site));
  if (!vsl_statement_run (statement, error))
    return GINT_TO_POINTER (FALSE);
  if (vsl_db_get_n_changes (db) == 0)
    {
      set_not_found_error (error, vsl_site_get_name (site));
      return GINT_TO_POINTER (FALSE);
    }

  return GINT_TO_POINTER (TRUE);
}

/* What a site becomes, and the name under which it is known until then. */
typedef struct
{
  const char *name;
  VslSite    *site;
} Change;

static gpointer
change_site (VslStore *store,
             gpointer  data,
             GError  **error)
{
  const Change *change = data;
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(VslStatement) taken =
    vsl_db_prepare (db, "SELECT 1 FROM site WHERE name = :name AND name <> :old COLLATE NOCASE", error);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db,
                    "UPDATE site SET name = :name, url = :url, user = :user, api_root = :api_root,"
                    " title = :title, settings = :settings WHERE name = :old AND removed = 0",
                    error);
  g_autofree char *settings = vsl_site_dup_settings (change->site);
  VslStepResult step;

  if (taken == NULL || statement == NULL)
    return GINT_TO_POINTER (FALSE);

  vsl_statement_bind_text (taken, ":name", vsl_site_get_name (change->site));
  vsl_statement_bind_text (taken, ":old", change->name);
  step = vsl_statement_step (taken, error);
  if (step == VSL_STEP_RESULT_ROW)
    g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_EXISTS,
                 _("A site was called “%s” already. Choose another name."),
                 vsl_site_get_name (change->site));
  if (step != VSL_STEP_RESULT_DONE)
    return GINT_TO_POINTER (FALSE);

  vsl_statement_bind_text (statement, ":old", change->name);
  vsl_statement_bind_text (statement, ":name", vsl_site_get_name (change->site));
  vsl_statement_bind_text (statement, ":url", vsl_site_get_url (change->site));
  vsl_statement_bind_text (statement, ":user", vsl_site_get_user (change->site));
  vsl_statement_bind_text (statement, ":api_root", vsl_site_get_api_root (change->site));
  vsl_statement_bind_text (statement, ":title", vsl_site_get_title (change->site));
  vsl_statement_bind_text (statement, ":settings", settings);
  if (!vsl_statement_run (statement, error))
    return GINT_TO_POINTER (FALSE);
  if (vsl_db_get_n_changes (db) == 0)
    {
      set_not_found_error (error, change->name);
      return GINT_TO_POINTER (FALSE);
    }

  return GINT_TO_POINTER (TRUE);
}

static gpointer
remove_site (VslStore *store,
             gpointer  data,
             GError  **error)
{
  const char *name = data;
  VslDb *db = vsl_store_get_db (store);
  g_autoptr(VslStatement) statement =
    vsl_db_prepare (db, "UPDATE site SET removed = 1 WHERE name = :name AND removed = 0", error);

  if (statement == NULL)
    return GINT_TO_POINTER (FALSE);

  vsl_statement_bind_text (statement, ":name", name);
  if (!vsl_statement_run (statement, error))
    return GINT_TO_POINTER (FALSE);
  if (vsl_db_get_n_changes (db) == 0)
    {
      set_not_found_error (error, name);
      return GINT_TO_POINTER (FALSE);
    }

  return GINT_TO_POINTER (TRUE);
}

/**
 * vsl_store_list_sites:
 * @self: the store
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type VslSite): the sites, by name
 */
GPtrArray *
vsl_store_list_sites (VslStore *self,
                      GError  **error)
{
  return vsl_store_call (self, list_sites, NULL, error);
}

/**
 * vsl_store_load_site:
 * @self: the store
 * @name: its name, in whatever letter case
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the site; %VSL_STORE_ERROR_NOT_FOUND
 */
VslSite *
vsl_store_load_site (VslStore   *self,
                     const char *name,
                     GError    **error)
{
  g_return_val_if_fail (name != NULL, NULL);

  return vsl_store_call (self, load_site, (gpointer) name, error);
}

/**
 * vsl_store_add_site:
 * @self: the store
 * @site: the site
 * @error: return location for a #GError
 *
 * Keeps a site. One that was removed and comes back under its name gets back what the outbox knows
 * of it; if its brand or address is another one now, only the tokens, in doubt.
 *
 * Returns: whether it was added; %VSL_STORE_ERROR_EXISTS when the name is in use
 */
gboolean
vsl_store_add_site (VslStore *self,
                    VslSite  *site,
                    GError  **error)
{
  g_return_val_if_fail (VSL_IS_SITE (site), FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, add_site, site, error));
}

/**
 * vsl_store_save_site_settings:
 * @self: the store
 * @site: the site, with what was chosen for it; only that is stored
 * @error: return location for a #GError
 *
 * Keeps what was chosen for a site.
 *
 * Returns: whether it was stored; %VSL_STORE_ERROR_NOT_FOUND
 */
gboolean
vsl_store_save_site_settings (VslStore *self,
                              VslSite  *site,
                              GError  **error)
{
  g_return_val_if_fail (VSL_IS_SITE (site), FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, save_settings, site, error));
}

/**
 * vsl_store_change_site:
 * @self: the store
 * @name: the name it has
 * @site: what it becomes: name, address, user, title and settings; never its brand
 * @error: return location for a #GError
 *
 * Changes a site that stays the same place: what was published there stays known.
 *
 * Returns: whether it was stored; %VSL_STORE_ERROR_NOT_FOUND, %VSL_STORE_ERROR_EXISTS when the new
 *   name is, or was, that of another one
 */
gboolean
vsl_store_change_site (VslStore   *self,
                       const char *name,
                       VslSite    *site,
                       GError    **error)
{
  Change change = { name, site };

  g_return_val_if_fail (name != NULL && VSL_IS_SITE (site), FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, change_site, &change, error));
}

/**
 * vsl_store_remove_site:
 * @self: the store
 * @name: its name
 * @error: return location for a #GError
 *
 * Removes a site from every list. What was published there stays there.
 *
 * Returns: whether it was removed; %VSL_STORE_ERROR_NOT_FOUND
 */
gboolean
vsl_store_remove_site (VslStore   *self,
                       const char *name,
                       GError    **error)
{
  g_return_val_if_fail (name != NULL, FALSE);

  return GPOINTER_TO_INT (vsl_store_call (self, remove_site, (gpointer) name, error));
}
