/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-check-runner.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

VslCheckRunner *vsl_check_runner_new  (VslStore       *store) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_check_runner_stop (VslCheckRunner *self);

G_END_DECLS
