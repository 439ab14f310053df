/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-remote-reader.h"

#include "cms/vsl-cms-error.h"
#include "cms/vsl-folder-reader.h"
#include "cms/vsl-lexical-reader.h"
#include "markup/vsl-article-reader.h"
#include "markup/vsl-blocks-reader.h"

#include <glib/gi18n.h>

/* What somebody made of an article on a site, as an article again, whatever the site keeps it as. */

static VslArticle *
read_blocks (VslArticle    *base,
             VslRemoteText *text,
             guint         *n_left)
{
  g_autofree char *block = g_strdup_printf ("<!-- wp:paragraph -->\n<p>%s</p>\n<!-- /wp:paragraph -->",
                                            vsl_remote_text_get_title (text));
  g_autofree char *headline = vsl_blocks_reader_to_text (block);

  return vsl_article_reader_read_blocks (base, headline != NULL ? headline : vsl_remote_text_get_title (text),
                                         vsl_remote_text_get_content (text), n_left);
}

/**
 * vsl_remote_reader_read:
 * @base: the article as we last sent it
 * @text: what is there now
 * @n_left: (out): how many changes have no place in an article of ours
 * @error: return location for an error
 *
 * Any thread; some tens of milliseconds for a long article.
 *
 * Returns: (transfer full): the article as it is there; %NULL with %VSL_CMS_ERROR_FAILED when it cannot
 *   be read back
 */
VslArticle *
vsl_remote_reader_read (VslArticle     *base,
                        VslRemoteText  *text,
                        guint          *n_left,
                        GError        **error)
{
  const char *format;

  g_return_val_if_fail (VSL_IS_ARTICLE (base) && VSL_IS_REMOTE_TEXT (text), NULL);

  *n_left = 0;
  format = vsl_remote_text_get_format (text);
  if (g_strcmp0 (format, "blocks") == 0)
    return read_blocks (base, text, n_left);
  if (g_strcmp0 (format, "lexical") == 0)
    return vsl_lexical_reader_read (base, text, n_left, error);
  if (g_strcmp0 (format, "html") == 0)
    return vsl_folder_reader_read (base, text, n_left, error);

  g_set_error_literal (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                       _("What is on the site cannot be read back. It is kept here: copy from it what should "
                         "stay, and put ours there."));

  return NULL;
}
