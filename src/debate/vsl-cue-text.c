/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-cue-text.h"

#include <string.h>

/*
 * The text of a cue: WebVTT's tags and character references, as they are written in practice. Tags
 * only go where they look like tags (`<v Name>`, `</c>`, `<00:00:01.000>`, `{\\an8}`), so that
 * `a < b` in a subtitle stays.
 */

/* The longest tag in bytes: a name with its affiliation. Without a limit, a file of nothing but `<`
 * would be read to its end for each of them. */
#define MAX_TAG_BYTES 512

/* The names that HTML gives to what occurs in European languages; WebVTT takes them all. */
static const struct
{
  const char *name;
  gunichar character;
} references[] = {
  { "amp", 0x0026 }, { "lt", 0x003C }, { "gt", 0x003E }, { "quot", 0x0022 }, { "apos", 0x0027 },
  { "nbsp", 0x00A0 }, { "lrm", 0x200E }, { "rlm", 0x200F }, { "shy", 0x00AD }, { "iexcl", 0x00A1 },
  { "cent", 0x00A2 }, { "pound", 0x00A3 }, { "yen", 0x00A5 }, { "sect", 0x00A7 },
  { "copy", 0x00A9 }, { "ordf", 0x00AA }, { "laquo", 0x00AB }, { "reg", 0x00AE },
  { "deg", 0x00B0 }, { "plusmn", 0x00B1 }, { "sup2", 0x00B2 }, { "sup3", 0x00B3 },
  { "micro", 0x00B5 }, { "para", 0x00B6 }, { "middot", 0x00B7 }, { "sup1", 0x00B9 },
  { "ordm", 0x00BA }, { "raquo", 0x00BB }, { "frac14", 0x00BC }, { "frac12", 0x00BD },
  { "frac34", 0x00BE }, { "iquest", 0x00BF }, { "Agrave", 0x00C0 }, { "Aacute", 0x00C1 },
  { "Acirc", 0x00C2 }, { "Atilde", 0x00C3 }, { "Auml", 0x00C4 }, { "Aring", 0x00C5 },
  { "AElig", 0x00C6 }, { "Ccedil", 0x00C7 }, { "Egrave", 0x00C8 }, { "Eacute", 0x00C9 },
  { "Ecirc", 0x00CA }, { "Euml", 0x00CB }, { "Igrave", 0x00CC }, { "Iacute", 0x00CD },
  { "Icirc", 0x00CE }, { "Iuml", 0x00CF }, { "ETH", 0x00D0 }, { "Ntilde", 0x00D1 },
  { "Ograve", 0x00D2 }, { "Oacute", 0x00D3 }, { "Ocirc", 0x00D4 }, { "Otilde", 0x00D5 },
  { "Ouml", 0x00D6 }, { "times", 0x00D7 }, { "Oslash", 0x00D8 }, { "Ugrave", 0x00D9 },
  { "Uacute", 0x00DA }, { "Ucirc", 0x00DB }, { "Uuml", 0x00DC }, { "Yacute", 0x00DD },
  { "THORN", 0x00DE }, { "szlig", 0x00DF }, { "agrave", 0x00E0 }, { "aacute", 0x00E1 },
  { "acirc", 0x00E2 }, { "atilde", 0x00E3 }, { "auml", 0x00E4 }, { "aring", 0x00E5 },
  { "aelig", 0x00E6 }, { "ccedil", 0x00E7 }, { "egrave", 0x00E8 }, { "eacute", 0x00E9 },
  { "ecirc", 0x00EA }, { "euml", 0x00EB }, { "igrave", 0x00EC }, { "iacute", 0x00ED },
  { "icirc", 0x00EE }, { "iuml", 0x00EF }, { "eth", 0x00F0 }, { "ntilde", 0x00F1 },
  { "ograve", 0x00F2 }, { "oacute", 0x00F3 }, { "ocirc", 0x00F4 }, { "otilde", 0x00F5 },
  { "ouml", 0x00F6 }, { "divide", 0x00F7 }, { "oslash", 0x00F8 }, { "ugrave", 0x00F9 },
  { "uacute", 0x00FA }, { "ucirc", 0x00FB }, { "uuml", 0x00FC }, { "yacute", 0x00FD },
  { "thorn", 0x00FE }, { "yuml", 0x00FF }, { "OElig", 0x0152 }, { "oelig", 0x0153 },
  { "Scaron", 0x0160 }, { "scaron", 0x0161 }, { "fnof", 0x0192 }, { "ensp", 0x2002 },
  { "emsp", 0x2003 }, { "thinsp", 0x2009 }, { "ndash", 0x2013 }, { "mdash", 0x2014 },
  { "lsquo", 0x2018 }, { "rsquo", 0x2019 }, { "sbquo", 0x201A }, { "ldquo", 0x201C },
  { "rdquo", 0x201D }, { "bdquo", 0x201E }, { "dagger", 0x2020 }, { "bull", 0x2022 },
  { "hellip", 0x2026 }, { "permil", 0x2030 }, { "prime", 0x2032 }, { "lsaquo", 0x2039 },
  { "rsaquo", 0x203A }, { "euro", 0x20AC }, { "trade", 0x2122 }, { "larr", 0x2190 },
  { "rarr", 0x2192 }, { "minus", 0x2212 }, { "ne", 0x2260 }, { "le", 0x2264 }, { "ge", 0x2265 },
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
          g_string_append_unichar (out, references[i].character);
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

/* Length in bytes of a style such as `{\\an8}`, which players of SRT understand, 0 when @text is
 * none. */
static gsize
measure_style (const char *text)
{
  const char *end = text[1] == '\\' ? memchr (text, '}', strnlen (text, 32)) : NULL;

  return end != NULL ? (gsize) (end - text + 1) : 0;
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
      gsize plain = strcspn (p, "<&{");
      gsize length = 0;

      g_string_append_len (out, p, (gssize) plain);
      p += plain;
      if (*p == '<')
        length = measure_tag (p);
      else if (*p == '&')
        length = append_reference (out, p);
      else if (*p == '{')
        length = measure_style (p);
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

  *length = 0;
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

/* Length in bytes of what says at the start of a line that somebody else speaks, 0 without: `>> ` in
 * broadcast captions, and a dash where the cue is a @dialogue. */
static gsize
measure_change (const char *text,
                gboolean    dialogue)
{
  static const char *const dashes[] = { "- ", "-", "– ", "–" };
  guint i;

  /* Asked for every line, and almost always in vain. */
  if (*text == '<' || g_ascii_isalnum (*text))
    return 0;
  if (g_str_has_prefix (text, ">> "))
    return strlen (">> ");
  if (g_str_has_prefix (text, "&gt;&gt; "))
    return strlen ("&gt;&gt; ");
  for (i = 0; dialogue && i < G_N_ELEMENTS (dashes); i++)
    {
      if (g_str_has_prefix (text, dashes[i]))
        return strlen (dashes[i]);
    }

  return 0;
}

/* Two people in one cue: the first line and a later one open with a dash. */
static gboolean
is_dialogue (const char *raw)
{
  return measure_change (raw, TRUE) > 0 && !g_str_has_prefix (raw, "--") &&
         (strstr (raw, "\n-") != NULL || strstr (raw, "\n–") != NULL);
}

/* Where the next voice starts, or the next line in which somebody else speaks (elsewhere in a line a
 * dash or `>>` is what somebody typed). */
static const char *
find_change (const char *text,
             gboolean    dialogue)
{
  const char *p;

  for (p = text + strcspn (text, "<\n"); *p != '\0'; p += 1 + strcspn (p + 1, "<\n"))
    {
      gsize length;
      g_autofree char *voice = *p == '<' ? read_voice (p, &length) : NULL;

      if (voice != NULL)
        return p;
      if (*p == '\n' && measure_change (p + 1, dialogue) > 0)
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
  gboolean dialogue = is_dialogue (raw);
  const char *p = raw;
  gboolean first = TRUE;

  do
    {
      gsize change = measure_change (p, dialogue);
      gsize length = 0;
      g_autofree char *voice = read_voice (p + change, &length);
      const char *end;

      p += change + length;
      end = find_change (p, dialogue);

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
