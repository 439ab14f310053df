/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-markdown-text.h"

#include "markup/vsl-markdown.h"
#include "markup/vsl-raw.h"
#include "markup/vsl-source-cursor.h"

#include <string.h>

/**
 * VslMarkdownText:
 *
 * The words of a body without its mark-up, and for every character of them the place in the body it
 * came from. Checks, quotations and word counts read this text; what they find is shown in the
 * body.
 *
 * Not changed once made; any thread.
 */
struct _VslMarkdownText
{
  VslTextMap *map;
  GArray *blocks; /* of VslMarkdownBlock */
};

/* Indentation of nested lists ends here, so that it cannot outgrow the text. */
#define MAX_INDENT 8

typedef struct
{
  gboolean ordered;
  int number;        /* of the item that is open */
  gboolean pending;  /* its mark is still to be written */
  gboolean tight;
} List;

typedef struct
{
  VslMarkdownText *text;
  VslMarkdown *body;
  VslMarkdownTextForm form;
  const char *source;
  gsize source_length;
  GArray *lines;      /* where each line of the body begins, in bytes */
  GArray *lists;      /* of List: those that are open */
  GArray *containers; /* of VslContainerKind */
  guint quotes;
  guint n_streamers;
  guint streamer;      /* the number of the one that is open */
  gboolean list_begins; /* no text of the outermost list has been written */
} Walk;

static GArray *
find_lines (const char *source,
            gsize       length)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize at = 0;

  g_array_append_val (lines, at);
  while (at < length)
    {
      char c = source[at++];

      if (c == '\r' && source[at] == '\n')
        continue;
      if (c == '\n' || c == '\r')
        g_array_append_val (lines, at);
    }

  return lines;
}

/* Where a line of cmark's begins in the body, in bytes. */
static gsize
find_line (Walk *walk,
           int   line,
           gsize later)
{
  gsize index = vsl_markdown_find_source_line (walk->body, line) - 1 + later;

  return index < walk->lines->len ? g_array_index (walk->lines, gsize, index) : walk->source_length;
}

static void
append_list_marks (Walk *walk)
{
  GString *marks = NULL;

  for (guint i = 0; i < walk->lists->len; i++)
    {
      List *list = &g_array_index (walk->lists, List, i);

      if (!list->pending)
        continue;
      if (marks == NULL)
        marks = g_string_new_len ("                ", 2 * MIN (i, MAX_INDENT));
      list->pending = FALSE;
      if (list->ordered)
        g_string_append_printf (marks, "%d. ", list->number);
      else
        g_string_append (marks, "- ");
    }

  if (marks == NULL)
    return;
  if (walk->form == VSL_MARKDOWN_TEXT_LIST_MARKS)
    vsl_text_map_append_loose (walk->text->map, marks->str);
  g_string_free (marks, TRUE);
}

static void
begin_block (Walk            *walk,
             VslMarkdownKind  kind,
             guint            level)
{
  VslMarkdownBlock block = { kind, VSL_CONTAINER_NONE, walk->streamer, level, 0, 0, 0, 0 };
  gboolean tight = walk->lists->len > 0 && !walk->list_begins
                   && g_array_index (walk->lists, List, walk->lists->len - 1).tight;

  if (walk->containers->len > 0)
    block.container = g_array_index (walk->containers, VslContainerKind, walk->containers->len - 1);

  if (walk->text->blocks->len > 0)
    vsl_text_map_append_loose (walk->text->map, tight ? "\n" : "\n\n");
  append_list_marks (walk);
  walk->list_begins = FALSE;

  block.offset = vsl_text_map_get_length (walk->text->map);
  g_array_append_val (walk->text->blocks, block);
}

static void
end_block (Walk *walk)
{
  VslTextMap *map = walk->text->map;
  GArray *blocks = walk->text->blocks;
  VslMarkdownBlock *block = &g_array_index (blocks, VslMarkdownBlock, blocks->len - 1);

  block->length = vsl_text_map_get_length (map) - block->offset;
  block->source_offset = vsl_text_map_find_start (map, block->offset);
  if (block->length > 0)
    block->source_length = vsl_text_map_find_end (map, block->offset + block->length)
                           - block->source_offset;
}

static void
add_inlines (Walk       *walk,
             cmark_node *block)
{
  VslSourceCursor cursor = { .map = walk->text->map,
                             .source = walk->source,
                             .quotes = walk->quotes };
  int start_line = cmark_node_get_start_line (block);
  int end_line = MAX (cmark_node_get_end_line (block), start_line);
  gsize start = find_line (walk, start_line, 0);
  gsize end = find_line (walk, end_line, 1);
  cmark_iter *iter = cmark_iter_new (block);
  cmark_event_type event;

  start = MIN (start + MAX (cmark_node_get_start_column (block) - 1, 0), end);
  cursor.at = walk->source + start;
  cursor.end = walk->source + end;

  vsl_source_cursor_begin (&cursor, block);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    if (cmark_iter_get_node (iter) != block)
      vsl_source_cursor_visit (&cursor, cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);

  cmark_iter_free (iter);
}

static void
add_leaf (Walk       *walk,
          cmark_node *node)
{
  if (cmark_node_get_type (node) == CMARK_NODE_HEADING)
    begin_block (walk, VSL_MARKDOWN_HEADING, cmark_node_get_heading_level (node));
  else if (vsl_markdown_is_attribution (node))
    begin_block (walk, VSL_MARKDOWN_ATTRIBUTION, 0);
  else
    begin_block (walk, VSL_MARKDOWN_PARAGRAPH, 0);

  add_inlines (walk, node);
  end_block (walk);
}

/* A line of code or HTML is the end of a line of the body: what stands before it there belongs to
 * the list or quote around it. A tab may do both, and has then become spaces. */
static void
add_line (Walk       *walk,
          const char *line,
          gsize       length,
          gsize       start,
          gsize       end)
{
  gsize blanks = MIN (strspn (line, " "), length);

  while (end > start && (walk->source[end - 1] == '\n' || walk->source[end - 1] == '\r'))
    end--;

  if (end - start >= length && strncmp (walk->source + end - length, line, length) == 0)
    {
      vsl_text_map_append (walk->text->map, line, length, end - length);
    }
  else if (end - start >= length - blanks
           && strncmp (walk->source + end - (length - blanks), line + blanks, length - blanks) == 0)
    {
      vsl_text_map_append_atom (walk->text->map, line, blanks, start, 0);
      vsl_text_map_append (walk->text->map, line + blanks, length - blanks,
                           end - (length - blanks));
    }
  else
    {
      vsl_text_map_append_atom (walk->text->map, line, length, start, end - start);
    }
}

static void
add_lines (Walk       *walk,
           cmark_node *node,
           gboolean    fenced)
{
  const char *line = cmark_node_get_literal (node);
  const char *end = line + vsl_markdown_get_literal_length (node);
  int first = cmark_node_get_start_line (node);
  gsize n = fenced ? 1 : 0;

  while (line < end)
    {
      gsize length = MIN (strcspn (line, "\r\n"), (gsize) (end - line));
      gsize start = find_line (walk, first, n);
      gsize next = find_line (walk, first, n + 1);

      add_line (walk, line, length, start, next);
      line += length;
      if (line < end)
        {
          vsl_text_map_append_loose (walk->text->map, "\n");
          line += *line == '\r' && line[1] == '\n' ? 2 : 1;
        }
      n++;
    }
}

/* Whether the code begins on the line below; cmark does not tell a fence from indentation. */
static gboolean
is_fenced (Walk       *walk,
           cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);
  gsize length = strcspn (literal, "\r\n");
  gsize start = find_line (walk, cmark_node_get_start_line (node), 0);
  const char *line;

  start = MIN (start + MAX (cmark_node_get_start_column (node) - 1, 0), walk->source_length);
  line = walk->source + start;
  if (!g_str_has_prefix (line, "```") && !g_str_has_prefix (line, "~~~"))
    return FALSE;

  return strncmp (line, literal, length) != 0 || length != strcspn (line, "\r\n");
}

static void
add_raw_stretch (Walk       *walk,
                 const char *text,
                 gsize       length,
                 gsize       place,
                 gboolean    known)
{
  g_autofree char *meaning = *text == '&' ? vsl_raw_dup_entity (text, length) : NULL;

  if (meaning != NULL)
    vsl_text_map_append_atom (walk->text->map, meaning, strlen (meaning), place,
                              known ? length : 0);
  else if (known)
    vsl_text_map_append (walk->text->map, text, length, place);
  else
    vsl_text_map_append_atom (walk->text->map, text, length, place, 0);
}

static void
add_raw (Walk       *walk,
         cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);
  gsize length = vsl_markdown_get_literal_length (node);
  gsize start = find_line (walk, cmark_node_get_start_line (node), 1);
  gboolean known = walk->source_length - start >= length
                   && strncmp (walk->source + start, literal, length) == 0;
  gboolean written = FALSE;
  gboolean breaks = FALSE;
  VslRawText text;

  vsl_raw_text_init (&text, literal, length);
  while (vsl_raw_text_next (&text))
    {
      const char *stretch = literal + text.start;
      gboolean blank = strspn (stretch, " \t\r\n") >= text.length;

      breaks = breaks || text.breaks;
      if (blank && (breaks || !written))
        continue;

      if (!written)
        begin_block (walk, VSL_MARKDOWN_RAW, 0);
      else if (breaks)
        vsl_text_map_append_loose (walk->text->map, "\n");
      add_raw_stretch (walk, stretch, text.length, start + (known ? text.start : 0), known);
      written = TRUE;
      breaks = FALSE;
    }

  if (written)
    end_block (walk);
}

static void
add_verbatim (Walk       *walk,
              cmark_node *node)
{
  gboolean html = cmark_node_get_type (node) == CMARK_NODE_HTML_BLOCK;

  if (vsl_markdown_get_raw (node) != VSL_RAW_NONE)
    {
      add_raw (walk, node);
      return;
    }

  begin_block (walk, html ? VSL_MARKDOWN_HTML : VSL_MARKDOWN_CODE, 0);
  add_lines (walk, node, !html && is_fenced (walk, node));
  end_block (walk);
}

static void
visit_container (Walk       *walk,
                 cmark_node *node,
                 gboolean    entering)
{
  const VslContainer *container = vsl_markdown_get_container (node);

  if (!entering)
    {
      if (container->kind == VSL_CONTAINER_STREAMER)
        walk->streamer = 0;
      g_array_set_size (walk->containers, walk->containers->len - 1);
      return;
    }

  g_array_append_val (walk->containers, container->kind);
  if (container->kind == VSL_CONTAINER_STREAMER)
    walk->streamer = ++walk->n_streamers;

  if (*container->title != '\0')
    {
      begin_block (walk, VSL_MARKDOWN_TITLE, 0);
      vsl_text_map_append (walk->text->map, container->title, strlen (container->title),
                           container->title_byte_offset);
      end_block (walk);
    }
}

static void
visit_list (Walk       *walk,
            cmark_node *node,
            gboolean    entering)
{
  List list = { cmark_node_get_list_type (node) == CMARK_ORDERED_LIST,
                cmark_node_get_list_start (node) - 1, FALSE, cmark_node_get_list_tight (node) };

  if (entering)
    {
      walk->list_begins = walk->list_begins || walk->lists->len == 0;
      g_array_append_val (walk->lists, list);
    }
  else
    {
      g_array_set_size (walk->lists, walk->lists->len - 1);
    }
}

static void
visit_item (Walk     *walk,
            gboolean  entering)
{
  List *list = &g_array_index (walk->lists, List, walk->lists->len - 1);

  if (entering)
    list->number++;
  list->pending = entering;
}

/* Returns: whether everything in the node has been seen. */
static gboolean
visit (Walk       *walk,
       cmark_node *node,
       gboolean    entering)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
      add_leaf (walk, node);
      return TRUE;
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
      add_verbatim (walk, node);
      break;
    case CMARK_NODE_CUSTOM_BLOCK:
      visit_container (walk, node, entering);
      break;
    case CMARK_NODE_LIST:
      visit_list (walk, node, entering);
      break;
    case CMARK_NODE_ITEM:
      visit_item (walk, entering);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      if (entering)
        walk->quotes++;
      else
        walk->quotes--;
      break;
    default:
      break;
    }

  return FALSE;
}

/**
 * vsl_markdown_text_new:
 * @markdown: (nullable): a body
 * @form: how lists are shown
 *
 * Returns: (transfer full): its words
 */
VslMarkdownText *
vsl_markdown_text_new (const char          *markdown,
                       VslMarkdownTextForm  form)
{
  g_autoptr(VslMarkdown) body = vsl_markdown_parse (markdown);
  VslMarkdownText *self = g_new0 (VslMarkdownText, 1);
  Walk walk = { .text = self, .body = body, .form = form };
  cmark_iter *iter = cmark_iter_new (vsl_markdown_get_root (body));
  cmark_event_type event;

  walk.source = vsl_markdown_get_source (body);
  self->map = vsl_text_map_new (walk.source);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (VslMarkdownBlock));
  walk.source_length = strlen (walk.source);
  walk.lines = find_lines (walk.source, walk.source_length);
  walk.lists = g_array_new (FALSE, FALSE, sizeof (List));
  walk.containers = g_array_new (FALSE, FALSE, sizeof (VslContainerKind));

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      if (visit (&walk, node, event == CMARK_EVENT_ENTER))
        cmark_iter_reset (iter, node, CMARK_EVENT_EXIT);
    }

  cmark_iter_free (iter);
  g_array_unref (walk.lines);
  g_array_unref (walk.lists);
  g_array_unref (walk.containers);

  return self;
}

/**
 * vsl_markdown_text_free:
 * @self: (transfer full): a text
 */
void
vsl_markdown_text_free (VslMarkdownText *self)
{
  vsl_text_map_free (self->map);
  g_array_unref (self->blocks);
  g_free (self);
}

/**
 * vsl_markdown_text_get_text:
 * @self: the text
 *
 * Returns: (transfer none): the words, blocks an empty line apart
 */
const char *
vsl_markdown_text_get_text (VslMarkdownText *self)
{
  return vsl_text_map_get_text (self->map);
}

/**
 * vsl_markdown_text_get_length:
 * @self: the text
 *
 * Returns: its length in characters
 */
gsize
vsl_markdown_text_get_length (VslMarkdownText *self)
{
  return vsl_text_map_get_length (self->map);
}

/**
 * vsl_markdown_text_get_n_blocks:
 * @self: the text
 *
 * Returns: the number of blocks in it
 */
guint
vsl_markdown_text_get_n_blocks (VslMarkdownText *self)
{
  return self->blocks->len;
}

/**
 * vsl_markdown_text_get_block:
 * @self: the text
 * @index: which block, less than their number
 *
 * Returns: (transfer none): a block; they follow each other in the text
 */
const VslMarkdownBlock *
vsl_markdown_text_get_block (VslMarkdownText *self,
                             guint            index)
{
  g_return_val_if_fail (index < self->blocks->len, NULL);

  return &g_array_index (self->blocks, VslMarkdownBlock, index);
}

/**
 * vsl_markdown_text_dup_block:
 * @self: the text
 * @index: which block, less than their number
 *
 * Returns: (transfer full): the words of that block. Takes time linear in its place in the text
 */
char *
vsl_markdown_text_dup_block (VslMarkdownText *self,
                             guint            index)
{
  const VslMarkdownBlock *block = vsl_markdown_text_get_block (self, index);

  g_return_val_if_fail (block != NULL, NULL);

  return g_utf8_substring (vsl_markdown_text_get_text (self), block->offset,
                           block->offset + block->length);
}

/**
 * vsl_markdown_text_find_source:
 * @self: the text
 * @offset: a place in it, in characters
 *
 * Returns: where the character at @offset begins in the body, in characters
 */
gsize
vsl_markdown_text_find_source (VslMarkdownText *self,
                               gsize            offset)
{
  return vsl_text_map_find_start (self->map, offset);
}

/**
 * vsl_markdown_text_map_range:
 * @self: the text
 * @offset: where a stretch of it begins, in characters
 * @length: its length in characters
 * @source_offset: (out): where that stretch begins in the body, in characters
 * @source_length: (out): its length there, mark-up inside it included
 *
 * Finds a stretch of the text in the body.
 */
void
vsl_markdown_text_map_range (VslMarkdownText *self,
                             gsize            offset,
                             gsize            length,
                             gsize           *source_offset,
                             gsize           *source_length)
{
  gsize end = vsl_text_map_find_end (self->map, offset + length);

  *source_offset = vsl_text_map_find_start (self->map, offset);
  *source_length = length > 0 && end > *source_offset ? end - *source_offset : 0;
}
