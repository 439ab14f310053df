/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-publication.h"

G_BEGIN_DECLS

/* The steps of every publication, in order. */
typedef enum
{
  VSL_PUBLICATION_TEXT,
  VSL_PUBLICATION_TERMS,
  VSL_PUBLICATION_PICTURES,
  VSL_PUBLICATION_ARTICLE,
  VSL_PUBLICATION_CHECK,
  VSL_PUBLICATION_N_STEPS
} VslPublicationStage;

VslPublication *vsl_publication_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_publication_begin_stage (VslPublication      *self,
                                             VslPublicationStage  stage);
void            vsl_publication_set_detail  (VslPublication      *self,
                                             VslPublicationStage  stage,
                                             const char          *detail);
void            vsl_publication_end_stage   (VslPublication      *self,
                                             VslPublicationStage  stage,
                                             const char          *detail);
void            vsl_publication_add_warning (VslPublication      *self,
                                             const char          *warning);
void            vsl_publication_set_missing (VslPublication      *self,
                                             GPtrArray           *missing);
void            vsl_publication_set_created (VslPublication      *self,
                                             gboolean             created);
void            vsl_publication_settle      (VslPublication      *self,
                                             VslOutboxRow        *row);
void            vsl_publication_succeed     (VslPublication      *self,
                                             VslOutboxRow        *row);
void            vsl_publication_fail        (VslPublication      *self,
                                             VslOutboxRow        *row,
                                             GError              *error);

G_END_DECLS
