/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "core/vsl-finding.h"
#include "core/vsl-source-map.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define VSL_TYPE_IMPORT (vsl_import_get_type ())
G_DECLARE_FINAL_TYPE (VslImport, vsl_import, VSL, IMPORT, GObject)

VslImport    *vsl_import_new            (VslArticle   *article,
                                         VslSourceMap *map,
                                         GListModel   *findings) G_GNUC_WARN_UNUSED_RESULT;
VslArticle   *vsl_import_get_article    (VslImport    *self);
VslSourceMap *vsl_import_get_source_map (VslImport    *self);
GListModel   *vsl_import_get_findings   (VslImport    *self);

G_END_DECLS
