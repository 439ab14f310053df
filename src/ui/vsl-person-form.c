/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-person-form.h"

#include "core/vsl-date.h"
#include "ui/vsl-role-row.h"

#include <glib/gi18n.h>

/**
 * VslPersonForm:
 *
 * What is known of a person, to change: the name and how it is written, how to reach him or her, and
 * the roles. Knows nothing of saving.
 */
struct _VslPersonForm
{
  AdwBin        parent_instance;

  GPtrArray    *observed;         /* (owned) (element-type VslRole) read off articles */
  gboolean      filling;

  GtkEditable  *given_row;        /* (template), as all that follow */
  GtkEditable  *prefix_row;
  GtkEditable  *family_row;
  GtkSwitch    *registered_switch;
  AdwActionRow *example_row;
  GtkEditable  *email_row;
  GtkEditable  *officer_row;
  GtkEditable  *press_row;
  GtkEditable  *note_row;
  GtkEditable  *delete_row;
  GtkWidget    *problem;
  GtkListBox   *roles;
  GtkListBox   *observed_list;
};

G_DEFINE_FINAL_TYPE (VslPersonForm, vsl_person_form, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static VslPerson *
make_person (VslPersonForm *self)
{
  return vsl_person_new (gtk_editable_get_text (self->given_row),
                         gtk_editable_get_text (self->prefix_row),
                         gtk_editable_get_text (self->family_row),
                         gtk_switch_get_active (self->registered_switch));
}

/* How the name is written where: the rule is easier seen than explained. */
static void
show_example (VslPersonForm *self)
{
  g_autoptr(VslPerson) person = make_person (self);
  g_autofree char *full = vsl_person_dup_full_name (person);
  g_autofree char *last = vsl_person_dup_last_name (person);
  g_autofree char *text = g_strdup_printf (_("First “%s”, then “%s”"), full, last);

  adw_action_row_set_subtitle (self->example_row, text);
}

static VslRoleRow *
get_role_row (VslPersonForm *self,
              int            position)
{
  return VSL_ROLE_ROW (gtk_list_box_get_row_at_index (self->roles, position));
}

/* Says what is not right; everything is looked at, to mark all of it. */
static gboolean
check (VslPersonForm *self)
{
  const char *date = gtk_editable_get_text (self->delete_row);
  gboolean named = *gtk_editable_get_text (self->family_row) != '\0' ||
                   *gtk_editable_get_text (self->given_row) != '\0';
  gboolean dated = *date == '\0' || vsl_date_is_valid (date, TRUE);
  gboolean valid = named && dated;
  VslRoleRow *row;
  int i;

  if (dated)
    gtk_widget_remove_css_class (GTK_WIDGET (self->delete_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->delete_row), "error");
  for (i = 0; (row = get_role_row (self, i)) != NULL; i++)
    valid = vsl_role_row_is_valid (row) && valid;
  gtk_label_set_label (GTK_LABEL (self->problem),
                       named ? _("A date is a year, or year, month and day, like 2026-05-12. "
                                 "This is kept once the date is right.")
                             : _("Without a name it is not kept."));
  gtk_widget_set_visible (self->problem, !valid);

  return valid;
}

static void
changed_cb (VslPersonForm *self)
{
  if (self->filling)
    return;

  show_example (self);
  check (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
removed_cb (VslRoleRow    *row,
            VslPersonForm *self)
{
  gtk_list_box_remove (self->roles, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->roles), get_role_row (self, 0) != NULL);
  changed_cb (self);
}

static GtkWidget *
append_role (VslPersonForm *self,
             VslRole       *role)
{
  GtkWidget *row = vsl_role_row_new (role);

  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, 0);
  gtk_list_box_append (self->roles, row);
  gtk_widget_set_visible (GTK_WIDGET (self->roles), TRUE);

  return row;
}

static void
add_role_cb (VslPersonForm *self)
{
  gtk_widget_child_focus (append_role (self, NULL), GTK_DIR_TAB_FORWARD);
}

static void
append_observed (VslPersonForm *self,
                 VslRole       *role)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strjoin (*vsl_role_get_title (role) != '\0' &&
                                      *vsl_role_get_organisation (role) != '\0' ? ", " : "",
                                      vsl_role_get_title (role), vsl_role_get_organisation (role),
                                      NULL);
  g_autofree char *subtitle = g_strdup_printf (_("As in a report of %s"), vsl_role_get_from (role));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (self->observed_list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->observed_list), TRUE);
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (list), FALSE);
}

static void
fill_roles (VslPersonForm *self,
            GPtrArray     *roles)
{
  guint i;

  clear (self->roles);
  clear (self->observed_list);
  g_ptr_array_set_size (self->observed, 0);
  for (i = 0; i < roles->len; i++)
    {
      VslRole *role = g_ptr_array_index (roles, i);

      if (!vsl_role_get_observed (role))
        {
          append_role (self, role);
          continue;
        }
      append_observed (self, role);
      g_ptr_array_add (self->observed, g_object_ref (role));
    }
}

static void
vsl_person_form_dispose (GObject *object)
{
  VslPersonForm *self = VSL_PERSON_FORM (object);

  self->filling = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_PERSON_FORM);
  g_clear_pointer (&self->observed, g_ptr_array_unref);

  G_OBJECT_CLASS (vsl_person_form_parent_class)->dispose (object);
}

static void
vsl_person_form_class_init (VslPersonFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vsl_person_form_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", VSL_TYPE_PERSON_FORM, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-person-form.ui");
  gtk_widget_class_bind_template_child (widget_class, VslPersonForm, given_row);
  gtk_widget_class_bind_template_child (widget_class, VslPersonForm, prefix_row);
  gtk_widget_class_bind_template_child (widget_class, VslPersonForm, family_row);
  gtk_widget_class_bind_template_child (widget_class, VslPersonForm, registered_switch);
  gtk_widget_class_bind_template_child (widget_class, VslPersonForm, example_row);
  gtk_widget_class_bind_template_child (widget_class, VslPersonForm, email_row);
  gtk_widget_class_bind_template_child (widget_class, VslPersonForm, officer_row);
  gtk_widget_class_bind_template_child (widget_class, VslPersonForm, press_row);
  gtk_widget_class_bind_template_child (widget_class, VslPersonForm, note_row);
  gtk_widget_class_bind_template_child (widget_class, VslPersonForm, delete_row);
  gtk_widget_class_bind_template_child (widget_class, VslPersonForm, problem);
  gtk_widget_class_bind_template_child (widget_class, VslPersonForm, roles);
  gtk_widget_class_bind_template_child (widget_class, VslPersonForm, observed_list);
  gtk_widget_class_bind_template_child_full (widget_class, "add_role_button", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_role_cb);
}

static void
vsl_person_form_init (VslPersonForm *self)
{
  self->observed = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vsl_person_form_set_contact:
 * @contact: (nullable): what is filled in; %NULL for somebody new
 *
 * Fills the form in, without a signal.
 */
void
vsl_person_form_set_contact (VslPersonForm *self,
                             VslContact    *contact)
{
  const VslContactFields *fields = contact != NULL ? vsl_contact_get_fields (contact) : NULL;
  VslPerson *person = fields != NULL ? fields->person : NULL;
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  g_return_if_fail (VSL_IS_PERSON_FORM (self));

  self->filling = TRUE;
  gtk_editable_set_text (self->given_row, person != NULL ? vsl_person_get_given (person) : "");
  gtk_editable_set_text (self->prefix_row, person != NULL ? vsl_person_get_prefix (person) : "");
  gtk_editable_set_text (self->family_row, person != NULL ? vsl_person_get_family (person) : "");
  gtk_switch_set_active (self->registered_switch,
                         person != NULL && vsl_person_get_as_registered (person));
  gtk_editable_set_text (self->email_row, fields != NULL ? fields->email : "");
  gtk_editable_set_text (self->officer_row, fields != NULL ? fields->press_officer : "");
  gtk_editable_set_text (self->press_row, fields != NULL ? fields->press_email : "");
  gtk_editable_set_text (self->note_row, fields != NULL ? fields->note : "");
  gtk_editable_set_text (self->delete_row, fields != NULL ? fields->delete_after : "");
  fill_roles (self, fields != NULL ? fields->roles : none);
  show_example (self);
  gtk_widget_remove_css_class (GTK_WIDGET (self->delete_row), "error");
  gtk_widget_set_visible (self->problem, FALSE);
  self->filling = FALSE;
}

/**
 * vsl_person_form_dup_contact:
 * @base: (nullable): the person as stored last
 *
 * Returns: (transfer full) (nullable): what is filled in, with the id and revision of @base; %NULL
 *   when it cannot be kept like this, which the form says
 */
VslContact *
vsl_person_form_dup_contact (VslPersonForm *self,
                             VslContact    *base)
{
  g_autoptr(VslPerson) person = NULL;
  g_autoptr(GPtrArray) roles = g_ptr_array_new_with_free_func (g_object_unref);
  VslContactFields fields = { NULL };
  VslRoleRow *row;
  int i;

  g_return_val_if_fail (VSL_IS_PERSON_FORM (self), NULL);

  if (!check (self))
    return NULL;

  for (i = 0; (row = get_role_row (self, i)) != NULL; i++)
    {
      VslRole *role = vsl_role_row_dup_role (row);

      if (role != NULL)
        g_ptr_array_add (roles, role);
    }
  g_ptr_array_extend (roles, self->observed, (GCopyFunc) g_object_ref, NULL);
  if (base != NULL)
    fields = *vsl_contact_get_fields (base);
  fields.person = person = make_person (self);
  fields.roles = roles;
  fields.email = gtk_editable_get_text (self->email_row);
  fields.press_officer = gtk_editable_get_text (self->officer_row);
  fields.press_email = gtk_editable_get_text (self->press_row);
  fields.note = gtk_editable_get_text (self->note_row);
  fields.delete_after = gtk_editable_get_text (self->delete_row);

  return vsl_contact_new (&fields);
}

/**
 * vsl_person_form_focus:
 *
 * Puts the caret in the first field.
 */
void
vsl_person_form_focus (VslPersonForm *self)
{
  g_return_if_fail (VSL_IS_PERSON_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->given_row));
}
