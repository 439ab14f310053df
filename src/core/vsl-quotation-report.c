/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-quotation-report.h"

/**
 * VslQuotationReport:
 *
 * All that an article quotes, held against a transcript where there is one, and what an editor should
 * look at.
 *
 * Immutable; any thread.
 */
struct _VslQuotationReport
{
  GObject parent_instance;

  GListModel *quotations; /* (owned) of VslQuotation: lead and body */
  VslQuotation *headline; /* (owned) (nullable) */
  GListModel *streamers;  /* (owned) of VslQuotation */
  GListModel *findings;   /* (owned) of VslFinding */
};

G_DEFINE_FINAL_TYPE (VslQuotationReport, vsl_quotation_report, G_TYPE_OBJECT)

static void
vsl_quotation_report_finalize (GObject *object)
{
  VslQuotationReport *self = VSL_QUOTATION_REPORT (object);

  g_clear_object (&self->quotations);
  g_clear_object (&self->headline);
  g_clear_object (&self->streamers);
  g_clear_object (&self->findings);

  G_OBJECT_CLASS (vsl_quotation_report_parent_class)->finalize (object);
}

static void
vsl_quotation_report_class_init (VslQuotationReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_quotation_report_finalize;
}

static void
vsl_quotation_report_init (VslQuotationReport *self)
{
}

/**
 * vsl_quotation_report_new:
 * @quotations: #VslQuotation items of lead and body, in their order; not changed any more
 * @headline: (nullable): the quotation that the headline is
 * @streamers: #VslQuotation items, the pull quotes
 * @findings: #VslFinding items
 *
 * Returns: (transfer full): a new report
 */
VslQuotationReport *
vsl_quotation_report_new (GListModel   *quotations,
                          VslQuotation *headline,
                          GListModel   *streamers,
                          GListModel   *findings)
{
  VslQuotationReport *self = g_object_new (VSL_TYPE_QUOTATION_REPORT, NULL);

  self->quotations = g_object_ref (quotations);
  g_set_object (&self->headline, headline);
  self->streamers = g_object_ref (streamers);
  self->findings = g_object_ref (findings);

  return self;
}

/**
 * vsl_quotation_report_get_quotations:
 * @self: the report
 *
 * Returns: (transfer none): #VslQuotation items of lead and body, each with its match
 */
GListModel *
vsl_quotation_report_get_quotations (VslQuotationReport *self)
{
  g_return_val_if_fail (VSL_IS_QUOTATION_REPORT (self), NULL);

  return self->quotations;
}

/**
 * vsl_quotation_report_get_headline:
 * @self: the report
 *
 * Returns: (transfer none) (nullable): the quotation that the headline is, if it is one
 */
VslQuotation *
vsl_quotation_report_get_headline (VslQuotationReport *self)
{
  g_return_val_if_fail (VSL_IS_QUOTATION_REPORT (self), NULL);

  return self->headline;
}

/**
 * vsl_quotation_report_get_streamers:
 * @self: the report
 *
 * Returns: (transfer none): #VslQuotation items, the pull quotes, each with its match
 */
GListModel *
vsl_quotation_report_get_streamers (VslQuotationReport *self)
{
  g_return_val_if_fail (VSL_IS_QUOTATION_REPORT (self), NULL);

  return self->streamers;
}

/**
 * vsl_quotation_report_get_findings:
 * @self: the report
 *
 * Returns: (transfer none): #VslFinding items, what an editor should look at
 */
GListModel *
vsl_quotation_report_get_findings (VslQuotationReport *self)
{
  g_return_val_if_fail (VSL_IS_QUOTATION_REPORT (self), NULL);

  return self->findings;
}
