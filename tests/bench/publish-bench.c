/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "config.h"

#include "matrix-desk.h"
#include "matrix-oracle.h"

#include "desk/vsl-desk-private.h"
#include "desk/vsl-site-client.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

/*
 * Articles to a real WordPress, against `xargs -P2 curl` with the same bodies, in turn. Curl asks for the
 * same things: a draft, its publication, and, where the engine looks at the page too, the page. Runs
 * below with-wordpress.sh: publish-bench [ARTICLES] [ROUNDS].
 */

typedef enum
{
  WORK_DRAFT,
  WORK_PUBLISH, /* until all are known to be there */
  WORK_LOOK,    /* and what readers get was looked at */
  N_WORKS
} Work;

static guint n_words;

/* The same body as the engine sends: as a draft that is there stores it. */
static void
write_bodies (const char *folder,
              const char *content,
              guint       n)
{
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.json", folder, i);
      g_autofree char *title = g_strdup_printf ("‘De brug curl%u moet open’", n_words++);
      g_autoptr(JsonBuilder) builder = json_builder_new ();
      g_autoptr(JsonNode) node = NULL;
      g_autofree char *text = NULL;

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "title");
      json_builder_add_string_value (builder, title);
      json_builder_set_member_name (builder, "content");
      json_builder_add_string_value (builder, content);
      json_builder_set_member_name (builder, "excerpt");
      json_builder_add_string_value (builder, "Twee gemeenten en één brug.");
      json_builder_set_member_name (builder, "status");
      json_builder_add_string_value (builder, "draft");
      json_builder_end_object (builder);
      node = json_builder_get_root (builder);
      text = json_to_string (node, FALSE);
      g_assert_true (g_file_set_contents (path, text, -1, NULL));
    }
}

/* Seconds for so many requests each with curl. */
static double
time_curl (const char *folder,
           Work        work)
{
  g_autofree char *command = g_strdup_printf (
    "ls %s/*.json | xargs -P2 -I{} sh -c '"
    "id=$(curl -s -u \"$WP_EDITOR_USER:$WP_EDITOR_APP_PASSWORD\" -H \"Content-Type: application/json\" "
    "--data-binary @{} \"${WP_REST}wp/v2/posts?context=edit&_fields=id\" | tr -cd 0-9)%s%s'",
    folder, work >= WORK_PUBLISH ? "; curl -s -o /dev/null -u \"$WP_EDITOR_USER:$WP_EDITOR_APP_PASSWORD\" -d "
                      "status=publish \"${WP_REST}wp/v2/posts/$id?context=edit\"" : "",
    work == WORK_LOOK ? "; curl -s -L -o /dev/null \"$WP_URL/?p=$id\"" : "");
  const char *words[] = { "/bin/sh", "-c", command, NULL };
  gint64 start = g_get_monotonic_time ();
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                               &status, NULL));
  g_assert_cmpint (status, ==, 0);

  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* Seconds for the engine: asked for all at once. */
static double
time_engine (MatrixDesk *desk,
             guint       n,
             Work        work)
{
  VslPublicationOptions options = { .as = work == WORK_DRAFT ? VSL_REMOTE_DRAFT : VSL_REMOTE_PUBLISH };
  g_autoptr(VslSite) site = vsl_desk_find_site (desk->desk, "proef", NULL);
  g_autoptr(GPtrArray) publications = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  gint64 start, end;
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autofree char *word = g_strdup_printf ("bench%u", n_words++);

      g_ptr_array_add (ids, matrix_desk_write (desk, NULL, word, 1, FALSE));
    }
  start = g_get_monotonic_time ();
  for (i = 0; i < n; i++)
    g_ptr_array_add (publications, vsl_desk_publish (desk->desk, ids->pdata[i], site, &options));
  for (i = 0; i < n; i++)
    while (work == WORK_LOOK ? vsl_publication_get_running (publications->pdata[i])
                             : !vsl_publication_get_settled (publications->pdata[i]))
      g_main_context_iteration (NULL, TRUE);
  end = g_get_monotonic_time ();

  for (i = 0; i < n; i++)
    {
      while (vsl_publication_get_running (publications->pdata[i]))
        g_main_context_iteration (NULL, TRUE);
      g_assert_no_error (vsl_publication_get_error (publications->pdata[i]));
      g_assert_true (matrix_desk_is_done (desk, ids->pdata[i], options.as));
    }

  return (double) (end - start) / G_USEC_PER_SEC;
}

static void
remove_bodies (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static char *
dup_content (MatrixDesk   *desk,
             MatrixOracle *oracle)
{
  g_autofree char *id = matrix_desk_write (desk, NULL, "benchfirst", 1, FALSE);
  g_autoptr(MatrixFound) found = NULL;

  matrix_desk_publish (desk, id, VSL_REMOTE_DRAFT);
  found = matrix_oracle_look (oracle, "benchfirst", FALSE);
  g_assert_cmpuint (found->n_live, ==, 1);

  return g_strdup (found->content);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const names[N_WORKS] = { "as drafts", "drafted and published",
                                              "published and looked at" };
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 100;
  guint rounds = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 5;
  MatrixDesk desk = { .look_ms = 1000 };
  g_autoptr(MatrixOracle) oracle = NULL;
  g_autofree char *folder = g_dir_make_tmp ("verslag-bodies-XXXXXX", NULL);
  g_autofree char *content = NULL;
  guint round, work;

  setlocale (LC_ALL, "");
  oracle = matrix_oracle_new ();
  matrix_desk_make (&desk, VSL_BRAND_WORDPRESS, g_getenv ("WP_URL"));
  matrix_desk_open (&desk);
  content = dup_content (&desk, oracle);
  for (work = 0; work < N_WORKS; work++)
    for (round = 0; round < rounds; round++)
      {
        double curl, engine;

        write_bodies (folder, content, n);
        curl = time_curl (folder, work);
        engine = time_engine (&desk, n, work);
        g_print ("%u articles %s: curl %.2f s, Verslag %.2f s, ratio %.2f\n", n,
                 names[work], curl, engine, engine / curl);
      }

  matrix_desk_close (&desk);
  matrix_desk_remove (&desk);
  remove_bodies (folder);

  return 0;
}
