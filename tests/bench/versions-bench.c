/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-article-builder.h"
#include "markup/vsl-word-diff.h"
#include "store/vsl-keeper.h"
#include "store/vsl-store-snapshots.h"

#include <stdio.h>
#include <stdlib.h>

/* versions-bench DIRECTORY: what versions and backups cost. By hand, on a quiet machine. The directory
 * is made for it and holds 50 MB afterwards. */

#define NOW G_GINT64_CONSTANT (1767225600000000)
#define ROUNDS 21
#define BODY_BYTES (60 * 1000)
#define STORE_BYTES (50 * 1000 * 1000)

static void
check (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second ? 1 : 0;
}

static void
print_times (const char *name,
             double     *times,
             guint       n)
{
  qsort (times, n, sizeof (double), (int (*) (const void *, const void *)) compare_times);
  printf ("%-40s p50 %8.2f ms  max %8.2f ms\n", name, times[n / 2], times[n - 1]);
}

/* Words of a small vocabulary in sentences and paragraphs; @seed makes it another text. */
static char *
make_body (GRand *rand,
           gsize  bytes)
{
  GString *body = g_string_new (NULL);

  while (body->len < bytes)
    {
      g_string_append_printf (body, "woord%d", g_rand_int_range (rand, 0, 4000));
      switch (g_rand_int_range (rand, 0, 60))
        {
        case 0:
          g_string_append (body, ".\n\n");
          break;
        case 1:
        case 2:
        case 3:
          g_string_append (body, ". ");
          break;
        default:
          g_string_append (body, " ");
        }
    }

  return g_string_free (body, FALSE);
}

/* Every @nth word is another one. */
static char *
change_body (const char *body,
             guint       nth)
{
  g_auto(GStrv) words = g_strsplit (body, " ", -1);
  guint i;

  for (i = nth / 2; words[i] != NULL; i += nth)
    {
      g_free (words[i]);
      words[i] = g_strdup ("anders");
    }

  return g_strjoinv (" ", words);
}

static void
bench_diff (const char *name,
            const char *before,
            const char *after)
{
  double times[ROUNDS];
  guint i;

  for (i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(GPtrArray) parts = vsl_word_diff (before, after);

      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
      g_assert_cmpuint (parts->len, >, 0);
    }
  print_times (name, times, ROUNDS);
}

static VslArticle *
save (VslStore   *store,
      VslArticle *base,
      const char *body,
      gint64      now)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (base);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GError) error = NULL;
  VslArticle *stored;

  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, "Kop");
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  article = vsl_article_builder_end (g_steal_pointer (&builder));
  stored = vsl_store_save_article (store, article, now, &error);
  check (error);

  return stored;
}

static void
bench_snapshots (VslStore *store,
                 GRand    *rand)
{
  double times[ROUNDS];
  g_autoptr(VslArticle) article = NULL;
  guint i;

  for (i = 0; i < ROUNDS; i++)
    {
      g_autofree char *body = make_body (rand, BODY_BYTES);
      VslArticle *stored = save (store, article, body, NOW + i * G_USEC_PER_SEC);
      g_autoptr(GError) error = NULL;
      g_autoptr(VslSnapshot) version = NULL;
      gint64 start = g_get_monotonic_time ();

      g_clear_object (&article);
      article = stored;
      version = vsl_store_add_snapshot (store, vsl_article_get_id (article), VSL_SNAPSHOT_NAMED, NULL,
                                        NOW + i * G_USEC_PER_SEC, &error);
      check (error);
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
  print_times ("keep a version of 60 KB", times, ROUNDS);
}

static void
bench_backup (VslStore   *store,
              const char *directory,
              GRand      *rand)
{
  g_autofree char *path = g_build_filename (directory, "copy.db", NULL);
  g_autoptr(VslKeeper) keeper = vsl_keeper_new (store);
  double times[5];
  gsize bytes;
  guint i;

  for (bytes = 0; bytes < STORE_BYTES; bytes += BODY_BYTES)
    {
      g_autofree char *body = make_body (rand, BODY_BYTES);
      g_autoptr(VslArticle) stored = save (store, NULL, body, NOW);
    }
  for (i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 start = g_get_monotonic_time ();

      if (!vsl_keeper_backup_to (keeper, path, &error))
        check (error);
      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
  print_times ("back up 50 MB, read back", times, G_N_ELEMENTS (times));
  vsl_keeper_close (keeper);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *before = make_body (rand, BODY_BYTES);
  g_autofree char *other = make_body (rand, BODY_BYTES);
  g_autofree char *few = change_body (before, 500);
  g_autofree char *many = change_body (before, 10);
  g_autoptr(VslStore) store = NULL;
  g_autoptr(GError) error = NULL;

  if (argc != 2)
    {
      fprintf (stderr, "versions-bench DIRECTORY\n");
      return 2;
    }

  bench_diff ("word diff of 60 KB, the same", before, before);
  bench_diff ("word diff of 60 KB, 1 word in 500", before, few);
  bench_diff ("word diff of 60 KB, 1 word in 10", before, many);
  bench_diff ("word diff of 60 KB, another text", before, other);
  store = vsl_store_open (argv[1], VSL_STORE_READ_WRITE, &error);
  check (error);
  bench_snapshots (store, rand);
  bench_backup (store, argv[1], rand);
  if (!vsl_store_close (store, &error))
    check (error);

  return 0;
}
