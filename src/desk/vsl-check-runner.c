/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-check-runner-private.h"

#include "desk/vsl-check-subject.h"

#include <gio/gio.h>

/* From the start of one check to that of the next: the first change is checked at once, the last one
 * for certain, those between as often as this allows. */
#define INTERVAL_US (150 * 1000)

/**
 * VslCheckRunner:
 *
 * One thread, one check at a time, over a copy of the article. Another check (of the copy desk, say)
 * joins by one more value in the report. A check that has become stale is stopped; what it found out
 * about quotations that are the same is not found out again. Main thread.
 */
struct _VslCheckRunner
{
  GObject parent_instance;

  VslStore *store;          /* (owned) */
  GThreadPool *worker;      /* (owned) (nullable) one thread; NULL before the first and after the last */
  VslDocument *document;    /* (owned) (nullable) */
  gulong changed_id;
  VslCheckSubject *subject; /* (owned) (nullable) of the document */

  guint64 serial;           /* raised by every change */
  guint64 checked;          /* the serial that the report is of */
  GCancellable *running;    /* (owned) (nullable) of the check that runs now */
  gboolean due;             /* another check follows on it */
  guint timer_id;
  gint64 started_at;        /* µs, monotonic: the last check */

  VslCheckReport *report;   /* (owned) (nullable) */
  VslQuotation *current;    /* (owned) (nullable) */
  VslField cursor_field;
  gsize cursor;             /* characters */
};

G_DEFINE_FINAL_TYPE (VslCheckRunner, vsl_check_runner, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_REPORT,
  PROP_CURRENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Work for the thread. */
typedef struct
{
  GTask *task; /* (owned) */
  VslCheckRunnerFunc func;
} Work;

/* What a check or a search for suggestions is about, @suggestions being the passages per speaker. */
typedef struct
{
  VslCheckSubject *subject; /* (owned) */
  VslArticle *article;      /* (owned) */
  guint64 serial;
  guint suggestions;
} Job;

static void start (VslCheckRunner *self);

static void
job_free (gpointer data)
{
  Job *job = data;

  vsl_check_subject_unref (job->subject);
  g_object_unref (job->article);
  g_free (job);
}

/* In the thread. */
static void
work (gpointer data,
      gpointer user_data)
{
  g_autofree Work *item = data;
  g_autoptr(GTask) task = item->task;

  item->func (task);
}

/* In the thread. */
static void
suggest (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task,
                           vsl_check_subject_suggest (job->subject, job->article, job->suggestions),
                           (GDestroyNotify) g_ptr_array_unref);
}

/* In the thread. */
static void
check (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  VslCheckReport *report;

  if (g_task_return_error_if_cancelled (task))
    return;

  report = vsl_check_subject_check (job->subject, job->article, g_task_get_cancellable (task));
  if (report != NULL)
    g_task_return_pointer (task, report, g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "stale");
}

static void
push (VslCheckRunner     *self,
      GTask              *task,
      VslCheckRunnerFunc  func,
      guint               suggestions)
{
  Job *job = g_new0 (Job, 1);

  job->subject = vsl_check_subject_ref (self->subject);
  job->article = vsl_document_dup_article (self->document);
  job->serial = self->serial;
  job->suggestions = suggestions;
  g_task_set_task_data (task, job, job_free);
  vsl_check_runner_push (self, task, func);
}

static void
find_current (VslCheckRunner *self)
{
  GPtrArray *all = self->report != NULL ? vsl_check_report_get_in_order (self->report) : NULL;
  VslQuotation *current = NULL;
  guint i;

  for (i = 0; all != NULL && i < all->len; i++)
    {
      VslQuotation *quotation = g_ptr_array_index (all, i);
      gsize offset = vsl_quotation_get_offset (quotation);

      /* The marks around it belong to it. */
      if (vsl_quotation_get_field (quotation) == self->cursor_field && self->cursor + 1 >= offset &&
          self->cursor <= offset + vsl_quotation_get_length (quotation) + 1)
        current = quotation;
    }
  if (g_set_object (&self->current, current))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

static void
set_report (VslCheckRunner *self,
            VslCheckReport *report)
{
  if (!g_set_object (&self->report, report))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REPORT]);
  find_current (self);
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  VslCheckRunner *self = VSL_CHECK_RUNNER (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(VslCheckReport) report = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_get_cancellable (G_TASK (result)) == self->running)
    g_clear_object (&self->running);
  if (report != NULL && job->subject == self->subject)
    {
      self->checked = job->serial;
      set_report (self, report);
    }
  if (self->due && self->running == NULL)
    start (self);
}

static void
start (VslCheckRunner *self)
{
  g_autoptr(GTask) task = NULL;

  self->due = FALSE;
  if (self->subject == NULL)
    return;

  self->running = g_cancellable_new ();
  self->started_at = g_get_monotonic_time ();
  task = g_task_new (self, self->running, checked_cb, NULL);
  g_task_set_source_tag (task, start);
  push (self, task, check, 0);
}

static gboolean
timer_cb (gpointer data)
{
  VslCheckRunner *self = data;

  self->timer_id = 0;
  if (self->running == NULL)
    {
      start (self);
      return G_SOURCE_REMOVE;
    }
  g_cancellable_cancel (self->running);
  self->due = TRUE;

  return G_SOURCE_REMOVE;
}

/* When nothing more urgent is to be done, such as drawing what was typed. */
static void
schedule (VslCheckRunner *self)
{
  gint64 left = self->started_at + INTERVAL_US - g_get_monotonic_time ();

  self->serial++;
  if (self->timer_id == 0 && self->subject != NULL)
    self->timer_id = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, (guint) (MAX (0, left) / 1000),
                                         timer_cb, self, NULL);
}

static void
set_subject (VslCheckRunner *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_pointer (&self->subject, vsl_check_subject_unref);
  if (self->document != NULL && self->store != NULL)
    self->subject = vsl_check_subject_new (self->store, vsl_document_get_id (self->document));
  schedule (self);
}

static void
vsl_check_runner_dispose (GObject *object)
{
  vsl_check_runner_stop (VSL_CHECK_RUNNER (object));

  G_OBJECT_CLASS (vsl_check_runner_parent_class)->dispose (object);
}

static void
vsl_check_runner_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  VslCheckRunner *self = VSL_CHECK_RUNNER (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_REPORT:
      g_value_set_object (value, self->report);
      break;
    case PROP_CURRENT:
      g_value_set_object (value, self->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_check_runner_class_init (VslCheckRunnerClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_check_runner_dispose;
  object_class->get_property = vsl_check_runner_get_property;

  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, VSL_TYPE_DOCUMENT, flags);
  properties[PROP_REPORT] =
    g_param_spec_object ("report", NULL, NULL, VSL_TYPE_CHECK_REPORT, flags);
  properties[PROP_CURRENT] =
    g_param_spec_object ("current", NULL, NULL, VSL_TYPE_QUOTATION, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vsl_check_runner_init (VslCheckRunner *self)
{
  self->cursor_field = VSL_FIELD_NONE;
}

/**
 * vsl_check_runner_new:
 * @store: where transcripts are kept
 *
 * For the desk. The thread starts with the first check.
 *
 * Returns: (transfer full): a runner with nothing to check
 */
VslCheckRunner *
vsl_check_runner_new (VslStore *store)
{
  VslCheckRunner *self = g_object_new (VSL_TYPE_CHECK_RUNNER, NULL);

  self->store = g_object_ref (store);

  return self;
}

/**
 * vsl_check_runner_stop:
 * @self: the runner
 *
 * Ends its thread; waits for the quotation that is being held against the transcript now. After that
 * nothing is checked any more.
 */
void
vsl_check_runner_stop (VslCheckRunner *self)
{
  g_return_if_fail (VSL_IS_CHECK_RUNNER (self));

  vsl_check_runner_set_document (self, NULL);
  g_clear_handle_id (&self->timer_id, g_source_remove);
  self->due = FALSE;
  if (self->worker != NULL)
    g_thread_pool_free (g_steal_pointer (&self->worker), FALSE, TRUE);
  g_clear_object (&self->running);
  g_clear_object (&self->store);
}

/**
 * vsl_check_runner_push:
 * @self: the runner
 * @task: what is to be done, with its data
 * @func: called in the thread that checks, in turn; returns something with @task
 *
 * For other work of the desk that reads a whole article: the main thread does not wait for it, and it
 * needs no thread of its own. What is pushed after the runner was stopped is cancelled.
 */
void
vsl_check_runner_push (VslCheckRunner     *self,
                       GTask              *task,
                       VslCheckRunnerFunc  func)
{
  Work *item;

  g_return_if_fail (VSL_IS_CHECK_RUNNER (self) && G_IS_TASK (task) && func != NULL);

  if (self->store == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");
      return;
    }
  if (self->worker == NULL)
    self->worker = g_thread_pool_new (work, NULL, 1, FALSE, NULL);
  item = g_new0 (Work, 1);
  item->task = g_object_ref (task);
  item->func = func;
  /* Without a thread to be had the work waits in the queue. */
  g_thread_pool_push (self->worker, item, NULL);
}

/**
 * vsl_check_runner_get_document:
 * @self: the runner
 *
 * Returns: (transfer none) (nullable): what is being checked
 */
VslDocument *
vsl_check_runner_get_document (VslCheckRunner *self)
{
  g_return_val_if_fail (VSL_IS_CHECK_RUNNER (self), NULL);

  return self->document;
}

/**
 * vsl_check_runner_set_document:
 * @self: the runner
 * @document: (nullable): what is checked from now on
 *
 * Forgets the report of the document before.
 */
void
vsl_check_runner_set_document (VslCheckRunner *self,
                               VslDocument    *document)
{
  g_return_if_fail (VSL_IS_CHECK_RUNNER (self));
  g_return_if_fail (document == NULL || VSL_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  if (self->document != NULL)
    g_clear_signal_handler (&self->changed_id, self->document);
  g_set_object (&self->document, document);
  if (document != NULL)
    self->changed_id = g_signal_connect_swapped (document, "changed", G_CALLBACK (schedule), self);
  self->cursor_field = VSL_FIELD_NONE;
  set_subject (self);
  set_report (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/**
 * vsl_check_runner_get_report:
 * @self: the runner
 *
 * Returns: (transfer none) (nullable): what the last check found; %NULL while the first one runs
 */
VslCheckReport *
vsl_check_runner_get_report (VslCheckRunner *self)
{
  g_return_val_if_fail (VSL_IS_CHECK_RUNNER (self), NULL);

  return self->report;
}

/**
 * vsl_check_runner_is_current:
 * @self: the runner
 *
 * Returns: whether the report is of the article as it is now: its places are right
 */
gboolean
vsl_check_runner_is_current (VslCheckRunner *self)
{
  g_return_val_if_fail (VSL_IS_CHECK_RUNNER (self), FALSE);

  return self->report != NULL && self->checked == self->serial;
}

/**
 * vsl_check_runner_get_current:
 * @self: the runner
 *
 * Returns: (transfer none) (nullable): the quotation of the report that the cursor is in
 */
VslQuotation *
vsl_check_runner_get_current (VslCheckRunner *self)
{
  g_return_val_if_fail (VSL_IS_CHECK_RUNNER (self), NULL);

  return self->current;
}

/**
 * vsl_check_runner_set_cursor:
 * @self: the runner
 * @field: the field that has the cursor
 * @offset: its place there, in characters
 *
 * Tells where the person is, so that what shows the quotations can follow.
 */
void
vsl_check_runner_set_cursor (VslCheckRunner *self,
                             VslField        field,
                             gsize           offset)
{
  g_return_if_fail (VSL_IS_CHECK_RUNNER (self));

  self->cursor_field = field;
  self->cursor = offset;
  find_current (self);
}

/**
 * vsl_check_runner_reload:
 * @self: the runner
 *
 * To be called when the transcript of the article has become another one: reads it again and checks.
 */
void
vsl_check_runner_reload (VslCheckRunner *self)
{
  g_return_if_fail (VSL_IS_CHECK_RUNNER (self));

  if (self->document != NULL)
    set_subject (self);
}

/**
 * vsl_check_runner_suggest_async:
 * @self: the runner
 * @per_speaker: how many passages a speaker gets at most, from 1
 * @cancellable: (nullable): what stops it
 * @callback: called when they are there
 * @user_data: for @callback
 *
 * Looks for passages that may be worth quoting, in the thread that checks.
 */
void
vsl_check_runner_suggest_async (VslCheckRunner      *self,
                                guint                per_speaker,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (VSL_IS_CHECK_RUNNER (self));
  g_return_if_fail (per_speaker > 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_check_runner_suggest_async);
  if (self->subject == NULL)
    g_task_return_pointer (task, g_ptr_array_new_with_free_func (g_object_unref),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    push (self, task, suggest, per_speaker);
}

/**
 * vsl_check_runner_suggest_finish:
 * @self: the runner
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type VslUtterance): the passages, speaker by speaker, best first;
 *   %NULL when it was stopped
 */
GPtrArray *
vsl_check_runner_suggest_finish (VslCheckRunner  *self,
                                 GAsyncResult    *result,
                                 GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
