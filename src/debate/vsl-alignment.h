/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-quotation.h"

G_BEGIN_DECLS

/* Costs in hundredths of a word. */
#define VSL_ALIGNMENT_WORD 100

/* A word as a number, with what it costs to leave it out (transcript) or to add it (quotation). */
typedef struct
{
  gint32 id; /* equal words have equal ids; -1 is equal to nothing */
  gint32 cost;
} VslToken;

/* Where a run of words was found. */
typedef struct
{
  gint32 cost;
  gsize start; /* token of the transcript */
  gsize end;   /* behind the last */
} VslPlace;

/* One step of an alignment, from left to right. */
typedef struct
{
  VslDiffOp op;
  gsize word;  /* of the quotation, unless @op is delete */
  gsize token; /* of the transcript, unless @op is insert */
} VslStep;

typedef gboolean (*VslPreferFunc) (gsize token, gpointer user_data);

gboolean vsl_alignment_find  (const VslToken *words,
                              gsize           n_words,
                              const VslToken *tokens,
                              gsize           from,
                              gsize           to,
                              gint32          limit,
                              VslPreferFunc   prefer,
                              gpointer        user_data,
                              VslPlace       *place);
GArray  *vsl_alignment_trace (const VslToken *words,
                              gsize           n_words,
                              const VslToken *tokens,
                              const VslPlace *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
