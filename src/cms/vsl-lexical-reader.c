/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cms"

#include "config.h"

#include "cms/vsl-lexical-reader.h"

#include "cms/vsl-cms-error.h"
#include "cms/vsl-ghost-body.h"
#include "cms/vsl-ghost-lexical.h"
#include "cms/vsl-lexical-node.h"
#include "core/vsl-article-builder.h"
#include "core/vsl-text.h"
#include "markup/vsl-article-reader.h"

#include <glib/gi18n.h>
#include <string.h>

/* What somebody made of an article on a Ghost, as an article again. */

static char **
render (VslArticle *article)
{
  g_autofree char *lexical =
    vsl_ghost_lexical_from_article (article, vsl_ghost_body_cuts_lead (article));

  return vsl_lexical_node_split (lexical);
}

/* Rendered again, so that a guess is never wrong: what does not give the same stays as it is there. */
static char *
to_markdown (const char *block)
{
  g_autofree char *markdown = vsl_lexical_node_to_markdown (block);
  g_autofree char *key = NULL;
  g_autofree char *again = NULL;
  g_auto(GStrv) blocks = NULL;
  g_autoptr(VslArticle) article = NULL;
  VslArticleBuilder *builder;

  if (markdown == NULL)
    return NULL;

  builder = vsl_article_builder_new (NULL);
  vsl_article_builder_set_text (builder, VSL_FIELD_BODY, markdown);
  article = vsl_article_builder_end (builder);
  blocks = render (article);
  if (g_strv_length (blocks) != 1)
    return NULL;
  key = vsl_lexical_node_make_key (block);
  again = vsl_lexical_node_make_key (blocks[0]);

  return g_str_equal (key, again) ? g_steal_pointer (&markdown) : NULL;
}

/* Ghost has no classes: what stands in the place of our kicker is the kicker. */
static gboolean
take_head (VslArticle  *base,
           const char  *block,
           VslField     ours,
           char       **texts,
           guint       *left)
{
  g_autofree char *text = NULL;

  if (ours == VSL_FIELD_BODY)
    return FALSE;
  text = vsl_lexical_node_to_text (block);
  if (text == NULL || ours == VSL_FIELD_NONE)
    {
      /* The participants, whose card is no paragraph. A paragraph that somebody put there is body. */
      *left = text == NULL ? 1 : 0;
      return text == NULL && strstr (block, "class=\\\"deelnemers\\\"") != NULL;
    }
  if (ours == VSL_FIELD_BYLINE || ours == VSL_FIELD_CREDIT)
    return vsl_article_reader_take_line (base, text, texts);

  vsl_article_reader_add_text (texts, ours, text);

  return TRUE;
}

static const VslArticleSyntax syntax = { render, vsl_lexical_node_make_key, to_markdown,
                                         vsl_lexical_node_to_raw, take_head };

/* A lead that is short enough is the excerpt; else that is a shortened one, and the lead is in the text. */
static VslArticle *
with_excerpt (VslArticle    *article,
              VslArticle    *base,
              VslRemoteText *text)
{
  const char *excerpt = vsl_remote_text_get_excerpt (text);
  const char *lead = vsl_article_get_text (base, VSL_FIELD_LEAD);
  g_autofree char *ours = vsl_text_collapse_spaces (lead);
  VslArticleBuilder *builder;

  if (vsl_ghost_body_cuts_lead (base))
    return g_object_ref (article);

  builder = vsl_article_builder_new (article);
  vsl_article_builder_set_text (builder, VSL_FIELD_LEAD, g_strcmp0 (ours, excerpt) == 0 ? lead : excerpt);

  return vsl_article_builder_end (builder);
}

/**
 * vsl_lexical_reader_read:
 * @base: the article as we last sent it
 * @text: what is there now
 * @n_left: (out): how many changes have no place in an article of ours
 * @error: return location for an error
 *
 * Any thread.
 *
 * Returns: (transfer full): the article as it is there; %NULL with %VSL_CMS_ERROR_FAILED when the site has
 *   something that is no Lexical, as of an old version
 */
VslArticle *
vsl_lexical_reader_read (VslArticle     *base,
                         VslRemoteText  *text,
                         guint          *n_left,
                         GError        **error)
{
  g_auto(GStrv) blocks = NULL;
  g_autoptr(VslArticle) article = NULL;

  g_return_val_if_fail (VSL_IS_ARTICLE (base) && VSL_IS_REMOTE_TEXT (text), NULL);

  blocks = vsl_lexical_node_split (vsl_remote_text_get_content (text));
  if (blocks == NULL)
    {
      g_set_error_literal (error, VSL_CMS_ERROR, VSL_CMS_ERROR_FAILED,
                           _("What is on the site cannot be read back. It is kept here: copy from it what should "
                             "stay, and put ours there."));
      return NULL;
    }

  article = vsl_article_reader_read (base, &syntax, vsl_remote_text_get_title (text), blocks, n_left);

  return with_excerpt (article, base, text);
}
