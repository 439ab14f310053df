/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-json-ld.h"

#include "core/vsl-text.h"

#include <string.h>

/*
 * An article as schema.org describes one for search engines: a NewsArticle in JSON-LD. Of an author
 * the name only, as search engines ask; the debate is what it is about, its participants are who is
 * mentioned. Pure functions; the same input gives the same bytes.
 */

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  g_autofree char *clean = value != NULL ? vsl_text_collapse_spaces (value) : NULL;

  if (clean == NULL || *clean == '\0')
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, clean);
}

static void
add_thing (JsonBuilder *builder,
           const char  *type,
           const char  *name)
{
  json_builder_begin_object (builder);
  add_member (builder, "@type", type);
  add_member (builder, "name", name);
  json_builder_end_object (builder);
}

/**
 * vsl_json_ld_split_byline:
 * @byline: who wrote it, in words
 *
 * Returns: (transfer full): the names in it
 */
char **
vsl_json_ld_split_byline (const char *byline)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  guint i;

  g_return_val_if_fail (byline != NULL, NULL);

  parts = g_regex_split_simple (",\\s*(?:en\\s+|and\\s+)?|\\s+(?:en|and|&)\\s+", byline, 0, 0);
  for (i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (builder, parts[i]);

  return g_strv_builder_end (builder);
}

static void
add_authors (JsonBuilder *builder,
             const char  *byline)
{
  g_auto(GStrv) names = vsl_json_ld_split_byline (byline);
  guint i;

  if (names[0] == NULL)
    return;

  json_builder_set_member_name (builder, "author");
  json_builder_begin_array (builder);
  for (i = 0; names[i] != NULL; i++)
    add_thing (builder, "Person", names[i]);
  json_builder_end_array (builder);
}

static void
add_image (JsonBuilder *builder,
           VslPicture  *picture,
           const char  *page)
{
  const VslPicturePlace *place = vsl_picture_get_place (picture);
  g_autofree char *url =
    page != NULL ? g_uri_resolve_relative (page, place->url, G_URI_FLAGS_NONE, NULL) : NULL;

  if (url == NULL)
    url = g_strdup (place->url);
  json_builder_begin_object (builder);
  add_member (builder, "@type", "ImageObject");
  add_member (builder, "url", url);
  if (place->width > 0 && place->height > 0)
    {
      json_builder_set_member_name (builder, "width");
      json_builder_add_int_value (builder, place->width);
      json_builder_set_member_name (builder, "height");
      json_builder_add_int_value (builder, place->height);
    }
  add_member (builder, "caption", vsl_picture_get_caption (picture));
  add_member (builder, "creditText", vsl_picture_get_credit (picture));
  json_builder_end_object (builder);
}

/* The picture at the head first. */
static void
add_images (JsonBuilder *builder,
            VslArticle  *article,
            const char  *page)
{
  VslPicture *head = vsl_article_get_featured_picture (article);
  g_autoptr(GPtrArray) placed = g_ptr_array_new ();
  guint i;

  if (head != NULL && vsl_picture_get_place (head) != NULL)
    g_ptr_array_add (placed, head);
  for (i = 0; i < vsl_article_get_n_pictures (article); i++)
    {
      VslPicture *picture = vsl_article_get_picture (article, i);

      if (picture != head && vsl_picture_get_place (picture) != NULL)
        g_ptr_array_add (placed, picture);
    }
  if (placed->len == 0)
    return;

  json_builder_set_member_name (builder, "image");
  json_builder_begin_array (builder);
  for (i = 0; i < placed->len; i++)
    add_image (builder, placed->pdata[i], page);
  json_builder_end_array (builder);
}

static void
add_debate (JsonBuilder *builder,
            VslArticle  *article)
{
  const char *event = vsl_article_get_text (article, VSL_FIELD_EVENT);
  guint n = vsl_article_get_n_participants (article);
  guint i;

  if (!vsl_text_is_blank (event))
    {
      json_builder_set_member_name (builder, "about");
      add_thing (builder, "Event", event);
    }
  if (n == 0)
    return;

  json_builder_set_member_name (builder, "mentions");
  json_builder_begin_array (builder);
  for (i = 0; i < n; i++)
    {
      VslParticipant *participant = vsl_article_get_participant (article, i);
      const char *organisation = vsl_participant_get_organisation (participant);

      json_builder_begin_object (builder);
      add_member (builder, "@type", "Person");
      add_member (builder, "name", vsl_participant_get_name (participant));
      add_member (builder, "jobTitle", vsl_participant_get_role (participant));
      if (!vsl_text_is_blank (organisation))
        {
          json_builder_set_member_name (builder, "worksFor");
          add_thing (builder, "Organization", organisation);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * vsl_json_ld_build:
 * @article: an article
 * @facts: what is known of its publication
 *
 * Returns: (transfer full): the description; of the pictures those that have a place
 */
JsonNode *
vsl_json_ld_build (VslArticle           *article,
                   const VslJsonLdFacts *facts)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *keywords = NULL;

  g_return_val_if_fail (VSL_IS_ARTICLE (article) && facts != NULL, NULL);

  keywords = g_strjoinv (", ", (char **) vsl_article_get_tags (article));
  json_builder_begin_object (builder);
  add_member (builder, "@context", "https://schema.org");
  add_member (builder, "@type", "NewsArticle");
  add_member (builder, "headline", vsl_article_get_text (article, VSL_FIELD_HEADLINE));
  add_member (builder, "alternativeHeadline", vsl_article_get_text (article, VSL_FIELD_KICKER));
  add_member (builder, "description", vsl_article_get_text (article, VSL_FIELD_LEAD));
  add_images (builder, article, facts->url);
  add_member (builder, "inLanguage", vsl_article_get_language (article));
  add_member (builder, "datePublished", facts->published_at);
  add_member (builder, "dateModified", facts->updated_at);
  add_authors (builder, vsl_article_get_text (article, VSL_FIELD_BYLINE));
  if (facts->publisher != NULL)
    {
      json_builder_set_member_name (builder, "publisher");
      add_thing (builder, "Organization", facts->publisher);
    }
  add_debate (builder, article);
  add_member (builder, "keywords", keywords);
  add_member (builder, "mainEntityOfPage", facts->url);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}
