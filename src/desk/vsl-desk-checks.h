/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-check-runner.h"
#include "desk/vsl-desk.h"

G_BEGIN_DECLS

VslCheckRunner *vsl_desk_get_check_runner (VslDesk    *self);
int             vsl_desk_find_speaker     (VslArticle *article,
                                           const char *label);

G_END_DECLS
