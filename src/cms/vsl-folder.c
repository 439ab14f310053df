/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-folder.h"

#include "cms/vsl-folder-file.h"
#include "cms/vsl-folder-page.h"
#include "cms/vsl-folder-state.h"
#include "core/vsl-text.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#define STATE_NAME ".verslag.json"
#define STYLE_NAME "style.css"
#define INDEX_NAME "index.html"
#define FEED_NAME "feed.xml"
#define STYLE_RESOURCE "/org/verslag/folder/style.css"

/* Made by the build from resources/folder.gresource.xml. */
GResource *vsl_folder_get_resource (void);

/*
 * A publication in a folder. The state is written before the page: after a crash in between, the
 * state knows of a page that is not there or is still the old one, and the next update writes it.
 * Front page and feed follow from the state. These functions wait for the disk; any thread.
 */

typedef struct
{
  const char     *folder;
  int             fd;    /* (owned) locked */
  VslFolderState *state; /* (owned) */
} Session;

static void
session_close (Session *session)
{
  if (session->fd >= 0)
    close (session->fd);
  session->fd = -1;
  g_clear_pointer (&session->state, vsl_folder_state_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Session, session_close)

static gboolean
session_open (Session     *session,
              const char  *folder,
              gboolean     create,
              GError     **error)
{
  g_autofree char *text = NULL;

  session->folder = folder;
  session->fd = vsl_folder_file_open (folder, create, error);
  if (session->fd < 0)
    return FALSE;

  if (vsl_folder_file_exists (session->fd, STATE_NAME))
    {
      text = vsl_folder_file_read (session->fd, STATE_NAME, error);
      if (text != NULL)
        session->state = vsl_folder_state_parse (text, error);
      return session->state != NULL;
    }

  if (create && !vsl_folder_file_is_empty (session->fd))
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_ADDRESS,
                   _("“%s” holds other files, which could be overwritten. Choose an empty folder, "
                     "or a new one."), folder);
      return FALSE;
    }

  session->state = vsl_folder_state_new ();

  return TRUE;
}

static gboolean
write_state (Session  *session,
             GError  **error)
{
  g_autofree char *text = vsl_folder_state_to_text (session->state);

  return vsl_folder_file_write (session->fd, STATE_NAME, text, strlen (text), error);
}

static gboolean
write_front (Session     *session,
             const char  *title,
             GError     **error)
{
  g_autoptr(GBytes) style = NULL;
  g_autofree char *index = NULL;
  g_autofree char *feed = NULL;
  gsize size;
  const char *css;

  style = g_resource_lookup_data (vsl_folder_get_resource (), STYLE_RESOURCE,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (style == NULL)
    return FALSE;

  vsl_folder_state_sort (session->state);
  index = vsl_folder_page_render_index (session->state, title);
  feed = vsl_folder_page_render_feed (session->state, title);
  css = g_bytes_get_data (style, &size);

  return vsl_folder_file_write (session->fd, STYLE_NAME, css, size, error) &&
         vsl_folder_file_write (session->fd, INDEX_NAME, index, strlen (index), error) &&
         vsl_folder_file_write (session->fd, FEED_NAME, feed, strlen (feed), error);
}

static VslRemoteCopy *
to_copy (Session        *session,
         VslFolderEntry *entry,
         const char     *hash)
{
  g_autofree char *absolute = g_canonicalize_filename (session->folder, NULL);
  g_autofree char *file = g_build_filename (absolute, entry->path, NULL);
  g_autofree char *url = g_filename_to_uri (file, NULL, NULL);
  g_autofree char *revision = g_strdup_printf ("%" G_GINT64_FORMAT, entry->revision);
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc (entry->updated_at / G_USEC_PER_SEC);
  g_autofree char *modified = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");

  return vsl_remote_copy_new (entry->token, entry->token, entry->status,
                              entry->status == VSL_REMOTE_TRASH ? NULL : url, NULL, revision,
                              modified, hash);
}

static gboolean
check_token (const char  *token,
             GError     **error)
{
  if (token != NULL && g_uuid_string_is_valid (token))
    return TRUE;

  g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND,
               _("“%s” is not the number of an article on this site."), token != NULL ? token : "");

  return FALSE;
}

/* The hash of the page as it is on the disk; empty when it is not there. */
static char *
read_hash (Session         *session,
           VslFolderEntry  *entry,
           GError         **error)
{
  g_autoptr(GError) cause = NULL;
  g_autofree char *page = NULL;

  if (entry->status == VSL_REMOTE_TRASH || *entry->path == '\0')
    return g_strdup ("");

  page = vsl_folder_file_read (session->fd, entry->path, &cause);
  if (page != NULL)
    return vsl_text_hash (page);
  if (g_error_matches (cause, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND))
    return g_strdup ("");

  g_propagate_error (error, g_steal_pointer (&cause));

  return NULL;
}

/**
 * vsl_folder_prepare:
 * @folder: the path of a folder
 * @title: the name of the publication
 * @error: return location for an error
 *
 * Makes the folder when it is not there and writes what an empty publication has; in one that is
 * ours already, front page, feed and style are written anew.
 *
 * Returns: whether it can be published to
 */
gboolean
vsl_folder_prepare (const char  *folder,
                    const char  *title,
                    GError     **error)
{
  g_auto(Session) session = { NULL, -1, NULL };

  g_return_val_if_fail (folder != NULL && title != NULL, FALSE);

  return session_open (&session, folder, TRUE, error) && write_state (&session, error) &&
         write_front (&session, title, error);
}

/**
 * vsl_folder_find:
 * @folder: the path of a folder
 * @token: our mark
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the copy that carries it; %NULL without an error when there
 *   is none
 */
VslRemoteCopy *
vsl_folder_find (const char  *folder,
                 const char  *token,
                 GError     **error)
{
  g_auto(Session) session = { NULL, -1, NULL };
  g_autofree char *hash = NULL;
  VslFolderEntry *entry;

  g_return_val_if_fail (folder != NULL && token != NULL, NULL);

  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return NULL;
  if (!session_open (&session, folder, FALSE, error))
    return NULL;

  entry = vsl_folder_state_find (session.state, token);
  if (entry == NULL)
    return NULL;

  hash = read_hash (&session, entry, error);

  return hash != NULL ? to_copy (&session, entry, hash) : NULL;
}

/**
 * vsl_folder_fetch:
 * @folder: the path of a folder
 * @remote_id: the id of a copy
 * @error: return location for an error
 *
 * Returns: (transfer full): how the copy stands now, or %NULL with a #VslCmsError
 */
VslRemoteCopy *
vsl_folder_fetch (const char  *folder,
                  const char  *remote_id,
                  GError     **error)
{
  g_auto(Session) session = { NULL, -1, NULL };
  g_autofree char *hash = NULL;
  VslFolderEntry *entry;

  g_return_val_if_fail (folder != NULL && remote_id != NULL, NULL);

  if (!check_token (remote_id, error) || !session_open (&session, folder, FALSE, error))
    return NULL;

  entry = vsl_folder_state_find (session.state, remote_id);
  hash = entry != NULL ? read_hash (&session, entry, error) : NULL;
  if (entry != NULL && hash == NULL)
    return NULL;
  if (entry == NULL || (*hash == '\0' && entry->status != VSL_REMOTE_TRASH))
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND,
                   _("The page of this article is no longer in “%s”."), folder);
      return NULL;
    }

  return to_copy (&session, entry, hash);
}

static char *
draft_path (const char *token)
{
  return g_strconcat ("drafts/", token, "/" INDEX_NAME, NULL);
}

/* YYYY/slug/index.html, with a number behind a slug that is taken. */
static char *
choose_path (Session        *session,
             VslArticle     *article,
             VslFolderEntry *entry)
{
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_local (entry->published_at / G_USEC_PER_SEC);
  g_autofree char *wanted = vsl_article_dup_slug (article);
  g_autofree char *slug = vsl_text_make_slug (wanted, 80);
  guint n;

  if (*slug == '\0')
    {
      g_free (slug);
      slug = g_strndup (entry->token, 8);
    }

  for (n = 1;; n++)
    {
      g_autofree char *number = n > 1 ? g_strdup_printf ("-%u", n) : g_strdup ("");
      g_autofree char *dir = g_strdup_printf ("%04d/%s%s", g_date_time_get_year (date), slug, number);
      g_autofree char *path = g_strconcat (dir, "/" INDEX_NAME, NULL);

      if (!vsl_folder_state_has_path (session->state, path) &&
          !vsl_folder_file_exists (session->fd, dir))
        return g_steal_pointer (&path);
    }
}

static void
set_fields (VslFolderEntry *entry,
            VslArticle     *article)
{
  g_autofree char *lead = vsl_text_collapse_spaces (vsl_article_get_text (article, VSL_FIELD_LEAD));

  g_free (entry->language);
  entry->language = g_strdup (vsl_article_get_language (article));
  g_free (entry->kicker);
  entry->kicker = vsl_text_collapse_spaces (vsl_article_get_text (article, VSL_FIELD_KICKER));
  g_free (entry->headline);
  entry->headline = vsl_text_collapse_spaces (vsl_article_get_text (article, VSL_FIELD_HEADLINE));
  g_free (entry->lead);
  entry->lead = g_steal_pointer (&lead);
  g_free (entry->byline);
  entry->byline = vsl_text_collapse_spaces (vsl_article_get_text (article, VSL_FIELD_BYLINE));
  g_strfreev (entry->tags);
  entry->tags = g_strdupv ((char **) vsl_article_get_tags (article));
}

/* Moves the entry to where an article of this status has its page. */
static void
set_path (Session        *session,
          VslFolderEntry *entry,
          VslArticle     *article)
{
  gboolean in_public = *entry->path != '\0' && !g_str_has_prefix (entry->path, "drafts/");
  gboolean wants_public = entry->status == VSL_REMOTE_PUBLISH;
  g_autofree char *path = NULL;

  if (*entry->path != '\0' && in_public == wants_public)
    return;

  path = wants_public ? choose_path (session, article, entry) : draft_path (entry->token);
  if (*entry->path != '\0')
    {
      g_free (entry->old_path);
      entry->old_path = g_steal_pointer (&entry->path);
    }
  g_free (entry->path);
  entry->path = g_steal_pointer (&path);
}

static gboolean
check_status (const VslCmsRequest  *request,
              GError              **error)
{
  if (request->status != VSL_REMOTE_FUTURE)
    return TRUE;

  g_set_error_literal (error, VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                       _("A folder cannot publish by itself at a later time, because nothing runs "
                         "there. Put the article there as a draft, and publish it when it is "
                         "time."));

  return FALSE;
}

static gboolean
was_moved (VslFolderEntry  *entry,
           VslRemoteCopy   *base,
           VslRemoteStatus  wanted)
{
  return entry->status != vsl_remote_copy_get_status (base) && entry->status != wanted;
}

/* Whether somebody else wrote the page. What we would write ourselves is ours, of a time when the
 * program ended too soon to remember it. */
static gboolean
is_in_conflict (Session              *session,
                VslFolderEntry       *entry,
                const VslCmsRequest  *request,
                VslRemoteCopy        *base,
                const char           *title,
                const char           *hash)
{
  g_autofree char *page = NULL;
  g_autofree char *ours = NULL;
  const char *known = vsl_remote_copy_get_content_hash (base);

  if (was_moved (entry, base, request->status))
    return TRUE;
  if (*hash == '\0' || strcmp (hash, known) == 0)
    return FALSE;

  page = vsl_folder_page_render (request->article, entry, title);
  ours = vsl_text_hash (page);

  return strcmp (hash, ours) != 0;
}

static gboolean
remove_old_page (Session         *session,
                 VslFolderEntry  *entry,
                 GError         **error)
{
  if (entry->old_path == NULL)
    return TRUE;
  if (!vsl_folder_file_remove (session->fd, entry->old_path, error))
    return FALSE;

  g_clear_pointer (&entry->old_path, g_free);

  return write_state (session, error);
}

/* Status, place, times and fields of what is to be written, and the page that follows from them. */
static char *
prepare_entry (Session              *session,
               VslFolderEntry       *entry,
               const VslCmsRequest  *request,
               VslRemoteStatus       status,
               const char           *title,
               gint64                now)
{
  g_autofree char *same = NULL;
  g_autofree char *hash = NULL;
  gboolean moves = entry->status != status;
  char *page;

  entry->status = status;
  if (status == VSL_REMOTE_PUBLISH && entry->published_at == 0)
    entry->published_at = now;
  set_fields (entry, request->article);
  set_path (session, entry, request->article);

  /* Writing the same again changes nothing, not even the time. */
  same = vsl_folder_page_render (request->article, entry, title);
  hash = vsl_text_hash (same);
  if (!moves && strcmp (hash, entry->hash) == 0)
    return g_steal_pointer (&same);

  entry->updated_at = now;
  entry->revision++;
  page = vsl_folder_page_render (request->article, entry, title);
  g_free (entry->hash);
  entry->hash = vsl_text_hash (page);

  return page;
}

static VslRemoteCopy *
write_entry (Session              *session,
             VslFolderEntry       *entry,
             const VslCmsRequest  *request,
             VslRemoteStatus       status,
             const char           *title,
             gint64                now,
             GError              **error)
{
  g_autofree char *page = NULL;

  if (!remove_old_page (session, entry, error))
    return NULL;

  page = prepare_entry (session, entry, request, status, title, now);
  if (!write_state (session, error) ||
      !vsl_folder_file_write (session->fd, entry->path, page, strlen (page), error) ||
      !write_front (session, title, error) || !remove_old_page (session, entry, error))
    return NULL;

  return to_copy (session, entry, entry->hash);
}

static VslRemoteCopy *
trash_entry (Session         *session,
             VslFolderEntry  *entry,
             const char      *title,
             gint64           now,
             GError         **error)
{
  if (!remove_old_page (session, entry, error))
    return NULL;

  entry->status = VSL_REMOTE_TRASH;
  entry->updated_at = now;
  entry->revision++;
  g_free (entry->hash);
  entry->hash = g_strdup ("");
  if (*entry->path != '\0')
    {
      g_free (entry->old_path);
      entry->old_path = g_steal_pointer (&entry->path);
      entry->path = g_strdup ("");
    }

  if (!write_state (session, error) || !write_front (session, title, error) ||
      !remove_old_page (session, entry, error))
    return NULL;

  return to_copy (session, entry, entry->hash);
}

static VslFolderEntry *
add_entry (Session    *session,
           const char *token)
{
  VslFolderEntry *entry = vsl_folder_entry_new (token);

  g_ptr_array_add (session->state->entries, entry);

  return entry;
}

static VslRemoteCopy *
refuse_conflict (const char  *folder,
                 GError     **error)
{
  g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_CONFLICT,
               _("The page of this article in “%s” was changed by somebody else since it was last "
                 "sent. Nothing was written; compare the two versions first."), folder);

  return NULL;
}

/**
 * vsl_folder_put:
 * @folder: the path of a folder
 * @title: the name of the publication
 * @request: what the piece is to become
 * @base: (nullable): the copy as we last saw it; %NULL makes a new draft
 * @now: µs since 1970, UTC
 * @error: return location for an error
 *
 * Returns: (transfer full): the copy as it is now, or %NULL with a #VslCmsError
 */
VslRemoteCopy *
vsl_folder_put (const char           *folder,
                const char           *title,
                const VslCmsRequest  *request,
                VslRemoteCopy        *base,
                gint64                now,
                GError              **error)
{
  g_auto(Session) session = { NULL, -1, NULL };
  g_autofree char *hash = NULL;
  VslFolderEntry *entry;

  g_return_val_if_fail (folder != NULL && title != NULL && request != NULL, NULL);

  if (!check_token (base != NULL ? vsl_remote_copy_get_remote_id (base) : request->token, error) ||
      (base != NULL && !check_status (request, error)) ||
      !session_open (&session, folder, TRUE, error))
    return NULL;

  entry = vsl_folder_state_find (session.state, base != NULL ? vsl_remote_copy_get_remote_id (base)
                                                             : request->token);
  if (base == NULL)
    {
      if (entry != NULL && entry->status == VSL_REMOTE_PUBLISH)
        return refuse_conflict (folder, error);
      if (entry == NULL)
        entry = add_entry (&session, request->token);
      return write_entry (&session, entry, request, VSL_REMOTE_DRAFT, title, now, error);
    }

  if (entry == NULL)
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND,
                   _("The page of this article is no longer in “%s”."), folder);
      return NULL;
    }
  hash = read_hash (&session, entry, error);
  if (hash == NULL)
    return NULL;
  if (is_in_conflict (&session, entry, request, base, title, hash))
    return refuse_conflict (folder, error);

  if (request->status == VSL_REMOTE_TRASH)
    return trash_entry (&session, entry, title, now, error);

  return write_entry (&session, entry, request, request->status, title, now, error);
}
