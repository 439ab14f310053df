/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-debate-document-private.h"

#include "desk/vsl-debate-copy.h"
#include "desk/vsl-desk-fault.h"
#include "store/vsl-store-debates.h"
#include "store/vsl-store-pads.h"

#include <glib/gi18n.h>

/* At most this long between a keystroke and the disk. */
#define THROTTLE_MS 500
#define RETRY_MS 2000

typedef struct
{
  VslDebate *debate; /* (owned) */
  VslPad *pad;       /* (owned) (nullable) when it changed */
  VslRescue *rescue; /* (owned) */
  gint64 now;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->debate);
  g_clear_object (&job->pad);
  g_object_unref (job->rescue);
  g_free (job);
}

static gpointer
save_both (VslStore *store,
           gpointer  data,
           GError  **error)
{
  Job *job = data;
  g_autoptr(VslDebate) saved = vsl_store_save_debate (store, job->debate, job->now, error);

  if (saved == NULL ||
      (job->pad != NULL &&
       !vsl_store_save_pad (store, vsl_debate_get_id (saved), job->pad, error)))
    return NULL;

  return g_steal_pointer (&saved);
}

/* What the person reads when a save failed, with where the text is now. */
static void
rescue_debate (Job     *job,
               GError **error)
{
  g_autoptr(GBytes) bytes = vsl_debate_copy_write (job->debate, job->pad);
  g_autofree char *path = vsl_rescue_write_debate (job->rescue, vsl_debate_get_id (job->debate), bytes,
                                                   NULL);
  g_autofree char *message = NULL;

  if (path != NULL)
    message = g_strdup_printf (_("%s A copy of your text is in “%s”."), (*error)->message, path);
  else
    message = g_strdup_printf (_("%s No copy could be kept elsewhere either: copy your text to "
                                 "another program before you close this window."),
                               (*error)->message);
  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&message);
}

/* All or nothing; and what the database does not take goes to the second place. */
static gpointer
run_job (VslStore *store,
         gpointer  data,
         GError  **error)
{
  Job *job = data;
  g_autoptr(GError) local_error = NULL;
  VslDebate *saved = vsl_store_transact (store, save_both, job, g_object_unref, &local_error);

  if (saved != NULL)
    {
      vsl_rescue_remove_debate (job->rescue, vsl_debate_get_id (saved));
      return saved;
    }

  rescue_debate (job, &local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Last in every function that calls it: dropping the hold may end the document. */
static void
update_state (VslDebateDocument *self)
{
  gboolean dirty = vsl_debate_document_get_dirty (self) || self->saving;

  g_object_notify (G_OBJECT (self), "save-state");
  if (dirty == self->held)
    return;

  self->held = dirty;
  if (dirty)
    g_object_ref (self);
  else
    g_object_unref (self);
}

static void
set_message (VslDebateDocument *self,
             const char        *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;

  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify (G_OBJECT (self), "save-error");
}

static void
answer_waiters (VslDebateDocument *self,
                const GError      *error)
{
  GTask *task;

  while ((task = g_queue_peek_head (&self->waiters)) != NULL)
    {
      guint64 *count = g_task_get_task_data (task);

      if (error == NULL && *count > self->saved_count)
        return;
      g_queue_pop_head (&self->waiters);
      if (error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else
        g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}

static void
take_saved (VslDebateDocument *self,
            VslDebate         *saved,
            guint64            count,
            guint64            pad_count)
{
  if (vsl_debate_get_fields (saved)->revision > vsl_debate_get_fields (self->base)->revision)
    g_set_object (&self->base, saved);
  self->saved_count = MAX (self->saved_count, count);
  self->pad_saved_count = MAX (self->pad_saved_count, pad_count);
  set_message (self, NULL);
  g_signal_emit_by_name (self, "saved", saved);
}

/* A timer begins a save, and the answer of a save starts a timer: a ring, cut here. */
static void begin_save (VslDebateDocument *self);

static gboolean
timer_cb (gpointer data)
{
  VslDebateDocument *self = data;

  self->timer = 0;
  begin_save (self);

  return G_SOURCE_REMOVE;
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VslDebateDocument) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslDebate) saved = vsl_store_call_finish (VSL_STORE (object), result, &error);

  self->saving = FALSE;
  if (saved != NULL)
    {
      take_saved (self, saved, self->saving_count, self->saving_pad_count);
      answer_waiters (self, NULL);
    }
  else
    {
      error = vsl_desk_fault_adopt (g_steal_pointer (&error));
      set_message (self, error->message);
      answer_waiters (self, error);
    }
  if (vsl_debate_document_get_dirty (self) && self->timer == 0)
    self->timer = g_timeout_add (saved == NULL ? RETRY_MS
                                 : g_queue_is_empty (&self->waiters) ? THROTTLE_MS : 0,
                                 timer_cb, self);
  update_state (self);
}

static Job *
make_job (VslDebateDocument *self)
{
  Job *job = g_new0 (Job, 1);

  job->debate = vsl_debate_document_dup_debate (self);
  job->rescue = g_object_ref (self->rescue);
  if (self->pad_count != self->pad_saved_count)
    job->pad = vsl_debate_document_dup_pad (self);
  job->now = self->clock (self->clock_data);

  return job;
}

/* One at a time: the revision of the next is that of the answer. */
static void
begin_save (VslDebateDocument *self)
{
  if (self->saving)
    return;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->saving = TRUE;
  self->saving_count = self->change_count;
  self->saving_pad_count = self->pad_count;
  vsl_store_call_async (self->store, run_job, make_job (self), (GDestroyNotify) job_free,
                        g_object_unref, saved_cb, g_object_ref (self));
  update_state (self);
}

/**
 * vsl_debate_document_touch:
 * @self: the document
 *
 * Says that something changed. It is on the disk half a second later. For the document itself.
 */
void
vsl_debate_document_touch (VslDebateDocument *self)
{
  self->change_count++;
  if (self->timer == 0 && !self->saving)
    self->timer = g_timeout_add (THROTTLE_MS, timer_cb, self);
  g_signal_emit_by_name (self, "changed");
  update_state (self);
}

/**
 * vsl_debate_document_get_dirty:
 * @self: the document
 *
 * Returns: whether there is a change that the disk does not have
 */
gboolean
vsl_debate_document_get_dirty (VslDebateDocument *self)
{
  g_return_val_if_fail (VSL_IS_DEBATE_DOCUMENT (self), FALSE);

  return self->change_count != self->saved_count;
}

/**
 * vsl_debate_document_get_save_state:
 * @self: the document
 *
 * Returns: how the saving stands
 */
VslSaveState
vsl_debate_document_get_save_state (VslDebateDocument *self)
{
  g_return_val_if_fail (VSL_IS_DEBATE_DOCUMENT (self), VSL_SAVE_SAVED);

  if (self->message != NULL)
    return VSL_SAVE_FAILED;
  if (self->saving)
    return VSL_SAVE_SAVING;

  return vsl_debate_document_get_dirty (self) ? VSL_SAVE_PENDING : VSL_SAVE_SAVED;
}

/**
 * vsl_debate_document_get_save_error:
 * @self: the document
 *
 * Returns: (nullable): why the last save failed, translated
 */
const char *
vsl_debate_document_get_save_error (VslDebateDocument *self)
{
  g_return_val_if_fail (VSL_IS_DEBATE_DOCUMENT (self), NULL);

  return self->message;
}

/**
 * vsl_debate_document_save:
 * @self: the document
 * @error: return location
 *
 * Saves now, and waits for the disk. For the desk.
 *
 * Returns: whether all that is on the screen is on the disk
 */
gboolean
vsl_debate_document_save (VslDebateDocument  *self,
                          GError            **error)
{
  g_autoptr(VslDebateDocument) keep = NULL;
  g_autoptr(VslDebate) saved = NULL;
  g_autoptr(VslDebate) newest = NULL;
  g_autoptr(GError) local_error = NULL;
  Job *job;

  g_return_val_if_fail (VSL_IS_DEBATE_DOCUMENT (self), FALSE);

  if (!vsl_debate_document_get_dirty (self))
    return TRUE;

  keep = g_object_ref (self);
  /* Behind a save that is under way, whose answer has not come yet: its revision counts. */
  newest = vsl_store_load_debate (self->store, vsl_debate_document_get_id (self), &local_error);
  if (newest != NULL)
    {
      g_set_object (&self->base, newest);
      job = make_job (self);
      saved = run_job (self->store, job, &local_error);
      if (saved != NULL)
        take_saved (self, saved, self->change_count, self->pad_count);
      job_free (job);
    }
  if (local_error != NULL)
    vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
  update_state (self);

  return saved != NULL;
}

/**
 * vsl_debate_document_save_async:
 * @self: the document
 * @callback: (nullable): called when the disk has every change so far, or has refused
 * @user_data: for @callback
 *
 * Saves now what is not saved yet.
 */
void
vsl_debate_document_save_async (VslDebateDocument   *self,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VSL_IS_DEBATE_DOCUMENT (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_debate_document_save_async);
  if (!vsl_debate_document_get_dirty (self))
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  g_task_set_task_data (task, g_memdup2 (&self->change_count, sizeof self->change_count), g_free);
  g_queue_push_tail (&self->waiters, task);
  begin_save (self);
}

/**
 * vsl_debate_document_save_finish:
 * @self: the document
 * @result: the result
 * @error: return location
 *
 * Returns: whether the disk has all that was on the screen at the call
 */
gboolean
vsl_debate_document_save_finish (VslDebateDocument  *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
