/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "exchange/vsl-exchange-error.h"
#include "exchange/vsl-field-text.h"

G_BEGIN_DECLS

gboolean vsl_yaml_scalar_parse  (const char    *line,
                                 gsize          offset,
                                 const char    *stop,
                                 guint          number,
                                 VslFieldText  *text,
                                 gsize         *end,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void     vsl_yaml_scalar_append (GString       *out,
                                 const char    *text);

G_END_DECLS
