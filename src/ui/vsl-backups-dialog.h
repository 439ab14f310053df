/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_BACKUPS_DIALOG (vsl_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VslBackupsDialog, vsl_backups_dialog, VSL, BACKUPS_DIALOG, AdwPreferencesWindow)

GtkWidget *vsl_backups_dialog_new (VslDesk   *desk,
                                   GSettings *settings,
                                   GtkWindow *parent);

G_END_DECLS
