/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-vocabulary.h"

G_BEGIN_DECLS

/* One article in a folder, as the index and the feed need it and as a later update compares it. */
typedef struct
{
  char            *token;        /* (owned) */
  VslRemoteStatus  status;
  char            *path;         /* (owned) of its page, below the folder */
  char            *hash;         /* (owned) of its page */
  gint64           revision;
  gint64           published_at; /* µs UTC; 0 when it never was; in the future when it is planned */
  gint64           updated_at;   /* µs UTC */
  char            *language;     /* (owned) */
  char            *kicker;       /* (owned) */
  char            *headline;     /* (owned) */
  char            *lead;         /* (owned) plain text */
  char            *byline;       /* (owned) */
  char           **tags;         /* (owned) */
  char            *canonical;    /* (owned) (nullable) where readers found it first; of this update, not kept */
  char            *picture;      /* (owned) path of the picture at its head, below the folder; or empty */
  char            *picture_alt;  /* (owned) */
} VslFolderEntry;

/**
 * VslFolderState:
 *
 * What we know of a folder that we publish to, kept in a small file in it. Freed by its one owner.
 */
typedef struct
{
  char      *feed_id;  /* (owned) a URI that never changes */
  char      *base_url; /* (owned) where the folder stands on the web, ends in a slash; or empty */
  GPtrArray *files;    /* (owned) of char *: what we wrote, so that it goes when it is not needed */
  GPtrArray *entries;  /* (owned) of VslFolderEntry, the newest first */
} VslFolderState;

VslFolderEntry *vsl_folder_entry_new      (const char      *token) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_folder_entry_free     (VslFolderEntry  *self);

VslFolderState *vsl_folder_state_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_folder_state_free     (VslFolderState  *self);
VslFolderState *vsl_folder_state_parse    (const char      *text,
                                           GError         **error) G_GNUC_WARN_UNUSED_RESULT;
char           *vsl_folder_state_to_text  (VslFolderState  *self) G_GNUC_WARN_UNUSED_RESULT;
VslFolderEntry *vsl_folder_state_find     (VslFolderState  *self,
                                           const char      *token);
gboolean        vsl_folder_state_has_path (VslFolderState  *self,
                                           const char      *path);
char           *vsl_folder_entry_dup_file (VslFolderEntry  *self) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_folder_state_sort     (VslFolderState  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslFolderEntry, vsl_folder_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslFolderState, vsl_folder_state_free)

G_END_DECLS
