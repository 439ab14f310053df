/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-tei-writer.h"

#include "core/vsl-person.h"
#include "core/vsl-text.h"
#include "debate/vsl-speaker-likeness.h"

#include <string.h>

/*
 * TEI in the style of ParlaMint; times stand in a timeline, as ISO 24624 has it for speech, because
 * ParlaMint itself keeps none.
 */

#define MAX_SLUG 60

/* Where the timeline begins; XML ids of utterances are never like this. */
#define ORIGIN "T0"

typedef struct
{
  GString *out;
  VslTranscript *transcript;
  GHashTable *ids; /* (owned) speaker → XML id */
  const char *chair;
} Writer;

/* The signs that a name in XML may have, of those that ids of utterances are made of. */
static gboolean
is_name (const char *text)
{
  const char *p;

  if (!g_ascii_isalpha (*text) && *text != '_')
    return FALSE;
  for (p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && strchr ("-_.", *p) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Two speakers whose names differ in an accent only must not become one person. */
static char *
make_person_id (GHashTable *taken,
                const char *speaker)
{
  g_autofree char *slug = vsl_text_make_slug (speaker, MAX_SLUG);
  g_autofree char *id = g_strdup_printf ("p-%s", *slug != '\0' ? slug : "x");
  guint n;

  for (n = 2; g_hash_table_contains (taken, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("p-%s.%u", *slug != '\0' ? slug : "x", n);
    }
  g_hash_table_add (taken, g_strdup (id));

  return g_steal_pointer (&id);
}

static void
write_person (Writer     *writer,
              const char *speaker)
{
  g_autoptr(VslPerson) person = vsl_person_new_from_text (speaker);
  g_autofree char *given = g_markup_escape_text (vsl_person_get_given (person), -1);
  g_autofree char *link = g_markup_escape_text (vsl_person_get_prefix (person), -1);
  g_autofree char *family = g_markup_escape_text (vsl_person_get_family (person), -1);

  g_string_append_printf (writer->out, "        <person xml:id=\"%s\"><persName>",
                          (const char *) g_hash_table_lookup (writer->ids, speaker));
  if (*given != '\0')
    g_string_append_printf (writer->out, "<forename>%s</forename>", given);
  if (*link != '\0')
    g_string_append_printf (writer->out, "<nameLink>%s</nameLink>", link);
  g_string_append_printf (writer->out, "<surname>%s</surname></persName></person>\n", family);
}

static void
write_head (Writer     *writer,
            const char *title,
            const char *language)
{
  g_auto(GStrv) speakers = vsl_transcript_dup_speakers (writer->transcript);
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *escaped = g_markup_escape_text (title != NULL ? title : "", -1);
  guint i;

  g_string_append_printf (
    writer->out,
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"%s\">\n  <teiHeader>\n    <fileDesc>\n"
    "      <titleStmt><title>%s</title></titleStmt>\n"
    "      <publicationStmt><p/></publicationStmt>\n      <sourceDesc><p/></sourceDesc>\n"
    "    </fileDesc>\n    <profileDesc>\n      <particDesc><listPerson>\n",
    language, escaped);
  for (i = 0; speakers[i] != NULL; i++)
    {
      g_hash_table_insert (writer->ids, g_strdup (speakers[i]),
                           make_person_id (taken, speakers[i]));
      write_person (writer, speakers[i]);
    }
  g_string_append (writer->out, "      </listPerson></particDesc>\n    </profileDesc>\n"
                                "  </teiHeader>\n  <text>\n");
}

static void
write_moment (Writer *writer,
              guint   index,
              char    side,
              gint64  ms)
{
  if (ms != VSL_TIME_UNKNOWN)
    g_string_append_printf (writer->out,
                            "      <when xml:id=\"T%u%c\" interval=\"%" G_GINT64_FORMAT
                            ".%03d\" since=\"#" ORIGIN "\"/>\n",
                            index + 1, side, ms / 1000, (int) (ms % 1000));
}

static void
write_timeline (Writer *writer)
{
  guint n = vsl_transcript_get_n_utterances (writer->transcript);
  guint i;

  g_string_append (writer->out, "    <timeline unit=\"s\" origin=\"#" ORIGIN "\">\n"
                                "      <when xml:id=\"" ORIGIN "\"/>\n");
  for (i = 0; i < n; i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (writer->transcript, i);

      write_moment (writer, i, 'a', vsl_utterance_get_start_ms (utterance));
      write_moment (writer, i, 'b', vsl_utterance_get_end_ms (utterance));
    }
  g_string_append (writer->out, "    </timeline>\n");
}

static void
write_utterance (Writer *writer,
                 guint   index)
{
  VslUtterance *utterance = vsl_transcript_get_utterance (writer->transcript, index);
  const char *speaker = vsl_utterance_get_speaker (utterance);
  const char *id = vsl_utterance_get_id (utterance);
  g_autofree char *text = g_markup_escape_text (vsl_utterance_get_text (utterance), -1);
  gboolean chair = writer->chair != NULL &&
                   vsl_speaker_likeness_compare (speaker, writer->chair) == VSL_LIKENESS_SAME;

  if (is_name (id))
    g_string_append_printf (writer->out, "    <u xml:id=\"%s\"", id);
  else
    g_string_append_printf (writer->out, "    <u xml:id=\"u.%u\"", index + 1);
  if (*speaker != '\0')
    g_string_append_printf (writer->out, " who=\"#%s\" ana=\"#%s\"",
                            (const char *) g_hash_table_lookup (writer->ids, speaker),
                            chair ? "chair" : "regular");
  if (vsl_utterance_get_start_ms (utterance) != VSL_TIME_UNKNOWN)
    g_string_append_printf (writer->out, " start=\"#T%ua\"", index + 1);
  if (vsl_utterance_get_end_ms (utterance) != VSL_TIME_UNKNOWN)
    g_string_append_printf (writer->out, " end=\"#T%ub\"", index + 1);
  g_string_append_printf (writer->out, "><seg>%s</seg></u>\n", text);
}

/**
 * vsl_tei_writer_write:
 * @out: where to write
 * @transcript: a transcript
 * @title: (nullable): the title of the debate
 * @language: the language that is spoken
 * @chair: (nullable): the name of the chair
 *
 * Writes a transcript as TEI. An id that is no name in XML is replaced by one that is. Any thread.
 */
void
vsl_tei_writer_write (GString       *out,
                      VslTranscript *transcript,
                      const char    *title,
                      const char    *language,
                      const char    *chair)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Writer writer = { out, transcript, ids, chair };
  guint i;

  write_head (&writer, title, language);
  write_timeline (&writer);
  g_string_append (out, "    <body><div type=\"debateSection\">\n");
  for (i = 0; i < vsl_transcript_get_n_utterances (transcript); i++)
    write_utterance (&writer, i);
  g_string_append (out, "    </div></body>\n  </text>\n</TEI>\n");
}
