/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms/vsl-cms-ghost.h"
#include "cms/vsl-ghost-api.h"
#include "cms/vsl-ghost-post.h"
#include "cms/vsl-ghost-session.h"
#include "cms-await.h"
#include "cms-sample.h"

#include <string.h>

/* Against the real Ghost that the environment names (tests/support/with-ghost.sh). */

static const char *
setting (const char *name)
{
  const char *value = g_getenv (name);

  g_assert_nonnull (value);

  return value;
}

static VslCms *
log_in (const char *path,
        const char *key)
{
  g_autofree char *url = g_strconcat (setting ("GHOST_URL"), path, NULL);
  g_autoptr(VslSite) site = vsl_site_new ("proef", VSL_BRAND_GHOST, url, NULL, NULL, NULL);
  g_autoptr(GError) error = NULL;
  VslCms *cms = vsl_cms_new (site, key != NULL ? key : setting ("GHOST_ADMIN_KEY"), NULL, &error);

  g_assert_no_error (error);

  return cms;
}

/* One request past our own client. */
static JsonNode *
ask (const char *method,
     const char *route,
     const char *json)
{
  g_autofree char *text = g_strconcat (setting ("GHOST_URL"), "/ghost/api/admin/", NULL);
  g_autoptr(GUri) root = g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(GUri) uri = g_uri_parse_relative (root, route, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(VslHttp) http = vsl_http_new (VSL_HTTP_DEADLINE_MS, NULL);
  g_autoptr(VslGhostSession) session = vsl_ghost_session_new (http, setting ("GHOST_ADMIN_KEY"));
  g_autoptr(JsonNode) body = json != NULL ? json_from_string (json, NULL) : NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(VslHttpReply) reply = NULL;
  g_autoptr(GError) error = NULL;
  JsonNode *answer = NULL;

  vsl_ghost_session_set_root (session, root);
  vsl_ghost_session_send (session, method, uri, body, VSL_HTTP_EFFECT, NULL, await_cb, &result);
  await_result (&result);
  reply = vsl_ghost_session_send_finish (G_OBJECT (http), result, &answer, &error);
  g_assert_no_error (error);

  return answer;
}

static JsonObject *
get_post (JsonNode *root)
{
  return json_array_get_object_element (json_object_get_array_member (json_node_get_object (root),
                                                                      "posts"), 0);
}

static JsonNode *
look (VslRemoteCopy *copy)
{
  g_autofree char *route = g_strconcat ("posts/", vsl_remote_copy_get_remote_id (copy),
                                        "/?formats=html,lexical&include=tags", NULL);

  return ask ("GET", route, NULL);
}

static guint
count_posts (const char *token)
{
  g_autofree char *route = g_strdup_printf ("posts/?filter=codeinjection_head:~'verslag:%s'", token);
  g_autoptr(JsonNode) root = ask ("GET", route, NULL);

  return json_array_get_length (json_object_get_array_member (json_node_get_object (root), "posts"));
}

static void
edit_as_colleague (VslRemoteCopy *copy,
                   const char    *member)
{
  g_autoptr(JsonNode) root = look (copy);
  g_autofree char *route = g_strconcat ("posts/", vsl_remote_copy_get_remote_id (copy), "/", NULL);
  g_autofree char *json = NULL;
  g_autoptr(JsonNode) answer = NULL;

  json = g_strdup_printf ("{\"posts\":[{\"updated_at\":\"%s\",%s}]}",
                          json_object_get_string_member (get_post (root), "updated_at"), member);
  answer = ask ("PUT", route, json);
}

static void
test_connect (void)
{
  static const char * const paths[] = { "", "/", "/welkom/iets/", "/ghost/", "/ghost/#/settings" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(VslCms) cms = log_in (paths[i], NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(VslCmsAbout) about = await_connect (cms, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (about->title, ==, "Testblad");
      g_assert_nonnull (about->version);
    }
}

static void
test_wrong_key (void)
{
  static const char * const keys[] = {
    "geen sleutel", "",
    "0123456789abcdef01234567:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr(VslCms) cms = log_in ("", keys[i]);
      g_autoptr(GError) error = NULL;
      g_autoptr(VslCmsAbout) about = await_connect (cms, &error);

      g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_AUTH);
      g_assert_null (about);
    }
}

static void
test_life (void)
{
  g_autofree char *token = g_uuid_string_random ();
  g_autofree char *number = g_strdup_printf ("%08x", g_random_int ());
  g_autofree char *tag = g_strconcat ("Zorg & Welzijn's ", number, NULL);
  g_autofree char *lower = g_strconcat ("zorg & welzijn's ", number, NULL);
  g_autoptr(VslCms) cms = log_in ("", NULL);
  g_autoptr(VslArticle) article = sample_article ("‘Een brug’ & <meer>", "Eerste **alinea**.",
                                                  (const char *[]) { tag, NULL });
  g_autoptr(VslArticle) changed = sample_article ("‘Een brug’ & <meer>", "Tweede alinea.",
                                                  (const char *[]) { lower, NULL });
  g_autoptr(VslRemoteCopy) none = NULL;
  g_autoptr(VslRemoteCopy) refused = NULL;
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) found = NULL;
  g_autoptr(VslRemoteCopy) published = NULL;
  g_autoptr(VslRemoteCopy) updated = NULL;
  g_autoptr(VslRemoteCopy) again = NULL;
  g_autoptr(VslRemoteCopy) offline = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GError) error = NULL;
  const char *html;
  VslCmsRequest request = { article, token, VSL_REMOTE_PUBLISH, 0, FALSE };

  none = await_find (cms, token, &error);
  g_assert_no_error (error);
  g_assert_null (none);
  refused = await_create (cms, &request, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_MISSING_TERMS);
  g_clear_error (&error);

  request.create_terms = TRUE;
  draft = await_create (cms, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (draft), ==, VSL_REMOTE_DRAFT);
  g_assert_cmpstr (vsl_remote_copy_get_token (draft), ==, token);
  found = await_find (cms, token, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_remote_copy_get_content_hash (found), ==,
                   vsl_remote_copy_get_content_hash (draft));

  published = await_update (cms, &request, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (published), ==, VSL_REMOTE_PUBLISH);
  g_assert_true (g_str_has_prefix (vsl_remote_copy_get_url (published), setting ("GHOST_URL")));

  /* The tag in other case is the same tag. */
  request.article = changed;
  request.create_terms = FALSE;
  updated = await_update (cms, &request, published, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_remote_copy_get_remote_id (updated), ==,
                   vsl_remote_copy_get_remote_id (draft));

  /* The answer got lost: doing it again is no conflict. */
  again = await_update (cms, &request, published, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vsl_remote_copy_get_content_hash (again), ==,
                   vsl_remote_copy_get_content_hash (updated));
  g_assert_cmpuint (count_posts (token), ==, 1);

  root = look (updated);
  html = json_object_get_string_member (get_post (root), "html");
  g_assert_cmpstr (json_object_get_string_member (get_post (root), "title"), ==, "‘Een brug’ & <meer>");
  g_assert_nonnull (strstr (html, "Tweede alinea."));
  g_assert_nonnull (strstr (html, "Hessel ten Kate"));
  g_assert_nonnull (strstr (html, "kg-blockquote-alt"));
  g_assert_nonnull (strstr (html, "<li>eerst &lt;tellen&gt; &amp; wegen</li>"));
  g_assert_nonnull (strstr (html, "<em>bouwen</em>"));
  g_assert_nonnull (strstr (html, "Twaalf bruggen in negen jaar."));

  request.status = VSL_REMOTE_DRAFT;
  offline = await_update (cms, &request, updated, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (offline), ==, VSL_REMOTE_DRAFT);
}

static void
test_conflict (void)
{
  g_autofree char *token = g_uuid_string_random ();
  g_autoptr(VslCms) cms = log_in ("", NULL);
  g_autoptr(VslArticle) article = sample_article ("Twee schrijvers", "Tekst.", NULL);
  g_autoptr(VslArticle) changed = sample_article ("Twee schrijvers", "Andere tekst.", NULL);
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) refused = NULL;
  g_autoptr(VslRemoteCopy) gone = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GError) error = NULL;
  VslCmsRequest request = { article, token, VSL_REMOTE_DRAFT, 0, FALSE };

  request.canonical_url = "https://eerst.example/stuk/";
  draft = await_create (cms, &request, &error);
  g_assert_no_error (error);
  root = look (draft);
  g_assert_cmpstr (json_object_get_string_member (get_post (root), "canonical_url"), ==,
                   "https://eerst.example/stuk/");
  g_clear_pointer (&root, json_node_unref);
  edit_as_colleague (draft, "\"title\":\"Van een collega\"");
  request.article = changed;
  refused = await_update (cms, &request, draft, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_CONFLICT);
  g_assert_null (refused);
  g_clear_error (&error);
  root = look (draft);
  g_assert_cmpstr (json_object_get_string_member (get_post (root), "title"), ==, "Van een collega");

  gone = await_fetch (cms, "0123456789abcdef01234567", &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND);
  g_assert_null (gone);
}

static void
test_schedule (void)
{
  g_autofree char *token = g_uuid_string_random ();
  g_autoptr(VslCms) cms = log_in ("", NULL);
  g_autoptr(VslArticle) article = sample_article ("Voor morgen", "Tekst.", NULL);
  g_autoptr(VslRemoteCopy) draft = NULL;
  g_autoptr(VslRemoteCopy) refused = NULL;
  g_autoptr(VslRemoteCopy) future = NULL;
  g_autoptr(VslRemoteCopy) published = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autoptr(GError) error = NULL;
  VslCmsRequest request = { article, token, VSL_REMOTE_FUTURE, 0, FALSE };

  draft = await_create (cms, &request, &error);
  g_assert_no_error (error);

  request.at = g_get_real_time () - G_USEC_PER_SEC;
  refused = await_update (cms, &request, draft, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED);
  g_clear_error (&error);
  request.status = VSL_REMOTE_PENDING;
  refused = await_update (cms, &request, draft, &error);
  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_REJECTED);
  g_clear_error (&error);

  request.status = VSL_REMOTE_FUTURE;
  request.at = g_get_real_time () + (gint64) 26 * 3600 * G_USEC_PER_SEC;
  future = await_update (cms, &request, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (future), ==, VSL_REMOTE_FUTURE);

  request.status = VSL_REMOTE_PUBLISH;
  published = await_update (cms, &request, future, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (published), ==, VSL_REMOTE_PUBLISH);
  root = look (published);
  g_assert_cmpstr (json_object_get_string_member (get_post (root), "published_at"), <=,
                   json_object_get_string_member (get_post (root), "updated_at"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ghost/connect", test_connect);
  g_test_add_func ("/ghost/wrong-key", test_wrong_key);
  g_test_add_func ("/ghost/life", test_life);
  g_test_add_func ("/ghost/conflict", test_conflict);
  g_test_add_func ("/ghost/schedule", test_schedule);

  return g_test_run ();
}
