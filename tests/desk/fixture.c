/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include <glib/gstdio.h>

static gint64
get_time (gpointer data)
{
  return ((Fixture *) data)->now;
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

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

void
fixture_set_up (Fixture      *self,
                gconstpointer data)
{
  self->data_dir = g_dir_make_tmp ("verslag-desk-XXXXXX", NULL);
  g_assert_nonnull (self->data_dir);
  self->now = NOW;
}

void
fixture_tear_down (Fixture      *self,
                   gconstpointer data)
{
  if (self->desk != NULL)
    fixture_close (self);
  remove_tree (self->data_dir);
  g_free (self->data_dir);
}

VslDesk *
fixture_open (Fixture *self)
{
  VslDeskConfig config = { .data_dir = self->data_dir, .clock = get_time, .clock_data = self };
  g_autoptr(GError) error = NULL;

  g_assert_null (self->desk);
  self->desk = vsl_desk_new (&config, &error);
  g_assert_no_error (error);

  return self->desk;
}

void
fixture_close (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  vsl_desk_close_async (self->desk, result_cb, &result);
  WAIT_WHILE (result == NULL);
  g_assert_true (vsl_desk_close_finish (self->desk, result, &error));
  g_assert_no_error (error);
  g_clear_object (&result);
  g_assert_finalize_object (g_steal_pointer (&self->desk));
}

VslArticle *
fixture_load (Fixture    *self,
              const char *id)
{
  g_autoptr(GError) error = NULL;
  VslArticle *article = vsl_desk_load_article (self->desk, id, &error);

  g_assert_no_error (error);

  return article;
}

VslArticle *
fixture_add (Fixture    *self,
             const char *headline,
             const char *body)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GError) error = NULL;
  VslArticle *stored;

  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, headline);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  article = vsl_article_builder_end (builder);
  stored = vsl_desk_save_article (self->desk, article, &error);
  g_assert_no_error (error);

  return stored;
}

/* The site that is there from the first start. */
VslSite *
fixture_find_site (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  VslSite *site = vsl_desk_find_site (self->desk, "local", &error);

  g_assert_no_error (error);

  return site;
}

VslPublication *
fixture_publish (Fixture        *self,
                 const char     *id,
                 VslSite        *site,
                 VslRemoteStatus as)
{
  VslPublicationOptions options = { .as = as, .create_terms = TRUE };
  g_autoptr(VslPublication) publication = vsl_desk_publish (self->desk, id, site, &options);

  WAIT_WHILE (vsl_publication_get_running (publication));

  return g_steal_pointer (&publication);
}

void
fixture_save (VslDocument *document)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  vsl_document_save_async (document, result_cb, &result);
  WAIT_WHILE (result == NULL);
  g_assert_true (vsl_document_save_finish (document, result, &error));
  g_assert_no_error (error);
}

static gboolean
set_flag_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

void
wait_for (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, set_flag_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

char *
dup_body (VslArticle *article)
{
  return g_strdup (vsl_article_get_text (article, VSL_FIELD_BODY));
}
