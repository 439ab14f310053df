/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-writer.h"

#include "cms/vsl-http-address.h"
#include "cms/vsl-http-failure.h"
#include "cms/vsl-wordpress-api.h"
#include "cms/vsl-wordpress-body.h"
#include "cms/vsl-wordpress-error.h"
#include "cms/vsl-wordpress-post.h"
#include "cms/vsl-wordpress-sorting.h"

#include <glib/gi18n.h>

/*
 * One article to one WordPress. A new one: its tags, then one POST that makes a draft. One that is
 * there: its tags, a look at what is there now, then one POST with what changes and the status. The
 * one POST comes last and as near to the look as can be; everything before it only reads, but for
 * new tags.
 */

typedef struct
{
  GUri             *root;         /* (owned) */
  char             *site;         /* (owned) for messages */
  VslArticle       *article;      /* (owned) */
  char            **categories;   /* (owned) (nullable) names; NULL: as they are there */
  VslRemoteCopy    *base;         /* (owned) (nullable) NULL for a new one */
  VslWordpressBody *body;         /* (owned) */
  VslWordpressPost *current;      /* (owned) (nullable) */
  GCancellable     *cancellable;  /* (owned) (nullable) */
  gint64            now;          /* µs UTC, by the clock of the site */
  gboolean          create_terms;
  gboolean          terms_known;
} Writing;

static void resolve_terms (GTask    *task,
                           gboolean  create);

static void
writing_free (Writing *writing)
{
  g_uri_unref (writing->root);
  g_free (writing->site);
  g_clear_object (&writing->article);
  g_strfreev (writing->categories);
  g_clear_object (&writing->base);
  g_clear_pointer (&writing->body, vsl_wordpress_body_free);
  g_clear_pointer (&writing->current, vsl_wordpress_post_free);
  g_clear_object (&writing->cancellable);
  g_free (writing);
}

static GUri *
post_uri (Writing *writing)
{
  g_autofree char *route = NULL;

  if (writing->base == NULL)
    return vsl_wordpress_api_uri (writing->root, "wp/v2/posts", "context", "edit",
                                  "_fields", VSL_WORDPRESS_POST_FIELDS, NULL);

  route = g_strconcat ("wp/v2/posts/", vsl_remote_copy_get_remote_id (writing->base), NULL);

  return vsl_wordpress_api_uri (writing->root, route, "context", "edit",
                                "_fields", VSL_WORDPRESS_POST_FIELDS, NULL);
}

/* A good status with something else in it than our post: what happened is not known. */
static VslWordpressPost *
parse_reply (Writing       *writing,
             VslHttpReply  *reply,
             GError       **error)
{
  g_autoptr(JsonNode) root = vsl_wordpress_error_judge (reply, error);
  g_autoptr(GError) cause = NULL;
  g_autoptr(VslWordpressPost) post = NULL;
  g_autofree char *id = NULL;

  if (root == NULL)
    return NULL;

  post = vsl_wordpress_post_parse (root, &cause);
  if (post != NULL)
    id = g_strdup_printf ("%" G_GINT64_FORMAT, post->id);
  if (post == NULL ||
      (writing->base != NULL &&
       g_strcmp0 (id, vsl_remote_copy_get_remote_id (writing->base)) != 0))
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
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(VslWordpressPost) post = NULL;
  Writing *writing = g_task_get_task_data (task);

  reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  if (reply != NULL)
    post = parse_reply (writing, reply, &error);
  if (post == NULL || !vsl_wordpress_body_verify (writing->body, post, writing->site, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_return_pointer (task, vsl_wordpress_post_to_copy (post, writing->root), g_object_unref);
}

static void
write_post (GTask *task)
{
  Writing *writing = g_task_get_task_data (task);
  g_autoptr(GUri) uri = post_uri (writing);
  g_autoptr(JsonNode) body = NULL;
  g_autoptr(VslHttpRequest) request = NULL;
  g_autoptr(GError) error = NULL;
  VslHttpFlags flags = VSL_HTTP_EFFECT;

  if (g_cancellable_set_error_if_cancelled (writing->cancellable, &error) ||
      !vsl_wordpress_body_check_time (writing->body, writing->now, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (writing->base == NULL)
    {
      body = vsl_wordpress_body_for_create (writing->body);
    }
  else if (writing->body->status == VSL_REMOTE_TRASH)
    {
      /* POST with another method inside: firewalls often refuse a DELETE. */
      flags |= VSL_HTTP_REUSE;
    }
  else
    {
      /* The connection of the look a moment ago is alive; one of long ago may not be. */
      flags |= VSL_HTTP_REUSE;
      body = vsl_wordpress_body_for_update (writing->body, writing->current, writing->now);
    }

  request = vsl_http_request_new ("POST", uri, flags);
  if (body != NULL)
    vsl_http_request_set_json (request, body);
  else
    vsl_http_request_add_header (request, "X-HTTP-Method-Override", "DELETE");
  vsl_http_send_async (g_task_get_source_object (task), request, writing->cancellable, written_cb,
                       g_object_ref (task));
}

/* What is there already as we would write it is our own, of a request whose answer was lost. */
static gboolean
is_in_conflict (Writing *writing)
{
  if (vsl_wordpress_post_was_moved (writing->current, writing->base, writing->body->status))
    return TRUE;

  return vsl_wordpress_post_was_edited (writing->current, writing->base) &&
         !(writing->terms_known && vsl_wordpress_body_is_stored (writing->body, writing->current));
}

static void
current_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = NULL;
  Writing *writing = g_task_get_task_data (task);

  reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  if (reply != NULL)
    writing->current = parse_reply (writing, reply, &error);
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
  g_autoptr(GUri) uri = post_uri (writing);
  g_autoptr(VslHttpRequest) request = vsl_http_request_new ("GET", uri, VSL_HTTP_READ);

  vsl_http_send_async (g_task_get_source_object (task), request, writing->cancellable,
                       current_read_cb, g_object_ref (task));
}

static void
return_missing (GTask     *task,
                GPtrArray *missing)
{
  Writing *writing = g_task_get_task_data (task);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  guint i;

  for (i = 0; i < missing->len; i++)
    g_ptr_array_add (names, (char *) vsl_missing_term_get_name (g_ptr_array_index (missing, i)));
  g_ptr_array_add (names, NULL);
  list = g_strjoinv ("”, “", (char **) names->pdata);
  g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_MISSING_TERMS,
                           ngettext ("“%s” does not have the tag or category “%s”. Nothing was sent; "
                                     "let it be made, or choose another.",
                                     "“%s” does not have the tags or categories “%s”. Nothing was "
                                     "sent; let them be made, or choose others.", missing->len),
                           writing->site, list);
}

static void
sorting_found_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslWordpressSorting) sorting = NULL;
  Writing *writing = g_task_get_task_data (task);

  sorting = vsl_wordpress_sorting_look_finish (VSL_HTTP (object), result, &error);
  if (sorting == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (sorting->missing->len > 0 && !writing->create_terms)
    {
      return_missing (task, sorting->missing);
      return;
    }

  vsl_wordpress_body_set_tags (writing->body, sorting->tags);
  vsl_wordpress_body_set_categories (writing->body, sorting->categories);
  writing->terms_known = sorting->missing->len == 0;

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

  vsl_wordpress_sorting_look_async (g_task_get_source_object (task), writing->root,
                                    vsl_article_get_tags (writing->article),
                                    (const char * const *) writing->categories,
                                    create ? VSL_WORDPRESS_TERMS_CREATE : VSL_WORDPRESS_TERMS_LOOK,
                                    writing->cancellable, sorting_found_cb, g_object_ref (task));
}

/**
 * vsl_wordpress_write_async:
 * @http: the sender
 * @root: the root of the API
 * @request: what the piece is to become
 * @base: (nullable): the copy as we last saw it; %NULL makes a new draft
 * @cancellable: (nullable): stops it before the article is sent, not after
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Puts an article on the site.
 */
void
vsl_wordpress_write_async (VslHttp             *http,
                           GUri                *root,
                           const VslCmsRequest *request,
                           VslRemoteCopy       *base,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Writing *writing;

  g_return_if_fail (VSL_IS_HTTP (http) && root != NULL && request != NULL);

  task = g_task_new (http, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_wordpress_write_async);

  writing = g_new0 (Writing, 1);
  writing->root = g_uri_ref (root);
  writing->site = vsl_http_address_dup_name (root);
  writing->article = g_object_ref (request->article);
  if (request->placement != NULL)
    writing->categories = g_strdupv ((char **) vsl_placement_get_categories (request->placement));
  writing->body = vsl_wordpress_body_new (request);
  writing->create_terms = request->create_terms;
  writing->now = g_get_real_time ();
  if (base != NULL)
    writing->base = g_object_ref (base);
  else
    writing->body->status = VSL_REMOTE_DRAFT;
  if (cancellable != NULL)
    writing->cancellable = g_object_ref (cancellable);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);

  if (request->status == VSL_REMOTE_TRASH && base != NULL)
    {
      writing->terms_known = TRUE;
      read_current (task);
      return;
    }

  resolve_terms (task, FALSE);
}

/**
 * vsl_wordpress_write_finish:
 * @http: the sender
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the copy as the site answered it, or %NULL with a #VslCmsError
 */
VslRemoteCopy *
vsl_wordpress_write_finish (VslHttp       *http,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, http), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_wordpress_write_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
