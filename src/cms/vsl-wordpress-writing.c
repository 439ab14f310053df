/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-writing.h"

#include "cms/vsl-wordpress-canonical.h"
#include "cms/vsl-http-address.h"
#include "cms/vsl-http-failure.h"
#include "cms/vsl-wordpress-api.h"
#include "cms/vsl-wordpress-error.h"
#include "cms/vsl-wordpress-people.h"
#include "core/vsl-site-choices.h"
#include "core/vsl-text.h"

static void
take_choices (VslWordpressWriting *self,
              VslSite             *site,
              const VslCmsRequest *request)
{
  VslPlacement *placement = request->placement;
  const char *comments = vsl_site_get_setting (site, VSL_SITE_COMMENTS);

  self->byline_place = vsl_site_get_byline_place (site);
  self->credit_place = vsl_site_get_credit_place (site);
  if (g_strcmp0 (vsl_site_get_setting (site, VSL_SITE_CANONICAL), "line") == 0)
    self->canonical = g_strdup (request->canonical_url);
  if (placement != NULL)
    {
      self->categories = g_strdupv ((char **) vsl_placement_get_categories (placement));
      self->or_pending = vsl_placement_get_or_pending (placement);
      if (!vsl_text_is_blank (vsl_placement_get_author (placement) != NULL
                                ? vsl_placement_get_author (placement) : ""))
        self->author = g_strdup (vsl_placement_get_author (placement));
    }
  if (self->base != NULL)
    return;

  /* What the site is set to is for a new piece; what is there is as somebody made it. */
  if (self->categories == NULL)
    self->categories = vsl_site_dup_categories (site);
  if (self->body->comments == VSL_CHOICE_KEEP && comments != NULL)
    self->body->comments = g_str_equal (comments, "open") ? VSL_CHOICE_YES : VSL_CHOICE_NO;
}

/**
 * vsl_wordpress_writing_new:
 * @root: the root of the API
 * @site: the site, for what is chosen once for all its articles
 * @memory: what its client saw a moment ago
 * @request: what the piece is to become
 * @base: (nullable): the copy as we last saw it; %NULL makes a new draft
 * @cancellable: (nullable): stops it before the article is sent, not after
 *
 * Returns: (transfer full): it, with nothing asked or sent yet
 */
VslWordpressWriting *
vsl_wordpress_writing_new (GUri                *root,
                           VslSite             *site,
                           VslWordpressMemory  *memory,
                           const VslCmsRequest *request,
                           VslRemoteCopy       *base,
                           GCancellable        *cancellable)
{
  VslWordpressWriting *self = g_new0 (VslWordpressWriting, 1);

  self->root = g_uri_ref (root);
  self->site = vsl_http_address_dup_name (root);
  self->memory = vsl_wordpress_memory_ref (memory);
  self->article = g_object_ref (request->article);
  self->token = g_strdup (request->token);
  if (request->warnings != NULL)
    self->warnings = g_ptr_array_ref (request->warnings);
  if (request->overtaken != NULL)
    self->overtaken = g_ptr_array_ref (request->overtaken);
  self->body = vsl_wordpress_body_new (request);
  self->fresh = request->fresh;
  self->create_terms = request->create_terms;
  self->now = g_get_real_time ();
  if (base != NULL)
    self->base = g_object_ref (base);
  else
    self->body->status = VSL_REMOTE_DRAFT;
  take_choices (self, site, request);
  if (cancellable != NULL)
    self->cancellable = g_object_ref (cancellable);

  return self;
}

/**
 * vsl_wordpress_writing_free:
 * @self: (nullable): what is being written
 */
void
vsl_wordpress_writing_free (VslWordpressWriting *self)
{
  if (self == NULL)
    return;

  g_uri_unref (self->root);
  g_free (self->site);
  g_free (self->token);
  g_free (self->author);
  g_free (self->canonical);
  g_clear_pointer (&self->people, vsl_wordpress_byline_free);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  g_clear_pointer (&self->overtaken, g_ptr_array_unref);
  g_clear_object (&self->article);
  g_strfreev (self->categories);
  g_clear_object (&self->base);
  g_clear_pointer (&self->body, vsl_wordpress_body_free);
  g_clear_pointer (&self->current, vsl_wordpress_post_free);
  g_clear_pointer (&self->written, vsl_wordpress_post_free);
  g_clear_pointer (&self->sent, json_node_unref);
  g_clear_object (&self->cancellable);
  vsl_wordpress_memory_unref (self->memory);
  g_free (self);
}

/**
 * vsl_wordpress_writing_warn:
 * @self: what is being written
 * @sentence: (transfer full) (nullable): for the person, translated
 *
 * Leaves a sentence, once.
 */
void
vsl_wordpress_writing_warn (VslWordpressWriting *self,
                            char                *sentence)
{
  VslCmsRequest request = { .warnings = self->warnings };

  if (sentence != NULL)
    vsl_cms_request_warn (&request, sentence);
  g_free (sentence);
}

/**
 * vsl_wordpress_writing_dup_uri:
 * @self: what is being written
 *
 * Returns: (transfer full): where it is looked at and sent to
 */
GUri *
vsl_wordpress_writing_dup_uri (VslWordpressWriting *self)
{
  g_autofree char *route = NULL;

  if (self->base == NULL)
    return vsl_wordpress_api_uri (self->root, "wp/v2/posts", "context", "edit",
                                  "_fields", VSL_WORDPRESS_POST_FIELDS, NULL);

  route = g_strconcat ("wp/v2/posts/", vsl_remote_copy_get_remote_id (self->base), NULL);

  return vsl_wordpress_api_uri (self->root, route, "context", "edit",
                                "_fields", VSL_WORDPRESS_POST_FIELDS, NULL);
}

/**
 * vsl_wordpress_writing_read_reply:
 * @self: what is being written
 * @reply: an answer about it
 * @error: return location for an error
 *
 * A good status with something else in it than our post: what happened is not known.
 *
 * Returns: (transfer full): the post, or %NULL with a #VslCmsError
 */
VslWordpressPost *
vsl_wordpress_writing_read_reply (VslWordpressWriting  *self,
                                  VslHttpReply         *reply,
                                  GError              **error)
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
      (self->base != NULL &&
       g_strcmp0 (id, vsl_remote_copy_get_remote_id (self->base)) != 0))
    {
      g_propagate_error (error, vsl_http_failure_of_format (reply, cause));
      return NULL;
    }

  return g_steal_pointer (&post);
}

/**
 * vsl_wordpress_writing_place:
 * @self: what is being written
 *
 * Writes the text, once it is known what has a place of its own on the site.
 */
void
vsl_wordpress_writing_place (VslWordpressWriting *self)
{
  gboolean with_byline = TRUE;
  gboolean with_credit = self->credit_place == VSL_CREDIT_TEXT || self->current == NULL ||
                         self->current->picture == 0;

  if (self->people != NULL && self->author == NULL)
    {
      char *warning = NULL;

      with_byline = !vsl_wordpress_people_place (self->people, self->article, self->current,
                                                 self->site, self->body, &warning);
      vsl_wordpress_writing_warn (self, warning);
    }
  if (!with_byline || !with_credit)
    vsl_wordpress_body_render (self->body, self->article, self->token, with_byline, with_credit);
  if (self->canonical != NULL && self->current != NULL && self->current->canonical == NULL)
    {
      g_autofree char *bare = g_steal_pointer (&self->body->content);

      self->body->content = vsl_wordpress_canonical_add_line (bare, self->canonical,
                                                              vsl_article_get_language (self->article));
    }
}

/**
 * vsl_wordpress_writing_is_in_conflict:
 * @self: what is being written, with what is there now
 *
 * What is there already as we would write it is our own, of a request whose answer was lost.
 *
 * Returns: whether somebody else made it what it is
 */
gboolean
vsl_wordpress_writing_is_in_conflict (VslWordpressWriting *self)
{
  if (vsl_wordpress_post_was_moved (self->current, self->base, self->body->status))
    return TRUE;

  return vsl_wordpress_post_was_edited_in (self->current, self->base, self->body->picture,
                                           self->body->slug_chosen ||
                                             self->current->status != VSL_REMOTE_PUBLISH) &&
         !(self->body->picture != 0 &&
           vsl_wordpress_post_lost_picture (self->current, self->base, self->body->own_pictures)) &&
         !(self->terms_known && vsl_wordpress_body_is_stored (self->body, self->current));
}

/**
 * vsl_wordpress_writing_check_rights:
 * @self: what is being written, with what is there now
 * @error: return location for an error
 *
 * Who may not do it is told before anything is sent, and may have agreed to a review instead.
 *
 * Returns: whether this user may
 */
gboolean
vsl_wordpress_writing_check_rights (VslWordpressWriting  *self,
                                    GError              **error)
{
  char *warning = NULL;
  gboolean may = vsl_wordpress_people_may (self->current, self->or_pending, self->site,
                                           self->body, &warning, error);

  vsl_wordpress_writing_warn (self, warning);

  return may && (self->author == NULL ||
                 vsl_wordpress_people_choose (self->people, self->author, self->current,
                                              self->site, self->body, error));
}
