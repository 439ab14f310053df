/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-body.h"

#include "cms/vsl-wordpress-api.h"
#include "core/vsl-text.h"
#include "markup/vsl-render.h"

#include <glib/gi18n.h>
#include <string.h>

/* Nearer than this, WordPress publishes at once instead of scheduling. */
#define MIN_LEAD_TIME (60 * G_USEC_PER_SEC)

static char *
dup_field (VslArticle *article,
           VslField    field)
{
  g_autofree char *spaced = vsl_text_collapse_spaces (vsl_article_get_text (article, field));

  return vsl_wordpress_text_escape (spaced);
}

/**
 * vsl_wordpress_body_new:
 * @request: what a piece is to become
 *
 * Returns: (transfer full): it in WordPress's words, without tags yet
 */
VslWordpressBody *
vsl_wordpress_body_new (const VslCmsRequest *request)
{
  VslWordpressBody *self;

  g_return_val_if_fail (request != NULL && request->article != NULL, NULL);

  self = g_new0 (VslWordpressBody, 1);
  self->status = request->status;
  self->at = request->at;
  self->title = dup_field (request->article, VSL_FIELD_HEADLINE);
  self->excerpt = dup_field (request->article, VSL_FIELD_LEAD);
  self->content = vsl_render_article_blocks (request->article, request->token);
  self->slug = vsl_article_dup_slug (request->article);
  self->slug_chosen = !vsl_text_is_blank (vsl_article_get_text (request->article, VSL_FIELD_SLUG));
  self->tags = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

/**
 * vsl_wordpress_body_free:
 * @self: (nullable): a body
 */
void
vsl_wordpress_body_free (VslWordpressBody *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->content);
  g_free (self->excerpt);
  g_free (self->slug);
  g_array_unref (self->tags);
  g_clear_pointer (&self->categories, g_array_unref);
  g_free (self);
}

/**
 * vsl_wordpress_body_set_tags:
 * @self: a body
 * @tags: (element-type gint64): the ids of its tags, ascending
 */
void
vsl_wordpress_body_set_tags (VslWordpressBody *self,
                             GArray           *tags)
{
  g_return_if_fail (self != NULL && tags != NULL);

  g_array_ref (tags);
  g_array_unref (self->tags);
  self->tags = tags;
}

/**
 * vsl_wordpress_body_set_categories:
 * @self: a body
 * @categories: (nullable) (element-type gint64): the ids of its categories, ascending; %NULL leaves
 *   them as they are there
 */
void
vsl_wordpress_body_set_categories (VslWordpressBody *self,
                                   GArray           *categories)
{
  g_return_if_fail (self != NULL);

  if (categories != NULL)
    g_array_ref (categories);
  g_clear_pointer (&self->categories, g_array_unref);
  self->categories = categories;
}

/**
 * vsl_wordpress_body_check_time:
 * @self: a body
 * @now: µs since 1970, UTC, by the clock of the site where that is known
 * @error: return location for an error
 *
 * WordPress publishes at once what is scheduled for the past or for within a minute, so that is
 * refused here.
 *
 * Returns: whether its time is one at which WordPress can publish it, when it is to be scheduled
 */
gboolean
vsl_wordpress_body_check_time (VslWordpressBody  *self,
                               gint64             now,
                               GError           **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->status != VSL_REMOTE_FUTURE || self->at >= now + MIN_LEAD_TIME)
    return TRUE;

  g_set_error_literal (error, VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                       _("The time of publication has passed or is less than a minute away. Choose "
                         "a later time, or publish now."));

  return FALSE;
}

static void
set_ids (JsonObject *object,
         const char *member,
         GArray     *ids)
{
  JsonArray *array = json_array_new ();
  guint i;

  for (i = 0; i < ids->len; i++)
    json_array_add_int_element (array, g_array_index (ids, gint64, i));
  json_object_set_array_member (object, member, array);
}

static void
set_date (JsonObject *object,
          gint64      at)
{
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%dT%H:%M:%S");

  json_object_set_string_member (object, "date_gmt", text);
}

static JsonNode *
to_node (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);

  return node;
}

/**
 * vsl_wordpress_body_for_create:
 * @self: a body
 *
 * Always a draft, whatever it is to become: publishing is an update by id.
 *
 * Returns: (transfer full): what to post
 */
JsonNode *
vsl_wordpress_body_for_create (VslWordpressBody *self)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "status", vsl_remote_status_get_name (VSL_REMOTE_DRAFT));
  json_object_set_string_member (object, "title", self->title);
  json_object_set_string_member (object, "content", self->content);
  json_object_set_string_member (object, "excerpt", self->excerpt);
  if (*self->slug != '\0')
    json_object_set_string_member (object, "slug", self->slug);
  if (self->tags->len > 0)
    set_ids (object, "tags", self->tags);
  if (self->categories != NULL && self->categories->len > 0)
    set_ids (object, "categories", self->categories);

  return to_node (object);
}

static gboolean
same_ids (GArray *a,
          GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (gint64)) == 0);
}

/* WordPress puts a number behind a slug that is taken. */
static gboolean
same_slug (const char *wanted,
           const char *stored)
{
  const char *rest;

  if (stored == NULL || !g_str_has_prefix (stored, wanted))
    return FALSE;

  rest = stored + strlen (wanted);

  return *rest == '\0' || (*rest == '-' && rest[1] != '\0' &&
                           strspn (rest + 1, "0123456789") == strlen (rest + 1));
}

/* The address of a published piece does not follow its headline any more: links lead to it. */
static gboolean
may_set_slug (VslWordpressBody *self,
              VslWordpressPost *current)
{
  if (*self->slug == '\0' || same_slug (self->slug, current->slug))
    return FALSE;

  return self->slug_chosen || current->status != VSL_REMOTE_PUBLISH;
}

/**
 * vsl_wordpress_body_for_update:
 * @self: a body
 * @current: the post as it is now
 * @now: µs since 1970, UTC, by the clock of the site where that is known
 *
 * Only what changes is sent, and the status.
 *
 * Returns: (transfer full): what to post
 */
JsonNode *
vsl_wordpress_body_for_update (VslWordpressBody *self,
                               VslWordpressPost *current,
                               gint64            now)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL && current != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "status", vsl_remote_status_get_name (self->status));
  if (g_strcmp0 (self->title, current->title) != 0)
    json_object_set_string_member (object, "title", self->title);
  if (g_strcmp0 (self->content, current->content) != 0)
    json_object_set_string_member (object, "content", self->content);
  if (g_strcmp0 (self->excerpt, current->excerpt) != 0)
    json_object_set_string_member (object, "excerpt", self->excerpt);
  if (may_set_slug (self, current))
    json_object_set_string_member (object, "slug", self->slug);
  if (!same_ids (self->tags, current->tags))
    set_ids (object, "tags", self->tags);
  if (self->categories != NULL && !same_ids (self->categories, current->categories))
    set_ids (object, "categories", self->categories);

  if (self->status == VSL_REMOTE_FUTURE)
    set_date (object, self->at);
  else if (self->status == VSL_REMOTE_PUBLISH && current->date > now)
    set_date (object, now);

  return to_node (object);
}

static gboolean
same_text (const char *sent,
           const char *stored)
{
  g_autofree char *a = vsl_wordpress_text_unescape (sent);
  g_autofree char *b = vsl_wordpress_text_unescape (stored);

  return g_strcmp0 (g_strstrip (a), g_strstrip (b)) == 0;
}

/**
 * vsl_wordpress_body_is_stored:
 * @self: a body
 * @post: the post as it is now
 *
 * For a request whose answer was lost: what looks like somebody else's change may be our own.
 *
 * Returns: whether @post already has this title, text, excerpt and these tags
 */
gboolean
vsl_wordpress_body_is_stored (VslWordpressBody *self,
                              VslWordpressPost *post)
{
  g_return_val_if_fail (self != NULL && post != NULL, FALSE);

  return same_text (self->title, post->title) && same_text (self->content, post->content) &&
         same_text (self->excerpt, post->excerpt) && same_ids (self->tags, post->tags);
}

static gboolean
verify_status (VslWordpressBody  *self,
               VslWordpressPost  *post,
               const char        *site,
               GError           **error)
{
  if (post->status == self->status)
    return TRUE;

  if (post->status == VSL_REMOTE_PENDING)
    g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                 _("“%s” stored the article but keeps it for review; an editor has to publish it "
                   "there."), site);
  else if (post->status == VSL_REMOTE_FUTURE)
    g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                 _("“%s” stored the article but did not publish it: it is scheduled for later "
                   "there. Check the clock of the site."), site);
  else if (post->status == VSL_REMOTE_PUBLISH)
    g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                 _("“%s” published the article although that was not asked. Look at it there."),
                 site);
  else if (post->status == VSL_REMOTE_TRASH)
    g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                 _("“%s” stored the article but keeps it in the trash. Restore it there first."),
                 site);
  else
    g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                 _("“%s” stored the article but did not give it the status that was asked for. "
                   "Look at it there."), site);

  return FALSE;
}

/**
 * vsl_wordpress_body_verify:
 * @self: what was sent
 * @post: what the site answered
 * @site: the name of the site, for messages
 * @error: return location for an error
 *
 * Judges an answer that looks like success. The texts may differ, because the site cleans up what a
 * user without all rights writes; but none may be lost, our mark must be there, and status and tags
 * must be those that were asked for.
 *
 * Returns: whether the article is there as it should be
 */
gboolean
vsl_wordpress_body_verify (VslWordpressBody  *self,
                           VslWordpressPost  *post,
                           const char        *site,
                           GError           **error)
{
  g_autofree char *token = NULL;

  g_return_val_if_fail (self != NULL && post != NULL, FALSE);

  if (!verify_status (self, post, site, error))
    return FALSE;
  if (self->status == VSL_REMOTE_TRASH)
    return TRUE;

  token = vsl_wordpress_post_dup_token (post);
  if ((*self->content != '\0' && *post->content == '\0') ||
      (*self->title != '\0' && *post->title == '\0'))
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                   _("“%s” stored the article without its text or headline. Look at it there, and "
                     "ask the web manager which plug-in does that."), site);
      return FALSE;
    }
  if (token == NULL || strstr (self->content, token) == NULL)
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                   _("“%s” stored the article but took out the invisible mark by which it is found "
                     "again. Ask the web manager which plug-in changes articles."), site);
      return FALSE;
    }
  if (self->categories != NULL && self->categories->len > 0 &&
      !same_ids (self->categories, post->categories))
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                   _("“%s” stored the article in other categories than were asked for. Look at the "
                     "categories there."), site);
      return FALSE;
    }
  if (!same_ids (self->tags, post->tags))
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                   _("“%s” stored the article with other tags than were asked for. Look at the "
                     "tags there."), site);
      return FALSE;
    }

  return TRUE;
}
