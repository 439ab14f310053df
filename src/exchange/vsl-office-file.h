/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "exchange/vsl-exchange-error.h"
#include "exchange/vsl-format.h"

G_BEGIN_DECLS

GBytes *vsl_office_file_write (VslArticle  *article,
                               VslFormat    format,
                               const char  *picture_dir,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
