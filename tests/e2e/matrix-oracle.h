/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-vocabulary.h"

G_BEGIN_DECLS

/* The truth: what a real site has, asked for past the proxy and past our own client. */
typedef struct _MatrixOracle MatrixOracle;

/* What the site has of one article, found by a word that only it has. */
typedef struct
{
  guint n_live;     /* not in the trash */
  guint n_trashed;
  char *id;         /* (owned) (nullable) of the live one, else of one in the trash */
  char *status;     /* (owned) */
  char *headline;   /* (owned) */
  char *content;    /* (owned) as it is stored */
  char *mark;       /* (owned) where our token is */
  gboolean picture; /* it has one at its head */
  guint n_media;    /* the pictures with that word in their names */
} MatrixFound;

MatrixOracle *matrix_oracle_new   (void);
void          matrix_oracle_free  (MatrixOracle *self);
VslBrand      matrix_oracle_get_brand (MatrixOracle *self);
guint16       matrix_oracle_get_port (MatrixOracle *self);
MatrixFound  *matrix_oracle_look  (MatrixOracle *self,
                                   const char   *word,
                                   gboolean      with_media);
void          matrix_found_free   (MatrixFound  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatrixOracle, matrix_oracle_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatrixFound, matrix_found_free)

G_END_DECLS
