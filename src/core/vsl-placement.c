/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-core"

#include "core/vsl-placement.h"

#include "core/vsl-json.h"

#include <string.h>

#define MAX_JSON_BYTES (64 * 1024)

/**
 * VslPlacement:
 *
 * How one piece is to be placed on one site, beside its content and its status: what the person who
 * publishes chose for this once. What is chosen once for all pieces are settings of the site.
 *
 * Immutable; any thread.
 */
struct _VslPlacement
{
  GObject parent_instance;

  char    **categories; /* (owned) (nullable) */
  VslChoice sticky;
  VslChoice comments;
  char     *password;   /* (owned) (nullable) */
  char     *author;     /* (owned) (nullable) */
  gboolean  or_pending;
};

G_DEFINE_FINAL_TYPE (VslPlacement, vsl_placement, G_TYPE_OBJECT)

static void
vsl_placement_finalize (GObject *object)
{
  VslPlacement *self = VSL_PLACEMENT (object);

  g_strfreev (self->categories);
  g_free (self->password);
  g_free (self->author);

  G_OBJECT_CLASS (vsl_placement_parent_class)->finalize (object);
}

static void
vsl_placement_class_init (VslPlacementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vsl_placement_finalize;
}

static void
vsl_placement_init (VslPlacement *self)
{
}

/**
 * vsl_placement_new:
 * @values: what is chosen; copied
 *
 * Returns: (transfer full): a placement
 */
VslPlacement *
vsl_placement_new (const VslPlacementValues *values)
{
  VslPlacement *self;

  g_return_val_if_fail (values != NULL, NULL);

  self = g_object_new (VSL_TYPE_PLACEMENT, NULL);
  self->categories = g_strdupv ((char **) values->categories);
  self->sticky = values->sticky;
  self->comments = values->comments;
  self->password = g_strdup (values->password);
  self->author = g_strdup (values->author);
  self->or_pending = values->or_pending;

  return self;
}

static char **
read_names (JsonObject *object,
            const char *member)
{
  JsonArray *array = vsl_json_has (object, member) ? vsl_json_get_array (object, member, NULL) : NULL;
  g_autoptr(GPtrArray) names = NULL;
  guint i;

  if (array == NULL)
    return NULL;

  names = g_ptr_array_new ();
  for (i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_ptr_array_add (names, json_node_dup_string (node));
    }
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static VslChoice
read_choice (JsonObject *object,
             const char *member)
{
  gboolean yes;

  if (!vsl_json_has (object, member) || !vsl_json_get_boolean (object, member, &yes, NULL))
    return VSL_CHOICE_KEEP;

  return yes ? VSL_CHOICE_YES : VSL_CHOICE_NO;
}

static char *
read_text (JsonObject *object,
           const char *member)
{
  return vsl_json_has (object, member) ? g_strdup (vsl_json_get_string (object, member, NULL)) : NULL;
}

/**
 * vsl_placement_new_from_json:
 * @text: (nullable): what vsl_placement_to_json() gave
 *
 * Returns: (transfer full): the placement; what cannot be read of it is not chosen
 */
VslPlacement *
vsl_placement_new_from_json (const char *text)
{
  VslPlacement *self = g_object_new (VSL_TYPE_PLACEMENT, NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonNode) node = NULL;
  JsonObject *object;

  if (text == NULL)
    return self;

  bytes = g_bytes_new_static (text, strlen (text));
  node = vsl_json_parse (bytes, MAX_JSON_BYTES, NULL);
  object = node != NULL ? vsl_json_as_object (node, NULL) : NULL;
  if (object == NULL)
    return self;

  self->categories = read_names (object, "categories");
  self->sticky = read_choice (object, "sticky");
  self->comments = read_choice (object, "comments");
  self->password = read_text (object, "password");
  self->author = read_text (object, "author");
  self->or_pending = read_choice (object, "or_pending") == VSL_CHOICE_YES;

  return self;
}

static void
write_choice (JsonObject *object,
              const char *member,
              VslChoice   choice)
{
  if (choice != VSL_CHOICE_KEEP)
    json_object_set_boolean_member (object, member, choice == VSL_CHOICE_YES);
}

/**
 * vsl_placement_to_json:
 * @self: a placement
 *
 * Returns: (transfer full): it as a JSON object, with only what was chosen; `{}` for nothing
 */
char *
vsl_placement_to_json (VslPlacement *self)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  guint i;

  g_return_val_if_fail (VSL_IS_PLACEMENT (self), NULL);

  if (self->categories != NULL)
    {
      JsonArray *array = json_array_new ();

      for (i = 0; self->categories[i] != NULL; i++)
        json_array_add_string_element (array, self->categories[i]);
      json_object_set_array_member (object, "categories", array);
    }
  write_choice (object, "sticky", self->sticky);
  write_choice (object, "comments", self->comments);
  if (self->password != NULL)
    json_object_set_string_member (object, "password", self->password);
  if (self->author != NULL)
    json_object_set_string_member (object, "author", self->author);
  write_choice (object, "or_pending", self->or_pending ? VSL_CHOICE_YES : VSL_CHOICE_KEEP);
  json_node_take_object (node, object);

  return json_to_string (node, FALSE);
}

/**
 * vsl_placement_get_categories:
 * @self: a placement
 *
 * Returns: (transfer none) (nullable): the names of its categories or sections; %NULL when that was
 *   not chosen
 */
const char * const *
vsl_placement_get_categories (VslPlacement *self)
{
  g_return_val_if_fail (VSL_IS_PLACEMENT (self), NULL);

  return (const char * const *) self->categories;
}

/**
 * vsl_placement_get_sticky:
 * @self: a placement
 *
 * Returns: whether it is kept on top of the front page
 */
VslChoice
vsl_placement_get_sticky (VslPlacement *self)
{
  g_return_val_if_fail (VSL_IS_PLACEMENT (self), VSL_CHOICE_KEEP);

  return self->sticky;
}

/**
 * vsl_placement_get_comments:
 * @self: a placement
 *
 * Returns: whether readers may comment on it
 */
VslChoice
vsl_placement_get_comments (VslPlacement *self)
{
  g_return_val_if_fail (VSL_IS_PLACEMENT (self), VSL_CHOICE_KEEP);

  return self->comments;
}

/**
 * vsl_placement_get_password:
 * @self: a placement
 *
 * Returns: (transfer none) (nullable): the password that readers need; empty for none, %NULL when
 *   that was not chosen
 */
const char *
vsl_placement_get_password (VslPlacement *self)
{
  g_return_val_if_fail (VSL_IS_PLACEMENT (self), NULL);

  return self->password;
}

/**
 * vsl_placement_get_author:
 * @self: a placement
 *
 * Returns: (transfer none) (nullable): the name or user name of who is to be its author there; %NULL
 *   when that was not chosen
 */
const char *
vsl_placement_get_author (VslPlacement *self)
{
  g_return_val_if_fail (VSL_IS_PLACEMENT (self), NULL);

  return self->author;
}

/**
 * vsl_placement_get_or_pending:
 * @self: a placement
 *
 * Returns: whether it may be put for review when this user may not publish there
 */
gboolean
vsl_placement_get_or_pending (VslPlacement *self)
{
  g_return_val_if_fail (VSL_IS_PLACEMENT (self), FALSE);

  return self->or_pending;
}
