/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-article-blocks.h"

#include "markup/vsl-block-parts.h"
#include "markup/vsl-inline.h"
#include "markup/vsl-labels.h"

#include <string.h>

static void
write_participant (VslBlockWriter *writer,
                   VslParticipant *participant,
                   const char     *chair_label)
{
  g_autofree char *line = NULL;

  if (vsl_participant_get_chair (participant) != (chair_label != NULL))
    return;

  line = vsl_participant_dup_description (participant);
  if (chair_label == NULL)
    {
      vsl_block_begin_item (writer);
      vsl_block_append_text (writer, line);
      vsl_block_end_item (writer);
      return;
    }

  vsl_block_begin_paragraph (writer, "leiding");
  vsl_block_append_text (writer, chair_label);
  vsl_block_append_text (writer, " ");
  vsl_block_append_text (writer, line);
  vsl_block_end_paragraph (writer);
}

/* The lines of @text become lines of one paragraph; a blank text none at all. */
static void
write_text (VslBlockWriter *writer,
            const char     *class_name,
            const char     *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  if (*trimmed == '\0')
    return;

  vsl_block_begin_paragraph (writer, class_name);
  vsl_inline_write_lines (vsl_block_writer_get_out (writer), trimmed, strlen (trimmed),
                          VSL_TARGET_BLOCKS);
  vsl_block_end_paragraph (writer);
}

static void
write_colophon (VslBlockWriter *writer,
                VslArticle     *article)
{
  const VslLabels *labels = vsl_labels_for_language (vsl_article_get_language (article));
  const char *byline = vsl_article_get_text (article, VSL_FIELD_BYLINE);
  const char *credit = vsl_article_get_text (article, VSL_FIELD_CREDIT);
  g_autoptr(GString) text = g_string_new (NULL);

  if (*byline != '\0')
    g_string_append_printf (text, "%s %s\n", labels->by, byline);
  if (*credit != '\0')
    g_string_append_printf (text, "%s %s", labels->image, credit);

  write_text (writer, "colofon", text->str);
}

/**
 * vsl_article_blocks_write_head:
 * @writer: where to
 * @article: an article
 *
 * Writes what stands between the headline and the body, except the participants: kicker, lead,
 * byline and credit.
 */
void
vsl_article_blocks_write_head (VslBlockWriter *writer,
                               VslArticle     *article)
{
  g_auto(GStrv) lead = g_strsplit (vsl_article_get_text (article, VSL_FIELD_LEAD), "\n\n", -1);

  write_text (writer, "bovenkop", vsl_article_get_text (article, VSL_FIELD_KICKER));
  for (guint i = 0; lead[i] != NULL; i++)
    write_text (writer, "inleiding", lead[i]);
  write_colophon (writer, article);
}

/**
 * vsl_article_blocks_write_participants:
 * @writer: where to
 * @article: an article
 *
 * Writes the box with the participants, the chair last; nothing when there is nobody.
 */
void
vsl_article_blocks_write_participants (VslBlockWriter *writer,
                                       VslArticle     *article)
{
  const VslLabels *labels = vsl_labels_for_language (vsl_article_get_language (article));
  const char *event = vsl_article_get_text (article, VSL_FIELD_EVENT);
  guint n = vsl_article_get_n_participants (article);
  guint n_chairs = 0;

  if (n == 0)
    return;

  for (guint i = 0; i < n; i++)
    n_chairs += vsl_participant_get_chair (vsl_article_get_participant (article, i)) ? 1 : 0;

  vsl_block_begin_group (writer, "deelnemers");
  vsl_block_begin_heading (writer, 2);
  vsl_block_append_text (writer, labels->participants);
  vsl_block_append_text (writer, *event != '\0' ? " " : "");
  vsl_block_append_text (writer, event);
  vsl_block_append_text (writer, ":");
  vsl_block_end_heading (writer, 2);

  if (n > n_chairs)
    {
      vsl_block_writer_begin (writer, "list", NULL, NULL);
      vsl_block_append_tags (writer, "<ul class=\"wp-block-list\">");
      for (guint i = 0; i < n; i++)
        write_participant (writer, vsl_article_get_participant (article, i), NULL);
      vsl_block_append_tags (writer, "</ul>");
      vsl_block_writer_end (writer);
    }

  for (guint i = 0; i < n; i++)
    write_participant (writer, vsl_article_get_participant (article, i), labels->chaired_by);
  vsl_block_end_group (writer);
}
