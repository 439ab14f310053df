/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "body-generator.h"

#include <string.h>

typedef struct
{
  GRand *rand;
  GString *out;
  guint n_words;
} Generator;

static guint
pick (Generator *self,
      guint      n)
{
  return g_rand_int_range (self->rand, 0, n);
}

static void
add_word (Generator *self)
{
  g_string_append_printf (self->out, "wé%u", self->n_words++);
}

static void
add_words (Generator *self,
           guint      n)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (self->out, ' ');
      add_word (self);
    }
}

static void
add_wrapped (Generator  *self,
             const char *before,
             const char *after)
{
  g_string_append (self->out, before);
  add_words (self, 1 + pick (self, 3));
  g_string_append (self->out, after);
}

static void
add_inline (Generator *self)
{
  static const char * const wraps[][2] = {
    { "*", "*" }, { "_", "_" }, { "**", "**" }, { "***", "***" }, { "`", "`" }, { "`` ` ", " ``" },
    { "[", "](https://example.org/a_(b)?c=1&d=2 \"e\")" }, { "[*", "*](</x y>)" },
    { "[", "](javascript:x)" }, { "![", "](/c.jpg)" },
    { "[![", "](/d.png)](https://example.org)" }, { "![", "](data:x)" },
    { "<b>", "</b>" }, { "“", "”" }, { "(\\*", "\\*)" }, { "&lt;", "&gt; &amp; & \302\240" },
    { "[", "] [a]" }, { "<!-- ", " -->" }, { "<https://example.org/", ">" },
    { "< ", " > 'x' \"y\"" }, { "*a **", "** b*" }, { "[gallery] ", " &copy;" },
    { "\\`", "\\\\" }, { "![*", "* b](e.jpg \"f & g\")" },
  };
  guint kind = pick (self, 2 * G_N_ELEMENTS (wraps));

  if (kind >= G_N_ELEMENTS (wraps))
    add_words (self, 1 + pick (self, 5));
  else if (g_str_has_prefix (wraps[kind][0], "<https"))
    g_string_append (self->out, "<https://example.org/>");
  else
    add_wrapped (self, wraps[kind][0], wraps[kind][1]);
}

static void
add_line (Generator *self)
{
  guint n = 1 + pick (self, 4);

  add_word (self);
  while (n-- > 0)
    {
      g_string_append_c (self->out, ' ');
      add_inline (self);
    }
}

static void
add_paragraph (Generator  *self,
               const char *prefix)
{
  static const char * const ends[] = { "", "\\", "  " };
  guint n = pick (self, 3);

  g_string_append (self->out, prefix);
  add_line (self);
  while (n-- > 0)
    {
      g_string_append_printf (self->out, "%s\n%s", ends[pick (self, G_N_ELEMENTS (ends))], prefix);
      add_line (self);
    }
  g_string_append_c (self->out, '\n');
}

static void
add_list (Generator  *self,
          const char *indent,
          guint       depth)
{
  static const char * const signs[] = { "- ", "* ", "1. ", "7) " };
  const char *sign = signs[pick (self, G_N_ELEMENTS (signs))];
  g_autofree char *inner = g_strdup_printf ("%s%*s", indent, (int) strlen (sign), "");
  gboolean loose = pick (self, 3) == 0;
  guint n = 1 + pick (self, 4);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (self->out, "%s%s", indent, sign);
      add_line (self);
      g_string_append_c (self->out, '\n');
      if (pick (self, 4) == 0)
        {
          g_string_append_c (self->out, '\n');
          add_paragraph (self, inner);
        }
      if (pick (self, 6) == 0)
        {
          g_string_append_printf (self->out, "%s```\n%s  ", inner, inner);
          add_words (self, 3);
          g_string_append_printf (self->out, "\n%s```\n", inner);
        }
      if (depth < 3 && pick (self, 4) == 0)
        add_list (self, inner, depth + 1);
      if (loose)
        g_string_append_c (self->out, '\n');
    }
}

static void
add_verbatim (Generator *self)
{
  static const char * const fences[][2] = {
    { "```\n", "\n```\n" }, { "~~~~ c\n::: kader\n```\n", "\n\n  x[1] < 2\n~~~~\n" },
    { "    ", "\n    y\n" }, { "```{=html}\n<p class=\"a\">", " &amp; b</p>\n```\n" },
    { "```{=blocks}\n<!-- wp:verse -->\n<pre class=\"wp-block-verse\">",
      "</pre>\n<!-- /wp:verse -->\n```\n" },
    { "<div class=\"x\">\n", "\n</div>\n" }, { "<!--\n::: streamer\n", "\n-->\n" },
    { "```\nhttps://example.org/\n[b] ", "\n```\n" },
  };
  guint kind = pick (self, G_N_ELEMENTS (fences));

  add_wrapped (self, fences[kind][0], fences[kind][1]);
}

static void
add_block (Generator *self,
           guint      depth)
{
  static const char * const opens[] = { "::: streamer\n", "::: kader ", "::: box\n",
                                        ":::: pullquote\n" };
  guint open = pick (self, G_N_ELEMENTS (opens));

  switch (pick (self, depth < 3 ? 10 : 8))
    {
    case 0:
      g_string_append_printf (self->out, "%.*s ", 1 + (int) pick (self, 6), "######");
      add_line (self);
      g_string_append_c (self->out, '\n');
      break;
    case 1:
      add_list (self, "", 0);
      break;
    case 2:
      add_paragraph (self, "> ");
      g_string_append (self->out, ">\n> - ");
      add_line (self);
      g_string_append (self->out, "\n");
      break;
    case 3:
      add_verbatim (self);
      break;
    case 4:
      g_string_append (self->out, pick (self, 2) ? "***\n" : "::: deelnemers\n");
      break;
    case 5:
      add_wrapped (self, "![", "](/x.jpg \"y\")\n");
      break;
    case 6:
    case 7:
      add_paragraph (self, "");
      break;
    default:
      g_string_append (self->out, opens[open]);
      if (open == 1)
        add_wrapped (self, "", " & *\n");
      for (guint n = 1 + pick (self, 3); n > 0; n--)
        add_block (self, depth + 1);
      if (open == 0 && pick (self, 2))
        add_wrapped (self, "\n— ", "\n");
      if (pick (self, 5) > 0)
        g_string_append (self->out, ":::\n");
    }

  g_string_append_c (self->out, '\n');
}

/**
 * body_generator_make:
 * @seed: a number
 *
 * Returns: (transfer full): a body such as people write, with everything the syntax has
 */
char *
body_generator_make (guint32 seed)
{
  Generator self = { g_rand_new_with_seed (seed), g_string_new (NULL), 0 };

  for (guint n = 1 + pick (&self, 8); n > 0; n--)
    add_block (&self, 0);
  g_string_append (self.out, "[a]: https://example.org/a\n");
  g_rand_free (self.rand);

  return g_string_free (self.out, FALSE);
}

/**
 * body_generator_make_wild:
 * @seed: a number
 *
 * Returns: (transfer full): a body of signs in any order. Definitions of links and the names of
 *   languages of code are not in it: words there are not text
 */
char *
body_generator_make_wild (guint32 seed)
{
  static const char * const signs[] = {
    "\n", "\n", "\n\n", "\n\n", " ", " ", "    ", "\t", "*", "**", "_", "`x", "``x", "\n```\n",
    "\n~~~\n", "> ", "\n> ", "\n- ", "\n  - ", "\n1. ", "\n# ", "\n===\n", "\n---\n", "\n:::\n",
    "\n::: kader ", "\n::: streamer\n", "\n::: deelnemers\n", "\n::: x\n", "<b>", "<", ">", "<!--",
    "-->", "\n<div>\n", "\n<script>\n", "</script>\n", "\n<pre>", "<?", "?>", "<![CDATA[",
    "]]>", "&", "&amp;", "&nGt;", "\\", "\\*", "\r\n", "\r", "![", "(", ")", "\"", "“", "é", "\302\240", "—", "😀",
  };
  Generator self = { g_rand_new_with_seed (seed), g_string_new (NULL), 0 };

  for (guint n = 5 + pick (&self, 80); n > 0; n--)
    {
      if (pick (&self, 3) == 0)
        {
          g_string_append_c (self.out, ' ');
          add_word (&self);
        }
      else
        {
          g_string_append (self.out, signs[pick (&self, G_N_ELEMENTS (signs))]);
        }
    }
  g_rand_free (self.rand);

  return g_string_free (self.out, FALSE);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/**
 * body_generator_find_words:
 * @text: what became of a body
 *
 * Returns: (transfer full): the generator's words in it, sorted
 */
char **
body_generator_find_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new ();

  for (const char *p = strstr (text, "wé"); p != NULL; p = strstr (p + 1, "wé"))
    {
      gsize n = strspn (p + strlen ("wé"), "0123456789");

      g_ptr_array_add (words, g_strndup (p, strlen ("wé") + n));
    }
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (words, FALSE);
}
