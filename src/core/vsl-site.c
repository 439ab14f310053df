/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-site.h"

#include "core/vsl-json.h"

#include <string.h>

/* Far more than anybody chooses by hand. */
#define MAX_SETTINGS_BYTES (64 * 1024)

/**
 * VslSite:
 *
 * A publication's site as an account: where it is and who we are there. The password is not here.
 *
 * Immutable; any thread.
 */
struct _VslSite
{
  GObject parent_instance;

  char *name; /* (owned) */
  VslBrand brand;
  char *url; /* (owned) */
  char *user; /* (owned) */
  char *api_root; /* (owned) */
  char *title; /* (owned) */
  JsonNode *settings; /* (owned) a JSON object, never changed */
};

G_DEFINE_FINAL_TYPE (VslSite, vsl_site, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_BRAND,
  PROP_URL,
  PROP_USER,
  PROP_API_ROOT,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
vsl_site_finalize (GObject *object)
{
  VslSite *self = VSL_SITE (object);

  g_free (self->name);
  g_free (self->url);
  g_free (self->user);
  g_free (self->api_root);
  g_free (self->title);
  json_node_unref (self->settings);

  G_OBJECT_CLASS (vsl_site_parent_class)->finalize (object);
}

static void
vsl_site_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  VslSite *self = VSL_SITE (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_BRAND:
      g_value_set_int (value, self->brand);
      break;
    case PROP_URL:
      g_value_set_string (value, self->url);
      break;
    case PROP_USER:
      g_value_set_string (value, self->user);
      break;
    case PROP_API_ROOT:
      g_value_set_string (value, self->api_root);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_site_class_init (VslSiteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vsl_site_finalize;
  object_class->get_property = vsl_site_get_property;

  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BRAND] =
    g_param_spec_int ("brand", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_URL] =
    g_param_spec_string ("url", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_USER] =
    g_param_spec_string ("user", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_API_ROOT] =
    g_param_spec_string ("api-root", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_site_init (VslSite *self)
{
  self->settings = json_node_init_object (json_node_alloc (), NULL);
  json_node_take_object (self->settings, json_object_new ());
}

/**
 * vsl_site_new:
 * @name: (nullable): the name by which people call it; unique
 * @brand: the CMS it runs on
 * @url: (nullable): the address of the site, or the path of the folder
 * @user: (nullable): our user name there; empty for a folder
 * @api_root: (nullable): the pinned address of its API; empty for a folder
 * @title: (nullable): what the site calls itself
 *
 * A value; texts may be %NULL for empty.
 *
 * Returns: (transfer full): a new site
 */
VslSite *
vsl_site_new (const char *name,
              VslBrand    brand,
              const char *url,
              const char *user,
              const char *api_root,
              const char *title)
{
  VslSite *self = g_object_new (VSL_TYPE_SITE, NULL);

  self->name = g_strdup (name != NULL ? name : "");
  self->brand = brand;
  self->url = g_strdup (url != NULL ? url : "");
  self->user = g_strdup (user != NULL ? user : "");
  self->api_root = g_strdup (api_root != NULL ? api_root : "");
  self->title = g_strdup (title != NULL ? title : "");

  return self;
}

/**
 * vsl_site_get_name:
 * @self: the site
 *
 * Returns: (transfer none): the name by which people call it; unique
 */
const char *
vsl_site_get_name (VslSite *self)
{
  g_return_val_if_fail (VSL_IS_SITE (self), NULL);

  return self->name;
}

/**
 * vsl_site_get_brand:
 * @self: the site
 *
 * Returns: the CMS it runs on
 */
VslBrand
vsl_site_get_brand (VslSite *self)
{
  g_return_val_if_fail (VSL_IS_SITE (self), 0);

  return self->brand;
}

/**
 * vsl_site_get_url:
 * @self: the site
 *
 * Returns: (transfer none): the address of the site, or the path of the folder
 */
const char *
vsl_site_get_url (VslSite *self)
{
  g_return_val_if_fail (VSL_IS_SITE (self), NULL);

  return self->url;
}

/**
 * vsl_site_get_user:
 * @self: the site
 *
 * Returns: (transfer none): our user name there; empty for a folder
 */
const char *
vsl_site_get_user (VslSite *self)
{
  g_return_val_if_fail (VSL_IS_SITE (self), NULL);

  return self->user;
}

/**
 * vsl_site_get_api_root:
 * @self: the site
 *
 * Returns: (transfer none): the pinned address of its API; empty for a folder
 */
const char *
vsl_site_get_api_root (VslSite *self)
{
  g_return_val_if_fail (VSL_IS_SITE (self), NULL);

  return self->api_root;
}

/**
 * vsl_site_get_title:
 * @self: the site
 *
 * Returns: (transfer none): what the site calls itself
 */
const char *
vsl_site_get_title (VslSite *self)
{
  g_return_val_if_fail (VSL_IS_SITE (self), NULL);

  return self->title;
}

/**
 * vsl_site_dup_host:
 * @self: the site
 *
 * The word by which a sentence can name the site: the host of its address, or its name where it has
 * none.
 *
 * Returns: (transfer full): the host
 */
char *
vsl_site_dup_host (VslSite *self)
{
  g_autofree char *address = NULL;
  g_autoptr(GUri) uri = NULL;
  const char *host = NULL;

  g_return_val_if_fail (VSL_IS_SITE (self), NULL);

  /* People type “example.org”. */
  address = g_strdup (self->url);
  g_strstrip (address);
  if (*address != '\0' && strstr (address, "://") == NULL)
    {
      g_autofree char *typed = g_steal_pointer (&address);

      address = g_strconcat ("https://", typed, NULL);
    }
  if (self->brand != VSL_BRAND_FOLDER)
    uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  if (uri != NULL)
    host = g_uri_get_host (uri);

  return g_strdup (host != NULL && *host != '\0' ? host : self->name);
}

/**
 * vsl_site_new_with_settings:
 * @site: a site
 * @settings: (nullable): a JSON object as text; what is no JSON object counts as an empty one
 *
 * Returns: (transfer full): the same site with these settings
 */
VslSite *
vsl_site_new_with_settings (VslSite    *site,
                            const char *settings)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonNode) node = NULL;
  VslSite *self;

  g_return_val_if_fail (VSL_IS_SITE (site), NULL);

  self = vsl_site_new (site->name, site->brand, site->url, site->user, site->api_root, site->title);
  if (settings == NULL)
    return self;

  bytes = g_bytes_new_static (settings, strlen (settings));
  node = vsl_json_parse (bytes, MAX_SETTINGS_BYTES, NULL);
  if (node != NULL && vsl_json_as_object (node, NULL) != NULL)
    {
      json_node_unref (self->settings);
      self->settings = g_steal_pointer (&node);
    }

  return self;
}

/**
 * vsl_site_new_with_setting:
 * @site: a site
 * @key: what is chosen, a word with dashes
 * @value: (nullable): what it is to be; %NULL for what it is without a choice
 *
 * Returns: (transfer full): the same site with this one setting changed
 */
VslSite *
vsl_site_new_with_setting (VslSite    *site,
                           const char *key,
                           const char *value)
{
  g_autofree char *settings = NULL;
  VslSite *self;
  JsonObject *object;

  g_return_val_if_fail (VSL_IS_SITE (site), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  settings = vsl_site_dup_settings (site);
  self = vsl_site_new_with_settings (site, settings);
  object = json_node_get_object (self->settings);
  if (value != NULL)
    json_object_set_string_member (object, key, value);
  else
    json_object_remove_member (object, key);

  return self;
}

/**
 * vsl_site_dup_settings:
 * @self: the site
 *
 * Returns: (transfer full): what was chosen for the site, a JSON object as text
 */
char *
vsl_site_dup_settings (VslSite *self)
{
  g_return_val_if_fail (VSL_IS_SITE (self), NULL);

  return json_to_string (self->settings, FALSE);
}

/**
 * vsl_site_get_setting:
 * @self: the site
 * @key: what is asked for
 *
 * Returns: (transfer none) (nullable): what was chosen for the site; %NULL when nothing was, or no text
 */
const char *
vsl_site_get_setting (VslSite    *self,
                      const char *key)
{
  JsonObject *object;

  g_return_val_if_fail (VSL_IS_SITE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  object = json_node_get_object (self->settings);

  return vsl_json_has (object, key) ? vsl_json_get_string (object, key, NULL) : NULL;
}
