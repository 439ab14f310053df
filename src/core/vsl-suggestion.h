/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-utterance.h"

G_BEGIN_DECLS

/* A passage that may be worth quoting. */
typedef struct
{
  VslUtterance *utterance; /* (owned) a few sentences, with the id of the utterance they are of */
  double score;            /* 0 to 1, within this transcript */
} VslSuggestion;

G_END_DECLS
