/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "cms/vsl-cms.h"
#include "desk/vsl-publish-run.h"

G_BEGIN_DECLS

/* See vsl-publish-run.c. */
struct _VslPublishRun
{
  GObject parent_instance;

  GObject *keeper;                  /* (owned) the publisher */
  const VslPublishContext *context; /* (unowned) of the publisher */
  char *article_id;                 /* (owned) */
  VslSite *site;                    /* (owned) */
  VslPublicationOptions options;
  VslPublication *publication; /* (owned) */
  GCancellable *cancellable;   /* (owned) fired only when the desk closes */

  VslArticle *article;  /* (owned) what is published */
  VslOutboxRow *row;    /* (owned) (nullable) as last committed */
  VslCms *cms;          /* (owned) */
  VslRemoteCopy *copy;  /* (owned) (nullable) the copy on the site as last seen */
  GPtrArray *warnings;  /* (owned) of char *, what the client leaves for the person */
  gboolean committed;   /* the intent is on the disk: something may have been sent */
  gboolean in_doubt;    /* the last request may have been carried out */
  guint looks;          /* how often was waited since the last request without an answer */
  guint creates;        /* how often a draft was asked for */
  void (*look) (VslPublishRun *self); /* what to do after waiting */
  guint timer;
  gboolean hurry;
  guint hurry_timer;
};

gint64        vsl_publish_run_get_now       (VslPublishRun  *self);
VslDocument  *vsl_publish_run_find_document (VslPublishRun  *self);
VslOutboxRow *vsl_publish_run_make_row      (VslPublishRun  *self,
                                             VslOutboxState  state,
                                             const char     *message) G_GNUC_WARN_UNUSED_RESULT;
void          vsl_publish_run_send          (VslPublishRun  *self);
void          vsl_publish_run_confirm       (VslPublishRun  *self);
void          vsl_publish_run_fail          (VslPublishRun  *self,
                                             GError         *error);
void          vsl_publish_run_end_badly     (VslPublishRun  *self,
                                             GError         *error);

G_END_DECLS
