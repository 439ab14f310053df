/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "cms/vsl-wordpress-canonical.h"

#include "markup/vsl-labels.h"

/* Where readers found an article first, when that is another site. WordPress itself has no place for it: a
 * line in the text says it, or the field of Yoast SEO where the site shows that. */

/**
 * vsl_wordpress_canonical_add_line:
 * @content: the text of a post
 * @url: where the article stood first
 * @language: of the article
 *
 * Returns: (transfer full): the text with a line at its end that leads there
 */
char *
vsl_wordpress_canonical_add_line (const char *content,
                                  const char *url,
                                  const char *language)
{
  const VslLabels *labels = vsl_labels_for_language (language);
  g_autoptr(GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  g_autofree char *address = g_markup_escape_text (url, -1);
  g_autofree char *host = g_markup_escape_text (uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri)
                                                                                            : url, -1);

  return g_strdup_printf ("%s\n\n<!-- wp:paragraph {\"className\":\"eerder\"} -->\n"
                          "<p class=\"eerder\">%s <a href=\"%s\">%s</a></p>\n<!-- /wp:paragraph -->",
                          content, labels->first_on, address, host);
}

/**
 * vsl_wordpress_canonical_add_meta:
 * @body: (transfer full) (nullable): what is to be posted; %NULL when nothing changes
 * @current: the post as it is now
 * @url: (nullable): where the article stood first
 *
 * Returns: (transfer full) (nullable): it with the field of Yoast SEO, where the site has that and it says
 *   something else
 */
JsonNode *
vsl_wordpress_canonical_add_meta (JsonNode         *body,
                                  VslWordpressPost *current,
                                  const char       *url)
{
  JsonObject *object, *meta;

  if (url == NULL || current->canonical == NULL || g_str_equal (current->canonical, url))
    return body;
  if (body == NULL)
    {
      body = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (body, json_object_new ());
    }

  object = json_node_get_object (body);
  if (!json_object_has_member (object, "meta"))
    json_object_set_object_member (object, "meta", json_object_new ());
  meta = json_object_get_object_member (object, "meta");
  json_object_set_string_member (meta, VSL_WORDPRESS_CANONICAL, url);

  return body;
}
