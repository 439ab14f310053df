/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms/vsl-cms-wordpress.h"
#include "cms/vsl-http.h"
#include "core/vsl-article-builder.h"
#include "core/vsl-json.h"
#include "cms-await.h"
#include "cms-sample.h"
#include "wordpress-site.h"

#include "core/vsl-site-choices.h"

#include <string.h>

/*
 * Against the real WordPress that the environment names (tests/support/with-wordpress.sh). Every
 * test uses articles and tags of its own, so that they may run in any order.
 */

static VslCms *
log_in_at (const char *url,
           const char *role,
           const char *password)
{
  g_autofree char *user_name = g_strdup_printf ("WP_%s_USER", role);
  g_autofree char *password_name = g_strdup_printf ("WP_%s_APP_PASSWORD", role);
  g_autoptr(VslSite) site = NULL;
  g_autoptr(GError) error = NULL;
  VslCms *cms;

  site = vsl_site_new ("proef", VSL_BRAND_WORDPRESS, url, setting (user_name), NULL, NULL);
  cms = vsl_cms_new (site, password != NULL ? password : setting (password_name), NULL, &error);
  g_assert_no_error (error);

  return cms;
}

static VslCms *
log_in (const char *role)
{
  return log_in_at (setting ("WP_URL"), role, NULL);
}

/* How many posts of any status carry @token. */
static guint
count_posts (const char *token)
{
  g_autofree char *query = g_strconcat ("/wp/v2/posts&context=edit&status=any,trash&search=", token,
                                        NULL);
  g_autoptr(JsonNode) root = look (query);

  return json_array_get_length (json_node_get_array (root));
}

/* A field of a post as the database has it. */
static char *
raw (VslRemoteCopy *copy,
     const char    *field)
{
  g_autofree char *query = g_strconcat ("/wp/v2/posts/", vsl_remote_copy_get_remote_id (copy),
                                        "&context=edit", NULL);
  g_autoptr(JsonNode) root = look (query);
  JsonObject *post = json_node_get_object (root);

  return g_strdup (json_object_get_string_member (json_object_get_object_member (post, field),
                                                  "raw"));
}

static JsonObject *
get_post (JsonNode *root)
{
  return json_node_get_object (root);
}

static VslCmsRequest
make_request (VslArticle      *article,
              const char      *token,
              VslRemoteStatus  status)
{
  VslCmsRequest request = { article, token, status, 0, FALSE };

  return request;
}

static const struct
{
  const char *role;
  gboolean may_publish, may_upload;
} roles[] = {
  { "EDITOR", TRUE, TRUE },
  { "AUTHOR", TRUE, TRUE },
  { "CONTRIBUTOR", FALSE, FALSE },
};

static void
test_connect (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslCms) cms = log_in (roles[i].role);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslCmsAbout) about = await_connect (cms, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (about->title, ==, "Testblad");
  g_assert_true (g_str_has_prefix (about->api_root, setting ("WP_URL")));
  g_assert_cmpstr (about->user_name, !=, NULL);
  g_assert_cmpint (about->may_publish, ==, roles[i].may_publish);
  g_assert_cmpint (about->may_upload, ==, roles[i].may_upload);
}

static void
test_connect_anywhere (void)
{
  static const char * const pages[] = { "/", "", "/hello-world/", "/?p=1", "/wp-json/",
                                        "/wp-admin/", "/no/such/page", "/wp-json/wp/v2/posts" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *url = g_strconcat (setting ("WP_URL"), pages[i], NULL);
      g_autoptr(VslCms) cms = log_in_at (url, "EDITOR", NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(VslCmsAbout) about = await_connect (cms, &error);

      g_test_message ("%s", url);
      g_assert_no_error (error);
      g_assert_cmpstr (about->title, ==, "Testblad");
    }
}

static void
test_wrong_password (void)
{
  g_autoptr(VslCms) cms = log_in_at (setting ("WP_URL"), "EDITOR", "abcd efgh ijkl mnop qrst uvwx");
  g_autoptr(GError) error = NULL;
  g_autoptr(VslCmsAbout) about = await_connect (cms, &error);

  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH);
  g_assert_null (about);
  g_assert_null (strstr (error->message, "abcd"));
}

static void
test_subscriber (void)
{
  g_autoptr(VslCms) cms = log_in ("SUBSCRIBER");
  g_autoptr(GError) error = NULL;
  g_autoptr(VslCmsAbout) about = await_connect (cms, &error);

  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN);
  g_assert_null (about);
}

static void
test_life (gconstpointer data)
{
  const char *role = data;
  g_autofree char *token = g_uuid_string_random ();
  g_autoptr(VslCms) cms = log_in (role);
  g_autoptr(VslArticle) article = sample_article ("‘Een brug & meer’: 1 < 2", "Eerste alinea.", NULL);
  g_autoptr(VslArticle) changed = sample_article ("‘Een brug & meer’: 1 < 2", "Tweede alinea.", NULL);
  g_autoptr(VslRemoteCopy) none = NULL;
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) found = NULL;
  g_autoptr(VslRemoteCopy) published = NULL;
  g_autoptr(VslRemoteCopy) updated = NULL;
  g_autoptr(VslRemoteCopy) fetched = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;
  VslCmsRequest request = make_request (article, token, VSL_REMOTE_PUBLISH);

  none = await_find (cms, token, &error);
  g_assert_no_error (error);
  g_assert_null (none);

  draft = await_create (cms, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (draft), ==, VSL_REMOTE_DRAFT);
  g_assert_cmpstr (vsl_remote_copy_get_token (draft), ==, token);
  g_assert_cmpstr (vsl_remote_copy_get_url (draft), ==, "");

  found = await_find (cms, token, &error);
  g_assert_no_error (error);
  g_assert_nonnull (found);
  g_assert_cmpstr (vsl_remote_copy_get_remote_id (found), ==,
                   vsl_remote_copy_get_remote_id (draft));
  g_assert_cmpstr (vsl_remote_copy_get_content_hash (found), ==,
                   vsl_remote_copy_get_content_hash (draft));

  published = await_update (cms, &request, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (published), ==, VSL_REMOTE_PUBLISH);
  g_assert_true (g_str_has_prefix (vsl_remote_copy_get_url (published), setting ("WP_URL")));

  request.article = changed;
  updated = await_update (cms, &request, published, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_remote_copy_get_remote_id (updated), ==,
                   vsl_remote_copy_get_remote_id (draft));
  g_assert_cmpstr (vsl_remote_copy_get_url (updated), ==, vsl_remote_copy_get_url (published));
  g_assert_cmpstr (vsl_remote_copy_get_content_hash (updated), !=,
                   vsl_remote_copy_get_content_hash (published));

  fetched = await_fetch (cms, vsl_remote_copy_get_remote_id (draft), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_remote_copy_get_content_hash (fetched), ==,
                   vsl_remote_copy_get_content_hash (updated));
  g_assert_cmpuint (count_posts (token), ==, 1);

  content = raw (updated, "content");
  g_assert_nonnull (strstr (content, token));
  g_assert_nonnull (strstr (content, "Tweede alinea."));
  g_assert_nonnull (strstr (content, "Hessel ten Kate"));
  g_assert_nonnull (strstr (content, "&lt;tellen&gt;"));
}

static void
test_may_not_publish (void)
{
  g_autofree char *token = g_uuid_string_random ();
  g_autoptr(VslCms) cms = log_in ("CONTRIBUTOR");
  g_autoptr(VslArticle) article = sample_article ("Van een medewerker", "Tekst.", NULL);
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) published = NULL;
  g_autoptr(VslRemoteCopy) pending = NULL;
  g_autoptr(GError) error = NULL;
  VslCmsRequest request = make_request (article, token, VSL_REMOTE_PUBLISH);

  draft = await_create (cms, &request, &error);
  g_assert_no_error (error);
  published = await_update (cms, &request, draft, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FORBIDDEN);
  g_assert_nonnull (strstr (error->message, "pending"));
  g_assert_null (published);
  g_clear_error (&error);

  request.status = VSL_REMOTE_PENDING;
  pending = await_update (cms, &request, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (pending), ==, VSL_REMOTE_PENDING);
}

static void
test_tags (void)
{
  g_autofree char *number = g_strdup_printf ("%08x", g_random_int ());
  g_autofree char *with_sign = g_strconcat ("Zorg & Welzijn ", number, NULL);
  g_autofree char *in_lower = g_strconcat ("zorg & welzijn ", number, NULL);
  g_autofree char *plain = g_strconcat ("bruggen ", number, NULL);
  g_autofree char *in_upper = g_strconcat ("BRUGGEN ", number, NULL);
  const char * const names[] = { with_sign, plain, NULL };
  const char * const other_case[] = { in_lower, in_upper, plain, NULL };
  const char * const near_miss[] = { number, NULL };
  g_autofree char *token = g_uuid_string_random ();
  g_autofree char *token2 = g_uuid_string_random ();
  g_autoptr(VslCms) cms = log_in ("EDITOR");
  g_autoptr(VslArticle) article = sample_article ("Met onderwerpen", "Tekst.", names);
  g_autoptr(VslArticle) second = sample_article ("Met onderwerpen", "Tekst.", other_case);
  g_autoptr(VslArticle) third = sample_article ("Met onderwerpen", "Tekst.", near_miss);
  g_autofree char *query = g_strconcat ("/wp/v2/tags&search=", number, NULL);
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) refused = NULL;
  g_autoptr(VslRemoteCopy) copy2 = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) missing = NULL;
  g_autoptr(GPtrArray) missing2 = NULL;
  g_autoptr(JsonNode) terms = NULL;
  VslCmsRequest request = make_request (article, token, VSL_REMOTE_DRAFT);

  missing = await_missing_terms (cms, article, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (missing->len, ==, 2);
  g_assert_cmpstr (vsl_missing_term_get_name (missing->pdata[0]), ==, with_sign);

  refused = await_create (cms, &request, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_MISSING_TERMS);
  g_assert_nonnull (strstr (error->message, with_sign));
  g_assert_nonnull (strstr (error->message, plain));
  g_assert_cmpuint (count_posts (token), ==, 0);
  g_clear_error (&error);

  request.create_terms = TRUE;
  draft = await_create (cms, &request, &error);
  g_assert_no_error (error);

  request = make_request (second, token2, VSL_REMOTE_DRAFT);
  copy2 = await_create (cms, &request, &error);
  g_assert_no_error (error);

  missing2 = await_missing_terms (cms, third, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_missing_term_get_name (missing2->pdata[0]), ==, number);

  terms = look (query);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (terms)), ==, 2);
}

static void
test_conflict (void)
{
  g_autofree char *token = g_uuid_string_random ();
  g_autoptr(VslCms) cms = log_in ("EDITOR");
  g_autoptr(VslArticle) article = sample_article ("Twee schrijvers", "Tekst.", NULL);
  g_autoptr(VslArticle) changed = sample_article ("Twee schrijvers", "Andere tekst.", NULL);
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) published = NULL;
  g_autoptr(VslRemoteCopy) refused = NULL;
  g_autoptr(VslRemoteCopy) moved = NULL;
  g_autoptr(VslRemoteCopy) now = NULL;
  g_autofree char *title = NULL;
  g_autoptr(GError) error = NULL;
  VslCmsRequest request = make_request (article, token, VSL_REMOTE_PUBLISH);

  draft = await_create (cms, &request, &error);
  g_assert_no_error (error);
  published = await_update (cms, &request, draft, &error);
  g_assert_no_error (error);

  edit_as_colleague (published, "{\"title\":\"Van een collega\"}");
  request.article = changed;
  refused = await_update (cms, &request, published, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_CONFLICT);
  g_assert_null (refused);
  g_clear_error (&error);
  title = raw (published, "title");
  g_assert_cmpstr (title, ==, "Van een collega");

  /* Taken offline by somebody, with the text as it was: an update would put it back. */
  now = await_fetch (cms, vsl_remote_copy_get_remote_id (published), &error);
  g_assert_no_error (error);
  edit_as_colleague (published, "{\"status\":\"draft\"}");
  moved = await_update (cms, &request, now, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_CONFLICT);
  g_assert_null (moved);
}

/* A colleague chose a picture for its head, which we have none of, and another address: that stays, and is
 * no conflict with our text. Where addresses are numbers, the one of before cannot be told from ours, and
 * nobody reads it either. */
static void
test_colleague_beside (void)
{
  g_autofree char *token = g_uuid_string_random ();
  g_autoptr(VslCms) cms = log_in ("EDITOR");
  g_autoptr(VslArticle) article = sample_article ("Naast elkaar", "Tekst.", NULL);
  g_autoptr(VslArticle) changed = sample_article ("Naast elkaar", "Andere tekst.", NULL);
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) published = NULL;
  g_autoptr(VslRemoteCopy) updated = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *json = NULL;
  g_autofree char *query = NULL;
  g_autoptr(GError) error = NULL;
  VslCmsRequest request = make_request (article, token, VSL_REMOTE_PUBLISH);
  gint64 picture = add_picture ("van-een-collega");
  gboolean has_slug;

  draft = await_create (cms, &request, &error);
  g_assert_no_error (error);
  published = await_update (cms, &request, draft, &error);
  g_assert_no_error (error);
  has_slug = strchr (vsl_remote_copy_get_url (published), '?') == NULL;
  json = g_strdup_printf ("{\"featured_media\":%" G_GINT64_FORMAT "%s%.*s%s}", picture,
                          has_slug ? ",\"slug\":\"" : "", has_slug ? 8 : 0, token, has_slug ? "\"" : "");
  edit_as_colleague (published, json);

  request.article = changed;
  updated = await_update (cms, &request, published, &error);
  g_assert_no_error (error);
  query = g_strconcat ("/wp/v2/posts/", vsl_remote_copy_get_remote_id (updated), "&context=edit", NULL);
  root = look (query);
  g_assert_cmpint (json_object_get_int_member (get_post (root), "featured_media"), ==, picture);
  g_assert_true (!has_slug ||
                 g_str_has_prefix (token, json_object_get_string_member (get_post (root), "slug")));
}

/* Where it stood first is a line at the end, when that is chosen; doing it again changes nothing. */
static void
test_canonical (void)
{
  static const struct
  {
    const char *choice; /* (nullable) */
    gboolean line;
  } choices[] = { { NULL, FALSE }, { "none", FALSE }, { "line", TRUE } };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *token = g_uuid_string_random ();
      g_autoptr(VslSite) plain = vsl_site_new ("proef", VSL_BRAND_WORDPRESS, setting ("WP_URL"),
                                               setting ("WP_EDITOR_USER"), NULL, NULL);
      g_autoptr(VslSite) site = vsl_site_new_with_setting (plain, VSL_SITE_CANONICAL, choices[i].choice);
      g_autoptr(VslCms) cms = vsl_cms_new (site, setting ("WP_EDITOR_APP_PASSWORD"), NULL, NULL);
      g_autoptr(VslArticle) article = sample_article ("Eerder", "Tekst.", NULL);
      g_autoptr(VslRemoteCopy) draft = NULL;
      g_autoptr(VslRemoteCopy) published = NULL;
      g_autoptr(VslRemoteCopy) again = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *content = NULL;
      VslCmsRequest request = make_request (article, token, VSL_REMOTE_PUBLISH);

      request.canonical_url = "https://eerst.example/stuk/?a=1&b=2";
      draft = await_create (cms, &request, &error);
      g_assert_no_error (error);
      published = await_update (cms, &request, draft, &error);
      g_assert_no_error (error);
      content = raw (published, "content");
      g_assert_cmpint (strstr (content, "<p class=\"eerder\">Eerder verschenen op "
                                        "<a href=\"https://eerst.example/stuk/?a=1&amp;b=2\">eerst.example</a></p>") != NULL,
                       ==, choices[i].line);
      again = await_update (cms, &request, published, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (vsl_remote_copy_get_modified (again), ==, vsl_remote_copy_get_modified (published));
    }
}

/* The answer to the second update got lost: what is there is ours, so doing it again is no
 * conflict, and changes nothing. */
static void
test_repeat_after_lost_answer (gconstpointer data)
{
  g_autofree char *token = g_uuid_string_random ();
  g_autoptr(VslCms) cms = log_in (data);
  g_autoptr(VslArticle) article = sample_article ("Kwijt & terug", "Tekst.", NULL);
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) lost = NULL;
  g_autoptr(VslRemoteCopy) again = NULL;
  g_autoptr(VslArticle) changed = sample_article ("Kwijt & terug", "Nieuwe tekst.", NULL);
  g_autoptr(GError) error = NULL;
  VslCmsRequest request = make_request (article, token, VSL_REMOTE_DRAFT);

  draft = await_create (cms, &request, &error);
  g_assert_no_error (error);
  request = make_request (changed, token, VSL_REMOTE_PUBLISH);
  lost = await_update (cms, &request, draft, &error);
  g_assert_no_error (error);
  again = await_update (cms, &request, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_remote_copy_get_content_hash (again), ==,
                   vsl_remote_copy_get_content_hash (lost));
  g_assert_cmpuint (count_posts (token), ==, 1);
}

static void
test_schedule (void)
{
  g_autofree char *token = g_uuid_string_random ();
  g_autoptr(VslCms) cms = log_in ("EDITOR");
  g_autoptr(VslArticle) article = sample_article ("Voor morgen", "Tekst.", NULL);
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) past = NULL;
  g_autoptr(VslRemoteCopy) future = NULL;
  g_autoptr(VslRemoteCopy) published = NULL;
  g_autoptr(GDateTime) soon = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *query = NULL;
  g_autoptr(GError) error = NULL;
  VslCmsRequest request = make_request (article, token, VSL_REMOTE_FUTURE);

  draft = await_create (cms, &request, &error);
  g_assert_no_error (error);

  request.at = g_get_real_time () - G_USEC_PER_SEC;
  past = await_update (cms, &request, draft, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED);
  g_assert_null (past);
  g_clear_error (&error);

  request.at = g_get_real_time () + (gint64) 26 * 3600 * G_USEC_PER_SEC;
  future = await_update (cms, &request, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (future), ==, VSL_REMOTE_FUTURE);

  soon = g_date_time_new_from_unix_utc (request.at / G_USEC_PER_SEC);
  wanted = g_date_time_format (soon, "%Y-%m-%dT%H:%M:%S");
  query = g_strconcat ("/wp/v2/posts/", vsl_remote_copy_get_remote_id (future), "&context=edit", NULL);
  root = look (query);
  g_assert_cmpstr (json_object_get_string_member (get_post (root), "date_gmt"), ==, wanted);

  /* Published before its time: not still scheduled. */
  request.status = VSL_REMOTE_PUBLISH;
  published = await_update (cms, &request, future, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (published), ==, VSL_REMOTE_PUBLISH);
}

static void
test_trash (void)
{
  g_autofree char *token = g_uuid_string_random ();
  g_autoptr(VslCms) cms = log_in ("EDITOR");
  g_autoptr(VslArticle) article = sample_article ("Naar de prullenbak", "Tekst.", NULL);
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) trashed = NULL;
  g_autoptr(VslRemoteCopy) again = NULL;
  g_autoptr(VslRemoteCopy) found = NULL;
  g_autoptr(VslRemoteCopy) restored = NULL;
  g_autoptr(VslRemoteCopy) gone = NULL;
  g_autoptr(GError) error = NULL;
  VslCmsRequest request = make_request (article, token, VSL_REMOTE_DRAFT);

  draft = await_create (cms, &request, &error);
  g_assert_no_error (error);
  request.status = VSL_REMOTE_TRASH;
  trashed = await_update (cms, &request, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (trashed), ==, VSL_REMOTE_TRASH);
  /* Repeated, as when the answer was lost. */
  again = await_update (cms, &request, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (again), ==, VSL_REMOTE_TRASH);
  found = await_find (cms, token, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (found), ==, VSL_REMOTE_TRASH);

  request.status = VSL_REMOTE_DRAFT;
  restored = await_update (cms, &request, trashed, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (restored), ==, VSL_REMOTE_DRAFT);

  gone = await_fetch (cms, "999999", &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND);
  g_assert_null (gone);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *path = g_strconcat ("/wordpress/connect/", roles[i].role, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_connect);
    }
  g_test_add_func ("/wordpress/connect/anywhere", test_connect_anywhere);
  g_test_add_func ("/wordpress/connect/wrong-password", test_wrong_password);
  g_test_add_func ("/wordpress/connect/subscriber", test_subscriber);
  g_test_add_func ("/wordpress/tags", test_tags);
  g_test_add_data_func ("/wordpress/life/editor", "EDITOR", test_life);
  g_test_add_data_func ("/wordpress/life/author", "AUTHOR", test_life);
  g_test_add_func ("/wordpress/contributor", test_may_not_publish);
  g_test_add_func ("/wordpress/conflict", test_conflict);
  g_test_add_func ("/wordpress/canonical", test_canonical);
  g_test_add_func ("/wordpress/colleague-beside", test_colleague_beside);
  g_test_add_data_func ("/wordpress/lost-answer/editor", "EDITOR", test_repeat_after_lost_answer);
  g_test_add_data_func ("/wordpress/lost-answer/author", "AUTHOR", test_repeat_after_lost_answer);
  g_test_add_func ("/wordpress/schedule", test_schedule);
  g_test_add_func ("/wordpress/trash", test_trash);

  return g_test_run ();
}
