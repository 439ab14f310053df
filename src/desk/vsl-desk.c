/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "config.h"

#include "desk/vsl-check-runner-private.h"
#include "desk/vsl-desk-private.h"

#include "core/vsl-article-builder.h"
#include "core/vsl-contact.h"
#include "desk/vsl-debate-document.h"
#include "desk/vsl-desk-fault.h"
#include "desk/vsl-document-private.h"

/**
 * VslDesk:
 *
 * Where the layers meet: owns the store, the sites, the library and the publisher, and knows the open
 * documents, which belong to who shows them. Made once and handed down. Main thread.
 *
 * Written in several files, one for each kind of work: articles, files, sites, publishing.
 */
G_DEFINE_FINAL_TYPE (VslDesk, vsl_desk, G_TYPE_OBJECT)

static gint64
get_real_time (gpointer data)
{
  return g_get_real_time ();
}

static void
document_ended_cb (gpointer  user_data,
                   GObject  *document)
{
  VslDesk *self = user_data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (value == document)
        g_hash_table_iter_remove (&iter);
    }
}

static void
document_saved_cb (VslDesk           *self,
                   VslArticleSummary *summary)
{
  const char *id;

  if (summary == NULL)
    return;

  id = vsl_article_summary_get_id (summary);
  vsl_desk_tell_folders (self, id, summary);
  if (self->cache != NULL)
    vsl_cache_update (self->cache, id);
  vsl_backups_touch (self->backups, id);
}

/* It lay in the bin too long. */
static void
article_ended_cb (VslDesk    *self,
                  const char *id)
{
  vsl_desk_update_library (self, id);
}

static void
event_changed_cb (VslDesk     *self,
                  GParamSpec  *pspec,
                  VslDocument *document)
{
  vsl_desk_forget_counted (self, vsl_document_get_id (document));
}

static void
publisher_changed_cb (VslDesk    *self,
                      const char *id)
{
  vsl_desk_update_library (self, id);
}

/* A VslDocumentLookup. */
static VslDocument *
find_document (gpointer    owner,
               const char *article_id)
{
  return vsl_desk_peek_document (owner, article_id);
}

/* Makes the one document of @article. */
static VslDocument *
add_document (VslDesk    *self,
              VslArticle *article)
{
  VslDocument *document = vsl_document_new (self->store, self->rescue, self->clock,
                                            self->clock_data, article);

  g_hash_table_insert (self->documents, g_strdup (vsl_article_get_id (article)), document);
  g_object_weak_ref (G_OBJECT (document), document_ended_cb, self);
  g_signal_connect_object (document, "saved",
                           G_CALLBACK (document_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::event",
                           G_CALLBACK (event_changed_cb), self, G_CONNECT_SWAPPED);

  return document;
}

/* Text that the database did not take the last time goes in now. Where that fails, the file stays:
 * it is the only copy. */
static void
recover_article (VslDesk    *self,
                 const char *id)
{
  g_autoptr(VslArticle) stored = vsl_store_load_article (self->store, id, NULL);
  g_autoptr(VslArticle) found = NULL;
  g_autoptr(VslArticle) saved = NULL;
  g_autoptr(GError) error = NULL;

  if (stored == NULL)
    return;

  found = vsl_rescue_read (self->rescue, id, stored, &error);
  if (found == NULL)
    {
      g_debug ("recovering %s: %s", id, error->message);
      return;
    }
  if (!vsl_article_same_content (found, stored))
    {
      saved = vsl_store_save_article (self->store, found, vsl_desk_get_now (self), &error);
      if (saved == NULL)
        {
          g_debug ("recovering %s: %s", id, error->message);
          return;
        }
    }

  vsl_rescue_remove (self->rescue, id);
}

static void
recover_articles (VslDesk *self)
{
  g_auto(GStrv) ids = vsl_rescue_list (self->rescue);
  guint i;

  for (i = 0; ids[i] != NULL; i++)
    recover_article (self, ids[i]);
}

/* A reader needs a file to read: the first command of all may be one that writes nothing. */
static gboolean
ensure_store (const char  *data_dir,
              GError     **error)
{
  g_autofree char *path = g_build_filename (data_dir, "drafts.db", NULL);
  g_autoptr(VslStore) store = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  store = vsl_store_open (data_dir, VSL_STORE_READ_WRITE, error);

  return store != NULL && vsl_store_close (store, error);
}

static gboolean
open_store (VslDesk  *self,
            GError  **error)
{
  if (self->read_only && !ensure_store (self->data_dir, error))
    return FALSE;

  self->store = vsl_store_open (self->data_dir,
                                self->read_only ? VSL_STORE_READ_ONLY : VSL_STORE_READ_WRITE,
                                error);

  return self->store != NULL;
}

static gboolean
open_desk (VslDesk  *self,
           GError  **error)
{
  if (!open_store (self, error))
    return FALSE;

  self->backups = vsl_backups_new (self->store, self->clock, self->clock_data);
  g_signal_connect_object (self->backups, "ended", G_CALLBACK (article_ended_cb), self, G_CONNECT_SWAPPED);
  if (!self->read_only)
    {
      recover_articles (self);
      vsl_desk_recover_debates (self);
      if (!vsl_desk_ensure_local_site (self, error))
        return FALSE;
    }
  self->publisher = vsl_publisher_new (self->store, self->credentials, self->data_dir,
                                       self->clock, self->clock_data);
  vsl_publisher_set_lookup (self->publisher, find_document, self);
  g_signal_connect_object (self->publisher, "changed",
                           G_CALLBACK (publisher_changed_cb), self, G_CONNECT_SWAPPED);

  return vsl_desk_load_sites (self, error);
}

static void
forget_document (gpointer key,
                 gpointer value,
                 gpointer user_data)
{
  g_object_weak_unref (value, document_ended_cb, user_data);
}

/* The index goes before the store that it is of. */
static void
close_cache (VslDesk *self)
{
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (self->cache != NULL)
    vsl_cache_close (self->cache);
  g_clear_object (&self->cache);
}

static void
vsl_desk_dispose (GObject *object)
{
  VslDesk *self = VSL_DESK (object);

  if (self->checks != NULL)
    vsl_check_runner_stop (self->checks);
  g_clear_object (&self->checks);
  if (self->documents != NULL)
    g_hash_table_foreach (self->documents, forget_document, self);
  g_clear_pointer (&self->documents, g_hash_table_unref);
  if (self->open_debates != NULL)
    vsl_desk_forget_debates (self);
  g_clear_pointer (&self->open_debates, g_hash_table_unref);
  g_clear_object (&self->outbox);
  if (self->publisher != NULL)
    vsl_publisher_set_lookup (self->publisher, NULL, NULL);
  g_clear_object (&self->publisher);
  if (self->folders != NULL)
    vsl_desk_forget_folders (self);
  close_cache (self);
  if (self->backups != NULL)
    vsl_backups_close (self->backups);
  g_clear_object (&self->backups);
  if (self->store != NULL)
    vsl_store_close (self->store, NULL);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (vsl_desk_parent_class)->dispose (object);
}

static void
vsl_desk_finalize (GObject *object)
{
  VslDesk *self = VSL_DESK (object);

  g_clear_object (&self->rescue);
  g_clear_object (&self->credentials);
  g_clear_object (&self->library);
  g_clear_object (&self->bin);
  g_clear_pointer (&self->folders, g_ptr_array_unref);
  g_clear_pointer (&self->counted, g_hash_table_unref);
  g_clear_object (&self->sites);
  g_clear_object (&self->debates);
  g_clear_object (&self->people);
  g_free (self->data_dir);

  G_OBJECT_CLASS (vsl_desk_parent_class)->finalize (object);
}

static void
vsl_desk_class_init (VslDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_desk_dispose;
  object_class->finalize = vsl_desk_finalize;

  g_signal_new ("library-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
vsl_desk_init (VslDesk *self)
{
  self->folders = g_ptr_array_new ();
  self->counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sites = g_list_store_new (VSL_TYPE_SITE);
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->debates = g_list_store_new (VSL_TYPE_DEBATE);
  self->people = g_list_store_new (VSL_TYPE_CONTACT);
  self->open_debates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * vsl_desk_new:
 * @config: where the data is, and how to work with it
 * @error: return location
 *
 * Opens the data directory, and makes it when it is not there. Waits for the disk. Text that the
 * last run could not save is saved now; a publication that it could not end is in doubt from now on.
 *
 * Returns: (transfer full): the desk. Errors: %VSL_DESK_ERROR_STORE with the words `locked`,
 *   `too-new`, `foreign`, `corrupt`, `full`, `read-only`
 */
VslDesk *
vsl_desk_new (const VslDeskConfig  *config,
              GError              **error)
{
  g_autoptr(VslDesk) self = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (config != NULL && config->data_dir != NULL, NULL);

  self = g_object_new (VSL_TYPE_DESK, NULL);
  self->data_dir = g_canonicalize_filename (config->data_dir, NULL);
  self->read_only = config->read_only;
  self->clock = config->clock != NULL ? config->clock : get_real_time;
  self->clock_data = config->clock_data;
  self->rescue = vsl_rescue_new (self->data_dir);
  self->credentials = vsl_credentials_new (config->use_secret_service);
  if (!open_desk (self, &local_error))
    {
      vsl_desk_fault_propagate (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* What a closing desk still waits for. */
typedef struct
{
  guint pending;
  GError *error; /* (owned) (nullable) the first */
} Closing;

static void
closing_free (Closing *closing)
{
  g_clear_error (&closing->error);
  g_free (closing);
}

/* One part is done. After the last one the store goes too, unless text would be lost with it. */
static void
end_part (GTask  *task,
          GError *error)
{
  VslDesk *self = g_task_get_source_object (task);
  Closing *closing = g_task_get_task_data (task);

  if (closing->error == NULL)
    closing->error = g_steal_pointer (&error);
  g_clear_error (&error);
  if (--closing->pending > 0)
    return;

  if (closing->error == NULL)
    {
      close_cache (self);
      vsl_backups_close (self->backups);
    }
  if (closing->error == NULL && !vsl_store_close (self->store, &closing->error))
    closing->error = vsl_desk_fault_adopt (closing->error);
  if (closing->error != NULL)
    g_task_return_error (task, g_steal_pointer (&closing->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
document_closed_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (vsl_document_save_finish (VSL_DOCUMENT (object), result, &error))
    end_part (task, NULL);
  else
    end_part (task, error);
}

static void
debate_closed_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (vsl_debate_document_save_finish (VSL_DEBATE_DOCUMENT (object), result, &error))
    end_part (task, NULL);
  else
    end_part (task, error);
}

static void
publisher_closed_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  vsl_publisher_close_finish (VSL_PUBLISHER (object), result);
  end_part (task, NULL);
}

/**
 * vsl_desk_close_async:
 * @self: the desk
 * @callback: (nullable): called when it is closed, or when something could not be saved
 * @user_data: for @callback
 *
 * Saves what is open, lets requests that are under way end, closes the store and frees the lock. To
 * be awaited before the last unref. When it fails, the desk is still open: the text that could not be
 * saved is on the screen.
 */
void
vsl_desk_close_async (VslDesk             *self,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GList) documents = NULL;
  g_autoptr(GList) debates = NULL;
  Closing *closing;
  GList *l;

  g_return_if_fail (VSL_IS_DESK (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vsl_desk_close_async);
  documents = g_hash_table_get_values (self->documents);
  debates = g_hash_table_get_values (self->open_debates);
  closing = g_new0 (Closing, 1);
  closing->pending = g_list_length (documents) + g_list_length (debates) + 1;
  g_task_set_task_data (task, closing, (GDestroyNotify) closing_free);

  for (l = documents; l != NULL; l = l->next)
    vsl_document_save_async (l->data, document_closed_cb, g_object_ref (task));
  for (l = debates; l != NULL; l = l->next)
    vsl_debate_document_save_async (l->data, debate_closed_cb, g_object_ref (task));
  if (self->outbox != NULL)
    vsl_outbox_stop (self->outbox);
  vsl_publisher_close_async (self->publisher, publisher_closed_cb, g_object_ref (task));
}

/**
 * vsl_desk_close_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: whether it is closed
 */
gboolean
vsl_desk_close_finish (VslDesk       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * vsl_desk_get_now:
 * @self: the desk
 *
 * Returns: the time, µs since 1970 UTC
 */
gint64
vsl_desk_get_now (VslDesk *self)
{
  return self->clock (self->clock_data);
}

/**
 * vsl_desk_peek_document:
 * @self: the desk
 * @id: the id of an article
 *
 * Returns: (transfer none) (nullable): its document, if it is open
 */
VslDocument *
vsl_desk_peek_document (VslDesk    *self,
                        const char *id)
{
  return g_hash_table_lookup (self->documents, id);
}

/**
 * vsl_desk_open_document:
 * @self: the desk
 * @id: the id of an article
 * @error: return location
 *
 * Returns: (transfer full): its document: the same one as long as anybody holds it
 */
VslDocument *
vsl_desk_open_document (VslDesk     *self,
                        const char  *id,
                        GError     **error)
{
  VslDocument *document;
  g_autoptr(VslArticle) article = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  document = vsl_desk_peek_document (self, id);
  if (document != NULL)
    return g_object_ref (document);

  article = vsl_desk_load_article (self, id, error);

  return article != NULL ? add_document (self, article) : NULL;
}

/**
 * vsl_desk_new_document:
 * @self: the desk
 * @kind: the kind of the new article
 * @language: the language it will be written in
 * @error: return location
 *
 * Stores an empty article and opens it.
 *
 * Returns: (transfer full): its document
 */
VslDocument *
vsl_desk_new_document (VslDesk     *self,
                       VslKind      kind,
                       const char  *language,
                       GError     **error)
{
  VslArticleBuilder *builder;
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(VslArticle) stored = NULL;

  g_return_val_if_fail (VSL_IS_DESK (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  builder = vsl_article_builder_new (NULL);
  vsl_article_builder_set_kind (builder, kind);
  vsl_article_builder_set_language (builder, language);
  article = vsl_article_builder_end (builder);
  stored = vsl_desk_save_article (self, article, error);

  return stored != NULL ? add_document (self, stored) : NULL;
}
