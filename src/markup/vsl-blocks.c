/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-blocks.h"

#include "markup/vsl-article-blocks.h"
#include "markup/vsl-block-parts.h"
#include "markup/vsl-inline.h"
#include "markup/vsl-placed-pictures.h"
#include "markup/vsl-raw.h"

#include <string.h>

/* One walk over a tree. */
typedef struct
{
  VslBlockWriter *writer;
  VslArticle *article; /* (nullable) whose participants go where the body says */
  gboolean participants_written;
} Walk;

/* The number that the site gave the picture of the article that this image is; NULL when it is not
 * one, or has none. */
static const char *
find_number (Walk       *walk,
             cmark_node *image)
{
  VslPicture *picture = vsl_placed_pictures_find (walk->article, cmark_node_get_url (image));

  return picture != NULL ? vsl_picture_get_place (picture)->remote_id : NULL;
}

/* The attributes of an image block, in the order of its definition. */
static char *
dup_picture_attributes (const char *number,
                        gboolean    linked)
{
  if (number != NULL)
    return g_strdup_printf ("\"id\":%s,\"sizeSlug\":\"full\",\"linkDestination\":\"%s\"", number,
                            linked ? "custom" : "none");

  return linked ? g_strdup ("\"linkDestination\":\"custom\"") : NULL;
}

static void
write_picture (Walk       *walk,
               cmark_node *paragraph,
               cmark_node *image)
{
  VslBlockWriter *writer = walk->writer;
  GString *out = vsl_block_writer_get_out (writer);
  const char *title = cmark_node_get_title (image);
  const char *number = find_number (walk, image);
  g_autofree char *attributes = NULL;
  cmark_node *link = cmark_node_parent (image) != paragraph ? cmark_node_parent (image) : NULL;
  g_autofree char *alt = vsl_inline_dup_alt (image);

  if (link != NULL && !vsl_markdown_is_allowed_url (cmark_node_get_url (link)))
    link = NULL;

  attributes = dup_picture_attributes (number, link != NULL);
  vsl_block_writer_begin (writer, "image", attributes, NULL);
  g_string_append (out, number != NULL ? "<figure class=\"wp-block-image size-full\">"
                                       : "<figure class=\"wp-block-image\">");
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
  if (number != NULL)
    g_string_append_printf (out, "\" class=\"wp-image-%s", number);
  g_string_append (out, link != NULL ? "\"/></a>" : "\"/>");
  if (title != NULL && *title != '\0')
    {
      g_string_append (out, "<figcaption class=\"wp-element-caption\">");
      vsl_block_append_text (writer, title);
      g_string_append (out, "</figcaption>");
    }
  g_string_append (out, "</figure>");
  vsl_block_writer_end (writer);
}

static gboolean
is_item_text (cmark_node *node)
{
  return cmark_node_get_type (node) == CMARK_NODE_PARAGRAPH
         || cmark_node_get_type (node) == CMARK_NODE_HTML_BLOCK;
}

/* The block editor keeps one block in a list item as it is, but takes the empty line between two
 * for text. So more than one, which only lists are in WordPress itself, are grouped. */
static gboolean
needs_group (cmark_node *item)
{
  cmark_node *node = cmark_node_first_child (item);

  while (node != NULL && is_item_text (node))
    node = cmark_node_next (node);

  return node != NULL && cmark_node_next (node) != NULL;
}

static void
begin_item_blocks (VslBlockWriter *writer,
                   cmark_node     *node)
{
  cmark_node *item = cmark_node_parent (node);
  cmark_node *previous = cmark_node_previous (node);

  if (item == NULL || cmark_node_get_type (item) != CMARK_NODE_ITEM || is_item_text (node)
      || (previous != NULL && !is_item_text (previous)) || vsl_block_writer_has_inner (writer))
    return;

  if (needs_group (item))
    vsl_block_begin_group (writer, NULL);
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
    vsl_block_append_tags (writer, "<br><br>");

  return TRUE;
}

static void
write_paragraph (Walk       *walk,
                 cmark_node *node)
{
  VslBlockWriter *writer = walk->writer;
  cmark_node *picture = vsl_inline_find_picture (node);

  if (write_item_text (writer, node))
    {
      vsl_inline_write (vsl_block_writer_get_out (writer), node, VSL_TARGET_BLOCKS);
    }
  else if (picture != NULL)
    {
      write_picture (walk, node, picture);
    }
  else
    {
      vsl_block_begin_paragraph (writer, NULL);
      vsl_inline_write (vsl_block_writer_get_out (writer), node, VSL_TARGET_BLOCKS);
      vsl_block_end_paragraph (writer);
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
    vsl_block_begin_paragraph (writer, NULL);
  vsl_inline_write_lines (vsl_block_writer_get_out (writer), literal, length, VSL_TARGET_BLOCKS);
  if (!item)
    vsl_block_end_paragraph (writer);
}

/* The headline is the only heading of the first level. */
static void
write_heading (VslBlockWriter *writer,
               cmark_node     *node)
{
  int level = MAX (cmark_node_get_heading_level (node), 2);

  vsl_block_begin_heading (writer, level);
  vsl_inline_write (vsl_block_writer_get_out (writer), node, VSL_TARGET_BLOCKS);
  vsl_block_end_heading (writer, level);
}

/* Returns: where the slashes are, when @line holds an address and nothing else; NULL otherwise. */
static const char *
find_lone_address (const char *line)
{
  const char *slashes;
  const char *end;

  line += strspn (line, " \t");
  slashes = g_str_has_prefix (line, "http:") ? line + 5 : line + 6;
  if (!g_str_has_prefix (line, "http:") && !g_str_has_prefix (line, "https:"))
    return NULL;
  if (!g_str_has_prefix (slashes, "//"))
    return NULL;

  end = slashes + 2 + strcspn (slashes + 2, " \t\r\n<>\"");
  if (end == slashes + 2)
    return NULL;
  end += strspn (end, " \t");

  return *end == '\0' || *end == '\n' || *end == '\r' ? slashes : NULL;
}

/* Code that reads like a shortcode, or that is the address of a film on a line of its own, must not
 * become one on the site: the block editor writes these characters as references, of the addresses
 * the first. */
static void
append_code (GString    *out,
             const char *code,
             gsize       length)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const char *line;

  vsl_escape_append_text (text, code, length, VSL_TARGET_BLOCKS);
  g_string_replace (text, "[", "&#91;", 0);

  for (line = text->str; line != NULL; line = strchr (line, '\n'))
    {
      const char *slashes;

      if (*line == '\n')
        line++;
      slashes = find_lone_address (line);
      if (slashes == NULL)
        continue;

      g_string_append_len (out, text->str, slashes - text->str);
      g_string_append (out, "&#47;&#47;");
      g_string_append (out, slashes + 2);
      return;
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

  if (raw == VSL_RAW_LEXICAL || (raw != VSL_RAW_NONE && length == 0))
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
      g_string_append_printf (out, "<%s class=\"wp-block-list\">", ordered ? "ol" : "ul");
    }
}

static void
end_item (VslBlockWriter *writer,
          cmark_node     *item)
{
  if (needs_group (item))
    vsl_block_end_group (writer);
  vsl_block_end_item (writer);
}

static void
write_quote (VslBlockWriter *writer,
             gboolean        entering)
{
  if (entering)
    {
      vsl_block_writer_begin (writer, "quote", NULL, NULL);
      vsl_block_append_tags (writer, "<blockquote class=\"wp-block-quote\">");
    }
  else
    {
      vsl_block_append_tags (writer, "</blockquote>");
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
      vsl_block_end_group (writer);
      return;
    }

  vsl_block_begin_group (writer, "kader");
  if (*container->title != '\0')
    {
      vsl_block_begin_heading (writer, 2);
      vsl_block_append_text (writer, container->title);
      vsl_block_end_heading (writer, 2);
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
        vsl_block_begin_group (walk->writer, "streamer");
      else
        vsl_block_end_group (walk->writer);
      break;
    case VSL_CONTAINER_BOX:
      if (!empty || *container->title != '\0')
        write_box (walk->writer, container, entering);
      break;
    case VSL_CONTAINER_PARTICIPANTS:
      if (entering && walk->article != NULL && !walk->participants_written)
        {
          vsl_article_blocks_write_participants (walk->writer, walk->article);
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

  if (entering)
    begin_item_blocks (writer, node);

  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      write_paragraph (walk, node);
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
      vsl_block_append_tags (writer,
                             "<hr class=\"wp-block-separator has-alpha-channel-opacity\"/>");
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
        vsl_block_begin_item (writer);
      else
        end_item (writer, node);
      break;
    case CMARK_NODE_CUSTOM_BLOCK:
      return write_container (walk, node, entering);
    default:
      break;
    }

  return FALSE;
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
