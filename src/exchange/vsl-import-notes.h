/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-finding.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  VSL_NOTE_ENCODING,
  VSL_NOTE_LINE_ENDS,
  VSL_NOTE_NO_BREAK_SPACE,
  VSL_NOTE_BLANK_LINES,
  VSL_NOTE_TYPED_BULLET,
  VSL_NOTE_UNKNOWN_KEY,
  VSL_NOTE_FINAL_NEWLINE,
  VSL_N_NOTES
} VslNote;

/**
 * VslImportNotes:
 *
 * What an importer put right, as findings of the rules `import.…`. Used by one reading and ended
 * there.
 */
typedef struct _VslImportNotes VslImportNotes;

VslImportNotes *vsl_import_notes_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            vsl_import_notes_free (VslImportNotes *self);
void            vsl_import_notes_add  (VslImportNotes *self,
                                       VslNote         note,
                                       guint           line,
                                       guint           column,
                                       const char     *text);
gboolean        vsl_import_notes_wants (VslImportNotes *self,
                                        VslNote         note);
GListModel     *vsl_import_notes_end  (VslImportNotes *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslImportNotes, vsl_import_notes_free)

G_END_DECLS
