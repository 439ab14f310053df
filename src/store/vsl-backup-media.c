/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "config.h"

#include "store/vsl-backup-media.h"

#include "store/vsl-media-files.h"
#include "store/vsl-store-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/*
 * The files of the pictures beside a backup of the database: `BACKUP-media/`, each under its own hash,
 * so that a second backup to the same place only adds what is new. On the same disk they are other
 * names of the same files and cost no room. A picture is never changed, so that is safe.
 *
 * The backups by the hour have none: what they need stays in media/ longer than they do.
 */

/**
 * vsl_backup_media_get_folder:
 * @backup: the path of a backup
 *
 * Returns: (transfer full): where its pictures are
 */
char *
vsl_backup_media_get_folder (const char *backup)
{
  return g_strconcat (backup, "-media", NULL);
}

static gboolean
is_copied (const char *from,
           const char *to)
{
  GStatBuf a, b;

  return g_stat (from, &a) == 0 && g_stat (to, &b) == 0 && S_ISREG (b.st_mode) &&
         a.st_size == b.st_size;
}

/**
 * vsl_backup_media_put:
 * @from: the file of a picture
 * @to: where it is to be too; its folder is there
 * @error: return location for a #GError
 *
 * Gives the file a second name, or copies it when that is another disk. Waits for the disk.
 *
 * Returns: whether it is there, whole
 */
gboolean
vsl_backup_media_put (const char  *from,
                      const char  *to,
                      GError     **error)
{
  g_autoptr(GMappedFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (is_copied (from, to) || link (from, to) == 0)
    return TRUE;

  file = g_mapped_file_new (from, FALSE, error);
  if (file == NULL)
    return FALSE;
  bytes = g_mapped_file_get_bytes (file);

  return vsl_media_files_write (to, bytes, error);
}

static gboolean
put_folder (const char  *source,
            const char  *target,
            GError     **error)
{
  g_autoptr(GDir) dir = g_dir_open (source, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (source, name, NULL);
      g_autofree char *to = g_build_filename (target, name, NULL);

      if (!vsl_media_files_is_name (name))
        continue;
      if (!vsl_backup_media_put (from, to, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * vsl_backup_media_write:
 * @data_dir: the data directory
 * @folder: where the pictures go; made when there are any
 * @error: return location for a #GError
 *
 * Puts every picture beside a backup. Waits for the disk.
 *
 * Returns: whether they are there
 */
gboolean
vsl_backup_media_write (const char  *data_dir,
                        const char  *folder,
                        GError     **error)
{
  g_autofree char *media = g_build_filename (data_dir, "media", NULL);
  g_autoptr(GDir) dir = g_dir_open (media, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (media, name, NULL);

      /* Two digits; the smaller copies beside them can be made anew. */
      if (strlen (name) != 2)
        continue;
      if (g_mkdir_with_parents (folder, 0700) != 0)
        {
          g_set_error (error, VSL_STORE_ERROR, VSL_STORE_ERROR_FAILED,
                       _("The pictures could not be put beside the backup: %s. Make room or choose "
                         "another place, and make the backup again."), g_strerror (errno));
          return FALSE;
        }
      if (!put_folder (source, folder, error))
        return FALSE;
    }

  return TRUE;
}

/* A file under a hash that is not its own is somebody's mistake, and left. */
static gboolean
bring_back (const char *data_dir,
            const char *from,
            const char *name)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (from, FALSE, NULL);
  g_autoptr(GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;
  g_autofree char *hash = NULL;
  g_autofree char *to = NULL;
  char folder[3] = { name[0], name[1], '\0' };

  to = g_build_filename (data_dir, "media", folder, name, NULL);
  if (bytes == NULL || g_file_test (to, G_FILE_TEST_EXISTS))
    return FALSE;
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_str_has_prefix (name, hash) && vsl_media_files_write (to, bytes, NULL);
}

/**
 * vsl_backup_media_restore:
 * @data_dir: the data directory
 * @folder: where the pictures of a backup are, if it has any
 *
 * Brings back what is not in media/ any more. Waits for the disk.
 *
 * Returns: how many there were
 */
guint
vsl_backup_media_restore (const char *data_dir,
                          const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (folder, name, NULL);

      if (vsl_media_files_is_name (name) && bring_back (data_dir, from, name))
        n++;
    }

  return n;
}
