/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-window-private.h"

#include "desk/vsl-desk-batch.h"
#include "desk/vsl-desk-search.h"
#include "ui/vsl-folder-picker.h"

#include <glib/gi18n.h>

/* What the window does with many articles at once, and with the index of them all. */

/* So many failures are named; the others are counted. */
#define MAX_NAMED 5

/* A batch of fewer articles is over before anybody could read how far it is. */
#define MIN_TOLD 20

/* The index waits for this long after the start: first the window, then what it searches. */
#define INDEX_AFTER_MS 1500

typedef struct
{
  VslWindow    *window; /* (owned) */
  VslBatchVerb  verb;
  char         *format; /* (owned) (nullable) */
  char        **ids;    /* (owned) */
} Batch;

static void
batch_free (Batch *batch)
{
  g_object_unref (batch->window);
  g_free (batch->format);
  g_strfreev (batch->ids);
  g_free (batch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Batch, batch_free)

static char *
describe_done (VslBatchVerb verb,
               guint        n)
{
  switch (verb)
    {
    case VSL_BATCH_DELETE:
      return g_strdup_printf (ngettext ("The article is in the bin.", "%'u articles are in the bin.", n), n);
    case VSL_BATCH_UNDELETE:
      return g_strdup_printf (ngettext ("The article is back.", "%'u articles are back.", n), n);
    case VSL_BATCH_EXPORT:
      return g_strdup_printf (ngettext ("%'u article was written.", "%'u articles were written.", n), n);
    case VSL_BATCH_SET_STATUS:
    case VSL_BATCH_ADD_TAG:
    case VSL_BATCH_REMOVE_TAG:
    default:
      return g_strdup_printf (ngettext ("%'u article was changed.", "%'u articles were changed.", n), n);
    }
}

static void
show_done (VslWindow      *self,
           VslBatchVerb    verb,
           VslBatchResult *result)
{
  guint n = g_strv_length (result->done);
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (n == 0)
    return;

  text = describe_done (verb, n);
  toast = adw_toast_new (text);
  if (verb == VSL_BATCH_DELETE)
    {
      adw_toast_set_button_label (toast, _("Put back"));
      adw_toast_set_action_name (toast, "win.undelete-articles");
      adw_toast_set_action_target (toast, "^as", result->done);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
show_failures (VslWindow *self,
               GPtrArray *failures)
{
  g_autoptr(GString) text = NULL;

  if (failures->len == 0)
    return;

  text = g_string_new (NULL);
  g_string_append_printf (text, ngettext ("It failed for %'u article.", "It failed for %'u articles.",
                                          failures->len), failures->len);
  for (guint i = 0; i < failures->len && i < MAX_NAMED; i++)
    {
      VslBatchFailure *failure = g_ptr_array_index (failures, i);

      g_string_append_printf (text, "\n• %s: %s",
                              *failure->headline != '\0' ? failure->headline : failure->id,
                              failure->message);
    }
  if (failures->len > MAX_NAMED)
    g_string_append (text, "\n…");
  vsl_window_show_notice (self, text->str);
}

static void
progress_cb (VslDesk  *desk,
             guint     n_done,
             guint     n_total,
             gpointer  data)
{
  Batch *batch = data;
  g_autofree char *text = NULL;

  if (n_total < MIN_TOLD || batch->window->desk != desk)
    return;

  /* Translators: how many articles are done, of how many. */
  text = g_strdup_printf (_("%'u of %'u articles"), n_done, n_total);
  vsl_library_view_set_progress (batch->window->library, text, (double) n_done / n_total);
}

static void
batch_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Batch) batch = user_data;
  VslWindow *self = batch->window;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslBatchResult) done = vsl_desk_batch_finish (VSL_DESK (object), result, &error);

  if (self->desk != VSL_DESK (object))
    return;

  vsl_library_view_set_progress (self->library, NULL, -1);
  if (done == NULL)
    {
      vsl_window_show_notice (self, error->message);
      return;
    }
  show_done (self, batch->verb, done);
  show_failures (self, done->failures);
  if (batch->verb == VSL_BATCH_UNDELETE && g_strv_length (done->done) == 1)
    vsl_window_open_article (self, done->done[0]);
  else if (batch->verb == VSL_BATCH_DELETE)
    vsl_library_view_select (self->library, vsl_library_view_get_selected (self->library));
}

static void
start (VslWindow          *self,
       VslBatch           *what,
       const char * const *ids)
{
  VslDocument *document = vsl_window_get_document (self);
  Batch *batch;

  if (self->desk == NULL || ids[0] == NULL)
    return;

  if (what->verb == VSL_BATCH_DELETE && document != NULL &&
      g_strv_contains (ids, vsl_document_get_id (document)))
    vsl_window_set_document (self, NULL);
  batch = g_new0 (Batch, 1);
  batch->window = g_object_ref (self);
  batch->verb = what->verb;
  vsl_desk_batch_async (self->desk, what, ids, NULL, progress_cb, batch, batch_cb, batch);
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autofree const char **ids = g_variant_get_strv (parameter, NULL);
  VslBatch what = { .verb = g_str_equal (action_name, "win.delete-articles") ? VSL_BATCH_DELETE
                                                                             : VSL_BATCH_UNDELETE };

  start (VSL_WINDOW (widget), &what, ids);
}

static void
status_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VslBatch what = { .verb = VSL_BATCH_SET_STATUS };
  g_autofree const char **ids = NULL;
  const char *name;

  g_variant_get (parameter, "(&s^a&s)", &name, &ids);
  if (vsl_status_from_name (name, &what.status))
    start (VSL_WINDOW (widget), &what, ids);
}

static void
tag_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  VslBatch what = { 0 };
  g_autofree const char **ids = NULL;
  gboolean add;

  g_variant_get (parameter, "(&sb^a&s)", &what.text, &add, &ids);
  what.verb = add ? VSL_BATCH_ADD_TAG : VSL_BATCH_REMOVE_TAG;
  start (VSL_WINDOW (widget), &what, ids);
}

static void
folder_chosen_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(Batch) batch = user_data;
  g_autoptr(GFile) folder = vsl_folder_picker_choose_finish (result, NULL);
  VslBatch what = { .verb = VSL_BATCH_EXPORT, .text = batch->format, .folder = folder };

  if (folder != NULL)
    start (batch->window, &what, (const char * const *) batch->ids);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->window = g_object_ref (VSL_WINDOW (widget));
  g_variant_get (parameter, "(s^as)", &batch->format, &batch->ids);
  vsl_folder_picker_choose_async (GTK_WINDOW (widget), _("Write the articles to a folder"), NULL,
                                  folder_chosen_cb, batch);
}

/* An article that was found, at what was found in it. */
static void
open_hit_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  const char *id, *words;

  g_variant_get (parameter, "(&s&s)", &id, &words);
  if (self->desk == NULL || !vsl_window_open_article (self, id))
    return;

  vsl_workspace_close_overlays (self->workspace);
  vsl_article_editor_show_words (self->editor, words);
}

static void
indexing_cb (VslDesk  *desk,
             guint     n_done,
             guint     n_total,
             gpointer  data)
{
  VslWindow *self = data;
  g_autofree char *text = NULL;

  if (self->desk != desk || n_total < MIN_TOLD)
    return;

  /* Translators: an index is what makes searching fast. */
  text = g_strdup_printf (_("Preparing the search: %'u of %'u articles"), n_done, n_total);
  vsl_library_view_set_progress (self->library, text, (double) n_done / n_total);
}

/* Articles that cannot be found are named: they are damaged, and somebody should know. */
static void
show_unindexed (VslWindow *self)
{
  g_auto(GStrv) ids = vsl_desk_list_unindexed (self->desk);
  guint n = g_strv_length (ids);
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  if (n == 0)
    return;

  if (n > MAX_NAMED)
    g_clear_pointer (&ids[MAX_NAMED], g_free);
  list = g_strjoinv (", ", ids);
  /* Translators: %s are the codes of those articles. */
  text = g_strdup_printf (ngettext ("%'u article cannot be read, and is not found: %s",
                                    "%'u articles cannot be read, and are not found: %s", n), n, list);
  for (guint i = MAX_NAMED + 1; i < n; i++)
    g_free (ids[i]);
  vsl_library_view_set_progress (self->library, text, -1);
}

static void
indexed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(VslWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = vsl_desk_index_finish (VSL_DESK (object), result, &error);

  if (self->desk != VSL_DESK (object))
    return;

  vsl_library_view_set_progress (self->library,
                                 done || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                                 ? NULL : error->message, -1);
  if (!done)
    return;

  vsl_library_view_search_again (self->library);
  show_unindexed (self);
}

static void
start_indexing (gpointer data)
{
  VslWindow *self = data;

  self->index_id = 0;
  vsl_desk_index_async (self->desk, NULL, indexing_cb, self, indexed_cb, g_object_ref (self));
}

/**
 * vsl_window_index_later:
 *
 * Brings the index up to date in the background, once the window is there; not any more when the desk
 * is taken away.
 */
void
vsl_window_index_later (VslWindow *self)
{
  g_clear_handle_id (&self->index_id, g_source_remove);
  if (self->desk != NULL)
    self->index_id = g_timeout_add_once (INDEX_AFTER_MS, start_indexing, self);
}

/**
 * vsl_window_install_library_actions:
 *
 * Declares the actions on many articles; from class_init.
 */
void
vsl_window_install_library_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.delete-articles", "as", move_action);
  gtk_widget_class_install_action (widget_class, "win.undelete-articles", "as", move_action);
  gtk_widget_class_install_action (widget_class, "win.set-status-of", "(sas)", status_action);
  gtk_widget_class_install_action (widget_class, "win.change-tag-of", "(sbas)", tag_action);
  gtk_widget_class_install_action (widget_class, "win.export-articles", "(sas)", export_action);
  gtk_widget_class_install_action (widget_class, "win.open-hit", "(ss)", open_hit_action);
}
