/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-sequence-diff.h"

#include <string.h>

/* How often a stretch between two anchors is looked into for anchors of its own. */
#define MAX_DEPTH 40

/* How different two stretches without anchors may be before they are called different as a whole:
 * finding out costs time and space that grow with the square of it. */
#define MAX_DISTANCE 250

/* Where a number stands in the stretch that is looked at; 0 when not, -1 when more than once. */
typedef struct
{
  gssize before;
  gssize after;
} Place;

typedef struct
{
  const VslSequence *before;
  const VslSequence *after;
  Place *places; /* (owned) by number; all zero between uses; positions count from 1 */
} Diff;

/* A stretch of both sequences; ends are behind the last. */
typedef struct
{
  gsize before;
  gsize before_end;
  gsize after;
  gsize after_end;
} Stretch;

static void
mark_all (Diff          *diff,
          const Stretch *stretch)
{
  gsize i;

  for (i = stretch->before; i < stretch->before_end; i++)
    diff->before->own[i] = TRUE;
  for (i = stretch->after; i < stretch->after_end; i++)
    diff->after->own[i] = TRUE;
}

static void
trim (Diff    *diff,
      Stretch *stretch)
{
  const guint *before = diff->before->ids;
  const guint *after = diff->after->ids;

  while (stretch->before < stretch->before_end && stretch->after < stretch->after_end &&
         before[stretch->before] == after[stretch->after])
    {
      stretch->before++;
      stretch->after++;
    }
  while (stretch->before < stretch->before_end && stretch->after < stretch->after_end &&
         before[stretch->before_end - 1] == after[stretch->after_end - 1])
    {
      stretch->before_end--;
      stretch->after_end--;
    }
}

/* The numbers that stand once in both stretches, in the order of the first. */
static GArray *
find_unique (Diff          *diff,
             const Stretch *stretch)
{
  GArray *unique = g_array_new (FALSE, FALSE, sizeof (Place));
  gsize i;

  for (i = stretch->before; i < stretch->before_end; i++)
    {
      Place *place = &diff->places[diff->before->ids[i]];

      place->before = place->before == 0 ? (gssize) i + 1 : -1;
    }
  for (i = stretch->after; i < stretch->after_end; i++)
    {
      Place *place = &diff->places[diff->after->ids[i]];

      place->after = place->after == 0 ? (gssize) i + 1 : -1;
    }
  for (i = stretch->before; i < stretch->before_end; i++)
    {
      Place *place = &diff->places[diff->before->ids[i]];

      if (place->before > 0 && place->after > 0)
        {
          Place found = { place->before - 1, place->after - 1 };

          g_array_append_val (unique, found);
        }
    }
  for (i = stretch->before; i < stretch->before_end; i++)
    memset (&diff->places[diff->before->ids[i]], 0, sizeof (Place));
  for (i = stretch->after; i < stretch->after_end; i++)
    memset (&diff->places[diff->after->ids[i]], 0, sizeof (Place));

  return unique;
}

/* The longest run of @unique that is in the order of the second sequence too (patience sorting). */
static GArray *
choose_anchors (GArray *unique)
{
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autofree guint *tops = g_new (guint, unique->len + 1);
  g_autofree guint *previous = g_new (guint, unique->len + 1);
  guint n_piles = 0;
  guint i;

  for (i = 0; i < unique->len; i++)
    {
      guint low = 0;
      guint high = n_piles;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (unique, Place, tops[middle]).after < g_array_index (unique, Place, i).after)
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? tops[low - 1] : G_MAXUINT;
      tops[low] = i;
      n_piles = MAX (n_piles, low + 1);
    }

  g_array_set_size (anchors, n_piles);
  for (i = n_piles > 0 ? tops[n_piles - 1] : G_MAXUINT; i != G_MAXUINT; i = previous[i])
    g_array_index (anchors, Place, --n_piles) = g_array_index (unique, Place, i);

  return anchors;
}

/* Goes back along the rows that were kept, and marks what is not on the diagonals. */
static void
trace_back (Diff          *diff,
            const Stretch *stretch,
            GPtrArray     *rows,
            gssize         x,
            gssize         y)
{
  gssize d;

  for (d = (gssize) rows->len - 1; d > 0; d--)
    {
      const gssize *row = (const gssize *) g_ptr_array_index (rows, (guint) d - 1) + (d - 1);
      gssize k = x - y;
      gboolean down = k == -d || (k != d && row[k - 1] < row[k + 1]);
      gssize from = down ? row[k + 1] : row[k - 1];
      gssize from_k = down ? k + 1 : k - 1;

      if (down)
        diff->after->own[stretch->after + (gsize) (from - from_k)] = TRUE;
      else
        diff->before->own[stretch->before + (gsize) from] = TRUE;
      x = from;
      y = from - from_k;
    }
}

/* The greedy algorithm of Eugene W. Myers, “An O(ND) Difference Algorithm and Its Variations”, 1986:
 * the shortest way from one stretch to the other, as long as it is at most %MAX_DISTANCE long. */
static gboolean
find_shortest (Diff          *diff,
               const Stretch *stretch)
{
  const guint *before = diff->before->ids + stretch->before;
  const guint *after = diff->after->ids + stretch->after;
  gssize n = (gssize) (stretch->before_end - stretch->before);
  gssize m = (gssize) (stretch->after_end - stretch->after);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  gssize d, k;

  for (d = 0; d <= MAX_DISTANCE; d++)
    {
      gssize *row = g_new (gssize, 2 * d + 1);
      const gssize *last = d > 0 ? (const gssize *) g_ptr_array_index (rows, (guint) d - 1) + (d - 1) : NULL;

      g_ptr_array_add (rows, row);
      row += d;
      for (k = -d; k <= d; k += 2)
        {
          gssize x = d == 0 ? 0
                     : k == -d || (k != d && last[k - 1] < last[k + 1]) ? last[k + 1]
                     : last[k - 1] + 1;

          while (x < n && x - k < m && before[x] == after[x - k])
            x++;
          row[k] = x;
          if (k == n - m && x >= n)
            {
              trace_back (diff, stretch, rows, n, m);
              return TRUE;
            }
        }
    }

  return FALSE;
}

static void
compare (Diff   *diff,
         Stretch stretch,
         guint   depth)
{
  g_autoptr(GArray) unique = NULL;
  g_autoptr(GArray) anchors = NULL;
  Stretch part;
  guint i;

  trim (diff, &stretch);
  if (stretch.before == stretch.before_end || stretch.after == stretch.after_end)
    {
      mark_all (diff, &stretch);
      return;
    }

  if (depth < MAX_DEPTH)
    {
      unique = find_unique (diff, &stretch);
      anchors = choose_anchors (unique);
    }
  if (anchors == NULL || anchors->len == 0)
    {
      if (!find_shortest (diff, &stretch))
        mark_all (diff, &stretch);
      return;
    }

  part = stretch;
  for (i = 0; i < anchors->len; i++)
    {
      Place anchor = g_array_index (anchors, Place, i);

      part.before_end = (gsize) anchor.before;
      part.after_end = (gsize) anchor.after;
      compare (diff, part, depth + 1);
      part.before = part.before_end + 1;
      part.after = part.after_end + 1;
    }
  part.before_end = stretch.before_end;
  part.after_end = stretch.after_end;
  compare (diff, part, depth + 1);
}

/**
 * vsl_sequence_diff:
 * @before: a sequence
 * @after: another
 * @n_ids: all numbers in both are smaller
 *
 * Finds what two sequences have in common, in the way people see it: what stands once in both is an
 * anchor (Bram Cohen's patience diff), and between two anchors the shortest way counts. Where two
 * stretches have little in common they differ as a whole, so the time stays close to linear.
 *
 * What is not marked as a sequence's own is, in its order, the same in both.
 */
void
vsl_sequence_diff (const VslSequence *before,
                   const VslSequence *after,
                   guint              n_ids)
{
  Diff diff = { before, after, NULL };
  Stretch all = { 0, before->length, 0, after->length };

  memset (before->own, 0, before->length * sizeof (gboolean));
  memset (after->own, 0, after->length * sizeof (gboolean));
  diff.places = g_new0 (Place, (gsize) n_ids + 1);
  compare (&diff, all, 0);
  g_free (diff.places);
}
