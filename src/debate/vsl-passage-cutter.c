/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-passage-cutter.h"

#include "core/vsl-sentences.h"
#include "core/vsl-text.h"

#include <string.h>

/* What can be quoted: not a murmur, and not a speech. */
#define MIN_WORDS 12
#define MAX_WORDS 45
#define MAX_SENTENCES 3

/* What is said to lead a debate, or about the meeting itself, rather than to take part in it. As
 * vsl_text_fold() leaves it. */
static const char *const procedures[] = {
  "het woord aan", "geef ik het woord", "aan het woord laten", "dank u wel", "dank je wel", "bedanken voor",
  "dank voor de uitnodiging", "welkom", "volgende spreker", "we gaan door", "we ronden af", "tot slot wil ik",
  "de stelling luidt", "volgende stelling", "tweede stelling", "derde stelling", "laatste stelling",
  "op de tijd letten", "binnen de tijd", "punt van orde", "uit de chat", "in de chat", "via de chat",
  "volgende dia", "volgende slide", "mijn scherm", "scherm delen", "op mute", "gemuteerd", "mijn microfoon",
  "hoort u mij", "hoor je mij", "horen jullie mij", "mij horen", "mij verstaan", "ik hoor u",
  "vraag goed begrepen", "vraag herhalen", "nog een keer herhalen", "ik moet helaas", "andere afspraak",
  "hand omhoog", "haar hand al", "zijn hand al", "deze vergadering", "de notulen",
  "the floor", "thank you", "thanks for", "many thanks", "welcome", "next speaker", "let us move on",
  "next statement", "running out of time", "point of order", "in the chat", "next slide", "my screen",
  "share my screen", "own screen", "on mute", "my microphone", "can you hear", "hear me", "have to leave",
  "another meeting", "understood the question", "repeat the question", "repeat it", "for having me",
  "raised her hand", "raised his hand", "this meeting", "the minutes", NULL,
};

/* Sentences beside each other, in bytes of the text. */
typedef struct
{
  gsize start;
  gsize end;
  guint sentences;
  guint words;
} Run;

static gboolean
is_procedure (const char *text)
{
  g_autofree char *folded = vsl_text_fold (text);
  guint i;

  for (i = 0; procedures[i] != NULL; i++)
    {
      if (strstr (folded, procedures[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* When the byte at @at is said, if people speak evenly. */
static gint64
guess_time (VslUtterance *utterance,
            gsize         at)
{
  gint64 start = vsl_utterance_get_start_ms (utterance);
  gint64 end = vsl_utterance_get_end_ms (utterance);
  gsize length = strlen (vsl_utterance_get_text (utterance));

  if (start == VSL_TIME_UNKNOWN || end <= start || length == 0)
    return start;

  return start + (gint64) ((double) (end - start) * (double) at / (double) length);
}

static void
flush (VslUtterance *utterance,
       Run          *run,
       GPtrArray    *passages)
{
  const char *text = vsl_utterance_get_text (utterance);
  g_autofree char *part = NULL;

  if (run->words >= MIN_WORDS)
    {
      part = g_strstrip (g_strndup (text + run->start, run->end - run->start));
      g_ptr_array_add (passages,
                       vsl_utterance_new (vsl_utterance_get_id (utterance),
                                          guess_time (utterance, run->start),
                                          guess_time (utterance, run->end),
                                          vsl_utterance_get_speaker (utterance), part, FALSE));
    }
  *run = (Run) { 0 };
}

/**
 * vsl_passage_cutter_cut:
 * @utterance: something that was said, and is on the record
 * @passages: (element-type VslUtterance): to which passages of it are added
 *
 * Cuts what may be a speech into passages of a few sentences that can be quoted, and leaves out the
 * sentences that lead the debate or are about the meeting. They have the id and the speaker of
 * @utterance, and a time that is guessed from the place in it.
 */
void
vsl_passage_cutter_cut (VslUtterance *utterance,
                        GPtrArray    *passages)
{
  const char *text = vsl_utterance_get_text (utterance);
  g_autoptr(GArray) sentences = vsl_sentences_split (text, 0, strlen (text));
  Run run = { 0 };
  guint i;

  for (i = 0; i < sentences->len; i++)
    {
      const VslByteSpan *span = &g_array_index (sentences, VslByteSpan, i);
      g_autofree char *sentence = g_strndup (text + span->start, span->end - span->start);
      guint words = vsl_text_count_words (sentence);
      gboolean procedure = is_procedure (sentence);

      if (procedure || run.sentences == MAX_SENTENCES ||
          (run.sentences > 0 && run.words + words > MAX_WORDS))
        flush (utterance, &run, passages);
      if (procedure)
        continue;
      if (run.sentences == 0)
        run.start = span->start;
      run.end = span->end;
      run.words += words;
      run.sentences++;
    }
  flush (utterance, &run, passages);
}
