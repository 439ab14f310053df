/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "window-fixture.h"

#include "desk/vsl-document-pictures.h"
#include "ui/vsl-picture-row.h"
#include "ui/vsl-pictures-box.h"
#include "ui/vsl-window-private.h"

#include <string.h>

static VslDocument *
get_document (WindowFixture *fixture)
{
  return vsl_window_get_document (fixture->window);
}

static guint
count_pictures (WindowFixture *fixture)
{
  return g_list_model_get_n_items (vsl_document_get_pictures (get_document (fixture)));
}

static VslPicture *
get_picture (WindowFixture *fixture,
             guint          position)
{
  return g_list_model_get_item (vsl_document_get_pictures (get_document (fixture)), position);
}

static GdkTexture *
make_texture (guint8 grey)
{
  guint8 *pixels = g_malloc (80 * 40 * 4);
  g_autoptr(GBytes) bytes = g_bytes_new_take (pixels, 80 * 40 * 4);

  memset (pixels, grey, 80 * 40 * 4);
  for (guint i = 3; i < 80 * 40 * 4; i += 4)
    pixels[i] = 0xff;

  return gdk_memory_texture_new (80, 40, GDK_MEMORY_R8G8B8A8, bytes, 80 * 4);
}

static GFile *
make_file (WindowFixture *fixture,
           const char    *name,
           guint8         grey)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GdkTexture) texture = make_texture (grey);

  g_assert_true (gdk_texture_save_to_png (texture, path));

  return g_file_new_for_path (path);
}

typedef struct
{
  WindowFixture *fixture;
  guint          n;
} Expected;

static gboolean
has_pictures (gpointer data)
{
  Expected *expected = data;

  return count_pictures (expected->fixture) == expected->n;
}

static void
wait_for_pictures (WindowFixture *fixture,
                   guint          n)
{
  Expected expected = { fixture, n };

  panel_wait (has_pictures, &expected);
}

static gboolean
body_shows_picture (gpointer data)
{
  g_autofree char *body = window_fixture_dup_body (data);

  return strstr (body, "](media:") != NULL;
}

/* Ctrl+V in the text: the picture stands where the cursor is, and not at the head as well. */
static void
test_paste (WindowFixture *fixture,
            gconstpointer  data)
{
  g_autoptr(GdkTexture) texture = make_texture (0x80);
  g_autoptr(VslPicture) picture = NULL;
  g_autofree char *reference = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *body = NULL;

  vsl_document_set_text (get_document (fixture), VSL_FIELD_BODY, "Voor.\n\nNa.");
  gtk_widget_grab_focus (window_fixture_field (fixture, "body_view"));
  window_fixture_press (fixture, "ctrl+Home");
  window_fixture_press (fixture, "End");
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), texture);
  window_fixture_press (fixture, "ctrl+v");
  panel_wait (body_shows_picture, fixture);

  picture = get_picture (fixture, 0);
  g_assert_false (vsl_picture_get_featured (picture));
  reference = vsl_picture_dup_reference (picture);
  expected = g_strdup_printf ("Voor.\n\n![](%s)\n\nNa.", reference);
  body = window_fixture_dup_body (fixture);
  g_assert_cmpstr (body, ==, expected);
}

/* On the text a file stands in the text; elsewhere it is a picture of the article, and the first is
 * at its head. What is no picture is left to who opens articles. */
static void
test_drop (WindowFixture *fixture,
           gconstpointer  data)
{
  g_autoptr(GFile) first = make_file (fixture, "een.png", 0x20);
  g_autoptr(GFile) second = make_file (fixture, "twee.png", 0xc0);
  g_autoptr(GFile) text = g_file_new_for_path ("verslag.txt");
  GSList one = { first, NULL };
  GSList two = { second, NULL };
  GSList mixed = { text, &two };
  GtkWidget *view = window_fixture_field (fixture, "body_view");
  g_autoptr(VslPicture) head = NULL;
  g_autoptr(VslPicture) inner = NULL;
  double x, y;

  g_assert_false (vsl_window_drop_pictures (fixture->window, &mixed, 1, 1));
  g_assert_false (vsl_window_drop_pictures (fixture->window, NULL, 1, 1));
  g_assert_true (vsl_window_drop_pictures (fixture->window, &one, 1, 1));
  wait_for_pictures (fixture, 1);
  g_assert_false (body_shows_picture (fixture));

  g_assert_true (gtk_widget_translate_coordinates (view, GTK_WIDGET (fixture->window), 5, 5, &x, &y));
  g_assert_true (vsl_window_drop_pictures (fixture->window, &two, x, y));
  panel_wait (body_shows_picture, fixture);
  g_assert_cmpuint (count_pictures (fixture), ==, 2);

  head = get_picture (fixture, 0);
  inner = get_picture (fixture, 1);
  g_assert_true (vsl_picture_get_featured (head));
  g_assert_false (vsl_picture_get_featured (inner));
}

static GtkWidget *
show_rows (WindowFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-panel", "s", "article");

  return panel_find (GTK_WIDGET (fixture->window), VSL_TYPE_PICTURES_BOX, 0);
}

static void
click (GtkWidget  *row,
       const char *icon)
{
  GtkWidget *button;

  for (guint i = 0; (button = panel_find (row, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (button)), icon) == 0)
      break;
  g_assert_nonnull (button);
  panel_click (button);
}

/* Up and down in the list; the star and the words go along. */
static void
test_order (WindowFixture *fixture,
            gconstpointer  data)
{
  g_autoptr(GFile) first = make_file (fixture, "een.png", 0x20);
  g_autoptr(GFile) second = make_file (fixture, "twee.png", 0xc0);
  GtkWidget *box = show_rows (fixture);
  g_autoptr(VslPicture) old_first = NULL;
  g_autoptr(VslPicture) new_second = NULL;

  vsl_pictures_box_add_file (VSL_PICTURES_BOX (box), first);
  wait_for_pictures (fixture, 1);
  vsl_pictures_box_add_file (VSL_PICTURES_BOX (box), second);
  wait_for_pictures (fixture, 2);
  old_first = get_picture (fixture, 0);

  click (panel_find (box, VSL_TYPE_PICTURE_ROW, 0), "go-up-symbolic");
  click (panel_find (box, VSL_TYPE_PICTURE_ROW, 1), "go-down-symbolic");
  g_assert_true (vsl_picture_equal (old_first, vsl_picture_row_get_picture (
    VSL_PICTURE_ROW (panel_find (box, VSL_TYPE_PICTURE_ROW, 0)))));

  click (panel_find (box, VSL_TYPE_PICTURE_ROW, 0), "go-down-symbolic");
  new_second = get_picture (fixture, 1);
  g_assert_true (vsl_picture_equal (old_first, new_second));
  g_assert_true (vsl_picture_get_featured (new_second));
  g_assert_true (vsl_picture_equal (old_first, vsl_picture_row_get_picture (
    VSL_PICTURE_ROW (panel_find (box, VSL_TYPE_PICTURE_ROW, 1)))));
}

/* Another file keeps the words, and the text shows it. */
static void
test_exchange (WindowFixture *fixture,
               gconstpointer  data)
{
  g_autoptr(GFile) file = make_file (fixture, "een.png", 0x20);
  GtkWidget *box = show_rows (fixture);
  g_autoptr(VslPicture) old = NULL;
  g_autoptr(VslPicture) worded = NULL;
  g_autoptr(VslPicture) other = NULL;
  g_autoptr(VslPicture) now = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  g_autofree char *body = NULL;

  vsl_pictures_box_add_file (VSL_PICTURES_BOX (box), file);
  wait_for_pictures (fixture, 1);
  old = get_picture (fixture, 0);
  worded = vsl_picture_with_texts (old, "Anna de Vries", "De brug", "Een brug over water");
  vsl_document_replace_picture (get_document (fixture), 0, worded);
  before = vsl_picture_dup_reference (old);
  text = g_strdup_printf ("Een.\n\n![](%s)\n\nTwee.\n\n![](%s)", before, before);
  vsl_document_set_text (get_document (fixture), VSL_FIELD_BODY, text);

  other = vsl_picture_new ("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
                           "image/jpeg", NULL, NULL, NULL);
  vsl_document_exchange_picture (get_document (fixture), 0, other);
  now = get_picture (fixture, 0);
  g_assert_cmpstr (vsl_picture_get_hash (now), ==, vsl_picture_get_hash (other));
  g_assert_cmpstr (vsl_picture_get_caption (now), ==, "De brug");
  g_assert_true (vsl_picture_get_featured (now));
  after = vsl_picture_dup_reference (now);
  body = window_fixture_dup_body (fixture);
  g_assert_null (strstr (body, before));
  g_assert_nonnull (strstr (body, after));
  vsl_document_exchange_picture (get_document (fixture), 7, other);
  g_assert_cmpuint (count_pictures (fixture), ==, 1);
}

/* The arrow keys move the point that stays visible, and it stays within the picture. */
static void
test_focus (WindowFixture *fixture,
            gconstpointer  data)
{
  g_autoptr(GFile) file = make_file (fixture, "een.png", 0x20);
  GtkWidget *box = show_rows (fixture);
  g_autoptr(VslPicture) picture = NULL;
  GtkWidget *image;
  guint x, y;

  vsl_pictures_box_add_file (VSL_PICTURES_BOX (box), file);
  wait_for_pictures (fixture, 1);
  image = panel_find (panel_find (box, VSL_TYPE_PICTURE_ROW, 0), GTK_TYPE_PICTURE, 0);
  gtk_widget_grab_focus (image);
  for (guint i = 0; i < 12; i++)
    window_fixture_press (fixture, "Left");
  window_fixture_press (fixture, "Down");

  picture = get_picture (fixture, 0);
  vsl_picture_get_focus (picture, &x, &y);
  g_assert_cmpuint (x, ==, 0);
  g_assert_cmpuint (y, ==, 550);
}

static void
add (const char *path,
     void      (*test) (WindowFixture *fixture, gconstpointer data))
{
  g_test_add (path, WindowFixture, NULL, window_fixture_set_up, test, window_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  window_fixture_init (&argc, &argv);

  add ("/pictures/paste", test_paste);
  add ("/pictures/drop", test_drop);
  add ("/pictures/order", test_order);
  add ("/pictures/exchange", test_exchange);
  add ("/pictures/focus", test_focus);

  return g_test_run ();
}
