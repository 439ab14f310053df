/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "config.h"

#include "exchange/vsl-front-matter.h"

#include "core/vsl-text.h"
#include "exchange/vsl-front-matter-list.h"
#include "exchange/vsl-yaml-line.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * The front matter of a Markdown file: the subset of YAML that is needed for an article. A key and a
 * value on one line; lists as `[a, b]` or as lines with a dash; a list of participants or pictures
 * as lines with a dash and a key. A key that is not known is handed back, never dropped.
 */

typedef struct
{
  char **lines;               /* (unowned) the whole file */
  guint end;                  /* the line of the closing dashes */
  VslArticleBuilder *builder; /* (unowned) */
  VslSourceMap *map;          /* (unowned) */
  gboolean *has_language;
  GHashTable *seen; /* (owned) the keys so far */
} Reader;

static const struct
{
  const char *key;
  VslField field;
} field_keys[] = {
  { "title", VSL_FIELD_HEADLINE },  { "headline", VSL_FIELD_HEADLINE },
  { "kicker", VSL_FIELD_KICKER },   { "lead", VSL_FIELD_LEAD },
  { "byline", VSL_FIELD_BYLINE },   { "author", VSL_FIELD_BYLINE },
  { "credit", VSL_FIELD_CREDIT },   { "event", VSL_FIELD_EVENT },
  { "slug", VSL_FIELD_SLUG },
};

static gboolean
fail_value (guint        line,
            const char  *key,
            const char  *value,
            const char  *known,
            GError     **error)
{
  g_set_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNREADABLE,
               /* Translators: line number, a key, a value, a list of values */
               _("Line %u of the front matter: “%s” cannot be “%s”. Known are: %s."), line + 1, key,
               value, known);
  return FALSE;
}

static gboolean
is_language_tag (const char *value)
{
  gsize length = strspn (value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  return (length == 2 || length == 3) && (value[length] == '\0' || value[length] == '-') &&
         strlen (value) <= 35;
}

/* Keys with a value of a closed list. */
static gboolean
read_choice (Reader      *reader,
             const char  *key,
             guint        index,
             gsize        offset,
             gboolean    *known,
             GError     **error)
{
  g_autofree char *value = NULL;
  VslKind kind;
  VslStatus status;

  *known = g_str_equal (key, "kind") || g_str_equal (key, "status") ||
           g_str_equal (key, "language") || g_str_equal (key, "lang");
  if (!*known)
    return TRUE;
  value = vsl_yaml_line_parse_value (reader->lines[index], index, offset, reader->map, VSL_FIELD_NONE, error);
  if (value == NULL)
    return FALSE;

  if (g_str_equal (key, "kind"))
    {
      if (!vsl_kind_from_name (value, &kind))
        return fail_value (index, key, value, "report, news, interview, opinion", error);
      vsl_article_builder_set_kind (reader->builder, kind);
    }
  else if (g_str_equal (key, "status"))
    {
      if (!vsl_status_from_name (value, &status))
        return fail_value (index, key, value,
                           "idea, draft, participants, copy-desk, ready, scheduled, published",
                           error);
      vsl_article_builder_set_status (reader->builder, status);
    }
  else
    {
      if (!is_language_tag (value))
        return fail_value (index, key, value, "nl, en, …", error);
      vsl_article_builder_set_language (reader->builder, value);
      *reader->has_language = TRUE;
    }

  return TRUE;
}

static gboolean
read_field (Reader      *reader,
            const char  *key,
            guint        index,
            gsize        offset,
            gboolean    *known,
            GError     **error)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (field_keys); i++)
    {
      g_autofree char *value = NULL;

      if (!g_str_equal (key, field_keys[i].key))
        continue;
      *known = TRUE;
      if (!g_hash_table_add (reader->seen, GUINT_TO_POINTER (field_keys[i].field + 1)))
        {
          g_set_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNREADABLE,
                       _("Line %u of the front matter gives “%s” a second time."), index + 1, key);
          return FALSE;
        }
      value = vsl_yaml_line_parse_value (reader->lines[index], index, offset, reader->map, field_keys[i].field, error);
      if (value == NULL)
        return FALSE;
      vsl_article_builder_set_text (reader->builder, field_keys[i].field, value);
      return TRUE;
    }

  return read_choice (reader, key, index, offset, known, error);
}

/* The lines of one key: those below it that are indented or start with a dash. */
static guint
measure_entry (Reader *reader,
               guint   first)
{
  guint n = 1;

  while (first + n < reader->end &&
         (g_ascii_isspace (*reader->lines[first + n]) || *reader->lines[first + n] == '\0' ||
          g_str_has_prefix (reader->lines[first + n], "- ")))
    n++;

  return n;
}

static gboolean
has_text (Reader *reader,
          guint   first,
          guint   n_lines)
{
  guint i;

  for (i = first; i < first + n_lines; i++)
    {
      if (!vsl_text_is_blank (reader->lines[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_entry (Reader  *reader,
            guint    first,
            guint    n_lines,
            GArray  *unknown,
            GError **error)
{
  g_autofree char *key = NULL;
  const char *line = reader->lines[first];
  gsize offset = vsl_yaml_line_parse_key (line, &key);
  gboolean known = FALSE;
  gboolean empty_list;
  guint i;

  if (offset == 0 && *line != '#')
    return vsl_yaml_line_fail (first, error);

  empty_list = offset > 0 && g_str_has_prefix (line + offset, "[]");
  if (offset == 0)
    known = FALSE;
  else if (g_str_equal (key, "tags") || g_str_equal (key, "keywords"))
    return vsl_front_matter_list_read_tags (reader->builder, reader->lines, first, n_lines,
                                            offset, error);
  else if (g_str_equal (key, "participants") && (line[offset] == '\0' || empty_list))
    return vsl_front_matter_list_read_items (reader->builder, VSL_FRONT_MATTER_PARTICIPANTS,
                                             reader->lines, first, n_lines, error);
  else if (g_str_equal (key, "pictures") && (line[offset] == '\0' || empty_list))
    return vsl_front_matter_list_read_items (reader->builder, VSL_FRONT_MATTER_PICTURES,
                                             reader->lines, first, n_lines, error);
  else if (!read_field (reader, key, first, offset, &known, error))
    return FALSE;
  else if (known && has_text (reader, first + 1, n_lines - 1))
    return vsl_yaml_line_fail (first + 1, error);

  for (i = first; !known && i < first + n_lines; i++)
    {
      if (!vsl_text_is_blank (reader->lines[i]))
        g_array_append_val (unknown, i);
    }

  return TRUE;
}

static gboolean
is_fence (const char *line)
{
  gsize length = g_str_has_prefix (line, "---") || g_str_has_prefix (line, "...") ? 3 : 0;

  return length > 0 && line[length + vsl_yaml_line_indent (line + length)] == '\0';
}

/**
 * vsl_front_matter_is_at_start:
 * @text: a file
 *
 * Returns: whether it starts with a front matter: three dashes on a line, and a key or the closing
 *   dashes on the next
 */
gboolean
vsl_front_matter_is_at_start (const char *text)
{
  const char *second = text + strcspn (text, "\r\n");
  g_autofree char *first_line = g_strndup (text, MIN (second - text, 8));
  g_autofree char *line = NULL;
  g_autofree char *key = NULL;

  if (*first_line != '-' || !is_fence (first_line))
    return FALSE;
  second += *second == '\r';
  second += *second == '\n';
  line = g_strndup (second, MIN (strcspn (second, "\r\n"), 200));

  return vsl_yaml_line_parse_key (line, &key) > 0 || *line == '#' || is_fence (line);
}

/**
 * vsl_front_matter_read:
 * @lines: (array zero-terminated=1): a file that starts with a front matter
 * @builder: what the values are set on
 * @map: where their places are kept
 * @has_language: (inout): set to %TRUE when a language is named
 * @unknown: (element-type guint): the lines, from 0, that are not understood but are well-formed are
 *   added to it
 * @n_lines: (out): how many lines the front matter takes with its dashes
 * @error: return location for an error; it names the line
 *
 * Reads a front matter.
 *
 * Returns: whether it could be read
 */
gboolean
vsl_front_matter_read (char              **lines,
                       VslArticleBuilder  *builder,
                       VslSourceMap       *map,
                       gboolean           *has_language,
                       GArray             *unknown,
                       guint              *n_lines,
                       GError            **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  Reader reader = { lines, 1, builder, map, has_language, seen };
  guint index = 1;

  while (lines[reader.end] != NULL && !is_fence (lines[reader.end]))
    reader.end++;
  if (lines[reader.end] == NULL)
    {
      g_set_error_literal (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNREADABLE,
                           _("The front matter that starts on line 1 has no end. Close it with "
                             "a line of three dashes."));
      return FALSE;
    }

  while (index < reader.end)
    {
      guint n = measure_entry (&reader, index);

      if (has_text (&reader, index, 1) && !read_entry (&reader, index, n, unknown, error))
        return FALSE;
      index += n;
    }

  *n_lines = reader.end + 1;
  return TRUE;
}
