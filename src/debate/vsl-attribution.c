/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-attribution-private.h"

#include "core/vsl-text.h"

#include <string.h>

/*
 * Attribution, by the order in which Dutch and English reports do it: in the sentence of the
 * quotation, in the sentence before it, in the sentence after it, or not at all. Only what stands
 * outside quotation marks can attribute.
 */

static void
name_free (gpointer data)
{
  VslAttributionName *name = data;

  g_free (name->full);
  g_free (name->last);
  g_free (name->bare);
  g_free (name->given);
  g_free (name->role);
  g_free (name);
}

/* A first name alone, or a role, says who it is only where nobody else has it. */
static void
note_shared_name (GPtrArray          *names,
                  VslAttributionName *name)
{
  guint i;

  for (i = 0; i < names->len; i++)
    {
      VslAttributionName *other = g_ptr_array_index (names, i);

      if (g_str_equal (other->given, name->given))
        other->shared = name->shared = TRUE;
      if (g_str_equal (other->role, name->role))
        other->shared_role = name->shared_role = TRUE;
    }
}

static char *
dup_first_word (const char *text)
{
  return g_strndup (text, strcspn (text, " ,;("));
}

/**
 * vsl_attributor_new:
 * @text: a text
 * @quoted: (transfer none): its passages between marks, from vsl_quotation_marks_scan()
 * @participants: (nullable): a model of #VslParticipant
 *
 * Returns: (transfer full): a new attributor
 */
VslAttributor *
vsl_attributor_new (const char *text,
                    GArray     *quoted,
                    GListModel *participants)
{
  VslAttributor *self = g_new0 (VslAttributor, 1);
  guint i;

  self->text = g_strdup (text);
  self->quoted = g_array_ref (quoted);
  self->names = g_ptr_array_new_with_free_func (name_free);
  for (i = 0; participants != NULL && i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(VslParticipant) participant = g_list_model_get_item (participants, i);
      VslPerson *person = vsl_participant_get_person (participant);
      VslAttributionName *name = g_new0 (VslAttributionName, 1);

      name->full = vsl_person_dup_full_name (person);
      name->last = vsl_person_dup_last_name (person);
      name->bare = g_strjoin (*vsl_person_get_prefix (person) != '\0' ? " " : "",
                              vsl_person_get_prefix (person), vsl_person_get_family (person), NULL);
      name->given = g_strdup (vsl_person_get_given (person));
      name->role = dup_first_word (vsl_participant_get_role (participant));
      note_shared_name (self->names, name);
      g_ptr_array_add (self->names, name);
    }

  return self;
}

/**
 * vsl_attributor_free:
 * @self: (transfer full): the attributor
 *
 * Frees it.
 */
void
vsl_attributor_free (VslAttributor *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_array_unref (self->quoted);
  g_ptr_array_unref (self->names);
  g_free (self->last_speaker);
  g_free (self);
}

static gboolean
has_words (VslAttributor *self,
           gsize          start,
           gsize          end)
{
  g_autofree char *text = vsl_attributor_blank_quotations (self, start, end);

  return vsl_text_count_words (text) > 0;
}

/* Takes what a clue says. */
static gboolean
accept (VslAttributor  *self,
        VslClue           *clue,
        const char     *antecedent,
        VslAttribution  place,
        VslAttributed  *attributed)
{
  if (clue->named != NULL)
    {
      attributed->speaker = g_strdup (clue->named);
      attributed->weak = clue->weak;
    }
  else if (clue->other != NULL && clue->n_named == 0)
    attributed->speaker = g_steal_pointer (&clue->other);
  else if (clue->pronoun && clue->n_named == 0 && antecedent != NULL)
    {
      attributed->speaker = g_strdup (antecedent);
      attributed->weak = TRUE;
    }
  else
    return FALSE;

  attributed->place = place;
  return TRUE;
}

static gboolean
try_sentence (VslAttributor       *self,
              gsize                paragraph,
              gsize                start,
              gsize                end,
              const VslQuotedSpan *span,
              VslAttribution       place,
              VslAttributed       *attributed)
{
  VslClue clue;
  gboolean found;

  vsl_attributor_read_clue (self, start, end,
                            place == VSL_ATTRIBUTION_SAME_SENTENCE ? span : NULL, &clue);
  /* Behind a quotation a name alone may be the start of something else. */
  found = (place != VSL_ATTRIBUTION_AFTER || (clue.verb && clue.n_named <= 1)) &&
          accept (self, &clue,
                  clue.pronoun ? vsl_attributor_find_antecedent (self, paragraph, start) : NULL,
                  place,
                  attributed);
  g_free (clue.other);

  return found;
}

/* The paragraph around a passage. */
static VslByteSpan
find_paragraph (VslAttributor       *self,
                const VslQuotedSpan *span)
{
  gsize start = span->outer.start;
  const char *end = strstr (self->text + span->outer.end, "\n\n");

  while (start > 0 && !(start >= 2 && strncmp (self->text + start - 2, "\n\n", 2) == 0))
    start--;

  return (VslByteSpan) { start,
                         end != NULL ? (gsize) (end - self->text) : strlen (self->text) };
}

static gboolean
holds_quotation (VslAttributor     *self,
                 const VslByteSpan *sentence)
{
  guint i;

  for (i = 0; i < self->quoted->len; i++)
    {
      const VslQuotedSpan *span = &g_array_index (self->quoted, VslQuotedSpan, i);

      if (span->outer.start < sentence->end && span->outer.end > sentence->start)
        return TRUE;
    }

  return FALSE;
}

/* The first and the last sentence that the passage is part of. */
static void
find_sentences (GArray              *sentences,
                const VslQuotedSpan *span,
                guint               *first,
                guint               *last)
{
  guint i;

  *first = *last = 0;
  for (i = 0; i < sentences->len; i++)
    {
      const VslByteSpan *sentence = &g_array_index (sentences, VslByteSpan, i);

      if (sentence->start <= span->outer.start)
        *first = i;
      if (sentence->start < span->outer.end)
        *last = i;
    }
}

static gboolean
attribute (VslAttributor       *self,
           const VslQuotedSpan *span,
           VslAttributed       *attributed)
{
  VslByteSpan paragraph = find_paragraph (self, span);
  g_autoptr(GArray) sentences =
    vsl_sentences_split (self->text, paragraph.start, paragraph.end);
  const VslByteSpan *sentence;
  guint first, last;
  gsize start, end;

  if (sentences->len == 0)
    return FALSE;
  find_sentences (sentences, span, &first, &last);
  start = g_array_index (sentences, VslByteSpan, first).start;
  end = g_array_index (sentences, VslByteSpan, last).end;

  if (has_words (self, start, end) &&
      try_sentence (self, paragraph.start, start, end, span, VSL_ATTRIBUTION_SAME_SENTENCE,
                    attributed))
    return TRUE;

  if (first > 0)
    {
      sentence = &g_array_index (sentences, VslByteSpan, first - 1);
      if (try_sentence (self, paragraph.start, sentence->start, sentence->end, span,
                        VSL_ATTRIBUTION_BEFORE, attributed))
        return TRUE;
      /* A quotation that follows on a quotation goes on with the same speaker. */
      if (!has_words (self, sentence->start, sentence->end) && self->last_speaker != NULL)
        {
          attributed->speaker = g_strdup (self->last_speaker);
          attributed->place = VSL_ATTRIBUTION_BEFORE;
          return TRUE;
        }
    }

  if (last + 1 < sentences->len)
    {
      sentence = &g_array_index (sentences, VslByteSpan, last + 1);
      if (!holds_quotation (self, sentence) &&
          try_sentence (self, paragraph.start, sentence->start, sentence->end, span,
                        VSL_ATTRIBUTION_AFTER, attributed))
        return TRUE;
    }

  return FALSE;
}

/**
 * vsl_attributor_ask:
 * @self: the attributor
 * @index: the number of a passage; to be asked in the order of the text
 * @attributed: (out caller-allocates): who is said to have said it; its speaker is to be freed
 *
 * Tells who speaks in a passage, as far as the text says so.
 */
void
vsl_attributor_ask (VslAttributor *self,
                    guint          index,
                    VslAttributed *attributed)
{
  g_return_if_fail (self != NULL && attributed != NULL);
  g_return_if_fail (index < self->quoted->len);

  *attributed = (VslAttributed) { NULL, VSL_ATTRIBUTION_NONE, FALSE };
  if (attribute (self, &g_array_index (self->quoted, VslQuotedSpan, index), attributed))
    {
      g_free (self->last_speaker);
      self->last_speaker = g_strdup (attributed->speaker);
    }
}
