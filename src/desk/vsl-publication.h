/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-outbox-row.h"
#include "core/vsl-site.h"
#include "desk/vsl-publication-options.h"
#include "desk/vsl-publication-step.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * One run of putting one article on one site, from preflight to verified answer. Main thread; lives
 * until it is dropped, and dropping it does not stop the run.
 *
 * Properties: "running" (boolean), "steps" (GListModel of VslPublicationStep, filled at the start),
 * "result" (VslOutboxRow, NULL until it is settled), "error-message" (nullable, translated),
 * "created" (boolean: the copy did not exist before), "warnings" (strv).
 */
#define VSL_TYPE_PUBLICATION (vsl_publication_get_type ())
G_DECLARE_FINAL_TYPE (VslPublication, vsl_publication, VSL, PUBLICATION, GObject)

gboolean            vsl_publication_get_running       (VslPublication *self);
gboolean            vsl_publication_get_settled       (VslPublication *self);
GListModel         *vsl_publication_get_steps         (VslPublication *self);
VslOutboxRow       *vsl_publication_get_result        (VslPublication *self);
const char         *vsl_publication_get_error_message (VslPublication *self);
const GError       *vsl_publication_get_error         (VslPublication *self);
gboolean            vsl_publication_get_created       (VslPublication *self);
const char * const *vsl_publication_get_warnings      (VslPublication *self);
GPtrArray          *vsl_publication_get_missing       (VslPublication *self);

G_END_DECLS
