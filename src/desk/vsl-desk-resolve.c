/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-resolve.h"

#include "core/vsl-article-builder.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-desk-versions.h"
#include "markup/vsl-article-reader.h"
#include "markup/vsl-blocks-reader.h"
#include "markup/vsl-merge.h"
#include "store/vsl-store-snapshots.h"

#include <glib/gi18n.h>

/* What somebody else made of an article on a site, taken over here or merged with ours. Nothing is sent:
 * from then on their version counts as the one that we know there, so that ours can follow. */

/* What both started from. */
static VslArticle *
load_base (VslDesk       *self,
           VslOutboxRow  *row,
           GError       **error)
{
  gint64 number = vsl_outbox_row_get_plan (row)->base_snapshot;
  g_autoptr(GError) local_error = NULL;
  VslArticle *base = NULL;

  if (number > 0)
    base = vsl_store_load_snapshot_article (self->store, vsl_outbox_row_get_article_id (row), number,
                                            &local_error);
  if (base == NULL)
    vsl_desk_fault_set (error, VSL_DESK_ERROR_CONFLICT, "conflict",
                        _("The version from which both started is not kept any more, so theirs cannot be "
                          "read back. Copy from it what should stay, and put ours there."));

  return base;
}

/**
 * vsl_desk_read_theirs:
 * @self: the desk
 * @row: a row of the outbox in conflict
 * @n_left: (out): how many changes of byline, credit and participants could not be read back
 * @error: return location
 *
 * Returns: (transfer full): the article as somebody else made it there, for comparing
 */
VslArticle *
vsl_desk_read_theirs (VslDesk       *self,
                      VslOutboxRow  *row,
                      guint         *n_left,
                      GError       **error)
{
  g_autoptr(VslRemoteText) text = NULL;
  g_autoptr(VslArticle) base = NULL;
  g_autofree char *block = NULL;
  g_autofree char *headline = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (row), NULL);

  text = vsl_desk_load_theirs (self, row, error);
  if (text == NULL)
    return NULL;
  if (g_strcmp0 (vsl_remote_text_get_format (text), "blocks") != 0)
    {
      vsl_desk_fault_set (error, VSL_DESK_ERROR_CONFLICT, "conflict",
                          _("Only what was changed on a WordPress can be read back. Their version is kept: "
                            "copy from it what should stay, and put ours there."));
      return NULL;
    }
  base = load_base (self, row, error);
  if (base == NULL)
    return NULL;

  block = g_strdup_printf ("<!-- wp:paragraph -->\n<p>%s</p>\n<!-- /wp:paragraph -->",
                           vsl_remote_text_get_title (text));
  headline = vsl_blocks_reader_to_text (block);

  return vsl_article_reader_read_blocks (base, headline != NULL ? headline : vsl_remote_text_get_title (text),
                                         vsl_remote_text_get_content (text), n_left);
}

static const VslField fields[] = { VSL_FIELD_KICKER, VSL_FIELD_HEADLINE, VSL_FIELD_LEAD, VSL_FIELD_BODY };

/* Ours with what is theirs in the fields that are read back. */
static VslArticle *
combine (VslArticle  *base,
         VslArticle  *ours,
         VslArticle  *theirs,
         gboolean     merge,
         GError     **error)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (ours);
  guint n_conflicts = 0;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *their_text = vsl_article_get_text (theirs, fields[i]);
      g_autoptr(VslMerge) merged = NULL;

      if (!merge)
        {
          vsl_article_builder_set_text (builder, fields[i], their_text);
          continue;
        }
      merged = vsl_merge (vsl_article_get_text (base, fields[i]), vsl_article_get_text (ours, fields[i]),
                          their_text);
      vsl_article_builder_set_text (builder, fields[i], merged->text);
      n_conflicts += merged->conflicts->len;
    }
  if (n_conflicts == 0)
    return vsl_article_builder_end (g_steal_pointer (&builder));

  vsl_desk_fault_set (error, VSL_DESK_ERROR_CONFLICT, "conflict",
                      ngettext ("One place was changed by both in another way, so nothing was merged. Take "
                                "ours or theirs; the other stays among the versions.",
                                "%u places were changed by both in another way, so nothing was merged. Take "
                                "ours or theirs; the other stays among the versions.", n_conflicts),
                      n_conflicts);

  return NULL;
}

/* Their version is what we know there from now on. Should it be another one by then, that is a conflict
 * again. */
static gboolean
settle (VslDesk        *self,
        VslOutboxRow   *row,
        gint64          revision,
        const char     *choice,
        GError        **error)
{
  g_autoptr(VslRemoteText) text = vsl_desk_load_theirs (self, row, error);
  VslRemoteCopy *known = vsl_outbox_row_get_copy (row);
  VslOutboxPlan plan = *vsl_outbox_row_get_plan (row);
  g_autoptr(VslRemoteCopy) copy = NULL;
  g_autoptr(VslOutboxRow) bare = NULL;
  g_autoptr(VslOutboxRow) settled = NULL;
  g_autoptr(VslOutboxRow) stored = NULL;
  g_autoptr(GError) local_error = NULL;

  if (text == NULL)
    return FALSE;
  copy = vsl_remote_copy_new (vsl_remote_copy_get_remote_id (known), vsl_remote_copy_get_token (known),
                              vsl_remote_copy_get_status (known), vsl_remote_copy_get_url (known),
                              vsl_remote_copy_get_edit_url (known), NULL, NULL,
                              vsl_remote_text_get_hash (text));
  plan.next_at = 0;
  plan.attempts = 0;
  bare = vsl_outbox_row_new (vsl_outbox_row_get_row_id (row), vsl_outbox_row_get_article_id (row),
                             vsl_outbox_row_get_site (row), vsl_outbox_row_get_token (row),
                             VSL_OUTBOX_CONFIRMED, revision, vsl_remote_copy_get_status (known), 0, copy, NULL, 0);
  settled = vsl_outbox_row_new_with_plan (bare, &plan);
  stored = vsl_store_record_outbox_row (self->store, settled, VSL_OUTBOX_WHAT_RESOLVED, choice,
                                        vsl_desk_get_now (self), &local_error);
  if (stored == NULL)
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_signal_emit_by_name (self->publisher, "changed", vsl_outbox_row_get_article_id (row));

  return TRUE;
}

/**
 * vsl_desk_take_theirs:
 * @self: the desk
 * @row: a row of the outbox in conflict
 * @merge: whether ours is put together with theirs, and not replaced by it
 * @n_left: (out): how many changes of byline, credit and participants could not be read back
 * @error: return location
 *
 * Takes over what somebody else made of the article. What it reads like now becomes a version first.
 * Nothing is sent.
 *
 * Returns: whether it was done; %VSL_DESK_ERROR_CONFLICT when both changed the same place, or it cannot be
 *   read back, and then nothing is changed
 */
gboolean
vsl_desk_take_theirs (VslDesk       *self,
                      VslOutboxRow  *row,
                      gboolean       merge,
                      guint         *n_left,
                      GError       **error)
{
  const char *id;
  g_autoptr(VslArticle) base = NULL;
  g_autoptr(VslArticle) ours = NULL;
  g_autoptr(VslArticle) theirs = NULL;
  g_autoptr(VslArticle) combined = NULL;
  g_autoptr(VslArticle) stored = NULL;
  g_autoptr(VslSnapshot) version = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), FALSE);
  g_return_val_if_fail (VSL_IS_OUTBOX_ROW (row), FALSE);

  if (vsl_outbox_row_get_state (row) != VSL_OUTBOX_CONFLICT)
    {
      vsl_desk_fault_set (error, VSL_DESK_ERROR_USAGE, "usage",
                          _("There is no conflict on that site, so there is nothing to choose."));
      return FALSE;
    }
  id = vsl_outbox_row_get_article_id (row);
  theirs = vsl_desk_read_theirs (self, row, n_left, error);
  if (theirs == NULL)
    return FALSE;
  version = vsl_desk_keep_version_before (self, id, VSL_SNAPSHOT_BEFORE_MERGE, error);
  base = version != NULL ? load_base (self, row, error) : NULL;
  ours = base != NULL ? vsl_desk_load_article (self, id, error) : NULL;
  combined = ours != NULL ? combine (base, ours, theirs, merge, error) : NULL;
  stored = combined != NULL ? vsl_desk_save_article (self, combined, error) : NULL;
  if (stored == NULL)
    return FALSE;

  /* Merged, it is newer than what is there. */
  return settle (self, row, vsl_article_get_revision (stored) - (merge ? 1 : 0),
                 merge ? "merge" : "theirs", error);
}
