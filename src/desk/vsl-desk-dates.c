/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-desk-dates.h"

#include "core/vsl-date.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-people.h"
#include "desk/vsl-desk-private.h"
#include "store/vsl-store-people.h"

/* The days between which things are due; whole dates. */
typedef struct
{
  char *today;
  char *soon;
} Days;

static void
days_free (gpointer data)
{
  Days *days = data;

  g_free (days->today);
  g_free (days->soon);
  g_free (days);
}

/* The names of one kind in a list of kind, id and name. */
static char **
pick (char       **list,
      const char  *kind)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  guint i;

  for (i = 0; list[i] != NULL; i += 3)
    {
      if (g_str_equal (list[i], kind))
        g_strv_builder_add (builder, list[i + 2]);
    }

  return g_strv_builder_end (builder);
}

static gpointer
keep_in_store (VslStore *store,
               gpointer  data,
               GError  **error)
{
  Days *days = data;
  g_auto(GStrv) overdue = vsl_store_list_overdue (store, days->today, error);
  g_auto(GStrv) due = NULL;
  VslDatesReport *report;

  if (overdue == NULL ||
      (overdue[0] != NULL && !vsl_store_delete_overdue (store, days->today, error)))
    return NULL;
  due = vsl_store_list_overdue (store, days->soon, error);
  if (due == NULL)
    return NULL;

  report = g_new (VslDatesReport, 1);
  report->deleted_people = pick (overdue, "person");
  report->deleted_transcripts = pick (overdue, "transcript");
  report->due_people = pick (due, "person");
  report->due_transcripts = pick (due, "transcript");

  return report;
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  VslDatesReport *report = vsl_store_call_finish (VSL_STORE (object), result, &error);

  if (report == NULL)
    {
      g_task_return_error (task, vsl_desk_fault_adopt (error));
      return;
    }

  if (report->deleted_people[0] != NULL)
    vsl_desk_get_people (g_task_get_source_object (task));
  g_task_return_pointer (task, report, (GDestroyNotify) vsl_dates_report_free);
}

/**
 * vsl_dates_report_free:
 * @report: (transfer full): a report
 */
void
vsl_dates_report_free (VslDatesReport *report)
{
  g_strfreev (report->deleted_people);
  g_strfreev (report->deleted_transcripts);
  g_strfreev (report->due_people);
  g_strfreev (report->due_transcripts);
  g_free (report);
}

/**
 * vsl_desk_keep_dates_async:
 * @self: the desk
 *
 * Deletes what is past its date, and looks up what will be soon.
 */
void
vsl_desk_keep_dates_async (VslDesk             *self,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;
  Days *days;
  gint64 now;

  g_return_if_fail (VSL_IS_DESK (self));

  now = vsl_desk_get_now (self);
  days = g_new (Days, 1);
  days->today = vsl_date_from_time (now);
  days->soon = vsl_date_from_time (now + VSL_DATES_NOTICE_DAYS * G_TIME_SPAN_DAY);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_keep_dates_async);
  g_task_set_check_cancellable (task, FALSE);
  vsl_store_call_async (self->store, keep_in_store, days, days_free,
                        (GDestroyNotify) vsl_dates_report_free, kept_cb, task);
}

/**
 * vsl_desk_keep_dates_finish:
 *
 * Returns: (transfer full): what was deleted, and what will be
 */
VslDatesReport *
vsl_desk_keep_dates_finish (VslDesk       *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, vsl_desk_keep_dates_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
