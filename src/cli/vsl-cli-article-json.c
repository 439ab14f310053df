/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "cli/vsl-cli-article-json.h"

#include "markup/vsl-render.h"

/**
 * vsl_cli_format_time:
 * @time: µs since 1970 UTC; 0 for none
 *
 * Returns: (transfer full) (nullable): ISO 8601 in UTC to the second, or %NULL for none
 */
char *
vsl_cli_format_time (gint64 time)
{
  g_autoptr(GDateTime) moment = NULL;

  if (time == 0)
    return NULL;
  moment = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);

  return g_date_time_format_iso8601 (moment);
}

/**
 * vsl_cli_add_string:
 * @builder: inside an object
 * @name: the name of a member
 * @value: (nullable): its value; %NULL becomes null
 *
 * Adds a member.
 */
void
vsl_cli_add_string (JsonBuilder *builder,
                    const char  *name,
                    const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * vsl_cli_add_strings:
 * @builder: inside an object
 * @name: the name of a member
 * @values: (array zero-terminated=1): its values
 *
 * Adds a member that is a list.
 */
void
vsl_cli_add_strings (JsonBuilder        *builder,
                     const char         *name,
                     const char * const *values)
{
  guint i;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

/**
 * vsl_cli_add_participant:
 * @builder: where an object may stand
 * @participant: a participant
 *
 * Adds a participant as an object.
 */
void
vsl_cli_add_participant (JsonBuilder    *builder,
                         VslParticipant *participant)
{
  VslPerson *person = vsl_participant_get_person (participant);

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "name", vsl_participant_get_name (participant));
  vsl_cli_add_string (builder, "given", vsl_person_get_given (person));
  vsl_cli_add_string (builder, "prefix", vsl_person_get_prefix (person));
  vsl_cli_add_string (builder, "family", vsl_person_get_family (person));
  vsl_cli_add_string (builder, "role", vsl_participant_get_role (participant));
  vsl_cli_add_string (builder, "organisation", vsl_participant_get_organisation (participant));
  json_builder_set_member_name (builder, "chair");
  json_builder_add_boolean_value (builder, vsl_participant_get_chair (participant));
  json_builder_end_object (builder);
}

static void
add_picture (JsonBuilder *builder,
             VslPicture  *picture)
{
  g_autofree char *reference = vsl_picture_dup_reference (picture);

  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "hash", vsl_picture_get_hash (picture));
  vsl_cli_add_string (builder, "content_type", vsl_picture_get_content_type (picture));
  vsl_cli_add_string (builder, "credit", vsl_picture_get_credit (picture));
  vsl_cli_add_string (builder, "caption", vsl_picture_get_caption (picture));
  vsl_cli_add_string (builder, "alt", vsl_picture_get_alt (picture));
  json_builder_set_member_name (builder, "decorative");
  json_builder_add_boolean_value (builder, vsl_picture_get_decorative (picture));
  json_builder_set_member_name (builder, "featured");
  json_builder_add_boolean_value (builder, vsl_picture_get_featured (picture));
  vsl_cli_add_string (builder, "reference", reference);
  json_builder_end_object (builder);
}

static void
add_text (JsonBuilder *builder,
          VslArticle  *article,
          VslField     field)
{
  vsl_cli_add_string (builder, vsl_field_get_name (field), vsl_article_get_text (article, field));
}

/**
 * vsl_cli_add_article:
 * @builder: where a value is expected
 * @article: an article
 *
 * Adds the whole article, as `show` gives it.
 */
void
vsl_cli_add_article (JsonBuilder *builder,
                     VslArticle  *article)
{
  g_auto(GStrv) streamers = NULL;
  g_autofree char *slug = vsl_article_dup_slug (article);
  g_autofree char *updated_at = vsl_cli_format_time (vsl_article_get_updated_at (article));
  guint i;

  streamers = vsl_render_dup_streamers (vsl_article_get_text (article, VSL_FIELD_BODY));
  json_builder_begin_object (builder);
  vsl_cli_add_string (builder, "id", vsl_article_get_id (article));
  vsl_cli_add_string (builder, "kind", vsl_kind_get_name (vsl_article_get_kind (article)));
  vsl_cli_add_string (builder, "language", vsl_article_get_language (article));
  vsl_cli_add_string (builder, "status", vsl_status_get_name (vsl_article_get_status (article)));
  add_text (builder, article, VSL_FIELD_KICKER);
  add_text (builder, article, VSL_FIELD_HEADLINE);
  add_text (builder, article, VSL_FIELD_LEAD);
  add_text (builder, article, VSL_FIELD_BYLINE);
  add_text (builder, article, VSL_FIELD_CREDIT);
  add_text (builder, article, VSL_FIELD_BODY);
  vsl_cli_add_strings (builder, "streamers", (const char * const *) streamers);
  vsl_cli_add_strings (builder, "tags", vsl_article_get_tags (article));
  json_builder_set_member_name (builder, "participants");
  json_builder_begin_array (builder);
  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    vsl_cli_add_participant (builder, vsl_article_get_participant (article, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "pictures");
  json_builder_begin_array (builder);
  for (i = 0; i < vsl_article_get_n_pictures (article); i++)
    add_picture (builder, vsl_article_get_picture (article, i));
  json_builder_end_array (builder);
  add_text (builder, article, VSL_FIELD_EVENT);
  vsl_cli_add_string (builder, "slug", slug);
  vsl_cli_add_string (builder, "updated_at", updated_at);
  json_builder_set_member_name (builder, "revision");
  json_builder_add_int_value (builder, vsl_article_get_revision (article));
  json_builder_end_object (builder);
}
