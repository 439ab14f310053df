/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-alignment.h"

#include <string.h>

/*
 * Approximate search for a run of words in a longer one: Sellers' algorithm (1980) with the cut-off
 * of Ukkonen (1985), which leaves most of a column alone because most places are nowhere near. The
 * words of the quotation are all accounted for; the transcript is free before and behind them.
 */

/* How much worse a place may be that is preferred for another reason, per word. */
#define PREFERENCE 8

typedef struct
{
  gint32 cost;
  guint32 start;
} Cell;

static void
keep_better (VslPlace *best,
             gint32    cost,
             gsize     start,
             gsize     end)
{
  if (cost < best->cost)
    *best = (VslPlace) { cost, start, end };
}

/* Moves the column one token on. @active is the last row within the limit; returns the new one. */
static gsize
step_column (Cell           *column,
             const VslToken *words,
             gsize           n_words,
             VslToken        token,
             gsize           at,
             gint32          limit,
             gsize           active)
{
  Cell diagonal = column[0];
  gsize top = MIN (active + 1, n_words);
  gsize i;

  column[0] = (Cell) { 0, (guint32) at + 1 };
  for (i = 1; i <= top; i++)
    {
      Cell left = column[i];
      Cell best = diagonal;

      if (words[i - 1].id != token.id || token.id < 0)
        best.cost += VSL_ALIGNMENT_WORD;
      if (column[i - 1].cost + words[i - 1].cost < best.cost)
        best = (Cell) { column[i - 1].cost + words[i - 1].cost, column[i - 1].start };
      /* Beyond the active rows the cell on the left is not kept, and over the limit anyway. */
      if (i <= active && left.cost + token.cost < best.cost)
        best = (Cell) { left.cost + token.cost, left.start };
      column[i] = best;
      diagonal = left;
    }

  if (top > active && column[top].cost <= limit)
    {
      while (top < n_words && column[top].cost + words[top].cost <= limit)
        {
          column[top + 1] = (Cell) { column[top].cost + words[top].cost, column[top].start };
          top++;
        }
      return top;
    }

  while (active > 0 && column[active].cost > limit)
    active--;

  return active;
}

/**
 * vsl_alignment_find:
 * @words: (array length=n_words): the words that are looked for
 * @n_words: how many, at least 1
 * @tokens: the words of the transcript
 * @from: the first token to look at
 * @to: the token behind the last
 * @limit: the highest cost that is of use
 * @prefer: (nullable): whether a place that ends at a token is to be preferred when it is hardly worse
 * @user_data: for @prefer
 * @place: (out): the best place
 *
 * Takes time in proportion to the tokens and, with the cut-off, to the limit. Any thread.
 *
 * Returns: whether there is a place within @limit
 */
gboolean
vsl_alignment_find (const VslToken *words,
                    gsize           n_words,
                    const VslToken *tokens,
                    gsize           from,
                    gsize           to,
                    gint32          limit,
                    VslPreferFunc   prefer,
                    gpointer        user_data,
                    VslPlace       *place)
{
  g_autofree Cell *column = g_new (Cell, n_words + 1);
  VslPlace best = { G_MAXINT32, 0, 0 };
  VslPlace preferred = best;
  gsize active = 0;
  gsize i, at;

  column[0] = (Cell) { 0, (guint32) from };
  for (i = 1; i <= n_words; i++)
    {
      column[i] = (Cell) { column[i - 1].cost + words[i - 1].cost, (guint32) from };
      if (column[i].cost <= limit)
        active = i;
    }

  for (at = from; at < to; at++)
    {
      active = step_column (column, words, n_words, tokens[at], at, limit, active);
      if (active < n_words || column[n_words].cost > limit)
        continue;
      keep_better (&best, column[n_words].cost, column[n_words].start, at + 1);
      if (prefer != NULL && column[n_words].cost < preferred.cost && prefer (at, user_data))
        keep_better (&preferred, column[n_words].cost, column[n_words].start, at + 1);
    }

  if (preferred.cost != G_MAXINT32 && preferred.cost <= best.cost + (gint32) n_words * PREFERENCE)
    best = preferred;
  *place = best;

  return best.cost != G_MAXINT32 && best.end > best.start;
}

/**
 * vsl_alignment_trace:
 * @words: (array length=n_words): the words that were looked for
 * @n_words: how many
 * @tokens: the words of the transcript
 * @place: where they were found
 *
 * Tells word by word how a quotation follows from its place. A replaced word is a delete and an
 * insert.
 *
 * Returns: (transfer full): an array of #VslStep
 */
GArray *
vsl_alignment_trace (const VslToken *words,
                     gsize           n_words,
                     const VslToken *tokens,
                     const VslPlace *place)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (VslStep));
  gsize width = place->end - place->start;
  gsize stride = width + 1;
  g_autofree gint32 *cost = g_new (gint32, (n_words + 1) * stride);
  gsize i, j;

  for (j = 0; j <= width; j++)
    cost[j] = j == 0 ? 0 : cost[j - 1] + tokens[place->start + j - 1].cost;
  for (i = 1; i <= n_words; i++)
    {
      cost[i * stride] = cost[(i - 1) * stride] + words[i - 1].cost;
      for (j = 1; j <= width; j++)
        {
          const VslToken *token = &tokens[place->start + j - 1];
          gboolean equal = token->id >= 0 && words[i - 1].id == token->id;
          gint32 best =
            cost[(i - 1) * stride + j - 1] + (equal ? 0 : VSL_ALIGNMENT_WORD);

          best = MIN (best, cost[(i - 1) * stride + j] + words[i - 1].cost);
          best = MIN (best, cost[i * stride + j - 1] + token->cost);
          cost[i * stride + j] = best;
        }
    }

  i = n_words;
  j = width;
  while (i > 0 || j > 0)
    {
      gint32 here = cost[i * stride + j];
      const VslToken *token = j > 0 ? &tokens[place->start + j - 1] : NULL;
      gboolean equal = i > 0 && j > 0 && token->id >= 0 && words[i - 1].id == token->id;
      VslStep step = { VSL_DIFF_EQUAL, i - 1, place->start + j - 1 };

      if (i > 0 && j > 0 && equal && here == cost[(i - 1) * stride + j - 1])
        {
          i--, j--;
        }
      else if (j > 0 && here == cost[i * stride + j - 1] + token->cost)
        {
          step.op = VSL_DIFF_DELETE;
          j--;
        }
      else if (i > 0 && here == cost[(i - 1) * stride + j] + words[i - 1].cost)
        {
          step.op = VSL_DIFF_INSERT;
          i--;
        }
      else
        {
          /* Replaced. Going backwards, the insert is put first so that it ends up behind. */
          step.op = VSL_DIFF_INSERT;
          g_array_append_val (steps, step);
          step.op = VSL_DIFF_DELETE;
          i--, j--;
        }
      g_array_append_val (steps, step);
    }

  for (i = 0; i < steps->len / 2; i++)
    {
      VslStep *a = &g_array_index (steps, VslStep, i);
      VslStep *b = &g_array_index (steps, VslStep, steps->len - 1 - i);
      VslStep swap = *a;

      *a = *b;
      *b = swap;
    }

  return steps;
}
