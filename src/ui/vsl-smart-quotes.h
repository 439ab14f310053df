/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What takes the place of the last characters typed. */
typedef struct
{
  guint       back;    /* characters before the cursor at which the replaced part begins */
  guint       length;  /* characters replaced */
  const char *text;    /* (unowned) what comes there */
} VslSmartQuote;

gboolean vsl_smart_quotes_find (const char    *before,
                                VslSmartQuote *quote) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
