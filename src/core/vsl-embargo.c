/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-embargo.h"

#include "core/vsl-review-step.h"

/**
 * vsl_embargo_read:
 * @self: (out caller-allocates): the embargo; to be cleared
 * @steps: (element-type VslReviewStep): the ledger of the article, oldest first
 *
 * Reads off the ledger what embargo there is. A new moment ends what was overridden before.
 */
void
vsl_embargo_read (VslEmbargo *self,
                  GPtrArray  *steps)
{
  guint i;

  g_return_if_fail (self != NULL && steps != NULL);

  *self = (VslEmbargo) { 0, g_strdup (""), FALSE, g_strdup ("") };
  for (i = 0; i < steps->len; i++)
    {
      const VslReviewStepFields *fields =
        vsl_review_step_get_fields (g_ptr_array_index (steps, i));

      if (*fields->name != '\0' ||
          (fields->what != VSL_REVIEW_EMBARGOED && fields->what != VSL_REVIEW_OVERRIDDEN))
        continue;

      self->overridden = fields->what == VSL_REVIEW_OVERRIDDEN;
      g_free (self->reason);
      self->reason = g_strdup (self->overridden ? fields->note : "");
      if (self->overridden)
        continue;
      self->until = fields->moment;
      g_free (self->note);
      self->note = g_strdup (fields->note);
    }
}

/**
 * vsl_embargo_clear:
 * @self: an embargo
 *
 * Frees what it holds.
 */
void
vsl_embargo_clear (VslEmbargo *self)
{
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->reason, g_free);
}

/**
 * vsl_embargo_blocks:
 * @self: an embargo
 * @at: when the article is to appear, µs since 1970 UTC
 *
 * Returns: whether it may not appear then
 */
gboolean
vsl_embargo_blocks (const VslEmbargo *self,
                    gint64            at)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !self->overridden && self->until > at;
}
