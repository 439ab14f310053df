/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-block-writer.h"

#include "markup/vsl-escape.h"

#include <string.h>

typedef struct
{
  const char *name; /* (nullable) that of an open block; NULL for the whole */
  gboolean has_inner;
} Level;

struct _VslBlockWriter
{
  GString *out;
  GArray *levels;
  char *token; /* (owned) (nullable) still to be written */
};

static Level *
get_level (VslBlockWriter *self)
{
  return &g_array_index (self->levels, Level, self->levels->len - 1);
}

static void
push_level (VslBlockWriter *self,
            const char     *name)
{
  Level level = { name, FALSE };

  g_array_append_val (self->levels, level);
}

/* Blocks side by side stand an empty line apart; the first stands where its parent begins. */
static void
separate (VslBlockWriter *self)
{
  if (get_level (self)->has_inner)
    g_string_append (self->out, "\n\n");
  get_level (self)->has_inner = TRUE;
}

static void
append_member (GString    *json,
               const char *name,
               const char *value)
{
  if (json->len > 0)
    g_string_append_c (json, ',');
  vsl_escape_append_json (json, name);
  g_string_append_c (json, ':');
  vsl_escape_append_json (json, value);
}

static void
append_token (VslBlockWriter *self,
              GString        *json)
{
  if (json->len > 0)
    g_string_append_c (json, ',');
  g_string_append (json, "\"metadata\":{\"verslag\":");
  vsl_escape_append_json (json, self->token);
  g_string_append_c (json, '}');
  g_clear_pointer (&self->token, g_free);
}

/**
 * vsl_block_writer_new:
 * @token: (nullable): a mark that the first block written with vsl_block_writer_begin() carries in
 *   its metadata, where the site can search it and no reader sees it
 *
 * Returns: (transfer full): a writer
 */
VslBlockWriter *
vsl_block_writer_new (const char *token)
{
  VslBlockWriter *self = g_new0 (VslBlockWriter, 1);

  self->out = g_string_new (NULL);
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  self->token = g_strdup (token);
  push_level (self, NULL);

  return self;
}

/**
 * vsl_block_writer_free:
 * @self: (transfer full): a writer
 */
void
vsl_block_writer_free (VslBlockWriter *self)
{
  g_string_free (self->out, TRUE);
  g_array_unref (self->levels);
  g_free (self->token);
  g_free (self);
}

/**
 * vsl_block_writer_end_text:
 * @self: (transfer full): a writer without open blocks
 *
 * Ends the text. A token that no block could carry yet, because there was none or the author wrote
 * all of them, gets an empty paragraph.
 *
 * Returns: (transfer full): what was written
 */
char *
vsl_block_writer_end_text (VslBlockWriter *self)
{
  char *text;

  if (self->token != NULL)
    {
      vsl_block_writer_begin (self, "paragraph", NULL, NULL);
      g_string_append (self->out, "<p></p>");
      vsl_block_writer_end (self);
    }

  text = g_strdup (self->out->str);
  vsl_block_writer_free (self);

  return text;
}

/**
 * vsl_block_writer_get_out:
 * @self: the writer
 *
 * Returns: (transfer none): where the HTML of the open block goes
 */
GString *
vsl_block_writer_get_out (VslBlockWriter *self)
{
  return self->out;
}

/**
 * vsl_block_writer_has_inner:
 * @self: the writer
 *
 * Returns: whether the open block holds blocks already
 */
gboolean
vsl_block_writer_has_inner (VslBlockWriter *self)
{
  return get_level (self)->has_inner;
}

/**
 * vsl_block_writer_begin:
 * @self: the writer
 * @name: (transfer none): the name of a block of WordPress itself; must live on
 * @attributes: (nullable): members of a JSON object, in the order of the block's definition
 * @class_name: (nullable): the additional class of the block
 *
 * Opens a block.
 */
void
vsl_block_writer_begin (VslBlockWriter *self,
                        const char     *name,
                        const char     *attributes,
                        const char     *class_name)
{
  g_autoptr(GString) json = g_string_new (attributes);

  separate (self);
  if (class_name != NULL)
    append_member (json, "className", class_name);
  if (self->token != NULL)
    append_token (self, json);

  if (json->len > 0)
    g_string_append_printf (self->out, "<!-- wp:%s {%s} -->\n", name, json->str);
  else
    g_string_append_printf (self->out, "<!-- wp:%s -->\n", name);
  push_level (self, name);
}

/**
 * vsl_block_writer_end:
 * @self: the writer
 *
 * Closes the block that was opened last.
 */
void
vsl_block_writer_end (VslBlockWriter *self)
{
  g_return_if_fail (self->levels->len > 1);

  g_string_append_printf (self->out, "\n<!-- /wp:%s -->", get_level (self)->name);
  g_array_set_size (self->levels, self->levels->len - 1);
}

/**
 * vsl_block_writer_append_raw:
 * @self: the writer
 * @blocks: block mark-up
 * @length: its length in bytes
 *
 * Writes blocks that exist already, byte for byte.
 */
void
vsl_block_writer_append_raw (VslBlockWriter *self,
                             const char     *blocks,
                             gsize           length)
{
  separate (self);
  g_string_append_len (self->out, blocks, length);
}
