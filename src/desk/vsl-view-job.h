/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-store-session.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

void vsl_view_job_start (VslStore             *store,
                         const char           *article_id,
                         const VslArticleView *view);

G_END_DECLS
