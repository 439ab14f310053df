/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-render.h"

#include "markup/vsl-article-blocks.h"
#include "markup/vsl-article-html.h"
#include "markup/vsl-blocks.h"
#include "markup/vsl-html.h"
#include "markup/vsl-markdown-text.h"
#include "markup/vsl-placed-pictures.h"

#include <string.h>

/* HTML is somewhat longer than Markdown; with room for it at once, nothing has to be moved. */
static gsize
guess_length (VslMarkdown *body)
{
  gsize length = strlen (vsl_markdown_get_source (body));

  return length + length / 4;
}

/**
 * vsl_render_body_html:
 * @markdown: (nullable): a body
 *
 * Renders a body as a fragment of HTML5. Typed HTML is shown as the characters that were typed, and
 * links lead to http, https and mailto addresses or within the site only. Of the raw fences, the
 * HTML is kept byte for byte and block mark-up loses only the comments that delimit the blocks. The
 * place of the participants stays empty.
 *
 * Returns: (transfer full): the HTML
 */
char *
vsl_render_body_html (const char *markdown)
{
  g_autoptr(VslMarkdown) body = vsl_markdown_parse (markdown);
  GString *out = g_string_sized_new (guess_length (body));

  vsl_html_write_body (out, body, NULL);

  return g_string_free (out, FALSE);
}

/**
 * vsl_render_article_html:
 * @article: an article
 *
 * Renders an article as a fragment of HTML5: lead, byline, credit, participants and body. The
 * headline and kicker are the page's.
 *
 * Returns: (transfer full): the HTML
 */
char *
vsl_render_article_html (VslArticle *article)
{
  g_autoptr(VslMarkdown) body = NULL;
  GString *out;

  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);

  body = vsl_markdown_parse (vsl_article_get_text (article, VSL_FIELD_BODY));
  vsl_placed_pictures_apply (body, article);
  out = g_string_sized_new (guess_length (body));
  vsl_article_html_write_lead (out, article);
  vsl_article_html_write_colophon (out, article);
  vsl_article_html_write_picture (out, article);
  if (!vsl_markdown_has_participants (body))
    vsl_article_html_write_participants (out, article);
  vsl_html_write_body (out, body, article);

  return g_string_free (out, FALSE);
}

/**
 * vsl_render_article_blocks:
 * @article: an article
 * @token: (nullable): the mark by which the site can find the post again; readers do not see it
 *
 * Renders an article as the block mark-up of WordPress: kicker, lead, byline and credit,
 * participants and body, each a block of WordPress itself, written as its own editor writes it. Raw
 * fences with blocks are kept byte for byte, those with HTML become an HTML block.
 *
 * Returns: (transfer full): the content of the post
 */
char *
vsl_render_article_blocks (VslArticle *article,
                           const char *token)
{
  g_autoptr(VslMarkdown) body = NULL;
  VslBlockWriter *writer;

  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);

  body = vsl_markdown_parse (vsl_article_get_text (article, VSL_FIELD_BODY));
  vsl_placed_pictures_apply (body, article);
  writer = vsl_block_writer_new (token);
  vsl_article_blocks_write_head (writer, article);
  if (!vsl_markdown_has_participants (body))
    vsl_article_blocks_write_participants (writer, article);
  vsl_blocks_write_body (writer, body, article);

  return vsl_block_writer_end_text (writer);
}

/**
 * vsl_render_body_text:
 * @markdown: (nullable): a body
 *
 * Renders a body as plain text: blocks an empty line apart, list items after their sign or number,
 * pictures as the words that stand for them, raw fences as the text in them.
 *
 * Returns: (transfer full): the text
 */
char *
vsl_render_body_text (const char *markdown)
{
  g_autoptr(VslMarkdownText) text = vsl_markdown_text_new (markdown, VSL_MARKDOWN_TEXT_LIST_MARKS);

  return g_strdup (vsl_markdown_text_get_text (text));
}

/**
 * vsl_render_dup_streamers:
 * @markdown: (nullable): a body
 *
 * Returns: (transfer full) (array zero-terminated=1): the plain text of every pull quote in it,
 *   without the name under it
 */
char **
vsl_render_dup_streamers (const char *markdown)
{
  g_autoptr(VslMarkdownText) text = vsl_markdown_text_new (markdown, VSL_MARKDOWN_TEXT_PLAIN);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GString) streamer = g_string_new (NULL);
  guint serial = 0;

  for (guint i = 0; i < vsl_markdown_text_get_n_blocks (text); i++)
    {
      const VslMarkdownBlock *block = vsl_markdown_text_get_block (text, i);
      g_autofree char *words = NULL;

      if (block->streamer == 0 || block->kind == VSL_MARKDOWN_ATTRIBUTION)
        continue;

      words = vsl_markdown_text_dup_block (text, i);
      if (block->streamer != serial && serial != 0)
        g_strv_builder_add (builder, streamer->str);
      if (block->streamer != serial)
        g_string_truncate (streamer, 0);
      else
        g_string_append_c (streamer, '\n');
      g_string_append (streamer, words);
      serial = block->streamer;
    }

  if (serial != 0)
    g_strv_builder_add (builder, streamer->str);

  return g_strv_builder_end (builder);
}
