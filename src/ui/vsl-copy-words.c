/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-copy-words.h"

#include <glib/gi18n.h>

static const char * const statuses[VSL_N_REMOTE_STATUSES] = {
  [VSL_REMOTE_DRAFT] = NC_("copy", "Draft"),
  [VSL_REMOTE_PENDING] = NC_("copy", "For review"),
  [VSL_REMOTE_PUBLISH] = NC_("copy", "Published"),
  [VSL_REMOTE_FUTURE] = NC_("copy", "Scheduled"),
  [VSL_REMOTE_PRIVATE] = NC_("copy", "For members only"),
  [VSL_REMOTE_TRASH] = NC_("copy", "In the bin"),
  [VSL_REMOTE_UNKNOWN] = NC_("copy", "Unknown"),
};

static const char * const comparisons[VSL_N_COMPARISONS] = {
  [VSL_COMPARISON_IN_STEP] = NC_("copy", "in step"),
  [VSL_COMPARISON_CHANGED_HERE] = NC_("copy", "changed here since"),
  [VSL_COMPARISON_CHANGED_THERE] = NC_("copy", "changed there since"),
  [VSL_COMPARISON_BOTH] = NC_("copy", "changed here and there"),
  [VSL_COMPARISON_MISSING] = NC_("copy", "no longer there"),
};

/**
 * vsl_copy_words_get_status:
 * @status: how it stands
 *
 * Returns: (transfer none): that in a word or two, translated
 */
const char *
vsl_copy_words_get_status (VslRemoteStatus status)
{
  g_return_val_if_fail ((guint) status < VSL_N_REMOTE_STATUSES, "");

  return g_dpgettext2 (NULL, "copy", statuses[status]);
}

/**
 * vsl_copy_words_get_comparison:
 * @comparison: how the article stands against its copy
 *
 * Returns: (transfer none): that in a few words, translated; to follow a status
 */
const char *
vsl_copy_words_get_comparison (VslComparison comparison)
{
  g_return_val_if_fail ((guint) comparison < VSL_N_COMPARISONS, "");

  return g_dpgettext2 (NULL, "copy", comparisons[comparison]);
}

/**
 * vsl_copy_words_dup_state:
 * @row: (nullable): what is known of the article on a site
 * @changed_here: whether the article is another than what was sent
 *
 * Returns: (transfer full): how it stands there, as far as is known here, translated
 */
char *
vsl_copy_words_dup_state (VslOutboxRow *row,
                          gboolean      changed_here)
{
  VslRemoteCopy *copy = row != NULL ? vsl_outbox_row_get_copy (row) : NULL;
  VslOutboxState state = row != NULL ? vsl_outbox_row_get_state (row) : VSL_OUTBOX_CONFIRMED;

  if (row == NULL)
    return g_strdup (C_("copy", "Not there yet"));

  switch (state)
    {
    case VSL_OUTBOX_QUEUED:
      return g_strdup (C_("copy", "Waits to be sent"));
    case VSL_OUTBOX_SENDING:
      return g_strdup (C_("copy", "On its way"));
    case VSL_OUTBOX_IN_DOUBT:
      return g_strdup (C_("copy", "Not certain: the site did not answer"));
    case VSL_OUTBOX_CONFLICT:
      return g_strdup (C_("copy", "Conflict: somebody changed it there"));
    case VSL_OUTBOX_BLOCKED:
      return g_strdup (C_("copy", "Not accepted the last time"));
    case VSL_OUTBOX_CONFIRMED:
    case VSL_N_OUTBOX_STATES:
    default:
      break;
    }
  if (copy == NULL)
    return g_strdup (C_("copy", "Sent"));

  return g_strdup_printf ("%s · %s", vsl_copy_words_get_status (vsl_remote_copy_get_status (copy)),
                          changed_here ? vsl_copy_words_get_comparison (VSL_COMPARISON_CHANGED_HERE)
                                       : C_("copy", "as it was sent"));
}

/**
 * vsl_copy_words_get_icon:
 * @row: (nullable): what is known of the article on a site
 *
 * Returns: (transfer none) (nullable): the name of the icon that goes with it
 */
const char *
vsl_copy_words_get_icon (VslOutboxRow *row)
{
  if (row == NULL)
    return NULL;

  switch (vsl_outbox_row_get_state (row))
    {
    case VSL_OUTBOX_CONFIRMED:
      return "emblem-ok-symbolic";
    case VSL_OUTBOX_QUEUED:
    case VSL_OUTBOX_SENDING:
      return "content-loading-symbolic";
    case VSL_OUTBOX_IN_DOUBT:
      return "dialog-question-symbolic";
    case VSL_OUTBOX_CONFLICT:
    case VSL_OUTBOX_BLOCKED:
    case VSL_N_OUTBOX_STATES:
    default:
      return "dialog-warning-symbolic";
    }
}
