/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The closed vocabularies of the product. The names returned here are those of the database and of
 * the command line's JSON; they are never translated and never change. The words that people read
 * belong to ui/ and cli/.
 */

typedef enum
{
  VSL_KIND_REPORT,
  VSL_KIND_NEWS,
  VSL_KIND_INTERVIEW,
  VSL_KIND_OPINION,
  VSL_N_KINDS
} VslKind;

typedef enum
{
  VSL_STATUS_IDEA,
  VSL_STATUS_DRAFT,
  VSL_STATUS_PARTICIPANTS, /* with the participants, for their reading */
  VSL_STATUS_COPY_DESK,
  VSL_STATUS_READY,
  VSL_STATUS_SCHEDULED,
  VSL_STATUS_PUBLISHED,
  VSL_N_STATUSES
} VslStatus;

typedef enum
{
  VSL_BRAND_FOLDER,
  VSL_BRAND_WORDPRESS,
  VSL_BRAND_GHOST,
  VSL_N_BRANDS
} VslBrand;

/* How a piece stands on a site; `as` in the command line. */
typedef enum
{
  VSL_REMOTE_DRAFT,
  VSL_REMOTE_PENDING,
  VSL_REMOTE_PUBLISH,
  VSL_REMOTE_FUTURE,
  VSL_REMOTE_PRIVATE,
  VSL_REMOTE_TRASH,
  VSL_REMOTE_UNKNOWN,
  VSL_N_REMOTE_STATUSES
} VslRemoteStatus;

/* Where a publication stands; DESIGN.md section 3. */
typedef enum
{
  VSL_OUTBOX_QUEUED,
  VSL_OUTBOX_SENDING,
  VSL_OUTBOX_CONFIRMED,
  VSL_OUTBOX_IN_DOUBT,
  VSL_OUTBOX_CONFLICT,
  VSL_OUTBOX_BLOCKED,
  VSL_N_OUTBOX_STATES
} VslOutboxState;

typedef enum
{
  VSL_LEVEL_ERROR,
  VSL_LEVEL_WARNING,
  VSL_LEVEL_INFO,
  VSL_N_LEVELS
} VslLevel;

const char *vsl_kind_get_name            (VslKind          kind);
gboolean    vsl_kind_from_name           (const char      *name,
                                          VslKind         *kind) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_status_get_name          (VslStatus        status);
gboolean    vsl_status_from_name         (const char      *name,
                                          VslStatus       *status) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_brand_get_name           (VslBrand         brand);
gboolean    vsl_brand_from_name          (const char      *name,
                                          VslBrand        *brand) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_remote_status_get_name   (VslRemoteStatus  status);
gboolean    vsl_remote_status_from_name  (const char      *name,
                                          VslRemoteStatus *status) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_outbox_state_get_name    (VslOutboxState   state);
gboolean    vsl_outbox_state_from_name   (const char      *name,
                                          VslOutboxState  *state) G_GNUC_WARN_UNUSED_RESULT;
const char *vsl_level_get_name           (VslLevel         level);
gboolean    vsl_level_from_name          (const char      *name,
                                          VslLevel        *level) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
