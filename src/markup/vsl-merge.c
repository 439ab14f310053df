/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-merge.h"

#include "markup/vsl-sequence-diff.h"
#include "markup/vsl-word-tokens.h"

#include <string.h>

/*
 * A three-way merge by words. Where both versions still agree with the text they started from there is
 * nothing to do; what lies between two such stretches was changed by one of them, by both alike, or by
 * both in another way. The last is a conflict. (Khanna, Kunal and Pierce, “A Formal Investigation of
 * Diff3”, 2007.)
 */

/* So few words between two conflicts are the remains of a sentence that was rewritten twice. */
#define MAX_REMAINS 3

/* One version, held against the base. */
typedef struct
{
  GArray *tokens; /* (owned) of VslToken */
  guint  *match;  /* (owned) for each token of the base the one in here that it became, or NONE */
} Side;

#define NONE G_MAXUINT

typedef enum
{
  CHUNK_SAME,
  CHUNK_OURS,   /* changed by us, or by both alike */
  CHUNK_THEIRS,
  CHUNK_CONFLICT
} ChunkKind;

/* A stretch of tokens in all three. */
typedef struct
{
  ChunkKind kind;
  guint first[3]; /* base, ours, theirs */
  guint end[3];
} Chunk;

typedef struct
{
  GArray *base; /* (owned) of VslToken */
  Side ours;
  Side theirs;
} Three;

static guint *
dup_ids (GArray *tokens)
{
  guint *ids = g_new (guint, tokens->len + 1);
  guint i;

  for (i = 0; i < tokens->len; i++)
    ids[i] = g_array_index (tokens, VslToken, i).id;

  return ids;
}

static void
match_side (Side        *side,
            GArray      *base,
            VslTokenIds *ids)
{
  g_autofree guint *base_ids = dup_ids (base);
  g_autofree guint *side_ids = dup_ids (side->tokens);
  g_autofree gboolean *base_own = g_new0 (gboolean, base->len + 1);
  g_autofree gboolean *side_own = g_new0 (gboolean, side->tokens->len + 1);
  VslSequence before = { base_ids, base_own, base->len };
  VslSequence after = { side_ids, side_own, side->tokens->len };
  guint i, j = 0;

  vsl_sequence_diff (&before, &after, vsl_token_ids_count (ids));
  side->match = g_new (guint, base->len + 1);
  for (i = 0; i < base->len; i++)
    {
      side->match[i] = NONE;
      if (base_own[i])
        continue;
      while (side_own[j])
        j++;
      side->match[i] = j++;
    }
}

static void
three_init (Three      *three,
            const char *base,
            const char *ours,
            const char *theirs)
{
  g_autoptr(VslTokenIds) ids = vsl_token_ids_new ();

  three->base = vsl_word_tokens_read (base, ids);
  three->ours.tokens = vsl_word_tokens_read (ours, ids);
  three->theirs.tokens = vsl_word_tokens_read (theirs, ids);
  match_side (&three->ours, three->base, ids);
  match_side (&three->theirs, three->base, ids);
}

static void
three_clear (Three *three)
{
  g_array_unref (three->base);
  g_array_unref (three->ours.tokens);
  g_array_unref (three->theirs.tokens);
  g_free (three->ours.match);
  g_free (three->theirs.match);
}

static GArray *
get_tokens (const Three *three,
            guint        which)
{
  return which == 0 ? three->base : which == 1 ? three->ours.tokens : three->theirs.tokens;
}

static gboolean
same_tokens (const Three *three,
             const Chunk *chunk,
             guint        a,
             guint        b)
{
  GArray *first = get_tokens (three, a);
  GArray *second = get_tokens (three, b);
  guint n = chunk->end[a] - chunk->first[a];
  guint i;

  if (n != chunk->end[b] - chunk->first[b])
    return FALSE;
  for (i = 0; i < n; i++)
    if (g_array_index (first, VslToken, chunk->first[a] + i).id !=
        g_array_index (second, VslToken, chunk->first[b] + i).id)
      return FALSE;

  return TRUE;
}

static ChunkKind
judge (const Three *three,
       const Chunk *chunk)
{
  if (same_tokens (three, chunk, 0, 2))
    return same_tokens (three, chunk, 0, 1) ? CHUNK_SAME : CHUNK_OURS;
  if (same_tokens (three, chunk, 0, 1))
    return CHUNK_THEIRS;

  return same_tokens (three, chunk, 1, 2) ? CHUNK_OURS : CHUNK_CONFLICT;
}

static void
add_chunk (GArray      *chunks,
           const Three *three,
           Chunk       *chunk)
{
  chunk->kind = judge (three, chunk);
  g_array_append_val (chunks, *chunk);
}

static GArray *
cut (const Three *three)
{
  GArray *chunks = g_array_new (FALSE, FALSE, sizeof (Chunk));
  guint at[3] = { 0, 0, 0 };
  guint i, k;

  for (;;)
    {
      Chunk same = { CHUNK_SAME, { at[0], at[1], at[2] }, { 0, 0, 0 } };
      Chunk changed;

      while (at[0] < three->base->len && three->ours.match[at[0]] == at[1] &&
             three->theirs.match[at[0]] == at[2])
        for (k = 0; k < 3; k++)
          at[k]++;
      memcpy (same.end, at, sizeof at);
      if (same.end[0] > same.first[0])
        g_array_append_val (chunks, same);

      for (i = at[0]; i < three->base->len; i++)
        if (three->ours.match[i] != NONE && three->theirs.match[i] != NONE)
          break;
      memcpy (changed.first, at, sizeof at);
      at[0] = i;
      at[1] = i < three->base->len ? three->ours.match[i] : three->ours.tokens->len;
      at[2] = i < three->base->len ? three->theirs.match[i] : three->theirs.tokens->len;
      memcpy (changed.end, at, sizeof at);
      if (memcmp (changed.first, changed.end, sizeof at) != 0)
        add_chunk (chunks, three, &changed);
      else if (i == three->base->len)
        return chunks;
    }
}

/* Whether so little of the base lies in @chunk that it holds nothing together. */
static gboolean
is_remains (const Three *three,
            const Chunk *chunk,
            guint       *n_words)
{
  guint i;

  for (i = chunk->first[0]; i < chunk->end[0]; i++)
    {
      const VslToken *token = &g_array_index (three->base, VslToken, i);

      if (token->kind == VSL_TOKEN_BREAK)
        return FALSE;
      *n_words += token->kind == VSL_TOKEN_WORD ? 1 : 0;
    }

  return *n_words <= MAX_REMAINS;
}

/* The conflict, if there is one, that is so near behind the one at @index that both are one. */
static guint
find_companion (const Three *three,
                GArray      *chunks,
                guint        index)
{
  guint n_words = 0;
  guint i;

  for (i = index + 1; i < chunks->len; i++)
    {
      const Chunk *chunk = &g_array_index (chunks, Chunk, i);

      if (chunk->kind == CHUNK_CONFLICT)
        return i;
      if (!is_remains (three, chunk, &n_words))
        break;
    }

  return 0;
}

/* Words of a sentence that both rewrote, mixed, would be a sentence that nobody wrote. */
static GArray *
join_conflicts (const Three *three,
                GArray      *chunks)
{
  GArray *joined = g_array_sized_new (FALSE, FALSE, sizeof (Chunk), chunks->len);
  guint i, last;

  for (i = 0; i < chunks->len; i++)
    {
      Chunk chunk = g_array_index (chunks, Chunk, i);

      while (chunk.kind == CHUNK_CONFLICT && (last = find_companion (three, chunks, i)) != 0)
        {
          memcpy (chunk.end, g_array_index (chunks, Chunk, last).end, sizeof chunk.end);
          i = last;
        }
      g_array_append_val (joined, chunk);
    }
  g_array_unref (chunks);

  return joined;
}

static const char *
find_text (const Three *three,
           const Chunk *chunk,
           guint        which,
           gsize       *length)
{
  GArray *tokens = get_tokens (three, which);
  const VslToken *first, *last;

  *length = 0;
  if (chunk->end[which] == chunk->first[which])
    return "";

  first = &g_array_index (tokens, VslToken, chunk->first[which]);
  last = &g_array_index (tokens, VslToken, chunk->end[which] - 1);
  *length = (gsize) (last->text + last->length - first->text);

  return first->text;
}

static char *
dup_text (const Three *three,
          const Chunk *chunk,
          guint        which)
{
  gsize length;
  const char *text = find_text (three, chunk, which, &length);

  return g_strndup (text, length);
}

static void
conflict_free (VslMergeConflict *conflict)
{
  g_free (conflict->base);
  g_free (conflict->ours);
  g_free (conflict->theirs);
  g_free (conflict);
}

static void
add_conflict (VslMerge    *self,
              const Three *three,
              const Chunk *chunk,
              gsize        offset,
              gsize        base_offset)
{
  VslMergeConflict *conflict = g_new0 (VslMergeConflict, 1);

  conflict->offset = offset;
  conflict->base_offset = base_offset;
  conflict->base = dup_text (three, chunk, 0);
  conflict->ours = dup_text (three, chunk, 1);
  conflict->theirs = dup_text (three, chunk, 2);
  conflict->length = (gsize) g_utf8_strlen (conflict->ours, -1);
  g_ptr_array_add (self->conflicts, conflict);
}

static VslMerge *
write_out (const Three *three,
           GArray      *chunks)
{
  VslMerge *self = g_new0 (VslMerge, 1);
  GString *text = g_string_new (NULL);
  gsize offset = 0, base_offset = 0, length;
  guint i;

  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) conflict_free);
  for (i = 0; i < chunks->len; i++)
    {
      const Chunk *chunk = &g_array_index (chunks, Chunk, i);
      const char *part;

      if (chunk->kind == CHUNK_CONFLICT)
        add_conflict (self, three, chunk, offset, base_offset);
      part = find_text (three, chunk, 0, &length);
      base_offset += (gsize) g_utf8_strlen (part, (gssize) length);
      part = find_text (three, chunk, chunk->kind == CHUNK_THEIRS ? 2 : 1, &length);
      g_string_append_len (text, part, (gssize) length);
      offset += (gsize) g_utf8_strlen (part, (gssize) length);
    }
  self->text = g_string_free (text, FALSE);

  return self;
}

/**
 * vsl_merge:
 * @base: the text that both started from, UTF-8
 * @ours: what we made of it
 * @theirs: what somebody else made of it
 *
 * Puts the changes of both together, word by word. Where both changed the same place in another way our
 * version stands in the result, without any sign in the text, and the place is listed. Any thread; a few
 * milliseconds for a long article.
 *
 * Returns: (transfer full): what they make together
 */
VslMerge *
vsl_merge (const char *base,
           const char *ours,
           const char *theirs)
{
  Three three;
  g_autoptr(GArray) chunks = NULL;
  VslMerge *self;

  g_return_val_if_fail (base != NULL && ours != NULL && theirs != NULL, NULL);

  three_init (&three, base, ours, theirs);
  chunks = join_conflicts (&three, cut (&three));
  self = write_out (&three, chunks);
  three_clear (&three);

  return self;
}

/**
 * vsl_merge_free:
 * @self: (transfer full): what two versions make together
 *
 * Frees it.
 */
void
vsl_merge_free (VslMerge *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}
