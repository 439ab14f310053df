/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-folder-page.h"

#include "cms/vsl-folder-feed.h"
#include "cms/vsl-folder-markup.h"
#include "cms/vsl-folder-words.h"
#include "markup/vsl-json-ld.h"
#include "markup/vsl-render.h"

/*
 * The page of one article. Links between the pages are relative and name files, so that the folder
 * works from the disk as well as from any web server. Pure functions; the same input gives the same
 * bytes.
 */

/* What is planned has its page ready as it will be. */
static gboolean
is_public (VslFolderEntry *entry)
{
  return entry->status == VSL_REMOTE_PUBLISH || entry->status == VSL_REMOTE_FUTURE;
}

static void
append_canonical (GString        *out,
                  VslFolderEntry *entry,
                  const char     *base_url)
{
  g_autofree char *url = NULL;

  if (entry->canonical == NULL && *base_url == '\0')
    return;

  url = entry->canonical != NULL ? g_strdup (entry->canonical) : vsl_folder_feed_dup_url (base_url, entry->path);
  vsl_folder_append_element (out, "<link rel=\"canonical\" href=\"", url, "\">\n");
}

/* The picture that others show beside a link to the page; they need its whole address. */
static void
append_preview (GString        *out,
                VslFolderEntry *entry,
                const char     *base_url)
{
  g_autofree char *url = NULL;

  if (*base_url == '\0')
    return;

  g_string_append (out, "<meta property=\"og:type\" content=\"article\">\n");
  vsl_folder_append_element (out, "<meta property=\"og:title\" content=\"", entry->headline, "\">\n");
  vsl_folder_append_element (out, "<meta property=\"og:description\" content=\"", entry->lead,
                             "\">\n");
  if (*entry->picture == '\0')
    return;
  url = vsl_folder_feed_dup_url (base_url, entry->picture);
  vsl_folder_append_element (out, "<meta property=\"og:image\" content=\"", url, "\">\n");
  vsl_folder_append_element (out, "<meta property=\"og:image:alt\" content=\"", entry->picture_alt,
                             "\">\n");
}

static void
append_json_ld (GString        *out,
                VslArticle     *article,
                VslFolderEntry *entry,
                const char     *title,
                const char     *base_url)
{
  g_autofree char *published = vsl_folder_words_dup_iso_date (entry->published_at);
  g_autofree char *modified = vsl_folder_words_dup_iso_date (entry->updated_at);
  g_autofree char *url =
    *base_url != '\0' ? vsl_folder_feed_dup_url (base_url, entry->path) : NULL;
  const VslJsonLdFacts facts = { url, title, published, modified };
  g_autoptr(JsonNode) root = vsl_json_ld_build (article, &facts);
  g_autofree char *json = json_to_string (root, FALSE);
  const char *at;

  g_string_append (out, "<script type=\"application/ld+json\">");
  /* Inside a script nothing but “<” could end it; it only occurs in texts. */
  for (at = json; *at != '\0'; at++)
    if (*at == '<')
      g_string_append (out, "\\u003c");
    else
      g_string_append_c (out, *at);
  g_string_append (out, "</script>\n");
}

static void
append_head (GString        *out,
             VslArticle     *article,
             VslFolderEntry *entry,
             const char     *title,
             const char     *base_url)
{
  g_string_append_printf (out, VSL_FOLDER_HEAD, vsl_folder_words_get (entry->language)->language);
  g_string_append (out, "<title>");
  vsl_folder_append_text (out, entry->headline);
  if (*entry->headline != '\0')
    g_string_append (out, " – ");
  vsl_folder_append_text (out, title);
  g_string_append (out, "</title>\n");
  vsl_folder_append_element (out, "<meta name=\"description\" content=\"", entry->lead, "\">\n");
  vsl_folder_append_element (out, "<meta name=\"author\" content=\"", entry->byline, "\">\n");
  if (!is_public (entry))
    {
      g_string_append (out, "<meta name=\"robots\" content=\"noindex\">\n");
    }
  else
    {
      append_canonical (out, entry, base_url);
      append_preview (out, entry, base_url);
      append_json_ld (out, article, entry, title, base_url);
    }
  vsl_folder_append_feeds (out, VSL_FOLDER_UP);
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
  vsl_folder_append_time (out, entry->language, entry->published_at);
  if (g_strcmp0 (published, updated) != 0)
    {
      g_string_append_printf (out, " · %s ", vsl_folder_words_get (entry->language)->updated);
      vsl_folder_append_time (out, entry->language, entry->updated_at);
    }
  g_string_append (out, "</p>\n");
}

/* Only a public page has its tags on pages of their own. */
static void
append_tag (GString        *out,
            VslFolderEntry *entry,
            const char     *tag)
{
  g_autofree char *path = NULL;

  if (!is_public (entry))
    {
      vsl_folder_append_element (out, "<li>", tag, "</li>\n");
      return;
    }

  path = vsl_folder_dup_tag_path (tag);
  g_string_append_printf (out, "<li><a href=\"" VSL_FOLDER_UP "%s\" rel=\"tag\">", path);
  vsl_folder_append_text (out, tag);
  g_string_append (out, "</a></li>\n");
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
    append_tag (out, entry, entry->tags[i]);
  g_string_append (out, "</ul>\n</footer>\n");
}

/**
 * vsl_folder_page_render:
 * @article: an article
 * @entry: what the folder knows of it; its path is two folders deep
 * @title: the name of the publication
 * @base_url: where the folder stands on the web, with a slash at its end; empty when it is not known
 *
 * Returns: (transfer full): the HTML of its page
 */
char *
vsl_folder_page_render (VslArticle     *article,
                        VslFolderEntry *entry,
                        const char     *title,
                        const char     *base_url)
{
  g_autofree char *fragment = NULL;
  const VslFolderWords *words;
  GString *out;

  g_return_val_if_fail (VSL_IS_ARTICLE (article) && entry != NULL && title != NULL, NULL);

  words = vsl_folder_words_get (entry->language);
  fragment = vsl_render_article_html (article);
  out = g_string_new (NULL);

  append_head (out, article, entry, title, base_url);
  g_string_append (out, "<body>\n<header class=\"titel\"><a href=\"" VSL_FOLDER_UP "index.html\">");
  vsl_folder_append_text (out, title);
  g_string_append (out, "</a></header>\n<main>\n");
  if (!is_public (entry))
    vsl_folder_append_element (out, "<p class=\"concept\">", words->not_public, "</p>\n");
  g_string_append (out, "<article>\n<header>\n");
  vsl_folder_append_element (out, "<p class=\"bovenkop\">", entry->kicker, "</p>\n");
  vsl_folder_append_element (out, "<h1>", entry->headline, "</h1>\n");
  append_dates (out, entry);
  g_string_append (out, "</header>\n");
  g_string_append (out, fragment);
  append_tags (out, entry);
  g_string_append_printf (out, "</article>\n</main>\n<footer class=\"onderaan\"><a href=\"" VSL_FOLDER_UP
                          "index.html\">%s</a></footer>\n</body>\n</html>\n", words->all_articles);

  return g_string_free (out, FALSE);
}
