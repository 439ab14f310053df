/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "desk/vsl-desk-folders.h"

G_BEGIN_DECLS

/* A folder or a link that is seen in the library, with the articles under it when it is folded out. */
typedef struct
{
  GObject    *head;     /* (owned) VslLibraryFolder or VslLibraryLink */
  GListModel *articles; /* (owned) (nullable) of the desk */
  guint       n_shown;  /* of the articles, as was last told */
} VslLibrarySection;

VslLibrarySection *vsl_library_section_new            (GObject           *head) G_GNUC_WARN_UNUSED_RESULT;
void               vsl_library_section_free           (gpointer           section);
guint              vsl_library_section_count_rows     (const VslLibrarySection *self);
gboolean           vsl_library_section_wants_articles (const VslLibrarySection *self);
void               vsl_library_section_open           (VslLibrarySection *self,
                                                       VslDesk           *desk,
                                                       VslLibrarySort     sort,
                                                       gboolean           reversed);
void               vsl_library_section_close          (VslLibrarySection *self,
                                                       gpointer           listener);
guint              vsl_library_section_count_same     (GPtrArray         *before,
                                                       GArray            *rows_before,
                                                       GPtrArray         *after,
                                                       gboolean           from_end);

G_END_DECLS
