/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-source-map.h"

G_BEGIN_DECLS

/**
 * VslFieldText:
 *
 * The text of one field while it is put together from pieces of a file. Keeps the source map exact:
 * what comes from the file is added with its place, what the importer adds without.
 */
typedef struct
{
  VslSourceMap *map; /* (unowned) */
  VslField field;
  GString *text;     /* (owned) */
  gsize n_chars;
  gsize run_start;
  guint run_line; /* 0: no run is open */
  guint run_column;
} VslFieldText;

void  vsl_field_text_init    (VslFieldText *self,
                              VslSourceMap *map,
                              VslField      field);
void  vsl_field_text_clear   (VslFieldText *self);
void  vsl_field_text_add     (VslFieldText *self,
                              const char   *text,
                              gsize         length,
                              guint         line,
                              guint         column);
void  vsl_field_text_insert  (VslFieldText *self,
                              const char   *ascii);
char *vsl_field_text_end     (VslFieldText *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VslFieldText, vsl_field_text_clear)

G_END_DECLS
