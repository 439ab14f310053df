/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "cli/vsl-cli-table.h"

struct _VslCliTable
{
  guint n_columns;
  GPtrArray *cells; /* (owned) of char *, row by row */
};

/* Columns as a terminal counts them: wide characters take two, marks none. */
static guint
measure (const char *text)
{
  guint width = 0;
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

/**
 * vsl_cli_table_new:
 * @n_columns: how many cells a row has
 *
 * Returns: (transfer full): an empty table
 */
VslCliTable *
vsl_cli_table_new (guint n_columns)
{
  VslCliTable *self = g_new0 (VslCliTable, 1);

  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * vsl_cli_table_free:
 * @self: (transfer full): the table
 *
 * Frees it.
 */
void
vsl_cli_table_free (VslCliTable *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * vsl_cli_table_add:
 * @self: the table
 * @...: as many texts as there are columns, then %NULL
 *
 * Adds a row.
 */
void
vsl_cli_table_add (VslCliTable *self,
                   ...)
{
  va_list cells;
  const char *cell;

  g_return_if_fail (self != NULL);

  va_start (cells, self);
  while ((cell = va_arg (cells, const char *)) != NULL)
    g_ptr_array_add (self->cells, g_strdup (cell));
  va_end (cells);

  g_return_if_fail (self->cells->len % self->n_columns == 0);
}

/**
 * vsl_cli_table_print:
 * @self: the table
 *
 * Prints its rows to standard output.
 */
void
vsl_cli_table_print (VslCliTable *self)
{
  g_autofree guint *widths = NULL;
  guint i;

  g_return_if_fail (self != NULL);

  widths = g_new0 (guint, self->n_columns);
  for (i = 0; i < self->cells->len; i++)
    widths[i % self->n_columns] =
      MAX (widths[i % self->n_columns], measure (g_ptr_array_index (self->cells, i)));

  for (i = 0; i < self->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (self->cells, i);
      guint column = i % self->n_columns;

      if (column + 1 == self->n_columns)
        g_print ("%s\n", cell);
      else
        g_print ("%s%*s", cell, (int) (widths[column] - measure (cell) + 2), "");
    }
}
