/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "config.h"

#include "exchange/vsl-yaml-line.h"

#include "exchange/vsl-yaml-scalar.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * vsl_yaml_line_fail:
 * @index: a line of the file, from 0
 * @error: return location for an error
 *
 * Says that a line cannot be read.
 *
 * Returns: %FALSE
 */
gboolean
vsl_yaml_line_fail (guint    index,
                    GError **error)
{
  g_set_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNREADABLE,
               _("Line %u of the front matter cannot be read. It should be a key, a colon and a "
                 "value, or a dash and a value."),
               index + 1);
  return FALSE;
}

/**
 * vsl_yaml_line_indent:
 * @line: a line, or the rest of one
 *
 * Returns: the bytes of white space at its start
 */
gsize
vsl_yaml_line_indent (const char *line)
{
  return strspn (line, " \t");
}

/**
 * vsl_yaml_line_parse_key:
 * @line: a line, or the rest of one
 * @key: (out) (transfer full): the key in small letters; untouched when there is none
 *
 * Returns: the bytes of the key at the start of @line, with its colon and the space behind it; 0 when
 *   there is none
 */
gsize
vsl_yaml_line_parse_key (const char  *line,
                         char       **key)
{
  gsize length = strspn (line, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

  if (length == 0 || line[length] != ':' || (line[length + 1] != '\0' && line[length + 1] != ' '))
    return 0;

  *key = g_ascii_strdown (line, length);
  length++;

  return length + strspn (line + length, " ");
}

/**
 * vsl_yaml_line_parse_value:
 * @line: a line of the front matter
 * @index: which line of the file, from 0
 * @offset: where the value starts, in bytes
 * @map: where its place is kept
 * @field: which field it is; %VSL_FIELD_NONE when its place is not kept
 * @error: return location for an error
 *
 * Reads a value that must be all that is left of the line, but for a remark.
 *
 * Returns: (transfer full): the value
 */
char *
vsl_yaml_line_parse_value (const char    *line,
                           guint          index,
                           gsize          offset,
                           VslSourceMap  *map,
                           VslField       field,
                           GError       **error)
{
  g_autoptr(VslSourceMap) nowhere = vsl_source_map_new ();
  g_auto(VslFieldText) text = { 0 };
  gsize end;

  vsl_field_text_init (&text, field != VSL_FIELD_NONE ? map : nowhere,
                       field != VSL_FIELD_NONE ? field : VSL_FIELD_BODY);
  if (!vsl_yaml_scalar_parse (line, offset, "", index + 1, &text, &end, error))
    return NULL;
  end += vsl_yaml_line_indent (line + end);
  if (line[end] != '\0' && line[end] != '#')
    {
      vsl_yaml_line_fail (index, error);
      return NULL;
    }

  return vsl_field_text_end (&text);
}

/**
 * vsl_yaml_line_parse_list:
 * @line: a line of the front matter
 * @index: which line of the file, from 0
 * @offset: where its `[` stands, in bytes
 * @values: (element-type utf8): where the values are added
 * @error: return location for an error
 *
 * Reads `[a, "b"]`.
 *
 * Returns: whether it could be read
 */
gboolean
vsl_yaml_line_parse_list (const char  *line,
                          guint        index,
                          gsize        offset,
                          GPtrArray   *values,
                          GError     **error)
{
  g_autoptr(VslSourceMap) nowhere = vsl_source_map_new ();

  offset++;
  for (;;)
    {
      g_auto(VslFieldText) text = { 0 };

      offset += vsl_yaml_line_indent (line + offset);
      if (line[offset] == ']')
        return line[offset + 1 + vsl_yaml_line_indent (line + offset + 1)] == '\0' || vsl_yaml_line_fail (index, error);
      vsl_field_text_init (&text, nowhere, VSL_FIELD_BODY);
      if (!vsl_yaml_scalar_parse (line, offset, ",]", index + 1, &text, &offset, error))
        return FALSE;
      g_ptr_array_add (values, vsl_field_text_end (&text));
      offset += vsl_yaml_line_indent (line + offset);
      if (line[offset] == ',')
        offset++;
      else if (line[offset] != ']')
        return vsl_yaml_line_fail (index, error);
    }
}
