/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-store-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

struct _VslStoreLock
{
  int fd; /* (owned) */
};

/* The number that the holder wrote; 0 when it cannot be read (it is being written just now). */
static int
read_holder (int fd)
{
  char text[32] = { 0 };
  ssize_t length = pread (fd, text, sizeof text - 1, 0);

  return length > 0 ? (int) g_ascii_strtoll (text, NULL, 10) : 0;
}

/* Only for the message of the next one who wants it: the lock is the kernel's, not the number. */
static void
write_holder (int fd)
{
  g_autofree char *text = g_strdup_printf ("%d\n", (int) getpid ());

  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, strlen (text), 0) < 0)
    g_debug ("the lock file keeps an old process number: %s", g_strerror (errno));
}

static void
set_lock_error (GError    **error,
                const char *directory,
                int         saved_errno)
{
  g_autofree char *name = g_filename_display_name (directory);

  if (saved_errno == EROFS || saved_errno == EACCES || saved_errno == EPERM)
    g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_READ_ONLY,
                 _("The folder “%s” cannot be written. Check its permissions, or choose another one."), name);
  else if (saved_errno == ENOSPC || saved_errno == EDQUOT)
    g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FULL,
                 _("The disk with “%s” is full, so nothing could be stored. Make room and try again."), name);
  else
    g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED,
                 _("The folder “%s” could not be opened: %s."), name, g_strerror (saved_errno));
}

static void
set_held_error (GError    **error,
                const char *directory,
                int         holder)
{
  g_autofree char *name = g_filename_display_name (directory);

  if (holder > 0)
    g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_LOCKED,
                 _("The articles in “%s” are open in another Verslag (process %d). Close it and try again."),
                 name, holder);
  else
    g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_LOCKED,
                 _("The articles in “%s” are open in another Verslag. Close it and try again."), name);
}

/**
 * vsl_store_lock_take:
 * @directory: the data directory; it exists
 * @error: return location for a #GError
 *
 * Takes the lock without waiting. The file stays when the lock is freed: removing it would let two
 * processes hold two files of the same name.
 *
 * Returns: (transfer full): the lock; %VSL_STORE_ERROR_LOCKED names the process that has it
 */
VslStoreLock *
vsl_store_lock_take (const char *directory,
                     GError    **error)
{
  g_autofree char *path = NULL;
  VslStoreLock *self;
  int fd;
  int saved_errno;

  g_return_val_if_fail (directory != NULL, NULL);

  path = g_build_filename (directory, "lock", NULL);
  fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      set_lock_error (error, directory, errno);
      return NULL;
    }

  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      saved_errno = errno;
      if (saved_errno == EWOULDBLOCK)
        set_held_error (error, directory, read_holder (fd));
      else
        set_lock_error (error, directory, saved_errno);
      close (fd);
      return NULL;
    }

  write_holder (fd);
  self = g_new (VslStoreLock, 1);
  self->fd = fd;

  return self;
}

/**
 * vsl_store_lock_free:
 * @self: (transfer full): the lock
 *
 * Gives up the right to write.
 */
void
vsl_store_lock_free (VslStoreLock *self)
{
  g_return_if_fail (self != NULL);

  close (self->fd);
  g_free (self);
}
