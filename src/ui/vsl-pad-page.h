/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-debate-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is written during a debate. Property "document" (VslDebateDocument, nullable). */
#define VSL_TYPE_PAD_PAGE (vsl_pad_page_get_type ())
G_DECLARE_FINAL_TYPE (VslPadPage, vsl_pad_page, VSL, PAD_PAGE, AdwBin)

GtkWidget *vsl_pad_page_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
