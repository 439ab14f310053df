/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-review-passage.h"

#include "core/vsl-text.h"

static const char *const place_names[VSL_N_REVIEW_PLACES] = {
  [VSL_REVIEW_PLACE_KICKER] = "kicker",
  [VSL_REVIEW_PLACE_HEADLINE] = "headline",
  [VSL_REVIEW_PLACE_LEAD] = "lead",
  [VSL_REVIEW_PLACE_BODY] = "body",
  [VSL_REVIEW_PLACE_STREAMER] = "streamer",
};

/**
 * vsl_review_place_get_name:
 * @place: a place
 *
 * Returns: (transfer none): its name in files and on the command line
 */
const char *
vsl_review_place_get_name (VslReviewPlace place)
{
  g_return_val_if_fail ((guint) place < VSL_N_REVIEW_PLACES, NULL);

  return place_names[place];
}

/**
 * vsl_review_place_from_name:
 * @name: (nullable): a name
 * @place: (out): the place of that name
 *
 * Returns: whether there is one
 */
gboolean
vsl_review_place_from_name (const char     *name,
                            VslReviewPlace *place)
{
  guint i;

  for (i = 0; i < VSL_N_REVIEW_PLACES; i++)
    {
      if (g_strcmp0 (name, place_names[i]) == 0)
        {
          *place = (VslReviewPlace) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * vsl_review_passage_new:
 * @place: where it stands
 * @text: what it says
 *
 * Returns: (transfer full): a passage
 */
VslReviewPassage *
vsl_review_passage_new (VslReviewPlace place,
                        const char    *text)
{
  VslReviewPassage *self = g_new0 (VslReviewPassage, 1);

  self->place = place;
  self->text = g_strdup (text);

  return self;
}

/**
 * vsl_review_passage_free:
 * @self: (transfer full): a passage
 *
 * Frees it.
 */
void
vsl_review_passage_free (VslReviewPassage *self)
{
  g_free (self->text);
  g_free (self);
}

/**
 * vsl_review_passages_new:
 *
 * Returns: (transfer full) (element-type VslReviewPassage): a list without passages
 */
GPtrArray *
vsl_review_passages_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) vsl_review_passage_free);
}

/**
 * vsl_review_passages_hash:
 * @passages: (element-type VslReviewPassage): what somebody is shown
 *
 * Returns: (transfer full): a hash of exactly that: of every place and every character, in order
 */
char *
vsl_review_passages_hash (GPtrArray *passages)
{
  g_autoptr(GString) all = g_string_new (NULL);
  guint i;

  g_return_val_if_fail (passages != NULL, NULL);

  for (i = 0; i < passages->len; i++)
    {
      const VslReviewPassage *passage = g_ptr_array_index (passages, i);

      g_string_append_printf (all, "%s\x1f%s\x1e", place_names[passage->place], passage->text);
    }

  return vsl_text_hash (all->str);
}

/**
 * vsl_review_passages_join:
 * @passages: (element-type VslReviewPassage): what somebody is shown
 *
 * Returns: (transfer full): all of it as one text, a paragraph for each passage; to be compared
 */
char *
vsl_review_passages_join (GPtrArray *passages)
{
  g_autoptr(GString) all = g_string_new (NULL);
  guint i;

  g_return_val_if_fail (passages != NULL, NULL);

  for (i = 0; i < passages->len; i++)
    {
      const VslReviewPassage *passage = g_ptr_array_index (passages, i);

      g_string_append_printf (all, "%s%s", i > 0 ? "\n\n" : "", passage->text);
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}
