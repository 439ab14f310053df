/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* FIELD=VALUE of the command line. The value points into the argument. */
typedef struct
{
  char       *field; /* (owned) */
  const char *value;
} VslCliAssignment;

/* One assignment carried out on an immutable value: (transfer full) the next one, or %NULL with a usage
 * error that says which fields there are. */
typedef gpointer (*VslCliAssignFunc) (gpointer                 object,
                                      const VslCliAssignment  *assignment,
                                      GError                 **error);

gpointer   vsl_cli_assign      (gpointer           object,
                                char             **arguments,
                                VslCliAssignFunc   assign,
                                const char        *fields,
                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   vsl_cli_check_date  (const char        *value,
                                gboolean           whole,
                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;
char     **vsl_cli_split_lines (const char        *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
