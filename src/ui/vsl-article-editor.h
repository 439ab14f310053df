/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-field.h"
#include "desk/vsl-check-runner.h"
#include "desk/vsl-desk.h"
#include "desk/vsl-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_ARTICLE_EDITOR (vsl_article_editor_get_type ())
G_DECLARE_FINAL_TYPE (VslArticleEditor, vsl_article_editor, VSL, ARTICLE_EDITOR, GtkWidget)

GtkWidget   *vsl_article_editor_new              (void) G_GNUC_WARN_UNUSED_RESULT;
VslDocument *vsl_article_editor_get_document     (VslArticleEditor *self);
void         vsl_article_editor_set_document     (VslArticleEditor *self,
                                                  VslDocument      *document);
gboolean     vsl_article_editor_get_smart_quotes (VslArticleEditor *self);
void         vsl_article_editor_set_smart_quotes (VslArticleEditor *self,
                                                  gboolean          smart_quotes);
void         vsl_article_editor_focus_place      (VslArticleEditor *self);
void         vsl_article_editor_keep_place       (VslArticleEditor *self);
void         vsl_article_editor_focus_field      (VslArticleEditor *self,
                                                  VslField          field);
void         vsl_article_editor_set_check_runner (VslArticleEditor *self,
                                                  VslCheckRunner   *runner);
void         vsl_article_editor_set_desk         (VslArticleEditor *self,
                                                  VslDesk          *desk);
void         vsl_article_editor_select           (VslArticleEditor *self,
                                                  VslField          field,
                                                  guint             offset,
                                                  guint             length);
void         vsl_article_editor_insert           (VslArticleEditor *self,
                                                  const char       *sentence);
void         vsl_article_editor_find             (VslArticleEditor *self,
                                                  gboolean          replace);
void         vsl_article_editor_show_words       (VslArticleEditor *self,
                                                  const char       *words);
void         vsl_article_editor_find_next        (VslArticleEditor *self);
void         vsl_article_editor_find_previous    (VslArticleEditor *self);

G_END_DECLS
