/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-source-cursor.h"

#include "markup/vsl-raw.h"

#include <string.h>

/* After so many misses in one block the search ends: each may read the whole block. */
#define MAX_MISSES 8

static gboolean
is_at (VslSourceCursor *self,
       char             c)
{
  return self->at < self->end && *self->at == c;
}

static gsize
get_place (VslSourceCursor *self)
{
  return self->at - self->source;
}

static void
skip_blanks (VslSourceCursor *self)
{
  while (is_at (self, ' ') || is_at (self, '\t'))
    self->at++;
}

/* To the first word of the next line: over the end of this one, and the signs of block quotes. */
static void
skip_line_end (VslSourceCursor *self)
{
  if (is_at (self, '\r'))
    self->at++;
  if (is_at (self, '\n'))
    self->at++;

  self->signs = self->at;
  skip_blanks (self);
  for (guint i = 0; i < self->quotes && is_at (self, '>'); i++)
    {
      self->at++;
      skip_blanks (self);
    }
}

static gboolean
is_at_line_end (VslSourceCursor *self)
{
  return is_at (self, '\n') || is_at (self, '\r');
}

static void
skip_space (VslSourceCursor *self)
{
  skip_blanks (self);
  if (is_at_line_end (self))
    skip_line_end (self);
}

static void
take_rest_as_lost (VslSourceCursor *self,
                   const char      *text)
{
  self->misses++;
  vsl_text_map_append_atom (self->map, text, strlen (text), get_place (self), 0);
}

/* Moves on to where @text begins. Returns: FALSE when it is nowhere in the block. */
static gboolean
find_text (VslSourceCursor *self,
           const char      *text)
{
  g_autofree char *needle = NULL;
  const char *found;
  gsize length = g_utf8_next_char (text) - text;

  if (self->misses >= MAX_MISSES)
    return FALSE;

  /* Enough of it to be sure, but not an escape or reference, which the source writes longer. */
  while (length < 12 && text[length] != '\0' && !g_ascii_ispunct (text[length])
         && text[length] != ' ')
    length++;

  needle = g_strndup (text, length);
  found = self->at < self->end ? g_strstr_len (self->at, self->end - self->at, needle) : NULL;
  if (found == NULL)
    return FALSE;

  self->at = found;

  return TRUE;
}

/* How much of @text stands in the source at the cursor as it is, whole characters only. */
static gsize
measure_match (VslSourceCursor *self,
               const char      *text,
               gboolean         literal)
{
  gsize max = self->end - self->at;
  gsize n = 0;

  while (n < max && text[n] != '\0' && text[n] == self->at[n]
         && (literal || n == 0 || (text[n] != '\\' && text[n] != '&')))
    n++;
  while (n > 0 && ((guchar) text[n] & 0xc0) == 0x80)
    n--;

  return n;
}

static gboolean
take_escape (VslSourceCursor *self,
             const char     **text)
{
  if (!is_at (self, '\\') || !g_ascii_ispunct (self->at[1]) || self->at[1] != **text)
    return FALSE;

  vsl_text_map_append_atom (self->map, *text, 1, get_place (self), 2);
  self->at += 2;
  *text += 1;

  return TRUE;
}

static gboolean
take_entity (VslSourceCursor *self,
             const char     **text)
{
  g_autofree char *meaning = NULL;
  gsize length;

  if (!is_at (self, '&'))
    return FALSE;

  length = 1 + strspn (self->at + 1, "#" G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS);
  if (self->at + length >= self->end || self->at[length] != ';')
    return FALSE;

  meaning = vsl_raw_dup_entity (self->at, length + 1);
  if (meaning == NULL || !g_str_has_prefix (*text, meaning))
    return FALSE;

  vsl_text_map_append_atom (self->map, *text, strlen (meaning), get_place (self), length + 1);
  self->at += length + 1;
  *text += strlen (meaning);

  return TRUE;
}

/* A line that continues a quote without its sign may keep its indentation. */
static void
take_indentation (VslSourceCursor *self,
                  const char     **text)
{
  vsl_text_map_append_atom (self->map, *text, 1, get_place (self), 0);
  *text += 1;
}

static void
take_text (VslSourceCursor *self,
           const char      *text)
{
  while (*text != '\0')
    {
      gsize match;

      if (take_escape (self, &text) || take_entity (self, &text))
        continue;

      match = measure_match (self, text, FALSE);
      if (match == 0 && *text == ' ')
        {
          take_indentation (self, &text);
          continue;
        }
      if (match == 0)
        {
          /* What looked like the sign of a quote can be text. */
          if (self->signs != NULL)
            self->at = self->signs;
          self->signs = NULL;
          if (find_text (self, text))
            continue;
          take_rest_as_lost (self, text);
          return;
        }

      vsl_text_map_append (self->map, text, match, get_place (self));
      self->signs = NULL;
      self->at += match;
      text += match;
    }
}

/* Text in which nothing is escaped; a line end may have become a space. */
static void
take_literal (VslSourceCursor *self,
              const char      *text)
{
  while (*text != '\0')
    {
      gsize match = measure_match (self, text, TRUE);

      if (match > 0)
        {
          vsl_text_map_append (self->map, text, match, get_place (self));
          self->at += match;
          text += match;
          if (text[-1] == '\n')
            {
              self->at--;
              skip_line_end (self);
            }
        }
      else if ((*text == ' ' || *text == '\n') && is_at_line_end (self))
        {
          vsl_text_map_append_atom (self->map, text, 1, get_place (self), 1);
          skip_line_end (self);
          text++;
        }
      else if (*text == ' ')
        {
          take_indentation (self, &text);
        }
      else if (!find_text (self, text))
        {
          take_rest_as_lost (self, text);
          return;
        }
    }
}

static void
take_code (VslSourceCursor *self,
           const char      *text)
{
  gsize ticks = 0;

  while (is_at (self, '`'))
    {
      self->at++;
      ticks++;
    }

  /* One space, or the end of a line, at both sides is not part of the code. */
  if ((is_at (self, ' ') || is_at_line_end (self)) && *text != ' ')
    skip_space (self);
  take_literal (self, text);

  while (self->at < self->end)
    {
      gsize run = 0;

      while (self->at + run < self->end && self->at[run] == '`')
        run++;
      self->at += MAX (run, 1);
      if (run == ticks)
        break;
    }
}

static void
take_break (VslSourceCursor *self,
            const char      *sign)
{
  while (self->at < self->end && !is_at_line_end (self))
    self->at++;

  vsl_text_map_append_atom (self->map, sign, 1, get_place (self), self->at < self->end ? 1 : 0);
  skip_line_end (self);
}

/* Steps over what stands between two marks, or between one and the same. */
static gboolean
skip_between (VslSourceCursor *self,
              char             open,
              char             close)
{
  const char *start = self->at;
  guint depth = 0;

  for (; self->at < self->end; self->at++)
    {
      if (*self->at == '\\' && self->at + 1 < self->end)
        self->at++;
      else if (*self->at == close && (open == close ? self->at > start : --depth == 0))
        {
          self->at++;
          return TRUE;
        }
      else if (*self->at == open)
        depth++;
    }

  self->at = start;

  return FALSE;
}

static void
skip_destination (VslSourceCursor *self)
{
  guint depth = 0;

  if (is_at (self, '<') && skip_between (self, '<', '>'))
    return;

  for (; self->at < self->end && (guchar) *self->at > ' '; self->at++)
    {
      if (*self->at == '\\' && g_ascii_ispunct (self->at[1]))
        self->at++;
      else if (*self->at == '(')
        depth++;
      else if (*self->at == ')' && depth-- == 0)
        return;
    }
}

/* Steps over what follows the text of a link: `(address "title")`, `[label]` or nothing. */
static void
skip_link_tail (VslSourceCursor *self)
{
  const char *start = self->at;

  if (is_at (self, '['))
    {
      skip_between (self, '[', ']');
      return;
    }
  if (!is_at (self, '('))
    return;

  self->at++;
  skip_space (self);
  skip_destination (self);
  skip_space (self);
  if (is_at (self, '"') || is_at (self, '\''))
    skip_between (self, *self->at, *self->at);
  else if (is_at (self, '('))
    skip_between (self, '(', ')');
  skip_space (self);

  if (is_at (self, ')'))
    self->at++;
  else
    self->at = start;
}

static void
leave_link (VslSourceCursor *self,
            cmark_node      *node)
{
  const char *title = cmark_node_get_title (node);
  const char *found;
  const char *start;

  if (is_at (self, '>'))
    self->at++;
  if (!is_at (self, ']'))
    return;

  self->at++;
  start = self->at;
  skip_link_tail (self);
  if (cmark_node_get_type (node) != CMARK_NODE_IMAGE || title == NULL || *title == '\0')
    return;

  /* The caption of a picture is read, where the title of a link is not. */
  vsl_text_map_append_loose (self->map, " ");
  found = g_strstr_len (start, self->at - start, title);
  if (found != NULL)
    vsl_text_map_append (self->map, title, strlen (title), found - self->source);
  else
    vsl_text_map_append_atom (self->map, title, strlen (title), start - self->source,
                              self->at - start);
}

static void
skip_mark (VslSourceCursor *self,
           const char      *marks,
           guint            count)
{
  for (guint i = 0; i < count; i++)
    if (self->at < self->end && *self->at != '\0' && strchr (marks, *self->at) != NULL)
      self->at++;
}

/* The definitions of links at the head of a paragraph are not part of its text. */
static void
skip_definitions (VslSourceCursor *self,
                  cmark_node      *first)
{
  cmark_node *next = first != NULL ? cmark_node_next (first) : NULL;

  if (first == NULL || !is_at (self, '['))
    return;
  if (cmark_node_get_type (first) == CMARK_NODE_TEXT && cmark_node_get_literal (first)[0] == '[')
    return;
  /* `[label]: text` with a label that is defined elsewhere. */
  if (cmark_node_get_type (first) == CMARK_NODE_LINK && next != NULL
      && cmark_node_get_type (next) == CMARK_NODE_TEXT && cmark_node_get_literal (next)[0] == ':')
    return;

  while (is_at (self, '['))
    {
      const char *start = self->at;

      if (!skip_between (self, '[', ']') || !is_at (self, ':'))
        {
          self->at = start;
          return;
        }
      self->at++;
      skip_space (self);
      skip_destination (self);
      skip_blanks (self);
      while (self->at < self->end && !is_at_line_end (self))
        self->at++;
      skip_line_end (self);
    }
}

/**
 * vsl_source_cursor_begin:
 * @self: a cursor at the beginning of @block
 * @block: a paragraph or heading
 *
 * Moves to the first word of @block.
 */
void
vsl_source_cursor_begin (VslSourceCursor *self,
                         cmark_node      *block)
{
  skip_blanks (self);
  if (cmark_node_get_type (block) == CMARK_NODE_PARAGRAPH)
    {
      skip_definitions (self, cmark_node_first_child (block));
      return;
    }

  while (is_at (self, '#'))
    self->at++;
  skip_blanks (self);
}

/**
 * vsl_source_cursor_visit:
 * @self: a cursor
 * @node: a node in the block it follows; all of them are to be visited, in order
 * @entering: whether the node begins here; one without content begins only
 *
 * Appends the text of @node.
 */
void
vsl_source_cursor_visit (VslSourceCursor *self,
                         cmark_node      *node,
                         gboolean         entering)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      take_text (self, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_CODE:
      take_code (self, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_HTML_INLINE:
      take_literal (self, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_SOFTBREAK:
      take_break (self, " ");
      break;
    case CMARK_NODE_LINEBREAK:
      take_break (self, "\n");
      break;
    case CMARK_NODE_EMPH:
      skip_mark (self, "*_", 1);
      break;
    case CMARK_NODE_STRONG:
      skip_mark (self, "*_", 2);
      break;
    case CMARK_NODE_LINK:
      if (entering)
        skip_mark (self, "[<", 1);
      else
        leave_link (self, node);
      break;
    case CMARK_NODE_IMAGE:
      if (entering)
        skip_mark (self, "![", 2);
      else
        leave_link (self, node);
      break;
    default:
      break;
    }
}
