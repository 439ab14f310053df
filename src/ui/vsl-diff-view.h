/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VSL_TYPE_DIFF_VIEW (vsl_diff_view_get_type ())
G_DECLARE_FINAL_TYPE (VslDiffView, vsl_diff_view, VSL, DIFF_VIEW, GtkTextView)

GtkWidget *vsl_diff_view_new          (void);
void       vsl_diff_view_show_changes (VslDiffView *self,
                                       GPtrArray   *diffs);
void       vsl_diff_view_show_article (VslDiffView *self,
                                       VslArticle  *article);

G_END_DECLS
