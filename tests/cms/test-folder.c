/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms/vsl-cms.h"
#include "cms/vsl-folder-feed.h"
#include "cms/vsl-folder-markup.h"
#include "cms/vsl-folder.h"
#include "core/vsl-article-builder.h"
#include "markup/vsl-json-ld.h"
#include "cms-await.h"
#include "cms-sample.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MONDAY (G_GINT64_CONSTANT (1795435200) * G_USEC_PER_SEC) /* 23 November 2026 */
#define DAY ((gint64) 24 * 3600 * G_USEC_PER_SEC)

typedef struct
{
  char *parent; /* (owned) */
  char *folder; /* (owned) in it */
  char *token;  /* (owned) */
  VslArticle *article; /* (owned) */
  VslCmsRequest request;
} Fixture;

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->parent = g_dir_make_tmp ("verslag-folder-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->parent, "blad", NULL);
  g_mkdir (fixture->folder, 0755);
  fixture->token = g_uuid_string_random ();
  fixture->article = sample_article ("‘Bruggen & wegen’ <eerst>", "Eerste alinea.",
                                     (const char *[]) { "bruggen", "R&D", NULL });
  fixture->request.article = fixture->article;
  fixture->request.token = fixture->token;
  fixture->request.status = VSL_REMOTE_PUBLISH;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_tree (fixture->parent);
  g_free (fixture->parent);
  g_free (fixture->folder);
  g_free (fixture->token);
  g_clear_object (&fixture->article);
}

static char *
read_file (Fixture    *fixture,
           const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);

  return text;
}

static gboolean
file_holds (Fixture    *fixture,
            const char *name,
            const char *part)
{
  g_autofree char *text = read_file (fixture, name);

  g_assert_nonnull (text);

  return strstr (text, part) != NULL;
}

static VslRemoteCopy *
put (Fixture       *fixture,
     VslRemoteCopy *base,
     gint64         now)
{
  g_autoptr(GError) error = NULL;
  VslRemoteCopy *copy = vsl_folder_put (fixture->folder, "Het Bruggenblad", &fixture->request, base,
                                        now, &error);

  g_assert_no_error (error);
  g_assert_nonnull (copy);

  return copy;
}

#define ARTICLE_PAGE "2026/bruggen-wegen-eerst/index.html"

static void
test_life (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *draft_name = g_strconcat ("drafts/", fixture->token, "/index.html", NULL);
  g_autoptr(VslRemoteCopy) draft = put (fixture, NULL, MONDAY);
  g_autoptr(VslRemoteCopy) found = NULL;
  g_autoptr(VslRemoteCopy) published = NULL;
  g_autoptr(VslRemoteCopy) same = NULL;
  g_autoptr(VslRemoteCopy) again = NULL;
  g_autoptr(VslRemoteCopy) offline = NULL;
  g_autofree char *gone = NULL;
  g_autoptr(VslArticle) changed = NULL;

  g_assert_cmpint (vsl_remote_copy_get_status (draft), ==, VSL_REMOTE_DRAFT);
  g_assert_true (file_holds (fixture, draft_name, "noindex"));
  g_assert_false (file_holds (fixture, "index.html", "Bruggen &amp;"));
  g_assert_false (file_holds (fixture, "feed.xml", "Bruggen &amp;"));

  found = vsl_folder_find (fixture->folder, "x", fixture->token, 0, NULL);
  g_assert_nonnull (found);
  g_assert_cmpstr (vsl_remote_copy_get_content_hash (found), ==,
                   vsl_remote_copy_get_content_hash (draft));

  published = put (fixture, draft, MONDAY + DAY);
  g_assert_cmpint (vsl_remote_copy_get_status (published), ==, VSL_REMOTE_PUBLISH);
  g_assert_true (g_str_has_prefix (vsl_remote_copy_get_url (published), "file:///"));
  g_assert_true (g_str_has_suffix (vsl_remote_copy_get_url (published), ARTICLE_PAGE));
  g_assert_true (file_holds (fixture, ARTICLE_PAGE, "‘Bruggen &amp; wegen’ &lt;eerst&gt;"));
  g_assert_true (file_holds (fixture, ARTICLE_PAGE, "24 november 2026"));
  g_assert_true (file_holds (fixture, ARTICLE_PAGE, "Hessel ten Kate"));
  g_assert_true (file_holds (fixture, ARTICLE_PAGE, "rel=\"tag\">R&amp;D</a></li>"));
  g_assert_true (file_holds (fixture, "index.html", ARTICLE_PAGE));
  g_assert_true (file_holds (fixture, "feed.xml", fixture->token));
  gone = read_file (fixture, draft_name);
  g_assert_null (gone);

  /* The same once more is the same, to the byte. */
  same = put (fixture, published, MONDAY + 2 * DAY);
  g_assert_cmpstr (vsl_remote_copy_get_content_hash (same), ==,
                   vsl_remote_copy_get_content_hash (published));
  g_assert_cmpstr (vsl_remote_copy_get_revision (same), ==,
                   vsl_remote_copy_get_revision (published));

  /* Another headline, the same address: links lead there. */
  changed = sample_article ("Wegen eerst", "Tweede alinea.", NULL);
  fixture->request.article = changed;
  again = put (fixture, published, MONDAY + 3 * DAY);
  g_assert_cmpstr (vsl_remote_copy_get_url (again), ==, vsl_remote_copy_get_url (published));
  g_assert_true (file_holds (fixture, ARTICLE_PAGE, "Tweede alinea."));
  g_assert_true (file_holds (fixture, ARTICLE_PAGE, "Bijgewerkt <time"));
  g_assert_true (file_holds (fixture, "feed.xml", "<published>2026-11-24"));
  g_assert_true (file_holds (fixture, "feed.xml", "<updated>2026-11-26"));

  fixture->request.status = VSL_REMOTE_DRAFT;
  offline = put (fixture, again, MONDAY + 4 * DAY);
  g_assert_cmpint (vsl_remote_copy_get_status (offline), ==, VSL_REMOTE_DRAFT);
  g_assert_false (file_holds (fixture, "index.html", "Wegen"));
  g_assert_false (file_holds (fixture, "feed.xml", fixture->token));
  g_clear_pointer (&gone, g_free);
  gone = read_file (fixture, ARTICLE_PAGE);
  g_assert_null (gone);
}

/* Where it stood first is the address that counts, also when the folder has one of its own. */
static void
test_canonical (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) published = NULL;
  g_autoptr(VslRemoteCopy) again = NULL;
  g_autoptr(VslRemoteCopy) own = NULL;

  vsl_folder_prepare (fixture->folder, "Het Bruggenblad", "https://blad.example/", 0, NULL);
  fixture->request.canonical_url = "https://eerst.example/stuk/?a=1&b=2";
  draft = put (fixture, NULL, MONDAY);
  published = put (fixture, draft, MONDAY);
  g_assert_true (file_holds (fixture, ARTICLE_PAGE,
                             "<link rel=\"canonical\" href=\"https://eerst.example/stuk/?a=1&amp;b=2\">"));
  again = put (fixture, published, MONDAY + DAY);
  g_assert_cmpstr (vsl_remote_copy_get_content_hash (again), ==, vsl_remote_copy_get_content_hash (published));
  fixture->request.canonical_url = NULL;
  own = put (fixture, again, MONDAY + DAY);
  g_assert_true (file_holds (fixture, ARTICLE_PAGE, "<link rel=\"canonical\" href=\"https://blad.example/"));
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(VslRemoteCopy) draft = put (fixture, NULL, MONDAY);
  g_autoptr(VslRemoteCopy) published = put (fixture, draft, MONDAY);
  g_autoptr(VslRemoteCopy) refused = NULL;
  g_autoptr(VslRemoteCopy) seen = NULL;
  g_autoptr(VslRemoteCopy) after = NULL;
  g_autofree char *page = g_build_filename (fixture->folder, ARTICLE_PAGE, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (page, "met de hand veranderd", -1, NULL);
  refused = vsl_folder_put (fixture->folder, "Het Bruggenblad", &fixture->request, published,
                            MONDAY, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_CONFLICT);
  g_assert_null (refused);
  g_clear_error (&error);
  g_assert_true (file_holds (fixture, ARTICLE_PAGE, "met de hand veranderd"));

  /* Once it has been looked at, it may be replaced. */
  seen = vsl_folder_fetch (fixture->folder, "x", fixture->token, 0, &error);
  g_assert_no_error (error);
  after = put (fixture, seen, MONDAY);
  g_assert_cmpstr (vsl_remote_copy_get_content_hash (after), ==,
                   vsl_remote_copy_get_content_hash (published));
}

/* The program ended between the list and the page: the next update makes up for it. */
static void
test_interrupted (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(VslRemoteCopy) draft = put (fixture, NULL, MONDAY);
  g_autoptr(VslRemoteCopy) published = NULL;
  g_autoptr(VslRemoteCopy) again = NULL;
  g_autoptr(VslRemoteCopy) missing = NULL;
  g_autofree char *page = g_build_filename (fixture->folder, ARTICLE_PAGE, NULL);
  g_autoptr(GError) error = NULL;

  published = put (fixture, draft, MONDAY);
  g_remove (page);
  missing = vsl_folder_fetch (fixture->folder, "x", fixture->token, 0, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND);
  g_assert_null (missing);
  again = put (fixture, draft, MONDAY + DAY);
  g_assert_cmpstr (vsl_remote_copy_get_url (again), ==, vsl_remote_copy_get_url (published));
  g_assert_true (g_file_test (page, G_FILE_TEST_IS_REGULAR));
}

static void
test_same_slug (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *second = g_uuid_string_random ();
  g_autoptr(VslRemoteCopy) draft = put (fixture, NULL, MONDAY);
  g_autoptr(VslRemoteCopy) published = put (fixture, draft, MONDAY);
  g_autoptr(VslRemoteCopy) draft2 = NULL;
  g_autoptr(VslRemoteCopy) published2 = NULL;

  fixture->request.token = second;
  draft2 = put (fixture, NULL, MONDAY);
  published2 = put (fixture, draft2, MONDAY);
  g_assert_true (g_str_has_suffix (vsl_remote_copy_get_url (published2),
                                   "/2026/bruggen-wegen-eerst-2/index.html"));
  g_assert_cmpstr (vsl_remote_copy_get_url (published), !=, vsl_remote_copy_get_url (published2));
}

static void
test_trash (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(VslRemoteCopy) draft = put (fixture, NULL, MONDAY);
  g_autoptr(VslRemoteCopy) published = put (fixture, draft, MONDAY);
  g_autoptr(VslRemoteCopy) trashed = NULL;
  g_autoptr(VslRemoteCopy) restored = NULL;

  fixture->request.status = VSL_REMOTE_TRASH;
  trashed = put (fixture, published, MONDAY);
  g_assert_cmpint (vsl_remote_copy_get_status (trashed), ==, VSL_REMOTE_TRASH);
  g_assert_cmpstr (vsl_remote_copy_get_url (trashed), ==, "");
  fixture->request.status = VSL_REMOTE_PUBLISH;
  restored = put (fixture, trashed, MONDAY);
  g_assert_true (file_holds (fixture, ARTICLE_PAGE, "Eerste alinea."));
}

static void
expect_refusal (Fixture    *fixture,
                const char *folder,
                int         code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslRemoteCopy) copy = NULL;

  copy = vsl_folder_put (folder, "Het Bruggenblad", &fixture->request, NULL, MONDAY, &error);
  g_assert_error (error, VSL_CMS_ERROR, code);
  g_assert_null (copy);
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *others = g_build_filename (fixture->folder, "anders", NULL);
  g_autofree char *file = g_build_filename (others, "index.html", NULL);
  g_autofree char *damaged = g_build_filename (fixture->folder, "kapot", NULL);
  g_autofree char *state = g_build_filename (damaged, ".verslag.json", NULL);
  g_autofree char *kept = NULL;
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) future = NULL;
  g_autoptr(GError) error = NULL;

  /* Somebody's own files are not overwritten. */
  g_mkdir (others, 0755);
  g_file_set_contents (file, "van iemand anders", -1, NULL);
  expect_refusal (fixture, others, VSL_CMS_ERROR_ADDRESS);
  kept = read_file (fixture, "anders/index.html");
  g_assert_cmpstr (kept, ==, "van iemand anders");

  expect_refusal (fixture, file, VSL_CMS_ERROR_FAILED);

  g_mkdir (damaged, 0755);
  g_file_set_contents (state, "{\"version\":1,", -1, NULL);
  expect_refusal (fixture, damaged, VSL_CMS_ERROR_FAILED);
  g_file_set_contents (state, "{\"version\":2,\"feed_id\":\"x\",\"entries\":[]}", -1, NULL);
  expect_refusal (fixture, damaged, VSL_CMS_ERROR_FAILED);

  fixture->request.token = "../../etc";
  expect_refusal (fixture, damaged, VSL_CMS_ERROR_NOT_FOUND);

  fixture->request.token = fixture->token;
  g_free (fixture->folder);
  fixture->folder = g_build_filename (fixture->parent, "ander", NULL);
  draft = put (fixture, NULL, MONDAY);
  fixture->request.status = VSL_REMOTE_FUTURE;
  fixture->request.at = MONDAY + 30 * G_USEC_PER_SEC;
  future = vsl_folder_put (fixture->folder, "x", &fixture->request, draft, MONDAY, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED);
  g_assert_null (future);
}

/* A planned article has its page ready, and nobody sees it before its time. */
static void
test_planned (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *stash = g_strconcat (".scheduled/", fixture->token, ".html", NULL);
  g_autoptr(VslRemoteCopy) draft = put (fixture, NULL, MONDAY);
  g_autoptr(VslRemoteCopy) planned = NULL;
  g_autoptr(VslRemoteCopy) early = NULL;
  g_autoptr(VslRemoteCopy) due = NULL;
  g_autoptr(VslRemoteCopy) again = NULL;
  g_autoptr(VslArticle) changed = sample_article ("Bruggen", "Derde alinea.", NULL);
  g_autofree char *gone = NULL;
  g_autoptr(GError) error = NULL;

  fixture->request.status = VSL_REMOTE_FUTURE;
  fixture->request.at = MONDAY + DAY;
  planned = put (fixture, draft, MONDAY);
  g_assert_cmpint (vsl_remote_copy_get_status (planned), ==, VSL_REMOTE_FUTURE);
  g_assert_true (file_holds (fixture, stash, "24 november 2026"));
  g_assert_false (file_holds (fixture, stash, "noindex"));
  g_assert_false (file_holds (fixture, "index.html", ARTICLE_PAGE));
  gone = read_file (fixture, ARTICLE_PAGE);
  g_assert_null (gone);

  early = vsl_folder_fetch (fixture->folder, "Het Bruggenblad", fixture->token, MONDAY + DAY - 1,
                            &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (early), ==, VSL_REMOTE_FUTURE);
  g_assert_cmpstr (vsl_remote_copy_get_content_hash (early), ==,
                   vsl_remote_copy_get_content_hash (planned));

  due = vsl_folder_fetch (fixture->folder, "Het Bruggenblad", fixture->token, MONDAY + DAY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (due), ==, VSL_REMOTE_PUBLISH);
  g_assert_cmpstr (vsl_remote_copy_get_content_hash (due), ==,
                   vsl_remote_copy_get_content_hash (planned));
  g_assert_cmpstr (vsl_remote_copy_get_url (due), ==, vsl_remote_copy_get_url (planned));
  g_assert_true (file_holds (fixture, ARTICLE_PAGE, "Eerste alinea."));
  g_assert_true (file_holds (fixture, "index.html", ARTICLE_PAGE));
  gone = read_file (fixture, stash);
  g_assert_null (gone);

  /* That it appeared meanwhile is no conflict. */
  fixture->request.article = changed;
  fixture->request.status = VSL_REMOTE_PUBLISH;
  again = put (fixture, planned, MONDAY + 2 * DAY);
  g_assert_true (file_holds (fixture, ARTICLE_PAGE, "Derde alinea."));
}

/* A tag has a page as long as a published article has it. */
static void
test_tags (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *a, *b;
    gboolean same;
  } pairs[] = {
    { "Digitalisering", "digitalisering", TRUE }, { "open data", "open-data", TRUE },
    { "C", "C++", FALSE },                        { "R&D", "rd", FALSE },
    { "日本", "中国", FALSE },                    { "één", "Een", TRUE },
  };
  g_autoptr(VslRemoteCopy) draft = put (fixture, NULL, MONDAY);
  g_autoptr(VslRemoteCopy) published = NULL;
  g_autoptr(VslRemoteCopy) without = NULL;
  g_autoptr(VslArticle) changed = sample_article ("Bruggen", "Tekst.", (const char *[]) { "wegen", NULL });
  g_autofree char *gone = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = vsl_folder_dup_tag_path (pairs[i].a);
      g_autofree char *b = vsl_folder_dup_tag_path (pairs[i].b);

      g_test_message ("%s %s", a, b);
      g_assert_cmpint (strcmp (a, b) == 0, ==, pairs[i].same);
    }

  gone = read_file (fixture, "tags/bruggen/index.html");
  g_assert_null (gone);
  published = put (fixture, draft, MONDAY);
  g_assert_true (file_holds (fixture, "tags/bruggen/index.html", "../../" ARTICLE_PAGE));
  g_assert_true (file_holds (fixture, ARTICLE_PAGE, "href=\"../../tags/bruggen/index.html\""));
  fixture->request.article = changed;
  without = put (fixture, published, MONDAY);
  gone = read_file (fixture, "tags/bruggen/index.html");
  g_assert_null (gone);
  g_assert_true (file_holds (fixture, "tags/wegen/index.html", ARTICLE_PAGE));
}

static guint
count_files (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n++;

  return n;
}

/* What does not change keeps its file; what is not ours stays; nothing is left behind. */
static void
test_untouched (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *second = g_uuid_string_random ();
  g_autofree char *page = g_build_filename (fixture->folder, "drafts", fixture->token, "index.html", NULL);
  g_autofree char *cname = g_build_filename (fixture->folder, "CNAME", NULL);
  g_autofree char *empty = g_build_filename (fixture->folder, "leeg", NULL);
  g_autofree char *beside = g_path_get_dirname (fixture->folder);
  g_autoptr(VslRemoteCopy) draft = put (fixture, NULL, MONDAY);
  g_autoptr(VslRemoteCopy) other = NULL;
  struct stat before, after;
  guint n = count_files (beside);

  g_file_set_contents (cname, "www.example.org\n", -1, NULL);
  g_mkdir (empty, 0700);
  g_assert_cmpint (stat (page, &before), ==, 0);
  fixture->request.token = second;
  other = put (fixture, NULL, MONDAY + DAY);
  g_assert_cmpint (stat (page, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  g_assert_cmpint (before.st_mtim.tv_sec, ==, after.st_mtim.tv_sec);
  g_assert_true (file_holds (fixture, "CNAME", "www.example.org"));
  g_assert_true (g_file_test (empty, G_FILE_TEST_IS_DIR));
  g_assert_cmpuint (count_files (beside), ==, n);
}

/* Killed at any moment, the folder has the old or the new of everything: list, page, front page and
 * tag page agree. */
static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(VslRemoteCopy) draft = put (fixture, NULL, MONDAY);
  g_autoptr(VslRemoteCopy) last = NULL;
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  guint n_killed = 0;
  guint i;

  for (i = 0; i < 40; i++)
    {
      pid_t child = fork ();
      g_autofree char *page = NULL;
      g_autofree char *index = NULL;
      g_autofree char *tag = NULL;
      g_autofree char *feed = NULL;
      g_autofree char *state = NULL;
      int status;

      if (child == 0)
        {
          g_autoptr(VslRemoteCopy) now = vsl_folder_fetch (fixture->folder, "x", fixture->token, 0, NULL);
          guint n;

          for (n = 0; n < 1000; n++)
            {
              VslRemoteCopy *next;

              fixture->request.status = n % 2 == 0 ? VSL_REMOTE_PUBLISH : VSL_REMOTE_DRAFT;
              next = vsl_folder_put (fixture->folder, "x", &fixture->request, now, MONDAY, NULL);
              if (next == NULL)
                _exit (1);
              g_set_object (&now, next);
            }
          _exit (0);
        }
      g_usleep (g_rand_int_range (rand, 1000, 30000));
      kill (child, SIGKILL);
      waitpid (child, &status, 0);
      n_killed += WIFSIGNALED (status);

      page = read_file (fixture, ARTICLE_PAGE);
      index = read_file (fixture, "index.html");
      tag = read_file (fixture, "tags/bruggen/index.html");
      feed = read_file (fixture, "feed.json");
      state = read_file (fixture, ".verslag.json");
      g_assert_nonnull (index);
      g_assert_nonnull (feed);
      g_assert_cmpint (page != NULL, ==, strstr (index, ARTICLE_PAGE) != NULL);
      g_assert_cmpint (page != NULL, ==, strstr (feed, fixture->token) != NULL);
      g_assert_cmpint (page != NULL, ==, tag != NULL);
      g_assert_cmpint (page != NULL, ==, strstr (state, "\"status\" : \"publish\"") != NULL);
    }
  g_assert_cmpuint (n_killed, >, 20);

  /* And the next run cleans up and goes on. */
  last = vsl_folder_fetch (fixture->folder, "x", fixture->token, 0, NULL);
  fixture->request.status = VSL_REMOTE_PUBLISH;
  g_clear_object (&draft);
  draft = put (fixture, last, MONDAY);
  g_assert_true (file_holds (fixture, "index.html", ARTICLE_PAGE));
  fixture->request.status = VSL_REMOTE_DRAFT;
  g_clear_object (&last);
  last = put (fixture, draft, MONDAY);
  {
    g_autofree char *beside = g_path_get_dirname (fixture->folder);
    g_autofree char *name = g_path_get_basename (fixture->folder);
    g_autofree char *prefix = g_strconcat (".", name, ".verslag-", NULL);
    g_autoptr(GDir) dir = g_dir_open (beside, 0, NULL);
    const char *other;

    while ((other = g_dir_read_name (dir)) != NULL)
      g_assert_false (g_str_has_prefix (other, prefix));
  }
}

static void
test_base_url (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) published = NULL;

  g_assert_true (vsl_folder_prepare (fixture->folder, "x", "https://blad.example", MONDAY, NULL));
  draft = put (fixture, NULL, MONDAY);
  published = put (fixture, draft, MONDAY);
  g_assert_true (file_holds (fixture, ARTICLE_PAGE, "<link rel=\"canonical\" "
                             "href=\"https://blad.example/2026/bruggen-wegen-eerst/\">"));
  g_assert_true (file_holds (fixture, ARTICLE_PAGE, "\"@type\":\"NewsArticle\""));
  g_assert_true (file_holds (fixture, "sitemap.xml",
                             "<loc>https://blad.example/2026/bruggen-wegen-eerst/</loc>"));
  g_assert_true (file_holds (fixture, "feed.xml", "href=\"https://blad.example/feed.xml\""));
  g_assert_true (file_holds (fixture, "feed.json", "https://blad.example/feed.json"));
}

static void
test_byline (void)
{
  static const struct
  {
    const char *byline, *names;
  } bylines[] = {
    { "", "" }, { "Sanne Visser", "Sanne Visser" },
    { "Sanne Visser en Piet de Boer", "Sanne Visser|Piet de Boer" },
    { "Aad Eng, Jan van Enk en Bea Ende", "Aad Eng|Jan van Enk|Bea Ende" },
    { "Ann Ander & Bo, and Cy", "Ann Ander|Bo|Cy" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (bylines); i++)
    {
      g_auto(GStrv) names = vsl_json_ld_split_byline (bylines[i].byline);
      g_autofree char *joined = g_strjoinv ("|", names);

      g_assert_cmpstr (joined, ==, bylines[i].names);
    }
}

static void
check_with (const char * const *argv)
{
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status,
                &error);
  g_assert_no_error (error);
  if (status != 0 || *err != '\0')
    g_test_message ("%s %s: %s%s", argv[0], argv[1], out, err);
  g_assert_cmpint (status, ==, 0);
}

/* The picture at the head is where search engines, feed readers and links look for it. */
static void
test_picture (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *file;
    const char *part;
  } parts[] = {
    { ARTICLE_PAGE, "<img src=\"../../media/brug.jpg\" alt=\"De &amp; brug\"" },
    { ARTICLE_PAGE, "\"url\":\"https://blad.example/media/brug.jpg\",\"width\":640,\"height\":400" },
    { ARTICLE_PAGE, "\"creditText\":\"Bo Smit\"" },
    { ARTICLE_PAGE, "<meta property=\"og:image\" content=\"https://blad.example/media/brug.jpg\">" },
    { "feed.xml", "<link rel=\"enclosure\" type=\"image/jpeg\" "
                  "href=\"https://blad.example/media/brug.jpg\" title=\"De &amp; brug\"/>" },
    { "feed.json", "\"image\" : \"https://blad.example/media/brug.jpg\"" },
    { "sitemap.xml", "<image:loc>https://blad.example/media/brug.jpg</image:loc>" },
  };
  const VslPicturePlace place = { "../../media/brug.jpg", NULL, NULL, 640, 400 };
  g_autoptr(VslPicture) picture = vsl_picture_new ("ab", "image/webp", "Bo Smit", "", "De & brug");
  g_autoptr(VslPicture) featured = vsl_picture_with_featured (picture, TRUE);
  g_autoptr(VslPicture) placed = vsl_picture_with_place (featured, &place);
  VslArticleBuilder *builder = vsl_article_builder_new (fixture->article);
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) published = NULL;
  g_autoptr(VslRemoteCopy) again = NULL;
  g_autoptr(VslArticle) without = g_object_ref (fixture->article);
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "cms", "check-feed.py", NULL);
  g_autofree char *feed = g_build_filename (fixture->folder, "feed.xml", NULL);
  guint i;

  vsl_article_builder_add_picture (builder, placed);
  g_clear_object (&fixture->article);
  fixture->article = vsl_article_builder_end (builder);
  fixture->request.article = fixture->article;
  g_assert_true (vsl_folder_prepare (fixture->folder, "x", "https://blad.example", MONDAY, NULL));
  draft = put (fixture, NULL, MONDAY);
  published = put (fixture, draft, MONDAY);
  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_test_message ("%s: %s", parts[i].file, parts[i].part);
      g_assert_true (file_holds (fixture, parts[i].file, parts[i].part));
    }
  check_with ((const char *[]) { "/usr/bin/python3", script, feed, "1", NULL });

  /* Taken away here, it is taken away there. */
  fixture->request.article = without;
  again = put (fixture, published, MONDAY + 1);
  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_false (file_holds (fixture, parts[i].file, "brug.jpg"));
}

/* A link in the folder that leads out of it is not followed. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *outside = g_dir_make_tmp ("verslag-outside-XXXXXX", NULL);
  g_autofree char *year = g_build_filename (fixture->folder, "2026", NULL);
  g_autoptr(VslRemoteCopy) draft = put (fixture, NULL, MONDAY);
  g_autoptr(VslRemoteCopy) published = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;

  g_assert_cmpint (symlink (outside, year), ==, 0);
  published = vsl_folder_put (fixture->folder, "x", &fixture->request, draft, MONDAY, &error);
  g_assert_nonnull (error);
  g_assert_null (published);
  dir = g_dir_open (outside, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  remove_tree (outside);
}

static void
test_client (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(VslSite) site = vsl_site_new ("Mijn blad", VSL_BRAND_FOLDER, NULL, NULL, NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslCms) cms = vsl_cms_new (site, NULL, fixture->folder, &error);
  g_autoptr(VslCmsAbout) about = NULL;
  g_autoptr(VslRemoteCopy) none = NULL;
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) published = NULL;
  g_autoptr(GPtrArray) missing = NULL;
  VslCms *weak;

  g_assert_no_error (error);
  g_assert_true (vsl_cms_get_site (cms) == site);
  about = await_connect (cms, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (about->title, ==, "Mijn blad");
  g_assert_true (file_holds (fixture, "mijn-blad/index.html", "Er is nog niets gepubliceerd."));
  none = await_find (cms, fixture->token, &error);
  g_assert_no_error (error);
  g_assert_null (none);
  missing = await_missing_terms (cms, fixture->article, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (missing->len, ==, 0);
  draft = await_create (cms, &fixture->request, &error);
  g_assert_no_error (error);
  published = await_update (cms, &fixture->request, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (published), ==, VSL_REMOTE_PUBLISH);

  /* The thread lets go of it a moment after the result is here. */
  weak = cms;
  g_object_add_weak_pointer (G_OBJECT (cms), (gpointer *) &weak);
  g_clear_object (&cms);
  while (weak != NULL)
    g_thread_yield ();
}

/* The judgement of others: HTML Tidy, and a feed reader with a check of what RFC 4287 requires. */
static void
test_valid (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *tidy = g_find_program_in_path ("tidy");
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "cms", "check-feed.py", NULL);
  g_autofree char *page = g_build_filename (fixture->folder, ARTICLE_PAGE, NULL);
  g_autofree char *index = g_build_filename (fixture->folder, "index.html", NULL);
  g_autofree char *feed = g_build_filename (fixture->folder, "feed.xml", NULL);
  g_autofree char *tag = g_build_filename (fixture->folder, "tags", "bruggen", "index.html", NULL);
  g_autofree char *publication = g_test_build_filename (G_TEST_DIST, "cms", "check-publication.py", NULL);
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) published = NULL;

  if (tidy == NULL)
    {
      g_test_skip ("tidy is not installed");
      return;
    }

  g_assert_true (vsl_folder_prepare (fixture->folder, "Het <Brug> & blad", NULL, MONDAY, NULL));
  check_with ((const char *[]) { "tidy", "-quiet", "-errors", "--warn-proprietary-attributes", "yes",
                                 index, NULL });
  check_with ((const char *[]) { "/usr/bin/python3", script, feed, "0", NULL });
  draft = put (fixture, NULL, MONDAY);
  published = put (fixture, draft, MONDAY);
  check_with ((const char *[]) { "tidy", "-quiet", "-errors", page, NULL });
  check_with ((const char *[]) { "tidy", "-quiet", "-errors", tag, NULL });
  check_with ((const char *[]) { "/usr/bin/python3", publication, fixture->folder, NULL });
  check_with ((const char *[]) { "tidy", "-quiet", "-errors", index, NULL });
  check_with ((const char *[]) { "/usr/bin/python3", script, feed, "1", NULL });
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/folder/life", test_life },         { "/folder/conflict", test_conflict },
    { "/folder/canonical", test_canonical },
    { "/folder/trash", test_trash },       { "/folder/interrupted", test_interrupted },
    { "/folder/link", test_link },         { "/folder/same-slug", test_same_slug },
    { "/folder/client", test_client },     { "/folder/refusals", test_refusals },
    { "/folder/valid", test_valid },       { "/folder/planned", test_planned },
    { "/folder/picture", test_picture },
    { "/folder/tags", test_tags },         { "/folder/untouched", test_untouched },
    { "/folder/killed", test_killed },     { "/folder/base-url", test_base_url },
  };
  guint i;

  g_setenv ("TZ", "Europe/Amsterdam", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/folder/byline", test_byline);

  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
