/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "cms/vsl-ghost-api.h"
#include "cms/vsl-ghost-body.h"
#include "cms/vsl-ghost-lexical.h"
#include "cms/vsl-cms-error.h"
#include "core/vsl-article-builder.h"
#include "cms-sample.h"

#include <string.h>

#define TOKEN "6f1c9d52-3f64-4c0e-9b6e-2f6f0b7d1a11"
#define KEY "5f8b1c2d3e4f506172839405:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"

static const struct
{
  const char *key;
  gboolean valid;
} keys[] = {
  { KEY, TRUE },
  { "", FALSE },
  { "abc:def", FALSE },
  { "5f8b1c2d3e4f506172839405", FALSE },
  { KEY "0", FALSE },
  { "g" KEY, FALSE },
  { "5f8b1c2d3e4f50617283940g:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", FALSE },
};

static void
test_key (void)
{
  guint i;
  g_autofree char *value = vsl_ghost_key_sign (KEY, 1795435200);

  for (i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_cmpint (vsl_ghost_key_is_valid (keys[i].key), ==, keys[i].valid);

  /* Reckoned with another program. */
  g_assert_cmpstr (value, ==, "Ghost eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6IjVmOGIxYzJkM2U0ZjUw"
                   "NjE3MjgzOTQwNSJ9.eyJpYXQiOjE3OTU0MzUyMDAsImV4cCI6MTc5NTQzNTUwMCwiYXVkI"
                   "joiL2FkbWluLyJ9.tEKIFPAD2WozTxUz6XVXjKJ-NVLGkq52W1JwuiOiHWs");
}

/* A body, and the part of its Lexical between the children of the root. */
static const struct
{
  const char *name, *markdown;
  const char *parts[4]; /* what must be in it, in this order */
} bodies[] = {
  { "paragraph", "Een *twee* **drie** ***vier*** `vijf`",
    { "\"format\":0,\"mode\":\"normal\",\"style\":\"\",\"text\":\"Een \"",
      "\"format\":2,\"mode\":\"normal\",\"style\":\"\",\"text\":\"twee\"",
      "\"format\":3,\"mode\":\"normal\",\"style\":\"\",\"text\":\"vier\"",
      "\"format\":16,\"mode\":\"normal\",\"style\":\"\",\"text\":\"vijf\"" } },
  { "heading", "## Kop\n", { "\"type\":\"extended-heading\"", "\"tag\":\"h2\"", "\"text\":\"Kop\"" } },
  { "link", "[hier](https://x.test/?a=1&b=2)",
    { "\"type\":\"link\"", "\"url\":\"https://x.test/?a=1&b=2\"", "\"text\":\"hier\"" } },
  { "bad-link", "[hier](javascript:alert(1))", { "\"text\":\"hier\"" } },
  { "list", "- een\n- twee\n  1. diep\n", { "\"listType\":\"bullet\"", "\"text\":\"twee\"",
                                           "\"listType\":\"number\"", "\"text\":\"diep\"" } },
  { "start", "3. drie\n4. vier\n", { "\"listType\":\"number\"", "\"start\":3", "\"value\":4" } },
  { "quote", "> een\n>\n> twee\n", { "\"type\":\"extended-quote\"", "\"text\":\"een\"",
                                    "\"type\":\"linebreak\"", "\"text\":\"twee\"" } },
  { "streamer", "::: streamer\nGroot.\n:::\n", { "\"type\":\"aside\"", "\"text\":\"Groot.\"" } },
  { "box", "Voor.\n\n::: kader Cijfers\nTwaalf.\n:::\n\nNa.\n",
    { "\"text\":\"Voor.\"", "\"type\":\"html\"", "Twaalf.", "\"text\":\"Na.\"" } },
  { "code", "```c\nint x;\n```\n", { "\"type\":\"codeblock\"", "\"code\":\"int x;\\n\"", "\"language\":\"c\"" } },
  { "raw", "```{=html}\n<div id=\"x\"></div>\n```\n", { "\"type\":\"html\"", "<div id=\\\"x\\\"></div>" } },
  { "typed-html", "<script>alert(1)</script>\n", { "\"type\":\"paragraph\"", "\"text\":\"<script>alert(1)</script>" } },
  { "picture", "![Een brug](https://x.test/brug.jpg)", { "\"type\":\"image\"", "brug.jpg", "\"alt\":\"Een brug\"" } },
  { "rule", "een\n\n---\n\ntwee\n", { "\"text\":\"een\"", "\"type\":\"horizontalrule\"", "\"text\":\"twee\"" } },
};

static VslArticle *
with_body (const char *markdown)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);

  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, markdown);

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

static void
test_lexical (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslArticle) article = with_body (bodies[i].markdown);
  g_autofree char *lexical = vsl_ghost_lexical_from_article (article, FALSE);
  g_autoptr(JsonNode) root = json_from_string (lexical, NULL);
  const char *at = lexical;
  guint p;

  g_test_message ("%s", lexical);
  g_assert_nonnull (root);
  g_assert_null (strstr (lexical, "javascript:"));
  for (p = 0; p < G_N_ELEMENTS (bodies[i].parts) && bodies[i].parts[p] != NULL; p++)
    {
      at = strstr (at, bodies[i].parts[p]);
      g_assert_nonnull (at);
    }
}

/* However deep somebody nests: an answer, and no stack overflow. */
static void
test_deep (void)
{
  g_autoptr(GString) deep = g_string_new (NULL);
  g_autoptr(VslArticle) quotes = NULL;
  g_autoptr(VslArticle) stars = NULL;
  g_autofree char *of_quotes = NULL;
  g_autofree char *of_stars = NULL;
  guint i;

  for (i = 0; i < 2000; i++)
    g_string_append (deep, i % 2 == 0 ? "> " : "- ");
  g_string_append (deep, "diep");
  quotes = with_body (deep->str);
  of_quotes = vsl_ghost_lexical_from_article (quotes, FALSE);
  g_assert_nonnull (strstr (of_quotes, "diep"));

  g_string_truncate (deep, 0);
  for (i = 0; i < 2000; i++)
    g_string_append (deep, "*a **b ");
  stars = with_body (deep->str);
  of_stars = vsl_ghost_lexical_from_article (stars, FALSE);
  g_assert_nonnull (of_stars);
}

static void
test_body (void)
{
  g_autoptr(VslArticle) article = sample_article ("Brug <open> & dicht", "Tekst.", NULL);
  VslCmsRequest request = { article, TOKEN, VSL_REMOTE_PUBLISH, 0, FALSE, .canonical_url = "https://a.example/b" };
  g_autoptr(VslGhostBody) body = vsl_ghost_body_new (&request);
  g_autoptr(JsonNode) node = vsl_ghost_body_for_create (body);
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (article);
  g_autoptr(GString) lead = g_string_new (NULL);
  g_autoptr(VslArticle) with_long_lead = NULL;
  g_autoptr(VslGhostBody) cut = NULL;
  JsonObject *post = json_array_get_object_element (
    json_object_get_array_member (json_node_get_object (node), "posts"), 0);
  guint i;

  g_assert_cmpstr (json_object_get_string_member (post, "status"), ==, "draft");
  g_assert_cmpstr (json_object_get_string_member (post, "title"), ==, "Brug <open> & dicht");
  g_assert_cmpstr (json_object_get_string_member (post, "codeinjection_head"), ==,
                   "<!-- verslag:" TOKEN " -->");
  g_assert_cmpstr (json_object_get_string_member (post, "canonical_url"), ==, "https://a.example/b");
  g_assert_false (body->was_cut);
  g_assert_null (strstr (body->lexical, "alle bruggen vernieuwen"));

  /* What does not fit in the excerpt is in the text. */
  for (i = 0; i < 60; i++)
    g_string_append (lead, "bruggen ");
  vsl_article_builder_set_text (builder, VSL_FIELD_LEAD, lead->str);
  with_long_lead = vsl_article_builder_end (g_steal_pointer (&builder));
  request.article = with_long_lead;
  cut = vsl_ghost_body_new (&request);
  g_assert_true (cut->was_cut);
  g_assert_cmpint (g_utf8_strlen (cut->excerpt, -1), <=, 300);
  g_assert_true (g_str_has_suffix (cut->excerpt, "bruggen …"));
  g_assert_nonnull (strstr (cut->lexical, "bruggen bruggen"));
}

static void
test_quote (void)
{
  g_autofree char *quoted = vsl_ghost_api_quote ("Zorg 'n \\ welzijn");

  g_assert_cmpstr (quoted, ==, "'Zorg \\'n \\\\ welzijn'");
}

static const struct
{
  const char *name;
  guint status;
  const char *body;
  gboolean effect;
  int code;
} replies[] = {
  { "expired", 401, "{\"errors\":[{\"code\":\"INVALID_JWT\"}]}", FALSE, VSL_CMS_ERROR_AUTH },
  { "garbage", 400, "{\"errors\":[{\"code\":\"INVALID_JWT\"}]}", FALSE, VSL_CMS_ERROR_AUTH },
  { "no-permission", 403, "{\"errors\":[{\"type\":\"NoPermissionError\"}]}", TRUE, VSL_CMS_ERROR_FORBIDDEN },
  { "gone", 404, "{\"errors\":[{\"type\":\"NotFoundError\"}]}", TRUE, VSL_CMS_ERROR_NOT_FOUND },
  { "collision", 409, "{\"errors\":[{\"code\":\"UPDATE_COLLISION\"}]}", TRUE, VSL_CMS_ERROR_CONFLICT },
  { "too-long", 422, "{\"errors\":[{\"property\":\"title\"}]}", TRUE, VSL_CMS_ERROR_REJECTED },
  { "too-long-6", 422, "{\"errors\":[{\"property\":\"0\",\"context\":\"Validation failed for custom_excerpt\"}]}",
    TRUE, VSL_CMS_ERROR_REJECTED },
  { "no-field-6", 422, "{\"errors\":[{\"property\":\"0\",\"context\":\"must be object\"}]}", TRUE,
    VSL_CMS_ERROR_REJECTED },
  { "collision-6", 409, "{\"errors\":[{\"code\":\"UPDATE_COLLISION\",\"details\":{\"clientUpdatedAt\":{}}}]}",
    TRUE, VSL_CMS_ERROR_CONFLICT },
  { "forbidden-6", 403, "{\"errors\":[{\"type\":\"NoPermissionError\",\"code\":null}]}", FALSE,
    VSL_CMS_ERROR_FORBIDDEN },
  { "booting", 503, "<!doctype html>", FALSE, VSL_CMS_ERROR_BUSY },
  { "booting-effect", 503, "<!doctype html>", TRUE, VSL_CMS_ERROR_IN_DOUBT },
  { "moved", 301, "", TRUE, VSL_CMS_ERROR_ADDRESS },
  { "html", 200, "<!doctype html>", FALSE, VSL_CMS_ERROR_NOT_A_SITE },
};

static void
test_reply (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GUri) uri = g_uri_parse ("https://blad.test/ghost/api/admin/", SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(GBytes) bytes = g_bytes_new (replies[i].body, strlen (replies[i].body));
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  g_autoptr(VslHttpReply) reply = vsl_http_reply_new (replies[i].status, uri, headers, bytes,
                                                      replies[i].effect);
  g_autoptr(GError) error = NULL;

  soup_message_headers_unref (headers);
  g_assert_null (vsl_ghost_api_judge (reply, &error));
  g_assert_error (error, VSL_CMS_ERROR, replies[i].code);
  g_assert_null (strstr (error->message, "custom_excerpt"));
  if (g_str_has_prefix (replies[i].name, "too-long-6"))
    g_assert_nonnull (strstr (error->message, "the lead"));
}

#define ADD_TABLE(prefix, table, function) \
  for (i = 0; i < G_N_ELEMENTS (table); i++) \
    { \
      g_autofree char *path = g_strconcat (prefix, table[i].name, NULL); \
      g_test_add_data_func (path, GUINT_TO_POINTER (i), function); \
    }

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ghost-client/key", test_key);
  ADD_TABLE ("/ghost-client/lexical/", bodies, test_lexical);
  ADD_TABLE ("/ghost-client/reply/", replies, test_reply);
  g_test_add_func ("/ghost-client/deep", test_deep);
  g_test_add_func ("/ghost-client/body", test_body);
  g_test_add_func ("/ghost-client/quote", test_quote);

  return g_test_run ();
}
