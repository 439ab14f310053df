/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_VERSION_BROWSER (vsl_version_browser_get_type ())
G_DECLARE_FINAL_TYPE (VslVersionBrowser, vsl_version_browser, VSL, VERSION_BROWSER, AdwWindow)

GtkWidget *vsl_version_browser_new (VslDesk     *desk,
                                    VslDocument *document,
                                    GtkWindow   *parent);

G_END_DECLS
