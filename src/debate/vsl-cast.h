/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article.h"

G_BEGIN_DECLS

/**
 * VslCast:
 *
 * The participants of an article, and the ways in which a text calls them: by full name, last name, given
 * name, role or organisation. A name that two of them share means neither of them for certain. Persons
 * are numbers from 0. Any thread, once nobody is added any more.
 */
typedef struct _VslCast VslCast;

#define VSL_CAST_NOBODY (-1)
#define VSL_CAST_SEVERAL (-2) /* or one of whom it is not certain who */

VslCast *vsl_cast_new             (VslArticle *article) G_GNUC_WARN_UNUSED_RESULT;
void     vsl_cast_free            (VslCast    *self);
int      vsl_cast_find            (VslCast    *self,
                                   const char *name);
int      vsl_cast_find_named      (VslCast    *self,
                                   const char *text);
gboolean vsl_cast_names           (VslCast    *self,
                                   int         person,
                                   const char *text);
gboolean vsl_cast_names_other     (VslCast    *self,
                                   int         person,
                                   const char *text);
gboolean vsl_cast_describes       (VslCast    *self,
                                   int         person,
                                   const char *text);
gboolean vsl_cast_describes_other (VslCast    *self,
                                   int         person,
                                   const char *text);
gboolean vsl_cast_names_all       (VslCast    *self,
                                   int         person,
                                   const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslCast, vsl_cast_free)

G_END_DECLS
