/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vsl_speech_verbs_contain (const char *word);
gboolean vsl_speech_verbs_is_pronoun (const char *word);

G_END_DECLS
