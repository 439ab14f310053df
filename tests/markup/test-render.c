/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "markup/vsl-render.h"

#include "core/vsl-article-builder.h"

#include <string.h>

typedef char *(*RenderFunc) (const char *markdown);

static char *
list_streamers (const char *markdown)
{
  g_auto(GStrv) streamers = vsl_render_dup_streamers (markdown);

  return g_strjoinv ("|", streamers);
}

static const struct
{
  const char *name;
  RenderFunc func;
  const char *markdown;
  const char *expected;
} renders[] = {
  { "html/nothing", vsl_render_body_html, NULL, "" },
  { "html/empty", vsl_render_body_html, "", "" },
  { "html/paragraphs", vsl_render_body_html, "een\ntwee\n\ndrie",
    "<p>een\ntwee</p>\n<p>drie</p>\n" },
  { "html/inline", vsl_render_body_html, "*a* **b** `c<d` ***e***",
    "<p><em>a</em> <strong>b</strong> <code>c&lt;d</code> <em><strong>e</strong></em></p>\n" },
  { "html/line-break", vsl_render_body_html, "a\\\nb  \nc", "<p>a<br>b<br>c</p>\n" },
  { "html/escape", vsl_render_body_html, "1 < 2 & 3 > 2 \"x\" 'y'",
    "<p>1 &lt; 2 &amp; 3 &gt; 2 \"x\" 'y'</p>\n" },
  { "html/punctuation-untouched", vsl_render_body_html, "“a” -- 'b' ... ‘c’",
    "<p>“a” -- 'b' ... ‘c’</p>\n" },
  { "html/entities", vsl_render_body_html, "caf&eacute; &lt;b&gt; &nosuch;",
    "<p>café &lt;b&gt; &amp;nosuch;</p>\n" },
  { "html/control", vsl_render_body_html, "a\001b\033c\177d", "<p>abcd</p>\n" },
  { "html/not-utf8", vsl_render_body_html, "a\377b", "<p>a\357\277\275b</p>\n" },
  { "html/headings", vsl_render_body_html, "# a\n## b\n### c\n\nd\n===",
    "<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>\n<h2>d</h2>\n" },
  { "html/list", vsl_render_body_html, "- a\n- b\n  - c",
    "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n" },
  { "html/loose-list", vsl_render_body_html, "- a\n\n- b",
    "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n" },
  { "html/ordered", vsl_render_body_html, "7) a\n8) b",
    "<ol start=\"7\">\n<li>a</li>\n<li>b</li>\n</ol>\n" },
  { "html/quote", vsl_render_body_html, "> a\nb\n>\n> c",
    "<blockquote>\n<p>a\nb</p>\n<p>c</p>\n</blockquote>\n" },
  { "html/code", vsl_render_body_html, "```c\na < b;\n```\n\n    c\n\n```wrong\"x\nd\n```",
    "<pre><code class=\"language-c\">a &lt; b;</code></pre>\n<pre><code>c</code></pre>\n"
    "<pre><code>d</code></pre>\n" },
  { "html/rule", vsl_render_body_html, "a\n\n***\n\nb", "<p>a</p>\n<hr>\n<p>b</p>\n" },
  { "html/link", vsl_render_body_html, "[a](https://example.org/?b=1&c=\"é\" \"t\\\"u\")",
    "<p><a href=\"https://example.org/?b=1&amp;c=%22%C3%A9%22\" title=\"t&quot;u\">a</a></p>\n" },
  { "html/link-relative", vsl_render_body_html, "[a](/b/c) [d](#e) [f](g:h)",
    "<p><a href=\"/b/c\">a</a> <a href=\"#e\">d</a> f</p>\n" },
  { "html/link-mail", vsl_render_body_html, "<redactie@example.org> [a](MAILTO:b@example.org)",
    "<p><a href=\"mailto:redactie@example.org\">redactie@example.org</a> "
    "<a href=\"MAILTO:b@example.org\">a</a></p>\n" },
  { "html/link-refused", vsl_render_body_html,
    "[a](javascript:x) [b](JaVa&#10;script:x) [c](data:text/html,x) [d](javascript&colon;x) "
    "[e](vbscript:x) [f](<java\tscript:x>) [g]()",
    "<p>a b c d e f g</p>\n" },
  { "html/link-defined-elsewhere", vsl_render_body_html,
    "[a]\n\n::: kader\n[b][a]\n:::\n\n[a]: https://example.org/",
    "<p><a href=\"https://example.org/\">a</a></p>\n<aside class=\"kader\">\n"
    "<p><a href=\"https://example.org/\">b</a></p>\n</aside>\n" },
  { "html/picture", vsl_render_body_html, "![a *b*](c.jpg \"d & e\")",
    "<figure><img src=\"c.jpg\" alt=\"a b\"><figcaption>d &amp; e</figcaption></figure>\n" },
  { "html/picture-in-text", vsl_render_body_html, "x ![a \"b\"](c.jpg)",
    "<p>x <img src=\"c.jpg\" alt=\"a &quot;b&quot;\"></p>\n" },
  { "html/picture-in-link", vsl_render_body_html, "[![a](c.jpg)](https://example.org)",
    "<figure><a href=\"https://example.org\"><img src=\"c.jpg\" alt=\"a\"></a></figure>\n" },
  { "html/picture-refused", vsl_render_body_html, "![a *b*](data:image/png;base64,x)",
    "<p>a b</p>\n" },
  { "html/typed-block", vsl_render_body_html, "<div onclick=\"x\">\n*a*\n</div>\n\nb",
    "<p>&lt;div onclick=\"x\"&gt;<br>*a*<br>&lt;/div&gt;</p>\n<p>b</p>\n" },
  { "html/typed-inline", vsl_render_body_html, "a <b>c</b> <script>d</script>",
    "<p>a &lt;b&gt;c&lt;/b&gt; &lt;script&gt;d&lt;/script&gt;</p>\n" },
  { "html/typed-comment", vsl_render_body_html, "<!-- wp:more -->",
    "<p>&lt;!-- wp:more --&gt;</p>\n" },
  { "html/raw-html", vsl_render_body_html, "```{=html}\n<b  x>&amp;</b>\n\n <i>\n```",
    "<b  x>&amp;</b>\n\n <i>\n" },
  { "html/raw-blocks", vsl_render_body_html,
    "```{=blocks}\n<!-- wp:verse {\"a\":1} --><pre>a</pre><!-- /wp:verse --><!-- b -->\n```",
    "<pre>a</pre><!-- b -->\n" },

  { "container/streamer", vsl_render_body_html, "a\n::: streamer\n“b”\n:::\nc",
    "<p>a</p>\n<figure class=\"streamer\">\n<blockquote>\n<p>“b”</p>\n</blockquote>\n</figure>\n"
    "<p>c</p>\n" },
  { "container/streamer-name", vsl_render_body_html, "::: pullquote\nb\n\n— Ria\n:::",
    "<figure class=\"streamer\">\n<blockquote>\n<p>b</p>\n</blockquote>\n"
    "<figcaption>— Ria</figcaption>\n</figure>\n" },
  { "container/streamer-dash-alone", vsl_render_body_html, "::: streamer\n— Ria\n:::",
    "<figure class=\"streamer\">\n<blockquote>\n<p>— Ria</p>\n</blockquote>\n</figure>\n" },
  { "container/streamer-empty", vsl_render_body_html, "::: streamer\n:::", "" },
  { "container/box", vsl_render_body_html, "::: kader  Wat & hoe? \n- a\n:::",
    "<aside class=\"kader\">\n<h2>Wat &amp; hoe?</h2>\n<ul>\n<li>a</li>\n</ul>\n</aside>\n" },
  { "container/box-english", vsl_render_body_html, ":::box\nb\n::::",
    "<aside class=\"kader\">\n<p>b</p>\n</aside>\n" },
  { "container/box-closing-colons", vsl_render_body_html, "::: Kader Titel :::\nb\n:::",
    "<aside class=\"kader\">\n<h2>Titel</h2>\n<p>b</p>\n</aside>\n" },
  { "container/nested", vsl_render_body_html, "::: kader\n::: streamer\na\n:::\nb\n:::\nc",
    "<aside class=\"kader\">\n<figure class=\"streamer\">\n<blockquote>\n<p>a</p>\n</blockquote>\n"
    "</figure>\n<p>b</p>\n</aside>\n<p>c</p>\n" },
  { "container/unclosed", vsl_render_body_html, "::: kader\na\n\nb",
    "<aside class=\"kader\">\n<p>a</p>\n<p>b</p>\n</aside>\n" },
  { "container/nothing-to-close", vsl_render_body_html, "a\n\n:::", "<p>a</p>\n<p>:::</p>\n" },
  { "container/unknown", vsl_render_body_html, "::: warning\na", "<p>::: warning\na</p>\n" },
  { "container/streamer-with-words", vsl_render_body_html, "::: streamer niet zo\na",
    "<p>::: streamer niet zo\na</p>\n" },
  { "container/longer-word", vsl_render_body_html, "::: kaders", "<p>::: kaders</p>\n" },
  { "container/two-colons", vsl_render_body_html, ":: kader", "<p>:: kader</p>\n" },
  { "container/not-first-column", vsl_render_body_html, " ::: kader", "<p>::: kader</p>\n" },
  { "container/in-code", vsl_render_body_html, "```\n::: kader\n```",
    "<pre><code>::: kader</code></pre>\n" },
  { "container/in-longer-code", vsl_render_body_html,
    "~~~~\n```\n~~~\n::: kader\n~~~~\n\n::: kader",
    "<pre><code>```\n~~~\n::: kader</code></pre>\n" },
  { "container/after-open-list", vsl_render_body_html, "- a\n::: kader\nb",
    "<ul>\n<li>a</li>\n</ul>\n<aside class=\"kader\">\n<p>b</p>\n</aside>\n" },
  { "container/after-open-html", vsl_render_body_html, "<!-- a\n::: kader\nb\n:::\nc",
    "<p>&lt;!-- a<br></p>\n<aside class=\"kader\">\n<p>b</p>\n</aside>\n<p>c</p>\n" },
  { "container/code-in-open-html", vsl_render_body_html,
    "<script>\n```\n</script>\n\n```\n::: kader\n```",
    "<p>&lt;script&gt;<br>```<br>&lt;/script&gt;</p>\n<pre><code>::: kader</code></pre>\n" },
  { "container/windows-lines", vsl_render_body_html, "a\r\n::: kader T\r\nb\r\n:::\r\nc",
    "<p>a</p>\n<aside class=\"kader\">\n<h2>T</h2>\n<p>b</p>\n</aside>\n<p>c</p>\n" },
  { "container/old-mac-lines", vsl_render_body_html, "a\r::: kader T\rb\r:::\rc",
    "<p>a</p>\n<aside class=\"kader\">\n<h2>T</h2>\n<p>b</p>\n</aside>\n<p>c</p>\n" },
  { "container/participants", vsl_render_body_html, "a\n\n::: deelnemers\n\nb",
    "<p>a</p>\n<p>b</p>\n" },
  { "container/participants-closed", vsl_render_body_html, "::: participants\n:::\nb",
    "<p>b</p>\n" },
  { "container/participants-in-box", vsl_render_body_html, "::: kader\n::: deelnemers\na\n:::\nb",
    "<aside class=\"kader\">\n<p>a</p>\n</aside>\n<p>b</p>\n" },

  { "text/nothing", vsl_render_body_text, NULL, "" },
  { "text/blocks", vsl_render_body_text, "# a\n\n*b* [c](d) ![e](f \"g\")\nh\\\ni",
    "a\n\nb c e g h\ni" },
  { "text/lists", vsl_render_body_text, "a\n\n- b\n  - c\n- d\n\n4. e\n5. f\n\ng",
    "a\n\n- b\n  - c\n- d\n\n4. e\n5. f\n\ng" },
  { "text/containers", vsl_render_body_text, "::: kader T\na\n:::\n::: streamer\nb\n:::",
    "T\n\na\n\nb" },
  { "text/verbatim", vsl_render_body_text, "```\na  *b*\n\n c\n```\n\n<p>d</p>\n\ne <f>",
    "a  *b*\n\n c\n\n<p>d</p>\n\ne <f>" },
  { "text/raw", vsl_render_body_text,
    "```{=html}\n<style>x</style><p>a<b>b</b> &eacute; &x;</p><!-- y --><p title=\">\">c</p>\n```",
    "ab é &x;\nc" },

  { "streamers/none", list_streamers, "a", "" },
  { "streamers/some", list_streamers,
    "::: streamer\n“*a* b”\n\n— Ria\n:::\nc\n::: streamer\nd\n\ne\n:::\n::: streamer\n:::\n",
    "“a b”|d\ne" },
};

static void
test_render (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *result = renders[i].func (renders[i].markdown);

  g_assert_cmpstr (result, ==, renders[i].expected);
}

static VslArticle *
make_article (const char *language,
              const char *body)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  g_autoptr(VslPerson) ria = vsl_person_new_from_text ("Ria van der Wal");
  g_autoptr(VslPerson) bo = vsl_person_new_from_text ("Bo <i>");
  g_autoptr(VslParticipant) chair = vsl_participant_new (ria, "dijkgraaf", "Waterschap", TRUE);
  g_autoptr(VslParticipant) guest = vsl_participant_new (bo, "", "R&D", FALSE);

  vsl_article_builder_set_language (builder, language);
  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, "Kop");
  vsl_article_builder_set_text (builder, VSL_FIELD_LEAD, "Een & twee.\n\nDrie.");
  vsl_article_builder_set_text (builder, VSL_FIELD_BYLINE, "Ans de Wit");
  vsl_article_builder_set_text (builder, VSL_FIELD_CREDIT, "Archief");
  vsl_article_builder_set_text (builder, VSL_FIELD_EVENT, "Waterdebat");
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  vsl_article_builder_add_participant (builder, chair);
  vsl_article_builder_add_participant (builder, guest);

  return vsl_article_builder_end (builder);
}

#define HEAD(by, image) \
  "<p class=\"inleiding\">Een &amp; twee.</p>\n<p class=\"inleiding\">Drie.</p>\n" \
  "<p class=\"door\">" by " Ans de Wit</p>\n<p class=\"beeld\">" image " Archief</p>\n"

#define BOX(label, chair) \
  "<aside class=\"deelnemers\">\n<h2>" label " Waterdebat:</h2>\n" \
  "<ul>\n<li>Bo &lt;i&gt;, R&amp;D</li>\n</ul>\n" \
  "<p class=\"leiding\">" chair " Ria van der Wal, dijkgraaf, Waterschap</p>\n</aside>\n"

static const struct
{
  const char *name;
  const char *language;
  const char *body;
  const char *expected;
} articles[] = {
  { "dutch", "nl", "Tekst.",
    HEAD ("Door", "Beeld") BOX ("Deelnemers", "Onder leiding van") "<p>Tekst.</p>\n" },
  { "flemish", "nl-BE", "", HEAD ("Door", "Beeld") BOX ("Deelnemers", "Onder leiding van") },
  { "english", "en", "Text.",
    HEAD ("By", "Image") BOX ("Participants", "Chaired by") "<p>Text.</p>\n" },
  { "placed", "nl", "Een.\n\n::: deelnemers\n\nTwee.\n\n::: deelnemers\n",
    HEAD ("Door", "Beeld") "<p>Een.</p>\n" BOX ("Deelnemers", "Onder leiding van")
    "<p>Twee.</p>\n" },
};

static void
test_article (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslArticle) article = make_article (articles[i].language, articles[i].body);
  g_autofree char *result = vsl_render_article_html (article);

  g_assert_cmpstr (result, ==, articles[i].expected);
}

/* Bodies that are large or deep in one way; the time-out of the test is the judge of their speed. */
static const struct
{
  const char *name;
  const char *before;
  const char *repeated;
  guint times;
  const char *after;
} heavy[] = {
  { "quotes", "", ">", 10000, " woord" },
  { "lists", "", "- ", 1000, "woord" },
  { "line", "", "woord ", 180000, "" },
  { "emphasis", "woord ", "*", 50000, "a" },
  { "brackets", "woord ", "[", 20000, "" },
  { "containers", "woord\n", "::: kader\n", 20000, "" },
  { "closed-containers", "woord\n", "::: kader T\na\n:::\n", 20000, "" },
  { "participants", "woord\n", "::: deelnemers\n", 20000, "" },
  { "closings", "woord\n", ":::\n", 20000, "" },
  { "fences", "woord\n", "```\n", 40000, "" },
  { "definitions", "woord\n\n", "[a]: b\n", 20000, "" },
  { "misses", "woord ", "&lt;*a*`&lt;` ", 20000, "" },
  { "raw", "woord\n\n```{=html}\n", "<!-- wp:a ", 40000, "\n```" },
  { "returns", "woord", "\r", 200000, "" },
};

static void
test_heavy (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GString) body = g_string_new (heavy[i].before);
  g_autoptr(VslArticle) article = NULL;
  g_autofree char *html = NULL;
  g_autofree char *blocks = NULL;
  g_autofree char *text = NULL;

  for (guint n = 0; n < heavy[i].times; n++)
    g_string_append (body, heavy[i].repeated);
  g_string_append (body, heavy[i].after);

  article = make_article ("nl", body->str);
  html = vsl_render_article_html (article);
  blocks = vsl_render_article_blocks (article, "token");
  text = vsl_render_body_text (body->str);

  g_assert_nonnull (strstr (html, "woord"));
  g_assert_nonnull (strstr (blocks, "woord"));
  g_assert_nonnull (strstr (text, "woord"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (renders); i++)
    {
      g_autofree char *path = g_strdup_printf ("/markup/render/%s", renders[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_render);
    }
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autofree char *path = g_strdup_printf ("/markup/render/article/%s", articles[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_article);
    }
  for (guint i = 0; i < G_N_ELEMENTS (heavy); i++)
    {
      g_autofree char *path = g_strdup_printf ("/markup/render/heavy/%s", heavy[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_heavy);
    }

  return g_test_run ();
}
