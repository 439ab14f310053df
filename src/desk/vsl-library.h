/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-library-query.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

#define VSL_TYPE_LIBRARY (vsl_library_get_type ())
G_DECLARE_FINAL_TYPE (VslLibrary, vsl_library, VSL, LIBRARY, GObject)

VslLibrary *vsl_library_new    (VslStore               *store,
                                const VslLibraryQuery  *query,
                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;
VslLibrary *vsl_library_new_lazy (VslStore             *store,
                                const VslLibraryQuery  *query) G_GNUC_WARN_UNUSED_RESULT;
void        vsl_library_set_order (VslLibrary          *self,
                                VslLibrarySort          sort,
                                gboolean                reversed);
const char *vsl_library_get_id (VslLibrary             *self,
                                guint                   position);
gboolean    vsl_library_find   (VslLibrary             *self,
                                const char             *id,
                                guint                  *position);
void        vsl_library_update (VslLibrary             *self,
                                VslArticleSummary      *summary);
void        vsl_library_remove (VslLibrary             *self,
                                const char             *id);

G_END_DECLS
