/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms/vsl-cms-wordpress.h"
#include "cms/vsl-wordpress-api.h"
#include "cms/vsl-wordpress-body.h"
#include "cms/vsl-wordpress-byline.h"
#include "cms/vsl-wordpress-loss.h"
#include "cms/vsl-wordpress-memory.h"
#include "cms/vsl-wordpress-post.h"
#include "cms/vsl-wordpress-terms.h"
#include "cms-await.h"
#include "cms-sample.h"
#include "fault-server.h"

#include <string.h>

#define TOKEN "6f1c9d52-3f64-4c0e-9b6e-2f6f0b7d1a11"
#define DEADLINE_MS 3000

/* What answers a WordPress does not give but plug-ins and proxies make of them. The real one is in
 * test-wordpress-real.c. */

static const struct
{
  const char *root, *route;
  const char *expected;
} uris[] = {
  { "https://x.test/wp-json/", "wp/v2/posts", "https://x.test/wp-json/wp/v2/posts?search=a%26b%20c" },
  { "https://x.test/wp-json", "wp/v2/tags", "https://x.test/wp-json/wp/v2/tags?search=a%26b%20c" },
  { "https://x.test/wp-json/", "", "https://x.test/wp-json/?search=a%26b%20c" },
  { "https://x.test/index.php?rest_route=/", "wp/v2/posts",
    "https://x.test/index.php?rest_route=/wp/v2/posts&search=a%26b%20c" },
  { "https://x.test/blog/?lang=nl&rest_route=/", "wp/v2/posts/7",
    "https://x.test/blog/?rest_route=/wp/v2/posts/7&lang=nl&search=a%26b%20c" },
};

static void
test_uris (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      g_autoptr(GUri) root = g_uri_parse (uris[i].root, SOUP_HTTP_URI_FLAGS, NULL);
      g_autoptr(GUri) uri = vsl_wordpress_api_uri (root, uris[i].route, "search", "a&b c", NULL);
      g_autofree char *text = g_uri_to_string (uri);

      g_assert_cmpstr (text, ==, uris[i].expected);
    }
}

static void
test_edit_url (void)
{
  static const char * const roots[][2] = {
    { "https://x.test/wp-json/", "https://x.test/wp-admin/post.php?post=7&action=edit" },
    { "https://x.test/blog/wp-json/", "https://x.test/blog/wp-admin/post.php?post=7&action=edit" },
    { "https://x.test/index.php?rest_route=/", "https://x.test/wp-admin/post.php?post=7&action=edit" },
    { "https://x.test/b/?rest_route=/", "https://x.test/b/wp-admin/post.php?post=7&action=edit" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      g_autoptr(GUri) root = g_uri_parse (roots[i][0], SOUP_HTTP_URI_FLAGS, NULL);
      g_autofree char *url = vsl_wordpress_api_edit_url (root, 7);

      g_assert_cmpstr (url, ==, roots[i][1]);
    }
}

static const struct
{
  const char *wanted, *stored;
  gboolean same, exact;
} names[] = {
  { "bruggen", "bruggen", TRUE, TRUE },
  { "Bruggen", "bruggen", TRUE, FALSE },
  { "Zorg & Welzijn", "Zorg &amp; Welzijn", TRUE, TRUE },
  { "zorg  &  welzijn", "Zorg &amp; Welzijn", TRUE, FALSE },
  { "Een", "Eén", FALSE, FALSE },
  { "brug", "bruggen", FALSE, FALSE },
  { "R&amp;D", "R&amp;amp;D", TRUE, TRUE },
  { "CO\u0308P", "C\u00D6P", TRUE, TRUE },
};

static void
test_names (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gboolean exact;

      g_assert_cmpint (vsl_wordpress_terms_same_name (names[i].wanted, names[i].stored, &exact), ==,
                       names[i].same);
      g_assert_cmpint (exact, ==, names[i].exact);
    }
}

static const char * const escapes[][2] = {
  { "Brood & spelen", "Brood & spelen" },
  { "1 < 2 > 0", "1 &lt; 2 &gt; 0" },
  { "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;" },
  { "&amp; letterlijk", "&amp;amp; letterlijk" },
  { "&#60;b>", "&amp;#60;b&gt;" },
  { "R&D; en &", "R&amp;D; en &" },
};

static void
test_escapes (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (escapes); i++)
    {
      g_autofree char *html = vsl_wordpress_text_escape (escapes[i][0]);
      g_autofree char *back = vsl_wordpress_text_unescape (html);

      g_assert_cmpstr (html, ==, escapes[i][1]);
      g_assert_cmpstr (back, ==, escapes[i][0]);
    }
}

static const struct
{
  const char *sent, *stored;
  const char *part; /* NULL: nothing that a reader misses */
} losses[] = {
  { "<p>Een &amp; ander</p>", "<p>Een & ander</p>", NULL },
  { "<!-- wp:html -->\n<br/>a\n<!-- /wp:html -->", "<br />a", NULL },
  { "<p>1 < 2</p>", "<p>1  2</p>", "“<”" },
  { "<p>a</p><iframe src=\"https://x.test/\"></iframe>", "<p>a</p>", "<iframe>" },
  { "<img src=\"data:x\"/>", "<img src=\"\" />", "data:x" },
  { "<p>a</p><script>alert(1)</script>", "<p>a</p>alert(1)", "alert(1)" },
  { "<p>a b c d e f g h i j</p>", "<p></p>", "h …" },
  { "<p>a", "<p", "“a”" },
};

static void
test_losses (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (losses); i++)
    {
      g_autofree char *text = vsl_wordpress_loss_describe (losses[i].sent, losses[i].stored, "x.test");

      if (losses[i].part == NULL)
        g_assert_cmpstr (text, ==, NULL);
      else
        g_assert_nonnull (text != NULL ? strstr (text, losses[i].part) : NULL);
    }
}

static const char * const bylines[][2] = {
  { "Tjitske van der Veldhorst", "Tjitske van der Veldhorst" },
  { "A. Een, B. Twee en  C. Drie", "A. Een|B. Twee|C. Drie" },
  { "Ann and Bob & Co", "Ann|Bob|Co" },
  { " ", "" },
};

static void
test_bylines (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (bylines); i++)
    {
      g_auto(GStrv) people = vsl_wordpress_byline_split (bylines[i][0]);
      g_autofree char *text = g_strjoinv ("|", people);

      g_assert_cmpstr (text, ==, bylines[i][1]);
    }
}

static VslWordpressPost *
parse_post (const char  *text,
            GError     **error)
{
  g_autoptr(JsonNode) node = json_from_string (text, NULL);

  return vsl_wordpress_post_parse (node, error);
}

#define POST_TAGS(id, status, content, tags) \
  "{\"id\":" id ",\"status\":\"" status "\",\"link\":\"https://x.test/a/\",\"slug\":\"a\"," \
  "\"modified_gmt\":\"2026-11-23T10:00:00\",\"date_gmt\":\"2026-11-23T09:00:00\"," \
  "\"title\":{\"raw\":\"T\"},\"content\":{\"raw\":\"" content "\"},\"excerpt\":{\"raw\":\"E\"}," \
  "\"tags\":[" tags "],\"_links\":{\"predecessor-version\":[{\"id\":10}]}}"
#define POST(id, status, content) POST_TAGS (id, status, content, "9,3")
#define MARK "<!-- wp:paragraph {\\\"metadata\\\":{\\\"verslag\\\":\\\"" TOKEN "\\\"}} -->"

/* What a colleague changed beside what we send is no conflict; in what we send it is. */
static void
test_edited_beside (void)
{
  static const struct
  {
    const char *slug, *text;
    int picture_before, picture_now;
    int picture;   /* that we send */
    gboolean sends_slug;
    gboolean edited;
  } edits[] = {
    { "a", "x", 0, 0, 0, TRUE, FALSE },
    { "a", "x", 0, 7, 0, FALSE, FALSE },
    { "a", "x", 0, 7, 8, FALSE, TRUE },
    { "a", "x", 0, 7, 7, FALSE, FALSE },
    { "a", "x", 7, 8, 7, FALSE, TRUE },
    { "b", "x", 0, 0, 0, FALSE, FALSE },
    { "b", "x", 0, 0, 0, TRUE, TRUE },
    { "b", "x", 0, 7, 0, FALSE, FALSE },
    { "b", "x", 0, 7, 8, FALSE, TRUE },
    { "a", "y", 0, 7, 0, FALSE, TRUE },
    { "b", "y", 0, 0, 0, FALSE, TRUE },
  };
  g_autoptr(GUri) root = g_uri_parse ("https://x.test/wp-json/", SOUP_HTTP_URI_FLAGS, NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr(VslWordpressPost) before = parse_post (POST ("8", "publish", MARK "x"), NULL);
      g_autoptr(VslWordpressPost) now = parse_post (POST ("8", "publish", MARK "x"), NULL);
      g_autoptr(VslRemoteCopy) base = NULL;

      before->picture = edits[i].picture_before;
      base = vsl_wordpress_post_to_copy (before, root);
      now->picture = edits[i].picture_now;
      g_free (now->slug);
      now->slug = g_strdup (edits[i].slug);
      g_free (now->content);
      now->content = g_strconcat ("<!-- wp:paragraph {\"metadata\":{\"verslag\":\"" TOKEN "\"}} -->",
                                  edits[i].text, NULL);
      g_test_message ("edit %u", i);
      g_assert_cmpint (vsl_wordpress_post_was_edited_in (now, base, edits[i].picture, edits[i].sends_slug), ==,
                       edits[i].edited);
    }
}

static void
test_post (void)
{
  static const char * const not_posts[] = {
    "[]", "{}", "{\"id\":\"12\"}", "{\"id\":0,\"status\":\"draft\"}", "{\"id\":3}",
    "{\"id\":3,\"status\":\"draft\",\"title\":{\"rendered\":\"x\"}}",
    "{\"id\":3,\"status\":\"draft\",\"title\":\"x\",\"content\":\"y\",\"excerpt\":\"z\"}",
  };
  g_autoptr(GUri) root = g_uri_parse ("https://x.test/wp-json/", SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(VslWordpressPost) post = parse_post (POST ("8", "publish", MARK "x"), NULL);
  g_autoptr(VslWordpressPost) draft = parse_post (POST ("8", "draft", MARK "x"), NULL);
  g_autoptr(VslWordpressPost) edited = parse_post (POST ("8", "publish", MARK "y"), NULL);
  g_autoptr(VslWordpressPost) mention = parse_post (POST ("8", "publish", TOKEN), NULL);
  g_autoptr(VslRemoteCopy) copy = vsl_wordpress_post_to_copy (post, root);
  g_autoptr(VslRemoteCopy) of_draft = vsl_wordpress_post_to_copy (draft, root);
  guint i;

  g_assert_cmpstr (vsl_remote_copy_get_remote_id (copy), ==, "8");
  g_assert_cmpstr (vsl_remote_copy_get_token (copy), ==, TOKEN);
  g_assert_cmpstr (vsl_remote_copy_get_revision (copy), ==, "10");
  g_assert_cmpstr (vsl_remote_copy_get_url (copy), ==, "https://x.test/a/");
  g_assert_cmpstr (vsl_remote_copy_get_url (of_draft), ==, "");
  g_assert_cmpint (g_array_index (post->tags, gint64, 0), ==, 3);

  g_assert_true (vsl_wordpress_post_has_token (post, TOKEN));
  g_assert_false (vsl_wordpress_post_has_token (mention, TOKEN));
  g_assert_false (vsl_wordpress_post_was_edited (draft, copy));
  g_assert_true (vsl_wordpress_post_was_edited (edited, copy));

  /* Somebody took it offline; somebody published our draft; nobody did anything. */
  g_assert_true (vsl_wordpress_post_was_moved (draft, copy, VSL_REMOTE_PUBLISH));
  g_assert_true (vsl_wordpress_post_was_moved (post, of_draft, VSL_REMOTE_DRAFT));
  g_assert_false (vsl_wordpress_post_was_moved (post, of_draft, VSL_REMOTE_PUBLISH));
  g_assert_false (vsl_wordpress_post_was_moved (post, copy, VSL_REMOTE_DRAFT));

  for (i = 0; i < G_N_ELEMENTS (not_posts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (parse_post (not_posts[i], &error));
      g_assert_nonnull (error);
    }
}

static const struct
{
  const char *name, *posts;
  gint64 chosen; /* 0: none */
} searches[] = {
  { "none", "[]", 0 },
  { "mention", "[" POST ("4", "publish", TOKEN) "]", 0 },
  { "oldest", "[" POST ("9", "draft", MARK) "," POST ("4", "draft", MARK) "]", 4 },
  { "not-trash", "[" POST ("4", "trash", MARK) "," POST ("9", "draft", MARK) "]", 9 },
  { "only-trash", "[" POST ("4", "trash", MARK) "]", 4 },
  { "rubbish", "[7,null,{}," POST ("4", "draft", MARK) "]", 4 },
};

static void
test_choose (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr(JsonNode) root = json_from_string (searches[i].posts, NULL);
      g_autoptr(VslWordpressPost) post = NULL;

      post = vsl_wordpress_post_choose (json_node_get_array (root), TOKEN);
      g_assert_cmpint (post != NULL ? post->id : 0, ==, searches[i].chosen);
    }
}

static void
test_body (void)
{
  g_autoptr(VslArticle) article = sample_article ("Brug <open>", "Tekst.", NULL);
  VslCmsRequest request = { article, TOKEN, VSL_REMOTE_PUBLISH, 0, FALSE };
  g_autoptr(VslWordpressBody) body = vsl_wordpress_body_new (&request);
  g_autoptr(JsonNode) create = vsl_wordpress_body_for_create (body);
  g_autoptr(VslWordpressPost) current = parse_post (POST ("8", "publish", MARK "x"), NULL);
  g_autoptr(JsonNode) update = NULL;
  g_autoptr(JsonNode) nothing = NULL;
  g_autoptr(GError) error = NULL;
  JsonObject *object = json_node_get_object (create);

  g_assert_cmpstr (json_object_get_string_member (object, "status"), ==, "draft");
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "Brug &lt;open&gt;");
  g_assert_cmpstr (json_object_get_string_member (object, "slug"), ==, "brug-open");
  g_assert_true (g_str_has_prefix (json_object_get_string_member (object, "excerpt"), "Noorderveen"));
  g_assert_nonnull (strstr (json_object_get_string_member (object, "content"),
                            "\"verslag\":\"" TOKEN "\""));
  g_assert_false (json_object_has_member (object, "date_gmt"));
  g_assert_false (json_object_has_member (object, "date"));

  /* The address of what is published stays; the tags that are no longer wanted go. */
  update = vsl_wordpress_body_for_update (body, current, 0);
  object = json_node_get_object (update);
  g_assert_false (json_object_has_member (object, "status"));
  g_assert_false (json_object_has_member (object, "slug"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "tags")), ==, 0);

  /* A date ahead would keep it scheduled. */
  g_assert_cmpstr (json_object_get_string_member (object, "date_gmt"), ==, "1970-01-01T00:00:00");

  /* Only what changes is sent. */
  g_free (current->title);
  current->title = g_strdup (body->title);
  g_free (current->content);
  current->content = g_strdup (body->content);
  g_free (current->excerpt);
  current->excerpt = g_strdup (body->excerpt);
  g_array_set_size (current->tags, 0);
  nothing = vsl_wordpress_body_for_update (body, current, g_get_real_time ());
  g_assert_null (nothing);
  g_assert_true (vsl_wordpress_body_is_stored (body, current));
  g_assert_true (vsl_wordpress_body_verify (body, current, "x.test", &error));
}

#define HEAD_OK "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
#define CREATED(body) "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n" \
                      "Connection: close\r\n\r\n" body
#define FOUND(body) HEAD_OK body

/* An update of post 8, draft, to published: what the one POST is answered with. */
static const struct
{
  const char *name;
  Fault fault;
  int code; /* -1: success */
} answers[] = {
  { "good", { FAULT_REPLY, FOUND (POST_TAGS ("8", "publish", MARK "x", "")) }, -1 },
  { "other-tags", { FAULT_REPLY, FOUND (POST ("8", "publish", MARK "x")) }, VSL_CMS_ERROR_FAILED },
  { "pending", { FAULT_REPLY, FOUND (POST ("8", "pending", MARK "x")) }, VSL_CMS_ERROR_FORBIDDEN },
  { "scheduled", { FAULT_REPLY, FOUND (POST ("8", "future", MARK "x")) }, VSL_CMS_ERROR_FAILED },
  { "still-draft", { FAULT_REPLY, FOUND (POST ("8", "draft", MARK "x")) }, VSL_CMS_ERROR_FAILED },
  { "other-post", { FAULT_REPLY, FOUND (POST ("9", "publish", MARK "x")) }, VSL_CMS_ERROR_IN_DOUBT },
  { "list", { FAULT_REPLY, FOUND ("[" POST ("8", "publish", MARK "x") "]") },
    VSL_CMS_ERROR_IN_DOUBT },
  { "id-as-text", { FAULT_REPLY, FOUND ("{\"id\":\"8\",\"status\":\"publish\"}") },
    VSL_CMS_ERROR_IN_DOUBT },
  { "deep", { FAULT_REPLY, FOUND ("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[") },
    VSL_CMS_ERROR_IN_DOUBT },
  { "no-mark", { FAULT_REPLY, FOUND (POST ("8", "publish", "x")) }, VSL_CMS_ERROR_FAILED },
  { "emptied", { FAULT_REPLY, FOUND (POST ("8", "publish", "")) }, VSL_CMS_ERROR_FAILED },
  { "cut", { FAULT_CUT_AFTER_REQUEST, NULL }, VSL_CMS_ERROR_IN_DOUBT },
  { "half", { FAULT_CUT_IN_REPLY, FOUND (POST ("8", "publish", MARK "x")) }, VSL_CMS_ERROR_IN_DOUBT },
  { "html", { FAULT_REPLY, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
                           "<!doctype html><html></html>" }, VSL_CMS_ERROR_IN_DOUBT },
  { "moved", { FAULT_REPLY, "HTTP/1.1 301 Moved\r\nLocation: https://www.x.test/\r\n"
                            "Content-Length: 0\r\nConnection: close\r\n\r\n" },
    VSL_CMS_ERROR_ADDRESS },
};

static VslCms *
connect_to (FaultServer *server)
{
  g_autofree char *root = g_strconcat (fault_server_get_url (server), "/wp-json/", NULL);
  g_autoptr(VslSite) site = vsl_site_new ("x", VSL_BRAND_WORDPRESS, fault_server_get_url (server),
                                          "ik", root, NULL);
  g_autoptr(VslHttp) http = vsl_http_new (DEADLINE_MS, NULL);
  g_autoptr(GError) error = NULL;
  VslCms *cms = vsl_cms_wordpress_new (site, "kanarie", http, &error);

  g_assert_no_error (error);

  return cms;
}

static void
test_answer (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const Fault script[] = { { FAULT_REPLY, FOUND (POST ("8", "draft", MARK "x")) },
                           answers[i].fault };
  g_autoptr(FaultServer) server = fault_server_new (script, G_N_ELEMENTS (script));
  g_autoptr(VslCms) cms = connect_to (server);
  g_autoptr(VslArticle) article = sample_article ("Brug", "Tekst.", NULL);
  VslCmsRequest request = { article, TOKEN, VSL_REMOTE_PUBLISH, 0, FALSE };
  g_autoptr(VslWordpressPost) seen = parse_post (POST ("8", "draft", MARK "x"), NULL);
  g_autoptr(GUri) root = g_uri_parse ("https://x.test/wp-json/", SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(VslRemoteCopy) base = vsl_wordpress_post_to_copy (seen, root);
  g_autoptr(VslRemoteCopy) copy = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *sent = NULL;

  copy = await_update (cms, &request, base, &error);
  if (answers[i].code < 0)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (vsl_remote_copy_get_remote_id (copy), ==, "8");
    }
  else
    {
      g_assert_error (error, VSL_CMS_ERROR, answers[i].code);
      g_assert_null (copy);
      g_assert_null (strstr (error->message, "kanarie"));
    }
  g_assert_cmpuint (fault_server_get_n_requests (server), ==, 2);
  sent = fault_server_dup_request (server, 1);
  g_assert_true (g_str_has_prefix (sent, "POST /wp-json/wp/v2/posts/8?context=edit&"));
  g_assert_nonnull (strstr (sent, "\"status\":\"publish\""));
}

/* The answer of a site that stores what it is sent. */
static char *
make_answer (VslWordpressBody *body,
             const char       *status,
             const char       *content,
             guint             n_revisions)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;
  const char *raws[][2] = { { "title", body->title }, { "content", content }, { "excerpt", body->excerpt } };
  guint i;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, 8);
  json_builder_set_member_name (builder, "status");
  json_builder_add_string_value (builder, status);
  json_builder_set_member_name (builder, "slug");
  json_builder_add_string_value (builder, body->slug);
  for (i = 0; i < G_N_ELEMENTS (raws); i++)
    {
      json_builder_set_member_name (builder, raws[i][0]);
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "raw");
      json_builder_add_string_value (builder, raws[i][1]);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  if (n_revisions > 0)
    {
      g_autofree char *links = g_strdup_printf ("{\"predecessor-version\":[{\"id\":%u}],"
                                                "\"version-history\":[{\"count\":%u}]}",
                                                20 + n_revisions, n_revisions);

      json_object_set_member (json_node_get_object (root), "_links", json_from_string (links, NULL));
    }
  text = json_to_string (root, FALSE);

  return g_strconcat (HEAD_OK, text, NULL);
}

/* What is sent to publish a draft whose text is as it should be, and who is found to have written in
 * between. */
static const struct
{
  const char *name;
  gboolean fresh;      /* made by this client a moment ago */
  guint n_revisions;   /* after our write; before it there is one, or none when it is fresh */
  gboolean other_text; /* the answer has another text than was there before it */
  guint n_requests;
  guint n_overtaken;
} publications[] = {
  { "fresh", TRUE, 1, FALSE, 2, 0 },
  { "fresh-no-revisions", TRUE, 0, FALSE, 2, 0 },
  { "fresh-overtaken", TRUE, 1, TRUE, 2, 1 },
  { "looked", FALSE, 1, FALSE, 3, 0 },
  { "looked-overtaken", FALSE, 2, TRUE, 3, 1 },
};

static void
test_publication (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslArticle) article = sample_article ("Brug", "Tekst.", NULL);
  g_autoptr(GPtrArray) overtaken = g_ptr_array_new_with_free_func (g_object_unref);
  VslCmsRequest request = { .article = article, .token = TOKEN, .status = VSL_REMOTE_PUBLISH,
                            .overtaken = overtaken };
  g_autoptr(VslWordpressBody) body = vsl_wordpress_body_new (&request);
  g_autofree char *theirs = g_strconcat (body->content, "<p>Van een collega</p>", NULL);
  g_autofree char *draft = make_answer (body, "draft", body->content, publications[i].fresh ? 0 : 1);
  g_autofree char *published = make_answer (body, "publish", publications[i].other_text ? theirs : body->content,
                                            publications[i].n_revisions);
  Fault script[3] = { { FAULT_REPLY, draft }, { FAULT_REPLY, draft }, { FAULT_REPLY, published } };
  g_autoptr(FaultServer) server = NULL;
  g_autoptr(VslCms) cms = NULL;
  g_autoptr(VslRemoteCopy) made = NULL;
  g_autoptr(VslRemoteCopy) copy = NULL;
  g_autoptr(GError) error = NULL;

  if (publications[i].fresh)
    script[1] = script[2];
  server = fault_server_new (script, publications[i].n_requests);
  cms = connect_to (server);
  made = await_create (cms, &request, &error);
  g_assert_no_error (error);
  request.fresh = publications[i].fresh;
  copy = await_update (cms, &request, made, &error);
  g_assert_no_error (error);
  g_assert_cmpint (vsl_remote_copy_get_status (copy), ==, VSL_REMOTE_PUBLISH);
  g_assert_cmpuint (fault_server_get_n_requests (server), ==, publications[i].n_requests);
  g_assert_cmpuint (overtaken->len, ==, publications[i].n_overtaken);
}

/* What was seen a moment ago is not asked again; a draft is remembered for one update only. */
static void
test_memory (void)
{
  VslWordpressMemory *memory = vsl_wordpress_memory_new ();
  g_autoptr(GUri) root = g_uri_parse ("https://x.test/wp-json/", SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(VslWordpressPost) edited = parse_post (POST ("8", "draft", MARK "y"), NULL);
  g_autoptr(VslRemoteCopy) copy = NULL;
  g_autoptr(VslRemoteCopy) other = vsl_wordpress_post_to_copy (edited, root);
  gint64 now = 0;
  guint i;

  vsl_wordpress_memory_keep_term (memory, "tags", "Brug  en\nwater", 7);
  g_assert_cmpint (vsl_wordpress_memory_find_term (memory, "tags", "Brug en water"), ==, 7);
  g_assert_cmpint (vsl_wordpress_memory_find_term (memory, "tags", "brug en water"), ==, 0);
  g_assert_cmpint (vsl_wordpress_memory_find_term (memory, "categories", "Brug en water"), ==, 0);
  vsl_wordpress_memory_forget_terms (memory);
  g_assert_cmpint (vsl_wordpress_memory_find_term (memory, "tags", "Brug en water"), ==, 0);

  for (i = 0; i < 20; i++)
    {
      VslWordpressPost *post = parse_post (POST ("8", "draft", MARK "x"), NULL);

      g_clear_object (&copy);
      copy = vsl_wordpress_post_to_copy (post, root);
      vsl_wordpress_memory_keep_post (memory, post, 1000000);
    }
  g_assert_null (vsl_wordpress_memory_take_post (memory, other, &now));
  for (i = 0; i < 7; i++)
    {
      g_autoptr(VslWordpressPost) post = vsl_wordpress_memory_take_post (memory, copy, &now);

      g_assert_cmpint (post->id, ==, 8);
      g_assert_cmpint (now, >=, 1000000);
    }
  g_assert_null (vsl_wordpress_memory_take_post (memory, copy, &now));
  vsl_wordpress_memory_unref (memory);
}

/* Plug-ins and stale pages: the index is where the page says, on the origin that was asked. */
static void
test_discovery (void)
{
  static const char index[] = HEAD_OK "{\"name\":\"Blad &amp; Co\",\"namespaces\":[\"wp/v2\"],"
                              "\"authentication\":[]}";
  static const char user[] = HEAD_OK "{\"id\":2,\"name\":\"Ik\",\"capabilities\":"
                             "{\"edit_posts\":true,\"publish_posts\":false}}";
  const Fault script[] = {
    { FAULT_REPLY, "HTTP/1.1 302 Found\r\nLocation: /nieuws/\r\nContent-Length: 0\r\n"
                   "Connection: close\r\n\r\n" },
    { FAULT_REPLY, "HTTP/1.1 405 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" },
    { FAULT_REPLY, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n"
                   "Link: <https://oude-naam.test/wp-json/>; rel=\"https://api.w.org/\"\r\n\r\n" },
    { FAULT_REPLY, "HTTP/1.1 401 No\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                   "Connection: close\r\n\r\n{}" },
    { FAULT_REPLY, index },
    { FAULT_REPLY, user },
  };
  g_autoptr(FaultServer) server = fault_server_new (script, G_N_ELEMENTS (script));
  g_autoptr(VslSite) site = vsl_site_new ("x", VSL_BRAND_WORDPRESS, fault_server_get_url (server),
                                          "ik", NULL, NULL);
  g_autoptr(VslHttp) http = vsl_http_new (DEADLINE_MS, NULL);
  g_autoptr(VslCms) cms = vsl_cms_wordpress_new (site, "kanarie", http, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslCmsAbout) about = await_connect (cms, &error);
  static const char * const expected[] = { "HEAD / ", "HEAD /nieuws/ ", "GET /nieuws/ ",
                                           "GET /wp-json/?", "GET /wp-json/?",
                                           "GET /wp-json/wp/v2/users/me?" };
  guint i;

  g_assert_no_error (error);
  g_assert_cmpstr (about->title, ==, "Blad & Co");
  g_assert_false (about->may_publish);
  g_assert_true (g_str_has_prefix (about->api_root, fault_server_get_url (server)));
  for (i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *request = fault_server_dup_request (server, i);

      g_assert_true (g_str_has_prefix (request, expected[i]));
      g_assert_cmpint (strstr (request, "Authorization") != NULL, ==, i >= 4);
    }
}

static void
test_wrong_address (void)
{
  const Fault script[] = {
    { FAULT_REPLY, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
                   "<!doctype html><html><body>Welkom op het gastnetwerk</body></html>" },
  };
  g_autoptr(FaultServer) server = fault_server_new (script, G_N_ELEMENTS (script));
  g_autoptr(VslSite) site = vsl_site_new ("x", VSL_BRAND_WORDPRESS, fault_server_get_url (server),
                                          "ik", NULL, NULL);
  g_autoptr(VslHttp) http = vsl_http_new (DEADLINE_MS, NULL);
  g_autoptr(VslCms) cms = vsl_cms_wordpress_new (site, "kanarie", http, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslCmsAbout) about = await_connect (cms, &error);

  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_A_SITE);
  g_assert_null (about);
}

static void
test_bad_id (void)
{
  static const Fault answer = { FAULT_STALL, NULL };
  g_autoptr(FaultServer) server = fault_server_new (&answer, 1);
  g_autoptr(VslCms) cms = connect_to (server);
  g_autoptr(GError) error = NULL;
  g_autoptr(VslRemoteCopy) copy = await_fetch (cms, "8/../../users", &error);

  g_assert_error (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND);
  g_assert_null (copy);
  g_assert_cmpuint (fault_server_get_n_requests (server), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wordpress/losses", test_losses);
  g_test_add_func ("/wordpress/bylines", test_bylines);

  g_test_add_func ("/client/uris", test_uris);
  g_test_add_func ("/client/edit-url", test_edit_url);
  g_test_add_func ("/client/names", test_names);
  g_test_add_func ("/client/escapes", test_escapes);
  g_test_add_func ("/client/post", test_post);
  g_test_add_func ("/client/post-edited-beside", test_edited_beside);
  g_test_add_func ("/client/choose", test_choose);
  g_test_add_func ("/client/body", test_body);
  for (i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *path = g_strconcat ("/client/answer/", answers[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_answer);
    }
  for (i = 0; i < G_N_ELEMENTS (publications); i++)
    {
      g_autofree char *path = g_strconcat ("/client/publication/", publications[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_publication);
    }
  g_test_add_func ("/client/memory", test_memory);
  g_test_add_func ("/client/discovery", test_discovery);
  g_test_add_func ("/client/wrong-address", test_wrong_address);
  g_test_add_func ("/client/bad-id", test_bad_id);

  return g_test_run ();
}
