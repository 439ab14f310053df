/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-sqlite-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>

/* What the operating system said, where SQLite only says that reading or writing failed. */
static VslStoreError
classify_io_error (int saved_errno)
{
  if (saved_errno == ENOSPC || saved_errno == EDQUOT || saved_errno == EFBIG)
    return VSL_STORE_ERROR_FULL;
  if (saved_errno == EROFS || saved_errno == EACCES || saved_errno == EPERM)
    return VSL_STORE_ERROR_READ_ONLY;

  return VSL_STORE_ERROR_FAILED;
}

static VslStoreError
classify (int result,
          int saved_errno)
{
  switch (result & 0xff)
    {
    case SQLITE_FULL:
      return VSL_STORE_ERROR_FULL;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      return VSL_STORE_ERROR_CORRUPT;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return VSL_STORE_ERROR_LOCKED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return VSL_STORE_ERROR_READ_ONLY;
    case SQLITE_SCHEMA:
      return VSL_STORE_ERROR_SHAPE;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return classify_io_error (saved_errno);
    default:
      return VSL_STORE_ERROR_FAILED;
    }
}

static char *
describe (VslStoreError code,
          const char   *path)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (code)
    {
    case VSL_STORE_ERROR_FULL:
      return g_strdup_printf (_("The disk with “%s” is full, so nothing could be stored. Make room and try again."), name);
    case VSL_STORE_ERROR_CORRUPT:
      return g_strdup_printf (_("“%s” is damaged or is not a database. It was left as it is; a copy of an earlier moment is in the folder “backups” beside it."), name);
    case VSL_STORE_ERROR_SHAPE:
      return g_strdup_printf (_("“%s” does not have the tables that its version promises: an unfinished Verslag made it, or another program changed it. It was left as it is; choose another folder, or put back a copy from the folder “backups” beside it."), name);
    case VSL_STORE_ERROR_LOCKED:
      return g_strdup_printf (_("“%s” is in use by another program. Close it and try again."), name);
    case VSL_STORE_ERROR_READ_ONLY:
      return g_strdup_printf (_("“%s” cannot be written. Check the permissions of the folder, or choose another one."), name);
    case VSL_STORE_ERROR_FAILED:
    case VSL_STORE_ERROR_NOT_FOUND:
    case VSL_STORE_ERROR_AMBIGUOUS:
    case VSL_STORE_ERROR_CONFLICT:
    case VSL_STORE_ERROR_EXISTS:
    case VSL_STORE_ERROR_TOO_NEW:
    case VSL_STORE_ERROR_FOREIGN:
    default:
      return g_strdup_printf (_("The disk reported an error with “%s”, so nothing could be stored. Check the disk and try again."), name);
    }
}

/**
 * vsl_sqlite_set_error:
 * @error: (out) (optional): where the error goes
 * @db: (nullable): the connection that failed
 * @result: the (extended) result code, not a good one
 * @path: the file
 *
 * To be called right after the failure, with errno as it was left by it: whether a disk is full or
 * cannot be written is only told there. Tells in the user's words what SQLite said in its own. An interrupted statement becomes
 * %G_IO_ERROR_CANCELLED, everything else is of %VSL_STORE_ERROR.
 */
void
vsl_sqlite_set_error (GError    **error,
                      sqlite3    *db,
                      int         result,
                      const char *path)
{
  int saved_errno = errno;
  VslStoreError code;
  g_autofree char *message = NULL;

  /* SQLite keeps the errno of opening a file, but in Debian 12 not that of a failed commit. */
  if (db != NULL && sqlite3_system_errno (db) != 0)
    saved_errno = sqlite3_system_errno (db);
  g_debug ("%s: %s (%d, errno %d): %s", path, sqlite3_errstr (result), result,
           saved_errno,
           db != NULL ? sqlite3_errmsg (db) : "no connection");

  if ((result & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped."));
      return;
    }

  code = classify (result, saved_errno);
  message = describe (code, path);
  g_set_error_literal (error, VSL_STORE_ERROR, code, message);
}
