/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-sheet-dialog.h"

#include "desk/vsl-desk-reviews.h"
#include "ui/vsl-file-picker.h"
#include "ui/vsl-time-entry.h"
#include "ui/vsl-wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

/* When an answer is due, unless somebody says otherwise: so many working days, at the end of the day. */
#define WORKING_DAYS 2
#define END_OF_DAY 17

/**
 * VslSheetDialog:
 *
 * What one participant gets to read, and to whom, how and in which language it goes, and until when an
 * answer is awaited. It can be copied, saved, and put into a mail; that it was sent is noted in the
 * ledger, with exactly the passages that are shown here.
 */
struct _VslSheetDialog
{
  AdwWindow     parent_instance;

  VslDesk      *desk;        /* (owned) */
  VslArticle   *article;     /* (owned) */
  VslReview    *review;      /* (owned) */
  GtkWidget    *panel;       /* (owned) in the reviews panel, which is told to look again */
  GCancellable *cancellable; /* (owned) */

  GtkWidget    *intro_label; /* (template), as all that follow */
  GtkWidget    *problem_label;
  GtkWidget    *told_label;
  GtkWidget    *sent_button;
  GtkWidget    *whom_group;
  GtkWidget    *answer_group;
  GtkWidget    *recipient_row;
  GtkWidget    *address_row;
  GtkWidget    *contacts_box;
  GtkWidget    *channel_row;
  GtkWidget    *other_row;
  GtkWidget    *due_switch;
  GtkWidget    *time_entry;
  GtkWidget    *language_row;
  GtkWidget    *preview;
};

G_DEFINE_FINAL_TYPE (VslSheetDialog, vsl_sheet_dialog, ADW_TYPE_WINDOW)

static const char *const languages[] = { "nl", "en" };

static void
tell (GtkWidget  *label,
      const char *message)
{
  gtk_label_set_label (GTK_LABEL (label), message != NULL ? message : "");
  gtk_widget_set_visible (label, message != NULL);
}

static gint64
get_deadline (VslSheetDialog *self)
{
  return gtk_switch_get_active (GTK_SWITCH (self->due_switch))
         ? vsl_time_entry_get_at (VSL_TIME_ENTRY (self->time_entry)) : 0;
}

static VslReviewSheet *
make_sheet (VslSheetDialog *self)
{
  guint language = adw_combo_row_get_selected (ADW_COMBO_ROW (self->language_row));

  return vsl_review_sheet_new (self->review, self->article,
                               languages[MIN (language, G_N_ELEMENTS (languages) - 1)],
                               get_deadline (self), g_get_real_time ());
}

static gboolean
is_other_way (VslSheetDialog *self)
{
  return vsl_review_channels[adw_combo_row_get_selected (ADW_COMBO_ROW (self->channel_row))] == NULL;
}

static void
update_cb (VslSheetDialog *self)
{
  g_autoptr(VslReviewSheet) sheet = NULL;
  g_autofree char *text = NULL;
  gboolean due = gtk_switch_get_active (GTK_SWITCH (self->due_switch));

  if (self->review == NULL)
    return;

  sheet = make_sheet (self);
  text = vsl_review_sheet_dup_text (sheet);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->preview)), text, -1);
  gtk_widget_set_visible (self->time_entry, due);
  gtk_widget_set_visible (self->other_row, is_other_way (self));
  gtk_widget_set_sensitive (self->sent_button, !due || get_deadline (self) != 0);
}

static void
copy_text (VslSheetDialog *self)
{
  g_autoptr(VslReviewSheet) sheet = make_sheet (self);
  g_autofree char *text = vsl_review_sheet_dup_text (sheet);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslSheetDialog *self = VSL_SHEET_DIALOG (widget);

  copy_text (self);
  tell (self->told_label, _("The text is on the clipboard."));
}

typedef struct
{
  VslSheetDialog *dialog; /* (owned) */
  char *format;           /* (owned) */
  GFile *file;            /* (owned) (nullable) */
} Saving;

static Saving *
saving_new (VslSheetDialog *self,
            const char     *format)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->dialog = g_object_ref (self);
  saving->format = g_strdup (format);

  return saving;
}

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->dialog);
  g_clear_object (&saving->file);
  g_free (saving->format);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static char *
dup_file_name (VslSheetDialog *self,
               const char     *extension)
{
  /* Translators: the name of a file, without what comes behind the dot; %s is a person */
  g_autofree char *stem = g_strdup_printf (_("Review %s"), vsl_review_get_name (self->review));

  return g_strdup_printf ("%s.%s", g_strdelimit (stem, "/", '-'), extension);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(Saving) saving = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_basename (saving->file);
  g_autofree char *message = g_strdup_printf (_("“%s” was written."), name);
  gboolean saved = vsl_desk_save_review_sheet_finish (VSL_DESK (object), result, &error);

  tell (saving->dialog->problem_label, saved ? NULL : error->message);
  tell (saving->dialog->told_label, saved ? message : NULL);
}

static void
picked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  Saving *saving = data;

  saving->file = vsl_file_picker_save_finish (result, NULL);
  if (saving->file == NULL || saving->dialog->review == NULL)
    {
      saving_free (saving);
      return;
    }
  vsl_desk_save_review_sheet_async (saving->dialog->desk, make_sheet (saving->dialog),
                                    saving->format, saving->file, saved_cb, saving);
}

/* @parameter: the format, and how such files are called */
static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslSheetDialog *self = VSL_SHEET_DIALOG (widget);
  const char *format, *extension;
  g_autofree char *name = NULL;

  g_variant_get (parameter, "(&s&s)", &format, &extension);
  name = dup_file_name (self, extension);
  vsl_file_picker_save_async (GTK_WINDOW (self), name, picked_cb, saving_new (self, format));
}

static void
open_mail (VslSheetDialog *self)
{
  g_autoptr(VslReviewSheet) sheet = make_sheet (self);
  g_autofree char *link = vsl_review_sheet_dup_mailto (
    sheet, gtk_editable_get_text (GTK_EDITABLE (self->address_row)), NULL);

  gtk_show_uri (GTK_WINDOW (self), link, GDK_CURRENT_TIME);
}

/* The draft asks to attach the file that lies beside it, in a folder of its own. */
static void
attachment_saved_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr(Saving) saving = data;
  VslSheetDialog *self = saving->dialog;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) folder = g_file_get_parent (saving->file);
  g_autofree char *uri = g_file_get_uri (folder);
  g_autofree char *name = g_file_get_basename (saving->file);
  g_autofree char *message =
    g_strdup_printf (_("The passages are too long for the text of a mail. Drag “%s” from the folder "
                       "that was opened into it."), name);

  if (self->review == NULL)
    return;
  if (!vsl_desk_save_review_sheet_finish (VSL_DESK (object), result, &error))
    {
      tell (self->problem_label, error->message);
      return;
    }
  tell (self->problem_label, NULL);
  tell (self->told_label, message);
  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
  open_mail (self);
}

static void
mail_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslSheetDialog *self = VSL_SHEET_DIALOG (widget);
  g_autoptr(VslReviewSheet) sheet = make_sheet (self);
  g_autofree char *link = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autoptr(GError) error = NULL;
  Saving *saving;
  gboolean whole;

  link = vsl_review_sheet_dup_mailto (sheet, "", &whole);
  if (whole)
    {
      open_mail (self);
      return;
    }

  folder = g_dir_make_tmp ("verslag-XXXXXX", &error);
  if (folder == NULL)
    {
      tell (self->problem_label, error->message);
      return;
    }
  name = dup_file_name (self, "pdf");
  saving = saving_new (self, "pdf");
  saving->file = g_file_new_build_filename (folder, name, NULL);
  vsl_desk_save_review_sheet_async (self->desk, g_steal_pointer (&sheet), "pdf", saving->file,
                                    attachment_saved_cb, saving);
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(VslSheetDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslReview) review =
    vsl_desk_add_review_step_finish (VSL_DESK (object), result, &error);

  if (self->review == NULL)
    return;
  if (review == NULL)
    {
      tell (self->problem_label, error->message);
      gtk_widget_set_sensitive (self->sent_button, TRUE);
      return;
    }
  if (gtk_widget_get_root (self->panel) != NULL)
    gtk_widget_activate_action (self->panel, "reviews.reload", NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
sent_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslSheetDialog *self = VSL_SHEET_DIALOG (widget);
  guint channel = adw_combo_row_get_selected (ADW_COMBO_ROW (self->channel_row));
  VslReviewStepFields step = {
    .what = VSL_REVIEW_SENT,
    .name = vsl_review_get_name (self->review),
    .recipient = gtk_editable_get_text (GTK_EDITABLE (self->recipient_row)),
    .address = gtk_editable_get_text (GTK_EDITABLE (self->address_row)),
    .channel = is_other_way (self) ? gtk_editable_get_text (GTK_EDITABLE (self->other_row))
                                   : vsl_review_channels[channel],
    .moment = get_deadline (self),
  };

  gtk_widget_set_sensitive (self->sent_button, FALSE);
  vsl_desk_add_review_step_async (self->desk, self->article, &step, NULL, sent_cb,
                                  g_object_ref (self));
}

/* @parameter: a name and a mail address */
static void
contact_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  VslSheetDialog *self = VSL_SHEET_DIALOG (widget);
  const char *name, *address;

  g_variant_get (parameter, "(&s&s)", &name, &address);
  gtk_editable_set_text (GTK_EDITABLE (self->recipient_row), name);
  gtk_editable_set_text (GTK_EDITABLE (self->address_row), address);
}

/* A button that fills in somebody of the directory. */
static void
add_contact (VslSheetDialog *self,
             const char     *label,
             const char     *name,
             const char     *address)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", name, address);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "sheet.contact");
  gtk_box_append (GTK_BOX (self->contacts_box), button);
}

/* Who answers for somebody comes first: that is whom it goes to, unless somebody else was typed. */
static void
contact_found_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr(VslSheetDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslContact) contact =
    vsl_desk_find_review_contact_finish (VSL_DESK (object), result, &error);
  const VslContactFields *fields;
  gboolean untouched;

  if (contact == NULL || self->review == NULL)
    return;

  fields = vsl_contact_get_fields (contact);
  untouched = *gtk_editable_get_text (GTK_EDITABLE (self->address_row)) == '\0' &&
              g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->recipient_row)),
                           vsl_review_get_name (self->review));
  if (*fields->press_officer != '\0' || *fields->press_email != '\0')
    {
      const char *officer = *fields->press_officer != '\0' ? fields->press_officer
                                                           : vsl_contact_get_name (contact);

      add_contact (self, _("Press officer"), officer, fields->press_email);
      add_contact (self, _("Participant"), vsl_contact_get_name (contact), fields->email);
      if (untouched)
        gtk_widget_activate_action (GTK_WIDGET (self), "sheet.contact", "(ss)", officer,
                                    fields->press_email);
    }
  else if (untouched)
    gtk_editable_set_text (GTK_EDITABLE (self->address_row), fields->email);
}

static gint64
propose_deadline (void)
{
  g_autoptr(GDateTime) day = g_date_time_new_now_local ();
  g_autoptr(GDateTime) end = NULL;

  for (guint left = WORKING_DAYS; left > 0;)
    {
      GDateTime *next = g_date_time_add_days (day, 1);

      g_date_time_unref (day);
      day = next;
      if (g_date_time_get_day_of_week (day) < G_DATE_SATURDAY)
        left--;
    }
  end = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                               g_date_time_get_day_of_month (day), END_OF_DAY, 0, 0);

  return g_date_time_to_unix (end) * G_USEC_PER_SEC;
}

static void
fill_choices (VslSheetDialog *self)
{
  g_autoptr(GtkStringList) ways = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) tongues = gtk_string_list_new (NULL);
  const char *language = vsl_article_get_language (self->article);

  for (guint i = 0; vsl_review_channels[i] != NULL; i++)
    gtk_string_list_append (ways, vsl_review_words_channel (vsl_review_channels[i]));
  gtk_string_list_append (ways, _("in another way"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->channel_row), G_LIST_MODEL (ways));

  gtk_string_list_append (tongues, _("Dutch"));
  gtk_string_list_append (tongues, _("English"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->language_row), G_LIST_MODEL (tongues));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->language_row),
                              language != NULL && g_str_has_prefix (language, "en") ? 1 : 0);
}

/* A sheet can always be looked at; where it cannot be sent now, why not is told. */
static void
show_whether_possible (VslSheetDialog *self)
{
  g_autofree char *obstacle = vsl_review_words_obstacle (self->review, VSL_REVIEW_SENT);

  tell (self->told_label, obstacle);
  gtk_widget_set_visible (self->sent_button, obstacle == NULL);
  gtk_widget_set_visible (self->whom_group, obstacle == NULL);
  gtk_widget_set_visible (self->answer_group, obstacle == NULL);
}

static void
vsl_sheet_dialog_dispose (GObject *object)
{
  VslSheetDialog *self = VSL_SHEET_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_SHEET_DIALOG);
  g_clear_object (&self->review);
  g_clear_object (&self->article);
  g_clear_object (&self->panel);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_sheet_dialog_parent_class)->dispose (object);
}

static void
vsl_sheet_dialog_finalize (GObject *object)
{
  g_object_unref (VSL_SHEET_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (vsl_sheet_dialog_parent_class)->finalize (object);
}

static void
vsl_sheet_dialog_class_init (VslSheetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_sheet_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = vsl_sheet_dialog_finalize;

  g_type_ensure (VSL_TYPE_TIME_ENTRY);
  g_type_ensure (VSL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-sheet-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VslSheetDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, VslSheetDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, VslSheetDialog, told_label);
  gtk_widget_class_bind_template_child (widget_class, VslSheetDialog, sent_button);
  gtk_widget_class_bind_template_child (widget_class, VslSheetDialog, whom_group);
  gtk_widget_class_bind_template_child (widget_class, VslSheetDialog, answer_group);
  gtk_widget_class_bind_template_child (widget_class, VslSheetDialog, recipient_row);
  gtk_widget_class_bind_template_child (widget_class, VslSheetDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, VslSheetDialog, contacts_box);
  gtk_widget_class_bind_template_child (widget_class, VslSheetDialog, channel_row);
  gtk_widget_class_bind_template_child (widget_class, VslSheetDialog, other_row);
  gtk_widget_class_bind_template_child (widget_class, VslSheetDialog, due_switch);
  gtk_widget_class_bind_template_child (widget_class, VslSheetDialog, time_entry);
  gtk_widget_class_bind_template_child (widget_class, VslSheetDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, VslSheetDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_install_action (widget_class, "sheet.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "sheet.save", "(ss)", save_action);
  gtk_widget_class_install_action (widget_class, "sheet.mail", NULL, mail_action);
  gtk_widget_class_install_action (widget_class, "sheet.sent", NULL, sent_action);
  gtk_widget_class_install_action (widget_class, "sheet.contact", "(ss)", contact_action);
}

static void
vsl_sheet_dialog_init (VslSheetDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_sheet_dialog_new:
 * @desk: where it is noted
 * @article: the article as it is now
 * @review: whose passages
 * @panel: a widget in the reviews panel
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
GtkWidget *
vsl_sheet_dialog_new (VslDesk    *desk,
                      VslArticle *article,
                      VslReview  *review,
                      GtkWidget  *panel)
{
  VslSheetDialog *self = g_object_new (VSL_TYPE_SHEET_DIALOG, NULL);
  g_autofree char *intro = NULL;

  self->desk = g_object_ref (desk);
  self->article = g_object_ref (article);
  self->panel = g_object_ref (panel);
  fill_choices (self);
  gtk_editable_set_text (GTK_EDITABLE (self->recipient_row), vsl_review_get_name (review));
  vsl_time_entry_set_at (VSL_TIME_ENTRY (self->time_entry), propose_deadline ());
  intro = g_strdup_printf (_("%s reads only what is said by and about them; what others say is left out."),
                           vsl_review_get_name (review));
  gtk_label_set_label (GTK_LABEL (self->intro_label), intro);
  self->review = g_object_ref (review);
  show_whether_possible (self);
  update_cb (self);
  vsl_desk_find_review_contact_async (desk, vsl_review_get_name (review), self->cancellable,
                                      contact_found_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
