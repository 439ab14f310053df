/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-participant-line.h"
#include "core/vsl-participant-word.h"
#include "core/vsl-text.h"

#include <string.h>

/*
 * How a newspaper writes a participant on one line, in Dutch and in English:
 *
 *   Name, role, organisation          Name (organisation), role      Name – role, organisation
 *   Name, role bij de organisation    Name, role at the organisation Name, role (organisation)
 *   Onder leiding van Name, …         Moderated by Name, …           Name, … (chair)
 *
 * The words that only join (`bij de`, `at the`) are not part of role or organisation.
 */

#define MAX_NAME_CHARACTERS 60
#define MAX_NAME_WORDS 7

/* Words that stand before the name of who led the debate. A word that is a role as well (`Voorzitter
 * Jan …`) only counts with a colon behind it. */
static const struct
{
  const char *text;
  gboolean needs_colon;
} chair_labels[] = {
  { "onder leiding van", FALSE },
  { "o.l.v.", FALSE },
  { "olv", FALSE },
  { "gespreksleider", FALSE },
  { "gespreksleidster", FALSE },
  { "gespreksleiding", FALSE },
  { "debatleider", FALSE },
  { "discussieleider", FALSE },
  { "dagvoorzitter", FALSE },
  { "moderator", FALSE },
  { "moderatie", FALSE },
  { "geleid door", FALSE },
  { "voorgezeten door", FALSE },
  { "gemodereerd door", FALSE },
  { "voorzitter", TRUE },
  { "presentatie", TRUE },
  { "leiding", TRUE },
  { "moderated by", FALSE },
  { "chaired by", FALSE },
  { "led by", FALSE },
  { "hosted by", FALSE },
  { "presented by", FALSE },
  { "under the chairmanship of", FALSE },
  { "chair", TRUE },
  { "chairman", TRUE },
  { "chairwoman", TRUE },
  { "chairperson", TRUE },
  { "host", TRUE },
};

static char *
dup_first_word (const char *text)
{
  return g_strndup (text, strcspn (text, " ,;:()"));
}

static const char *
find_last_word (const char *text)
{
  const char *space = strrchr (text, ' ');

  return space != NULL ? space + 1 : text;
}

static gboolean
starts_upper (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return g_unichar_isupper (c) || g_unichar_istitle (c);
}

/* `Jan`, `Jan-Willem`, `d'Hondt`, `J.P.`, and the small words and titles between them. */
static gboolean
is_name_word (const char *word)
{
  const char *p;
  const char *start = word;

  for (p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) && c != '-' && c != '\'' && c != '.' &&
          c != 0x2019 && c != 0x2018 && c != 0x2011)
        return FALSE;
    }

  if (vsl_participant_word_is (VSL_PARTICIPANT_WORD_PARTICLE, word) || vsl_participant_word_is (VSL_PARTICIPANT_WORD_TITLE, word))
    return TRUE;
  if ((word[0] == 'd' || word[0] == 'l') &&
      (word[1] == '\'' || g_str_has_prefix (word + 1, "’")))
    start = word + 1 + (word[1] == '\'' ? 1 : strlen ("’"));

  return starts_upper (start);
}

/**
 * vsl_participant_line_has_name:
 * @text: a text without a role or an organisation
 *
 * Tells a name from other words by its shape: a few words that each have a capital, but for the
 * tussenvoegsels and titles between them; no digits, no sentence.
 *
 * Returns: whether @text looks like the name of one person
 */
gboolean
vsl_participant_line_has_name (const char *text)
{
  g_auto(GStrv) words = NULL;
  const char *last = NULL;
  guint i, n_words = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  if (*text == '\0' || g_utf8_strlen (text, -1) > MAX_NAME_CHARACTERS)
    return FALSE;

  words = g_strsplit (text, " ", -1);
  for (i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (!is_name_word (words[i]) || ++n_words > MAX_NAME_WORDS)
        return FALSE;
      last = words[i];
    }

  return last != NULL && !vsl_participant_word_is (VSL_PARTICIPANT_WORD_PARTICLE, last) && !vsl_participant_word_is (VSL_PARTICIPANT_WORD_TITLE, last) &&
         g_utf8_strlen (last, -1) > 1 &&
         !(g_str_has_suffix (last, ".") && g_utf8_strlen (last, -1) > 3);
}

/**
 * vsl_participant_line_chair:
 * @line: a line, without a bullet
 *
 * Finds the words that say that who follows led the debate: `Onder leiding van`, `Chaired by`.
 *
 * Returns: how many bytes they and the space behind them take; 0 when there are none
 */
gsize
vsl_participant_line_chair (const char *line)
{
  guint i;

  g_return_val_if_fail (line != NULL, 0);

  for (i = 0; i < G_N_ELEMENTS (chair_labels); i++)
    {
      gsize length, end;

      if (g_ascii_tolower (*line) != *chair_labels[i].text)
        continue;
      end = length = strlen (chair_labels[i].text);
      if (g_ascii_strncasecmp (line, chair_labels[i].text, length) != 0)
        continue;
      while (line[end] == ' ')
        end++;
      if (line[end] == ':')
        end++;
      else if (chair_labels[i].needs_colon || end == length)
        continue;
      while (line[end] == ' ')
        end++;
      if (line[end] != '\0')
        return end;
    }

  return 0;
}

/* What follows an article, when there is one: `de VNG` → `VNG`. */
static const char *
skip_article (const char *text)
{
  static const char *const articles[] = { "de ", "het ", "the ", "’t ", "'t " };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      gsize length = strlen (articles[i]);

      if (g_ascii_strncasecmp (text, articles[i], length) == 0)
        return text + length;
    }

  return text;
}

static gboolean
looks_like_organisation (const char *text)
{
  g_autofree char *first = NULL;

  text = skip_article (text);
  first = dup_first_word (text);

  return starts_upper (text) || vsl_participant_word_is (VSL_PARTICIPANT_WORD_ORGANISATION, first) ||
         g_unichar_isdigit (g_utf8_get_char (text)) ||
         (first[0] == 'i' && g_ascii_isupper (first[1]));
}

/* An abbreviation or a word for a kind of organisation in a name without an article. */
static gboolean
names_organisation (const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  guint i;

  for (i = 0; words[i] != NULL; i++)
    {
      if (vsl_participant_word_is (VSL_PARTICIPANT_WORD_ORGANISATION, words[i]) ||
          (g_ascii_isupper (words[i][0]) && g_ascii_isupper (words[i][1])))
        return TRUE;
    }

  return words[0] != NULL && words[1] != NULL && starts_upper (words[0]) &&
         starts_upper (words[1]);
}

static gboolean
take_role_at (const char  *text,
              const char  *joint,
              gboolean     any_name,
              char       **role,
              char       **organisation)
{
  const char *found;
  gsize length = strlen (joint);

  for (found = strstr (text, joint); found != NULL; found = strstr (found + 1, joint))
    {
      const char *rest = found + length;

      if (any_name ? !looks_like_organisation (rest)
                   : !(starts_upper (rest) && names_organisation (rest)))
        continue;
      *role = g_strndup (text, found - text);
      *organisation = g_strdup (any_name ? skip_article (rest) : rest);
      g_strstrip (*role);
      return TRUE;
    }

  return FALSE;
}

/* Splits `role bij de organisation` and its likes. */
static gboolean
split_role (const char  *text,
            char       **role,
            char       **organisation)
{
  static const struct
  {
    const char *text;
    gboolean any_name;
    gboolean is_of;
  } joints[] = {
    { " bij ", TRUE, FALSE },    { " namens ", TRUE, FALSE }, { " at ", TRUE, FALSE },
    { " van de ", TRUE, TRUE },  { " van het ", TRUE, TRUE }, { " of the ", TRUE, TRUE },
    { " van ", FALSE, TRUE },    { " of ", FALSE, TRUE },     { " from ", TRUE, FALSE },
    { " aan ", TRUE, FALSE },
  };
  g_autofree char *first = dup_first_word (text);
  gboolean is_name = starts_upper (text) && !vsl_participant_word_is (VSL_PARTICIPANT_WORD_ROLE, first);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      /* `minister van Water` and `Friends of the Quay` are one. */
      if (joints[i].is_of && (is_name || vsl_participant_word_is (VSL_PARTICIPANT_WORD_FIELD_ROLE, first)))
        continue;
      if (take_role_at (text, joints[i].text, joints[i].any_name, role, organisation))
        return TRUE;
    }

  return FALSE;
}

static gboolean
names_role (const char *text)
{
  g_autofree char *first = dup_first_word (text);

  return vsl_participant_word_is (VSL_PARTICIPANT_WORD_ROLE, first) || vsl_participant_word_is (VSL_PARTICIPANT_WORD_ROLE, find_last_word (text));
}

/* The one thing that is told of a person: a role or an organisation? */
static gboolean
is_role (const char *text)
{
  return names_role (text) || !looks_like_organisation (text);
}

/* `bij de VNG` as a part of its own. */
static const char *
skip_joint (const char *text)
{
  static const char *const joints[] = { "bij ", "namens ", "at " };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      if (g_str_has_prefix (text, joints[i]))
        return skip_article (text + strlen (joints[i]));
    }

  return text;
}

/* Sets role and organisation from what follows the name. */
static void
split_description (const char  *text,
                   char       **role,
                   char       **organisation)
{
  const char *comma = strrchr (text, ',');
  const char *last;

  if (*text == '\0')
    return;

  if (comma == NULL)
    {
      if (skip_joint (text) != text)
        *organisation = g_strdup (skip_joint (text));
      else if (!split_role (text, role, organisation))
        *(is_role (text) ? role : organisation) = g_strdup (text);
      return;
    }

  for (last = comma + 1; *last == ' ';)
    last++;
  if (looks_like_organisation (skip_joint (last)))
    {
      *role = g_strndup (text, comma - text);
      *organisation = g_strdup (skip_joint (last));
    }
  else if (!split_role (text, role, organisation))
    {
      *role = g_strdup (text);
    }
}

/* Where the name ends: at a comma, a parenthesis, a colon, or a dash between spaces. */
static gsize
measure_name (const char *line)
{
  const char *p;

  for (p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == ',' || *p == '(' || *p == ':' || *p == ';')
        break;
      if (*p == ' ' && (g_str_has_prefix (p, " - ") || g_str_has_prefix (p, " – ") ||
                        g_str_has_prefix (p, " — ")))
        break;
    }

  return p - line;
}

/* Takes the words in parentheses at the start or the end out of @text. */
static char *
take_parenthesis (char     *text,
                  gboolean  at_start)
{
  char *open, *close;
  char *inside;

  if (at_start)
    {
      open = text;
      close = *text == '(' ? strchr (text, ')') : NULL;
    }
  else
    {
      open = strrchr (text, '(');
      close = g_str_has_suffix (text, ")") && open != NULL ? strchr (open, ')') : NULL;
    }
  if (close == NULL || close - open < 2 || (!at_start && close[1] != '\0'))
    return NULL;

  inside = g_strndup (open + 1, close - open - 1);
  memmove (open, close + 1, strlen (close + 1) + 1);

  return inside;
}

static const char *const dashes[] = { " – ", " — ", " - " };

/* `Name – role – organisation`: where a dash parts the name from the rest, dashes part the rest too. */
static char *
replace_dashes (const char *rest)
{
  g_autoptr(GString) text = g_string_new (rest);
  gboolean parted = FALSE;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (dashes); i++)
    parted |= g_str_has_prefix (rest, dashes[i]);
  for (i = 0; parted && i < G_N_ELEMENTS (dashes); i++)
    g_string_replace (text, dashes[i], ", ", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Drops what only joined the name to the rest. */
static void
strip_joints (char *text)
{
  const char *p = text;

  while (*p == ' ' || *p == ',' || *p == ':' || *p == ';' || *p == '-' || g_str_has_prefix (p, "–") ||
         g_str_has_prefix (p, "—"))
    p = g_utf8_next_char (p);
  memmove (text, p, strlen (p) + 1);
  g_strchomp (text);
  while (g_str_has_suffix (text, ",") || g_str_has_suffix (text, ";"))
    {
      text[strlen (text) - 1] = '\0';
      g_strchomp (text);
    }
}

/* `Name bij de organisation`, where nothing else divides them. */
static void
split_bare_name (char **name,
                 char **organisation)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (vsl_participant_line_has_name (*name) ||
      !(take_role_at (*name, " bij ", TRUE, &before, &after) ||
        take_role_at (*name, " namens ", TRUE, &before, &after) ||
        take_role_at (*name, " at ", TRUE, &before, &after) ||
        take_role_at (*name, " from ", TRUE, &before, &after)) ||
      !vsl_participant_line_has_name (before))
    return;

  g_free (*name);
  *name = g_steal_pointer (&before);
  *organisation = g_steal_pointer (&after);
}

/**
 * vsl_participant_new_from_line:
 * @line: one participant as it is written in a list, without a bullet
 *
 * Reads a name with role and organisation, and whether this is who led the debate. No word of @line
 * is dropped but those that only join its parts.
 *
 * Returns: (transfer full) (nullable): a participant, or %NULL when there is no name in it
 */
VslParticipant *
vsl_participant_new_from_line (const char *line)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *inside = NULL;
  g_autofree char *role = NULL;
  g_autofree char *organisation = NULL;
  g_autoptr(VslPerson) person = NULL;
  gboolean chair;
  gsize length;

  g_return_val_if_fail (line != NULL, NULL);

  text = vsl_text_collapse_spaces (line);
  length = vsl_participant_line_chair (text);
  chair = length > 0;
  memmove (text, text + length, strlen (text + length) + 1);

  inside = take_parenthesis (text, FALSE);
  if (inside != NULL && vsl_participant_word_is (VSL_PARTICIPANT_WORD_CHAIR, inside))
    {
      chair = TRUE;
      g_clear_pointer (&inside, g_free);
      g_strchomp (text);
      inside = take_parenthesis (text, FALSE);
    }

  length = measure_name (text);
  name = g_strchomp (g_strndup (text, length));
  rest = replace_dashes (text + length);
  if (inside == NULL)
    inside = take_parenthesis (rest, TRUE);
  strip_joints (rest);
  if (*name == '\0')
    return NULL;

  if (inside != NULL && *rest == '\0' && (strchr (inside, ',') != NULL || names_role (inside)))
    {
      split_description (inside, &role, &organisation);
    }
  else if (inside != NULL)
    {
      organisation = g_steal_pointer (&inside);
      if (*rest != '\0')
        role = g_strdup (rest);
    }
  else
    {
      split_description (rest, &role, &organisation);
    }
  if (role == NULL && organisation == NULL)
    split_bare_name (&name, &organisation);

  person = vsl_person_new_from_text (name);

  chair = chair || (role != NULL && vsl_participant_word_is (VSL_PARTICIPANT_WORD_CHAIR, role) &&
                    (organisation == NULL || g_ascii_strcasecmp (role, "chair") != 0));

  return vsl_participant_new (person, role, organisation, chair);
}

/**
 * vsl_participant_dup_line:
 * @self: the participant
 *
 * Writes the participant so that vsl_participant_new_from_line() reads the same again: as
 * `Name, role, organisation`, or with the organisation in parentheses where that would be read as
 * something else. Who led the debate is not in it.
 *
 * Returns: (transfer full): the line
 */
char *
vsl_participant_dup_line (VslParticipant *self)
{
  g_autoptr(VslParticipant) again = NULL;
  g_autofree char *line = NULL;
  const char *role;

  g_return_val_if_fail (VSL_IS_PARTICIPANT (self), NULL);

  line = vsl_participant_dup_description (self);
  role = vsl_participant_get_role (self);
  again = vsl_participant_new_from_line (line);
  if (again == NULL || *vsl_participant_get_organisation (self) == '\0' ||
      (g_str_equal (role, vsl_participant_get_role (again)) &&
       g_str_equal (vsl_participant_get_organisation (self),
                    vsl_participant_get_organisation (again))))
    return g_steal_pointer (&line);

  return g_strdup_printf ("%s%s%s (%s)", vsl_participant_get_name (self), *role != '\0' ? ", " : "",
                          role, vsl_participant_get_organisation (self));
}
