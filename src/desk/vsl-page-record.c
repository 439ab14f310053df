/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-page-record.h"

/* That the page of a copy was looked at, in the store thread. A page is looked at after the article has
 * been let go, so it may have been published again meanwhile: then this look was at a page of the past. */

typedef struct
{
  VslOutboxRow *row; /* (owned) as it was when the look began */
  char *missed;      /* (owned) (nullable) */
  gint64 now;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->row);
  g_free (look->missed);
  g_free (look);
}

/* The same, with nothing left to be looked at. */
static VslOutboxRow *
make_seen (VslOutboxRow *row)
{
  VslOutboxPlan plan = *vsl_outbox_row_get_plan (row);

  plan.next_at = 0;

  return vsl_outbox_row_new_with_plan (row, &plan);
}

static gpointer
record_look (VslStore *store,
             gpointer  data,
             GError  **error)
{
  Look *look = data;
  g_autoptr(VslOutboxRow) stored =
    vsl_store_load_outbox_row (store, vsl_outbox_row_get_article_id (look->row),
                               vsl_outbox_row_get_site (look->row), error);
  g_autoptr(VslOutboxRow) seen = NULL;

  if (stored == NULL)
    return NULL;
  if (vsl_outbox_row_get_state (stored) != VSL_OUTBOX_CONFIRMED ||
      vsl_outbox_row_get_updated_at (stored) != vsl_outbox_row_get_updated_at (look->row))
    return NULL;

  seen = make_seen (stored);

  return vsl_store_record_outbox_row (store, seen, VSL_OUTBOX_WHAT_SEEN, look->missed, look->now, error);
}

/**
 * vsl_page_record_async:
 * @store: the store
 * @row: a row of the outbox, confirmed, as it was when the look began
 * @missed: (nullable): what readers miss, translated; %NULL when nothing
 * @now: µs since 1970 UTC
 * @callback: called when that survives a power cut
 * @user_data: for @callback
 *
 * Adds to the history of a row that its page was looked at, unless something else happened to it
 * meanwhile.
 */
void
vsl_page_record_async (VslStore            *store,
                       VslOutboxRow        *row,
                       const char          *missed,
                       gint64               now,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Look *look = g_new0 (Look, 1);

  look->row = g_object_ref (row);
  look->missed = g_strdup (missed);
  look->now = now;
  vsl_store_call_async (store, record_look, look, (GDestroyNotify) look_free, g_object_unref, callback,
                        user_data);
}

/**
 * vsl_page_record_finish:
 * @store: the store
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the row as it is stored now; %NULL, without an error, when
 *   something else happened to it
 */
VslOutboxRow *
vsl_page_record_finish (VslStore      *store,
                        GAsyncResult  *result,
                        GError       **error)
{
  return vsl_store_call_finish (store, result, error);
}
