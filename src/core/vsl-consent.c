/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-consent.h"

/**
 * VslConsent:
 *
 * Who agreed with an article: the review by each participant, and the embargo on the whole. What
 * publishing has to know before it lets readers see anything.
 *
 * Immutable; any thread.
 */
struct _VslConsent
{
  GObject parent_instance;

  GPtrArray *reviews;       /* (owned) of VslReview */
  GPtrArray *embargo_steps; /* (owned) of VslReviewStep, oldest first */
  VslEmbargo embargo;
};

G_DEFINE_FINAL_TYPE (VslConsent, vsl_consent, G_TYPE_OBJECT)

static void
vsl_consent_finalize (GObject *object)
{
  VslConsent *self = VSL_CONSENT (object);

  g_ptr_array_unref (self->reviews);
  g_ptr_array_unref (self->embargo_steps);
  vsl_embargo_clear (&self->embargo);

  G_OBJECT_CLASS (vsl_consent_parent_class)->finalize (object);
}

static void
vsl_consent_class_init (VslConsentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_consent_finalize;
}

static void
vsl_consent_init (VslConsent *self)
{
  self->embargo_steps = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * vsl_consent_new:
 * @reviews: (element-type VslReview): the review by each participant
 * @steps: (element-type VslReviewStep): the ledger of the article, oldest first
 *
 * Returns: (transfer full): those together, with what the ledger says of the whole article
 */
VslConsent *
vsl_consent_new (GPtrArray *reviews,
                 GPtrArray *steps)
{
  VslConsent *self;
  guint i;

  g_return_val_if_fail (reviews != NULL && steps != NULL, NULL);

  self = g_object_new (VSL_TYPE_CONSENT, NULL);
  self->reviews = g_ptr_array_ref (reviews);
  vsl_embargo_read (&self->embargo, steps);
  for (i = 0; i < steps->len; i++)
    {
      VslReviewStep *step = g_ptr_array_index (steps, i);

      if (*vsl_review_step_get_fields (step)->name == '\0')
        g_ptr_array_add (self->embargo_steps, g_object_ref (step));
    }

  return self;
}

/**
 * vsl_consent_get_reviews:
 * @self: how things stand
 *
 * Returns: (transfer none) (element-type VslReview): the participants in the order of the article, then
 *   those in the ledger who are none any more
 */
GPtrArray *
vsl_consent_get_reviews (VslConsent *self)
{
  g_return_val_if_fail (VSL_IS_CONSENT (self), NULL);

  return self->reviews;
}

/**
 * vsl_consent_get_embargo:
 * @self: how things stand
 *
 * Returns: (transfer none): the embargo of the article, which may be none
 */
const VslEmbargo *
vsl_consent_get_embargo (VslConsent *self)
{
  g_return_val_if_fail (VSL_IS_CONSENT (self), NULL);

  return &self->embargo;
}

/**
 * vsl_consent_get_embargo_steps:
 * @self: how things stand
 *
 * Returns: (transfer none) (element-type VslReviewStep): the history of the embargo, oldest first
 */
GPtrArray *
vsl_consent_get_embargo_steps (VslConsent *self)
{
  g_return_val_if_fail (VSL_IS_CONSENT (self), NULL);

  return self->embargo_steps;
}

/**
 * vsl_consent_find_review:
 * @self: how things stand
 * @name: the whole name of a participant
 *
 * Returns: (transfer none) (nullable): their review
 */
VslReview *
vsl_consent_find_review (VslConsent *self,
                         const char *name)
{
  guint i;

  g_return_val_if_fail (VSL_IS_CONSENT (self) && name != NULL, NULL);

  for (i = 0; i < self->reviews->len; i++)
    {
      VslReview *review = g_ptr_array_index (self->reviews, i);

      if (g_str_equal (vsl_review_get_name (review), name))
        return review;
    }

  return NULL;
}

/**
 * vsl_consent_count_promised:
 * @self: how things stand
 *
 * Returns: to how many a review was promised, whatever came of it
 */
guint
vsl_consent_count_promised (VslConsent *self)
{
  guint n_promised = 0;
  guint i;

  g_return_val_if_fail (VSL_IS_CONSENT (self), 0);

  for (i = 0; i < self->reviews->len; i++)
    n_promised += vsl_review_get_state (g_ptr_array_index (self->reviews, i)) != VSL_REVIEW_STATE_NONE;

  return n_promised;
}

/**
 * vsl_consent_count_outstanding:
 * @self: how things stand
 *
 * Returns: for how many publishing should wait
 */
guint
vsl_consent_count_outstanding (VslConsent *self)
{
  guint n_outstanding = 0;
  guint i;

  g_return_val_if_fail (VSL_IS_CONSENT (self), 0);

  for (i = 0; i < self->reviews->len; i++)
    n_outstanding += vsl_review_get_outstanding (g_ptr_array_index (self->reviews, i));

  return n_outstanding;
}
