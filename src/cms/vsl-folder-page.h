/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-folder-state.h"
#include "core/vsl-article.h"

G_BEGIN_DECLS

char *vsl_folder_page_render (VslArticle      *article,
                              VslFolderEntry  *entry,
                              const char      *title,
                              const char      *base_url) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
