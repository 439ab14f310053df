/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-remote-text.h"

G_BEGIN_DECLS

VslArticle *vsl_folder_reader_read (VslArticle     *base,
                                    VslRemoteText  *text,
                                    guint          *n_left,
                                    GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
