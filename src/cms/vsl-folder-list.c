/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-folder-list.h"

#include "cms/vsl-folder-markup.h"
#include "cms/vsl-folder-words.h"

#include <string.h>

/* The pages that list articles: the front page, and one for each tag. Pure functions. */

#define UP "../../"

static void
append_item (GString        *out,
             VslFolderEntry *entry,
             const char     *up)
{
  g_string_append_printf (out, "<article lang=\"%s\">\n",
                          vsl_folder_words_get (entry->language)->language);
  vsl_folder_append_element (out, "<p class=\"bovenkop\">", entry->kicker, "</p>\n");
  g_string_append_printf (out, "<h2><a href=\"%s", up);
  vsl_folder_append_text (out, entry->path);
  g_string_append (out, "\">");
  vsl_folder_append_text (out, *entry->headline != '\0' ? entry->headline : entry->path);
  g_string_append (out, "</a></h2>\n");
  vsl_folder_append_element (out, "<p>", entry->lead, "</p>\n");
  g_string_append (out, "<p class=\"datum\">");
  vsl_folder_append_time (out, entry->language, entry->published_at);
  g_string_append (out, "</p>\n</article>\n");
}

static const VslFolderWords *
get_words (VslFolderState *state)
{
  guint i;

  for (i = 0; i < state->entries->len; i++)
    if (vsl_folder_get_published (state, i) != NULL)
      return vsl_folder_words_get (vsl_folder_get_published (state, i)->language);

  return vsl_folder_words_get (NULL);
}

static gboolean
has_tag (VslFolderEntry *entry,
         const char     *path)
{
  guint i;

  for (i = 0; entry->tags[i] != NULL; i++)
    {
      g_autofree char *other = vsl_folder_dup_tag_path (entry->tags[i]);

      if (strcmp (other, path) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
append_items (GString        *out,
              VslFolderState *state,
              const char     *tag,
              const char     *up)
{
  g_autofree char *path = tag != NULL ? vsl_folder_dup_tag_path (tag) : NULL;
  gboolean any = FALSE;
  guint i;

  for (i = 0; i < state->entries->len; i++)
    {
      VslFolderEntry *entry = vsl_folder_get_published (state, i);

      if (entry == NULL || (path != NULL && !has_tag (entry, path)))
        continue;
      append_item (out, entry, up);
      any = TRUE;
    }
  if (!any)
    vsl_folder_append_element (out, "<p>", get_words (state)->nothing_yet, "</p>\n");
}

/**
 * vsl_folder_list_render_index:
 * @state: what is in the folder, the newest first
 * @title: the name of the publication
 *
 * The page speaks the language of the newest article.
 *
 * Returns: (transfer full): the HTML of the front page
 */
char *
vsl_folder_list_render_index (VslFolderState *state,
                              const char     *title)
{
  const VslFolderWords *words;
  GString *out;

  g_return_val_if_fail (state != NULL && title != NULL, NULL);

  words = get_words (state);
  out = g_string_new (NULL);
  g_string_append_printf (out, VSL_FOLDER_HEAD, words->language);
  g_string_append (out, "<title>");
  vsl_folder_append_text (out, title);
  g_string_append (out, "</title>\n");
  if (*state->base_url != '\0')
    vsl_folder_append_element (out, "<link rel=\"canonical\" href=\"", state->base_url, "\">\n");
  vsl_folder_append_feeds (out, "");
  g_string_append (out, "<body class=\"voorpagina\">\n<header class=\"titel\"><h1>");
  vsl_folder_append_text (out, title);
  g_string_append (out, "</h1></header>\n<main>\n");
  append_items (out, state, NULL, "");
  g_string_append_printf (out, "</main>\n<footer class=\"onderaan\"><a href=\"feed.xml\">%s</a>"
                          "</footer>\n</body>\n</html>\n", words->feed);

  return g_string_free (out, FALSE);
}

/**
 * vsl_folder_list_render_tag:
 * @state: what is in the folder, the newest first
 * @title: the name of the publication
 * @tag: a tag, as the newest article has it
 *
 * Returns: (transfer full): the HTML of the page with the articles of that tag; it is two folders
 *   deep
 */
char *
vsl_folder_list_render_tag (VslFolderState *state,
                            const char     *title,
                            const char     *tag)
{
  const VslFolderWords *words;
  GString *out;

  g_return_val_if_fail (state != NULL && title != NULL && tag != NULL, NULL);

  words = get_words (state);
  out = g_string_new (NULL);
  g_string_append_printf (out, VSL_FOLDER_HEAD, words->language);
  g_string_append (out, "<title>");
  vsl_folder_append_text (out, tag);
  g_string_append (out, " – ");
  vsl_folder_append_text (out, title);
  g_string_append (out, "</title>\n");
  vsl_folder_append_feeds (out, UP);
  g_string_append (out, "<body class=\"voorpagina\">\n<header class=\"titel\"><a href=\"" UP
                        "index.html\">");
  vsl_folder_append_text (out, title);
  g_string_append (out, "</a></header>\n<main>\n<h1>");
  vsl_folder_append_text (out, tag);
  g_string_append (out, "</h1>\n");
  append_items (out, state, tag, UP);
  g_string_append_printf (out, "</main>\n<footer class=\"onderaan\"><a href=\"" UP "index.html\">%s"
                          "</a></footer>\n</body>\n</html>\n", words->all_articles);

  return g_string_free (out, FALSE);
}

/**
 * vsl_folder_list_dup_tags:
 * @state: what is in the folder, the newest first
 *
 * Returns: (transfer full) (element-type utf8 utf8): the path of its page → a tag that readers may see
 */
GHashTable *
vsl_folder_list_dup_tags (VslFolderState *state)
{
  GHashTable *tags;
  guint i, t;

  g_return_val_if_fail (state != NULL, NULL);

  tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (i = 0; i < state->entries->len; i++)
    {
      VslFolderEntry *entry = vsl_folder_get_published (state, i);

      for (t = 0; entry != NULL && entry->tags[t] != NULL; t++)
        {
          g_autofree char *path = vsl_folder_dup_tag_path (entry->tags[t]);

          if (!g_hash_table_contains (tags, path))
            g_hash_table_insert (tags, g_steal_pointer (&path), g_strdup (entry->tags[t]));
        }
    }

  return tags;
}
