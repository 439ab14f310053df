/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-backups-dialog.h"

#include "desk/vsl-desk-backups.h"
#include "ui/vsl-words.h"

#include <glib/gi18n.h>

/* More of them say nothing more. */
#define MAX_PROBLEMS_SHOWN 5

/**
 * VslBackupsDialog:
 *
 * Where the backups are, when the last was made, making one now, putting one back, and checking all
 * that is stored. Putting back is done by the program (app.restore-backup), as it closes the desk.
 */
struct _VslBackupsDialog
{
  AdwPreferencesWindow parent_instance;

  VslDesk      *desk;        /* (owned) */

  AdwActionRow *folder_row;  /* (template), as all that follow */
  AdwActionRow *last_row;
  GtkWidget    *make_button;
  GtkSwitch    *automatic_switch;
  GtkSwitch    *mirror_switch;
  AdwActionRow *check_row;
  GtkWidget    *check_button;
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (VslBackupsDialog, vsl_backups_dialog, ADW_TYPE_PREFERENCES_WINDOW)

/* An answer that may come when the dialog is gone. */
typedef struct
{
  GWeakRef dialog;
} Answer;

static Answer *
answer_new (VslBackupsDialog *self)
{
  Answer *answer = g_new (Answer, 1);

  g_weak_ref_init (&answer->dialog, self);

  return answer;
}

/* The dialog, when it is still there. */
static VslBackupsDialog *
answer_end (Answer *answer)
{
  VslBackupsDialog *self = g_weak_ref_get (&answer->dialog);

  g_weak_ref_clear (&answer->dialog);
  g_free (answer);

  return self;
}

static void
response_cb (GtkWindow  *dialog,
             const char *response,
             char       *path)
{
  GtkWindow *parent = gtk_window_get_transient_for (dialog);
  GtkWindow *window = gtk_window_get_transient_for (parent);

  if (!g_str_equal (response, "restore"))
    return;

  gtk_widget_activate_action (GTK_WIDGET (window), "app.restore-backup", "s", path);
  gtk_window_close (parent);
}

static void
free_path (gpointer  path,
           GClosure *closure)
{
  g_free (path);
}

/* No question without what is at stake. */
static void
ask (VslBackupsDialog *self,
     const char       *path,
     const char       *heading)
{
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (self), heading,
    _("All articles and their versions will be as they are in that backup. What is here now is kept beside the backups, and can be put back in the same way."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "restore",
                                    _("_Restore the backup"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), g_strdup (path), free_path, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
row_activated_cb (AdwActionRow     *row,
                  VslBackupsDialog *self)
{
  g_autofree char *heading =
    g_strdup_printf (_("Restore the backup of %s?"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  ask (self, gtk_widget_get_name (GTK_WIDGET (row)), heading);
}

static GtkWidget *
make_row (VslBackupsDialog *self,
          VslBackupFile    *file)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *moment = vsl_words_dup_moment (file->created_at);
  g_autofree char *size = g_format_size ((guint64) file->size);
  g_autofree char *text = file->replaced
                          ? g_strdup_printf (_("%s · what a restored backup replaced"), size) : g_strdup (size);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), moment);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_set_name (row, file->path);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (_("Restore…")));
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);

  return row;
}

static void
update_list (VslBackupsDialog *self)
{
  g_autoptr(GPtrArray) files = vsl_desk_list_backups (self->desk);
  g_autofree char *last = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < files->len; i++)
    {
      VslBackupFile *file = g_ptr_array_index (files, i);

      gtk_list_box_append (self->list, make_row (self, file));
      if (last == NULL && !file->replaced)
        last = vsl_words_dup_moment (file->created_at);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), files->len > 0);
  adw_action_row_set_subtitle (self->last_row, last != NULL ? last : _("None yet"));
}

static void
busy_cb (VslBackupsDialog *self)
{
  gboolean busy = vsl_backups_get_busy (vsl_desk_get_backups (self->desk));

  gtk_widget_set_sensitive (self->make_button, !busy);
  gtk_widget_set_sensitive (self->check_button, !busy);
  if (!busy)
    update_list (self);
}

static void
tell (VslBackupsDialog *self,
      const char       *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), toast);
}

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = vsl_backups_make_finish (VSL_BACKUPS (object), result, &error);
  VslBackupsDialog *self = answer_end (user_data);

  if (self == NULL)
    return;

  if (path != NULL)
    tell (self, _("The backup is made, and was read back."));
  else
    adw_action_row_set_subtitle (self->last_row, error->message);
  g_object_unref (self);
}

static void
make_cb (VslBackupsDialog *self)
{
  vsl_backups_make_async (vsl_desk_get_backups (self->desk), made_cb, answer_new (self));
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = vsl_backups_check_finish (VSL_BACKUPS (object), result, &error);
  VslBackupsDialog *self = answer_end (user_data);
  g_autoptr(GString) text = g_string_new (NULL);

  if (self == NULL)
    return;

  if (problems == NULL)
    g_string_append (text, error->message);
  else if (problems->len == 0)
    g_string_append (text, _("All articles and all their versions are sound."));
  for (guint i = 0; problems != NULL && i < MIN (problems->len, MAX_PROBLEMS_SHOWN); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) problems->pdata[i]);
  if (problems != NULL && problems->len > 0)
    g_string_append_printf (text, "\n%s", _("Make a backup, and restore the last one that is sound."));
  adw_action_row_set_subtitle (self->check_row, text->str);
  g_object_unref (self);
}

static void
check_cb (VslBackupsDialog *self)
{
  adw_action_row_set_subtitle (self->check_row, _("Reading every article and every version…"));
  vsl_backups_check_async (vsl_desk_get_backups (self->desk), checked_cb, answer_new (self));
}

static void
open_folder_cb (VslBackupsDialog *self)
{
  g_autofree char *folder = vsl_desk_dup_backup_folder (self->desk);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  g_mkdir_with_parents (folder, 0700);
  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
file_chosen_cb (GtkNativeDialog  *chooser,
                int               response,
                VslBackupsDialog *self)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *heading = name != NULL ? g_strdup_printf (_("Restore the backup “%s”?"), name) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    ask (self, path, heading);
  g_object_unref (chooser);
}

static void
choose_file_cb (VslBackupsDialog *self)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_("Choose a backup"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                 _("_Choose"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
vsl_backups_dialog_dispose (GObject *object)
{
  VslBackupsDialog *self = VSL_BACKUPS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_BACKUPS_DIALOG);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_backups_dialog_parent_class)->dispose (object);
}

static void
vsl_backups_dialog_class_init (VslBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_backups_dialog_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VslBackupsDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, VslBackupsDialog, last_row);
  gtk_widget_class_bind_template_child (widget_class, VslBackupsDialog, make_button);
  gtk_widget_class_bind_template_child (widget_class, VslBackupsDialog, automatic_switch);
  gtk_widget_class_bind_template_child (widget_class, VslBackupsDialog, mirror_switch);
  gtk_widget_class_bind_template_child (widget_class, VslBackupsDialog, check_row);
  gtk_widget_class_bind_template_child (widget_class, VslBackupsDialog, check_button);
  gtk_widget_class_bind_template_child (widget_class, VslBackupsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_file_cb);
}

static void
vsl_backups_dialog_init (VslBackupsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_backups_dialog_new:
 * @desk: the desk whose articles are kept
 * @settings: the settings of the program
 * @parent: the window above which it opens
 *
 * Returns: (transfer none): a dialog, to be presented
 */
GtkWidget *
vsl_backups_dialog_new (VslDesk   *desk,
                        GSettings *settings,
                        GtkWindow *parent)
{
  VslBackupsDialog *self;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (VSL_IS_DESK (desk), NULL);

  self = g_object_new (VSL_TYPE_BACKUPS_DIALOG, "transient-for", parent, NULL);
  self->desk = g_object_ref (desk);
  folder = vsl_desk_dup_backup_folder (desk);
  adw_action_row_set_subtitle (self->folder_row, folder);
  g_settings_bind (settings, "backups", self->automatic_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "markdown-copies", self->mirror_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (vsl_desk_get_backups (desk), "notify::busy", G_CALLBACK (busy_cb), self,
                           G_CONNECT_SWAPPED);
  busy_cb (self);
  update_list (self);

  return GTK_WIDGET (self);
}
