/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-import.h"
#include "exchange/vsl-exchange-error.h"
#include "exchange/vsl-format.h"

G_BEGIN_DECLS

/* @name: (nullable) the file's name, for the format and for messages. Reads TEXT and MARKDOWN. */
VslImport  *vsl_exchange_read        (GBytes      *bytes,
                                      const char  *name,
                                      VslFormat    format,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes every format of text: not AUTO, DOCX, ODT or PDF. */
GBytes     *vsl_exchange_write       (VslArticle  *article,
                                      VslFormat    format,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
