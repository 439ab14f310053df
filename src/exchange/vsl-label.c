/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-label.h"

#include "core/vsl-participant-line.h"

#include <string.h>

/*
 * The labels of a newspaper article, Dutch and English. A label without a colon is only believed
 * when what follows has the shape of what it announces: `Door middel van overleg` is a sentence,
 * `Door Ada Post` is a byline.
 */

#define MAX_LABELLED_CHARACTERS 120
#define MAX_CREDIT_WORDS 8

typedef struct
{
  const char *text;
  VslLabelKind kind;
  gboolean needs_colon;
  gboolean english;
} LabelWord;

/* Longer words before those that start like them. */
static const LabelWord label_words[] = {
  { "Tekst door", VSL_LABEL_BYLINE, FALSE, FALSE },
  { "Geschreven door", VSL_LABEL_BYLINE, FALSE, FALSE },
  { "Een verslag van", VSL_LABEL_BYLINE, FALSE, FALSE },
  { "Auteurs", VSL_LABEL_BYLINE, TRUE, FALSE },
  { "Auteur", VSL_LABEL_BYLINE, TRUE, FALSE },
  { "Tekst", VSL_LABEL_BYLINE, FALSE, FALSE },
  { "Door", VSL_LABEL_BYLINE, FALSE, FALSE },
  { "Written by", VSL_LABEL_BYLINE, FALSE, TRUE },
  { "Words by", VSL_LABEL_BYLINE, FALSE, TRUE },
  { "Text by", VSL_LABEL_BYLINE, FALSE, TRUE },
  { "Report by", VSL_LABEL_BYLINE, FALSE, TRUE },
  { "Words", VSL_LABEL_BYLINE, TRUE, TRUE },
  { "Text", VSL_LABEL_BYLINE, TRUE, TRUE },
  { "Author", VSL_LABEL_BYLINE, TRUE, TRUE },
  { "By", VSL_LABEL_BYLINE, FALSE, TRUE },
  { "Beeld van", VSL_LABEL_CREDIT, FALSE, FALSE },
  { "Beeld door", VSL_LABEL_CREDIT, FALSE, FALSE },
  { "Beeld", VSL_LABEL_CREDIT, FALSE, FALSE },
  { "Foto’s door", VSL_LABEL_CREDIT, FALSE, FALSE },
  { "Foto's door", VSL_LABEL_CREDIT, FALSE, FALSE },
  { "Foto’s", VSL_LABEL_CREDIT, FALSE, FALSE },
  { "Foto's", VSL_LABEL_CREDIT, FALSE, FALSE },
  { "Foto door", VSL_LABEL_CREDIT, FALSE, FALSE },
  { "Fotografie", VSL_LABEL_CREDIT, FALSE, FALSE },
  { "Fotograaf", VSL_LABEL_CREDIT, TRUE, FALSE },
  { "Fotocredit", VSL_LABEL_CREDIT, TRUE, FALSE },
  { "Foto", VSL_LABEL_CREDIT, FALSE, FALSE },
  { "Illustraties", VSL_LABEL_CREDIT, FALSE, FALSE },
  { "Illustratie", VSL_LABEL_CREDIT, FALSE, FALSE },
  { "Afbeelding", VSL_LABEL_CREDIT, TRUE, FALSE },
  { "Image by", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Image credit", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Images", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Image", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Photographs by", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Photograph by", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Photography by", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Photography", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Photograph", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Photos by", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Photo by", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Photo credit", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Photos", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Photo", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Pictures", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Picture by", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Picture credit", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Picture", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Illustration by", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Illustration", VSL_LABEL_CREDIT, FALSE, TRUE },
  { "Bovenkop", VSL_LABEL_KICKER, TRUE, FALSE },
  { "Kicker", VSL_LABEL_KICKER, TRUE, TRUE },
  { "Evenement", VSL_LABEL_EVENT, TRUE, FALSE },
  { "Event", VSL_LABEL_EVENT, TRUE, TRUE },
  { "Streamer", VSL_LABEL_STREAMER, TRUE, FALSE },
  { "Pull quote", VSL_LABEL_STREAMER, TRUE, TRUE },
};

/* Words that head a list of participants; what stands between them and the colon is the event. */
static const LabelWord heading_words[] = {
  { "De deelnemers", VSL_LABEL_PARTICIPANTS, FALSE, FALSE },
  { "Deelnemers", VSL_LABEL_PARTICIPANTS, FALSE, FALSE },
  { "Deelnemer", VSL_LABEL_PARTICIPANTS, FALSE, FALSE },
  { "Panelleden", VSL_LABEL_PARTICIPANTS, FALSE, FALSE },
  { "Sprekers", VSL_LABEL_PARTICIPANTS, FALSE, FALSE },
  { "Debaters", VSL_LABEL_PARTICIPANTS, FALSE, FALSE },
  { "Tafelgasten", VSL_LABEL_PARTICIPANTS, FALSE, FALSE },
  { "Gesprekspartners", VSL_LABEL_PARTICIPANTS, FALSE, FALSE },
  { "Aan tafel", VSL_LABEL_PARTICIPANTS, FALSE, FALSE },
  { "The participants", VSL_LABEL_PARTICIPANTS, FALSE, TRUE },
  { "Participants", VSL_LABEL_PARTICIPANTS, FALSE, TRUE },
  { "Participant", VSL_LABEL_PARTICIPANTS, FALSE, TRUE },
  { "Panellists", VSL_LABEL_PARTICIPANTS, FALSE, TRUE },
  { "Panelists", VSL_LABEL_PARTICIPANTS, FALSE, TRUE },
  { "Panel members", VSL_LABEL_PARTICIPANTS, FALSE, TRUE },
  { "Panel", VSL_LABEL_PARTICIPANTS, FALSE, TRUE },
  { "Speakers", VSL_LABEL_PARTICIPANTS, FALSE, TRUE },
};

/* What joins such a word to the event. */
static const char *const heading_joints[] = {
  "aan het ", "aan de ", "aan ", "van het ", "van de ", "van ", "bij het ", "bij de ", "in het ",
  "in de ", "in the ", "in ", "of the ", "of ", "at the ", "at ", "to the ", "– ", "- ",
};

/* Bylines that are no names. */
static const char *const desk_words[] = { "redactie", "redacteur", "redactrice", "verslaggever",
                                          "verslaggeefster", "correspondent", "medewerker",
                                          "reporter", "staff", "editors", "editor", "newsroom",
                                          NULL };

/* In the case of the label as it stands in the table, or all in capitals, or all small: `Door`,
 * `DOOR`, `door:`. */
static gsize
match_word (const char *line,
            const char *word)
{
  gsize length;

  /* Nearly every comparison ends here. */
  if (g_ascii_toupper (*line) != *word)
    return 0;
  length = strlen (word);
  if (g_ascii_strncasecmp (line, word, length) != 0)
    return 0;
  if (line[length] != ' ' && line[length] != ':')
    return 0;

  return length;
}

static guint
count_words (const char *text,
             gsize       length)
{
  guint n = 0;
  gsize i;

  for (i = 0; i < length; i++)
    n += text[i] != ' ' && (i == 0 || text[i - 1] == ' ');

  return n;
}

static gboolean
is_short (const char *text,
          gsize       length)
{
  return length > 0 && length <= MAX_LABELLED_CHARACTERS * 4 &&
         g_utf8_strlen (text, length) <= MAX_LABELLED_CHARACTERS;
}

static gboolean
ends_sentence (const char *text,
               gsize       length)
{
  return strchr (".!?;:", text[length - 1]) != NULL;
}

static gboolean
has_desk_word (const char *text)
{
  g_auto(GStrv) words = g_strsplit_set (text, " ,/", -1);
  guint i;

  for (i = 0; words[i] != NULL; i++)
    {
      g_autofree char *lower = g_utf8_strdown (words[i], -1);

      if (g_strv_contains (desk_words, lower))
        return TRUE;
    }

  return FALSE;
}

/* Names divided by commas, slashes and `en`. A role may follow a comma. */
static gboolean
is_byline (const char *text,
           gsize       length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto(GStrv) parts = NULL;
  guint i;

  if (ends_sentence (text, length) || count_words (text, length) > 12)
    return FALSE;
  if (count_words (text, length) <= 5 && has_desk_word (copy))
    return TRUE;

  parts = g_regex_split_simple ("\\s*(?:,| en | and | & |/|\\|)\\s*", copy, 0, 0);
  for (i = 0; parts[i] != NULL; i++)
    {
      gboolean is_name = vsl_participant_line_has_name (parts[i]);

      if (!is_name && (i == 0 || strchr (parts[0], ' ') == NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_credit (const char *text,
           gsize       length)
{
  gunichar first = g_utf8_get_char (text);

  return !ends_sentence (text, length) && count_words (text, length) <= MAX_CREDIT_WORDS &&
         (g_unichar_isupper (first) || g_unichar_isdigit (first) || first == 0x00A9 ||
          g_ascii_isupper (text[1]) || g_str_has_prefix (text, "courtesy of "));
}

static gboolean
fits (const LabelWord *word,
      const char      *text,
      gsize            length,
      gboolean         colon)
{
  if (!is_short (text, length))
    return word->kind == VSL_LABEL_STREAMER && length > 0;
  if (colon)
    return word->kind == VSL_LABEL_STREAMER || word->kind == VSL_LABEL_KICKER ||
           word->kind == VSL_LABEL_EVENT ||
           (!(strchr (".!?", text[length - 1]) != NULL && count_words (text, length) > 6) &&
            count_words (text, length) <= 14);
  if (word->needs_colon)
    return FALSE;

  return word->kind == VSL_LABEL_BYLINE ? is_byline (text, length) : is_credit (text, length);
}

/* Reads one label in the @length bytes from @line on. Without a colon a label starts with a capital,
 * for `door Ada` goes on with a sentence; before a whole name, or second on a line, it need not. */
static gboolean
parse_one (const char *line,
           gsize       length,
           gboolean    any_case,
           VslLabel   *label)
{
  guint i;

  if (!g_ascii_isalpha (*line))
    return FALSE;

  for (i = 0; i < G_N_ELEMENTS (label_words); i++)
    {
      gsize start = match_word (line, label_words[i].text);
      gboolean colon;

      if (start == 0 || start >= length)
        continue;
      while (start < length && line[start] == ' ')
        start++;
      colon = start < length && line[start] == ':';
      if (!colon && !any_case && !g_ascii_isupper (*line) &&
          (label_words[i].kind != VSL_LABEL_BYLINE || count_words (line, length) < 3))
        continue;
      start += colon;
      while (start < length && line[start] == ' ')
        start++;
      if (start >= length || !fits (&label_words[i], line + start, length - start, colon))
        continue;

      *label = (VslLabel) { label_words[i].kind, start, length - start, colon,
                            label_words[i].english };
      return TRUE;
    }

  return FALSE;
}

/* Most lines start with no label at all; this is the cheap way to know. */
static gboolean
starts_with_byline_word (const char *line)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (label_words) && g_ascii_isalpha (*line); i++)
    {
      if (label_words[i].kind == VSL_LABEL_BYLINE && match_word (line, label_words[i].text) > 0)
        return TRUE;
    }

  return FALSE;
}

/* `Tekst: Ada Post | Beeld: Bo Smit`: where the second label starts, and where the first ends. */
static gsize
find_second (const char *line,
             gsize      *first_length)
{
  static const char *const dividers[] = { " | ", " / ", " • ", " · ", " – ", " - ", ", ", "; ", " " };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (dividers); i++)
    {
      const char *found;

      for (found = strstr (line, dividers[i]); found != NULL; found = strstr (found + 1, dividers[i]))
        {
          const char *second = found + strlen (dividers[i]);
          VslLabel label;

          if (parse_one (second, strlen (second), dividers[i][1] != '\0', &label) &&
              label.kind == VSL_LABEL_CREDIT)
            {
              *first_length = found - line;
              return second - line;
            }
        }
    }

  return 0;
}

/**
 * vsl_label_parse_line:
 * @line: a line without white space at its ends
 * @labels: (out caller-allocates): what was found
 *
 * Reads a line that holds nothing but one or two labels with their texts. The heading of a list of
 * participants is not among them.
 *
 * Returns: how many labels; 0 when the line is ordinary text
 */
guint
vsl_label_parse_line (const char *line,
                      VslLabel    labels[VSL_MAX_LABELS])
{
  gsize length = strlen (line);
  gsize second, first_length;
  gsize chair;

  if (length > MAX_LABELLED_CHARACTERS * 8)
    return 0;

  chair = vsl_participant_line_chair (line);
  if (chair > 0 && is_short (line, length))
    {
      gboolean colon = memchr (line, ':', chair) != NULL;
      gsize name_end = chair + strcspn (line + chair, ",(");
      g_autofree char *name = g_strchomp (g_strndup (line + chair, name_end - chair));

      if (!vsl_participant_line_has_name (name) || line[length - 1] == '.')
        return 0;
      labels[0] = (VslLabel) { VSL_LABEL_CHAIR, 0, length, colon,
                               strstr (line, "by") != NULL || g_ascii_tolower (*line) == 'c' };
      return 1;
    }

  second = starts_with_byline_word (line) && is_short (line, length)
             ? find_second (line, &first_length)
             : 0;
  if (second > 0 && parse_one (line, first_length, FALSE, &labels[0]) &&
      labels[0].kind == VSL_LABEL_BYLINE &&
      parse_one (line + second, length - second, TRUE, &labels[1]))
    {
      labels[1].offset += second;
      return 2;
    }

  return parse_one (line, length, FALSE, &labels[0]);
}

/**
 * vsl_label_parse_participants:
 * @line: a line without white space at its ends
 * @event: (out): where in the line the name of the event stands; of length 0 when there is none
 * @inline_offset: (out): where what follows the colon starts, in bytes; 0 when nothing does
 *
 * Reads the heading of a list of participants. One without a colon is only a heading when a list
 * follows.
 *
 * Returns: whether @line is such a heading
 */
gboolean
vsl_label_parse_participants (const char *line,
                              VslLabel   *event,
                              gsize      *inline_offset)
{
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (heading_words) && g_ascii_isupper (*line); i++)
    {
      gsize length;
      const char *colon;
      const char *start;
      const char *end;

      if (*line != *heading_words[i].text)
        continue;
      length = strlen (heading_words[i].text);
      start = line + length;
      if (g_ascii_strncasecmp (line, heading_words[i].text, length) != 0 ||
          (*start != ' ' && *start != ':' && *start != '\0'))
        continue;

      colon = strchr (start, ':');
      end = colon != NULL ? colon : start + strlen (start);
      while (*start == ' ')
        start++;
      for (k = 0; k < G_N_ELEMENTS (heading_joints); k++)
        {
          if (g_str_has_prefix (start, heading_joints[k]))
            {
              start += strlen (heading_joints[k]);
              break;
            }
        }
      start = MIN (start, end);
      while (end > start && end[-1] == ' ')
        end--;
      if (end > start && (!is_short (start, end - start) || count_words (start, end - start) > 12 ||
                          strchr (".!?,", end[-1]) != NULL))
        return FALSE;

      *event = (VslLabel) { VSL_LABEL_PARTICIPANTS, start - line, end - start, colon != NULL,
                            heading_words[i].english };
      *inline_offset = 0;
      if (colon != NULL && colon[1] != '\0')
        *inline_offset = colon + 1 - line + strspn (colon + 1, " ");
      return TRUE;
    }

  return FALSE;
}

/**
 * vsl_label_measure_bullet:
 * @line: a line without white space at its start
 *
 * Returns: how many bytes a bullet takes that can mean nothing else, with the space behind it; 0 when
 *   there is none
 */
gsize
vsl_label_measure_bullet (const char *line)
{
  static const gunichar bullets[] = { 0x2022, 0x00B7, 0x25E6, 0x25AA, 0x25AB, 0x25CF, 0x25CB,
                                      0x25A0, 0x2023, 0x2043, 0x2219, 0xF0B7, 0x27A2, 0x25BA };
  gunichar first = g_utf8_get_char (line);
  const char *p;
  guint i;

  if (first < 0x80)
    return 0;

  for (i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      if (bullets[i] != first)
        continue;
      p = g_utf8_next_char (line);
      while (*p == ' ' || *p == '\t')
        p++;
      return *p != '\0' ? (gsize) (p - line) : 0;
    }

  return 0;
}

/**
 * vsl_label_measure_item:
 * @line: a line in a list, without white space at its start
 *
 * As vsl_label_measure_bullet(), for a place where a list is expected: there a dash, an asterisk or
 * a number with a point stands for a bullet too.
 *
 * Returns: how many bytes the bullet takes with the space behind it; 0 when there is none
 */
gsize
vsl_label_measure_item (const char *line)
{
  gsize length = vsl_label_measure_bullet (line);

  if (length > 0)
    return length;

  if (*line == '-' || *line == '*' || *line == '+')
    length = 1;
  else if (g_str_has_prefix (line, "–") || g_str_has_prefix (line, "—"))
    length = strlen ("–");
  else if (g_ascii_isdigit (*line))
    {
      length = strspn (line, "0123456789");
      if (length > 3 || (line[length] != '.' && line[length] != ')'))
        return 0;
      length++;
    }
  if (length == 0 || (line[length] != ' ' && line[length] != '\t'))
    return 0;
  while (line[length] == ' ' || line[length] == '\t')
    length++;

  return line[length] != '\0' ? length : 0;
}

/**
 * vsl_label_get_word:
 * @kind: a kind of label
 * @language: the language of the article
 *
 * Returns: (transfer none): the word with which the label is written
 */
const char *
vsl_label_get_word (VslLabelKind  kind,
                    const char   *language)
{
  static const char *const words[][2] = {
    [VSL_LABEL_NONE] = { "", "" },
    [VSL_LABEL_KICKER] = { "Bovenkop", "Kicker" },
    [VSL_LABEL_BYLINE] = { "Door", "By" },
    [VSL_LABEL_CREDIT] = { "Beeld", "Image" },
    [VSL_LABEL_EVENT] = { "Evenement", "Event" },
    [VSL_LABEL_STREAMER] = { "Streamer", "Pull quote" },
    [VSL_LABEL_CHAIR] = { "Onder leiding van", "Moderated by" },
    [VSL_LABEL_PARTICIPANTS] = { "Deelnemers", "Participants" },
  };

  return words[kind][g_str_has_prefix (language, "en")];
}
