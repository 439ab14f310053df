/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "article-digest.h"

#include <string.h>

/* Reads a file that must be readable. */
VslImport *
read_file (const char *text,
           VslFormat   format)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  VslImport *import = vsl_exchange_read (bytes, NULL, format, &error);

  g_assert_no_error (error);

  return import;
}

char *
write_file (VslArticle *article,
            VslFormat   format)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = vsl_exchange_write (article, format, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Every field that is not empty on a line of its own, then the participants, then the body: one string
 * to compare. */
char *
make_digest (VslArticle *article)
{
  static const struct
  {
    VslField field;
    const char *sign;
  } fields[] = {
    { VSL_FIELD_KICKER, "K" }, { VSL_FIELD_HEADLINE, "H" }, { VSL_FIELD_LEAD, "L" },
    { VSL_FIELD_BYLINE, "B" }, { VSL_FIELD_CREDIT, "C" },   { VSL_FIELD_EVENT, "E" },
  };
  GString *digest = g_string_new (NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = vsl_article_get_text (article, fields[i].field);

      if (*text != '\0')
        g_string_append_printf (digest, "%s:%s\n", fields[i].sign, text);
    }
  for (i = 0; i < vsl_article_get_n_participants (article); i++)
    {
      VslParticipant *participant = vsl_article_get_participant (article, i);

      g_string_append_printf (digest, "%s:%s|%s|%s\n",
                              vsl_participant_get_chair (participant) ? "V" : "P",
                              vsl_participant_get_name (participant),
                              vsl_participant_get_role (participant),
                              vsl_participant_get_organisation (participant));
    }
  if (*vsl_article_get_text (article, VSL_FIELD_BODY) != '\0')
    g_string_append_printf (digest, "\n%s", vsl_article_get_text (article, VSL_FIELD_BODY));

  return g_string_free (digest, FALSE);
}
