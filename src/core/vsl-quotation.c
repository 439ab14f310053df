/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-quotation.h"

static const char *const attribution_names[VSL_N_ATTRIBUTIONS] = {
  [VSL_ATTRIBUTION_SAME_SENTENCE] = "same-sentence",
  [VSL_ATTRIBUTION_BEFORE] = "before",
  [VSL_ATTRIBUTION_AFTER] = "after",
  [VSL_ATTRIBUTION_NONE] = "none",
};

static const char *const verdict_names[VSL_N_VERDICTS] = {
  [VSL_VERDICT_VERBATIM] = "verbatim",
  [VSL_VERDICT_CLEANED] = "cleaned",
  [VSL_VERDICT_EDITED] = "edited",
  [VSL_VERDICT_CANDIDATE] = "candidate",
  [VSL_VERDICT_NOT_FOUND] = "not-found",
  [VSL_VERDICT_OTHER_SPEAKER] = "other-speaker",
  [VSL_VERDICT_OFF_THE_RECORD] = "off-the-record",
  [VSL_VERDICT_NO_SOURCE] = "no-source",
};

/**
 * VslQuotation:
 *
 * A passage that an article puts in somebody's mouth: where it stands, who is said to have said it,
 * and, once it was held against a transcript, what came of that.
 *
 * Immutable; any thread.
 */
struct _VslQuotation
{
  GObject parent_instance;

  VslField field;
  gsize offset;  /* characters */
  gsize length;  /* characters */
  char *text;    /* (owned) */
  char *speaker; /* (owned) (nullable) */
  VslAttribution attribution;
  gboolean weak;
  gboolean repaired;
  VslMatch *match;  /* (owned) (nullable) */
  VslMatch *origin; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (VslQuotation, vsl_quotation, G_TYPE_OBJECT)

/**
 * vsl_attribution_get_name:
 * @attribution: an attribution
 *
 * Returns: its stable name
 */
const char *
vsl_attribution_get_name (VslAttribution attribution)
{
  g_return_val_if_fail ((guint) attribution < VSL_N_ATTRIBUTIONS, "none");

  return attribution_names[attribution];
}

/**
 * vsl_verdict_get_name:
 * @verdict: a verdict
 *
 * Returns: its stable name
 */
const char *
vsl_verdict_get_name (VslVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < VSL_N_VERDICTS, "no-source");

  return verdict_names[verdict];
}

/**
 * vsl_match_new:
 * @verdict: what the transcript says
 *
 * Returns: (transfer full): a match without a place
 */
VslMatch *
vsl_match_new (VslVerdict verdict)
{
  VslMatch *self = g_new0 (VslMatch, 1);

  self->verdict = verdict;
  self->diff = g_ptr_array_new_with_free_func ((GDestroyNotify) vsl_diff_part_free);

  return self;
}

/**
 * vsl_match_copy:
 * @self: a match
 *
 * Returns: (transfer full): an independent copy
 */
VslMatch *
vsl_match_copy (const VslMatch *self)
{
  VslMatch *copy;
  guint i;

  g_return_val_if_fail (self != NULL, NULL);

  copy = vsl_match_new (self->verdict);
  copy->score = self->score;
  copy->said_by = g_strdup (self->said_by);
  copy->first_utterance = g_strdup (self->first_utterance);
  copy->last_utterance = g_strdup (self->last_utterance);
  for (i = 0; i < self->diff->len; i++)
    {
      const VslDiffPart *part = g_ptr_array_index (self->diff, i);

      g_ptr_array_add (copy->diff, vsl_diff_part_new (part->op, part->text, -1));
    }

  return copy;
}

/**
 * vsl_match_free:
 * @self: (transfer full): a match
 *
 * Frees it.
 */
void
vsl_match_free (VslMatch *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->said_by);
  g_free (self->first_utterance);
  g_free (self->last_utterance);
  g_ptr_array_unref (self->diff);
  g_free (self);
}

/**
 * vsl_match_add_diff:
 * @self: a match that is being made
 * @op: how the word came to be in, or not in, the quotation
 * @word: the next word
 *
 * Adds a word to the difference; words of one operation in a row become one part.
 */
void
vsl_match_add_diff (VslMatch   *self,
                    VslDiffOp   op,
                    const char *word)
{
  VslDiffPart *last = NULL;
  char *joined;

  g_return_if_fail (self != NULL && word != NULL);

  if (self->diff->len > 0)
    last = g_ptr_array_index (self->diff, self->diff->len - 1);
  if (last == NULL || last->op != op)
    {
      g_ptr_array_add (self->diff, vsl_diff_part_new (op, word, -1));
      return;
    }

  joined = g_strconcat (last->text, " ", word, NULL);
  g_free (last->text);
  last->text = joined;
}

static void
vsl_quotation_finalize (GObject *object)
{
  VslQuotation *self = VSL_QUOTATION (object);

  g_free (self->text);
  g_free (self->speaker);
  g_clear_pointer (&self->match, vsl_match_free);
  g_clear_pointer (&self->origin, vsl_match_free);

  G_OBJECT_CLASS (vsl_quotation_parent_class)->finalize (object);
}

static void
vsl_quotation_class_init (VslQuotationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_quotation_finalize;
}

static void
vsl_quotation_init (VslQuotation *self)
{
}

/**
 * vsl_quotation_new:
 * @field: the field it stands in
 * @offset: where its first word starts in @field, in characters from 0; the mark before it is not
 *   part of it
 * @length: its length in characters, without the marks
 * @text: its words
 * @speaker: (nullable): who is said to have said it
 * @attribution: where that is said
 * @weak: whether the speaker is only known through a pronoun
 * @repaired: whether a missing mark was thought to be there
 *
 * Returns: (transfer full): a new quotation, not held against a transcript yet
 */
VslQuotation *
vsl_quotation_new (VslField        field,
                   gsize           offset,
                   gsize           length,
                   const char     *text,
                   const char     *speaker,
                   VslAttribution  attribution,
                   gboolean        weak,
                   gboolean        repaired)
{
  VslQuotation *self = g_object_new (VSL_TYPE_QUOTATION, NULL);

  self->field = field;
  self->offset = offset;
  self->length = length;
  self->text = g_strdup (text);
  self->speaker = g_strdup (speaker);
  self->attribution = attribution;
  self->weak = !!weak;
  self->repaired = !!repaired;

  return self;
}

static VslQuotation *
copy_quotation (VslQuotation   *self,
                const VslMatch *match,
                const VslMatch *origin)
{
  VslQuotation *copy =
    vsl_quotation_new (self->field, self->offset, self->length, self->text, self->speaker,
                       self->attribution, self->weak, self->repaired);

  copy->match = match != NULL ? vsl_match_copy (match) : NULL;
  copy->origin = origin != NULL ? vsl_match_copy (origin) : NULL;

  return copy;
}

/**
 * vsl_quotation_with_match:
 * @self: a quotation
 * @match: what the transcript says of it
 *
 * Returns: (transfer full): the same quotation with @match
 */
VslQuotation *
vsl_quotation_with_match (VslQuotation   *self,
                          const VslMatch *match)
{
  g_return_val_if_fail (VSL_IS_QUOTATION (self), NULL);
  g_return_val_if_fail (match != NULL, NULL);

  return copy_quotation (self, match, self->origin);
}

/**
 * vsl_quotation_with_origin:
 * @self: a quoted headline or a pull quote
 * @origin: what the article itself says of it
 *
 * Returns: (transfer full): the same quotation with @origin
 */
VslQuotation *
vsl_quotation_with_origin (VslQuotation   *self,
                           const VslMatch *origin)
{
  g_return_val_if_fail (VSL_IS_QUOTATION (self), NULL);
  g_return_val_if_fail (origin != NULL, NULL);

  return copy_quotation (self, self->match, origin);
}

/**
 * vsl_quotation_get_field:
 * @self: the quotation
 *
 * Returns: the field it stands in
 */
VslField
vsl_quotation_get_field (VslQuotation *self)
{
  g_return_val_if_fail (VSL_IS_QUOTATION (self), VSL_FIELD_NONE);

  return self->field;
}

/**
 * vsl_quotation_get_offset:
 * @self: the quotation
 *
 * Returns: where its first word starts in its field, in characters from 0
 */
gsize
vsl_quotation_get_offset (VslQuotation *self)
{
  g_return_val_if_fail (VSL_IS_QUOTATION (self), 0);

  return self->offset;
}

/**
 * vsl_quotation_get_length:
 * @self: the quotation
 *
 * Returns: its length in characters, without the marks
 */
gsize
vsl_quotation_get_length (VslQuotation *self)
{
  g_return_val_if_fail (VSL_IS_QUOTATION (self), 0);

  return self->length;
}

/**
 * vsl_quotation_get_text:
 * @self: the quotation
 *
 * Returns: (transfer none): its words
 */
const char *
vsl_quotation_get_text (VslQuotation *self)
{
  g_return_val_if_fail (VSL_IS_QUOTATION (self), NULL);

  return self->text;
}

/**
 * vsl_quotation_get_speaker:
 * @self: the quotation
 *
 * Returns: (transfer none) (nullable): who is said to have said it
 */
const char *
vsl_quotation_get_speaker (VslQuotation *self)
{
  g_return_val_if_fail (VSL_IS_QUOTATION (self), NULL);

  return self->speaker;
}

/**
 * vsl_quotation_get_attribution:
 * @self: the quotation
 *
 * Returns: where that is said
 */
VslAttribution
vsl_quotation_get_attribution (VslQuotation *self)
{
  g_return_val_if_fail (VSL_IS_QUOTATION (self), VSL_ATTRIBUTION_NONE);

  return self->attribution;
}

/**
 * vsl_quotation_get_weak:
 * @self: the quotation
 *
 * Returns: whether the speaker is only known through a pronoun
 */
gboolean
vsl_quotation_get_weak (VslQuotation *self)
{
  g_return_val_if_fail (VSL_IS_QUOTATION (self), FALSE);

  return self->weak;
}

/**
 * vsl_quotation_get_repaired:
 * @self: the quotation
 *
 * Returns: whether a missing mark was thought to be there
 */
gboolean
vsl_quotation_get_repaired (VslQuotation *self)
{
  g_return_val_if_fail (VSL_IS_QUOTATION (self), FALSE);

  return self->repaired;
}

/**
 * vsl_quotation_get_match:
 * @self: the quotation
 *
 * Returns: (transfer none) (nullable): what the transcript says of it, if one was asked
 */
const VslMatch *
vsl_quotation_get_match (VslQuotation *self)
{
  g_return_val_if_fail (VSL_IS_QUOTATION (self), NULL);

  return self->match;
}

/**
 * vsl_quotation_get_origin:
 * @self: the quotation
 *
 * A headline and a pull quote repeat words of the article. Its utterances are parts of the article,
 * its difference is with what stands there now.
 *
 * Returns: (transfer none) (nullable): what the article itself says of it; %NULL for a quotation in
 *   the running text
 */
const VslMatch *
vsl_quotation_get_origin (VslQuotation *self)
{
  g_return_val_if_fail (VSL_IS_QUOTATION (self), NULL);

  return self->origin;
}
