/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

/* For libFuzzer: what becomes of any bytes at all as a body, and of the plain text's map. */

#include "core/vsl-article-builder.h"
#include "markup/vsl-markdown-text.h"
#include "markup/vsl-render.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
render_article (const char *body)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autofree char *html = NULL;
  g_autofree char *blocks = NULL;

  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  article = vsl_article_builder_end (builder);
  html = vsl_render_article_html (article);
  blocks = vsl_render_article_blocks (article, "token");

  g_assert_true (g_utf8_validate (html, -1, NULL));
  g_assert_true (g_utf8_validate (blocks, -1, NULL));
}

/* The map leads forward through the body, and never out of it. */
static void
follow_map (const char *body)
{
  g_autoptr(VslMarkdownText) text = vsl_markdown_text_new (body, VSL_MARKDOWN_TEXT_PLAIN);
  g_autofree char *valid = g_utf8_make_valid (body, -1);
  gsize source_length = g_utf8_strlen (valid, -1);
  gsize length = vsl_markdown_text_get_length (text);
  gsize last = 0;

  g_assert_true (g_utf8_validate (vsl_markdown_text_get_text (text), -1, NULL));
  for (gsize i = 0; i < length; i++)
    {
      gsize place = vsl_markdown_text_find_source (text, i);

      g_assert_cmpuint (place, >=, last);
      g_assert_cmpuint (place, <=, source_length);
      last = place;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *body = g_strndup ((const char *) data, size);
  g_auto(GStrv) streamers = vsl_render_dup_streamers (body);
  g_autofree char *text = vsl_render_body_text (body);

  g_assert_nonnull (streamers);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  render_article (body);
  follow_map (body);

  return 0;
}
