/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VslEmbargo:
 * @until: the article is not to be published before it, µs UTC; 0: no embargo
 * @note: (owned): with whom it was agreed, empty for unknown
 * @overridden: it is to be published in spite of that
 * @reason: (owned): why, empty for unknown
 *
 * What the ledger of reviews says of the whole article.
 */
typedef struct
{
  gint64 until;
  char *note;
  gboolean overridden;
  char *reason;
} VslEmbargo;

void     vsl_embargo_read   (VslEmbargo       *self,
                             GPtrArray        *steps);
void     vsl_embargo_clear  (VslEmbargo       *self);
gboolean vsl_embargo_blocks (const VslEmbargo *self,
                             gint64            at);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VslEmbargo, vsl_embargo_clear)

G_END_DECLS
