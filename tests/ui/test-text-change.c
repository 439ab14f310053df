/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "ui/vsl-text-change.h"

#include <string.h>

/* In all texts “|” is the cursor. */
typedef struct
{
  const char *name;
  const char *before;
  const char *text;
  const char *after;
} Case;

static const Case cases[] = {
  { "same", "de |brug", "de brug", "de |brug" },
  { "insert-before-cursor", "de br|ug", "de lange brug", "de lange br|ug" },
  { "insert-after-cursor", "de| brug", "de brug over", "de| brug over" },
  { "delete-before-cursor", "de lange br|ug", "de brug", "de br|ug" },
  { "accents-stay-whole", "ca|fé", "cafè", "ca|fè" },
  { "two-bytes-in-common", "één| twee", "één drie twee", "één| drie twee" },
  { "emptied", "a|b", "", "|" },
  { "filled", "|", "ab", "ab|" },
  { "repeated-letters", "aa|aa", "aaaaaa", "aa|aaaa" },
};

static void
set_marked (GtkTextBuffer *buffer,
            const char    *marked)
{
  const char *bar = strchr (marked, '|');
  g_autofree char *text = g_strdup_printf ("%.*s%s", (int) (bar - marked), marked, bar + 1);
  GtkTextIter cursor;

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, (int) g_utf8_strlen (marked, bar - marked));
  gtk_text_buffer_place_cursor (buffer, &cursor);
}

static char *
dup_marked (GtkTextBuffer *buffer)
{
  GtkTextIter start, cursor, end;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  left = gtk_text_buffer_get_text (buffer, &start, &cursor, TRUE);
  right = gtk_text_buffer_get_text (buffer, &cursor, &end, TRUE);
  return g_strdup_printf ("%s|%s", left, right);
}

static void
test_apply (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean changed;

  set_marked (buffer, c->before);
  before = dup_marked (buffer);
  g_assert_cmpstr (before, ==, c->before);

  changed = vsl_text_change_apply (buffer, c->text);
  after = dup_marked (buffer);
  g_assert_cmpstr (after, ==, c->after);
  g_assert_cmpint (changed, ==, strcmp (c->before, c->after) != 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text-change/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_apply);
    }

  return g_test_run ();
}
