/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-person.h"

G_BEGIN_DECLS

/* The beginning of somebody's name, as it stands before the caret. */
typedef struct
{
  guint    n_typed; /* characters before the caret that it has */
  gboolean given;   /* it begins with the given name */
  gboolean sure;    /* a word of it has a capital: nothing but a name is written so */
  gboolean titled;  /* it comes after a title or a function: `mevrouw`, `minister` */
} VslNameStart;

gboolean vsl_name_start_find       (const char         *before,
                                    VslPerson          *person,
                                    VslNameStart       *start);
char   **vsl_name_start_list_forms (const VslNameStart *start,
                                    VslPerson          *person,
                                    gboolean            named) G_GNUC_WARN_UNUSED_RESULT;
gboolean vsl_name_start_is_named   (const char         *text,
                                    VslPerson          *person);

G_END_DECLS
