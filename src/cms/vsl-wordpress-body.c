/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-body.h"

#include "cms/vsl-wordpress-api.h"
#include "core/vsl-article-builder.h"
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

/* The number that the site gave the picture at the head of the article. */
static gint64
find_picture (VslArticle *article)
{
  VslPicture *picture = vsl_article_get_featured_picture (article);
  const VslPicturePlace *place = picture != NULL ? vsl_picture_get_place (picture) : NULL;

  return place != NULL && place->remote_id != NULL
           ? g_ascii_strtoll (place->remote_id, NULL, 10) : 0;
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
  if (request->placement != NULL)
    {
      self->sticky = vsl_placement_get_sticky (request->placement);
      self->comments = vsl_placement_get_comments (request->placement);
      self->password = g_strdup (vsl_placement_get_password (request->placement));
    }
  self->picture = find_picture (request->article);
  if (request->own_pictures != NULL)
    self->own_pictures = g_ptr_array_ref (request->own_pictures);

  return self;
}

/**
 * vsl_wordpress_body_render:
 * @self: a body
 * @article: its article
 * @token: our mark
 * @with_byline: whether the byline is a line in the text, because nothing else there shows it
 * @with_credit: whether the credit is
 *
 * Writes its text anew, once it is known what has a place of its own on the site.
 */
void
vsl_wordpress_body_render (VslWordpressBody *self,
                           VslArticle       *article,
                           const char       *token,
                           gboolean          with_byline,
                           gboolean          with_credit)
{
  VslArticleBuilder *builder;
  g_autoptr(VslArticle) bare = NULL;

  g_return_if_fail (self != NULL && VSL_IS_ARTICLE (article) && token != NULL);

  builder = vsl_article_builder_new (article);
  if (!with_byline)
    vsl_article_builder_set_text (builder, VSL_FIELD_BYLINE, "");
  if (!with_credit)
    vsl_article_builder_set_text (builder, VSL_FIELD_CREDIT, "");
  bare = vsl_article_builder_end (builder);
  g_free (self->content);
  self->content = vsl_render_article_blocks (bare, token);
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
  g_free (self->byline);
  g_free (self->password);
  g_clear_pointer (&self->authors, g_array_unref);
  g_array_unref (self->tags);
  g_clear_pointer (&self->categories, g_array_unref);
  g_clear_pointer (&self->own_pictures, g_ptr_array_unref);
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
 * vsl_wordpress_body_check_placement:
 * @self: a body
 * @current: (nullable): the post as it is now
 * @error: return location for an error
 *
 * WordPress refuses a piece that is both on top of the front page and behind a password, so that is
 * said before anything is sent.
 *
 * Returns: whether its choices go together
 */
gboolean
vsl_wordpress_body_check_placement (VslWordpressBody  *self,
                                    VslWordpressPost  *current,
                                    GError           **error)
{
  gboolean was_sticky = current != NULL && current->sticky;
  const char *password = self->password;

  if (password == NULL && current != NULL)
    password = current->password;
  if (password == NULL || *password == '\0' || (self->sticky != VSL_CHOICE_YES && !was_sticky))
    return TRUE;

  /* It looks at how the piece was, not at how it is to become. */
  if (self->sticky == VSL_CHOICE_NO)
    g_set_error_literal (error, VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                         _("This article is on top of the front page, where it cannot need a password. "
                           "Take it off the front page first, and set the password after that. Nothing "
                           "was sent."));
  else
    g_set_error_literal (error, VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                         _("An article cannot be on top of the front page and need a password as well. "
                           "Choose one of the two. Nothing was sent."));

  return FALSE;
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

static void
set_comments (JsonObject *object,
              VslChoice   choice)
{
  json_object_set_string_member (object, "comment_status",
                                 choice == VSL_CHOICE_YES ? "open" : "closed");
}

static void
set_byline (JsonObject *object,
            const char *byline)
{
  JsonObject *meta = json_object_new ();

  json_object_set_boolean_member (meta, VSL_WORDPRESS_BYLINE_ACTIVE, *byline != '\0');
  json_object_set_string_member (meta, VSL_WORDPRESS_BYLINE, byline);
  json_object_set_object_member (object, "meta", meta);
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
  if (self->comments != VSL_CHOICE_KEEP)
    set_comments (object, self->comments);
  if (self->password != NULL && *self->password != '\0')
    json_object_set_string_member (object, "password", self->password);
  json_object_set_string_member (object, "format", "standard");
  if (self->picture != 0)
    json_object_set_int_member (object, "featured_media", self->picture);

  return to_node (object);
}

/* The same, whether its signs are written as entities or not. */
static gboolean
same_text (const char *sent,
           const char *stored)
{
  g_autofree char *a = vsl_wordpress_text_unescape (sent);
  g_autofree char *b = vsl_wordpress_text_unescape (stored);

  return g_strcmp0 (g_strstrip (a), g_strstrip (b)) == 0;
}

static gboolean
same_ids (GArray *a,
          GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (gint64)) == 0);
}

/* Without a picture of our own, one that somebody else chose there may stay; one of ours may not. */
static gboolean
same_picture (VslWordpressBody *self,
              VslWordpressPost *post)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, post->picture);

  if (self->picture != 0 || post->picture == 0)
    return self->picture == post->picture;

  return self->own_pictures == NULL ||
         !g_ptr_array_find_with_equal_func (self->own_pictures, id, g_str_equal, NULL);
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

/* What is chosen beside the content. */
static void
add_placement (VslWordpressBody *self,
               VslWordpressPost *current,
               JsonObject       *object)
{
  if (self->sticky != VSL_CHOICE_KEEP && (self->sticky == VSL_CHOICE_YES) != current->sticky)
    json_object_set_boolean_member (object, "sticky", self->sticky == VSL_CHOICE_YES);
  if (self->comments != VSL_CHOICE_KEEP && (self->comments == VSL_CHOICE_YES) != current->comments)
    set_comments (object, self->comments);
  if (self->password != NULL && g_strcmp0 (self->password, current->password) != 0)
    json_object_set_string_member (object, "password", self->password);
  if (self->author != 0 && self->author != current->author)
    json_object_set_int_member (object, "author", self->author);
  if (self->authors != NULL && current->authors != NULL && !same_ids (self->authors, current->authors))
    set_ids (object, "ppma_author", self->authors);
  if (self->byline != NULL && current->byline != NULL && !same_text (self->byline, current->byline))
    set_byline (object, self->byline);
}

/* When it is to be published, where that changes. */
static void
add_date (VslWordpressBody *self,
          VslWordpressPost *current,
          gint64            now,
          JsonObject       *object)
{
  if (self->status == VSL_REMOTE_FUTURE)
    {
      if (current->status != VSL_REMOTE_FUTURE ||
          current->date / G_USEC_PER_SEC != self->at / G_USEC_PER_SEC)
        set_date (object, self->at);
    }
  else if (self->status == VSL_REMOTE_PUBLISH && current->date > now)
    {
      set_date (object, now);
    }
  else if (self->status != VSL_REMOTE_PUBLISH && current->status == VSL_REMOTE_FUTURE)
    {
      /* Off the schedule: a date that stays would schedule it again when it is published. */
      json_object_set_null_member (object, "date");
    }
}

/**
 * vsl_wordpress_body_for_update:
 * @self: a body
 * @current: the post as it is now
 * @now: µs since 1970, UTC, by the clock of the site where that is known
 *
 * Only what changes is sent.
 *
 * Returns: (transfer full) (nullable): what to post; %NULL when it is there already as it should be
 */
JsonNode *
vsl_wordpress_body_for_update (VslWordpressBody *self,
                               VslWordpressPost *current,
                               gint64            now)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL && current != NULL, NULL);

  object = json_object_new ();
  if (self->status != current->status)
    json_object_set_string_member (object, "status", vsl_remote_status_get_name (self->status));
  if (!same_text (self->title, current->title))
    json_object_set_string_member (object, "title", self->title);
  if (g_strcmp0 (self->content, current->content) != 0)
    json_object_set_string_member (object, "content", self->content);
  if (!same_text (self->excerpt, current->excerpt))
    json_object_set_string_member (object, "excerpt", self->excerpt);
  if (may_set_slug (self, current))
    json_object_set_string_member (object, "slug", self->slug);
  if (!same_ids (self->tags, current->tags))
    set_ids (object, "tags", self->tags);
  if (self->categories != NULL && !same_ids (self->categories, current->categories))
    set_ids (object, "categories", self->categories);
  if (!same_picture (self, current))
    json_object_set_int_member (object, "featured_media", self->picture);

  add_placement (self, current, object);
  add_date (self, current, now, object);
  if (json_object_get_size (object) == 0)
    {
      json_object_unref (object);
      return NULL;
    }

  return to_node (object);
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
         same_text (self->excerpt, post->excerpt) && same_ids (self->tags, post->tags) &&
         same_picture (self, post);
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
  if (!same_picture (self, post))
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                   _("“%s” stored the article without the picture at its head. Publish again; when "
                     "that does not help, choose it there."), site);
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
