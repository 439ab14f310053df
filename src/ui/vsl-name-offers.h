/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-participant.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The names that are offered under the caret. Signal “chosen” (string, characters that it replaces). */
#define VSL_TYPE_NAME_OFFERS (vsl_name_offers_get_type ())
G_DECLARE_FINAL_TYPE (VslNameOffers, vsl_name_offers, VSL, NAME_OFFERS, GtkPopover)

GtkWidget *vsl_name_offers_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_name_offers_clear  (VslNameOffers  *self);
void       vsl_name_offers_add    (VslNameOffers  *self,
                                   const char     *text,
                                   VslParticipant *participant,
                                   guint           n_typed);
guint      vsl_name_offers_get_n  (VslNameOffers  *self);
void       vsl_name_offers_move   (VslNameOffers  *self,
                                   int             step);
gboolean   vsl_name_offers_choose (VslNameOffers  *self,
                                   gboolean        first);

G_END_DECLS
