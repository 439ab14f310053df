/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-people-dialog.h"

#include "core/vsl-text.h"
#include "desk/vsl-desk-directory.h"
#include "desk/vsl-desk-people.h"
#include "ui/vsl-organisation-row.h"
#include "ui/vsl-person-page.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * VslPeopleDialog:
 *
 * The directory in a window of its own: the people to search, one of them as a page, and the
 * organisations. It stands beside the window of the articles, which goes on.
 */
struct _VslPeopleDialog
{
  AdwWindow        parent_instance;

  VslDesk         *desk;          /* (owned) (nullable) */
  GtkFilter       *filter;        /* (owned) */
  char            *wanted;        /* (owned) folded text that is searched for */

  AdwToastOverlay *toasts;        /* (template), as all that follow */
  GtkStack        *stack;         /* directory, or person */
  GtkStack        *sections;      /* people, or organisations */
  GtkWidget       *switcher;
  GtkWidget       *back_button;
  GtkWidget       *search_entry;
  GtkListView     *list;
  GtkStack        *list_stack;    /* list, or none */
  VslPersonPage   *page;
  GtkListBox      *organisations;
};

G_DEFINE_FINAL_TYPE (VslPeopleDialog, vsl_people_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_problem (VslPeopleDialog *self,
              const char      *message)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (message));
}

static void
show_directory (VslPeopleDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "directory");
  gtk_widget_set_visible (self->back_button, FALSE);
  gtk_widget_set_visible (self->switcher, TRUE);
  vsl_person_page_set_contact (self->page, NULL);
  gtk_widget_grab_focus (self->search_entry);
}

static void
show_person (VslPeopleDialog *self,
             VslContact      *contact)
{
  gtk_stack_set_visible_child_name (self->stack, "person");
  gtk_widget_set_visible (self->back_button, TRUE);
  gtk_widget_set_visible (self->switcher, FALSE);
  vsl_person_page_set_contact (self->page, contact);
  if (contact != NULL)
    gtk_widget_grab_focus (self->back_button);
}

/* --- people -------------------------------------------------------------------------------------- */

static gboolean
is_wanted (gpointer item,
           gpointer data)
{
  VslPeopleDialog *self = data;
  const VslContactFields *fields = vsl_contact_get_fields (item);
  g_autofree char *folded = NULL;
  gboolean found;
  guint i;

  if (self->wanted == NULL || *self->wanted == '\0')
    return TRUE;

  folded = vsl_text_fold (vsl_contact_get_name (item));
  found = strstr (folded, self->wanted) != NULL;
  for (i = 0; i < fields->roles->len && !found; i++)
    {
      VslRole *role = g_ptr_array_index (fields->roles, i);
      g_autofree char *text = g_strconcat (vsl_role_get_title (role), " ",
                                           vsl_role_get_organisation (role), NULL);
      g_autofree char *folded_text = vsl_text_fold (text);

      found = strstr (folded_text, self->wanted) != NULL;
    }

  return found;
}

static void
search_changed_cb (VslPeopleDialog *self)
{
  g_free (self->wanted);
  self->wanted = vsl_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
items_changed_cb (VslPeopleDialog *self,
                  guint            position,
                  guint            removed,
                  guint            added,
                  GListModel      *model)
{
  gtk_stack_set_visible_child_name (self->list_stack,
                                    g_list_model_get_n_items (model) > 0 ? "list" : "none");
}

static void
row_activated_cb (VslPeopleDialog *self,
                  guint            position)
{
  g_autoptr(VslContact) contact =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (contact != NULL)
    show_person (self, contact);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), make_label (NULL));
  gtk_box_append (GTK_BOX (box), make_label ("caption"));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  VslContact *contact = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *role = gtk_widget_get_next_sibling (name);
  g_autoptr(VslParticipant) now = vsl_contact_make_participant (contact, NULL);
  const char *title = vsl_participant_get_role (now);
  const char *organisation = vsl_participant_get_organisation (now);
  g_autofree char *text = g_strjoin (*title != '\0' && *organisation != '\0' ? ", " : "", title,
                                     organisation, NULL);

  gtk_label_set_label (GTK_LABEL (name), vsl_contact_get_name (contact));
  gtk_label_set_label (GTK_LABEL (role), text);
  gtk_widget_set_visible (role, *text != '\0');
}

static void
fill_list (VslPeopleDialog *self)
{
  GListModel *people = g_object_ref (vsl_desk_get_people (self->desk));
  GtkFilterListModel *filtered = gtk_filter_list_model_new (people, g_object_ref (self->filter));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkSelectionModel) selection = NULL;

  g_signal_connect_object (filtered, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, 0, G_LIST_MODEL (filtered));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (filtered)));
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, selection);
  g_object_unref (factory);
}

static void
page_open_cb (VslPeopleDialog *self,
              const char      *kind,
              const char      *id)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, kind, id);
}

/* --- organisations ------------------------------------------------------------------------------- */

static void load_organisations (VslPeopleDialog *self);

static void
replaced_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(VslPeopleDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!vsl_desk_replace_organisation_finish (VSL_DESK (object), result, &error))
    show_problem (self, error->message);
  else if (self->desk != NULL)
    load_organisations (self);
}

static void
save_organisation_cb (VslPeopleDialog    *self,
                      VslOrganisationRow *row)
{
  g_autoptr(VslOrganisation) after = vsl_organisation_row_dup_organisation (row);

  vsl_desk_replace_organisation_async (self->desk, vsl_organisation_row_get_before (row), after,
                                       replaced_cb, g_object_ref (self));
}

static void
delete_organisation_cb (VslPeopleDialog    *self,
                        VslOrganisationRow *row)
{
  VslOrganisation *before = vsl_organisation_row_get_before (row);

  if (before == NULL)
    gtk_list_box_remove (self->organisations, GTK_WIDGET (row));
  else
    vsl_desk_replace_organisation_async (self->desk, before, NULL, replaced_cb,
                                         g_object_ref (self));
}

static GtkWidget *
make_organisation (VslPeopleDialog *self,
                   VslOrganisation *organisation)
{
  GtkWidget *row = vsl_organisation_row_new (organisation);

  g_signal_connect_object (row, "save", G_CALLBACK (save_organisation_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "delete", G_CALLBACK (delete_organisation_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static void
organisations_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(VslPeopleDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list =
    vsl_desk_load_organisations_finish (VSL_DESK (object), result, &error);
  GtkListBoxRow *row;
  guint i;

  if (list == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  if (self->desk == NULL)
    return;

  while ((row = gtk_list_box_get_row_at_index (self->organisations, 0)) != NULL)
    gtk_list_box_remove (self->organisations, GTK_WIDGET (row));
  for (i = 0; i < list->len; i++)
    gtk_list_box_append (self->organisations,
                         make_organisation (self, g_ptr_array_index (list, i)));
}

static void
load_organisations (VslPeopleDialog *self)
{
  vsl_desk_load_organisations_async (self->desk, organisations_cb, g_object_ref (self));
}

/* --- the window ---------------------------------------------------------------------------------- */

static void
add_cb (VslPeopleDialog *self)
{
  GtkWidget *row;

  if (g_str_equal (gtk_stack_get_visible_child_name (self->sections), "people"))
    {
      show_person (self, NULL);
      return;
    }

  row = make_organisation (self, NULL);
  gtk_list_box_prepend (self->organisations, row);
  gtk_widget_grab_focus (row);
}

static gboolean
close_request_cb (VslPeopleDialog *self)
{
  vsl_person_page_flush (self->page);

  return FALSE;
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  VslPeopleDialog *self = VSL_PEOPLE_DIALOG (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "person"))
    show_directory (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
vsl_people_dialog_dispose (GObject *object)
{
  VslPeopleDialog *self = VSL_PEOPLE_DIALOG (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (vsl_people_dialog_parent_class)->dispose (object);
}

static void
vsl_people_dialog_class_init (VslPeopleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_people_dialog_dispose;

  signals[SIGNAL_OPEN] = g_signal_new ("open", VSL_TYPE_PEOPLE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (VSL_TYPE_PERSON_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-people-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VslPeopleDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, VslPeopleDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, VslPeopleDialog, sections);
  gtk_widget_class_bind_template_child (widget_class, VslPeopleDialog, switcher);
  gtk_widget_class_bind_template_child (widget_class, VslPeopleDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, VslPeopleDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VslPeopleDialog, list);
  gtk_widget_class_bind_template_child (widget_class, VslPeopleDialog, list_stack);
  gtk_widget_class_bind_template_child (widget_class, VslPeopleDialog, page);
  gtk_widget_class_bind_template_child (widget_class, VslPeopleDialog, organisations);
  gtk_widget_class_bind_template_child_full (widget_class, "add_button", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, show_directory);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_problem);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_install_action (widget_class, "people.back", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "people.back", NULL);
}

static void
vsl_people_dialog_init (VslPeopleDialog *self)
{
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_people_dialog_new:
 * @desk: where the directory is
 * @parent: the window of the articles
 *
 * Returns: (transfer none): the directory, still to be presented; owned by GTK as every window is
 */
GtkWidget *
vsl_people_dialog_new (VslDesk   *desk,
                       GtkWindow *parent)
{
  VslPeopleDialog *self = g_object_new (VSL_TYPE_PEOPLE_DIALOG, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  vsl_person_page_set_desk (self->page, desk);
  fill_list (self);
  load_organisations (self);
  gtk_widget_grab_focus (self->search_entry);

  return GTK_WIDGET (self);
}
