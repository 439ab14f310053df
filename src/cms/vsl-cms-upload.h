/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Bytes of a picture that have left, of so many. Main thread. */
typedef void (*VslCmsProgress) (goffset  done,
                                goffset  total,
                                gpointer data);

/* A file on this computer with one size of a picture. */
typedef struct
{
  const char *path;
  guint       width; /* pixels */
  guint       height;
} VslCmsFile;

/* What a picture is to become on the site. */
typedef struct
{
  const VslCmsFile *files;        /* the largest first; a site that makes sizes itself takes that one */
  guint             n_files;
  const char       *content_type;
  const char       *name;         /* ASCII, holds the token, with the ending of its type */
  const char       *token;        /* by which the picture is found there again */
  const char       *alt;          /* empty for a decorative one */
  const char       *caption;      /* with the credit, as readers see it */
  const char       *remote_id;    /* (nullable) it is there already: only the words are sent */
  const char       *url;          /* (nullable) where it is, on a site that does not number pictures */
  gboolean          words_are_there; /* with @remote_id: only look whether it still is there */
  gboolean          look_only;    /* only look whether it is there, and send its words when it is */
  VslCmsProgress    progress;     /* (nullable) */
  gpointer          progress_data;
} VslCmsUpload;

/* A picture on a site. */
typedef struct
{
  char  *id;     /* (owned) (nullable) of a site that numbers its pictures */
  char  *url;    /* (owned) as articles on that site use it */
  char  *srcset; /* (owned) (nullable) other sizes, as HTML lists them */
  guint  width;  /* pixels; 0 for unknown */
  guint  height;
} VslRemotePicture;

VslRemotePicture *vsl_remote_picture_new  (const char       *id,
                                           const char       *url,
                                           const char       *srcset,
                                           guint             width,
                                           guint             height) G_GNUC_WARN_UNUSED_RESULT;
void              vsl_remote_picture_free (VslRemotePicture *self);

/* A copy of a VslCmsUpload that lives as long as the request. Freed by its one owner. */
typedef struct
{
  VslCmsUpload  upload; /* all in it is owned here */
  GPtrArray    *texts;  /* (owned) */
  VslCmsFile   *files;  /* (owned) */
} VslCmsUploadCopy;

VslCmsUploadCopy *vsl_cms_upload_copy      (const VslCmsUpload *upload) G_GNUC_WARN_UNUSED_RESULT;
void              vsl_cms_upload_copy_free (VslCmsUploadCopy   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslRemotePicture, vsl_remote_picture_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslCmsUploadCopy, vsl_cms_upload_copy_free)

G_END_DECLS
