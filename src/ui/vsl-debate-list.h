/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_DEBATE_LIST (vsl_debate_list_get_type ())
G_DECLARE_FINAL_TYPE (VslDebateList, vsl_debate_list, VSL, DEBATE_LIST, AdwBin)

GtkWidget *vsl_debate_list_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_debate_list_set_model (VslDebateList *self,
                                      GListModel    *debates);
void       vsl_debate_list_select    (VslDebateList *self,
                                      const char    *id);

G_END_DECLS
