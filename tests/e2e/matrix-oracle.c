/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "matrix-oracle.h"

#include "cms/vsl-ghost-api.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <string.h>

struct _MatrixOracle
{
  SoupSession *session; /* (owned) */
  VslBrand     brand;
  char        *url;     /* (owned) */
};

static const char *
get_setting (const char *name)
{
  const char *value = g_getenv (name);

  g_assert_nonnull (value);

  return value;
}

static char *
dup_authorization (MatrixOracle *self)
{
  g_autofree char *pair = NULL;
  g_autofree char *encoded = NULL;

  if (self->brand == VSL_BRAND_GHOST)
    return vsl_ghost_key_sign (get_setting ("GHOST_ADMIN_KEY"), g_get_real_time () / G_USEC_PER_SEC);

  pair = g_strdup_printf ("%s:%s", get_setting ("WP_ADMIN_USER"), get_setting ("WP_ADMIN_APP_PASSWORD"));
  encoded = g_base64_encode ((const guchar *) pair, strlen (pair));

  return g_strconcat ("Basic ", encoded, NULL);
}

static JsonNode *
ask (MatrixOracle *self,
     const char   *route)
{
  g_autofree char *address = g_strconcat (self->url, route, NULL);
  g_autofree char *authorization = dup_authorization (self);
  g_autoptr(SoupMessage) message = soup_message_new ("GET", address);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  gsize size;
  const char *data;

  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization",
                                authorization);
  bytes = soup_session_send_and_read (self->session, message, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (soup_message_get_status (message), ==, 200);
  data = g_bytes_get_data (bytes, &size);
  g_assert_true (json_parser_load_from_data (parser, data, size, NULL));

  return json_parser_steal_root (parser);
}

static const char *
get_raw (JsonObject *post,
         const char *field)
{
  return json_object_get_string_member (json_object_get_object_member (post, field), "raw");
}

static void
take_wordpress (MatrixFound *found,
                JsonArray   *posts)
{
  guint i;

  for (i = 0; i < json_array_get_length (posts); i++)
    {
      JsonObject *post = json_array_get_object_element (posts, i);
      const char *status = json_object_get_string_member (post, "status");
      gboolean trashed = strcmp (status, "trash") == 0;

      found->n_trashed += trashed ? 1 : 0;
      found->n_live += trashed ? 0 : 1;
      if (found->id != NULL && trashed)
        continue;
      g_free (found->id);
      g_free (found->status);
      g_free (found->headline);
      g_free (found->content);
      g_free (found->mark);
      found->id = g_strdup_printf ("%" G_GINT64_FORMAT, json_object_get_int_member (post, "id"));
      found->status = g_strdup (status);
      found->headline = g_strdup (get_raw (post, "title"));
      found->content = g_strdup (get_raw (post, "content"));
      found->mark = g_strdup (found->content);
      found->picture = json_object_get_int_member (post, "featured_media") != 0;
    }
}

static MatrixFound *
look_at_wordpress (MatrixOracle *self,
                   const char   *word,
                   gboolean      with_media)
{
  MatrixFound *found = g_new0 (MatrixFound, 1);
  g_autofree char *route = g_strdup_printf (
    "/?rest_route=/wp/v2/posts&search=%s&status=any,trash&context=edit&per_page=20"
    "&_fields=id,status,title,content,featured_media", word);
  g_autofree char *media = g_strdup_printf (
    "/?rest_route=/wp/v2/media&search=%s&per_page=20&_fields=id", word);
  g_autoptr(JsonNode) posts = ask (self, route);
  g_autoptr(JsonNode) files = with_media ? ask (self, media) : NULL;

  take_wordpress (found, json_node_get_array (posts));
  if (files != NULL)
    found->n_media = json_array_get_length (json_node_get_array (files));

  return found;
}

/* The files that Ghost was given, without those that it made of them. */
static guint
count_files (const char *path,
             const char *word)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        n += strcmp (name, "size") != 0 ? count_files (child, word) : 0;
      else if (strstr (name, word) != NULL && strstr (name, "_o.") == NULL)
        n++;
    }

  return n;
}

static MatrixFound *
look_at_ghost (MatrixOracle *self,
               const char   *word,
               gboolean      with_media)
{
  MatrixFound *found = g_new0 (MatrixFound, 1);
  g_autofree char *route = g_strdup_printf (
    "/ghost/api/admin/posts/?filter=title:~'%s'&formats=lexical&limit=20", word);
  g_autofree char *images = g_build_filename (get_setting ("GHOST_CONTENT"), "images", NULL);
  g_autoptr(JsonNode) root = ask (self, route);
  JsonArray *posts = json_object_get_array_member (json_node_get_object (root), "posts");
  JsonObject *post;

  found->n_live = json_array_get_length (posts);
  if (with_media)
    found->n_media = count_files (images, word);
  if (found->n_live == 0)
    return found;

  post = json_array_get_object_element (posts, 0);
  found->id = g_strdup (json_object_get_string_member (post, "id"));
  found->status = g_strdup (json_object_get_string_member (post, "status"));
  found->headline = g_strdup (json_object_get_string_member (post, "title"));
  found->content = g_strdup (json_object_get_string_member (post, "lexical"));
  found->mark = g_strdup (json_object_get_string_member_with_default (post, "codeinjection_head", ""));
  found->picture = json_object_get_string_member_with_default (post, "feature_image", NULL) != NULL;

  return found;
}

MatrixOracle *
matrix_oracle_new (void)
{
  MatrixOracle *self = g_new0 (MatrixOracle, 1);

  self->session = soup_session_new_with_options ("timeout", 120, NULL);
  self->brand = g_getenv ("GHOST_URL") != NULL ? VSL_BRAND_GHOST : VSL_BRAND_WORDPRESS;
  self->url = g_strdup (get_setting (self->brand == VSL_BRAND_GHOST ? "GHOST_URL" : "WP_URL"));

  return self;
}

void
matrix_oracle_free (MatrixOracle *self)
{
  g_object_unref (self->session);
  g_free (self->url);
  g_free (self);
}

VslBrand
matrix_oracle_get_brand (MatrixOracle *self)
{
  return self->brand;
}

guint16
matrix_oracle_get_port (MatrixOracle *self)
{
  g_autoptr(GUri) uri = g_uri_parse (self->url, G_URI_FLAGS_NONE, NULL);

  return (guint16) g_uri_get_port (uri);
}

MatrixFound *
matrix_oracle_look (MatrixOracle *self,
                    const char   *word,
                    gboolean      with_media)
{
  if (self->brand == VSL_BRAND_GHOST)
    return look_at_ghost (self, word, with_media);

  return look_at_wordpress (self, word, with_media);
}

void
matrix_found_free (MatrixFound *self)
{
  g_free (self->id);
  g_free (self->status);
  g_free (self->headline);
  g_free (self->content);
  g_free (self->mark);
  g_free (self);
}
