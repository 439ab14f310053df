/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "matrix-desk.h"

#include "cms/vsl-http.h"
#include "core/vsl-article-builder.h"
#include "desk/vsl-desk-outbox.h"
#include "desk/vsl-desk-pictures.h"
#include "desk/vsl-desk-private.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>

#define SITE "proef"
#define LONGEST_MS (120 * 1000)

guint matrix_deadline_ms;

/* The linker puts this in the place of the real one, which it calls with a shorter time. */
VslHttp *__real_vsl_http_new (guint         deadline_ms,
                              GTlsDatabase *authorities);
VslHttp *__wrap_vsl_http_new (guint         deadline_ms,
                              GTlsDatabase *authorities);

VslHttp *
__wrap_vsl_http_new (guint         deadline_ms,
                     GTlsDatabase *authorities)
{
  return __real_vsl_http_new (matrix_deadline_ms != 0 ? matrix_deadline_ms : deadline_ms, authorities);
}

static gint64
get_time (gpointer data)
{
  return g_get_real_time () + ((MatrixDesk *) data)->ahead;
}

static gboolean
too_long_cb (gpointer data)
{
  g_error ("%s takes too long", (const char *) data);

  return G_SOURCE_REMOVE;
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

void
matrix_desk_make (MatrixDesk *self,
                  VslBrand    brand,
                  const char *url)
{
  gboolean ghost = brand == VSL_BRAND_GHOST;
  g_autofree char *root = g_strconcat (url, ghost ? "/ghost/api/admin/" : "/wp-json/", NULL);
  g_autofree char *address = g_strconcat (url, "/", NULL);
  g_autoptr(VslSite) site = NULL;
  g_autoptr(VslStore) store = NULL;
  g_autoptr(GError) error = NULL;

  self->data_dir = g_dir_make_tmp ("verslag-matrix-XXXXXX", &error);
  g_assert_no_error (error);
  site = vsl_site_new (SITE, brand, address, ghost ? NULL : g_getenv ("WP_EDITOR_USER"), root, "Proef");
  store = vsl_store_open (self->data_dir, VSL_STORE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (vsl_store_add_site (store, site, &error));
  g_assert_true (vsl_store_close (store, &error));
}

void
matrix_desk_open (MatrixDesk *self)
{
  VslDeskConfig config = { .data_dir = self->data_dir, .clock = get_time, .clock_data = self };
  g_autoptr(GError) error = NULL;
  const char *password = g_getenv ("GHOST_ADMIN_KEY");

  if (password == NULL)
    password = g_getenv ("WP_EDITOR_APP_PASSWORD");
  self->desk = vsl_desk_new (&config, &error);
  g_assert_no_error (error);
  vsl_publisher_set_look_ms (self->desk->publisher, self->look_ms);
  vsl_desk_remember_password (self->desk, SITE, password);
}

void
matrix_desk_close (MatrixDesk *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  vsl_desk_close_async (self->desk, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (vsl_desk_close_finish (self->desk, result, &error));
  g_clear_object (&self->desk);
}

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
matrix_desk_remove (MatrixDesk *self)
{
  remove_tree (self->data_dir);
  g_clear_pointer (&self->data_dir, g_free);
}

/* A small picture that no other article has. */
static VslPicture *
take_picture (MatrixDesk *self,
              const char *word)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 24, 24);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%s.png", word);
  VslPicture *picture;
  guint32 seed = g_str_hash (word);
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  gchar *data;
  gsize size, i;

  for (i = 0; i < gdk_pixbuf_get_byte_length (pixbuf); i++)
    {
      seed = seed * 1664525 + 1013904223;
      pixels[i] = seed >> 24;
    }
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", &error, NULL));
  bytes = g_bytes_new_take (data, size);
  picture = vsl_desk_take_picture (self->desk, bytes, name, &error);
  g_assert_no_error (error);

  return picture;
}

char *
matrix_desk_write (MatrixDesk *self,
                   const char *id,
                   const char *word,
                   guint       version,
                   gboolean    with_picture)
{
  g_autoptr(VslArticle) before = id != NULL ? vsl_desk_load_article (self->desk, id, NULL) : NULL;
  VslArticleBuilder *builder = vsl_article_builder_new (before);
  g_autofree char *headline = g_strdup_printf ("‘De brug %s moet open’", word);
  g_autofree char *body = g_strdup_printf (
    "De één zei over %s: “Vóór de zomer.”\n\n## Versie-%u\n\n* een < twee & drie\n* vier\n", word, version);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(GError) error = NULL;

  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, headline);
  vsl_article_builder_set_text (builder, VSL_FIELD_LEAD, "Twee gemeenten en één brug.");
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  article = vsl_article_builder_end (builder);
  if (with_picture)
    {
      g_autoptr(VslPicture) picture = take_picture (self, word);
      g_autoptr(VslArticle) bare = g_steal_pointer (&article);

      article = vsl_desk_article_with_picture (bare, picture);
    }
  stored = vsl_desk_save_article (self->desk, article, &error);
  g_assert_no_error (error);

  return g_strdup (vsl_article_get_id (stored));
}

static void
await (MatrixDesk *self,
       const char *id,
       const char *what)
{
  guint timer = g_timeout_add (LONGEST_MS, too_long_cb, (gpointer) what);

  while (vsl_publisher_find_running (self->desk->publisher, id, SITE) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}

void
matrix_desk_publish (MatrixDesk     *self,
                     const char     *id,
                     VslRemoteStatus as)
{
  VslPublicationOptions options = { .as = as, .create_terms = TRUE };
  g_autoptr(GError) error = NULL;
  g_autoptr(VslSite) site = vsl_desk_find_site (self->desk, SITE, &error);
  g_autoptr(VslPublication) publication = NULL;

  g_assert_no_error (error);
  publication = vsl_desk_publish (self->desk, id, site, &options);
  await (self, id, "publishing");
}

void
matrix_desk_run_queue (MatrixDesk *self,
                       const char *id)
{
  g_autoptr(VslOutboxRow) row = matrix_desk_find_row (self, id);
  g_autoptr(VslPublication) publication = NULL;
  g_autoptr(GError) error = NULL;

  publication = vsl_desk_retry (self->desk, row, &error);
  g_assert_no_error (error);
  await (self, id, "the queue");
}

VslOutboxRow *
matrix_desk_find_row (MatrixDesk *self,
                      const char *id)
{
  g_autoptr(GError) error = NULL;
  VslOutboxRow *row = vsl_desk_find_copy (self->desk, id, SITE, &error);

  g_assert_no_error (error);

  return row;
}

gboolean
matrix_desk_is_done (MatrixDesk     *self,
                     const char     *id,
                     VslRemoteStatus as)
{
  g_autoptr(VslOutboxRow) row = matrix_desk_find_row (self, id);
  g_autoptr(VslArticle) article = vsl_desk_load_article (self->desk, id, NULL);

  return row != NULL && vsl_outbox_row_get_state (row) == VSL_OUTBOX_CONFIRMED &&
         vsl_outbox_row_get_wanted (row) == as &&
         vsl_outbox_row_get_article_revision (row) == vsl_article_get_revision (article);
}
