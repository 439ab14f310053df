/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-private.h"

#include "desk/vsl-desk-debate.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-resources.h"
#include "exchange/vsl-exchange.h"

#include <glib/gi18n.h>

/* A file that is larger is no article; it is not even read. */
#define MAX_FILE_BYTES (64 * 1024 * 1024)

#define SAMPLE_PATH "/org/verslag/Verslag/sample/"

static gboolean
parse_format (const char  *name,
              VslFormat   *format,
              GError     **error)
{
  if (name == NULL)
    {
      *format = VSL_FORMAT_AUTO;
      return TRUE;
    }
  if (vsl_format_from_name (name, format))
    return TRUE;

  vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "unknown-format",
                      _("There is no format “%s”."), name);

  return FALSE;
}

/* The bytes of @file, or of as much of it as shows that it is too large. */
static GBytes *
read_bytes (GFile   *file,
            GError **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr(GByteArray) array = g_byte_array_new ();

  while (stream != NULL && array->len <= MAX_FILE_BYTES)
    {
      g_autoptr(GBytes) part =
        g_input_stream_read_bytes (G_INPUT_STREAM (stream), 256 * 1024, NULL, error);

      if (part == NULL)
        return NULL;
      if (g_bytes_get_size (part) == 0)
        break;
      g_byte_array_append (array, g_bytes_get_data (part, NULL), g_bytes_get_size (part));
    }

  return stream != NULL ? g_byte_array_free_to_bytes (g_steal_pointer (&array)) : NULL;
}

/**
 * vsl_desk_read_file:
 * @self: the desk
 * @file: a file
 * @format: (nullable): the name of a format, or %NULL to look
 * @error: return location
 *
 * Reads an article from a file, and stores nothing. Waits for the file.
 *
 * Returns: (transfer full): what was read, without an id. Errors: %VSL_DESK_ERROR_INPUT with the
 *   words `unreadable`, `empty`, `too-large`, `unknown-format`
 */
VslImport *
vsl_desk_read_file (VslDesk     *self,
                    GFile       *file,
                    const char  *format,
                    GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  bytes = read_bytes (file, &local_error);
  if (bytes == NULL)
    {
      g_autofree char *path = g_file_get_parse_name (file);

      vsl_desk_fault_set (error, VSL_DESK_ERROR_INPUT, "unreadable",
                          _("The file “%s” cannot be read: %s."), path, local_error->message);
      return NULL;
    }
  if (g_bytes_get_size (bytes) > MAX_FILE_BYTES)
    {
      vsl_desk_fault_set (error, VSL_DESK_ERROR_INPUT, "too-large",
                          _("The file “%s” is too large to be an article."), name);
      return NULL;
    }

  return vsl_desk_read_bytes (self, bytes, name, format, error);
}

/**
 * vsl_desk_read_bytes:
 * @self: the desk
 * @bytes: the contents of a file
 * @name: (nullable): its name, for messages and to tell the format
 * @format: (nullable): the name of a format, or %NULL to look
 * @error: return location
 *
 * As vsl_desk_read_file(), for what was read already.
 *
 * Returns: (transfer full): what was read, without an id
 */
VslImport *
vsl_desk_read_bytes (VslDesk     *self,
                     GBytes      *bytes,
                     const char  *name,
                     const char  *format,
                     GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  VslImport *import;
  VslFormat parsed;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  if (!parse_format (format, &parsed, error))
    return NULL;

  import = vsl_exchange_read (bytes, name, parsed, &local_error);
  if (import == NULL)
    vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));

  return import;
}

/**
 * vsl_desk_add_demo:
 * @self: the desk
 * @language: (nullable): `nl` or `en`; another language gets the English one
 * @error: return location
 *
 * Stores the fictional sample as an article of its own with its transcript, and a local site when
 * there is no site.
 *
 * Returns: (transfer full): the article
 */
VslArticle *
vsl_desk_add_demo (VslDesk     *self,
                   const char  *language,
                   GError     **error)
{
  g_autofree char *path = NULL;
  g_autofree char *transcript_path = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) transcript = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(VslImport) import = NULL;
  g_autoptr(VslArticle) article = NULL;
  GResource *sample = vsl_sample_get_resource ();

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  if (language == NULL || !g_str_has_prefix (language, "nl"))
    language = "en";
  path = g_strdup_printf (SAMPLE_PATH "debate.%.2s.md", language);
  transcript_path = g_strdup_printf (SAMPLE_PATH "debate.%.2s.vtt", language);
  bytes = g_resource_lookup_data (sample, path, G_RESOURCE_LOOKUP_FLAGS_NONE, &local_error);
  if (bytes != NULL)
    transcript = g_resource_lookup_data (sample, transcript_path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                         &local_error);
  if (transcript == NULL ||
      (g_list_model_get_n_items (G_LIST_MODEL (self->sites)) == 0 &&
       !(vsl_desk_add_local_site (self, &local_error) && vsl_desk_load_sites (self, &local_error))))
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return NULL;
    }

  import = vsl_desk_read_bytes (self, bytes, path, NULL, error);

  if (import != NULL)
    article = vsl_desk_save_article (self, vsl_import_get_article (import), error);
  if (article == NULL || !vsl_desk_keep_transcript (self, article, transcript, "debate.vtt", NULL,
                                                    NULL, error))
    return NULL;

  return g_steal_pointer (&article);
}
