/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-blocks-reader.h"

#include "core/vsl-article-builder.h"
#include "markup/vsl-raw.h"
#include "markup/vsl-render.h"

#include <string.h>

/*
 * Blocks of WordPress back into Markdown. Whatever is made of a block is rendered again, and is taken only
 * when that gives the block byte for byte: so what is guessed here can be incomplete, but never wrong.
 */

/* Opens 1, closes -1, neither 0; sets where the comment ends. */
static int
read_delimiter (const char  *comment,
                const char **end)
{
  const char *close = strstr (comment, "-->");

  if (close == NULL)
    {
      *end = comment + strlen (comment);
      return 0;
    }
  *end = close + 3;
  if (g_str_has_prefix (comment, "<!-- /wp:"))
    return -1;
  if (g_str_has_prefix (comment, "<!-- wp:") && close[-1] != '/')
    return 1;

  return 0;
}

static void
add_part (GPtrArray  *parts,
          const char *start,
          const char *end)
{
  char *part = g_strstrip (g_strndup (start, (gsize) (end - start)));

  if (*part != '\0')
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

/**
 * vsl_blocks_reader_split:
 * @content: the content of a post
 *
 * Returns: (transfer full): its outermost blocks, each as it stands there; what is outside of blocks is a
 *   part of its own
 */
char **
vsl_blocks_reader_split (const char *content)
{
  GPtrArray *parts = g_ptr_array_new ();
  const char *start = content;
  const char *at = content;
  int depth = 0;

  while ((at = strstr (at, "<!-- ")) != NULL)
    {
      const char *end;
      int step = read_delimiter (at, &end);

      if (depth == 0 && (step == 1 || g_str_has_prefix (at, "<!-- wp:")))
        {
          add_part (parts, start, at);
          start = at;
        }
      depth = MAX (depth + step, 0);
      if (depth == 0 && (step == -1 || g_str_has_prefix (at, "<!-- wp:")))
        {
          add_part (parts, start, end);
          start = end;
        }
      at = end;
    }
  add_part (parts, start, start + strlen (start));
  g_ptr_array_add (parts, NULL);

  return (char **) g_ptr_array_free (parts, FALSE);
}

/* The text between two tags, when @html is that and nothing else. */
static char *
dup_between (const char *html,
             const char *before,
             const char *after)
{
  gsize length = strlen (html);

  if (!g_str_has_prefix (html, before) || !g_str_has_suffix (html, after) ||
      length < strlen (before) + strlen (after))
    return NULL;

  return g_strndup (html + strlen (before), length - strlen (before) - strlen (after));
}

/* What is between the delimiters of a block. */
static char *
dup_inner (const char *block)
{
  const char *start = strstr (block, "-->");
  const char *end = g_strrstr (block, "<!-- /wp:");

  if (start == NULL || end == NULL || end < start + 3)
    return g_strdup ("");

  return g_strstrip (g_strndup (start + 3, (gsize) (end - start - 3)));
}

static const struct
{
  const char *html;
  const char *markdown;
} tags[] = {
  { "<strong>", "**" }, { "</strong>", "**" }, { "<em>", "*" }, { "</em>", "*" },
  { "<code>", "`" }, { "</code>", "`" }, { "<br>", "\\\n" },
};

static gboolean
append_tag (GString     *out,
            const char **at)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_str_has_prefix (*at, tags[i].html))
      {
        g_string_append (out, tags[i].markdown);
        *at += strlen (tags[i].html);
        return TRUE;
      }

  return FALSE;
}

/* A link keeps its address on a stack of one: links do not nest. */
static gboolean
append_link (GString     *out,
             const char **at,
             char       **address)
{
  const char *end;

  if (g_str_has_prefix (*at, "</a>") && *address != NULL)
    {
      g_string_append_printf (out, "](%s)", *address);
      g_clear_pointer (address, g_free);
      *at += strlen ("</a>");
      return TRUE;
    }
  if (!g_str_has_prefix (*at, "<a href=\"") || *address != NULL)
    return FALSE;

  *at += strlen ("<a href=\"");
  end = strstr (*at, "\">");
  if (end == NULL)
    return FALSE;
  *address = g_strndup (*at, (gsize) (end - *at));
  g_string_append_c (out, '[');
  *at = end + 2;

  return TRUE;
}

static void
append_entity (GString     *out,
               const char **at,
               gboolean     markdown)
{
  gsize length = 1 + strcspn (*at + 1, "; <&");
  g_autofree char *text = (*at)[length] == ';' ? vsl_raw_dup_entity (*at, length + 1) : NULL;

  if (text == NULL)
    {
      g_string_append (out, markdown ? "\\&" : "&");
      *at += 1;
      return;
    }
  if (markdown && strlen (text) == 1 && strchr ("<>&[]*_`\\", *text) != NULL)
    g_string_append_c (out, '\\');
  g_string_append (out, text);
  *at += length + 1;
}

/* NULL when there is something in it that is not known here. */
static char *
dup_inline (const char *html)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autofree char *address = NULL;
  const char *at = html;

  while (*at != '\0')
    if (*at == '<')
      {
        if (!append_tag (out, &at) && !append_link (out, &at, &address))
          return NULL;
      }
    else if (*at == '&')
      {
        append_entity (out, &at, TRUE);
      }
    else
      {
        if (strchr ("*_`[]\\", *at) != NULL)
          g_string_append_c (out, '\\');
        g_string_append_c (out, *at++);
      }

  return address == NULL ? g_strdup (out->str) : NULL;
}

static char *
read_heading (const char *inner)
{
  int level;

  for (level = 2; level <= 6; level++)
    {
      g_autofree char *before = g_strdup_printf ("<h%d class=\"wp-block-heading\">", level);
      g_autofree char *after = g_strdup_printf ("</h%d>", level);
      g_autofree char *html = dup_between (inner, before, after);
      g_autofree char *text = html != NULL ? dup_inline (html) : NULL;

      if (text != NULL)
        return g_strconcat (&"######"[6 - level], " ", text, NULL);
    }

  return NULL;
}

static char *
read_list (const char *inner)
{
  g_autofree char *html = dup_between (inner, "<ul class=\"wp-block-list\">", "</ul>");
  g_auto(GStrv) items = html != NULL ? vsl_blocks_reader_split (html) : NULL;
  g_autoptr(GString) out = g_string_new (NULL);
  guint i;

  for (i = 0; items != NULL && items[i] != NULL; i++)
    {
      g_autofree char *item = dup_inner (items[i]);
      g_autofree char *content = dup_between (item, "<li>", "</li>");
      g_autofree char *text = content != NULL ? dup_inline (content) : NULL;

      if (text == NULL)
        return NULL;
      g_string_append_printf (out, "%s- %s", i > 0 ? "\n" : "", text);
    }

  return out->len > 0 ? g_strdup (out->str) : NULL;
}

static char *
read_quote (const char *inner)
{
  g_autofree char *html = dup_between (inner, "<blockquote class=\"wp-block-quote\">", "</blockquote>");
  g_auto(GStrv) blocks = html != NULL ? vsl_blocks_reader_split (html) : NULL;
  g_autoptr(GString) out = g_string_new (NULL);
  guint i;

  for (i = 0; blocks != NULL && blocks[i] != NULL; i++)
    {
      g_autofree char *paragraph = dup_inner (blocks[i]);
      g_autofree char *content = dup_between (paragraph, "<p>", "</p>");
      g_autofree char *text = content != NULL ? dup_inline (content) : NULL;

      if (text == NULL || strchr (text, '\n') != NULL)
        return NULL;
      g_string_append_printf (out, "%s> %s", i > 0 ? "\n>\n" : "", text);
    }

  return out->len > 0 ? g_strdup (out->str) : NULL;
}

static char *
read_pullquote (const char *inner)
{
  g_autofree char *html = dup_between (inner, "<figure class=\"wp-block-pullquote\"><blockquote><p>",
                                       "</blockquote></figure>");
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  char *end, *cite;

  if (html == NULL || (end = strstr (html, "</p>")) == NULL)
    return NULL;
  *end = '\0';
  cite = end + strlen ("</p>");
  words = dup_inline (html);
  if (g_str_has_prefix (cite, "<cite>") && g_str_has_suffix (cite, "</cite>"))
    {
      g_autofree char *content = dup_between (cite, "<cite>", "</cite>");

      name = dup_inline (content);
    }
  else if (*cite != '\0')
    {
      return NULL;
    }
  if (words == NULL)
    return NULL;

  return g_strconcat ("::: streamer\n", words, name != NULL ? "\n\n" : "", name != NULL ? name : "", "\n:::",
                      NULL);
}

static char *
guess (const char *block)
{
  g_autofree char *inner = dup_inner (block);
  g_autofree char *paragraph = dup_between (inner, "<p>", "</p>");
  char *markdown = paragraph != NULL ? dup_inline (paragraph) : NULL;

  if (markdown == NULL)
    markdown = read_heading (inner);
  if (markdown == NULL)
    markdown = read_list (inner);
  if (markdown == NULL)
    markdown = read_quote (inner);
  if (markdown == NULL)
    markdown = read_pullquote (inner);

  return markdown;
}

/**
 * vsl_blocks_reader_to_markdown:
 * @block: a block as it stands in a post
 *
 * Returns: (transfer full) (nullable): the Markdown that gives exactly this block; %NULL when there is none
 *   that is known here
 */
char *
vsl_blocks_reader_to_markdown (const char *block)
{
  g_autofree char *markdown = NULL;
  g_autofree char *again = NULL;
  g_autoptr(VslArticle) article = NULL;
  VslArticleBuilder *builder;

  g_return_val_if_fail (block != NULL, NULL);

  markdown = guess (block);
  if (markdown == NULL)
    return NULL;

  builder = vsl_article_builder_new (NULL);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, markdown);
  article = vsl_article_builder_end (builder);
  again = vsl_render_article_blocks (article, NULL);

  return strcmp (again, block) == 0 ? g_steal_pointer (&markdown) : NULL;
}

/**
 * vsl_blocks_reader_to_text:
 * @block: a paragraph as it stands in a post
 *
 * Returns: (transfer full) (nullable): its plain text, with its lines; %NULL when there is more in it
 */
char *
vsl_blocks_reader_to_text (const char *block)
{
  g_autofree char *inner = dup_inner (block);
  g_autoptr(GString) out = g_string_new (NULL);
  const char *at = strchr (inner, '>');
  char *end = g_strrstr (inner, "</p>");

  if (!g_str_has_prefix (inner, "<p") || at == NULL || end == NULL || end < at)
    return NULL;

  *end = '\0';
  for (at++; *at != '\0';)
    if (g_str_has_prefix (at, "<br>"))
      {
        g_string_append_c (out, '\n');
        at += strlen ("<br>");
      }
    else if (*at == '<')
      {
        return NULL;
      }
    else if (*at == '&')
      {
        append_entity (out, &at, FALSE);
      }
    else
      {
        g_string_append_c (out, *at++);
      }

  return g_strdup (out->str);
}

/**
 * vsl_blocks_reader_to_raw:
 * @block: a block as it stands in a post
 *
 * Returns: (transfer full): Markdown that keeps it byte for byte
 */
char *
vsl_blocks_reader_to_raw (const char *block)
{
  g_autoptr(GString) fence = g_string_new ("```");

  g_return_val_if_fail (block != NULL, NULL);

  while (strstr (block, fence->str) != NULL)
    g_string_append_c (fence, '`');

  return g_strconcat (fence->str, "{=blocks}\n", block, "\n", fence->str, NULL);
}
