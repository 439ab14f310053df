/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-store"

#include "store/vsl-store-thread.h"

/* A thread with a queue of jobs. The mutex guards the queue and the two flags; jobs run without it. */
struct _VslStoreThread
{
  gatomicrefcount ref_count;
  GThread *thread; /* (owned) by who shuts it down; NULL when it has ended */
  GMutex mutex;
  GCond wake;      /* there is a job, or it is time to end */
  GCond done;      /* a job that somebody waits for has run */
  GQueue jobs;     /* of Job, owned */
  gboolean closing; /* takes no more work; ends when the queue is empty */
};

typedef struct
{
  VslStoreThreadFunc func;
  gpointer data;
  gboolean *ran; /* (nullable) set under the mutex for the one who waits */
} Job;

/* What a pushed task needs in the thread. */
typedef struct
{
  GTask *task; /* (owned) */
  VslStoreThreadTaskFunc func;
  gpointer data; /* (owned) */
  GDestroyNotify destroy_data;   /* (nullable) */
  GDestroyNotify destroy_result; /* (nullable) */
} TaskJob;

static gpointer
run_jobs (gpointer data)
{
  VslStoreThread *self = data;

  g_mutex_lock (&self->mutex);
  while (TRUE)
    {
      Job *job = g_queue_pop_head (&self->jobs);

      if (job == NULL && self->closing)
        break;
      if (job == NULL)
        {
          g_cond_wait (&self->wake, &self->mutex);
          continue;
        }

      g_mutex_unlock (&self->mutex);
      job->func (job->data);
      g_mutex_lock (&self->mutex);

      if (job->ran != NULL)
        {
          *job->ran = TRUE;
          g_cond_broadcast (&self->done);
        }
      g_free (job);
    }
  /* A later thread may get the address of this one: nobody is in a thread that has ended. */
  g_atomic_pointer_set (&self->thread, NULL);
  g_mutex_unlock (&self->mutex);

  vsl_store_thread_unref (self);

  return NULL;
}

/* With the mutex held. */
static void
push_job (VslStoreThread    *self,
          VslStoreThreadFunc func,
          gpointer           data,
          gboolean          *ran)
{
  Job *job = g_new (Job, 1);

  *job = (Job) { func, data, ran };
  g_queue_push_tail (&self->jobs, job);
  g_cond_signal (&self->wake);
}

static void
run_task (gpointer data)
{
  TaskJob *job = data;
  g_autoptr(GError) error = NULL;
  gpointer result;

  result = job->func (g_task_get_source_object (job->task), job->data, &error);
  if (job->destroy_data != NULL)
    job->destroy_data (job->data);
  if (error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&error));
  else
    g_task_return_pointer (job->task, result, job->destroy_result);

  g_object_unref (job->task);
  g_free (job);
}

/**
 * vsl_store_thread_new:
 * @name: what the thread is called in a debugger; at most 15 bytes are shown
 *
 * Returns: (transfer full): a running thread without work. It runs until
 *   vsl_store_thread_shutdown(), which must be called before the last reference is dropped
 */
VslStoreThread *
vsl_store_thread_new (const char *name)
{
  VslStoreThread *self = g_new0 (VslStoreThread, 1);

  g_return_val_if_fail (name != NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->wake);
  g_cond_init (&self->done);
  g_queue_init (&self->jobs);
  self->thread = g_thread_new (name, run_jobs, vsl_store_thread_ref (self));

  return self;
}

/**
 * vsl_store_thread_ref:
 * @self: the thread
 *
 * Returns: (transfer full): @self
 */
VslStoreThread *
vsl_store_thread_ref (VslStoreThread *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * vsl_store_thread_unref:
 * @self: (transfer full): the thread
 *
 * Drops a reference. The running thread holds one itself.
 */
void
vsl_store_thread_unref (VslStoreThread *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_assert (self->closing);
  g_assert (g_queue_is_empty (&self->jobs));
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->wake);
  g_cond_clear (&self->done);
  g_free (self);
}

/**
 * vsl_store_thread_is_current:
 * @self: the thread
 *
 * Returns: whether the caller runs in @self
 */
gboolean
vsl_store_thread_is_current (VslStoreThread *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_thread_self () == g_atomic_pointer_get (&self->thread);
}

/**
 * vsl_store_thread_call:
 * @self: the thread
 * @func: what to run
 * @data: for @func
 *
 * Runs @func in the thread, behind what is queued, and waits until it has run. When the caller is in
 * the thread already, it runs at once.
 *
 * Returns: whether it ran; %FALSE only after vsl_store_thread_shutdown()
 */
gboolean
vsl_store_thread_call (VslStoreThread    *self,
                       VslStoreThreadFunc func,
                       gpointer           data)
{
  gboolean ran = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (vsl_store_thread_is_current (self))
    {
      func (data);
      return TRUE;
    }

  g_mutex_lock (&self->mutex);
  if (!self->closing)
    {
      push_job (self, func, data, &ran);
      while (!ran)
        g_cond_wait (&self->done, &self->mutex);
    }
  g_mutex_unlock (&self->mutex);

  return ran;
}

/**
 * vsl_store_thread_push:
 * @self: the thread
 * @func: what to run
 * @data: for @func, which frees it
 *
 * Queues @func and does not wait.
 *
 * Returns: whether it was queued, and so will run; %FALSE only after vsl_store_thread_shutdown()
 */
gboolean
vsl_store_thread_push (VslStoreThread    *self,
                       VslStoreThreadFunc func,
                       gpointer           data)
{
  gboolean open;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  open = !self->closing;
  if (open)
    push_job (self, func, data, NULL);
  g_mutex_unlock (&self->mutex);

  return open;
}

/**
 * vsl_store_thread_push_task:
 * @self: the thread
 * @task: (transfer none): answers in the main context in which it was made
 * @func: makes the result, in the thread; gets the source object of @task
 * @data: (nullable): for @func
 * @destroy_data: (nullable): frees @data, in the thread, right after @func
 * @destroy_result: (nullable): frees a result that nobody took
 *
 * Queues @func and lets @task answer with what it returned. It runs even when a cancellable of @task
 * has fired. For what has an effect, @task must not check its cancellable: a commit that was made is
 * never called cancelled.
 *
 * Returns: whether it was queued; if not, @task is untouched and @data was freed
 */
gboolean
vsl_store_thread_push_task (VslStoreThread        *self,
                            GTask                 *task,
                            VslStoreThreadTaskFunc func,
                            gpointer               data,
                            GDestroyNotify         destroy_data,
                            GDestroyNotify         destroy_result)
{
  TaskJob *job;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (G_IS_TASK (task), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  job = g_new (TaskJob, 1);
  *job = (TaskJob) { g_object_ref (task), func, data, destroy_data, destroy_result };
  if (vsl_store_thread_push (self, run_task, job))
    return TRUE;

  if (destroy_data != NULL)
    destroy_data (data);
  g_object_unref (job->task);
  g_free (job);
  return FALSE;
}

/**
 * vsl_store_thread_shutdown:
 * @self: the thread
 *
 * Takes no more work, finishes what is queued and waits for the thread to end. Called from the
 * thread itself (the last reference to an owner was dropped there) it does not wait: the thread then
 * ends by itself. May be called twice.
 */
void
vsl_store_thread_shutdown (VslStoreThread *self)
{
  GThread *thread = NULL;

  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  if (!self->closing)
    thread = self->thread;
  self->closing = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->mutex);

  if (thread == g_thread_self ())
    g_thread_unref (thread);
  else if (thread != NULL)
    g_thread_join (thread);
}
