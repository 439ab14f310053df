/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "desk/vsl-desk-backups.h"
#include "desk/vsl-desk-versions.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The disk fails at every call of a run in turn: somebody opens an article, writes, saves, keeps a
 * version, publishes, writes on and closes. Whatever fails: what was called saved is there at the next
 * start, what was called published is on the site, nothing is damaged, and where the disk works again
 * all of it is there. */

#define N_SAVES 4
#define N_ATTEMPTS 3

/* More calls than the run makes; the test ends when the library was not reached. */
#define MAX_CALLS 4000

typedef struct
{
  const char *name;
  guint span;
  int error_number;
  gboolean half; /* the first writes half of its bytes */
  guint step;    /* every how many calls it is tried */
} Fault;

static const Fault faults[] = {
  { "once/io-error", 1, EIO, FALSE, 1 },
  { "once/full", 1, ENOSPC, FALSE, 1 },
  { "once/read-only", 1, EROFS, FALSE, 3 },
  { "once/half", 1, 0, TRUE, 3 },
  { "half-and-then-full", MAX_CALLS, ENOSPC, TRUE, 3 },
  { "for-good/io-error", MAX_CALLS, EIO, FALSE, 3 },
};

/* What the child said when it ended. */
typedef struct
{
  int saved;     /* the last number that was called saved */
  int version;   /* that was called kept */
  int published;
  gboolean closed;
} Told;

static char *
make_body (int number)
{
  GString *body = g_string_new (NULL);

  while (body->len < 6000)
    g_string_append_printf (body, "zin%d ", number);
  g_string_append_c (body, '.');

  return g_string_free (body, FALSE);
}

static void
say (const char *word,
     int         number)
{
  g_autofree char *line = g_strdup_printf ("%s %d\n", word, number);

  g_assert_cmpint (write (STDOUT_FILENO, line, strlen (line)), ==, (gssize) strlen (line));
}

static void
result_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* As Ctrl+S does, and again when it failed. */
static gboolean
save (VslDocument *document)
{
  for (guint i = 0; i < N_ATTEMPTS; i++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;

      vsl_document_save_async (document, result_cb, &result);
      WAIT_WHILE (result == NULL);
      if (vsl_document_save_finish (document, result, &error))
        {
          g_assert_cmpint (vsl_document_get_save_state (document), ==, VSL_SAVE_SAVED);
          return TRUE;
        }
      /* A failure says so everywhere, and where the text is meanwhile. */
      g_assert_nonnull (error);
      g_assert_cmpint (vsl_document_get_save_state (document), ==, VSL_SAVE_FAILED);
      g_assert_true (vsl_document_get_dirty (document));
      g_assert_nonnull (vsl_document_get_save_error (document));
    }

  return FALSE;
}

static void
publish (Fixture    *fixture,
         const char *id,
         int         number)
{
  g_autoptr(VslSite) site = vsl_desk_find_site (fixture->desk, "local", NULL);

  for (guint i = 0; site != NULL && i < N_ATTEMPTS; i++)
    {
      g_autoptr(VslPublication) publication = fixture_publish (fixture, id, site, VSL_REMOTE_PUBLISH);

      if (vsl_publication_get_error (publication) != NULL)
        continue;
      say ("published", number);
      return;
    }
}

static gboolean
close_desk (Fixture *fixture)
{
  for (guint i = 0; i < N_ATTEMPTS; i++)
    {
      g_autoptr(GAsyncResult) result = NULL;

      vsl_desk_close_async (fixture->desk, result_cb, &result);
      WAIT_WHILE (result == NULL);
      if (vsl_desk_close_finish (fixture->desk, result, NULL))
        return TRUE;
    }

  return FALSE;
}

/* PROGRAM --child DIRECTORY ID: a day at the desk. Says what it was told. */
static int
run_child (char *argv[])
{
  Fixture fixture = { .data_dir = argv[2], .now = NOW };
  VslDeskConfig config = { .data_dir = argv[2] };
  VslDocument *document = NULL;

  for (guint i = 0; i < N_ATTEMPTS && fixture.desk == NULL; i++)
    fixture.desk = vsl_desk_new (&config, NULL);
  for (guint i = 0; i < N_ATTEMPTS && fixture.desk != NULL && document == NULL; i++)
    document = vsl_desk_open_document (fixture.desk, argv[3], NULL);
  if (document == NULL)
    return 0;

  for (int number = 1; number <= N_SAVES; number++)
    {
      g_autofree char *body = make_body (number);

      vsl_document_set_text (document, VSL_FIELD_BODY, body);
      if (save (document))
        say ("saved", number);
      if (number == 2)
        {
          g_autoptr(VslSnapshot) kept = vsl_desk_keep_version (fixture.desk, argv[3], "Versie", NULL);

          if (kept != NULL)
            say ("version", number);
        }
      if (number == 3)
        publish (&fixture, argv[3], number);
    }
  g_object_unref (document);
  if (close_desk (&fixture))
    say ("closed", N_SAVES);

  return 0;
}

/* Runs the child with a disk that fails from call @at on. */
static Told
run_faulty (Fixture     *fixture,
            const char  *id,
            const Fault *fault,
            guint        at,
            const char  *mark)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *shim = g_test_build_filename (G_TEST_BUILT, "store", "libfaulty-io.so", NULL);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *at_text = g_strdup_printf ("%u", at);
  g_autofree char *span_text = g_strdup_printf ("%u", fault->span);
  g_autofree char *errno_text = g_strdup_printf ("%d", fault->error_number);
  g_autofree char *output = NULL;
  g_autoptr(GSubprocess) child = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) lines = NULL;
  Told told = { 0 };

  g_unlink (mark);
  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", shim, TRUE);
  g_subprocess_launcher_setenv (launcher, "FAULT_DIR", fixture->data_dir, TRUE);
  g_subprocess_launcher_setenv (launcher, "FAULT_MARK", mark, TRUE);
  g_subprocess_launcher_setenv (launcher, "FAULT_AT", at_text, TRUE);
  g_subprocess_launcher_setenv (launcher, "FAULT_SPAN", span_text, TRUE);
  g_subprocess_launcher_setenv (launcher, "FAULT_ERRNO", errno_text, TRUE);
  g_subprocess_launcher_setenv (launcher, "FAULT_SHORT", fault->half ? "1" : "0", TRUE);
  child = g_subprocess_launcher_spawn (launcher, &error, program, "--child", fixture->data_dir, id, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (child))
    g_test_message ("the program did not survive a failure of call %u: %s", at, output);
  g_assert_true (g_subprocess_get_successful (child));

  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "saved "))
        told.saved = atoi (lines[i] + strlen ("saved "));
      else if (g_str_has_prefix (lines[i], "version "))
        told.version = atoi (lines[i] + strlen ("version "));
      else if (g_str_has_prefix (lines[i], "published "))
        told.published = atoi (lines[i] + strlen ("published "));
      else if (g_str_has_prefix (lines[i], "closed "))
        told.closed = TRUE;
    }

  return told;
}

/* The number of the text, which is one of those that were written and whole. */
static int
get_number (VslArticle *article)
{
  const char *text = vsl_article_get_text (article, VSL_FIELD_BODY);
  int number = atoi (text + strlen ("zin"));
  g_autofree char *body = make_body (number);

  g_assert_cmpstr (text, ==, body);

  return number;
}

/* What was published is on the site, whole. */
static void
check_site (Fixture    *fixture,
            const char *id,
            const Told *told)
{
  g_autofree char *sentence = g_strdup_printf ("zin%d zin%d", told->published, told->published);
  g_autoptr(VslOutboxRow) row = vsl_desk_find_copy (fixture->desk, id, "local", NULL);
  g_autofree char *path = NULL;
  g_autofree char *page = NULL;

  if (told->published == 0)
    return;

  g_assert_nonnull (row);
  g_assert_cmpint (vsl_outbox_row_get_state (row), ==, VSL_OUTBOX_CONFIRMED);
  path = g_filename_from_uri (vsl_remote_copy_get_url (vsl_outbox_row_get_copy (row)), NULL, NULL);
  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  g_assert_nonnull (strstr (page, sentence));
}

/* The next start, on a disk that works. */
static void
check_desk (Fixture     *fixture,
            const char  *id,
            const Told  *told,
            const Fault *fault)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GPtrArray) versions = NULL;
  g_autoptr(VslArticle) article = NULL;

  fixture_open (fixture);
  problems = vsl_desk_check_store (fixture->desk, NULL);
  g_assert_nonnull (problems);
  g_assert_cmpuint (problems->len, ==, 0);
  article = fixture_load (fixture, id);
  g_assert_cmpint (get_number (article), >=, told->saved);
  if (told->version > 0)
    {
      versions = vsl_desk_list_versions (fixture->desk, id, NULL);
      g_assert_cmpuint (versions->len, >=, 1);
    }
  check_site (fixture, id, told);
  /* One failure, and the next try has it all. */
  if (fault->span == 1)
    {
      g_assert_cmpint (told->saved, ==, N_SAVES);
      g_assert_cmpint (get_number (article), ==, N_SAVES);
      g_assert_true (told->closed);
    }
  fixture_close (fixture);
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
test_every_call (Fixture      *fixture,
                 gconstpointer data)
{
  const Fault *fault = data;
  g_autofree char *mark = g_strconcat (fixture->data_dir, ".mark", NULL);
  guint at;

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("a sanitizer must be loaded before the library that makes writing fail");
  return;
#endif
  for (at = 1; at < MAX_CALLS; at += fault->step)
    {
      g_autofree char *body = make_body (0);
      g_autoptr(VslArticle) article = NULL;
      Told told;

      fixture_open (fixture);
      article = fixture_add (fixture, "Kop", body);
      fixture_close (fixture);
      told = run_faulty (fixture, vsl_article_get_id (article), fault, at, mark);
      if (!g_file_test (mark, G_FILE_TEST_EXISTS))
        break;
      check_desk (fixture, vsl_article_get_id (article), &told, fault);
      remove_tree (fixture->data_dir);
    }
  g_test_message ("%u calls that write", at - 1);
  g_unlink (mark);
  g_assert_cmpuint (at, >, 50);
  g_assert_cmpuint (at, <, MAX_CALLS);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    return run_child (argv);

  /* Hundreds of runs: in memory, where syncing costs nothing, as it is the desk that is tested. */
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/desk-io-errors/", faults[i].name, NULL);

      g_test_add (path, Fixture, &faults[i], fixture_set_up, test_every_call, fixture_tear_down);
    }

  return g_test_run ();
}
