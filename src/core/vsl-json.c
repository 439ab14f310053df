/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "config.h"

#include "core/vsl-json.h"

#include "core/vsl-json-scanner.h"

#include <glib/gi18n.h>

/*
 * JSON from disk and from the network. The typed getters return an error where json-glib's would log a
 * critical and return 0.
 */

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
  const char *text;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &size);
  if (size > (max_bytes != 0 ? max_bytes : VSL_JSON_MAX_BYTES))
    {
      g_autofree char *actual = g_format_size (size);

      g_set_error (error, VSL_JSON_ERROR, VSL_JSON_ERROR_TOO_LARGE, _("The JSON is too large: %s."),
                   actual);
      return NULL;
    }
  if (!vsl_json_scanner_check (text, size, error))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, size, error))
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
