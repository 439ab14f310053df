/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-missing-term.h"
#include "core/vsl-outbox-row.h"
#include "core/vsl-site.h"
#include "desk/vsl-publication.h"

G_BEGIN_DECLS

char *vsl_publication_words_site     (VslSite                     *site) G_GNUC_WARN_UNUSED_RESULT;
char *vsl_publication_words_headline (const char                  *headline) G_GNUC_WARN_UNUSED_RESULT;
char *vsl_publication_words_sentence (VslArticle                  *article,
                                      VslSite                     *site,
                                      VslOutboxRow                *row,
                                      const VslPublicationOptions *options) G_GNUC_WARN_UNUSED_RESULT;
char *vsl_publication_words_terms    (GPtrArray                   *missing) G_GNUC_WARN_UNUSED_RESULT;
char *vsl_publication_words_missing  (VslSite                     *site,
                                      GPtrArray                   *missing) G_GNUC_WARN_UNUSED_RESULT;
char *vsl_publication_words_similar  (GPtrArray                   *missing) G_GNUC_WARN_UNUSED_RESULT;
char *vsl_publication_words_action   (VslSite                     *site,
                                      VslOutboxRow                *row,
                                      const VslPublicationOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
