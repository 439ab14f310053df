/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/**
 * vsl_disk_sync_directory_of:
 * @path: a file that was renamed or made
 *
 * Makes the name of a file survive a power cut. The file itself was synced before; some file systems
 * cannot sync a directory, and keep the order of renames by themselves.
 */
void
vsl_disk_sync_directory_of (const char *path)
{
  g_autofree char *directory = g_path_get_dirname (path);
  int fd = g_open (directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("fsync of %s: %s", directory, g_strerror (errno));
  close (fd);
}
