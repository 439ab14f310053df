/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-export.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-export-pictures.h"
#include "exchange/vsl-article-pdf.h"
#include "exchange/vsl-exchange.h"
#include "exchange/vsl-office-file.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* What is to be read on a screen or on paper has no use for more pixels. Markdown keeps them all. */
#define READING_EDGE 2560

/* An article on its way to a file. */
typedef struct
{
  VslArticle *article; /* (owned) */
  char *format;        /* (owned) */
  GFile *file;         /* (owned) */
  char *note;          /* (owned) (nullable) */
} Work;

static void
work_free (Work *work)
{
  g_clear_object (&work->article);
  g_clear_object (&work->file);
  g_free (work->format);
  g_free (work->note);
  g_free (work);
}

static gboolean
parse_format (const char  *name,
              VslFormat   *format,
              GError     **error)
{
  if (!vsl_format_from_name (name, format))
    vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "unknown-format",
                        _("There is no format “%s”."), name);
  else if (*format == VSL_FORMAT_AUTO)
    vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                        _("Say in which format the article is to be written, such as “markdown”."));
  else
    return TRUE;

  return FALSE;
}

/* Whether the pictures are inside the file. */
static gboolean
holds_pictures (VslFormat format)
{
  return format == VSL_FORMAT_DOCX || format == VSL_FORMAT_ODT || format == VSL_FORMAT_PDF;
}

/* Whether the file tells where its pictures are. */
static gboolean
names_pictures (VslFormat format)
{
  return format == VSL_FORMAT_MARKDOWN || format == VSL_FORMAT_HTML ||
         format == VSL_FORMAT_NINJS || format == VSL_FORMAT_JSONLD;
}

static void
remove_folder (GFile *folder)
{
  g_autoptr(GFileEnumerator) files =
    g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME,
                               G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *file;

  while (files != NULL && g_file_enumerator_iterate (files, NULL, &file, NULL, NULL) && file != NULL)
    g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

/* The whole article as one file, its pictures inside it. */
static GBytes *
write_whole (VslDesk     *self,
             VslArticle  *article,
             VslFormat    format,
             guint       *n_missing,
             GError     **error)
{
  g_autofree char *path = g_dir_make_tmp ("verslag-XXXXXX", error);
  g_autoptr(GFile) folder = path != NULL ? g_file_new_for_path (path) : NULL;
  VslExportPictures how = { "", READING_EDGE, FALSE, vsl_export_pictures_keep, folder };
  g_autoptr(VslArticle) placed = NULL;
  GBytes *bytes = NULL;

  if (folder == NULL)
    return NULL;

  placed = vsl_export_pictures_place (self->store, self->data_dir, article, &how, n_missing, error);
  if (placed != NULL && format == VSL_FORMAT_PDF)
    bytes = vsl_article_pdf_write (placed, path, error);
  else if (placed != NULL)
    bytes = vsl_office_file_write (placed, format, path, error);
  remove_folder (folder);

  return bytes;
}

/* Its pictures in a folder of its name beside it. */
static GBytes *
write_beside (VslDesk     *self,
              VslArticle  *article,
              VslFormat    format,
              GFile       *file,
              guint       *n_missing,
              GError     **error)
{
  g_autofree char *name = g_file_get_basename (file);
  char *dot = strrchr (name, '.');
  g_autofree char *folder_name = g_strdup_printf (
    "%.*s-media", dot != NULL && dot != name ? (int) (dot - name) : (int) strlen (name), name);
  g_autofree char *escaped = g_uri_escape_string (folder_name, NULL, FALSE);
  g_autofree char *prefix = g_strconcat (escaped, "/", NULL);
  g_autoptr(GFile) parent = g_file_get_parent (file);
  g_autoptr(GFile) folder = g_file_get_child (parent, folder_name);
  gboolean keeps_all = format == VSL_FORMAT_MARKDOWN;
  VslExportPictures how = { prefix, keeps_all ? G_MAXINT : READING_EDGE, keeps_all,
                            vsl_export_pictures_keep, folder };
  g_autoptr(VslArticle) placed =
    vsl_export_pictures_place (self->store, self->data_dir, article, &how, n_missing, error);

  return placed != NULL ? vsl_exchange_write (placed, format, error) : NULL;
}

static char *
dup_note (guint n_missing)
{
  if (n_missing == 0)
    return NULL;

  return g_strdup_printf (ngettext ("The file of %u picture is gone or damaged, so the picture is "
                                    "not with the article. Add it to the article again.",
                                    "The files of %u pictures are gone or damaged, so the pictures "
                                    "are not with the article. Add them to the article again.",
                                    n_missing), n_missing);
}

/* Gives the error to the caller in the words of the desk, or as that of a file. */
static void
hand_over (GError      *failure,
           const char  *name,
           GError     **error)
{
  if (failure->domain == G_IO_ERROR || failure->domain == G_FILE_ERROR)
    {
      vsl_desk_fault_set (error, VSL_DESK_ERROR_INPUT, "unwritable",
                          _("The file “%s” cannot be written: %s"), name, failure->message);
      g_error_free (failure);
    }
  else
    {
      vsl_desk_fault_propagate (error, failure);
    }
}

/**
 * vsl_desk_get_suffix:
 * @format: the name of a format
 *
 * Returns: how the name of such a file ends, without the dot
 */
const char *
vsl_desk_get_suffix (const char *format)
{
  VslFormat parsed = VSL_FORMAT_TEXT;

  if (!vsl_format_from_name (format, &parsed))
    return "txt";

  return vsl_format_get_suffix (parsed);
}

/**
 * vsl_desk_export_article:
 * @self: the desk
 * @article: an article
 * @format: the name of a format
 * @error: return location
 *
 * Writes an article on its own. Pictures are in it where the format holds them (docx, odt, pdf), which
 * waits for the disk and for other programs; else they stay behind.
 *
 * Returns: (transfer full): the article in that format
 */
GBytes *
vsl_desk_export_article (VslDesk     *self,
                         VslArticle  *article,
                         const char  *format,
                         GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  GBytes *bytes;
  VslFormat parsed;
  guint n_missing = 0;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (format != NULL, NULL);

  if (!parse_format (format, &parsed, error))
    return NULL;

  if (holds_pictures (parsed))
    bytes = write_whole (self, article, parsed, &n_missing, &local_error);
  else
    bytes = vsl_exchange_write (article, parsed, &local_error);
  if (bytes == NULL)
    hand_over (g_steal_pointer (&local_error), format, error);

  return bytes;
}

/**
 * vsl_desk_export_file:
 * @self: the desk
 * @article: an article
 * @format: the name of a format
 * @file: where to; replaced as a whole when it is there
 * @note: (out) (nullable): what the person should know, translated
 * @error: return location
 *
 * Writes an article to a file, its pictures in it or in the folder `NAME-media` beside it, upright and
 * without where they were made. The pictures come first, so that the file never names what is not
 * there. Waits for the disk; any thread.
 *
 * Returns: whether it stands there. Errors: %VSL_DESK_ERROR_INPUT with the word `unwritable`
 */
gboolean
vsl_desk_export_file (VslDesk     *self,
                      VslArticle  *article,
                      const char  *format,
                      GFile       *file,
                      char       **note,
                      GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  VslFormat parsed;
  guint n_missing = 0;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);
  g_return_val_if_fail (VSL_IS_ARTICLE (article) && G_IS_FILE (file), FALSE);
  g_return_val_if_fail (format != NULL && note != NULL, FALSE);

  *note = NULL;
  if (!parse_format (format, &parsed, error))
    return FALSE;

  if (holds_pictures (parsed))
    bytes = write_whole (self, article, parsed, &n_missing, &local_error);
  else if (names_pictures (parsed))
    bytes = write_beside (self, article, parsed, file, &n_missing, &local_error);
  else
    bytes = vsl_exchange_write (article, parsed, &local_error);
  if (bytes == NULL ||
      !g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                FALSE, G_FILE_CREATE_NONE, NULL, NULL, &local_error))
    {
      name = g_file_get_parse_name (file);
      hand_over (g_steal_pointer (&local_error), name, error);
      return FALSE;
    }
  *note = dup_note (n_missing);

  return TRUE;
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (vsl_desk_export_file (source, work->article, work->format, work->file, &work->note, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * vsl_desk_export_file_async:
 * @self: the desk
 * @article: an article
 * @format: the name of a format
 * @file: where to
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * As vsl_desk_export_file(), in a thread of the pool.
 */
void
vsl_desk_export_file_async (VslDesk             *self,
                            VslArticle          *article,
                            const char          *format,
                            GFile               *file,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  g_return_if_fail (VSL_IS_ARTICLE (article) && G_IS_FILE (file) && format != NULL);

  g_task_set_source_tag (task, vsl_desk_export_file_async);
  g_task_set_check_cancellable (task, FALSE);
  work->article = g_object_ref (article);
  work->format = g_strdup (format);
  work->file = g_object_ref (file);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, export_thread);
}

/**
 * vsl_desk_export_file_finish:
 * @self: the desk
 * @result: what the callback was given
 * @note: (out) (nullable): what the person should know, translated
 * @error: return location
 *
 * Returns: whether it stands there
 */
gboolean
vsl_desk_export_file_finish (VslDesk       *self,
                             GAsyncResult  *result,
                             char         **note,
                             GError       **error)
{
  Work *work;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  work = g_task_get_task_data (G_TASK (result));
  *note = g_steal_pointer (&work->note);

  return g_task_propagate_boolean (G_TASK (result), error);
}
