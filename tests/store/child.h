/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The test program once more, as another process: `PROGRAM --child NAME DIRECTORY`. */
typedef struct
{
  GSubprocess *process; /* (owned) */
  GDataInputStream *output; /* (owned) */
} Child;

typedef void (*ChildMain) (const char *directory);

typedef struct
{
  const char *name;
  ChildMain main;
} ChildProgram;

gboolean child_run_main (int                 argc,
                         char               *argv[],
                         const ChildProgram *programs,
                         gsize               n_programs);
void     child_say      (gint64              number);
Child   *child_start    (const char         *program,
                         const char         *name,
                         const char         *directory) G_GNUC_WARN_UNUSED_RESULT;
gboolean child_hear     (Child              *self,
                         gint64             *number) G_GNUC_WARN_UNUSED_RESULT;
gint64   child_kill     (Child              *self);

G_END_DECLS
