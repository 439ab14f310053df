/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-transcript.h"

G_BEGIN_DECLS

void vsl_tei_writer_write (GString       *out,
                           VslTranscript *transcript,
                           const char    *title,
                           const char    *language,
                           const char    *chair);

G_END_DECLS
