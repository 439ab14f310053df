/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

G_BEGIN_DECLS

/* A debate as a whole. To change something: copy the struct, change the copy, make a new debate of
 * it. Texts are nullable on the way in and never %NULL on the way out, but for the id. */
typedef struct
{
  const char         *id;           /* (nullable) of a debate that is stored */
  gint64              revision;
  gint64              created_at;   /* µs since 1970 UTC */
  gint64              updated_at;
  const char         *series;       /* the row of debates that it belongs to */
  const char         *title;
  const char         *date;         /* whole date or empty */
  const char         *place;        /* where people meet, … */
  const char         *stream;       /* … or the address of the stream */
  const char         *language;     /* that is spoken */
  GPtrArray          *participants; /* (nullable) (element-type VslParticipant) with the chair */
  const char * const *statements;   /* (nullable) stellingen, in order */
  const char         *notes;
  const char         *delete_after; /* whole date; after it the transcript goes; empty: never */
} VslDebateFields;

#define VSL_TYPE_DEBATE (vsl_debate_get_type ())
G_DECLARE_FINAL_TYPE (VslDebate, vsl_debate, VSL, DEBATE, GObject)

VslDebate             *vsl_debate_new          (const VslDebateFields *fields) G_GNUC_WARN_UNUSED_RESULT;
const VslDebateFields *vsl_debate_get_fields   (VslDebate             *self);
const char            *vsl_debate_get_id       (VslDebate             *self);
const char            *vsl_debate_get_name     (VslDebate             *self);
VslArticle            *vsl_debate_make_article (VslDebate             *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
