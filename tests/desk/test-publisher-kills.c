/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "store/vsl-store.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* A process that dies at every commit of a publication, just before it and just after it. Another one
 * publishes again: on the site there is one copy, with the right text in the right state. */

/* In the child: the commit of the outbox at which it dies, from 1; 0 for never. */
static guint die_before;
static guint die_after;
static guint n_commits;

VslOutboxRow *__real_vsl_store_record_outbox_row (VslStore      *self,
                                                  VslOutboxRow  *row,
                                                  VslOutboxWhat  what,
                                                  const char    *detail,
                                                  gint64         now,
                                                  GError       **error);
VslOutboxRow *__wrap_vsl_store_record_outbox_row (VslStore      *self,
                                                  VslOutboxRow  *row,
                                                  VslOutboxWhat  what,
                                                  const char    *detail,
                                                  gint64         now,
                                                  GError       **error);

VslOutboxRow *
__wrap_vsl_store_record_outbox_row (VslStore      *self,
                                    VslOutboxRow  *row,
                                    VslOutboxWhat  what,
                                    const char    *detail,
                                    gint64         now,
                                    GError       **error)
{
  VslOutboxRow *stored;

  n_commits++;
  if (n_commits == die_before)
    kill (getpid (), SIGKILL);
  stored = __real_vsl_store_record_outbox_row (self, row, what, detail, now, error);
  if (n_commits == die_after)
    kill (getpid (), SIGKILL);

  return stored;
}

typedef struct
{
  const char *name;
  guint die_before;
  guint die_after;
} KillCase;

static const KillCase kill_cases[] = {
  { "before-queued", 1, 0 },
  { "after-queued", 0, 1 },
  { "before-sending", 2, 0 },
  { "after-sending", 0, 2 },
  { "before-id", 3, 0 },
  { "after-id", 0, 3 },
  { "before-confirmed", 4, 0 },
  { "after-confirmed", 0, 4 },
};

/* PROGRAM --child DIRECTORY ID BEFORE AFTER: publishes, and dies. */
static int
run_child (char *argv[])
{
  Fixture fixture = { .data_dir = argv[2], .now = NOW };
  g_autoptr(VslSite) site = NULL;
  g_autoptr(VslPublication) publication = NULL;

  die_before = g_ascii_strtoull (argv[4], NULL, 10);
  die_after = g_ascii_strtoull (argv[5], NULL, 10);
  fixture_open (&fixture);
  site = fixture_find_site (&fixture);
  publication = fixture_publish (&fixture, argv[3], site, VSL_REMOTE_PUBLISH);

  return 1; /* it should have died */
}

static void
die_while_publishing (Fixture        *fixture,
                      const char     *id,
                      const KillCase *test)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *before = g_strdup_printf ("%u", test->die_before);
  g_autofree char *after = g_strdup_printf ("%u", test->die_after);
  g_autoptr(GSubprocess) child = NULL;
  g_autoptr(GError) error = NULL;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, program, "--child",
                            fixture->data_dir, id, before, after, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);
}

/* The pages in the folder, the unseen and the front page included. */
static guint
count_pages (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        n += count_pages (child);
      else if (g_str_equal (name, "index.html"))
        n++;
    }

  return n;
}

static void
test_kill (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) after = NULL;
  g_autoptr(VslSite) site = NULL;
  g_autoptr(VslPublication) publication = NULL;
  g_autoptr(VslOutboxRow) row = NULL;
  g_autofree char *folder = g_build_filename (fixture->data_dir, "sites", NULL);
  g_autofree char *path = NULL;
  g_autofree char *page = NULL;

  fixture_open (fixture);
  article = fixture_add (fixture, "Kop", "Eén zin.");
  fixture_close (fixture);
  die_while_publishing (fixture, vsl_article_get_id (article), data);

  /* The next start takes nothing for certain that is not. */
  fixture->now += 120 * G_USEC_PER_SEC;
  fixture_open (fixture);
  site = fixture_find_site (fixture);
  row = vsl_desk_find_copy (fixture->desk, vsl_article_get_id (article), vsl_site_get_name (site), NULL);
  if (row != NULL)
    g_assert_cmpint (vsl_outbox_row_get_state (row), !=, VSL_OUTBOX_SENDING);
  publication = fixture_publish (fixture, vsl_article_get_id (article), site, VSL_REMOTE_PUBLISH);
  g_assert_no_error (vsl_publication_get_error (publication));
  g_assert_cmpuint (count_pages (folder), ==, 2);
  path = g_filename_from_uri (vsl_remote_copy_get_url (vsl_outbox_row_get_copy (vsl_publication_get_result (publication))),
                              NULL, NULL);
  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  g_assert_nonnull (strstr (page, "Eén zin."));
  after = fixture_load (fixture, vsl_article_get_id (article));
  g_assert_cmpint (vsl_article_get_status (after), ==, VSL_STATUS_PUBLISHED);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  if (argc == 6 && g_str_equal (argv[1], "--child"))
    return run_child (argv);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (i = 0; i < G_N_ELEMENTS (kill_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/publisher-kills/", kill_cases[i].name, NULL);

      g_test_add (path, Fixture, &kill_cases[i], fixture_set_up, test_kill, fixture_tear_down);
    }

  return g_test_run ();
}
