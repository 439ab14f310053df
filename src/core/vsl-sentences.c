/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-sentences.h"

#include <string.h>

/* Abbreviations whose full stop ends no sentence, without that stop. */
static const char *const abbreviations[] = {
  "bijv", "bv",  "ca",   "co",  "dhr", "dr",   "drs", "e.d", "enz", "etc", "evt", "excl", "ing",
  "inc",  "incl", "ir",  "jl",  "jr",  "mej",  "mevr", "min", "mr", "mrs", "ms",  "mw",   "nl",
  "nr",   "o.a", "p",    "pag", "prof", "resp", "sr",  "st",  "str", "vgl", "vs",  "zgn",  NULL,
};

/* Where the word that ends at @stop (the place of a full stop) starts. */
static gboolean
is_abbreviation (const char *text,
                 gsize       start,
                 gsize       stop)
{
  g_autofree char *word = NULL;
  g_autofree char *lower = NULL;
  gsize at = stop;

  while (at > start && text[at - 1] != ' ' && text[at - 1] != '\n' && text[at - 1] != '(')
    at--;
  if (at == stop)
    return FALSE;

  word = g_strndup (text + at, stop - at);
  lower = g_utf8_strdown (word, -1);

  /* One letter is an initial, and so are letters with stops between them. */
  return g_utf8_strlen (word, -1) == 1 || strchr (word, '.') != NULL ||
         g_strv_contains (abbreviations, lower);
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 ||
         c == 0x00BB || c == 0x201C;
}

/* A new sentence starts with a capital, a figure, or a mark before one of those. */
static gboolean
may_start_sentence (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  while (c != 0 && !g_unichar_isalnum (c) && !g_unichar_isspace (c))
    {
      text = g_utf8_next_char (text);
      c = g_utf8_get_char (text);
    }

  return g_unichar_isupper (c) || g_unichar_isdigit (c) || c == 0x2019;
}

/* If a sentence ends at the mark at @at, the place behind it and its closing marks; else 0. */
static gsize
find_end (const char *text,
          gsize       start,
          gsize       at,
          gsize       end)
{
  gunichar mark = g_utf8_get_char (text + at);
  const char *p = g_utf8_next_char (text + at);
  const char *next;

  if (mark != '.' && mark != '!' && mark != '?' && mark != 0x2026)
    return 0;
  if (mark == '.' && is_abbreviation (text, start, at))
    return 0;

  while (p < text + end && is_closing (g_utf8_get_char (p)))
    {
      /* “ closes in „…“ but opens after a space; here it stands tight against the stop. */
      p = g_utf8_next_char (p);
    }
  if (p >= text + end)
    return end;
  if (!g_unichar_isspace (g_utf8_get_char (p)))
    return 0;

  next = p;
  while (next < text + end && g_unichar_isspace (g_utf8_get_char (next)))
    next = g_utf8_next_char (next);

  return next >= text + end || may_start_sentence (next) ? (gsize) (p - text) : 0;
}

/**
 * vsl_sentences_split:
 * @text: a text
 * @start: the first byte that counts
 * @end: the byte behind the last that counts
 *
 * Splits a paragraph of Dutch or English into sentences. A question in quotation marks that goes on
 * in small letters (`“Klopt dat?” vraagt zij.`) stays whole, and abbreviations and initials end
 * nothing.
 *
 * Returns: (transfer full): an array of #VslByteSpan, in order, without white space at the ends
 */
GArray *
vsl_sentences_split (const char *text,
                     gsize       start,
                     gsize       end)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (VslByteSpan));
  gsize first = start, at = start;

  while (at < end)
    {
      gsize stop = find_end (text, first, at, end);

      if (stop == 0)
        {
          at = g_utf8_next_char (text + at) - text;
          if (at < end)
            continue;
          stop = end;
        }

      while (first < stop && g_unichar_isspace (g_utf8_get_char (text + first)))
        first = g_utf8_next_char (text + first) - text;
      if (first < stop)
        {
          VslByteSpan span = { first, stop };

          g_array_append_val (sentences, span);
        }
      first = at = stop;
    }

  return sentences;
}
