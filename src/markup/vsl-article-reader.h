/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

G_BEGIN_DECLS

/**
 * VslArticleSyntax:
 *
 * How a site keeps an article: as a list of blocks, each a text. All functions give what is new, and are
 * pure.
 */
typedef struct
{
  /* The blocks of an article of ours: kicker, lead and the like first, then the body. */
  char    **(*render)      (VslArticle *article);
  /* By which a block that says the same is known again, whatever the site made of its spelling. */
  char     *(*make_key)    (const char *block);
  /* The Markdown that gives exactly this block; NULL when there is none that is known. */
  char     *(*to_markdown) (const char *block);
  /* Markdown that keeps it as it stands there. */
  char     *(*to_raw)      (const char *block);
  /* Whether the block belongs to the head of the article and not to its body. What it says of kicker,
   * lead, byline and credit is put into @texts, owned by the caller, where there may be something before;
   * @left is raised for what has no place there. @ours: the field of ours that it stands in the place of, for a
   * syntax whose blocks do not say it themselves; VSL_FIELD_NONE for none. */
  gboolean  (*take_head)   (VslArticle *base, const char *block, VslField ours, char **texts, guint *left);
} VslArticleSyntax;

VslArticle *vsl_article_reader_read        (VslArticle             *base,
                                            const VslArticleSyntax *syntax,
                                            const char             *headline,
                                            char                  **blocks,
                                            guint                  *n_left) G_GNUC_WARN_UNUSED_RESULT;
VslArticle *vsl_article_reader_read_blocks (VslArticle             *base,
                                            const char             *headline,
                                            const char             *content,
                                            guint                  *n_left) G_GNUC_WARN_UNUSED_RESULT;

void        vsl_article_reader_add_text    (char                  **texts,
                                            VslField                field,
                                            const char             *text);
gboolean    vsl_article_reader_take_line   (VslArticle             *base,
                                            const char             *line,
                                            char                  **texts);

G_END_DECLS
