/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-publication-options.h"

#include "core/vsl-json.h"

#include <string.h>

#define MAX_BYTES (64 * 1024)

/**
 * vsl_publication_options_copy:
 * @self: (out caller-allocates): where they go; not cleared before
 * @other: what is asked for
 *
 * Copies options with the texts in them.
 */
void
vsl_publication_options_copy (VslPublicationOptions       *self,
                              const VslPublicationOptions *other)
{
  g_return_if_fail (self != NULL && other != NULL);

  *self = *other;
  if (other->placement != NULL)
    g_object_ref (other->placement);
}

/**
 * vsl_publication_options_clear:
 * @self: options
 *
 * Frees the texts in them, and sets all to zero: a draft, and nothing special.
 */
void
vsl_publication_options_clear (VslPublicationOptions *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->placement);
  memset (self, 0, sizeof *self);
}

static void
add_flag (JsonBuilder *builder,
          const char  *name,
          gboolean     value)
{
  if (!value)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, TRUE);
}

/* As an object of its own, and only when something is chosen. */
static void
add_placement (JsonBuilder  *builder,
               VslPlacement *placement)
{
  g_autofree char *text = placement != NULL ? vsl_placement_to_json (placement) : NULL;

  if (text == NULL || g_str_equal (text, "{}"))
    return;

  json_builder_set_member_name (builder, "placement");
  json_builder_add_value (builder, json_from_string (text, NULL));
}

/**
 * vsl_publication_options_to_json:
 * @self: options
 *
 * Returns: (transfer full): a JSON object as text, with what is special about them
 */
char *
vsl_publication_options_to_json (const VslPublicationOptions *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "as");
  json_builder_add_string_value (builder, vsl_remote_status_get_name (self->as));
  if (self->at != 0)
    {
      json_builder_set_member_name (builder, "at");
      json_builder_add_int_value (builder, self->at);
    }
  add_flag (builder, "create-terms", self->create_terms);
  add_flag (builder, "allow-shrink", self->allow_shrink);
  add_flag (builder, "overwrite", self->overwrite);
  add_flag (builder, "no-canonical", self->no_canonical);
  add_placement (builder, self->placement);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static gboolean
read_flag (JsonObject *object,
           const char *name)
{
  gboolean value = FALSE;

  return vsl_json_has (object, name) && vsl_json_get_boolean (object, name, &value, NULL) && value;
}

/**
 * vsl_publication_options_read:
 * @self: (out caller-allocates): where they go; not cleared before
 * @json: (nullable): what vsl_publication_options_to_json() gave
 *
 * Reads options. What cannot be read is as if it had not been asked for, which is always the more
 * careful of the two.
 */
void
vsl_publication_options_read (VslPublicationOptions *self,
                              const char            *json)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (json != NULL ? json : "",
                                                json != NULL ? strlen (json) : 0);
  g_autoptr(JsonNode) root = vsl_json_parse (bytes, MAX_BYTES, NULL);
  JsonObject *object = root != NULL ? vsl_json_as_object (root, NULL) : NULL;

  g_return_if_fail (self != NULL);

  memset (self, 0, sizeof *self);
  if (object == NULL)
    return;

  if (vsl_json_has (object, "as") &&
      !vsl_remote_status_from_name (vsl_json_get_string (object, "as", NULL), &self->as))
    self->as = VSL_REMOTE_DRAFT;
  if (vsl_json_has (object, "at") &&
      !vsl_json_get_int (object, "at", 0, G_MAXINT64, &self->at, NULL))
    self->at = 0;
  self->create_terms = read_flag (object, "create-terms");
  self->allow_shrink = read_flag (object, "allow-shrink");
  self->overwrite = read_flag (object, "overwrite");
  self->no_canonical = read_flag (object, "no-canonical");
  if (vsl_json_has (object, "placement") && vsl_json_get_object (object, "placement", NULL) != NULL)
    {
      g_autofree char *text = json_to_string (json_object_get_member (object, "placement"), FALSE);

      self->placement = vsl_placement_new_from_json (text);
    }
}

/**
 * vsl_publication_options_equal:
 * @a: options
 * @b: options
 *
 * Returns: whether both ask for the same
 */
gboolean
vsl_publication_options_equal (const VslPublicationOptions *a,
                               const VslPublicationOptions *b)
{
  g_autofree char *text_a = vsl_publication_options_to_json (a);
  g_autofree char *text_b = vsl_publication_options_to_json (b);

  return g_str_equal (text_a, text_b);
}
