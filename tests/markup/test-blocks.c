/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

/* The expected blocks were accepted, and written again byte for byte, by the block editor of
 * WordPress; gutenberg/ asks it about many more. */

#include "markup/vsl-render.h"

#include "core/vsl-article-builder.h"

#define P(text) "<!-- wp:paragraph -->\n<p>" text "</p>\n<!-- /wp:paragraph -->"
#define LI(text) "<!-- wp:list-item -->\n<li>" text "</li>\n<!-- /wp:list-item -->"
#define UL(items) \
  "<!-- wp:list -->\n<ul class=\"wp-block-list\">" items "</ul>\n<!-- /wp:list -->"
#define H(level, text) "<h" level " class=\"wp-block-heading\">" text "</h" level ">"
#define CODE(text) \
  "<!-- wp:code -->\n<pre class=\"wp-block-code\"><code>" text "</code></pre>\n<!-- /wp:code -->"
#define PULLQUOTE(content) \
  "<!-- wp:pullquote -->\n<figure class=\"wp-block-pullquote\"><blockquote>" content \
  "</blockquote></figure>\n<!-- /wp:pullquote -->"
#define IMAGE(content) "<figure class=\"wp-block-image\">" content "</figure>\n<!-- /wp:image -->"

static const struct
{
  const char *name;
  const char *markdown;
  const char *expected;
} bodies[] = {
  { "nothing", "", "" },
  { "paragraphs", "een\ntwee\n\n1 < 2 & \"x\"\302\240y",
    P ("een twee") "\n\n" P ("1 &lt; 2 &amp; \"x\"&nbsp;y") },
  { "inline", "*a* **b** `c` [d](https://example.org/?e=1&f=2)\\\ng",
    P ("<em>a</em> <strong>b</strong> <code>c</code> "
       "<a href=\"https://example.org/?e=1&amp;f=2\">d</a><br>g") },
  { "headings", "# a\n\n## b\n\n### c",
    "<!-- wp:heading -->\n" H ("2", "a") "\n<!-- /wp:heading -->\n\n"
    "<!-- wp:heading -->\n" H ("2", "b") "\n<!-- /wp:heading -->\n\n"
    "<!-- wp:heading {\"level\":3} -->\n" H ("3", "c") "\n<!-- /wp:heading -->" },
  { "list", "- a\n- b", UL (LI ("a") "\n\n" LI ("b")) },
  { "nested-list", "- a\n  - b", UL (LI ("a" UL (LI ("b")))) },
  { "ordered-list", "1. a",
    "<!-- wp:list {\"ordered\":true} -->\n<ol class=\"wp-block-list\">" LI ("a")
    "</ol>\n<!-- /wp:list -->" },
  { "ordered-list-start", "0. a",
    "<!-- wp:list {\"ordered\":true,\"start\":0} -->\n<ol start=\"0\" class=\"wp-block-list\">"
    LI ("a") "</ol>\n<!-- /wp:list -->" },
  { "item-paragraphs", "- a\n\n  b", UL (LI ("a<br><br>b")) },
  { "item-blocks", "- a\n\n      b\n\n  c",
    UL (LI ("a<!-- wp:group -->\n<div class=\"wp-block-group\">" CODE ("b") "\n\n" P ("c")
            "</div>\n<!-- /wp:group -->")) },
  { "quote", "> a\n>\n> b",
    "<!-- wp:quote -->\n<blockquote class=\"wp-block-quote\">" P ("a") "\n\n" P ("b")
    "</blockquote>\n<!-- /wp:quote -->" },
  { "code", "```\n[a] < b\n\n  https://example.org/c\nhttps://example.org/d\n```",
    CODE ("&#91;a] &lt; b\n\n  https:&#47;&#47;example.org/c\nhttps://example.org/d") },
  { "code-language", "``` c\na\n```",
    "<!-- wp:code {\"className\":\"language-c\"} -->\n<pre class=\"wp-block-code language-c\">"
    "<code>a</code></pre>\n<!-- /wp:code -->" },
  { "separator", "***",
    "<!-- wp:separator -->\n<hr class=\"wp-block-separator has-alpha-channel-opacity\"/>\n"
    "<!-- /wp:separator -->" },
  { "picture", "![a \"b\"](c.jpg \"d\")",
    "<!-- wp:image -->\n" IMAGE ("<img src=\"c.jpg\" alt=\"a &quot;b&quot;\"/>"
                                 "<figcaption class=\"wp-element-caption\">d</figcaption>") },
  { "picture-link", "[![a](c.jpg)](d)",
    "<!-- wp:image {\"linkDestination\":\"custom\"} -->\n"
    IMAGE ("<a href=\"d\"><img src=\"c.jpg\" alt=\"a\"/></a>") },
  { "typed-html", "<!-- wp:more -->\n\na <b>c</b>",
    P ("&lt;!-- wp:more --&gt;") "\n\n" P ("a &lt;b&gt;c&lt;/b&gt;") },
  { "streamer", "::: streamer\n“*a*”\n\nb\n\n— Ria\n:::",
    PULLQUOTE ("<p>“<em>a</em>”<br><br>b</p><cite>— Ria</cite>") },
  { "streamer-of-blocks", "::: streamer\n- a\n:::",
    "<!-- wp:group {\"className\":\"streamer\"} -->\n<div class=\"wp-block-group streamer\">"
    UL (LI ("a")) "</div>\n<!-- /wp:group -->" },
  { "streamer-empty", "::: streamer\n:::", "" },
  { "box", "::: kader Wat & hoe\na\n:::",
    "<!-- wp:group {\"className\":\"kader\"} -->\n<div class=\"wp-block-group kader\">"
    "<!-- wp:heading -->\n" H ("2", "Wat &amp; hoe") "\n<!-- /wp:heading -->\n\n" P ("a")
    "</div>\n<!-- /wp:group -->" },
  { "participants-of-nobody", "a\n\n::: deelnemers\n\nb", P ("a") "\n\n" P ("b") },
  { "raw-blocks", "a\n\n```{=blocks}\n<!-- wp:x/y  {\"a\" : 1} /-->\n```",
    P ("a") "\n\n<!-- wp:x/y  {\"a\" : 1} /-->" },
  { "raw-html", "```{=html}\n<b  x>\n\n&amp;</b>\n```",
    "<!-- wp:html -->\n<b  x>\n\n&amp;</b>\n<!-- /wp:html -->" },
  { "raw-html-of-blocks", "```{=html}\n<!-- wp:more --><!--more--><!-- /wp:more -->\n```",
    "<!-- wp:more --><!--more--><!-- /wp:more -->" },
};

static VslArticle *
make_article (const char *lead,
              const char *body)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);

  vsl_article_builder_set_text (builder, VSL_FIELD_LEAD, lead);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);

  return vsl_article_builder_end (builder);
}

static void
test_body (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslArticle) article = make_article ("", bodies[i].markdown);
  g_autofree char *result = vsl_render_article_blocks (article, NULL);

  g_assert_cmpstr (result, ==, bodies[i].expected);
}

static const struct
{
  const char *name;
  const char *lead;
  const char *body;
  const char *token;
  const char *expected;
} tokens[] = {
  { "lead", "a", "b", "0f8f-12",
    "<!-- wp:paragraph {\"className\":\"inleiding\",\"metadata\":{\"verslag\":\"0f8f-12\"}} -->\n"
    "<p class=\"inleiding\">a</p>\n<!-- /wp:paragraph -->\n\n" P ("b") },
  { "heading", "", "### b", "t",
    "<!-- wp:heading {\"level\":3,\"metadata\":{\"verslag\":\"t\"}} -->\n" H ("3", "b")
    "\n<!-- /wp:heading -->" },
  { "after-raw-blocks", "", "```{=blocks}\n<!-- wp:more /-->\n```\n\nb", "t",
    "<!-- wp:more /-->\n\n<!-- wp:paragraph {\"metadata\":{\"verslag\":\"t\"}} -->\n<p>b</p>\n"
    "<!-- /wp:paragraph -->" },
  { "nothing", "", "", "t",
    "<!-- wp:paragraph {\"metadata\":{\"verslag\":\"t\"}} -->\n<p></p>\n<!-- /wp:paragraph -->" },
  { "escaped", "", "", "a--b<c>&\"d\\e",
    "<!-- wp:paragraph {\"metadata\":{\"verslag\":\"a\\u002d\\u002db\\u003cc\\u003e\\u0026\\u0022d"
    "\\u005ce\"}} -->\n<p></p>\n<!-- /wp:paragraph -->" },
};

static void
test_token (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslArticle) article = make_article (tokens[i].lead, tokens[i].body);
  g_autofree char *result = vsl_render_article_blocks (article, tokens[i].token);

  g_assert_cmpstr (result, ==, tokens[i].expected);
}

static void
test_article (void)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  g_autoptr(VslPerson) ria = vsl_person_new_from_text ("Ria van der Wal");
  g_autoptr(VslPerson) bo = vsl_person_new_from_text ("Bo");
  g_autoptr(VslParticipant) chair = vsl_participant_new (ria, "dijkgraaf", "", TRUE);
  g_autoptr(VslParticipant) guest = vsl_participant_new (bo, "hoofd", "R&D", FALSE);
  g_autoptr(VslArticle) article = NULL;
  g_autofree char *result = NULL;

  vsl_article_builder_set_language (builder, "nl");
  vsl_article_builder_set_text (builder, VSL_FIELD_KICKER, "Water");
  vsl_article_builder_set_text (builder, VSL_FIELD_LEAD, "a\nb\n\nc");
  vsl_article_builder_set_text (builder, VSL_FIELD_BYLINE, "Ans");
  vsl_article_builder_set_text (builder, VSL_FIELD_CREDIT, "Archief");
  vsl_article_builder_set_text (builder, VSL_FIELD_EVENT, "Debat");
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, "d\n\n::: deelnemers");
  vsl_article_builder_add_participant (builder, chair);
  vsl_article_builder_add_participant (builder, guest);
  article = vsl_article_builder_end (builder);
  result = vsl_render_article_blocks (article, NULL);

#define CLASSED(class, text) \
  "<!-- wp:paragraph {\"className\":\"" class "\"} -->\n<p class=\"" class "\">" text "</p>\n" \
  "<!-- /wp:paragraph -->"
  g_assert_cmpstr (result, ==,
                   CLASSED ("bovenkop", "Water") "\n\n" CLASSED ("inleiding", "a<br>b") "\n\n"
                   CLASSED ("inleiding", "c") "\n\n"
                   CLASSED ("colofon", "Door Ans<br>Beeld Archief") "\n\n" P ("d") "\n\n"
                   "<!-- wp:group {\"className\":\"deelnemers\"} -->\n"
                   "<div class=\"wp-block-group deelnemers\"><!-- wp:heading -->\n"
                   H ("2", "Deelnemers Debat:") "\n<!-- /wp:heading -->\n\n"
                   UL (LI ("Bo, hoofd, R&amp;D")) "\n\n"
                   CLASSED ("leiding", "Onder leiding van Ria van der Wal, dijkgraaf")
                   "</div>\n<!-- /wp:group -->");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *path = g_strdup_printf ("/markup/blocks/body/%s", bodies[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_body);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      g_autofree char *path = g_strdup_printf ("/markup/blocks/token/%s", tokens[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_token);
    }
  g_test_add_func ("/markup/blocks/article", test_article);

  return g_test_run ();
}
