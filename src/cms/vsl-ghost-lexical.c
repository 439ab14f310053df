/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-ghost-lexical.h"

#include "core/vsl-json.h"
#include "core/vsl-text.h"
#include "markup/vsl-article-html.h"
#include "markup/vsl-inline.h"
#include "markup/vsl-labels.h"
#include "markup/vsl-markdown.h"
#include "markup/vsl-placed-pictures.h"
#include "markup/vsl-render.h"

#include <json-glib/json-glib.h>
#include <string.h>

/*
 * An article as Lexical, the JSON in which Ghost keeps what its editor shows. Paragraphs, headings,
 * lists, quotations, pull quotes, code and pictures become what the editor itself makes of them;
 * for what it has no node for (boxes, participants, raw HTML) there is its HTML card.
 */

/* Bits of a Lexical text node. */
enum
{
  FORMAT_BOLD = 1,
  FORMAT_ITALIC = 2,
  FORMAT_CODE = 16
};

/* A list deeper than this is written as HTML; people do not type that. */
#define MAX_LIST_DEPTH 6

static void
add_string (JsonBuilder *builder,
            const char  *member,
            const char  *value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value);
}

static void
add_int (JsonBuilder *builder,
         const char  *member,
         gint64       value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

static void
begin_node (JsonBuilder *builder,
            const char  *type)
{
  json_builder_begin_object (builder);
  add_string (builder, "type", type);
  add_int (builder, "version", 1);
}

static void
begin_children (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "children");
  json_builder_begin_array (builder);
}

/* Ends the children and the node, with what every node that holds others has. */
static void
end_parent (JsonBuilder *builder)
{
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "direction");
  json_builder_add_null_value (builder);
  add_string (builder, "format", "");
  add_int (builder, "indent", 0);
  json_builder_end_object (builder);
}

static void
write_text (JsonBuilder *builder,
            const char  *text,
            int          format)
{
  if (*text == '\0')
    return;

  begin_node (builder, "extended-text");
  add_int (builder, "detail", 0);
  add_int (builder, "format", format);
  add_string (builder, "mode", "normal");
  add_string (builder, "style", "");
  add_string (builder, "text", text);
  json_builder_end_object (builder);
}

static void
write_break (JsonBuilder *builder)
{
  begin_node (builder, "linebreak");
  json_builder_end_object (builder);
}

static void
begin_link (JsonBuilder *builder,
            const char  *url)
{
  begin_node (builder, "link");
  add_string (builder, "url", url);
  json_builder_set_member_name (builder, "rel");
  json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "target");
  json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "title");
  json_builder_add_null_value (builder);
  begin_children (builder);
}

/* Where the walk through one line of text stands. */
typedef struct
{
  JsonBuilder *builder;
  guint        n_strong, n_emphasis;
  gboolean     in_link;
} Line;

static int
get_format (Line *line)
{
  return (line->n_strong > 0 ? FORMAT_BOLD : 0) | (line->n_emphasis > 0 ? FORMAT_ITALIC : 0);
}

static void
write_link_edge (Line       *line,
                 cmark_node *node,
                 gboolean    entering)
{
  if (entering && !line->in_link && vsl_markdown_is_allowed_url (cmark_node_get_url (node)))
    {
      begin_link (line->builder, cmark_node_get_url (node));
      line->in_link = TRUE;
    }
  else if (!entering && line->in_link)
    {
      end_parent (line->builder);
      line->in_link = FALSE;
    }
}

static void
write_inline_node (Line       *line,
                   cmark_node *node,
                   gboolean    entering)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_HTML_INLINE:
      write_text (line->builder, cmark_node_get_literal (node), get_format (line));
      break;
    case CMARK_NODE_CODE:
      write_text (line->builder, cmark_node_get_literal (node), get_format (line) | FORMAT_CODE);
      break;
    case CMARK_NODE_SOFTBREAK:
      write_text (line->builder, " ", get_format (line));
      break;
    case CMARK_NODE_LINEBREAK:
      write_break (line->builder);
      break;
    case CMARK_NODE_STRONG:
      line->n_strong += entering ? 1 : -1;
      break;
    case CMARK_NODE_EMPH:
      line->n_emphasis += entering ? 1 : -1;
      break;
    case CMARK_NODE_LINK:
      write_link_edge (line, node, entering);
      break;
    default:
      break;
    }
}

/* What stands in a paragraph or heading. A picture among words leaves the words it stands for. */
static void
write_inline (JsonBuilder *builder,
              cmark_node  *block)
{
  Line line = { builder, 0, 0, FALSE };
  cmark_iter *iter = cmark_iter_new (block);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    write_inline_node (&line, cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);

  cmark_iter_free (iter);
}

static void
write_plain_paragraph (JsonBuilder *builder,
                       const char  *text,
                       int          format)
{
  if (vsl_text_is_blank (text))
    return;

  begin_node (builder, "paragraph");
  begin_children (builder);
  write_text (builder, text, format);
  end_parent (builder);
}

static void
write_html_card (JsonBuilder *builder,
                 const char  *html)
{
  if (vsl_text_is_blank (html))
    return;

  begin_node (builder, "html");
  add_string (builder, "html", html);
  json_builder_end_object (builder);
}

static void
write_picture (JsonBuilder *builder,
               cmark_node  *image)
{
  g_autofree char *alt = vsl_inline_dup_alt (image);
  const char *title = cmark_node_get_title (image);
  g_autofree char *caption = g_markup_escape_text (title != NULL ? title : "", -1);

  begin_node (builder, "image");
  add_string (builder, "src", cmark_node_get_url (image));
  add_string (builder, "alt", alt);
  add_string (builder, "caption", caption);
  add_string (builder, "title", "");
  add_string (builder, "cardWidth", "regular");
  add_string (builder, "href", "");
  json_builder_end_object (builder);
}

static void
write_paragraph (JsonBuilder *builder,
                 cmark_node  *node)
{
  cmark_node *picture = vsl_inline_find_picture (node);

  if (picture != NULL && vsl_markdown_is_allowed_url (cmark_node_get_url (picture)))
    {
      write_picture (builder, picture);
      return;
    }

  begin_node (builder, "paragraph");
  begin_children (builder);
  write_inline (builder, node);
  end_parent (builder);
}

static void
write_heading (JsonBuilder *builder,
               cmark_node  *node)
{
  g_autofree char *tag = g_strdup_printf ("h%d", cmark_node_get_heading_level (node));

  begin_node (builder, "extended-heading");
  add_string (builder, "tag", tag);
  begin_children (builder);
  write_inline (builder, node);
  end_parent (builder);
}

/* Paragraphs in one node, a line apart: Ghost's quotations hold lines, not blocks. */
static void
write_lines (JsonBuilder *builder,
             cmark_node  *parent,
             const char  *type)
{
  cmark_node *child;

  begin_node (builder, type);
  begin_children (builder);
  for (child = cmark_node_first_child (parent); child != NULL; child = cmark_node_next (child))
    {
      if (cmark_node_previous (child) != NULL)
        {
          write_break (builder);
          write_break (builder);
        }
      write_inline (builder, child);
    }
  end_parent (builder);
}

static gboolean
holds_only_paragraphs (cmark_node *parent)
{
  cmark_node *child = cmark_node_first_child (parent);

  for (; child != NULL; child = cmark_node_next (child))
    if (cmark_node_get_type (child) != CMARK_NODE_PARAGRAPH)
      return FALSE;

  return TRUE;
}

/* Whether every item is one paragraph and perhaps a list below it. */
static gboolean
is_simple_list (cmark_node *list,
                guint       depth)
{
  cmark_node *item;

  for (item = cmark_node_first_child (list); item != NULL; item = cmark_node_next (item))
    {
      cmark_node *first = cmark_node_first_child (item);
      cmark_node *second = first != NULL ? cmark_node_next (first) : NULL;

      if (first != NULL && cmark_node_get_type (first) != CMARK_NODE_PARAGRAPH)
        return FALSE;
      if (second != NULL &&
          (cmark_node_get_type (second) != CMARK_NODE_LIST || cmark_node_next (second) != NULL ||
           depth == 0 || !is_simple_list (second, depth - 1)))
        return FALSE;
    }

  return TRUE;
}

static void
begin_item (JsonBuilder *builder,
            int          number)
{
  begin_node (builder, "listitem");
  add_int (builder, "value", number);
  begin_children (builder);
}

static void
write_list (JsonBuilder *builder,
            cmark_node  *list)
{
  gboolean ordered = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST;
  int number = ordered ? cmark_node_get_list_start (list) : 1;
  cmark_node *item;

  begin_node (builder, "list");
  add_string (builder, "listType", ordered ? "number" : "bullet");
  add_int (builder, "start", number);
  add_string (builder, "tag", ordered ? "ol" : "ul");
  begin_children (builder);
  for (item = cmark_node_first_child (list); item != NULL; item = cmark_node_next (item))
    {
      cmark_node *first = cmark_node_first_child (item);
      cmark_node *below = first != NULL ? cmark_node_next (first) : NULL;

      begin_item (builder, number++);
      if (first != NULL)
        write_inline (builder, first);
      end_parent (builder);
      if (below == NULL)
        continue;
      /* Lexical keeps a list below an item in an item of its own. */
      begin_item (builder, number);
      write_list (builder, below);
      end_parent (builder);
    }
  end_parent (builder);
}

static void
write_code (JsonBuilder *builder,
            cmark_node  *node)
{
  const char *info = cmark_node_get_fence_info (node);
  g_autofree char *language = g_strndup (info != NULL ? info : "", strcspn (info != NULL ? info : "", " "));

  begin_node (builder, "codeblock");
  add_string (builder, "code", cmark_node_get_literal (node));
  add_string (builder, "language", language);
  add_string (builder, "caption", "");
  json_builder_end_object (builder);
}

/* A card that was read back from a Ghost, as it was there; what is no such thing is left out. */
static void
write_card (JsonBuilder *builder,
            cmark_node  *node)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (cmark_node_get_literal (node),
                                                vsl_markdown_get_literal_length (node));
  g_autoptr(JsonNode) card = vsl_json_parse (bytes, VSL_JSON_MAX_BYTES, NULL);

  if (card != NULL && JSON_NODE_HOLDS_OBJECT (card))
    json_builder_add_value (builder, g_steal_pointer (&card));
}

/* Where a block begins in the body, in bytes. */
static gsize
find_start (VslMarkdown *body,
            cmark_node  *node)
{
  const VslContainer *container = vsl_markdown_get_container (node);
  const char *source = vsl_markdown_get_source (body);
  const char *at = source;
  gsize line;

  if (container != NULL)
    return container->byte_offset;

  line = vsl_markdown_find_source_line (body, cmark_node_get_start_line (node));
  for (; line > 1 && *at != '\0'; line--)
    {
      at += strcspn (at, "\r\n");
      at += *at == '\r' && at[1] == '\n' ? 2 : *at != '\0';
    }

  return at - source;
}

/* The stretch of the body from this block to the next, rendered on its own. */
static void
write_as_html (JsonBuilder *builder,
               VslMarkdown *body,
               cmark_node  *node)
{
  const char *source = vsl_markdown_get_source (body);
  cmark_node *next = cmark_node_next (node);
  gsize start = find_start (body, node);
  gsize end = next != NULL ? find_start (body, next) : strlen (source);
  g_autofree char *stretch = g_strndup (source + start, end > start ? end - start : 0);
  g_autofree char *html = vsl_render_body_html (stretch);

  write_html_card (builder, html);
}

static void
write_participants (JsonBuilder *builder,
                    VslArticle  *article)
{
  g_autoptr(GString) html = g_string_new (NULL);

  vsl_article_html_write_participants (html, article);
  write_html_card (builder, html->str);
}

static void
write_container (JsonBuilder *builder,
                 VslMarkdown *body,
                 cmark_node  *node,
                 VslArticle  *article)
{
  switch (vsl_markdown_get_container (node)->kind)
    {
    case VSL_CONTAINER_STREAMER:
      if (cmark_node_first_child (node) == NULL)
        break;
      if (holds_only_paragraphs (node))
        write_lines (builder, node, "aside");
      else
        write_as_html (builder, body, node);
      break;
    case VSL_CONTAINER_PARTICIPANTS:
      write_participants (builder, article);
      break;
    case VSL_CONTAINER_BOX:
    case VSL_CONTAINER_NONE:
    default:
      write_as_html (builder, body, node);
      break;
    }
}

static void
write_block (JsonBuilder *builder,
             VslMarkdown *body,
             cmark_node  *node,
             VslArticle  *article)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      write_paragraph (builder, node);
      break;
    case CMARK_NODE_HEADING:
      write_heading (builder, node);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      begin_node (builder, "horizontalrule");
      json_builder_end_object (builder);
      break;
    case CMARK_NODE_HTML_BLOCK:
      write_plain_paragraph (builder, cmark_node_get_literal (node), 0);
      break;
    case CMARK_NODE_LIST:
      if (is_simple_list (node, MAX_LIST_DEPTH))
        write_list (builder, node);
      else
        write_as_html (builder, body, node);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      if (holds_only_paragraphs (node))
        write_lines (builder, node, "extended-quote");
      else
        write_as_html (builder, body, node);
      break;
    case CMARK_NODE_CODE_BLOCK:
      if (vsl_markdown_get_raw (node) == VSL_RAW_NONE)
        write_code (builder, node);
      else if (vsl_markdown_get_raw (node) == VSL_RAW_LEXICAL)
        write_card (builder, node);
      else
        write_as_html (builder, body, node);
      break;
    case CMARK_NODE_CUSTOM_BLOCK:
      write_container (builder, body, node, article);
      break;
    default:
      break;
    }
}

static void
write_labelled (JsonBuilder *builder,
                const char  *label,
                const char  *text)
{
  g_autofree char *line = g_strconcat (label, " ", text, NULL);

  if (!vsl_text_is_blank (text))
    write_plain_paragraph (builder, line, FORMAT_ITALIC);
}

/* What Ghost has no field for: who wrote it, who made the picture, who took part. */
static void
write_head (JsonBuilder *builder,
            VslArticle  *article,
            gboolean     with_lead,
            gboolean     with_participants)
{
  const VslLabels *labels = vsl_labels_for_language (vsl_article_get_language (article));

  write_plain_paragraph (builder, vsl_article_get_text (article, VSL_FIELD_KICKER), FORMAT_BOLD);
  if (with_lead)
    write_plain_paragraph (builder, vsl_article_get_text (article, VSL_FIELD_LEAD), FORMAT_BOLD);
  write_labelled (builder, labels->by, vsl_article_get_text (article, VSL_FIELD_BYLINE));
  write_labelled (builder, labels->image, vsl_article_get_text (article, VSL_FIELD_CREDIT));
  if (with_participants)
    write_participants (builder, article);
}

/**
 * vsl_ghost_lexical_from_article:
 * @article: an article
 * @with_lead: whether the lead is part of the text; else it is left to the excerpt
 *
 * Returns: (transfer full): its text as Lexical
 */
char *
vsl_ghost_lexical_from_article (VslArticle *article,
                                gboolean    with_lead)
{
  g_autoptr(VslMarkdown) body = NULL;
  g_autoptr(JsonBuilder) builder = NULL;
  g_autoptr(JsonNode) root = NULL;
  cmark_node *node;

  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);

  body = vsl_markdown_parse (vsl_article_get_text (article, VSL_FIELD_BODY));
  vsl_placed_pictures_apply (body, article);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "root");
  begin_node (builder, "root");
  begin_children (builder);
  write_head (builder, article, with_lead, !vsl_markdown_has_participants (body));
  node = cmark_node_first_child (vsl_markdown_get_root (body));
  for (; node != NULL; node = cmark_node_next (node))
    write_block (builder, body, node, article);
  end_parent (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}
