/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#include "core/vsl-vocabulary.h"

static const char *const kind_names[VSL_N_KINDS] = {
  [VSL_KIND_REPORT] = "report",
  [VSL_KIND_NEWS] = "news",
  [VSL_KIND_INTERVIEW] = "interview",
  [VSL_KIND_OPINION] = "opinion",
};

static const char *const status_names[VSL_N_STATUSES] = {
  [VSL_STATUS_IDEA] = "idea",
  [VSL_STATUS_DRAFT] = "draft",
  [VSL_STATUS_PARTICIPANTS] = "participants",
  [VSL_STATUS_COPY_DESK] = "copy-desk",
  [VSL_STATUS_READY] = "ready",
  [VSL_STATUS_SCHEDULED] = "scheduled",
  [VSL_STATUS_PUBLISHED] = "published",
};

static const char *const brand_names[VSL_N_BRANDS] = {
  [VSL_BRAND_FOLDER] = "folder",
  [VSL_BRAND_WORDPRESS] = "wordpress",
  [VSL_BRAND_GHOST] = "ghost",
};

static const char *const remote_status_names[VSL_N_REMOTE_STATUSES] = {
  [VSL_REMOTE_DRAFT] = "draft",
  [VSL_REMOTE_PENDING] = "pending",
  [VSL_REMOTE_PUBLISH] = "publish",
  [VSL_REMOTE_FUTURE] = "future",
  [VSL_REMOTE_PRIVATE] = "private",
  [VSL_REMOTE_TRASH] = "trash",
  [VSL_REMOTE_UNKNOWN] = "unknown",
};

static const char *const outbox_state_names[VSL_N_OUTBOX_STATES] = {
  [VSL_OUTBOX_QUEUED] = "queued",
  [VSL_OUTBOX_SENDING] = "sending",
  [VSL_OUTBOX_CONFIRMED] = "confirmed",
  [VSL_OUTBOX_IN_DOUBT] = "in_doubt",
  [VSL_OUTBOX_CONFLICT] = "conflict",
  [VSL_OUTBOX_BLOCKED] = "blocked",
};

static const char *const level_names[VSL_N_LEVELS] = {
  [VSL_LEVEL_ERROR] = "error",
  [VSL_LEVEL_WARNING] = "warning",
  [VSL_LEVEL_INFO] = "info",
};

static gboolean
find_name (const char        *name,
           const char *const *names,
           guint              n_names,
           guint             *index)
{
  guint i;

  for (i = 0; i < n_names; i++)
    {
      if (g_strcmp0 (name, names[i]) == 0)
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * vsl_kind_get_name:
 * @kind: what sort of piece it is
 *
 * Returns: the stable name, never translated; never %NULL
 */
const char *
vsl_kind_get_name (VslKind kind)
{
  g_return_val_if_fail ((guint) kind < VSL_N_KINDS, kind_names[0]);

  return kind_names[kind];
}

/**
 * vsl_kind_from_name:
 * @name: (nullable): a name as typed or read
 * @kind: (out): what it stands for; untouched when it stands for nothing
 *
 * Returns: whether @name is one of the vocabulary
 */
gboolean
vsl_kind_from_name (const char *name,
                    VslKind *kind)
{
  guint index;

  if (!find_name (name, kind_names, VSL_N_KINDS, &index))
    return FALSE;

  *kind = (VslKind) index;
  return TRUE;
}

/**
 * vsl_status_get_name:
 * @status: where the piece stands in the workflow
 *
 * Returns: the stable name, never translated; never %NULL
 */
const char *
vsl_status_get_name (VslStatus status)
{
  g_return_val_if_fail ((guint) status < VSL_N_STATUSES, status_names[0]);

  return status_names[status];
}

/**
 * vsl_status_from_name:
 * @name: (nullable): a name as typed or read
 * @status: (out): what it stands for; untouched when it stands for nothing
 *
 * Returns: whether @name is one of the vocabulary
 */
gboolean
vsl_status_from_name (const char *name,
                      VslStatus *status)
{
  guint index;

  if (!find_name (name, status_names, VSL_N_STATUSES, &index))
    return FALSE;

  *status = (VslStatus) index;
  return TRUE;
}

/**
 * vsl_brand_get_name:
 * @brand: which CMS a site runs on
 *
 * Returns: the stable name, never translated; never %NULL
 */
const char *
vsl_brand_get_name (VslBrand brand)
{
  g_return_val_if_fail ((guint) brand < VSL_N_BRANDS, brand_names[0]);

  return brand_names[brand];
}

/**
 * vsl_brand_from_name:
 * @name: (nullable): a name as typed or read
 * @brand: (out): what it stands for; untouched when it stands for nothing
 *
 * Returns: whether @name is one of the vocabulary
 */
gboolean
vsl_brand_from_name (const char *name,
                     VslBrand *brand)
{
  guint index;

  if (!find_name (name, brand_names, VSL_N_BRANDS, &index))
    return FALSE;

  *brand = (VslBrand) index;
  return TRUE;
}

/**
 * vsl_remote_status_get_name:
 * @remote_status: how a piece stands on a site
 *
 * Returns: the stable name, never translated; never %NULL
 */
const char *
vsl_remote_status_get_name (VslRemoteStatus remote_status)
{
  g_return_val_if_fail ((guint) remote_status < VSL_N_REMOTE_STATUSES, remote_status_names[0]);

  return remote_status_names[remote_status];
}

/**
 * vsl_remote_status_from_name:
 * @name: (nullable): a name as typed or read
 * @remote_status: (out): what it stands for; untouched when it stands for nothing
 *
 * Returns: whether @name is one of the vocabulary
 */
gboolean
vsl_remote_status_from_name (const char *name,
                             VslRemoteStatus *remote_status)
{
  guint index;

  if (!find_name (name, remote_status_names, VSL_N_REMOTE_STATUSES, &index))
    return FALSE;

  *remote_status = (VslRemoteStatus) index;
  return TRUE;
}

/**
 * vsl_outbox_state_get_name:
 * @outbox_state: where a publication stands
 *
 * Returns: the stable name, never translated; never %NULL
 */
const char *
vsl_outbox_state_get_name (VslOutboxState outbox_state)
{
  g_return_val_if_fail ((guint) outbox_state < VSL_N_OUTBOX_STATES, outbox_state_names[0]);

  return outbox_state_names[outbox_state];
}

/**
 * vsl_outbox_state_from_name:
 * @name: (nullable): a name as typed or read
 * @outbox_state: (out): what it stands for; untouched when it stands for nothing
 *
 * Returns: whether @name is one of the vocabulary
 */
gboolean
vsl_outbox_state_from_name (const char *name,
                            VslOutboxState *outbox_state)
{
  guint index;

  if (!find_name (name, outbox_state_names, VSL_N_OUTBOX_STATES, &index))
    return FALSE;

  *outbox_state = (VslOutboxState) index;
  return TRUE;
}

/**
 * vsl_level_get_name:
 * @level: how grave a finding is
 *
 * Returns: the stable name, never translated; never %NULL
 */
const char *
vsl_level_get_name (VslLevel level)
{
  g_return_val_if_fail ((guint) level < VSL_N_LEVELS, level_names[0]);

  return level_names[level];
}

/**
 * vsl_level_from_name:
 * @name: (nullable): a name as typed or read
 * @level: (out): what it stands for; untouched when it stands for nothing
 *
 * Returns: whether @name is one of the vocabulary
 */
gboolean
vsl_level_from_name (const char *name,
                     VslLevel *level)
{
  guint index;

  if (!find_name (name, level_names, VSL_N_LEVELS, &index))
    return FALSE;

  *level = (VslLevel) index;
  return TRUE;
}
