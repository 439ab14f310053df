/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-tag-match.h"

#include "core/vsl-text.h"

#include <string.h>

#define SHORT_TAG 4  /* characters: below this every other letter makes another word */
#define LONG_TAG 9   /* characters: from here two letters may differ */
#define MAX_TAG 100  /* characters: longer ones are not compared */

/* Folded, and without the spaces and hyphens in which spellings differ: `e-overheid`. */
static char *
make_key (const char *tag)
{
  g_autofree char *folded = vsl_text_fold (tag);
  g_autoptr(GString) key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (key, c);
    }

  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* The number of letters to insert, drop or change to make @b of @a (Levenshtein), one row at a time. */
static guint
measure_distance (const gunichar *a,
                  glong           n_a,
                  const gunichar *b,
                  glong           n_b)
{
  guint row[MAX_TAG + 1];

  for (glong j = 0; j <= n_b; j++)
    row[j] = (guint) j;

  for (glong i = 1; i <= n_a; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint) i;
      for (glong j = 1; j <= n_b; j++)
        {
          guint above = row[j];
          guint change = diagonal + (a[i - 1] != b[j - 1] ? 1 : 0);

          row[j] = MIN (change, MIN (above, row[j - 1]) + 1);
          diagonal = above;
        }
    }

  return row[n_b];
}

static gboolean
are_similar (const char *key_a,
             const char *key_b)
{
  glong n_a, n_b;
  g_autofree gunichar *a = g_utf8_to_ucs4_fast (key_a, -1, &n_a);
  g_autofree gunichar *b = g_utf8_to_ucs4_fast (key_b, -1, &n_b);
  glong shortest = MIN (n_a, n_b);
  guint allowed = shortest >= LONG_TAG ? 2 : shortest >= SHORT_TAG ? 1 : 0;

  if (n_a > MAX_TAG || n_b > MAX_TAG || (guint) ABS (n_a - n_b) > allowed)
    return FALSE;

  return measure_distance (a, n_a, b, n_b) <= allowed;
}

/**
 * vsl_tag_match_contains:
 * @tags: (nullable): a list of tags
 * @tag: a tag
 *
 * Returns: whether @tag is in the list, whatever its capitals and accents
 */
gboolean
vsl_tag_match_contains (const char * const *tags,
                        const char         *tag)
{
  g_autofree char *folded = vsl_text_fold (tag);

  for (; tags != NULL && *tags != NULL; tags++)
    {
      g_autofree char *other = vsl_text_fold (*tags);

      if (g_str_equal (folded, other))
        return TRUE;
    }

  return FALSE;
}

/**
 * vsl_tag_match_find_similar:
 * @known: (nullable): the tags that were used before
 * @tag: a tag that was typed
 *
 * Finds a tag that is probably the same one in another spelling: other capitals, accents, hyphens or
 * spaces, or one letter (two in a long tag) different.
 *
 * Returns: (transfer none) (nullable): that tag; %NULL when there is none, or when @tag itself is known
 */
const char *
vsl_tag_match_find_similar (const char * const *known,
                            const char         *tag)
{
  g_autofree char *key = NULL;
  const char *similar = NULL;

  g_return_val_if_fail (tag != NULL, NULL);

  if (known == NULL || g_strv_contains (known, tag))
    return NULL;

  key = make_key (tag);
  for (; *known != NULL; known++)
    {
      g_autofree char *other = make_key (*known);

      if (g_str_equal (key, other))
        return *known;
      if (similar == NULL && are_similar (key, other))
        similar = *known;
    }

  return similar;
}

/**
 * vsl_tag_match_complete:
 * @known: (nullable): the tags that were used before
 * @used: (nullable): the tags that the article has already
 * @typed: the beginning of a tag, or a part of it
 * @max: how many to give at most
 *
 * Returns: (transfer full): the tags that @typed may become, those that begin with it first
 */
char **
vsl_tag_match_complete (const char * const *known,
                        const char * const *used,
                        const char         *typed,
                        guint               max)
{
  g_autofree char *folded = NULL;
  g_autoptr(GPtrArray) begins = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) contains = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (typed != NULL, NULL);

  folded = vsl_text_fold (typed);
  for (; *folded != '\0' && known != NULL && *known != NULL; known++)
    {
      g_autofree char *other = vsl_text_fold (*known);

      if (vsl_tag_match_contains (used, *known))
        continue;
      if (g_str_has_prefix (other, folded))
        g_ptr_array_add (begins, g_strdup (*known));
      else if (strstr (other, folded) != NULL)
        g_ptr_array_add (contains, g_strdup (*known));
    }

  g_ptr_array_extend_and_steal (begins, g_steal_pointer (&contains));
  g_ptr_array_set_size (begins, (int) MIN (begins->len, max));
  g_ptr_array_add (begins, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&begins), FALSE);
}
