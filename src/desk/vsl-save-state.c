/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-save-state.h"

G_DEFINE_ENUM_TYPE (VslSaveState, vsl_save_state,
                    G_DEFINE_ENUM_VALUE (VSL_SAVE_SAVED, "saved"),
                    G_DEFINE_ENUM_VALUE (VSL_SAVE_PENDING, "pending"),
                    G_DEFINE_ENUM_VALUE (VSL_SAVE_SAVING, "saving"),
                    G_DEFINE_ENUM_VALUE (VSL_SAVE_FAILED, "failed"))
