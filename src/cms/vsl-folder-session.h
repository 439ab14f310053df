/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-folder-state.h"

G_BEGIN_DECLS

/* A folder that we work in, with its lock. Closed by its one owner; any one thread. */
typedef struct
{
  const char     *folder; /* (unowned) its path */
  const char     *title;  /* (unowned) (nullable) the name of the publication; NULL for reading */
  int             fd;     /* (owned) locked */
  VslFolderState *state;  /* (owned) */
} VslFolderSession;

#define VSL_FOLDER_SESSION_INIT { NULL, NULL, -1, NULL }

gboolean  vsl_folder_session_open      (VslFolderSession  *self,
                                        const char        *folder,
                                        const char        *title,
                                        gboolean           create,
                                        gint64             now,
                                        GError           **error);
void      vsl_folder_session_close     (VslFolderSession  *self);
gboolean  vsl_folder_session_commit    (VslFolderSession  *self,
                                        const char        *path,
                                        const char        *page,
                                        GError           **error);
char     *vsl_folder_session_read_page (VslFolderSession  *self,
                                        VslFolderEntry    *entry,
                                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;
char     *vsl_folder_session_read_hash (VslFolderSession  *self,
                                        VslFolderEntry    *entry,
                                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VslFolderSession, vsl_folder_session_close)

G_END_DECLS
