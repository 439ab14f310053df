/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-text.h"
#include "exchange/vsl-plain-escape.h"
#include "markup/vsl-render.h"

#include <string.h>

#define N_TEXTS 40000

static const struct
{
  const char *text;
  const char *expected;
} texts[] = {
  { "gewone tekst, met (haakjes) [en haken] – 100% & meer!", NULL },
  { "#haven 1.5 2020: -5 +3 =2 a_b a*b", "#haven 1.5 2020: -5 +3 =2 a_b a\\*b" },
  { "2 * 3 _ 4", NULL },
  { "# x", "\\# x" },
  { "####### x", NULL },
  { "12. x", "12\\. x" },
  { "x\n2. y\n1. z", "x\n2. y\n1\\. z" },
  { "- x", "\\- x" },
  { "---", "\\---" },
  { "x\n===", "x\n\\===" },
  { "-5 graden", NULL },
  { "> x", "\\> x" },
  { "[a](b)", "[a\\](b)" },
  { "[a]: b", "[a\\]: b" },
  { "<b> a < b <3", "\\<b> a < b <3" },
  { "&amp; & &x", "\\&amp; & &x" },
  { "a\\*b \\ c\\d", "a\\\\\\*b \\ c\\d" },
  { "::: x", "\\::: x" },
  { "~~~ x", "\\~~~ x" },
  { "`x`", "\\`x\\`" },
};

static void
test_table (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const char *expected = texts[i].expected != NULL ? texts[i].expected : texts[i].text;
  g_autofree char *escaped = vsl_plain_escape (texts[i].text);
  g_autofree char *back = vsl_plain_unescape (escaped);

  g_assert_cmpstr (escaped, ==, expected);
  g_assert_cmpstr (back, ==, texts[i].text);
}

/* Lines of signs and letters, without white space at their ends. */
static char *
make_text (GRand *rand)
{
  static const char *const pieces[] = {
    "*",  "**", "_", "__", "`", "```", "#",  "##", ">",     "-",   "---", "+",    "=",  "==",
    "~~~", ":::", "[", "]", "(", ")",   "](", "]:", "![",    "<",   ">",   "<b>",  "</", "<!--",
    "&",  "&lt;", "&#65;", ";", "\\", "\\\\", "a", "b", "1", "12", ".",   ")",    " ",  " ",
    " ",  "\n", "é", "“", "http://x.y", "m@x.y", "!", "|", "'", "\""
  };
  GString *text = g_string_new ("");
  gint32 i, n = g_rand_int_range (rand, 1, 16);
  g_auto(GStrv) lines = NULL;

  for (i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  lines = g_strsplit (text->str, "\n", -1);
  g_string_truncate (text, 0);
  for (i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] == '\0')
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, lines[i]);
    }
  if (text->len == 0)
    g_string_append_c (text, 'x');

  return g_string_free (text, FALSE);
}

/* What a reader of the Markdown sees is the text: with a reader of its own as the judge. */
static void
test_meaning (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260104);
  guint i;

  for (i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = make_text (rand);
      g_autofree char *escaped = vsl_plain_escape (text);
      g_autofree char *back = vsl_plain_unescape (escaped);
      g_autofree char *seen = vsl_render_body_text (escaped);
      g_autofree char *wanted = vsl_text_collapse_spaces (text);
      g_autofree char *shown = vsl_text_collapse_spaces (seen);

      if (!g_str_equal (shown, wanted))
        g_test_message ("«%s» was written as «%s»", text, escaped);
      g_assert_cmpstr (shown, ==, wanted);
      g_assert_cmpstr (back, ==, text);
    }
}

int
main (int   argc,
      char *argv[])
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/escape/table/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_table);
    }
  g_test_add_func ("/escape/meaning", test_meaning);

  return g_test_run ();
}
