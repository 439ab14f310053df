/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-inline.h"

#include "markup/vsl-markdown.h"

#include <string.h>

static void
append_plain (GString    *out,
              cmark_node *node)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
    case CMARK_NODE_HTML_INLINE:
      g_string_append (out, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      g_string_append_c (out, ' ');
      break;
    default:
      break;
    }
}

static void
write_title (GString    *out,
             cmark_node *node,
             VslTarget   target)
{
  const char *title = cmark_node_get_title (node);

  if (title == NULL || *title == '\0')
    return;

  g_string_append (out, " title=\"");
  vsl_escape_append_attribute (out, title, target);
  g_string_append_c (out, '"');
}

static void
write_link (GString    *out,
            cmark_node *node,
            gboolean    entering,
            VslTarget   target)
{
  if (!vsl_markdown_is_allowed_url (cmark_node_get_url (node)))
    return;

  if (!entering)
    {
      g_string_append (out, "</a>");
      return;
    }

  g_string_append (out, "<a href=\"");
  vsl_escape_append_url (out, cmark_node_get_url (node));
  g_string_append_c (out, '"');
  write_title (out, node, target);
  g_string_append_c (out, '>');
}

/* A picture that may not be shown leaves the words it stands for. */
static void
write_image (GString    *out,
             cmark_node *node,
             VslTarget   target)
{
  g_autofree char *alt = vsl_inline_dup_alt (node);

  if (!vsl_markdown_is_allowed_url (cmark_node_get_url (node)))
    {
      vsl_escape_append_text (out, alt, -1, target);
      return;
    }

  g_string_append (out, "<img src=\"");
  vsl_escape_append_url (out, cmark_node_get_url (node));
  g_string_append (out, "\" alt=\"");
  vsl_escape_append_attribute (out, alt, target);
  g_string_append_c (out, '"');
  write_title (out, node, target);
  g_string_append_c (out, '>');
}

static void
write_node (GString    *out,
            cmark_node *node,
            gboolean    entering,
            VslTarget   target)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      vsl_escape_append_text (out, cmark_node_get_literal (node), -1, target);
      break;
    case CMARK_NODE_HTML_INLINE:
      {
        const char *literal = cmark_node_get_literal (node);

        vsl_inline_write_lines (out, literal, strlen (literal), target);
        break;
      }
    case CMARK_NODE_SOFTBREAK:
      /* The editor of WordPress keeps its paragraphs on one line. */
      g_string_append_c (out, target == VSL_TARGET_BLOCKS ? ' ' : '\n');
      break;
    case CMARK_NODE_LINEBREAK:
      g_string_append (out, "<br>");
      break;
    case CMARK_NODE_CODE:
      g_string_append (out, "<code>");
      vsl_escape_append_text (out, cmark_node_get_literal (node), -1, target);
      g_string_append (out, "</code>");
      break;
    case CMARK_NODE_EMPH:
      g_string_append (out, entering ? "<em>" : "</em>");
      break;
    case CMARK_NODE_STRONG:
      g_string_append (out, entering ? "<strong>" : "</strong>");
      break;
    case CMARK_NODE_LINK:
      write_link (out, node, entering, target);
      break;
    case CMARK_NODE_IMAGE:
      write_image (out, node, target);
      break;
    default:
      break;
    }
}

/* Whether the node has an end of its own. An image has written all it holds where it begins. */
static gboolean
can_hold (cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG || type == CMARK_NODE_LINK;
}

/**
 * vsl_inline_write:
 * @out: where to
 * @node: a paragraph or heading
 * @target: the form to write
 *
 * Writes what stands in a paragraph or heading, without the paragraph itself. Typed HTML appears
 * as the characters that were typed.
 */
void
vsl_inline_write (GString    *out,
                  cmark_node *node,
                  VslTarget   target)
{
  cmark_node *at = cmark_node_first_child (node);

  while (at != NULL && at != node)
    {
      cmark_node *child = cmark_node_first_child (at);
      cmark_node *next;

      write_node (out, at, TRUE, target);
      if (child != NULL && cmark_node_get_type (at) != CMARK_NODE_IMAGE)
        {
          at = child;
          continue;
        }
      if (can_hold (at))
        write_node (out, at, FALSE, target);

      for (next = cmark_node_next (at); next == NULL; next = cmark_node_next (at))
        {
          at = cmark_node_parent (at);
          if (at == node)
            return;
          write_node (out, at, FALSE, target);
        }
      at = next;
    }
}

/**
 * vsl_inline_write_lines:
 * @out: where to
 * @text: plain text
 * @length: its length in bytes
 * @target: the form to write
 *
 * Writes plain text of which the lines are to stay apart.
 */
void
vsl_inline_write_lines (GString    *out,
                        const char *text,
                        gsize       length,
                        VslTarget   target)
{
  const char *end = text + length;

  while (text < end)
    {
      gsize line = MIN (strcspn (text, "\r\n"), (gsize) (end - text));

      vsl_escape_append_text (out, text, line, target);
      text += line;
      if (text == end)
        break;
      g_string_append (out, "<br>");
      text += *text == '\r' && text + 1 < end && text[1] == '\n' ? 2 : 1;
    }
}

/**
 * vsl_inline_find_picture:
 * @paragraph: a paragraph
 *
 * Returns: (transfer none) (nullable): the image, when @paragraph holds one that may be shown and,
 *   but for a link around it, nothing else
 */
cmark_node *
vsl_inline_find_picture (cmark_node *paragraph)
{
  cmark_node *node = cmark_node_first_child (paragraph);

  if (node == NULL || cmark_node_next (node) != NULL)
    return NULL;

  if (cmark_node_get_type (node) == CMARK_NODE_LINK)
    {
      node = cmark_node_first_child (node);
      if (node == NULL || cmark_node_next (node) != NULL)
        return NULL;
    }

  if (cmark_node_get_type (node) != CMARK_NODE_IMAGE
      || !vsl_markdown_is_allowed_url (cmark_node_get_url (node)))
    return NULL;

  return node;
}

/**
 * vsl_inline_dup_alt:
 * @image: an image
 *
 * Returns: (transfer full): the words that stand for it, without mark-up
 */
char *
vsl_inline_dup_alt (cmark_node *image)
{
  cmark_iter *iter = cmark_iter_new (image);
  GString *out = g_string_new (NULL);

  while (cmark_iter_next (iter) != CMARK_EVENT_DONE)
    append_plain (out, cmark_iter_get_node (iter));
  cmark_iter_free (iter);

  return g_string_free (out, FALSE);
}
