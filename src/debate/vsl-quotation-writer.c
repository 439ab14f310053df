/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "config.h"

#include "debate/vsl-quotation-writer.h"

#include "debate/vsl-speaker-likeness.h"
#include "debate/vsl-word-folder.h"

#include <string.h>

/* Marks that end a sentence or a part of it; a quotation keeps its own. */
#define END_MARKS ".,;:!?"

/* Behind the words, by language; in turn, so that a report does not say the same verb all the time. */
static const char *const dutch[] = { "zegt %s", "stelt %s", "aldus %s", "vertelt %s", "vindt %s" };
static const char *const english[] = { "says %s", "argues %s", "explains %s", "according to %s" };

static void
append_word (GString    *out,
             const char *word)
{
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, word);
}

/* The words of a part that belong to what was said, hesitations left out. */
static void
append_said (GString           *out,
             const VslDiffPart *part)
{
  g_autoptr(GArray) words = vsl_word_folder_split (part->text);
  guint i;

  for (i = 0; i < words->len; i++)
    {
      const VslWord *word = &g_array_index (words, VslWord, i);

      if (word->ellipsis || word->kind == VSL_WORD_HESITATION)
        continue;
      append_word (out, word->shown);
    }
}

/* How @text ends: the marks behind its last word. */
static const char *
find_end_marks (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text && (strchr (END_MARKS, end[-1]) != NULL || end[-1] == ' '))
    end--;

  return end;
}

static gboolean
starts_upper (const char *text)
{
  return g_unichar_isupper (g_utf8_get_char (text));
}

/**
 * vsl_quotation_writer_dup_as_said:
 * @quoted: the words of a quotation
 * @match: where they come from
 *
 * Gives what was said instead of what was quoted: the words of the transcript over the same stretch,
 * without hesitations, with the capital and the end of @quoted. Where @quoted leaves words out between
 * its parts, an ellipsis stays.
 *
 * Returns: (transfer full) (nullable): the words; %NULL when @match has no place
 */
char *
vsl_quotation_writer_dup_as_said (const char     *quoted,
                                  const VslMatch *match)
{
  g_autoptr(GString) out = g_string_new (NULL);
  char first[7];
  guint i;

  g_return_val_if_fail (quoted != NULL && match != NULL, NULL);

  for (i = 0; i < match->diff->len; i++)
    {
      const VslDiffPart *part = g_ptr_array_index (match->diff, i);

      if (part->op == VSL_DIFF_DELETE && g_str_has_suffix (part->text, "…"))
        append_word (out, "…");
      else if (part->op != VSL_DIFF_INSERT)
        append_said (out, part);
    }
  if (out->len == 0)
    return NULL;

  g_string_truncate (out, (gsize) (find_end_marks (out->str) - out->str));
  g_string_append (out, find_end_marks (quoted));
  if (!starts_upper (quoted))
    return g_string_free (g_steal_pointer (&out), FALSE);

  first[g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (out->str)), first)] = '\0';

  return g_strconcat (first, g_utf8_next_char (out->str), NULL);
}

/* The marks that the article uses already, else the double ones. */
static void
find_marks (const char  *body,
            const char **open,
            const char **close)
{
  static const struct
  {
    const char *open, *close;
  } marks[] = { { "“", "”" }, { "„", "”" }, { "«", "»" }, { "‘", "’" } };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (strstr (body, marks[i].open) == NULL)
        continue;
      *open = marks[i].open;
      *close = marks[i].close;
      return;
    }
  *open = marks[0].open;
  *close = marks[0].close;
}

/* The name as it is written here: whole when it is new to the reader, else the last name. */
static char *
dup_name (VslArticle *article,
          const char *speaker)
{
  guint i;

  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    {
      VslParticipant *participant = vsl_article_get_participant (article, i);
      const char *name = vsl_participant_get_name (participant);

      if (vsl_speaker_likeness_compare (speaker, name) != VSL_LIKENESS_SAME)
        continue;
      if (strstr (vsl_article_get_text (article, VSL_FIELD_BODY), name) != NULL)
        return vsl_person_dup_last_name (vsl_participant_get_person (participant));
      return g_strdup (name);
    }

  return g_strdup (speaker);
}

/**
 * vsl_quotation_writer_dup_attributed:
 * @article: where it is to stand, for its language, its marks and its people
 * @words: what was said
 * @speaker: who said it, as the transcript has it
 * @turn: a number that grows, for another verb each time
 *
 * Writes a quotation as a sentence of its own, said by its speaker.
 *
 * Returns: (transfer full): the sentence
 */
char *
vsl_quotation_writer_dup_attributed (VslArticle *article,
                                     const char *words,
                                     const char *speaker,
                                     guint       turn)
{
  gboolean is_dutch = g_str_has_prefix (vsl_article_get_language (article), "nl");
  const char *pattern = is_dutch ? dutch[turn % G_N_ELEMENTS (dutch)]
                                 : english[turn % G_N_ELEMENTS (english)];
  const char *open, *close;
  g_autofree char *name = dup_name (article, speaker);
  g_autofree char *clean = g_strstrip (g_strdup (words));
  g_auto(GStrv) parts = g_strsplit (pattern, "%s", 2);
  gsize length = strlen (clean);
  gboolean asks = length > 0 && strchr ("!?", clean[length - 1]) != NULL;

  g_return_val_if_fail (words != NULL && speaker != NULL, NULL);

  find_marks (vsl_article_get_text (article, VSL_FIELD_BODY), &open, &close);
  if (!asks)
    clean[find_end_marks (clean) - clean] = '\0';

  /* In Dutch the comma stands outside the marks, in English inside them and not behind a question. */
  return g_strconcat (open, clean, is_dutch || asks ? "" : ",", close, is_dutch ? ", " : " ",
                      parts[0], name, parts[1], ".", NULL);
}
