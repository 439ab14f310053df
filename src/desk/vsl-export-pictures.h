/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"
#include "store/vsl-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Takes one picture that is exported, under the name that the article has for it. */
typedef gboolean (*VslExportPicturesTake) (const char  *name,
                                           GBytes      *bytes,
                                           gpointer     data,
                                           GError     **error);

/* Which pictures, how, and to whom. */
typedef struct
{
  const char            *prefix;    /* before their names in the article, with a slash; or empty */
  guint                  edge;      /* the longest side they may have, in pixels */
  gboolean               all;       /* also those that the article does not show */
  VslExportPicturesTake  take;
  gpointer               take_data;
} VslExportPictures;

VslArticle *vsl_export_pictures_place (VslStore                *store,
                                       const char              *data_dir,
                                       VslArticle              *article,
                                       const VslExportPictures *how,
                                       guint                   *n_missing,
                                       GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    vsl_export_pictures_keep  (const char              *name,
                                       GBytes                  *bytes,
                                       gpointer                 folder,
                                       GError                 **error);

G_END_DECLS
