/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-library-query.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

GBytes *vsl_library_listing_load (VslStore               *store,
                                  const VslLibraryQuery  *query,
                                  GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
