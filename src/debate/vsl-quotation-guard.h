/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-quotation.h"
#include "markup/vsl-markdown-text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

VslQuotation *vsl_quotation_guard_trace_headline (VslQuotation    *headline,
                                                  GListModel      *quotations) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *vsl_quotation_guard_find_streamers (VslMarkdownText *text,
                                                  const char      *lead) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
