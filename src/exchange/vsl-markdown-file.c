/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "exchange/vsl-markdown-file.h"

#include "core/vsl-article-builder.h"
#include "core/vsl-text.h"
#include "exchange/vsl-field-text.h"
#include "exchange/vsl-front-matter.h"
#include "exchange/vsl-plain-escape.h"
#include "markup/vsl-picture-links.h"

#include <string.h>

#define MAX_GUESSED_BYTES (16 * 1024)

/* A line end of any system becomes a line feed, so that a line of the file is a line of the body. */
static char *
normalise_line_ends (const char     *text,
                     VslImportNotes *notes)
{
  g_autoptr(GString) out = NULL;
  const char *p;

  if (strchr (text, '\r') == NULL)
    return g_strdup (text);

  vsl_import_notes_add (notes, VSL_NOTE_LINE_ENDS, 1, 1, "");
  out = g_string_sized_new (strlen (text));
  for (p = text; *p != '\0'; p++)
    {
      if (*p != '\r')
        g_string_append_c (out, *p);
      else if (p[1] != '\n')
        g_string_append_c (out, '\n');
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* A line of the front matter that is not known goes to the top of the text, as text. */
static void
add_unknown (VslFieldText   *body,
             char          **lines,
             GArray         *unknown,
             VslImportNotes *notes)
{
  guint i;

  for (i = 0; i < unknown->len; i++)
    {
      guint index = g_array_index (unknown, guint, i);
      const char *start = lines[index] + strspn (lines[index], " \t");
      g_autofree char *line = g_strchomp (g_strdup (start));
      guint column = (guint) (start - lines[index]) + 1;
      gsize from = 0;

      vsl_import_notes_add (notes, VSL_NOTE_UNKNOWN_KEY, index + 1, column, line);
      if (i > 0)
        vsl_field_text_insert (body, "\n");
      for (;;)
        {
          gsize next = vsl_plain_next_escape (line, from, i == 0);
          guint here = column + (guint) g_utf8_strlen (line, from);

          vsl_field_text_add (body, line + from, next - from, index + 1, here);
          if (line[next] == '\0')
            break;
          vsl_field_text_insert (body, "\\");
          vsl_field_text_add (body, line + next, 1, index + 1,
                              here + (guint) g_utf8_strlen (line + from, next - from));
          from = next + 1;
        }
    }
  if (unknown->len > 0)
    vsl_field_text_insert (body, "\n\n");
}

/* Without a front matter, a first heading of the first level is the headline. Returns the line behind
 * it. */
static guint
read_heading (char              **lines,
              VslArticleBuilder  *builder,
              VslSourceMap       *map)
{
  g_auto(VslFieldText) headline = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *again = NULL;
  guint first = 0;
  gsize start, end;

  while (lines[first] != NULL && vsl_text_is_blank (lines[first]))
    first++;
  if (lines[first] == NULL || !g_str_has_prefix (lines[first], "# "))
    return first;

  start = 1 + strspn (lines[first] + 1, " \t");
  end = strlen (lines[first]);
  while (end > start && g_ascii_isspace (lines[first][end - 1]))
    end--;
  text = g_strndup (lines[first] + start, end - start);
  plain = vsl_plain_unescape (text);
  again = vsl_plain_escape (plain);

  vsl_field_text_init (&headline, map, VSL_FIELD_HEADLINE);
  vsl_field_text_add (&headline, text, strlen (text), first + 1, (guint) start + 1);
  vsl_article_builder_set_text (builder, VSL_FIELD_HEADLINE,
                                g_str_equal (again, text) ? plain : text);
  g_free (vsl_field_text_end (&headline));

  first++;
  while (lines[first] != NULL && vsl_text_is_blank (lines[first]))
    first++;

  return first;
}

/* The rest of the file is the body as it stands, but for the end of its last line. */
static void
add_body (VslFieldText  *body,
          char         **lines,
          guint          first)
{
  guint i;

  for (i = first; lines[i] != NULL; i++)
    {
      if (lines[i + 1] == NULL && *lines[i] == '\0')
        return;
      if (i > first)
        vsl_field_text_insert (body, "\n");
      vsl_field_text_add (body, lines[i], strlen (lines[i]), i + 1, 1);
    }
}

static void
set_guessed_language (VslArticleBuilder *builder,
                      const char        *text)
{
  g_autofree char *start = g_utf8_make_valid (text, MIN (strlen (text), MAX_GUESSED_BYTES));

  vsl_article_builder_set_language (builder, vsl_text_guess_language (start));
}

/**
 * vsl_markdown_file_read:
 * @text: a decoded file that is not blank
 * @notes: where to tell what was put right
 * @error: return location for an error; it names the line
 *
 * Reads Markdown with a front matter, or without one. Nothing is changed in the text. Any thread.
 *
 * Returns: (transfer full): the article with the map of where each character stood
 */
VslImport *
vsl_markdown_file_read (const char      *text,
                        VslImportNotes  *notes,
                        GError         **error)
{
  g_autofree char *normal = normalise_line_ends (text, notes);
  g_auto(GStrv) lines = g_strsplit (normal, "\n", -1);
  g_autoptr(VslSourceMap) map = vsl_source_map_new ();
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (NULL);
  g_autoptr(GArray) unknown = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto(VslFieldText) body = { 0 };
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GListModel) findings = NULL;
  g_autofree char *done = NULL;
  gboolean has_language = FALSE;
  guint first;

  if (vsl_front_matter_is_at_start (normal))
    {
      if (!vsl_front_matter_read (lines, builder, map, &has_language, unknown, &first, error))
        return NULL;
      if (lines[first] != NULL && *lines[first] == '\0' && lines[first + 1] != NULL)
        first++;
    }
  else
    {
      first = read_heading (lines, builder, map);
    }

  vsl_field_text_init (&body, map, VSL_FIELD_BODY);
  add_unknown (&body, lines, unknown, notes);
  add_body (&body, lines, first);
  done = vsl_field_text_end (&body);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, done);
  if (!has_language)
    set_guessed_language (builder, normal);

  article = vsl_article_builder_end (g_steal_pointer (&builder));
  findings = vsl_import_notes_end (notes);

  return vsl_import_new (article, map, findings);
}

/**
 * vsl_markdown_file_write:
 * @article: an article
 *
 * Writes Markdown with a front matter. vsl_markdown_file_read() reads the same article again, whatever
 * it holds. A picture that has a place is named there and in the body by the way to it; in what is
 * read, the body keeps that until somebody fetches the pictures.
 *
 * Returns: (transfer full): the text
 */
char *
vsl_markdown_file_write (VslArticle *article)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autofree char *body =
    vsl_picture_links_to_places (vsl_article_get_text (article, VSL_FIELD_BODY), article);

  vsl_front_matter_write (out, article);
  g_string_append_c (out, '\n');
  g_string_append (out, body);
  g_string_append_c (out, '\n');

  return g_string_free (g_steal_pointer (&out), FALSE);
}
