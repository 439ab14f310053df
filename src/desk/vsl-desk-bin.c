/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-bin.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "store/vsl-store-bin.h"

/**
 * vsl_desk_get_bin_end:
 * @deleted_at: when an article went into the bin, µs since 1970 UTC
 *
 * Returns: when it will be gone by itself, µs since 1970 UTC
 */
gint64
vsl_desk_get_bin_end (gint64 deleted_at)
{
  return deleted_at + VSL_BIN_DAYS * G_GINT64_CONSTANT (24 * 3600) * G_USEC_PER_SEC;
}

/**
 * vsl_desk_end_article:
 * @self: the desk
 * @id: the id of an article in the bin
 * @error: return location
 *
 * Deletes it for good, with all its versions and its Markdown copy. What is on a site stays there, and
 * what is in a backup can still be had from it.
 *
 * Returns: whether it is gone. Errors: %VSL_DESK_ERROR_NOT_FOUND when it is not in the bin
 */
gboolean
vsl_desk_end_article (VslDesk     *self,
                      const char  *id,
                      GError     **error)
{
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (!vsl_store_end_article (self->store, id, &local_error))
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  vsl_backups_forget (self->backups, id);
  vsl_desk_update_library (self, id);

  return TRUE;
}
