/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-quotation.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *vsl_quotation_finder_find_in_text (const char *text,
                                              VslField    field,
                                              GListModel *participants) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
