/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-credentials.h"
#include "core/vsl-site.h"
#include "desk/vsl-clock.h"
#include "desk/vsl-document.h"
#include "desk/vsl-publication.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* Gives the document of an article, if it is open. (transfer none) (nullable) */
typedef VslDocument *(*VslDocumentLookup) (gpointer owner, const char *article_id);

/* What every run of a desk needs. Belongs to the publisher, which each run holds. */
typedef struct
{
  gpointer keeper;             /* (unowned) the publisher */
  VslStore *store;             /* (owned) */
  VslCredentials *credentials; /* (owned) */
  char *data_dir;              /* (owned) */
  VslClock clock;
  gpointer clock_data;
  VslDocumentLookup lookup; /* (nullable) */
  gpointer owner;           /* (unowned) for lookup */
  guint look_ms;            /* the unit of the waits before looking again, 1000 but in tests */
} VslPublishContext;

#define VSL_TYPE_PUBLISH_RUN (vsl_publish_run_get_type ())
G_DECLARE_FINAL_TYPE (VslPublishRun, vsl_publish_run, VSL, PUBLISH_RUN, GObject)

VslPublishRun  *vsl_publish_run_new             (const VslPublishContext     *context,
                                                 const char                  *article_id,
                                                 VslSite                     *site,
                                                 const VslPublicationOptions *options) G_GNUC_WARN_UNUSED_RESULT;
VslPublication *vsl_publish_run_get_publication (VslPublishRun               *self);
const char     *vsl_publish_run_get_article_id  (VslPublishRun               *self);
void            vsl_publish_run_start           (VslPublishRun               *self);
void            vsl_publish_run_hurry           (VslPublishRun               *self);

G_END_DECLS
