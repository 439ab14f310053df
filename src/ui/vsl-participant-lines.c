/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "ui/vsl-participant-lines.h"

#include "core/vsl-article-builder.h"
#include "core/vsl-text.h"

#include <string.h>

/* The importer of article files knows how people write a list of participants: bullets, “Onder
 * leiding van …”, “directeur bij …”. So a line is handed to it as a file with nothing else in it. */
static VslArticle *
read_as_article (VslDesk    *desk,
                 const char *format,
                 const char *line)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(VslImport) import = NULL;
  g_autoptr(GString) text = g_string_new (format);

  g_string_replace (text, "@", line, 1);
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  import = vsl_desk_read_bytes (desk, bytes, NULL, "text", NULL);

  return import != NULL ? g_object_ref (vsl_import_get_article (import)) : NULL;
}

/* Without the bullet and the white space around it. */
static char *
dup_bare_line (const char *line)
{
  static const char *const bullets[] = { "•", "◦", "–", "—", "·", "-", "*", "+" };
  g_autofree char *bare = vsl_text_collapse_spaces (line);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      if (g_str_has_prefix (bare, bullets[i]))
        return g_strstrip (g_strdup (bare + strlen (bullets[i])));
    }

  return g_steal_pointer (&bare);
}

/* “Deelnemers Kustdebat:” names the event and no participant. */
static gboolean
read_heading (VslDesk     *desk,
              const char  *line,
              char       **event)
{
  g_autoptr(VslArticle) article = NULL;
  const char *name;

  if (!g_str_has_suffix (line, ":"))
    return FALSE;

  article = read_as_article (desk, "Verslag\n\n@\n\n  • Iemand\n", line);
  name = article != NULL ? vsl_article_get_text (article, VSL_FIELD_EVENT) : "";
  if (event != NULL && *event == NULL && name != NULL && *name != '\0')
    *event = g_strdup (name);

  return TRUE;
}

/* `Name, role, organisation`, for a line in which the importer saw no participant. The last comma
 * separates the organisation, since a role may hold one. */
static VslParticipant *
split_line (const char *line)
{
  g_autofree char *name = g_strdup (line + strspn (line, ", "));
  g_autoptr(VslPerson) person = NULL;
  char *role = strchr (name, ',');
  char *organisation = NULL;

  if (role != NULL)
    {
      *role++ = '\0';
      organisation = strrchr (role, ',');
    }
  if (organisation != NULL)
    {
      *organisation++ = '\0';
      g_strstrip (organisation);
    }
  if (role != NULL)
    g_strstrip (role);
  person = vsl_person_new_from_text (g_strstrip (name));

  return vsl_participant_new (person, role, organisation, FALSE);
}

/**
 * vsl_participant_lines_read:
 * @desk: the desk, for its importer
 * @text: one line or more
 * @event: (out) (nullable) (optional) (transfer full): the name of the event, when @text has a
 *   heading with one; %NULL when it has not
 *
 * Reads participants as people write and paste them: `Name, role, organisation` on a line of its
 * own, with or without a bullet; `Onder leiding van …` or `Chaired by …` is the chair. No line with
 * a word in it is dropped.
 *
 * Returns: (transfer full) (element-type VslParticipant): the participants, in order
 */
GPtrArray *
vsl_participant_lines_read (VslDesk     *desk,
                            const char  *text,
                            char       **event)
{
  g_autoptr(GPtrArray) participants = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) lines = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_DESK (desk), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (event != NULL)
    *event = NULL;

  lines = g_strsplit_set (text, "\r\n", -1);
  for (i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = dup_bare_line (lines[i]);
      g_autoptr(VslArticle) article = NULL;

      if (line[strspn (line, ", ")] == '\0' || read_heading (desk, line, event))
        continue;

      article = read_as_article (desk, "Verslag\n\nDeelnemers:\n\n  • @\n", line);
      if (article != NULL && vsl_article_get_n_participants (article) == 1)
        g_ptr_array_add (participants,
                         g_object_ref (vsl_article_get_participant (article, 0)));
      else
        g_ptr_array_add (participants, split_line (line));
    }

  return g_steal_pointer (&participants);
}

/**
 * vsl_participant_lines_write:
 * @desk: the desk, for its exporter
 * @document: (nullable): the article, for its language and the name of the event
 * @participants: a list model of VslParticipant
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the box of participants as plain text, in the language of
 *   the article
 */
char *
vsl_participant_lines_write (VslDesk      *desk,
                             VslDocument  *document,
                             GListModel   *participants,
                             GError      **error)
{
  g_autoptr(VslArticleBuilder) builder = NULL;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GBytes) bytes = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_DESK (desk), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (participants), NULL);

  builder = vsl_article_builder_new (NULL);
  if (document != NULL)
    {
      vsl_article_builder_set_language (builder, vsl_document_get_language (document));
      vsl_article_builder_set_text (builder, VSL_FIELD_EVENT,
                                    vsl_document_get_text (document, VSL_FIELD_EVENT));
    }
  for (i = 0; i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(VslParticipant) participant = g_list_model_get_item (participants, i);

      vsl_article_builder_add_participant (builder, participant);
    }
  article = vsl_article_builder_end (g_steal_pointer (&builder));

  bytes = vsl_desk_export_article (desk, article, "text", error);
  if (bytes == NULL)
    return NULL;

  return g_strstrip (g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
}
