/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-ninjs.h"

#include "core/vsl-text.h"
#include "exchange/vsl-text-writer.h"
#include "markup/vsl-json-ld.h"
#include "markup/vsl-render.h"

#include <json-glib/json-glib.h>

/*
 * ninjs 3.1 of the IPTC, the JSON of news agencies. The schema takes no keys but its own, so what has
 * no place there (the chosen voice of a title, the states of our desk) does not travel. A picture is
 * an item of its own in `associations`.
 */

#define SCHEMA "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  if (value == NULL || vsl_text_is_blank (value))
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
begin_list (JsonBuilder *builder,
            const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/* One text in a list of texts that differ by what they are for. */
static void
add_text (JsonBuilder *builder,
          const char  *role,
          const char  *type,
          const char  *value)
{
  if (vsl_text_is_blank (value))
    return;

  json_builder_begin_object (builder);
  add_member (builder, "role", role);
  add_member (builder, "contentType", type);
  add_member (builder, "value", value);
  json_builder_end_object (builder);
}

static void
add_standard (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "standard");
  json_builder_begin_object (builder);
  add_member (builder, "name", "ninjs");
  add_member (builder, "version", "3.1");
  add_member (builder, "schema", SCHEMA);
  json_builder_end_object (builder);
}

static void
add_person (JsonBuilder *builder,
            const char  *name,
            const char  *rel)
{
  json_builder_begin_object (builder);
  add_member (builder, "name", name);
  add_member (builder, "rel", rel);
  json_builder_end_object (builder);
}

static void
add_people (JsonBuilder *builder,
            VslArticle  *article)
{
  g_auto(GStrv) authors =
    vsl_json_ld_split_byline (vsl_article_get_text (article, VSL_FIELD_BYLINE));
  guint n = vsl_article_get_n_participants (article);
  guint i;

  if (authors[0] == NULL && n == 0)
    return;

  begin_list (builder, "people");
  for (i = 0; authors[i] != NULL; i++)
    add_person (builder, authors[i], "author");
  for (i = 0; i < n; i++)
    {
      VslParticipant *participant = vsl_article_get_participant (article, i);

      add_person (builder, vsl_participant_get_name (participant),
                  vsl_participant_get_chair (participant) ? "chair" : "participant");
    }
  json_builder_end_array (builder);
}

static void
add_organisations (JsonBuilder *builder,
                   VslArticle  *article)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  begin_list (builder, "organisations");
  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    {
      VslParticipant *participant = vsl_article_get_participant (article, i);
      const char *name = vsl_participant_get_organisation (participant);

      if (!vsl_text_is_blank (name) && g_hash_table_add (seen, (char *) name))
        add_person (builder, name, "participant");
    }
  json_builder_end_array (builder);
}

static void
add_subjects (JsonBuilder *builder,
              VslArticle  *article)
{
  const char *const *tags = vsl_article_get_tags (article);
  guint i;

  if (tags[0] == NULL)
    return;

  begin_list (builder, "subjects");
  for (i = 0; tags[i] != NULL; i++)
    add_person (builder, tags[i], "about");
  json_builder_end_array (builder);
}

static void
add_rendition (JsonBuilder *builder,
               VslPicture  *picture)
{
  const VslPicturePlace *place = vsl_picture_get_place (picture);

  if (place == NULL)
    return;

  begin_list (builder, "renditions");
  json_builder_begin_object (builder);
  add_member (builder, "name", "main");
  add_member (builder, "href", place->url);
  add_member (builder, "contentType", vsl_picture_get_content_type (picture));
  if (place->width > 0 && place->height > 0)
    {
      json_builder_set_member_name (builder, "width");
      json_builder_add_int_value (builder, place->width);
      json_builder_set_member_name (builder, "height");
      json_builder_add_int_value (builder, place->height);
    }
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

static void
add_picture (JsonBuilder *builder,
             VslPicture  *picture,
             guint        number)
{
  gboolean featured = vsl_picture_get_featured (picture);
  const char *alt = vsl_picture_get_decorative (picture) ? "" : vsl_picture_get_alt (picture);
  g_autofree char *uri = g_strconcat ("urn:sha256:", vsl_picture_get_hash (picture), NULL);
  g_autofree char *name = featured ? g_strdup ("main") : g_strdup_printf ("picture-%u", number);

  json_builder_begin_object (builder);
  add_member (builder, "name", name);
  add_member (builder, "uri", uri);
  add_member (builder, "type", "picture");
  add_member (builder, "by", vsl_picture_get_credit (picture));
  if (!vsl_text_is_blank (vsl_picture_get_caption (picture)) || !vsl_text_is_blank (alt))
    {
      begin_list (builder, "descriptions");
      add_text (builder, "caption", "text/plain", vsl_picture_get_caption (picture));
      add_text (builder, "alt", "text/plain", alt);
      json_builder_end_array (builder);
    }
  add_rendition (builder, picture);
  json_builder_end_object (builder);
}

static void
add_pictures (JsonBuilder *builder,
              VslArticle  *article)
{
  guint n = vsl_article_get_n_pictures (article);
  guint i;

  if (n == 0)
    return;

  begin_list (builder, "associations");
  for (i = 0; i < n; i++)
    add_picture (builder, vsl_article_get_picture (article, i), i + 1);
  json_builder_end_array (builder);
}

static void
add_texts (JsonBuilder *builder,
           VslArticle  *article)
{
  g_autofree char *html = vsl_render_article_html (article);
  g_autofree char *text = vsl_text_writer_write (article);

  begin_list (builder, "headlines");
  add_text (builder, "main", "text/plain", vsl_article_get_text (article, VSL_FIELD_HEADLINE));
  add_text (builder, "kicker", "text/plain", vsl_article_get_text (article, VSL_FIELD_KICKER));
  json_builder_end_array (builder);
  begin_list (builder, "descriptions");
  add_text (builder, "lead", "text/plain", vsl_article_get_text (article, VSL_FIELD_LEAD));
  json_builder_end_array (builder);
  begin_list (builder, "bodies");
  add_text (builder, "main", "text/html", html);
  add_text (builder, "main", "text/plain", text);
  json_builder_end_array (builder);
}

/* One that was never stored has its text for a name. */
static char *
dup_uri (VslArticle *article)
{
  const char *id = vsl_article_get_id (article);
  g_autofree char *hash = NULL;

  if (id != NULL && *id != '\0')
    return g_strconcat ("urn:verslag:article:", id, NULL);

  hash = vsl_text_hash (vsl_article_get_text (article, VSL_FIELD_BODY));

  return g_strconcat ("urn:sha256:", hash, NULL);
}

/* A list without anything in it is left out. */
static void
drop_empty_lists (JsonObject *object)
{
  g_autoptr(GList) members = json_object_get_members (object);
  GList *l;

  for (l = members; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (object, l->data);

      if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) == 0)
        json_object_remove_member (object, l->data);
    }
}

/**
 * vsl_ninjs_write:
 * @article: an article
 *
 * Returns: (transfer full): the article as a ninjs item
 */
char *
vsl_ninjs_write (VslArticle *article)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *uri = dup_uri (article);
  g_autofree char *version = NULL;
  g_autoptr(GDateTime) changed =
    g_date_time_new_from_unix_utc (vsl_article_get_updated_at (article) / G_USEC_PER_SEC);
  const char *event = vsl_article_get_text (article, VSL_FIELD_EVENT);

  version = g_date_time_format_iso8601 (changed);
  json_builder_begin_object (builder);
  add_member (builder, "uri", uri);
  add_standard (builder);
  add_member (builder, "type", "text");
  add_member (builder, "representationType", "full");
  if (vsl_article_get_updated_at (article) > 0)
    add_member (builder, "versionCreated", version);
  add_member (builder, "pubStatus", "usable");
  add_member (builder, "language", vsl_article_get_language (article));
  add_member (builder, "title", vsl_article_get_text (article, VSL_FIELD_HEADLINE));
  add_member (builder, "by", vsl_article_get_text (article, VSL_FIELD_BYLINE));
  add_texts (builder, article);
  add_people (builder, article);
  add_organisations (builder, article);
  add_subjects (builder, article);
  if (!vsl_text_is_blank (event))
    {
      begin_list (builder, "events");
      add_person (builder, event, "about");
      json_builder_end_array (builder);
    }
  add_pictures (builder, article);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  drop_empty_lists (json_node_get_object (root));

  return json_to_string (root, TRUE);
}
