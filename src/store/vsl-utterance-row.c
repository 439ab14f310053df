/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-utterance-row.h"

/**
 * vsl_utterance_row_dup_parts:
 * @utterance: an utterance
 *
 * Returns: (transfer full): the words that are off the record, as a text for the database
 */
char *
vsl_utterance_row_dup_parts (VslUtterance *utterance)
{
  GArray *parts = vsl_utterance_get_off_parts (utterance);
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < parts->len; i++)
    {
      const VslOffPart *part = &g_array_index (parts, VslOffPart, i);

      g_string_append_printf (text, "%s%u+%u", i > 0 ? " " : "", part->offset, part->length);
    }

  return g_string_free (text, FALSE);
}

/**
 * vsl_utterance_row_read_parts:
 * @text: a text of vsl_utterance_row_dup_parts()
 *
 * Returns: (transfer full) (element-type VslOffPart): the words that are off the record
 */
GArray *
vsl_utterance_row_read_parts (const char *text)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (VslOffPart));
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  guint i;

  for (i = 0; words[i] != NULL; i++)
    {
      char *rest = NULL;
      VslOffPart part = { 0, 0 };

      part.offset = (guint) g_ascii_strtoull (words[i], &rest, 10);
      if (*rest == '+')
        part.length = (guint) g_ascii_strtoull (rest + 1, NULL, 10);
      if (part.length > 0)
        g_array_append_val (parts, part);
    }

  return parts;
}

/**
 * vsl_utterance_row_read:
 * @row: a statement that stands at a row of %VSL_UTTERANCE_COLUMNS
 *
 * Returns: (transfer full): the utterance
 */
VslUtterance *
vsl_utterance_row_read (VslStatement *row)
{
  g_autoptr(VslUtterance) utterance =
    vsl_utterance_new (vsl_statement_get_text (row, 0), vsl_statement_get_int64 (row, 1),
                       vsl_statement_get_int64 (row, 2), vsl_statement_get_text (row, 3),
                       vsl_statement_get_text (row, 4), vsl_statement_get_int64 (row, 5) != 0);
  g_autoptr(GArray) parts = NULL;

  if (*vsl_statement_get_text (row, 6) == '\0')
    return g_steal_pointer (&utterance);

  parts = vsl_utterance_row_read_parts (vsl_statement_get_text (row, 6));

  return vsl_utterance_with_record (utterance, vsl_utterance_get_off_the_record (utterance), parts);
}
