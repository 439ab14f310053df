/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-ghost-reader.h"

#include "cms/vsl-ghost-api.h"
#include "cms/vsl-ghost-post.h"
#include "cms/vsl-http-failure.h"

static GTask *
start_reading (VslGhostSession     *session,
               const char          *token,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  GTask *task = g_task_new (session, NULL, callback, user_data);

  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, g_strdup (token), g_free);

  return task;
}

static void
return_post (GTask        *task,
             VslGhostPost *post)
{
  GUri *root = vsl_ghost_session_get_root (g_task_get_source_object (task));

  g_task_return_pointer (task, post != NULL ? vsl_ghost_post_to_copy (post, root) : NULL,
                         g_object_unref);
}

static void
posts_found_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(VslHttpReply) reply = vsl_ghost_session_send_finish (object, result, &root, &error);
  g_autoptr(VslGhostPost) post = NULL;
  g_autoptr(GError) cause = NULL;
  const char *token = g_task_get_task_data (task);

  if (reply == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  post = vsl_ghost_post_choose (root, token, &cause);
  if (cause != NULL)
    g_task_return_error (task, vsl_http_failure_of_format (reply, cause));
  else
    return_post (task, post);
}

/* Who fetches one copy may have to keep what somebody else made of it. */
static VslRemoteCopy *
copy_with_text (VslGhostPost *post,
                GUri         *root)
{
  g_autoptr(VslRemoteCopy) copy = vsl_ghost_post_to_copy (post, root);
  g_autoptr(VslRemoteText) text =
    vsl_remote_text_new (post->title, post->excerpt, post->lexical, "lexical",
                         vsl_remote_copy_get_content_hash (copy), g_get_real_time ());

  return vsl_remote_copy_new_with_text (copy, text);
}

static void
post_fetched_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(VslHttpReply) reply = vsl_ghost_session_send_finish (object, result, &root, &error);
  g_autoptr(VslGhostPost) post = NULL;
  g_autoptr(GError) cause = NULL;

  if (reply == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  post = vsl_ghost_post_parse (root, &cause);
  if (post == NULL)
    g_task_return_error (task, vsl_http_failure_of_format (reply, cause));
  else
    g_task_return_pointer (task,
                           copy_with_text (post, vsl_ghost_session_get_root (g_task_get_source_object (task))),
                           g_object_unref);
}

/**
 * vsl_ghost_find_async:
 * @session: the session, which has a root
 * @token: the token of a publication
 * @cancellable: (nullable): to stop
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Looks for the article that carries @token. Finish with vsl_ghost_read_finish(), which gives
 * %NULL without an error when there is none.
 */
void
vsl_ghost_find_async (VslGhostSession     *session,
                      const char          *token,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = start_reading (session, token, callback, user_data);
  g_autofree char *mark = g_strconcat ("verslag:", token, NULL);
  g_autofree char *quoted = vsl_ghost_api_quote (mark);
  g_autofree char *filter = g_strconcat ("codeinjection_head:~", quoted, NULL);
  g_autoptr(GUri) uri = NULL;

  uri = vsl_ghost_api_uri (vsl_ghost_session_get_root (session), "posts/",
                           "filter", filter, "order", "created_at asc", "limit", "20",
                           "formats", "lexical", "include", "tags", NULL);
  vsl_ghost_session_send (session, "GET", uri, NULL, VSL_HTTP_READ, cancellable,
                          posts_found_cb, g_object_ref (task));
}

/**
 * vsl_ghost_fetch_async:
 * @session: the session, which has a root
 * @id: the id of an article, hexadecimal digits only
 * @cancellable: (nullable): to stop
 * @callback: called when it was read
 * @user_data: for @callback
 *
 * Reads one article. Finish with vsl_ghost_read_finish().
 */
void
vsl_ghost_fetch_async (VslGhostSession     *session,
                       const char          *id,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = start_reading (session, NULL, callback, user_data);
  g_autofree char *route = g_strconcat ("posts/", id, "/", NULL);
  g_autoptr(GUri) uri = NULL;

  uri = vsl_ghost_api_uri (vsl_ghost_session_get_root (session), route,
                           "formats", "lexical", "include", "tags", NULL);
  vsl_ghost_session_send (session, "GET", uri, NULL, VSL_HTTP_READ, cancellable,
                          post_fetched_cb, g_object_ref (task));
}

/**
 * vsl_ghost_read_finish:
 * @session: the session
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what is on the site
 */
VslRemoteCopy *
vsl_ghost_read_finish (VslGhostSession  *session,
                       GAsyncResult     *result,
                       GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, start_reading), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
