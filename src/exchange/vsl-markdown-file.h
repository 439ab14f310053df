/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-import.h"
#include "exchange/vsl-import-notes.h"

G_BEGIN_DECLS

VslImport *vsl_markdown_file_read  (const char      *text,
                                    VslImportNotes  *notes,
                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;
char      *vsl_markdown_file_write (VslArticle      *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
