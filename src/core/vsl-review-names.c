/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-review-names.h"

#include "core/vsl-near-miss.h"
#include "core/vsl-person.h"
#include "core/vsl-text.h"

#include <string.h>

/* In a shorter name one letter is too much of it to be a slip. */
#define MIN_SLIP_LETTERS 5

struct _VslReviewNames
{
  GHashTable *now; /* (owned) name in the ledger → name of today, both owned */
};

/* The same word, but for capitals, accents and one letter. */
static gboolean
is_same_word (const char *a,
              const char *b)
{
  g_autofree char *folded_a = vsl_text_fold (a);
  g_autofree char *folded_b = vsl_text_fold (b);

  return g_str_equal (folded_a, folded_b) ||
         (MIN (g_utf8_strlen (folded_a, -1), g_utf8_strlen (folded_b, -1)) >= MIN_SLIP_LETTERS &&
          vsl_near_miss (folded_a, folded_b));
}

/* `A.` for Ans, or no given name at all. */
static gboolean
is_short_for (const char *shorter,
              const char *given)
{
  g_autofree char *folded_shorter = vsl_text_fold (shorter);
  g_autofree char *folded = vsl_text_fold (given);
  gsize length = strcspn (folded_shorter, ".");

  return length <= 1 && (folded_shorter[0] == '\0' || folded_shorter[0] == folded[0]);
}

/* Whether two ways of writing a name are those of one person, beyond doubt: the spelling was corrected,
 * an initial became a name. Another given name is another person. */
static gboolean
is_same_person (const char *a,
                const char *b)
{
  g_autoptr(VslPerson) one = vsl_person_new_from_text (a);
  g_autoptr(VslPerson) other = vsl_person_new_from_text (b);
  const char *given_one = vsl_person_get_given (one);
  const char *given_other = vsl_person_get_given (other);

  return is_same_word (vsl_person_get_family (one), vsl_person_get_family (other)) &&
         (is_same_word (given_one, given_other) || is_short_for (given_one, given_other) ||
          is_short_for (given_other, given_one));
}

static gboolean
is_now_somebody (VslReviewNames *self,
                 const char     *name)
{
  GHashTableIter iter;
  gpointer now;

  g_hash_table_iter_init (&iter, self->now);
  while (g_hash_table_iter_next (&iter, NULL, &now))
    {
      if (g_str_equal (now, name))
        return TRUE;
    }

  return FALSE;
}

/* The participant without a ledger who can only be @name; %NULL when there is none, or several. */
static const char *
find_same (VslReviewNames     *self,
           const char         *name,
           const char * const *present)
{
  const char *found = NULL;
  guint i;

  for (i = 0; present[i] != NULL; i++)
    {
      if (is_now_somebody (self, present[i]) || !is_same_person (name, present[i]))
        continue;
      if (found != NULL)
        return NULL;
      found = present[i];
    }

  return found;
}

static void
rename (VslReviewNames *self,
        const char     *before,
        const char     *after)
{
  GHashTableIter iter;
  gpointer now;

  g_hash_table_iter_init (&iter, self->now);
  while (g_hash_table_iter_next (&iter, NULL, &now))
    {
      if (g_str_equal (now, before))
        g_hash_table_iter_replace (&iter, g_strdup (after));
    }
}

/* Whoever is no participant any more, and is one under a name that differs by a slip. */
static void
follow_spellings (VslReviewNames     *self,
                  const char * const *present)
{
  g_autoptr(GList) names = g_list_sort (g_hash_table_get_keys (self->now), (GCompareFunc) strcmp);
  g_autoptr(GPtrArray) renamed = g_ptr_array_new_with_free_func (g_free);
  GList *l;
  guint i;

  for (l = names; l != NULL; l = l->next)
    {
      const char *now = g_hash_table_lookup (self->now, l->data);
      const char *same = g_strv_contains (present, now) ? NULL : find_same (self, now, present);

      if (same == NULL)
        continue;
      g_ptr_array_add (renamed, g_strdup (now));
      g_ptr_array_add (renamed, g_strdup (same));
    }
  for (i = 0; i + 1 < renamed->len; i += 2)
    rename (self, renamed->pdata[i], renamed->pdata[i + 1]);
}

/**
 * vsl_review_names_new:
 * @steps: (element-type VslReviewStep): the ledger of an article, oldest first
 * @present: (array zero-terminated=1): the participants of the article as it writes them now
 *
 * Follows the renamings that the ledger holds. Somebody who is not a participant any more, while
 * somebody is who is called so but for the spelling and has nothing in the ledger, is that one.
 *
 * Returns: (transfer full): who is who
 */
VslReviewNames *
vsl_review_names_new (GPtrArray          *steps,
                      const char * const *present)
{
  VslReviewNames *self;
  guint i;

  g_return_val_if_fail (steps != NULL && present != NULL, NULL);

  self = g_new0 (VslReviewNames, 1);
  self->now = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (i = 0; i < steps->len; i++)
    {
      const VslReviewStepFields *fields =
        vsl_review_step_get_fields (g_ptr_array_index (steps, i));

      if (*fields->name == '\0')
        continue;
      if (!g_hash_table_contains (self->now, fields->name))
        g_hash_table_insert (self->now, g_strdup (fields->name), g_strdup (fields->name));
      if (fields->what == VSL_REVIEW_RENAMED)
        rename (self, fields->name, fields->note);
    }
  follow_spellings (self, present);

  return self;
}

/**
 * vsl_review_names_free:
 * @self: (transfer full): who is who
 *
 * Frees it.
 */
void
vsl_review_names_free (VslReviewNames *self)
{
  g_hash_table_unref (self->now);
  g_free (self);
}

/**
 * vsl_review_names_now:
 * @self: who is who
 * @name: a participant as the ledger writes them
 *
 * Returns: (transfer none): how the article writes them now, or wrote them last; @name for somebody who
 *   is not in the ledger
 */
const char *
vsl_review_names_now (VslReviewNames *self,
                      const char     *name)
{
  const char *now;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  now = g_hash_table_lookup (self->now, name);

  return now != NULL ? now : name;
}
