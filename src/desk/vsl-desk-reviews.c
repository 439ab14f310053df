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
            VslReviewNames *names,
            gboolean        present)
{
  g_autoptr(GPtrArray) passages = NULL;

  if (*name == '\0' || holds_review (reviews, name))
    return;

  passages = vsl_own_passages_find (found, name);
  g_ptr_array_add (reviews, vsl_review_new (name, steps, names, passages, present));
}

static char **
list_names (VslArticle *article)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  guint i;

  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    g_strv_builder_add (names, vsl_participant_get_name (vsl_article_get_participant (article, i)));

  return g_strv_builder_end (names);
}

/**
 * vsl_desk_load_consent:
 * @self: the desk
 * @article: an article as it is now
 * @error: return location
 *
 * Waits for the disk, and reads the whole article. Any thread.
 *
 * Returns: (transfer full): how the review by each participant stands, and the embargo
 */
VslConsent *
vsl_desk_load_consent (VslDesk     *self,
                       VslArticle  *article,
                       GError     **error)
{
  GError *cause = NULL;
  g_autoptr(GPtrArray) reviews = NULL;
  g_autoptr(GPtrArray) steps = NULL;
  g_autoptr(VslOwnPassages) found = NULL;
  g_autoptr(VslReviewNames) names = NULL;
  g_auto(GStrv) present = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_DESK (self) && VSL_IS_ARTICLE (article), NULL);

  steps = vsl_article_get_id (article) != NULL
          ? vsl_store_list_review_steps (self->store, vsl_article_get_id (article), &cause)
          : g_ptr_array_new ();
  if (steps == NULL)
    {
      vsl_desk_fault_propagate (error, cause);
      return NULL;
    }

  reviews = g_ptr_array_new_with_free_func (g_object_unref);
  found = vsl_own_passages_new (article);
  present = list_names (article);
  names = vsl_review_names_new (steps, (const char * const *) present);
  for (i = 0; present[i] != NULL; i++)
    add_review (reviews, found, present[i], steps, names, TRUE);
  for (i = 0; i < steps->len; i++)
    {
      const char *whose = vsl_review_step_get_fields (g_ptr_array_index (steps, i))->name;

      add_review (reviews, found, vsl_review_names_now (names, whose), steps, names, FALSE);
    }

  return vsl_consent_new (reviews, steps);
}

/**
 * vsl_desk_list_reviews:
 * @self: the desk
 * @article: an article as it is now
 * @error: return location
 *
 * As vsl_desk_load_consent().
 *
 * Returns: (transfer full) (element-type VslReview): how the review by each participant stands, in
 *   the order of the article, then those who were participants once
 */
GPtrArray *
vsl_desk_list_reviews (VslDesk     *self,
                       VslArticle  *article,
                       GError     **error)
{
  g_autoptr(VslConsent) consent = vsl_desk_load_consent (self, article, error);

  return consent != NULL ? g_ptr_array_ref (vsl_consent_get_reviews (consent)) : NULL;
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
