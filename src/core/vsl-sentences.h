/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stretch of a text, in bytes: what code that walks over UTF-8 needs. */
typedef struct
{
  gsize start;
  gsize end; /* behind the last byte */
} VslByteSpan;

GArray *vsl_sentences_split (const char *text,
                             gsize       start,
                             gsize       end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
