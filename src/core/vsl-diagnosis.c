/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-diagnosis.h"

/**
 * VslDiagnosis:
 *
 * One step of looking why a site cannot be published to: what was seen, and what to do.
 *
 * Immutable; any thread.
 */
struct _VslDiagnosis
{
  GObject parent_instance;

  char *step; /* (owned) */
  VslDiagnosisResult result;
  char *seen; /* (owned) */
  char *remedy; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (VslDiagnosis, vsl_diagnosis, G_TYPE_OBJECT)

static void
vsl_diagnosis_finalize (GObject *object)
{
  VslDiagnosis *self = VSL_DIAGNOSIS (object);

  g_free (self->step);
  g_free (self->seen);
  g_free (self->remedy);

  G_OBJECT_CLASS (vsl_diagnosis_parent_class)->finalize (object);
}

static void
vsl_diagnosis_class_init (VslDiagnosisClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_diagnosis_finalize;
}

static void
vsl_diagnosis_init (VslDiagnosis *self)
{
}

/**
 * vsl_diagnosis_new:
 * @step: the word for the step, as the command line gives it
 * @result: how it is
 * @seen: what was seen, a translated sentence
 * @remedy: (nullable): what to do, translated; may be sent to the web manager as it is
 *
 * Returns: (transfer full): a diagnosis
 */
VslDiagnosis *
vsl_diagnosis_new (const char         *step,
                   VslDiagnosisResult  result,
                   const char         *seen,
                   const char         *remedy)
{
  VslDiagnosis *self;

  g_return_val_if_fail (step != NULL && seen != NULL, NULL);

  self = g_object_new (VSL_TYPE_DIAGNOSIS, NULL);
  self->step = g_strdup (step);
  self->result = result;
  self->seen = g_strdup (seen);
  self->remedy = g_strdup (remedy);

  return self;
}

/**
 * vsl_diagnosis_get_step:
 * @self: a diagnosis
 *
 * Returns: (transfer none): the word for the step
 */
const char *
vsl_diagnosis_get_step (VslDiagnosis *self)
{
  g_return_val_if_fail (VSL_IS_DIAGNOSIS (self), NULL);

  return self->step;
}

/**
 * vsl_diagnosis_get_result:
 * @self: a diagnosis
 *
 * Returns: how it is
 */
VslDiagnosisResult
vsl_diagnosis_get_result (VslDiagnosis *self)
{
  g_return_val_if_fail (VSL_IS_DIAGNOSIS (self), VSL_DIAGNOSIS_SKIPPED);

  return self->result;
}

/**
 * vsl_diagnosis_get_seen:
 * @self: a diagnosis
 *
 * Returns: (transfer none): what was seen
 */
const char *
vsl_diagnosis_get_seen (VslDiagnosis *self)
{
  g_return_val_if_fail (VSL_IS_DIAGNOSIS (self), NULL);

  return self->seen;
}

/**
 * vsl_diagnosis_get_remedy:
 * @self: a diagnosis
 *
 * Returns: (transfer none) (nullable): what to do
 */
const char *
vsl_diagnosis_get_remedy (VslDiagnosis *self)
{
  g_return_val_if_fail (VSL_IS_DIAGNOSIS (self), NULL);

  return self->remedy;
}

/**
 * vsl_diagnosis_result_get_name:
 * @result: a result
 *
 * Returns: (transfer none): its word on the command line
 */
const char *
vsl_diagnosis_result_get_name (VslDiagnosisResult result)
{
  static const char * const names[] = { "ok", "warning", "failure", "skipped" };

  g_return_val_if_fail (result <= VSL_DIAGNOSIS_SKIPPED, NULL);

  return names[result];
}
