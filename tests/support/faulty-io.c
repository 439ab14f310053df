/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

/*
 * A library to be loaded before all others (LD_PRELOAD), which makes writing fail: below the
 * directory FAULT_DIR the calls that change a file are counted, and from the one with the number
 * FAULT_AT on (from 1), FAULT_SPAN of them fail with the error number FAULT_ERRNO. When the first
 * one fails, the file FAULT_MARK is made, so that the test knows when there were no more calls.
 */

/* Both forms of each call are wanted, so that none may stand for the other. */
#undef _FILE_OFFSET_BITS
#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static long n_calls;

static long
get_number (const char *name)
{
  const char *text = getenv (name);

  return text != NULL ? atol (text) : 0;
}

static int
is_watched (int fd)
{
  const char *directory = getenv ("FAULT_DIR");
  char link[64];
  char path[PATH_MAX];
  ssize_t length;

  if (directory == NULL)
    return 0;
  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  if (length < 0)
    return 0;
  path[length] = '\0';

  return strncmp (path, directory, strlen (directory)) == 0;
}

static void
leave_mark (void)
{
  const char *path = getenv ("FAULT_MARK");
  int fd = path != NULL ? open (path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600) : -1;

  if (fd >= 0)
    close (fd);
}

/* Whether this call is one that fails. */
static int
is_faulty (int fd)
{
  int saved_errno = errno;
  long first = get_number ("FAULT_AT");
  long call;

  if (first == 0 || !is_watched (fd))
    {
      errno = saved_errno;
      return 0;
    }

  pthread_mutex_lock (&mutex);
  call = ++n_calls;
  pthread_mutex_unlock (&mutex);
  if (call == first)
    leave_mark ();
  errno = saved_errno;
  if (call < first || call >= first + get_number ("FAULT_SPAN"))
    return 0;
  errno = (int) get_number ("FAULT_ERRNO");

  return 1;
}

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

ssize_t
write (int fd, const void *bytes, size_t length)
{
  return is_faulty (fd) ? -1 : REAL (write) (fd, bytes, length);
}

ssize_t
pwrite (int fd, const void *bytes, size_t length, off_t offset)
{
  return is_faulty (fd) ? -1 : REAL (pwrite) (fd, bytes, length, offset);
}

ssize_t
pwrite64 (int fd, const void *bytes, size_t length, off64_t offset)
{
  return is_faulty (fd) ? -1 : REAL (pwrite64) (fd, bytes, length, offset);
}

int
fsync (int fd)
{
  return is_faulty (fd) ? -1 : REAL (fsync) (fd);
}

int
fdatasync (int fd)
{
  return is_faulty (fd) ? -1 : REAL (fdatasync) (fd);
}

int
ftruncate (int fd, off_t length)
{
  return is_faulty (fd) ? -1 : REAL (ftruncate) (fd, length);
}

int
ftruncate64 (int fd, off64_t length)
{
  return is_faulty (fd) ? -1 : REAL (ftruncate64) (fd, length);
}
