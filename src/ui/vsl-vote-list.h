/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-debate-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_VOTE_LIST (vsl_vote_list_get_type ())
G_DECLARE_FINAL_TYPE (VslVoteList, vsl_vote_list, VSL, VOTE_LIST, AdwBin)

GtkWidget *vsl_vote_list_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void       vsl_vote_list_set_document (VslVoteList       *self,
                                       VslDebateDocument *document);

G_END_DECLS
