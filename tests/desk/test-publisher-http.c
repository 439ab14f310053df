/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "desk/vsl-desk-private.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <string.h>

/* The engine and the real WordPress client against a small server that keeps posts as WordPress does,
 * and that swallows the answer to whichever write it is told to. */

typedef struct
{
  SoupServer *server;
  char *root;        /* (owned) of its API */
  GPtrArray *posts;  /* (owned) of JsonObject, the id being the place in it plus one */
  guint n_writes;
  guint swallow;     /* the write whose answer is lost, from 1; 0 for none */
  guint refuse;      /* the write that is cut off before it is carried out */
  gboolean lies;     /* does what it is told, and says each time that it has nothing */
} MiniSite;

static void
set_raw (JsonObject *post,
         JsonObject *from,
         const char *field)
{
  JsonObject *value;

  if (!json_object_has_member (from, field))
    return;

  value = json_object_new ();
  json_object_set_string_member (value, "raw", json_object_get_string_member (from, field));
  json_object_set_object_member (post, field, value);
}

static void
write_post (JsonObject *post,
            JsonObject *from)
{
  static const char * const copied[] = { "status", "slug" };
  guint i;

  set_raw (post, from, "title");
  set_raw (post, from, "content");
  set_raw (post, from, "excerpt");
  for (i = 0; i < G_N_ELEMENTS (copied); i++)
    {
      if (json_object_has_member (from, copied[i]))
        json_object_set_string_member (post, copied[i], json_object_get_string_member (from, copied[i]));
    }
}

static JsonObject *
add_post (MiniSite *site)
{
  JsonObject *post = json_object_new ();
  JsonObject *empty = json_object_new ();

  json_object_set_string_member (empty, "raw", "");
  json_object_set_int_member (post, "id", site->posts->len + 1);
  json_object_set_string_member (post, "status", "draft");
  json_object_set_string_member (post, "link", "http://127.0.0.1/artikel/");
  json_object_set_string_member (post, "slug", "");
  json_object_set_string_member (post, "modified_gmt", "2025-05-06T14:00:00");
  json_object_set_string_member (post, "date_gmt", "2025-05-06T14:00:00");
  json_object_set_object_member (post, "title", json_object_ref (empty));
  json_object_set_object_member (post, "content", json_object_ref (empty));
  json_object_set_object_member (post, "excerpt", empty);
  json_object_set_array_member (post, "tags", json_array_new ());
  json_object_set_object_member (post, "_links", json_object_new ());
  g_ptr_array_add (site->posts, post);

  return post;
}

static void
reply_with (SoupServerMessage *message,
            guint              status,
            JsonNode          *node)
{
  g_autofree char *text = json_to_string (node, FALSE);

  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json; charset=UTF-8", SOUP_MEMORY_COPY,
                                    text, strlen (text));
}

static void
reply_with_post (SoupServerMessage *message,
                 guint              status,
                 JsonObject        *post)
{
  g_autoptr(JsonNode) node = json_node_alloc ();

  json_node_init_object (node, post);
  reply_with (message, status, node);
}

static void
reply_with_found (MiniSite          *site,
                  SoupServerMessage *message,
                  const char        *text)
{
  g_autoptr(JsonNode) node = json_node_alloc ();
  JsonArray *found = json_array_new ();
  guint i;

  for (i = 0; i < site->posts->len && !site->lies; i++)
    {
      JsonObject *post = site->posts->pdata[i];
      JsonObject *content = json_object_get_object_member (post, "content");

      if (strstr (json_object_get_string_member (content, "raw"), text) != NULL)
        json_array_add_object_element (found, json_object_ref (post));
    }
  json_node_take_array (json_node_init (node, JSON_NODE_ARRAY), found);
  reply_with (message, SOUP_STATUS_OK, node);
}

/* The connection ends without a byte. */
static void
cut (SoupServerMessage *message)
{
  g_autoptr(GIOStream) stream = soup_server_message_steal_connection (message);

  g_io_stream_close (stream, NULL, NULL);
}

static void
handle_write (MiniSite          *site,
              SoupServerMessage *message,
              JsonObject        *post)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr(JsonParser) parser = json_parser_new ();
  guint status = post != NULL ? SOUP_STATUS_OK : SOUP_STATUS_CREATED;

  site->n_writes++;
  if (site->n_writes == site->refuse)
    {
      cut (message);
      return;
    }

  g_assert_true (json_parser_load_from_data (parser, body->data, body->length, NULL));
  if (post == NULL)
    post = add_post (site);
  write_post (post, json_node_get_object (json_parser_get_root (parser)));
  if (site->n_writes == site->swallow)
    cut (message);
  else if (site->lies)
    reply_with_found (site, message, "");
  else
    reply_with_post (message, status, post);
}

static void
posts_cb (SoupServer        *server,
          SoupServerMessage *message,
          const char        *path,
          GHashTable        *query,
          gpointer           user_data)
{
  MiniSite *site = user_data;
  const char *rest = path + strlen ("/wp-json/wp/v2/posts");
  gboolean is_write = g_str_equal (soup_server_message_get_method (message), "POST");
  guint64 id = *rest == '/' ? g_ascii_strtoull (rest + 1, NULL, 10) : 0;
  JsonObject *post = id > 0 && id <= site->posts->len ? site->posts->pdata[id - 1] : NULL;

  if (is_write)
    handle_write (site, message, post);
  else if (post != NULL)
    reply_with_post (message, SOUP_STATUS_OK, post);
  else
    reply_with_found (site, message, g_hash_table_lookup (query, "search"));
}

static void
mini_site_start (MiniSite *self)
{
  g_autoptr(GError) error = NULL;
  g_autoslist(GUri) uris = NULL;

  *self = (MiniSite) { .server = soup_server_new (NULL, NULL) };
  self->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  soup_server_add_handler (self->server, "/wp-json/wp/v2/posts", posts_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->root = g_strdup_printf ("http://127.0.0.1:%d/wp-json/", g_uri_get_port (uris->data));
}

static void
mini_site_stop (MiniSite *self)
{
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  g_ptr_array_unref (self->posts);
  g_free (self->root);
}

typedef struct
{
  const char *name;
  guint swallow;
  guint refuse;
} AnswerCase;

static const AnswerCase answer_cases[] = {
  { "all-is-well", 0, 0 },
  { "create-swallowed", 1, 0 },
  { "create-cut", 0, 1 },
  { "update-swallowed", 2, 0 },
  { "update-cut", 0, 2 },
};

/* One post, published, with what was written: whichever answer got lost. */
static void
test_answer (Fixture      *fixture,
             gconstpointer data)
{
  const AnswerCase *test = data;
  MiniSite mini;
  g_autoptr(VslSite) site = NULL;
  g_autoptr(VslStore) store = vsl_store_open (fixture->data_dir, VSL_STORE_READ_WRITE, NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslPublication) publication = NULL;
  JsonObject *post;

  mini_site_start (&mini);
  mini.swallow = test->swallow;
  mini.refuse = test->refuse;
  site = vsl_site_new ("weekblad", VSL_BRAND_WORDPRESS, mini.root, "redactie", mini.root, "Weekblad");
  g_assert_true (vsl_store_add_site (store, site, NULL));
  g_assert_true (vsl_store_close (store, NULL));

  fixture_open (fixture);
  vsl_publisher_set_look_ms (fixture->desk->publisher, 5);
  vsl_desk_remember_password (fixture->desk, "weekblad", "geheim");
  article = fixture_add (fixture, "Kop", "Eerste zin.");
  publication = fixture_publish (fixture, vsl_article_get_id (article), site, VSL_REMOTE_PUBLISH);
  g_assert_no_error (vsl_publication_get_error (publication));
  g_assert_true (vsl_publication_get_created (publication));
  g_assert_cmpint (vsl_outbox_row_get_state (vsl_publication_get_result (publication)), ==,
                   VSL_OUTBOX_CONFIRMED);

  g_assert_cmpuint (mini.posts->len, ==, 1);
  post = mini.posts->pdata[0];
  g_assert_cmpstr (json_object_get_string_member (post, "status"), ==, "publish");
  g_assert_nonnull (strstr (json_object_get_string_member (json_object_get_object_member (post, "content"), "raw"),
                            "Eerste zin."));
  fixture_close (fixture);
  mini_site_stop (&mini);
}

/* Who answers something strange to a draft, and that it is not there, is not believed the same moment. */
static void
test_lies (Fixture      *fixture,
           gconstpointer data)
{
  MiniSite mini;
  g_autoptr(VslSite) site = NULL;
  g_autoptr(VslStore) store = vsl_store_open (fixture->data_dir, VSL_STORE_READ_WRITE, NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslPublication) first = NULL;
  g_autoptr(VslPublication) second = NULL;
  g_autoptr(VslOutboxRow) row = NULL;

  mini_site_start (&mini);
  mini.lies = TRUE;
  site = vsl_site_new ("weekblad", VSL_BRAND_WORDPRESS, mini.root, "redactie", mini.root, "Weekblad");
  g_assert_true (vsl_store_add_site (store, site, NULL));
  g_assert_true (vsl_store_close (store, NULL));

  fixture_open (fixture);
  vsl_publisher_set_look_ms (fixture->desk->publisher, 5);
  vsl_desk_remember_password (fixture->desk, "weekblad", "geheim");
  article = fixture_add (fixture, "Kop", "Eerste zin.");
  first = fixture_publish (fixture, vsl_article_get_id (article), site, VSL_REMOTE_PUBLISH);
  g_assert_nonnull (vsl_publication_get_error (first));
  row = vsl_desk_find_copy (fixture->desk, vsl_article_get_id (article), "weekblad", NULL);
  g_assert_cmpint (vsl_outbox_row_get_state (row), ==, VSL_OUTBOX_IN_DOUBT);
  g_assert_cmpint (vsl_outbox_row_get_plan (row)->next_at, >=, fixture->now + 60 * G_USEC_PER_SEC);
  g_assert_cmpuint (mini.posts->len, ==, 1);

  mini.lies = FALSE;
  fixture->now += 61 * G_USEC_PER_SEC;
  second = fixture_publish (fixture, vsl_article_get_id (article), site, VSL_REMOTE_PUBLISH);
  g_assert_no_error (vsl_publication_get_error (second));
  g_assert_cmpuint (mini.posts->len, ==, 1);
  fixture_close (fixture);
  mini_site_stop (&mini);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (i = 0; i < G_N_ELEMENTS (answer_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/publisher-http/", answer_cases[i].name, NULL);

      g_test_add (path, Fixture, &answer_cases[i], fixture_set_up, test_answer, fixture_tear_down);
    }

  g_test_add ("/publisher-http/lies", Fixture, NULL, fixture_set_up, test_lies, fixture_tear_down);

  return g_test_run ();
}
