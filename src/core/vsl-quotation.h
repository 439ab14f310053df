/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-diff.h"
#include "core/vsl-field.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* Where the name of the speaker stands. */
typedef enum
{
  VSL_ATTRIBUTION_SAME_SENTENCE,
  VSL_ATTRIBUTION_BEFORE,
  VSL_ATTRIBUTION_AFTER,
  VSL_ATTRIBUTION_NONE,
  VSL_N_ATTRIBUTIONS
} VslAttribution;

/* What the transcript says of a quotation; thresholds in debate/vsl-quotation-matcher.c. */
typedef enum
{
  VSL_VERDICT_VERBATIM,
  VSL_VERDICT_CLEANED,
  VSL_VERDICT_EDITED,
  VSL_VERDICT_CANDIDATE,
  VSL_VERDICT_NOT_FOUND,
  VSL_VERDICT_OTHER_SPEAKER,
  VSL_VERDICT_NO_SOURCE,
  VSL_VERDICT_OFF_THE_RECORD, /* was said, but not to be used */
  VSL_N_VERDICTS
} VslVerdict;

const char *vsl_attribution_get_name (VslAttribution attribution);
const char *vsl_verdict_get_name     (VslVerdict     verdict);

/**
 * VslMatch:
 *
 * The place in a transcript that a quotation comes from, as far as it could be found.
 */
typedef struct
{
  VslVerdict verdict;
  double score;          /* 0 to 1: 1 − cost per word of the quotation */
  char *said_by;         /* (owned) (nullable) label of the speaker in the transcript */
  char *first_utterance; /* (owned) (nullable) id */
  char *last_utterance;  /* (owned) (nullable) id */
  GPtrArray *diff;       /* (owned) of VslDiffPart, from the transcript to the quotation */
} VslMatch;

VslMatch *vsl_match_new      (VslVerdict      verdict) G_GNUC_WARN_UNUSED_RESULT;
VslMatch *vsl_match_copy     (const VslMatch *self) G_GNUC_WARN_UNUSED_RESULT;
void      vsl_match_free     (VslMatch       *self);
void      vsl_match_add_diff (VslMatch       *self,
                              VslDiffOp       op,
                              const char     *word);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslMatch, vsl_match_free)

#define VSL_TYPE_QUOTATION (vsl_quotation_get_type ())
G_DECLARE_FINAL_TYPE (VslQuotation, vsl_quotation, VSL, QUOTATION, GObject)

VslQuotation   *vsl_quotation_new             (VslField        field,
                                               gsize           offset,
                                               gsize           length,
                                               const char     *text,
                                               const char     *speaker,
                                               VslAttribution  attribution,
                                               gboolean        weak,
                                               gboolean        repaired) G_GNUC_WARN_UNUSED_RESULT;
VslQuotation   *vsl_quotation_with_match      (VslQuotation   *self,
                                               const VslMatch *match) G_GNUC_WARN_UNUSED_RESULT;
VslQuotation   *vsl_quotation_with_origin     (VslQuotation   *self,
                                               const VslMatch *origin) G_GNUC_WARN_UNUSED_RESULT;
VslField        vsl_quotation_get_field       (VslQuotation   *self);
gsize           vsl_quotation_get_offset      (VslQuotation   *self);
gsize           vsl_quotation_get_length      (VslQuotation   *self);
const char     *vsl_quotation_get_text        (VslQuotation   *self);
const char     *vsl_quotation_get_speaker     (VslQuotation   *self);
VslAttribution  vsl_quotation_get_attribution (VslQuotation   *self);
gboolean        vsl_quotation_get_weak        (VslQuotation   *self);
gboolean        vsl_quotation_get_repaired    (VslQuotation   *self);
const VslMatch *vsl_quotation_get_match       (VslQuotation   *self);
const VslMatch *vsl_quotation_get_origin      (VslQuotation   *self);

G_END_DECLS
