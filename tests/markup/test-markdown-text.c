/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "markup/vsl-markdown-text.h"

/* @word is looked up in the plain text, and @source must be what stands for it in the body. */
static const struct
{
  const char *name;
  const char *markdown;
  const char *word;
  const char *source;
} places[] = {
  { "plain", "één twee", "twee", "twee" },
  { "emphasis", "a *b **c** d* e", "c d", "c** d" },
  { "escape", "a \\*b\\* c", "*b*", "\\*b\\*" },
  { "reference", "caf&eacute; x", "café", "caf&eacute;" },
  { "reference-of-two", "a&nGt;b", "≫⃒", "&nGt;" },
  { "no-reference", "a &nosuch; b", "&nosuch; b", "&nosuch; b" },
  { "link", "[a b](https://example.org/b 'b') b", "a b b", "a b](https://example.org/b 'b') b" },
  { "link-nested-marks", "[a](</b(c> \"d\\\"e\") f", "f", "f" },
  { "link-label", "[a][b] c\n\n[b]: /c", "c", "c" },
  { "link-shortcut", "[a] (b)\n\n[a]: /c", "(b)", "(b)" },
  { "definition-first", "[a]: /b\n  'c'\n[d]: /e\nf b", "b", "b" },
  { "autolink", "<https://example.org> a", "a", "a" },
  { "code", "`` a` `` b", "a` b", "a` `` b" },
  { "code-two-lines", "> a `b\n> c` d", "b c", "b\n> c" },
  { "quote-lines", "> a\n> b\nc", "a b c", "a\n> b\nc" },
  { "list-lines", "- a\n  b", "a b", "a\n  b" },
  { "line-break", "a  \n  b", "a\nb", "a  \n  b" },
  { "heading", "##  a b ##", "a b", "a b" },
  { "setext", "a\nb\n===", "a b", "a\nb" },
  { "picture", "![a b](c.jpg \"d e\") f", "d e f", "d e\") f" },
  { "fenced", "- x\n\n  ~~~\n  a\n\n   b\n  ~~~", "a\n\n b", "a\n\n   b" },
  { "indented", "x\n\n    a\n     b", "a\n b", "a\n     b" },
  { "typed-html", "<p>\na\n</p>", "a", "a" },
  { "inline-html", "a <b\nc> d", "<b\nc> d", "<b\nc> d" },
  { "raw", "```{=html}\n<p title=\"a\">b &amp; a</p>\n```", "& a", "&amp; a" },
  { "box-title", "a\n::: kader b  c\nd", "b  c", "b  c" },
  { "after-containers", "::: kader x\n::: streamer\ny\n:::\n:::\nz", "z", "z" },
  { "windows-lines", "a\r\n::: kader b\r\n> c\r\n> d\r\n:::\r\ne", "c d", "c\r\n> d" },
  { "astral", "😀 *b* 😀c", "😀c", "😀c" },
};

static void
test_place (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(VslMarkdownText) text =
    vsl_markdown_text_new (places[i].markdown, VSL_MARKDOWN_TEXT_PLAIN);
  const char *plain = vsl_markdown_text_get_text (text);
  const char *word = g_strrstr (plain, places[i].word);
  g_autofree char *source = NULL;
  gsize offset;
  gsize length;

  g_test_message ("“%s”", plain);
  g_assert_nonnull (word);
  g_assert_cmpuint (vsl_markdown_text_get_length (text), ==, g_utf8_strlen (plain, -1));

  vsl_markdown_text_map_range (text, g_utf8_pointer_to_offset (plain, word),
                               g_utf8_strlen (places[i].word, -1), &offset, &length);
  source = g_utf8_substring (places[i].markdown, offset, offset + length);
  g_assert_cmpstr (source, ==, places[i].source);
}

static const VslMarkdownBlock expected_blocks[] = {
  { VSL_MARKDOWN_HEADING, VSL_CONTAINER_NONE, 0, 3, 0, 1, 4, 1 },
  { VSL_MARKDOWN_PARAGRAPH, VSL_CONTAINER_STREAMER, 1, 0, 3, 2, 20, 2 },
  { VSL_MARKDOWN_ATTRIBUTION, VSL_CONTAINER_STREAMER, 1, 0, 7, 3, 24, 3 },
  { VSL_MARKDOWN_TITLE, VSL_CONTAINER_BOX, 0, 0, 12, 1, 44, 1 },
  { VSL_MARKDOWN_PARAGRAPH, VSL_CONTAINER_BOX, 0, 0, 15, 1, 46, 1 },
  { VSL_MARKDOWN_CODE, VSL_CONTAINER_NONE, 0, 0, 18, 1, 56, 1 },
  { VSL_MARKDOWN_HTML, VSL_CONTAINER_NONE, 0, 0, 21, 4, 63, 4 },
  { VSL_MARKDOWN_RAW, VSL_CONTAINER_NONE, 0, 0, 27, 1, 83, 1 },
};

static void
test_blocks (void)
{
  g_autoptr(VslMarkdownText) text =
    vsl_markdown_text_new ("### a\n\n::: streamer\nbé\n\n— R\n:::\n::: kader   c\nd\n:::\n"
                           "```\ne\n```\n\n<hr>\n\n```{=html}\n<i>f\n```\n",
                           VSL_MARKDOWN_TEXT_PLAIN);

  g_assert_cmpstr (vsl_markdown_text_get_text (text), ==,
                   "a\n\nbé\n\n— R\n\nc\n\nd\n\ne\n\n<hr>\n\nf");
  g_assert_cmpuint (vsl_markdown_text_get_n_blocks (text), ==, G_N_ELEMENTS (expected_blocks));
  for (guint i = 0; i < G_N_ELEMENTS (expected_blocks); i++)
    {
      const VslMarkdownBlock *block = vsl_markdown_text_get_block (text, i);
      const VslMarkdownBlock *expected = &expected_blocks[i];

      g_test_message ("block %u", i);
      g_assert_cmpint (block->kind, ==, expected->kind);
      g_assert_cmpint (block->container, ==, expected->container);
      g_assert_cmpuint (block->streamer, ==, expected->streamer);
      g_assert_cmpuint (block->level, ==, expected->level);
      g_assert_cmpuint (block->offset, ==, expected->offset);
      g_assert_cmpuint (block->length, ==, expected->length);
      g_assert_cmpuint (block->source_offset, ==, expected->source_offset);
      g_assert_cmpuint (block->source_length, ==, expected->source_length);
    }
}

static void
test_nothing (void)
{
  g_autoptr(VslMarkdownText) text = vsl_markdown_text_new (NULL, VSL_MARKDOWN_TEXT_PLAIN);
  gsize offset = 1;
  gsize length = 1;

  g_assert_cmpstr (vsl_markdown_text_get_text (text), ==, "");
  g_assert_cmpuint (vsl_markdown_text_get_n_blocks (text), ==, 0);
  g_assert_cmpuint (vsl_markdown_text_find_source (text, 0), ==, 0);
  vsl_markdown_text_map_range (text, 0, 0, &offset, &length);
  g_assert_cmpuint (offset + length, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strdup_printf ("/markup/markdown-text/place/%s", places[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_place);
    }
  g_test_add_func ("/markup/markdown-text/blocks", test_blocks);
  g_test_add_func ("/markup/markdown-text/nothing", test_nothing);

  return g_test_run ();
}
