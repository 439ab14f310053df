/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-api.h"

#include "cms/vsl-http-failure.h"
#include "core/vsl-json.h"

#include <stdarg.h>
#include <string.h>

/*
 * Where things are in WordPress's REST API and how they are written there. The API has two faces:
 * `/wp-json/` followed by the route, and, without pretty permalinks, `?rest_route=` with the route
 * as a parameter and all others behind it.
 */

static gboolean
names_wp_v2 (JsonArray *namespaces)
{
  guint i;

  for (i = 0; i < json_array_get_length (namespaces); i++)
    {
      JsonNode *node = json_array_get_element (namespaces, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
          g_strcmp0 (json_node_get_string (node), "wp/v2") == 0)
        return TRUE;
    }

  return FALSE;
}

/* The plug-ins for bylines and credits, by the namespace that each has in the API. */
static const struct
{
  const char *space; /* a beginning */
  const char *name;
} plugins[] = {
  { "coauthors/", "co-authors-plus" },
  { "publishpress-authors/", "publishpress" },
  { "newspack/", "newspack" },
};

static char *
list_offers (JsonArray *namespaces)
{
  g_autoptr(GString) offers = g_string_new (NULL);
  guint i, j;

  for (i = 0; i < G_N_ELEMENTS (plugins); i++)
    for (j = 0; j < json_array_get_length (namespaces); j++)
      {
        JsonNode *node = json_array_get_element (namespaces, j);

        if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING ||
            !g_str_has_prefix (json_node_get_string (node), plugins[i].space))
          continue;
        g_string_append_printf (offers, "%s%s", offers->len > 0 ? "," : "", plugins[i].name);
        break;
      }

  return g_string_free (g_steal_pointer (&offers), FALSE);
}

/* The name of its zone; where a fixed offset was chosen instead, that, which may hold half hours and
 * comes as a number or, of some versions, as a text. */
static char *
read_timezone (JsonObject *index)
{
  const char *name = vsl_json_has (index, "timezone_string")
                       ? vsl_json_get_string (index, "timezone_string", NULL) : NULL;
  JsonNode *offset = json_object_get_member (index, "gmt_offset");
  double hours;
  int minutes;

  if (name != NULL && *name != '\0')
    return g_strdup (name);
  if (offset == NULL || !JSON_NODE_HOLDS_VALUE (offset))
    return NULL;

  hours = json_node_get_value_type (offset) == G_TYPE_STRING
            ? g_ascii_strtod (json_node_get_string (offset), NULL) : json_node_get_double (offset);
  if (!(hours >= -14 && hours <= 14))
    return NULL;
  minutes = (int) (hours * 60);

  return g_strdup_printf ("%c%02d:%02d", minutes < 0 ? '-' : '+', ABS (minutes) / 60, ABS (minutes) % 60);
}

/* An object when they can be used; an empty list, as PHP writes an empty map, when they cannot. */
static JsonObject *
get_application_passwords (JsonObject *index)
{
  JsonObject *authentication = vsl_json_get_object (index, "authentication", NULL);

  return authentication != NULL ? vsl_json_get_object (authentication, "application-passwords", NULL)
                                : NULL;
}

static char *
dup_authorize_url (JsonObject *passwords)
{
  JsonObject *endpoints = passwords != NULL ? vsl_json_get_object (passwords, "endpoints", NULL) : NULL;

  return endpoints != NULL ? g_strdup (vsl_json_get_string (endpoints, "authorization", NULL)) : NULL;
}

/**
 * vsl_wordpress_index_parse:
 * @reply: a successful answer to a request for the root of the API
 * @error: return location for an error
 *
 * Returns: (transfer full): what it says, or %NULL with %VSL_CMS_ERROR_NOT_A_SITE when this is not
 *   the index of a WordPress
 */
VslWordpressIndex *
vsl_wordpress_index_parse (VslHttpReply  *reply,
                           GError       **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(JsonNode) root = NULL;
  VslWordpressIndex *self;
  JsonObject *index = NULL;
  JsonArray *namespaces = NULL;
  const char *title;

  g_return_val_if_fail (reply != NULL, NULL);

  root = vsl_http_reply_parse_json (reply, &cause);
  if (root != NULL)
    index = vsl_json_as_object (root, &cause);
  if (index != NULL)
    namespaces = vsl_json_get_array (index, "namespaces", &cause);
  if (namespaces == NULL || !names_wp_v2 (namespaces))
    {
      g_propagate_error (error, vsl_http_failure_of_format (reply, cause));
      return NULL;
    }

  title = vsl_json_get_string (index, "name", NULL);
  self = g_new0 (VslWordpressIndex, 1);
  self->title = vsl_wordpress_text_unescape (title != NULL ? title : "");
  self->timezone = read_timezone (index);
  self->offers = list_offers (namespaces);
  self->application_passwords = get_application_passwords (index) != NULL;
  self->authorize_url = dup_authorize_url (get_application_passwords (index));

  return self;
}

/**
 * vsl_wordpress_index_free:
 * @self: (nullable): an index
 */
void
vsl_wordpress_index_free (VslWordpressIndex *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->timezone);
  g_free (self->offers);
  g_free (self->authorize_url);
  g_free (self);
}

static void
append_parameter (GString    *query,
                  const char *name,
                  const char *value)
{
  if (query->len > 0)
    g_string_append_c (query, '&');
  g_string_append_uri_escaped (query, name, "_", FALSE);
  g_string_append_c (query, '=');
  g_string_append_uri_escaped (query, value, "/,", FALSE);
}

/* The parameters of the root but its route. */
static void
append_other_parameters (GString    *query,
                         const char *of_root)
{
  g_auto(GStrv) parts = g_strsplit (of_root, "&", -1);
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    {
      if (g_str_has_prefix (parts[i], "rest_route=") || *parts[i] == '\0')
        continue;
      if (query->len > 0)
        g_string_append_c (query, '&');
      g_string_append (query, parts[i]);
    }
}

/**
 * vsl_wordpress_api_uri:
 * @root: the root of the API, in either form
 * @route: the route below it, for example `wp/v2/posts`; empty for the root itself
 * @first_name: (nullable): the name of a parameter, followed by its value, further names and values,
 *   and %NULL
 *
 * Returns: (transfer full): the address
 */
GUri *
vsl_wordpress_api_uri (GUri       *root,
                       const char *route,
                       const char *first_name,
                       ...)
{
  g_autoptr(GString) query = g_string_new (NULL);
  g_autoptr(GString) path = NULL;
  const char *root_query;
  const char *name;
  va_list args;

  g_return_val_if_fail (root != NULL && route != NULL, NULL);

  path = g_string_new (g_uri_get_path (root));
  root_query = g_uri_get_query (root);
  if (root_query != NULL && strstr (root_query, "rest_route=") != NULL)
    {
      g_autofree char *full = g_strconcat ("/", route, NULL);

      append_parameter (query, "rest_route", full);
    }
  else
    {
      if (path->len == 0 || path->str[path->len - 1] != '/')
        g_string_append_c (path, '/');
      g_string_append (path, route);
    }
  if (root_query != NULL)
    append_other_parameters (query, root_query);

  va_start (args, first_name);
  for (name = first_name; name != NULL; name = va_arg (args, const char *))
    append_parameter (query, name, va_arg (args, const char *));
  va_end (args);

  return g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (root), NULL, g_uri_get_host (root),
                      g_uri_get_port (root), path->str, query->len > 0 ? query->str : NULL, NULL);
}

static GUri *
with_path (GUri       *page,
           const char *path,
           const char *query)
{
  return g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (page), NULL, g_uri_get_host (page),
                      g_uri_get_port (page), path, query, NULL);
}

/**
 * vsl_wordpress_api_guess:
 * @page: any page of a site
 *
 * Returns: (transfer container) (element-type GUri): where the root of the API may be when the page
 *   does not say: below each folder on the way to it, the top one first, in either form
 */
GPtrArray *
vsl_wordpress_api_guess (GUri *page)
{
  g_autoptr(GPtrArray) roots = NULL;
  const char *path;
  const char *slash;
  guint n_folders = 0;

  g_return_val_if_fail (page != NULL, NULL);

  roots = g_ptr_array_new_with_free_func ((GDestroyNotify) g_uri_unref);
  path = g_uri_get_path (page);
  for (slash = strchr (path, '/'); slash != NULL && n_folders < 3; slash = strchr (slash + 1, '/'))
    {
      g_autofree char *folder = g_strndup (path, slash - path + 1);
      g_autofree char *pretty = g_strconcat (folder, "wp-json/", NULL);

      g_ptr_array_add (roots, with_path (page, pretty, NULL));
      g_ptr_array_add (roots, with_path (page, folder, "rest_route=/"));
      n_folders++;
    }

  return g_steal_pointer (&roots);
}

/**
 * vsl_wordpress_api_edit_url:
 * @root: the root of the API
 * @id: the id of a post
 *
 * Returns: (transfer full): the address of the page where it is edited in the browser
 */
char *
vsl_wordpress_api_edit_url (GUri   *root,
                            gint64  id)
{
  g_autofree char *path = NULL;
  g_autofree char *query = NULL;
  g_autoptr(GUri) uri = NULL;
  g_autoptr(GString) base = NULL;
  char *end;

  g_return_val_if_fail (root != NULL, NULL);

  base = g_string_new (g_uri_get_path (root));
  if (g_str_has_suffix (base->str, "/wp-json/"))
    g_string_truncate (base, base->len - strlen ("wp-json/"));
  end = strrchr (base->str, '/');
  if (end != NULL)
    g_string_truncate (base, end + 1 - base->str);

  path = g_strconcat (base->str, "wp-admin/post.php", NULL);
  query = g_strdup_printf ("post=%" G_GINT64_FORMAT "&action=edit", id);
  uri = with_path (root, path, query);

  return g_uri_to_string (uri);
}

/**
 * vsl_wordpress_api_authorization:
 * @user: the user name or e-mail address
 * @password: an application password, with or without its spaces
 *
 * Returns: (transfer full): the value of the `Authorization` header; to be wiped after use
 */
char *
vsl_wordpress_api_authorization (const char *user,
                                 const char *password)
{
  g_autofree char *pair = NULL;
  g_autofree char *encoded = NULL;
  char *value;

  g_return_val_if_fail (user != NULL && password != NULL, NULL);

  pair = g_strconcat (user, ":", password, NULL);
  encoded = g_base64_encode ((const guchar *) pair, strlen (pair));
  value = g_strconcat ("Basic ", encoded, NULL);
  explicit_bzero (pair, strlen (pair));
  explicit_bzero (encoded, strlen (encoded));

  return value;
}

/* Whether the & at @at begins an entity, which a browser would replace. */
static gboolean
begins_entity (const char *at)
{
  const char *p = at + 1;

  if (*p == '#')
    return TRUE;
  while (g_ascii_isalnum (*p))
    p++;

  return p > at + 1 && *p == ';';
}

/**
 * vsl_wordpress_text_escape:
 * @text: plain text
 *
 * Writes plain text for a field of WordPress that holds HTML, such as the title, with as few changes
 * as safety allows: a bare `&` is left alone, as in what people type there themselves.
 *
 * Returns: (transfer full): @text as HTML
 */
char *
vsl_wordpress_text_escape (const char *text)
{
  g_autoptr(GString) html = NULL;
  const char *p;

  g_return_val_if_fail (text != NULL, NULL);

  html = g_string_new (NULL);
  for (p = text; *p != '\0'; p++)
    {
      if (*p == '<')
        g_string_append (html, "&lt;");
      else if (*p == '>')
        g_string_append (html, "&gt;");
      else if (*p == '&' && begins_entity (p))
        g_string_append (html, "&amp;");
      else
        g_string_append_c (html, *p);
    }

  return g_string_free (g_steal_pointer (&html), FALSE);
}

/* The entities that WordPress writes itself. */
static const struct
{
  const char *entity;
  const char *text;
} entities[] = {
  { "&amp;", "&" },       { "&lt;", "<" },        { "&gt;", ">" },        { "&quot;", "\"" },
  { "&#039;", "'" },      { "&#39;", "'" },       { "&#038;", "&" },      { "&#38;", "&" },
  { "&#8217;", "\u2019" }, { "&#8216;", "\u2018" }, { "&#8220;", "\u201C" }, { "&#8221;", "\u201D" },
  { "&#8211;", "\u2013" }, { "&#8212;", "\u2014" }, { "&#8230;", "\u2026" }, { "&nbsp;", "\u00A0" },
};

/**
 * vsl_wordpress_text_unescape:
 * @text: a name or title as the API gives it
 *
 * Returns: (transfer full): the plain text
 */
char *
vsl_wordpress_text_unescape (const char *text)
{
  g_autoptr(GString) plain = NULL;
  const char *p;
  guint i;

  g_return_val_if_fail (text != NULL, NULL);

  plain = g_string_new (NULL);
  for (p = text; *p != '\0';)
    {
      for (i = 0; *p == '&' && i < G_N_ELEMENTS (entities); i++)
        if (g_str_has_prefix (p, entities[i].entity))
          break;
      if (*p == '&' && i < G_N_ELEMENTS (entities))
        {
          g_string_append (plain, entities[i].text);
          p += strlen (entities[i].entity);
        }
      else
        {
          g_string_append_c (plain, *p++);
        }
    }

  return g_string_free (g_steal_pointer (&plain), FALSE);
}
