/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-folder-page.h"

#include "cms/vsl-folder-words.h"
#include "markup/vsl-render.h"

/*
 * The three kinds of files of a small publication: an article's page, the front page, the Atom feed
 * (RFC 4287). Links between them are relative and name files, so that the folder works from the disk
 * as well as from any web server. Pure functions; the same input gives the same bytes.
 */

#define HEAD \
  "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n" \
  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" \
  "<meta name=\"generator\" content=\"Verslag\">\n"

/* The way from an article's page to the top; all of them are two folders down. */
#define UP "../../"

/* Text of a document, where only these have a meaning; control characters have none anywhere. */
static void
append_text (GString    *out,
             const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (*text == '&')
        g_string_append (out, "&amp;");
      else if (*text == '<')
        g_string_append (out, "&lt;");
      else if (*text == '>')
        g_string_append (out, "&gt;");
      else if (*text == '"')
        g_string_append (out, "&quot;");
      else if ((guchar) *text >= 0x20 || *text == '\n' || *text == '\t')
        g_string_append_c (out, *text);
    }
}

static void
append_element (GString    *out,
                const char *start,
                const char *text,
                const char *end)
{
  if (*text == '\0')
    return;

  g_string_append (out, start);
  append_text (out, text);
  g_string_append (out, end);
}

static void
append_time (GString    *out,
             const char *language,
             gint64      at)
{
  g_autofree char *iso = vsl_folder_words_dup_iso_date (at);
  g_autofree char *date = vsl_folder_words_dup_date (language, at);

  g_string_append_printf (out, "<time datetime=\"%s\">%s</time>", iso, date);
}

static void
append_head (GString        *out,
             VslFolderEntry *entry,
             const char     *title)
{
  g_string_append_printf (out, HEAD, vsl_folder_words_get (entry->language)->language);
  g_string_append (out, "<title>");
  append_text (out, entry->headline);
  if (*entry->headline != '\0')
    g_string_append (out, " – ");
  append_text (out, title);
  g_string_append (out, "</title>\n");
  append_element (out, "<meta name=\"description\" content=\"", entry->lead, "\">\n");
  append_element (out, "<meta name=\"author\" content=\"", entry->byline, "\">\n");
  if (entry->status != VSL_REMOTE_PUBLISH)
    g_string_append (out, "<meta name=\"robots\" content=\"noindex\">\n");
  g_string_append (out, "<link rel=\"stylesheet\" href=\"" UP "style.css\">\n"
                        "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"" UP
                        "feed.xml\" title=\"Atom\">\n</head>\n");
}

/* The date of publication; and when it was changed on another day, that too. */
static void
append_dates (GString        *out,
              VslFolderEntry *entry)
{
  g_autofree char *published = NULL;
  g_autofree char *updated = NULL;

  if (entry->published_at == 0)
    return;

  published = vsl_folder_words_dup_date (entry->language, entry->published_at);
  updated = vsl_folder_words_dup_date (entry->language, entry->updated_at);
  g_string_append (out, "<p class=\"datum\">");
  append_time (out, entry->language, entry->published_at);
  if (g_strcmp0 (published, updated) != 0)
    {
      g_string_append_printf (out, " · %s ", vsl_folder_words_get (entry->language)->updated);
      append_time (out, entry->language, entry->updated_at);
    }
  g_string_append (out, "</p>\n");
}

static void
append_tags (GString        *out,
             VslFolderEntry *entry)
{
  guint i;

  if (entry->tags[0] == NULL)
    return;

  g_string_append_printf (out, "<footer class=\"onderwerpen\">\n<h2>%s</h2>\n<ul>\n",
                          vsl_folder_words_get (entry->language)->tags);
  for (i = 0; entry->tags[i] != NULL; i++)
    append_element (out, "<li>", entry->tags[i], "</li>\n");
  g_string_append (out, "</ul>\n</footer>\n");
}

/**
 * vsl_folder_page_render:
 * @article: an article
 * @entry: what the folder knows of it; its path is two folders deep
 * @title: the name of the publication
 *
 * Returns: (transfer full): the HTML of its page
 */
char *
vsl_folder_page_render (VslArticle     *article,
                        VslFolderEntry *entry,
                        const char     *title)
{
  g_autofree char *fragment = NULL;
  const VslFolderWords *words;
  GString *out;

  g_return_val_if_fail (VSL_IS_ARTICLE (article) && entry != NULL && title != NULL, NULL);

  words = vsl_folder_words_get (entry->language);
  fragment = vsl_render_article_html (article);
  out = g_string_new (NULL);

  append_head (out, entry, title);
  g_string_append (out, "<body>\n<header class=\"titel\"><a href=\"" UP "index.html\">");
  append_text (out, title);
  g_string_append (out, "</a></header>\n<main>\n");
  if (entry->status != VSL_REMOTE_PUBLISH)
    append_element (out, "<p class=\"concept\">", words->not_public, "</p>\n");
  g_string_append (out, "<article>\n<header>\n");
  append_element (out, "<p class=\"bovenkop\">", entry->kicker, "</p>\n");
  append_element (out, "<h1>", entry->headline, "</h1>\n");
  append_dates (out, entry);
  g_string_append (out, "</header>\n");
  g_string_append (out, fragment);
  append_tags (out, entry);
  g_string_append_printf (out, "</article>\n</main>\n<footer class=\"onderaan\"><a href=\"" UP
                          "index.html\">%s</a></footer>\n</body>\n</html>\n", words->all_articles);

  return g_string_free (out, FALSE);
}

static void
append_index_item (GString        *out,
                   VslFolderEntry *entry)
{
  g_string_append_printf (out, "<article lang=\"%s\">\n",
                          vsl_folder_words_get (entry->language)->language);
  append_element (out, "<p class=\"bovenkop\">", entry->kicker, "</p>\n");
  g_string_append (out, "<h2><a href=\"");
  append_text (out, entry->path);
  g_string_append (out, "\">");
  append_text (out, *entry->headline != '\0' ? entry->headline : entry->path);
  g_string_append (out, "</a></h2>\n");
  append_element (out, "<p>", entry->lead, "</p>\n");
  g_string_append (out, "<p class=\"datum\">");
  append_time (out, entry->language, entry->published_at);
  g_string_append (out, "</p>\n</article>\n");
}

/* What readers may see, the newest first. */
static VslFolderEntry *
get_published (VslFolderState *state,
               guint           index)
{
  VslFolderEntry *entry = state->entries->pdata[index];

  return entry->status == VSL_REMOTE_PUBLISH ? entry : NULL;
}

static const VslFolderWords *
get_words (VslFolderState *state)
{
  guint i;

  for (i = 0; i < state->entries->len; i++)
    if (get_published (state, i) != NULL)
      return vsl_folder_words_get (get_published (state, i)->language);

  return vsl_folder_words_get (NULL);
}

/**
 * vsl_folder_page_render_index:
 * @state: what is in the folder, the newest first
 * @title: the name of the publication
 *
 * The page speaks the language of the newest article.
 *
 * Returns: (transfer full): the HTML of the front page
 */
char *
vsl_folder_page_render_index (VslFolderState *state,
                              const char     *title)
{
  const VslFolderWords *words;
  gboolean any = FALSE;
  GString *out;
  guint i;

  g_return_val_if_fail (state != NULL && title != NULL, NULL);

  words = get_words (state);
  out = g_string_new (NULL);
  g_string_append_printf (out, HEAD, words->language);
  g_string_append (out, "<title>");
  append_text (out, title);
  g_string_append (out, "</title>\n<link rel=\"stylesheet\" href=\"style.css\">\n"
                        "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"feed.xml\" "
                        "title=\"Atom\">\n</head>\n<body class=\"voorpagina\">\n"
                        "<header class=\"titel\"><h1>");
  append_text (out, title);
  g_string_append (out, "</h1></header>\n<main>\n");
  for (i = 0; i < state->entries->len; i++)
    {
      VslFolderEntry *entry = get_published (state, i);

      if (entry == NULL)
        continue;
      append_index_item (out, entry);
      any = TRUE;
    }
  if (!any)
    append_element (out, "<p>", words->nothing_yet, "</p>\n");
  g_string_append_printf (out, "</main>\n<footer class=\"onderaan\"><a href=\"feed.xml\">%s</a>"
                          "</footer>\n</body>\n</html>\n", words->feed);

  return g_string_free (out, FALSE);
}

static void
append_feed_entry (GString        *out,
                   VslFolderEntry *entry,
                   const char     *title)
{
  g_autofree char *published = vsl_folder_words_dup_iso_date (entry->published_at);
  g_autofree char *updated = vsl_folder_words_dup_iso_date (entry->updated_at);
  guint i;

  g_string_append_printf (out, "<entry xml:lang=\"%s\">\n<id>urn:uuid:%s</id>\n<title>",
                          vsl_folder_words_get (entry->language)->language, entry->token);
  append_text (out, entry->headline);
  g_string_append_printf (out, "</title>\n<published>%s</published>\n<updated>%s</updated>\n"
                          "<link rel=\"alternate\" type=\"text/html\" href=\"", published, updated);
  append_text (out, entry->path);
  g_string_append (out, "\"/>\n");
  append_element (out, "<author><name>", *entry->byline != '\0' ? entry->byline : title,
                  "</name></author>\n");
  append_element (out, "<summary>", entry->lead, "</summary>\n");
  for (i = 0; entry->tags[i] != NULL; i++)
    append_element (out, "<category term=\"", entry->tags[i], "\"/>\n");
  g_string_append (out, "</entry>\n");
}

static gint64
get_feed_time (VslFolderState *state)
{
  gint64 at = 0;
  guint i;

  for (i = 0; i < state->entries->len; i++)
    if (get_published (state, i) != NULL)
      at = MAX (at, get_published (state, i)->updated_at);

  return at;
}

/**
 * vsl_folder_page_render_feed:
 * @state: what is in the folder, the newest first
 * @title: the name of the publication
 *
 * Returns: (transfer full): the Atom feed
 */
char *
vsl_folder_page_render_feed (VslFolderState *state,
                             const char     *title)
{
  g_autofree char *updated = NULL;
  GString *out;
  guint i;

  g_return_val_if_fail (state != NULL && title != NULL, NULL);

  updated = vsl_folder_words_dup_iso_date (get_feed_time (state));
  out = g_string_new ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                      "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<id>");
  append_text (out, state->feed_id);
  g_string_append (out, "</id>\n<title>");
  append_text (out, title);
  g_string_append_printf (out, "</title>\n<updated>%s</updated>\n"
                          "<generator>Verslag</generator>\n"
                          "<link rel=\"self\" type=\"application/atom+xml\" href=\"feed.xml\"/>\n"
                          "<link rel=\"alternate\" type=\"text/html\" href=\"index.html\"/>\n",
                          updated);
  for (i = 0; i < state->entries->len; i++)
    if (get_published (state, i) != NULL)
      append_feed_entry (out, get_published (state, i), title);
  g_string_append (out, "</feed>\n");

  return g_string_free (out, FALSE);
}
