/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-article-summary.h"

G_BEGIN_DECLS

typedef enum
{
  VSL_LIBRARY_SORT_UPDATED, /* last changed first */
  VSL_LIBRARY_SORT_CREATED, /* newest first */
  VSL_LIBRARY_SORT_HEADLINE, /* by the alphabet */
  VSL_LIBRARY_SORT_WORDS    /* longest first */
} VslLibrarySort;

/* Which articles a folder of the library holds, and in which order. All zero: all but the bin. */
typedef struct
{
  gboolean        bin;      /* the articles in the bin, instead of the others */
  const char     *status;   /* (nullable) name of a VslStatus */
  const char     *tag;      /* (nullable) in whatever letter case */
  const char     *event;    /* (nullable) the debate, in whatever letter case */
  const char     *site;     /* (nullable) name of a site on which the article has a copy */
  const char     *outbox;   /* (nullable) name of a VslOutboxState in which it is for some site */
  VslLibrarySort  sort;
  gboolean        reversed;
} VslLibraryQuery;

typedef enum
{
  VSL_LIBRARY_OUT,
  VSL_LIBRARY_IN,
  VSL_LIBRARY_UNKNOWN /* only the store can tell */
} VslLibraryMatch;

VslLibraryQuery *vsl_library_query_copy  (const VslLibraryQuery *self) G_GNUC_WARN_UNUSED_RESULT;
void             vsl_library_query_free  (VslLibraryQuery       *self);
VslLibraryMatch  vsl_library_query_match (const VslLibraryQuery *self,
                                          VslArticleSummary     *summary);

G_END_DECLS
