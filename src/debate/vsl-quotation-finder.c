/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-quotation-finder.h"

#include "core/vsl-text.h"
#include "debate/vsl-attribution.h"

#include <string.h>

/* Up to this many words without the end of a sentence are a term, a title or irony. */
#define MAX_SCARE_WORDS 3

/* Words behind which a passage between marks is a title. */
static const char *const title_words[] = {
  "boek", "rapport", "programma", "project", "notitie", "nota", "artikel", "column", "podcast",
  "film", "serie", "bundel", "essay", "onderzoek", "publicatie", "motto", "titel", "thema",
  "term", "woord", "begrip", "report", "book", "programme", "program", "paper", "article", "essay",
  "series", "title", "theme", "motto", "word", "called", "genaamd", "heet", "heette", "getiteld",
  "titled", "entitled", "named", NULL,
};

static char *
dup_word_before (const char *text,
                 gsize       at)
{
  gsize end = at, start;
  g_autofree char *word = NULL;

  while (end > 0 && !g_ascii_isalpha (text[end - 1]))
    {
      if (text[end - 1] != ' ' && text[end - 1] != '\n')
        return g_strdup ("");
      end--;
    }
  for (start = end; start > 0 && g_ascii_isalpha (text[start - 1]);)
    start--;
  word = g_strndup (text + start, end - start);

  return g_ascii_strdown (word, -1);
}

/* “Het thema van de avond was ‘…’”: a word for a title, and a word that says what it is. */
static gboolean
is_named_title (const char *text,
                gsize       at)
{
  static const char *const copulas[] = { "was", "is", "luidt", "luidde", "were", "reads", NULL };
  g_autofree char *before = dup_word_before (text, at);
  gsize start = at;
  g_auto(GStrv) words = NULL;
  g_autofree char *sentence = NULL;
  guint i;

  if (!g_strv_contains (copulas, before))
    return FALSE;

  while (start > 0 && strchr (".!?\n", text[start - 1]) == NULL)
    start--;
  sentence = g_strndup (text + start, at - start);
  words = g_strsplit_set (sentence, " ,", -1);
  for (i = 0; words[i] != NULL; i++)
    {
      g_autofree char *lower = g_ascii_strdown (words[i], -1);

      if (g_strv_contains (title_words, lower))
        return TRUE;
    }

  return FALSE;
}

static gboolean
ends_like_sentence (const char *text,
                    gsize       inner_end,
                    gsize       outer_end)
{
  gunichar last = inner_end > 0 ? g_utf8_get_char (g_utf8_prev_char (text + inner_end)) : 0;
  gunichar next = g_utf8_get_char (text + outer_end);

  /* In Dutch the comma stands outside: “Dat klopt”, zegt zij. */
  return last == '.' || last == '!' || last == '?' || last == 0x2026 || last == ',' || next == ',';
}

/* A term, a title or irony rather than something that was said. */
static gboolean
is_scare_quote (const char          *text,
                const VslQuotedSpan *span,
                const VslAttributed *attributed)
{
  g_autofree char *inner =
    g_strndup (text + span->inner.start, span->inner.end - span->inner.start);
  g_autofree char *before = dup_word_before (text, span->outer.start);
  guint n_words = vsl_text_count_words (inner);
  gboolean sentence = ends_like_sentence (text, span->inner.end, span->outer.end);

  if (n_words == 0)
    return TRUE;
  if (attributed->place == VSL_ATTRIBUTION_NONE && is_named_title (text, span->outer.start))
    return TRUE;
  if (g_strv_contains (title_words, before))
    return !sentence || n_words <= MAX_SCARE_WORDS;
  if (n_words <= MAX_SCARE_WORDS)
    return !sentence || attributed->place != VSL_ATTRIBUTION_SAME_SENTENCE;

  return FALSE;
}

static VslQuotation *
make_quotation (const char          *text,
                VslField             field,
                const VslQuotedSpan *span,
                const VslAttributed *attributed)
{
  g_autofree char *inner =
    g_strndup (text + span->inner.start, span->inner.end - span->inner.start);

  return vsl_quotation_new (field, g_utf8_strlen (text, span->inner.start),
                            g_utf8_strlen (inner, -1), inner, attributed->speaker,
                            attributed->place, attributed->weak, span->repaired);
}

/**
 * vsl_quotation_finder_find_in_text:
 * @text: plain text, paragraphs with an empty line between them
 * @field: the field that it is the text of
 * @participants: (nullable): a model of #VslParticipant, the people who may be speaking
 *
 * Finds what the text quotes and who it says is speaking. Terms, titles and ironic marks are not
 * quotations. Any thread, as long as @participants is not changed meanwhile.
 *
 * Returns: (transfer full) (element-type VslQuotation): the quotations in the order of the text
 */
GPtrArray *
vsl_quotation_finder_find_in_text (const char *text,
                                   VslField    field,
                                   GListModel *participants)
{
  g_autoptr(GPtrArray) quotations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) quoted = NULL;
  g_autoptr(VslAttributor) attributor = NULL;
  guint i;

  g_return_val_if_fail (text != NULL, NULL);

  quoted = vsl_quotation_marks_scan (text);
  attributor = vsl_attributor_new (text, quoted, participants);
  for (i = 0; i < quoted->len; i++)
    {
      const VslQuotedSpan *span = &g_array_index (quoted, VslQuotedSpan, i);
      VslAttributed attributed;

      vsl_attributor_ask (attributor, i, &attributed);
      if (!is_scare_quote (text, span, &attributed))
        g_ptr_array_add (quotations, make_quotation (text, field, span, &attributed));
      g_free (attributed.speaker);
    }

  return g_steal_pointer (&quotations);
}
