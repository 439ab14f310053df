/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-raw.h"

#include <string.h>

/*
 * What raw fences hold: HTML, or the block mark-up of WordPress, which is HTML with comments around
 * every block. Nothing here judges or changes it; it is copied, or its text is looked up.
 */

/* Elements that stand in running text; every other one sets its text apart. */
static const char * const phrasing[] = {
  "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
  "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
  "wbr", NULL
};

/* Elements whose content nobody reads. */
static const char * const hidden[] = { "script", "style", "template", NULL };

static const char *
find_string (const char *text,
             const char *end,
             const char *string)
{
  return text < end ? g_strstr_len (text, end - text, string) : NULL;
}

/* Returns: the end of the comment that delimits a block and begins at @text; NULL when none does.
 * @last is where the last comment ends: without it, comments that never end would each be followed
 * to the end of the text. */
static const char *
find_delimiter_end (const char *text,
                    const char *end,
                    const char *last)
{
  const char *p = text + strlen ("<!--");
  const char *word;

  for (word = p; word < end && g_ascii_isspace (*word); word++)
    ;
  if (word == p || last == NULL || word > last)
    return NULL;
  if (word < end && *word == '/')
    word++;
  if (end - word < 3 || strncmp (word, "wp:", 3) != 0)
    return NULL;

  p = find_string (word, end, "-->");

  return p != NULL ? p + 3 : NULL;
}

static const char *
find_tag_end (const char *text,
              const char *end)
{
  char quote = '\0';

  for (; text < end; text++)
    {
      if (quote != '\0')
        {
          if (*text == quote)
            quote = '\0';
        }
      else if (*text == '>')
        return text + 1;
      else if (*text == '"' || *text == '\'')
        quote = *text;
    }

  return end;
}

static gboolean
is_in (const char         *name,
       gsize               length,
       const char * const *list)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (strlen (list[i]) == length && g_ascii_strncasecmp (list[i], name, length) == 0)
      return TRUE;

  return FALSE;
}

/* Steps over the tag or comment at self->at. Returns: FALSE when there is none. */
static gboolean
skip_tag (VslRawText *self)
{
  const char *text = self->html + self->at;
  const char *end = self->html + self->html_length;
  const char *name = text + 1;
  const char *next;
  gsize length = 0;

  if (g_str_has_prefix (text, "<!--"))
    {
      next = find_string (text + 4, end, "-->");
      self->at = next != NULL ? (gsize) (next + 3 - self->html) : self->html_length;
      return TRUE;
    }

  if (name < end && *name == '/')
    name++;
  while (name + length < end && (g_ascii_isalnum (name[length]) || name[length] == '-'))
    length++;
  if (length == 0 && *name != '!' && *name != '?')
    return FALSE;

  next = find_tag_end (name + length, end);
  if (is_in (name, length, hidden) && text[1] != '/')
    {
      g_autofree char *closing = g_strdup_printf ("</%.*s", (int) length, name);
      const char *close = find_string (next, end, closing);

      next = close != NULL ? find_tag_end (close, end) : end;
    }

  if (!is_in (name, length, phrasing))
    self->breaks = TRUE;
  self->at = next - self->html;

  return TRUE;
}

/**
 * vsl_raw_dup_code_class:
 * @node: a code block
 *
 * Returns: (transfer full) (nullable): the class that tells in which language the code is, as HTML
 *   advises; %NULL when the block does not say so in plain letters
 */
char *
vsl_raw_dup_code_class (cmark_node *node)
{
  const char *info = cmark_node_get_fence_info (node);
  gsize length = info != NULL ? strcspn (info, " \t") : 0;

  if (length == 0 || strspn (info, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_-") != length)
    return NULL;

  return g_strdup_printf ("language-%.*s", (int) length, info);
}

/**
 * vsl_raw_has_delimiters:
 * @html: HTML
 * @length: its length in bytes
 *
 * Returns: whether it holds comments that delimit blocks
 */
gboolean
vsl_raw_has_delimiters (const char *html,
                        gsize       length)
{
  const char *end = html + length;
  const char *comment = html;
  const char *last = g_strrstr_len (html, length, "-->");

  while ((comment = find_string (comment, end, "<!--")) != NULL)
    {
      if (find_delimiter_end (comment, end, last) != NULL)
        return TRUE;
      comment += 4;
    }

  return FALSE;
}

/**
 * vsl_raw_append_without_delimiters:
 * @out: where to
 * @html: block mark-up
 * @length: its length in bytes
 *
 * Writes block mark-up as the HTML that a site shows for it: without the comments that delimit the
 * blocks, otherwise byte for byte. A block that only the site can render leaves nothing.
 */
void
vsl_raw_append_without_delimiters (GString    *out,
                                   const char *html,
                                   gsize       length)
{
  const char *end = html + length;
  const char *comment = html;
  const char *last = g_strrstr_len (html, length, "-->");

  while ((comment = find_string (comment, end, "<!--")) != NULL)
    {
      const char *after = find_delimiter_end (comment, end, last);

      if (after == NULL)
        {
          comment += 4;
          continue;
        }
      g_string_append_len (out, html, comment - html);
      html = comment = after;
    }

  g_string_append_len (out, html, end - html);
}

/**
 * vsl_raw_text_init:
 * @self: what to begin
 * @html: HTML
 * @length: its length in bytes
 *
 * Begins to read the text in @html, which must stay where it is.
 */
void
vsl_raw_text_init (VslRawText *self,
                   const char *html,
                   gsize       length)
{
  memset (self, 0, sizeof *self);
  self->html = html;
  self->html_length = length;
}

/**
 * vsl_raw_text_next:
 * @self: what was begun
 *
 * Finds the next stretch of text: what a reader would see, up to the next tag, comment, entity or
 * end of a line. An entity is a stretch of its own; see vsl_raw_dup_entity().
 *
 * Returns: %FALSE when there is no more
 */
gboolean
vsl_raw_text_next (VslRawText *self)
{
  self->breaks = FALSE;

  while (self->at < self->html_length)
    {
      const char *text = self->html + self->at;
      gsize rest = self->html_length - self->at;
      gsize length;

      if (*text == '<' && skip_tag (self))
        continue;

      length = 1 + MIN (strcspn (text + 1, "<&\r\n"), rest - 1);
      if (*text == '&')
        {
          gsize name = 1 + strspn (text + 1, "#" G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS);

          length = name < rest && text[name] == ';' ? name + 1 : 1;
        }

      self->start = self->at;
      self->length = length;
      self->at += length;
      return TRUE;
    }

  return FALSE;
}

/**
 * vsl_raw_dup_entity:
 * @entity: a character reference, from & to ;
 * @length: its length in bytes
 *
 * Returns: (transfer full) (nullable): what it stands for; %NULL when it stands for nothing
 */
char *
vsl_raw_dup_entity (const char *entity,
                    gsize       length)
{
  cmark_node *root = cmark_parse_document (entity, length, CMARK_OPT_DEFAULT);
  cmark_node *text = cmark_node_first_child (root);
  char *result = NULL;

  /* cmark has the whole table of HTML. */
  if (text != NULL && (text = cmark_node_first_child (text)) != NULL
      && cmark_node_get_type (text) == CMARK_NODE_TEXT)
    result = g_strdup (cmark_node_get_literal (text));
  cmark_node_free (root);

  if (result != NULL && strlen (result) == length && strncmp (result, entity, length) == 0)
    g_clear_pointer (&result, g_free);

  return result;
}
