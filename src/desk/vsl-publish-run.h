/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"
#include "cms/vsl-credentials.h"
#include "core/vsl-site.h"
#include "desk/vsl-clock.h"
#include "desk/vsl-document.h"
#include "desk/vsl-publication.h"
#include "desk/vsl-publish-circuit.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* Gives the document of an article, if it is open. (transfer none) (nullable) */
typedef VslDocument *(*VslDocumentLookup) (gpointer owner, const char *article_id);

#define VSL_TYPE_PUBLISH_RUN (vsl_publish_run_get_type ())
G_DECLARE_FINAL_TYPE (VslPublishRun, vsl_publish_run, VSL, PUBLISH_RUN, GObject)

/* What a run asks of its keeper. */
typedef void (*VslPublishPlea) (gpointer keeper, VslPublishRun *run);

/* What a run is there for. */
typedef enum
{
  VSL_PUBLISH_ASKED,  /* a person asks for it now */
  VSL_PUBLISH_RESUME, /* what was asked for before is tried again */
  VSL_PUBLISH_SEE     /* whether what is there, or was scheduled, can be seen by readers */
} VslPublishAim;

/* What every run of a desk needs. Belongs to the publisher, which each run holds. */
typedef struct
{
  gpointer keeper;             /* (unowned) the publisher */
  VslPublishPlea enter;        /* to talk with its site: vsl_publish_run_enter() or _put_off() answers */
  VslPublishPlea settle;       /* to let it go: what became of it is on the disk */
  VslPublishPlea look;         /* to look at its page, after that: vsl_publish_run_look() answers */
  VslStore *store;             /* (owned) */
  VslCredentials *credentials; /* (owned) */
  char *data_dir;              /* (owned) */
  VslClock clock;
  gpointer clock_data;
  VslDocumentLookup lookup; /* (nullable) */
  gpointer owner;           /* (unowned) for lookup */
  guint look_ms;            /* the unit of the waits before looking again, 1000 but in tests */
  VslChance chance;
  gpointer chance_data;
} VslPublishContext;

/* What a run learnt about the origin of its site. */
typedef enum
{
  VSL_PUBLISH_NO_CONTACT,
  VSL_PUBLISH_ANSWERED, /* whatever it said */
  VSL_PUBLISH_FAILED,   /* no answer, or that it cannot now */
  VSL_PUBLISH_REFUSED   /* who we are is not accepted */
} VslPublishContact;

VslPublishRun  *vsl_publish_run_new             (const VslPublishContext     *context,
                                                 const char                  *article_id,
                                                 VslSite                     *site,
                                                 const VslPublicationOptions *options,
                                                 VslPublishAim                aim) G_GNUC_WARN_UNUSED_RESULT;
VslPublication *vsl_publish_run_get_publication (VslPublishRun               *self);
const char     *vsl_publish_run_get_article_id  (VslPublishRun               *self);
VslSite        *vsl_publish_run_get_site        (VslPublishRun               *self);
gboolean        vsl_publish_run_get_resumed     (VslPublishRun               *self);
gboolean        vsl_publish_run_is_overtaken    (VslPublishRun               *self);
gboolean        vsl_publish_run_wants           (VslPublishRun               *self,
                                                 const VslPublicationOptions *options);
VslCms         *vsl_publish_run_get_client      (VslPublishRun               *self);
const VslPublicationOptions *
                vsl_publish_run_get_options     (VslPublishRun               *self);
gint64          vsl_publish_run_get_revision    (VslPublishRun               *self);
VslPublishContact vsl_publish_run_get_contact   (VslPublishRun               *self);
void            vsl_publish_run_start           (VslPublishRun               *self);
void            vsl_publish_run_enter           (VslPublishRun               *self,
                                                 VslCms                      *cms);
void            vsl_publish_run_put_off         (VslPublishRun               *self,
                                                 gint64                       until);
void            vsl_publish_run_look            (VslPublishRun               *self);
void            vsl_publish_run_hurry           (VslPublishRun               *self);

G_END_DECLS
