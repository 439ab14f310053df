/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* The engine: a real desk with a data directory and one site, whose clock can be moved. */
typedef struct
{
  char    *data_dir; /* (owned) */
  VslDesk *desk;     /* (owned) (nullable) */
  gint64   ahead;    /* its clock, µs ahead of the real one */
  guint    look_ms;
} MatrixDesk;

/* Milliseconds in which the client gives up; 0 for what the product takes. */
extern guint matrix_deadline_ms;

void            matrix_desk_make    (MatrixDesk      *self,
                                     VslBrand         brand,
                                     const char      *url);
void            matrix_desk_open    (MatrixDesk      *self);
void            matrix_desk_close   (MatrixDesk      *self);
void            matrix_desk_remove  (MatrixDesk      *self);
/* Stores an article with @word in its headline, text and picture; gives its id. */
char           *matrix_desk_write   (MatrixDesk      *self,
                                     const char      *id,
                                     const char      *word,
                                     guint            version,
                                     gboolean         with_picture) G_GNUC_WARN_UNUSED_RESULT;
void            matrix_desk_publish (MatrixDesk      *self,
                                     const char      *id,
                                     VslRemoteStatus  as);
/* Sends what waits in the outbox. */
void            matrix_desk_run_queue (MatrixDesk    *self,
                                     const char      *id);
VslOutboxRow   *matrix_desk_find_row (MatrixDesk     *self,
                                     const char      *id) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the row says that what was asked for is there, as the article is now. */
gboolean        matrix_desk_is_done (MatrixDesk      *self,
                                     const char      *id,
                                     VslRemoteStatus  as);

G_END_DECLS
