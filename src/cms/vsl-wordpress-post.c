/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-wordpress-post.h"

#include "cms/vsl-wordpress-api.h"
#include "core/vsl-json.h"
#include "core/vsl-text.h"

#include <string.h>

/* The attribute in which our mark stands in the first block; see vsl_render_article_blocks(). */
#define TOKEN_KEY "\"verslag\":\""

static const char *
get_raw (JsonObject *post,
         const char *member)
{
  JsonObject *field = vsl_json_get_object (post, member, NULL);
  const char *raw = field != NULL ? vsl_json_get_string (field, "raw", NULL) : NULL;

  return raw;
}

/* WordPress writes UTC without a zone. A draft that was never published may have zeros. */
static gint64
parse_date (const char *text)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) date = NULL;

  if (text == NULL || g_str_has_prefix (text, "0000"))
    return 0;

  date = g_date_time_new_from_iso8601 (text, utc);

  return date != NULL ? g_date_time_to_unix (date) * G_USEC_PER_SEC : 0;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static GArray *
parse_ids (JsonObject *post,
           const char *member)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  JsonArray *array = vsl_json_get_array (post, member, NULL);
  guint i;

  for (i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
        {
          gint64 id = json_node_get_int (node);

          g_array_append_val (ids, id);
        }
    }
  g_array_sort (ids, compare_ids);

  return ids;
}

/* A token that grows with every change of title, text or excerpt, also within one second. */
static gint64
parse_revision (JsonObject *post)
{
  JsonObject *links = vsl_json_get_object (post, "_links", NULL);
  JsonArray *previous = links != NULL ? vsl_json_get_array (links, "predecessor-version", NULL) : NULL;
  JsonObject *first = NULL;
  gint64 id = 0;

  if (previous != NULL && json_array_get_length (previous) > 0)
    first = vsl_json_as_object (json_array_get_element (previous, 0), NULL);
  if (first == NULL || !vsl_json_get_int (first, "id", 1, G_MAXINT64, &id, NULL))
    return 0;

  return id;
}

static gint64
parse_revision_count (JsonObject *post)
{
  JsonObject *links = vsl_json_get_object (post, "_links", NULL);
  JsonArray *history = links != NULL ? vsl_json_get_array (links, "version-history", NULL) : NULL;
  JsonObject *first = NULL;
  gint64 count = 0;

  if (history != NULL && json_array_get_length (history) > 0)
    first = vsl_json_as_object (json_array_get_element (history, 0), NULL);
  if (first == NULL || !vsl_json_get_int (first, "count", 0, G_MAXINT64, &count, NULL))
    return 0;

  return count;
}

/* What this user may do with it is said by links. A site that says nothing at all, because a plug-in
 * takes links out, forbids nothing: then its refusal will tell. */
static gboolean
may_do (JsonObject *post,
        const char *name)
{
  JsonObject *links = vsl_json_get_object (post, "_links", NULL);
  g_autoptr(GList) members = links != NULL ? json_object_get_members (links) : NULL;
  gboolean says = FALSE;
  GList *l;

  for (l = members; l != NULL; l = l->next)
    says = says || g_str_has_prefix (l->data, "wp:action-");

  return !says || vsl_json_has (links, name);
}

/* The byline of Newspack, where the site has it. PHP writes an empty map as a list. */
static char *
parse_byline (JsonObject *post)
{
  JsonObject *meta = vsl_json_has (post, "meta") ? vsl_json_get_object (post, "meta", NULL) : NULL;
  gboolean active = FALSE;

  if (meta == NULL || !vsl_json_has (meta, VSL_WORDPRESS_BYLINE))
    return NULL;
  if (!vsl_json_get_boolean (meta, VSL_WORDPRESS_BYLINE_ACTIVE, &active, NULL) || !active)
    return g_strdup ("");

  return g_strdup (vsl_json_get_string (meta, VSL_WORDPRESS_BYLINE, NULL));
}

static char *
parse_canonical (JsonObject *post)
{
  JsonObject *meta = vsl_json_has (post, "meta") ? vsl_json_get_object (post, "meta", NULL) : NULL;

  if (meta == NULL || !vsl_json_has (meta, VSL_WORDPRESS_CANONICAL))
    return NULL;

  return g_strdup (vsl_json_get_string (meta, VSL_WORDPRESS_CANONICAL, NULL));
}

static void
parse_placement (VslWordpressPost *self,
                 JsonObject       *post)
{
  const char *comments = vsl_json_get_string (post, "comment_status", NULL);
  const char *password = vsl_json_get_string (post, "password", NULL);

  if (!vsl_json_get_int (post, "author", 0, G_MAXINT64, &self->author, NULL))
    self->author = 0;
  if (!vsl_json_get_int (post, "featured_media", 0, G_MAXINT64, &self->picture, NULL))
    self->picture = 0;
  if (!vsl_json_get_boolean (post, "sticky", &self->sticky, NULL))
    self->sticky = FALSE;
  self->comments = g_strcmp0 (comments, "open") == 0;
  self->password = g_strdup (password != NULL ? password : "");
  self->byline = parse_byline (post);
  self->canonical = parse_canonical (post);
  if (vsl_json_has (post, "ppma_author"))
    self->authors = parse_ids (post, "ppma_author");
  self->may_publish = may_do (post, "wp:action-publish");
  self->may_stick = may_do (post, "wp:action-sticky");
  self->may_assign_author = may_do (post, "wp:action-assign-author");
}

/**
 * vsl_wordpress_post_parse:
 * @node: an element of the API, asked for with `context=edit`
 * @error: return location for an error
 *
 * Returns: (transfer full): the post, or %NULL with a #VslJsonError when this is not one
 */
VslWordpressPost *
vsl_wordpress_post_parse (JsonNode  *node,
                          GError   **error)
{
  g_autoptr(VslWordpressPost) self = NULL;
  JsonObject *post = vsl_json_as_object (node, error);
  const char *status, *title, *content, *excerpt;
  gint64 id;

  if (post == NULL || !vsl_json_get_int (post, "id", 1, G_MAXINT64, &id, error))
    return NULL;
  status = vsl_json_get_string (post, "status", error);
  if (status == NULL)
    return NULL;
  title = get_raw (post, "title");
  content = get_raw (post, "content");
  excerpt = get_raw (post, "excerpt");
  if (title == NULL || content == NULL || excerpt == NULL)
    {
      g_set_error_literal (error, VSL_JSON_ERROR, VSL_JSON_ERROR_MISSING, "raw");
      return NULL;
    }

  self = g_new0 (VslWordpressPost, 1);
  self->id = id;
  if (!vsl_remote_status_from_name (status, &self->status))
    self->status = VSL_REMOTE_UNKNOWN;
  self->link = g_strdup (vsl_json_get_string (post, "link", NULL));
  self->slug = g_strdup (vsl_json_get_string (post, "slug", NULL));
  self->modified = g_strdup (vsl_json_get_string (post, "modified_gmt", NULL));
  self->date = parse_date (vsl_json_get_string (post, "date_gmt", NULL));
  self->title = g_strdup (title);
  self->content = g_strdup (content);
  self->excerpt = g_strdup (excerpt);
  self->tags = parse_ids (post, "tags");
  self->categories = parse_ids (post, "categories");
  self->revision = parse_revision (post);
  self->n_revisions = parse_revision_count (post);
  parse_placement (self, post);

  return g_steal_pointer (&self);
}

/**
 * vsl_wordpress_post_free:
 * @self: (nullable): a post
 */
void
vsl_wordpress_post_free (VslWordpressPost *self)
{
  if (self == NULL)
    return;

  g_free (self->link);
  g_free (self->slug);
  g_free (self->modified);
  g_free (self->title);
  g_free (self->content);
  g_free (self->excerpt);
  g_clear_pointer (&self->tags, g_array_unref);
  g_clear_pointer (&self->categories, g_array_unref);
  g_clear_pointer (&self->authors, g_array_unref);
  g_free (self->password);
  g_free (self->byline);
  g_free (self->canonical);
  g_free (self);
}

/* The hash with another address, and another picture at its head or none. */
static char *
hash_with (VslWordpressPost *self,
           const char       *slug,
           gint64            picture)
{
  /* \x1F stands in no text that WordPress stores; it keeps the fields apart. */
  g_autoptr(GString) whole = g_string_new (NULL);
  guint i;

  g_string_append_printf (whole, "%s\x1F%s\x1F%s\x1F%s", self->title, self->content, self->excerpt,
                          slug != NULL ? slug : "");
  for (i = 0; i < self->tags->len; i++)
    g_string_append_printf (whole, "\x1F%" G_GINT64_FORMAT, g_array_index (self->tags, gint64, i));
  if (picture != 0)
    g_string_append_printf (whole, "\x1Fpicture %" G_GINT64_FORMAT, picture);

  return vsl_text_hash (whole->str);
}

/**
 * vsl_wordpress_post_dup_hash:
 * @self: a post
 *
 * Hashes what an update of ours would replace, as the site stores it: title, text, excerpt, address
 * and tags. Not the status and not the dates, which move without anybody writing.
 *
 * Returns: (transfer full): the SHA-256 in hexadecimal
 */
char *
vsl_wordpress_post_dup_hash (VslWordpressPost *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return hash_with (self, self->slug, self->picture);
}

/**
 * vsl_wordpress_post_dup_token:
 * @self: a post
 *
 * Returns: (transfer full) (nullable): our mark, when its text has one
 */
char *
vsl_wordpress_post_dup_token (VslWordpressPost *self)
{
  const char *key;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);

  key = strstr (self->content, TOKEN_KEY);
  if (key == NULL)
    return NULL;
  key += strlen (TOKEN_KEY);
  length = strspn (key, "0123456789abcdefABCDEF-");

  return length > 0 && key[length] == '"' ? g_strndup (key, length) : NULL;
}

/**
 * vsl_wordpress_post_has_token:
 * @self: a post
 * @token: our mark
 *
 * Returns: whether its text carries it, in its own place; a mention in prose does not count
 */
gboolean
vsl_wordpress_post_has_token (VslWordpressPost *self,
                              const char       *token)
{
  g_autofree char *mark = NULL;

  g_return_val_if_fail (self != NULL && token != NULL, FALSE);

  mark = g_strconcat (TOKEN_KEY, token, "\"", NULL);

  return strstr (self->content, mark) != NULL;
}

/**
 * vsl_wordpress_post_to_copy:
 * @self: a post
 * @root: the root of the API
 *
 * Returns: (transfer full): what the rest of the program keeps of it
 */
VslRemoteCopy *
vsl_wordpress_post_to_copy (VslWordpressPost *self,
                            GUri             *root)
{
  g_autofree char *id = NULL;
  g_autofree char *token = NULL;
  g_autofree char *edit_url = NULL;
  g_autofree char *revision = NULL;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (self != NULL && root != NULL, NULL);

  id = g_strdup_printf ("%" G_GINT64_FORMAT, self->id);
  token = vsl_wordpress_post_dup_token (self);
  edit_url = vsl_wordpress_api_edit_url (root, self->id);
  hash = vsl_wordpress_post_dup_hash (self);
  if (self->revision != 0)
    revision = g_strdup_printf ("%" G_GINT64_FORMAT, self->revision);

  return vsl_remote_copy_new (id, token, self->status,
                              self->status == VSL_REMOTE_PUBLISH ? self->link : NULL, edit_url,
                              revision, self->modified, hash);
}

/**
 * vsl_wordpress_post_to_copy_with_text:
 * @self: a post
 * @root: the root of the API
 *
 * For whoever may have to keep what somebody else made of it.
 *
 * Returns: (transfer full): as vsl_wordpress_post_to_copy(), with its text
 */
VslRemoteCopy *
vsl_wordpress_post_to_copy_with_text (VslWordpressPost *self,
                                      GUri             *root)
{
  g_autoptr(VslRemoteCopy) copy = vsl_wordpress_post_to_copy (self, root);
  g_autoptr(VslRemoteText) text =
    vsl_remote_text_new (self->title, self->excerpt, self->content, "blocks",
                         vsl_remote_copy_get_content_hash (copy), g_get_real_time ());

  return vsl_remote_copy_new_with_text (copy, text);
}

static gboolean
is_unpublished (VslRemoteStatus status)
{
  return status == VSL_REMOTE_DRAFT || status == VSL_REMOTE_PENDING;
}

/**
 * vsl_wordpress_post_was_moved:
 * @self: the post as it is now
 * @base: as it was when we last saw it
 * @wanted: what it is to become
 *
 * Returns: whether somebody published it, took it offline or threw it away, and an update would undo
 *   that
 */
gboolean
vsl_wordpress_post_was_moved (VslWordpressPost *self,
                              VslRemoteCopy    *base,
                              VslRemoteStatus   wanted)
{
  VslRemoteStatus was;

  g_return_val_if_fail (self != NULL && base != NULL, TRUE);

  was = vsl_remote_copy_get_status (base);

  return self->status != was && self->status != wanted &&
         !(is_unpublished (self->status) && is_unpublished (was));
}

/**
 * vsl_wordpress_post_was_edited:
 * @self: the post as it is now
 * @base: as it was when we last saw it
 *
 * The hash decides; the modified time and the revision are only hints, because they move without a
 * change and stand still within a second.
 *
 * Returns: whether somebody changed what an update would overwrite
 */
gboolean
vsl_wordpress_post_was_edited (VslWordpressPost *self,
                               VslRemoteCopy    *base)
{
  g_autofree char *hash = NULL;

  g_return_val_if_fail (self != NULL && base != NULL, TRUE);

  if (*vsl_remote_copy_get_content_hash (base) == '\0')
    return g_strcmp0 (vsl_remote_copy_get_modified (base), self->modified) != 0;

  hash = vsl_wordpress_post_dup_hash (self);

  return g_strcmp0 (hash, vsl_remote_copy_get_content_hash (base)) != 0;
}

/**
 * vsl_wordpress_post_was_edited_in:
 * @self: the post as it is now
 * @base: as it was when we last saw it
 * @picture: the number of the picture that an update sends for its head; 0 for none
 * @slug: whether an update sends an address
 *
 * As vsl_wordpress_post_was_edited(), for an update that leaves some of it as it is: a picture or an
 * address that somebody chose there is theirs where we send none.
 *
 * Returns: whether somebody changed what that update would overwrite
 */
gboolean
vsl_wordpress_post_was_edited_in (VslWordpressPost *self,
                                  VslRemoteCopy    *base,
                                  gint64            picture,
                                  gboolean          slug)
{
  const char *known;
  g_autofree char *before = NULL;
  guint i;

  if (!vsl_wordpress_post_was_edited (self, base))
    return FALSE;

  known = vsl_remote_copy_get_content_hash (base);
  before = vsl_remote_copy_dup_slug (base);
  for (i = 1; i < 4; i++)
    {
      gboolean other_picture = (i & 1) != 0;
      gboolean other_slug = (i & 2) != 0;
      g_autofree char *hash = NULL;

      if ((other_picture && picture != 0 && picture != self->picture) ||
          (other_slug && (slug || before == NULL)))
        continue;
      hash = hash_with (self, other_slug ? before : self->slug, other_picture ? 0 : self->picture);
      if (g_str_equal (hash, known))
        return FALSE;
    }

  return TRUE;
}

/**
 * vsl_wordpress_post_lost_picture:
 * @self: the post as it is now
 * @base: as it was when we last saw it
 * @pictures: (nullable) (element-type utf8): the numbers of pictures of ours that are not there any
 *   more
 *
 * WordPress takes a picture that is deleted from the heads of all articles.
 *
 * Returns: whether that is all that happened to this one
 */
gboolean
vsl_wordpress_post_lost_picture (VslWordpressPost *self,
                                 VslRemoteCopy    *base,
                                 GPtrArray        *pictures)
{
  guint i;

  g_return_val_if_fail (self != NULL && VSL_IS_REMOTE_COPY (base), FALSE);

  for (i = 0; pictures != NULL && self->picture == 0 && i < pictures->len; i++)
    {
      gint64 picture = g_ascii_strtoll (pictures->pdata[i], NULL, 10);
      g_autofree char *hash = hash_with (self, self->slug, picture);

      if (g_strcmp0 (hash, vsl_remote_copy_get_content_hash (base)) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * vsl_wordpress_post_choose:
 * @posts: what a search for @token gave
 * @token: our mark
 *
 * Twins of one token can only come from a race of two clients; the oldest that is not in the trash
 * is the one.
 *
 * Returns: (transfer full) (nullable): the post that carries @token
 */
VslWordpressPost *
vsl_wordpress_post_choose (JsonArray  *posts,
                           const char *token)
{
  g_autoptr(VslWordpressPost) best = NULL;
  guint i;

  g_return_val_if_fail (posts != NULL && token != NULL, NULL);

  for (i = 0; i < json_array_get_length (posts); i++)
    {
      g_autoptr(VslWordpressPost) post = NULL;
      gboolean trashed;

      post = vsl_wordpress_post_parse (json_array_get_element (posts, i), NULL);
      if (post == NULL || !vsl_wordpress_post_has_token (post, token))
        continue;

      trashed = post->status == VSL_REMOTE_TRASH;
      if (best == NULL || (best->status == VSL_REMOTE_TRASH && !trashed) ||
          ((best->status == VSL_REMOTE_TRASH) == trashed && post->id < best->id))
        {
          g_clear_pointer (&best, vsl_wordpress_post_free);
          best = g_steal_pointer (&post);
        }
    }

  return g_steal_pointer (&best);
}
