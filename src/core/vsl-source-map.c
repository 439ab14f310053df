/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-source-map.h"

typedef struct
{
  VslField field;
  gsize offset;
  gsize length;
  guint line;
  guint column;
} Run;

struct _VslSourceMap
{
  gatomicrefcount ref_count;
  GArray *runs[VSL_FIELD_NONE]; /* (owned) (nullable) of Run, by field, in order of offset */
};

/**
 * vsl_source_map_new:
 *
 * Returns: (transfer full): an empty map
 */
VslSourceMap *
vsl_source_map_new (void)
{
  VslSourceMap *self = g_new0 (VslSourceMap, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

/**
 * vsl_source_map_ref:
 * @self: the map
 *
 * Returns: (transfer full): @self
 */
VslSourceMap *
vsl_source_map_ref (VslSourceMap *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * vsl_source_map_unref:
 * @self: (transfer full): the map
 *
 * Gives a reference back; the last one frees the map.
 */
void
vsl_source_map_unref (VslSourceMap *self)
{
  guint i;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (i = 0; i < G_N_ELEMENTS (self->runs); i++)
    g_clear_pointer (&self->runs[i], g_array_unref);
  g_free (self);
}

/**
 * vsl_source_map_add:
 * @self: the map, while it is being filled
 * @field: a field of the article
 * @offset: where the run starts in @field, in characters; not before the end of the run before
 * @length: how long it is, in characters; a run of 0 is not kept
 * @line: the line of the file on which it stands, from 1
 * @column: its first column there, in characters from 1
 *
 * Adds a stretch that stands in the file as it stands in the field.
 */
void
vsl_source_map_add (VslSourceMap *self,
                    VslField      field,
                    gsize         offset,
                    gsize         length,
                    guint         line,
                    guint         column)
{
  Run run = { field, offset, length, line, column };

  g_return_if_fail (self != NULL);
  g_return_if_fail ((guint) field < VSL_FIELD_NONE);

  if (length == 0)
    return;

  if (self->runs[field] == NULL)
    self->runs[field] = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_append_val (self->runs[field], run);
}

/**
 * vsl_source_map_find:
 * @self: the map
 * @field: a field of the article
 * @offset: a place in @field, in characters from 0
 * @line: (out) (optional): the line of the file, from 1
 * @column: (out) (optional): the column of the file in characters, from 1
 *
 * Finds where a character of a field stood in the file. A character that the importer put in between
 * two runs belongs to the end of the run before it.
 *
 * Returns: whether the place is known
 */
gboolean
vsl_source_map_find (VslSourceMap *self,
                     VslField      field,
                     gsize         offset,
                     guint        *line,
                     guint        *column)
{
  GArray *runs;
  const Run *run;
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint) field <= VSL_FIELD_NONE, FALSE);

  runs = field < VSL_FIELD_NONE ? self->runs[field] : NULL;
  if (runs == NULL || offset < g_array_index (runs, Run, 0).offset)
    return FALSE;

  /* The last run that starts at or before the offset. */
  high = runs->len;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (runs, Run, middle).offset <= offset)
        low = middle;
      else
        high = middle;
    }

  run = &g_array_index (runs, Run, low);
  if (line != NULL)
    *line = run->line;
  if (column != NULL)
    *column = run->column + (guint) MIN (offset - run->offset, run->length);

  return TRUE;
}
