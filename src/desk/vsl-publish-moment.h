/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-outbox-row.h"
#include "core/vsl-site.h"

G_BEGIN_DECLS

/* What was scheduled and has not appeared a week later is left alone. */
#define VSL_PUBLISH_MOMENT_HOPELESS (7 * G_TIME_SPAN_DAY)

gint64 vsl_publish_moment_get_look (VslSite      *site,
                                    gint64        at);
gint64 vsl_publish_moment_find     (VslOutboxRow *row,
                                    VslSite      *site);

G_END_DECLS
