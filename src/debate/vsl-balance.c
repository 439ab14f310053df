/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-debate"

#include "debate/vsl-balance.h"

#include "core/vsl-text.h"
#include "debate/vsl-speaker-likeness.h"

static VslBalanceRow *
find_row (GArray     *rows,
          const char *speaker)
{
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      VslBalanceRow *row = &g_array_index (rows, VslBalanceRow, i);

      if (vsl_speaker_likeness_compare (speaker, vsl_participant_get_name (row->participant)) ==
          VSL_LIKENESS_SAME)
        return row;
    }

  return NULL;
}

static void
count_quotations (GArray             *rows,
                  VslQuotationReport *report)
{
  GListModel *quotations = vsl_quotation_report_get_quotations (report);
  guint total = 0;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (quotations); i++)
    {
      g_autoptr(VslQuotation) quotation = g_list_model_get_item (quotations, i);
      const char *speaker = vsl_quotation_get_speaker (quotation);
      VslBalanceRow *row = speaker != NULL ? find_row (rows, speaker) : NULL;
      guint words = vsl_text_count_words (vsl_quotation_get_text (quotation));

      if (row == NULL)
        continue;
      row->quotations++;
      row->words += words;
      total += words;
    }

  for (i = 0; total > 0 && i < rows->len; i++)
    {
      VslBalanceRow *row = &g_array_index (rows, VslBalanceRow, i);

      row->share = row->words / (double) total;
    }
}

static void
count_speech (GArray        *rows,
              VslTranscript *transcript)
{
  g_auto(GStrv) speakers = vsl_transcript_dup_speakers (transcript);
  gint64 total = 0;
  guint i;

  for (i = 0; speakers[i] != NULL; i++)
    {
      VslBalanceRow *row = find_row (rows, speakers[i]);
      gint64 ms = vsl_transcript_get_speaking_ms (transcript, speakers[i]);

      if (row == NULL)
        continue;
      row->speaking_ms += ms;
      total += ms;
    }

  for (i = 0; total > 0 && i < rows->len; i++)
    {
      VslBalanceRow *row = &g_array_index (rows, VslBalanceRow, i);

      row->speaking_share = row->speaking_ms / (double) total;
    }
}

/**
 * vsl_balance_measure:
 * @article: an article
 * @report: its quotations
 * @transcript: (nullable): what was said
 *
 * Measures how the quoted words, and the time of speaking, are spread over the participants. It is
 * information, not a rule: nobody has a right to a share.
 *
 * Returns: (transfer full): an array of #VslBalanceRow in the order of the participants; the
 *   participants are those of @article and live as long as it does
 */
GArray *
vsl_balance_measure (VslArticle         *article,
                     VslQuotationReport *report,
                     VslTranscript      *transcript)
{
  GArray *rows;
  guint i;

  g_return_val_if_fail (VSL_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (VSL_IS_QUOTATION_REPORT (report), NULL);

  rows = g_array_new (FALSE, TRUE, sizeof (VslBalanceRow));
  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    {
      VslBalanceRow row = { .participant = vsl_article_get_participant (article, i) };

      g_array_append_val (rows, row);
    }
  count_quotations (rows, report);
  if (transcript != NULL)
    count_speech (rows, transcript);

  return rows;
}
