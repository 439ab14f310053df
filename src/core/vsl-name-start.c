/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-name-start.h"

#include "core/vsl-text.h"

#include <string.h>

/* With a capital three letters say enough; without one the word may be any word. */
#define MIN_LETTERS_SURE 3
#define MIN_LETTERS 4

/* No name is longer than this, in characters and in words. */
#define MAX_LENGTH 80
#define MAX_WORDS 8

/* After these the last name is written alone, with the capital of the prefix. */
static const char *const titles[] = {
  "mevrouw", "meneer", "heer", "mw.", "dhr.", "mr.", "dr.", "drs.", "ir.", "ing.", "prof.",
  "professor", "hoogleraar", "minister", "staatssecretaris", "wethouder", "burgemeester",
  "gedeputeerde", "commissaris", "raadslid", "kamerlid", "statenlid", "mrs.", "ms.", "mrs", "ms",
  "mr", "dr", "mayor", "alderman", "senator", "councillor",
};

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019 || c == '-';
}

/* What an address, code, or the line of a container is made of is no place for a name. */
static gboolean
is_markup (const char *before,
           const char *tail)
{
  const char *p = tail;

  if (g_str_has_prefix (before, ":::") || g_str_has_prefix (before, "```") ||
      g_str_has_prefix (before, "~~~"))
    return TRUE;
  while (p > before && !g_ascii_isspace (p[-1]))
    p--;

  return g_strstr_len (p, tail - p, "](") != NULL || g_strstr_len (p, tail - p, "://") != NULL ||
         g_strstr_len (p, tail - p, "@") != NULL || g_strstr_len (p, tail - p, "{") != NULL;
}

/* The beginning of the word before @p, which is not in a word itself. */
static const char *
find_word_before (const char *before,
                  const char *p)
{
  while (p > before && !is_letter (g_utf8_get_char (g_utf8_prev_char (p))))
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (c != ' ' && c != '.' && c != 0xa0)
        return NULL;
    }
  if (p == before)
    return NULL;
  while (p > before && is_letter (g_utf8_get_char (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);

  return p;
}

static gboolean
is_titled (const char *before,
           const char *tail)
{
  const char *word = find_word_before (before, tail);
  g_autofree char *title = word != NULL ? g_strndup (word, (gsize) (tail - word)) : NULL;
  guint i;

  if (title == NULL)
    return FALSE;

  g_strchomp (title);
  for (i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (g_ascii_strcasecmp (title, titles[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_capital (const char *tail)
{
  const char *p;
  gboolean begins = TRUE;

  for (p = tail; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (begins && g_unichar_isupper (c))
        return TRUE;
      begins = c == ' ' || c == '-' || c == '\'' || c == 0x2019;
    }

  return FALSE;
}

/* Whether @tail begins one of the ways in which @person is called. A prefix alone says nothing: it is
 * typed all the time. */
static gboolean
begins_name (const char *tail,
             VslPerson  *person,
             gboolean   *given)
{
  g_autofree char *folded = vsl_text_fold (tail);
  g_autofree char *full = vsl_person_dup_full_name (person);
  g_autofree char *last = vsl_person_dup_last_name (person);
  g_autofree char *folded_full = vsl_text_fold (full);
  g_autofree char *folded_last = vsl_text_fold (last);
  g_autofree char *family = vsl_text_fold (vsl_person_get_family (person));
  gsize prefix = strlen (folded_last) - MIN (strlen (folded_last), strlen (family));

  if (*folded == '\0')
    return FALSE;

  *given = *vsl_person_get_given (person) != '\0' && g_str_has_prefix (folded_full, folded);

  return *given || g_str_has_prefix (family, folded) ||
         (strlen (folded) > prefix && g_str_has_prefix (folded_last, folded));
}

/**
 * vsl_name_start_find:
 * @before: the line up to the caret
 * @person: somebody
 * @start: (out): what was found
 *
 * Finds out whether the name of @person is being typed at the end of @before: by the given name, the
 * prefix with the family name, or the family name; without regard to case and accents. The longest
 * beginning counts: in `Bas den Hol` it is all of that. Nothing is found in the addresses and the
 * fences of Markdown.
 *
 * Returns: whether it is
 */
gboolean
vsl_name_start_find (const char   *before,
                     VslPerson    *person,
                     VslNameStart *start)
{
  const char *end = before + strlen (before);
  const char *p = end;
  guint n_words = 0, n = 0;
  gboolean found = FALSE;

  g_return_val_if_fail (VSL_IS_PERSON (person), FALSE);

  if (p == before || !is_letter (g_utf8_get_char (g_utf8_prev_char (p))))
    return FALSE;

  for (n = 1; p > before && n <= MAX_LENGTH && n_words < MAX_WORDS; n++)
    {
      gboolean given, sure;

      p = g_utf8_prev_char (p);
      if (!is_letter (g_utf8_get_char (p)) ||
          (p > before && is_letter (g_utf8_get_char (g_utf8_prev_char (p)))))
        continue;
      n_words++;
      sure = has_capital (p);
      if (n < (sure ? MIN_LETTERS_SURE : MIN_LETTERS) || is_markup (before, p) ||
          !begins_name (p, person, &given))
        continue;
      *start = (VslNameStart) { n, given, sure, is_titled (before, p) };
      found = TRUE;
    }

  return found;
}

/* Not what stands there already, and nothing twice. */
static void
add_form (GPtrArray *forms,
          char      *form)
{
  if (*form != '\0' && !g_ptr_array_find_with_equal_func (forms, form, g_str_equal, NULL))
    g_ptr_array_add (forms, form);
  else
    g_free (form);
}

/**
 * vsl_name_start_list_forms:
 * @start: where the name is being typed
 * @person: whose it is
 * @named: whether somebody of that name was mentioned before
 *
 * Lists how the name is written there, the best first: the full name at a first mention and after the
 * given name, the last name after that and after a title.
 *
 * Returns: (transfer full): one or two forms
 */
char **
vsl_name_start_list_forms (const VslNameStart *start,
                           VslPerson          *person,
                           gboolean            named)
{
  g_autoptr(GPtrArray) forms = g_ptr_array_new ();
  g_autofree char *given = g_strdup (vsl_person_get_given (person));
  gboolean beyond = start->given && start->n_typed > (guint) g_utf8_strlen (given, -1);

  g_return_val_if_fail (VSL_IS_PERSON (person), NULL);

  if (!beyond && (named || (start->titled && !start->given)))
    add_form (forms, vsl_person_dup_last_name (person));
  if (!start->titled || start->given)
    add_form (forms, vsl_person_dup_full_name (person));
  g_ptr_array_add (forms, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&forms), FALSE);
}

/**
 * vsl_name_start_is_named:
 * @text: a text
 * @person: somebody
 *
 * Returns: whether the family name of @person, or the only name there is, stands in @text as words of
 *   its own
 */
gboolean
vsl_name_start_is_named (const char *text,
                         VslPerson  *person)
{
  const char *name;
  const char *p;

  g_return_val_if_fail (VSL_IS_PERSON (person), FALSE);

  name = vsl_person_get_family (person);
  if (*name == '\0')
    name = vsl_person_get_given (person);
  if (*name == '\0')
    return FALSE;

  for (p = strstr (text, name); p != NULL; p = strstr (p + 1, name))
    {
      if ((p == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)))) &&
          !g_unichar_isalnum (g_utf8_get_char (p + strlen (name))))
        return TRUE;
    }

  return FALSE;
}
