/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-folder-feed.h"

#include "cms/vsl-folder-markup.h"
#include "cms/vsl-folder-words.h"
#include "core/vsl-picture.h"
#include "markup/vsl-json-ld.h"

#include <json-glib/json-glib.h>
#include <string.h>

/*
 * What programs read of a publication in a folder: the Atom feed (RFC 4287), the JSON Feed, the list
 * of pages for search engines. Pure functions; the same input gives the same bytes.
 */

/**
 * vsl_folder_feed_dup_url:
 * @base_url: where the folder stands, with a slash at its end; empty when it is not known
 * @path: the path of a file below it
 *
 * Returns: (transfer full): its address; an `index.html` on the web goes by its folder
 */
char *
vsl_folder_feed_dup_url (const char *base_url,
                         const char *path)
{
  g_autofree char *url = NULL;

  g_return_val_if_fail (base_url != NULL && path != NULL, NULL);

  url = g_strconcat (base_url, path, NULL);
  if (g_str_has_prefix (base_url, "http") && g_str_has_suffix (url, "/index.html"))
    url[strlen (url) - strlen ("index.html")] = '\0';

  return g_steal_pointer (&url);
}

/* What a picture in the folder is, by its name, which we gave it. */
static const char *
get_picture_type (const char *path)
{
  static const char *const types[] = { "image/jpeg", "image/png", "image/webp", "image/gif" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_suffix (path, vsl_picture_get_ending (types[i])))
      return types[i];

  return "application/octet-stream";
}

static void
append_enclosure (GString        *out,
                  VslFolderEntry *entry,
                  const char     *base)
{
  g_autofree char *url = NULL;

  if (*entry->picture == '\0')
    return;

  url = vsl_folder_feed_dup_url (base, entry->picture);
  g_string_append_printf (out, "<link rel=\"enclosure\" type=\"%s\" href=\"",
                          get_picture_type (entry->picture));
  vsl_folder_append_text (out, url);
  g_string_append (out, "\"");
  vsl_folder_append_element (out, " title=\"", entry->picture_alt, "\"");
  g_string_append (out, "/>\n");
}

static void
append_atom_entry (GString        *out,
                   VslFolderEntry *entry,
                   const char     *title,
                   const char     *base)
{
  g_autofree char *published = vsl_folder_words_dup_iso_date (entry->published_at);
  g_autofree char *updated = vsl_folder_words_dup_iso_date (entry->updated_at);
  g_autofree char *url = vsl_folder_feed_dup_url (base, entry->path);
  guint i;

  g_string_append_printf (out, "<entry xml:lang=\"%s\">\n<id>urn:uuid:%s</id>\n<title>",
                          vsl_folder_words_get (entry->language)->language, entry->token);
  vsl_folder_append_text (out, entry->headline);
  g_string_append_printf (out, "</title>\n<published>%s</published>\n<updated>%s</updated>\n"
                          "<link rel=\"alternate\" type=\"text/html\" href=\"", published, updated);
  vsl_folder_append_text (out, url);
  g_string_append (out, "\"/>\n");
  append_enclosure (out, entry, base);
  vsl_folder_append_element (out, "<author><name>", *entry->byline != '\0' ? entry->byline : title,
                  "</name></author>\n");
  vsl_folder_append_element (out, "<summary>", entry->lead, "</summary>\n");
  for (i = 0; entry->tags[i] != NULL; i++)
    vsl_folder_append_element (out, "<category term=\"", entry->tags[i], "\"/>\n");
  g_string_append (out, "</entry>\n");
}

static gint64
get_feed_time (VslFolderState *state)
{
  gint64 at = 0;
  guint i;

  for (i = 0; i < state->entries->len; i++)
    if (vsl_folder_get_published (state, i) != NULL)
      at = MAX (at, vsl_folder_get_published (state, i)->updated_at);

  return at;
}

/**
 * vsl_folder_feed_render_atom:
 * @state: what is in the folder, the newest first
 * @title: the name of the publication
 *
 * Returns: (transfer full): the Atom feed
 */
char *
vsl_folder_feed_render_atom (VslFolderState *state,
                             const char     *title)
{
  g_autofree char *updated = NULL;
  g_autofree char *self = NULL;
  g_autofree char *home = NULL;
  GString *out;
  guint i;

  g_return_val_if_fail (state != NULL && title != NULL, NULL);

  self = vsl_folder_feed_dup_url (state->base_url, "feed.xml");
  home = vsl_folder_feed_dup_url (state->base_url, "index.html");
  updated = vsl_folder_words_dup_iso_date (get_feed_time (state));
  out = g_string_new ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                      "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<id>");
  vsl_folder_append_text (out, state->feed_id);
  g_string_append (out, "</id>\n<title>");
  vsl_folder_append_text (out, title);
  g_string_append_printf (out, "</title>\n<updated>%s</updated>\n"
                          "<generator>Verslag</generator>\n"
                          "<link rel=\"self\" type=\"application/atom+xml\" href=\"%s\"/>\n"
                          "<link rel=\"alternate\" type=\"text/html\" href=\"%s\"/>\n",
                          updated, self, home);
  for (i = 0; i < state->entries->len; i++)
    if (vsl_folder_get_published (state, i) != NULL)
      append_atom_entry (out, vsl_folder_get_published (state, i), title, state->base_url);
  g_string_append (out, "</feed>\n");

  return g_string_free (out, FALSE);
}

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  if (*value == '\0')
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_names (JsonBuilder *builder,
           const char  *byline,
           const char  *title)
{
  g_auto(GStrv) names = vsl_json_ld_split_byline (*byline != '\0' ? byline : title);
  guint i;

  json_builder_set_member_name (builder, "authors");
  json_builder_begin_array (builder);
  for (i = 0; names[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      add_member (builder, "name", names[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_json_item (JsonBuilder    *builder,
               VslFolderEntry *entry,
               const char     *title,
               const char     *base)
{
  g_autofree char *id = g_strconcat ("urn:uuid:", entry->token, NULL);
  g_autofree char *url = vsl_folder_feed_dup_url (base, entry->path);
  g_autofree char *published = vsl_folder_words_dup_iso_date (entry->published_at);
  g_autofree char *updated = vsl_folder_words_dup_iso_date (entry->updated_at);
  g_autofree char *picture =
    *entry->picture != '\0' ? vsl_folder_feed_dup_url (base, entry->picture) : g_strdup ("");
  guint i;

  json_builder_begin_object (builder);
  add_member (builder, "id", id);
  add_member (builder, "url", url);
  add_member (builder, "title", entry->headline);
  /* An item must have content; the whole text is on its page. */
  json_builder_set_member_name (builder, "content_text");
  json_builder_add_string_value (builder, *entry->lead != '\0' ? entry->lead : entry->headline);
  add_member (builder, "image", picture);
  add_member (builder, "date_published", published);
  add_member (builder, "date_modified", updated);
  add_member (builder, "language", vsl_folder_words_get (entry->language)->language);
  add_names (builder, entry->byline, title);
  json_builder_set_member_name (builder, "tags");
  json_builder_begin_array (builder);
  for (i = 0; entry->tags[i] != NULL; i++)
    json_builder_add_string_value (builder, entry->tags[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * vsl_folder_feed_render_json:
 * @state: what is in the folder, the newest first
 * @title: the name of the publication
 * @base: the address of the folder, on the web or on this computer, with a slash at its end
 *
 * Returns: (transfer full): the feed in the form of JSON Feed 1.1
 */
char *
vsl_folder_feed_render_json (VslFolderState *state,
                             const char     *title,
                             const char     *base)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *home = NULL;
  g_autofree char *self = NULL;
  guint i;

  g_return_val_if_fail (state != NULL && title != NULL && base != NULL, NULL);

  home = vsl_folder_feed_dup_url (base, "index.html");
  self = vsl_folder_feed_dup_url (base, "feed.json");
  json_builder_begin_object (builder);
  add_member (builder, "version", "https://jsonfeed.org/version/1.1");
  add_member (builder, "title", title);
  add_member (builder, "home_page_url", home);
  add_member (builder, "feed_url", self);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (i = 0; i < state->entries->len; i++)
    if (vsl_folder_get_published (state, i) != NULL)
      add_json_item (builder, vsl_folder_get_published (state, i), title, base);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}

/**
 * vsl_folder_feed_render_sitemap:
 * @state: what is in the folder, the newest first
 * @base: the address of the folder, on the web or on this computer, with a slash at its end
 *
 * Returns: (transfer full): the list of pages for search engines, as sitemaps.org describes it, with
 *   the picture at the head of each
 */
char *
vsl_folder_feed_render_sitemap (VslFolderState *state,
                                const char     *base)
{
  g_autofree char *home = NULL;
  GString *out;
  guint i;

  g_return_val_if_fail (state != NULL && base != NULL, NULL);

  home = vsl_folder_feed_dup_url (base, "index.html");
  out = g_string_new ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
                      "xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n");
  vsl_folder_append_element (out, "<url><loc>", home, "</loc></url>\n");
  for (i = 0; i < state->entries->len; i++)
    {
      VslFolderEntry *entry = vsl_folder_get_published (state, i);
      g_autofree char *url = entry != NULL ? vsl_folder_feed_dup_url (base, entry->path) : NULL;
      g_autofree char *updated = NULL;
      g_autofree char *picture = NULL;

      if (entry == NULL)
        continue;
      updated = vsl_folder_words_dup_iso_date (entry->updated_at);
      vsl_folder_append_element (out, "<url><loc>", url, "</loc>");
      g_string_append_printf (out, "<lastmod>%s</lastmod>", updated);
      if (*entry->picture != '\0')
        picture = vsl_folder_feed_dup_url (base, entry->picture);
      if (picture != NULL)
        vsl_folder_append_element (out, "<image:image><image:loc>", picture,
                                   "</image:loc></image:image>");
      g_string_append (out, "</url>\n");
    }
  g_string_append (out, "</urlset>\n");

  return g_string_free (out, FALSE);
}
