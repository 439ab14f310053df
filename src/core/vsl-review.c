/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-review.h"

#define NONE VSL_REVIEW_STATE_NONE
#define AGREED VSL_REVIEW_STATE_AGREED
#define SENT VSL_REVIEW_STATE_SENT
#define REMARKS VSL_REVIEW_STATE_REMARKS
#define PROCESSED VSL_REVIEW_STATE_PROCESSED
#define CLOSED VSL_REVIEW_STATE_CLOSED
#define REFUSED VSL_REVIEW_STATE_REFUSED
#define WITHDRAWN VSL_REVIEW_STATE_WITHDRAWN

static const char *const state_names[VSL_N_REVIEW_STATES] = {
  [NONE] = "none",     [AGREED] = "agreed", [SENT] = "sent",       [REMARKS] = "remarks",
  [PROCESSED] = "processed", [CLOSED] = "closed", [REFUSED] = "refused", [WITHDRAWN] = "withdrawn",
};

/* What may follow on what; every other pair is refused. The conditions that are about more than the
 * state (unanswered remarks, a reason that is needed) are with the desk. */
static const struct
{
  VslReviewState from;
  VslReviewWhat what;
  VslReviewState to;
} transitions[] = {
  { NONE, VSL_REVIEW_AGREED, AGREED },
  { REFUSED, VSL_REVIEW_AGREED, AGREED },
  { WITHDRAWN, VSL_REVIEW_AGREED, AGREED },
  { NONE, VSL_REVIEW_SENT, SENT },
  { AGREED, VSL_REVIEW_SENT, SENT },
  { SENT, VSL_REVIEW_SENT, SENT },
  { PROCESSED, VSL_REVIEW_SENT, SENT },
  { CLOSED, VSL_REVIEW_SENT, SENT },
  { SENT, VSL_REVIEW_REMARKED, REMARKS },
  { REMARKS, VSL_REVIEW_REMARKED, REMARKS },
  { PROCESSED, VSL_REVIEW_REMARKED, REMARKS },
  { CLOSED, VSL_REVIEW_REMARKED, REMARKS },
  { REMARKS, VSL_REVIEW_ANSWERED, REMARKS },
  { REMARKS, VSL_REVIEW_PROCESSED, PROCESSED },
  { AGREED, VSL_REVIEW_CLOSED, CLOSED },
  { SENT, VSL_REVIEW_CLOSED, CLOSED },
  { PROCESSED, VSL_REVIEW_CLOSED, CLOSED },
  { CLOSED, VSL_REVIEW_CLOSED, CLOSED },
  { NONE, VSL_REVIEW_REFUSED, REFUSED },
  { AGREED, VSL_REVIEW_REFUSED, REFUSED },
  { SENT, VSL_REVIEW_REFUSED, REFUSED },
  { REMARKS, VSL_REVIEW_REFUSED, REFUSED },
  { PROCESSED, VSL_REVIEW_REFUSED, REFUSED },
  { AGREED, VSL_REVIEW_WITHDRAWN, WITHDRAWN },
  { SENT, VSL_REVIEW_WITHDRAWN, WITHDRAWN },
  { REMARKS, VSL_REVIEW_WITHDRAWN, WITHDRAWN },
  { PROCESSED, VSL_REVIEW_WITHDRAWN, WITHDRAWN },
  { CLOSED, VSL_REVIEW_WITHDRAWN, WITHDRAWN },
};

/**
 * VslReview:
 *
 * How the review of an article by one participant stands: what the ledger says, held against the
 * passages as they are now. That they changed since they were shown is computed here and kept
 * nowhere.
 *
 * Immutable; any thread.
 */
struct _VslReview
{
  GObject parent_instance;

  char *name;             /* (owned) */
  gboolean present;
  GPtrArray *steps;       /* (owned) of VslReviewStep, oldest first */
  GPtrArray *passages;    /* (owned) of VslReviewPassage, as they are now */
  VslReviewState state;
  VslReviewStep *sent;    /* (unowned) (nullable) the last time they were sent */
  VslReviewStep *frozen;  /* (unowned) (nullable) the last step that froze them */
  GArray *remarks;        /* (owned) of VslReviewRemark */
  gboolean changed;
};

G_DEFINE_FINAL_TYPE (VslReview, vsl_review, G_TYPE_OBJECT)

static void
vsl_review_finalize (GObject *object)
{
  VslReview *self = VSL_REVIEW (object);

  g_free (self->name);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->passages);
  g_array_unref (self->remarks);

  G_OBJECT_CLASS (vsl_review_parent_class)->finalize (object);
}

static void
vsl_review_class_init (VslReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_review_finalize;
}

static void
vsl_review_init (VslReview *self)
{
  self->steps = g_ptr_array_new_with_free_func (g_object_unref);
  self->remarks = g_array_new (FALSE, FALSE, sizeof (VslReviewRemark));
}

/**
 * vsl_review_state_get_name:
 * @state: a state
 *
 * Returns: (transfer none): its name on the command line
 */
const char *
vsl_review_state_get_name (VslReviewState state)
{
  g_return_val_if_fail ((guint) state < VSL_N_REVIEW_STATES, NULL);

  return state_names[state];
}

/**
 * vsl_review_state_after:
 * @state: how far it is
 * @what: what happens
 * @after: (out): how far it is then; untouched when it cannot happen
 *
 * Returns: whether that can happen now
 */
gboolean
vsl_review_state_after (VslReviewState  state,
                        VslReviewWhat   what,
                        VslReviewState *after)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (transitions); i++)
    {
      if (transitions[i].from == state && transitions[i].what == what)
        {
          *after = transitions[i].to;
          return TRUE;
        }
    }

  return FALSE;
}

static void
answer_remark (VslReview     *self,
               VslReviewStep *answer)
{
  guint i;

  for (i = 0; i < self->remarks->len; i++)
    {
      VslReviewRemark *remark = &g_array_index (self->remarks, VslReviewRemark, i);

      if (vsl_review_step_get_fields (remark->step)->number ==
          vsl_review_step_get_fields (answer)->remark)
        remark->answer = answer;
    }
}

/* A step that cannot follow, as a later version may have written it, is history and nothing more. */
static void
take_step (VslReview     *self,
           VslReviewStep *step)
{
  const VslReviewStepFields *fields = vsl_review_step_get_fields (step);
  VslReviewRemark remark = { step, NULL };

  g_ptr_array_add (self->steps, g_object_ref (step));
  if (!vsl_review_state_after (self->state, fields->what, &self->state))
    return;

  if (fields->what == VSL_REVIEW_SENT)
    self->sent = step;
  if (*fields->hash != '\0')
    self->frozen = step;
  if (fields->what == VSL_REVIEW_REMARKED)
    g_array_append_val (self->remarks, remark);
  else if (fields->what == VSL_REVIEW_ANSWERED)
    answer_remark (self, step);
}

static gboolean
differs (VslReview *self)
{
  g_autofree char *hash = NULL;

  if (self->frozen == NULL || self->state == VSL_REVIEW_STATE_NONE ||
      self->state == VSL_REVIEW_STATE_AGREED || self->state == VSL_REVIEW_STATE_REFUSED ||
      self->state == VSL_REVIEW_STATE_WITHDRAWN)
    return FALSE;

  hash = vsl_review_passages_hash (self->passages);

  return g_strcmp0 (hash, vsl_review_step_get_fields (self->frozen)->hash) != 0;
}

/**
 * vsl_review_new:
 * @name: the participant
 * @steps: (element-type VslReviewStep): the ledger of the article, oldest first; those of others are
 *   passed over
 * @names: (nullable): who is who in it; %NULL where everybody is called as written
 * @passages: (element-type VslReviewPassage): the passages of the participant as they are now
 * @present: whether they are a participant of the article now
 *
 * Returns: (transfer full): how their review stands
 */
VslReview *
vsl_review_new (const char     *name,
                GPtrArray      *steps,
                VslReviewNames *names,
                GPtrArray      *passages,
                gboolean        present)
{
  VslReview *self;
  guint i;

  g_return_val_if_fail (name != NULL && steps != NULL && passages != NULL, NULL);

  self = g_object_new (VSL_TYPE_REVIEW, NULL);
  self->name = g_strdup (name);
  self->present = present;
  self->passages = g_ptr_array_ref (passages);
  for (i = 0; i < steps->len; i++)
    {
      VslReviewStep *step = g_ptr_array_index (steps, i);
      const char *whose = vsl_review_step_get_fields (step)->name;

      if (g_str_equal (names != NULL ? vsl_review_names_now (names, whose) : whose, name))
        take_step (self, step);
    }
  self->changed = differs (self);

  return self;
}

/**
 * vsl_review_get_name:
 * @self: a review
 *
 * Returns: (transfer none): the name of the participant
 */
const char *
vsl_review_get_name (VslReview *self)
{
  g_return_val_if_fail (VSL_IS_REVIEW (self), NULL);

  return self->name;
}

/**
 * vsl_review_get_present:
 * @self: a review
 *
 * Returns: whether they are still a participant of the article
 */
gboolean
vsl_review_get_present (VslReview *self)
{
  g_return_val_if_fail (VSL_IS_REVIEW (self), FALSE);

  return self->present;
}

/**
 * vsl_review_get_state:
 * @self: a review
 *
 * Returns: how far the ledger says it is; see vsl_review_get_changed() as well
 */
VslReviewState
vsl_review_get_state (VslReview *self)
{
  g_return_val_if_fail (VSL_IS_REVIEW (self), VSL_REVIEW_STATE_NONE);

  return self->state;
}

/**
 * vsl_review_get_steps:
 * @self: a review
 *
 * Returns: (transfer none) (element-type VslReviewStep): its history, oldest first
 */
GPtrArray *
vsl_review_get_steps (VslReview *self)
{
  g_return_val_if_fail (VSL_IS_REVIEW (self), NULL);

  return self->steps;
}

/**
 * vsl_review_get_passages:
 * @self: a review
 *
 * Returns: (transfer none) (element-type VslReviewPassage): their passages as they are now
 */
GPtrArray *
vsl_review_get_passages (VslReview *self)
{
  g_return_val_if_fail (VSL_IS_REVIEW (self), NULL);

  return self->passages;
}

/**
 * vsl_review_get_frozen:
 * @self: a review
 *
 * Returns: (transfer none) (nullable) (element-type VslReviewPassage): their passages as they were
 *   when they were sent, or when the review was closed; %NULL before
 */
GPtrArray *
vsl_review_get_frozen (VslReview *self)
{
  g_return_val_if_fail (VSL_IS_REVIEW (self), NULL);

  return self->frozen != NULL ? vsl_review_step_get_fields (self->frozen)->passages : NULL;
}

/**
 * vsl_review_get_sent:
 * @self: a review
 *
 * Returns: (transfer none) (nullable): when and to whom the passages were last sent
 */
VslReviewStep *
vsl_review_get_sent (VslReview *self)
{
  g_return_val_if_fail (VSL_IS_REVIEW (self), NULL);

  return self->sent;
}

/**
 * vsl_review_get_remarks:
 * @self: a review
 *
 * Returns: (transfer none) (element-type VslReviewRemark): all remarks, oldest first
 */
GArray *
vsl_review_get_remarks (VslReview *self)
{
  g_return_val_if_fail (VSL_IS_REVIEW (self), NULL);

  return self->remarks;
}

/**
 * vsl_review_count_open:
 * @self: a review
 *
 * Returns: how many remarks were neither accepted nor declined
 */
guint
vsl_review_count_open (VslReview *self)
{
  guint n_open = 0;
  guint i;

  g_return_val_if_fail (VSL_IS_REVIEW (self), 0);

  for (i = 0; i < self->remarks->len; i++)
    n_open += g_array_index (self->remarks, VslReviewRemark, i).answer == NULL;

  return n_open;
}

/**
 * vsl_review_get_changed:
 * @self: a review
 *
 * Returns: whether their passages are not as they were shown any more
 */
gboolean
vsl_review_get_changed (VslReview *self)
{
  g_return_val_if_fail (VSL_IS_REVIEW (self), FALSE);

  return self->changed;
}

/**
 * vsl_review_get_outstanding:
 * @self: a review
 *
 * Returns: whether a promise is open: reading was agreed or begun, and it is not closed with the
 *   passages as they are now
 */
gboolean
vsl_review_get_outstanding (VslReview *self)
{
  g_return_val_if_fail (VSL_IS_REVIEW (self), FALSE);

  if (self->state == VSL_REVIEW_STATE_NONE)
    return FALSE;

  return self->state != VSL_REVIEW_STATE_CLOSED || self->changed;
}

/**
 * vsl_review_can_follow:
 * @self: a review
 * @what: what might happen
 *
 * What is closed can be closed again only when its passages were changed since.
 *
 * Returns: whether it can happen now, as far as that depends on what happened before
 */
gboolean
vsl_review_can_follow (VslReview     *self,
                       VslReviewWhat  what)
{
  VslReviewState after;

  g_return_val_if_fail (VSL_IS_REVIEW (self), FALSE);

  return vsl_review_state_after (self->state, what, &after) &&
         (what != VSL_REVIEW_CLOSED || self->state != VSL_REVIEW_STATE_CLOSED || self->changed);
}

/**
 * vsl_review_needs_reason:
 * @self: a review
 * @what: what might happen
 *
 * Returns: whether that takes a reason: to close what was promised and never sent, or what was
 *   changed since it was shown
 */
gboolean
vsl_review_needs_reason (VslReview     *self,
                         VslReviewWhat  what)
{
  g_return_val_if_fail (VSL_IS_REVIEW (self), FALSE);

  return what == VSL_REVIEW_CLOSED && (self->state == VSL_REVIEW_STATE_AGREED || self->changed);
}

/**
 * vsl_review_is_late:
 * @self: a review
 * @now: µs since 1970 UTC
 *
 * Returns: whether nothing came back and the deadline is past
 */
gboolean
vsl_review_is_late (VslReview *self,
                    gint64     now)
{
  gint64 deadline;

  g_return_val_if_fail (VSL_IS_REVIEW (self), FALSE);

  if (self->state != VSL_REVIEW_STATE_SENT)
    return FALSE;
  deadline = vsl_review_step_get_fields (self->sent)->moment;

  return deadline > 0 && deadline < now;
}
