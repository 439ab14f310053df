/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-store-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * VslStatement:
 *
 * A prepared statement. It belongs to its connection, which lends it: a variable of the type
 * g_autoptr(VslStatement) hands it back at the end of its scope. Values are bound by name only. What
 * goes wrong while binding is told by the next step.
 */
typedef struct _VslStatement VslStatement;

typedef enum
{
  VSL_STEP_RESULT_FAILED,
  VSL_STEP_RESULT_ROW,
  VSL_STEP_RESULT_DONE
} VslStepResult;

/* For the connection. */
VslStatement *vsl_statement_new         (sqlite3       *db,
                                         const char    *path,
                                         const char    *sql,
                                         const char   **tail,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void          vsl_statement_free        (VslStatement  *self);
VslStatement *vsl_statement_lend        (VslStatement  *self);

void          vsl_statement_give_back   (VslStatement  *self);
void          vsl_statement_bind_text   (VslStatement  *self,
                                         const char    *name,
                                         const char    *text);
void          vsl_statement_bind_int64  (VslStatement  *self,
                                         const char    *name,
                                         gint64         value);
void          vsl_statement_bind_bytes  (VslStatement  *self,
                                         const char    *name,
                                         GBytes        *bytes);
VslStepResult vsl_statement_step        (VslStatement  *self,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      vsl_statement_run         (VslStatement  *self,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void          vsl_statement_rewind      (VslStatement  *self);

gboolean      vsl_statement_is_null     (VslStatement  *self,
                                         int            column);
const char   *vsl_statement_get_text    (VslStatement  *self,
                                         int            column);
gint64        vsl_statement_get_int64   (VslStatement  *self,
                                         int            column);
double        vsl_statement_get_double  (VslStatement  *self,
                                         int            column);
GBytes       *vsl_statement_dup_bytes   (VslStatement  *self,
                                         int            column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslStatement, vsl_statement_give_back)

G_END_DECLS
