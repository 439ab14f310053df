/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-reviews.h"

#include "core/vsl-text.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "store/vsl-store-reviews.h"

#include <glib/gi18n.h>

/**
 * vsl_desk_load_embargo:
 * @self: the desk
 * @article_id: the id of an article
 * @embargo: (out caller-allocates): its embargo; to be cleared
 * @error: return location
 *
 * Returns: whether it could be read; an article without one has none
 */
gboolean
vsl_desk_load_embargo (VslDesk     *self,
                       const char  *article_id,
                       VslEmbargo  *embargo,
                       GError     **error)
{
  GError *cause = NULL;
  g_autoptr(GPtrArray) steps = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self) && article_id != NULL && embargo != NULL, FALSE);

  *embargo = (VslEmbargo) { 0 };
  steps = vsl_store_list_review_steps (self->store, article_id, &cause);
  if (steps == NULL)
    {
      vsl_desk_fault_propagate (error, cause);
      return FALSE;
    }
  vsl_embargo_read (embargo, steps);

  return TRUE;
}

static gboolean
add_step (VslDesk        *self,
          const char     *article_id,
          VslReviewWhat   what,
          gint64          moment,
          const char     *note,
          GError        **error)
{
  VslReviewStepFields fields = {
    .at = vsl_desk_get_now (self), .what = what, .moment = moment, .note = note,
  };
  g_autoptr(VslReviewStep) step = vsl_review_step_new (&fields);
  g_autoptr(VslReviewStep) stored = NULL;
  GError *cause = NULL;

  stored = vsl_store_add_review_step (self->store, article_id, step, &cause);
  if (stored == NULL)
    vsl_desk_fault_propagate (error, cause);

  return stored != NULL;
}

/**
 * vsl_desk_set_embargo:
 * @self: the desk
 * @article_id: the id of an article
 * @until: the first moment at which it may appear, µs since 1970 UTC; 0: at any time
 * @note: (nullable): with whom it was agreed
 * @error: return location
 *
 * Puts the article under embargo, moves that, or lifts it. What was overridden before is not any
 * more.
 *
 * Returns: whether it was kept
 */
gboolean
vsl_desk_set_embargo (VslDesk     *self,
                      const char  *article_id,
                      gint64       until,
                      const char  *note,
                      GError     **error)
{
  g_return_val_if_fail (VSL_IS_DESK (self) && article_id != NULL, FALSE);

  if (until != 0 && until <= vsl_desk_get_now (self))
    {
      vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                          _("That moment is past. Choose a later one for the embargo."));
      return FALSE;
    }

  return add_step (self, article_id, VSL_REVIEW_EMBARGOED, until, note, error);
}

/**
 * vsl_desk_override_embargo:
 * @self: the desk
 * @article_id: the id of an article
 * @reason: why it is to be published all the same
 * @error: return location
 *
 * Lets an article under embargo be published. The reason stays in the ledger.
 *
 * Returns: whether it was kept
 */
gboolean
vsl_desk_override_embargo (VslDesk     *self,
                           const char  *article_id,
                           const char  *reason,
                           GError     **error)
{
  g_auto(VslEmbargo) embargo = { 0 };

  g_return_val_if_fail (VSL_IS_DESK (self) && article_id != NULL, FALSE);

  if (!vsl_desk_load_embargo (self, article_id, &embargo, error))
    return FALSE;
  if (!vsl_embargo_blocks (&embargo, vsl_desk_get_now (self)))
    {
      vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                          _("No embargo stands in the way of publishing this article."));
      return FALSE;
    }
  if (reason == NULL || vsl_text_is_blank (reason))
    {
      vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "reason",
                          _("Say why the article is to be published in spite of the embargo. The reason "
                            "is kept."));
      return FALSE;
    }

  return add_step (self, article_id, VSL_REVIEW_OVERRIDDEN, 0, reason, error);
}
