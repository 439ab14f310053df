/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

/* Prints as one JSON array what becomes of many articles, for other programs to judge:
 * print-articles N [FILE…], with two times N made-up bodies and the bodies in FILE. */

#include "body-generator.h"

#include "core/vsl-article-builder.h"
#include "markup/vsl-render.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>

static VslArticle *
make_article (guint       number,
              const char *body)
{
  VslArticleBuilder *builder = vsl_article_builder_new (NULL);
  g_autoptr(VslPerson) person = vsl_person_new_from_text ("Nadia van der Veen");
  g_autoptr(VslParticipant) guest =
    vsl_participant_new (person, "hoofd R&D", "Bureau <Oost>", FALSE);
  g_autoptr(VslParticipant) chair = vsl_participant_new (person, "", "", TRUE);

  vsl_article_builder_set_language (builder, number % 2 ? "nl" : "en");
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  if (number % 3 == 0)
    vsl_article_builder_set_text (builder, VSL_FIELD_LEAD, "Een “lead”\nvan & over.\n\nTwee.");
  if (number % 4 == 0)
    vsl_article_builder_set_text (builder, VSL_FIELD_BYLINE, "Ans \"de\" Wit");
  if (number % 5 == 0)
    vsl_article_builder_set_text (builder, VSL_FIELD_CREDIT, "Archief\302\240/ [b]");
  if (number % 7 == 0)
    vsl_article_builder_set_text (builder, VSL_FIELD_KICKER, "Water -- <nu>");
  if (number % 2 == 0)
    vsl_article_builder_add_participant (builder, guest);
  if (number % 6 == 0)
    vsl_article_builder_add_participant (builder, chair);

  return vsl_article_builder_end (builder);
}

static void
add_article (JsonBuilder *json,
             guint        number,
             const char  *body,
             const char  *token)
{
  g_autoptr(VslArticle) article = make_article (number, body);
  g_autofree char *blocks = vsl_render_article_blocks (article, token);
  g_autofree char *html = vsl_render_article_html (article);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "body");
  json_builder_add_string_value (json, body);
  json_builder_set_member_name (json, "token");
  json_builder_add_string_value (json, token);
  json_builder_set_member_name (json, "blocks");
  json_builder_add_string_value (json, blocks);
  json_builder_set_member_name (json, "html");
  json_builder_add_string_value (json, html);
  json_builder_end_object (json);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 0;

  json_builder_begin_array (json);
  add_article (json, 1, "", "0f8fad5b-d9cb-469f-a165-70867728950e");
  add_article (json, 1, "", "a--b<c>&\"d\\e");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *body = body_generator_make (i);
      g_autofree char *wild = body_generator_make_wild (i);

      add_article (json, i, body, "0f8fad5b-d9cb-469f-a165-70867728950e");
      add_article (json, i, wild, i % 2 ? "token" : NULL);
    }
  for (int i = 2; i < argc; i++)
    {
      g_autofree char *body = NULL;
      g_autoptr(GError) error = NULL;

      if (!g_file_get_contents (argv[i], &body, NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      add_article (json, 0, body, NULL);
    }
  json_builder_end_array (json);

  root = json_builder_get_root (json);
  text = json_to_string (root, FALSE);
  puts (text);

  return 0;
}
