/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-markup"

#include "markup/vsl-picture-links.h"

#include "markup/vsl-inline.h"
#include "markup/vsl-markdown.h"
#include "markup/vsl-placed-pictures.h"

#include <string.h>

/*
 * The addresses of pictures in the source of a body, where nothing else of it may change. In a file
 * that somebody else is to read, an address of the scheme media: means nothing; there the body has
 * the way to the picture's own file. The tree does not know where in the source an address stands, so
 * it is sought as Markdown writes it: behind “](” or “]:”, bare or between angle brackets. One in a
 * code block is changed too, and changed back on the way in.
 */

/**
 * vsl_picture_link_free:
 * @self: (nullable): an image in a body
 */
void
vsl_picture_link_free (VslPictureLink *self)
{
  if (self == NULL)
    return;

  g_free (self->link);
  g_free (self->path);
  g_free (self->alt);
  g_free (self->caption);
  g_free (self);
}

/* Whether every step of the way goes down, so that it ends below where it begins. */
static gboolean
goes_down (const char *path)
{
  g_auto(GStrv) steps = g_strsplit (path, "/", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (g_str_equal (steps[i], ".."))
        return FALSE;
    }

  return *path != '\0' && *path != '/' && strchr (path, '\\') == NULL;
}

/**
 * vsl_picture_link_dup_path:
 * @link: an address as a body has it
 *
 * Returns: (transfer full) (nullable): the way to the file that it means, when that lies in the folder
 *   of the body or below; %NULL for whatever else, such as an address on the web
 */
char *
vsl_picture_link_dup_path (const char *link)
{
  g_autofree char *scheme = g_uri_parse_scheme (link);
  g_autofree char *path = scheme == NULL ? g_uri_unescape_string (link, "/") : NULL;

  if (path == NULL || !goes_down (path))
    return NULL;

  return g_steal_pointer (&path);
}

static VslPictureLink *
make_link (cmark_node *image)
{
  const char *url = cmark_node_get_url (image);
  g_autofree char *path = url != NULL ? vsl_picture_link_dup_path (url) : NULL;
  VslPictureLink *link;

  if (path == NULL)
    return NULL;

  link = g_new0 (VslPictureLink, 1);
  link->link = g_strdup (url);
  link->path = g_steal_pointer (&path);
  link->alt = vsl_inline_dup_alt (image);
  link->caption = g_strdup (cmark_node_get_title (image));

  return link;
}

/**
 * vsl_picture_links_list:
 * @body: a body
 *
 * Returns: (transfer full) (element-type VslPictureLink): the images that lie in files beside it, in
 *   their order; one that is shown twice is there twice
 */
GPtrArray *
vsl_picture_links_list (const char *body)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) vsl_picture_link_free);
  g_autoptr(VslMarkdown) tree = vsl_markdown_parse (body);
  cmark_iter *iter = cmark_iter_new (vsl_markdown_get_root (tree));
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      VslPictureLink *link = NULL;

      if (event == CMARK_EVENT_ENTER && cmark_node_get_type (node) == CMARK_NODE_IMAGE)
        link = make_link (node);
      if (link != NULL)
        g_ptr_array_add (links, link);
    }
  cmark_iter_free (iter);

  return links;
}

/* Where the next address begins, and how long it is; %NULL when there is no other. */
static const char *
find_address (const char *at,
              gsize      *length)
{
  while ((at = strchr (at, ']')) != NULL)
    {
      at++;
      if (*at != '(' && *at != ':')
        continue;
      at++;
      at += strspn (at, " \t\n");
      *length = *at == '<' ? strcspn (++at, ">\n") : strcspn (at, " \t\n)");
      return at;
    }

  return NULL;
}

typedef char *(*DupAddress) (VslArticle *article,
                             const char *address);

static char *
replace (const char *body,
         VslArticle *article,
         DupAddress  dup_address)
{
  GString *out = g_string_sized_new (strlen (body));
  const char *done = body;
  const char *at = body;
  gsize length;

  while ((at = find_address (at, &length)) != NULL)
    {
      g_autofree char *address = g_strndup (at, length);
      g_autofree char *other = dup_address (article, address);

      if (other != NULL)
        {
          g_string_append_len (out, done, at - done);
          g_string_append (out, other);
          done = at + length;
        }
      at += length;
    }
  g_string_append (out, done);

  return g_string_free (out, FALSE);
}

static char *
dup_place (VslArticle *article,
           const char *address)
{
  VslPicture *picture = vsl_article_find_picture (article, address);
  const VslPicturePlace *place = picture != NULL ? vsl_picture_get_place (picture) : NULL;

  return place != NULL ? g_strdup (place->url) : NULL;
}

static char *
dup_reference (VslArticle *article,
               const char *address)
{
  VslPicture *picture = vsl_placed_pictures_find (article, address);

  return picture != NULL ? vsl_picture_dup_reference (picture) : NULL;
}

/**
 * vsl_picture_links_to_places:
 * @body: a body
 * @article: an article whose pictures have places
 *
 * Returns: (transfer full): @body with the way to a picture's place wherever it means that picture
 */
char *
vsl_picture_links_to_places (const char *body,
                             VslArticle *article)
{
  return replace (body, article, dup_place);
}

/**
 * vsl_picture_links_from_places:
 * @body: a body
 * @article: an article whose pictures have places
 *
 * Returns: (transfer full): @body with the picture meant wherever it has the way to its place
 */
char *
vsl_picture_links_from_places (const char *body,
                               VslArticle *article)
{
  return replace (body, article, dup_reference);
}
