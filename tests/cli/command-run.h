/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

/* One run of the real program: what it answered. */
typedef struct
{
  int exit;
  char *out;
  char *err;
} Run;

/* A directory of its own for the data of one test, and the environment that the program runs in. */
typedef struct
{
  char *dir;
  const char *locale;   /* LC_ALL */
  const char *language; /* (nullable) LANGUAGE */
  const char *catalogues; /* (nullable) where the translations are */
} Place;

void     place_init      (Place       *place);
void     place_clear     (Place       *place);
char    *place_write     (Place       *place,
                          const char  *name,
                          const char  *contents,
                          gssize       size);
Run     *run_command     (Place       *place,
                          const char  *input,
                          const char  *first,
                          ...) G_GNUC_NULL_TERMINATED;
Run     *run_arguments   (Place       *place,
                          const char  *input,
                          char       **arguments);
void     run_free        (Run         *run);
char    *json_find       (const char  *text,
                          const char  *path);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)
