/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-discovery.h"

#include "cms/vsl-http-address.h"
#include "cms/vsl-http-failure.h"
#include "cms/vsl-wordpress-error.h"

#include <string.h>

#define MAX_HOPS 5
#define API_LINK "https://api.w.org/"
#define INDEX_FIELDS "name,url,home,gmt_offset,timezone_string,namespaces,authentication"

/*
 * From any page of a site to the root of its API: the page's own `Link`, else the usual places. What
 * is asked here is asked without credentials, so that a redirect within the site can be followed by
 * hand; only an index that wants a login is asked again with them.
 */

typedef struct
{
  GUri              *page;          /* (owned) the page, after redirects */
  GUri              *root;          /* (owned) (nullable) the candidate being asked */
  GQueue             candidates;    /* (owned) of GUri */
  char              *authorization; /* (owned) (nullable) */
  GCancellable      *cancellable;   /* (owned) (nullable) */
  VslWordpressIndex *index;         /* (owned) (nullable) */
  GError            *first_error;   /* (owned) (nullable) what the first candidate said */
  guint              n_hops;
  gboolean           with_head;
  gboolean           with_login;
} Discovery;

static void ask_index (GTask *task,
                       GUri  *uri);

static void
discovery_free (Discovery *discovery)
{
  g_clear_pointer (&discovery->page, g_uri_unref);
  g_clear_pointer (&discovery->root, g_uri_unref);
  g_queue_clear_full (&discovery->candidates, (GDestroyNotify) g_uri_unref);
  if (discovery->authorization != NULL)
    explicit_bzero (discovery->authorization, strlen (discovery->authorization));
  g_free (discovery->authorization);
  g_clear_object (&discovery->cancellable);
  g_clear_pointer (&discovery->index, vsl_wordpress_index_free);
  g_clear_error (&discovery->first_error);
  g_free (discovery);
}

static void
ask_next_candidate (GTask *task)
{
  Discovery *discovery = g_task_get_task_data (task);
  g_autoptr(GUri) uri = NULL;

  g_clear_pointer (&discovery->root, g_uri_unref);
  discovery->root = g_queue_pop_head (&discovery->candidates);
  if (discovery->root == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&discovery->first_error));
      return;
    }

  discovery->with_login = FALSE;
  uri = vsl_wordpress_api_uri (discovery->root, "", "_fields", INDEX_FIELDS, NULL);
  ask_index (task, uri);
}

/* Keeps the first failure: the later guesses only fail because the first one did. */
static void
try_elsewhere (GTask  *task,
               GError *error)
{
  Discovery *discovery = g_task_get_task_data (task);

  if (discovery->first_error == NULL)
    discovery->first_error = error;
  else
    g_error_free (error);

  ask_next_candidate (task);
}

/* The address that a redirect within the site leads to; NULL when it leads elsewhere. */
static GUri *
follow (Discovery    *discovery,
        VslHttpReply *reply)
{
  const char *location = vsl_http_reply_get_header (reply, "Location");
  g_autofree char *text = NULL;
  g_autoptr(GUri) named = NULL;
  g_autoptr(GUri) target = NULL;

  if (location == NULL || discovery->n_hops >= MAX_HOPS)
    return NULL;

  named = g_uri_parse_relative (reply->uri, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (named == NULL)
    return NULL;

  text = g_uri_to_string (named);
  target = vsl_http_address_parse (text, NULL);
  if (target == NULL || !vsl_http_address_is_same_site (reply->uri, target))
    return NULL;

  discovery->n_hops++;

  return g_steal_pointer (&target);
}

/* The root as the index was reached: after a redirect, where it led. */
static void
adopt_origin (Discovery *discovery,
              GUri      *reached)
{
  GUri *root = g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (reached), NULL,
                            g_uri_get_host (reached), g_uri_get_port (reached),
                            g_uri_get_path (discovery->root), g_uri_get_query (discovery->root),
                            NULL);

  g_uri_unref (discovery->root);
  discovery->root = root;
}

static void
index_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(GUri) target = NULL;
  Discovery *discovery = g_task_get_task_data (task);

  reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  if (reply == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (vsl_http_reply_is_redirect (reply) && !discovery->with_login &&
      (target = follow (discovery, reply)) != NULL)
    {
      ask_index (task, target);
      return;
    }
  if (reply->status == 401 && !discovery->with_login && discovery->authorization != NULL)
    {
      discovery->with_login = TRUE;
      vsl_http_set_credentials (VSL_HTTP (object), reply->uri, discovery->authorization);
      ask_index (task, reply->uri);
      return;
    }
  if (!vsl_http_reply_is_success (reply))
    {
      try_elsewhere (task, vsl_wordpress_error_new (reply));
      return;
    }

  discovery->index = vsl_wordpress_index_parse (reply, &error);
  if (discovery->index == NULL)
    {
      try_elsewhere (task, g_steal_pointer (&error));
      return;
    }

  adopt_origin (discovery, reply->uri);
  g_task_return_pointer (task, g_uri_ref (discovery->root), (GDestroyNotify) g_uri_unref);
}

static void
ask_index (GTask *task,
           GUri  *uri)
{
  Discovery *discovery = g_task_get_task_data (task);
  g_autoptr(VslHttpRequest) request = NULL;

  request = vsl_http_request_new ("GET", uri,
                                  discovery->with_login ? VSL_HTTP_READ : VSL_HTTP_ANONYMOUS);
  vsl_http_send_async (g_task_get_source_object (task), request, discovery->cancellable,
                       index_read_cb, g_object_ref (task));
}

/* What the page names; on the origin that was asked, because a site that moved, or that is reached
 * under another name, still names its old one. */
static void
add_named_candidate (Discovery    *discovery,
                     VslHttpReply *reply)
{
  g_autofree char *link = vsl_http_reply_dup_link (reply, API_LINK);
  g_autoptr(GUri) target = NULL;

  if (link == NULL)
    return;
  target = g_uri_parse_relative (reply->uri, link, SOUP_HTTP_URI_FLAGS, NULL);
  if (target == NULL)
    return;

  g_queue_push_tail (&discovery->candidates,
                     g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (reply->uri), NULL,
                                  g_uri_get_host (reply->uri), g_uri_get_port (reply->uri),
                                  g_uri_get_path (target), g_uri_get_query (target), NULL));
}

static void
add_guessed_candidates (Discovery *discovery)
{
  g_autoptr(GPtrArray) roots = vsl_wordpress_api_guess (discovery->page);
  guint i;

  for (i = 0; i < roots->len; i++)
    g_queue_push_tail (&discovery->candidates, g_uri_ref (roots->pdata[i]));
}

static void
page_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(GUri) target = NULL;
  g_autoptr(VslHttpRequest) request = NULL;
  Discovery *discovery = g_task_get_task_data (task);

  reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  if (reply == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (vsl_http_reply_is_redirect (reply))
    {
      target = follow (discovery, reply);
      if (target == NULL)
        {
          g_task_return_error (task, vsl_http_failure_of_status (reply));
          return;
        }
      g_uri_unref (discovery->page);
      discovery->page = g_uri_ref (target);
    }
  else if (!vsl_http_reply_is_success (reply) && discovery->with_head)
    {
      discovery->with_head = FALSE;
    }
  else
    {
      add_named_candidate (discovery, reply);
      add_guessed_candidates (discovery);
      ask_next_candidate (task);
      return;
    }

  request = vsl_http_request_new (discovery->with_head ? "HEAD" : "GET", discovery->page,
                                  VSL_HTTP_ANONYMOUS);
  vsl_http_send_async (VSL_HTTP (object), request, discovery->cancellable, page_read_cb,
                       g_steal_pointer (&task));
}

/**
 * vsl_wordpress_discover_async:
 * @http: the sender
 * @page: any page of the site
 * @pinned: (nullable): the root of the API when it is known; then only that is asked
 * @authorization: (nullable): for an index that wants a login
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks for the API of a WordPress.
 */
void
vsl_wordpress_discover_async (VslHttp             *http,
                              GUri                *page,
                              GUri                *pinned,
                              const char          *authorization,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(VslHttpRequest) request = NULL;
  Discovery *discovery;

  g_return_if_fail (VSL_IS_HTTP (http) && page != NULL);

  task = g_task_new (http, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_wordpress_discover_async);

  discovery = g_new0 (Discovery, 1);
  discovery->page = g_uri_ref (page);
  discovery->authorization = g_strdup (authorization);
  discovery->with_head = TRUE;
  if (cancellable != NULL)
    discovery->cancellable = g_object_ref (cancellable);
  g_task_set_task_data (task, discovery, (GDestroyNotify) discovery_free);

  if (pinned != NULL)
    {
      g_queue_push_tail (&discovery->candidates, g_uri_ref (pinned));
      ask_next_candidate (task);
      return;
    }

  request = vsl_http_request_new ("HEAD", page, VSL_HTTP_ANONYMOUS);
  vsl_http_send_async (http, request, cancellable, page_read_cb, g_steal_pointer (&task));
}

/**
 * vsl_wordpress_discover_finish:
 * @http: the sender
 * @result: what the callback was given
 * @index: (out) (transfer full): what the index says
 * @error: return location for an error
 *
 * Returns: (transfer full): the root of the API, or %NULL with a #VslCmsError
 */
GUri *
vsl_wordpress_discover_finish (VslHttp            *http,
                               GAsyncResult       *result,
                               VslWordpressIndex **index,
                               GError            **error)
{
  Discovery *discovery;
  GUri *root;

  g_return_val_if_fail (g_task_is_valid (result, http), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_wordpress_discover_async), NULL);

  root = g_task_propagate_pointer (G_TASK (result), error);
  discovery = g_task_get_task_data (G_TASK (result));
  if (root != NULL)
    *index = g_steal_pointer (&discovery->index);

  return root;
}
