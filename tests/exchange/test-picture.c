/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "exchange/vsl-exchange-error.h"
#include "exchange/vsl-picture-scaler.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

/* Pictures are made here, by code. */

#define PLACE "52.0907 N, 5.1214 E"

/* A picture whose left half is red and whose right half is blue. */
static GBytes *
make_picture (const char *type,
              int         width,
              int         height)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr(GdkPixbuf) left = gdk_pixbuf_new_subpixbuf (pixbuf, 0, 0, width / 2, height);
  char *buffer;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x0000ffff);
  gdk_pixbuf_fill (left, 0xff0000ff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, type, NULL, NULL));

  return g_bytes_new_take (buffer, size);
}

/* A JPEG with EXIF that says which side is up, and holds a place. */
static GBytes *
add_exif (GBytes *jpeg,
          guint   orientation)
{
  static const guint8 head[] = { 0xFF, 0xE1, 0, 0, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
                                 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0 };
  GByteArray *array = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (jpeg, &size);
  guint start = 2;

  g_byte_array_append (array, data, 2);
  g_byte_array_append (array, head, sizeof head);
  g_byte_array_append (array, (const guint8 *) PLACE, strlen (PLACE));
  array->data[start + 3] = (guint8) (sizeof head - 2 + strlen (PLACE));
  array->data[start + 29] = (guint8) orientation;
  g_byte_array_append (array, data + 2, size - 2);
  g_byte_array_append (array, (const guint8 *) PLACE, strlen (PLACE)); /* behind the end, too */

  return g_byte_array_free_to_bytes (array);
}

static gboolean
holds_place (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize at = 0; at + strlen (PLACE) <= size; at++)
    if (memcmp (data + at, PLACE, strlen (PLACE)) == 0)
      return TRUE;

  return FALSE;
}

static const struct
{
  const char *name;
  guint orientation;
  guint edge;
  guint width; /* of what is sent */
  guint height;
} fits[] = {
  { "small and upright keeps its pixels", 1, 400, 200, 100 },
  { "small and lying is turned", 6, 400, 100, 200 },
  { "large is made smaller", 1, 100, 100, 50 },
  { "large and lying is made smaller and turned", 8, 100, 50, 100 },
};

static void
test_fit (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GBytes) plain = make_picture ("jpeg", 200, 100);
  g_autoptr(GBytes) original = add_exif (plain, fits[i].orientation);
  g_autoptr(GBytes) fitted = NULL;
  g_autoptr(GError) error = NULL;
  VslPictureFacts facts, result, again;
  guint width, height;

  g_assert_true (holds_place (original));
  g_assert_true (vsl_picture_file_read (original, "proef.jpg", &facts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (facts.orientation, ==, fits[i].orientation);

  fitted = vsl_picture_scaler_fit (original, &facts, fits[i].edge, &result, &error);
  g_assert_no_error (error);
  g_assert_false (holds_place (fitted));
  g_assert_true (vsl_picture_file_read (fitted, "proef.jpg", &again, &error));
  vsl_picture_facts_get_shown_size (&again, &width, &height);
  g_assert_cmpuint (width, ==, fits[i].width);
  g_assert_cmpuint (height, ==, fits[i].height);
  g_assert_cmpuint (again.orientation, ==, 1);
  if (i == 0)
    g_assert_true (g_bytes_equal (fitted, plain));
}

/* Turned clockwise, what was left comes up. */
static void
test_turn (void)
{
  g_autoptr(GBytes) plain = make_picture ("jpeg", 200, 100);
  g_autoptr(GBytes) original = add_exif (plain, 6);
  g_autoptr(GBytes) small = NULL;
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *pixbuf;
  VslPictureFacts facts;

  g_assert_true (vsl_picture_file_read (original, "proef.jpg", &facts, NULL));
  small = vsl_picture_scaler_thumbnail (original, &facts, 50, NULL);
  g_assert_nonnull (small);
  g_assert_true (gdk_pixbuf_loader_write_bytes (loader, small, NULL));
  g_assert_true (gdk_pixbuf_loader_close (loader, NULL));
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, 50);
  g_assert_cmpint (gdk_pixbuf_read_pixels (pixbuf)[0], >, 200);
}

static void
assert_refused (const void *data,
                gsize       size,
                int         code)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  VslPictureFacts facts;

  g_assert_false (vsl_picture_file_read (bytes, "foto.jpg", &facts, &error));
  g_assert_error (error, VSL_EXCHANGE_ERROR, code);
  g_assert_nonnull (strstr (error->message, "foto.jpg"));
}

/* Whatever the name says. */
static void
test_refused (void)
{
  static const char svg[] = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>";
  static const char *const types[] = { "jpeg", "png" };
  guint8 bomb[] = "\xFF\xD8\xFF\xC0\x00\x11\x08\xFF\xFF\xFF\xFF\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01"
                  "\xFF\xD9";

  assert_refused (svg, strlen (svg), VSL_EXCHANGE_ERROR_UNKNOWN_FORMAT);
  assert_refused ("tekst", 5, VSL_EXCHANGE_ERROR_UNKNOWN_FORMAT);
  assert_refused ("", 0, VSL_EXCHANGE_ERROR_EMPTY);
  assert_refused (bomb, sizeof bomb - 1, VSL_EXCHANGE_ERROR_TOO_LARGE);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr(GBytes) whole = make_picture (types[i], 64, 64);
      gsize size = g_bytes_get_size (whole);

      /* Wherever it is cut off. */
      for (gsize length = 9; length < size; length += 7)
        assert_refused (g_bytes_get_data (whole, NULL), length, VSL_EXCHANGE_ERROR_UNREADABLE);
    }
}

/* The sum at the end of the header of a PNG, as its specification has it. */
static void
mend_header_sum (guint8 *png)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 12; i < 29; i++)
    {
      sum ^= png[i];
      for (guint bit = 0; bit < 8; bit++)
        sum = (sum & 1) != 0 ? 0xedb88320 ^ (sum >> 1) : sum >> 1;
    }
  for (gsize i = 0; i < 4; i++)
    png[29 + i] = (guint8) ((sum ^ 0xffffffff) >> (24 - 8 * i));
}

/* More pixels than fit in the memory are refused before one of them is unpacked. */
static void
test_many_pixels (void)
{
  static const struct
  {
    const char *type;
    guint width;
    guint height;
    gboolean taken;
  } sizes[] = {
    { "png", 10000, 6000, TRUE },   { "png", 10000, 8001, FALSE },
    { "jpeg", 10000, 8001, TRUE },  { "jpeg", 20001, 10000, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GBytes) small = make_picture (sizes[i].type, 64, 64);
      gsize size = g_bytes_get_size (small);
      g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (small, NULL), size);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;
      VslPictureFacts facts;
      gsize at = 16;

      /* The size as the file tells it: in the header of a PNG, in the frame of a JPEG. */
      if (g_str_equal (sizes[i].type, "png"))
        {
          data[at + 2] = sizes[i].width >> 8;
          data[at + 3] = sizes[i].width & 255;
          data[at + 6] = sizes[i].height >> 8;
          data[at + 7] = sizes[i].height & 255;
          mend_header_sum (data);
        }
      else
        {
          for (at = 2; data[at + 1] != 0xC0; at += 2 + ((gsize) data[at + 2] << 8 | data[at + 3]))
            continue;
          data[at + 5] = sizes[i].height >> 8;
          data[at + 6] = sizes[i].height & 255;
          data[at + 7] = sizes[i].width >> 8;
          data[at + 8] = sizes[i].width & 255;
        }
      bytes = g_bytes_new (data, size);
      g_test_message ("%s %u × %u", sizes[i].type, sizes[i].width, sizes[i].height);
      g_assert_cmpint (vsl_picture_file_read (bytes, "foto.jpg", &facts, &error), ==, sizes[i].taken);
      if (!sizes[i].taken)
        g_assert_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_TOO_LARGE);
    }
}

/* A picture for the press gets the colours of a screen, though it is small enough. */
static void
test_press (void)
{
  static const char cmyk[] =
    "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAUDg8SDw0UEhASFxUUGB4yIR4cHB49LC4kMklATEtHQEZFUFpzYlBVbVZF"
    "RmSIZW13e4GCgU5gjZeMfZZzfoF8/9sAQwEVFxceGh47ISE7fFNGU3x8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8"
    "fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8/8AAFAgACAAIBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAA"
    "AAAEBv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAEBv/EABQRAQAAAAAAAAAAAAAA"
    "AAAAAAD/2gAOBAEAAhEDEQQAAD8AqAOSrSgP/9k=";
  gsize size;
  guchar *data = g_base64_decode (cmyk, &size);
  g_autoptr(GBytes) bytes = g_bytes_new_take (data, size);
  g_autoptr(GBytes) fitted = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  const guchar *pixel;
  VslPictureFacts facts, result;

  g_assert_true (vsl_picture_file_read (bytes, "pers.jpg", &facts, &error));
  g_assert_true (facts.cmyk);
  fitted = vsl_picture_scaler_fit (bytes, &facts, 2560, &result, &error);
  g_assert_no_error (error);
  g_assert_true (vsl_picture_file_read (fitted, "pers.jpg", &facts, &error));
  g_assert_false (facts.cmyk);
  g_assert_cmpuint (facts.width, ==, 8);
  g_assert_true (gdk_pixbuf_loader_write_bytes (loader, fitted, NULL));
  g_assert_true (gdk_pixbuf_loader_close (loader, NULL));
  pixel = gdk_pixbuf_read_pixels (gdk_pixbuf_loader_get_pixbuf (loader));
  g_assert_cmpint (pixel[0], >, 180);
  g_assert_cmpint (pixel[1], <, 80);
}

/* A PNG under another name is a PNG. */
static void
test_lying_name (void)
{
  g_autoptr(GBytes) png = make_picture ("png", 30, 20);
  VslPictureFacts facts;

  g_assert_true (vsl_picture_file_read (png, "foto.jpg", &facts, NULL));
  g_assert_cmpint (facts.type, ==, VSL_PICTURE_PNG);
  g_assert_cmpuint (facts.width, ==, 30);
  g_assert_cmpuint (facts.height, ==, 20);
}

/* What cannot be drawn here is known all the same by its first bytes, with its size. */
static void
test_kinds (void)
{
  static const struct
  {
    const char *text;
    int         type;
    guint       width;
    guint       height;
  } kinds[] = {
    { "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", VSL_PICTURE_GIF, 1, 1 },
    { "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA", VSL_PICTURE_WEBP, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize size;
      guchar *data = g_base64_decode (kinds[i].text, &size);
      g_autoptr(GBytes) bytes = g_bytes_new_take (data, size);
      g_autoptr(GError) error = NULL;
      VslPictureFacts facts;

      g_assert_true (vsl_picture_file_read (bytes, "foto.jpg", &facts, &error));
      g_assert_no_error (error);
      g_assert_cmpint (facts.type, ==, kinds[i].type);
      g_assert_cmpuint (facts.width, ==, kinds[i].width);
      g_assert_cmpuint (facts.height, ==, kinds[i].height);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      g_autofree char *path = g_strconcat ("/picture/fit/", fits[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fit);
    }
  g_test_add_func ("/picture/turn", test_turn);
  g_test_add_func ("/picture/refused", test_refused);
  g_test_add_func ("/picture/many-pixels", test_many_pixels);
  g_test_add_func ("/picture/press", test_press);
  g_test_add_func ("/picture/lying-name", test_lying_name);
  g_test_add_func ("/picture/kinds", test_kinds);

  return g_test_run ();
}
