/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-article-builder.h"
#include "markup/vsl-article-reader.h"
#include "markup/vsl-render.h"

#include <string.h>

#define TOKEN "6f1c9d52-3f64-4c0e-9b6e-2f6f0b7d1a11"

static const char body[] =
  "Eerste *alinea* met [een link](https://x.test/a).\n\n## Tussenkop\n\n* sterretje\n* nog een\n\n"
  "Setext\n------\n\n> Een citaat.\n\n::: streamer\n“Dit is mooi.”\n\n— Anna\n:::\n\n::: kader Titel\nIn het kader.\n:::\n\n"
  "```{=blocks}\n<!-- wp:spacer -->\n<div></div>\n<!-- /wp:spacer -->\n```\n\nLaatste alinea.";

static VslArticle *
make_article (const char *text)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);

  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE, "Kop");
  vsl_article_builder_set_text (builder, VSL_FIELD_KICKER, "Boven");
  vsl_article_builder_set_text (builder, VSL_FIELD_LEAD, "Een lead.\n\nIn twee alinea's & meer.");
  vsl_article_builder_set_text (builder, VSL_FIELD_BYLINE, "Anna Blok");
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, text);

  return vsl_article_builder_end (builder);
}

static const struct
{
  const char *name;
  const char *from, *to;               /* in the content there; NULL: nothing */
  const char *body_from, *body_to;     /* what that is in the body */
  guint n_left;
} cases[] = {
  { "untouched", NULL, NULL, NULL, NULL, 0 },
  { "paragraph", "Laatste alinea.", "Allerlaatste <strong>alinea</strong> &amp; slot.", "Laatste alinea.",
    "Allerlaatste **alinea** \\& slot.", 0 },
  { "star", "Laatste alinea.", "2 * 3 [x] _y_", "Laatste alinea.", "2 \\* 3 \\[x\\] \\_y\\_", 0 },
  { "link", "Laatste alinea.", "Zie <a href=\"https://x.test/b\">daar</a>", "Laatste alinea.",
    "Zie [daar](https://x.test/b)", 0 },
  { "heading", ">Tussenkop<", ">Andere kop<", "## Tussenkop", "## Andere kop", 0 },
  { "list", "nog een", "iets anders", "* sterretje\n* nog een", "- sterretje\n- iets anders", 0 },
  { "quote", "Een citaat.", "Een ander citaat.", "> Een citaat.", "> Een ander citaat.", 0 },
  { "pull-quote", "Dit is mooi", "Dit is lelijk", "Dit is mooi", "Dit is lelijk", 0 },
  { "unknown", "<p>Laatste alinea.</p>", "<p class=\"x\">Laatste alinea.</p>", "Laatste alinea.",
    "```{=blocks}\n<!-- wp:paragraph -->\n<p class=\"x\">Laatste alinea.</p>\n<!-- /wp:paragraph -->\n```", 0 },
  { "byline", "Anna Blok", "Bert Blok", NULL, NULL, 0 },
  { "byline-rich", "Anna Blok", "<em>Bert</em> Blok", NULL, NULL, 1 },
  { "byline-more", "Anna Blok", "Anna Blok<br>Met dank aan Cor", NULL, NULL, 1 },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslArticle) base = make_article (body);
  g_autofree char *sent = vsl_render_article_blocks (base, TOKEN);
  g_autoptr(GString) content = g_string_new (sent);
  g_autoptr(GString) expected = g_string_new (body);
  g_autoptr(VslArticle) theirs = NULL;
  guint n_left;

  if (cases[i].from != NULL)
    g_assert_cmpuint (g_string_replace (content, cases[i].from, cases[i].to, 0), ==, 1);
  if (cases[i].body_from != NULL)
    g_assert_cmpuint (g_string_replace (expected, cases[i].body_from, cases[i].body_to, 0), ==, 1);

  theirs = vsl_article_reader_read_blocks (base, "Kop", content->str, &n_left);
  g_assert_cmpstr (vsl_article_get_text (theirs, VSL_FIELD_BODY), ==, expected->str);
  g_assert_cmpstr (vsl_article_get_text (theirs, VSL_FIELD_LEAD), ==, vsl_article_get_text (base, VSL_FIELD_LEAD));
  g_assert_cmpstr (vsl_article_get_text (theirs, VSL_FIELD_KICKER), ==, "Boven");
  g_assert_cmpuint (n_left, ==, cases[i].n_left);
  g_assert_cmpstr (vsl_article_get_text (theirs, VSL_FIELD_BYLINE), ==,
                   g_str_equal (cases[i].name, "byline") ? "Bert Blok" : "Anna Blok");
}

/* What is read back and rendered is what was there, whatever was moved, put in or taken out. */
static void
test_there_and_back (void)
{
  static const char *const additions[] = {
    "\n\n<!-- wp:paragraph -->\n<p>Nieuw.</p>\n<!-- /wp:paragraph -->",
    "\n\n<!-- wp:embed {\"url\":\"https://x.test/\"} -->\n<figure>x</figure>\n<!-- /wp:embed -->",
    "\n\n<!-- wp:more /-->",
    "\n\n<!-- wp:columns -->\n<div><!-- wp:column -->\n<div>```</div>\n<!-- /wp:column --></div>\n<!-- /wp:columns -->",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (additions); i++)
    {
      g_autoptr(VslArticle) base = make_article (body);
      g_autofree char *sent = vsl_render_article_blocks (base, NULL);
      g_autofree char *content = g_strconcat (sent, additions[i], NULL);
      g_autoptr(VslArticle) theirs = NULL;
      g_autofree char *again = NULL;
      guint n_left;

      theirs = vsl_article_reader_read_blocks (base, "Kop", content, &n_left);
      again = vsl_render_article_blocks (theirs, NULL);
      g_assert_cmpstr (again, ==, content);
      g_assert_cmpuint (n_left, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/article-reader/case/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/article-reader/there-and-back", test_there_and_back);

  return g_test_run ();
}
