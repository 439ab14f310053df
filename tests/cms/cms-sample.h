/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

/* A fictional debate report: @headline, a lead, a byline, participants with a chair, a body with a
 * pull quote and a box. @tags may be NULL. */
VslArticle *sample_article (const char         *headline,
                            const char         *body,
                            const char * const *tags);
