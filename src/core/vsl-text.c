/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-text.h"

#include <string.h>

/**
 * vsl_text_is_blank:
 * @text: (nullable): a text
 *
 * Returns: whether there is nothing in it but white space, the no-break space included
 */
gboolean
vsl_text_is_blank (const char *text)
{
  const char *p;

  for (p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return FALSE;
    }

  return TRUE;
}

/**
 * vsl_text_collapse_spaces:
 * @text: a text
 *
 * Returns: (transfer full): @text on one line: every stretch of white space made one space, none at
 *   either end
 */
char *
vsl_text_collapse_spaces (const char *text)
{
  const char *p;
  char *out, *end;

  g_return_val_if_fail (text != NULL, NULL);

  /* It never grows, so that it can be written without looking at the room that is left: every word
   * of every transcript comes by here. */
  out = end = g_malloc (strlen (text) + 1);
  for (p = text; *p != '\0';)
    {
      const char *next;
      gboolean space;

      while ((guchar) *p > ' ' && (guchar) *p < 0x80)
        *end++ = *p++;
      if (*p == '\0')
        break;

      next = g_utf8_next_char (p);
      space = g_unichar_isspace (g_utf8_get_char (p));
      if (!space)
        {
          while (p < next)
            *end++ = *p++;
        }
      else if (end > out && end[-1] != ' ')
        {
          *end++ = ' ';
        }
      p = next;
    }
  if (end > out && end[-1] == ' ')
    end--;
  *end = '\0';

  return out;
}

/**
 * vsl_text_count_words:
 * @text: (nullable): a text
 *
 * A word is what stands between white space and holds a letter or a digit, so that neither dashes
 * nor the signs of Markdown count.
 *
 * Returns: the number of words
 */
guint
vsl_text_count_words (const char *text)
{
  const char *p;
  guint count = 0;
  guint counted = 0; /* 1 inside a word that was counted */

  for (p = text; p != NULL && *p != '\0';)
    {
      gunichar c = (guchar) *p;
      guint space, letter;

      /* Runs over a whole article at every save. ASCII is done by a table and by arithmetic: a
       * processor guesses wrong where a word ends, and need not wait to know the next character. */
      if (c < 0x80)
        {
          space = g_ascii_isspace (c) != 0;
          letter = g_ascii_isalnum (c) != 0;
          p++;
        }
      else
        {
          c = g_utf8_get_char (p);
          space = g_unichar_isspace (c);
          letter = g_unichar_isalnum (c);
          p = g_utf8_next_char (p);
        }
      count += letter & ~counted;
      counted = (counted | letter) & ~space;
    }

  return count;
}

/**
 * vsl_text_fold:
 * @text: a text
 *
 * Returns: (transfer full): @text for comparing: without case, accents and the difference between
 *   straight and typographic apostrophes, with single spaces
 */
char *
vsl_text_fold (const char *text)
{
  g_autofree char *apart = NULL;
  g_autoptr(GString) out = NULL;
  const char *p;

  g_return_val_if_fail (text != NULL, NULL);

  apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  out = g_string_new (NULL);
  for (p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (c == 0x2019 || c == 0x2018)
        c = '\'';
      if (g_unichar_isspace (c))
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
          continue;
        }
      g_string_append_unichar (out, g_unichar_tolower (c));
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * vsl_text_hash:
 * @text: a text
 *
 * Returns: (transfer full): the SHA-256 of its bytes in lower-case hexadecimal
 */
char *
vsl_text_hash (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* Letters that no decomposition takes apart. */
static const char *
transliterate (gunichar c)
{
  static const struct
  {
    gunichar letter;
    const char *ascii;
  } letters[] = {
    { 0x00DF, "ss" }, { 0x00E6, "ae" }, { 0x00F0, "d" }, { 0x00F8, "o" },  { 0x00FE, "th" },
    { 0x0111, "d" },  { 0x0131, "i" },  { 0x0142, "l" }, { 0x0153, "oe" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (letters[i].letter == c)
        return letters[i].ascii;
    }

  return NULL;
}

/**
 * vsl_text_make_slug:
 * @text: a text, for example a headline
 * @max_bytes: the most bytes it may have
 *
 * Makes the part of an address that says what a page is about: `[a-z0-9]` with single hyphens, cut
 * between words. Apostrophes vanish (`zo’n` → `zon`), other signs become hyphens.
 *
 * Returns: (transfer full): the slug; empty when nothing of @text can be written in ASCII
 */
char *
vsl_text_make_slug (const char *text,
                    gsize       max_bytes)
{
  g_autofree char *folded = NULL;
  g_autoptr(GString) slug = NULL;
  const char *p;

  g_return_val_if_fail (text != NULL, NULL);

  folded = vsl_text_fold (text);
  slug = g_string_new (NULL);
  for (p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && g_ascii_isalnum ((char) c))
        g_string_append_c (slug, (char) c);
      else if (transliterate (c) != NULL)
        g_string_append (slug, transliterate (c));
      else if (c != '\'' && !g_unichar_isalnum (c) && slug->len > 0 &&
               slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
    }

  if (slug->len > max_bytes)
    {
      gboolean inside = slug->str[max_bytes] != '-';
      char *hyphen;

      g_string_truncate (slug, max_bytes);
      hyphen = inside ? strrchr (slug->str, '-') : NULL;
      if (hyphen != NULL)
        g_string_truncate (slug, hyphen - slug->str);
    }
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);

  return g_string_free (g_steal_pointer (&slug), FALSE);
}

/**
 * vsl_text_guess_language:
 * @text: a text of at least a few sentences
 *
 * Counts the commonest words that only one of the two languages has. Enough to tell a Dutch article
 * from an English one, and no more than that.
 *
 * Returns: (transfer none): `en` when English words are in the majority, else `nl`
 */
const char *
vsl_text_guess_language (const char *text)
{
  static const char *const dutch[] = { "de", "het", "een", "en", "van", "dat", "niet", "zijn",
                                       "voor", "met", "ook", "maar", "aan", "door", "er", NULL };
  static const char *const english[] = { "the", "a", "an", "and", "of", "that", "not", "are",
                                         "for", "with", "also", "but", "to", "by", "there", NULL };
  g_autofree char *folded = NULL;
  g_auto(GStrv) words = NULL;
  int balance = 0;
  guint i;

  g_return_val_if_fail (text != NULL, "nl");

  folded = vsl_text_fold (text);
  words = g_strsplit_set (folded, " .,:;!?()", 2000);
  for (i = 0; words[i] != NULL; i++)
    {
      balance += g_strv_contains (english, words[i]);
      balance -= g_strv_contains (dutch, words[i]);
    }

  return balance > 0 ? "en" : "nl";
}
