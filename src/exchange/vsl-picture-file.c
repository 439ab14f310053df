/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "config.h"

#include "exchange/vsl-picture-file.h"

#include "exchange/vsl-exchange-error.h"
#include "exchange/vsl-picture-walk.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * The bytes of a picture, before anything else looks at them: what they are is told by themselves and
 * never by a name, and whatever is cut off, damaged, or large enough to fill the memory is refused.
 */

static const struct
{
  const char     *content_type;
  VslPictureWalk  walk;
} types[] = {
  [VSL_PICTURE_JPEG] = { "image/jpeg", vsl_picture_walk_jpeg },
  [VSL_PICTURE_PNG] = { "image/png", vsl_picture_walk_png },
  [VSL_PICTURE_GIF] = { "image/gif", vsl_picture_walk_gif },
  [VSL_PICTURE_WEBP] = { "image/webp", vsl_picture_walk_webp },
};

static gboolean
find_type (const guint8   *data,
           gsize           size,
           VslPictureType *type)
{
  if (size >= 4 && memcmp (data, "\xFF\xD8\xFF", 3) == 0)
    *type = VSL_PICTURE_JPEG;
  else if (size >= 8 && memcmp (data, "\x89PNG\r\n\x1A\n", 8) == 0)
    *type = VSL_PICTURE_PNG;
  else if (size >= 6 && (memcmp (data, "GIF87a", 6) == 0 || memcmp (data, "GIF89a", 6) == 0))
    *type = VSL_PICTURE_GIF;
  else if (size >= 12 && memcmp (data, "RIFF", 4) == 0 && memcmp (data + 8, "WEBP", 4) == 0)
    *type = VSL_PICTURE_WEBP;
  else
    return FALSE;

  return TRUE;
}

/* Why a file that is none of the four is not taken. */
static void
refuse_type (const guint8  *data,
             gsize          size,
             const char    *name,
             GError       **error)
{
  g_autofree char *start = g_strndup ((const char *) data, MIN (size, 512));

  if (strstr (start, "<svg") != NULL)
    g_set_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNKNOWN_FORMAT,
                 _("“%s” is an SVG drawing. That can hold programs, which is why most sites refuse "
                   "it: save it as PNG and add that."), name);
  else if (size >= 12 && memcmp (data + 4, "ftyp", 4) == 0)
    g_set_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNKNOWN_FORMAT,
                 _("“%s” is a HEIC or AVIF picture or a film, which many sites cannot show. Save it "
                   "as JPEG and add that."), name);
  else
    g_set_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNKNOWN_FORMAT,
                 _("“%s” is not a picture that a site can show. Add a JPEG, PNG, WebP or GIF "
                   "file."), name);
}

/**
 * vsl_picture_file_read:
 * @bytes: a file
 * @name: what it is called, for messages
 * @facts: (out): what it is
 * @error: return location for a #GError
 *
 * Returns: whether it is a picture, whole, and not too large
 */
gboolean
vsl_picture_file_read (GBytes           *bytes,
                       const char       *name,
                       VslPictureFacts  *facts,
                       GError          **error)
{
  const guint8 *data;
  gsize size;
  int max_pixels;

  g_return_val_if_fail (bytes != NULL && name != NULL && facts != NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);
  *facts = (VslPictureFacts) { .orientation = 1 };
  if (size == 0)
    {
      g_set_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_EMPTY,
                   _("“%s” is empty."), name);
      return FALSE;
    }
  if (size > VSL_PICTURE_MAX_BYTES)
    {
      g_set_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_TOO_LARGE,
                   _("“%s” is larger than %d MB. Save it with fewer pixels or as JPEG, and add "
                     "that."), name, VSL_PICTURE_MAX_BYTES / 1024 / 1024);
      return FALSE;
    }
  if (!find_type (data, size, &facts->type))
    {
      refuse_type (data, size, name, error);
      return FALSE;
    }
  if (!types[facts->type].walk (data, size, facts, NULL) || facts->width == 0 || facts->height == 0)
    {
      g_set_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNREADABLE,
                   _("“%s” is damaged or not whole. Copy or download it again, and add that."),
                   name);
      return FALSE;
    }
  max_pixels = facts->type == VSL_PICTURE_JPEG ? VSL_PICTURE_MAX_PIXELS
                                               : VSL_PICTURE_MAX_UNPACKED_PIXELS;
  if ((guint64) facts->width * facts->height > (guint64) max_pixels)
    {
      g_set_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_TOO_LARGE,
                   _("“%s” has more than %d million pixels. Save it with fewer, and add that."),
                   name, max_pixels / 1000000);
      return FALSE;
    }

  return TRUE;
}

/**
 * vsl_picture_file_strip:
 * @bytes: a picture
 * @facts: what vsl_picture_file_read() said of it
 *
 * Returns: (transfer full): the picture, every pixel the same, without what says where, when, by whom
 *   and with what it was made; its colour profile stays
 */
GBytes *
vsl_picture_file_strip (GBytes                *bytes,
                        const VslPictureFacts *facts)
{
  VslPictureFacts again = { .orientation = 1 };
  GByteArray *out;
  const guint8 *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL && facts != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  out = g_byte_array_sized_new (size);
  types[facts->type].walk (data, size, &again, out);

  return g_byte_array_free_to_bytes (out);
}

/**
 * vsl_picture_type_get_content_type:
 * @type: a type of picture
 *
 * Returns: its MIME type
 */
const char *
vsl_picture_type_get_content_type (VslPictureType type)
{
  return types[type].content_type;
}

/**
 * vsl_picture_facts_get_shown_size:
 * @facts: what a picture is
 * @width: (out): pixels
 * @height: (out): pixels
 *
 * Gives the size of the picture when it is turned upright.
 */
void
vsl_picture_facts_get_shown_size (const VslPictureFacts *facts,
                                  guint                 *width,
                                  guint                 *height)
{
  gboolean lies = facts->orientation >= 5;

  *width = lies ? facts->height : facts->width;
  *height = lies ? facts->width : facts->height;
}
