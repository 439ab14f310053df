/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-cli"

#include "config.h"

#include "cli/vsl-cli-words.h"

#include <glib/gi18n.h>

/* The closed vocabularies in the words of the person at the terminal. */

/**
 * vsl_cli_word_for_status:
 * @status: where an article stands
 *
 * Returns: (transfer none): the translated word
 */
const char *
vsl_cli_word_for_status (VslStatus status)
{
  switch (status)
    {
    case VSL_STATUS_IDEA:
      return C_("status", "idea");
    case VSL_STATUS_DRAFT:
      return C_("status", "draft");
    case VSL_STATUS_PARTICIPANTS:
      return C_("status", "with participants");
    case VSL_STATUS_COPY_DESK:
      return C_("status", "copy desk");
    case VSL_STATUS_READY:
      return C_("status", "ready");
    case VSL_STATUS_SCHEDULED:
      return C_("status", "scheduled");
    case VSL_STATUS_PUBLISHED:
      return C_("status", "published");
    case VSL_N_STATUSES:
    default:
      return "";
    }
}

/**
 * vsl_cli_word_for_kind:
 * @kind: what sort of piece it is
 *
 * Returns: (transfer none): the translated word
 */
const char *
vsl_cli_word_for_kind (VslKind kind)
{
  switch (kind)
    {
    case VSL_KIND_REPORT:
      return C_("kind", "report");
    case VSL_KIND_NEWS:
      return C_("kind", "news");
    case VSL_KIND_INTERVIEW:
      return C_("kind", "interview");
    case VSL_KIND_OPINION:
      return C_("kind", "opinion");
    case VSL_N_KINDS:
    default:
      return "";
    }
}

/**
 * vsl_cli_word_for_state:
 * @state: where a publication stands
 *
 * Returns: (transfer none): the translated word
 */
const char *
vsl_cli_word_for_state (VslOutboxState state)
{
  switch (state)
    {
    case VSL_OUTBOX_QUEUED:
      return C_("outbox", "waiting");
    case VSL_OUTBOX_SENDING:
      return C_("outbox", "being sent");
    case VSL_OUTBOX_CONFIRMED:
      return C_("outbox", "confirmed");
    case VSL_OUTBOX_IN_DOUBT:
      return C_("outbox", "in doubt");
    case VSL_OUTBOX_CONFLICT:
      return C_("outbox", "conflict");
    case VSL_OUTBOX_BLOCKED:
      return C_("outbox", "blocked");
    case VSL_N_OUTBOX_STATES:
    default:
      return "";
    }
}

/**
 * vsl_cli_word_for_remote:
 * @status: how a copy stands on a site
 *
 * Returns: (transfer none): the translated word
 */
const char *
vsl_cli_word_for_remote (VslRemoteStatus status)
{
  switch (status)
    {
    case VSL_REMOTE_DRAFT:
      return C_("on the site", "draft");
    case VSL_REMOTE_PENDING:
      return C_("on the site", "for review");
    case VSL_REMOTE_PUBLISH:
      return C_("on the site", "published");
    case VSL_REMOTE_FUTURE:
      return C_("on the site", "scheduled");
    case VSL_REMOTE_PRIVATE:
      return C_("on the site", "private");
    case VSL_REMOTE_TRASH:
      return C_("on the site", "in the trash");
    case VSL_REMOTE_UNKNOWN:
    case VSL_N_REMOTE_STATUSES:
    default:
      return C_("on the site", "unknown");
    }
}
