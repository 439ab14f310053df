/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tells the time, in µs since 1970 UTC. Handed in, so that a test can say what time it is. */
typedef gint64 (*VslClock) (gpointer data);

G_END_DECLS
