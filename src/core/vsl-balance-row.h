/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-participant.h"

G_BEGIN_DECLS

/* How much one participant is quoted, and how much he or she spoke. */
typedef struct
{
  VslParticipant *participant; /* (unowned) of the article */
  guint quotations;
  guint words;        /* quoted */
  double share;       /* of all quoted words that have a speaker, 0 to 1 */
  gint64 speaking_ms; /* 0 without a transcript, or without times */
  double speaking_share;
} VslBalanceRow;

G_END_DECLS
