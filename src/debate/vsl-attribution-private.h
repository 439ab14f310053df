/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "debate/vsl-attribution.h"

G_BEGIN_DECLS

/* What a participant is called in a text. */
typedef struct
{
  char *full; /* (owned) */
  char *last; /* (owned) as at a later mention */
  char *bare; /* (owned) with its prefix small: den Hollander */
  char *given; /* (owned) */
  char *role;  /* (owned) the first word of what they are: wethouder */
  gboolean shared; /* several participants have that first name */
  gboolean shared_role;
} VslAttributionName;

struct _VslAttributor
{
  char *text;         /* (owned) */
  GArray *quoted;     /* (owned) of VslQuotedSpan */
  GPtrArray *names;   /* (owned) of VslAttributionName */
  char *last_speaker; /* (owned) (nullable) */
};

/* What a stretch of text outside quotations says of who speaks. */
typedef struct
{
  const char *named;  /* (nullable) the only participant named, or the one next to a verb */
  char *other;        /* (owned) (nullable) somebody else named next to a verb of saying */
  guint n_named;      /* different participants */
  gboolean verb;
  gboolean pronoun;
  gboolean weak;      /* @named by what they are: the alderman */
} VslClue;

char       *vsl_attributor_blank_quotations (VslAttributor       *self,
                                             gsize                start,
                                             gsize                end);
void        vsl_attributor_read_clue        (VslAttributor       *self,
                                             gsize                start,
                                             gsize                end,
                                             const VslQuotedSpan *span,
                                             VslClue             *clue);
const char *vsl_attributor_find_antecedent  (VslAttributor       *self,
                                             gsize                paragraph,
                                             gsize                end);

G_END_DECLS
