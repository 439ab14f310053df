/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-json.h"

#include <string.h>

#define OK -1

static const struct
{
  const char *name;
  const char *text;
  int code; /* OK or a VslJsonError */
} documents[] = {
  { "object", "{\"a\":1}", OK },
  { "array", " [1, -2.5e3, \"x\", true, false, null, {}, []] \n", OK },
  { "escapes", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"]", OK },
  { "largest", "[9223372036854775807, -9223372036854775808]", OK },
  { "empty", "", VSL_JSON_ERROR_MALFORMED },
  { "space", " \n ", VSL_JSON_ERROR_MALFORMED },
  { "scalar-root", "1", VSL_JSON_ERROR_MALFORMED },
  { "two-roots", "{}{}", VSL_JSON_ERROR_MALFORMED },
  { "trailing-text", "{} x", VSL_JSON_ERROR_MALFORMED },
  { "assignment", "var x = {}", VSL_JSON_ERROR_MALFORMED },
  { "null-escape", "[\"x\\u0000y\"]", VSL_JSON_ERROR_MALFORMED },
  { "too-large-integer", "[9223372036854775808]", VSL_JSON_ERROR_MALFORMED },
  { "leading-zero", "[01]", VSL_JSON_ERROR_MALFORMED },
  { "bare-minus", "[-]", VSL_JSON_ERROR_MALFORMED },
  { "no-fraction", "[1.]", VSL_JSON_ERROR_MALFORMED },
  { "trailing-comma", "[1,]", VSL_JSON_ERROR_MALFORMED },
  { "trailing-comma-object", "{\"a\":1,}", VSL_JSON_ERROR_MALFORMED },
  { "single-quotes", "{'a':1}", VSL_JSON_ERROR_MALFORMED },
  { "comment", "[1 /* one */]", VSL_JSON_ERROR_MALFORMED },
  { "unquoted-name", "{a:1}", VSL_JSON_ERROR_MALFORMED },
  { "unclosed", "[[1]", VSL_JSON_ERROR_MALFORMED },
  { "crossed", "[{]}", VSL_JSON_ERROR_MALFORMED },
  { "newline-in-text", "[\"a\nb\"]", VSL_JSON_ERROR_MALFORMED },
  { "bad-utf8", "[\"\xff\"]", VSL_JSON_ERROR_MALFORMED },
  { "byte-order-mark", "\xEF\xBB\xBF[]", VSL_JSON_ERROR_MALFORMED },
  { "php-warning", "<br /><b>Warning</b>: x {\"a\":1}", VSL_JSON_ERROR_MALFORMED },
  { "wrong-word", "[nul]", VSL_JSON_ERROR_MALFORMED },
};

static JsonNode *
parse (const char  *text,
       gssize       length,
       GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return vsl_json_parse (bytes, 0, error);
}

static void
test_document (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = parse (documents[i].text, -1, &error);

  if (documents[i].code == OK)
    {
      g_assert_no_error (error);
      g_assert_nonnull (root);
    }
  else
    {
      g_assert_error (error, VSL_JSON_ERROR, documents[i].code);
      g_assert_null (root);
    }
}

static void
test_depth (void)
{
  const guint depths[] = { VSL_JSON_MAX_DEPTH, VSL_JSON_MAX_DEPTH + 1, 200000 };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) root = NULL;
      g_autofree char *text = g_malloc (2 * depths[i]);

      memset (text, '[', depths[i]);
      memset (text + depths[i], ']', depths[i]);
      root = parse (text, 2 * depths[i], &error);
      if (depths[i] <= VSL_JSON_MAX_DEPTH)
        g_assert_no_error (error);
      else
        g_assert_error (error, VSL_JSON_ERROR, VSL_JSON_ERROR_TOO_DEEP);
    }
}

static void
test_too_large (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("[1,2,3]", 7);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = vsl_json_parse (bytes, 6, &error);

  g_assert_null (root);
  g_assert_error (error, VSL_JSON_ERROR, VSL_JSON_ERROR_TOO_LARGE);
}

static void
test_null_byte (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = parse ("[\"a\0b\"]", 7, &error);

  g_assert_null (root);
  g_assert_error (error, VSL_JSON_ERROR, VSL_JSON_ERROR_MALFORMED);
}

static void
test_position (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = parse ("{\n  \"é\": x\n}", -1, &error);

  g_assert_null (root);
  g_assert_nonnull (strstr (error->message, "line 2, column 8"));
}

static void
test_getters (void)
{
  g_autoptr(JsonNode) root = parse ("{\"s\":\"x\",\"i\":12,\"t\":\"12\",\"d\":1.5,"
                                    "\"b\":true,\"n\":null,\"o\":{},\"a\":[]}",
                                    -1, NULL);
  JsonObject *object = vsl_json_as_object (root, NULL);
  gint64 number = 7;
  gboolean truth = FALSE;
  const char *wrong_integers[] = { "t", "d", "b", "o" };
  guint i;

  g_assert_cmpstr (vsl_json_get_string (object, "s", NULL), ==, "x");
  g_assert_true (vsl_json_get_int (object, "i", 0, 12, &number, NULL));
  g_assert_cmpint (number, ==, 12);
  g_assert_true (vsl_json_get_boolean (object, "b", &truth, NULL));
  g_assert_true (truth);
  g_assert_nonnull (vsl_json_get_object (object, "o", NULL));
  g_assert_nonnull (vsl_json_get_array (object, "a", NULL));
  g_assert_true (vsl_json_has (object, "s"));
  g_assert_false (vsl_json_has (object, "n"));

  for (i = 0; i < G_N_ELEMENTS (wrong_integers); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (vsl_json_get_int (object, wrong_integers[i], 0, 99, &number, &error));
      g_assert_error (error, VSL_JSON_ERROR, VSL_JSON_ERROR_WRONG_TYPE);
      g_assert_cmpint (number, ==, 12);
    }
}

static void
test_getter_errors (void)
{
  g_autoptr(JsonNode) root = parse ("{\"i\":-1,\"n\":null}", -1, NULL);
  JsonObject *object = vsl_json_as_object (root, NULL);
  g_autoptr(GError) range = NULL;
  g_autoptr(GError) missing = NULL;
  g_autoptr(GError) null = NULL;
  g_autoptr(GError) array = NULL;
  gint64 number;

  g_assert_false (vsl_json_get_int (object, "i", 1, G_MAXINT64, &number, &range));
  g_assert_error (range, VSL_JSON_ERROR, VSL_JSON_ERROR_WRONG_TYPE);
  g_assert_null (vsl_json_get_string (object, "x", &missing));
  g_assert_error (missing, VSL_JSON_ERROR, VSL_JSON_ERROR_MISSING);
  g_assert_nonnull (strstr (missing->message, "x"));
  g_assert_null (vsl_json_get_object (object, "n", &null));
  g_assert_error (null, VSL_JSON_ERROR, VSL_JSON_ERROR_MISSING);
  g_assert_null (vsl_json_as_array (root, &array));
  g_assert_error (array, VSL_JSON_ERROR, VSL_JSON_ERROR_WRONG_TYPE);
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *path = g_strconcat ("/json/document/", documents[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_document);
    }
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/too-large", test_too_large);
  g_test_add_func ("/json/null-byte", test_null_byte);
  g_test_add_func ("/json/position", test_position);
  g_test_add_func ("/json/getters", test_getters);
  g_test_add_func ("/json/getter-errors", test_getter_errors);

  return g_test_run ();
}
