/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-folder-state.h"

#include "cms/vsl-cms-error.h"
#include "core/vsl-json.h"

#include <glib/gi18n.h>
#include <string.h>

#define VERSION_OF_STATE 1

/**
 * vsl_folder_entry_new:
 * @token: our mark, a UUID
 *
 * Returns: (transfer full): an empty entry
 */
VslFolderEntry *
vsl_folder_entry_new (const char *token)
{
  VslFolderEntry *self = g_new0 (VslFolderEntry, 1);

  self->token = g_strdup (token);
  self->status = VSL_REMOTE_DRAFT;
  self->path = g_strdup ("");
  self->hash = g_strdup ("");
  self->language = g_strdup ("");
  self->kicker = g_strdup ("");
  self->headline = g_strdup ("");
  self->lead = g_strdup ("");
  self->byline = g_strdup ("");
  self->tags = g_new0 (char *, 1);
  self->picture = g_strdup ("");
  self->picture_alt = g_strdup ("");

  return self;
}

/**
 * vsl_folder_entry_free:
 * @self: (nullable): an entry
 */
void
vsl_folder_entry_free (VslFolderEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->token);
  g_free (self->path);
  g_free (self->hash);
  g_free (self->language);
  g_free (self->kicker);
  g_free (self->headline);
  g_free (self->lead);
  g_free (self->byline);
  g_strfreev (self->tags);
  g_free (self->canonical);
  g_free (self->picture);
  g_free (self->picture_alt);
  g_free (self);
}

/**
 * vsl_folder_entry_dup_file:
 * @self: an entry
 *
 * What is planned has its page ready, but where no reader comes.
 *
 * Returns: (transfer full) (nullable): the path of the file with its page; %NULL when it has none
 */
char *
vsl_folder_entry_dup_file (VslFolderEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->status == VSL_REMOTE_TRASH || *self->path == '\0')
    return NULL;
  if (self->status == VSL_REMOTE_FUTURE)
    return g_strconcat (".scheduled/", self->token, ".html", NULL);

  return g_strdup (self->path);
}

/**
 * vsl_folder_state_new:
 *
 * Returns: (transfer full): the state of a folder in which nothing is yet
 */
VslFolderState *
vsl_folder_state_new (void)
{
  VslFolderState *self = g_new0 (VslFolderState, 1);
  g_autofree char *uuid = g_uuid_string_random ();

  self->feed_id = g_strconcat ("urn:uuid:", uuid, NULL);
  self->base_url = g_strdup ("");
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) vsl_folder_entry_free);

  return self;
}

/**
 * vsl_folder_state_free:
 * @self: (nullable): a state
 */
void
vsl_folder_state_free (VslFolderState *self)
{
  if (self == NULL)
    return;

  g_free (self->feed_id);
  g_free (self->base_url);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static gboolean
read_text (JsonObject  *object,
           const char  *member,
           char       **field,
           GError     **error)
{
  const char *text = vsl_json_get_string (object, member, error);

  if (text == NULL)
    return FALSE;

  g_free (*field);
  *field = g_strdup (text);

  return TRUE;
}

static gboolean
read_tags (JsonObject     *object,
           VslFolderEntry *entry,
           GError        **error)
{
  JsonArray *tags = vsl_json_get_array (object, "tags", error);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint i;

  if (tags == NULL)
    return FALSE;

  for (i = 0; i < json_array_get_length (tags); i++)
    {
      JsonNode *node = json_array_get_element (tags, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_strv_builder_add (builder, json_node_get_string (node));
    }
  g_strfreev (entry->tags);
  entry->tags = g_strv_builder_end (builder);

  return TRUE;
}

/* An older file does not tell of pictures. */
static gboolean
read_picture (JsonObject      *object,
              VslFolderEntry  *entry,
              GError         **error)
{
  return !vsl_json_has (object, "picture") ||
         (read_text (object, "picture", &entry->picture, error) &&
          read_text (object, "picture_alt", &entry->picture_alt, error));
}

/* Lists that an older file does not have are empty. */
static void
read_files (VslFolderState *self,
            JsonObject     *object)
{
  JsonArray *files = vsl_json_has (object, "files") ? vsl_json_get_array (object, "files", NULL)
                                                     : NULL;
  guint i;

  for (i = 0; files != NULL && i < json_array_get_length (files); i++)
    {
      JsonNode *node = json_array_get_element (files, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_ptr_array_add (self->files, g_strdup (json_node_get_string (node)));
    }
}

static VslFolderEntry *
parse_entry (JsonNode  *node,
             GError   **error)
{
  JsonObject *object = vsl_json_as_object (node, error);
  g_autoptr(VslFolderEntry) entry = NULL;
  const char *status;

  if (object == NULL)
    return NULL;

  entry = vsl_folder_entry_new ("");
  status = vsl_json_get_string (object, "status", error);
  if (status == NULL)
    return NULL;
  if (!vsl_remote_status_from_name (status, &entry->status))
    entry->status = VSL_REMOTE_DRAFT;

  if (!read_text (object, "token", &entry->token, error) ||
      !read_text (object, "path", &entry->path, error) ||
      !read_text (object, "hash", &entry->hash, error) ||
      !read_text (object, "language", &entry->language, error) ||
      !read_text (object, "kicker", &entry->kicker, error) ||
      !read_text (object, "headline", &entry->headline, error) ||
      !read_text (object, "lead", &entry->lead, error) ||
      !read_text (object, "byline", &entry->byline, error) ||
      !vsl_json_get_int (object, "revision", 0, G_MAXINT64, &entry->revision, error) ||
      !vsl_json_get_int (object, "published_at", 0, G_MAXINT64, &entry->published_at, error) ||
      !vsl_json_get_int (object, "updated_at", 0, G_MAXINT64, &entry->updated_at, error) ||
      !read_tags (object, entry, error) || !read_picture (object, entry, error))
    return NULL;

  return g_steal_pointer (&entry);
}

static gboolean
read_entries (VslFolderState *self,
              JsonObject     *object,
              GError        **error)
{
  JsonArray *entries = vsl_json_get_array (object, "entries", error);
  guint i;

  for (i = 0; entries != NULL && i < json_array_get_length (entries); i++)
    {
      VslFolderEntry *entry = parse_entry (json_array_get_element (entries, i), error);

      if (entry == NULL)
        return FALSE;
      g_ptr_array_add (self->entries, entry);
    }

  return entries != NULL;
}

/**
 * vsl_folder_state_parse:
 * @text: what the file holds
 * @error: return location for an error
 *
 * Returns: (transfer full): the state, or %NULL with a #VslCmsError when the file is damaged or of a
 *   later version
 */
VslFolderState *
vsl_folder_state_parse (const char  *text,
                        GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) cause = NULL;
  g_autoptr(JsonNode) root = vsl_json_parse (bytes, 0, &cause);
  g_autoptr(VslFolderState) self = vsl_folder_state_new ();
  JsonObject *object = root != NULL ? vsl_json_as_object (root, &cause) : NULL;
  gint64 version = 0;

  if (object != NULL &&
      vsl_json_get_int (object, "version", 1, VERSION_OF_STATE, &version, &cause) &&
      read_text (object, "feed_id", &self->feed_id, &cause) &&
      (!vsl_json_has (object, "base_url") ||
       read_text (object, "base_url", &self->base_url, &cause)) &&
      read_entries (self, object, &cause))
    {
      read_files (self, object);
      return g_steal_pointer (&self);
    }

  g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
               _("The list of articles in this folder, “.verslag.json”, is damaged or made by a "
                 "later version: %s Nothing was written."), cause->message);

  return NULL;
}

static void
add_text (JsonBuilder *builder,
          const char  *member,
          const char  *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_int (JsonBuilder *builder,
         const char  *member,
         gint64       value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

static void
add_entry (JsonBuilder    *builder,
           VslFolderEntry *entry)
{
  guint i;

  json_builder_begin_object (builder);
  add_text (builder, "token", entry->token);
  add_text (builder, "status", vsl_remote_status_get_name (entry->status));
  add_text (builder, "path", entry->path);
  add_text (builder, "hash", entry->hash);
  add_int (builder, "revision", entry->revision);
  add_int (builder, "published_at", entry->published_at);
  add_int (builder, "updated_at", entry->updated_at);
  add_text (builder, "language", entry->language);
  add_text (builder, "kicker", entry->kicker);
  add_text (builder, "headline", entry->headline);
  add_text (builder, "lead", entry->lead);
  add_text (builder, "byline", entry->byline);
  add_text (builder, "picture", entry->picture);
  add_text (builder, "picture_alt", entry->picture_alt);
  json_builder_set_member_name (builder, "tags");
  json_builder_begin_array (builder);
  for (i = 0; entry->tags[i] != NULL; i++)
    json_builder_add_string_value (builder, entry->tags[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * vsl_folder_state_to_text:
 * @self: a state
 *
 * Returns: (transfer full): what the file is to hold
 */
char *
vsl_folder_state_to_text (VslFolderState *self)
{
  g_autoptr(JsonBuilder) builder = NULL;
  g_autoptr(JsonNode) root = NULL;
  guint i;

  g_return_val_if_fail (self != NULL, NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_int (builder, "version", VERSION_OF_STATE);
  add_text (builder, "feed_id", self->feed_id);
  add_text (builder, "base_url", self->base_url);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (i = 0; i < self->files->len; i++)
    json_builder_add_string_value (builder, self->files->pdata[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (i = 0; i < self->entries->len; i++)
    add_entry (builder, self->entries->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}

/**
 * vsl_folder_state_find:
 * @self: a state
 * @token: our mark
 *
 * Returns: (transfer none) (nullable): the article that carries it
 */
VslFolderEntry *
vsl_folder_state_find (VslFolderState *self,
                       const char     *token)
{
  guint i;

  g_return_val_if_fail (self != NULL && token != NULL, NULL);

  for (i = 0; i < self->entries->len; i++)
    {
      VslFolderEntry *entry = self->entries->pdata[i];

      if (strcmp (entry->token, token) == 0)
        return entry;
    }

  return NULL;
}

/**
 * vsl_folder_state_has_path:
 * @self: a state
 * @path: the path of a page
 *
 * Returns: whether an article has its page there
 */
gboolean
vsl_folder_state_has_path (VslFolderState *self,
                           const char     *path)
{
  guint i;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  for (i = 0; i < self->entries->len; i++)
    {
      VslFolderEntry *entry = self->entries->pdata[i];

      if (strcmp (entry->path, path) == 0)
        return TRUE;
    }

  return FALSE;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const VslFolderEntry *x = *(VslFolderEntry *const *) a;
  const VslFolderEntry *y = *(VslFolderEntry *const *) b;

  if (x->published_at != y->published_at)
    return x->published_at < y->published_at ? 1 : -1;

  return strcmp (x->token, y->token);
}

/**
 * vsl_folder_state_sort:
 * @self: a state
 *
 * Puts what was published last first.
 */
void
vsl_folder_state_sort (VslFolderState *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_sort (self->entries, compare_entries);
}
