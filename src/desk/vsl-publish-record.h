/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include "core/vsl-embargo.h"
#include "core/vsl-remote-text.h"
#include "store/vsl-store.h"

G_BEGIN_DECLS

/* Which version of an article it is about. */
typedef enum
{
  VSL_PUBLISH_VERSION_NOW,      /* as it is now, which is kept as a version */
  VSL_PUBLISH_VERSION_ASKED,    /* as it was when it was asked for */
  VSL_PUBLISH_VERSION_CONFIRMED /* as it was last confirmed */
} VslPublishVersion;

/* What a publication starts from. */
typedef struct
{
  VslArticle *article; /* (owned) */
  VslOutboxRow *row;   /* (owned) (nullable) */
  gint64 revision;     /* of the article */
  gint64 snapshot;     /* the version that reads like it */
  char *canonical_url; /* (owned) (nullable) where readers found it first, when that is another site */
  VslEmbargo embargo;
} VslPublishState;

void             vsl_publish_state_free      (VslPublishState      *self);

/* What a publication ends with. */
typedef struct
{
  VslOutboxRow *row;       /* (owned) */
  VslStatus status;        /* what the article is from now on */
  GError *article_error;   /* (owned) (nullable) the row is kept, but that was not */
} VslPublishOutcome;

void             vsl_publish_outcome_free    (VslPublishOutcome    *self);

void             vsl_publish_record_load     (VslStore             *store,
                                              const char           *article_id,
                                              const char           *site,
                                              VslPublishVersion     version,
                                              gint64                now,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
VslPublishState *vsl_publish_record_load_finish (VslStore          *store,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void             vsl_publish_record_commit   (VslStore             *store,
                                              VslOutboxRow         *row,
                                              VslOutboxWhat         what,
                                              const char           *detail,
                                              gint64                now,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
VslOutboxRow    *vsl_publish_record_commit_finish (VslStore        *store,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void             vsl_publish_record_confirm  (VslStore             *store,
                                              VslOutboxRow         *row,
                                              VslOutboxWhat         what,
                                              const char           *detail,
                                              gboolean              set_status,
                                              gint64                now,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
VslPublishOutcome *vsl_publish_record_confirm_finish (VslStore     *store,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void             vsl_publish_record_keep_theirs (VslStore          *store,
                                              gint64                row_id,
                                              VslRemoteText        *theirs,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean         vsl_publish_record_keep_theirs_finish (VslStore   *store,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslPublishState, vsl_publish_state_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VslPublishOutcome, vsl_publish_outcome_free)

G_END_DECLS
