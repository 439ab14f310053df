/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-desk-batch.h"

#include "core/vsl-article-builder.h"
#include "core/vsl-text.h"
#include "desk/vsl-desk-export.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-desk-private.h"
#include "desk/vsl-document-private.h"

#include <glib/gi18n.h>

/* An export that finds this many files of its name gives up: something else is wrong. */
#define MAX_NAMES 1000

/* One article on its way through the store thread or, to a file, through a worker. */
typedef struct
{
  VslBatchVerb verb;
  VslStatus status;
  char *text;          /* (owned) (nullable) */
  GFile *folder;       /* (owned) (nullable) */
  char *id;            /* (owned) */
  VslArticle *article; /* (owned) (nullable) as it is on the screen, when it is open */
  gint64 now;
} Step;

/* The whole. Lives in the main thread, as the data of the task. */
typedef struct
{
  VslBatch batch; /* its text and its folder are owned */
  char **ids;     /* (owned) */
  guint next;
  guint n_total;
  GStrvBuilder *done;  /* (owned) */
  GPtrArray *failures; /* (owned) */
  VslBatchProgress progress; /* (nullable) */
  gpointer progress_data;
} Run;

static void run_next (GTask *task);

static void
step_free (Step *step)
{
  g_free (step->text);
  g_clear_object (&step->folder);
  g_free (step->id);
  g_clear_object (&step->article);
  g_free (step);
}

static void
run_free (Run *run)
{
  g_free ((char *) run->batch.text);
  g_clear_object (&run->batch.folder);
  g_strfreev (run->ids);
  g_strv_builder_unref (run->done);
  g_ptr_array_unref (run->failures);
  g_free (run);
}

static void
failure_free (gpointer data)
{
  VslBatchFailure *failure = data;

  g_free (failure->id);
  g_free (failure->headline);
  g_free (failure->message);
  g_free (failure);
}

static gboolean
has_tag (const char * const *tags,
         const char         *tag)
{
  g_autofree char *wanted = vsl_text_fold (tag);
  guint i;

  for (i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *folded = vsl_text_fold (tags[i]);

      if (g_str_equal (folded, wanted))
        return TRUE;
    }

  return FALSE;
}

/* The tags as they are to be, or %NULL when they are so already. */
static char **
change_tags (const char * const *tags,
             const char         *tag,
             gboolean            wanted)
{
  g_autoptr(GStrvBuilder) changed = g_strv_builder_new ();
  guint i;

  if (has_tag (tags, tag) == wanted)
    return NULL;

  for (i = 0; tags[i] != NULL; i++)
    {
      const char *one[] = { tags[i], NULL };

      if (wanted || !has_tag (one, tag))
        g_strv_builder_add (changed, tags[i]);
    }
  if (wanted)
    g_strv_builder_add (changed, tag);

  return g_strv_builder_end (changed);
}

/* Changes an article that is not open. %NULL when there is nothing to change. */
static VslArticle *
change_article (VslArticle *article,
                const Step *step)
{
  g_autoptr(VslArticleBuilder) builder = vsl_article_builder_new (article);

  if (step->verb == VSL_BATCH_SET_STATUS)
    {
      if (vsl_article_get_status (article) == step->status)
        return NULL;
      vsl_article_builder_set_status (builder, step->status);
    }
  else
    {
      g_auto(GStrv) tags = change_tags (vsl_article_get_tags (article), step->text,
                                        step->verb == VSL_BATCH_ADD_TAG);

      if (tags == NULL)
        return NULL;
      vsl_article_builder_set_tags (builder, (const char * const *) tags);
    }

  return vsl_article_builder_end (g_steal_pointer (&builder));
}

static gboolean
store_change (VslStore  *store,
              Step      *step,
              GError   **error)
{
  g_autoptr(VslArticle) article = vsl_store_load_article (store, step->id, error);
  g_autoptr(VslArticle) changed = NULL;
  g_autoptr(VslArticle) stored = NULL;

  if (article == NULL)
    return FALSE;

  changed = change_article (article, step);
  if (changed == NULL)
    return TRUE;
  stored = vsl_store_save_article (store, changed, step->now, error);

  return stored != NULL;
}

/* A VslStoreFunc. Gives the summary of the article as it is now. */
static gpointer
change_in_store (VslStore  *store,
                 gpointer   data,
                 GError   **error)
{
  Step *step = data;
  gboolean done;

  switch (step->verb)
    {
    case VSL_BATCH_DELETE:
      done = vsl_store_delete_article (store, step->id, step->now, error);
      break;
    case VSL_BATCH_UNDELETE:
      done = vsl_store_undelete_article (store, step->id, error);
      break;
    case VSL_BATCH_SET_STATUS:
    case VSL_BATCH_ADD_TAG:
    case VSL_BATCH_REMOVE_TAG:
    case VSL_BATCH_EXPORT:
    default:
      done = store_change (store, step, error);
      break;
    }

  return done ? vsl_store_load_summary (store, step->id, error) : NULL;
}

/* A file that is not there yet: the name gets a number until it is one. The empty file that is made
 * keeps it for us. */
static GFile *
make_file (GFile       *folder,
           const char  *slug,
           const char  *suffix,
           GError     **error)
{
  guint i;

  for (i = 1; i <= MAX_NAMES; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s.%s", slug, suffix)
                                     : g_strdup_printf ("%s-%u.%s", slug, i, suffix);
      g_autoptr(GFile) file = g_file_get_child (folder, name);
      g_autoptr(GError) local_error = NULL;
      g_autoptr(GFileOutputStream) stream =
        g_file_create (file, G_FILE_CREATE_NONE, NULL, &local_error);

      if (stream != NULL)
        return g_steal_pointer (&file);
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS) && i < MAX_NAMES)
        continue;
      vsl_desk_fault_set (error, VSL_DESK_ERROR_INPUT, "unwritable",
                          _("The file “%s” cannot be written: %s"), name, local_error->message);
      break;
    }

  return NULL;
}

/* A GTaskThreadFunc: writing a text and a file, of values that do not change. */
static void
export_in_worker (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Step *step = data;
  VslDesk *desk = source;
  GError *error = NULL;
  g_autoptr(VslArticle) article = step->article != NULL
                                  ? g_object_ref (step->article)
                                  : vsl_store_load_article (desk->store, step->id, &error);
  g_autofree char *slug = article != NULL ? vsl_article_dup_slug (article) : NULL;
  g_autofree char *note = NULL;
  g_autoptr(GFile) file = NULL;

  if (article != NULL)
    file = make_file (step->folder, slug != NULL && *slug != '\0' ? slug : step->id,
                      vsl_desk_get_suffix (step->text), &error);
  if (file != NULL && !vsl_desk_export_file (desk, article, step->text, file, &note, &error))
    g_file_delete (file, NULL, NULL);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
add_failure (VslDesk    *self,
             Run        *run,
             const char *id,
             GError     *error)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GError) fault = vsl_desk_fault_adopt (error);
  VslBatchFailure *failure = g_new0 (VslBatchFailure, 1);

  article = vsl_desk_load_article (self, id, NULL);
  failure->id = g_strdup (id);
  failure->headline = g_strdup (article != NULL
                                ? vsl_article_get_text (article, VSL_FIELD_HEADLINE) : "");
  failure->message = g_strdup (fault->message);
  g_ptr_array_add (run->failures, failure);
}

/* One article is done, or failed with @error, which is taken. */
static void
end_step (GTask  *task,
          GError *error)
{
  VslDesk *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  const char *id = run->ids[run->next++];

  if (error != NULL)
    add_failure (self, run, id, error);
  else
    g_strv_builder_add (run->done, id);
  if (run->progress != NULL)
    run->progress (self, run->next, run->n_total, run->progress_data);

  run_next (task);
}

static void
changed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VslDesk *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(VslArticleSummary) summary =
    vsl_store_call_finish (VSL_STORE (object), result, &error);

  if (summary != NULL)
    {
      vsl_desk_tell_folders (self, run->ids[run->next], summary);
      if (self->cache != NULL)
        vsl_cache_update (self->cache, run->ids[run->next]);
    }
  end_step (task, error);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  end_step (task, error);
}

static Step *
make_step (VslDesk    *self,
           const Run  *run,
           const char *id)
{
  Step *step = g_new0 (Step, 1);

  step->verb = run->batch.verb;
  step->status = run->batch.status;
  step->text = g_strdup (run->batch.text);
  step->folder = run->batch.folder != NULL ? g_object_ref (run->batch.folder) : NULL;
  step->id = g_strdup (id);
  step->now = vsl_desk_get_now (self);

  return step;
}

static void
start_change (GTask *task)
{
  VslDesk *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);

  vsl_store_call_async (self->store, change_in_store, make_step (self, run, run->ids[run->next]),
                        (GDestroyNotify) step_free, g_object_unref, changed_cb,
                        g_object_ref (task));
}

static void
start_export (GTask       *task,
              VslDocument *document)
{
  VslDesk *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  Step *step = make_step (self, run, run->ids[run->next]);
  g_autoptr(GTask) worker = g_task_new (self, NULL, exported_cb, g_object_ref (task));

  if (document != NULL)
    step->article = vsl_document_dup_article (document);
  g_task_set_task_data (worker, step, (GDestroyNotify) step_free);
  g_task_run_in_thread (worker, export_in_worker);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (!vsl_document_save_finish (VSL_DOCUMENT (object), result, &error))
    end_step (task, error);
  else if (run->batch.verb == VSL_BATCH_DELETE || run->batch.verb == VSL_BATCH_UNDELETE)
    start_change (task);
  else
    end_step (task, NULL);
}

/* What is on the screen changes there, and is saved from there. */
static void
start_in_document (GTask       *task,
                   VslDocument *document)
{
  Run *run = g_task_get_task_data (task);

  if (run->batch.verb == VSL_BATCH_SET_STATUS)
    vsl_document_set_status (document, run->batch.status);
  else if (run->batch.verb == VSL_BATCH_ADD_TAG || run->batch.verb == VSL_BATCH_REMOVE_TAG)
    {
      g_auto(GStrv) tags = change_tags (vsl_document_get_tags (document), run->batch.text,
                                        run->batch.verb == VSL_BATCH_ADD_TAG);

      if (tags != NULL)
        vsl_document_set_tags (document, (const char * const *) tags);
    }
  vsl_document_save_async (document, saved_cb, g_object_ref (task));
}

static VslBatchResult *
make_result (Run *run)
{
  VslBatchResult *result = g_new0 (VslBatchResult, 1);

  result->done = g_strv_builder_end (run->done);
  result->failures = g_ptr_array_ref (run->failures);

  return result;
}

/* One at a time: between two of them, what is being written gets to the disk. */
static void
run_next (GTask *task)
{
  VslDesk *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  VslDocument *document;

  if (run->ids[run->next] == NULL ||
      g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      g_task_return_pointer (task, make_result (run), (GDestroyNotify) vsl_batch_result_free);
      return;
    }

  document = vsl_desk_peek_document (self, run->ids[run->next]);
  if (run->batch.verb == VSL_BATCH_EXPORT)
    start_export (task, document);
  else if (document != NULL)
    start_in_document (task, document);
  else
    start_change (task);
}

/**
 * vsl_batch_result_free:
 * @self: (transfer full): the result
 *
 * Frees it.
 */
void
vsl_batch_result_free (VslBatchResult *self)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->done);
  g_ptr_array_unref (self->failures);
  g_free (self);
}

/**
 * vsl_desk_batch_async:
 * @self: the desk
 * @batch: what to do
 * @ids: (array zero-terminated=1): with which articles
 * @cancellable: (nullable): stops before the next article; what is done remains
 * @progress: (nullable) (scope notified): told after each article, until @callback is called
 * @progress_data: for @progress
 * @callback: called when all had their turn
 * @user_data: for @callback
 *
 * Does the same with many articles, one after the other, and never in the main thread. One that fails
 * does not keep the others from it. What is open on the screen changes there.
 */
void
vsl_desk_batch_async (VslDesk             *self,
                      const VslBatch      *batch,
                      const char * const  *ids,
                      GCancellable        *cancellable,
                      VslBatchProgress     progress,
                      gpointer             progress_data,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Run *run;

  g_return_if_fail (VSL_IS_DESK (self));
  g_return_if_fail (batch != NULL && ids != NULL);
  g_return_if_fail (batch->verb != VSL_BATCH_EXPORT || (batch->folder != NULL && batch->text != NULL));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_batch_async);
  g_task_set_check_cancellable (task, FALSE);
  run = g_new0 (Run, 1);
  run->batch = *batch;
  run->batch.text = g_strdup (batch->text);
  run->batch.folder = batch->folder != NULL ? g_object_ref (batch->folder) : NULL;
  run->ids = g_strdupv ((char **) ids);
  run->n_total = g_strv_length (run->ids);
  run->done = g_strv_builder_new ();
  run->failures = g_ptr_array_new_with_free_func (failure_free);
  run->progress = progress;
  run->progress_data = progress_data;
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  run_next (task);
}

/**
 * vsl_desk_batch_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): with which articles it was done, and with which it failed and why
 */
VslBatchResult *
vsl_desk_batch_finish (VslDesk       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
