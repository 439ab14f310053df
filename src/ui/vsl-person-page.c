/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-person-page.h"

#include "desk/vsl-desk-directory.h"
#include "desk/vsl-desk-people.h"
#include "ui/vsl-person-form.h"

#include <glib/gi18n.h>

/* What is typed is stored this much later. */
#define SAVE_MS 500

/**
 * VslPersonPage:
 *
 * One person of the directory: a form that is saved by itself, where he or she took part, who may be
 * the same, and leaving the directory.
 */
struct _VslPersonPage
{
  AdwBin         parent_instance;

  VslDesk       *desk;         /* (owned) (nullable) */
  VslContact    *contact;      /* (owned) (nullable) as stored last; %NULL for somebody new */
  guint          save_id;
  struct Visit  *saving;       /* (unowned) (nullable) the save that is under way */
  gboolean       changed;      /* since the last save began */
  guint          visit;        /* counts the persons that were shown: answers may come late */

  VslPersonForm *form;         /* (template), as all that follow */
  GtkWidget     *state;
  GtkWidget     *appearances_group;
  GtkListBox    *appearances;
  GtkWidget     *same_group;
  GtkListBox    *same;
  GtkWidget     *delete_button;
};

G_DEFINE_FINAL_TYPE (VslPersonPage, vsl_person_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPEN,
  SIGNAL_LEFT,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is asked of the desk, for the person that is shown then. */
typedef struct Visit
{
  VslPersonPage *self;  /* (owned) */
  guint          visit;
  VslContact    *next;  /* (owned) (nullable) what was left behind while a save was under way */
} Visit;

static Visit *
visit_new (VslPersonPage *self)
{
  Visit *visit = g_new0 (Visit, 1);

  visit->self = g_object_ref (self);
  visit->visit = self->visit;

  return visit;
}

static void
visit_free (Visit *visit)
{
  g_object_unref (visit->self);
  g_clear_object (&visit->next);
  g_free (visit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Visit, visit_free)

/* Whether the page still shows who was asked about. */
static gboolean
visit_lasts (Visit *visit)
{
  return visit->visit == visit->self->visit && visit->self->desk != NULL;
}

static void
show_state (VslPersonPage *self,
            const char    *text,
            gboolean       problem)
{
  gtk_label_set_label (GTK_LABEL (self->state), text);
  if (problem)
    gtk_widget_add_css_class (self->state, "error");
  else
    gtk_widget_remove_css_class (self->state, "error");
}

static void save (VslPersonPage *self);
static void save_next (Visit *visit, VslContact *stored);

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Visit) visit = user_data;
  VslPersonPage *self = visit->self;
  g_autoptr(GError) error = NULL;
  g_autoptr(VslContact) stored = vsl_desk_save_person_finish (VSL_DESK (object), result, &error);

  if (self->saving == visit)
    self->saving = NULL;
  if (stored == NULL && !visit_lasts (visit))
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
    }
  else if (stored == NULL)
    {
      self->changed = TRUE;
      show_state (self, error->message, TRUE);
    }
  else if (visit->next != NULL)
    {
      save_next (visit, stored);
    }
  else if (visit_lasts (visit))
    {
      g_set_object (&self->contact, stored);
      gtk_widget_set_sensitive (self->delete_button, TRUE);
      show_state (self, _("Saved"), FALSE);
      if (self->changed && self->save_id == 0)
        save (self);
    }
}

/* What was typed during the save of somebody who is shown no more. */
static void
save_next (Visit      *visit,
           VslContact *stored)
{
  VslContactFields fields = *vsl_contact_get_fields (visit->next);
  g_autoptr(VslContact) contact = NULL;
  Visit *next;

  if (visit->self->desk == NULL)
    return;

  fields.id = vsl_contact_get_fields (stored)->id;
  fields.revision = vsl_contact_get_fields (stored)->revision;
  contact = vsl_contact_new (&fields);
  next = visit_new (visit->self);
  next->visit = visit->visit;
  vsl_desk_save_person_async (visit->self->desk, contact, saved_cb, next);
}

/* One at a time: the next has the revision that this one makes. */
static void
save (VslPersonPage *self)
{
  g_autoptr(VslContact) contact = NULL;

  if (self->saving != NULL || self->desk == NULL)
    return;

  contact = vsl_person_form_dup_contact (self->form, self->contact);
  if (contact == NULL)
    return;

  self->changed = FALSE;
  self->saving = visit_new (self);
  vsl_desk_save_person_async (self->desk, contact, saved_cb, self->saving);
}

static void
save_later_cb (gpointer data)
{
  VslPersonPage *self = data;

  self->save_id = 0;
  save (self);
}

static void
form_changed_cb (VslPersonPage *self)
{
  self->changed = TRUE;
  show_state (self, "", FALSE);
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add_once (SAVE_MS, save_later_cb, self);
}

static void
appearance_activated_cb (GtkListBoxRow *row,
                         VslPersonPage *self)
{
  gboolean debate = g_str_equal (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), _("Debate"));

  g_signal_emit (self, signals[SIGNAL_OPEN], 0, debate ? "debate" : "article",
                 gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          const char *id)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_name (row, id);

  return row;
}

static void
appearances_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(Visit) visit = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) list = vsl_desk_load_appearances_finish (VSL_DESK (object), result, &error);
  VslPersonPage *self = visit->self;
  guint i;

  if (!visit_lasts (visit))
    return;
  if (list == NULL)
    {
      show_state (self, error->message, TRUE);
      return;
    }

  for (i = 0; list[i] != NULL; i += 3)
    {
      gboolean debate = g_str_equal (list[i], "debate");
      const char *none = debate ? _("Debate without a title") : _("Without a headline");
      GtkWidget *row = make_row (*list[i + 2] != '\0' ? list[i + 2] : none,
                                 debate ? _("Debate") : _("Article"), list[i + 1]);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (appearance_activated_cb), self, 0);
      gtk_list_box_append (self->appearances, row);
    }
  gtk_widget_set_visible (self->appearances_group, list[0] != NULL);
}

static void
merged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Visit) visit = user_data;
  g_autoptr(GError) error = NULL;

  if (!vsl_desk_merge_people_finish (VSL_DESK (object), result, &error))
    show_state (visit->self, error->message, TRUE);
  else if (visit_lasts (visit))
    g_signal_emit (visit->self, signals[SIGNAL_LEFT], 0);
}

static void
merge_response_cb (VslPersonPage *self,
                   const char    *response,
                   GtkWidget     *dialog)
{
  if (!g_str_equal (response, "merge") || self->contact == NULL || self->desk == NULL)
    return;

  vsl_person_page_flush (self);
  vsl_desk_merge_people_async (self->desk, vsl_contact_get_fields (self->contact)->id,
                               gtk_widget_get_name (dialog), merged_cb, visit_new (self));
}

static void
merge_cb (GtkButton     *button,
          VslPersonPage *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);
  const char *other = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  const char *name = vsl_contact_get_name (self->contact);
  g_autofree char *heading = g_strdup_printf (_("Merge %s and %s?"), name, other);
  g_autofree char *body =
    g_strdup_printf (_("One person remains, with the name %s, the roles of both, and the contact "
                       "data of the first where both have them. Reports and debates keep the name "
                       "that stands there. It cannot be undone."), name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (row)), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "merge",
                                    _("_Merge"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "merge",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_widget_set_name (dialog, gtk_widget_get_name (row));
  g_signal_connect_object (dialog, "response", G_CALLBACK (merge_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_same (VslPersonPage *self)
{
  GListModel *model = vsl_desk_get_people (self->desk);
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) likely = NULL;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (people, g_list_model_get_item (model, i));
  likely = vsl_desk_find_likely_same (people, self->contact);
  for (i = 0; i < likely->len; i++)
    {
      VslContact *other = g_ptr_array_index (likely, i);
      g_autoptr(VslParticipant) now = vsl_contact_make_participant (other, NULL);
      GtkWidget *row = make_row (vsl_contact_get_name (other),
                                 vsl_participant_get_organisation (now),
                                 vsl_contact_get_fields (other)->id);
      GtkWidget *button = gtk_button_new_with_mnemonic (_("_Merge…"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      g_signal_connect_object (button, "clicked", G_CALLBACK (merge_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      gtk_list_box_append (self->same, row);
    }
  gtk_widget_set_visible (self->same_group, likely->len > 0);
}

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Visit) visit = user_data;
  g_autoptr(GError) error = NULL;

  if (!vsl_desk_delete_person_finish (VSL_DESK (object), result, &error))
    show_state (visit->self, error->message, TRUE);
  else if (visit_lasts (visit))
    g_signal_emit (visit->self, signals[SIGNAL_LEFT], 0);
}

static void
delete_response_cb (VslPersonPage *self,
                    const char    *response)
{
  if (!g_str_equal (response, "delete") || self->contact == NULL || self->desk == NULL)
    return;

  g_clear_handle_id (&self->save_id, g_source_remove);
  self->changed = FALSE;
  vsl_desk_delete_person_async (self->desk, vsl_contact_get_fields (self->contact)->id, deleted_cb,
                                visit_new (self));
}

static void
delete_cb (VslPersonPage *self)
{
  g_autofree char *heading = g_strdup_printf (_("Delete %s From the Directory?"),
                                              vsl_contact_get_name (self->contact));
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading,
                            _("The contact data, the note and the roles are deleted. Reports and "
                              "debates keep the name. It cannot be undone."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "delete",
                                    _("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (delete_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
vsl_person_page_dispose (GObject *object)
{
  VslPersonPage *self = VSL_PERSON_PAGE (object);

  self->visit++;
  g_clear_handle_id (&self->save_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_PERSON_PAGE);
  g_clear_object (&self->contact);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_person_page_parent_class)->dispose (object);
}

static void
vsl_person_page_class_init (VslPersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_person_page_dispose;

  signals[SIGNAL_OPEN] = g_signal_new ("open", VSL_TYPE_PERSON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_LEFT] = g_signal_new ("left", VSL_TYPE_PERSON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);

  signals[SIGNAL_FAILED] = g_signal_new ("failed", VSL_TYPE_PERSON_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (VSL_TYPE_PERSON_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VslPersonPage, form);
  gtk_widget_class_bind_template_child (widget_class, VslPersonPage, state);
  gtk_widget_class_bind_template_child (widget_class, VslPersonPage, appearances_group);
  gtk_widget_class_bind_template_child (widget_class, VslPersonPage, appearances);
  gtk_widget_class_bind_template_child (widget_class, VslPersonPage, same_group);
  gtk_widget_class_bind_template_child (widget_class, VslPersonPage, same);
  gtk_widget_class_bind_template_child (widget_class, VslPersonPage, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
vsl_person_page_init (VslPersonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_person_page_set_desk:
 * @desk: (nullable): where the directory is
 */
void
vsl_person_page_set_desk (VslPersonPage *self,
                          VslDesk       *desk)
{
  g_return_if_fail (VSL_IS_PERSON_PAGE (self));

  g_set_object (&self->desk, desk);
}

/**
 * vsl_person_page_set_contact:
 * @contact: (nullable): who is shown; %NULL for somebody new
 *
 * Stores what was changed before, and shows another person.
 */
void
vsl_person_page_set_contact (VslPersonPage *self,
                             VslContact    *contact)
{
  g_return_if_fail (VSL_IS_PERSON_PAGE (self));

  vsl_person_page_flush (self);
  self->visit++;
  self->saving = NULL;
  self->changed = FALSE;
  g_set_object (&self->contact, contact);
  vsl_person_form_set_contact (self->form, contact);
  show_state (self, "", FALSE);
  clear (self->appearances);
  clear (self->same);
  gtk_widget_set_visible (self->appearances_group, FALSE);
  gtk_widget_set_visible (self->same_group, FALSE);
  gtk_widget_set_sensitive (self->delete_button, contact != NULL);
  if (contact == NULL || self->desk == NULL)
    {
      vsl_person_form_focus (self->form);
      return;
    }

  show_same (self);
  vsl_desk_load_appearances_async (self->desk, vsl_contact_get_fields (contact)->id, appearances_cb,
                                   visit_new (self));
}

/**
 * vsl_person_page_flush:
 *
 * Stores what was changed and is right, now.
 */
void
vsl_person_page_flush (VslPersonPage *self)
{
  g_return_if_fail (VSL_IS_PERSON_PAGE (self));

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (!self->changed)
    return;

  if (self->saving == NULL)
    save (self);
  else
    {
      g_clear_object (&self->saving->next);
      self->saving->next = vsl_person_form_dup_contact (self->form, self->contact);
    }
}
