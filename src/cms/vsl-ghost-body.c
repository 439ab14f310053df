/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-ghost-body.h"

#include "cms/vsl-ghost-lexical.h"
#include "core/vsl-text.h"
#include "markup/vsl-placed-pictures.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_EXCERPT 300                       /* characters; Ghost refuses more */
#define MIN_LEAD_TIME (60 * G_USEC_PER_SEC)

/* Characters that Ghost takes as the words for a picture. */
#define MAX_ALT 191

/* The lead as far as an excerpt may go, cut between words. */
static char *
cut_excerpt (const char *lead)
{
  g_autofree char *start = NULL;
  char *space;

  if (g_utf8_strlen (lead, -1) <= MAX_EXCERPT)
    return g_strdup (lead);

  start = g_utf8_substring (lead, 0, MAX_EXCERPT - 2);
  space = strrchr (start, ' ');
  if (space != NULL)
    *space = '\0';

  return g_strconcat (start, " …", NULL);
}

/* The picture at the head of the article, with its words. */
static void
set_picture (VslGhostBody *self,
             VslArticle   *article)
{
  VslPicture *picture = vsl_article_get_featured_picture (article);
  const VslPicturePlace *place = picture != NULL ? vsl_picture_get_place (picture) : NULL;
  g_autofree char *caption = NULL;

  self->picture = g_strdup (place != NULL ? place->url : "");
  self->picture_alt = g_strdup ("");
  self->picture_caption = g_strdup ("");
  if (place == NULL)
    return;

  caption = vsl_placed_pictures_dup_caption (picture, vsl_article_get_language (article));
  g_free (self->picture_caption);
  self->picture_caption = g_markup_escape_text (caption, -1);
  if (vsl_picture_get_decorative (picture))
    return;
  g_free (self->picture_alt);
  self->picture_alt = g_utf8_substring (vsl_picture_get_alt (picture), 0,
                                        MIN (MAX_ALT, g_utf8_strlen (vsl_picture_get_alt (picture), -1)));
}

static void
add_picture (VslGhostBody *self,
             JsonObject   *object)
{
  if (*self->picture == '\0')
    return;

  json_object_set_string_member (object, "feature_image", self->picture);
  json_object_set_string_member (object, "feature_image_alt", self->picture_alt);
  json_object_set_string_member (object, "feature_image_caption", self->picture_caption);
}

static void
take_picture_away (JsonObject *object)
{
  json_object_set_null_member (object, "feature_image");
  json_object_set_null_member (object, "feature_image_alt");
  json_object_set_null_member (object, "feature_image_caption");
}

/* Without a picture of our own, one that somebody else chose there may stay; one of ours may not. */
static gboolean
same_picture (VslGhostBody *self,
              VslGhostPost *post)
{
  if (*self->picture != '\0' || *post->picture == '\0')
    return strcmp (self->picture, post->picture) == 0;

  return self->own_pictures == NULL ||
         !g_ptr_array_find_with_equal_func (self->own_pictures, post->picture, g_str_equal, NULL);
}

/**
 * vsl_ghost_body_cuts_lead:
 * @article: an article
 *
 * Returns: whether its lead is longer than an excerpt may be, so that it stands in the text as well
 */
gboolean
vsl_ghost_body_cuts_lead (VslArticle *article)
{
  g_autofree char *lead = vsl_text_collapse_spaces (vsl_article_get_text (article, VSL_FIELD_LEAD));

  return g_utf8_strlen (lead, -1) > MAX_EXCERPT;
}

/**
 * vsl_ghost_body_new:
 * @request: what a piece is to become
 *
 * Returns: (transfer full): it in Ghost's words, without tags yet
 */
VslGhostBody *
vsl_ghost_body_new (const VslCmsRequest *request)
{
  g_autofree char *lead = NULL;
  VslGhostBody *self;

  g_return_val_if_fail (request != NULL && request->article != NULL, NULL);

  lead = vsl_text_collapse_spaces (vsl_article_get_text (request->article, VSL_FIELD_LEAD));
  self = g_new0 (VslGhostBody, 1);
  self->status = request->status;
  self->at = request->at;
  self->mark = vsl_ghost_post_make_mark (request->token);
  self->title = vsl_text_collapse_spaces (vsl_article_get_text (request->article, VSL_FIELD_HEADLINE));
  self->excerpt = cut_excerpt (lead);
  self->was_cut = strcmp (lead, self->excerpt) != 0;
  self->canonical = g_strdup (request->canonical_url);
  set_picture (self, request->article);
  if (request->own_pictures != NULL)
    self->own_pictures = g_ptr_array_ref (request->own_pictures);
  self->lexical = vsl_ghost_lexical_from_article (request->article,
                                                  self->was_cut);
  self->slug = vsl_article_dup_slug (request->article);
  self->slug_chosen = !vsl_text_is_blank (vsl_article_get_text (request->article, VSL_FIELD_SLUG));
  self->tags = g_new0 (char *, 1);

  return self;
}

/**
 * vsl_ghost_body_free:
 * @self: (nullable): a body
 */
void
vsl_ghost_body_free (VslGhostBody *self)
{
  if (self == NULL)
    return;

  g_free (self->mark);
  g_free (self->title);
  g_free (self->lexical);
  g_free (self->excerpt);
  g_free (self->canonical);
  g_free (self->picture);
  g_free (self->picture_alt);
  g_free (self->picture_caption);
  g_clear_pointer (&self->own_pictures, g_ptr_array_unref);
  g_free (self->slug);
  g_strfreev (self->tags);
  g_free (self);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/**
 * vsl_ghost_body_take_tags:
 * @self: a body
 * @ids: (transfer full) (element-type utf8): the ids of its tags, each once
 */
void
vsl_ghost_body_take_tags (VslGhostBody *self,
                          GPtrArray    *ids)
{
  g_return_if_fail (self != NULL && ids != NULL);

  g_ptr_array_sort (ids, compare_texts);
  g_ptr_array_add (ids, NULL);
  g_strfreev (self->tags);
  self->tags = (char **) g_ptr_array_free (ids, FALSE);
}

/**
 * vsl_ghost_body_check:
 * @self: a body
 * @now: µs since 1970, UTC, by the clock of the site where that is known
 * @site: the name of the site, for messages
 * @error: return location for an error
 *
 * Returns: whether Ghost can do what is asked
 */
gboolean
vsl_ghost_body_check (VslGhostBody  *self,
                      gint64         now,
                      const char    *site,
                      GError       **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (vsl_ghost_post_status_name (self->status) == NULL)
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                   _("“%s” runs on Ghost, which knows drafts, planned and published articles only. "
                     "Choose one of those."), site);
      return FALSE;
    }
  if (self->status == VSL_REMOTE_FUTURE && self->at < now + MIN_LEAD_TIME)
    {
      g_set_error_literal (error, VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                           _("The time of publication has passed or is less than a minute away. "
                             "Choose a later time, or publish now."));
      return FALSE;
    }

  return TRUE;
}

static void
set_tags (JsonObject *object,
          char      **ids)
{
  JsonArray *array = json_array_new ();
  guint i;

  for (i = 0; ids[i] != NULL; i++)
    {
      JsonObject *tag = json_object_new ();

      json_object_set_string_member (tag, "id", ids[i]);
      json_array_add_object_element (array, tag);
    }
  json_object_set_array_member (object, "tags", array);
}

static void
set_date (JsonObject *object,
          gint64      at)
{
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%dT%H:%M:%S.000Z");

  json_object_set_string_member (object, "published_at", text);
}

/* An API that takes lists, of one. */
static JsonNode *
wrap (JsonObject *post)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *posts = json_array_new ();

  json_array_add_object_element (posts, post);
  json_object_set_array_member (object, "posts", posts);
  json_node_take_object (node, object);

  return node;
}

/**
 * vsl_ghost_body_for_create:
 * @self: a body
 *
 * Always a draft, whatever it is to become.
 *
 * Returns: (transfer full): what to post
 */
JsonNode *
vsl_ghost_body_for_create (VslGhostBody *self)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "status", "draft");
  json_object_set_string_member (object, "title", self->title);
  json_object_set_string_member (object, "lexical", self->lexical);
  json_object_set_string_member (object, "custom_excerpt", self->excerpt);
  json_object_set_string_member (object, "codeinjection_head", self->mark);
  if (self->canonical != NULL)
    json_object_set_string_member (object, "canonical_url", self->canonical);
  add_picture (self, object);
  if (*self->slug != '\0')
    json_object_set_string_member (object, "slug", self->slug);
  if (self->tags[0] != NULL)
    set_tags (object, self->tags);

  return wrap (object);
}

static gboolean
same_lexical (const char *a,
              const char *b)
{
  g_autoptr(JsonNode) x = NULL;
  g_autoptr(JsonNode) y = NULL;

  if (strcmp (a, b) == 0)
    return TRUE;

  x = json_from_string (a, NULL);
  y = json_from_string (b, NULL);

  return x != NULL && y != NULL && json_node_equal (x, y);
}

static gboolean
may_set_slug (VslGhostBody *self,
              VslGhostPost *current)
{
  const char *rest;

  if (*self->slug == '\0')
    return FALSE;
  /* A number stands behind a slug that is taken. */
  if (g_str_has_prefix (current->slug, self->slug))
    {
      rest = current->slug + strlen (self->slug);
      if (*rest == '\0' || (*rest == '-' && strspn (rest + 1, "0123456789") == strlen (rest + 1)))
        return FALSE;
    }

  return self->slug_chosen || current->status != VSL_REMOTE_PUBLISH;
}

static void
set_head (JsonObject   *object,
          VslGhostBody *self,
          VslGhostPost *current)
{
  g_autofree char *head = NULL;

  if (strstr (current->head, self->mark) != NULL)
    return;

  head = *current->head == '\0' ? g_strdup (self->mark)
                                : g_strconcat (current->head, "\n", self->mark, NULL);
  json_object_set_string_member (object, "codeinjection_head", head);
}

/**
 * vsl_ghost_body_for_update:
 * @self: a body
 * @current: the post as it is now
 * @now: µs since 1970, UTC, by the clock of the site where that is known
 *
 * Only what changes is sent, the status, and the time by which Ghost tells an update of what we saw
 * from one of something newer.
 *
 * Returns: (transfer full): what to put
 */
JsonNode *
vsl_ghost_body_for_update (VslGhostBody *self,
                           VslGhostPost *current,
                           gint64        now)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL && current != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "updated_at", current->updated_at);
  json_object_set_string_member (object, "status", vsl_ghost_post_status_name (self->status));
  if (strcmp (self->title, current->title) != 0)
    json_object_set_string_member (object, "title", self->title);
  if (!same_lexical (self->lexical, current->lexical))
    json_object_set_string_member (object, "lexical", self->lexical);
  if (strcmp (self->excerpt, current->excerpt) != 0)
    json_object_set_string_member (object, "custom_excerpt", self->excerpt);
  if (may_set_slug (self, current))
    json_object_set_string_member (object, "slug", self->slug);
  if (!g_strv_equal ((const char * const *) self->tags, (const char * const *) current->tags))
    set_tags (object, self->tags);
  if (*self->picture != '\0')
    add_picture (self, object);
  else if (!same_picture (self, current))
    take_picture_away (object);
  set_head (object, self, current);
  if (self->canonical != NULL)
    json_object_set_string_member (object, "canonical_url", self->canonical);

  if (self->status == VSL_REMOTE_FUTURE)
    set_date (object, self->at);
  else if (self->status == VSL_REMOTE_PUBLISH && current->published_at > now)
    set_date (object, now);

  return wrap (object);
}

/**
 * vsl_ghost_body_is_stored:
 * @self: a body
 * @post: the post as it is now
 *
 * For a request whose answer was lost: what looks like somebody else's change may be our own.
 *
 * Returns: whether @post already has this title, text, excerpt and these tags
 */
gboolean
vsl_ghost_body_is_stored (VslGhostBody *self,
                          VslGhostPost *post)
{
  g_return_val_if_fail (self != NULL && post != NULL, FALSE);

  return strcmp (self->title, post->title) == 0 && strcmp (self->excerpt, post->excerpt) == 0 &&
         same_lexical (self->lexical, post->lexical) && same_picture (self, post) &&
         g_strv_equal ((const char * const *) self->tags, (const char * const *) post->tags);
}

/**
 * vsl_ghost_body_verify:
 * @self: what was sent
 * @post: what the site answered
 * @site: the name of the site, for messages
 * @error: return location for an error
 *
 * Returns: whether the article is there as it should be
 */
gboolean
vsl_ghost_body_verify (VslGhostBody  *self,
                       VslGhostPost  *post,
                       const char    *site,
                       GError       **error)
{
  g_return_val_if_fail (self != NULL && post != NULL, FALSE);

  if (post->status != self->status)
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                   _("“%s” stored the article but did not give it the status that was asked for. "
                     "Look at it there."), site);
      return FALSE;
    }
  if (strstr (post->head, self->mark) == NULL)
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                   _("“%s” stored the article but took out the invisible mark by which it is found "
                     "again. Ask the web manager which plug-in changes articles."), site);
      return FALSE;
    }
  if (*post->lexical == '\0')
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                   _("“%s” stored the article without its text or headline. Look at it there, and "
                     "ask the web manager which plug-in does that."), site);
      return FALSE;
    }
  if (!g_strv_equal ((const char * const *) self->tags, (const char * const *) post->tags))
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                   _("“%s” stored the article with other tags than were asked for. Look at the "
                     "tags there."), site);
      return FALSE;
    }

  return TRUE;
}
