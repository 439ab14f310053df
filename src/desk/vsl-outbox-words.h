/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-outbox-event.h"

G_BEGIN_DECLS

char *vsl_outbox_words_event (VslOutboxEvent *event) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
