/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-front-matter.h"

#include "exchange/vsl-yaml-scalar.h"

static void
write_value (GString    *out,
             const char *indent,
             const char *key,
             const char *value)
{
  if (*value == '\0')
    return;

  g_string_append_printf (out, "%s%s: ", indent, key);
  vsl_yaml_scalar_append (out, value);
  g_string_append_c (out, '\n');
}

static void
write_participants (GString    *out,
                    VslArticle *article)
{
  guint i;

  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    {
      VslParticipant *participant = vsl_article_get_participant (article, i);
      VslPerson *person = vsl_participant_get_person (participant);

      g_string_append (out, i == 0 ? "participants:\n  - given: " : "  - given: ");
      vsl_yaml_scalar_append (out, vsl_person_get_given (person));
      g_string_append_c (out, '\n');
      write_value (out, "    ", "prefix", vsl_person_get_prefix (person));
      write_value (out, "    ", "family", vsl_person_get_family (person));
      write_value (out, "    ", "role", vsl_participant_get_role (participant));
      write_value (out, "    ", "organisation", vsl_participant_get_organisation (participant));
      if (vsl_person_get_as_registered (person))
        g_string_append (out, "    as-registered: true\n");
      if (vsl_participant_get_chair (participant))
        g_string_append (out, "    chair: true\n");
    }
}

static void
write_pictures (GString    *out,
                VslArticle *article)
{
  guint i;

  for (i = 0; i < vsl_article_get_n_pictures (article); i++)
    {
      VslPicture *picture = vsl_article_get_picture (article, i);
      const VslPicturePlace *place = vsl_picture_get_place (picture);
      guint x, y;

      g_string_append (out, i == 0 ? "pictures:\n  - hash: " : "  - hash: ");
      vsl_yaml_scalar_append (out, vsl_picture_get_hash (picture));
      g_string_append_c (out, '\n');
      if (place != NULL)
        write_value (out, "    ", "file", place->url);
      write_value (out, "    ", "type", vsl_picture_get_content_type (picture));
      write_value (out, "    ", "credit", vsl_picture_get_credit (picture));
      write_value (out, "    ", "caption", vsl_picture_get_caption (picture));
      write_value (out, "    ", "alt", vsl_picture_get_alt (picture));
      if (vsl_picture_get_decorative (picture))
        g_string_append (out, "    decorative: true\n");
      if (vsl_picture_get_featured (picture))
        g_string_append (out, "    featured: true\n");
      vsl_picture_get_focus (picture, &x, &y);
      if (x != VSL_PICTURE_MIDDLE || y != VSL_PICTURE_MIDDLE)
        g_string_append_printf (out, "    focus: %u %u\n", x, y);
    }
}

/**
 * vsl_front_matter_write:
 * @out: where to write
 * @article: an article
 *
 * Writes everything of @article but its body, with the dashes.
 */
void
vsl_front_matter_write (GString    *out,
                        VslArticle *article)
{
  static const VslField order[] = { VSL_FIELD_KICKER, VSL_FIELD_LEAD,  VSL_FIELD_BYLINE,
                                    VSL_FIELD_CREDIT, VSL_FIELD_EVENT, VSL_FIELD_SLUG };
  const char *const *tags = vsl_article_get_tags (article);
  guint i;

  g_string_append (out, "---\n");
  write_value (out, "", "title", vsl_article_get_text (article, VSL_FIELD_HEADLINE));
  for (i = 0; i < G_N_ELEMENTS (order); i++)
    write_value (out, "", vsl_field_get_name (order[i]), vsl_article_get_text (article, order[i]));
  g_string_append_printf (out, "kind: %s\nlanguage: %s\nstatus: %s\n",
                          vsl_kind_get_name (vsl_article_get_kind (article)),
                          vsl_article_get_language (article),
                          vsl_status_get_name (vsl_article_get_status (article)));
  for (i = 0; tags[i] != NULL; i++)
    {
      g_string_append (out, i == 0 ? "tags: [" : ", ");
      vsl_yaml_scalar_append (out, tags[i]);
    }
  if (i > 0)
    g_string_append (out, "]\n");
  write_participants (out, article);
  write_pictures (out, article);
  g_string_append (out, "---\n");
}
