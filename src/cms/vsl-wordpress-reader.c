/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-reader.h"

#include "cms/vsl-http-failure.h"
#include "cms/vsl-wordpress-api.h"
#include "cms/vsl-wordpress-error.h"
#include "cms/vsl-wordpress-post.h"
#include "core/vsl-json.h"

/* One reading on its way; the task owns it. */
typedef struct
{
  GUri *root;  /* (owned) of the API */
  char *token; /* (owned) (nullable) what is looked for */
} Reading;

static void
reading_free (Reading *reading)
{
  g_uri_unref (reading->root);
  g_free (reading->token);
  g_free (reading);
}

static GTask *
start_reading (VslHttp             *http,
               GUri                *root,
               const char          *token,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  GTask *task = g_task_new (http, NULL, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->root = g_uri_ref (root);
  reading->token = g_strdup (token);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);

  return task;
}

static void
get (GTask               *task,
     GUri                *uri,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback)
{
  g_autoptr(VslHttpRequest) request = vsl_http_request_new ("GET", uri, VSL_HTTP_READ);

  vsl_http_send_async (g_task_get_source_object (task), request, cancellable, callback,
                       g_object_ref (task));
}

/* Reads an answer to get(); returns the error to the caller of @task when there is one. */
static JsonNode *
get_finish (GTask         *task,
            GObject       *http,
            GAsyncResult  *result,
            VslHttpReply **reply)
{
  g_autoptr(GError) error = NULL;
  JsonNode *root = NULL;

  *reply = vsl_http_send_finish (VSL_HTTP (http), result, &error);
  if (*reply != NULL)
    root = vsl_wordpress_error_judge (*reply, &error);
  if (root == NULL)
    g_task_return_error (task, g_steal_pointer (&error));

  return root;
}

static void
posts_found_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(JsonNode) root = get_finish (task, object, result, &reply);
  g_autoptr(VslWordpressPost) post = NULL;
  Reading *reading = g_task_get_task_data (task);
  JsonArray *posts;

  if (root == NULL)
    return;

  posts = vsl_json_as_array (root, NULL);
  if (posts == NULL)
    {
      g_task_return_error (task, vsl_http_failure_of_format (reply, NULL));
      return;
    }

  post = vsl_wordpress_post_choose (posts, reading->token);
  if (post == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_pointer (task, vsl_wordpress_post_to_copy (post, reading->root), g_object_unref);
}

static void
post_fetched_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(JsonNode) root = get_finish (task, object, result, &reply);
  g_autoptr(VslWordpressPost) post = NULL;
  g_autoptr(GError) cause = NULL;
  Reading *reading = g_task_get_task_data (task);

  if (root == NULL)
    return;

  post = vsl_wordpress_post_parse (root, &cause);
  if (post == NULL)
    g_task_return_error (task, vsl_http_failure_of_format (reply, cause));
  else
    g_task_return_pointer (task, vsl_wordpress_post_to_copy_with_text (post, reading->root), g_object_unref);
}

/**
 * vsl_wordpress_find_async:
 * @http: the sender
 * @root: of the API
 * @token: the token of a publication
 * @cancellable: (nullable): to stop
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Looks for the article that carries @token, in the bin too. Finish with
 * vsl_wordpress_read_finish(), which gives %NULL without an error when there is none.
 */
void
vsl_wordpress_find_async (VslHttp             *http,
                          GUri                *root,
                          const char          *token,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = start_reading (http, root, token, callback, user_data);
  g_autoptr(GUri) uri = NULL;

  uri = vsl_wordpress_api_uri (root, "wp/v2/posts", "context", "edit",
                               "status", "any,trash", "search", token, "orderby", "id",
                               "order", "asc", "per_page", "20",
                               "_fields", VSL_WORDPRESS_POST_FIELDS, NULL);
  get (task, uri, cancellable, posts_found_cb);
}

/**
 * vsl_wordpress_fetch_async:
 * @http: the sender
 * @root: of the API
 * @id: the number of an article, digits only
 * @cancellable: (nullable): to stop
 * @callback: called when it was read
 * @user_data: for @callback
 *
 * Reads one article with its text. Finish with vsl_wordpress_read_finish().
 */
void
vsl_wordpress_fetch_async (VslHttp             *http,
                           GUri                *root,
                           const char          *id,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = start_reading (http, root, NULL, callback, user_data);
  g_autofree char *route = g_strconcat ("wp/v2/posts/", id, NULL);
  g_autoptr(GUri) uri = NULL;

  uri = vsl_wordpress_api_uri (root, route, "context", "edit",
                               "_fields", VSL_WORDPRESS_POST_FIELDS, NULL);
  get (task, uri, cancellable, post_fetched_cb);
}

/**
 * vsl_wordpress_read_finish:
 * @http: the sender
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is on the site
 */
VslRemoteCopy *
vsl_wordpress_read_finish (VslHttp       *http,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, http), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, start_reading), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
