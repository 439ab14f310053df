/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-store.h"

G_BEGIN_DECLS

/* How long the file of a picture stays after the last article and version that had it. */
#define VSL_MEDIA_KEEP_DAYS 30

/* What is known of the bytes of a picture. Freed by its one owner. */
typedef struct
{
  char   *hash;         /* (owned) */
  char   *content_type; /* (owned) */
  gint64  bytes;
  guint   width;        /* pixels, upright */
  guint   height;
  char   *name;         /* (owned) of the file it came from */
} VslMedia;

/* A picture on a site, or on its way there. Freed by its one owner. */
typedef struct
{
  char   *hash;       /* (owned) */
  char   *site;       /* (owned) */
  char   *token;      /* (owned) */
  char   *state;      /* (owned) sending: a request may be under way; sent: it is there, perhaps
                         without its words; confirmed */
  char   *remote_id;  /* (owned) (nullable) */
  char   *url;        /* (owned) (nullable) */
  char   *srcset;     /* (owned) (nullable) */
  guint   width;
  guint   height;
  char   *texts;      /* (owned) (nullable) hash of the words it has there */
  gint64  updated_at; /* µs UTC */
} VslMediaRemote;

void            vsl_media_free             (VslMedia        *self);
void            vsl_media_remote_free      (VslMediaRemote  *self);

gboolean        vsl_store_add_media        (VslStore        *self,
                                            const VslMedia  *media,
                                            gint64           now,
                                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;
VslMedia       *vsl_store_load_media       (VslStore        *self,
                                            const char      *hash,
                                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;
VslMediaRemote *vsl_store_load_media_remote (VslStore       *self,
                                            const char      *hash,
                                            const char      *site,
                                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        vsl_store_save_media_remote (VslStore       *self,
                                            const VslMediaRemote *remote,
                                            gint64           now,
                                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *vsl_store_list_media_places (VslStore       *self,
                                            const char      *site,
                                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *vsl_store_sweep_media      (VslStore        *self,
                                            gint64           now,
                                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslMedia, vsl_media_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslMediaRemote, vsl_media_remote_free)

G_END_DECLS
