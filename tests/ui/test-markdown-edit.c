/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "ui/vsl-markdown-edit.h"

/* In all texts “‹” and “›” are the ends of the selection; one “›” alone is the cursor. */
typedef struct
{
  const char *name;
  char        operation; /* b(old), i(talic), l(ink), p(aragraph), or the level of a heading */
  const char *before;
  const char *after;
} Case;

static const Case cases[] = {
  { "bold-selection", 'b', "de ‹brug› op", "de **‹brug›** op" },
  { "bold-off", 'b', "de **‹brug›** op", "de ‹brug› op" },
  { "bold-without-outer-spaces", 'b', "de‹ brug ›op", "de **‹brug›** op" },
  { "bold-word-at-cursor", 'b', "de br›ug op", "de **‹brug›** op" },
  { "bold-word-just-typed", 'b', "de brug›", "de **‹brug›**" },
  { "bold-nothing", 'b', "de › op", "de **›** op" },
  { "bold-off-inside-both", 'b', "***‹brug›***", "*‹brug›*" },
  { "bold-adds-to-italic", 'b', "*‹brug›*", "***‹brug›***" },
  { "italic-selection", 'i', "de ‹brug› op", "de *‹brug›* op" },
  { "italic-off", 'i', "*‹brug›*", "‹brug›" },
  { "italic-adds-to-bold", 'i', "**‹brug›**", "***‹brug›***" },
  { "italic-off-inside-both", 'i', "***‹brug›***", "**‹brug›**" },
  { "link-selection", 'l', "zie ‹daar› eens", "zie [daar](›) eens" },
  { "link-address", 'l', "‹https://example.org›", "[›](https://example.org)" },
  { "link-nothing", 'l', "zie › eens", "zie [›]() eens" },
  { "heading", '2', "een\nde br›ug\ntwee", "een\n## de br›ug\ntwee" },
  { "heading-other-level", '3', "## de br›ug", "### de br›ug" },
  { "heading-off", '2', "## de br›ug", "de br›ug" },
  { "heading-not-a-tag", '1', "#br›ug", "# #br›ug" },
  { "heading-empty-line", '2', "›", "## ›" },
  { "paragraph-empty", 'p', "›", "![](a)\n\n›" },
  { "paragraph-in-words", 'p', "een› twee", "een\n\n![](a)\n\n›twee" },
  { "paragraph-between", 'p', "een›\n\ntwee", "een\n\n![](a)\n\n›twee" },
  { "paragraph-on-empty-line", 'p', "een\n\n›\n\ntwee", "een\n\n![](a)\n\n›twee" },
  { "paragraph-before-indented", 'p', "een›\n\n    twee", "een\n\n![](a)\n\n›    twee" },
  { "paragraph-at-start", 'p', "›een", "![](a)\n\n›een" },
};

static void
set_marked (GtkTextBuffer *buffer,
            const char    *marked)
{
  g_auto(GStrv) open = g_strsplit (marked, "‹", 2);
  g_auto(GStrv) close = g_strsplit (open[1] != NULL ? open[1] : open[0], "›", 2);
  g_autofree char *text = g_strconcat (open[1] != NULL ? open[0] : "", close[0], close[1], NULL);
  int from = open[1] != NULL ? (int) g_utf8_strlen (open[0], -1) : 0;
  int to = from + (int) g_utf8_strlen (close[0], -1);
  GtkTextIter start, end;

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, open[1] != NULL ? from : to);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

static char *
dup_marked (GtkTextBuffer *buffer)
{
  GtkTextIter first, start, end, last;
  g_autofree char *left = NULL;
  g_autofree char *middle = NULL;
  g_autofree char *right = NULL;
  gboolean selected = gtk_text_buffer_get_selection_bounds (buffer, &start, &end);

  gtk_text_buffer_get_bounds (buffer, &first, &last);
  left = gtk_text_buffer_get_text (buffer, &first, &start, TRUE);
  middle = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  right = gtk_text_buffer_get_text (buffer, &end, &last, TRUE);
  return g_strconcat (left, selected ? "‹" : "", middle, "›", right, NULL);
}

static void
test_edit (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  gtk_text_buffer_begin_irreversible_action (buffer);
  set_marked (buffer, c->before);
  gtk_text_buffer_end_irreversible_action (buffer);
  before = dup_marked (buffer);
  g_assert_cmpstr (before, ==, c->before);

  if (c->operation == 'b' || c->operation == 'i')
    vsl_markdown_edit_toggle_mark (buffer, c->operation == 'b' ? "**" : "*");
  else if (c->operation == 'l')
    vsl_markdown_edit_insert_link (buffer);
  else if (c->operation == 'p')
    vsl_markdown_edit_insert_sentence (buffer, "\n\n![](a)\n\n");
  else
    vsl_markdown_edit_set_heading (buffer, (guint) (c->operation - '0'));
  after = dup_marked (buffer);
  g_assert_cmpstr (after, ==, c->after);
}

/* Whatever an operation did is one step back. */
static void
test_undo (void)
{
  g_autoptr(GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_begin_irreversible_action (buffer);
  set_marked (buffer, "de ‹brug› op");
  gtk_text_buffer_end_irreversible_action (buffer);
  vsl_markdown_edit_toggle_mark (buffer, "**");
  gtk_text_buffer_undo (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (text, ==, "de brug op");
  g_assert_false (gtk_text_buffer_get_can_undo (buffer));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/markdown-edit/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_edit);
    }
  g_test_add_func ("/markdown-edit/undo", test_undo);

  return g_test_run ();
}
