/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "body-generator.h"

#include "core/vsl-article-builder.h"
#include "markup/vsl-markdown-text.h"
#include "markup/vsl-render.h"

#include <string.h>

#define N_BODIES 1500

typedef char *(*MakeFunc) (guint32 seed);

static char *
render_blocks (const char *body)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  g_autoptr(VslArticle) article = NULL;

  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  article = vsl_article_builder_end (builder);

  return vsl_render_article_blocks (article, "token");
}

static void
assert_same_words (guint       seed,
                   const char *body,
                   const char *result)
{
  g_auto(GStrv) expected = body_generator_find_words (body);
  g_auto(GStrv) words = body_generator_find_words (result);

  if (!g_strv_equal ((const char * const *) expected, (const char * const *) words))
    {
      g_test_message ("body %u:\n%s\nbecame:\n%s", seed, body, result);
      g_assert_cmpuint (g_strv_length (words), ==, g_strv_length (expected));
      for (guint i = 0; expected[i] != NULL; i++)
        g_assert_cmpstr (words[i], ==, expected[i]);
    }
}

/* No word is lost or doubled, whatever the form. */
static void
test_words_kept (gconstpointer data)
{
  MakeFunc make = (MakeFunc) data;

  for (guint seed = 0; seed < N_BODIES; seed++)
    {
      g_autofree char *body = make (seed);
      g_autofree char *html = vsl_render_body_html (body);
      g_autofree char *blocks = render_blocks (body);
      g_autofree char *text = vsl_render_body_text (body);

      assert_same_words (seed, body, html);
      assert_same_words (seed, body, blocks);
      assert_same_words (seed, body, text);
    }
}

/* Every word of the plain text is found in the body where it stands there. */
static void
test_words_mapped (gconstpointer data)
{
  MakeFunc make = (MakeFunc) data;

  for (guint seed = 0; seed < N_BODIES; seed++)
    {
      g_autofree char *body = make (seed);
      g_autoptr(VslMarkdownText) text = vsl_markdown_text_new (body, VSL_MARKDOWN_TEXT_PLAIN);
      const char *plain = vsl_markdown_text_get_text (text);

      for (const char *p = strstr (plain, "wé"); p != NULL; p = strstr (p + 1, "wé"))
        {
          gsize length = 2 + strspn (p + strlen ("wé"), "0123456789");
          gsize offset = g_utf8_pointer_to_offset (plain, p);
          g_autofree char *word = g_utf8_substring (p, 0, length);
          g_autofree char *found = NULL;
          gsize source_offset;
          gsize source_length;

          vsl_markdown_text_map_range (text, offset, length, &source_offset, &source_length);
          found = g_utf8_substring (body, source_offset, source_offset + source_length);
          if (strcmp (found, word) != 0)
            g_test_message ("body %u:\n%s\nplain:\n%s", seed, body, plain);
          g_assert_cmpstr (found, ==, word);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/markup/words/kept", body_generator_make, test_words_kept);
  g_test_add_data_func ("/markup/words/kept-wild", body_generator_make_wild, test_words_kept);
  g_test_add_data_func ("/markup/words/mapped", body_generator_make, test_words_mapped);
  g_test_add_data_func ("/markup/words/mapped-wild", body_generator_make_wild, test_words_mapped);

  return g_test_run ();
}
