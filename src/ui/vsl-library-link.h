/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A row of the library that is no article: it has a title, and does an action when it is chosen. A way
 * for debates, saved searches and whatever else opens something. Only “current” changes: whether what it
 * opens is open. */
#define VSL_TYPE_LIBRARY_LINK (vsl_library_link_get_type ())
G_DECLARE_FINAL_TYPE (VslLibraryLink, vsl_library_link, VSL, LIBRARY_LINK, GObject)

VslLibraryLink *vsl_library_link_new          (const char     *title,
                                               const char     *subtitle,
                                               const char     *icon_name,
                                               const char     *action_name,
                                               GVariant       *target) G_GNUC_WARN_UNUSED_RESULT;
const char     *vsl_library_link_get_title    (VslLibraryLink *self);
const char     *vsl_library_link_get_subtitle (VslLibraryLink *self);
const char     *vsl_library_link_get_icon_name (VslLibraryLink *self);
const char     *vsl_library_link_get_action   (VslLibraryLink *self);
GVariant       *vsl_library_link_get_target   (VslLibraryLink *self);
gboolean        vsl_library_link_get_current  (VslLibraryLink *self);
void            vsl_library_link_set_current  (VslLibraryLink *self,
                                               gboolean        current);

G_END_DECLS
