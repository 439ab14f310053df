/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "cms/vsl-lexical-node.h"

#include "core/vsl-json.h"

#include <string.h>

/*
 * What Ghost keeps of an article, block by block. The editor of Ghost writes what we sent in another
 * spelling as soon as somebody opens and saves it, so a block is known again by what it says: names of
 * types and members without a value are left out, and neighbouring texts that look the same are one. What is made of a
 * block here is a guess; whoever asks renders it again and looks whether that gives the same.
 */

/* A list deeper than this is kept as it is. */
#define MAX_DEPTH 6

static JsonNode *
parse (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return vsl_json_parse (bytes, VSL_JSON_MAX_BYTES, NULL);
}

static const char *
get_text (JsonObject *object,
          const char *member)
{
  const char *text = vsl_json_has (object, member) ? vsl_json_get_string (object, member, NULL) : NULL;

  return text != NULL ? text : "";
}

/* Two names of one thing: the editor's, and that of the library below it. */
static const char *
get_type (JsonObject *object)
{
  static const struct
  {
    const char *name, *known;
  } types[] = { { "text", "extended-text" }, { "heading", "extended-heading" }, { "quote", "extended-quote" } };
  const char *type = get_text (object, "type");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (type, types[i].name))
      return types[i].known;

  return type;
}

static gboolean
is_type (JsonObject *object,
         const char *type)
{
  return g_str_equal (get_type (object), type);
}

static int
get_format (JsonObject *object)
{
  gint64 format = 0;

  if (!vsl_json_get_int (object, "format", 0, 65535, &format, NULL))
    return 0;

  return (int) format;
}

static JsonArray *
get_children (JsonObject *object)
{
  return vsl_json_has (object, "children") ? vsl_json_get_array (object, "children", NULL) : NULL;
}

static guint
count (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

static JsonObject *
get_child (JsonArray *children,
           guint      i)
{
  return vsl_json_as_object (json_array_get_element (children, i), NULL);
}

/**
 * vsl_lexical_node_split:
 * @lexical: an article as Ghost keeps it
 *
 * Returns: (transfer full) (nullable): its outermost nodes; %NULL when it is no Lexical
 */
char **
vsl_lexical_node_split (const char *lexical)
{
  g_autoptr(JsonNode) node = parse (lexical);
  JsonObject *object = node != NULL ? vsl_json_as_object (node, NULL) : NULL;
  JsonObject *root = object != NULL ? vsl_json_get_object (object, "root", NULL) : NULL;
  JsonArray *children = root != NULL ? get_children (root) : NULL;
  GPtrArray *parts;
  guint i;

  if (children == NULL)
    return NULL;

  parts = g_ptr_array_new ();
  for (i = 0; i < count (children); i++)
    g_ptr_array_add (parts, json_to_string (json_array_get_element (children, i), FALSE));
  g_ptr_array_add (parts, NULL);

  return (char **) g_ptr_array_free (parts, FALSE);
}

/* What the editor adds, and nobody reads. */
static gboolean
is_noise (JsonObject *object,
          const char *member,
          JsonNode   *value)
{
  static const char *const always[] = { "type", "version", "direction", "indent", "detail", "mode", "rel", "target",
                                        "value", "children", NULL };

  if (g_strv_contains (always, member) || JSON_NODE_HOLDS_NULL (value))
    return TRUE;
  if (is_type (object, "image") &&
      (g_str_equal (member, "width") || g_str_equal (member, "height") || g_str_equal (member, "cardWidth")))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (value))
    return FALSE;
  if (json_node_get_value_type (value) == G_TYPE_STRING)
    return *json_node_get_string (value) == '\0';
  if (json_node_get_value_type (value) == G_TYPE_BOOLEAN)
    return !json_node_get_boolean (value);
  if (json_node_get_value_type (value) == G_TYPE_INT64)
    return json_node_get_int (value) == 0 || (g_str_equal (member, "start") && json_node_get_int (value) == 1);

  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

static void
append_members (GString    *key,
                JsonObject *object)
{
  g_autoptr(GList) members = g_list_sort (json_object_get_members (object), compare_names);
  GList *l;

  for (l = members; l != NULL; l = l->next)
    {
      JsonNode *value = json_object_get_member (object, l->data);
      g_autofree char *text = NULL;

      if (is_noise (object, l->data, value))
        continue;
      text = json_to_string (value, FALSE);
      g_string_append_printf (key, "\x1F%s=%s", (char *) l->data, text);
    }
}

static void append_key (GString *key, JsonObject *object, guint depth);

/* Runs of text of one look are one; spaces look the same in every format. */
static void
append_children (GString   *key,
                 JsonArray *children,
                 guint      depth)
{
  int format = -1;
  guint i;

  for (i = 0; i < count (children); i++)
    {
      JsonObject *child = get_child (children, i);
      const char *text;
      gsize lead;

      if (child == NULL)
        continue;
      if (!is_type (child, "extended-text") || *get_text (child, "style") != '\0')
        {
          append_key (key, child, depth + 1);
          format = -1;
          continue;
        }
      text = get_text (child, "text");
      lead = strspn (text, " ");
      if (format >= 0)
        g_string_append_len (key, text, (gssize) lead);
      else if (lead > 0)
        g_string_append_printf (key, "\x1E%.*s", (int) lead, text);
      text += lead;
      if (*text == '\0')
        {
          format = MAX (format, 0);
          continue;
        }
      if (format != get_format (child))
        g_string_append_printf (key, "\x1E%d ", get_format (child));
      format = get_format (child);
      g_string_append (key, text);
    }
}

static void
append_key (GString    *key,
            JsonObject *object,
            guint       depth)
{
  if (depth > 64)
    return;

  g_string_append_printf (key, "\x1D(%s", get_type (object));
  append_members (key, object);
  append_children (key, get_children (object), depth);
  g_string_append_c (key, ')');
}

/**
 * vsl_lexical_node_make_key:
 * @node: a node
 *
 * Returns: (transfer full): a text that is the same for every spelling of what it says
 */
char *
vsl_lexical_node_make_key (const char *node)
{
  g_autoptr(JsonNode) parsed = parse (node);
  g_autoptr(GString) key = g_string_new (NULL);
  JsonObject *object = parsed != NULL ? vsl_json_as_object (parsed, NULL) : NULL;

  if (object == NULL)
    return g_strdup (node);

  append_key (key, object, 0);

  return g_strdup (key->str);
}

static void
append_escaped (GString    *out,
                const char *text)
{
  gboolean start = out->len == 0 || out->str[out->len - 1] == '\n';
  gsize digits = strspn (text, "0123456789");

  if (start && digits > 0 && (text[digits] == '.' || text[digits] == ')'))
    {
      g_string_append_len (out, text, (gssize) digits);
      g_string_append_c (out, '\\');
      text += digits;
    }
  else if (start && *text != '\0' && strchr ("#+->:=~|", *text) != NULL)
    {
      g_string_append_c (out, '\\');
    }
  for (; *text != '\0'; text++)
    {
      if (strchr ("*_`[]\\<&", *text) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text);
    }
}

/* Spaces stay outside of the marks, where Markdown wants them. */
static gboolean
append_run (GString    *out,
            const char *text,
            int         format)
{
  static const struct
  {
    int format;
    const char *before, *after;
  } marks[] = {
    { 0, "", "" },
    { VSL_LEXICAL_BOLD, "**", "**" },
    { VSL_LEXICAL_ITALIC, "*", "*" },
    { VSL_LEXICAL_BOLD | VSL_LEXICAL_ITALIC, "***", "***" },
    { VSL_LEXICAL_CODE, "`", "`" },
  };
  gsize lead = strspn (text, " ");
  gsize length = strlen (text);
  g_autofree char *inner = NULL;
  guint i;

  for (; length > lead && text[length - 1] == ' ';)
    length--;
  for (i = 0; i < G_N_ELEMENTS (marks) && marks[i].format != format;)
    i++;
  if (i == G_N_ELEMENTS (marks))
    return FALSE;

  inner = g_strndup (text + lead, length - lead);
  g_string_append_len (out, text, (gssize) lead);
  if (*inner != '\0')
    {
      g_string_append (out, marks[i].before);
      if (format == VSL_LEXICAL_CODE)
        g_string_append (out, inner);
      else
        append_escaped (out, inner);
      g_string_append (out, marks[i].after);
    }
  g_string_append (out, text + length);

  return TRUE;
}

static gboolean
append_inline (GString   *out,
               JsonArray *children)
{
  guint i;

  for (i = 0; i < count (children); i++)
    {
      JsonObject *child = get_child (children, i);

      if (child == NULL)
        return FALSE;
      if (is_type (child, "extended-text"))
        {
          if (!append_run (out, get_text (child, "text"), get_format (child)))
            return FALSE;
        }
      else if (is_type (child, "linebreak"))
        {
          g_string_append (out, "\\\n");
        }
      else if (is_type (child, "link"))
        {
          g_string_append_c (out, '[');
          if (!append_inline (out, get_children (child)))
            return FALSE;
          g_string_append_printf (out, "](%s)", get_text (child, "url"));
        }
      else
        {
          return FALSE;
        }
    }

  return TRUE;
}

static char *
dup_inline (JsonObject *object)
{
  g_autoptr(GString) out = g_string_new (NULL);

  return append_inline (out, get_children (object)) ? g_strdup (out->str) : NULL;
}

static char *
read_heading (JsonObject *object)
{
  const char *tag = get_text (object, "tag");
  g_autofree char *text = dup_inline (object);

  if (text == NULL || *tag != 'h' || tag[1] < '1' || tag[1] > '6')
    return NULL;

  return g_strconcat (&"######"[6 - (tag[1] - '0')], " ", text, NULL);
}

static gboolean
append_list (GString    *out,
             JsonObject *list,
             guint       indent,
             guint       depth)
{
  JsonArray *items = get_children (list);
  gboolean ordered = g_str_equal (get_text (list, "listType"), "number");
  gint64 number = 1;
  guint i;

  if (depth > MAX_DEPTH || (!ordered && !g_str_equal (get_text (list, "listType"), "bullet")))
    return FALSE;
  if (!vsl_json_get_int (list, "start", 0, 999999, &number, NULL))
    number = 1;
  for (i = 0; i < count (items); i++)
    {
      JsonObject *item = get_child (items, i);
      JsonArray *children = item != NULL ? get_children (item) : NULL;
      JsonObject *first = count (children) > 0 ? get_child (children, 0) : NULL;
      g_autofree char *marker = ordered ? g_strdup_printf ("%" G_GINT64_FORMAT ". ", number) : g_strdup ("- ");
      g_autoptr(GString) text = g_string_new (NULL);

      if (first != NULL && is_type (first, "list"))
        {
          if (count (children) != 1 || out->len == 0 || !append_list (out, first, indent + 3, depth + 1))
            return FALSE;
          continue;
        }
      if (!append_inline (text, children) || strchr (text->str, '\n') != NULL)
        return FALSE;
      g_string_append_printf (out, "%s%*s%s%s", out->len > 0 ? "\n" : "", (int) indent, "", marker, text->str);
      number++;
    }

  return TRUE;
}

static char *
read_list (JsonObject *object)
{
  g_autoptr(GString) out = g_string_new (NULL);

  return append_list (out, object, 0, 0) && out->len > 0 ? g_strdup (out->str) : NULL;
}

/* Paragraphs in it are two breaks apart. */
static char *
read_lines (JsonObject *object,
            const char *before,
            const char *start,
            const char *end)
{
  g_autofree char *text = dup_inline (object);
  g_auto(GStrv) paragraphs = text != NULL ? g_strsplit (text, "\\\n\\\n", -1) : NULL;
  g_autoptr(GString) out = g_string_new (start);
  guint i;

  for (i = 0; paragraphs != NULL && paragraphs[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_printf (out, "\n%s\n", *before != '\0' ? ">" : "");
      if (strchr (paragraphs[i], '\n') != NULL)
        return NULL;
      g_string_append_printf (out, "%s%s", before, paragraphs[i]);
    }
  g_string_append (out, end);

  return paragraphs != NULL ? g_strdup (out->str) : NULL;
}

static char *
fence (const char *info,
       const char *text)
{
  g_autoptr(GString) marks = g_string_new ("```");

  while (strstr (text, marks->str) != NULL)
    g_string_append_c (marks, '`');

  return g_strconcat (marks->str, info, "\n", text, g_str_has_suffix (text, "\n") ? "" : "\n", marks->str, NULL);
}

static char *
read_image (JsonObject *object)
{
  g_autoptr(GString) alt = g_string_new (NULL);

  append_escaped (alt, get_text (object, "alt"));
  if (*get_text (object, "caption") != '\0' || strpbrk (get_text (object, "src"), " ()<>\"") != NULL)
    return NULL;

  return g_strdup_printf ("![%s](%s)", alt->str, get_text (object, "src"));
}

/**
 * vsl_lexical_node_to_markdown:
 * @node: a node
 *
 * Returns: (transfer full) (nullable): Markdown that may say the same; %NULL when there is none known
 */
char *
vsl_lexical_node_to_markdown (const char *node)
{
  g_autoptr(JsonNode) parsed = parse (node);
  JsonObject *object = parsed != NULL ? vsl_json_as_object (parsed, NULL) : NULL;

  if (object == NULL)
    return NULL;
  if (is_type (object, "paragraph"))
    return dup_inline (object);
  if (is_type (object, "extended-heading"))
    return read_heading (object);
  if (is_type (object, "list"))
    return read_list (object);
  if (is_type (object, "extended-quote"))
    return read_lines (object, "> ", "", "");
  if (is_type (object, "aside"))
    return read_lines (object, "", "::: streamer\n", "\n:::");
  if (is_type (object, "horizontalrule"))
    return g_strdup ("---");
  if (is_type (object, "codeblock"))
    return fence (get_text (object, "language"), get_text (object, "code"));
  if (is_type (object, "html"))
    return fence ("{=html}", get_text (object, "html"));
  if (is_type (object, "image"))
    return read_image (object);

  return NULL;
}

/**
 * vsl_lexical_node_to_raw:
 * @node: a node
 *
 * Returns: (transfer full): Markdown that keeps it as it is; it means something on a Ghost only
 */
char *
vsl_lexical_node_to_raw (const char *node)
{
  return fence ("{=lexical}", node);
}

/**
 * vsl_lexical_node_to_text:
 * @node: a node
 *
 * Returns: (transfer full) (nullable): the plain text of a paragraph; %NULL when it is something else
 */
char *
vsl_lexical_node_to_text (const char *node)
{
  g_autoptr(JsonNode) parsed = parse (node);
  JsonObject *object = parsed != NULL ? vsl_json_as_object (parsed, NULL) : NULL;
  JsonArray *children = object != NULL ? get_children (object) : NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  guint i;

  if (object == NULL || !is_type (object, "paragraph"))
    return NULL;
  for (i = 0; i < count (children); i++)
    {
      JsonObject *child = get_child (children, i);

      if (child == NULL || !is_type (child, "extended-text"))
        return NULL;
      g_string_append (text, get_text (child, "text"));
    }

  return g_strdup (text->str);
}
