/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Signal “open” (kind, id): a debate or an article of somebody. */
#define VSL_TYPE_PEOPLE_DIALOG (vsl_people_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VslPeopleDialog, vsl_people_dialog, VSL, PEOPLE_DIALOG, AdwWindow)

GtkWidget *vsl_people_dialog_new (VslDesk   *desk,
                                  GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
