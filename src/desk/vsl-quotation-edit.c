/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-quotation-edit.h"

#include "core/vsl-concern.h"
#include "debate/vsl-quotation-finder.h"
#include "debate/vsl-quotation-writer.h"

#include <string.h>

/* Words of a transcript as Markdown that shows them as they are. */
static char *
dup_escaped (const char *words)
{
  GString *out = g_string_new (NULL);
  const char *p;

  for (p = words; *p != '\0'; p++)
    {
      if (strchr ("\\`*_[]<", *p) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }

  return g_string_free (out, FALSE);
}

/**
 * vsl_quotation_edit_dup_proposal:
 * @quotation: a quotation that was checked
 *
 * Returns: (transfer full) (nullable): the words that it should have: those that were said, or for a
 *   pull quote those of the text; %NULL when they are its own already or not known
 */
char *
vsl_quotation_edit_dup_proposal (VslQuotation *quotation)
{
  const char *text = vsl_quotation_get_text (quotation);
  const VslMatch *match = vsl_concern_is_streamer (quotation)
                          ? vsl_quotation_get_origin (quotation) : vsl_quotation_get_match (quotation);
  g_autofree char *proposal = NULL;

  if (match == NULL || match->score < 0.5 || vsl_concern_is_exact (match))
    return NULL;
  proposal = vsl_quotation_writer_dup_as_said (text, match);
  if (proposal == NULL || g_str_equal (proposal, text))
    return NULL;

  return g_steal_pointer (&proposal);
}

static char *
dup_field (VslDocument *document,
           VslField     field)
{
  return field == VSL_FIELD_BODY ? vsl_document_dup_body (document)
                                 : g_strdup (vsl_document_get_text (document, field));
}

/* Where the part of @text that @report saw as the quotation stands now: what was typed elsewhere in
 * the meantime moved it. NULL when it is not there, or more than once. */
static const char *
find_passage (const char *text,
              const char *passage,
              const char *expected)
{
  const char *at;

  if (strncmp (expected, passage, strlen (passage)) == 0)
    return expected;
  at = strstr (text, passage);

  return at != NULL && strstr (at + 1, passage) == NULL ? at : NULL;
}

/**
 * vsl_quotation_edit_use_proposal:
 * @document: the article
 * @report: what a check of it found
 * @quotation: a quotation of @report
 *
 * Gives the quotation the words of vsl_quotation_edit_dup_proposal(), as one change that can be
 * undone in the text.
 *
 * Returns: whether it was changed; not when it was edited since it was checked
 */
gboolean
vsl_quotation_edit_use_proposal (VslDocument    *document,
                                 VslCheckReport *report,
                                 VslQuotation   *quotation)
{
  VslField field = vsl_quotation_get_field (quotation);
  gsize offset = vsl_quotation_get_offset (quotation), length = vsl_quotation_get_length (quotation);
  const char *checked = vsl_article_get_text (vsl_check_report_get_article (report), field);
  g_autofree char *proposal = vsl_quotation_edit_dup_proposal (quotation);
  g_autofree char *passage = g_utf8_substring (checked, (glong) offset, (glong) (offset + length));
  g_autofree char *text = dup_field (document, field);
  g_autofree char *words = NULL;
  g_autofree char *changed = NULL;
  const char *at;

  if (proposal == NULL)
    return FALSE;
  at = find_passage (text, passage,
                     offset <= (gsize) g_utf8_strlen (text, -1)
                     ? g_utf8_offset_to_pointer (text, (glong) offset) : "");
  if (at == NULL)
    return FALSE;

  words = field == VSL_FIELD_BODY ? dup_escaped (proposal) : g_strdup (proposal);
  changed = g_strdup_printf ("%.*s%s%s", (int) (at - text), text, words, at + strlen (passage));
  vsl_document_set_text (document, field, changed);

  return TRUE;
}

/**
 * vsl_quotation_edit_dup_sentence:
 * @document: the article
 * @words: what was said
 * @speaker: who said it, as the transcript has it
 *
 * Writes a passage of the transcript as a quotation for the body: in the marks and the language of
 * the article, attributed with another verb than the one before.
 *
 * Returns: (transfer full): a sentence in Markdown
 */
char *
vsl_quotation_edit_dup_sentence (VslDocument *document,
                                 const char  *words,
                                 const char  *speaker)
{
  g_autoptr(VslArticle) article = vsl_document_dup_article (document);
  g_autofree char *escaped = dup_escaped (words);
  g_autoptr(GPtrArray) before = vsl_quotation_finder_find_in_text (
    vsl_article_get_text (article, VSL_FIELD_BODY), VSL_FIELD_BODY, NULL);

  return vsl_quotation_writer_dup_attributed (article, escaped, speaker, before->len);
}
