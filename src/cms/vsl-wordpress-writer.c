/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-writer.h"

#include "cms/vsl-http-address.h"
#include "cms/vsl-http-failure.h"
#include "cms/vsl-wordpress-api.h"
#include "cms/vsl-wordpress-body.h"
#include "cms/vsl-wordpress-byline.h"
#include "cms/vsl-wordpress-error.h"
#include "cms/vsl-wordpress-extras.h"
#include "cms/vsl-wordpress-loss.h"
#include "cms/vsl-wordpress-people.h"
#include "cms/vsl-wordpress-post.h"
#include "cms/vsl-wordpress-rival.h"
#include "cms/vsl-wordpress-sorting.h"

#include "core/vsl-site-choices.h"
#include "core/vsl-text.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * One article to one WordPress. A new one: its people, tags and categories, then one POST that makes a
 * draft. One that is there: those, a look at what is there now, what has a place of its own, then one
 * POST with what changes. The one POST comes last and as near to the look as can be; everything before
 * it only reads, but for new tags and for what no reader sees before that POST.
 */

typedef struct
{
  GUri             *root;         /* (owned) */
  char             *site;         /* (owned) for messages */
  char             *token;        /* (owned) our mark */
  VslBylinePlace    byline_place;
  VslCreditPlace    credit_place;
  char             *author;       /* (owned) (nullable) who was chosen by name */
  VslWordpressByline *people;     /* (owned) (nullable) the byline there, or who was chosen */
  GPtrArray        *warnings;     /* (owned) (nullable) of the request */
  GPtrArray        *overtaken;    /* (owned) (nullable) of the request */
  VslArticle       *article;      /* (owned) */
  char            **categories;   /* (owned) (nullable) names; NULL: as they are there */
  VslRemoteCopy    *base;         /* (owned) (nullable) NULL for a new one */
  VslWordpressBody *body;         /* (owned) */
  VslWordpressPost *current;      /* (owned) (nullable) */
  VslWordpressPost *written;      /* (owned) (nullable) what our POST was answered with */
  GCancellable     *cancellable;  /* (owned) (nullable) */
  gint64            now;          /* µs UTC, by the clock of the site */
  gboolean          create_terms;
  gboolean          terms_known;
  gboolean          or_pending;   /* for review, when this user may not publish */
  JsonNode         *sent;         /* (owned) (nullable) our POST */
} Writing;

static void resolve_terms (GTask    *task,
                           gboolean  create);

static void
writing_free (Writing *writing)
{
  g_uri_unref (writing->root);
  g_free (writing->site);
  g_free (writing->token);
  g_free (writing->author);
  g_clear_pointer (&writing->people, vsl_wordpress_byline_free);
  g_clear_pointer (&writing->warnings, g_ptr_array_unref);
  g_clear_pointer (&writing->overtaken, g_ptr_array_unref);
  g_clear_object (&writing->article);
  g_strfreev (writing->categories);
  g_clear_object (&writing->base);
  g_clear_pointer (&writing->body, vsl_wordpress_body_free);
  g_clear_pointer (&writing->current, vsl_wordpress_post_free);
  g_clear_pointer (&writing->written, vsl_wordpress_post_free);
  g_clear_pointer (&writing->sent, json_node_unref);
  g_clear_object (&writing->cancellable);
  g_free (writing);
}

/* A sentence for the person, once. */
static void
warn (Writing *writing,
      char    *sentence) /* (transfer full) (nullable) */
{
  VslCmsRequest request = { .warnings = writing->warnings };

  if (sentence != NULL)
    vsl_cms_request_warn (&request, sentence);
  g_free (sentence);
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
return_written (GTask *task)
{
  Writing *writing = g_task_get_task_data (task);

  g_task_return_pointer (task, vsl_wordpress_post_to_copy (writing->written, writing->root),
                         g_object_unref);
}

/* That it could not be told who else wrote is no failure of our own write. */
static void
rival_looked_for_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Writing *writing = g_task_get_task_data (task);
  GPtrArray *rivals = vsl_wordpress_rival_look_finish (VSL_HTTP (object), result, &error);

  if (rivals != NULL)
    g_ptr_array_extend_and_steal (writing->overtaken, rivals);
  else
    warn (writing, g_strdup_printf (_("“%s” shows that somebody else may have changed the article at the "
                                      "same moment, but not what. Look at the revisions there."),
                                    writing->site));
  return_written (task);
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
  Writing *writing = g_task_get_task_data (task);

  reply = vsl_http_send_finish (VSL_HTTP (object), result, &error);
  if (reply != NULL)
    post = writing->written = parse_reply (writing, reply, &error);
  if (post == NULL || !vsl_wordpress_body_verify (writing->body, post, writing->site, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (writing->sent != NULL && json_object_has_member (json_node_get_object (writing->sent), "content"))
    warn (writing, vsl_wordpress_loss_describe (writing->body->content, post->content, writing->site));
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
  Writing *writing = g_task_get_task_data (task);
  g_autoptr(GUri) uri = post_uri (writing);
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
    warn (g_task_get_task_data (task), g_strdup (problems[i]));
  write_post (task);
}

/* What has a place of its own goes first, so that no reader sees the article without it. */
static void
write_extras (GTask *task)
{
  Writing *writing = g_task_get_task_data (task);
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

/* The text, once it is known what has a place of its own on the site. */
static void
finish_body (Writing *writing)
{
  gboolean with_byline = TRUE;
  gboolean with_credit = writing->credit_place == VSL_CREDIT_TEXT || writing->current == NULL ||
                         writing->current->picture == 0;

  if (writing->people != NULL && writing->author == NULL)
    {
      char *warning = NULL;

      with_byline = !vsl_wordpress_people_place (writing->people, writing->article, writing->current,
                                                 writing->site, writing->body, &warning);
      warn (writing, warning);
    }
  if (with_byline && with_credit)
    return;

  vsl_wordpress_body_render (writing->body, writing->article, writing->token, with_byline, with_credit);
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

/* Who may not do it is told before anything is sent, and may have agreed to a review instead. */
static gboolean
check_rights (Writing  *writing,
              GError  **error)
{
  char *warning = NULL;
  gboolean may = vsl_wordpress_people_may (writing->current, writing->or_pending, writing->site,
                                           writing->body, &warning, error);

  warn (writing, warning);

  return may && (writing->author == NULL ||
                 vsl_wordpress_people_choose (writing->people, writing->author, writing->current,
                                              writing->site, writing->body, error));
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

  finish_body (writing);
  if (is_in_conflict (writing))
    {
      g_task_return_new_error (task, VSL_CMS_ERROR, VSL_CMS_ERROR_CONFLICT,
                               _("Somebody changed the article on “%s” since it was last sent or "
                                 "fetched. Nothing was sent; compare the two versions first."),
                               writing->site);
      return;
    }

  if (writing->body->status != VSL_REMOTE_TRASH && !check_rights (writing, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (writing->terms_known)
    write_extras (task);
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
  Writing *writing = g_task_get_task_data (task);

  vsl_wordpress_sorting_look_async (g_task_get_source_object (task), writing->root,
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
  Writing *writing = g_task_get_task_data (task);

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
    finish_body (writing);
  resolve_terms (task, FALSE);
}

/* Who wrote it, where that has a place of its own. */
static void
look_up_people (GTask *task)
{
  Writing *writing = g_task_get_task_data (task);
  const char *byline = vsl_article_get_text (writing->article, VSL_FIELD_BYLINE);
  VslBylinePlace place = writing->author != NULL ? VSL_BYLINE_AUTHOR : writing->byline_place;

  if (place == VSL_BYLINE_TEXT || (writing->author == NULL && vsl_text_is_blank (byline)))
    resolve_terms (task, FALSE);
  else
    vsl_wordpress_byline_look_async (g_task_get_source_object (task), writing->root, place,
                                     writing->author != NULL ? writing->author : byline,
                                     writing->cancellable, people_found_cb, g_object_ref (task));
}

static void
take_choices (Writing             *writing,
              VslSite             *site,
              const VslCmsRequest *request)
{
  VslPlacement *placement = request->placement;
  const char *comments = vsl_site_get_setting (site, VSL_SITE_COMMENTS);

  writing->byline_place = vsl_site_get_byline_place (site);
  writing->credit_place = vsl_site_get_credit_place (site);
  if (placement != NULL)
    {
      writing->categories = g_strdupv ((char **) vsl_placement_get_categories (placement));
      writing->or_pending = vsl_placement_get_or_pending (placement);
      if (!vsl_text_is_blank (vsl_placement_get_author (placement) != NULL
                                ? vsl_placement_get_author (placement) : ""))
        writing->author = g_strdup (vsl_placement_get_author (placement));
    }
  if (writing->base != NULL)
    return;

  /* What the site is set to is for a new piece; what is there is as somebody made it. */
  if (writing->categories == NULL)
    writing->categories = vsl_site_dup_categories (site);
  if (writing->body->comments == VSL_CHOICE_KEEP && comments != NULL)
    writing->body->comments = g_str_equal (comments, "open") ? VSL_CHOICE_YES : VSL_CHOICE_NO;
}

/**
 * vsl_wordpress_write_async:
 * @http: the sender
 * @root: the root of the API
 * @site: the site, for what is chosen once for all its articles
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
  writing->token = g_strdup (request->token);
  if (request->warnings != NULL)
    writing->warnings = g_ptr_array_ref (request->warnings);
  if (request->overtaken != NULL)
    writing->overtaken = g_ptr_array_ref (request->overtaken);
  writing->body = vsl_wordpress_body_new (request);
  writing->create_terms = request->create_terms;
  writing->now = g_get_real_time ();
  if (base != NULL)
    writing->base = g_object_ref (base);
  else
    writing->body->status = VSL_REMOTE_DRAFT;
  take_choices (writing, site, request);
  if (cancellable != NULL)
    writing->cancellable = g_object_ref (cancellable);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);

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
