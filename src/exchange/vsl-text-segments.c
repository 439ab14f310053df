/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-text-segments.h"

#include "core/vsl-text.h"
#include "exchange/vsl-streamer-guess.h"

#define MAX_LEAD_WORDS 120

static void
clear_segment (gpointer data)
{
  g_clear_pointer (&((VslSegment *) data)->items, g_array_unref);
}

static VslSegment *
get_segment (GArray *segments,
             guint   index)
{
  return &g_array_index (segments, VslSegment, index);
}

/* Reads what stands at the line @index when it is more than plain text. */
static gboolean
parse_special (const VslSourceLines *lines,
               guint                 index,
               VslSegment           *segment)
{
  const char *text = vsl_source_lines_get (lines, index)->text;

  *segment = (VslSegment) { .first = index, .n_lines = 1 };
  segment->items = vsl_participant_list_parse (lines, index, &segment->labels[0], &segment->n_lines);
  if (segment->items != NULL)
    {
      segment->kind = VSL_SEGMENT_PARTICIPANTS;
      segment->n_labels = 1;
      return TRUE;
    }

  segment->n_lines = 1;
  segment->n_labels = vsl_label_parse_line (text, segment->labels);
  segment->kind = segment->n_labels > 0 ? VSL_SEGMENT_LABELS : VSL_SEGMENT_PLAIN;

  return segment->n_labels > 0;
}

/* The lines of a paragraph, up to a list of participants that starts in the middle of it. */
static guint
measure_plain (const VslSourceLines *lines,
               guint                 first)
{
  guint index = first;

  while (!vsl_source_lines_ends_block (lines, index))
    {
      VslLabel event;
      guint n_lines;
      g_autoptr(GArray) items = vsl_participant_list_parse (lines, ++index, &event, &n_lines);

      if (items != NULL)
        return index - first;
    }

  return index + 1 - first;
}

/**
 * vsl_text_segments_new:
 * @lines: a file
 * @first: the line, from 0, to start at
 *
 * Cuts a text into paragraphs, lines with labels, and lists of participants.
 *
 * Returns: (transfer full) (element-type VslSegment): the segments in order
 */
GArray *
vsl_text_segments_new (const VslSourceLines *lines,
                       guint                 first)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (VslSegment));
  guint index = first;

  g_array_set_clear_func (segments, clear_segment);
  while (index < lines->lines->len)
    {
      VslSegment segment;

      if (vsl_source_lines_get (lines, index)->length == 0)
        {
          index++;
          continue;
        }
      if (!parse_special (lines, index, &segment))
        segment.n_lines = measure_plain (lines, index);
      segment.joined = index > first && !vsl_source_lines_ends_block (lines, index - 1) &&
                       vsl_source_lines_get (lines, index - 1)->length > 0;
      g_array_append_val (segments, segment);
      index += segment.n_lines;
    }

  return segments;
}

static gboolean
is_lead (const VslSegment     *segment,
         const VslSourceLines *lines)
{
  guint i, n_words = 0;

  for (i = 0; i < segment->n_lines; i++)
    {
      const char *text = vsl_source_lines_get (lines, segment->first + i)->text;

      if (vsl_label_measure_bullet (text) > 0)
        return FALSE;
      n_words += vsl_text_count_words (text);
      if (n_words > MAX_LEAD_WORDS)
        return FALSE;
    }

  return TRUE;
}

/* Whether a segment holds fields of the article, and not text of its body. A kicker stands above the
 * headline, so one that is met here is none. */
static gboolean
is_field (const VslSegment *segment)
{
  return segment->kind == VSL_SEGMENT_PARTICIPANTS ||
         (segment->kind == VSL_SEGMENT_LABELS && segment->labels[0].kind != VSL_LABEL_STREAMER &&
          segment->labels[0].kind != VSL_LABEL_KICKER);
}

/* The labels in front of the text. At most two paragraphs stand before the first, the lead being one;
 * or one between two of them, the lead of an article that names its author first. Returns how many
 * segments this head takes; 0 when there is none. */
static guint
measure_head (GArray               *segments,
              const VslSourceLines *lines,
              guint                *lead)
{
  guint i, head = 0, n_before = 0;
  guint pending = segments->len;

  *lead = segments->len;
  for (i = 0; i < segments->len; i++)
    {
      if (is_field (get_segment (segments, i)))
        {
          if (head == 0 && n_before > 0)
            *lead = 0;
          else if (pending < segments->len)
            *lead = pending;
          pending = segments->len;
          head = i + 1;
        }
      else if (head == 0)
        {
          if (++n_before > 2)
            break;
        }
      else
        {
          if (*lead < segments->len || pending < segments->len ||
              !is_lead (get_segment (segments, i), lines))
            break;
          pending = i;
        }
    }

  return head;
}

/* The labels behind the text; a streamer may still follow them. */
static guint
find_tail (GArray               *segments,
           const VslSourceLines *lines)
{
  guint tail = segments->len;

  if (tail > 1 && get_segment (segments, tail - 1)->kind == VSL_SEGMENT_PLAIN &&
      get_segment (segments, tail - 1)->n_lines == 1 &&
      get_segment (segments, tail - 2)->kind == VSL_SEGMENT_LABELS &&
      vsl_streamer_has_shape (
        vsl_source_lines_get (lines, get_segment (segments, tail - 1)->first)->text))
    tail--;
  while (tail > 0 && is_field (get_segment (segments, tail - 1)))
    tail--;

  return tail;
}

/* A label whose field has its text already is ordinary text, and so is one in the middle of the text.
 * There only a list of participants, the chair right behind it, and a streamer are believed. */
static void
take_segment (GArray   *segments,
              guint     index,
              gboolean  in_place,
              gboolean *seen)
{
  VslSegment *segment = get_segment (segments, index);
  guint i;

  for (i = 0; i < segment->n_labels; i++)
    {
      VslLabelKind kind = segment->labels[i].kind;
      gboolean behind_list = kind == VSL_LABEL_CHAIR && index > 0 &&
                             get_segment (segments, index - 1)->kind == VSL_SEGMENT_PARTICIPANTS;

      if (!is_field (segment) || seen[kind] ||
          !(in_place || behind_list || kind == VSL_LABEL_PARTICIPANTS))
        return;
      if (kind == VSL_LABEL_PARTICIPANTS && segment->labels[i].length > 0 && seen[VSL_LABEL_EVENT])
        return;
    }

  segment->taken = segment->n_labels > 0;
  for (i = 0; i < segment->n_labels; i++)
    {
      seen[segment->labels[i].kind] = TRUE;
      if (segment->labels[i].kind == VSL_LABEL_PARTICIPANTS && segment->labels[i].length > 0)
        seen[VSL_LABEL_EVENT] = TRUE;
    }
}

/**
 * vsl_text_segments_mark:
 * @segments: the segments behind the headline
 * @lines: the file
 *
 * Decides which segments are fields of the article (their `taken` is set) and which are its body.
 * The lead is the first paragraph when labels follow it, or when there are no labels and more text
 * follows; text right behind the labels has no lead.
 *
 * Returns: the index of the lead, whose `taken` is set too; the number of segments when there is none
 */
guint
vsl_text_segments_mark (GArray               *segments,
                        const VslSourceLines *lines)
{
  gboolean seen[VSL_LABEL_PARTICIPANTS + 1] = { FALSE };
  guint lead;
  guint head = measure_head (segments, lines, &lead);
  guint tail = find_tail (segments, lines);
  guint i;

  for (i = 0; i < segments->len; i++)
    take_segment (segments, i, i < head || i >= tail, seen);

  if (head == 0 && tail > 1)
    lead = 0;
  if (lead < segments->len && (get_segment (segments, lead)->kind != VSL_SEGMENT_PLAIN ||
                               !is_lead (get_segment (segments, lead), lines)))
    lead = segments->len;
  if (lead < segments->len)
    get_segment (segments, lead)->taken = TRUE;

  return lead;
}
