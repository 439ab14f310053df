/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-debate-copy.h"

#include "core/vsl-json.h"

#include <string.h>

/* The texts of @fields by their names in the file. */
typedef struct
{
  const char *name;
  gsize offset;
} TextMember;

static const TextMember texts[] = {
  { "series", G_STRUCT_OFFSET (VslDebateFields, series) },
  { "title", G_STRUCT_OFFSET (VslDebateFields, title) },
  { "date", G_STRUCT_OFFSET (VslDebateFields, date) },
  { "place", G_STRUCT_OFFSET (VslDebateFields, place) },
  { "stream", G_STRUCT_OFFSET (VslDebateFields, stream) },
  { "language", G_STRUCT_OFFSET (VslDebateFields, language) },
  { "notes", G_STRUCT_OFFSET (VslDebateFields, notes) },
  { "delete_after", G_STRUCT_OFFSET (VslDebateFields, delete_after) },
};

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gint64       number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_flag (JsonBuilder *builder,
          const char  *name,
          gboolean     flag)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, flag);
}

static void
add_participants (JsonBuilder *builder,
                  GPtrArray   *participants)
{
  guint i;

  json_builder_set_member_name (builder, "participants");
  json_builder_begin_array (builder);
  for (i = 0; i < participants->len; i++)
    {
      VslParticipant *participant = g_ptr_array_index (participants, i);
      VslPerson *person = vsl_participant_get_person (participant);

      json_builder_begin_object (builder);
      add_text (builder, "given", vsl_person_get_given (person));
      add_text (builder, "prefix", vsl_person_get_prefix (person));
      add_text (builder, "family", vsl_person_get_family (person));
      add_flag (builder, "as_registered", vsl_person_get_as_registered (person));
      add_text (builder, "role", vsl_participant_get_role (participant));
      add_text (builder, "organisation", vsl_participant_get_organisation (participant));
      add_flag (builder, "chair", vsl_participant_get_chair (participant));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_pad (JsonBuilder *builder,
         VslPad      *pad)
{
  const VslPadClock *clock = vsl_pad_get_clock (pad);
  GPtrArray *entries = vsl_pad_get_entries (pad);
  GPtrArray *votes = vsl_pad_get_votes (pad);
  guint i;

  json_builder_set_member_name (builder, "pad");
  json_builder_begin_object (builder);
  add_number (builder, "begun_at", clock->begun_at);
  add_number (builder, "running_since", clock->running_since);
  add_number (builder, "shown_ms", clock->shown_ms);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (i = 0; i < entries->len; i++)
    {
      VslPadEntry *entry = g_ptr_array_index (entries, i);

      json_builder_begin_object (builder);
      add_number (builder, "time_ms", vsl_pad_entry_get_time_ms (entry));
      add_number (builder, "made_at", vsl_pad_entry_get_made_at (entry));
      add_text (builder, "speaker", vsl_pad_entry_get_speaker (entry));
      add_text (builder, "text", vsl_pad_entry_get_text (entry));
      add_flag (builder, "quote", vsl_pad_entry_get_quote (entry));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "votes");
  json_builder_begin_array (builder);
  for (i = 0; i < votes->len; i++)
    {
      const VslPadVote *vote = g_ptr_array_index (votes, i);

      json_builder_begin_object (builder);
      add_text (builder, "statement", vote->statement);
      add_number (builder, "for", vote->in_favour);
      add_number (builder, "against", vote->against);
      add_number (builder, "abstained", vote->abstentions);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * vsl_debate_copy_write:
 * @debate: a debate
 * @pad: (nullable): what was written down during it, when that is to be kept too
 *
 * Any thread.
 *
 * Returns: (transfer full): both as JSON that a person can read
 */
GBytes *
vsl_debate_copy_write (VslDebate *debate,
                       VslPad    *pad)
{
  const VslDebateFields *fields = vsl_debate_get_fields (debate);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  char *text;
  guint i;

  json_builder_begin_object (builder);
  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    add_text (builder, texts[i].name, G_STRUCT_MEMBER (const char *, fields, texts[i].offset));
  json_builder_set_member_name (builder, "statements");
  json_builder_begin_array (builder);
  for (i = 0; fields->statements[i] != NULL; i++)
    json_builder_add_string_value (builder, fields->statements[i]);
  json_builder_end_array (builder);
  add_participants (builder, fields->participants);
  if (pad != NULL)
    add_pad (builder, pad);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);

  return g_bytes_new_take (text, strlen (text));
}

static VslParticipant *
read_participant (JsonObject  *object,
                  GError     **error)
{
  static const char *const names[] = { "given", "prefix", "family", "role", "organisation" };
  const char *values[G_N_ELEMENTS (names)];
  gboolean as_registered, chair;
  g_autoptr(VslPerson) person = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      values[i] = vsl_json_get_string (object, names[i], error);
      if (values[i] == NULL)
        return NULL;
    }
  if (!vsl_json_get_boolean (object, "as_registered", &as_registered, error) ||
      !vsl_json_get_boolean (object, "chair", &chair, error))
    return NULL;

  person = vsl_person_new (values[0], values[1], values[2], as_registered);

  return vsl_participant_new (person, values[3], values[4], chair);
}

static VslPadEntry *
read_entry (JsonObject  *object,
            GError     **error)
{
  const char *speaker = vsl_json_get_string (object, "speaker", error);
  const char *text = speaker != NULL ? vsl_json_get_string (object, "text", error) : NULL;
  gint64 time_ms, made_at;
  gboolean quote;

  if (text == NULL ||
      !vsl_json_get_int (object, "time_ms", G_MININT64, G_MAXINT64, &time_ms, error) ||
      !vsl_json_get_int (object, "made_at", 0, G_MAXINT64, &made_at, error) ||
      !vsl_json_get_boolean (object, "quote", &quote, error))
    return NULL;

  return vsl_pad_entry_new (time_ms, made_at, speaker, text, quote);
}

static VslPadVote *
read_vote (JsonObject  *object,
           GError     **error)
{
  const char *statement = vsl_json_get_string (object, "statement", error);
  gint64 in_favour, against, abstained;

  if (statement == NULL ||
      !vsl_json_get_int (object, "for", 0, G_MAXUINT, &in_favour, error) ||
      !vsl_json_get_int (object, "against", 0, G_MAXUINT, &against, error) ||
      !vsl_json_get_int (object, "abstained", 0, G_MAXUINT, &abstained, error))
    return NULL;

  return vsl_pad_vote_new (statement, (guint) in_favour, (guint) against, (guint) abstained);
}

typedef gpointer (*ReadFunc) (JsonObject *object, GError **error);

/* All of the objects in a member that is an array, or nothing. */
static GPtrArray *
read_all (JsonObject      *object,
          const char      *member,
          ReadFunc         read,
          GDestroyNotify   destroy,
          GError         **error)
{
  g_autoptr(GPtrArray) result = g_ptr_array_new_with_free_func (destroy);
  JsonArray *array = vsl_json_get_array (object, member, error);
  guint i;

  for (i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *child = vsl_json_as_object (json_array_get_element (array, i), error);
      gpointer item = child != NULL ? read (child, error) : NULL;

      if (item == NULL)
        return NULL;
      g_ptr_array_add (result, item);
    }

  return array != NULL ? g_steal_pointer (&result) : NULL;
}

static VslPad *
read_pad (JsonObject  *object,
          GError     **error)
{
  VslPadClock clock = { 0 };
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GPtrArray) votes = NULL;

  if (!vsl_json_get_int (object, "begun_at", 0, G_MAXINT64, &clock.begun_at, error) ||
      !vsl_json_get_int (object, "running_since", 0, G_MAXINT64, &clock.running_since, error) ||
      !vsl_json_get_int (object, "shown_ms", G_MININT64, G_MAXINT64, &clock.shown_ms, error))
    return NULL;
  entries = read_all (object, "entries", (ReadFunc) read_entry, g_object_unref, error);
  votes = entries != NULL
          ? read_all (object, "votes", (ReadFunc) read_vote, (GDestroyNotify) vsl_pad_vote_free, error)
          : NULL;

  return votes != NULL ? vsl_pad_new (&clock, entries, votes) : NULL;
}

static char **
read_statements (JsonObject  *object,
                 GError     **error)
{
  JsonArray *array = vsl_json_get_array (object, "statements", error);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint i;

  for (i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_string (node) != NULL)
        g_strv_builder_add (builder, json_node_get_string (node));
    }

  return array != NULL ? g_strv_builder_end (builder) : NULL;
}

/**
 * vsl_debate_copy_read:
 * @bytes: what vsl_debate_copy_write() wrote
 * @base: the debate as the database has it
 * @debate: (out) (transfer full): @base with what the file says
 * @pad: (out) (transfer full) (nullable): the live pad, when it is in the file
 * @error: return location
 *
 * Returns: whether it could be read, as a whole
 */
gboolean
vsl_debate_copy_read (GBytes     *bytes,
                      VslDebate  *base,
                      VslDebate **debate,
                      VslPad    **pad,
                      GError    **error)
{
  g_autoptr(JsonNode) root = vsl_json_parse (bytes, VSL_JSON_MAX_BYTES, error);
  JsonObject *object = root != NULL ? vsl_json_as_object (root, error) : NULL;
  VslDebateFields fields = *vsl_debate_get_fields (base);
  g_autoptr(GPtrArray) participants = NULL;
  g_autoptr(VslPad) found = NULL;
  g_auto(GStrv) statements = NULL;
  guint i;

  for (i = 0; object != NULL && i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = vsl_json_get_string (object, texts[i].name, error);

      if (text == NULL)
        return FALSE;
      G_STRUCT_MEMBER (const char *, &fields, texts[i].offset) = text;
    }
  statements = object != NULL ? read_statements (object, error) : NULL;
  participants = statements != NULL ? read_all (object, "participants", (ReadFunc) read_participant,
                                                g_object_unref, error) : NULL;
  if (participants == NULL)
    return FALSE;
  if (vsl_json_has (object, "pad"))
    {
      JsonObject *child = vsl_json_get_object (object, "pad", error);

      found = child != NULL ? read_pad (child, error) : NULL;
      if (found == NULL)
        return FALSE;
    }

  fields.statements = (const char * const *) statements;
  fields.participants = participants;
  *debate = vsl_debate_new (&fields);
  *pad = g_steal_pointer (&found);

  return TRUE;
}
