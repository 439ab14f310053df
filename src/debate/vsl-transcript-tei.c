/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "config.h"

#include "debate/vsl-transcript-tei.h"

#include "core/vsl-text.h"
#include "debate/vsl-transcript-error.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * TEI as in ParlaMint: utterances `<u who="#Id">` with `<seg>`, persons in `<listPerson>`. GMarkup
 * expands no entities but the five of XML, so that a bomb of entities is an error and no more. Times
 * stand in a `<timeline>`, and `start` and `end` of an utterance, or anchors in it, point there.
 */

#define MAX_DEPTH 64

/* A time beyond this, in ms, is a mistake: a debate lasts no month. */
#define MAX_MS (31.0 * 24 * 3600 * 1000)

/* The parts of a name, in the order in which they are spoken. */
static const char *const name_parts[] = { "forename", "nameLink", "surname", "persName" };

/* What stands in an utterance without being said in it: the hand of the reporter. */
static const char *const notes[] = { "note", "incident", "kinesic", "vocal", "gap", "desc", "event",
                                     "roleName", "figure", NULL };

/* Within these, words follow each other as the spaces of the file tell. */
static const char *const inline_elements[] = { "w", "pc", "s", "name", "foreign", "hi", "emph", "num",
                                               "date", "time", "ref", "unit", "email", "phr", NULL };

typedef struct
{
  VslTranscriptDraft *draft;
  GHashTable *names;  /* id of a person → name */
  GHashTable *times;  /* id of a moment → ms, as a gint64 */
  double unit_ms;     /* of the timeline that is being read */
  GString *parts[G_N_ELEMENTS (name_parts)]; /* (owned) of the person that is being read */
  int part;           /* the part that is being read, or -1 */
  char *person;       /* (owned) (nullable) id of that person */
  VslStretch *open;
  guint note_depth;   /* how deep inside what is not speech */
  gboolean word_joins; /* so does the word that is being read, to the next one */
  gboolean joins;     /* no space stands before the next word */
  guint depth;
  GMarkupParseContext *context;
} TeiReader;

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *name)
{
  guint i;

  for (i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], name))
        return values[i];
    }

  return NULL;
}

/* Without the prefix of its name space: `tei:u`. */
static const char *
get_local_name (const char *element)
{
  const char *colon = strchr (element, ':');

  return colon != NULL ? colon + 1 : element;
}

static int
find_name_part (const char *element)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (name_parts); i++)
    {
      if (g_str_equal (element, name_parts[i]))
        return (int) i;
    }

  return -1;
}

static void
clear_name (TeiReader *reader)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (name_parts); i++)
    g_string_truncate (reader->parts[i], 0);
}

/* Forename, link and surname, whatever their order in the file; a name without parts as it is. */
static char *
join_name (TeiReader *reader)
{
  g_autofree char *joined = g_strjoin (" ", reader->parts[0]->str, reader->parts[1]->str,
                                       reader->parts[2]->str, reader->parts[3]->str, NULL);

  return vsl_text_collapse_spaces (joined);
}

/* The unit of a timeline in ms; seconds where it names none, or one that nobody uses for speech. */
static double
get_unit_ms (const char *unit)
{
  if (g_strcmp0 (unit, "ms") == 0)
    return 1;
  if (g_strcmp0 (unit, "min") == 0)
    return 60 * 1000;

  return 1000;
}

/* A moment of the timeline: so long after another, or after its beginning. */
static void
add_moment (TeiReader   *reader,
            const char **names,
            const char **values)
{
  const char *id = find_attribute (names, values, "xml:id");
  const char *interval = find_attribute (names, values, "interval");
  const char *since = find_attribute (names, values, "since");
  gint64 *base = since != NULL && *since == '#'
    ? g_hash_table_lookup (reader->times, since + 1) : NULL;
  char *end = NULL;
  double length = interval != NULL ? g_ascii_strtod (interval, &end) : 0;
  double ms = (base != NULL ? (double) *base : 0) + length * reader->unit_ms;

  /* A comparison with what is no number is false, so this asks for what is right. */
  if (id != NULL && (interval == NULL || (end != interval && *end == '\0')) &&
      ms >= 0 && ms <= MAX_MS)
    g_hash_table_insert (reader->times, g_strdup (id),
                         g_memdup2 (&(gint64){ (gint64) (ms + 0.5) }, sizeof (gint64)));
}

static gint64
find_moment (TeiReader  *reader,
             const char *reference)
{
  gint64 *ms = reference != NULL && *reference == '#'
    ? g_hash_table_lookup (reader->times, reference + 1) : NULL;

  return ms != NULL ? *ms : VSL_TIME_UNKNOWN;
}

/* An anchor in an utterance: the first is where it begins, the last where it ends. */
static void
take_anchor (TeiReader   *reader,
             const char **names,
             const char **values)
{
  gint64 ms = find_moment (reader, find_attribute (names, values, "synch"));

  if (ms == VSL_TIME_UNKNOWN)
    return;
  if (reader->open->start_ms == VSL_TIME_UNKNOWN)
    reader->open->start_ms = ms;
  else
    reader->open->end_ms = ms;
}

static void
start_utterance (TeiReader   *reader,
                 const char **names,
                 const char **values)
{
  const char *who = find_attribute (names, values, "who");
  const char *id = find_attribute (names, values, "xml:id");
  int line = 1;

  g_markup_parse_context_get_position (reader->context, &line, NULL);
  reader->open = vsl_transcript_draft_add (
    reader->draft, line, find_moment (reader, find_attribute (names, values, "start")),
    find_moment (reader, find_attribute (names, values, "end")));
  reader->open->id = g_strdup (id);
  if (who != NULL && *who != '\0')
    vsl_stretch_take_speaker (reader->open, g_strdup (who + (*who == '#')));
}

/* A name that somebody bore later or before; the first is the one the list goes by. */
static gboolean
is_further_name (TeiReader  *reader,
                 const char *element)
{
  return reader->person != NULL && g_str_equal (element, "persName") &&
         (reader->parts[2]->len > 0 || reader->parts[3]->len > 0);
}

static void
append_space (TeiReader *reader)
{
  if (reader->open != NULL)
    g_string_append_c (reader->open->text, ' ');
  reader->joins = FALSE;
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *name,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  TeiReader *reader = user_data;
  const char *element = get_local_name (name);

  if (!g_strv_contains (inline_elements, element))
    append_space (reader);
  if (++reader->depth > MAX_DEPTH)
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                         _("The elements are nested too deeply."));
  else if (reader->note_depth > 0 || g_strv_contains (notes, element) ||
           is_further_name (reader, element))
    reader->note_depth++;
  else if (g_str_equal (element, "u"))
    start_utterance (reader, names, values);
  else if (reader->open != NULL && g_str_equal (element, "anchor"))
    take_anchor (reader, names, values);
  else if (g_str_equal (element, "timeline"))
    reader->unit_ms = get_unit_ms (find_attribute (names, values, "unit"));
  else if (g_str_equal (element, "when"))
    add_moment (reader, names, values);
  else if (g_str_equal (element, "person"))
    {
      g_free (reader->person);
      reader->person = g_strdup (find_attribute (names, values, "xml:id"));
      clear_name (reader);
    }
  else if (reader->person != NULL && find_name_part (element) >= 0)
    {
      reader->part = find_name_part (element);
      g_string_append_c (reader->parts[reader->part], ' ');
    }
  else if (g_strcmp0 (find_attribute (names, values, "join"), "right") == 0)
    reader->word_joins = TRUE;
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *name,
                gpointer              user_data,
                GError              **error)
{
  TeiReader *reader = user_data;
  const char *element = get_local_name (name);

  reader->depth--;
  if (g_str_equal (element, "w") || g_str_equal (element, "pc"))
    {
      reader->joins = reader->word_joins;
      reader->word_joins = FALSE;
    }
  else if (!g_strv_contains (inline_elements, element))
    {
      append_space (reader);
    }
  if (reader->note_depth > 0)
    {
      reader->note_depth--;
    }
  else if (g_str_equal (element, "u"))
    {
      reader->open = NULL;
    }
  else if (g_str_equal (element, "person") && reader->person != NULL)
    {
      g_hash_table_insert (reader->names, g_steal_pointer (&reader->person),
                           join_name (reader));
    }
  else if (reader->part >= 0 && find_name_part (element) >= 0)
    {
      reader->part = g_str_equal (element, "persName") ? -1 : find_name_part ("persName");
    }
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  TeiReader *reader = user_data;
  GString *out = NULL;

  if (reader->note_depth > 0)
    return;
  if (reader->open != NULL)
    out = reader->open->text;
  else if (reader->part >= 0)
    out = reader->parts[reader->part];
  if (out == NULL)
    return;

  if (reader->joins && strspn (text, " \t\r\n") >= length)
    return;
  reader->joins = FALSE;
  g_string_append_len (out, text, length);
}

/**
 * vsl_transcript_tei_read:
 * @draft: the transcript that is being read
 * @text: the file, in UTF-8
 * @error: return location for an error
 *
 * Reads TEI. A speaker is called as in the list of persons, else by the id in `who`. Notes, noises
 * and gestures are not speech and are left out. Times are those of the timeline, where there is one before the speech.
 *
 * Returns: whether it could be read
 */
gboolean
vsl_transcript_tei_read (VslTranscriptDraft  *draft,
                         const char          *text,
                         GError             **error)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GMarkupParseContext) context = NULL;
  g_autoptr(GError) cause = NULL;
  TeiReader reader = { .draft = draft, .names = names, .times = times, .unit_ms = 1000, .part = -1 };
  gboolean done;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (name_parts); i++)
    reader.parts[i] = g_string_new (NULL);
  context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  reader.context = context;
  done = g_markup_parse_context_parse (context, text, strlen (text), &cause) &&
         g_markup_parse_context_end_parse (context, &cause);
  g_free (reader.person);
  for (i = 0; i < G_N_ELEMENTS (name_parts); i++)
    g_string_free (reader.parts[i], TRUE);
  if (!done)
    {
      g_set_error (error, VSL_TRANSCRIPT_ERROR, VSL_TRANSCRIPT_ERROR_MALFORMED,
                   /* Translators: what the XML reader says, with the line */
                   _("The TEI cannot be read. %s"), cause->message);
      return FALSE;
    }

  vsl_transcript_draft_name_speakers (draft, names);

  return TRUE;
}
