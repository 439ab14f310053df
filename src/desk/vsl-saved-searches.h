/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* A search that somebody wants to keep. Immutable. */
#define VSL_TYPE_SAVED_SEARCH (vsl_saved_search_get_type ())
G_DECLARE_FINAL_TYPE (VslSavedSearch, vsl_saved_search, VSL, SAVED_SEARCH, GObject)

const char *vsl_saved_search_get_name (VslSavedSearch *self);
const char *vsl_saved_search_get_text (VslSavedSearch *self);

/* A list model of VslSavedSearch, by name, kept with the window's session. Main thread. */
#define VSL_TYPE_SAVED_SEARCHES (vsl_saved_searches_get_type ())
G_DECLARE_FINAL_TYPE (VslSavedSearches, vsl_saved_searches, VSL, SAVED_SEARCHES, GObject)

VslSavedSearches *vsl_saved_searches_new    (VslDesk          *desk) G_GNUC_WARN_UNUSED_RESULT;
void              vsl_saved_searches_add    (VslSavedSearches *self,
                                             const char       *name,
                                             const char       *text);
void              vsl_saved_searches_remove (VslSavedSearches *self,
                                             const char       *name);
void              vsl_saved_searches_rename (VslSavedSearches *self,
                                             const char       *name,
                                             const char       *new_name);
VslSavedSearch   *vsl_saved_searches_find   (VslSavedSearches *self,
                                             const char       *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
