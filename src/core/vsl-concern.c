/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "config.h"

#include "core/vsl-concern.h"

static VslConcern
judge_evidence (const VslMatch *match)
{
  switch (match->verdict)
    {
    case VSL_VERDICT_OTHER_SPEAKER:
      return VSL_CONCERN_OTHER_SPEAKER;
    case VSL_VERDICT_OFF_THE_RECORD:
      return VSL_CONCERN_OFF_THE_RECORD;
    case VSL_VERDICT_NOT_FOUND:
    case VSL_VERDICT_CANDIDATE:
      return VSL_CONCERN_NOT_FOUND;
    case VSL_VERDICT_EDITED:
      return VSL_CONCERN_EDITED;
    case VSL_VERDICT_VERBATIM:
    case VSL_VERDICT_CLEANED:
    case VSL_VERDICT_NO_SOURCE:
    case VSL_N_VERDICTS:
    default:
      return VSL_CONCERN_NONE;
    }
}

/**
 * vsl_concern_of_quotation:
 * @quotation: a quotation that was checked
 *
 * Any thread.
 *
 * Returns: what a person has to look at in it
 */
VslConcern
vsl_concern_of_quotation (VslQuotation *quotation)
{
  const VslMatch *match = vsl_quotation_get_match (quotation);
  const VslMatch *origin = vsl_quotation_get_origin (quotation);
  VslConcern concern;

  g_return_val_if_fail (VSL_IS_QUOTATION (quotation), VSL_CONCERN_NONE);

  if (vsl_concern_is_streamer (quotation))
    return vsl_concern_is_exact (origin) ? VSL_CONCERN_NONE : VSL_CONCERN_STALE;
  if (origin != NULL)
    return origin->score < VSL_HEADLINE_SCORE ? VSL_CONCERN_UNTRACED : VSL_CONCERN_NONE;

  concern = match != NULL ? judge_evidence (match) : VSL_CONCERN_NONE;
  if (concern != VSL_CONCERN_NONE)
    return concern;
  if (vsl_quotation_get_repaired (quotation))
    return VSL_CONCERN_UNBALANCED;

  return vsl_quotation_get_attribution (quotation) == VSL_ATTRIBUTION_NONE
         ? VSL_CONCERN_UNATTRIBUTED : VSL_CONCERN_NONE;
}

/**
 * vsl_concern_is_streamer:
 * @quotation: a quotation that was checked
 *
 * Returns: whether it is a pull quote
 */
gboolean
vsl_concern_is_streamer (VslQuotation *quotation)
{
  g_return_val_if_fail (VSL_IS_QUOTATION (quotation), FALSE);

  return vsl_quotation_get_origin (quotation) != NULL &&
         vsl_quotation_get_field (quotation) != VSL_FIELD_HEADLINE;
}

/**
 * vsl_concern_is_exact:
 * @match: a match
 *
 * A score forgives one word in twenty; this does not.
 *
 * Returns: whether every word stands there, in this order, and no other
 */
gboolean
vsl_concern_is_exact (const VslMatch *match)
{
  guint i;

  g_return_val_if_fail (match != NULL, FALSE);

  for (i = 0; i < match->diff->len; i++)
    {
      if (((const VslDiffPart *) g_ptr_array_index (match->diff, i))->op != VSL_DIFF_EQUAL)
        return FALSE;
    }

  return match->diff->len > 0;
}
