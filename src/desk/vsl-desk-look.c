/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-look.h"

#include "desk/vsl-article-diff.h"
#include "desk/vsl-conflict-record.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-site-client.h"
#include "store/vsl-store-outbox-history.h"

#include <glib/gi18n.h>

/* A newsroom corrects what is new; older pieces are looked at when they are opened or sent. */
#define MAX_ROWS 60

/* One look at one site. Its parts belong to the store thread while a job runs, and to the main thread
 * between. */
typedef struct
{
  VslOutboxRow *row;    /* (owned) as it was asked for */
  VslSite *site;        /* (owned) (nullable) */
  VslCms *cms;          /* (owned) (nullable) */
  VslRemoteCopy *copy;  /* (owned) (nullable) what is there; NULL when it is gone */
  gint64 now;
  VslComparison comparison;
  gboolean noted;       /* the row is another than it was */
} Look;

static void
look_free (Look *look)
{
  g_clear_object (&look->row);
  g_clear_object (&look->site);
  g_clear_object (&look->cms);
  g_clear_object (&look->copy);
  g_free (look);
}

/* Whether there is anything to read in what was changed; a picture or the spelling of the editor there is
 * nothing to tell of. */
static gboolean
reads_otherwise (VslStore      *store,
                 VslOutboxRow  *row,
                 VslRemoteText *text)
{
  g_autoptr(VslArticle) base = NULL;
  g_autoptr(VslArticle) theirs = NULL;
  g_autoptr(GPtrArray) diffs = NULL;
  guint n_left = 0;

  theirs = vsl_conflict_record_read_text (store, row, text, &base, &n_left, NULL);
  if (theirs == NULL || n_left > 0)
    return TRUE;
  diffs = vsl_article_diff (base, theirs);

  return diffs->len > 0;
}

/* Keeps theirs, and says in the row that it is another. */
static gboolean
note (VslStore      *store,
      Look          *look,
      VslOutboxRow  *row,
      GError       **error)
{
  VslOutboxPlan plan = *vsl_outbox_row_get_plan (row);
  g_autoptr(VslOutboxRow) bare = NULL;
  g_autoptr(VslOutboxRow) noted = NULL;
  g_autoptr(VslOutboxRow) stored = NULL;

  if (!vsl_store_save_theirs (store, vsl_outbox_row_get_row_id (row), vsl_remote_copy_get_text (look->copy), error))
    return FALSE;
  look->noted = TRUE;
  if (vsl_outbox_row_get_state (row) == VSL_OUTBOX_CONFLICT)
    return TRUE;

  plan.next_at = 0;
  bare = vsl_outbox_row_new (vsl_outbox_row_get_row_id (row), vsl_outbox_row_get_article_id (row),
                             vsl_outbox_row_get_site (row), vsl_outbox_row_get_token (row), VSL_OUTBOX_CONFLICT,
                             vsl_outbox_row_get_article_revision (row), vsl_outbox_row_get_wanted (row),
                             vsl_outbox_row_get_wanted_at (row), vsl_outbox_row_get_copy (row),
                             _("Somebody changed the article there. Compare both versions."), 0);
  noted = vsl_outbox_row_new_with_plan (bare, &plan);
  stored = vsl_store_record_outbox_row (store, noted, VSL_OUTBOX_WHAT_CONFLICT, NULL, look->now, error);

  return stored != NULL;
}

/* A VslStoreFunc, in one transaction. A publication may have come between: then the row is left alone. */
static gpointer
judge_in_store (VslStore *store,
                gpointer  data,
                GError  **error)
{
  Look *look = data;
  const char *id = vsl_outbox_row_get_article_id (look->row);
  g_autoptr(VslOutboxRow) row = vsl_store_load_outbox_row (store, id, vsl_outbox_row_get_site (look->row), error);
  g_autoptr(VslArticle) article = row != NULL ? vsl_store_load_article (store, id, error) : NULL;
  VslOutboxState state;
  gboolean here, there;

  if (article == NULL)
    return NULL;
  if (look->copy == NULL || vsl_remote_copy_get_status (look->copy) == VSL_REMOTE_TRASH)
    {
      look->comparison = VSL_COMPARISON_MISSING;
      return look;
    }

  state = vsl_outbox_row_get_state (row);
  here = vsl_article_get_revision (article) > vsl_outbox_row_get_article_revision (row);
  there = vsl_outbox_row_get_copy (row) != NULL && vsl_remote_copy_get_text (look->copy) != NULL &&
          g_strcmp0 (vsl_remote_copy_get_content_hash (vsl_outbox_row_get_copy (row)),
                     vsl_remote_copy_get_content_hash (look->copy)) != 0;
  if (there && state == VSL_OUTBOX_CONFIRMED)
    there = reads_otherwise (store, row, vsl_remote_copy_get_text (look->copy));
  look->comparison = there ? here ? VSL_COMPARISON_BOTH : VSL_COMPARISON_CHANGED_THERE
                     : here ? VSL_COMPARISON_CHANGED_HERE : VSL_COMPARISON_IN_STEP;
  if (there && (state == VSL_OUTBOX_CONFIRMED || state == VSL_OUTBOX_CONFLICT) &&
      !note (store, look, row, error))
    return NULL;

  return look;
}

/* A VslStoreFunc. */
static gpointer
judge_at_once (VslStore *store,
               gpointer  data,
               GError  **error)
{
  return vsl_store_transact (store, judge_in_store, data, NULL, error);
}

static void
judged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VslDesk *self = g_task_get_source_object (task);
  Look *look = g_task_get_task_data (task);
  GError *error = NULL;

  if (vsl_store_call_finish (VSL_STORE (object), result, &error) == NULL)
    {
      g_task_return_error (task, vsl_desk_fault_adopt (error));
      return;
    }

  if (look->noted)
    {
      vsl_desk_update_library (self, vsl_outbox_row_get_article_id (look->row));
      g_signal_emit_by_name (self->publisher, "changed", vsl_outbox_row_get_article_id (look->row));
    }
  g_task_return_int (task, look->comparison);
}

static void
fetched_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VslDesk *self = g_task_get_source_object (task);
  Look *look = g_task_get_task_data (task);
  GError *error = NULL;

  look->copy = vsl_cms_fetch_finish (VSL_CMS (object), result, &error);
  if (error != NULL && !g_error_matches (error, VSL_CMS_ERROR, VSL_CMS_ERROR_NOT_FOUND))
    {
      g_task_return_error (task, vsl_desk_fault_adopt (error));
      return;
    }

  g_clear_error (&error);
  /* It may be the last request to a site that is being published to meanwhile: that knows better. */
  if (vsl_publisher_is_busy (self->publisher, vsl_site_get_name (look->site)))
    g_task_return_int (task, VSL_COMPARISON_IN_STEP);
  else
    vsl_store_call_async (self->store, judge_at_once, look, NULL, NULL, judged_cb, g_steal_pointer (&task));
}

static void
fetch (GTask      *task,
       const char *password)
{
  VslDesk *self = g_task_get_source_object (task);
  Look *look = g_task_get_task_data (task);
  GError *error = NULL;

  look->cms = vsl_site_client_new (look->site, password, self->data_dir, &error);
  if (look->cms == NULL)
    g_task_return_error (task, vsl_desk_fault_adopt (error));
  else
    vsl_cms_fetch_async (look->cms, vsl_remote_copy_get_remote_id (vsl_outbox_row_get_copy (look->row)),
                         g_task_get_cancellable (task), fetched_cb, g_object_ref (task));
}

static void
password_found_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Look *look = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  char *password = vsl_credentials_lookup_finish (VSL_CREDENTIALS (object), result, &error);

  /* Without one the site would only refuse. */
  if (password == NULL)
    g_task_return_error (task, vsl_desk_error_new (VSL_DESK_ERROR_REMOTE, "auth",
                                                   _("No password is kept for this site.")));
  else
    fetch (task, password);
  g_debug ("looking at %s", vsl_site_get_name (look->site));
  vsl_credentials_wipe (password);
}

/**
 * vsl_desk_look_async:
 * @self: the desk
 * @row: what is known of an article on a site
 * @cancellable: (nullable): stops it
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Asks the site how the article stands there now. When somebody changed what is written in it, their version is
 * kept and the row is in conflict from then on; of a row in conflict theirs is the newest from then on.
 */
void
vsl_desk_look_async (VslDesk             *self,
                     VslOutboxRow        *row,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;
  Look *look;

  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (VSL_IS_OUTBOX_ROW (row));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_look_async);
  g_task_set_check_cancellable (task, FALSE);
  look = g_new0 (Look, 1);
  look->row = g_object_ref (row);
  look->now = vsl_desk_get_now (self);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  if (vsl_outbox_row_get_copy (row) == NULL)
    {
      g_task_return_int (task, VSL_COMPARISON_MISSING);
      return;
    }
  look->site = vsl_desk_find_site (self, vsl_outbox_row_get_site (row), &error);
  if (look->site == NULL)
    g_task_return_error (task, error);
  else if (vsl_site_get_brand (look->site) == VSL_BRAND_FOLDER)
    fetch (task, NULL);
  else
    vsl_credentials_lookup_async (self->credentials, vsl_site_get_name (look->site), cancellable,
                                  password_found_cb, g_object_ref (task));
}

/**
 * vsl_desk_look_finish:
 * @self: the desk
 * @result: the result
 * @comparison: (out): how it stands
 * @error: return location
 *
 * Returns: whether the site could tell
 */
gboolean
vsl_desk_look_finish (VslDesk        *self,
                      GAsyncResult   *result,
                      VslComparison  *comparison,
                      GError        **error)
{
  g_autoptr(GError) local_error = NULL;
  gssize value;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_desk_look_async), FALSE);

  value = g_task_propagate_int (G_TASK (result), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  *comparison = (VslComparison) value;
  return TRUE;
}

/* A round along the sites. */
typedef struct
{
  GPtrArray *rows;      /* (owned) (nullable) of VslOutboxRow */
  GHashTable *silent;   /* (owned) names of sites that could not tell, which are not asked again */
  guint next;
  guint n_changed;
  guint n_unknown;
} Round;

static void
round_free (Round *round)
{
  g_clear_pointer (&round->rows, g_ptr_array_unref);
  g_hash_table_unref (round->silent);
  g_free (round);
}

static void go_on (GTask *task);

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Round *round = g_task_get_task_data (task);
  VslOutboxRow *row = round->rows->pdata[round->next - 1];
  VslComparison comparison;

  if (!vsl_desk_look_finish (VSL_DESK (object), result, &comparison, NULL))
    g_hash_table_add (round->silent, g_strdup (vsl_outbox_row_get_site (row)));
  else if (comparison == VSL_COMPARISON_CHANGED_THERE || comparison == VSL_COMPARISON_BOTH)
    round->n_changed++;
  go_on (task);
}

/* One at a time, and never beside a publication to the same site. */
static void
go_on (GTask *task)
{
  VslDesk *self = g_task_get_source_object (task);
  Round *round = g_task_get_task_data (task);

  while (round->next < round->rows->len && !g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      VslOutboxRow *row = round->rows->pdata[round->next++];
      const char *site = vsl_outbox_row_get_site (row);

      if (g_hash_table_contains (round->silent, site) || vsl_publisher_is_busy (self->publisher, site))
        {
          round->n_unknown++;
          continue;
        }
      vsl_desk_look_async (self, row, g_task_get_cancellable (task), looked_cb, g_object_ref (task));
      return;
    }

  round->n_unknown += g_hash_table_size (round->silent);
  g_task_return_boolean (task, TRUE);
}

/* A VslStoreFunc. */
static gpointer
list_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  return vsl_store_list_published (store, MAX_ROWS, error);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Round *round = g_task_get_task_data (task);
  GError *error = NULL;

  round->rows = vsl_store_call_finish (VSL_STORE (object), result, &error);
  if (round->rows == NULL)
    g_task_return_error (task, vsl_desk_fault_adopt (error));
  else
    go_on (task);
}

/**
 * vsl_desk_look_at_sites_async:
 * @self: the desk
 * @cancellable: (nullable): stops it between two articles
 * @callback: called when the round is over
 * @user_data: for @callback
 *
 * Looks at what was published last as vsl_desk_look_async() does. A site that cannot tell is asked once.
 */
void
vsl_desk_look_at_sites_async (VslDesk             *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;
  Round *round;

  g_return_if_fail (VSL_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_look_at_sites_async);
  round = g_new0 (Round, 1);
  round->silent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_task_set_task_data (task, round, (GDestroyNotify) round_free);
  vsl_store_call_async (self->store, list_in_store, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, listed_cb,
                        task);
}

/**
 * vsl_desk_look_at_sites_finish:
 * @self: the desk
 * @result: the result
 * @n_changed: (out): how many articles somebody changed on a site
 * @n_unknown: (out): how many could not be looked at
 * @error: return location
 *
 * Returns: whether there was a round
 */
gboolean
vsl_desk_look_at_sites_finish (VslDesk       *self,
                               GAsyncResult  *result,
                               guint         *n_changed,
                               guint         *n_unknown,
                               GError       **error)
{
  Round *round;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_desk_look_at_sites_async), FALSE);

  round = g_task_get_task_data (G_TASK (result));
  *n_changed = round->n_changed;
  *n_unknown = round->n_unknown;

  return g_task_propagate_boolean (G_TASK (result), error);
}
