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

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  VslQuotation *one = *(VslQuotation *const *) a;
  VslQuotation *other = *(VslQuotation *const *) b;
  gsize offset = vsl_quotation_get_offset (one), other_offset = vsl_quotation_get_offset (other);

  if (vsl_quotation_get_field (one) != vsl_quotation_get_field (other))
    return vsl_quotation_get_field (one) < vsl_quotation_get_field (other) ? -1 : 1;

  return offset < other_offset ? -1 : offset > other_offset;
}

/**
 * vsl_quotation_report_dup_in_order:
 * @self: the report
 *
 * Returns: (transfer full) (element-type VslQuotation): headline, lead, body and pull quotes as a
 *   reader meets them
 */
GPtrArray *
vsl_quotation_report_dup_in_order (VslQuotationReport *self)
{
  GListModel *lists[] = { NULL, NULL };
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint i, list;

  g_return_val_if_fail (VSL_IS_QUOTATION_REPORT (self), items);

  lists[0] = self->quotations;
  lists[1] = self->streamers;
  if (self->headline != NULL)
    g_ptr_array_add (items, g_object_ref (self->headline));
  for (list = 0; list < G_N_ELEMENTS (lists); list++)
    for (i = 0; i < g_list_model_get_n_items (lists[list]); i++)
      g_ptr_array_add (items, g_list_model_get_item (lists[list], i));
  g_ptr_array_sort (items, compare_places);

  return items;
}
