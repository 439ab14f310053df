/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-reviews.h"

#include "core/vsl-text.h"
#include "debate/vsl-own-passages.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-people.h"
#include "desk/vsl-desk-private.h"
#include "store/vsl-store-reviews.h"

#include <glib/gi18n.h>

static gboolean
holds_review (GPtrArray  *reviews,
              const char *name)
{
  guint i;

  for (i = 0; i < reviews->len; i++)
    {
      if (g_str_equal (vsl_review_get_name (g_ptr_array_index (reviews, i)), name))
        return TRUE;
    }

  return FALSE;
}

static void
add_review (GPtrArray      *reviews,
            VslOwnPassages *found,
            const char     *name,
            GPtrArray      *steps,
            gboolean        present)
{
  g_autoptr(GPtrArray) passages = NULL;

  if (*name == '\0' || holds_review (reviews, name))
    return;

  passages = vsl_own_passages_find (found, name);
  g_ptr_array_add (reviews, vsl_review_new (name, steps, passages, present));
}

/* Any thread. */
static GPtrArray *
list_reviews (VslStore    *store,
              VslArticle  *article,
              GError     **error)
{
  GError *cause = NULL;
  GPtrArray *reviews;
  g_autoptr(GPtrArray) steps = NULL;
  g_autoptr(VslOwnPassages) found = NULL;
  guint i;

  steps = vsl_article_get_id (article) != NULL
          ? vsl_store_list_review_steps (store, vsl_article_get_id (article), &cause)
          : g_ptr_array_new ();
  if (steps == NULL)
    {
      vsl_desk_fault_propagate (error, cause);
      return NULL;
    }

  reviews = g_ptr_array_new_with_free_func (g_object_unref);
  found = vsl_own_passages_new (article);
  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    add_review (reviews, found,
                vsl_participant_get_name (vsl_article_get_participant (article, i)), steps, TRUE);
  for (i = 0; i < steps->len; i++)
    add_review (reviews, found,
                vsl_review_step_get_fields (g_ptr_array_index (steps, i))->name, steps, FALSE);

  return reviews;
}

/**
 * vsl_desk_list_reviews:
 * @self: the desk
 * @article: an article as it is now
 * @error: return location
 *
 * Waits for the disk.
 *
 * Returns: (transfer full) (element-type VslReview): how the review by each participant stands, in
 *   the order of the article, then those who were participants once
 */
GPtrArray *
vsl_desk_list_reviews (VslDesk     *self,
                       VslArticle  *article,
                       GError     **error)
{
  g_return_val_if_fail (VSL_IS_DESK (self) && VSL_IS_ARTICLE (article), NULL);

  return list_reviews (self->store, article, error);
}

typedef struct
{
  VslStore *store;     /* (owned) */
  VslArticle *article; /* (owned) */
} Listing;

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_object_unref (listing->store);
  g_object_unref (listing->article);
  g_free (listing);
}

static void
list_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Listing *listing = data;
  GError *error = NULL;
  GPtrArray *reviews = list_reviews (listing->store, listing->article, &error);

  if (reviews == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, reviews, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * vsl_desk_list_reviews_async:
 * @self: the desk
 * @article: an article as it is now
 * @cancellable: (nullable): what makes the answer superfluous
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * As vsl_desk_list_reviews(), without waiting. Of two that were asked for, the second may be answered
 * first: cancel the one that is out of date.
 */
void
vsl_desk_list_reviews_async (VslDesk             *self,
                             VslArticle          *article,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  g_return_if_fail (VSL_IS_DESK (self) && VSL_IS_ARTICLE (article));

  listing->store = g_object_ref (self->store);
  listing->article = g_object_ref (article);
  g_task_set_source_tag (task, vsl_desk_list_reviews_async);
  g_task_set_task_data (task, listing, listing_free);
  g_task_run_in_thread (task, list_in_thread);
}

/**
 * vsl_desk_list_reviews_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type VslReview): see vsl_desk_list_reviews()
 */
GPtrArray *
vsl_desk_list_reviews_finish (VslDesk       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vsl_desk_list_outstanding:
 * @self: the desk
 * @article: an article as it is now
 * @error: return location
 *
 * Waits for the disk.
 *
 * Returns: (transfer full) (element-type VslReview): those whom publishing should wait for
 */
GPtrArray *
vsl_desk_list_outstanding (VslDesk     *self,
                           VslArticle  *article,
                           GError     **error)
{
  GPtrArray *reviews = vsl_desk_list_reviews (self, article, error);
  guint i;

  for (i = reviews != NULL ? reviews->len : 0; i > 0; i--)
    {
      if (!vsl_review_get_outstanding (g_ptr_array_index (reviews, i - 1)))
        g_ptr_array_remove_index (reviews, i - 1);
    }

  return reviews;
}

static gboolean
is_called (VslReview  *review,
           const char *folded)
{
  g_autoptr(VslPerson) person = vsl_person_new_from_text (vsl_review_get_name (review));
  g_autofree char *last = vsl_person_dup_last_name (person);
  g_autofree char *folded_full = vsl_text_fold (vsl_review_get_name (review));
  g_autofree char *folded_last = vsl_text_fold (last);
  g_autofree char *folded_family = vsl_text_fold (vsl_person_get_family (person));

  return g_str_equal (folded, folded_full) || g_str_equal (folded, folded_last) ||
         g_str_equal (folded, folded_family);
}

/**
 * vsl_desk_find_review:
 * @self: the desk
 * @article: an article as it is now
 * @name: the full name or last name of a participant
 * @error: return location
 *
 * Returns: (transfer full): their review; %VSL_DESK_ERROR_NOT_FOUND, with the word `ambiguous` when it
 *   may be several
 */
VslReview *
vsl_desk_find_review (VslDesk     *self,
                      VslArticle  *article,
                      const char  *name,
                      GError     **error)
{
  g_autoptr(GPtrArray) reviews = vsl_desk_list_reviews (self, article, error);
  g_autofree char *folded = vsl_text_fold (name);
  VslReview *found = NULL;
  guint i, n_found = 0;

  if (reviews == NULL)
    return NULL;

  for (i = 0; i < reviews->len; i++)
    {
      VslReview *review = g_ptr_array_index (reviews, i);

      if (g_str_equal (vsl_review_get_name (review), name))
        return g_object_ref (review);
      if (is_called (review, folded))
        {
          found = review;
          n_found++;
        }
    }
  if (n_found == 1)
    return g_object_ref (found);

  vsl_desk_fault_set (error, VSL_DESK_ERROR_NOT_FOUND, n_found == 0 ? "not-found" : "ambiguous",
                      n_found == 0
                      ? _("“%s” is not a participant of this article.")
                      : _("Several participants are called “%s”. Give the full name."), name);
  return NULL;
}

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
      if (vsl_review_get_passages (review)->len == 0)
        return _("The article says nothing by or about this participant, so there is nothing to send.");
      if (step->moment != 0 && step->moment <= now)
        return _("That moment is past. Choose a later one for the answer.");
      return NULL;
    case VSL_REVIEW_REMARKED:
      return noted ? NULL : _("Write down what the remark is.");
    case VSL_REVIEW_ANSWERED:
      if (!is_remark_of (review, step->remark))
        return _("There is no such remark by this participant.");
      return noted || step->accepted ? NULL : _("Say why the remark is declined. The reason is kept.");
    case VSL_REVIEW_PROCESSED:
      return vsl_review_count_open (review) == 0
             ? NULL : _("Accept or decline every remark first, then mark them as processed.");
    case VSL_REVIEW_CLOSED:
      if (!noted && vsl_review_get_state (review) == VSL_REVIEW_STATE_AGREED)
        return _("A review was promised and nothing was sent. Say why it is closed all the same.");
      if (!noted && vsl_review_get_changed (review))
        return _("The passages were changed after they were shown. Send them again, or say why the "
                 "review is closed all the same.");
      return NULL;
    case VSL_REVIEW_AGREED:
    case VSL_REVIEW_REFUSED:
    case VSL_REVIEW_WITHDRAWN:
    case VSL_REVIEW_EMBARGOED:
    case VSL_REVIEW_OVERRIDDEN:
    case VSL_N_REVIEW_WHATS:
    default:
      return NULL;
    }
}

/* What is closed can be closed again only when its passages were changed since. */
static gboolean
can_follow (VslReview     *review,
            VslReviewWhat  what)
{
  VslReviewState state = vsl_review_get_state (review);

  return vsl_review_state_after (state, what, &state) &&
         (what != VSL_REVIEW_CLOSED || vsl_review_get_state (review) != VSL_REVIEW_STATE_CLOSED ||
          vsl_review_get_changed (review));
}

static gboolean
check_step (VslReview                 *review,
            const VslReviewStepFields *step,
            gint64                     now,
            GError                   **error)
{
  const char *lack;

  if (!can_follow (review, step->what))
    {
      g_autofree char *words = vsl_review_words_impossible (review, step->what);

      vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "review", "%s", words);
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

/**
 * vsl_desk_find_review_address:
 * @self: the desk
 * @name: the full name of a participant
 * @recipient: (out): (transfer full): to whom their passages go; empty when the directory does not say
 * @address: (out): (transfer full): the mail address; empty when the directory does not say
 *
 * The directory tells who answers for somebody; without such a one it is the person. Waits for the
 * disk.
 */
void
vsl_desk_find_review_address (VslDesk     *self,
                              const char  *name,
                              char       **recipient,
                              char       **address)
{
  g_autoptr(VslContact) contact = vsl_desk_find_person (self, name, NULL);
  const VslContactFields *fields = contact != NULL ? vsl_contact_get_fields (contact) : NULL;

  if (fields == NULL)
    {
      *recipient = g_strdup ("");
      *address = g_strdup ("");
    }
  else if (*fields->press_officer != '\0' || *fields->press_email != '\0')
    {
      *recipient = g_strdup (*fields->press_officer != '\0' ? fields->press_officer
                                                            : vsl_contact_get_name (contact));
      *address = g_strdup (fields->press_email);
    }
  else
    {
      *recipient = g_strdup (vsl_contact_get_name (contact));
      *address = g_strdup (fields->email);
    }
}
