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

  VslPublishAim aim;

  guint64 typed;        /* the change count of the open document when this was asked for; 0 without */
  VslArticle *article;  /* (owned) what is published */
  gint64 revision;      /* of it */
  gint64 snapshot;      /* the version that reads like it */
  char *canonical_url;  /* (owned) (nullable) where it was published first */
  GPtrArray *own_pictures; /* (owned) (nullable) of char *, where pictures of ours are on the site */
  VslOutboxRow *row;    /* (owned) (nullable) as last committed */
  VslRemoteCopy *base;  /* (owned) (nullable) the copy as it was before this run */
  gboolean known;       /* there was a row before: there may be a copy that we never heard of */
  gint64 doubt_since;   /* when the row was left in doubt; 0 when it was not */
  guint attempt;        /* from 1, since it was last confirmed */
  gint64 put_off_until; /* the origin is left alone until then; 0 */
  VslPublishContact contact;
  VslCms *cms;          /* (owned) */
  VslRemoteCopy *copy;  /* (owned) (nullable) the copy on the site as last seen */
  GPtrArray *warnings;  /* (owned) of char *, what the client leaves for the person */
  GPtrArray *overtaken; /* (owned) of VslRemoteCopy, what others wrote there at the same moment */
  gboolean committed;   /* the intent is on the disk: something may have been sent */
  gboolean in_doubt;    /* the last request may have been carried out */
  guint looks;          /* how often was waited since the last request without an answer */
  guint creates;        /* how often a draft was asked for */
  guint patience;       /* s, that the site is to be left alone after the last of those; 0 */
  gboolean doubted;     /* a draft was asked for once without an answer: there may be a twin */
  gboolean fresh;       /* the copy was made by this run, a moment ago */
  void (*look) (VslPublishRun *self); /* what to do after waiting */
  guint timer;
  gboolean settled;     /* what became of it is on the disk: only the page is left to be looked at */
  gboolean ended;
  gboolean hurry;
  guint hurry_timer;
};

/* What happens to the row when it is committed, and where to go on from there. */
typedef struct
{
  VslOutboxState state;
  VslOutboxWhat what;
  const char *detail;  /* (nullable) */
  const char *message; /* (nullable) translated */
  gint64 next_at;      /* when it is tried again by itself; 0 for never */
} VslPublishMark;

gint64        vsl_publish_run_get_now       (VslPublishRun        *self);
VslDocument  *vsl_publish_run_find_document (VslPublishRun        *self);
VslOutboxRow *vsl_publish_run_make_row      (VslPublishRun        *self,
                                             const VslPublishMark *mark) G_GNUC_WARN_UNUSED_RESULT;
void          vsl_publish_run_commit        (VslPublishRun        *self,
                                             const VslPublishMark *mark,
                                             void                (*next) (VslPublishRun *self));
void          vsl_publish_run_load          (VslPublishRun        *self);
void          vsl_publish_run_send          (VslPublishRun        *self);
void          vsl_publish_run_confirm       (VslPublishRun        *self);
void          vsl_publish_run_confirm_as    (VslPublishRun        *self,
                                             const VslPublishMark *mark);
void          vsl_publish_run_see           (VslPublishRun        *self);
void          vsl_publish_run_see_later     (VslPublishRun        *self,
                                             GError               *error);
void          vsl_publish_run_settle        (VslPublishRun        *self);
gint64        vsl_publish_run_choose_look   (VslPublishRun        *self);
void          vsl_publish_run_succeed       (VslPublishRun        *self);
void          vsl_publish_run_note_rivals   (VslPublishRun        *self);
void          vsl_publish_run_fail          (VslPublishRun        *self,
                                             GError               *error);
void          vsl_publish_run_end_badly     (VslPublishRun        *self,
                                             GError               *error);

G_END_DECLS
