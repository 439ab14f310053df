/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-checks.h"

#include "desk/vsl-check-runner-private.h"
#include "desk/vsl-desk-private.h"

/**
 * vsl_desk_get_check_runner:
 * @self: the desk
 *
 * Returns: (transfer none): what checks the article that is being written; the same one for life
 */
VslCheckRunner *
vsl_desk_get_check_runner (VslDesk *self)
{
  g_return_val_if_fail (VSL_IS_DESK (self), NULL);

  if (self->checks == NULL)
    self->checks = vsl_check_runner_new (self->store);

  return self->checks;
}
