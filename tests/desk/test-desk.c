/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "fixture.h"

#include "cms/vsl-cms.h"
#include "core/vsl-json.h"
#include "core/vsl-text.h"
#include "desk/vsl-desk-fault.h"
#include "exchange/vsl-exchange.h"
#include "store/vsl-store.h"

#include <string.h>

/* --- errors ------------------------------------------------------------------------------------ */

typedef struct
{
  const char *word;
  VslDeskError code;
  GQuark (*domain) (void);
  int from;
} ErrorCase;

static GQuark
io_error (void)
{
  return G_IO_ERROR;
}

static const ErrorCase error_cases[] = {
  { "locked", VSL_DESK_ERROR_STORE, vsl_store_error_quark, VSL_STORE_ERROR_LOCKED },
  { "too-new", VSL_DESK_ERROR_STORE, vsl_store_error_quark, VSL_STORE_ERROR_TOO_NEW },
  { "foreign", VSL_DESK_ERROR_STORE, vsl_store_error_quark, VSL_STORE_ERROR_FOREIGN },
  { "corrupt", VSL_DESK_ERROR_STORE, vsl_store_error_quark, VSL_STORE_ERROR_CORRUPT },
  { "full", VSL_DESK_ERROR_STORE, vsl_store_error_quark, VSL_STORE_ERROR_FULL },
  { "full", VSL_DESK_ERROR_STORE, io_error, G_IO_ERROR_NO_SPACE },
  { "read-only", VSL_DESK_ERROR_STORE, vsl_store_error_quark, VSL_STORE_ERROR_READ_ONLY },
  { "not-found", VSL_DESK_ERROR_NOT_FOUND, vsl_store_error_quark, VSL_STORE_ERROR_NOT_FOUND },
  { "ambiguous", VSL_DESK_ERROR_NOT_FOUND, vsl_store_error_quark, VSL_STORE_ERROR_AMBIGUOUS },
  { "conflict", VSL_DESK_ERROR_CONFLICT, vsl_store_error_quark, VSL_STORE_ERROR_CONFLICT },
  { "conflict", VSL_DESK_ERROR_CONFLICT, vsl_cms_error_quark, VSL_CMS_ERROR_CONFLICT },
  { "gone", VSL_DESK_ERROR_CONFLICT, vsl_cms_error_quark, VSL_CMS_ERROR_NOT_FOUND },
  { "exists", VSL_DESK_ERROR_USAGE, vsl_store_error_quark, VSL_STORE_ERROR_EXISTS },
  { "auth", VSL_DESK_ERROR_REMOTE, vsl_cms_error_quark, VSL_CMS_ERROR_AUTH },
  { "address", VSL_DESK_ERROR_REMOTE, vsl_cms_error_quark, VSL_CMS_ERROR_ADDRESS },
  { "tls", VSL_DESK_ERROR_REMOTE, vsl_cms_error_quark, VSL_CMS_ERROR_TLS },
  { "not-a-site", VSL_DESK_ERROR_REMOTE, vsl_cms_error_quark, VSL_CMS_ERROR_NOT_A_SITE },
  { "forbidden", VSL_DESK_ERROR_REMOTE, vsl_cms_error_quark, VSL_CMS_ERROR_FORBIDDEN },
  { "rejected", VSL_DESK_ERROR_REMOTE, vsl_cms_error_quark, VSL_CMS_ERROR_REJECTED },
  { "missing-terms", VSL_DESK_ERROR_REMOTE, vsl_cms_error_quark, VSL_CMS_ERROR_MISSING_TERMS },
  { "busy", VSL_DESK_ERROR_REMOTE, vsl_cms_error_quark, VSL_CMS_ERROR_BUSY },
  { "in-doubt", VSL_DESK_ERROR_REMOTE, vsl_cms_error_quark, VSL_CMS_ERROR_IN_DOUBT },
  { "too-large", VSL_DESK_ERROR_REMOTE, vsl_cms_error_quark, VSL_CMS_ERROR_TOO_LARGE },
  { "unreadable", VSL_DESK_ERROR_INPUT, vsl_exchange_error_quark, VSL_EXCHANGE_ERROR_UNREADABLE },
  { "empty", VSL_DESK_ERROR_INPUT, vsl_exchange_error_quark, VSL_EXCHANGE_ERROR_EMPTY },
  { "too-large", VSL_DESK_ERROR_INPUT, vsl_exchange_error_quark, VSL_EXCHANGE_ERROR_TOO_LARGE },
  { "unreadable", VSL_DESK_ERROR_INPUT, vsl_text_error_quark, VSL_TEXT_ERROR_BINARY },
  { "unreadable", VSL_DESK_ERROR_INPUT, vsl_json_error_quark, VSL_JSON_ERROR_TOO_DEEP },
  { "too-large", VSL_DESK_ERROR_INPUT, vsl_json_error_quark, VSL_JSON_ERROR_TOO_LARGE },
};

static void
test_error (gconstpointer data)
{
  const ErrorCase *test = data;
  g_autoptr(GError) adopted =
    vsl_desk_fault_adopt (g_error_new_literal (test->domain (), test->from, "A sentence."));
  g_autoptr(GError) copy = g_error_copy (adopted);

  g_assert_error (copy, VSL_DESK_ERROR, (int) test->code);
  g_assert_cmpstr (vsl_desk_error_get_code (copy), ==, test->word);
  g_assert_cmpstr (copy->message, ==, "A sentence.");
  g_prefix_error (&copy, "More. ");
  g_assert_cmpstr (vsl_desk_error_get_code (copy), ==, test->word);
}

static void
test_cancelled (void)
{
  g_autoptr(GError) error =
    vsl_desk_fault_adopt (g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Stopped."));

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (vsl_desk_error_get_code (error), ==, "cancelled");
}

/* --- the library ------------------------------------------------------------------------------- */

typedef struct
{
  guint n;
  guint position;
  guint removed;
  guint added;
} Changes;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Changes    *changes)
{
  *changes = (Changes) { changes->n + 1, position, removed, added };
}

static char *
list_headlines (VslDesk *desk)
{
  GListModel *library = vsl_desk_get_library (desk);
  g_autoptr(GString) list = g_string_new (NULL);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (library); i++)
    {
      g_autoptr(VslArticleSummary) summary = g_list_model_get_item (library, i);

      g_string_append_printf (list, "%s ", vsl_article_summary_get_headline (summary));
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
assert_headlines (VslDesk    *desk,
                  const char *expected)
{
  g_autofree char *list = list_headlines (desk);

  g_assert_cmpstr (list, ==, expected);
}

static void
test_library (Fixture      *fixture,
              gconstpointer data)
{
  VslDesk *desk = fixture_open (fixture);
  Changes changes = { 0 };
  g_autoptr(VslArticle) a = fixture_add (fixture, "A", "");
  g_autoptr(VslArticle) b = NULL;
  g_autoptr(VslDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  fixture->now += G_USEC_PER_SEC;
  b = fixture_add (fixture, "B", "");
  assert_headlines (desk, "B A ");

  /* Who types in the lower one keeps it where it is. */
  fixture->now += G_USEC_PER_SEC;
  g_signal_connect (vsl_desk_get_library (desk), "items-changed", G_CALLBACK (items_changed_cb), &changes);
  document = vsl_desk_open_document (desk, vsl_article_get_id (a), &error);
  g_assert_no_error (error);
  vsl_document_set_text (document, VSL_FIELD_HEADLINE, "A2");
  vsl_document_set_text (document, VSL_FIELD_LEAD, "Drie woorden hier");
  fixture_save (document);
  assert_headlines (desk, "B A2 ");
  g_assert_cmpuint (changes.n, ==, 1);
  g_assert_cmpuint (changes.position, ==, 1);
  g_assert_cmpuint (changes.removed, ==, 1);
  g_assert_cmpuint (changes.added, ==, 1);
  g_assert_cmpuint (vsl_document_get_words (document), ==, 3);
  g_clear_object (&document);

  g_assert_true (vsl_desk_delete_article (desk, vsl_article_get_id (b), &error));
  assert_headlines (desk, "A2 ");
  g_assert_cmpuint (g_list_model_get_n_items (vsl_desk_get_bin (desk)), ==, 1);
  g_assert_true (vsl_desk_undelete_article (desk, vsl_article_get_id (b), &error));
  assert_headlines (desk, "B A2 ");
  g_assert_cmpuint (g_list_model_get_n_items (vsl_desk_get_bin (desk)), ==, 0);
  g_assert_no_error (error);

  fixture_close (fixture);
  fixture_open (fixture);
  assert_headlines (fixture->desk, "A2 B ");
}

static void
test_find (Fixture      *fixture,
           gconstpointer data)
{
  VslDesk *desk = fixture_open (fixture);
  g_autoptr(VslArticle) article = fixture_add (fixture, "Kop", "");
  g_autofree char *prefix = g_strndup (vsl_article_get_id (article), 6);
  g_autofree char *found = NULL;
  g_autofree char *missing = NULL;
  g_autoptr(VslArticle) none = NULL;
  g_autoptr(GError) error = NULL;

  found = vsl_desk_find_article (desk, prefix, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, vsl_article_get_id (article));
  missing = vsl_desk_find_article (desk, "zzzzzzzz", &error);
  g_assert_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_NOT_FOUND);
  g_clear_error (&error);
  none = vsl_desk_load_article (desk, "zzzzzzzzzz", &error);
  g_assert_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_NOT_FOUND);
  g_assert_null (none);
}

/* A window and a command on one store. */
static void
test_two_desks (Fixture      *fixture,
                gconstpointer data)
{
  VslDeskConfig config = { .data_dir = fixture->data_dir };
  g_autoptr(VslDesk) second = NULL;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) refused = NULL;
  g_autoptr(GError) error = NULL;

  fixture_open (fixture);
  article = fixture_add (fixture, "Kop", "");
  second = vsl_desk_new (&config, &error);
  g_assert_null (second);
  g_assert_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_STORE);
  g_assert_cmpstr (vsl_desk_error_get_code (error), ==, "locked");
  g_clear_error (&error);

  config.read_only = TRUE;
  second = vsl_desk_new (&config, &error);
  g_assert_no_error (error);
  assert_headlines (second, "Kop ");
  refused = vsl_desk_save_article (second, article, &error);
  g_assert_null (refused);
  g_assert_cmpstr (vsl_desk_error_get_code (error), ==, "read-only");
}

/* The very first command may be one that only reads. */
static void
test_read_nothing (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->data_dir, "new", "place", NULL);
  VslDeskConfig config = { .data_dir = path, .read_only = TRUE };
  g_autoptr(GError) error = NULL;
  g_autoptr(VslDesk) desk = vsl_desk_new (&config, &error);

  g_assert_no_error (error);
  assert_headlines (desk, "");
}

/* --- sites ------------------------------------------------------------------------------------- */

typedef struct
{
  GAsyncResult *result;
} Answer;

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  ((Answer *) user_data)->result = g_object_ref (result);
}

static VslSite *
add_site (VslDesk    *desk,
          const char *name,
          VslBrand    brand,
          const char *url,
          GError    **error)
{
  Answer answer = { NULL };
  g_autofree char *note = NULL;
  VslSite *site;

  vsl_desk_add_site_async (desk, name, brand, url, "user", "secret", NULL, answered_cb, &answer);
  WAIT_WHILE (answer.result == NULL);
  site = vsl_desk_add_site_finish (desk, answer.result, &note, error);
  g_object_unref (answer.result);

  return site;
}

static void
test_sites (Fixture      *fixture,
            gconstpointer data)
{
  VslDesk *desk = fixture_open (fixture);
  GListModel *sites = vsl_desk_get_sites (desk);
  g_autofree char *path = g_build_filename (fixture->data_dir, "krant", NULL);
  g_autoptr(VslSite) local = fixture_find_site (fixture);
  g_autoptr(VslSite) added = NULL;
  g_autoptr(VslSite) again = NULL;
  g_autoptr(VslSite) found = NULL;
  g_autoptr(VslSite) nowhere = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (sites), ==, 1);
  g_assert_cmpint (vsl_site_get_brand (local), ==, VSL_BRAND_FOLDER);
  added = add_site (desk, "De Krant", VSL_BRAND_FOLDER, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (sites), ==, 2);
  again = add_site (desk, "De Krant", VSL_BRAND_FOLDER, path, &error);
  g_assert_null (again);
  g_assert_cmpstr (vsl_desk_error_get_code (error), ==, "exists");
  g_clear_error (&error);
  found = vsl_desk_find_site (desk, "de krant", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_site_get_name (found), ==, "De Krant");

  /* A port on which nobody listens: nothing is stored. */
  nowhere = add_site (desk, "weg", VSL_BRAND_WORDPRESS, "http://127.0.0.1:1/", &error);
  g_assert_null (nowhere);
  g_assert_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_REMOTE);
  g_clear_error (&error);
  g_assert_cmpuint (g_list_model_get_n_items (sites), ==, 2);

  g_assert_true (vsl_desk_remove_site (desk, "De Krant", &error));
  g_assert_true (vsl_desk_remove_site (desk, "local", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (sites), ==, 0);
}

/* Who removed the local site and has articles does not get it back by itself. */
static void
test_local_site_once (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GError) error = NULL;

  fixture_open (fixture);
  article = fixture_add (fixture, "Kop", "");
  g_assert_true (vsl_desk_remove_site (fixture->desk, "local", &error));
  fixture_close (fixture);
  fixture_open (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (vsl_desk_get_sites (fixture->desk)), ==, 0);
}

/* --- files ------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *contents;
  gssize length;
  const char *format;
  const char *word; /* NULL: it is read */
} FileCase;

static const FileCase file_cases[] = {
  { "text", "Een kop\n\nEen inleiding die wat langer is.\n\nDoor Iemand Anders\n\nTekst.\n", -1, NULL, NULL },
  { "as-markdown", "---\nheadline: Een kop\n---\n\nTekst.\n", -1, "markdown", NULL },
  { "empty", "", 0, NULL, "empty" },
  { "binary", "\177ELF\0\0\1\2\0\0\0\377\376", 13, NULL, "unreadable" },
  { "unknown-format", "Tekst.", -1, "papyrus", "unknown-format" },
};

static void
test_read_file (Fixture      *fixture,
                gconstpointer data)
{
  const FileCase *test = data;
  VslDesk *desk = fixture_open (fixture);
  g_autofree char *path = g_build_filename (fixture->data_dir, "file.txt", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(VslImport) import = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, test->contents, test->length, NULL));
  import = vsl_desk_read_file (desk, file, test->format, &error);
  if (test->word != NULL)
    {
      g_assert_null (import);
      g_assert_cmpstr (vsl_desk_error_get_code (error), ==, test->word);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_article_get_text (vsl_import_get_article (import), VSL_FIELD_HEADLINE), ==, "Een kop");
  assert_headlines (desk, "");
}

static void
test_missing_file (Fixture      *fixture,
                   gconstpointer data)
{
  VslDesk *desk = fixture_open (fixture);
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/file.txt");
  g_autoptr(GError) error = NULL;
  g_autoptr(VslImport) import = vsl_desk_read_file (desk, file, NULL, &error);

  g_assert_null (import);
  g_assert_error (error, VSL_DESK_ERROR, VSL_DESK_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "/nowhere/file.txt"));
}

static void
test_export (Fixture      *fixture,
             gconstpointer data)
{
  VslDesk *desk = fixture_open (fixture);
  g_autoptr(VslArticle) article = fixture_add (fixture, "Een kop", "Tekst.");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) none = NULL;
  g_autoptr(GError) error = NULL;

  bytes = vsl_desk_export_article (desk, article, "markdown", &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "Een kop"));
  none = vsl_desk_export_article (desk, article, "papyrus", &error);
  g_assert_cmpstr (vsl_desk_error_get_code (error), ==, "unknown-format");
}

/* --- publishing to the folder that is there from the first start ---------------------------------- */

static void
test_publish_to_folder (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslSite) local = NULL;
  g_autoptr(VslPublication) first = NULL;
  g_autoptr(VslPublication) second = NULL;
  g_autoptr(VslDocument) document = NULL;
  g_autofree char *url = NULL;
  g_autofree char *path = NULL;
  g_autofree char *page = NULL;
  guint i;

  fixture_open (fixture);
  article = fixture_add (fixture, "‘Water komt terug’", "Eerste zin.\n\nTweede zin.");
  local = fixture_find_site (fixture);
  first = fixture_publish (fixture, vsl_article_get_id (article), local, VSL_REMOTE_PUBLISH);
  g_assert_no_error (vsl_publication_get_error (first));
  g_assert_true (vsl_publication_get_created (first));
  for (i = 0; i < g_list_model_get_n_items (vsl_publication_get_steps (first)); i++)
    {
      g_autoptr(VslPublicationStep) step = g_list_model_get_item (vsl_publication_get_steps (first), i);

      g_assert_cmpint (vsl_publication_step_get_state (step), ==, VSL_STEP_DONE);
      g_assert_nonnull (vsl_publication_step_get_detail (step));
    }
  url = g_strdup (vsl_remote_copy_get_url (vsl_outbox_row_get_copy (vsl_publication_get_result (first))));
  path = g_filename_from_uri (url, NULL, NULL);
  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  g_assert_nonnull (strstr (page, "Tweede zin."));

  document = vsl_desk_open_document (fixture->desk, vsl_article_get_id (article), NULL);
  vsl_document_set_text (document, VSL_FIELD_BODY, "Andere zin.");
  second = fixture_publish (fixture, vsl_article_get_id (article), local, VSL_REMOTE_PUBLISH);
  g_assert_no_error (vsl_publication_get_error (second));
  g_assert_false (vsl_publication_get_created (second));
  g_assert_cmpstr (vsl_remote_copy_get_url (vsl_outbox_row_get_copy (vsl_publication_get_result (second))),
                   ==, url);
  g_free (page);
  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  g_assert_nonnull (strstr (page, "Andere zin."));
  g_assert_null (strstr (page, "Tweede zin."));
  g_clear_object (&document);
}

/* A site whose password is not there: told before anything is sent, with what to do. */
static void
test_no_password (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(VslSite) site = vsl_site_new ("weekblad", VSL_BRAND_WORDPRESS, "http://127.0.0.1:1/",
                                          "redactie", "http://127.0.0.1:1/wp-json/", "Weekblad");
  g_autoptr(VslStore) store = vsl_store_open (fixture->data_dir, VSL_STORE_READ_WRITE, NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslPublication) publication = NULL;
  g_autoptr(VslPublication) refused = NULL;

  g_assert_true (vsl_store_add_site (store, site, NULL));
  g_assert_true (vsl_store_close (store, NULL));
  fixture_open (fixture);
  article = fixture_add (fixture, "Kop", "Tekst.");
  publication = fixture_publish (fixture, vsl_article_get_id (article), site, VSL_REMOTE_DRAFT);
  g_assert_cmpstr (vsl_desk_error_get_code (vsl_publication_get_error (publication)), ==, "auth");
  g_assert_nonnull (strstr (vsl_publication_get_error_message (publication), "weekblad"));
  g_assert_cmpint (vsl_outbox_row_get_state (vsl_publication_get_result (publication)), ==,
                   VSL_OUTBOX_BLOCKED);

  vsl_desk_remember_password (fixture->desk, "weekblad", "geheim");
  refused = fixture_publish (fixture, vsl_article_get_id (article), site, VSL_REMOTE_DRAFT);
  g_assert_cmpstr (vsl_desk_error_get_code (vsl_publication_get_error (refused)), ==, "address");
}

/* --- words --------------------------------------------------------------------------------------- */

typedef struct
{
  VslRemoteStatus as;
  const char *sentence; /* a part of it */
  const char *action;
} WordsCase;

static const WordsCase words_cases[] = {
  { VSL_REMOTE_DRAFT, "as a draft; readers do not see it. 2 tags go with it.", "Put draft on “Local site”" },
  { VSL_REMOTE_PENDING, "waits for review", "Put on “Local site” for review" },
  { VSL_REMOTE_PUBLISH, "at once, for everybody to read", "Publish on “Local site”" },
  { VSL_REMOTE_FUTURE, "2025", "Schedule on “Local site”" },
};

static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  const WordsCase *test = data;
  VslPublicationOptions options = { .as = test->as, .at = NOW };
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslSite) local = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *action = NULL;

  fixture_open (fixture);
  vsl_article_builder_add_tag (builder, "een");
  vsl_article_builder_add_tag (builder, "twee");
  article = vsl_article_builder_end (g_steal_pointer (&builder));
  local = fixture_find_site (fixture);
  sentence = vsl_desk_describe_publication (fixture->desk, article, local, &options);
  action = vsl_desk_describe_action (fixture->desk, article, local, &options);
  g_assert_nonnull (strstr (sentence, test->sentence));
  g_assert_cmpstr (action, ==, test->action);
}

static void
test_words_of_update (Fixture      *fixture,
                      gconstpointer data)
{
  VslPublicationOptions options = { .as = VSL_REMOTE_PUBLISH };
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslSite) local = NULL;
  g_autoptr(VslPublication) publication = NULL;
  g_autofree char *update = NULL;
  g_autofree char *offline = NULL;

  fixture_open (fixture);
  article = fixture_add (fixture, "Kop", "Tekst.");
  local = fixture_find_site (fixture);
  publication = fixture_publish (fixture, vsl_article_get_id (article), local, VSL_REMOTE_PUBLISH);
  update = vsl_desk_describe_action (fixture->desk, article, local, &options);
  g_assert_cmpstr (update, ==, "Update the article on “Local site”");
  options.as = VSL_REMOTE_DRAFT;
  offline = vsl_desk_describe_action (fixture->desk, article, local, &options);
  g_assert_cmpstr (offline, ==, "Take offline on “Local site”");
}

#define add_test(path, data, func) \
  g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (i = 0; i < G_N_ELEMENTS (error_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/desk/error/%u-%s", i, error_cases[i].word);

      g_test_add_data_func (path, &error_cases[i], test_error);
    }
  g_test_add_func ("/desk/error/cancelled", test_cancelled);
  add_test ("/desk/library", NULL, test_library);
  add_test ("/desk/find", NULL, test_find);
  add_test ("/desk/two-desks", NULL, test_two_desks);
  add_test ("/desk/read-nothing", NULL, test_read_nothing);
  add_test ("/desk/sites", NULL, test_sites);
  add_test ("/desk/local-site-once", NULL, test_local_site_once);
  for (i = 0; i < G_N_ELEMENTS (file_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/desk/read/", file_cases[i].name, NULL);

      add_test (path, &file_cases[i], test_read_file);
    }
  add_test ("/desk/read/missing", NULL, test_missing_file);
  add_test ("/desk/export", NULL, test_export);
  add_test ("/desk/publish-to-folder", NULL, test_publish_to_folder);
  add_test ("/desk/no-password", NULL, test_no_password);
  for (i = 0; i < G_N_ELEMENTS (words_cases); i++)
    {
      g_autofree char *path =
        g_strconcat ("/desk/words/", vsl_remote_status_get_name (words_cases[i].as), NULL);

      add_test (path, &words_cases[i], test_words);
    }
  add_test ("/desk/words/update", NULL, test_words_of_update);

  return g_test_run ();
}
