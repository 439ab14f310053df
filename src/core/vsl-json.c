/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "config.h"

#include "core/vsl-json.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * JSON from disk and from the network. json-glib 1.6 overflows the stack on deep input, ends strings
 * at \u0000, wraps large integers and accepts several documents in a row; so a scanner for the
 * grammar of RFC 8259 goes over the bytes first, and json-glib only sees what that one passed. The
 * typed getters return an error where json-glib's would log a critical and return 0.
 */

G_DEFINE_QUARK (vsl-json-error-quark, vsl_json_error)

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
} Scanner;

static gboolean
fail (Scanner       *scanner,
      VslJsonError   code,
      const char    *what,
      GError       **error)
{
  const char *p;
  guint line = 1, column = 1;

  for (p = scanner->start; p < scanner->at; p++)
    {
      column = *p == '\n' ? 1 : column + ((*p & 0xC0) != 0x80);
      line += *p == '\n';
    }

  /* Translators: what is wrong, then where */
  g_set_error (error, VSL_JSON_ERROR, code, _("This is not valid JSON: %s (line %u, column %u)."),
               what, line, column);

  return FALSE;
}

static gboolean
malformed (Scanner  *scanner,
           GError  **error)
{
  return fail (scanner, VSL_JSON_ERROR_MALFORMED,
               scanner->at >= scanner->end ? _("it ends too soon") : _("unexpected character"),
               error);
}

static void
skip_space (Scanner *scanner)
{
  while (scanner->at < scanner->end && strchr (" \t\r\n", *scanner->at) != NULL &&
         *scanner->at != '\0')
    scanner->at++;
}

static gboolean
scan_escape (Scanner  *scanner,
             GError  **error)
{
  guint i, value = 0;

  if (scanner->at >= scanner->end || *scanner->at == '\0' ||
      strchr ("\"\\/bfnrtu", *scanner->at) == NULL)
    return malformed (scanner, error);

  if (*scanner->at++ != 'u')
    return TRUE;

  for (i = 0; i < 4; i++, scanner->at++)
    {
      if (scanner->at >= scanner->end || !g_ascii_isxdigit (*scanner->at))
        return malformed (scanner, error);
      value = value * 16 + g_ascii_xdigit_value (*scanner->at);
    }

  if (value == 0)
    return fail (scanner, VSL_JSON_ERROR_MALFORMED, _("a text holds a null character"), error);

  return TRUE;
}

static gboolean
scan_string (Scanner  *scanner,
             GError  **error)
{
  if (scanner->at >= scanner->end || *scanner->at != '"')
    return malformed (scanner, error);

  scanner->at++;
  while (scanner->at < scanner->end && *scanner->at != '"')
    {
      guchar c = *scanner->at++;

      if (c < 0x20)
        {
          scanner->at--;
          return malformed (scanner, error);
        }
      if (c == '\\' && !scan_escape (scanner, error))
        return FALSE;
    }
  if (scanner->at >= scanner->end)
    return malformed (scanner, error);

  scanner->at++;
  return TRUE;
}

static guint
scan_digits (Scanner *scanner)
{
  const char *start = scanner->at;

  while (scanner->at < scanner->end && g_ascii_isdigit (*scanner->at))
    scanner->at++;

  return scanner->at - start;
}

/* An integer that json-glib would wrap is refused rather than read as another number. */
static gboolean
fits_in_int64 (const char *start,
               const char *end)
{
  g_autofree char *digits = g_strndup (start, end - start);

  return g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, NULL, NULL);
}

static gboolean
scan_number (Scanner  *scanner,
             GError  **error)
{
  const char *start = scanner->at;
  gboolean integer = TRUE;
  guint n_digits;

  if (*scanner->at == '-')
    scanner->at++;
  if (scanner->at < scanner->end && *scanner->at == '0')
    scanner->at++, n_digits = 1;
  else
    n_digits = scan_digits (scanner);
  if (n_digits == 0)
    return malformed (scanner, error);

  if (scanner->at < scanner->end && *scanner->at == '.')
    {
      integer = FALSE;
      scanner->at++;
      if (scan_digits (scanner) == 0)
        return malformed (scanner, error);
    }
  if (scanner->at < scanner->end && (*scanner->at == 'e' || *scanner->at == 'E'))
    {
      integer = FALSE;
      scanner->at++;
      if (scanner->at < scanner->end && (*scanner->at == '+' || *scanner->at == '-'))
        scanner->at++;
      if (scan_digits (scanner) == 0)
        return malformed (scanner, error);
    }

  if (integer && !fits_in_int64 (start, scanner->at))
    return fail (scanner, VSL_JSON_ERROR_MALFORMED, _("a number is too large"), error);

  return TRUE;
}

static gboolean
scan_word (Scanner     *scanner,
           const char  *word,
           GError     **error)
{
  gsize length = strlen (word);

  if ((gsize) (scanner->end - scanner->at) < length || strncmp (scanner->at, word, length) != 0)
    return malformed (scanner, error);

  scanner->at += length;
  return TRUE;
}

static gboolean
scan_scalar (Scanner  *scanner,
             GError  **error)
{
  if (scanner->at >= scanner->end)
    return malformed (scanner, error);

  switch (*scanner->at)
    {
    case '"':
      return scan_string (scanner, error);
    case 't':
      return scan_word (scanner, "true", error);
    case 'f':
      return scan_word (scanner, "false", error);
    case 'n':
      return scan_word (scanner, "null", error);
    default:
      if (*scanner->at == '-' || g_ascii_isdigit (*scanner->at))
        return scan_number (scanner, error);
      return malformed (scanner, error);
    }
}

/* A member's name and the colon behind it. */
static gboolean
scan_name (Scanner  *scanner,
           GError  **error)
{
  skip_space (scanner);
  if (!scan_string (scanner, error))
    return FALSE;
  skip_space (scanner);
  if (scanner->at >= scanner->end || *scanner->at != ':')
    return malformed (scanner, error);

  scanner->at++;
  return TRUE;
}

/* After a value: closes what ends here, and steps over the comma when something follows. */
static gboolean
scan_after_value (Scanner  *scanner,
                  char     *open,
                  guint    *depth,
                  GError  **error)
{
  for (;;)
    {
      skip_space (scanner);
      if (*depth == 0)
        {
          if (scanner->at < scanner->end)
            return fail (scanner, VSL_JSON_ERROR_MALFORMED, _("text follows after the end"), error);
          return TRUE;
        }
      if (scanner->at >= scanner->end)
        return malformed (scanner, error);
      if (*scanner->at == ',')
        {
          scanner->at++;
          return open[*depth - 1] == '[' || scan_name (scanner, error);
        }
      if (*scanner->at != (open[*depth - 1] == '[' ? ']' : '}'))
        return malformed (scanner, error);
      scanner->at++;
      (*depth)--;
    }
}

static gboolean
scan_document (Scanner  *scanner,
               GError  **error)
{
  char open[VSL_JSON_MAX_DEPTH];
  guint depth = 0;

  do
    {
      gboolean empty = FALSE;

      skip_space (scanner);
      if (scanner->at < scanner->end && (*scanner->at == '[' || *scanner->at == '{'))
        {
          if (depth == VSL_JSON_MAX_DEPTH)
            return fail (scanner, VSL_JSON_ERROR_TOO_DEEP, _("it is nested too deeply"), error);
          open[depth++] = *scanner->at++;
          skip_space (scanner);
          empty = scanner->at < scanner->end &&
                  *scanner->at == (open[depth - 1] == '[' ? ']' : '}');
          if (!empty)
            {
              if (open[depth - 1] == '{' && !scan_name (scanner, error))
                return FALSE;
              continue;
            }
        }
      else if (!scan_scalar (scanner, error))
        {
          return FALSE;
        }
      if (!scan_after_value (scanner, open, &depth, error))
        return FALSE;
    }
  while (depth > 0);

  return TRUE;
}

/**
 * vsl_json_parse:
 * @bytes: a whole JSON document in UTF-8
 * @max_bytes: the most bytes that are read, or 0 for %VSL_JSON_MAX_BYTES
 * @error: return location for an error
 *
 * Reads a document whose root is an object or an array, strictly: the grammar of RFC 8259, valid
 * UTF-8 without a byte order mark, at most %VSL_JSON_MAX_DEPTH levels, no null characters in texts,
 * no integer that does not fit in 64 bits, nothing after the root. Any thread.
 *
 * Returns: (transfer full): the root, immutable, or %NULL with a #VslJsonError
 */
JsonNode *
vsl_json_parse (GBytes  *bytes,
                gsize    max_bytes,
                GError **error)
{
  g_autoptr(JsonParser) parser = NULL;
  Scanner scanner;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  scanner.start = scanner.at = g_bytes_get_data (bytes, &size);
  scanner.end = scanner.start + size;

  if (size > (max_bytes != 0 ? max_bytes : VSL_JSON_MAX_BYTES))
    {
      g_autofree char *actual = g_format_size (size);

      g_set_error (error, VSL_JSON_ERROR, VSL_JSON_ERROR_TOO_LARGE, _("The JSON is too large: %s."),
                   actual);
      return NULL;
    }

  skip_space (&scanner);
  if (!g_utf8_validate_len (scanner.start, size, &scanner.at))
    {
      fail (&scanner, VSL_JSON_ERROR_MALFORMED, _("it is not UTF-8"), error);
      return NULL;
    }
  scanner.at = scanner.start;
  skip_space (&scanner);
  if (scanner.at >= scanner.end || (*scanner.at != '{' && *scanner.at != '['))
    {
      malformed (&scanner, error);
      return NULL;
    }
  if (!scan_document (&scanner, error))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, scanner.start, size, error))
    {
      g_prefix_error (error, "%s: ", _("This is not valid JSON"));
      return NULL;
    }

  return json_parser_steal_root (parser);
}

/**
 * vsl_json_has:
 * @object: an object
 * @member: the name of a member
 *
 * Returns: whether @member is there and is not null
 */
gboolean
vsl_json_has (JsonObject *object,
              const char *member)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, FALSE);

  node = json_object_get_member (object, member);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node);
}

static JsonNode *
get_member (JsonObject  *object,
            const char  *member,
            GError     **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    {
      g_set_error (error, VSL_JSON_ERROR, VSL_JSON_ERROR_MISSING,
                   _("The member “%s” is missing."), member);
      return NULL;
    }

  return node;
}

static void
set_wrong_type (const char  *member,
                GError     **error)
{
  g_set_error (error, VSL_JSON_ERROR, VSL_JSON_ERROR_WRONG_TYPE,
               _("The member “%s” is not of the expected type."), member);
}

static JsonNode *
get_value (JsonObject  *object,
           const char  *member,
           GType        type,
           GError     **error)
{
  JsonNode *node = get_member (object, member, error);

  if (node != NULL && (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != type))
    {
      set_wrong_type (member, error);
      return NULL;
    }

  return node;
}

/**
 * vsl_json_get_string:
 * @object: an object
 * @member: the name of a member
 * @error: return location for an error
 *
 * Returns: (transfer none): the text, owned by @object, or %NULL with a #VslJsonError when it is not
 *   there or no text
 */
const char *
vsl_json_get_string (JsonObject  *object,
                     const char  *member,
                     GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, NULL);

  node = get_value (object, member, G_TYPE_STRING, error);

  return node != NULL ? json_node_get_string (node) : NULL;
}

/**
 * vsl_json_get_int:
 * @object: an object
 * @member: the name of a member
 * @min: the least value that is allowed
 * @max: the greatest value that is allowed
 * @value: (out): the number; untouched on error
 * @error: return location for an error
 *
 * A number with a fraction, and a text that looks like a number, are the wrong type.
 *
 * Returns: whether there is an integer from @min to @max
 */
gboolean
vsl_json_get_int (JsonObject  *object,
                  const char  *member,
                  gint64       min,
                  gint64       max,
                  gint64      *value,
                  GError     **error)
{
  JsonNode *node;
  gint64 number;

  g_return_val_if_fail (object != NULL && value != NULL, FALSE);

  node = get_value (object, member, G_TYPE_INT64, error);
  if (node == NULL)
    return FALSE;

  number = json_node_get_int (node);
  if (number < min || number > max)
    {
      set_wrong_type (member, error);
      return FALSE;
    }

  *value = number;
  return TRUE;
}

/**
 * vsl_json_get_boolean:
 * @object: an object
 * @member: the name of a member
 * @value: (out): the truth value; untouched on error
 * @error: return location for an error
 *
 * Returns: whether there is one
 */
gboolean
vsl_json_get_boolean (JsonObject  *object,
                      const char  *member,
                      gboolean    *value,
                      GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL && value != NULL, FALSE);

  node = get_value (object, member, G_TYPE_BOOLEAN, error);
  if (node == NULL)
    return FALSE;

  *value = json_node_get_boolean (node);
  return TRUE;
}

/**
 * vsl_json_get_object:
 * @object: an object
 * @member: the name of a member
 * @error: return location for an error
 *
 * Returns: (transfer none): the object, owned by @object, or %NULL with a #VslJsonError
 */
JsonObject *
vsl_json_get_object (JsonObject  *object,
                     const char  *member,
                     GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, NULL);

  node = get_member (object, member, error);
  if (node != NULL && !JSON_NODE_HOLDS_OBJECT (node))
    {
      set_wrong_type (member, error);
      return NULL;
    }

  return node != NULL ? json_node_get_object (node) : NULL;
}

/**
 * vsl_json_get_array:
 * @object: an object
 * @member: the name of a member
 * @error: return location for an error
 *
 * Returns: (transfer none): the array, owned by @object, or %NULL with a #VslJsonError
 */
JsonArray *
vsl_json_get_array (JsonObject  *object,
                    const char  *member,
                    GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, NULL);

  node = get_member (object, member, error);
  if (node != NULL && !JSON_NODE_HOLDS_ARRAY (node))
    {
      set_wrong_type (member, error);
      return NULL;
    }

  return node != NULL ? json_node_get_array (node) : NULL;
}

/**
 * vsl_json_as_object:
 * @node: a node, for example the root or an element of an array
 * @error: return location for an error
 *
 * Returns: (transfer none): the object that it is, or %NULL with %VSL_JSON_ERROR_WRONG_TYPE
 */
JsonObject *
vsl_json_as_object (JsonNode  *node,
                    GError   **error)
{
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, VSL_JSON_ERROR, VSL_JSON_ERROR_WRONG_TYPE,
                           _("An object was expected here."));
      return NULL;
    }

  return json_node_get_object (node);
}

/**
 * vsl_json_as_array:
 * @node: a node, for example the root
 * @error: return location for an error
 *
 * Returns: (transfer none): the array that it is, or %NULL with %VSL_JSON_ERROR_WRONG_TYPE
 */
JsonArray *
vsl_json_as_array (JsonNode  *node,
                   GError   **error)
{
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    {
      g_set_error_literal (error, VSL_JSON_ERROR, VSL_JSON_ERROR_WRONG_TYPE,
                           _("A list was expected here."));
      return NULL;
    }

  return json_node_get_array (node);
}
