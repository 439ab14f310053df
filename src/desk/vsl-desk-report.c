/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-report.h"

#include "core/vsl-article-builder.h"
#include "desk/vsl-desk-debates.h"

/**
 * vsl_desk_make_report:
 * @self: the desk
 * @debate_id: a debate
 * @passages: (array length=n_passages) (nullable): what is quoted
 * @n_passages: how much
 * @grouping: how it is put together
 * @error: return location
 *
 * Makes an article to write around what was said, and stores it as a report of the debate. Waits for
 * the disk.
 *
 * Returns: (transfer full): the article, without a headline yet
 */
VslArticle *
vsl_desk_make_report (VslDesk            *self,
                      const char         *debate_id,
                      const VslPassage   *passages,
                      guint               n_passages,
                      VslReportGrouping   grouping,
                      GError            **error)
{
  g_autoptr(VslDebate) debate = vsl_desk_load_debate (self, debate_id, error);
  g_autoptr(VslArticle) base = NULL;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) stored = NULL;
  g_autofree char *body = NULL;
  VslArticleBuilder *builder;

  if (debate == NULL)
    return NULL;

  base = vsl_debate_make_article (debate);
  body = vsl_report_write_body (debate, passages, n_passages, grouping);
  builder = vsl_article_builder_new (base);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, body);
  article = vsl_article_builder_end (builder);
  stored = vsl_desk_save_article (self, article, error);
  if (stored == NULL ||
      !vsl_desk_set_article_debate (self, vsl_article_get_id (stored), debate_id, error))
    return NULL;

  return g_steal_pointer (&stored);
}
