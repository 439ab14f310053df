/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-conflict-record.h"

#include "cms/vsl-remote-reader.h"
#include "core/vsl-article-builder.h"
#include "desk/vsl-desk-fault.h"
#include "store/vsl-store-outbox-history.h"
#include "store/vsl-store-snapshots.h"

#include <glib/gi18n.h>

/* What both started from. */
static VslArticle *
load_base (VslStore      *store,
           VslOutboxRow  *row,
           GError       **error)
{
  gint64 number = vsl_outbox_row_get_plan (row)->base_snapshot;
  g_autoptr(GError) local_error = NULL;
  VslArticle *base = NULL;

  if (number > 0)
    base = vsl_store_load_snapshot_article (store, vsl_outbox_row_get_article_id (row), number,
                                            &local_error);
  if (base == NULL)
    vsl_desk_fault_set (error, VSL_DESK_ERROR_CONFLICT, "conflict",
                        _("The version from which both started is not kept any more, so theirs cannot be "
                          "read back. Copy from it what should stay, and put ours there."));

  return base;
}

/**
 * vsl_conflict_record_read_text:
 * @store: the store
 * @row: how an article stands on a site
 * @text: what is there
 * @base: (out): what we last sent there
 * @n_left: (out): how many changes have no place in an article of ours
 * @error: return location
 *
 * Returns: (transfer full): the article as it is there; %NULL when it cannot be read back
 */
VslArticle *
vsl_conflict_record_read_text (VslStore       *store,
                               VslOutboxRow   *row,
                               VslRemoteText  *text,
                               VslArticle    **base,
                               guint          *n_left,
                               GError        **error)
{
  VslArticle *theirs;

  *base = load_base (store, row, error);
  if (*base == NULL)
    return NULL;

  theirs = vsl_remote_reader_read (*base, text, n_left, error);
  if (theirs == NULL)
    g_clear_object (base);

  return theirs;
}

/**
 * vsl_conflict_record_read:
 * @store: the store
 * @row: a row of the outbox of which theirs was kept
 * @ours: (nullable): the article as it is on the screen; %NULL as it is stored
 * @error: return location
 *
 * Returns: (transfer full): the conflict; when theirs cannot be read back it says so itself
 */
VslConflict *
vsl_conflict_record_read (VslStore      *store,
                          VslOutboxRow  *row,
                          VslArticle    *ours,
                          GError       **error)
{
  const char *id = vsl_outbox_row_get_article_id (row);
  g_autoptr(VslOutboxRow) now = NULL;
  g_autoptr(VslRemoteText) text = NULL;
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(VslArticle) base = NULL;
  g_autoptr(VslArticle) theirs = NULL;
  g_autoptr(GError) problem = NULL;
  guint n_left = 0;

  now = vsl_store_load_outbox_row (store, id, vsl_outbox_row_get_site (row), error);
  text = now != NULL ? vsl_store_load_theirs (store, vsl_outbox_row_get_row_id (now), error) : NULL;
  if (text == NULL)
    return NULL;
  stored = ours != NULL ? g_object_ref (ours) : vsl_store_load_article (store, id, error);
  if (stored == NULL)
    return NULL;

  theirs = vsl_conflict_record_read_text (store, now, text, &base, &n_left, &problem);
  if (theirs == NULL)
    return vsl_conflict_new_unread (now, text, stored, problem->message);

  return vsl_conflict_new (now, text, base, stored, theirs, n_left);
}

/**
 * vsl_conflict_record_keep:
 * @store: the store
 * @conflict: a conflict in which theirs could be read back
 * @now: µs since 1970 UTC
 * @error: return location
 *
 * Keeps ours, as it is stored, and theirs among the versions of the article, so that whatever is chosen
 * can be taken back.
 *
 * Returns: the number of the version that is theirs; 0 when they could not be kept
 */
gint64
vsl_conflict_record_keep (VslStore     *store,
                          VslConflict  *conflict,
                          gint64        now,
                          GError      **error)
{
  VslArticle *ours = vsl_conflict_get_ours (conflict);
  g_autoptr(VslArticle) adopted = vsl_conflict_adopt_theirs (conflict);
  g_autoptr(VslSnapshot) before = NULL;
  g_autoptr(VslSnapshot) theirs = NULL;

  before = vsl_store_add_snapshot (store, vsl_article_get_id (ours), VSL_SNAPSHOT_BEFORE_MERGE, NULL, now,
                                   error);
  theirs = before != NULL ? vsl_store_add_snapshot_of (store, adopted, VSL_SNAPSHOT_FROM_SITE, now, error)
                          : NULL;

  return theirs != NULL ? vsl_snapshot_get_number (theirs) : 0;
}

/**
 * vsl_conflict_record_settle:
 * @store: the store
 * @conflict: a conflict
 * @base_snapshot: the version that is theirs
 * @revision: the revision of the article that counts as the one that is there
 * @choice: `theirs` or `merge`, for the history
 * @now: µs since 1970 UTC
 * @error: return location
 *
 * From now on their version is what we know there, so that ours can follow. Should it be another one by
 * then, that is a conflict again.
 *
 * Returns: whether that is on the disk
 */
gboolean
vsl_conflict_record_settle (VslStore      *store,
                            VslConflict   *conflict,
                            gint64         base_snapshot,
                            gint64         revision,
                            const char    *choice,
                            gint64         now,
                            GError       **error)
{
  VslOutboxRow *row = vsl_conflict_get_row (conflict);
  VslRemoteCopy *known = vsl_outbox_row_get_copy (row);
  const char *body = vsl_article_get_text (vsl_conflict_get_theirs (conflict), VSL_FIELD_BODY);
  VslOutboxPlan plan = *vsl_outbox_row_get_plan (row);
  g_autoptr(VslRemoteCopy) copy = NULL;
  g_autoptr(VslOutboxRow) bare = NULL;
  g_autoptr(VslOutboxRow) settled = NULL;
  g_autoptr(VslOutboxRow) stored = NULL;

  copy = vsl_remote_copy_new (vsl_remote_copy_get_remote_id (known), vsl_remote_copy_get_token (known),
                              vsl_remote_copy_get_status (known), vsl_remote_copy_get_url (known),
                              vsl_remote_copy_get_edit_url (known), NULL, NULL,
                              vsl_remote_text_get_hash (vsl_conflict_get_text (conflict)));
  plan.next_at = 0;
  plan.attempts = 0;
  plan.base_snapshot = base_snapshot;
  plan.base_length = g_utf8_strlen (body, -1);
  bare = vsl_outbox_row_new (vsl_outbox_row_get_row_id (row), vsl_outbox_row_get_article_id (row),
                             vsl_outbox_row_get_site (row), vsl_outbox_row_get_token (row),
                             VSL_OUTBOX_CONFIRMED, revision, vsl_remote_copy_get_status (known),
                             vsl_remote_copy_get_status (known) == VSL_REMOTE_FUTURE
                               ? vsl_outbox_row_get_wanted_at (row) : 0,
                             copy, NULL, 0);
  settled = vsl_outbox_row_new_with_plan (bare, &plan);
  stored = vsl_store_record_outbox_row (store, settled, VSL_OUTBOX_WHAT_RESOLVED, choice, now, error);

  return stored != NULL;
}
