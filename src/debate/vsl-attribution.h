/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-participant.h"
#include "core/vsl-quotation.h"
#include "debate/vsl-quotation-marks.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Who is said to have said a passage. */
typedef struct
{
  char *speaker; /* (owned) (nullable) */
  VslAttribution place;
  gboolean weak; /* through a pronoun */
} VslAttributed;

/**
 * VslAttributor:
 *
 * Finds who a text says is speaking, among the participants of an article and others whom it names
 * with a verb of saying. Goes through a text from its start, because a pronoun means whoever spoke
 * last. One thread.
 */
typedef struct _VslAttributor VslAttributor;

VslAttributor *vsl_attributor_new     (const char          *text,
                                       GArray              *quoted,
                                       GListModel          *participants) G_GNUC_WARN_UNUSED_RESULT;
void           vsl_attributor_free    (VslAttributor       *self);
void           vsl_attributor_ask     (VslAttributor       *self,
                                       guint                index,
                                       VslAttributed       *attributed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslAttributor, vsl_attributor_free)

G_END_DECLS
