/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

/*
 * A library to be loaded before all others (LD_PRELOAD), which makes writing fail: below the
 * directory FAULT_DIR the calls that change a file are counted, and from the one with the number
 * FAULT_AT on (from 1), FAULT_SPAN of them fail with the error number FAULT_ERRNO. When the first
 * one fails, the file FAULT_MARK is made, so that the test knows when there were no more calls. With
 * FAULT_SHORT the first one writes half of its bytes and says so, as a disk that is nearly full does.
 *
 * With FAULT_SWITCH nothing is counted: all of these calls fail for as long as there is a file of that
 * name.
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

/* What becomes of a call. */
typedef enum
{
  CALL_GOOD,
  CALL_SHORT,
  CALL_FAILS
} Call;

static Call
look_at_switch (int fd)
{
  int saved_errno = errno;

  if (access (getenv ("FAULT_SWITCH"), F_OK) != 0 || !is_watched (fd))
    {
      errno = saved_errno;
      return CALL_GOOD;
    }
  errno = (int) get_number ("FAULT_ERRNO");

  return CALL_FAILS;
}

static Call
count_call (int fd)
{
  int saved_errno = errno;
  long first = get_number ("FAULT_AT");
  long call;

  if (getenv ("FAULT_SWITCH") != NULL)
    return look_at_switch (fd);
  if (first == 0 || !is_watched (fd))
    {
      errno = saved_errno;
      return CALL_GOOD;
    }

  pthread_mutex_lock (&mutex);
  call = ++n_calls;
  pthread_mutex_unlock (&mutex);
  if (call == first)
    leave_mark ();
  errno = saved_errno;
  if (call < first || call >= first + get_number ("FAULT_SPAN"))
    return CALL_GOOD;
  if (call == first && get_number ("FAULT_SHORT") != 0)
    return CALL_SHORT;
  errno = (int) get_number ("FAULT_ERRNO");

  return CALL_FAILS;
}

/* For a call that writes no bytes. */
static int
is_faulty (int fd)
{
  return count_call (fd) == CALL_FAILS;
}

/* How many of the bytes are to be written; -1 for a call that fails. */
static ssize_t
limit_bytes (int fd, size_t length)
{
  switch (count_call (fd))
    {
    case CALL_FAILS:
      return -1;
    case CALL_SHORT:
      return (ssize_t) (length > 1 ? length / 2 : length);
    case CALL_GOOD:
    default:
      return (ssize_t) length;
    }
}

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

ssize_t
write (int fd, const void *bytes, size_t length)
{
  ssize_t limit = limit_bytes (fd, length);

  return limit < 0 ? -1 : REAL (write) (fd, bytes, (size_t) limit);
}

ssize_t
pwrite (int fd, const void *bytes, size_t length, off_t offset)
{
  ssize_t limit = limit_bytes (fd, length);

  return limit < 0 ? -1 : REAL (pwrite) (fd, bytes, (size_t) limit, offset);
}

ssize_t
pwrite64 (int fd, const void *bytes, size_t length, off64_t offset)
{
  ssize_t limit = limit_bytes (fd, length);

  return limit < 0 ? -1 : REAL (pwrite64) (fd, bytes, (size_t) limit, offset);
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
