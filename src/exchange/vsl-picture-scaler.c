/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "config.h"

#include "exchange/vsl-picture-scaler.h"

#include "exchange/vsl-exchange-error.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>

/*
 * Pixels: decoding, another size, turning upright, encoding. Pure functions of bytes, slow ones: for
 * a thread of their own. GdkPixbuf is here, in the layer that reads the formats of others, because it
 * knows no display; no header shows it.
 *
 * A JPEG is decoded at the size that is asked for, which takes a small part of the time and memory.
 */

#define JPEG_QUALITY "90"

static const char *const loaders[] = {
  [VSL_PICTURE_JPEG] = "jpeg",
  [VSL_PICTURE_PNG] = "png",
  [VSL_PICTURE_GIF] = "gif",
  [VSL_PICTURE_WEBP] = "webp",
};

typedef struct
{
  guint edge;
} Wish;

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         data)
{
  Wish *wish = data;
  int longest = MAX (width, height);

  if (longest <= (int) wish->edge)
    return;

  gdk_pixbuf_loader_set_size (loader,
                              MAX (1, (int) ((gint64) width * wish->edge / longest)),
                              MAX (1, (int) ((gint64) height * wish->edge / longest)));
}

/* Whether this computer can decode the type; of WebP that takes a package of its own. */
static gboolean
can_decode (VslPictureType type)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (loaders[type], NULL);

  if (loader == NULL)
    return FALSE;
  gdk_pixbuf_loader_close (loader, NULL);

  return TRUE;
}

static GdkPixbuf *
turn_upright (GdkPixbuf *pixbuf,
              guint      orientation)
{
  static const GdkPixbufRotation turns[] = {
    GDK_PIXBUF_ROTATE_NONE, GDK_PIXBUF_ROTATE_NONE, GDK_PIXBUF_ROTATE_NONE,
    GDK_PIXBUF_ROTATE_UPSIDEDOWN, GDK_PIXBUF_ROTATE_UPSIDEDOWN, GDK_PIXBUF_ROTATE_CLOCKWISE,
    GDK_PIXBUF_ROTATE_CLOCKWISE, GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE,
    GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE,
  };
  static const gboolean mirrored[] = { FALSE, FALSE, TRUE, FALSE, TRUE, TRUE, FALSE, TRUE, FALSE };
  g_autoptr(GdkPixbuf) turned = gdk_pixbuf_rotate_simple (pixbuf, turns[orientation]);

  if (turned == NULL || !mirrored[orientation])
    return g_steal_pointer (&turned);

  return gdk_pixbuf_flip (turned, TRUE);
}

/* The first picture in the file, upright and no larger than @edge; its colour profile apart. */
static GdkPixbuf *
decode (GBytes                 *bytes,
        const VslPictureFacts  *facts,
        guint                   edge,
        char                  **profile,
        GError                **error)
{
  g_autoptr(GdkPixbufLoader) loader = NULL;
  GdkPixbuf *pixbuf;
  Wish wish = { edge };
  gboolean done;

  loader = gdk_pixbuf_loader_new_with_type (loaders[facts->type], error);
  if (loader == NULL)
    return NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &wish);
  done = gdk_pixbuf_loader_write_bytes (loader, bytes, error);
  if (!gdk_pixbuf_loader_close (loader, done ? error : NULL) || !done)
    return NULL;

  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    {
      g_set_error_literal (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNREADABLE, "no pixels");
      return NULL;
    }
  if (profile != NULL && !facts->cmyk)
    *profile = g_strdup (gdk_pixbuf_get_option (pixbuf, "icc-profile"));

  return turn_upright (pixbuf, facts->orientation);
}

static GBytes *
encode (GdkPixbuf       *pixbuf,
        VslPictureType   type,
        const char      *profile,
        GError         **error)
{
  const char *names[3] = { NULL };
  const char *values[3] = { NULL };
  char *buffer = NULL;
  gsize size = 0;
  guint n = 0;

  if (type == VSL_PICTURE_JPEG)
    {
      names[n] = "quality";
      values[n++] = JPEG_QUALITY;
    }
  if (profile != NULL)
    {
      names[n] = "icc-profile";
      values[n++] = profile;
    }
  if (!gdk_pixbuf_save_to_bufferv (pixbuf, &buffer, &size, loaders[type], (char **) names,
                                   (char **) values, error))
    return NULL;

  return g_bytes_new_take (buffer, size);
}

/**
 * vsl_picture_scaler_check:
 * @bytes: a picture
 * @facts: what vsl_picture_file_read() said of it
 * @name: what it is called, for messages
 * @error: return location for a #GError
 *
 * Decodes the picture to see whether there is one in its file.
 *
 * Returns: whether it can be seen; also when this computer cannot decode its type at all
 */
gboolean
vsl_picture_scaler_check (GBytes                *bytes,
                          const VslPictureFacts *facts,
                          const char            *name,
                          GError               **error)
{
  g_autoptr(GdkPixbuf) pixbuf = NULL;
  g_autoptr(GError) cause = NULL;

  if (!can_decode (facts->type))
    return TRUE;

  pixbuf = decode (bytes, facts, 64, NULL, &cause);
  if (pixbuf != NULL)
    return TRUE;

  g_debug ("%s: %s", name, cause != NULL ? cause->message : "no picture");
  g_set_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNREADABLE,
               _("“%s” is damaged or not whole. Copy or download it again, and add that."), name);

  return FALSE;
}

/* What may be told of a picture that cannot be made ready. */
static void
set_error (const GError  *cause,
           GError       **error)
{
  g_debug ("scaling: %s", cause != NULL ? cause->message : "no reason");
  g_set_error_literal (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNREADABLE,
                       _("A picture cannot be made smaller or turned upright on this computer. Save "
                         "it as JPEG with fewer pixels, and put that in its place."));
}

/**
 * vsl_picture_scaler_fit:
 * @bytes: a picture
 * @facts: what vsl_picture_file_read() said of it
 * @edge: the most that its longest side may be, in pixels
 * @fitted: (out): what the result is
 * @error: return location for a #GError
 *
 * Makes what may be sent: no larger than @edge, upright, and without what says where, when, by whom
 * and with what it was made. A picture that is small enough and upright keeps every pixel as it was;
 * one that moves keeps its size too. One in the four inks of a press gets the colours of a screen,
 * which not every browser and no phone makes of them.
 *
 * Returns: (transfer full): the picture
 */
GBytes *
vsl_picture_scaler_fit (GBytes                 *bytes,
                        const VslPictureFacts  *facts,
                        guint                   edge,
                        VslPictureFacts        *fitted,
                        GError                **error)
{
  g_autoptr(GdkPixbuf) pixbuf = NULL;
  g_autoptr(GError) cause = NULL;
  g_autofree char *profile = NULL;
  gboolean fits = MAX (facts->width, facts->height) <= edge || facts->animated;
  GBytes *result;

  g_return_val_if_fail (bytes != NULL && facts != NULL && edge > 0 && fitted != NULL, NULL);

  *fitted = *facts;
  if (facts->orientation == 1 && !facts->cmyk && (fits || !can_decode (facts->type)))
    return vsl_picture_file_strip (bytes, facts);

  pixbuf = decode (bytes, facts, fits ? G_MAXINT : edge, &profile, &cause);
  if (pixbuf == NULL)
    {
      set_error (cause, error);
      return NULL;
    }

  if (facts->type != VSL_PICTURE_JPEG)
    fitted->type = facts->type == VSL_PICTURE_WEBP && !gdk_pixbuf_get_has_alpha (pixbuf)
                     ? VSL_PICTURE_JPEG : VSL_PICTURE_PNG;
  fitted->width = gdk_pixbuf_get_width (pixbuf);
  fitted->height = gdk_pixbuf_get_height (pixbuf);
  fitted->orientation = 1;
  fitted->animated = FALSE;
  fitted->cmyk = FALSE;
  result = encode (pixbuf, fitted->type, profile, &cause);
  if (result == NULL)
    set_error (cause, error);

  return result;
}

/**
 * vsl_picture_scaler_thumbnail:
 * @bytes: a picture
 * @facts: what vsl_picture_file_read() said of it
 * @edge: the longest side that is wanted, in pixels
 * @error: return location for a #GError
 *
 * Returns: (transfer full): it small and upright, as PNG
 */
GBytes *
vsl_picture_scaler_thumbnail (GBytes                 *bytes,
                              const VslPictureFacts  *facts,
                              guint                   edge,
                              GError                **error)
{
  g_autoptr(GdkPixbuf) pixbuf = NULL;

  g_return_val_if_fail (bytes != NULL && facts != NULL && edge > 0, NULL);

  pixbuf = decode (bytes, facts, edge, NULL, error);

  return pixbuf != NULL ? encode (pixbuf, VSL_PICTURE_PNG, NULL, error) : NULL;
}
