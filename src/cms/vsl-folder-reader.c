/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-folder-reader.h"

#include "cms/vsl-cms-error.h"
#include "core/vsl-article-builder.h"
#include "markup/vsl-article-reader.h"
#include "markup/vsl-blocks-reader.h"
#include "markup/vsl-render.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * What somebody made of one of our pages in a folder, as an article again: element by element, as on the other
 * sites. A page that was written anew and has no article of ours in it is not read.
 */

static char *
dup_between (const char *html,
             const char *before,
             const char *after)
{
  const char *start = strstr (html, before);
  const char *end = start != NULL ? strstr (start + strlen (before), after) : NULL;

  return end != NULL ? g_strndup (start + strlen (before), (gsize) (end - start) - strlen (before)) : NULL;
}

/* A start tag opens 1, an end tag -1; what has no end tag, comments and the like 0. */
static int
get_step (const char *tag,
          const char *end)
{
  static const char *const empty[] = { "br", "hr", "img", "input", "meta", "link", "source", "wbr", "col", NULL };
  g_autofree char *name = NULL;
  gsize length;

  if (tag[1] == '/')
    return -1;
  length = strspn (tag + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
  name = g_ascii_strdown (tag + 1, (gssize) length);

  return length == 0 || end[-1] == '/' || g_strv_contains (empty, name) ? 0 : 1;
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

/* The outermost elements, each as it stands there. */
static char **
split (const char *html)
{
  GPtrArray *parts = g_ptr_array_new ();
  const char *start = html;
  const char *at = html;
  int depth = 0;

  while ((at = strchr (at, '<')) != NULL)
    {
      const char *end = strchr (at, '>');
      int step;

      if (end == NULL)
        break;
      step = get_step (at, end);
      if (depth == 0 && step >= 0)
        {
          add_part (parts, start, at);
          start = at;
        }
      depth = MAX (depth + step, 0);
      at = end + 1;
      if (depth == 0)
        {
          add_part (parts, start, at);
          start = at;
        }
    }
  add_part (parts, start, start + strlen (start));
  g_ptr_array_add (parts, NULL);

  return (char **) g_ptr_array_free (parts, FALSE);
}

static char **
render (VslArticle *article)
{
  g_autofree char *html = vsl_render_article_html (article);

  return split (html);
}

/* Where a picture stands is of the folder; it is known by its words. */
static char *
make_key (const char *block)
{
  g_autoptr(GRegex) regex = g_regex_new (" (src|srcset|sizes|width|height|style|loading)=\"[^\"]*\"", 0, 0, NULL);

  if (strstr (block, "<img") == NULL)
    return g_strdup (block);

  return g_regex_replace_literal (regex, block, -1, 0, "", 0, NULL);
}

static char *
inline_to_markdown (const char *html)
{
  g_autofree char *block = g_strdup_printf ("<!-- wp:paragraph -->\n<p>%s</p>\n<!-- /wp:paragraph -->", html);

  return vsl_blocks_reader_to_markdown (block);
}

static char *
guess (const char *block)
{
  g_autofree char *paragraph = g_str_has_prefix (block, "<p>") ? dup_between (block, "<p>", "</p>") : NULL;
  int level = block[1] == 'h' ? block[2] - '0' : 0;
  g_autofree char *end = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (paragraph != NULL)
    return inline_to_markdown (paragraph);
  if (level < 1 || level > 6 || block[3] != '>')
    return NULL;

  end = g_strdup_printf ("</h%d>", level);
  title = dup_between (block, ">", end);
  text = title != NULL ? inline_to_markdown (title) : NULL;

  return text != NULL ? g_strconcat (&"######"[6 - level], " ", text, NULL) : NULL;
}

/* Rendered again, so that a guess is never wrong: what does not give the same stays as it is there. */
static char *
to_markdown (const char *block)
{
  g_autofree char *markdown = guess (block);
  g_autofree char *again = markdown != NULL ? vsl_render_body_html (markdown) : NULL;

  return again != NULL && strcmp (g_strstrip (again), block) == 0 ? g_steal_pointer (&markdown) : NULL;
}

static char *
to_raw (const char *block)
{
  g_autoptr(GString) fence = g_string_new ("```");

  while (strstr (block, fence->str) != NULL)
    g_string_append_c (fence, '`');

  return g_strconcat (fence->str, "{=html}\n", block, "\n", fence->str, NULL);
}

static char *
to_text (const char *html)
{
  g_autofree char *block = g_strdup_printf ("<!-- wp:paragraph -->\n<p>%s</p>\n<!-- /wp:paragraph -->", html);

  return vsl_blocks_reader_to_text (block);
}

static gboolean
take_head (VslArticle  *base,
           const char  *block,
           VslField     ours,
           char       **texts,
           guint       *left)
{
  gboolean lead = g_str_has_prefix (block, "<p class=\"inleiding\">");
  gboolean line = g_str_has_prefix (block, "<p class=\"door\">") || g_str_has_prefix (block, "<p class=\"beeld\">");
  g_autofree char *inner = NULL;
  g_autofree char *text = NULL;

  /* The picture at the head is among the pictures of the article. */
  if (g_str_has_prefix (block, "<figure class=\"foto\">"))
    return TRUE;
  if (g_str_has_prefix (block, "<aside class=\"deelnemers\">"))
    {
      *left = 1;
      return TRUE;
    }
  if (!lead && !line)
    return FALSE;

  inner = dup_between (block, ">", "</p>");
  text = inner != NULL ? to_text (inner) : NULL;
  if (text != NULL && lead)
    vsl_article_reader_add_text (texts, VSL_FIELD_LEAD, text);
  else if (text == NULL || !vsl_article_reader_take_line (base, text, texts))
    *left = 1;

  return TRUE;
}

static const VslArticleSyntax syntax = { render, make_key, to_markdown, to_raw, take_head };

/* The fields that stand in the head of the page. */
static VslArticle *
with_kicker (VslArticle *article,
             const char *head)
{
  g_autofree char *html = dup_between (head, "<p class=\"bovenkop\">", "</p>");
  g_autofree char *kicker = to_text (html != NULL ? html : "");
  VslArticleBuilder *builder = vsl_article_builder_new (article);

  if (kicker != NULL)
    vsl_article_builder_set_text (builder, VSL_FIELD_KICKER, kicker);

  return vsl_article_builder_end (builder);
}

/**
 * vsl_folder_reader_read:
 * @base: the article as we last sent it
 * @text: what is there now: a page
 * @n_left: (out): how many changes have no place in an article of ours
 * @error: return location for an error
 *
 * Any thread.
 *
 * Returns: (transfer full): the article as it is there; %NULL with %VSL_CMS_ERROR_FAILED when the page is
 *   not one of ours any more
 */
VslArticle *
vsl_folder_reader_read (VslArticle     *base,
                        VslRemoteText  *text,
                        guint          *n_left,
                        GError        **error)
{
  g_autofree char *page = NULL;
  g_autofree char *head = NULL;
  g_autofree char *title = NULL;
  g_autofree char *headline = NULL;
  g_auto(GStrv) blocks = NULL;
  g_autoptr(VslArticle) article = NULL;
  const char *start;
  char *footer;

  g_return_val_if_fail (VSL_IS_ARTICLE (base) && VSL_IS_REMOTE_TEXT (text), NULL);

  page = dup_between (vsl_remote_text_get_content (text), "<article>", "</article>");
  head = page != NULL ? dup_between (page, "<header>", "</header>") : NULL;
  title = head != NULL ? dup_between (head, "<h1>", "</h1>") : NULL;
  headline = title != NULL ? to_text (title) : NULL;
  if (headline == NULL)
    {
      g_set_error_literal (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                           _("What is on the site cannot be read back. It is kept here: copy from it what should "
                             "stay, and put ours there."));
      return NULL;
    }

  footer = g_strrstr (page, "<footer class=\"onderwerpen\">");
  if (footer != NULL)
    *footer = '\0';
  start = strstr (page, "</header>") + strlen ("</header>");
  blocks = split (start);
  article = vsl_article_reader_read (base, &syntax, headline, blocks, n_left);

  return with_kicker (article, head);
}
