/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-quotation.h"

G_BEGIN_DECLS

char *vsl_quotation_writer_dup_as_said   (const char     *quoted,
                                          const VslMatch *match) G_GNUC_WARN_UNUSED_RESULT;
char *vsl_quotation_writer_dup_attributed (VslArticle    *article,
                                          const char     *words,
                                          const char     *speaker,
                                          guint           turn) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
