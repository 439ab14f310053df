/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-html-page.h"

#include "core/vsl-text.h"
#include "markup/vsl-render.h"

static void
append_meta (GString    *out,
             const char *name,
             const char *content)
{
  g_autofree char *clean = vsl_text_collapse_spaces (content);
  g_autofree char *escaped = g_markup_escape_text (clean, -1);

  if (*clean != '\0')
    g_string_append_printf (out, "<meta name=\"%s\" content=\"%s\">\n", name, escaped);
}

static void
append_element (GString    *out,
                const char *open,
                const char *text,
                const char *close)
{
  g_autofree char *clean = vsl_text_collapse_spaces (text);
  g_autofree char *escaped = g_markup_escape_text (clean, -1);

  if (*clean != '\0')
    g_string_append_printf (out, "%s%s%s\n", open, escaped, close);
}

/* A page must have a title; where there is no headline the event or the first words stand for it. */
static char *
dup_title (VslArticle *article)
{
  static const VslField fields[] = { VSL_FIELD_HEADLINE, VSL_FIELD_EVENT, VSL_FIELD_KICKER,
                                     VSL_FIELD_LEAD };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = vsl_article_get_text (article, fields[i]);

      if (!vsl_text_is_blank (text))
        return g_strdup (text);
    }

  return g_strdup ("–");
}

/**
 * vsl_html_page_write:
 * @article: an article
 *
 * Writes a whole HTML page that stands on its own, with the language of the article and its metadata.
 *
 * Returns: (transfer full): the page
 */
char *
vsl_html_page_write (VslArticle *article)
{
  g_autoptr(GString) out = g_string_new ("<!DOCTYPE html>\n");
  g_autofree char *language = g_markup_escape_text (vsl_article_get_language (article), -1);
  g_autofree char *title = dup_title (article);
  g_autofree char *tags = g_strjoinv (", ", (char **) vsl_article_get_tags (article));
  g_autofree char *content = vsl_render_article_html (article);

  g_string_append_printf (out, "<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", language);
  g_string_append (out,
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  append_element (out, "<title>", title, "</title>");
  append_meta (out, "description", vsl_article_get_text (article, VSL_FIELD_LEAD));
  append_meta (out, "author", vsl_article_get_text (article, VSL_FIELD_BYLINE));
  append_meta (out, "keywords", tags);
  g_string_append (out, "</head>\n<body>\n<article>\n");
  append_element (out, "<p class=\"kicker\">", vsl_article_get_text (article, VSL_FIELD_KICKER),
                  "</p>");
  append_element (out, "<h1>", vsl_article_get_text (article, VSL_FIELD_HEADLINE), "</h1>");
  g_string_append (out, content);
  if (!g_str_has_suffix (content, "\n"))
    g_string_append_c (out, '\n');
  g_string_append (out, "</article>\n</body>\n</html>\n");

  return g_string_free (g_steal_pointer (&out), FALSE);
}
