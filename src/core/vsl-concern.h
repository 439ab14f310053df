/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-quotation.h"

G_BEGIN_DECLS

/* A quoted headline is shortened; below this likeness it is another quotation. */
#define VSL_HEADLINE_SCORE 0.60

/* What a person has to look at in a quotation: the gravest of what is the matter with it. */
typedef enum
{
  VSL_CONCERN_NONE,
  VSL_CONCERN_UNATTRIBUTED,  /* nobody is named as the speaker */
  VSL_CONCERN_UNBALANCED,    /* a quotation mark is missing or one too many */
  VSL_CONCERN_STALE,         /* a pull quote is not what the article says now */
  VSL_CONCERN_UNTRACED,      /* a quoted headline is said nowhere in the article */
  VSL_CONCERN_EDITED,        /* the words differ from what was said */
  VSL_CONCERN_NOT_FOUND,     /* nobody said it */
  VSL_CONCERN_OTHER_SPEAKER, /* somebody else said it */
  VSL_CONCERN_OFF_THE_RECORD, /* it was said, but may never be used */
  VSL_N_CONCERNS
} VslConcern;

VslConcern vsl_concern_of_quotation (VslQuotation   *quotation);
gboolean   vsl_concern_is_streamer  (VslQuotation   *quotation);
gboolean   vsl_concern_is_exact     (const VslMatch *match);

G_END_DECLS
