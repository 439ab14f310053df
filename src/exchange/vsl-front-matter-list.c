/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-exchange"

#include "config.h"

#include "exchange/vsl-front-matter-list.h"

#include "core/vsl-participant-line.h"
#include "exchange/vsl-yaml-line.h"

#include <glib/gi18n.h>
#include <string.h>

/* The values of one item of a list of participants or pictures. */
typedef struct
{
  const char *const *keys;
  char *values[9]; /* (owned) by the order of @keys */
} Item;

static const char *const participant_keys[] = { "given", "prefix", "family", "name", "role",
                                                "organisation", "chair", "as-registered", NULL };
static const char *const picture_keys[] = { "hash", "file", "type", "credit", "caption", "alt",
                                            "decorative", "featured", "focus", NULL };

static char *
parse_plain (const char  *line,
             guint        index,
             gsize        offset,
             GError     **error)
{
  return vsl_yaml_line_parse_value (line, index, offset, NULL, VSL_FIELD_NONE, error);
}

static const char *
get_value (const Item *item,
           const char *key)
{
  guint i;

  for (i = 0; item->keys[i] != NULL; i++)
    {
      if (g_str_equal (item->keys[i], key))
        return item->values[i];
    }

  return NULL;
}

static gboolean
is_true (const char *value)
{
  return value != NULL && (g_ascii_strcasecmp (value, "true") == 0 ||
                           g_ascii_strcasecmp (value, "yes") == 0);
}

static void
clear_item (Item *item)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (item->values); i++)
    g_clear_pointer (&item->values[i], g_free);
}

/* The point that stays visible: two numbers in per mille. Anything else is the middle. */
static VslPicture *
focus_picture (VslPicture *picture,
               const char *focus)
{
  g_auto(GStrv) parts = g_strsplit (focus, " ", 2);
  guint64 x, y;

  if (g_strv_length (parts) != 2 || !g_ascii_string_to_unsigned (parts[0], 10, 0, 1000, &x, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 0, 1000, &y, NULL))
    return g_object_ref (picture);

  return vsl_picture_with_focus (picture, (guint) x, (guint) y);
}

/* Its file, when one is named, is its place: it is read by whoever knows where the article stood. */
static VslPicture *
make_picture (const Item *item)
{
  const VslPicturePlace place = { .url = get_value (item, "file") };
  const char *focus = get_value (item, "focus");
  g_autoptr(VslPicture) picture =
    vsl_picture_new (get_value (item, "hash"), get_value (item, "type"), get_value (item, "credit"),
                     get_value (item, "caption"), get_value (item, "alt"));
  g_autoptr(VslPicture) decorated =
    vsl_picture_with_decorative (picture, is_true (get_value (item, "decorative")));
  g_autoptr(VslPicture) featured =
    vsl_picture_with_featured (decorated, is_true (get_value (item, "featured")));
  g_autoptr(VslPicture) focused = focus_picture (featured, focus != NULL ? focus : "");

  return place.url != NULL ? vsl_picture_with_place (focused, &place) : g_steal_pointer (&focused);
}

static void
add_item (VslArticleBuilder *builder,
          Item              *item)
{
  const char *name;

  if (item->keys == picture_keys)
    {
      g_autoptr(VslPicture) picture = make_picture (item);

      vsl_article_builder_add_picture (builder, picture);
    }
  else
    {
      g_autoptr(VslPerson) person = NULL;
      g_autoptr(VslParticipant) participant = NULL;

      name = get_value (item, "name");
      person = name != NULL ? vsl_person_new_from_text (name)
                            : vsl_person_new (get_value (item, "given"), get_value (item, "prefix"),
                                              get_value (item, "family"),
                                              is_true (get_value (item, "as-registered")));
      participant = vsl_participant_new (person, get_value (item, "role"),
                                         get_value (item, "organisation"),
                                         is_true (get_value (item, "chair")));
      vsl_article_builder_add_participant (builder, participant);
    }
  clear_item (item);
}

/* Reads `key: value` at @offset of line @index into @item. */
static gboolean
read_item_key (Item     *item,
               char    **lines,
               guint     index,
               gsize     offset,
               GError  **error)
{
  g_autofree char *key = NULL;
  gsize length = vsl_yaml_line_parse_key (lines[index] + offset, &key);
  guint i;

  for (i = 0; length > 0 && item->keys[i] != NULL; i++)
    {
      if (!g_str_equal (item->keys[i], key) || item->values[i] != NULL)
        continue;
      item->values[i] = parse_plain (lines[index], index, offset + length, error);
      return item->values[i] != NULL;
    }
  if (length > 0)
    {
      g_autofree char *known = g_strjoinv (", ", (char **) item->keys);

      g_set_error (error, VSL_EXCHANGE_ERROR, VSL_EXCHANGE_ERROR_UNREADABLE,
                   /* Translators: line number, a key, a list of keys */
                   _("Line %u of the front matter has the key “%s”, which is unknown or double "
                     "here. Known are: %s."),
                   index + 1, key, known);
      return FALSE;
    }

  return vsl_yaml_line_fail (index, error);
}

/* An item that is one value: a participant as it is written in a list. */
static gboolean
read_item_line (VslArticleBuilder  *builder,
                const char         *line,
                guint               index,
                gsize               offset,
                GError            **error)
{
  g_autofree char *value = parse_plain (line, index, offset, error);
  g_autoptr(VslParticipant) participant = NULL;

  if (value == NULL)
    return FALSE;
  participant = vsl_participant_new_from_line (value);
  if (participant == NULL)
    return vsl_yaml_line_fail (index, error);
  vsl_article_builder_add_participant (builder, participant);

  return TRUE;
}

/**
 * vsl_front_matter_list_read_tags:
 * @builder: what the tags are added to
 * @lines: the file
 * @first: the line of the key, from 0
 * @n_lines: how many lines belong to it
 * @offset: where its value starts, in bytes
 * @error: return location for an error; it names the line
 *
 * Reads tags: `[a, b]` or `a, b` on the line itself, or below it with dashes.
 *
 * Returns: whether they could be read
 */
gboolean
vsl_front_matter_list_read_tags (VslArticleBuilder  *builder,
                                 char              **lines,
                                 guint               first,
                                 guint               n_lines,
                                 gsize               offset,
                                 GError            **error)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  const char *line = lines[first];
  guint i;

  if (line[offset] == '[')
    {
      if (!vsl_yaml_line_parse_list (line, first, offset, values, error))
        return FALSE;
    }
  else if (line[offset] != '\0')
    {
      g_autofree char *all = parse_plain (lines[first], first, offset, error);
      g_auto(GStrv) parts = all != NULL ? g_strsplit (all, ",", -1) : NULL;

      if (all == NULL)
        return FALSE;
      for (i = 0; parts[i] != NULL; i++)
        g_ptr_array_add (values, g_strdup (parts[i]));
    }
  else
    {
      for (i = first + 1; i < first + n_lines; i++)
        {
          gsize indent = vsl_yaml_line_indent (lines[i]);
          char *value;

          if (lines[i][indent] == '\0')
            continue;
          if (lines[i][indent] != '-' || lines[i][indent + 1] != ' ')
            return vsl_yaml_line_fail (i, error);
          indent += 1 + vsl_yaml_line_indent (lines[i] + indent + 1);
          value = parse_plain (lines[i], i, indent, error);
          if (value == NULL)
            return FALSE;
          g_ptr_array_add (values, value);
        }
    }

  for (i = 0; i < values->len; i++)
    vsl_article_builder_add_tag (builder, g_ptr_array_index (values, i));

  return TRUE;
}

/**
 * vsl_front_matter_list_read_items:
 * @builder: what the items are added to
 * @list: which list it is
 * @lines: the file
 * @first: the line of the key, from 0
 * @n_lines: how many lines belong to it
 * @error: return location for an error; it names the line
 *
 * Reads a list of participants or pictures: below the key with dashes, each a set of keys. A
 * participant may also be one value, `Name, role, organisation`.
 *
 * Returns: whether it could be read
 */
gboolean
vsl_front_matter_list_read_items (VslArticleBuilder   *builder,
                                  VslFrontMatterList   list,
                                  char               **lines,
                                  guint                first,
                                  guint                n_lines,
                                  GError             **error)
{
  const char *const *keys = list == VSL_FRONT_MATTER_PICTURES ? picture_keys : participant_keys;
  Item item = { keys, { NULL } };
  gboolean open = FALSE;
  gboolean done = TRUE;
  guint i;

  for (i = first + 1; done && i < first + n_lines; i++)
    {
      const char *line = lines[i];
      gsize offset = vsl_yaml_line_indent (line);
      g_autofree char *key = NULL;

      if (line[offset] == '\0')
        continue;
      if (line[offset] == '-' && line[offset + 1] == ' ')
        {
          if (open)
            add_item (builder, &item);
          offset += 1 + vsl_yaml_line_indent (line + offset + 1);
          open = keys == picture_keys || vsl_yaml_line_parse_key (line + offset, &key) > 0;
          done = open ? read_item_key (&item, lines, i, offset, error)
                      : read_item_line (builder, line, i, offset, error);
        }
      else
        {
          done = open ? read_item_key (&item, lines, i, offset, error)
                      : vsl_yaml_line_fail (i, error);
        }
    }
  if (done && open)
    add_item (builder, &item);
  clear_item (&item);

  return done;
}
