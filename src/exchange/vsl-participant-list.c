/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-participant-list.h"

#include "core/vsl-participant-line.h"

#include <string.h>

#define MAX_ITEM_CHARACTERS 240
#define BROKEN_LINE_BYTES 55

/* The list while it is read. */
typedef struct
{
  const VslSourceLines *lines;
  GArray *items;   /* (owned) of VslListItem */
  GString *text;   /* (owned) the item that is being read */
  VslListItem item;
  gboolean bulleted;
} List;

static void
clear_item (gpointer data)
{
  g_clear_object (&((VslListItem *) data)->participant);
}

/* Drops what divides the items of a list written as a sentence: `…; en`, `…,`, the last point. */
static void
strip_divider (char *text)
{
  static const char *const dividers[] = { "; en", ", en", "; and", ", and" };
  const char *word;
  guint i;

  g_strchomp (text);
  for (i = 0; i < G_N_ELEMENTS (dividers); i++)
    {
      if (g_str_has_suffix (text, dividers[i]))
        text[strlen (text) - strlen (dividers[i])] = '\0';
    }
  if (g_str_has_suffix (text, ";") || g_str_has_suffix (text, ","))
    text[strlen (text) - 1] = '\0';

  word = strrchr (text, ' ');
  word = word != NULL ? word + 1 : text;
  if (g_str_has_suffix (word, ".") && strlen (word) > 4 && strchr (word, '.')[1] == '\0')
    text[strlen (text) - 1] = '\0';
  g_strchomp (text);
}

static gboolean
has_divider (const char *text)
{
  return strpbrk (text, ",(:") != NULL || strstr (text, " - ") != NULL ||
         strstr (text, " – ") != NULL || strstr (text, " bij ") != NULL ||
         strstr (text, " at ") != NULL;
}

/* Whether a line without a bullet can be one of the list; the further it stands from the heading, the
 * more it must look like one. */
static gboolean
is_plain_item (const char *text,
               gboolean    after_blank)
{
  g_autoptr(VslParticipant) participant = NULL;
  const char *name;

  if (*text == '\0' || g_utf8_strlen (text, -1) > MAX_ITEM_CHARACTERS ||
      strchr (".!?:", text[strlen (text) - 1]) != NULL)
    return FALSE;
  participant = vsl_participant_new_from_line (text);
  if (participant == NULL)
    return FALSE;

  name = vsl_participant_get_name (participant);
  if (!vsl_participant_line_has_name (name) || strchr (name, ' ') == NULL)
    return FALSE;

  return !after_blank || has_divider (text) || vsl_participant_line_chair (text) > 0;
}

/* Ends the item that is being read. Every item was seen to hold a name when it was started; should it
 * not, the whole of it is the name, so that nothing is lost. */
static void
end_item (List *list)
{
  VslListItem item = list->item;

  if (list->text->len == 0)
    return;

  strip_divider (list->text->str);
  item.participant = vsl_participant_new_from_line (list->text->str);
  if (item.participant == NULL)
    {
      g_autoptr(VslPerson) person = vsl_person_new (NULL, NULL, list->text->str, TRUE);

      item.participant = vsl_participant_new (person, NULL, NULL, FALSE);
    }
  g_string_truncate (list->text, 0);
  g_array_append_val (list->items, item);
}

static void
start_item (List       *list,
            guint       index,
            const char *text,
            gsize       bullet)
{
  const VslSourceLine *line = vsl_source_lines_get (list->lines, index);

  g_string_assign (list->text, text);
  list->item = (VslListItem) { NULL, index,
                               line->column + (guint) g_utf8_strlen (line->text, text - line->text),
                               bullet };
}

/* `A (x), B (y) en C` or `A, role; B, role` behind the colon of the heading. */
static gboolean
parse_inline (List  *list,
              guint  first,
              gsize  offset)
{
  const VslSourceLine *line = vsl_source_lines_get (list->lines, first);
  const char *text = line->text + offset;
  const char *pattern = strchr (text, ';') != NULL
                          ? "\\s*;\\s*(?:en |and )?"
                          : "\\s*(?:,(?![^(]*\\))\\s*(?:en |and )?| en | and )\\s*";
  g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_auto(GStrv) parts = g_regex_split (regex, text, 0);
  const char *from = text;
  guint i;

  if (parts[0] != NULL && parts[1] == NULL && is_plain_item (text, FALSE))
    {
      start_item (list, first, text, 0);
      end_item (list);
      return TRUE;
    }

  for (i = 0; parts[i] != NULL; i++)
    {
      const char *found = strstr (from, parts[i]);

      if (parts[i + 1] == NULL)
        strip_divider (parts[i]);
      if (found == NULL || !is_plain_item (parts[i], FALSE))
        return FALSE;
      start_item (list, first, found, 0);
      g_string_assign (list->text, parts[i]);
      end_item (list);
      from = found + strlen (parts[i]);
    }

  return list->items->len > 0;
}

/* A line that goes on with the item above it: indented deeper, starting small, or below a line that is
 * as long as one that was broken. */
static gboolean
continues_item (List                *list,
                guint                index,
                const VslSourceLine *line)
{
  const VslSourceLine *above = vsl_source_lines_get (list->lines, index - 1);
  VslLabel labels[VSL_MAX_LABELS];

  if (list->text->len == 0 || !list->bulleted || list->lines->tight ||
      list->text->len + line->length > MAX_ITEM_CHARACTERS * 4)
    return FALSE;
  if (line->column >= list->item.column || g_unichar_islower (g_utf8_get_char (line->text)) ||
      *line->text == '(')
    return vsl_label_parse_line (line->text, labels) == 0;

  return above->length >= BROKEN_LINE_BYTES && line->length < above->length &&
         vsl_label_parse_line (line->text, labels) == 0;
}

/* Reads the line at @index. Returns whether it belongs to the list. */
static gboolean
take_line (List     *list,
           guint     index,
           gboolean  after_blank,
           gboolean  only_chair)
{
  const VslSourceLine *line = vsl_source_lines_get (list->lines, index);
  gsize bullet = vsl_label_measure_item (line->text);
  const char *text = line->text + bullet;
  gboolean is_first = list->items->len == 0 && list->text->len == 0;
  gboolean chair = vsl_participant_line_chair (text) > 0;

  if (line->length > MAX_ITEM_CHARACTERS * 4 || g_utf8_strlen (text, -1) > MAX_ITEM_CHARACTERS)
    return FALSE;

  if (bullet > 0)
    {
      g_autoptr(VslParticipant) participant = vsl_participant_new_from_line (text);

      if ((!is_first && !list->bulleted) || only_chair || participant == NULL)
        return FALSE;
      list->bulleted = TRUE;
    }
  else if (!after_blank && !chair && continues_item (list, index, line))
    {
      g_string_append_c (list->text, ' ');
      g_string_append (list->text, text);
      return TRUE;
    }
  else if ((list->bulleted || only_chair) ? !(chair && is_plain_item (text, after_blank))
                                          : !is_plain_item (text, after_blank))
    {
      return FALSE;
    }

  end_item (list);
  start_item (list, index, text, bullet);

  return TRUE;
}

/* Reads lines from @index on for as long as they belong to the list. Returns the line behind it. */
static guint
take_lines (List     *list,
            guint     index,
            gboolean  only_chair)
{
  guint end = index;
  gboolean after_blank = FALSE;

  for (; index < list->lines->lines->len; index++)
    {
      if (vsl_source_lines_get (list->lines, index)->length == 0)
        {
          after_blank = TRUE;
          continue;
        }
      /* The first item may stand apart from the heading. */
      if (!take_line (list, index, after_blank && list->text->len > 0, only_chair))
        break;
      after_blank = FALSE;
      end = index + 1;
    }

  end_item (list);

  return end;
}

/**
 * vsl_participant_list_parse:
 * @lines: a file
 * @first: the line, from 0, that may be the heading of a list of participants
 * @event: (out): where in that line the name of the event stands
 * @n_lines: (out): how many lines the list takes with its heading
 *
 * Reads a list of participants: with bullets or without, one below the other or behind the colon,
 * with who led the debate among them or behind them. It ends where something else starts.
 *
 * Returns: (transfer full) (nullable) (element-type VslListItem): the participants; %NULL when this is
 *   no list
 */
GArray *
vsl_participant_list_parse (const VslSourceLines *lines,
                            guint                 first,
                            VslLabel             *event,
                            guint                *n_lines)
{
  g_autoptr(GArray) items = NULL;
  g_autoptr(GString) text = NULL;
  List list = { .lines = lines };
  gsize inline_offset;
  guint end;

  if (!vsl_label_parse_participants (vsl_source_lines_get (lines, first)->text, event,
                                     &inline_offset))
    return NULL;

  list.items = items = g_array_new (FALSE, FALSE, sizeof (VslListItem));
  list.text = text = g_string_new (NULL);
  g_array_set_clear_func (items, clear_item);

  if (inline_offset > 0 && !parse_inline (&list, first, inline_offset))
    return NULL;
  end = take_lines (&list, first + 1, inline_offset > 0);
  if (items->len == 0 || (!event->certain && event->length > 0 && !list.bulleted))
    return NULL;

  *n_lines = MAX (end, first + 1) - first;

  return g_steal_pointer (&items);
}
