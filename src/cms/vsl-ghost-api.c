/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-ghost-api.h"

#include "cms/vsl-http-address.h"
#include "cms/vsl-http-failure.h"
#include "core/vsl-json.h"

#include <glib/gi18n.h>
#include <stdarg.h>
#include <string.h>

/*
 * Ghost's Admin API: where it is, how a request is signed, and what its refusals mean. An Admin key
 * is `id:secret`, 24 and 64 hexadecimal digits; a request carries a JSON Web Token (RFC 7519) that is
 * signed with the secret and valid for five minutes.
 */

#define ID_DIGITS 24
#define SECRET_DIGITS 64
#define HEX "0123456789abcdefABCDEF"
#define TOKEN_SECONDS 300

/**
 * vsl_ghost_site_parse:
 * @reply: a successful answer to a request for `site/`
 * @error: return location for an error
 *
 * Returns: (transfer full): what it says, or %NULL with %VSL_CMS_ERROR_NOT_A_SITE when this is no
 *   Ghost
 */
VslGhostSite *
vsl_ghost_site_parse (VslHttpReply  *reply,
                      GError       **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(JsonNode) root = NULL;
  VslGhostSite *self;
  JsonObject *object = NULL;
  JsonObject *site = NULL;
  const char *title = NULL;

  g_return_val_if_fail (reply != NULL, NULL);

  root = vsl_http_reply_parse_json (reply, &cause);
  if (root != NULL)
    object = vsl_json_as_object (root, &cause);
  if (object != NULL)
    site = vsl_json_get_object (object, "site", &cause);
  if (site != NULL)
    title = vsl_json_get_string (site, "title", &cause);
  if (title == NULL)
    {
      g_propagate_error (error, vsl_http_failure_of_format (reply, cause));
      return NULL;
    }

  self = g_new0 (VslGhostSite, 1);
  self->title = g_strdup (title);
  self->version = g_strdup (vsl_json_get_string (site, "version", NULL));

  return self;
}

/**
 * vsl_ghost_site_free:
 * @self: (nullable): what a site said
 */
void
vsl_ghost_site_free (VslGhostSite *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->version);
  g_free (self);
}

/**
 * vsl_ghost_key_is_valid:
 * @key: what was given as the password
 *
 * Returns: whether it has the form of an Admin API key
 */
gboolean
vsl_ghost_key_is_valid (const char *key)
{
  g_return_val_if_fail (key != NULL, FALSE);

  return strspn (key, HEX) == ID_DIGITS && key[ID_DIGITS] == ':' &&
         strspn (key + ID_DIGITS + 1, HEX) == SECRET_DIGITS &&
         key[ID_DIGITS + 1 + SECRET_DIGITS] == '\0';
}

/* Base64 for addresses, RFC 4648 section 5, without padding. */
static char *
encode (const guchar *data,
        gsize         size)
{
  char *text = g_base64_encode (data, size);

  g_strdelimit (text, "+", '-');
  g_strdelimit (text, "/", '_');
  text[strcspn (text, "=")] = '\0';

  return text;
}

static char *
encode_text (const char *text)
{
  return encode ((const guchar *) text, strlen (text));
}

/**
 * vsl_ghost_key_sign:
 * @key: a valid Admin API key
 * @now: seconds since 1970, UTC
 *
 * Returns: (transfer full): the value of the `Authorization` header for the next minutes
 */
char *
vsl_ghost_key_sign (const char *key,
                    gint64      now)
{
  g_autofree char *header_json = NULL;
  g_autofree char *claims_json = NULL;
  g_autofree char *header = NULL;
  g_autofree char *claims = NULL;
  g_autofree char *signed_part = NULL;
  g_autofree char *signature = NULL;
  guchar secret[SECRET_DIGITS / 2];
  guchar digest[32];
  gsize size = sizeof digest;
  GHmac *hmac;
  guint i;

  g_return_val_if_fail (key != NULL && vsl_ghost_key_is_valid (key), NULL);

  for (i = 0; i < sizeof secret; i++)
    secret[i] = g_ascii_xdigit_value (key[ID_DIGITS + 1 + 2 * i]) << 4 |
                g_ascii_xdigit_value (key[ID_DIGITS + 2 + 2 * i]);

  header_json = g_strdup_printf ("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"%.*s\"}", ID_DIGITS, key);
  claims_json = g_strdup_printf ("{\"iat\":%" G_GINT64_FORMAT ",\"exp\":%" G_GINT64_FORMAT
                                 ",\"aud\":\"/admin/\"}", now, now + TOKEN_SECONDS);
  header = encode_text (header_json);
  claims = encode_text (claims_json);
  signed_part = g_strconcat (header, ".", claims, NULL);

  hmac = g_hmac_new (G_CHECKSUM_SHA256, secret, sizeof secret);
  g_hmac_update (hmac, (const guchar *) signed_part, strlen (signed_part));
  g_hmac_get_digest (hmac, digest, &size);
  g_hmac_unref (hmac);
  explicit_bzero (secret, sizeof secret);
  signature = encode (digest, size);

  return g_strconcat ("Ghost ", signed_part, ".", signature, NULL);
}

/**
 * vsl_ghost_api_guess:
 * @page: any page of a site
 *
 * Returns: (transfer container) (element-type GUri): where the root of the Admin API may be: below
 *   each folder on the way to the page, the top one first
 */
GPtrArray *
vsl_ghost_api_guess (GUri *page)
{
  g_autoptr(GPtrArray) roots = NULL;
  const char *path;
  const char *slash;

  g_return_val_if_fail (page != NULL, NULL);

  roots = g_ptr_array_new_with_free_func ((GDestroyNotify) g_uri_unref);
  path = g_uri_get_path (page);
  for (slash = strchr (path, '/'); slash != NULL && roots->len < 3; slash = strchr (slash + 1, '/'))
    {
      g_autofree char *folder = g_strndup (path, slash - path);
      g_autofree char *below = g_strconcat (folder, "/ghost/api/admin/", NULL);

      g_ptr_array_add (roots, g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (page), NULL,
                                           g_uri_get_host (page), g_uri_get_port (page), below,
                                           NULL, NULL));
    }

  return g_steal_pointer (&roots);
}

/**
 * vsl_ghost_api_uri:
 * @root: the root of the API
 * @route: the route below it, with its slash at the end
 * @first_name: (nullable): the name of a parameter, followed by its value, further names and values,
 *   and %NULL
 *
 * Returns: (transfer full): the address
 */
GUri *
vsl_ghost_api_uri (GUri       *root,
                   const char *route,
                   const char *first_name,
                   ...)
{
  g_autoptr(GString) query = g_string_new (NULL);
  g_autofree char *path = NULL;
  const char *name;
  va_list args;

  g_return_val_if_fail (root != NULL && route != NULL, NULL);

  path = g_strconcat (g_uri_get_path (root), route, NULL);
  va_start (args, first_name);
  for (name = first_name; name != NULL; name = va_arg (args, const char *))
    {
      if (query->len > 0)
        g_string_append_c (query, '&');
      g_string_append_printf (query, "%s=", name);
      g_string_append_uri_escaped (query, va_arg (args, const char *), ",", FALSE);
    }
  va_end (args);

  return g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (root), NULL, g_uri_get_host (root),
                      g_uri_get_port (root), path, query->len > 0 ? query->str : NULL, NULL);
}

/**
 * vsl_ghost_api_edit_url:
 * @root: the root of the API
 * @id: the id of a post
 *
 * Returns: (transfer full): the address of the page where it is edited in the browser
 */
char *
vsl_ghost_api_edit_url (GUri       *root,
                        const char *id)
{
  g_autofree char *fragment = g_strconcat ("/editor/post/", id, NULL);
  g_autofree char *path = NULL;
  g_autoptr(GUri) uri = NULL;

  g_return_val_if_fail (root != NULL && id != NULL, NULL);

  path = g_strdup (g_uri_get_path (root));
  if (g_str_has_suffix (path, "api/admin/"))
    path[strlen (path) - strlen ("api/admin/")] = '\0';
  uri = g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (root), NULL, g_uri_get_host (root),
                     g_uri_get_port (root), path, NULL, fragment);

  return g_uri_to_string (uri);
}

/**
 * vsl_ghost_api_quote:
 * @text: a text
 *
 * Returns: (transfer full): it as a text in Ghost's filter language
 */
char *
vsl_ghost_api_quote (const char *text)
{
  g_autoptr(GString) quoted = g_string_new ("'");

  g_return_val_if_fail (text != NULL, NULL);

  for (; *text != '\0'; text++)
    {
      if (*text == '\'' || *text == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *text);
    }
  g_string_append_c (quoted, '\'');

  return g_string_free (g_steal_pointer (&quoted), FALSE);
}

/* The first of the errors in an answer. */
static JsonObject *
get_first_error (JsonNode *root)
{
  JsonObject *object = root != NULL ? vsl_json_as_object (root, NULL) : NULL;
  JsonArray *errors = object != NULL ? vsl_json_get_array (object, "errors", NULL) : NULL;

  if (errors == NULL || json_array_get_length (errors) == 0)
    return NULL;

  return vsl_json_as_object (json_array_get_element (errors, 0), NULL);
}

/* More than five minutes apart, and no token of ours is valid there. */
static gboolean
clocks_differ (VslHttpReply *reply)
{
  gint64 there = vsl_http_reply_get_date (reply);
  gint64 here = g_get_real_time () / G_USEC_PER_SEC;

  return there != 0 && ABS (there - here) > TOKEN_SECONDS / 2;
}

static GError *
describe_auth (VslHttpReply *reply,
               const char   *name)
{
  if (clocks_differ (reply))
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH,
                        _("“%s” does not accept the key because its clock and that of this "
                          "computer differ. Set the clock of this computer right."), name);

  return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH,
                      _("“%s” does not accept the key. Copy the Admin API key of the integration "
                        "in Ghost’s settings once more."), name);
}

/* Which field a refusal is about. Ghost 5 names it, Ghost 6 may give a number and name it in its
 * sentence only; and both do so in the words of its database. */
static const char *
find_field (JsonObject *error)
{
  static const struct
  {
    const char *name, *words;
  } fields[] = {
    { "custom_excerpt", N_("the lead") },   { "meta_title", N_("the headline") },
    { "title", N_("the headline") },        { "slug", N_("the address") },
    { "published_at", N_("the time of publication") },
    { "feature_image_alt", N_("the description of the picture") },
    { "feature_image_caption", N_("the caption of the picture") },
    { "canonical_url", N_("the first address") },
    { "tags", N_("the tags") },             { "lexical", N_("the text") },
  };
  const char *places[] = { vsl_json_get_string (error, "property", NULL),
                           vsl_json_get_string (error, "context", NULL),
                           vsl_json_get_string (error, "message", NULL) };
  guint p, i;

  for (p = 0; p < G_N_ELEMENTS (places); p++)
    for (i = 0; places[p] != NULL && i < G_N_ELEMENTS (fields); i++)
      if (strstr (places[p], fields[i].name) != NULL)
        return _(fields[i].words);

  return NULL;
}

static GError *
describe (VslHttpReply *reply)
{
  g_autoptr(JsonNode) root = vsl_http_reply_parse_json (reply, NULL);
  g_autofree char *name = vsl_http_address_dup_name (reply->uri);
  JsonObject *first = get_first_error (root);
  const char *field = first != NULL ? find_field (first) : NULL;
  const char *code = first != NULL ? vsl_json_get_string (first, "code", NULL) : NULL;

  g_debug ("%s: %u, code %s", name, reply->status, code != NULL ? code : "none");

  if (reply->status == 401 || g_strcmp0 (code, "INVALID_JWT") == 0)
    return describe_auth (reply, name);
  if (first != NULL && reply->status == 404)
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND,
                        _("The article is no longer on “%s”."), name);
  if (first != NULL && reply->status == 409)
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_CONFLICT,
                        _("Somebody changed the article on “%s” since it was last sent or fetched. "
                          "Nothing was sent; compare the two versions first."), name);
  if (first != NULL && reply->status == 422 && field != NULL)
    return g_error_new (VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                        _("“%s” does not accept what is in: %s. Nothing was stored."), name,
                        field);

  return NULL;
}

/**
 * vsl_ghost_api_judge:
 * @reply: any answer of the API
 * @error: return location for an error
 *
 * Returns: (transfer full): what it holds, or %NULL when it is no 2xx or not JSON
 */
JsonNode *
vsl_ghost_api_judge (VslHttpReply  *reply,
                     GError       **error)
{
  g_autoptr(GError) cause = NULL;
  JsonNode *root = NULL;
  GError *described;

  g_return_val_if_fail (reply != NULL, NULL);

  if (!vsl_http_reply_is_success (reply))
    {
      described = vsl_http_reply_is_redirect (reply) ? NULL : describe (reply);
      g_propagate_error (error, described != NULL ? described : vsl_http_failure_of_status (reply));
      return NULL;
    }

  root = vsl_http_reply_parse_json (reply, &cause);
  if (root == NULL)
    g_propagate_error (error, vsl_http_failure_of_format (reply, cause));

  return root;
}
