/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-outbox-row.h"
#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/*
 * How one article stands on the sites, as far as is known here. Read in the background, at once and
 * whenever something was sent; main thread. Signal "changed": it was read anew, or could not be.
 */
#define VSL_TYPE_COPIES (vsl_copies_get_type ())
G_DECLARE_FINAL_TYPE (VslCopies, vsl_copies, VSL, COPIES, GObject)

VslCopies    *vsl_copies_new         (VslDesk      *desk,
                                      const char   *article_id) G_GNUC_WARN_UNUSED_RESULT;
const char   *vsl_copies_get_article (VslCopies    *self);
gboolean      vsl_copies_get_loaded  (VslCopies    *self);
const char   *vsl_copies_get_problem (VslCopies    *self);
VslOutboxRow *vsl_copies_find        (VslCopies    *self,
                                      const char   *site);
gboolean      vsl_copies_is_empty    (VslCopies    *self);
void          vsl_copies_put         (VslCopies    *self,
                                      VslOutboxRow *row);

G_END_DECLS
