/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-folder-state.h"

G_BEGIN_DECLS

/* Every page begins so; the argument is its language. */
/* The way from an article's page to the top of the folder; all of them are two folders down. */
#define VSL_FOLDER_UP "../../"

#define VSL_FOLDER_HEAD \
  "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n" \
  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" \
  "<meta name=\"generator\" content=\"Verslag\">\n"

void            vsl_folder_append_text    (GString         *out,
                                           const char      *text);
void            vsl_folder_append_element (GString         *out,
                                           const char      *start,
                                           const char      *text,
                                           const char      *end);
void            vsl_folder_append_time    (GString         *out,
                                           const char      *language,
                                           gint64           at);
void            vsl_folder_append_feeds   (GString         *out,
                                           const char      *up);
VslFolderEntry *vsl_folder_get_published  (VslFolderState  *state,
                                           guint            index);
char           *vsl_folder_dup_tag_path   (const char      *tag) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
