/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-utterance.h"

G_BEGIN_DECLS

void vsl_passage_cutter_cut (VslUtterance *utterance,
                             GPtrArray    *passages);

G_END_DECLS
