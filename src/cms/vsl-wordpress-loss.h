/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vsl_wordpress_loss_describe (const char *sent,
                                   const char *stored,
                                   const char *site) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
