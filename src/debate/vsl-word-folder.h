/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What kind of word it is, for the cost of leaving it out and for what a change of it means. */
typedef enum
{
  VSL_WORD_PLAIN,
  VSL_WORD_HESITATION, /* eh, uhm */
  VSL_WORD_FILLER,     /* nou, eigenlijk, you know */
  VSL_WORD_NEGATION,   /* niet, geen, never */
  VSL_WORD_NUMBER
} VslWordKind;

typedef struct
{
  char *shown;  /* (owned) as it stands in the text */
  char *folded; /* (owned) for comparing; empty for none */
  VslWordKind kind;
  gboolean bracketed;     /* stands in [brackets]: added by the editor, and said to be */
  gboolean ellipsis;      /* words were left out here */
  gboolean ends_sentence; /* a full stop stands behind it */
} VslWord;

GArray     *vsl_word_folder_split    (const char *text) G_GNUC_WARN_UNUSED_RESULT;
VslWordKind vsl_word_folder_get_kind (const char *folded);

G_END_DECLS
