/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-debate-document.h"
#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_DEBATE_PAGE (vsl_debate_page_get_type ())
G_DECLARE_FINAL_TYPE (VslDebatePage, vsl_debate_page, VSL, DEBATE_PAGE, AdwBin)

GtkWidget         *vsl_debate_page_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void               vsl_debate_page_set_desk     (VslDebatePage     *self,
                                                 VslDesk           *desk);
VslDesk           *vsl_debate_page_get_desk     (VslDebatePage     *self);
/* Property "document" notifies. */
void               vsl_debate_page_set_document (VslDebatePage     *self,
                                                 VslDebateDocument *document);
VslDebateDocument *vsl_debate_page_get_document (VslDebatePage     *self);
void               vsl_debate_page_add_page     (VslDebatePage     *self,
                                                 const char        *title,
                                                 GtkWidget         *page,
                                                 int                position);
void               vsl_debate_page_focus_title  (VslDebatePage     *self);

G_END_DECLS
