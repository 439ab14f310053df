/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-folder.h"

#include "cms/vsl-folder-file.h"
#include "cms/vsl-folder-markup.h"
#include "cms/vsl-folder-page.h"
#include "cms/vsl-folder-session.h"
#include "core/vsl-text.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#define INDEX_NAME "index.html"
#define MIN_LEAD_TIME (60 * G_USEC_PER_SEC)

/*
 * A publication in a folder: what one article becomes in it, and who else may have touched it. These
 * functions wait for the disk; any thread.
 */

static VslRemoteCopy *
to_copy (VslFolderSession        *session,
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

/**
 * vsl_folder_prepare:
 * @folder: the path of a folder
 * @title: the name of the publication
 * @base_url: (nullable): where the folder stands on the web; %NULL or empty when it does not
 * @now: µs since 1970, UTC
 * @error: return location for an error
 *
 * Makes the folder when it is not there and writes what an empty publication has; in one that is
 * ours already, all that follows from the list of articles is written anew, and planned articles
 * whose time has come are published.
 *
 * Returns: whether it can be published to
 */
gboolean
vsl_folder_prepare (const char  *folder,
                    const char  *title,
                    const char  *base_url,
                    gint64       now,
                    GError     **error)
{
  g_auto(VslFolderSession) session = VSL_FOLDER_SESSION_INIT;

  g_return_val_if_fail (folder != NULL && title != NULL, FALSE);

  if (!vsl_folder_session_open (&session, folder, title, TRUE, now, error))
    return FALSE;

  g_free (session.state->base_url);
  session.state->base_url = base_url == NULL || *base_url == '\0' ? g_strdup ("")
                            : g_strconcat (base_url, g_str_has_suffix (base_url, "/") ? "" : "/",
                                           NULL);

  return vsl_folder_session_commit (&session, NULL, NULL, error);
}

/**
 * vsl_folder_find:
 * @folder: the path of a folder
 * @title: the name of the publication
 * @token: our mark
 * @now: µs since 1970, UTC; planned articles whose time has come are published
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the copy that carries it; %NULL without an error when there
 *   is none
 */
VslRemoteCopy *
vsl_folder_find (const char  *folder,
                 const char  *title,
                 const char  *token,
                 gint64       now,
                 GError     **error)
{
  g_auto(VslFolderSession) session = VSL_FOLDER_SESSION_INIT;
  g_autofree char *hash = NULL;
  VslFolderEntry *entry;

  g_return_val_if_fail (folder != NULL && token != NULL, NULL);

  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return NULL;
  if (!vsl_folder_session_open (&session, folder, title, FALSE, now, error))
    return NULL;

  entry = vsl_folder_state_find (session.state, token);
  if (entry == NULL)
    return NULL;

  hash = vsl_folder_session_read_hash (&session, entry, error);

  return hash != NULL ? to_copy (&session, entry, hash) : NULL;
}

/* Who fetches one copy may have to keep what somebody else made of it. */
static VslRemoteCopy *
to_copy_with_text (VslFolderSession *session,
                   VslFolderEntry   *entry,
                   const char       *page,
                   const char       *hash,
                   gint64            now)
{
  g_autoptr(VslRemoteCopy) copy = to_copy (session, entry, hash);
  g_autoptr(VslRemoteText) text = vsl_remote_text_new (entry->headline, entry->lead, page, "html", hash, now);

  return vsl_remote_copy_new_with_text (copy, text);
}

/**
 * vsl_folder_fetch:
 * @folder: the path of a folder
 * @title: the name of the publication
 * @remote_id: the id of a copy
 * @now: µs since 1970, UTC; planned articles whose time has come are published
 * @error: return location for an error
 *
 * Returns: (transfer full): how the copy stands now, or %NULL with a #VslCmsError
 */
VslRemoteCopy *
vsl_folder_fetch (const char  *folder,
                  const char  *title,
                  const char  *remote_id,
                  gint64       now,
                  GError     **error)
{
  g_auto(VslFolderSession) session = VSL_FOLDER_SESSION_INIT;
  g_autofree char *page = NULL;
  g_autofree char *hash = NULL;
  VslFolderEntry *entry;

  g_return_val_if_fail (folder != NULL && remote_id != NULL, NULL);

  if (!check_token (remote_id, error) || !vsl_folder_session_open (&session, folder, title, FALSE, now, error))
    return NULL;

  entry = vsl_folder_state_find (session.state, remote_id);
  page = entry != NULL ? vsl_folder_session_read_page (&session, entry, error) : NULL;
  if (entry != NULL && page == NULL)
    return NULL;
  if (entry == NULL || (*page == '\0' && entry->status != VSL_REMOTE_TRASH))
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND,
                   _("The page of this article is no longer in “%s”."), folder);
      return NULL;
    }

  hash = *page != '\0' ? vsl_text_hash (page) : g_strdup ("");

  return to_copy_with_text (&session, entry, page, hash, now);
}

static char *
draft_path (const char *token)
{
  return g_strconcat ("drafts/", token, "/" INDEX_NAME, NULL);
}

/* YYYY/slug/index.html, with a number behind a slug that is taken. */
static char *
choose_path (VslFolderSession        *session,
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

/* The place of a picture is the way to it from a page, two folders down. */
static void
set_picture (VslFolderEntry *entry,
             VslArticle     *article)
{
  VslPicture *picture = vsl_article_get_featured_picture (article);
  const VslPicturePlace *place = picture != NULL ? vsl_picture_get_place (picture) : NULL;
  gboolean ours = place != NULL && g_str_has_prefix (place->url, VSL_FOLDER_UP);

  g_free (entry->picture);
  entry->picture = g_strdup (ours ? place->url + strlen (VSL_FOLDER_UP) : "");
  g_free (entry->picture_alt);
  entry->picture_alt = g_strdup (ours && !vsl_picture_get_decorative (picture)
                                   ? vsl_picture_get_alt (picture) : "");
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
  set_picture (entry, article);
}

/* Moves the entry to where an article of this status has its page. */
static void
set_path (VslFolderSession        *session,
          VslFolderEntry *entry,
          VslArticle     *article)
{
  gboolean in_public = *entry->path != '\0' && !g_str_has_prefix (entry->path, "drafts/");
  gboolean wants_public = entry->status == VSL_REMOTE_PUBLISH || entry->status == VSL_REMOTE_FUTURE;
  char *path;

  if (*entry->path != '\0' && in_public == wants_public)
    return;

  path = wants_public ? choose_path (session, article, entry) : draft_path (entry->token);
  g_free (entry->path);
  entry->path = path;
}

static gboolean
check_status (const VslCmsRequest  *request,
              gint64                now,
              GError              **error)
{
  if (request->status != VSL_REMOTE_FUTURE || request->at >= now + MIN_LEAD_TIME)
    return TRUE;

  g_set_error_literal (error, VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED,
                       _("The time of publication has passed or is less than a minute away. "
                         "Choose a later time, or publish now."));

  return FALSE;
}

static gboolean
was_moved (VslFolderEntry  *entry,
           VslRemoteCopy   *base,
           VslRemoteStatus  wanted)
{
  /* What was planned is published by itself when its time comes. */
  if (vsl_remote_copy_get_status (base) == VSL_REMOTE_FUTURE && entry->status == VSL_REMOTE_PUBLISH)
    return FALSE;

  return entry->status != vsl_remote_copy_get_status (base) && entry->status != wanted;
}

/* Whether somebody else wrote the page. What we would write ourselves is ours, of a time when the
 * program ended too soon to remember it. */
static gboolean
is_in_conflict (VslFolderSession              *session,
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

  page = vsl_folder_page_render (request->article, entry, title, session->state->base_url);
  ours = vsl_text_hash (page);

  return strcmp (hash, ours) != 0;
}

static gboolean
set_moment (VslFolderEntry *entry,
            gint64          at)
{
  gboolean moves = entry->published_at != at;

  entry->published_at = at;

  return moves;
}

/* Status, place, times and fields of what is to be written, and the page that follows from them. */
static char *
prepare_entry (VslFolderSession              *session,
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
  if (status == VSL_REMOTE_FUTURE)
    moves = set_moment (entry, request->at) || moves;
  else if (status == VSL_REMOTE_PUBLISH && (entry->published_at == 0 || entry->published_at > now))
    entry->published_at = now;
  set_fields (entry, request->article);
  set_path (session, entry, request->article);

  /* Writing the same again changes nothing, not even the time. */
  same = vsl_folder_page_render (request->article, entry, title, session->state->base_url);
  hash = vsl_text_hash (same);
  if (!moves && strcmp (hash, entry->hash) == 0)
    return g_steal_pointer (&same);

  /* What readers see of a planned article is of the moment when it appears. */
  entry->updated_at = status == VSL_REMOTE_FUTURE ? request->at : now;
  entry->revision++;
  page = vsl_folder_page_render (request->article, entry, title, session->state->base_url);
  g_free (entry->hash);
  entry->hash = vsl_text_hash (page);

  return page;
}

static VslRemoteCopy *
write_entry (VslFolderSession     *session,
             VslFolderEntry       *entry,
             const VslCmsRequest  *request,
             VslRemoteStatus       status,
             const char           *title,
             gint64                now,
             GError              **error)
{
  g_autofree char *page = prepare_entry (session, entry, request, status, title, now);
  g_autofree char *file = vsl_folder_entry_dup_file (entry);

  if (!vsl_folder_session_commit (session, file, page, error))
    return NULL;

  return to_copy (session, entry, entry->hash);
}

static VslRemoteCopy *
trash_entry (VslFolderSession  *session,
             VslFolderEntry    *entry,
             gint64             now,
             GError           **error)
{
  entry->status = VSL_REMOTE_TRASH;
  entry->updated_at = now;
  entry->revision++;
  g_free (entry->hash);
  entry->hash = g_strdup ("");
  g_free (entry->path);
  entry->path = g_strdup ("");

  if (!vsl_folder_session_commit (session, NULL, NULL, error))
    return NULL;

  return to_copy (session, entry, entry->hash);
}

static VslFolderEntry *
add_entry (VslFolderSession    *session,
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
  g_auto(VslFolderSession) session = VSL_FOLDER_SESSION_INIT;
  g_autofree char *hash = NULL;
  VslFolderEntry *entry;

  g_return_val_if_fail (folder != NULL && title != NULL && request != NULL, NULL);

  if (!check_token (base != NULL ? vsl_remote_copy_get_remote_id (base) : request->token, error) ||
      (base != NULL && !check_status (request, now, error)) ||
      !vsl_folder_session_open (&session, folder, title, TRUE, now, error))
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
  hash = vsl_folder_session_read_hash (&session, entry, error);
  if (hash == NULL)
    return NULL;
  entry->canonical = g_strdup (request->canonical_url);
  if (is_in_conflict (&session, entry, request, base, title, hash))
    return refuse_conflict (folder, error);

  if (request->status == VSL_REMOTE_TRASH)
    return trash_entry (&session, entry, now, error);

  return write_entry (&session, entry, request, request->status, title, now, error);
}
