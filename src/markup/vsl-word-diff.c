/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-word-diff.h"

#include "markup/vsl-sequence-diff.h"
#include "markup/vsl-word-tokens.h"

#include <string.h>

/* So many words in common are noise when twice as many around them differ. */
#define MAX_NOISE 3

/* One of the two texts. */
typedef struct
{
  GArray *tokens; /* (owned) of VslToken */
  guint *ids;     /* (owned) of each token */
  gboolean *own;  /* (owned) of each token: whether it is in this text only */
} Side;

/* A paragraph: tokens between two breaks, perhaps none. */
typedef struct
{
  guint first;
  guint end; /* behind the last */
} Paragraph;

/* A stretch of changed tokens in both texts, perhaps of none in one of them. */
typedef struct
{
  guint before;
  guint before_end;
  guint after;
  guint after_end;
} Change;

static const VslToken *
get_token (const Side *side,
           guint       index)
{
  return &g_array_index (side->tokens, VslToken, index);
}

static void
side_init (Side        *side,
           const char  *text,
           VslTokenIds *ids)
{
  guint i;

  side->tokens = vsl_word_tokens_read (text, ids);
  side->ids = g_new (guint, side->tokens->len + 1);
  side->own = g_new0 (gboolean, side->tokens->len + 1);
  for (i = 0; i < side->tokens->len; i++)
    side->ids[i] = get_token (side, i)->id;
}

static void
side_clear (Side *side)
{
  g_array_unref (side->tokens);
  g_free (side->ids);
  g_free (side->own);
}

static GArray *
list_paragraphs (const Side *side)
{
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
  Paragraph paragraph = { 0, 0 };
  guint i;

  for (i = 0; i < side->tokens->len; i++)
    {
      if (get_token (side, i)->kind != VSL_TOKEN_BREAK)
        continue;
      paragraph.end = i;
      g_array_append_val (paragraphs, paragraph);
      paragraph.first = i + 1;
    }
  paragraph.end = side->tokens->len;
  g_array_append_val (paragraphs, paragraph);

  return paragraphs;
}

static guint *
number_paragraphs (const Side  *side,
                   GArray      *paragraphs,
                   VslTokenIds *ids)
{
  guint *numbers = g_new (guint, paragraphs->len);
  guint i;

  for (i = 0; i < paragraphs->len; i++)
    {
      Paragraph paragraph = g_array_index (paragraphs, Paragraph, i);
      const char *start = "";
      gsize length = 0;

      if (paragraph.end > paragraph.first)
        {
          const VslToken *last = get_token (side, paragraph.end - 1);

          start = get_token (side, paragraph.first)->text;
          length = (gsize) (last->text + last->length - start);
        }
      numbers[i] = vsl_token_ids_get (ids, start, length);
    }

  return numbers;
}

/* Compares the words between two paragraphs that are the same in both. */
static void
compare_words (Side  *before,
               Side  *after,
               Change part,
               guint  n_ids)
{
  VslSequence first = { before->ids + part.before, before->own + part.before,
                        part.before_end - part.before };
  VslSequence second = { after->ids + part.after, after->own + part.after,
                         part.after_end - part.after };

  if (first.length > 0 || second.length > 0)
    vsl_sequence_diff (&first, &second, n_ids);
}

/* Whole paragraphs that stayed first, so that what was moved or put in between does not tear them
 * apart; then the words of what is between. */
static void
compare (Side        *before,
         Side        *after,
         VslTokenIds *ids)
{
  guint n_ids = vsl_token_ids_count (ids);
  g_autoptr(GArray) first = list_paragraphs (before);
  g_autoptr(GArray) second = list_paragraphs (after);
  g_autoptr(VslTokenIds) paragraph_ids = vsl_token_ids_new ();
  g_autofree guint *first_ids = number_paragraphs (before, first, paragraph_ids);
  g_autofree guint *second_ids = number_paragraphs (after, second, paragraph_ids);
  g_autofree gboolean *first_own = g_new (gboolean, first->len);
  g_autofree gboolean *second_own = g_new (gboolean, second->len);
  Change part = { 0, 0, 0, 0 };
  guint i, j = 0;

  vsl_sequence_diff (&(VslSequence) { first_ids, first_own, first->len },
                     &(VslSequence) { second_ids, second_own, second->len },
                     vsl_token_ids_count (paragraph_ids));
  for (i = 0; i < first->len; i++)
    {
      if (first_own[i])
        continue;
      while (second_own[j])
        j++;
      part.before_end = g_array_index (first, Paragraph, i).first;
      part.after_end = g_array_index (second, Paragraph, j).first;
      compare_words (before, after, part, n_ids);
      part.before = g_array_index (first, Paragraph, i).end;
      part.after = g_array_index (second, Paragraph, j).end;
      j++;
    }
  part.before_end = before->tokens->len;
  part.after_end = after->tokens->len;
  compare_words (before, after, part, n_ids);
}

static guint
count_words (const Side *side,
             guint       first,
             guint       end)
{
  guint n = 0;

  for (; first < end; first++)
    {
      if (get_token (side, first)->kind == VSL_TOKEN_WORD)
        n++;
    }

  return n;
}

static gboolean
has_break (const Side *side,
           guint       first,
           guint       end)
{
  for (; first < end; first++)
    {
      if (get_token (side, first)->kind == VSL_TOKEN_BREAK)
        return TRUE;
    }

  return FALSE;
}

static GArray *
list_changes (const Side *before,
              const Side *after)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));
  guint i = 0, j = 0;

  while (i < before->tokens->len || j < after->tokens->len)
    {
      Change change = { i, i, j, j };

      while (i < before->tokens->len && before->own[i])
        i++;
      while (j < after->tokens->len && after->own[j])
        j++;
      change.before_end = i;
      change.after_end = j;
      if (i > change.before || j > change.after)
        g_array_append_val (changes, change);
      if (i < before->tokens->len)
        {
          i++;
          j++;
        }
    }

  return changes;
}

/* Whether what two changes have between them only makes them hard to read: a blank or a mark, or a
 * word or two by chance, in the midst of a sentence that was written anew. */
static gboolean
is_noise (const Side   *before,
          const Side   *after,
          const Change *change,
          const Change *next,
          guint         limit)
{
  guint n = count_words (before, change->before_end, next->before);
  guint here, there;

  if (n > limit || has_break (before, change->before_end, next->before))
    return FALSE;

  here = MIN (count_words (before, change->before, change->before_end),
              count_words (after, change->after, change->after_end));
  there = MIN (count_words (before, next->before, next->before_end),
               count_words (after, next->after, next->after_end));

  return here > 0 && there > 0 && here >= 2 * n && there >= 2 * n;
}

static GArray *
join_changes (const Side *before,
              const Side *after,
              GArray     *changes,
              guint       limit)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (Change));
  guint i;

  for (i = 0; i < changes->len; i++)
    {
      Change *next = &g_array_index (changes, Change, i);
      Change *last = joined->len > 0 ? &g_array_index (joined, Change, joined->len - 1) : NULL;

      if (last != NULL && is_noise (before, after, last, next, limit))
        {
          last->before_end = next->before_end;
          last->after_end = next->after_end;
        }
      else
        g_array_append_val (joined, *next);
    }

  return joined;
}

static void
add_part (GPtrArray  *parts,
          VslDiffOp   op,
          const Side *side,
          guint       first,
          guint       end)
{
  const VslToken *start, *last;

  if (first == end)
    return;

  start = get_token (side, first);
  last = get_token (side, end - 1);
  g_ptr_array_add (parts, vsl_diff_part_new (op, start->text, last->text + last->length - start->text));
}

/**
 * vsl_word_diff:
 * @before: a text, UTF-8
 * @after: another
 *
 * Compares two texts as people read them: by paragraphs, then by whole words, marks apart. What has
 * to go comes before what takes its place. 60 KB take some milliseconds.
 *
 * Returns: (transfer full) (element-type VslDiffPart): the parts; those that are not inserted make up
 *   @before, those that are not deleted @after, byte for byte
 */
GPtrArray *
vsl_word_diff (const char *before,
               const char *after)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) vsl_diff_part_free);
  g_autoptr(VslTokenIds) ids = vsl_token_ids_new ();
  g_autoptr(GArray) changes = NULL;
  Side first, second;
  guint i, reached = 0;
  guint limit;

  g_return_val_if_fail (before != NULL && after != NULL, parts);

  side_init (&first, before, ids);
  side_init (&second, after, ids);
  compare (&first, &second, ids);
  changes = list_changes (&first, &second);
  for (limit = 0; limit <= MAX_NOISE; limit++)
    {
      GArray *joined = join_changes (&first, &second, changes, limit);

      g_array_unref (changes);
      changes = joined;
    }
  for (i = 0; i < changes->len; i++)
    {
      Change *change = &g_array_index (changes, Change, i);

      add_part (parts, VSL_DIFF_EQUAL, &first, reached, change->before);
      add_part (parts, VSL_DIFF_DELETE, &first, change->before, change->before_end);
      add_part (parts, VSL_DIFF_INSERT, &second, change->after, change->after_end);
      reached = change->before_end;
    }
  add_part (parts, VSL_DIFF_EQUAL, &first, reached, first.tokens->len);
  side_clear (&first);
  side_clear (&second);

  return parts;
}

/**
 * vsl_word_diff_count:
 * @parts: (element-type VslDiffPart): a difference
 * @inserted: (out): how many words are in the second text only
 * @deleted: (out): how many are in the first only
 *
 * Counts the words of a difference.
 */
void
vsl_word_diff_count (GPtrArray *parts,
                     guint     *inserted,
                     guint     *deleted)
{
  guint i;

  g_return_if_fail (parts != NULL && inserted != NULL && deleted != NULL);

  *inserted = *deleted = 0;
  for (i = 0; i < parts->len; i++)
    {
      const VslDiffPart *part = g_ptr_array_index (parts, i);
      g_autoptr(VslTokenIds) ids = NULL;
      Side side;

      if (part->op == VSL_DIFF_EQUAL)
        continue;
      ids = vsl_token_ids_new ();
      side_init (&side, part->text, ids);
      *(part->op == VSL_DIFF_INSERT ? inserted : deleted) += count_words (&side, 0, side.tokens->len);
      side_clear (&side);
    }
}

/* The end of the first paragraph, and the start of the last; NULL when it is not longer than both. */
static const char *
find_middle (const char  *text,
             gboolean     first,
             gboolean     last,
             const char **end)
{
  const char *start = first ? text : strstr (text, "\n\n");

  *end = last ? text + strlen (text) : g_strrstr (text, "\n\n");
  if (start == NULL || *end == NULL)
    return NULL;
  if (!first)
    start += 2;
  if (!last)
    *end += 2;

  return *end - start > 2 && strstr (start, "\n\n") != NULL && strstr (start, "\n\n") + 2 <= *end ? start : NULL;
}

/**
 * vsl_word_diff_fold:
 * @parts: (element-type VslDiffPart): a difference
 * @fold: what stands for paragraphs that are left out, such as “⋯”
 *
 * Leaves out the paragraphs in which nothing changed.
 *
 * Returns: (transfer full) (element-type VslDiffPart): what is left, to be read only
 */
GPtrArray *
vsl_word_diff_fold (GPtrArray  *parts,
                    const char *fold)
{
  GPtrArray *folded = g_ptr_array_new_with_free_func ((GDestroyNotify) vsl_diff_part_free);
  guint i;

  g_return_val_if_fail (parts != NULL && fold != NULL, folded);

  for (i = 0; i < parts->len; i++)
    {
      const VslDiffPart *part = g_ptr_array_index (parts, i);
      g_autoptr(GString) text = NULL;
      const char *start, *end;

      start = part->op == VSL_DIFF_EQUAL ? find_middle (part->text, i == 0, i + 1 == parts->len, &end) : NULL;
      if (start == NULL)
        {
          g_ptr_array_add (folded, vsl_diff_part_new (part->op, part->text, -1));
          continue;
        }
      text = g_string_new_len (part->text, start - part->text);
      g_string_append (text, fold);
      if (*end != '\0')
        g_string_append_printf (text, "\n\n%s", end);
      g_ptr_array_add (folded, vsl_diff_part_new (VSL_DIFF_EQUAL, text->str, -1));
    }

  return folded;
}
