/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-ghost-post.h"

#include "cms/vsl-ghost-api.h"
#include "core/vsl-json.h"
#include "core/vsl-text.h"

#include <string.h>

#define MARK_START "<!-- verslag:"

static const struct
{
  VslRemoteStatus status;
  const char *name;
} statuses[] = {
  { VSL_REMOTE_DRAFT, "draft" },
  { VSL_REMOTE_PUBLISH, "published" },
  { VSL_REMOTE_FUTURE, "scheduled" },
  { VSL_REMOTE_PUBLISH, "sent" },
};

static VslRemoteStatus
parse_status (const char *name)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (strcmp (statuses[i].name, name) == 0)
      return statuses[i].status;

  return VSL_REMOTE_UNKNOWN;
}

/**
 * vsl_ghost_post_status_name:
 * @status: how a piece is to stand
 *
 * Returns: (transfer none) (nullable): Ghost's word for it; %NULL when it has none
 */
const char *
vsl_ghost_post_status_name (VslRemoteStatus status)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (statuses[i].status == status)
      return statuses[i].name;

  return NULL;
}

/**
 * vsl_ghost_post_make_mark:
 * @token: our mark, a UUID
 *
 * Returns: (transfer full): how it stands in the head of the page, where Ghost can search it
 */
char *
vsl_ghost_post_make_mark (const char *token)
{
  return g_strconcat (MARK_START, token, " -->", NULL);
}

static char *
dup_text (JsonObject *post,
          const char *member)
{
  const char *text = vsl_json_get_string (post, member, NULL);

  return g_strdup (text != NULL ? text : "");
}

static gint64
parse_date (const char *text)
{
  g_autoptr(GDateTime) date = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return date != NULL ? g_date_time_to_unix (date) * G_USEC_PER_SEC : 0;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char **
parse_tags (JsonObject *post)
{
  JsonArray *tags = vsl_json_get_array (post, "tags", NULL);
  GPtrArray *ids = g_ptr_array_new ();
  guint i;

  for (i = 0; tags != NULL && i < json_array_get_length (tags); i++)
    {
      JsonObject *tag = vsl_json_as_object (json_array_get_element (tags, i), NULL);
      const char *id = tag != NULL ? vsl_json_get_string (tag, "id", NULL) : NULL;

      if (id != NULL)
        g_ptr_array_add (ids, g_strdup (id));
    }
  g_ptr_array_sort (ids, compare_texts);
  g_ptr_array_add (ids, NULL);

  return (char **) g_ptr_array_free (ids, FALSE);
}

static VslGhostPost *
parse_element (JsonNode  *node,
               GError   **error)
{
  JsonObject *post = vsl_json_as_object (node, error);
  VslGhostPost *self;
  const char *id, *status, *updated_at;

  if (post == NULL)
    return NULL;
  id = vsl_json_get_string (post, "id", error);
  status = id != NULL ? vsl_json_get_string (post, "status", error) : NULL;
  updated_at = status != NULL ? vsl_json_get_string (post, "updated_at", error) : NULL;
  if (updated_at == NULL)
    return NULL;

  self = g_new0 (VslGhostPost, 1);
  self->id = g_strdup (id);
  self->status = parse_status (status);
  self->url = dup_text (post, "url");
  self->slug = dup_text (post, "slug");
  self->updated_at = g_strdup (updated_at);
  self->published_at = parse_date (vsl_json_get_string (post, "published_at", NULL));
  self->title = dup_text (post, "title");
  self->lexical = dup_text (post, "lexical");
  self->excerpt = dup_text (post, "custom_excerpt");
  self->picture = dup_text (post, "feature_image");
  self->head = dup_text (post, "codeinjection_head");
  self->tags = parse_tags (post);

  return self;
}

static JsonArray *
get_posts (JsonNode  *root,
           GError   **error)
{
  JsonObject *object = vsl_json_as_object (root, error);

  return object != NULL ? vsl_json_get_array (object, "posts", error) : NULL;
}

/**
 * vsl_ghost_post_parse:
 * @root: an answer of the API with one post in it
 * @error: return location for an error
 *
 * Returns: (transfer full): the post, or %NULL with a #VslJsonError when there is not exactly one
 */
VslGhostPost *
vsl_ghost_post_parse (JsonNode  *root,
                      GError   **error)
{
  JsonArray *posts = get_posts (root, error);

  if (posts == NULL)
    return NULL;
  if (json_array_get_length (posts) != 1)
    {
      g_set_error_literal (error, VSL_JSON_ERROR, VSL_JSON_ERROR_WRONG_TYPE, "posts");
      return NULL;
    }

  return parse_element (json_array_get_element (posts, 0), error);
}

/**
 * vsl_ghost_post_choose:
 * @root: an answer of the API to a search for @token, the oldest first
 * @token: our mark
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the first post that carries @token; %NULL without an error
 *   when there is none
 */
VslGhostPost *
vsl_ghost_post_choose (JsonNode    *root,
                       const char  *token,
                       GError     **error)
{
  g_autofree char *mark = vsl_ghost_post_make_mark (token);
  JsonArray *posts = get_posts (root, error);
  guint i;

  for (i = 0; posts != NULL && i < json_array_get_length (posts); i++)
    {
      g_autoptr(VslGhostPost) post = parse_element (json_array_get_element (posts, i), NULL);

      if (post != NULL && strstr (post->head, mark) != NULL)
        return g_steal_pointer (&post);
    }

  return NULL;
}

/**
 * vsl_ghost_post_free:
 * @self: (nullable): a post
 */
void
vsl_ghost_post_free (VslGhostPost *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->url);
  g_free (self->slug);
  g_free (self->updated_at);
  g_free (self->title);
  g_free (self->lexical);
  g_free (self->excerpt);
  g_free (self->picture);
  g_free (self->head);
  g_strfreev (self->tags);
  g_free (self);
}

/* The hash with another address, and with or without the picture at its head. */
static char *
hash_with (VslGhostPost *self,
           const char   *slug,
           gboolean      with_picture)
{
  g_autofree char *tags = g_strjoinv ("\x1F", self->tags);
  g_autofree char *whole =
    g_strjoin ("\x1F", self->title, self->lexical, self->excerpt, slug, tags,
               with_picture && *self->picture != '\0' ? self->picture : NULL, NULL);

  return vsl_text_hash (whole);
}

/**
 * vsl_ghost_post_dup_hash:
 * @self: a post
 *
 * Hashes what an update of ours would replace, as the site stores it: title, text, excerpt, address
 * and tags.
 *
 * Returns: (transfer full): the SHA-256 in hexadecimal
 */
char *
vsl_ghost_post_dup_hash (VslGhostPost *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return hash_with (self, self->slug, TRUE);
}

static char *
dup_token (VslGhostPost *self)
{
  const char *start = strstr (self->head, MARK_START);
  gsize length;

  if (start == NULL)
    return NULL;
  start += strlen (MARK_START);
  length = strspn (start, "0123456789abcdefABCDEF-");

  return length > 0 && start[length] == ' ' ? g_strndup (start, length) : NULL;
}

/**
 * vsl_ghost_post_to_copy:
 * @self: a post
 * @root: the root of the API
 *
 * Returns: (transfer full): what the rest of the program keeps of it
 */
VslRemoteCopy *
vsl_ghost_post_to_copy (VslGhostPost *self,
                        GUri         *root)
{
  g_autofree char *token = NULL;
  g_autofree char *edit_url = NULL;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (self != NULL && root != NULL, NULL);

  token = dup_token (self);
  edit_url = vsl_ghost_api_edit_url (root, self->id);
  hash = vsl_ghost_post_dup_hash (self);

  return vsl_remote_copy_new (self->id, token, self->status,
                              self->status == VSL_REMOTE_PUBLISH ? self->url : NULL, edit_url, NULL,
                              self->updated_at, hash);
}

/**
 * vsl_ghost_post_was_moved:
 * @self: the post as it is now
 * @base: as it was when we last saw it
 * @wanted: what it is to become
 *
 * Returns: whether somebody published it or took it offline, and an update would undo that
 */
gboolean
vsl_ghost_post_was_moved (VslGhostPost    *self,
                          VslRemoteCopy   *base,
                          VslRemoteStatus  wanted)
{
  g_return_val_if_fail (self != NULL && base != NULL, TRUE);

  return self->status != vsl_remote_copy_get_status (base) && self->status != wanted;
}

/**
 * vsl_ghost_post_was_edited:
 * @self: the post as it is now
 * @base: as it was when we last saw it
 *
 * Returns: whether somebody changed what an update would overwrite
 */
gboolean
vsl_ghost_post_was_edited (VslGhostPost  *self,
                           VslRemoteCopy *base)
{
  g_autofree char *hash = NULL;

  g_return_val_if_fail (self != NULL && base != NULL, TRUE);

  if (*vsl_remote_copy_get_content_hash (base) == '\0')
    return g_strcmp0 (vsl_remote_copy_get_modified (base), self->updated_at) != 0;

  hash = vsl_ghost_post_dup_hash (self);

  return g_strcmp0 (hash, vsl_remote_copy_get_content_hash (base)) != 0;
}

/**
 * vsl_ghost_post_was_edited_in:
 * @self: the post as it is now
 * @base: as it was when we last saw it
 * @picture: the address of the picture that an update sends for its head; empty for none
 * @slug: whether an update sends an address
 *
 * As vsl_ghost_post_was_edited(), for an update that leaves some of it as it is: a picture or an
 * address that somebody chose there is theirs where we send none.
 *
 * Returns: whether somebody changed what that update would overwrite
 */
gboolean
vsl_ghost_post_was_edited_in (VslGhostPost  *self,
                              VslRemoteCopy *base,
                              const char    *picture,
                              gboolean       slug)
{
  const char *known;
  g_autofree char *before = NULL;
  guint i;

  if (!vsl_ghost_post_was_edited (self, base))
    return FALSE;

  known = vsl_remote_copy_get_content_hash (base);
  before = vsl_remote_copy_dup_slug (base);
  for (i = 1; i < 4; i++)
    {
      gboolean other_picture = (i & 1) != 0;
      gboolean other_slug = (i & 2) != 0;
      g_autofree char *hash = NULL;

      if ((other_picture && *picture != '\0' && strcmp (picture, self->picture) != 0) ||
          (other_slug && (slug || before == NULL)))
        continue;
      hash = hash_with (self, other_slug ? before : self->slug, !other_picture);
      if (g_str_equal (hash, known))
        return FALSE;
    }

  return TRUE;
}
