/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

#define VSL_TYPE_NAME_PROVIDER (vsl_name_provider_get_type ())
G_DECLARE_FINAL_TYPE (VslNameProvider, vsl_name_provider, VSL, NAME_PROVIDER, GObject)

void vsl_name_provider_add (GtkSourceView *view,
                            GObject       *owner);

G_END_DECLS
