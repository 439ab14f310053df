/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-publication.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_PUBLICATION_VIEW (vsl_publication_view_get_type ())
G_DECLARE_FINAL_TYPE (VslPublicationView, vsl_publication_view, VSL, PUBLICATION_VIEW, AdwBin)

GtkWidget      *vsl_publication_view_new             (void) G_GNUC_WARN_UNUSED_RESULT;
VslPublication *vsl_publication_view_get_publication (VslPublicationView *self);
void            vsl_publication_view_set_publication (VslPublicationView *self,
                                                      VslPublication     *publication);

G_END_DECLS
