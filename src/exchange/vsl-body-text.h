/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "exchange/vsl-field-text.h"
#include "exchange/vsl-source-lines.h"

G_BEGIN_DECLS

void vsl_body_text_add_lines    (VslFieldText         *body,
                                 const VslSourceLines *lines,
                                 guint                 first,
                                 guint                 n_lines,
                                 gboolean              joined,
                                 VslImportNotes       *notes);
void vsl_body_text_add_streamer (VslFieldText         *body,
                                 const VslSourceLines *lines,
                                 guint                 first,
                                 guint                 n_lines,
                                 gsize                 offset);

G_END_DECLS
