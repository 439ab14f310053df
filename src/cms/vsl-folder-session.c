/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-folder-session.h"

#include "cms/vsl-cms-error.h"
#include "cms/vsl-folder-feed.h"
#include "cms/vsl-folder-file.h"
#include "cms/vsl-folder-list.h"
#include "cms/vsl-folder-stage.h"
#include "core/vsl-text.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#define STATE_NAME ".verslag.json"
#define STYLE_RESOURCE "/org/verslag/folder/style.css"

/* Made by the build from resources/folder.gresource.xml. */
GResource *vsl_folder_get_resource (void);

/*
 * A folder from its lock to its last file. The list of articles, the article's own page and all that
 * follows from the list change together, as one. These functions wait for the disk.
 */

/**
 * vsl_folder_session_close:
 * @self: a session
 *
 * Gives the lock back.
 */
void
vsl_folder_session_close (VslFolderSession *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  g_clear_pointer (&self->state, vsl_folder_state_free);
}

/* The address of the folder for files that must name whole ones. */
static char *
dup_base (VslFolderSession *self)
{
  g_autofree char *absolute = NULL;
  g_autofree char *uri = NULL;

  if (*self->state->base_url != '\0')
    return g_strdup (self->state->base_url);

  absolute = g_canonicalize_filename (self->folder, NULL);
  uri = g_filename_to_uri (absolute, NULL, NULL);

  return g_strconcat (uri, "/", NULL);
}

static void
add (GHashTable *files,
     const char *path,
     char       *text)
{
  g_hash_table_replace (files, g_strdup (path), text);
}

/* All that follows from the list of articles. */
static gboolean
add_derived (VslFolderSession  *self,
             GHashTable        *files,
             GError           **error)
{
  g_autofree char *base = dup_base (self);
  g_autoptr(GBytes) style = NULL;
  g_autoptr(GHashTable) tags = NULL;
  GHashTableIter iter;
  gpointer path, tag;

  style = g_resource_lookup_data (vsl_folder_get_resource (), STYLE_RESOURCE,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (style == NULL)
    return FALSE;

  vsl_folder_state_sort (self->state);
  add (files, "style.css", g_strndup (g_bytes_get_data (style, NULL), g_bytes_get_size (style)));
  add (files, "index.html", vsl_folder_list_render_index (self->state, self->title));
  add (files, "feed.xml", vsl_folder_feed_render_atom (self->state, self->title));
  add (files, "feed.json", vsl_folder_feed_render_json (self->state, self->title, base));
  add (files, "sitemap.xml", vsl_folder_feed_render_sitemap (self->state, base));

  tags = vsl_folder_list_dup_tags (self->state);
  g_hash_table_iter_init (&iter, tags);
  while (g_hash_table_iter_next (&iter, &path, &tag))
    add (files, path, vsl_folder_list_render_tag (self->state, self->title, tag));

  return TRUE;
}

/* The pages that are there and stay. */
static void
keep_pages (VslFolderSession *self,
            GHashTable       *wanted)
{
  guint i;

  for (i = 0; i < self->state->entries->len; i++)
    {
      char *file = vsl_folder_entry_dup_file (self->state->entries->pdata[i]);

      if (file != NULL)
        g_hash_table_add (wanted, file);
    }
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* What we wrote once and need no longer goes. The list keeps it until that is certain. */
static GPtrArray *
update_list (VslFolderSession *self,
             GHashTable       *files)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *removed = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer path;
  guint i;

  keep_pages (self, wanted);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    g_hash_table_add (wanted, g_strdup (path));

  for (i = 0; i < self->state->files->len; i++)
    if (!g_hash_table_contains (wanted, self->state->files->pdata[i]) &&
        vsl_folder_file_exists (self->fd, self->state->files->pdata[i]))
      g_ptr_array_add (removed, g_strdup (self->state->files->pdata[i]));

  g_ptr_array_set_size (self->state->files, 0);
  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    g_ptr_array_add (self->state->files, g_strdup (path));
  for (i = 0; i < removed->len; i++)
    g_ptr_array_add (self->state->files, g_strdup (removed->pdata[i]));
  g_ptr_array_sort (self->state->files, compare_texts);

  return removed;
}

static gboolean
commit (VslFolderSession  *self,
        GHashTable        *files,
        GError           **error)
{
  g_autoptr(GPtrArray) removed = NULL;
  gboolean whole;

  if (!add_derived (self, files, error))
    return FALSE;

  removed = update_list (self, files);
  add (files, STATE_NAME, vsl_folder_state_to_text (self->state));

  return vsl_folder_stage_commit (self->folder, &self->fd, files, removed, &whole, error);
}

/* The pages whose time has come go to where readers are. */
static gboolean
release (VslFolderSession  *self,
         GHashTable        *files,
         gint64             now,
         GError           **error)
{
  guint i;

  for (i = 0; i < self->state->entries->len; i++)
    {
      VslFolderEntry *entry = self->state->entries->pdata[i];
      g_autofree char *file = NULL;
      char *page;

      if (entry->status != VSL_REMOTE_FUTURE || entry->published_at > now)
        continue;
      file = vsl_folder_entry_dup_file (entry);
      page = vsl_folder_file_read (self->fd, file, error);
      if (page == NULL)
        return FALSE;
      entry->status = VSL_REMOTE_PUBLISH;
      add (files, entry->path, page);
    }

  return TRUE;
}

static gboolean
release_due (VslFolderSession  *self,
             gint64             now,
             GError           **error)
{
  g_autoptr(GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (self->title == NULL || now == 0)
    return TRUE;
  if (!release (self, files, now, error))
    return FALSE;

  return g_hash_table_size (files) == 0 || commit (self, files, error);
}

static gboolean
read_state (VslFolderSession  *self,
            GError           **error)
{
  g_autofree char *text = vsl_folder_file_read (self->fd, STATE_NAME, error);

  if (text != NULL)
    self->state = vsl_folder_state_parse (text, error);

  return self->state != NULL;
}

/**
 * vsl_folder_session_open:
 * @self: an empty session
 * @folder: the path of a folder; it and @title outlive the session
 * @title: (nullable): the name of the publication; %NULL only reads
 * @create: whether to make the folder when it is not there
 * @now: µs since 1970, UTC; planned articles whose time has come are published; 0 leaves them
 * @error: return location for an error
 *
 * Opens a folder of ours, or an empty one, and waits for its lock.
 *
 * Returns: whether it is open
 */
gboolean
vsl_folder_session_open (VslFolderSession  *self,
                         const char        *folder,
                         const char        *title,
                         gboolean           create,
                         gint64             now,
                         GError           **error)
{
  g_return_val_if_fail (self != NULL && folder != NULL, FALSE);

  self->folder = folder;
  self->title = title;
  self->fd = vsl_folder_file_open (folder, create, error);
  if (self->fd < 0)
    return FALSE;

  if (vsl_folder_file_exists (self->fd, STATE_NAME))
    return read_state (self, error) && release_due (self, now, error);

  if (create && !vsl_folder_file_is_empty (self->fd))
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_ADDRESS,
                   _("“%s” holds other files, which could be overwritten. Choose an empty folder, "
                     "or a new one."), folder);
      return FALSE;
    }

  self->state = vsl_folder_state_new ();

  return TRUE;
}

/**
 * vsl_folder_session_commit:
 * @self: a session for writing
 * @path: (nullable): a page that changes
 * @page: (nullable): what it is to hold
 * @error: return location for an error
 *
 * Writes the list of articles, that page and all that follows from the list; files that are no longer
 * needed go. What does not change is not touched.
 *
 * Returns: whether all of it is on the disk
 */
gboolean
vsl_folder_session_commit (VslFolderSession  *self,
                           const char        *path,
                           const char        *page,
                           GError           **error)
{
  g_autoptr(GHashTable) files = NULL;

  g_return_val_if_fail (self != NULL && self->title != NULL, FALSE);

  files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (path != NULL)
    add (files, path, g_strdup (page));

  return commit (self, files, error);
}

/**
 * vsl_folder_session_read_page:
 * @self: a session
 * @entry: an entry in it
 * @error: return location for an error
 *
 * Returns: (transfer full): the page as it is on the disk; empty when it is not there
 */
char *
vsl_folder_session_read_page (VslFolderSession  *self,
                              VslFolderEntry    *entry,
                              GError           **error)
{
  g_autoptr(GError) cause = NULL;
  g_autofree char *file = NULL;
  char *page;

  g_return_val_if_fail (self != NULL && entry != NULL, NULL);

  file = vsl_folder_entry_dup_file (entry);
  if (file == NULL)
    return g_strdup ("");

  page = vsl_folder_file_read (self->fd, file, &cause);
  if (page == NULL && g_error_matches (cause, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND))
    return g_strdup ("");
  if (page == NULL)
    g_propagate_error (error, g_steal_pointer (&cause));

  return page;
}

/**
 * vsl_folder_session_read_hash:
 * @self: a session
 * @entry: an entry in it
 * @error: return location for an error
 *
 * Returns: (transfer full): the hash of the page as it is on the disk; empty when it is not there
 */
char *
vsl_folder_session_read_hash (VslFolderSession  *self,
                              VslFolderEntry    *entry,
                              GError           **error)
{
  g_autofree char *page = vsl_folder_session_read_page (self, entry, error);

  if (page == NULL)
    return NULL;

  return *page != '\0' ? vsl_text_hash (page) : g_strdup ("");
}
