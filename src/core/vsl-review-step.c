/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-review-step.h"

static const char *const what_names[VSL_N_REVIEW_WHATS] = {
  [VSL_REVIEW_AGREED] = "agreed",
  [VSL_REVIEW_SENT] = "sent",
  [VSL_REVIEW_REMARKED] = "remarked",
  [VSL_REVIEW_ANSWERED] = "answered",
  [VSL_REVIEW_PROCESSED] = "processed",
  [VSL_REVIEW_CLOSED] = "closed",
  [VSL_REVIEW_REFUSED] = "refused",
  [VSL_REVIEW_WITHDRAWN] = "withdrawn",
  [VSL_REVIEW_EMBARGOED] = "embargoed",
  [VSL_REVIEW_OVERRIDDEN] = "overridden",
  [VSL_REVIEW_RENAMED] = "renamed",
};

/**
 * VslReviewStep:
 *
 * One thing that happened in the review of an article by a participant. Together they are the
 * ledger, which only grows.
 *
 * Immutable; any thread.
 */
struct _VslReviewStep
{
  GObject parent_instance;

  VslReviewStepFields fields; /* its texts and passages are owned */
};

G_DEFINE_FINAL_TYPE (VslReviewStep, vsl_review_step, G_TYPE_OBJECT)

static void
vsl_review_step_finalize (GObject *object)
{
  VslReviewStep *self = VSL_REVIEW_STEP (object);

  g_free ((char *) self->fields.name);
  g_free ((char *) self->fields.recipient);
  g_free ((char *) self->fields.address);
  g_free ((char *) self->fields.channel);
  g_free ((char *) self->fields.hash);
  g_free ((char *) self->fields.note);
  g_clear_pointer (&self->fields.passages, g_ptr_array_unref);

  G_OBJECT_CLASS (vsl_review_step_parent_class)->finalize (object);
}

static void
vsl_review_step_class_init (VslReviewStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_review_step_finalize;
}

static void
vsl_review_step_init (VslReviewStep *self)
{
}

/**
 * vsl_review_what_get_name:
 * @what: what happened
 *
 * Returns: (transfer none): its name in the store and on the command line
 */
const char *
vsl_review_what_get_name (VslReviewWhat what)
{
  g_return_val_if_fail ((guint) what < VSL_N_REVIEW_WHATS, NULL);

  return what_names[what];
}

/**
 * vsl_review_what_from_name:
 * @name: (nullable): a name
 * @what: (out): what it names
 *
 * Returns: whether there is such a thing
 */
gboolean
vsl_review_what_from_name (const char    *name,
                           VslReviewWhat *what)
{
  guint i;

  for (i = 0; i < VSL_N_REVIEW_WHATS; i++)
    {
      if (g_strcmp0 (name, what_names[i]) == 0)
        {
          *what = (VslReviewWhat) i;
          return TRUE;
        }
    }

  return FALSE;
}

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * vsl_review_step_new:
 * @fields: what it is; copied, the passages as they are
 *
 * Returns: (transfer full): a new step
 */
VslReviewStep *
vsl_review_step_new (const VslReviewStepFields *fields)
{
  VslReviewStep *self;

  g_return_val_if_fail (fields != NULL && (guint) fields->what < VSL_N_REVIEW_WHATS, NULL);

  self = g_object_new (VSL_TYPE_REVIEW_STEP, NULL);
  self->fields = *fields;
  self->fields.name = dup_text (fields->name);
  self->fields.recipient = dup_text (fields->recipient);
  self->fields.address = dup_text (fields->address);
  self->fields.channel = dup_text (fields->channel);
  self->fields.hash = dup_text (fields->hash);
  self->fields.note = dup_text (fields->note);
  if (fields->passages != NULL)
    g_ptr_array_ref (fields->passages);

  return self;
}

/**
 * vsl_review_step_get_fields:
 * @self: a step
 *
 * Returns: (transfer none): what it is
 */
const VslReviewStepFields *
vsl_review_step_get_fields (VslReviewStep *self)
{
  g_return_val_if_fail (VSL_IS_REVIEW_STEP (self), NULL);

  return &self->fields;
}
