/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  VSL_DIAGNOSIS_OK,
  VSL_DIAGNOSIS_WARNING,
  VSL_DIAGNOSIS_FAILURE,
  VSL_DIAGNOSIS_SKIPPED /* could not be looked at, because of an earlier one */
} VslDiagnosisResult;

#define VSL_TYPE_DIAGNOSIS (vsl_diagnosis_get_type ())
G_DECLARE_FINAL_TYPE (VslDiagnosis, vsl_diagnosis, VSL, DIAGNOSIS, GObject)

VslDiagnosis       *vsl_diagnosis_new         (const char          *step,
                                               VslDiagnosisResult   result,
                                               const char          *seen,
                                               const char          *remedy) G_GNUC_WARN_UNUSED_RESULT;
const char         *vsl_diagnosis_get_step    (VslDiagnosis        *self);
VslDiagnosisResult  vsl_diagnosis_get_result  (VslDiagnosis        *self);
const char         *vsl_diagnosis_get_seen    (VslDiagnosis        *self);
const char         *vsl_diagnosis_get_remedy  (VslDiagnosis        *self);
const char         *vsl_diagnosis_result_get_name (VslDiagnosisResult  result);

G_END_DECLS
