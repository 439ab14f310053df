/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-page-text.h"

#include "core/vsl-text.h"

#include <gumbo.h>

/*
 * Reads a page as a browser would, for what stands on it. Of a page that marks its article only that
 * counts: a list of other articles beside it says nothing. Pure; any thread.
 */

#define MAX_BYTES (8 * 1024 * 1024)
#define MAX_NODES 500000

/**
 * vsl_page_text_free:
 * @self: (nullable): a page
 */
void
vsl_page_text_free (VslPageText *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_ptr_array_unref (self->links);
  g_free (self);
}

/* Every element and text below @root in its order, without recursion: pages nest as they like. */
static GPtrArray *
list_nodes (GumboNode *root)
{
  GPtrArray *nodes = g_ptr_array_new ();
  g_autoptr(GPtrArray) stack = g_ptr_array_new ();

  g_ptr_array_add (stack, root);
  while (stack->len > 0 && nodes->len < MAX_NODES)
    {
      GumboNode *node = g_ptr_array_steal_index (stack, stack->len - 1);
      guint i;

      g_ptr_array_add (nodes, node);
      if (node->type != GUMBO_NODE_ELEMENT || node->v.element.tag == GUMBO_TAG_SCRIPT ||
          node->v.element.tag == GUMBO_TAG_STYLE || node->v.element.tag == GUMBO_TAG_NOSCRIPT)
        continue;
      for (i = node->v.element.children.length; i > 0; i--)
        g_ptr_array_add (stack, node->v.element.children.data[i - 1]);
    }

  return nodes;
}

static GumboNode *
find_element (GPtrArray *nodes,
              GumboTag   tag)
{
  guint i;

  for (i = 0; i < nodes->len; i++)
    {
      GumboNode *node = nodes->pdata[i];

      if (node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag)
        return node;
    }

  return NULL;
}

static GumboNode *
find_article (GumboNode *root)
{
  static const GumboTag tags[] = { GUMBO_TAG_MAIN, GUMBO_TAG_ARTICLE, GUMBO_TAG_BODY };
  g_autoptr(GPtrArray) nodes = list_nodes (root);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (tags); i++)
    if (find_element (nodes, tags[i]) != NULL)
      return find_element (nodes, tags[i]);

  return root;
}

static void
read_element (VslPageText  *self,
              GString      *text,
              GumboElement *element)
{
  GumboAttribute *href = gumbo_get_attribute (&element->attributes, "href");

  /* Words of two blocks are not one word. */
  g_string_append_c (text, ' ');
  if (element->tag == GUMBO_TAG_A && href != NULL)
    g_ptr_array_add (self->links, g_strdup (href->value));
  else if (element->tag == GUMBO_TAG_IMG)
    self->n_images++;
}

/**
 * vsl_page_text_parse:
 * @html: a page, in UTF-8
 *
 * Returns: (transfer full): what a reader gets of it
 */
VslPageText *
vsl_page_text_parse (GBytes *html)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *valid = NULL;
  g_autoptr(GPtrArray) nodes = NULL;
  GumboOutput *output;
  VslPageText *self;
  guint i;

  g_return_val_if_fail (html != NULL, NULL);

  self = g_new0 (VslPageText, 1);
  self->links = g_ptr_array_new_with_free_func (g_free);
  valid = g_utf8_make_valid (g_bytes_get_data (html, NULL), MIN (g_bytes_get_size (html), MAX_BYTES));
  output = gumbo_parse (valid);
  nodes = list_nodes (find_article (output->root));
  for (i = 0; i < nodes->len; i++)
    {
      GumboNode *node = nodes->pdata[i];

      if (node->type == GUMBO_NODE_ELEMENT)
        read_element (self, text, &node->v.element);
      else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
        g_string_append (text, node->v.text.text);
    }
  gumbo_destroy_output (&kGumboDefaultOptions, output);
  self->text = vsl_text_collapse_spaces (text->str);

  return self;
}
