/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint vsl_word_count_update (const char *old_text,
                             guint       old_words,
                             const char *new_text);

G_END_DECLS
