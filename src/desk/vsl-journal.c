/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-journal.h"

#include "desk/vsl-desk-fault.h"
#include "desk/vsl-save-job.h"
#include "desk/vsl-view-job.h"

/* How long a change may wait for the disk: half a second, with what the commit itself takes. */
#define THROTTLE_MS 450

/* How long the place of the cursor may wait for the disk when nothing is typed. */
#define VIEW_MS 2000

/* How long after a failed save the next one follows without a keystroke; the last one repeats. */
static const guint retry_ms[] = { 1000, 2000, 5000, 10000, 30000 };

/**
 * VslJournal:
 *
 * Brings the changes of one open document to the disk. The first change starts a timer of half a
 * second that later changes do not push back; then a snapshot of the whole article is committed in
 * the store thread. What is dirty is arithmetic: a change raises one count, a good save sets the
 * other to what the first was at its snapshot. So typing during a save is not lost, and a save that
 * failed leaves them apart: it is tried again without a keystroke, and meanwhile the text is kept in
 * the second place.
 *
 * Owned by its document, which it does not own. Main thread.
 *
 * Signal `saved` (VslArticle, VslArticleSummary): the store has taken a snapshot.
 */
struct _VslJournal
{
  GObject parent_instance;

  VslStore *store;   /* (owned) */
  VslRescue *rescue; /* (owned) */
  VslClock clock;
  gpointer clock_data;
  VslJournalSnapshot snapshot;
  gpointer owner; /* (unowned) (nullable) */
  VslSaveSlot *slot;     /* (owned) an atomic rc box */

  guint64 change_count;
  guint64 saved_count;
  guint64 saving_count; /* the change count of the snapshot under way */
  gboolean saving;
  gboolean again; /* another save is to follow the one under way at once */

  guint timer;
  gint64 timer_due; /* monotonic µs */
  gint64 shown_revision; /* the newest that was told with `saved` */
  guint failures;   /* in a row */
  char *message;    /* (owned) (nullable) why the last save failed */
  GQueue waiters;   /* of GTask, owned, with the change count they wait for */

  char *view_id;       /* (owned) (nullable) the article; NULL until the cursor was told */
  VslArticleView view; /* where the person is */
  gboolean view_moved; /* since it was last on its way to the disk */
  guint view_timer;

  VslSaveState shown_state;
};

G_DEFINE_FINAL_TYPE (VslJournal, vsl_journal, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STATE,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_state (VslJournal *self)
{
  VslSaveState state = vsl_journal_get_state (self);

  if (state == self->shown_state)
    return;

  self->shown_state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_message (VslJournal *self,
             const char *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;

  g_free (self->message);
  self->message = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
}

/* Answers everybody who waited for at most @count changes, or everybody when @error is set. */
static void
answer_waiters (VslJournal   *self,
                guint64       count,
                const GError *error)
{
  GQueue left = G_QUEUE_INIT;
  GTask *waiter;

  while ((waiter = g_queue_pop_head (&self->waiters)) != NULL)
    {
      g_autoptr(GTask) task = waiter;
      guint64 *wanted = g_task_get_task_data (task);

      if (error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else if (*wanted <= count)
        g_task_return_boolean (task, TRUE);
      else
        g_queue_push_tail (&left, g_steal_pointer (&task));
    }

  self->waiters = left;
}

static VslSaveJob *
make_job (VslJournal *self)
{
  VslSaveJob *job = vsl_save_job_new (self->snapshot (self->owner), self->rescue, self->slot,
                                      self->clock (self->clock_data));

  job->has_view = self->view_id != NULL;
  job->view = self->view;
  self->view_moved = FALSE;

  return job;
}

/* The place of the cursor alone; losing it is no reason to say anything. */
static void
save_view (VslJournal *self)
{
  g_clear_handle_id (&self->view_timer, g_source_remove);
  if (!self->view_moved)
    return;

  self->view_moved = FALSE;
  vsl_view_job_start (self->store, self->view_id, &self->view);
}

static void
view_timer_fired_cb (gpointer user_data)
{
  VslJournal *self = user_data;

  self->view_timer = 0;
  save_view (self);
}

/* An answer that was overtaken by vsl_journal_flush() is no news. */
static void
take_success (VslJournal *self,
              VslSaveResult *result,
              guint64     count)
{
  gint64 revision = vsl_article_get_revision (result->article);

  self->saved_count = MAX (self->saved_count, count);
  self->failures = 0;
  set_message (self, NULL);

  if (revision < self->shown_revision)
    return;
  self->shown_revision = revision;
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, result->article, result->summary);
}

/* A timer begins a save, the answer of a save starts a timer or the next save: a ring, cut here. */
static void start_timer (VslJournal *self,
                         guint       delay_ms);
static void begin_save  (VslJournal *self);

static void
take_failure (VslJournal   *self,
              const GError *error)
{
  guint step = MIN (self->failures, G_N_ELEMENTS (retry_ms) - 1);

  self->failures++;
  set_message (self, error->message);
  start_timer (self, retry_ms[step]);
}

static void
save_ended_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(VslJournal) self = user_data;
  g_autoptr(VslSaveResult) saved = NULL;
  g_autoptr(GError) error = NULL;
  gboolean again = self->again;

  self->saving = FALSE;
  self->again = FALSE;
  saved = vsl_store_call_finish (self->store, result, &error);
  if (saved != NULL)
    {
      take_success (self, saved, self->saving_count);
      answer_waiters (self, self->saved_count, NULL);
    }
  else
    {
      error = vsl_desk_fault_adopt (g_steal_pointer (&error));
      take_failure (self, error);
      answer_waiters (self, 0, error);
    }

  if (saved != NULL && again && vsl_journal_get_dirty (self))
    begin_save (self);
  update_state (self);
}

static void
begin_save (VslJournal *self)
{
  if (self->owner == NULL)
    return;
  if (self->saving)
    {
      self->again = TRUE;
      return;
    }

  g_clear_handle_id (&self->timer, g_source_remove);
  self->saving = TRUE;
  self->saving_count = self->change_count;
  vsl_store_call_async (self->store, vsl_save_job_run, make_job (self),
                        (GDestroyNotify) vsl_save_job_free, (GDestroyNotify) vsl_save_result_free,
                        save_ended_cb, g_object_ref (self));
  update_state (self);
}

static void
timer_fired_cb (gpointer user_data)
{
  VslJournal *self = user_data;

  self->timer = 0;
  begin_save (self);
}

/* A timer that is due earlier stays. */
static void
start_timer (VslJournal *self,
             guint       delay_ms)
{
  gint64 due = g_get_monotonic_time () + (gint64) delay_ms * 1000;

  if (self->timer != 0 && self->timer_due <= due)
    return;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer_due = due;
  self->timer = g_timeout_add_once (delay_ms, timer_fired_cb, self);
}

static void
vsl_journal_dispose (GObject *object)
{
  VslJournal *self = VSL_JOURNAL (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  save_view (self);
  self->owner = NULL;

  G_OBJECT_CLASS (vsl_journal_parent_class)->dispose (object);
}

static void
vsl_journal_finalize (GObject *object)
{
  VslJournal *self = VSL_JOURNAL (object);

  g_assert (g_queue_is_empty (&self->waiters));
  g_clear_object (&self->store);
  g_clear_object (&self->rescue);
  g_clear_pointer (&self->slot, g_atomic_rc_box_release);
  g_free (self->message);
  g_free (self->view_id);

  G_OBJECT_CLASS (vsl_journal_parent_class)->finalize (object);
}

static void
vsl_journal_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  VslJournal *self = VSL_JOURNAL (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, vsl_journal_get_state (self));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_journal_class_init (VslJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_journal_dispose;
  object_class->finalize = vsl_journal_finalize;
  object_class->get_property = vsl_journal_get_property;

  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, VSL_TYPE_SAVE_STATE, VSL_SAVE_SAVED,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MESSAGE] =
    g_param_spec_string ("message", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_SAVED] = g_signal_new ("saved", VSL_TYPE_JOURNAL, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                        VSL_TYPE_ARTICLE, VSL_TYPE_ARTICLE_SUMMARY);
}

static void
vsl_journal_init (VslJournal *self)
{
  g_queue_init (&self->waiters);
  self->slot = g_atomic_rc_box_new0 (VslSaveSlot);
}

/**
 * vsl_journal_new:
 * @store: where the article is kept
 * @rescue: the second place
 * @clock: tells the time of a save
 * @clock_data: for @clock
 * @revision: the revision of the article as it was loaded
 *
 * Returns: (transfer full): a journal with nothing to save
 */
VslJournal *
vsl_journal_new (VslStore  *store,
                 VslRescue *rescue,
                 VslClock   clock,
                 gpointer   clock_data,
                 gint64     revision)
{
  VslJournal *self = g_object_new (VSL_TYPE_JOURNAL, NULL);

  self->store = g_object_ref (store);
  self->rescue = g_object_ref (rescue);
  self->clock = clock;
  self->clock_data = clock_data;
  self->slot->revision = revision;
  self->shown_revision = revision;

  return self;
}

/**
 * vsl_journal_set_owner:
 * @self: the journal
 * @snapshot: gives the article as it is now
 * @owner: (nullable): for @snapshot; to be set to %NULL before it goes
 *
 * Says whose changes these are.
 */
void
vsl_journal_set_owner (VslJournal         *self,
                       VslJournalSnapshot  snapshot,
                       gpointer            owner)
{
  g_return_if_fail (VSL_IS_JOURNAL (self));

  self->snapshot = snapshot;
  self->owner = owner;
  if (owner != NULL)
    return;

  g_clear_handle_id (&self->timer, g_source_remove);
  save_view (self);
}

/**
 * vsl_journal_get_state:
 * @self: the journal
 *
 * Returns: where the text is. A failure is told until a save succeeds, also while one is under way
 */
VslSaveState
vsl_journal_get_state (VslJournal *self)
{
  g_return_val_if_fail (VSL_IS_JOURNAL (self), VSL_SAVE_SAVED);

  if (self->failures > 0)
    return VSL_SAVE_FAILED;
  if (self->saving)
    return VSL_SAVE_SAVING;

  return vsl_journal_get_dirty (self) ? VSL_SAVE_PENDING : VSL_SAVE_SAVED;
}

/**
 * vsl_journal_get_message:
 * @self: the journal
 *
 * Returns: (nullable): why the last save failed, translated
 */
const char *
vsl_journal_get_message (VslJournal *self)
{
  g_return_val_if_fail (VSL_IS_JOURNAL (self), NULL);

  return self->message;
}

/**
 * vsl_journal_get_dirty:
 * @self: the journal
 *
 * Returns: whether there is a change that the disk does not have
 */
gboolean
vsl_journal_get_dirty (VslJournal *self)
{
  g_return_val_if_fail (VSL_IS_JOURNAL (self), FALSE);

  return self->change_count != self->saved_count;
}

/**
 * vsl_journal_get_change_count:
 * @self: the journal
 *
 * Returns: the number of changes so far
 */
guint64
vsl_journal_get_change_count (VslJournal *self)
{
  g_return_val_if_fail (VSL_IS_JOURNAL (self), 0);

  return self->change_count;
}

/**
 * vsl_journal_set_view:
 * @self: the journal
 * @article_id: the article
 * @view: where the person is in it
 *
 * Keeps the place of the cursor: together with the next text, or else a little later.
 */
void
vsl_journal_set_view (VslJournal           *self,
                      const char           *article_id,
                      const VslArticleView *view)
{
  g_return_if_fail (VSL_IS_JOURNAL (self));

  if (self->view_id == NULL)
    self->view_id = g_strdup (article_id);
  self->view = *view;
  self->view_moved = TRUE;
  if (self->view_timer == 0)
    self->view_timer = g_timeout_add_once (VIEW_MS, view_timer_fired_cb, self);
}

/**
 * vsl_journal_touch:
 * @self: the journal
 *
 * Says that something changed. It is on the disk half a second later.
 */
void
vsl_journal_touch (VslJournal *self)
{
  g_return_if_fail (VSL_IS_JOURNAL (self));

  self->change_count++;
  start_timer (self, THROTTLE_MS);
  update_state (self);
}

/**
 * vsl_journal_flush:
 * @self: the journal
 * @error: return location
 *
 * Saves now what is not saved yet, and waits for the disk. For who cannot go on without the answer.
 *
 * Returns: whether the disk has every change so far
 */
gboolean
vsl_journal_flush (VslJournal  *self,
                   GError     **error)
{
  g_autoptr(VslSaveJob) job = NULL;
  g_autoptr(VslSaveResult) result = NULL;
  g_autoptr(VslArticle) barrier = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (VSL_IS_JOURNAL (self), FALSE);

  if (!vsl_journal_get_dirty (self) || self->owner == NULL)
    return TRUE;

  /* Behind every save under way, so that from here on the slot is ours. */
  job = make_job (self);
  barrier = vsl_store_load_article (self->store, vsl_article_get_id (job->article), NULL);
  result = vsl_save_job_run (self->store, job, &local_error);
  if (result != NULL)
    take_success (self, result, self->change_count);
  else
    {
      local_error = vsl_desk_fault_adopt (g_steal_pointer (&local_error));
      take_failure (self, local_error);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  if (!vsl_journal_get_dirty (self))
    g_clear_handle_id (&self->timer, g_source_remove);
  update_state (self);

  return result != NULL;
}

/**
 * vsl_journal_flush_async:
 * @self: the journal
 * @callback: (nullable): called when the disk has every change so far, or has refused
 * @user_data: for @callback
 *
 * Saves now what is not saved yet.
 */
void
vsl_journal_flush_async (VslJournal          *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (VSL_IS_JOURNAL (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_journal_flush_async);
  if (!vsl_journal_get_dirty (self) || self->owner == NULL)
    {
      save_view (self);
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_task_set_task_data (task, g_memdup2 (&self->change_count, sizeof self->change_count), g_free);
  g_queue_push_tail (&self->waiters, g_steal_pointer (&task));
  if (!self->saving || self->saving_count != self->change_count)
    begin_save (self);
}

/**
 * vsl_journal_flush_finish:
 * @self: the journal
 * @result: the result
 * @error: return location
 *
 * Returns: whether the disk has every change up to the call
 */
gboolean
vsl_journal_flush_finish (VslJournal    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
