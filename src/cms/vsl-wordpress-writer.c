/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-writer.h"

#include "cms/vsl-wordpress-canonical.h"
#include "cms/vsl-wordpress-extras.h"
#include "cms/vsl-wordpress-loss.h"
#include "cms/vsl-wordpress-people.h"
#include "cms/vsl-wordpress-rival.h"
#include "cms/vsl-wordpress-sorting.h"
#include "cms/vsl-wordpress-writing.h"
#include "core/vsl-text.h"

#include <glib/gi18n.h>

/*
 * One article to one WordPress. A new one: its people, tags and categories, then one POST that makes a
 * draft. One that is there: those, a look at what is there now, what has a place of its own, then one
 * POST with what changes. The one POST comes last and as near to the look as can be; everything before
 * it only reads, but for new tags and for what no reader sees before that POST. Of a draft that was made
 * a moment ago the answer to its making is that look; who wrote in between is found by the answer to
 * the second POST, as ever.
 */

static void resolve_terms (GTask    *task,
                           gboolean  create);

/* A draft that is to become more than that is updated next. */
static void
return_written (GTask *task)
{
  VslWordpressWriting *writing = g_task_get_task_data (task);
  VslRemoteCopy *copy = vsl_wordpress_post_to_copy (writing->written, writing->root);

  if (writing->base == NULL)
    vsl_wordpress_memory_keep_post (writing->memory, g_steal_pointer (&writing->written), writing->now);
  g_task_return_pointer (task, copy, g_object_unref);
}

/* That it could not be told who else wrote is no failure of our own write. */
static void
rival_looked_for_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  VslWordpressWriting *writing = g_task_get_task_data (task);
  GPtrArray *rivals = vsl_wordpress_rival_look_finish (VSL_HTTP (object), result, &error);

  if (rivals != NULL)
    g_ptr_array_extend_and_steal (writing->overtaken, rivals);
  else
    vsl_wordpress_writing_warn (writing, g_strdup_printf (_("“%s” shows that somebody else may have changed the article at the "
                                      "same moment, but not what. Look at the revisions there."),
                                    writing->site));
  return_written (task);
}

static void
take_time (VslWordpressWriting *writing,
           VslHttpReply        *reply)
{
  if (vsl_http_reply_get_date (reply) != 0)
    writing->now = vsl_http_reply_get_date (reply) * G_USEC_PER_SEC;
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = NULL;
  VslWordpressPost *post = NULL;
  VslWordpressWriting *writing = g_task_get_task_data (task);

  reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  if (reply != NULL)
    post = writing->written = vsl_wordpress_writing_read_reply (writing, reply, &error);
  if (post == NULL || !vsl_wordpress_body_verify (writing->body, post, writing->site, &error))
    {
      /* A tag that somebody removed meanwhile, perhaps. */
      vsl_wordpress_memory_forget_terms (writing->memory);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  take_time (writing, reply);
  if (writing->sent != NULL && json_object_has_member (json_node_get_object (writing->sent), "content"))
    vsl_wordpress_writing_warn (writing, vsl_wordpress_loss_describe (writing->body->content, post->content, writing->site));
  if (writing->current != NULL && writing->overtaken != NULL && post->status != VSL_REMOTE_TRASH)
    vsl_wordpress_rival_look_async (VSL_HTTP (object), writing->root, writing->base,
                                    writing->current, post, writing->sent, writing->cancellable,
                                    rival_looked_for_cb, g_object_ref (task));
  else
    return_written (task);
}

static void
write_post (GTask *task)
{
  VslWordpressWriting *writing = g_task_get_task_data (task);
  g_autoptr(GUri) uri = vsl_wordpress_writing_dup_uri (writing);
  g_autoptr(JsonNode) body = NULL;
  g_autoptr(VslHttpRequest) request = NULL;
  g_autoptr(GError) error = NULL;
  VslHttpFlags flags = VSL_HTTP_EFFECT;

  if (g_cancellable_set_error_if_cancelled (writing->cancellable, &error) ||
      !vsl_wordpress_body_check_time (writing->body, writing->now, &error) ||
      !vsl_wordpress_body_check_placement (writing->body, writing->current, &error))
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
      if (writing->current->status == VSL_REMOTE_TRASH)
        {
          /* There since a request whose answer was lost; WordPress refuses to do it twice. */
          g_task_return_pointer (task, vsl_wordpress_post_to_copy (writing->current, writing->root),
                                 g_object_unref);
          return;
        }
      /* POST with another method inside: firewalls often refuse a DELETE. */
      flags |= VSL_HTTP_REUSE;
    }
  else
    {
      /* The connection of the look a moment ago is alive; one of long ago may not be. */
      flags |= VSL_HTTP_REUSE;
      body = vsl_wordpress_body_for_update (writing->body, writing->current, writing->now);
      body = vsl_wordpress_canonical_add_meta (g_steal_pointer (&body), writing->current, writing->canonical);
      if (body == NULL)
        {
          /* All is there as it should be: an empty update would only move its time. */
          g_task_return_pointer (task, vsl_wordpress_post_to_copy (writing->current, writing->root),
                                 g_object_unref);
          return;
        }
    }

  request = vsl_http_request_new ("POST", uri, flags);
  writing->sent = g_steal_pointer (&body);
  if (writing->sent != NULL)
    vsl_http_request_set_json (request, writing->sent);
  else
    vsl_http_request_add_header (request, "X-HTTP-Method-Override", "DELETE");
  vsl_http_send_async (g_task_get_source_object (task), request, writing->cancellable, written_cb,
                       g_object_ref (task));
}

static void
extras_sent_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_auto(GStrv) problems = vsl_wordpress_extras_send_finish (VSL_HTTP (object), result);
  guint i;

  for (i = 0; problems[i] != NULL; i++)
    vsl_wordpress_writing_warn (g_task_get_task_data (task), g_strdup (problems[i]));
  write_post (task);
}

/* What has a place of its own goes first, so that no reader sees the article without it. */
static void
write_extras (GTask *task)
{
  VslWordpressWriting *writing = g_task_get_task_data (task);
  VslWordpressExtras extras = { 0 };
  g_autofree char *authors = NULL;
  const char *credit = vsl_article_get_text (writing->article, VSL_FIELD_CREDIT);

  if (writing->current == NULL || writing->body->status == VSL_REMOTE_TRASH)
    {
      write_post (task);
      return;
    }

  extras.post = writing->current->id;
  if (writing->author == NULL && writing->byline_place == VSL_BYLINE_CO_AUTHORS &&
      writing->people != NULL && vsl_wordpress_byline_is_whole (writing->people))
    extras.co_authors = authors = g_strjoinv (",", writing->people->keys);
  if (writing->credit_place != VSL_CREDIT_TEXT && writing->current->picture != 0 &&
      !vsl_text_is_blank (credit))
    {
      extras.picture = writing->current->picture;
      extras.credit = credit;
      extras.in_caption = writing->credit_place == VSL_CREDIT_CAPTION;
    }
  if (extras.co_authors == NULL && extras.credit == NULL)
    {
      write_post (task);
      return;
    }

  vsl_wordpress_extras_send_async (g_task_get_source_object (task), writing->root, &extras,
                                   writing->cancellable, extras_sent_cb, g_object_ref (task));
}

/* It is known what is there now. */
static void
judge_current (GTask *task)
{
  VslWordpressWriting *writing = g_task_get_task_data (task);
  GError *error = NULL;

  vsl_wordpress_writing_place (writing);
  if (vsl_wordpress_writing_is_in_conflict (writing))
    {
      g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_CONFLICT,
                               _("Somebody changed the article on “%s” since it was last sent or "
                                 "fetched. Nothing was sent; compare the two versions first."),
                               writing->site);
      return;
    }

  if (writing->body->status != VSL_REMOTE_TRASH && !vsl_wordpress_writing_check_rights (writing, &error))
    g_task_return_error (task, error);
  else if (writing->terms_known)
    write_extras (task);
  else
    resolve_terms (task, TRUE);
}

static void
current_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslHttpReply) reply = NULL;
  VslWordpressWriting *writing = g_task_get_task_data (task);

  reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  if (reply != NULL)
    writing->current = vsl_wordpress_writing_read_reply (writing, reply, &error);
  if (writing->current == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  take_time (writing, reply);
  judge_current (task);
}

static void
read_current (GTask *task)
{
  VslWordpressWriting *writing = g_task_get_task_data (task);
  g_autoptr(GUri) uri = NULL;
  g_autoptr(VslHttpRequest) request = NULL;

  if (writing->fresh)
    writing->current = vsl_wordpress_memory_take_post (writing->memory, writing->base, &writing->now);
  if (writing->current != NULL)
    {
      judge_current (task);
      return;
    }

  uri = vsl_wordpress_writing_dup_uri (writing);
  request = vsl_http_request_new ("GET", uri, VSL_HTTP_READ);
  vsl_http_send_async (g_task_get_source_object (task), request, writing->cancellable,
                       current_read_cb, g_object_ref (task));
}

static void
sorting_found_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslWordpressSorting) sorting = NULL;
  VslWordpressWriting *writing = g_task_get_task_data (task);

  sorting = vsl_wordpress_sorting_look_finish (VSL_HTTP (object), result, &error);
  if (sorting == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (sorting->missing->len > 0 && !writing->create_terms)
    {
      g_task_return_error (task, vsl_wordpress_sorting_refuse (sorting, writing->site));
      return;
    }

  vsl_wordpress_body_set_tags (writing->body, sorting->tags);
  vsl_wordpress_body_set_categories (writing->body, sorting->categories);
  writing->terms_known = sorting->missing->len == 0;

  if (writing->base != NULL && writing->current == NULL)
    read_current (task);
  else if (writing->terms_known)
    write_extras (task);
  else
    resolve_terms (task, TRUE);
}

static void
resolve_terms (GTask    *task,
               gboolean  create)
{
  VslWordpressWriting *writing = g_task_get_task_data (task);

  vsl_wordpress_sorting_look_async (g_task_get_source_object (task), writing->root, writing->memory,
                                    vsl_article_get_tags (writing->article),
                                    (const char * const *) writing->categories,
                                    create ? VSL_WORDPRESS_TERMS_CREATE : VSL_WORDPRESS_TERMS_LOOK,
                                    writing->cancellable, sorting_found_cb, g_object_ref (task));
}

static void
people_found_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  VslWordpressWriting *writing = g_task_get_task_data (task);

  writing->people = vsl_wordpress_byline_look_finish (VSL_HTTP (object), result, &error);
  if (writing->people == NULL ||
      (writing->author != NULL &&
       !vsl_wordpress_people_choose (writing->people, writing->author, NULL, writing->site,
                                     writing->body, &error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (writing->base == NULL)
    vsl_wordpress_writing_place (writing);
  resolve_terms (task, FALSE);
}

/* Who wrote it, where that has a place of its own. */
static void
look_up_people (GTask *task)
{
  VslWordpressWriting *writing = g_task_get_task_data (task);
  const char *byline = vsl_article_get_text (writing->article, VSL_FIELD_BYLINE);
  VslBylinePlace place = writing->author != NULL ? VSL_BYLINE_AUTHOR : writing->byline_place;

  if (place == VSL_BYLINE_TEXT || (writing->author == NULL && vsl_text_is_blank (byline)))
    resolve_terms (task, FALSE);
  else
    vsl_wordpress_byline_look_async (g_task_get_source_object (task), writing->root, place,
                                     writing->author != NULL ? writing->author : byline,
                                     writing->cancellable, people_found_cb, g_object_ref (task));
}

/**
 * vsl_wordpress_write_async:
 * @http: the sender
 * @root: the root of the API
 * @site: the site, for what is chosen once for all its articles
 * @memory: what the client of this site saw a moment ago
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
                           VslSite             *site,
                           VslWordpressMemory  *memory,
                           const VslCmsRequest *request,
                           VslRemoteCopy       *base,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  VslWordpressWriting *writing;

  g_return_if_fail (VSL_IS_HTTP (http) && root != NULL && request != NULL);

  task = g_task_new (http, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_wordpress_write_async);

  writing = vsl_wordpress_writing_new (root, site, memory, request, base, cancellable);
  g_task_set_task_data (task, writing, (GDestroyNotify) vsl_wordpress_writing_free);

  if (request->status == VSL_REMOTE_TRASH && base != NULL)
    {
      writing->terms_known = TRUE;
      read_current (task);
      return;
    }

  look_up_people (task);
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
