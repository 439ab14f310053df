/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-folder-file.h"

#include "cms/vsl-cms-error.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_BYTES (32 * 1024 * 1024)

/*
 * Files below one folder, and never outside it: every step of a path is opened from the step before
 * it, and links are not followed. A file is replaced whole or not at all, also when the power fails.
 * Any thread; who needs one order of things takes the lock that comes with the folder.
 */

static gboolean
fail (const char  *path,
      int          saved_errno,
      GError     **error)
{
  if (saved_errno == ENOSPC || saved_errno == EDQUOT)
    g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                 _("There is no room left on the disk for “%s”. Make room and try again."), path);
  else if (saved_errno == EACCES || saved_errno == EPERM || saved_errno == EROFS)
    g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                 _("“%s” may not be written. Choose another folder, or change its permissions."),
                 path);
  else if (saved_errno == ELOOP)
    g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN,
                 _("“%s” is a link to somewhere else, so it is not touched. Remove the link."),
                 path);
  else if (saved_errno == ENOENT)
    g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND, _("“%s” is not there."), path);
  else
    g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED, _("“%s” cannot be used: %s."), path,
                 g_strerror (saved_errno));

  return FALSE;
}

/* Names that we make ourselves are plain; anything else does not come from us. */
static gboolean
is_plain_name (const char *name)
{
  return *name != '\0' && strcmp (name, ".") != 0 && strcmp (name, "..") != 0 &&
         strlen (name) <= 255 &&
         strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") ==
           strlen (name);
}

/* The folder that holds the last name of @path; -1 with errno. */
static int
open_parent (int          folder,
             const char  *path,
             gboolean     create,
             char       **name)
{
  g_auto(GStrv) names = g_strsplit (path, "/", -1);
  int fd = openat (folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  guint i;

  for (i = 0; names[i] != NULL; i++)
    if (!is_plain_name (names[i]))
      {
        if (fd >= 0)
          close (fd);
        errno = EINVAL;
        return -1;
      }

  for (i = 0; fd >= 0 && names[i + 1] != NULL; i++)
    {
      int next, saved_errno;

      if (create && mkdirat (fd, names[i], 0755) != 0 && errno != EEXIST)
        next = -1;
      else
        next = openat (fd, names[i], O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
      saved_errno = errno;
      close (fd);
      fd = next;
      errno = saved_errno;
    }

  *name = g_strdup (names[i]);

  return fd;
}

static gboolean
write_all (int         fd,
           const char *text,
           gsize       size)
{
  while (size > 0)
    {
      ssize_t written = write (fd, text, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      text += written;
      size -= written;
    }

  return fsync (fd) == 0;
}

/* errno tells why not. */
static gboolean
replace_file (int         parent,
              const char *name,
              const char *text,
              gsize       size)
{
  g_autofree char *temporary = g_strdup_printf (".%s.%08x", name, g_random_int ());
  int fd = openat (parent, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
  gboolean done;
  int saved_errno;

  if (fd < 0)
    return FALSE;

  done = write_all (fd, text, size);
  saved_errno = errno;
  if (close (fd) != 0 && done)
    {
      done = FALSE;
      saved_errno = errno;
    }
  if (done && renameat (parent, temporary, parent, name) != 0)
    {
      done = FALSE;
      saved_errno = errno;
    }
  if (!done)
    unlinkat (parent, temporary, 0);
  else if (fsync (parent) != 0)
    {
      done = FALSE;
      saved_errno = errno;
    }
  errno = saved_errno;

  return done;
}

static int
open_locked (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  while (fd >= 0 && flock (fd, LOCK_EX) != 0)
    {
      /* A file system without locks, such as some network drives, has one user of ours at a time. */
      if (errno != EINTR)
        break;
    }

  return fd;
}

/* Who had the lock may have put another folder in its place; closes @fd then. */
static gboolean
is_still_there (const char *folder,
                int         fd)
{
  struct stat opened, named;

  if (fstat (fd, &opened) == 0 && stat (folder, &named) == 0 && opened.st_ino == named.st_ino &&
      opened.st_dev == named.st_dev)
    return TRUE;

  close (fd);

  return FALSE;
}

/**
 * vsl_folder_file_open:
 * @folder: the path of a folder
 * @create: whether to make it when it is not there
 * @error: return location for an error
 *
 * Opens a folder and waits until no other thread or program of ours works in it. Closing it ends
 * that.
 *
 * Returns: a file descriptor, or -1 with a #VslCmsError
 */
int
vsl_folder_file_open (const char  *folder,
                      gboolean     create,
                      GError     **error)
{
  int fd;

  g_return_val_if_fail (folder != NULL, -1);

  if (create && g_mkdir_with_parents (folder, 0755) != 0)
    {
      fail (folder, errno, error);
      return -1;
    }

  do
    fd = open_locked (folder);
  while (fd >= 0 && !is_still_there (folder, fd));
  if (fd < 0)
    fail (folder, errno, error);

  return fd;
}

/**
 * vsl_folder_file_write:
 * @folder: the folder
 * @path: the path of a file in it, of plain names; folders on the way are made
 * @text: what it is to hold
 * @size: its size in bytes
 * @error: return location for an error
 *
 * Returns: whether the file is on the disk, whole
 */
gboolean
vsl_folder_file_write (int          folder,
                       const char  *path,
                       const char  *text,
                       gsize        size,
                       GError     **error)
{
  g_autofree char *name = NULL;
  int parent = open_parent (folder, path, TRUE, &name);
  gboolean done;
  int saved_errno;

  if (parent < 0)
    return fail (path, errno, error);

  done = replace_file (parent, name, text, size);
  saved_errno = errno;
  close (parent);

  return done || fail (path, saved_errno, error);
}

/**
 * vsl_folder_file_read:
 * @folder: the folder
 * @path: the path of a file in it
 * @error: return location for an error
 *
 * Returns: (transfer full): what it holds, or %NULL with %VSL_CMS_ERROR_NOT_FOUND or another
 *   #VslCmsError
 */
char *
vsl_folder_file_read (int          folder,
                      const char  *path,
                      GError     **error)
{
  g_autofree char *name = NULL;
  g_autoptr(GByteArray) bytes = NULL;
  int parent = open_parent (folder, path, FALSE, &name);
  int fd = parent < 0 ? -1 : openat (parent, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  int saved_errno = errno;
  ssize_t n = 0;

  if (parent >= 0)
    close (parent);
  if (fd < 0)
    {
      fail (path, saved_errno, error);
      return NULL;
    }

  bytes = g_byte_array_new ();
  do
    {
      guint8 chunk[16384];

      n = read (fd, chunk, sizeof chunk);
      saved_errno = errno;
      if (n > 0)
        g_byte_array_append (bytes, chunk, n);
    }
  while ((n > 0 && bytes->len <= MAX_BYTES) || (n < 0 && saved_errno == EINTR));
  close (fd);

  if (n != 0)
    {
      fail (path, n < 0 ? saved_errno : EFBIG, error);
      return NULL;
    }

  g_byte_array_append (bytes, (const guint8 *) "", 1);

  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}

/**
 * vsl_folder_file_remove:
 * @folder: the folder
 * @path: the path of a file in it
 * @error: return location for an error
 *
 * Removes a file, and the folder it was in when nothing else is there.
 *
 * Returns: whether it is gone, also when it never was
 */
gboolean
vsl_folder_file_remove (int          folder,
                        const char  *path,
                        GError     **error)
{
  g_autofree char *name = NULL;
  const char *slash = strrchr (path, '/');
  int parent = open_parent (folder, path, FALSE, &name);
  gboolean done = parent < 0 ? errno == ENOENT : unlinkat (parent, name, 0) == 0 || errno == ENOENT;
  int saved_errno = errno;

  if (parent >= 0)
    close (parent);
  if (done && parent >= 0 && slash != NULL)
    {
      g_autofree char *above = g_strndup (path, slash - path);
      g_autofree char *last = NULL;
      int grandparent = open_parent (folder, above, FALSE, &last);

      if (grandparent >= 0)
        {
          unlinkat (grandparent, last, AT_REMOVEDIR);
          close (grandparent);
        }
    }

  return done || fail (path, saved_errno, error);
}

/**
 * vsl_folder_file_exists:
 * @folder: the folder
 * @path: the path of a file or folder in it
 *
 * Returns: whether something is there, a link included
 */
gboolean
vsl_folder_file_exists (int         folder,
                        const char *path)
{
  struct stat info;

  return fstatat (folder, path, &info, AT_SYMLINK_NOFOLLOW) == 0;
}

/**
 * vsl_folder_file_is_empty:
 * @folder: the folder
 *
 * Returns: whether nothing is in it that a person would see
 */
gboolean
vsl_folder_file_is_empty (int folder)
{
  int fd = openat (folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *dir = fd >= 0 ? fdopendir (fd) : NULL;
  struct dirent *entry;
  gboolean empty = TRUE;

  if (dir == NULL)
    {
      if (fd >= 0)
        close (fd);
      return FALSE;
    }

  while (empty && (entry = readdir (dir)) != NULL)
    empty = entry->d_name[0] == '.';
  closedir (dir);

  return empty;
}
