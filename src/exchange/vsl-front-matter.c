/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "config.h"

#include "exchange/vsl-front-matter.h"

#include "core/vsl-participant-line.h"
#include "core/vsl-text.h"
#include "exchange/vsl-yaml-scalar.h"

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

/* The values of one item of a list of participants or pictures. */
typedef struct
{
  const char *const *keys;
  char *values[8]; /* (owned) by the order of @keys */
} Item;

static const char *const participant_keys[] = { "given", "prefix", "family", "name", "role",
                                                "organisation", "chair", "as-registered", NULL };
static const char *const picture_keys[] = { "hash", "type", "credit", "caption", "alt", NULL };

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
fail (guint        line,
      GError     **error)
{
  g_set_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNREADABLE,
               _("Line %u of the front matter cannot be read. It should be a key, a colon and a "
                 "value, or a dash and a value."),
               line + 1);
  return FALSE;
}

static gsize
measure_indent (const char *line)
{
  return strspn (line, " \t");
}

/* The length of the key at the start of @line with its colon and the space behind it; 0 when there
 * is none. */
static gsize
measure_key (const char  *line,
             char       **key)
{
  gsize length = strspn (line, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

  if (length == 0 || line[length] != ':' || (line[length + 1] != '\0' && line[length + 1] != ' '))
    return 0;

  *key = g_ascii_strdown (line, length);
  length++;

  return length + strspn (line + length, " ");
}

/* Reads the value at @offset of line @index, which must be all that is left there. */
static char *
parse_value (Reader    *reader,
             guint      index,
             gsize      offset,
             VslField   field,
             GError   **error)
{
  g_autoptr(VslSourceMap) nowhere = vsl_source_map_new ();
  g_auto(VslFieldText) text = { 0 };
  const char *line = reader->lines[index];
  gsize end;

  vsl_field_text_init (&text, field != VSL_FIELD_NONE ? reader->map : nowhere,
                       field != VSL_FIELD_NONE ? field : VSL_FIELD_BODY);
  if (!vsl_yaml_scalar_parse (line, offset, "", index + 1, &text, &end, error))
    return NULL;
  end += measure_indent (line + end);
  if (line[end] != '\0' && line[end] != '#')
    {
      fail (index, error);
      return NULL;
    }

  return vsl_field_text_end (&text);
}

/* `[a, "b"]` */
static gboolean
parse_flow (Reader     *reader,
            guint       index,
            gsize       offset,
            GPtrArray  *values,
            GError    **error)
{
  g_autoptr(VslSourceMap) nowhere = vsl_source_map_new ();
  const char *line = reader->lines[index];

  offset++;
  for (;;)
    {
      g_auto(VslFieldText) text = { 0 };

      offset += measure_indent (line + offset);
      if (line[offset] == ']')
        return line[offset + 1 + measure_indent (line + offset + 1)] == '\0' || fail (index, error);
      vsl_field_text_init (&text, nowhere, VSL_FIELD_BODY);
      if (!vsl_yaml_scalar_parse (line, offset, ",]", index + 1, &text, &offset, error))
        return FALSE;
      g_ptr_array_add (values, vsl_field_text_end (&text));
      offset += measure_indent (line + offset);
      if (line[offset] == ',')
        offset++;
      else if (line[offset] != ']')
        return fail (index, error);
    }
}

/* The values of `tags`: on the line itself, or below it with dashes. */
static gboolean
read_tags (Reader  *reader,
           guint    first,
           guint    n_lines,
           gsize    offset,
           GError **error)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  const char *line = reader->lines[first];
  guint i;

  if (line[offset] == '[')
    {
      if (!parse_flow (reader, first, offset, values, error))
        return FALSE;
    }
  else if (line[offset] != '\0')
    {
      g_autofree char *all = parse_value (reader, first, offset, VSL_FIELD_NONE, error);
      g_auto(GStrv) parts = all != NULL ? g_strsplit (all, ",", -1) : NULL;

      if (all == NULL)
        return FALSE;
      for (i = 0; parts[i] != NULL; i++)
        g_ptr_array_add (values, g_strdup (parts[i]));
    }
  else
    {
      for (i = first + 1; i < first + n_lines; i++)
        {
          gsize indent = measure_indent (reader->lines[i]);
          char *value;

          if (reader->lines[i][indent] == '\0')
            continue;
          if (reader->lines[i][indent] != '-' || reader->lines[i][indent + 1] != ' ')
            return fail (i, error);
          indent += 1 + measure_indent (reader->lines[i] + indent + 1);
          value = parse_value (reader, i, indent, VSL_FIELD_NONE, error);
          if (value == NULL)
            return FALSE;
          g_ptr_array_add (values, value);
        }
    }

  for (i = 0; i < values->len; i++)
    vsl_article_builder_add_tag (reader->builder, g_ptr_array_index (values, i));

  return TRUE;
}

static const char *
get_value (const Item *item,
           const char *key)
{
  guint i;

  for (i = 0; item->keys[i] != NULL; i++)
    {
      if (g_str_equal (item->keys[i], key))
        return item->values[i];
    }

  return NULL;
}

static gboolean
is_true (const char *value)
{
  return value != NULL && (g_ascii_strcasecmp (value, "true") == 0 ||
                           g_ascii_strcasecmp (value, "yes") == 0);
}

static void
clear_item (Item *item)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (item->values); i++)
    g_clear_pointer (&item->values[i], g_free);
}

static void
add_item (Reader *reader,
          Item   *item)
{
  const char *name;

  if (item->keys == picture_keys)
    {
      g_autoptr(VslPicture) picture =
        vsl_picture_new (item->values[0], item->values[1], item->values[2], item->values[3],
                         item->values[4]);

      vsl_article_builder_add_picture (reader->builder, picture);
    }
  else
    {
      g_autoptr(VslPerson) person = NULL;
      g_autoptr(VslParticipant) participant = NULL;

      name = get_value (item, "name");
      person = name != NULL ? vsl_person_new_from_text (name)
                            : vsl_person_new (get_value (item, "given"), get_value (item, "prefix"),
                                              get_value (item, "family"),
                                              is_true (get_value (item, "as-registered")));
      participant = vsl_participant_new (person, get_value (item, "role"),
                                         get_value (item, "organisation"),
                                         is_true (get_value (item, "chair")));
      vsl_article_builder_add_participant (reader->builder, participant);
    }
  clear_item (item);
}

/* Reads `key: value` at @offset of line @index into @item. */
static gboolean
read_item_key (Reader  *reader,
               Item    *item,
               guint    index,
               gsize    offset,
               GError **error)
{
  g_autofree char *key = NULL;
  gsize length = measure_key (reader->lines[index] + offset, &key);
  guint i;

  for (i = 0; length > 0 && item->keys[i] != NULL; i++)
    {
      if (!g_str_equal (item->keys[i], key) || item->values[i] != NULL)
        continue;
      item->values[i] = parse_value (reader, index, offset + length, VSL_FIELD_NONE, error);
      return item->values[i] != NULL;
    }
  if (length > 0)
    {
      g_autofree char *known = g_strjoinv (", ", (char **) item->keys);

      g_set_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNREADABLE,
                   /* Translators: line number, a key, a list of keys */
                   _("Line %u of the front matter has the key “%s”, which is unknown or double "
                     "here. Known are: %s."),
                   index + 1, key, known);
      return FALSE;
    }

  return fail (index, error);
}

/* An item that is one value: a participant as it is written in a list. */
static gboolean
read_item_line (Reader  *reader,
                guint    index,
                gsize    offset,
                GError **error)
{
  g_autofree char *value = parse_value (reader, index, offset, VSL_FIELD_NONE, error);
  g_autoptr(VslParticipant) participant = NULL;

  if (value == NULL)
    return FALSE;
  participant = vsl_participant_new_from_line (value);
  if (participant == NULL)
    return fail (index, error);
  vsl_article_builder_add_participant (reader->builder, participant);

  return TRUE;
}

static gboolean
read_items (Reader            *reader,
            const char *const *keys,
            guint              first,
            guint              n_lines,
            GError           **error)
{
  Item item = { keys, { NULL } };
  gboolean open = FALSE;
  gboolean done = TRUE;
  guint i;

  for (i = first + 1; done && i < first + n_lines; i++)
    {
      const char *line = reader->lines[i];
      gsize offset = measure_indent (line);
      g_autofree char *key = NULL;

      if (line[offset] == '\0')
        continue;
      if (line[offset] == '-' && line[offset + 1] == ' ')
        {
          if (open)
            add_item (reader, &item);
          offset += 1 + measure_indent (line + offset + 1);
          open = keys == picture_keys || measure_key (line + offset, &key) > 0;
          done = open ? read_item_key (reader, &item, i, offset, error)
                      : read_item_line (reader, i, offset, error);
        }
      else
        {
          done = open ? read_item_key (reader, &item, i, offset, error) : fail (i, error);
        }
    }
  if (done && open)
    add_item (reader, &item);
  clear_item (&item);

  return done;
}

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
  value = parse_value (reader, index, offset, VSL_FIELD_NONE, error);
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
      value = parse_value (reader, index, offset, field_keys[i].field, error);
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
  gsize offset = measure_key (line, &key);
  gboolean known = FALSE;
  gboolean empty_list;
  guint i;

  if (offset == 0 && *line != '#')
    return fail (first, error);

  empty_list = offset > 0 && g_str_has_prefix (line + offset, "[]");
  if (offset == 0)
    known = FALSE;
  else if (g_str_equal (key, "tags") || g_str_equal (key, "keywords"))
    return read_tags (reader, first, n_lines, offset, error);
  else if (g_str_equal (key, "participants") && (line[offset] == '\0' || empty_list))
    return read_items (reader, participant_keys, first, n_lines, error);
  else if (g_str_equal (key, "pictures") && (line[offset] == '\0' || empty_list))
    return read_items (reader, picture_keys, first, n_lines, error);
  else if (!read_field (reader, key, first, offset, &known, error))
    return FALSE;
  else if (known && has_text (reader, first + 1, n_lines - 1))
    return fail (first + 1, error);

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

  return length > 0 && line[length + measure_indent (line + length)] == '\0';
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

  return measure_key (line, &key) > 0 || *line == '#' || is_fence (line);
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
