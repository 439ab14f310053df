/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "store/vsl-db.h"

G_BEGIN_DECLS

typedef enum
{
  VSL_CACHE_WRITE,
  VSL_CACHE_WRITE_ON_NETWORK,
  VSL_CACHE_READ,  /* beside the process that writes it */
  VSL_CACHE_MEMORY /* empty, and gone when it is closed */
} VslCacheMode;

VslDb *vsl_cache_file_open   (const char    *directory,
                              VslCacheMode   mode,
                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void   vsl_cache_file_remove (const char    *directory);

G_END_DECLS
