/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-wordpress-post.h"

G_BEGIN_DECLS

typedef struct _VslWordpressMemory VslWordpressMemory;

VslWordpressMemory *vsl_wordpress_memory_new          (void) G_GNUC_WARN_UNUSED_RESULT;
VslWordpressMemory *vsl_wordpress_memory_ref          (VslWordpressMemory *self) G_GNUC_WARN_UNUSED_RESULT;
void                vsl_wordpress_memory_unref        (VslWordpressMemory *self);
gint64              vsl_wordpress_memory_find_term    (VslWordpressMemory *self,
                                                       const char         *base,
                                                       const char         *name);
void                vsl_wordpress_memory_keep_term    (VslWordpressMemory *self,
                                                       const char         *base,
                                                       const char         *name,
                                                       gint64              id);
void                vsl_wordpress_memory_forget_terms (VslWordpressMemory *self);
void                vsl_wordpress_memory_keep_post    (VslWordpressMemory *self,
                                                       VslWordpressPost   *post,
                                                       gint64              now);
VslWordpressPost   *vsl_wordpress_memory_take_post    (VslWordpressMemory *self,
                                                       VslRemoteCopy      *base,
                                                       gint64             *now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
