/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-article-editor-private.h"

#include "ui/vsl-markdown-edit.h"

/* Going to a place in the article: where the person was, what a check or a search found. */

/**
 * vsl_article_editor_focus_place:
 *
 * Brings the keyboard to the field where the person was in the article.
 */
void
vsl_article_editor_focus_place (VslArticleEditor *self)
{
  g_return_if_fail (VSL_IS_ARTICLE_EDITOR (self));

  vsl_editor_place_focus (self->place);
}

/**
 * vsl_article_editor_keep_place:
 *
 * Lets the document know where the person is now; for when the program is about to end.
 */
void
vsl_article_editor_keep_place (VslArticleEditor *self)
{
  g_return_if_fail (VSL_IS_ARTICLE_EDITOR (self));

  vsl_editor_place_keep (self->place);
}

/**
 * vsl_article_editor_select:
 * @field: headline, lead or body
 * @offset: a place in it, in characters
 * @length: characters
 *
 * Selects a stretch of the article and gives it the keyboard.
 */
void
vsl_article_editor_select (VslArticleEditor *self,
                           VslField          field,
                           guint             offset,
                           guint             length)
{
  g_return_if_fail (VSL_IS_ARTICLE_EDITOR (self));

  vsl_text_places_select (self->places, field, offset, length);
}

/**
 * vsl_article_editor_insert:
 * @sentence: text that stands by itself
 *
 * Inserts @sentence where the cursor is in the body, apart from the words around it, as one step of
 * undo.
 */
void
vsl_article_editor_insert (VslArticleEditor *self,
                           const char       *sentence)
{
  GtkTextBuffer *body;

  g_return_if_fail (VSL_IS_ARTICLE_EDITOR (self));

  body = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->body_view));
  vsl_markdown_edit_insert_sentence (body, sentence);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->body_view),
                                      gtk_text_buffer_get_insert (body));
}

/**
 * vsl_article_editor_find:
 * @replace: whether to show the part that replaces, too
 *
 * Opens the bar that finds in the text.
 */
void
vsl_article_editor_find (VslArticleEditor *self,
                         gboolean          replace)
{
  g_return_if_fail (VSL_IS_ARTICLE_EDITOR (self));

  if (self->document != NULL)
    vsl_find_bar_open (self->find_bar, replace);
}

/**
 * vsl_article_editor_show_words:
 * @words: what a search found in the article
 *
 * Goes to the first place where they stand: in the body with the find bar, else in the lead or the
 * headline.
 */
void
vsl_article_editor_show_words (VslArticleEditor *self,
                               const char       *words)
{
  g_return_if_fail (VSL_IS_ARTICLE_EDITOR (self));

  if (self->document != NULL && *words != '\0' &&
      !vsl_find_bar_show_words (self->find_bar, words) &&
      !vsl_field_view_select_words (self->lead_view, words))
    vsl_field_view_select_words (self->headline_view, words);
}

/**
 * vsl_article_editor_find_next:
 *
 * Selects the next match of what was sought last.
 */
void
vsl_article_editor_find_next (VslArticleEditor *self)
{
  g_return_if_fail (VSL_IS_ARTICLE_EDITOR (self));

  vsl_find_bar_next (self->find_bar);
}

/**
 * vsl_article_editor_find_previous:
 *
 * Selects the match before.
 */
void
vsl_article_editor_find_previous (VslArticleEditor *self)
{
  g_return_if_fail (VSL_IS_ARTICLE_EDITOR (self));

  vsl_find_bar_previous (self->find_bar);
}
