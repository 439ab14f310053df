/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-transcript-plan.h"

/**
 * VslTranscriptPlan:
 *
 * What attaching a transcript to a debate comes to: who its speakers are, whether another transcript
 * makes way, and what becomes of the corrections and of what was off the record in that one.
 *
 * Immutable; any thread.
 */
struct _VslTranscriptPlan
{
  GObject parent_instance;

  VslTranscript *transcript; /* (owned) */
  char **map;                /* (owned) labels and names, alternating; an empty name for nobody */
  gboolean replaces;
  GPtrArray *carried;        /* (owned) of VslUtterance */
  GPtrArray *lost;           /* (owned) of VslUtterance */
};

G_DEFINE_FINAL_TYPE (VslTranscriptPlan, vsl_transcript_plan, G_TYPE_OBJECT)

static void
vsl_transcript_plan_finalize (GObject *object)
{
  VslTranscriptPlan *self = VSL_TRANSCRIPT_PLAN (object);

  g_clear_object (&self->transcript);
  g_strfreev (self->map);
  g_clear_pointer (&self->carried, g_ptr_array_unref);
  g_clear_pointer (&self->lost, g_ptr_array_unref);

  G_OBJECT_CLASS (vsl_transcript_plan_parent_class)->finalize (object);
}

static void
vsl_transcript_plan_class_init (VslTranscriptPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_transcript_plan_finalize;
}

static void
vsl_transcript_plan_init (VslTranscriptPlan *self)
{
}

/**
 * vsl_transcript_plan_new:
 * @transcript: the transcript
 * @map: labels and names, alternating
 * @replaces: whether another transcript makes way
 * @carried: (element-type VslUtterance): what is as it was corrected before
 * @lost: (element-type VslUtterance): corrected utterances of the old one that have no place here
 *
 * Returns: (transfer full): a plan
 */
VslTranscriptPlan *
vsl_transcript_plan_new (VslTranscript      *transcript,
                         const char * const *map,
                         gboolean            replaces,
                         GPtrArray          *carried,
                         GPtrArray          *lost)
{
  VslTranscriptPlan *self = g_object_new (VSL_TYPE_TRANSCRIPT_PLAN, NULL);

  self->transcript = g_object_ref (transcript);
  self->map = g_strdupv ((char **) map);
  self->replaces = replaces;
  self->carried = g_ptr_array_ref (carried);
  self->lost = g_ptr_array_ref (lost);

  return self;
}

/**
 * vsl_transcript_plan_get_transcript:
 *
 * Returns: (transfer none): the transcript
 */
VslTranscript *
vsl_transcript_plan_get_transcript (VslTranscriptPlan *self)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT_PLAN (self), NULL);

  return self->transcript;
}

/**
 * vsl_transcript_plan_get_map:
 *
 * Returns: (transfer none): labels and names, alternating; the name is empty where nobody fits
 */
const char * const *
vsl_transcript_plan_get_map (VslTranscriptPlan *self)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT_PLAN (self), NULL);

  return (const char * const *) self->map;
}

/**
 * vsl_transcript_plan_get_replaces:
 *
 * Returns: whether another transcript makes way
 */
gboolean
vsl_transcript_plan_get_replaces (VslTranscriptPlan *self)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT_PLAN (self), FALSE);

  return self->replaces;
}

/**
 * vsl_transcript_plan_get_carried:
 *
 * Returns: (transfer none) (element-type VslUtterance): what is as it was corrected before
 */
GPtrArray *
vsl_transcript_plan_get_carried (VslTranscriptPlan *self)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT_PLAN (self), NULL);

  return self->carried;
}

/**
 * vsl_transcript_plan_get_lost:
 *
 * Returns: (transfer none) (element-type VslUtterance): corrected utterances of the old transcript,
 *   with what was off the record, that have no place in this one
 */
GPtrArray *
vsl_transcript_plan_get_lost (VslTranscriptPlan *self)
{
  g_return_val_if_fail (VSL_IS_TRANSCRIPT_PLAN (self), NULL);

  return self->lost;
}
