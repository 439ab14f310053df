/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  VSL_SAVE_SAVED,   /* what is on the screen is on the disk */
  VSL_SAVE_PENDING, /* changed; a save follows within half a second */
  VSL_SAVE_SAVING,
  VSL_SAVE_FAILED   /* the last save failed; it is tried again, and `save-error` says why */
} VslSaveState;

#define VSL_TYPE_SAVE_STATE (vsl_save_state_get_type ())
GType vsl_save_state_get_type (void);

G_END_DECLS
