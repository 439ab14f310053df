/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-ghost-writer.h"

#include "cms/vsl-ghost-api.h"
#include "cms/vsl-ghost-body.h"
#include "cms/vsl-ghost-post.h"
#include "cms/vsl-ghost-tags.h"
#include "cms/vsl-http-address.h"
#include "cms/vsl-http-failure.h"

#include <glib/gi18n.h>

/*
 * One article to one Ghost. A new one: its tags, then one POST that makes a draft. One that is there:
 * its tags, a look at what is there now, then one PUT with what changes, the status, and the time of
 * what was looked at, by which Ghost itself refuses to overwrite something newer than a second.
 */

typedef struct
{
  char          *site;         /* (owned) for messages */
  VslArticle    *article;      /* (owned) */
  VslRemoteCopy *base;         /* (owned) (nullable) NULL for a new one */
  VslGhostBody  *body;         /* (owned) */
  VslGhostPost  *current;      /* (owned) (nullable) */
  GCancellable  *cancellable;  /* (owned) (nullable) */
  gint64         now;          /* µs UTC, by the clock of the site */
  gboolean       create_terms;
  gboolean       terms_known;
} Writing;

static void resolve_terms (GTask    *task,
                           gboolean  create);

static void
writing_free (Writing *writing)
{
  g_free (writing->site);
  g_clear_object (&writing->article);
  g_clear_object (&writing->base);
  g_clear_pointer (&writing->body, vsl_ghost_body_free);
  g_clear_pointer (&writing->current, vsl_ghost_post_free);
  g_clear_object (&writing->cancellable);
  g_free (writing);
}

static GUri *
post_uri (GTask *task)
{
  VslGhostSession *session = g_task_get_source_object (task);
  Writing *writing = g_task_get_task_data (task);
  g_autofree char *route = NULL;

  if (writing->base != NULL)
    route = g_strconcat ("posts/", vsl_remote_copy_get_remote_id (writing->base), "/", NULL);

  return vsl_ghost_api_uri (vsl_ghost_session_get_root (session), route != NULL ? route : "posts/",
                            "formats", "lexical", "include", "tags", NULL);
}

/* A good status with something else in it than our post: what happened is not known. */
static VslGhostPost *
parse_reply (Writing       *writing,
             VslHttpReply  *reply,
             JsonNode      *root,
             GError       **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(VslGhostPost) post = vsl_ghost_post_parse (root, &cause);

  if (post == NULL ||
      (writing->base != NULL &&
       g_strcmp0 (post->id, vsl_remote_copy_get_remote_id (writing->base)) != 0))
    {
      g_propagate_error (error, vsl_http_failure_of_format (reply, cause));
      return NULL;
    }

  return g_steal_pointer (&post);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(VslHttpReply) reply = vsl_ghost_session_send_finish (object, result, &root, &error);
  g_autoptr(VslGhostPost) post = NULL;
  VslGhostSession *session = g_task_get_source_object (task);
  Writing *writing = g_task_get_task_data (task);

  if (reply != NULL)
    post = parse_reply (writing, reply, root, &error);
  if (post == NULL || !vsl_ghost_body_verify (writing->body, post, writing->site, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_return_pointer (task,
                         vsl_ghost_post_to_copy (post, vsl_ghost_session_get_root (session)),
                         g_object_unref);
}

static void
write_post (GTask *task)
{
  VslGhostSession *session = g_task_get_source_object (task);
  Writing *writing = g_task_get_task_data (task);
  g_autoptr(GUri) uri = post_uri (task);
  g_autoptr(JsonNode) body = NULL;
  g_autoptr(GError) error = NULL;

  if (g_cancellable_set_error_if_cancelled (writing->cancellable, &error) ||
      !vsl_ghost_body_check (writing->body, writing->now, writing->site, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (writing->base == NULL)
    {
      body = vsl_ghost_body_for_create (writing->body);
      vsl_ghost_session_send (session, "POST", uri, body, VSL_HTTP_EFFECT, writing->cancellable,
                              written_cb, g_object_ref (task));
      return;
    }

  /* Ghost has no POST for this. The sender stops a PUT that would go out a second time. */
  body = vsl_ghost_body_for_update (writing->body, writing->current, writing->now);
  vsl_ghost_session_send (session, "PUT", uri, body, VSL_HTTP_EFFECT, writing->cancellable,
                          written_cb, g_object_ref (task));
}

/* What is there already as we would write it is our own, of a request whose answer was lost. */
static gboolean
is_in_conflict (Writing *writing)
{
  if (vsl_ghost_post_was_moved (writing->current, writing->base, writing->body->status))
    return TRUE;

  return vsl_ghost_post_was_edited_in (writing->current, writing->base, writing->body->picture,
                                       writing->body->slug_chosen ||
                                         writing->current->status != VSL_REMOTE_PUBLISH) &&
         !(writing->terms_known && vsl_ghost_body_is_stored (writing->body, writing->current));
}

static void
current_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(VslHttpReply) reply = vsl_ghost_session_send_finish (object, result, &root, &error);
  Writing *writing = g_task_get_task_data (task);

  if (reply != NULL)
    writing->current = parse_reply (writing, reply, root, &error);
  if (writing->current == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (vsl_http_reply_get_date (reply) != 0)
    writing->now = vsl_http_reply_get_date (reply) * G_USEC_PER_SEC;

  if (is_in_conflict (writing))
    {
      g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_CONFLICT,
                               _("Somebody changed the article on “%s” since it was last sent or "
                                 "fetched. Nothing was sent; compare the two versions first."),
                               writing->site);
      return;
    }

  if (writing->terms_known)
    write_post (task);
  else
    resolve_terms (task, TRUE);
}

static void
read_current (GTask *task)
{
  Writing *writing = g_task_get_task_data (task);
  g_autoptr(GUri) uri = post_uri (task);

  vsl_ghost_session_send (g_task_get_source_object (task), "GET", uri, NULL, VSL_HTTP_READ,
                          writing->cancellable, current_read_cb, g_object_ref (task));
}

static void
return_missing (GTask  *task,
                char  **missing)
{
  Writing *writing = g_task_get_task_data (task);
  g_autofree char *list = g_strjoinv ("”, “", missing);
  guint n = g_strv_length (missing);

  g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_MISSING_TERMS,
                           ngettext ("“%s” does not have the tag “%s”. Nothing was sent; let it be "
                                     "made, or choose another.",
                                     "“%s” does not have the tags “%s”. Nothing was sent; let them "
                                     "be made, or choose others.", n),
                           writing->site, list);
}

static void
terms_resolved_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) missing = NULL;
  Writing *writing = g_task_get_task_data (task);
  GPtrArray *ids;

  ids = vsl_ghost_tags_resolve_finish (VSL_GHOST_SESSION (object), result, &missing, &error);
  if (ids == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  vsl_ghost_body_take_tags (writing->body, ids);
  if (missing[0] != NULL && !writing->create_terms)
    {
      return_missing (task, missing);
      return;
    }
  writing->terms_known = missing[0] == NULL;

  if (writing->base != NULL && writing->current == NULL)
    read_current (task);
  else if (writing->terms_known)
    write_post (task);
  else
    resolve_terms (task, TRUE);
}

static void
resolve_terms (GTask    *task,
               gboolean  create)
{
  Writing *writing = g_task_get_task_data (task);

  vsl_ghost_tags_resolve_async (g_task_get_source_object (task),
                                vsl_article_get_tags (writing->article), create,
                                writing->cancellable, terms_resolved_cb, g_object_ref (task));
}

/**
 * vsl_ghost_write_async:
 * @session: a session that knows its root
 * @request: what the piece is to become
 * @base: (nullable): the copy as we last saw it; %NULL makes a new draft
 * @cancellable: (nullable): stops it before the article is sent, not after
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Puts an article on the site.
 */
void
vsl_ghost_write_async (VslGhostSession     *session,
                       const VslCmsRequest *request,
                       VslRemoteCopy       *base,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;
  Writing *writing;

  g_return_if_fail (VSL_IS_GHOST_SESSION (session) && request != NULL);

  task = g_task_new (session, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_ghost_write_async);

  writing = g_new0 (Writing, 1);
  writing->site = vsl_http_address_dup_name (vsl_ghost_session_get_root (session));
  writing->article = g_object_ref (request->article);
  writing->body = vsl_ghost_body_new (request);
  if (writing->body->was_cut)
    vsl_cms_request_warn (request, _("Ghost takes no more than 300 characters as an excerpt, so the "
                                     "lead was cut there at a word. In the article itself it is "
                                     "whole."));
  writing->create_terms = request->create_terms;
  writing->now = g_get_real_time ();
  if (base != NULL)
    writing->base = g_object_ref (base);
  else
    writing->body->status = VSL_REMOTE_DRAFT;
  if (cancellable != NULL)
    writing->cancellable = g_object_ref (cancellable);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);

  /* What Ghost has no word for is refused before anything is asked; the time is judged later, by the
   * clock of the site. */
  if (!vsl_ghost_body_check (writing->body, 0, writing->site, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  resolve_terms (task, FALSE);
}

/**
 * vsl_ghost_write_finish:
 * @session: a session
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the copy as the site answered it, or %NULL with a #VslCmsError
 */
VslRemoteCopy *
vsl_ghost_write_finish (VslGhostSession  *session,
                        GAsyncResult     *result,
                        GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_ghost_write_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
