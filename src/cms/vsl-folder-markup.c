/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-folder-markup.h"

#include "cms/vsl-folder-words.h"
#include "core/vsl-text.h"

#include <string.h>

/* What the files of a publication in a folder have in common. Pure functions. */

/**
 * vsl_folder_append_text:
 * @out: a document of HTML or XML
 * @text: plain text
 *
 * Appends it, where only a few characters have a meaning; control characters have none anywhere.
 */
void
vsl_folder_append_text (GString    *out,
                        const char *text)
{
  g_return_if_fail (out != NULL && text != NULL);

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

/**
 * vsl_folder_append_element:
 * @out: a document
 * @start: markup before the text
 * @text: plain text; nothing at all is appended when it is empty
 * @end: markup behind it
 */
void
vsl_folder_append_element (GString    *out,
                           const char *start,
                           const char *text,
                           const char *end)
{
  g_return_if_fail (out != NULL && start != NULL && text != NULL && end != NULL);

  if (*text == '\0')
    return;

  g_string_append (out, start);
  vsl_folder_append_text (out, text);
  g_string_append (out, end);
}

/**
 * vsl_folder_append_time:
 * @out: a page
 * @language: the language of the date
 * @at: µs since 1970, UTC
 */
void
vsl_folder_append_time (GString    *out,
                        const char *language,
                        gint64      at)
{
  g_autofree char *iso = vsl_folder_words_dup_iso_date (at);
  g_autofree char *date = vsl_folder_words_dup_date (language, at);

  g_return_if_fail (out != NULL);

  g_string_append_printf (out, "<time datetime=\"%s\">%s</time>", iso, date);
}

/**
 * vsl_folder_append_feeds:
 * @out: the head of a page
 * @up: the way from the page to the top, such as `../../`
 *
 * Appends style and feeds, and ends the head.
 */
void
vsl_folder_append_feeds (GString    *out,
                         const char *up)
{
  g_return_if_fail (out != NULL && up != NULL);

  g_string_append_printf (out, "<link rel=\"stylesheet\" href=\"%sstyle.css\">\n"
                          "<link rel=\"alternate\" type=\"application/atom+xml\" "
                          "href=\"%sfeed.xml\" title=\"Atom\">\n"
                          "<link rel=\"alternate\" type=\"application/feed+json\" "
                          "href=\"%sfeed.json\" title=\"JSON Feed\">\n</head>\n", up, up, up);
}

/**
 * vsl_folder_get_published:
 * @state: what is in the folder
 * @index: a number of an entry
 *
 * Returns: (transfer none) (nullable): the entry when readers may see it
 */
VslFolderEntry *
vsl_folder_get_published (VslFolderState *state,
                          guint           index)
{
  VslFolderEntry *entry;

  g_return_val_if_fail (state != NULL && index < state->entries->len, NULL);

  entry = state->entries->pdata[index];

  return entry->status == VSL_REMOTE_PUBLISH ? entry : NULL;
}

/**
 * vsl_folder_dup_tag_path:
 * @tag: a tag
 *
 * The same for tags that differ in case, accents or a space and a hyphen only. A tag that loses
 * more than that in an address gets a number behind it, so that “C” and “C++” keep apart.
 *
 * Returns: (transfer full): the path of its page, below the folder
 */
char *
vsl_folder_dup_tag_path (const char *tag)
{
  g_autofree char *slug = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (tag != NULL, NULL);

  slug = vsl_text_make_slug (tag, 60);
  plain = vsl_text_fold (tag);
  g_strdelimit (plain, " ", '-');
  if (strcmp (slug, plain) == 0)
    return g_strconcat ("tags/", slug, "/index.html", NULL);

  hash = vsl_text_hash (plain);

  return g_strdup_printf ("tags/%s%s%.6s/index.html", slug, *slug != '\0' ? "-" : "", hash);
}
