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

static gboolean
is_remark_of (VslReview *review,
              gint64     number)
{
  GArray *remarks = vsl_review_get_remarks (review);
  guint i;

  for (i = 0; i < remarks->len; i++)
    {
      if (vsl_review_step_get_fields (g_array_index (remarks, VslReviewRemark, i).step)->number ==
          number)
        return TRUE;
    }

  return FALSE;
}

/* What is missing for a step that the state allows; %NULL when nothing is. */
static const char *
find_lack (VslReview                 *review,
           const VslReviewStepFields *step,
           gint64                     now)
{
  gboolean noted = step->note != NULL && !vsl_text_is_blank (step->note);

  switch (step->what)
    {
    case VSL_REVIEW_SENT:
      if (step->moment != 0 && step->moment <= now)
        return _("That moment is past. Choose a later one for the answer.");
      return NULL;
    case VSL_REVIEW_REMARKED:
      return noted ? NULL : _("Write down what the remark is.");
    case VSL_REVIEW_ANSWERED:
      if (!is_remark_of (review, step->remark))
        return _("There is no such remark by this participant.");
      return noted || step->accepted ? NULL : _("Say why the remark is declined. The reason is kept.");
    case VSL_REVIEW_CLOSED:
      if (noted || !vsl_review_needs_reason (review, step->what))
        return NULL;
      if (vsl_review_get_state (review) == VSL_REVIEW_STATE_AGREED)
        return _("A review was promised and nothing was sent. Say why it is closed all the same.");
      return _("The passages were changed after they were shown. Send them again, or say why the "
               "review is closed all the same.");
    case VSL_REVIEW_AGREED:
    case VSL_REVIEW_PROCESSED:
    case VSL_REVIEW_REFUSED:
    case VSL_REVIEW_WITHDRAWN:
    case VSL_REVIEW_EMBARGOED:
    case VSL_REVIEW_OVERRIDDEN:
    case VSL_REVIEW_RENAMED:
    case VSL_N_REVIEW_WHATS:
    default:
      return NULL;
    }
}

static gboolean
check_step (VslReview                 *review,
            const VslReviewStepFields *step,
            gint64                     now,
            GError                   **error)
{
  g_autofree char *obstacle = vsl_review_words_obstacle (review, step->what);
  const char *lack;

  if (obstacle != NULL)
    {
      vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "review", "%s", obstacle);
      return FALSE;
    }

  lack = find_lack (review, step, now);
  if (lack == NULL)
    return TRUE;

  vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "review", "%s", lack);
  return FALSE;
}

/* The step as it is kept: with its moment, and with the passages that it freezes. */
static VslReviewStep *
make_step (VslDesk                   *self,
           VslReview                 *review,
           const VslReviewStepFields *step)
{
  VslReviewStepFields fields = *step;
  g_autofree char *hash = NULL;
  g_autofree char *recipient = NULL;
  g_autofree char *address = NULL;

  fields.number = 0;
  fields.name = vsl_review_get_name (review);
  fields.at = vsl_desk_get_now (self);
  if (step->what == VSL_REVIEW_SENT || step->what == VSL_REVIEW_CLOSED)
    {
      fields.passages = vsl_review_get_passages (review);
      fields.hash = hash = vsl_review_passages_hash (fields.passages);
    }
  if (step->what == VSL_REVIEW_SENT && step->recipient == NULL && step->address == NULL)
    {
      vsl_desk_find_review_address (self, fields.name, &recipient, &address);
      fields.recipient = *recipient != '\0' ? recipient : fields.name;
      fields.address = address;
    }

  return vsl_review_step_new (&fields);
}

/**
 * vsl_desk_add_review_step:
 * @self: the desk
 * @article: an article as it is now
 * @step: what happened: its `what`, its `name`, and what belongs to that; for a sending without a
 *   recipient and address it is whom the directory has
 * @error: return location
 *
 * Adds a step to the ledger. Sending and closing freeze the passages as they are in @article. What
 * cannot follow on what was there is refused, %VSL_DESK_ERROR_USAGE.
 *
 * Returns: (transfer full): the review as it is then
 */
VslReview *
vsl_desk_add_review_step (VslDesk                    *self,
                          VslArticle                 *article,
                          const VslReviewStepFields  *step,
                          GError                    **error)
{
  g_autoptr(VslReview) review = NULL;
  g_autoptr(VslReviewStep) made = NULL;
  g_autoptr(VslReviewStep) stored = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self) && VSL_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (step != NULL && step->name != NULL, NULL);
  g_return_val_if_fail (step->what < VSL_REVIEW_EMBARGOED, NULL);

  review = vsl_desk_find_review (self, article, step->name, error);
  if (review == NULL || !check_step (review, step, vsl_desk_get_now (self), error))
    return NULL;

  made = make_step (self, review, step);
  stored = vsl_store_add_review_step (self->store, vsl_article_get_id (article), made, &cause);
  if (stored == NULL)
    {
      vsl_desk_fault_propagate (error, cause);
      return NULL;
    }

  return vsl_desk_find_review (self, article, vsl_review_get_name (review), error);
}

/* Somebody who is a participant, and of whom the ledger knows nothing yet. */
static gboolean
can_take_over (VslReview  *before,
               VslReview  *after,
               GError    **error)
{
  if (!vsl_review_get_present (before) && vsl_review_get_present (after) &&
      vsl_review_get_steps (after)->len == 0)
    return TRUE;

  if (vsl_review_get_present (before))
    vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "review",
                        _("%s is still a participant of this article."), vsl_review_get_name (before));
  else
    vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "review",
                        _("Choose a participant of whom nothing was noted yet; %s is not one."),
                        vsl_review_get_name (after));
  return FALSE;
}

/**
 * vsl_desk_rename_review:
 * @self: the desk
 * @article: an article as it is now
 * @before: the name of somebody in the ledger who is not a participant any more
 * @after: the participant who that is
 * @error: return location; %VSL_DESK_ERROR_USAGE when they cannot be one person
 *
 * Notes that the article calls somebody otherwise than it did, so that what was promised is kept.
 *
 * Returns: (transfer full): the review as it is then
 */
VslReview *
vsl_desk_rename_review (VslDesk     *self,
                        VslArticle  *article,
                        const char  *before,
                        const char  *after,
                        GError     **error)
{
  g_autoptr(VslReview) old = vsl_desk_find_review (self, article, before, error);
  g_autoptr(VslReview) new = old != NULL ? vsl_desk_find_review (self, article, after, error) : NULL;
  VslReviewStepFields fields = { .what = VSL_REVIEW_RENAMED };
  g_autoptr(VslReviewStep) step = NULL;
  g_autoptr(VslReviewStep) stored = NULL;
  GError *cause = NULL;

  if (new == NULL || !can_take_over (old, new, error))
    return NULL;

  fields.at = vsl_desk_get_now (self);
  fields.name = vsl_review_get_name (old);
  fields.note = vsl_review_get_name (new);
  step = vsl_review_step_new (&fields);
  stored = vsl_store_add_review_step (self->store, vsl_article_get_id (article), step, &cause);
  if (stored == NULL)
    {
      vsl_desk_fault_propagate (error, cause);
      return NULL;
    }

  return vsl_desk_find_review (self, article, fields.note, error);
}
