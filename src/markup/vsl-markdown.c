/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-markdown.h"

#include <string.h>

/**
 * VslMarkdown:
 *
 * A body as a tree: that of cmark (CommonMark, no extensions, the author's punctuation untouched),
 * in which every container is a node of type %CMARK_NODE_CUSTOM_BLOCK around what it holds; see
 * vsl_markdown_get_container().
 *
 * cmark reads the body once, as a whole, so that a link may be defined anywhere in it. The lines of
 * the containers are shown to it as comments in HTML, which it sets apart as blocks of their own;
 * those blocks then make way for the containers.
 *
 * Not changed after parsing; one thread at a time.
 */
struct _VslMarkdown
{
  char *source;
  cmark_node *root;
  GArray *fences; /* of VslContainerFence; owns the containers that nodes of the tree point at */
  gboolean has_participants;
};

/* Ends every kind of HTML block that may be open (CommonMark 4.6), and is one itself. */
#define MARKER "<!--?>]]></script></style></pre></textarea>-->"

/* cmark counts in int and aborts beyond. No file that large is imported; a pasted one is shown as
 * it is. */
#define MAX_LENGTH (256 * 1024 * 1024)

/* A fence is one line of the body and three for cmark: an empty one, the marker, an empty one. */
static int
get_marker_line (GArray *fences,
                 guint   index)
{
  return (int) (g_array_index (fences, VslContainerFence, index).line + 2 * index + 1);
}

static cmark_node *
parse_masked (const char *text,
              gsize       length,
              GArray     *fences)
{
  cmark_parser *parser = cmark_parser_new (CMARK_OPT_DEFAULT);
  cmark_node *root;
  gsize at = 0;

  for (guint i = 0; i < fences->len; i++)
    {
      const VslContainerFence *fence = &g_array_index (fences, VslContainerFence, i);

      cmark_parser_feed (parser, text + at, fence->byte_offset - at);
      cmark_parser_feed (parser, "\r\n" MARKER "\r\n", strlen (MARKER) + 4);
      at = fence->byte_offset + fence->byte_length;
    }

  cmark_parser_feed (parser, text + at, length - at);
  root = cmark_parser_finish (parser);
  cmark_parser_free (parser);

  return root;
}

/* An HTML block that was still open took the marker for its own last line. */
static gboolean
take_marker_from_literal (cmark_node *node,
                          cmark_node *next,
                          int         marker_line)
{
  const char *literal;
  const char *marker;

  if (cmark_node_get_type (node) != CMARK_NODE_HTML_BLOCK
      || (next != NULL && cmark_node_get_start_line (next) < marker_line))
    return FALSE;

  literal = cmark_node_get_literal (node);
  marker = g_strrstr (literal, MARKER);
  if (marker == NULL || marker[strlen (MARKER) + strspn (marker + strlen (MARKER), "\r\n")] != '\0')
    return FALSE;

  {
    g_autofree char *rest = g_strndup (literal, marker - literal);

    cmark_node_set_literal (node, rest);
  }

  return TRUE;
}

/* @place: (nullable): the block of the body that comes next, when @parent is the whole body */
static cmark_node *
apply_fence (cmark_node        *parent,
             cmark_node        *place,
             VslContainerFence *fence)
{
  cmark_node *node;

  if (fence->container == NULL)
    return cmark_node_parent (parent);

  node = cmark_node_new (CMARK_NODE_CUSTOM_BLOCK);
  cmark_node_set_user_data (node, fence->container);
  if (cmark_node_parent (parent) != NULL || place == NULL)
    cmark_node_append_child (parent, node);
  else
    cmark_node_insert_before (place, node);

  return fence->empty ? parent : node;
}

/* Moves the blocks inside containers into these; the others stay where they are.
 *
 * Returns: FALSE when a marker ended up elsewhere than as a block of its own. */
static gboolean
build_containers (cmark_node *root,
                  GArray     *fences)
{
  cmark_node *parent = root;
  cmark_node *node = fences->len > 0 ? cmark_node_first_child (root) : NULL;
  guint n = 0;

  while (node != NULL)
    {
      cmark_node *next = cmark_node_next (node);
      int marker_line = n < fences->len ? get_marker_line (fences, n) : G_MAXINT;
      int line = cmark_node_get_start_line (node);
      gboolean is_marker = line == marker_line;

      if (line > marker_line)
        return FALSE;

      if (is_marker || parent != root)
        cmark_node_unlink (node);
      if (!is_marker && parent != root)
        cmark_node_append_child (parent, node);

      if (is_marker
          || (marker_line != G_MAXINT && take_marker_from_literal (node, next, marker_line)))
        parent = apply_fence (parent, next, &g_array_index (fences, VslContainerFence, n++));
      if (is_marker)
        cmark_node_free (node);

      node = next;
    }

  return n == fences->len;
}

static gboolean
find_participants (GArray *fences)
{
  for (guint i = 0; i < fences->len; i++)
    {
      const VslContainer *container = g_array_index (fences, VslContainerFence, i).container;

      if (container != NULL && container->kind == VSL_CONTAINER_PARTICIPANTS)
        return TRUE;
    }

  return FALSE;
}

static cmark_node *
show_as_it_is (const char *text)
{
  cmark_node *root = cmark_node_new (CMARK_NODE_DOCUMENT);
  cmark_node *code = cmark_node_new (CMARK_NODE_CODE_BLOCK);

  cmark_node_append_child (root, code);
  cmark_node_set_literal (code, text);

  return root;
}

/**
 * vsl_markdown_parse:
 * @text: (nullable): a body; what is not UTF-8 in it is replaced by U+FFFD
 *
 * Never fails: every text is Markdown. Takes time linear in the length of @text but for the
 * constructions on which cmark itself is not linear. Any thread.
 *
 * Returns: (transfer full): the tree
 */
VslMarkdown *
vsl_markdown_parse (const char *text)
{
  VslMarkdown *self = g_new0 (VslMarkdown, 1);
  gsize length;

  if (text == NULL)
    text = "";
  length = strlen (text);
  if (g_utf8_validate (text, length, NULL))
    self->source = g_memdup2 (text, length + 1);
  else
    self->source = g_utf8_make_valid (text, length);
  length = strlen (self->source);

  self->fences = vsl_container_scan (self->source, length < MAX_LENGTH ? length : 0);
  if (length >= MAX_LENGTH)
    {
      self->root = show_as_it_is (self->source);
      return self;
    }

  self->root = parse_masked (self->source, length, self->fences);
  if (!build_containers (self->root, self->fences))
    {
      /* A code fence inside typed HTML can make a line look like a fence that is none. Then the
       * lines are shown as they were typed. */
      g_array_set_size (self->fences, 0);
      cmark_node_free (self->root);
      self->root = parse_masked (self->source, length, self->fences);
    }
  self->has_participants = find_participants (self->fences);

  return self;
}

/**
 * vsl_markdown_free:
 * @self: (transfer full): a tree
 */
void
vsl_markdown_free (VslMarkdown *self)
{
  cmark_node_free (self->root);
  g_array_unref (self->fences);
  g_free (self->source);
  g_free (self);
}

/**
 * vsl_markdown_get_source:
 * @self: the tree
 *
 * Returns: (transfer none): the body it was made of, valid UTF-8
 */
const char *
vsl_markdown_get_source (VslMarkdown *self)
{
  return self->source;
}

/**
 * vsl_markdown_get_root:
 * @self: the tree
 *
 * Returns: (transfer none): its document node, for cmark_iter_new(); not to be changed
 */
cmark_node *
vsl_markdown_get_root (VslMarkdown *self)
{
  return self->root;
}

/**
 * vsl_markdown_has_participants:
 * @self: the tree
 *
 * Returns: whether the body says where the box with the participants goes
 */
gboolean
vsl_markdown_has_participants (VslMarkdown *self)
{
  return self->has_participants;
}

/**
 * vsl_markdown_find_source_line:
 * @self: the tree
 * @line: what cmark calls the line of a node
 *
 * Returns: that line in the body, from 1
 */
gsize
vsl_markdown_find_source_line (VslMarkdown *self,
                               int          line)
{
  guint low = 0;
  guint high = self->fences->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_marker_line (self->fences, middle) <= line)
        low = middle + 1;
      else
        high = middle;
    }

  return (gsize) MAX (line - (int) (2 * low), 1);
}

/**
 * vsl_markdown_get_container:
 * @node: a node of the tree
 *
 * Returns: (transfer none) (nullable): the container that @node is; %NULL when it is none
 */
const VslContainer *
vsl_markdown_get_container (cmark_node *node)
{
  if (cmark_node_get_type (node) != CMARK_NODE_CUSTOM_BLOCK)
    return NULL;

  return cmark_node_get_user_data (node);
}

/**
 * vsl_markdown_is_attribution:
 * @node: a node of the tree
 *
 * A pull quote may end with a paragraph of its own that names the speaker, after a dash:
 * `— Name`.
 *
 * Returns: whether @node is such a paragraph
 */
gboolean
vsl_markdown_is_attribution (cmark_node *node)
{
  const VslContainer *container;
  cmark_node *first;
  const char *text;

  if (cmark_node_get_type (node) != CMARK_NODE_PARAGRAPH || cmark_node_next (node) != NULL
      || cmark_node_previous (node) == NULL)
    return FALSE;

  container = vsl_markdown_get_container (cmark_node_parent (node));
  first = cmark_node_first_child (node);
  if (container == NULL || container->kind != VSL_CONTAINER_STREAMER || first == NULL
      || cmark_node_get_type (first) != CMARK_NODE_TEXT)
    return FALSE;

  text = cmark_node_get_literal (first);

  return g_str_has_prefix (text, "— ") || g_str_has_prefix (text, "– ");
}

/**
 * vsl_markdown_get_raw:
 * @node: a node of the tree
 *
 * Returns: whether @node is a raw fence, and for which target
 */
VslRaw
vsl_markdown_get_raw (cmark_node *node)
{
  const char *info;

  if (cmark_node_get_type (node) != CMARK_NODE_CODE_BLOCK)
    return VSL_RAW_NONE;

  info = cmark_node_get_fence_info (node);
  if (g_strcmp0 (info, "{=blocks}") == 0)
    return VSL_RAW_BLOCKS;

  if (g_strcmp0 (info, "{=lexical}") == 0)
    return VSL_RAW_LEXICAL;

  return g_strcmp0 (info, "{=html}") == 0 ? VSL_RAW_HTML : VSL_RAW_NONE;
}

/**
 * vsl_markdown_get_literal_length:
 * @node: a code or HTML block of the tree
 *
 * Returns: the length of its text in bytes, without the end of its last line
 */
gsize
vsl_markdown_get_literal_length (cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);
  gsize length = literal != NULL ? strlen (literal) : 0;

  if (length > 0 && literal[length - 1] == '\n')
    length--;
  if (length > 0 && literal[length - 1] == '\r')
    length--;

  return length;
}

/**
 * vsl_markdown_is_allowed_url:
 * @url: an address, as the tree has it
 *
 * Links lead to the web, to a mailbox or within the site. Browsers overlook white space and control
 * characters in a scheme, so they count for nothing here either.
 *
 * Returns: whether a link or picture may use @url
 */
gboolean
vsl_markdown_is_allowed_url (const char *url)
{
  char scheme[8] = "";
  gsize length = 0;

  if (url == NULL || *url == '\0')
    return FALSE;

  for (const char *p = url; *p != '\0' && *p != '/' && *p != '?' && *p != '#'; p++)
    {
      if (*p == ':')
        return g_str_equal (scheme, "http") || g_str_equal (scheme, "https")
               || g_str_equal (scheme, "mailto");
      if ((guchar) *p <= ' ' || *p == 0x7f)
        continue;
      if (length < sizeof scheme - 1)
        scheme[length++] = g_ascii_tolower (*p);
    }

  return TRUE;
}
