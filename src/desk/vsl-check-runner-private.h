/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-check-runner.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* Runs in the thread that checks, and returns something with the task. */
typedef void (*VslCheckRunnerFunc) (GTask *task);

VslCheckRunner *vsl_check_runner_new  (VslStore           *store) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_check_runner_stop (VslCheckRunner     *self);
void            vsl_check_runner_push (VslCheckRunner     *self,
                                       GTask              *task,
                                       VslCheckRunnerFunc  func);

G_END_DECLS
