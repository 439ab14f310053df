/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms/vsl-cms-wordpress.h"
#include "cms-await.h"
#include "cms-sample.h"
#include "wordpress-site.h"

#include <string.h>

/*
 * Several writers of one article on a real WordPress, at the same moment. Each puts a mark of its own
 * behind what it found there. A mark that is gone in the end must have been told: to whoever put another
 * text in its place, with the text that it stood in, or to its own writer.
 */

#define N_CLIENTS 4
#define N_EDITS 15

typedef struct _Race Race;

typedef struct
{
  Race          *race;
  VslCms        *cms;       /* (owned) */
  guint          number;
  guint          n_done;
  char          *mark;      /* (owned) (nullable) that is being written */
  VslArticle    *article;   /* (owned) (nullable) with it */
  GPtrArray     *overtaken; /* (owned) */
  VslRemoteCopy *base;      /* (owned) (nullable) */
} Client;

struct _Race
{
  char       *token;        /* (owned) */
  char       *id;           /* (owned) */
  GHashTable *written;      /* (owned) of char *: marks that the site said it has */
  GHashTable *told;         /* (owned) of char *: marks in what was overtaken */
  guint       n_running;
  guint       n_conflicts;
  guint       n_overtaken;
};

static void fetch (Client *client);

static VslCms *
log_in (void)
{
  g_autoptr(VslSite) site =
    vsl_site_new ("proef", VSL_BRAND_WORDPRESS, setting ("WP_URL"), setting ("WP_EDITOR_USER"), NULL, NULL);
  g_autoptr(GError) error = NULL;
  VslCms *cms = vsl_cms_new (site, setting ("WP_EDITOR_APP_PASSWORD"), NULL, &error);

  g_assert_no_error (error);

  return cms;
}

static void
collect (GHashTable *marks,
         const char *text)
{
  const char *at = text;

  while ((at = strstr (at, "merk-")) != NULL)
    {
      gsize length = 5 + strspn (at + 5, "0123456789-");

      g_hash_table_add (marks, g_strndup (at, length));
      at += length;
    }
}

static VslArticle *
make_article (const char *text,
              const char *mark)
{
  g_autoptr(GHashTable) marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) body = g_string_new ("Alinea.");
  GHashTableIter iter;
  gpointer key;

  collect (marks, text);
  g_hash_table_iter_init (&iter, marks);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_string_append_printf (body, "\n\n%s", (char *) key);
  g_string_append_printf (body, "\n\n%s", mark);

  return sample_article ("Vier schrijvers", body->str, NULL);
}

static void
next (Client *client)
{
  if (client->n_done < N_EDITS)
    fetch (client);
  else
    client->race->n_running--;
}

static void
updated_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Client *client = user_data;
  Race *race = client->race;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslRemoteCopy) copy = vsl_cms_update_finish (VSL_CMS (object), result, &error);
  guint i;

  if (copy == NULL)
    {
      g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_CONFLICT);
      race->n_conflicts++;
      fetch (client);
      return;
    }

  /* Who was told of a rival has both texts, whichever of them stays. */
  if (client->overtaken->len > 0)
    g_hash_table_add (race->told, g_strdup (client->mark));
  g_hash_table_add (race->written, g_steal_pointer (&client->mark));
  for (i = 0; i < client->overtaken->len; i++)
    collect (race->told, vsl_remote_text_get_content (vsl_remote_copy_get_text (client->overtaken->pdata[i])));
  race->n_overtaken += client->overtaken->len > 0 ? 1 : 0;
  g_ptr_array_set_size (client->overtaken, 0);
  client->n_done++;
  next (client);
}

static void
fetched_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Client *client = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslRemoteCopy) copy = vsl_cms_fetch_finish (VSL_CMS (object), result, &error);
  VslCmsRequest request = { .token = client->race->token, .status = VSL_REMOTE_PUBLISH };

  g_assert_no_error (error);
  g_free (client->mark);
  client->mark = g_strdup_printf ("merk-%u-%u", client->number, client->n_done);
  g_set_object (&client->base, copy);
  g_clear_object (&client->article);
  client->article = make_article (vsl_remote_text_get_content (vsl_remote_copy_get_text (copy)), client->mark);
  request.article = client->article;
  request.overtaken = client->overtaken;
  vsl_cms_update_async (client->cms, &request, client->base, NULL, updated_cb, client);
}

static void
fetch (Client *client)
{
  vsl_cms_fetch_async (client->cms, client->race->id, NULL, fetched_cb, client);
}

static void
race_init (Race *race)
{
  g_autoptr(VslCms) cms = log_in ();
  g_autoptr(VslArticle) article = sample_article ("Vier schrijvers", "Alinea.", NULL);
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) published = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) overtaken = g_ptr_array_new_with_free_func (g_object_unref);
  VslCmsRequest request = { .article = article, .status = VSL_REMOTE_PUBLISH, .overtaken = overtaken };

  race->token = g_uuid_string_random ();
  race->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  race->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  request.token = race->token;
  draft = await_create (cms, &request, &error);
  g_assert_no_error (error);
  published = await_update (cms, &request, draft, &error);
  g_assert_no_error (error);
  /* A draft that was just made has no revision, and nobody else wrote. */
  g_assert_cmpuint (overtaken->len, ==, 0);
  race->id = g_strdup (vsl_remote_copy_get_remote_id (published));
}

static void
race_clear (Race *race)
{
  g_free (race->token);
  g_free (race->id);
  g_hash_table_unref (race->written);
  g_hash_table_unref (race->told);
}

static void
client_clear (Client *client)
{
  g_object_unref (client->cms);
  g_free (client->mark);
  g_clear_object (&client->article);
  g_clear_object (&client->base);
  g_ptr_array_unref (client->overtaken);
}

static void
test_race (void)
{
  Race race = { 0 };
  Client clients[N_CLIENTS] = { 0 };
  g_autoptr(GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(VslRemoteCopy) copy = NULL;
  g_autoptr(GError) error = NULL;
  GHashTableIter iter;
  gpointer key;
  guint i, n_lost = 0, n_untold = 0;

  race_init (&race);
  race.n_running = N_CLIENTS;
  for (i = 0; i < N_CLIENTS; i++)
    {
      clients[i] = (Client) { .race = &race, .cms = log_in (), .number = i,
                              .overtaken = g_ptr_array_new_with_free_func (g_object_unref) };
      next (&clients[i]);
    }
  while (race.n_running > 0)
    g_main_context_iteration (NULL, TRUE);

  copy = await_fetch (clients[0].cms, race.id, &error);
  g_assert_no_error (error);
  collect (there, vsl_remote_text_get_content (vsl_remote_copy_get_text (copy)));
  g_hash_table_iter_init (&iter, race.written);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (there, key))
      {
        n_lost++;
        n_untold += g_hash_table_contains (race.told, key) ? 0 : 1;
      }

  g_test_message ("%u edits: %u conflicts told before writing, %u lost races told after it, %u marks gone, "
                  "%u of them untold", g_hash_table_size (race.written), race.n_conflicts, race.n_overtaken,
                  n_lost, n_untold);
  g_assert_cmpuint (g_hash_table_size (race.written), ==, N_CLIENTS * N_EDITS);
  g_assert_cmpuint (n_untold, ==, 0);

  for (i = 0; i < N_CLIENTS; i++)
    client_clear (&clients[i]);
  race_clear (&race);
}

/* As the editor of the site leaves it: our mark stays. */
#define MARKED(text) \
  "<!-- wp:paragraph {\\\"metadata\\\":{\\\"verslag\\\":\\\"TOKEN\\\"}} --><p>" text "</p><!-- /wp:paragraph -->"

/* Somebody writes between our draft and its publication. */
static const struct
{
  const char *name;
  const char *theirs;  /* what the colleague sends */
  const char *version; /* what is kept of that */
  gboolean fresh;      /* the draft was made a moment ago, and is not looked at first */
} between[] = {
  { "looked/text", "{\"content\":\"" MARKED ("Van een collega") "\"}", NULL, FALSE },
  { "fresh/text", "{\"content\":\"" MARKED ("Van een collega") "\"}", "Van een collega", TRUE },
  { "fresh/headline", "{\"title\":\"Kop van een collega\"}", "Kop van een collega", TRUE },
  { "fresh/nobody", NULL, NULL, TRUE },
};

static void
test_between (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *token = g_uuid_string_random ();
  g_autoptr(VslCms) cms = log_in ();
  g_autoptr(VslArticle) article = sample_article ("Twee schrijvers", "Alinea.", NULL);
  g_autoptr(GPtrArray) overtaken = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) copy = NULL;
  g_autoptr(GError) error = NULL;
  VslCmsRequest request = { .article = article, .token = token, .status = VSL_REMOTE_PUBLISH,
                            .overtaken = overtaken };
  VslRemoteText *text;

  draft = await_create (cms, &request, &error);
  g_assert_no_error (error);
  if (between[i].theirs != NULL)
    {
      g_auto(GStrv) parts = g_strsplit (between[i].theirs, "TOKEN", 2);
      g_autofree char *theirs = g_strjoinv (token, parts);

      edit_as_colleague (draft, theirs);
    }
  request.fresh = between[i].fresh;
  copy = await_update (cms, &request, draft, &error);
  if (!between[i].fresh)
    {
      g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_CONFLICT);
      return;
    }

  /* It was too late to stop, so it must be told, with what they wrote. */
  g_assert_cmpuint (overtaken->len, ==, between[i].version != NULL ? 1 : 0);
  if (between[i].version == NULL)
    {
      g_assert_no_error (error);
      return;
    }
  text = vsl_remote_copy_get_text (overtaken->pdata[0]);
  g_assert_true (strstr (vsl_remote_text_get_title (text), between[i].version) != NULL ||
                 strstr (vsl_remote_text_get_content (text), between[i].version) != NULL);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (between); i++)
    {
      g_autofree char *path = g_strconcat ("/wordpress/between/", between[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_between);
    }
  g_test_add_func ("/wordpress/race", test_race);

  return g_test_run ();
}
