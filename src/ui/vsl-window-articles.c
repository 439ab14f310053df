/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-window-private.h"

#include "desk/vsl-desk-export.h"
#include "desk/vsl-desk-import.h"
#include "ui/vsl-file-picker.h"

#include <glib/gi18n.h>

/* What the window does with whole articles: new, open, import, export, delete, put back. */

typedef struct
{
  VslWindow  *window;  /* (owned) */
  VslArticle *article; /* (owned) */
  char       *format;  /* (owned) */
  GFile      *file;    /* (owned) (nullable) */
} ExportData;

static void
export_data_free (ExportData *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->article);
  g_clear_object (&self->file);
  g_free (self->format);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExportData, export_data_free)

/* What was read from a file, while its pictures are fetched. */
typedef struct
{
  VslWindow *window; /* (owned) */
  VslImport *import; /* (owned) */
} ImportData;

static void
import_data_free (ImportData *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->import);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImportData, import_data_free)

static void
focus_new (VslWindow *self)
{
  vsl_article_editor_focus_field (self->editor, VSL_FIELD_HEADLINE);
}

static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  VslDocument *current = vsl_window_get_document (self);
  const char *language = current != NULL ? vsl_document_get_language (current) : NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslDocument) document = NULL;

  if (self->desk == NULL)
    return;

  /* Translators: the code of the language that a first new article is in: “en” or “nl”. */
  document = vsl_desk_new_document (self->desk, VSL_KIND_REPORT,
                                    language != NULL ? language : _("en"), &error);
  if (document == NULL)
    {
      vsl_window_show_notice (self, error->message);
      return;
    }
  vsl_window_set_document (self, document);
  focus_new (self);
}

static void
files_chosen_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr(VslWindow) self = data;
  g_autoptr(GListModel) files = vsl_file_picker_open_finish (result, NULL);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      if (!vsl_window_open_file (self, file))
        break;
    }
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  vsl_file_picker_open_async (GTK_WINDOW (widget), files_chosen_cb, g_object_ref (widget));
}

static void
demo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  vsl_window_add_demo (VSL_WINDOW (widget), NULL);
}

static void
open_article_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);

  vsl_window_open_article (self, g_variant_get_string (parameter, NULL));
  vsl_workspace_close_overlays (self->workspace);
}

static void
undelete_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr(GError) error = NULL;

  if (self->desk == NULL)
    return;

  if (!vsl_desk_undelete_article (self->desk, id, &error))
    vsl_window_show_notice (self, error->message);
  else
    vsl_window_open_article (self, id);
}

/* To the bin at once, with the way back in sight: no question asked. */
static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  VslDocument *document = vsl_window_get_document (self);
  g_autoptr(GError) error = NULL;
  AdwToast *toast;

  if (self->desk == NULL)
    return;

  if (document != NULL && g_str_equal (vsl_document_get_id (document), id))
    vsl_window_set_document (self, NULL);
  if (!vsl_desk_delete_article (self->desk, id, &error))
    {
      vsl_window_show_notice (self, error->message);
      return;
    }

  toast = adw_toast_new (_("The article is in the bin."));
  adw_toast_set_button_label (toast, _("Put back"));
  adw_toast_set_action_name (toast, "win.undelete-article");
  adw_toast_set_action_target (toast, "s", id);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ExportData) data = user_data;
  VslWindow *self = data->window;
  g_autoptr(GError) error = NULL;
  g_autofree char *note = NULL;
  g_autofree char *name = g_file_get_parse_name (data->file);
  g_autofree char *message = NULL;

  if (!vsl_desk_export_file_finish (VSL_DESK (object), result, &note, &error))
    {
      vsl_window_show_notice (self, error->message);
      return;
    }
  if (note != NULL)
    vsl_window_show_notice (self, note);
  /* Translators: %s is the name of a file. */
  message = g_strdup_printf (_("The article was written to %s."), name);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (message));
}

static void
export_chosen_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(ExportData) data = user_data;
  VslDesk *desk = data->window->desk;

  data->file = vsl_file_picker_save_finish (result, NULL);
  if (data->file != NULL && desk != NULL)
    vsl_desk_export_file_async (desk, data->article, data->format, data->file, exported_cb,
                                g_steal_pointer (&data));
}

/* As it is on the screen, when it is on the screen. */
static VslArticle *
find_article (VslWindow  *self,
              const char *id,
              GError    **error)
{
  VslDocument *document = vsl_window_get_document (self);

  if (document != NULL && g_str_equal (vsl_document_get_id (document), id))
    return vsl_document_dup_article (document);

  return vsl_desk_load_article (self->desk, id, error);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VslWindow *self = VSL_WINDOW (widget);
  g_autoptr(ExportData) data = g_new0 (ExportData, 1);
  g_autoptr(GError) error = NULL;
  g_autofree char *slug = NULL;
  g_autofree char *name = NULL;
  const char *id, *format;

  if (self->desk == NULL)
    return;

  g_variant_get (parameter, "(&s&s)", &id, &format);
  data->window = g_object_ref (self);
  data->format = g_strdup (format);
  data->article = find_article (self, id, &error);
  if (data->article == NULL)
    {
      vsl_window_show_notice (self, error->message);
      return;
    }
  slug = vsl_article_dup_slug (data->article);
  name = g_strdup_printf ("%s.%s", slug != NULL && *slug != '\0' ? slug : _("article"),
                          vsl_desk_get_suffix (format));
  vsl_file_picker_save_async (GTK_WINDOW (self), name, export_chosen_cb,
                              g_steal_pointer (&data));
}

static void
export_current_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  VslDocument *document = vsl_window_get_document (VSL_WINDOW (widget));

  if (document != NULL)
    gtk_widget_activate_action (widget, "win.export-article", "(ss)",
                                vsl_document_get_id (document),
                                g_variant_get_string (parameter, NULL));
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         VslWindow     *self)
{
  GdkFileList *list = g_value_get_boxed (value);
  g_autoptr(GSList) files = gdk_file_list_get_files (list);
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (self->desk == NULL)
    return FALSE;
  if (files != NULL && under != NULL)
    {
      g_autofree char *uri = g_file_get_uri (files->data);

      /* Where it means something of its own, as in the panel of quotations or on a debate. */
      if (gtk_widget_activate_action (under, "quotations.attach-file", "s", uri))
        return TRUE;
      if (vsl_window_get_debate (self) != NULL)
        {
          gtk_widget_activate_action (GTK_WIDGET (self), "win.find-in-transcript", NULL);
          return gtk_widget_activate_action (GTK_WIDGET (self->transcript_page),
                                             "transcript.attach-file", "s", uri);
        }
    }
  if (vsl_window_drop_pictures (self, files, x, y))
    return TRUE;

  for (GSList *l = files; l != NULL; l = l->next)
    if (!vsl_window_open_file (self, l->data))
      break;

  return TRUE;
}

/**
 * vsl_window_accept_files:
 *
 * Lets files be dropped on the window, which opens them.
 */
void
vsl_window_accept_files (VslWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  /* Before the text views, which would take the name of the file as text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drop), GTK_PHASE_CAPTURE);
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/**
 * vsl_window_install_article_actions:
 *
 * Declares the actions on articles; from class_init.
 */
void
vsl_window_install_article_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.add-demo", NULL, demo_action);
  gtk_widget_class_install_action (widget_class, "win.open-article", "s", open_article_action);
  gtk_widget_class_install_action (widget_class, "win.delete-article", "s", delete_action);
  gtk_widget_class_install_action (widget_class, "win.undelete-article", "s", undelete_action);
  gtk_widget_class_install_action (widget_class, "win.export-article", "(ss)", export_action);
  gtk_widget_class_install_action (widget_class, "win.export", "s", export_current_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.import",
                                       NULL);
}

/**
 * vsl_window_open_article:
 * @article_id: a whole id
 *
 * Opens an article in the editor. What was open is saved by itself.
 *
 * Returns: %FALSE when it could not be opened; the window says why
 */
gboolean
vsl_window_open_article (VslWindow  *self,
                         const char *article_id)
{
  VslDocument *current = vsl_window_get_document (self);
  g_autoptr(VslDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (VSL_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (self->desk != NULL, FALSE);

  if (current != NULL && g_str_equal (vsl_document_get_id (current), article_id))
    return TRUE;

  document = vsl_desk_open_document (self->desk, article_id, &error);
  if (document == NULL)
    {
      vsl_window_show_notice (self, error->message);
      vsl_library_view_select (self->library, vsl_library_view_get_selected (self->library));
      return FALSE;
    }
  vsl_window_set_document (self, document);
  return TRUE;
}

/* Stores what was read and opens it. */
static gboolean
keep_import (VslWindow  *self,
             VslArticle *article,
             GListModel *findings)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslArticle) stored = vsl_desk_save_article (self->desk, article, &error);
  guint n_findings = g_list_model_get_n_items (findings);

  if (stored == NULL)
    {
      vsl_window_show_notice (self, error->message);
      return FALSE;
    }
  if (n_findings > 0)
    {
      g_autofree char *message = g_strdup_printf (
        ngettext ("The article is in the library. %u thing was put right.",
                  "The article is in the library. %u things were put right.", n_findings),
        n_findings);

      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (message));
    }

  return vsl_window_open_article (self, vsl_article_get_id (stored));
}

static void
pictures_brought_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(ImportData) data = user_data;
  VslWindow *self = data->window;
  g_autofree char *note = NULL;
  g_autoptr(VslArticle) article =
    vsl_desk_bring_pictures_finish (VSL_DESK (object), result, &note);

  if (self->desk == NULL) /* closed meanwhile */
    return;

  if (keep_import (self, article, vsl_import_get_findings (data->import)) && note != NULL)
    vsl_window_show_notice (self, note);
}

/**
 * vsl_window_open_file:
 * @file: a file that somebody wrote
 *
 * Reads @file, stores it as an article and opens it; when there are pictures with it, a moment later.
 *
 * Returns: %FALSE when it could not be read or stored; the window says why
 */
gboolean
vsl_window_open_file (VslWindow *self,
                      GFile     *file)
{
  g_autoptr(VslImport) import = NULL;
  g_autoptr(GFile) folder = NULL;
  g_autoptr(GError) error = NULL;
  ImportData *data;

  g_return_val_if_fail (VSL_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (self->desk != NULL, FALSE);

  import = vsl_desk_read_file (self->desk, file, NULL, &error);
  if (import == NULL)
    {
      vsl_window_show_notice (self, error->message);
      return FALSE;
    }
  folder = g_file_get_parent (file);
  if (folder == NULL || !vsl_desk_names_files (vsl_import_get_article (import)))
    return keep_import (self, vsl_import_get_article (import), vsl_import_get_findings (import));

  data = g_new0 (ImportData, 1);
  data->window = g_object_ref (self);
  data->import = g_object_ref (import);
  vsl_desk_bring_pictures_async (self->desk, vsl_import_get_article (import), folder,
                                 pictures_brought_cb, data);

  return TRUE;
}

/**
 * vsl_window_add_demo:
 * @language: (nullable): "nl" or "en"; %NULL for that of the interface
 *
 * Stores the fictional sample and opens it.
 */
void
vsl_window_add_demo (VslWindow  *self,
                     const char *language)
{
  g_autoptr(VslArticle) article = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (VSL_IS_WINDOW (self));

  if (self->desk == NULL)
    return;

  article = vsl_desk_add_demo (self->desk, language != NULL ? language : _("en"), &error);
  if (article == NULL)
    vsl_window_show_notice (self, error->message);
  else
    vsl_window_open_article (self, vsl_article_get_id (article));
}
