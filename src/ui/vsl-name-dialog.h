/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called with the name, when one was given; not when the person changed their mind. */
typedef void (*VslNameDialogFunc) (const char *name, gpointer data);

void vsl_name_dialog_show (GtkWidget         *widget,
                           const char        *heading,
                           const char        *button_label,
                           const char        *name,
                           VslNameDialogFunc  func,
                           gpointer           data);

G_END_DECLS
