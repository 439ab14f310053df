/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-markdown-edit.h"

#include <string.h>

/* The selection without the spaces at its ends (a mark against a space is no mark), or the word at
 * the cursor, or the bare cursor. */
static void
find_target (GtkTextBuffer *buffer,
             GtkTextIter   *start,
             GtkTextIter   *end)
{
  if (gtk_text_buffer_get_selection_bounds (buffer, start, end))
    {
      while (gtk_text_iter_compare (start, end) < 0 && g_unichar_isspace (gtk_text_iter_get_char (start)))
        gtk_text_iter_forward_char (start);
      while (gtk_text_iter_compare (start, end) < 0)
        {
          GtkTextIter last = *end;

          gtk_text_iter_backward_char (&last);
          if (!g_unichar_isspace (gtk_text_iter_get_char (&last)))
            break;
          *end = last;
        }
      return;
    }

  if ((gtk_text_iter_inside_word (start) || gtk_text_iter_ends_word (start)) &&
      !gtk_text_iter_starts_word (start))
    gtk_text_iter_backward_word_start (start);
  if (gtk_text_iter_inside_word (end) && !gtk_text_iter_ends_word (end))
    gtk_text_iter_forward_word_end (end);
}

/* How often the last character of @mark stands unbroken before @iter (or after it). */
static guint
count_marks (const GtkTextIter *iter,
             gunichar           mark,
             gboolean           before)
{
  GtkTextIter i = *iter;
  guint n = 0;

  while (before ? gtk_text_iter_backward_char (&i) : !gtk_text_iter_is_end (&i))
    {
      if (gtk_text_iter_get_char (&i) != mark)
        break;
      n++;
      if (!before)
        gtk_text_iter_forward_char (&i);
    }

  return n;
}

/* Bold is two stars and italic one, so three around a word are both. */
static gboolean
is_marked (const GtkTextIter *start,
           const GtkTextIter *end,
           const char        *mark)
{
  guint n = MIN (count_marks (start, mark[0], TRUE), count_marks (end, mark[0], FALSE));

  return strlen (mark) == 1 ? n == 1 || n == 3 : n >= 2;
}

/**
 * vsl_markdown_edit_toggle_mark:
 * @mark: what goes on both sides: "**" for bold, "*" for italic
 *
 * Puts @mark around the selection or the word at the cursor, or takes it away when it is there. In
 * an empty place it puts both down with the cursor between them. The selection stays.
 */
void
vsl_markdown_edit_toggle_mark (GtkTextBuffer *buffer,
                               const char    *mark)
{
  int length = (int) strlen (mark);
  GtkTextIter start, end, edge;
  int from, to;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  end = start;
  find_target (buffer, &start, &end);
  from = gtk_text_iter_get_offset (&start);
  to = gtk_text_iter_get_offset (&end);

  gtk_text_buffer_begin_user_action (buffer);
  if (is_marked (&start, &end, mark))
    {
      edge = end;
      gtk_text_iter_forward_chars (&edge, length);
      gtk_text_buffer_delete (buffer, &end, &edge);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, from - length);
      gtk_text_buffer_get_iter_at_offset (buffer, &edge, from);
      gtk_text_buffer_delete (buffer, &start, &edge);
      from -= length;
      to -= length;
    }
  else
    {
      gtk_text_buffer_insert (buffer, &end, mark, length);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
      gtk_text_buffer_insert (buffer, &start, mark, length);
      from += length;
      to += length;
    }
  gtk_text_buffer_end_user_action (buffer);

  gtk_text_buffer_get_iter_at_offset (buffer, &start, to);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, from);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

/**
 * vsl_markdown_edit_insert_link:
 *
 * Makes the selection or the word at the cursor the text of a link, with the cursor where the
 * address goes; a selected address becomes the address, with the cursor where the text goes.
 */
void
vsl_markdown_edit_insert_link (GtkTextBuffer *buffer)
{
  g_autofree char *text = NULL;
  g_autofree char *link = NULL;
  GtkTextIter start, end;
  int from, cursor;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  end = start;
  find_target (buffer, &start, &end);
  from = gtk_text_iter_get_offset (&start);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  if (g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://"))
    {
      link = g_strdup_printf ("[](%s)", text);
      cursor = from + 1;
    }
  else
    {
      link = g_strdup_printf ("[%s]()", text);
      cursor = from + (int) g_utf8_strlen (link, -1) - (*text == '\0' ? 3 : 1);
    }

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, link, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, cursor);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/**
 * vsl_markdown_edit_set_heading:
 * @level: 1-6
 *
 * Makes the line at the cursor a heading of @level, or text again when it is one already.
 */
void
vsl_markdown_edit_set_heading (GtkTextBuffer *buffer,
                               guint          level)
{
  g_autofree char *line = NULL;
  GtkTextIter start, end;
  guint old = 0, skip;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (level >= 1 && level <= 6);

  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  gtk_text_iter_set_line_offset (&start, 0);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  line = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);

  while (line[old] == '#')
    old++;
  skip = old;
  while (old > 0 && line[skip] == ' ')
    skip++;
  if (old > 6 || (old > 0 && skip == old && line[skip] != '\0'))
    old = skip = 0; /* a hash tag, not a heading */

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_iter_at_line_offset (buffer, &end, gtk_text_iter_get_line (&start), (int) skip);
  gtk_text_buffer_delete (buffer, &start, &end);
  if (old != level)
    {
      g_autofree char *mark = g_strdup_printf ("%.*s ", (int) level, "######");

      gtk_text_buffer_insert (buffer, &start, mark, -1);
    }
  gtk_text_buffer_end_user_action (buffer);
}

/* The sentence at @start where nothing is selected. */
static void
find_sentence (GtkTextBuffer *buffer,
               GtkTextIter   *start,
               GtkTextIter   *end)
{
  if (gtk_text_buffer_get_selection_bounds (buffer, start, end))
    return;

  gtk_text_buffer_get_iter_at_mark (buffer, start, gtk_text_buffer_get_insert (buffer));
  if (gtk_text_iter_inside_sentence (start) && !gtk_text_iter_starts_sentence (start))
    gtk_text_iter_backward_sentence_start (start);
  *end = *start;
  if (!gtk_text_iter_forward_sentence_end (end))
    gtk_text_iter_forward_to_end (end);
}

/* On one line, and without the marks of a quotation around it: a pull quote has its own. */
static char *
clean_words (char *text)
{
  static const char *const marks[] = { "“", "”", "„", "‘", "\"" };
  char *words = g_strstrip (g_strdelimit (text, "\n\t", ' '));

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (words, marks[i]))
      words = g_strchug (words + strlen (marks[i]));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_suffix (words, marks[i]))
      words[strlen (words) - strlen (marks[i])] = '\0';

  return words;
}

/**
 * vsl_markdown_edit_insert_streamer:
 *
 * Makes a pull quote of the selection, or of the sentence at the cursor, below its paragraph. The
 * words stay where they are too.
 */
void
vsl_markdown_edit_insert_streamer (GtkTextBuffer *buffer)
{
  g_autofree char *text = NULL;
  g_autofree char *streamer = NULL;
  const char *words;
  GtkTextIter start, end;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  find_sentence (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  words = clean_words (text);
  if (*words == '\0')
    return;

  /* The end of the paragraph: the last line before an empty one. */
  while (!gtk_text_iter_is_end (&end))
    {
      GtkTextIter next;

      if (!gtk_text_iter_ends_line (&end))
        gtk_text_iter_forward_to_line_end (&end);
      next = end;
      if (!gtk_text_iter_forward_line (&next) || gtk_text_iter_ends_line (&next))
        break;
      end = next;
    }

  streamer = g_strdup_printf ("\n\n::: streamer\n%s\n:::", words);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert (buffer, &end, streamer, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_place_cursor (buffer, &end);
}

/* A paragraph at @place, one empty line from its neighbours whatever was between them. */
static void
insert_paragraph (GtkTextBuffer *buffer,
                  GtkTextIter   *place,
                  const char    *paragraph)
{
  g_autofree char *plain = g_strstrip (g_strdup (paragraph));
  g_autofree char *text = NULL;
  GtkTextIter start = *place;
  GtkTextIter before = start;

  while (g_unichar_isspace (gtk_text_iter_get_char (place)) && gtk_text_iter_forward_char (place))
    ;
  /* What the next line is indented by belongs to it. */
  if (gtk_text_iter_get_line (place) != gtk_text_iter_get_line (&start))
    gtk_text_iter_set_line_offset (place, 0);
  while (gtk_text_iter_backward_char (&before) && g_unichar_isspace (gtk_text_iter_get_char (&before)))
    start = before;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, place);
  text = g_strconcat (gtk_text_iter_is_start (&start) ? "" : "\n\n", plain, "\n\n", NULL);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/**
 * vsl_markdown_edit_insert_sentence:
 * @sentence: text that stands by itself; a paragraph when it begins with a line break
 *
 * Inserts @sentence at the cursor, with a space between it and a word on either side, or an empty
 * line when it is a paragraph. What is selected stays.
 */
void
vsl_markdown_edit_insert_sentence (GtkTextBuffer *buffer,
                                   const char    *sentence)
{
  g_autofree char *text = NULL;
  GtkTextIter start, end, before;
  gboolean spaced;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));
  g_return_if_fail (sentence != NULL);

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  if (*sentence == '\n')
    {
      insert_paragraph (buffer, &end, sentence);
      return;
    }

  before = end;
  spaced = gtk_text_iter_starts_line (&end) || !gtk_text_iter_backward_char (&before) ||
           g_unichar_isspace (gtk_text_iter_get_char (&before));
  text = g_strconcat (spaced ? "" : " ", sentence,
                      gtk_text_iter_ends_line (&end) ||
                      g_unichar_isspace (gtk_text_iter_get_char (&end)) ? "" : " ", NULL);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert (buffer, &end, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_place_cursor (buffer, &end);
}
