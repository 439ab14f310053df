/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-word-folder.h"

#include "core/vsl-text.h"

#include <string.h>

static const char *const hesitations[] = { "eh", "ehm", "uh", "uhm", "euh", "eeh", "hm", "hmm",
                                           "mm", "um", "er", "erm", "ah", NULL };

static const char *const fillers[] = {
  "nou", "ja", "nee", "dus", "eigenlijk", "zeg", "maar", "gewoon", "weet", "je", "toch", "hoor",
  "zo", "wel", "even", "dan", "okay", "oke", "like", "you", "know", "well", "so", "just", "actually",
  "really", "right", "yeah", "yes", "basically", "kind", "sort", "mean", NULL,
};

static const char *const negations[] = {
  "niet", "geen", "nooit", "niemand", "niets", "nergens", "noch", "zonder", "nimmer", "not", "no",
  "never", "nobody", "nothing", "none", "nor", "neither", "without", "cannot", "nowhere", NULL,
};

/* Numbers in words, by the value at their index. „Een” is left out: it is an article too. */
static const char *const numbers[][21] = {
  { "nul", NULL, "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
    "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
    "twintig" },
  { "zero", NULL, "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty" },
};

static const struct
{
  const char *word;
  const char *figures;
} round_numbers[] = {
  { "dertig", "30" },    { "veertig", "40" },   { "vijftig", "50" }, { "zestig", "60" },
  { "zeventig", "70" },  { "tachtig", "80" },   { "negentig", "90" }, { "honderd", "100" },
  { "duizend", "1000" }, { "thirty", "30" },    { "forty", "40" },   { "fifty", "50" },
  { "sixty", "60" },     { "seventy", "70" },   { "eighty", "80" },  { "ninety", "90" },
  { "hundred", "100" },  { "thousand", "1000" },
};

/* The figures of a number in words, or NULL. */
static char *
dup_figures (const char *word)
{
  guint i, j;

  for (i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      for (j = 0; j < G_N_ELEMENTS (numbers[i]); j++)
        {
          if (g_strcmp0 (numbers[i][j], word) == 0)
            return g_strdup_printf ("%u", j);
        }
    }
  for (i = 0; i < G_N_ELEMENTS (round_numbers); i++)
    {
      if (g_str_equal (round_numbers[i].word, word))
        return g_strdup (round_numbers[i].figures);
    }

  return NULL;
}

/**
 * vsl_word_folder_get_kind:
 * @folded: a folded word
 *
 * Returns: what kind of word it is
 */
VslWordKind
vsl_word_folder_get_kind (const char *folded)
{
  if (g_ascii_isdigit (*folded))
    return VSL_WORD_NUMBER;
  if (g_strv_contains (negations, folded) || g_str_has_suffix (folded, "nt"))
    {
      /* don’t, isn’t, can’t have lost their apostrophe; „kant” and „want” have none to lose. */
      static const char *const contracted[] = { "dont", "isnt", "cant", "wont", "arent", "wasnt",
                                                "werent", "didnt", "doesnt", "hasnt", "havent",
                                                "couldnt", "wouldnt", "shouldnt", "mustnt", NULL };

      if (g_strv_contains (negations, folded) || g_strv_contains (contracted, folded))
        return VSL_WORD_NEGATION;
    }
  if (g_strv_contains (hesitations, folded))
    return VSL_WORD_HESITATION;
  if (g_strv_contains (fillers, folded))
    return VSL_WORD_FILLER;

  return VSL_WORD_PLAIN;
}

/* Letters and digits of a word; a decimal sign between digits stays. */
static char *
fold_word (const char *word)
{
  g_autofree char *lower = vsl_text_fold (word);
  g_autoptr(GString) out = g_string_new (NULL);
  const char *p;
  char *figures;

  for (p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || c == '%' || c == 0x20AC)
        g_string_append_unichar (out, c);
      else if ((c == ',' || c == '.') && out->len > 0 &&
               g_ascii_isdigit (out->str[out->len - 1]) && g_ascii_isdigit (p[1]))
        g_string_append_c (out, c == ',' ? '.' : ',');
    }

  figures = dup_figures (out->str);
  if (figures != NULL)
    return figures;

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
word_clear (gpointer data)
{
  VslWord *word = data;

  g_free (word->shown);
  g_free (word->folded);
}

static gboolean
is_ellipsis (const char *shown)
{
  return strstr (shown, "…") != NULL || strstr (shown, "...") != NULL;
}

static gboolean
closes_sentence (const char *shown)
{
  const char *p = shown + strlen (shown);

  while (p > shown && strchr ("\"')]", p[-1]) != NULL)
    p--;
  if (g_str_has_suffix (shown, "”") || g_str_has_suffix (shown, "’"))
    p = shown + strlen (shown) - strlen ("”");

  return p > shown && strchr (".?!", p[-1]) != NULL;
}

/**
 * vsl_word_folder_split:
 * @text: what was said or quoted
 *
 * Splits a text into words for comparing: without case, accents, punctuation and apostrophes, and
 * with numbers in words as figures. What stands in square brackets is marked; an ellipsis is a word
 * of its own without a folded form.
 *
 * Returns: (transfer full): an array of #VslWord
 */
GArray *
vsl_word_folder_split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (VslWord));
  g_auto(GStrv) parts = NULL;
  gboolean in_brackets = FALSE;
  guint i;

  g_array_set_clear_func (words, word_clear);
  parts = g_strsplit_set (text, " \t\r\n", -1);
  for (i = 0; parts[i] != NULL; i++)
    {
      VslWord word = { 0 };

      if (*parts[i] == '\0')
        continue;
      word.folded = fold_word (parts[i]);
      word.ellipsis = is_ellipsis (parts[i]);
      in_brackets = in_brackets || strchr (parts[i], '[') != NULL;
      word.bracketed = in_brackets;
      if (strchr (parts[i], ']') != NULL)
        in_brackets = FALSE;
      if (*word.folded == '\0' && !word.ellipsis)
        {
          /* A dash or a lone mark says nothing; a full stop after a space ends the sentence. */
          g_free (word.folded);
          continue;
        }
      word.shown = g_strdup (parts[i]);
      word.kind = vsl_word_folder_get_kind (word.folded);
      word.ends_sentence = closes_sentence (parts[i]);
      g_array_append_val (words, word);
    }

  return words;
}
