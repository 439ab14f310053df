/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-media-files.h"

#include "core/vsl-picture.h"
#include "store/vsl-disk.h"
#include "store/vsl-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Of a SHA-256. */
#define HASH_DIGITS 64

/*
 * The files of pictures, beside the database: media/ab/ab12….jpg for what came in, named after its
 * SHA-256, and media/sized/ for the smaller copies, which may be deleted at any time. A file is
 * written under another name, synced and renamed, so what stands under a hash is whole; for its owner
 * only. Any thread.
 */

/**
 * vsl_media_files_dup_path:
 * @data_dir: the data directory
 * @hash: SHA-256 of the bytes, in hexadecimal
 * @content_type: what they are
 *
 * Returns: (transfer full): where the picture is
 */
char *
vsl_media_files_dup_path (const char *data_dir,
                          const char *hash,
                          const char *content_type)
{
  g_autofree char *name = g_strconcat (hash, vsl_picture_get_ending (content_type), NULL);
  char folder[3] = { hash[0], hash[0] != '\0' ? hash[1] : '\0', '\0' };

  return g_build_filename (data_dir, "media", folder, name, NULL);
}

/**
 * vsl_media_files_dup_sized_path:
 * @data_dir: the data directory
 * @hash: SHA-256 of the bytes of the original, in hexadecimal
 * @edge: the longest side in pixels
 * @content_type: what the copy is
 *
 * Returns: (transfer full): where a smaller copy is, or would be
 */
char *
vsl_media_files_dup_sized_path (const char *data_dir,
                                const char *hash,
                                guint       edge,
                                const char *content_type)
{
  g_autofree char *name =
    g_strdup_printf ("%s-%u%s", hash, edge, vsl_picture_get_ending (content_type));

  return g_build_filename (data_dir, "media", "sized", name, NULL);
}

static gboolean
write_all (int           fd,
           const guint8 *data,
           gsize         size)
{
  while (size > 0)
    {
      ssize_t written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      size -= written;
    }

  return fsync (fd) == 0;
}

static gboolean
fail (int      saved_errno,
      GError **error)
{
  if (saved_errno == ENOSPC || saved_errno == EDQUOT)
    g_set_error_literal (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FULL,
                         _("The disk is full, so the picture was not stored. Make room and add it "
                           "again."));
  else
    g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED,
                 _("The picture could not be stored: %s. Check the disk and add it again."),
                 g_strerror (saved_errno));

  return FALSE;
}

static gboolean
is_there (const char *path,
          gsize       size)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && S_ISREG (info.st_mode) && (gsize) info.st_size == size;
}

/**
 * vsl_media_files_write:
 * @path: where
 * @bytes: the picture
 * @error: return location for a #GError
 *
 * Stores a picture, unless it is there. Waits for the disk.
 *
 * Returns: whether the file survives a power cut
 */
gboolean
vsl_media_files_write (const char  *path,
                       GBytes      *bytes,
                       GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean done;
  int fd;
  int saved_errno;

  if (is_there (path, size))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (errno, error);

  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail (errno, error);
  done = write_all (fd, data, size);
  saved_errno = errno;
  if (close (fd) != 0 && done)
    {
      done = FALSE;
      saved_errno = errno;
    }
  if (done && g_rename (temporary, path) != 0)
    {
      done = FALSE;
      saved_errno = errno;
    }
  if (!done)
    {
      g_unlink (temporary);
      return fail (saved_errno, error);
    }
  vsl_disk_sync_directory_of (path);

  return TRUE;
}

/**
 * vsl_media_files_is_name:
 * @name: the name of a file
 *
 * Returns: whether it is that of a picture as it came in: its hash, and perhaps an ending
 */
gboolean
vsl_media_files_is_name (const char *name)
{
  gsize digits = strspn (name, "0123456789abcdef");

  return digits == HASH_DIGITS && (name[digits] == '\0' || name[digits] == '.') &&
         strspn (name + digits, ".abcdefghijklmnopqrstuvwxyz") == strlen (name + digits);
}

/**
 * vsl_media_files_remove:
 * @data_dir: the data directory
 * @hash: SHA-256 of the bytes, in hexadecimal
 * @content_type: what they are
 *
 * Deletes a picture and its smaller copies.
 */
void
vsl_media_files_remove (const char *data_dir,
                        const char *hash,
                        const char *content_type)
{
  g_autofree char *path = vsl_media_files_dup_path (data_dir, hash, content_type);
  g_autofree char *sized = g_build_filename (data_dir, "media", "sized", NULL);
  g_autoptr(GDir) dir = g_dir_open (sized, 0, NULL);
  const char *name;

  if (g_unlink (path) != 0 && errno != ENOENT)
    g_debug ("%s: %s", path, g_strerror (errno));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *copy = NULL;

      if (!g_str_has_prefix (name, hash))
        continue;
      copy = g_build_filename (sized, name, NULL);
      g_unlink (copy);
    }
}
