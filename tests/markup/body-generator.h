/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

/* Bodies for tests, each made from a number alone. Every word in them occurs once and is a letter,
 * an accented letter and a number, so that it can be looked for in what becomes of the body. */

char  *body_generator_make      (guint32     seed);
char  *body_generator_make_wild (guint32     seed);
char **body_generator_find_words (const char *text);
