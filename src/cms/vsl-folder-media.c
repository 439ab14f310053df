/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-folder-media.h"

#include "cms/vsl-cms-error.h"
#include "cms/vsl-folder-file.h"
#include "cms/vsl-folder-markup.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/* Where the pictures are in the folder. */
#define MEDIA "media/"

/* The name of one size of a picture: the largest has the plain name. */
static char *
dup_size_name (const VslCmsUpload *upload,
               guint               index)
{
  const char *dot = strrchr (upload->name, '.');

  if (index == 0 || dot == NULL)
    return g_strdup (upload->name);

  return g_strdup_printf ("%.*s-%u%s", (int) (dot - upload->name), upload->name,
                          upload->files[index].width, dot);
}

static gboolean
copy_file (int          folder,
           const char  *from,
           const char  *to,
           GError     **error)
{
  g_autoptr(GMappedFile) file = NULL;
  g_autoptr(GError) local_error = NULL;

  /* The name holds the hash of the picture: what is there is this one. */
  if (vsl_folder_file_exists (folder, to))
    return TRUE;

  file = g_mapped_file_new (from, FALSE, &local_error);
  if (file == NULL)
    {
      g_set_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                   _("The file of a picture cannot be read: %s. Nothing was sent; put the picture "
                     "into the article again."), local_error->message);
      return FALSE;
    }

  return vsl_folder_file_write (folder, to, g_mapped_file_get_contents (file),
                                g_mapped_file_get_length (file), error);
}

/**
 * vsl_folder_media_put:
 * @folder: the path of a publication
 * @upload: what a picture is to become
 * @error: return location for an error
 *
 * Copies a picture and its sizes into the publication, or looks whether they are there. Waits for
 * the disk; any thread.
 *
 * Returns: (transfer full) (nullable): the picture, with addresses as an article's page has them;
 *   %NULL without an error when it was only looked for and is not there
 */
VslRemotePicture *
vsl_folder_media_put (const char          *folder,
                      const VslCmsUpload  *upload,
                      GError             **error)
{
  g_autoptr(GString) srcset = g_string_new (NULL);
  g_autofree char *url = g_strconcat (VSL_FOLDER_UP MEDIA, upload->name, NULL);
  int fd = vsl_folder_file_open (folder, TRUE, error);
  guint i;

  if (fd < 0)
    return NULL;

  for (i = 0; i < upload->n_files; i++)
    {
      g_autofree char *name = dup_size_name (upload, i);
      g_autofree char *path = g_strconcat (MEDIA, name, NULL);

      if (upload->look_only && !vsl_folder_file_exists (fd, path))
        {
          close (fd);
          return NULL;
        }
      if (!copy_file (fd, upload->files[i].path, path, error))
        {
          close (fd);
          return NULL;
        }
      g_string_append_printf (srcset, "%s" VSL_FOLDER_UP MEDIA "%s %uw", i > 0 ? ", " : "", name,
                              upload->files[i].width);
    }
  close (fd);

  return vsl_remote_picture_new (NULL, url, upload->n_files > 1 ? srcset->str : NULL,
                                 upload->files[0].width, upload->files[0].height);
}
