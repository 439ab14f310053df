/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-cast.h"

#include "core/vsl-text.h"

#include <string.h>

/* Shorter words of a role or an organisation are too common to mean somebody. */
#define MIN_ROLE_WORD 5

/* A shorter given name may be another word at the beginning of a sentence. */
#define MIN_GIVEN_NAME 4

typedef struct
{
  char *name;        /* (owned) the whole name */
  gboolean chair;
  GPtrArray *names;  /* (owned) of char *: what only this person is called */
  GPtrArray *shared; /* (owned) of char *: what somebody else may be called too */
  GPtrArray *words;  /* (owned) of char *, folded: of the role and the organisation */
} Person;

struct _VslCast
{
  GPtrArray *persons; /* (owned) of Person */
};

/* Who takes part, all together; who chairs is not one of them. */
static const char *const everybody[] = {
  "deelnemers", "debaters", "debatdeelnemers", "panelleden", "sprekers", "participants", "panellists",
  "panelists", "speakers",
};

static void
person_free (gpointer data)
{
  Person *person = data;

  g_free (person->name);
  g_ptr_array_unref (person->names);
  g_ptr_array_unref (person->shared);
  g_ptr_array_unref (person->words);
  g_free (person);
}

static gboolean
is_joined (gunichar c)
{
  return g_unichar_isalnum (c) || c == '-';
}

/* Whether @name stands in @text as whole words. */
static gboolean
holds (const char *text,
       const char *name)
{
  const char *at;

  for (at = *name != '\0' ? strstr (text, name) : NULL; at != NULL; at = strstr (at + 1, name))
    {
      gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;

      if (!is_joined (before) && !is_joined (g_utf8_get_char (at + strlen (name))))
        return TRUE;
    }

  return FALSE;
}

static gboolean
holds_any (const char *text,
           GPtrArray  *names)
{
  guint i;

  for (i = 0; i < names->len; i++)
    {
      if (holds (text, g_ptr_array_index (names, i)))
        return TRUE;
    }

  return FALSE;
}

static void
add_words (GPtrArray  *words,
           const char *text)
{
  g_autofree char *folded = vsl_text_fold (text);
  g_auto(GStrv) parts = g_strsplit_set (folded, " ,;./()&", -1);
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    {
      if (g_utf8_strlen (parts[i], -1) >= MIN_ROLE_WORD)
        g_ptr_array_add (words, g_strdup (parts[i]));
    }
}

static void
add_name (GPtrArray *names,
          char      *name)
{
  if (*name != '\0')
    g_ptr_array_add (names, name);
  else
    g_free (name);
}

static Person *
add_person (VslCast   *self,
            VslPerson *given)
{
  Person *person = g_new0 (Person, 1);

  person->name = vsl_person_dup_full_name (given);
  person->names = g_ptr_array_new_with_free_func (g_free);
  person->shared = g_ptr_array_new_with_free_func (g_free);
  person->words = g_ptr_array_new_with_free_func (g_free);
  add_name (person->names, vsl_person_dup_full_name (given));
  add_name (person->names, vsl_person_dup_last_name (given));
  add_name (person->names, g_strjoin (*vsl_person_get_prefix (given) != '\0' ? " " : "",
                                      vsl_person_get_prefix (given), vsl_person_get_family (given),
                                      NULL));
  add_name (g_utf8_strlen (vsl_person_get_given (given), -1) >= MIN_GIVEN_NAME ? person->names
                                                                              : person->shared,
            g_strdup (vsl_person_get_given (given)));
  g_ptr_array_add (self->persons, person);

  return person;
}

static gboolean
is_called (const Person *person,
           const char   *name)
{
  return g_ptr_array_find_with_equal_func (person->names, name, g_str_equal, NULL) ||
         g_ptr_array_find_with_equal_func (person->shared, name, g_str_equal, NULL);
}

/* What two are called, neither is called for certain. */
static void
sort_out_shared (VslCast *self)
{
  guint i, j, k;

  for (i = 0; i < self->persons->len; i++)
    for (j = 0; j < self->persons->len; j++)
      {
        Person *person = g_ptr_array_index (self->persons, i);
        const Person *other = g_ptr_array_index (self->persons, j);

        for (k = person->names->len; i != j && k > 0; k--)
          {
            if (is_called (other, g_ptr_array_index (person->names, k - 1)))
              g_ptr_array_add (person->shared, g_ptr_array_steal_index (person->names, k - 1));
          }
      }
}

/**
 * vsl_cast_new:
 * @article: an article
 *
 * Returns: (transfer full): its participants, in its order
 */
VslCast *
vsl_cast_new (VslArticle *article)
{
  VslCast *self = g_new0 (VslCast, 1);
  guint i;

  self->persons = g_ptr_array_new_with_free_func (person_free);
  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    {
      VslParticipant *participant = vsl_article_get_participant (article, i);
      Person *person = add_person (self, vsl_participant_get_person (participant));

      person->chair = vsl_participant_get_chair (participant);
      add_words (person->words, vsl_participant_get_role (participant));
      add_words (person->words, vsl_participant_get_organisation (participant));
    }
  sort_out_shared (self);

  return self;
}

/**
 * vsl_cast_free:
 * @self: (transfer full): a cast
 *
 * Frees it.
 */
void
vsl_cast_free (VslCast *self)
{
  g_ptr_array_unref (self->persons);
  g_free (self);
}

/**
 * vsl_cast_find:
 * @self: a cast
 * @name: a whole name
 *
 * Returns: who that is, added where it was nobody: somebody who was a participant once
 */
int
vsl_cast_find (VslCast    *self,
               const char *name)
{
  g_autoptr(VslPerson) person = NULL;
  guint i;

  for (i = 0; i < self->persons->len; i++)
    {
      if (g_str_equal (((const Person *) g_ptr_array_index (self->persons, i))->name, name))
        return (int) i;
    }

  person = vsl_person_new_from_text (name);
  add_person (self, person);
  sort_out_shared (self);

  return (int) self->persons->len - 1;
}

/**
 * vsl_cast_find_named:
 * @self: a cast
 * @text: a sentence
 *
 * Returns: the only person it names; %VSL_CAST_NOBODY, or %VSL_CAST_SEVERAL
 */
int
vsl_cast_find_named (VslCast    *self,
                     const char *text)
{
  int found = VSL_CAST_NOBODY;
  gboolean doubtful = FALSE;
  guint i;

  for (i = 0; i < self->persons->len; i++)
    {
      const Person *person = g_ptr_array_index (self->persons, i);

      if (holds_any (text, person->names))
        {
          if (found != VSL_CAST_NOBODY)
            return VSL_CAST_SEVERAL;
          found = (int) i;
        }
      doubtful = doubtful || holds_any (text, person->shared);
    }

  return found == VSL_CAST_NOBODY && doubtful ? VSL_CAST_SEVERAL : found;
}

/**
 * vsl_cast_names:
 * @self: a cast
 * @person: one of them
 * @text: a sentence
 *
 * Returns: whether it names that person for certain
 */
gboolean
vsl_cast_names (VslCast    *self,
                int         person,
                const char *text)
{
  return holds_any (text, ((const Person *) g_ptr_array_index (self->persons, person))->names);
}

/**
 * vsl_cast_names_other:
 * @self: a cast
 * @person: one of them
 * @text: a sentence
 *
 * Returns: whether it names somebody else of them, or may do so
 */
gboolean
vsl_cast_names_other (VslCast    *self,
                      int         person,
                      const char *text)
{
  guint i;

  for (i = 0; i < self->persons->len; i++)
    {
      const Person *other = g_ptr_array_index (self->persons, i);

      if ((int) i != person &&
          (holds_any (text, other->names) || holds_any (text, other->shared)))
        return TRUE;
    }

  return FALSE;
}

/**
 * vsl_cast_describes_other:
 * @self: a cast
 * @person: one of them
 * @text: a sentence
 *
 * Returns: whether it may mean somebody else of them, by a word of the role or the organisation that
 *   @person does not have: “the alderman”, “the water board”
 */
gboolean
vsl_cast_describes_other (VslCast    *self,
                          int         person,
                          const char *text)
{
  const Person *own = g_ptr_array_index (self->persons, person);
  g_autofree char *folded = vsl_text_fold (text);
  guint i, j;

  for (i = 0; i < self->persons->len; i++)
    {
      const Person *other = g_ptr_array_index (self->persons, i);

      for (j = 0; (int) i != person && j < other->words->len; j++)
        {
          const char *word = g_ptr_array_index (other->words, j);

          if (holds (folded, word) &&
              !g_ptr_array_find_with_equal_func (own->words, word, g_str_equal, NULL))
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * vsl_cast_describes:
 * @self: a cast
 * @person: one of them
 * @text: a sentence
 *
 * Returns: whether it may mean that person by a word of the role or the organisation
 */
gboolean
vsl_cast_describes (VslCast    *self,
                    int         person,
                    const char *text)
{
  g_autofree char *folded = vsl_text_fold (text);

  return holds_any (folded, ((const Person *) g_ptr_array_index (self->persons, person))->words);
}

/**
 * vsl_cast_names_all:
 * @self: a cast
 * @person: one of them
 * @text: a sentence
 *
 * Returns: whether it is about all participants together, of whom @person is one; who chairs is not
 */
gboolean
vsl_cast_names_all (VslCast    *self,
                    int         person,
                    const char *text)
{
  g_autofree char *folded = vsl_text_fold (text);
  guint i;

  if (((const Person *) g_ptr_array_index (self->persons, person))->chair)
    return FALSE;

  for (i = 0; i < G_N_ELEMENTS (everybody); i++)
    {
      if (holds (folded, everybody[i]))
        return TRUE;
    }

  return FALSE;
}
