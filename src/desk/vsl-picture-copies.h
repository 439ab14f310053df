/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms-upload.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* The files of one picture as they may be sent, the largest first. Freed by its one owner. */
typedef struct
{
  GArray *files;        /* (owned) VslCmsFile, whose paths are owned here */
  char   *content_type; /* (owned) */
  char   *stem;         /* (owned) of a name: ASCII, from the file it came from */
} VslPictureCopies;

VslPictureCopies *vsl_picture_copies_make (VslStore          *store,
                                           const char        *data_dir,
                                           const char        *hash,
                                           const guint       *edges,
                                           guint              n_edges,
                                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void              vsl_picture_copies_free (VslPictureCopies  *self);
char             *vsl_picture_copies_dup_stem (const char    *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslPictureCopies, vsl_picture_copies_free)

G_END_DECLS
