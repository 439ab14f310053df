/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-conflict.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VSL_TYPE_PASSAGE_CHOICE (vsl_passage_choice_get_type ())
G_DECLARE_FINAL_TYPE (VslPassageChoice, vsl_passage_choice, VSL, PASSAGE_CHOICE, AdwBin)

GtkWidget *vsl_passage_choice_new      (const VslConflictPassage *passage) G_GNUC_WARN_UNUSED_RESULT;
gboolean   vsl_passage_choice_get_keep (VslPassageChoice         *self,
                                        VslKeep                  *keep);
void       vsl_passage_choice_set_keep (VslPassageChoice         *self,
                                        VslKeep                   keep);

G_END_DECLS
