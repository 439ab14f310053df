/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-store-place.h"

#include <sys/vfs.h>

/* Numbers of statfs(2) and of linux/magic.h; not every system has all of them in a header. */
static const guint64 network_types[] = {
  0x6969,     /* NFS */
  0x517B,     /* SMB, the old driver */
  0xFF534D42, /* CIFS */
  0xFE534D42, /* SMB 2 and 3 */
  0x564C,     /* NCP */
  0x5346414F, /* AFS of OpenAFS */
  0x6B414653, /* AFS of the kernel */
  0x73757245, /* Coda */
  0x01021997, /* 9P, shares of virtual machines */
  0x00C36400, /* Ceph */
  0x0BD00BD0, /* Lustre */
  0x65735546, /* FUSE: sshfs, gvfs, cloud drives; some are local, none promises shared memory */
  0x47504653, /* GPFS */
  0x61756673, /* aufs */
};

/**
 * vsl_store_place_type_is_network:
 * @type: a file system type, as in `f_type` of statfs(2)
 *
 * Returns: whether two programs that open one file there might not see the same shared memory, or
 *   might not be told that something was not written
 */
gboolean
vsl_store_place_type_is_network (guint64 type)
{
  gsize i;

  /* f_type is signed in places, so the high bits of a 32-bit number may all be set. */
  for (i = 0; i < G_N_ELEMENTS (network_types); i++)
    {
      if ((type & 0xffffffff) == network_types[i])
        return TRUE;
    }

  return FALSE;
}

/**
 * vsl_store_place_is_network:
 * @directory: an existing directory
 *
 * Returns: whether @directory is on a network file system or on FUSE; %FALSE when that cannot be told
 */
gboolean
vsl_store_place_is_network (const char *directory)
{
  struct statfs info;

  g_return_val_if_fail (directory != NULL, FALSE);

  return statfs (directory, &info) == 0 && vsl_store_place_type_is_network ((guint64) info.f_type);
}
