/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-check-report.h"

#include "core/vsl-concern.h"

struct _VslCheckReport
{
  GObject parent_instance;

  VslArticle *article;            /* (owned) */
  VslTranscript *transcript;      /* (owned) (nullable) */
  VslQuotationReport *quotations; /* (owned) */
  GPtrArray *in_order;            /* (owned) of VslQuotation */
  GArray *balance;                /* (owned) of VslBalanceRow */
};

G_DEFINE_FINAL_TYPE (VslCheckReport, vsl_check_report, G_TYPE_OBJECT)

static void
vsl_check_report_finalize (GObject *object)
{
  VslCheckReport *self = VSL_CHECK_REPORT (object);

  g_clear_object (&self->article);
  g_clear_object (&self->transcript);
  g_clear_object (&self->quotations);
  g_clear_pointer (&self->in_order, g_ptr_array_unref);
  g_clear_pointer (&self->balance, g_array_unref);

  G_OBJECT_CLASS (vsl_check_report_parent_class)->finalize (object);
}

static void
vsl_check_report_class_init (VslCheckReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_check_report_finalize;
}

static void
vsl_check_report_init (VslCheckReport *self)
{
}

/**
 * vsl_check_report_new:
 * @article: what was checked
 * @transcript: (nullable): what it was held against
 * @quotations: its quotations
 * @balance: (transfer full): of #VslBalanceRow, whose participants are those of @article
 *
 * Any thread.
 *
 * Returns: (transfer full): a report
 */
VslCheckReport *
vsl_check_report_new (VslArticle         *article,
                      VslTranscript      *transcript,
                      VslQuotationReport *quotations,
                      GArray             *balance)
{
  VslCheckReport *self = g_object_new (VSL_TYPE_CHECK_REPORT, NULL);

  self->article = g_object_ref (article);
  g_set_object (&self->transcript, transcript);
  self->quotations = g_object_ref (quotations);
  self->in_order = vsl_quotation_report_dup_in_order (quotations);
  self->balance = balance;

  return self;
}

/**
 * vsl_check_report_get_article:
 * @self: the report
 *
 * Returns: (transfer none): the article as it was checked
 */
VslArticle *
vsl_check_report_get_article (VslCheckReport *self)
{
  g_return_val_if_fail (VSL_IS_CHECK_REPORT (self), NULL);

  return self->article;
}

/**
 * vsl_check_report_get_transcript:
 * @self: the report
 *
 * Returns: (transfer none) (nullable): what was said, if a transcript belongs to the article
 */
VslTranscript *
vsl_check_report_get_transcript (VslCheckReport *self)
{
  g_return_val_if_fail (VSL_IS_CHECK_REPORT (self), NULL);

  return self->transcript;
}

/**
 * vsl_check_report_get_quotations:
 * @self: the report
 *
 * Returns: (transfer none): the quotations by where they stand
 */
VslQuotationReport *
vsl_check_report_get_quotations (VslCheckReport *self)
{
  g_return_val_if_fail (VSL_IS_CHECK_REPORT (self), NULL);

  return self->quotations;
}

/**
 * vsl_check_report_get_in_order:
 * @self: the report
 *
 * Returns: (transfer none) (element-type VslQuotation): all quotations as a reader meets them
 */
GPtrArray *
vsl_check_report_get_in_order (VslCheckReport *self)
{
  g_return_val_if_fail (VSL_IS_CHECK_REPORT (self), NULL);

  return self->in_order;
}

/**
 * vsl_check_report_get_balance:
 * @self: the report
 *
 * Returns: (transfer none): of #VslBalanceRow, in the order of the participants
 */
GArray *
vsl_check_report_get_balance (VslCheckReport *self)
{
  g_return_val_if_fail (VSL_IS_CHECK_REPORT (self), NULL);

  return self->balance;
}

/**
 * vsl_check_report_count_concerns:
 * @self: the report
 *
 * Returns: how many quotations a person has to look at
 */
guint
vsl_check_report_count_concerns (VslCheckReport *self)
{
  guint n = 0;
  guint i;

  g_return_val_if_fail (VSL_IS_CHECK_REPORT (self), 0);

  for (i = 0; i < self->in_order->len; i++)
    n += vsl_concern_of_quotation (g_ptr_array_index (self->in_order, i)) != VSL_CONCERN_NONE;

  return n;
}

/**
 * vsl_check_report_find_utterance:
 * @self: the report
 * @id: (nullable): the id of an utterance
 *
 * Returns: (transfer none) (nullable): that utterance of the transcript
 */
VslUtterance *
vsl_check_report_find_utterance (VslCheckReport *self,
                                 const char     *id)
{
  guint i;

  g_return_val_if_fail (VSL_IS_CHECK_REPORT (self), NULL);

  for (i = 0; id != NULL && self->transcript != NULL &&
              i < vsl_transcript_get_n_utterances (self->transcript); i++)
    {
      VslUtterance *utterance = vsl_transcript_get_utterance (self->transcript, i);

      if (g_str_equal (vsl_utterance_get_id (utterance), id))
        return utterance;
    }

  return NULL;
}
