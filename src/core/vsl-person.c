/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-person.h"

#include <string.h>

/**
 * VslPerson:
 *
 * The name of a person in its three parts: given name, tussenvoegsel (prefix) and family name. Dutch
 * writes the prefix small after a given name (`Bas den Hollander`) and with a capital where the
 * family name stands alone (`Den Hollander`); a Belgian or other registered name (`Tom De Coninck`)
 * keeps its letters in every place. Rules: Onze Taal and Taaladvies on names with a tussenvoegsel.
 *
 * Immutable; any thread.
 */
struct _VslPerson
{
  GObject parent_instance;

  char *given;  /* (owned) */
  char *prefix; /* (owned) */
  char *family; /* (owned) */
  gboolean as_registered;
};

G_DEFINE_FINAL_TYPE (VslPerson, vsl_person, G_TYPE_OBJECT)

typedef enum
{
  PREFIX_STARTS = 1 << 0,    /* may begin a prefix */
  PREFIX_CONTINUES = 1 << 1, /* may follow in one: van *der*, in *’t* */
  PREFIX_ALONE = 1 << 2,     /* may be a whole prefix */
  PREFIX_CAPITAL = 1 << 3    /* is one too when written with a capital after a given name */
} PrefixFlags;

static const struct
{
  const char *word;
  PrefixFlags flags;
} prefix_words[] = {
  { "van", PREFIX_STARTS | PREFIX_ALONE | PREFIX_CAPITAL },
  { "von", PREFIX_STARTS | PREFIX_ALONE | PREFIX_CAPITAL },
  { "de", PREFIX_STARTS | PREFIX_CONTINUES | PREFIX_ALONE | PREFIX_CAPITAL },
  { "den", PREFIX_STARTS | PREFIX_CONTINUES | PREFIX_ALONE | PREFIX_CAPITAL },
  { "der", PREFIX_STARTS | PREFIX_CONTINUES | PREFIX_ALONE | PREFIX_CAPITAL },
  { "dem", PREFIX_CONTINUES },
  { "het", PREFIX_STARTS | PREFIX_CONTINUES | PREFIX_ALONE },
  { "'t", PREFIX_STARTS | PREFIX_CONTINUES | PREFIX_ALONE },
  { "te", PREFIX_STARTS | PREFIX_ALONE },
  { "ten", PREFIX_STARTS | PREFIX_ALONE | PREFIX_CAPITAL },
  { "ter", PREFIX_STARTS | PREFIX_ALONE | PREFIX_CAPITAL },
  { "tot", PREFIX_STARTS | PREFIX_ALONE },
  { "in", PREFIX_STARTS },
  { "op", PREFIX_STARTS },
  { "aan", PREFIX_STARTS },
  { "bij", PREFIX_STARTS },
  { "onder", PREFIX_STARTS },
  { "over", PREFIX_STARTS },
  { "uit", PREFIX_STARTS },
  { "voor", PREFIX_STARTS },
  { "zu", PREFIX_STARTS | PREFIX_CONTINUES | PREFIX_ALONE },
  { "zur", PREFIX_STARTS | PREFIX_ALONE },
  { "du", PREFIX_STARTS | PREFIX_ALONE | PREFIX_CAPITAL },
  { "des", PREFIX_STARTS | PREFIX_ALONE | PREFIX_CAPITAL },
  { "la", PREFIX_STARTS | PREFIX_CONTINUES | PREFIX_ALONE | PREFIX_CAPITAL },
  { "le", PREFIX_STARTS | PREFIX_CONTINUES | PREFIX_ALONE | PREFIX_CAPITAL },
  { "les", PREFIX_STARTS | PREFIX_CONTINUES | PREFIX_ALONE },
  { "da", PREFIX_STARTS | PREFIX_ALONE | PREFIX_CAPITAL },
  { "das", PREFIX_STARTS | PREFIX_ALONE },
  { "dos", PREFIX_STARTS | PREFIX_ALONE | PREFIX_CAPITAL },
  { "di", PREFIX_STARTS | PREFIX_ALONE | PREFIX_CAPITAL },
  { "del", PREFIX_STARTS | PREFIX_ALONE | PREFIX_CAPITAL },
  { "della", PREFIX_STARTS | PREFIX_ALONE | PREFIX_CAPITAL },
  { "el", PREFIX_STARTS | PREFIX_ALONE | PREFIX_CAPITAL },
  { "al", PREFIX_STARTS | PREFIX_ALONE },
  { "bin", PREFIX_STARTS | PREFIX_ALONE },
  { "ibn", PREFIX_STARTS | PREFIX_ALONE },
};

/* The flags of a word, whatever the case of its letters and the shape of its apostrophe. */
static PrefixFlags
get_prefix_flags (const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  guint i;

  if (g_str_has_prefix (lower, "’") || g_str_has_prefix (lower, "‘"))
    {
      char *straight = g_strconcat ("'", lower + strlen ("’"), NULL);

      g_free (lower);
      lower = straight;
    }

  for (i = 0; i < G_N_ELEMENTS (prefix_words); i++)
    {
      if (g_str_equal (lower, prefix_words[i].word))
        return prefix_words[i].flags;
    }

  return 0;
}

static gboolean
starts_with_capital (const char *word)
{
  return g_unichar_isupper (g_utf8_get_char (word));
}

/* How many words from @words[start] on form a prefix that leaves at least one word for the family
 * name; 0 when none do. */
static guint
measure_prefix (char  **words,
                guint   start,
                guint   n_words)
{
  PrefixFlags flags = get_prefix_flags (words[start]);
  guint length = 1;

  if (!(flags & PREFIX_STARTS))
    return 0;
  if (start > 0 && starts_with_capital (words[start]) && !(flags & PREFIX_CAPITAL))
    return 0;

  while (start + length + 1 < n_words &&
         (get_prefix_flags (words[start + length]) & PREFIX_CONTINUES))
    length++;

  if (start + length >= n_words || (length == 1 && !(flags & PREFIX_ALONE)))
    return 0;

  return length;
}

/* `Jongsma-van der Sluis` is one family name: what follows the hyphen is not the person's prefix. */
static gboolean
opens_double_name (const char *word)
{
  const char *hyphen = strchr (word, '-');

  return hyphen != NULL && hyphen[1] != '\0' && !starts_with_capital (hyphen + 1) &&
         (get_prefix_flags (hyphen + 1) & PREFIX_STARTS);
}

static char *
join_words (char **words,
            guint  from,
            guint  to)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint i;

  for (i = from; i < to; i++)
    {
      if (i > from)
        g_string_append_c (text, ' ');
      g_string_append (text, words[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char **
split_words (const char *text)
{
  g_auto(GStrv) parts = g_strsplit_set (text, " \t\n\r", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        g_strv_builder_add (builder, parts[i]);
    }

  return g_strv_builder_end (builder);
}

/* With the first letter as a capital, unless it is an apostrophe: `’t Hart` stays small. */
static char *
capitalise (const char *text)
{
  char first[8] = { 0 };

  if (*text == '\0')
    return g_strdup ("");

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);

  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

static void
vsl_person_finalize (GObject *object)
{
  VslPerson *self = VSL_PERSON (object);

  g_free (self->given);
  g_free (self->prefix);
  g_free (self->family);

  G_OBJECT_CLASS (vsl_person_parent_class)->finalize (object);
}

static void
vsl_person_class_init (VslPersonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_person_finalize;
}

static void
vsl_person_init (VslPerson *self)
{
}

/**
 * vsl_person_new:
 * @given: (nullable): given name or initials
 * @prefix: (nullable): tussenvoegsel, for example `van der`
 * @family: (nullable): family name without the prefix
 * @as_registered: whether the name keeps its letters in every place, as Belgian names do
 *
 * Returns: (transfer full): a new person
 */
VslPerson *
vsl_person_new (const char *given,
                const char *prefix,
                const char *family,
                gboolean    as_registered)
{
  VslPerson *self = g_object_new (VSL_TYPE_PERSON, NULL);

  self->given = g_strdup (given != NULL ? given : "");
  self->prefix = g_strdup (prefix != NULL ? prefix : "");
  self->family = g_strdup (family != NULL ? family : "");
  self->as_registered = !!as_registered;

  return self;
}

/**
 * vsl_person_new_from_text:
 * @text: a name as people write it
 *
 * Takes a name apart. A prefix with a capital after a given name (`Tom De Coninck`) means a name
 * that stays as registered; at the start of the text (`Den Hollander`) the capital only says that no
 * given name precedes it. Academic titles and initials stay with the given name.
 *
 * Returns: (transfer full): a new person; a single word is a family name
 */
VslPerson *
vsl_person_new_from_text (const char *text)
{
  g_auto(GStrv) words = NULL;
  g_autofree char *given = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *family = NULL;
  gboolean as_registered = FALSE;
  guint n_words, start, length = 0;

  g_return_val_if_fail (text != NULL, NULL);

  words = split_words (text);
  n_words = g_strv_length (words);

  for (start = 0; start < n_words; start++)
    {
      if (opens_double_name (words[start]))
        break;
      length = measure_prefix (words, start, n_words);
      if (length > 0)
        break;
    }
  if (start == n_words)
    start = n_words > 0 ? n_words - 1 : 0;

  given = join_words (words, 0, start);
  prefix = join_words (words, start, start + length);
  family = join_words (words, start + length, n_words);

  if (length > 0 && starts_with_capital (prefix))
    {
      if (start > 0)
        {
          as_registered = TRUE;
        }
      else
        {
          g_autofree char *lower = g_utf8_strdown (prefix, -1);

          g_free (prefix);
          prefix = g_steal_pointer (&lower);
        }
    }

  return vsl_person_new (given, prefix, family, as_registered);
}

/**
 * vsl_person_get_given:
 * @self: the person
 *
 * Returns: (transfer none): given name; may be empty
 */
const char *
vsl_person_get_given (VslPerson *self)
{
  g_return_val_if_fail (VSL_IS_PERSON (self), NULL);

  return self->given;
}

/**
 * vsl_person_get_prefix:
 * @self: the person
 *
 * Returns: (transfer none): tussenvoegsel; may be empty
 */
const char *
vsl_person_get_prefix (VslPerson *self)
{
  g_return_val_if_fail (VSL_IS_PERSON (self), NULL);

  return self->prefix;
}

/**
 * vsl_person_get_family:
 * @self: the person
 *
 * Returns: (transfer none): family name without the prefix; may be empty
 */
const char *
vsl_person_get_family (VslPerson *self)
{
  g_return_val_if_fail (VSL_IS_PERSON (self), NULL);

  return self->family;
}

/**
 * vsl_person_get_as_registered:
 * @self: the person
 *
 * Returns: whether the name keeps its letters in every place
 */
gboolean
vsl_person_get_as_registered (VslPerson *self)
{
  g_return_val_if_fail (VSL_IS_PERSON (self), FALSE);

  return self->as_registered;
}

/* The parts that are not empty, with a space between them. */
static char *
join_parts (const char *first,
            const char *second,
            const char *third)
{
  const char *parts[] = { first, second, third };
  g_autoptr(GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (*parts[i] == '\0')
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, parts[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * vsl_person_dup_full_name:
 * @self: the person
 *
 * Returns: (transfer full): the name as at a first mention: `Bas den Hollander`
 */
char *
vsl_person_dup_full_name (VslPerson *self)
{
  g_return_val_if_fail (VSL_IS_PERSON (self), NULL);

  if (*self->given == '\0')
    return vsl_person_dup_last_name (self);

  return join_parts (self->given, self->prefix, self->family);
}

/**
 * vsl_person_dup_last_name:
 * @self: the person
 *
 * Returns: (transfer full): the name as at a later mention: `Den Hollander`; the given name where
 *   there is no other
 */
char *
vsl_person_dup_last_name (VslPerson *self)
{
  g_autofree char *prefix = NULL;

  g_return_val_if_fail (VSL_IS_PERSON (self), NULL);

  if (*self->family == '\0')
    return join_parts (self->given, self->prefix, "");

  prefix = self->as_registered ? g_strdup (self->prefix) : capitalise (self->prefix);

  return join_parts (prefix, self->family, "");
}

/**
 * vsl_person_dup_sort_name:
 * @self: the person
 *
 * Returns: (transfer full): the name as in a Dutch index: `Hollander, Bas den`
 */
char *
vsl_person_dup_sort_name (VslPerson *self)
{
  g_autofree char *rest = NULL;

  g_return_val_if_fail (VSL_IS_PERSON (self), NULL);

  rest = join_parts (self->given, self->prefix, "");
  if (*rest == '\0' || *self->family == '\0')
    return join_parts (self->family, rest, "");

  return g_strdup_printf ("%s, %s", self->family, rest);
}

/**
 * vsl_person_equal:
 * @a: a person
 * @b: another
 *
 * Returns: whether the two names are the same in all their parts
 */
gboolean
vsl_person_equal (VslPerson *a,
                  VslPerson *b)
{
  g_return_val_if_fail (VSL_IS_PERSON (a), FALSE);
  g_return_val_if_fail (VSL_IS_PERSON (b), FALSE);

  return a == b || (a->as_registered == b->as_registered && g_str_equal (a->given, b->given) &&
                    g_str_equal (a->prefix, b->prefix) && g_str_equal (a->family, b->family));
}
