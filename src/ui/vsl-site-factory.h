/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkListItemFactory *vsl_site_factory_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
