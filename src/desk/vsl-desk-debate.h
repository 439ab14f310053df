/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-balance-row.h"
#include "core/vsl-quotation-report.h"
#include "core/vsl-suggestion.h"
#include "core/vsl-transcript.h"

#include "desk/vsl-desk.h"
#include "desk/vsl-transcript-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the debate layer can do, for the window and the command line. Pure functions of what they are
 * given: nothing is stored. */
VslTranscript      *vsl_desk_read_transcript   (GFile              *file,
                                                const char         *format,
                                                VslArticle         *article,
                                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;
VslTranscript      *vsl_desk_parse_transcript  (GBytes             *bytes,
                                                const char         *name,
                                                const char         *format,
                                                VslArticle         *article,
                                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;
char               *vsl_desk_write_transcript  (VslTranscript      *transcript,
                                                const char         *format,
                                                VslArticle         *article,
                                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;
VslQuotationReport *vsl_desk_check_quotations  (VslArticle         *article,
                                                VslTranscript      *transcript) G_GNUC_WARN_UNUSED_RESULT;
GArray             *vsl_desk_measure_balance   (VslArticle         *article,
                                                VslTranscript      *transcript) G_GNUC_WARN_UNUSED_RESULT;
GBytes             *vsl_desk_load_transcript_file (GFile          *file,
                                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GArray             *vsl_desk_suggest_passages  (VslTranscript      *transcript,
                                                const char         *language,
                                                VslArticle         *article,
                                                guint               per_speaker) G_GNUC_WARN_UNUSED_RESULT;

/* The transcript of the debate that a stored article reports on. @map: (nullable) labels of the file and names of
 * participants, alternating, NULL-terminated. */
gboolean            vsl_desk_keep_transcript   (VslDesk            *self,
                                                VslArticle         *article,
                                                GBytes             *original,
                                                const char         *name,
                                                const char         *format,
                                                const char * const *map,
                                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;
VslTranscriptPlan  *vsl_desk_attach_transcript (VslDesk            *self,
                                                const char         *article_id,
                                                GFile              *file,
                                                const char         *format,
                                                const char * const *map,
                                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;
VslTranscript      *vsl_desk_load_transcript   (VslDesk            *self,
                                                const char         *article_id,
                                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
