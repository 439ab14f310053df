/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-ghost-session.h"

#include "cms/vsl-ghost-api.h"

#include <string.h>

/**
 * VslGhostSession:
 *
 * The talk with one Ghost: where its API is and the key that every request is signed with anew.
 * Shared by the client and what it is doing; main thread.
 */
struct _VslGhostSession
{
  GObject parent_instance;

  VslHttp *http; /* (owned) */
  GUri    *root; /* (owned) (nullable) until it is found */
  char    *key;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (VslGhostSession, vsl_ghost_session, G_TYPE_OBJECT)

static void
vsl_ghost_session_finalize (GObject *object)
{
  VslGhostSession *self = VSL_GHOST_SESSION (object);

  g_clear_object (&self->http);
  g_clear_pointer (&self->root, g_uri_unref);
  if (self->key != NULL)
    explicit_bzero (self->key, strlen (self->key));
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (vsl_ghost_session_parent_class)->finalize (object);
}

static void
vsl_ghost_session_class_init (VslGhostSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_ghost_session_finalize;
}

static void
vsl_ghost_session_init (VslGhostSession *self)
{
}

/**
 * vsl_ghost_session_new:
 * @http: the sender
 * @key: (nullable): a valid Admin API key
 *
 * Returns: (transfer full): a session
 */
VslGhostSession *
vsl_ghost_session_new (VslHttp    *http,
                       const char *key)
{
  VslGhostSession *self = g_object_new (VSL_TYPE_GHOST_SESSION, NULL);

  self->http = g_object_ref (http);
  self->key = g_strdup (key);

  return self;
}

/**
 * vsl_ghost_session_get_root:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the root of the API, once it is known
 */
GUri *
vsl_ghost_session_get_root (VslGhostSession *self)
{
  g_return_val_if_fail (VSL_IS_GHOST_SESSION (self), NULL);

  return self->root;
}

/**
 * vsl_ghost_session_set_root:
 * @self: a session
 * @root: the root of the API; the only origin that gets signed requests
 */
void
vsl_ghost_session_set_root (VslGhostSession *self,
                            GUri            *root)
{
  g_return_if_fail (VSL_IS_GHOST_SESSION (self) && root != NULL);

  g_uri_ref (root);
  g_clear_pointer (&self->root, g_uri_unref);
  self->root = root;
}

/**
 * vsl_ghost_session_send_request:
 * @self: a session
 * @request: what to send; may be freed at once
 * @cancellable: (nullable): stops it
 * @callback: called when it is done, with the sender as its object
 * @user_data: for @callback
 *
 * Signs a request and sends it.
 */
void
vsl_ghost_session_send_request (VslGhostSession     *self,
                                VslHttpRequest      *request,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autofree char *authorization = NULL;

  g_return_if_fail (VSL_IS_GHOST_SESSION (self) && request != NULL);

  if (self->key != NULL && self->root != NULL)
    {
      authorization = vsl_ghost_key_sign (self->key, g_get_real_time () / G_USEC_PER_SEC);
      vsl_http_set_credentials (self->http, self->root, authorization);
      explicit_bzero (authorization, strlen (authorization));
    }

  vsl_http_send_async (self->http, request, cancellable, callback, user_data);
}

/**
 * vsl_ghost_session_send:
 * @self: a session
 * @method: the method
 * @uri: what is asked
 * @body: (nullable): what is sent
 * @flags: how it is sent
 * @cancellable: (nullable): stops it
 * @callback: called when it is done, with the sender as its object
 * @user_data: for @callback
 */
void
vsl_ghost_session_send (VslGhostSession     *self,
                        const char          *method,
                        GUri                *uri,
                        JsonNode            *body,
                        VslHttpFlags         flags,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(VslHttpRequest) request = NULL;

  g_return_if_fail (VSL_IS_GHOST_SESSION (self) && uri != NULL);

  request = vsl_http_request_new (method, uri, flags);
  if (body != NULL)
    vsl_http_request_set_json (request, body);
  vsl_ghost_session_send_request (self, request, cancellable, callback, user_data);
}

/**
 * vsl_ghost_session_send_finish:
 * @http: the object that the callback was given
 * @result: what the callback was given
 * @root: (out) (transfer full): what the answer holds
 * @error: return location for an error
 *
 * Returns: (transfer full): the answer, or %NULL with a #VslCmsError when there is none or it is a
 *   refusal
 */
VslHttpReply *
vsl_ghost_session_send_finish (GObject       *http,
                               GAsyncResult  *result,
                               JsonNode     **root,
                               GError       **error)
{
  g_autoptr(VslHttpReply) reply = vsl_http_send_finish (VSL_HTTP (http), result, error);

  *root = reply != NULL ? vsl_ghost_api_judge (reply, error) : NULL;

  return *root != NULL ? g_steal_pointer (&reply) : NULL;
}
