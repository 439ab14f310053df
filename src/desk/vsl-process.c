/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-process.h"

#include <sys/prctl.h>
#include <sys/resource.h>

/**
 * vsl_process_make_private:
 *
 * Passwords and unpublished text pass through our memory. Keeps it from core files, also from those
 * that a crash collector is piped, from other programs of the same user and from their debuggers.
 * For main(), first of all. A build with `-Dbuildtype=debug` or with a sanitizer does nothing here:
 * a debugger could not be attached to it, and the leak checker could not work.
 *
 * Returns: whether the memory is private now
 */
gboolean
vsl_process_make_private (void)
{
#if PRIVATE_MEMORY
  const struct rlimit none = { 0, 0 };

  return setrlimit (RLIMIT_CORE, &none) == 0 && prctl (PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
#else
  return FALSE;
#endif
}
