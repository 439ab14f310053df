/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

G_BEGIN_DECLS

char *vsl_ninjs_write (VslArticle *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
