/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-text-reader.h"

#include "core/vsl-article-builder.h"
#include "core/vsl-participant-line.h"
#include "core/vsl-text.h"
#include "exchange/vsl-body-text.h"
#include "exchange/vsl-streamer-guess.h"
#include "exchange/vsl-text-segments.h"

#include <string.h>

/*
 * The plain-text article as newspapers send it:
 *
 *   [kicker]
 *   headline
 *
 *   lead
 *
 *   Door … / By …
 *   Beeld … / Image …
 *   Deelnemers …: / Participants …:
 *     • Name, role, organisation
 *     • Onder leiding van … / Moderated by …
 *
 *   body
 *
 *   streamer
 *
 * Every part may be missing and the labels stand in any order, before or behind the text. What is not
 * recognised with certainty stays in the body: no word is ever dropped.
 */

#define MAX_HEADLINE_CHARACTERS 250
#define MAX_KICKER_CHARACTERS 40
#define MAX_HEADLINE_LINES 3
/* How much of the text before it a streamer is compared with, and the language is guessed from. */
#define MAX_COMPARED_BYTES (200 * 1024)
#define MAX_GUESSED_BYTES (16 * 1024)

typedef struct
{
  VslSourceLines *lines;
  VslImportNotes *notes;      /* (unowned) */
  VslSourceMap *map;          /* (unowned) */
  VslArticleBuilder *builder; /* (unowned) */
  GArray *segments;           /* (owned) (nullable) of VslSegment */
  guint next;                 /* the first line that is not read yet */
  guint n_participants;
  guint n_english; /* labels in English, and in Dutch: */
  guint n_dutch;
} Reader;

/* Sets a one-line field from some lines of the file. */
static void
set_field (Reader   *reader,
           VslField  field,
           guint     first,
           guint     n_lines,
           gsize     offset,
           gssize    length)
{
  g_auto(VslFieldText) text = { 0 };
  g_autofree char *done = NULL;
  guint i;

  vsl_field_text_init (&text, reader->map, field);
  for (i = 0; i < n_lines; i++)
    {
      const VslSourceLine *line = vsl_source_lines_get (reader->lines, first + i);
      gsize from = i == 0 ? offset : 0;

      if (i > 0)
        vsl_field_text_insert (&text, " ");
      vsl_field_text_add (&text, line->text + from,
                          length >= 0 ? (gsize) length : line->length - from, first + i + 1,
                          line->column + (guint) g_utf8_strlen (line->text, from));
    }
  done = vsl_field_text_end (&text);
  vsl_article_builder_set_text (reader->builder, field, done);
}

static gboolean
is_all_capitals (const char *text)
{
  guint n_letters = 0;
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      n_letters += g_unichar_isalpha (c) != 0;
    }

  return n_letters >= 3;
}

static gboolean
is_kicker_word (const char *text)
{
  static const char *const words[] = { "interview", "analyse", "analysis", "opinie", "opinion",
                                       "reportage", "achtergrond", "background", "column", "essay",
                                       "verslag", "report", "nieuws", "news", "commentaar",
                                       "comment", "debat", "debate", "feature", "thuisdebat", NULL };
  g_autofree char *folded = vsl_text_fold (text);

  return g_strv_contains (words, folded);
}

/* A line above the headline is only taken for a kicker when it can be nothing else: a known word, or
 * all in capitals above a headline that is not. */
static gboolean
is_kicker (const VslSourceLine *line,
           const VslSourceLine *headline)
{
  if (line->length > MAX_KICKER_CHARACTERS * 4 ||
      g_utf8_strlen (line->text, -1) > MAX_KICKER_CHARACTERS ||
      headline->length > MAX_HEADLINE_CHARACTERS || strchr (".!?", line->text[line->length - 1]) ||
      headline->text[headline->length - 1] == '.')
    return FALSE;

  return is_kicker_word (line->text) ||
         (is_all_capitals (line->text) && !is_all_capitals (headline->text));
}

/* The line behind @index that is not blank; the number of lines when there is none. */
static guint
find_next_line (Reader *reader,
                guint   index)
{
  for (index++; index < reader->lines->lines->len; index++)
    {
      if (vsl_source_lines_get (reader->lines, index)->length > 0)
        break;
    }

  return index;
}

static void
read_kicker (Reader *reader)
{
  const VslSourceLine *line = vsl_source_lines_get (reader->lines, reader->next);
  guint below = find_next_line (reader, reader->next);
  VslLabel labels[VSL_MAX_LABELS];
  gsize inline_offset;
  guint n_labels;

  if (below >= reader->lines->lines->len)
    return;

  n_labels = vsl_label_parse_line (line->text, labels);
  if (n_labels == 1 && labels[0].kind == VSL_LABEL_KICKER)
    {
      set_field (reader, VSL_FIELD_KICKER, reader->next, 1, labels[0].offset, -1);
      reader->next = below;
    }
  else if (n_labels == 0 && is_kicker (line, vsl_source_lines_get (reader->lines, below)) &&
           vsl_label_parse_line (vsl_source_lines_get (reader->lines, below)->text, labels) == 0 &&
           !vsl_label_parse_participants (vsl_source_lines_get (reader->lines, below)->text,
                                          &labels[0], &inline_offset))
    {
      set_field (reader, VSL_FIELD_KICKER, reader->next, 1, 0, -1);
      reader->next = below;
    }
}

/* The first line, with those below it that go on with it: in the same paragraph, starting small. */
static void
read_headline (Reader *reader)
{
  const VslSourceLine *line = vsl_source_lines_get (reader->lines, reader->next);
  VslLabel labels[VSL_MAX_LABELS];
  VslLabel event;
  guint n_lines = 1, n_list;
  g_autoptr(GArray) items = NULL;

  if (line->length > MAX_HEADLINE_CHARACTERS * 4 ||
      g_utf8_strlen (line->text, -1) > MAX_HEADLINE_CHARACTERS ||
      vsl_label_parse_line (line->text, labels) > 0)
    return;
  items = vsl_participant_list_parse (reader->lines, reader->next, &event, &n_list);
  if (items != NULL)
    return;

  while (n_lines < MAX_HEADLINE_LINES &&
         !vsl_source_lines_ends_block (reader->lines, reader->next + n_lines - 1))
    {
      const char *text = vsl_source_lines_get (reader->lines, reader->next + n_lines)->text;

      if (!g_unichar_islower (g_utf8_get_char (text)) || strlen (text) > MAX_HEADLINE_CHARACTERS)
        break;
      n_lines++;
    }
  set_field (reader, VSL_FIELD_HEADLINE, reader->next, n_lines, 0, -1);
  reader->next += n_lines;
}

static void
add_participant (Reader         *reader,
                 VslParticipant *participant,
                 guint           line,
                 guint           column)
{
  vsl_article_builder_add_participant (reader->builder, participant);
  vsl_source_map_add (reader->map, VSL_FIELD_PARTICIPANTS, reader->n_participants++, 1, line + 1,
                      column);
}

static void
read_list (Reader           *reader,
           const VslSegment *segment)
{
  guint i;

  if (segment->labels[0].length > 0)
    set_field (reader, VSL_FIELD_EVENT, segment->first, 1, segment->labels[0].offset,
               segment->labels[0].length);

  for (i = 0; i < segment->items->len; i++)
    {
      const VslListItem *item = &g_array_index (segment->items, VslListItem, i);
      const VslSourceLine *line = vsl_source_lines_get (reader->lines, item->line);

      add_participant (reader, item->participant, item->line, item->column);
      if (item->bullet > 0)
        {
          g_autofree char *indent = g_strnfill (line->column - 1, ' ');
          g_autofree char *sign = g_strndup (line->text, item->bullet);
          g_autofree char *text = g_strconcat (indent, sign, NULL);

          vsl_import_notes_add (reader->notes, VSL_NOTE_TYPED_BULLET, item->line + 1, 1, text);
        }
    }
}

static void
read_label (Reader           *reader,
            const VslSegment *segment,
            const VslLabel   *label)
{
  const VslSourceLine *line = vsl_source_lines_get (reader->lines, segment->first);
  VslField field = label->kind == VSL_LABEL_BYLINE   ? VSL_FIELD_BYLINE
                   : label->kind == VSL_LABEL_CREDIT ? VSL_FIELD_CREDIT
                                                     : VSL_FIELD_EVENT;

  if (label->kind == VSL_LABEL_CHAIR)
    {
      g_autoptr(VslParticipant) chair = vsl_participant_new_from_line (line->text);

      add_participant (reader, chair, segment->first, line->column);
      return;
    }

  set_field (reader, field, segment->first, 1, label->offset, label->length);
}

static void
read_fields (Reader *reader,
             guint   lead)
{
  guint i, k;

  for (i = 0; i < reader->segments->len; i++)
    {
      const VslSegment *segment = &g_array_index (reader->segments, VslSegment, i);

      for (k = 0; k < segment->n_labels; k++)
        *(segment->labels[k].english ? &reader->n_english : &reader->n_dutch) += 1;
      if (!segment->taken)
        continue;
      if (i == lead)
        set_field (reader, VSL_FIELD_LEAD, segment->first, segment->n_lines, 0, -1);
      else if (segment->kind == VSL_SEGMENT_PARTICIPANTS)
        read_list (reader, segment);
      else
        for (k = 0; k < segment->n_labels; k++)
          read_label (reader, segment, &segment->labels[k]);
    }
}

static char *
dup_segment (Reader           *reader,
             const VslSegment *segment)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < segment->n_lines; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, vsl_source_lines_get (reader->lines, segment->first + i)->text);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether the segment @last of the body, its last one, is a streamer. */
static gboolean
is_streamer (Reader *reader,
             guint   last)
{
  const VslSegment *segment = &g_array_index (reader->segments, VslSegment, last);
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  gsize compared = 0;
  gboolean has_body = FALSE;
  guint i;

  if (segment->kind != VSL_SEGMENT_PLAIN || segment->joined || segment->n_lines > 6)
    return FALSE;
  text = dup_segment (reader, segment);
  if (!vsl_streamer_has_shape (text) || vsl_label_measure_bullet (text) > 0)
    return FALSE;

  for (i = last; i > 0 && compared < MAX_COMPARED_BYTES; i--)
    {
      const VslSegment *other = &g_array_index (reader->segments, VslSegment, i - 1);

      if (other->kind != VSL_SEGMENT_PLAIN)
        continue;
      has_body |= !other->taken;
      g_ptr_array_add (before, dup_segment (reader, other));
      compared += strlen (g_ptr_array_index (before, before->len - 1));
    }
  g_ptr_array_add (before, NULL);

  return has_body && vsl_streamer_resembles (text, (const char *const *) before->pdata);
}

static void
read_body (Reader *reader)
{
  g_auto(VslFieldText) body = { 0 };
  g_autofree char *text = NULL;
  guint i, last = reader->segments->len;
  guint previous = G_MAXUINT;

  for (i = reader->segments->len; i > 0 && last == reader->segments->len; i--)
    {
      if (!g_array_index (reader->segments, VslSegment, i - 1).taken)
        last = i - 1;
    }

  vsl_field_text_init (&body, reader->map, VSL_FIELD_BODY);
  for (i = 0; i < reader->segments->len; i++)
    {
      const VslSegment *segment = &g_array_index (reader->segments, VslSegment, i);

      if (segment->taken)
        continue;
      if (segment->n_labels > 0 && segment->labels[0].kind == VSL_LABEL_STREAMER)
        vsl_body_text_add_streamer (&body, reader->lines, segment->first, segment->n_lines,
                                    segment->labels[0].offset);
      else if (i == last && is_streamer (reader, i))
        vsl_body_text_add_streamer (&body, reader->lines, segment->first, segment->n_lines, 0);
      else
        vsl_body_text_add_lines (&body, reader->lines, segment->first, segment->n_lines,
                                 segment->joined && previous == i - 1, reader->notes);
      previous = i;
    }
  text = vsl_field_text_end (&body);
  vsl_article_builder_set_text (reader->builder, VSL_FIELD_BODY, text);
}

/* The words decide; where there are too few of them, the labels do. */
static const char *
guess_language (Reader *reader)
{
  g_autoptr(GString) start = g_string_new (NULL);
  g_autofree char *tipped = NULL;
  const char *language;
  guint i;

  for (i = 0; i < reader->lines->lines->len && start->len < MAX_GUESSED_BYTES; i++)
    {
      const VslSourceLine *line = vsl_source_lines_get (reader->lines, i);

      g_string_append_len (start, line->text, MIN (line->length, MAX_GUESSED_BYTES));
      g_string_append_c (start, ' ');
    }
  if (!g_utf8_validate_len (start->str, start->len, NULL))
    {
      g_autofree char *valid = g_utf8_make_valid (start->str, start->len);

      g_string_assign (start, valid);
    }

  language = vsl_text_guess_language (start->str);
  tipped = g_strconcat (start->str, " the", NULL);
  if (reader->n_english > reader->n_dutch && g_str_equal (vsl_text_guess_language (tipped), "en"))
    return "en";

  return language;
}

/**
 * vsl_text_reader_read:
 * @text: (transfer full): a decoded file that is not blank
 * @notes: where to tell what was put right
 *
 * Reads the plain-text form of an article. It cannot fail: a text without any of its parts is a body.
 * Any thread.
 *
 * Returns: (transfer full): the article with the map of where each character stood
 */
VslImport *
vsl_text_reader_read (char           *text,
                      VslImportNotes *notes)
{
  g_autoptr(VslSourceLines) lines = vsl_source_lines_new_take (text, notes);
  g_autoptr(VslSourceMap) map = vsl_source_map_new ();
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GListModel) findings = NULL;
  g_autoptr(GArray) segments = NULL;
  Reader reader = { .lines = lines, .notes = notes, .map = map, .builder = builder,
                    .next = lines->first };

  if (reader.next < lines->lines->len)
    {
      read_kicker (&reader);
      read_headline (&reader);
    }
  reader.segments = segments = vsl_text_segments_new (lines, reader.next);
  read_fields (&reader, vsl_text_segments_mark (segments, lines));
  read_body (&reader);
  vsl_article_builder_set_language (builder, guess_language (&reader));

  article = vsl_article_builder_end (g_steal_pointer (&builder));
  findings = vsl_import_notes_end (notes);

  return vsl_import_new (article, map, findings);
}
