/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk.h"

G_BEGIN_DECLS

/* As vsl_desk_set_site_setting(), which waits for the disk; checked first by vsl_site_choice_check(). */
void     vsl_desk_choose_for_site_async  (VslDesk             *self,
                                          const char          *name,
                                          const char          *key,
                                          const char          *value,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean vsl_desk_choose_for_site_finish (VslDesk             *self,
                                          GAsyncResult        *result,
                                          GError             **error);

G_END_DECLS
