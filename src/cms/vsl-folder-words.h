/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words around an article on its page. Like those inside it they follow the language of the
 * article, so that the page of a Dutch article is Dutch whatever the interface speaks. */
typedef struct
{
  const char *language;
  const char *updated;      /* before a date */
  const char *tags;
  const char *not_public;   /* above a draft */
  const char *all_articles; /* link to the index */
  const char *feed;
  const char *nothing_yet;
} VslFolderWords;

const VslFolderWords *vsl_folder_words_get      (const char *language);
char                 *vsl_folder_words_dup_date (const char *language,
                                                 gint64      at) G_GNUC_WARN_UNUSED_RESULT;
char                 *vsl_folder_words_dup_iso_date (gint64  at) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
