/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-text.h"

#include <string.h>

typedef char *(*TextFunc) (const char *text);

static char *
make_slug (const char *text)
{
  return vsl_text_make_slug (text, 20);
}

static char *
guess_language (const char *text)
{
  return g_strdup (vsl_text_guess_language (text));
}

static char *
count_words (const char *text)
{
  return g_strdup_printf ("%u", vsl_text_count_words (text));
}

static const struct
{
  const char *name;
  TextFunc func;
  const char *text;
  const char *expected;
} texts[] = {
  { "collapse/plain", vsl_text_collapse_spaces, "één twee", "één twee" },
  { "collapse/ends", vsl_text_collapse_spaces, " \t a \n b\u00a0\u00a0c  ", "a b c" },
  { "collapse/nothing", vsl_text_collapse_spaces, " \u00a0 ", "" },
  { "words/none", count_words, " – … :::  ## ", "0" },
  { "words/some", count_words, "Zo’n 30 foto’s – méér niet.", "5" },
  { "words/markdown", count_words, "## Kop\n\n> *één* [twee](x)", "3" },
  { "words/no-break", count_words, "€\u00a05 miljard", "2" },
  { "fold/case-accents", vsl_text_fold, "ÉÉN  Café", "een cafe" },
  { "fold/apostrophes", vsl_text_fold, "zo’n zo'n", "zo'n zo'n" },
  { "slug/headline", make_slug, "‘Eén vreemde, lange kop!’", "een-vreemde-lange" },
  { "slug/exact", make_slug, "aaaaaaaaaa bbbbbbbbb cc", "aaaaaaaaaa-bbbbbbbbb" },
  { "slug/one-long-word", make_slug, "aaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaa" },
  { "slug/apostrophe", make_slug, "Zo’n foto’s", "zon-fotos" },
  { "slug/letters", make_slug, "Straße Łódź Æther", "strasse-lodz-aether" },
  { "slug/edges", make_slug, "--a--b--", "a-b" },
  { "slug/none", make_slug, "日本", "" },
  { "language/dutch", guess_language, "Dat is niet zo, maar het kan met een plan.", "nl" },
  { "language/english", guess_language, "That is not the plan, but a way to do it.", "en" },
  { "language/unknown", guess_language, "", "nl" },
};

static void
test_text (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *result = texts[i].func (texts[i].text);

  g_assert_cmpstr (result, ==, texts[i].expected);
}

#define READ(bytes) bytes, sizeof (bytes) - 1

static const struct
{
  const char *name;
  const char *bytes;
  gsize size;
  int code; /* -1 or a VslTextError */
  VslEncoding encoding;
  const char *expected;
} files[] = {
  { "utf-8", READ ("één\r\n"), -1, VSL_ENCODING_UTF8, "één\r\n" },
  { "empty", READ (""), -1, VSL_ENCODING_UTF8, "" },
  { "bom", READ ("\xEF\xBB\xBFx"), -1, VSL_ENCODING_UTF8_BOM, "x" },
  { "windows-1252", READ ("\x93" "caf\xE9\x94 \x80"), -1, VSL_ENCODING_WINDOWS_1252, "“café” €" },
  { "utf-16-le", READ ("\xFF\xFE\xE9\x00!\x00"), -1, VSL_ENCODING_UTF16, "é!" },
  { "utf-16-be", READ ("\xFE\xFF\x00\xE9\x00!"), -1, VSL_ENCODING_UTF16, "é!" },
  { "utf-16-le-without-mark", READ ("D\x00r\x00i\x00\xEB\x00" "n\x00" "d\x00i\x00j\x00k\x00\n\x00"), -1,
    VSL_ENCODING_UTF16, "Driëndijk\n" },
  { "utf-16-be-without-mark", READ ("\x00" "D\x00r\x00i\x00\xEB\x00n\x00" "d\x00i\x00j\x00k\x00\n"), -1,
    VSL_ENCODING_UTF16, "Driëndijk\n" },
  { "utf-16-cut", READ ("\xFF\xFE\xE9"), VSL_TEXT_ERROR_ENCODING, 0, NULL },
  { "undefined-byte", READ ("caf\xE9 \x81"), VSL_TEXT_ERROR_ENCODING, 0, NULL },
  { "png", READ ("\x89PNG\r\n\x1a\n\0\0"), VSL_TEXT_ERROR_BINARY, 0, NULL },
  { "null", READ ("a\0b"), VSL_TEXT_ERROR_BINARY, 0, NULL },
  { "too-large", READ ("0123456789012345678901234567890123"), VSL_TEXT_ERROR_TOO_LARGE, 0, NULL },
};

static void
test_decode (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GBytes) bytes = g_bytes_new_static (files[i].bytes, files[i].size);
  g_autoptr(GError) error = NULL;
  VslEncoding encoding;
  g_autofree char *text = vsl_text_decode (bytes, 32, &encoding, &error);

  g_assert_cmpstr (text, ==, files[i].expected);
  if (files[i].code < 0)
    {
      g_assert_no_error (error);
      g_assert_cmpint (encoding, ==, files[i].encoding);
    }
  else
    {
      g_assert_error (error, VSL_TEXT_ERROR, files[i].code);
    }
}

/* Bytes made without any have no data either. */
static void
test_decode_nothing (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new (NULL, 0);
  g_autofree char *text = vsl_text_decode (bytes, 32, NULL, NULL);

  g_assert_cmpstr (text, ==, "");
}

static void
test_hash (void)
{
  g_autofree char *hash = vsl_text_hash ("");

  g_assert_cmpstr (hash, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strconcat ("/text/", texts[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_text);
    }
  for (i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/text/decode/", files[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_decode);
    }
  g_test_add_func ("/text/decode-nothing", test_decode_nothing);
  g_test_add_func ("/text/hash", test_hash);

  return g_test_run ();
}
