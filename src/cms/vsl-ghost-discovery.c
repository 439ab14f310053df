/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-ghost-discovery.h"

#include "cms/vsl-http-address.h"
#include "cms/vsl-http-failure.h"

#define MAX_HOPS 5

/* One search for the API on its way; the task owns it. */
typedef struct
{
  GPtrArray    *candidates;  /* (owned) of GUri */
  guint         at;
  guint         n_hops;
  GError       *first_error; /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) */
} Search;

static void
search_free (Search *search)
{
  g_ptr_array_unref (search->candidates);
  g_clear_error (&search->first_error);
  g_clear_object (&search->cancellable);
  g_free (search);
}

static void ask_candidate (GTask *task);

/* A redirect within the site moves the candidate; one to elsewhere is an answer. */
static gboolean
follow (Search       *search,
        VslHttpReply *reply)
{
  const char *location = vsl_http_reply_get_header (reply, "Location");
  g_autofree char *text = NULL;
  g_autoptr(GUri) named = NULL;
  g_autoptr(GUri) target = NULL;

  if (!vsl_http_reply_is_redirect (reply) || location == NULL || search->n_hops >= MAX_HOPS)
    return FALSE;

  named = g_uri_parse_relative (reply->uri, location, SOUP_HTTP_URI_FLAGS, NULL);
  if (named == NULL)
    return FALSE;
  text = g_uri_to_string (named);
  target = vsl_http_address_parse (text, NULL);
  if (target == NULL || !vsl_http_address_is_same_site (reply->uri, target) ||
      !g_str_has_suffix (g_uri_get_path (target), "/site/"))
    return FALSE;

  search->n_hops++;
  g_uri_unref (search->candidates->pdata[search->at]);
  search->candidates->pdata[search->at] = g_uri_parse_relative (target, "../", SOUP_HTTP_URI_FLAGS, NULL);

  return TRUE;
}

static void
site_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  Search *search = g_task_get_task_data (task);
  VslGhostSite *site = NULL;

  if (reply == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (follow (search, reply))
    {
      ask_candidate (task);
      return;
    }

  if (vsl_http_reply_is_success (reply))
    site = vsl_ghost_site_parse (reply, &error);
  else
    error = vsl_http_failure_of_status (reply);
  if (site != NULL)
    {
      vsl_ghost_session_set_root (g_task_get_source_object (task),
                                  search->candidates->pdata[search->at]);
      g_task_return_pointer (task, site, (GDestroyNotify) vsl_ghost_site_free);
      return;
    }

  /* Keeps the first failure: the later guesses only fail because the first one did. */
  if (search->first_error == NULL)
    search->first_error = g_steal_pointer (&error);
  search->at++;
  ask_candidate (task);
}

static void
ask_candidate (GTask *task)
{
  Search *search = g_task_get_task_data (task);
  g_autoptr(GUri) uri = NULL;

  if (search->at >= search->candidates->len)
    {
      g_task_return_error (task, g_steal_pointer (&search->first_error));
      return;
    }

  uri = vsl_ghost_api_uri (search->candidates->pdata[search->at], "site/", NULL, NULL);
  vsl_ghost_session_send (g_task_get_source_object (task), "GET", uri, NULL, VSL_HTTP_ANONYMOUS,
                          search->cancellable, site_read_cb, g_object_ref (task));
}

/**
 * vsl_ghost_discover_async:
 * @session: the session, which gets the root when it is found
 * @page: an address on the site
 * @cancellable: (nullable): to stop
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Finds the root of the Admin API: the one that the session has, else what @page makes likely.
 */
void
vsl_ghost_discover_async (VslGhostSession     *session,
                          GUri                *page,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = g_task_new (session, NULL, callback, user_data);
  Search *search = g_new0 (Search, 1);
  GUri *root = vsl_ghost_session_get_root (session);

  g_task_set_source_tag (task, vsl_ghost_discover_async);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_set_object (&search->cancellable, cancellable);
  if (root != NULL)
    {
      search->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) g_uri_unref);
      g_ptr_array_add (search->candidates, g_uri_ref (root));
    }
  else
    {
      search->candidates = vsl_ghost_api_guess (page);
    }
  ask_candidate (task);
  g_object_unref (task);
}

/**
 * vsl_ghost_discover_finish:
 * @session: the session
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full): what the site says of itself
 */
VslGhostSite *
vsl_ghost_discover_finish (VslGhostSession  *session,
                           GAsyncResult     *result,
                           GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_ghost_discover_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
