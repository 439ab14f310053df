/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-cue-text.h"

#include <string.h>

/*
 * The text of a cue: WebVTT's tags and character references, as they are written in practice. Tags
 * only go where they look like tags (`<v Name>`, `</c>`, `<00:00:01.000>`), so that `a < b` in a
 * subtitle stays.
 */

/* The longest tag in bytes: a name with its affiliation. Without a limit, a file of nothing but `<`
 * would be read to its end for each of them. */
#define MAX_TAG_BYTES 512

static const struct
{
  const char *name;
  const char *text;
} references[] = {
  { "amp", "&" },   { "lt", "<" },        { "gt", ">" },       { "quot", "\"" },
  { "apos", "'" },  { "nbsp", "\u00a0" }, { "lrm", "\u200e" }, { "rlm", "\u200f" },
};

static gboolean
append_number (GString    *out,
               const char *digits,
               const char *end)
{
  gboolean hexadecimal = *digits == 'x' || *digits == 'X';
  char *stop = NULL;
  guint64 value = g_ascii_strtoull (digits + hexadecimal, &stop, hexadecimal ? 16 : 10);

  if (stop != end || value == 0 || !g_unichar_validate ((gunichar) MIN (value, G_MAXUINT32)))
    return FALSE;

  g_string_append_unichar (out, (gunichar) value);
  return TRUE;
}

/* Appends what the reference at @text stands for. Returns its length in bytes, 0 when it is none. */
static gsize
append_reference (GString    *out,
                  const char *text)
{
  const char *end = memchr (text, ';', strnlen (text, 12));
  guint i;

  if (end == NULL)
    return 0;
  if (text[1] == '#')
    return append_number (out, text + 2, end) ? (gsize) (end - text + 1) : 0;

  for (i = 0; i < G_N_ELEMENTS (references); i++)
    {
      if (strlen (references[i].name) == (gsize) (end - text - 1) &&
          strncmp (text + 1, references[i].name, end - text - 1) == 0)
        {
          g_string_append (out, references[i].text);
          return end - text + 1;
        }
    }

  return 0;
}

/* The `>` that closes the tag at @text. */
static const char *
find_tag_end (const char *text)
{
  return memchr (text, '>', strnlen (text, MAX_TAG_BYTES));
}

/* Length in bytes of the tag at @text, 0 when it only looks like one. */
static gsize
measure_tag (const char *text)
{
  static const char *const names[] = { "v", "c", "i", "b", "u", "ruby", "rt", "lang", "font", "em" };
  const char *end = find_tag_end (text);
  const char *name = text + 1;
  gsize length;
  guint i;

  if (end == NULL)
    return 0;
  if (*name == '/')
    name++;
  if (g_ascii_isdigit (*name))
    return strspn (name, "0123456789:.") == (gsize) (end - name) ? (gsize) (end - text + 1) : 0;

  length = strcspn (name, ". \t\n>");
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strlen (names[i]) == length && g_ascii_strncasecmp (name, names[i], length) == 0)
        return end - text + 1;
    }

  return 0;
}

/**
 * vsl_cue_text_decode:
 * @raw: text of a cue as it stands in the file
 *
 * Returns: (transfer full): the words: without tags, references decoded, line breaks kept
 */
char *
vsl_cue_text_decode (const char *raw)
{
  g_autoptr(GString) out = g_string_sized_new (strlen (raw));
  const char *p = raw;

  while (*p != '\0')
    {
      gsize plain = strcspn (p, "<&");
      gsize length = 0;

      g_string_append_len (out, p, (gssize) plain);
      p += plain;
      if (*p == '<')
        length = measure_tag (p);
      else if (*p == '&')
        length = append_reference (out, p);
      if (length == 0 && *p != '\0')
        {
          g_string_append_c (out, *p);
          length = 1;
        }
      p += length;
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* The voice tag at @text: `<v Name>`, `<v.loud Name>`. */
static char *
read_voice (const char *text,
            gsize      *length)
{
  const char *end, *name;
  char *voice;

  if (g_ascii_strncasecmp (text, "<v", 2) != 0 || strchr (". \t", text[2]) == NULL ||
      text[2] == '\0')
    return NULL;

  end = find_tag_end (text);
  if (end == NULL)
    return NULL;

  name = text + 2;
  if (*name == '.')
    name += strcspn (name, " \t>");
  *length = end - text + 1;
  voice = g_strndup (name, end - name);
  if (strpbrk (voice, "<&") != NULL)
    {
      g_autofree char *raw = voice;

      voice = vsl_cue_text_decode (raw);
    }

  return g_strstrip (voice);
}

/* Where the next voice starts, or the next line with `>>` (a change of speaker in broadcast
 * captions; elsewhere in a line it is what somebody typed). */
static const char *
find_change (const char *text)
{
  const char *p;

  for (p = text + strcspn (text, "<\n"); *p != '\0'; p += 1 + strcspn (p + 1, "<\n"))
    {
      gsize length;
      g_autofree char *voice = *p == '<' ? read_voice (p, &length) : NULL;

      if (voice != NULL)
        return p;
      if (*p == '\n' &&
          (g_str_has_prefix (p + 1, ">> ") || g_str_has_prefix (p + 1, "&gt;&gt; ")))
        return p + 1;
    }

  return p;
}

/* Teams numbers the parts of one utterance `GUID/segment-part`. */
static char *
dup_segment (const char *id)
{
  const char *slash = id != NULL ? strchr (id, '/') : NULL;
  const char *dash = slash != NULL ? strrchr (slash, '-') : NULL;

  return dash != NULL ? g_strndup (id, dash - id) : NULL;
}

/**
 * vsl_cue_text_add:
 * @draft: the transcript that is being read
 * @raw: the text of one cue as it stands in the file
 * @id: (nullable): its id
 * @line: the line of its timing, from 1
 * @start_ms: when it starts
 * @end_ms: when it ends
 *
 * Adds a stretch for every voice in the cue.
 */
void
vsl_cue_text_add (VslTranscriptDraft *draft,
                  const char         *raw,
                  const char         *id,
                  guint               line,
                  gint64              start_ms,
                  gint64              end_ms)
{
  const char *p = raw;
  gboolean first = TRUE;

  do
    {
      gsize length = 0;
      g_autofree char *voice = read_voice (p, &length);
      gboolean change = g_str_has_prefix (p, ">> ") || g_str_has_prefix (p, "&gt;&gt; ");
      const char *end;

      if (voice != NULL)
        p += length;
      else if (change)
        p = strchr (p, ' ') + 1;
      end = find_change (p);

      if (!first || voice != NULL || end > p || *end == '\0')
        {
          g_autofree char *part = g_strndup (p, end - p);
          g_autofree char *words = vsl_cue_text_decode (part);
          VslStretch *stretch = vsl_transcript_draft_add (draft, line, start_ms, end_ms);

          stretch->id = first ? g_strdup (id) : NULL;
          stretch->segment = dup_segment (id);
          g_string_assign (stretch->text, words);
          if (voice != NULL && *voice != '\0')
            vsl_stretch_take_speaker (stretch, g_steal_pointer (&voice));
          first = FALSE;
        }
      p = end;
    }
  while (*p != '\0');
}
