/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-html.h"

#include "markup/vsl-article-html.h"
#include "markup/vsl-inline.h"
#include "markup/vsl-raw.h"

/* One walk over a tree. */
typedef struct
{
  GString *out;
  VslArticle *article; /* (nullable) whose participants go where the body says */
  gboolean participants_written;
} Walk;

static void
append_text (GString    *out,
             const char *text)
{
  vsl_escape_append_text (out, text, -1, VSL_TARGET_HTML);
}

static gboolean
is_in_tight_list (cmark_node *paragraph)
{
  cmark_node *item = cmark_node_parent (paragraph);

  return cmark_node_get_type (item) == CMARK_NODE_ITEM
         && cmark_node_get_list_tight (cmark_node_parent (item));
}

static void
write_picture (GString    *out,
               cmark_node *paragraph,
               cmark_node *image)
{
  const char *title = cmark_node_get_title (image);
  cmark_node *link = cmark_node_parent (image) != paragraph ? cmark_node_parent (image) : NULL;
  g_autofree char *alt = vsl_inline_dup_alt (image);

  if (link != NULL && !vsl_markdown_is_allowed_url (cmark_node_get_url (link)))
    link = NULL;

  g_string_append (out, "<figure>");
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
  g_string_append (out, link != NULL ? "\"></a>" : "\">");
  if (title != NULL && *title != '\0')
    {
      g_string_append (out, "<figcaption>");
      append_text (out, title);
      g_string_append (out, "</figcaption>");
    }
  g_string_append (out, "</figure>\n");
}

static void
write_paragraph (GString    *out,
                 cmark_node *node)
{
  cmark_node *picture = vsl_inline_find_picture (node);

  if (is_in_tight_list (node))
    {
      vsl_inline_write (out, node, VSL_TARGET_HTML);
      if (cmark_node_next (node) != NULL)
        g_string_append_c (out, '\n');
    }
  else if (vsl_markdown_is_attribution (node))
    {
      g_string_append (out, "</blockquote>\n<figcaption>");
      vsl_inline_write (out, node, VSL_TARGET_HTML);
      g_string_append (out, "</figcaption>\n");
    }
  else if (picture != NULL)
    {
      write_picture (out, node, picture);
    }
  else
    {
      g_string_append (out, "<p>");
      vsl_inline_write (out, node, VSL_TARGET_HTML);
      g_string_append (out, "</p>\n");
    }
}

/* The headline is the only heading of the first level. */
static void
write_heading (GString    *out,
               cmark_node *node)
{
  int level = MAX (cmark_node_get_heading_level (node), 2);

  g_string_append_printf (out, "<h%d>", level);
  vsl_inline_write (out, node, VSL_TARGET_HTML);
  g_string_append_printf (out, "</h%d>\n", level);
}

static void
write_code (GString    *out,
            cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);
  gsize length = vsl_markdown_get_literal_length (node);
  g_autofree char *class = vsl_raw_dup_code_class (node);

  switch (vsl_markdown_get_raw (node))
    {
    case VSL_RAW_HTML:
      g_string_append_len (out, literal, length);
      g_string_append_c (out, '\n');
      break;
    case VSL_RAW_BLOCKS:
      vsl_raw_append_without_delimiters (out, literal, length);
      g_string_append_c (out, '\n');
      break;
    case VSL_RAW_LEXICAL:
      break;
    case VSL_RAW_NONE:
    default:
      if (class != NULL)
        g_string_append_printf (out, "<pre><code class=\"%s\">", class);
      else
        g_string_append (out, "<pre><code>");
      vsl_escape_append_text (out, literal, length, VSL_TARGET_HTML);
      g_string_append (out, "</code></pre>\n");
    }
}

static void
write_typed_html (GString    *out,
                  cmark_node *node)
{
  g_string_append (out, "<p>");
  vsl_inline_write_lines (out, cmark_node_get_literal (node),
                          vsl_markdown_get_literal_length (node), VSL_TARGET_HTML);
  g_string_append (out, "</p>\n");
}

static void
write_list (GString    *out,
            cmark_node *node,
            gboolean    entering)
{
  gboolean ordered = cmark_node_get_list_type (node) == CMARK_ORDERED_LIST;
  int start = cmark_node_get_list_start (node);

  if (!entering)
    g_string_append (out, ordered ? "</ol>\n" : "</ul>\n");
  else if (ordered && start != 1)
    g_string_append_printf (out, "<ol start=\"%d\">\n", start);
  else
    g_string_append (out, ordered ? "<ol>\n" : "<ul>\n");
}

static void
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
      if (entering)
        g_string_append (walk->out, "<figure class=\"streamer\">\n<blockquote>\n");
      else if (vsl_markdown_is_attribution (cmark_node_last_child (node)))
        g_string_append (walk->out, "</figure>\n");
      else
        g_string_append (walk->out, "</blockquote>\n</figure>\n");
      break;
    case VSL_CONTAINER_BOX:
      if (empty && *container->title == '\0')
        break;
      g_string_append (walk->out, entering ? "<aside class=\"kader\">\n" : "</aside>\n");
      if (entering && *container->title != '\0')
        {
          g_string_append (walk->out, "<h2>");
          append_text (walk->out, container->title);
          g_string_append (walk->out, "</h2>\n");
        }
      break;
    case VSL_CONTAINER_PARTICIPANTS:
      if (entering && walk->article != NULL && !walk->participants_written)
        {
          vsl_article_html_write_participants (walk->out, walk->article);
          walk->participants_written = TRUE;
        }
      break;
    case VSL_CONTAINER_NONE:
    default:
      break;
    }
}

static void
write_node (Walk       *walk,
            cmark_node *node,
            gboolean    entering)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      write_paragraph (walk->out, node);
      break;
    case CMARK_NODE_HEADING:
      write_heading (walk->out, node);
      break;
    case CMARK_NODE_CODE_BLOCK:
      write_code (walk->out, node);
      break;
    case CMARK_NODE_HTML_BLOCK:
      write_typed_html (walk->out, node);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      g_string_append (walk->out, "<hr>\n");
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      g_string_append (walk->out, entering ? "<blockquote>\n" : "</blockquote>\n");
      break;
    case CMARK_NODE_LIST:
      write_list (walk->out, node, entering);
      break;
    case CMARK_NODE_ITEM:
      g_string_append (walk->out, entering ? "<li>" : "</li>\n");
      break;
    case CMARK_NODE_CUSTOM_BLOCK:
      write_container (walk, node, entering);
      break;
    default:
      break;
    }
}

/**
 * vsl_html_write_body:
 * @out: where to
 * @body: a body
 * @article: (nullable): whose participants are written where @body has their place
 *
 * Writes a body as HTML. Does not recurse, however deep @body is nested.
 */
void
vsl_html_write_body (GString     *out,
                     VslMarkdown *body,
                     VslArticle  *article)
{
  Walk walk = { out, article, FALSE };
  cmark_iter *iter = cmark_iter_new (vsl_markdown_get_root (body));
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (node);

      write_node (&walk, node, event == CMARK_EVENT_ENTER);
      if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
        cmark_iter_reset (iter, node, CMARK_EVENT_EXIT);
    }

  cmark_iter_free (iter);
}
