/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-blocks.h"

#include "markup/vsl-inline.h"
#include "markup/vsl-labels.h"
#include "markup/vsl-raw.h"

#include <string.h>

/*
 * The markup below is, byte for byte, what the block editor of WordPress itself writes for these
 * blocks, in the oldest form that it still accepts without migrating it.
 */

/* One walk over a tree. */
typedef struct
{
  VslBlockWriter *writer;
  VslArticle *article; /* (nullable) whose participants go where the body says */
  gboolean participants_written;
} Walk;

static void
append_text (VslBlockWriter *writer,
             const char     *text)
{
  vsl_escape_append_text (vsl_block_writer_get_out (writer), text, -1, VSL_TARGET_BLOCKS);
}

static void
append_tags (VslBlockWriter *writer,
             const char     *tags)
{
  g_string_append (vsl_block_writer_get_out (writer), tags);
}

static void
begin_paragraph (VslBlockWriter *writer,
                 const char     *class_name)
{
  vsl_block_writer_begin (writer, "paragraph", NULL, class_name);
  if (class_name != NULL)
    g_string_append_printf (vsl_block_writer_get_out (writer), "<p class=\"%s\">", class_name);
  else
    append_tags (writer, "<p>");
}

static void
end_paragraph (VslBlockWriter *writer)
{
  append_tags (writer, "</p>");
  vsl_block_writer_end (writer);
}

static void
begin_heading (VslBlockWriter *writer,
               int             level)
{
  g_autofree char *attributes = level != 2 ? g_strdup_printf ("\"level\":%d", level) : NULL;

  vsl_block_writer_begin (writer, "heading", attributes, NULL);
  g_string_append_printf (vsl_block_writer_get_out (writer), "<h%d class=\"wp-block-heading\">",
                          level);
}

static void
end_heading (VslBlockWriter *writer,
             int             level)
{
  g_string_append_printf (vsl_block_writer_get_out (writer), "</h%d>", level);
  vsl_block_writer_end (writer);
}

static void
begin_group (VslBlockWriter *writer,
             const char     *class_name)
{
  vsl_block_writer_begin (writer, "group", NULL, class_name);
  g_string_append_printf (vsl_block_writer_get_out (writer), "<div class=\"wp-block-group %s\">",
                          class_name);
}

static void
end_group (VslBlockWriter *writer)
{
  append_tags (writer, "</div>");
  vsl_block_writer_end (writer);
}

static void
write_picture (VslBlockWriter *writer,
               cmark_node     *paragraph,
               cmark_node     *image)
{
  GString *out = vsl_block_writer_get_out (writer);
  const char *title = cmark_node_get_title (image);
  cmark_node *link = cmark_node_parent (image) != paragraph ? cmark_node_parent (image) : NULL;
  g_autofree char *alt = vsl_inline_dup_alt (image);

  if (link != NULL && !vsl_markdown_is_allowed_url (cmark_node_get_url (link)))
    link = NULL;

  vsl_block_writer_begin (writer, "image",
                          link != NULL ? "\"linkDestination\":\"custom\"" : NULL, NULL);
  g_string_append (out, "<figure class=\"wp-block-image\">");
  if (link != NULL)
    {
      g_string_append (out, "<a href=\"");
      vsl_escape_append_url (out, cmark_node_get_url (link));
      g_string_append (out, "\">");
    }
  g_string_append (out, "<img src=\"");
  vsl_escape_append_url (out, cmark_node_get_url (image));
  g_string_append (out, "\" alt=\"");
  vsl_escape_append_attribute (out, alt, VSL_TARGET_HTML);
  g_string_append (out, link != NULL ? "\"/></a>" : "\"/>");
  if (title != NULL && *title != '\0')
    {
      g_string_append (out, "<figcaption class=\"wp-element-caption\">");
      append_text (writer, title);
      g_string_append (out, "</figcaption>");
    }
  g_string_append (out, "</figure>");
  vsl_block_writer_end (writer);
}

/* The text of a list item comes before the blocks in it, and is one text: paragraphs become lines
 * in it. What follows other blocks is blocks too. */
static gboolean
write_item_text (VslBlockWriter *writer,
                 cmark_node     *node)
{
  if (cmark_node_get_type (cmark_node_parent (node)) != CMARK_NODE_ITEM
      || vsl_block_writer_has_inner (writer))
    return FALSE;

  if (cmark_node_previous (node) != NULL)
    append_tags (writer, "<br><br>");

  return TRUE;
}

static void
write_paragraph (VslBlockWriter *writer,
                 cmark_node     *node)
{
  cmark_node *picture = vsl_inline_find_picture (node);

  if (write_item_text (writer, node))
    {
      vsl_inline_write (vsl_block_writer_get_out (writer), node, VSL_TARGET_BLOCKS);
    }
  else if (picture != NULL)
    {
      write_picture (writer, node, picture);
    }
  else
    {
      begin_paragraph (writer, NULL);
      vsl_inline_write (vsl_block_writer_get_out (writer), node, VSL_TARGET_BLOCKS);
      end_paragraph (writer);
    }
}

static void
write_typed_html (VslBlockWriter *writer,
                  cmark_node     *node)
{
  const char *literal = cmark_node_get_literal (node);
  gsize length = vsl_markdown_get_literal_length (node);
  gboolean item = write_item_text (writer, node);

  if (!item)
    begin_paragraph (writer, NULL);
  vsl_inline_write_lines (vsl_block_writer_get_out (writer), literal, length, VSL_TARGET_BLOCKS);
  if (!item)
    end_paragraph (writer);
}

/* The headline is the only heading of the first level. */
static void
write_heading (VslBlockWriter *writer,
               cmark_node     *node)
{
  int level = MAX (cmark_node_get_heading_level (node), 2);

  begin_heading (writer, level);
  vsl_inline_write (vsl_block_writer_get_out (writer), node, VSL_TARGET_BLOCKS);
  end_heading (writer, level);
}

/* Code that reads like a shortcode or is the address of a film must not become one on the site:
 * the block editor writes these characters as references. */
static void
append_code (GString    *out,
             const char *code,
             gsize       length)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const char *p;
  gsize scheme;

  vsl_escape_append_text (text, code, length, VSL_TARGET_BLOCKS);
  g_string_replace (text, "[", "&#91;", 0);

  p = text->str + strspn (text->str, " \t\r\n");
  scheme = g_str_has_prefix (p, "http://") ? 5 : g_str_has_prefix (p, "https://") ? 6 : 0;
  if (scheme > 0 && p[scheme + 2] != '\0')
    {
      const char *rest = p + scheme + 2;

      rest += strcspn (rest, " \t\r\n<>\"");
      if (rest[strspn (rest, " \t\r\n")] == '\0')
        {
          g_string_append_len (out, text->str, p + scheme - text->str);
          g_string_append (out, "&#47;&#47;");
          g_string_append (out, p + scheme + 2);
          return;
        }
    }

  g_string_append_len (out, text->str, text->len);
}

static void
write_raw_html (VslBlockWriter *writer,
                const char     *html,
                gsize           length)
{
  if (vsl_raw_has_delimiters (html, length))
    {
      vsl_block_writer_append_raw (writer, html, length);
      return;
    }

  vsl_block_writer_begin (writer, "html", NULL, NULL);
  g_string_append_len (vsl_block_writer_get_out (writer), html, length);
  vsl_block_writer_end (writer);
}

static void
write_code (VslBlockWriter *writer,
            cmark_node     *node)
{
  const char *literal = cmark_node_get_literal (node);
  gsize length = vsl_markdown_get_literal_length (node);
  VslRaw raw = vsl_markdown_get_raw (node);
  g_autofree char *class = vsl_raw_dup_code_class (node);
  GString *out = vsl_block_writer_get_out (writer);

  if (raw != VSL_RAW_NONE && length == 0)
    return;

  if (raw == VSL_RAW_BLOCKS)
    {
      vsl_block_writer_append_raw (writer, literal, length);
    }
  else if (raw == VSL_RAW_HTML)
    {
      write_raw_html (writer, literal, length);
    }
  else
    {
      vsl_block_writer_begin (writer, "code", NULL, class);
      g_string_append (out, "<pre class=\"wp-block-code");
      if (class != NULL)
        g_string_append_printf (out, " %s", class);
      g_string_append (out, "\"><code>");
      append_code (out, literal, length);
      g_string_append (out, "</code></pre>");
      vsl_block_writer_end (writer);
    }
}

static void
write_list (VslBlockWriter *writer,
            cmark_node     *node,
            gboolean        entering)
{
  GString *out = vsl_block_writer_get_out (writer);
  gboolean ordered = cmark_node_get_list_type (node) == CMARK_ORDERED_LIST;
  int start = cmark_node_get_list_start (node);

  if (!entering)
    {
      g_string_append (out, ordered ? "</ol>" : "</ul>");
      vsl_block_writer_end (writer);
    }
  else if (ordered && start != 1)
    {
      g_autofree char *attributes = g_strdup_printf ("\"ordered\":true,\"start\":%d", start);

      vsl_block_writer_begin (writer, "list", attributes, NULL);
      g_string_append_printf (out, "<ol start=\"%d\" class=\"wp-block-list\">", start);
    }
  else
    {
      vsl_block_writer_begin (writer, "list", ordered ? "\"ordered\":true" : NULL, NULL);
      g_string_append (out, ordered ? "<ol class=\"wp-block-list\">" : "<ul class=\"wp-block-list\">");
    }
}

static void
begin_item (VslBlockWriter *writer)
{
  vsl_block_writer_begin (writer, "list-item", NULL, NULL);
  append_tags (writer, "<li>");
}

static void
end_item (VslBlockWriter *writer)
{
  append_tags (writer, "</li>");
  vsl_block_writer_end (writer);
}

static void
write_quote (VslBlockWriter *writer,
             gboolean        entering)
{
  if (entering)
    {
      vsl_block_writer_begin (writer, "quote", NULL, NULL);
      append_tags (writer, "<blockquote class=\"wp-block-quote\">");
    }
  else
    {
      append_tags (writer, "</blockquote>");
      vsl_block_writer_end (writer);
    }
}

static gboolean
holds_only_paragraphs (cmark_node *container)
{
  cmark_node *node;

  for (node = cmark_node_first_child (container); node != NULL; node = cmark_node_next (node))
    if (cmark_node_get_type (node) != CMARK_NODE_PARAGRAPH)
      return FALSE;

  return TRUE;
}

/* A pull quote of WordPress holds one text and a name. */
static void
write_pullquote (VslBlockWriter *writer,
                 cmark_node     *container)
{
  GString *out = vsl_block_writer_get_out (writer);
  cmark_node *node;

  vsl_block_writer_begin (writer, "pullquote", NULL, NULL);
  g_string_append (out, "<figure class=\"wp-block-pullquote\"><blockquote><p>");
  for (node = cmark_node_first_child (container); node != NULL; node = cmark_node_next (node))
    {
      gboolean attribution = vsl_markdown_is_attribution (node);

      if (attribution)
        g_string_append (out, "</p><cite>");
      else if (cmark_node_previous (node) != NULL)
        g_string_append (out, "<br><br>");
      vsl_inline_write (out, node, VSL_TARGET_BLOCKS);
      if (attribution)
        g_string_append (out, "</cite>");
    }
  if (!vsl_markdown_is_attribution (cmark_node_last_child (container)))
    g_string_append (out, "</p>");
  g_string_append (out, "</blockquote></figure>");
  vsl_block_writer_end (writer);
}

static void
write_box (VslBlockWriter     *writer,
           const VslContainer *container,
           gboolean            entering)
{
  if (!entering)
    {
      end_group (writer);
      return;
    }

  begin_group (writer, "kader");
  if (*container->title != '\0')
    {
      begin_heading (writer, 2);
      append_text (writer, container->title);
      end_heading (writer, 2);
    }
}

/* Returns: whether everything in the container has been written. */
static gboolean
write_container (Walk       *walk,
                 cmark_node *node,
                 gboolean    entering)
{
  const VslContainer *container = vsl_markdown_get_container (node);
  gboolean empty = cmark_node_first_child (node) == NULL;

  switch (container->kind)
    {
    case VSL_CONTAINER_STREAMER:
      if (empty)
        break;
      if (entering && holds_only_paragraphs (node))
        {
          write_pullquote (walk->writer, node);
          return TRUE;
        }
      if (entering)
        begin_group (walk->writer, "streamer");
      else
        end_group (walk->writer);
      break;
    case VSL_CONTAINER_BOX:
      if (!empty || *container->title != '\0')
        write_box (walk->writer, container, entering);
      break;
    case VSL_CONTAINER_PARTICIPANTS:
      if (entering && walk->article != NULL && !walk->participants_written)
        {
          vsl_blocks_write_participants (walk->writer, walk->article);
          walk->participants_written = TRUE;
        }
      break;
    case VSL_CONTAINER_NONE:
    default:
      break;
    }

  return FALSE;
}

/* Returns: whether everything in the node has been written. */
static gboolean
write_node (Walk       *walk,
            cmark_node *node,
            gboolean    entering)
{
  VslBlockWriter *writer = walk->writer;

  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      write_paragraph (writer, node);
      return TRUE;
    case CMARK_NODE_HEADING:
      write_heading (writer, node);
      return TRUE;
    case CMARK_NODE_CODE_BLOCK:
      write_code (writer, node);
      break;
    case CMARK_NODE_HTML_BLOCK:
      write_typed_html (writer, node);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      vsl_block_writer_begin (writer, "separator", NULL, NULL);
      append_tags (writer, "<hr class=\"wp-block-separator has-alpha-channel-opacity\"/>");
      vsl_block_writer_end (writer);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      write_quote (writer, entering);
      break;
    case CMARK_NODE_LIST:
      write_list (writer, node, entering);
      break;
    case CMARK_NODE_ITEM:
      if (entering)
        begin_item (writer);
      else
        end_item (writer);
      break;
    case CMARK_NODE_CUSTOM_BLOCK:
      return write_container (walk, node, entering);
    default:
      break;
    }

  return FALSE;
}

static void
write_participant (VslBlockWriter *writer,
                   VslParticipant *participant,
                   const char     *chair_label)
{
  g_autofree char *line = NULL;

  if (vsl_participant_get_chair (participant) != (chair_label != NULL))
    return;

  line = vsl_participant_dup_description (participant);
  if (chair_label == NULL)
    {
      begin_item (writer);
      append_text (writer, line);
      end_item (writer);
      return;
    }

  begin_paragraph (writer, "leiding");
  append_text (writer, chair_label);
  append_text (writer, " ");
  append_text (writer, line);
  end_paragraph (writer);
}

/* @lines: (array length=n_lines): shown as lines of one paragraph; empty ones left out */
static void
write_text (VslBlockWriter *writer,
            const char     *class_name,
            const char     *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (*trimmed == '\0')
    return;

  begin_paragraph (writer, class_name);
  vsl_inline_write_lines (vsl_block_writer_get_out (writer), trimmed, strlen (trimmed),
                          VSL_TARGET_BLOCKS);
  end_paragraph (writer);
}

static void
write_colophon (VslBlockWriter *writer,
                VslArticle     *article)
{
  const VslLabels *labels = vsl_labels_for_language (vsl_article_get_language (article));
  const char *byline = vsl_article_get_text (article, VSL_FIELD_BYLINE);
  const char *credit = vsl_article_get_text (article, VSL_FIELD_CREDIT);
  g_autoptr(GString) text = g_string_new (NULL);

  if (*byline != '\0')
    g_string_append_printf (text, "%s %s\n", labels->by, byline);
  if (*credit != '\0')
    g_string_append_printf (text, "%s %s", labels->image, credit);

  write_text (writer, "colofon", text->str);
}

/**
 * vsl_blocks_write_body:
 * @writer: where to
 * @body: a body
 * @article: (nullable): whose participants are written where @body has their place
 *
 * Writes a body as WordPress blocks. Does not recurse, however deep @body is nested.
 */
void
vsl_blocks_write_body (VslBlockWriter *writer,
                       VslMarkdown    *body,
                       VslArticle     *article)
{
  Walk walk = { writer, article, FALSE };
  cmark_iter *iter = cmark_iter_new (vsl_markdown_get_root (body));
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      if (write_node (&walk, node, event == CMARK_EVENT_ENTER))
        cmark_iter_reset (iter, node, CMARK_EVENT_EXIT);
    }

  cmark_iter_free (iter);
}

/**
 * vsl_blocks_write_head:
 * @writer: where to
 * @article: an article
 *
 * Writes what stands between the headline and the body, except the participants: kicker, lead,
 * byline and credit.
 */
void
vsl_blocks_write_head (VslBlockWriter *writer,
                       VslArticle     *article)
{
  g_auto(GStrv) lead = g_strsplit (vsl_article_get_text (article, VSL_FIELD_LEAD), "\n\n", -1);

  write_text (writer, "bovenkop", vsl_article_get_text (article, VSL_FIELD_KICKER));
  for (guint i = 0; lead[i] != NULL; i++)
    write_text (writer, "inleiding", lead[i]);
  write_colophon (writer, article);
}

/**
 * vsl_blocks_write_participants:
 * @writer: where to
 * @article: an article
 *
 * Writes the box with the participants, the chair last; nothing when there is nobody.
 */
void
vsl_blocks_write_participants (VslBlockWriter *writer,
                               VslArticle     *article)
{
  const VslLabels *labels = vsl_labels_for_language (vsl_article_get_language (article));
  const char *event = vsl_article_get_text (article, VSL_FIELD_EVENT);
  guint n = vsl_article_get_n_participants (article);
  guint n_chairs = 0;

  if (n == 0)
    return;

  for (guint i = 0; i < n; i++)
    n_chairs += vsl_participant_get_chair (vsl_article_get_participant (article, i)) ? 1 : 0;

  begin_group (writer, "deelnemers");
  begin_heading (writer, 2);
  append_text (writer, labels->participants);
  append_text (writer, *event != '\0' ? " " : "");
  append_text (writer, event);
  append_text (writer, ":");
  end_heading (writer, 2);

  if (n > n_chairs)
    {
      vsl_block_writer_begin (writer, "list", NULL, NULL);
      append_tags (writer, "<ul class=\"wp-block-list\">");
      for (guint i = 0; i < n; i++)
        write_participant (writer, vsl_article_get_participant (article, i), NULL);
      append_tags (writer, "</ul>");
      vsl_block_writer_end (writer);
    }

  for (guint i = 0; i < n; i++)
    write_participant (writer, vsl_article_get_participant (article, i), labels->chaired_by);
  end_group (writer);
}
