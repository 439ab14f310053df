/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-person-completion.h"

#include "core/vsl-text.h"
#include "desk/vsl-desk-people.h"

#include <string.h>

#define MIN_LETTERS 2
#define MAX_ROWS 6

/**
 * VslPersonCompletion:
 *
 * People of the directory who fit what is typed in the entry above, each with the role of the day. A
 * click, or Down and Enter, chooses one and empties the entry.
 */
struct _VslPersonCompletion
{
  GtkWidget    parent_instance;

  GtkEditable *entry;  /* (owned) (nullable) */
  GListModel  *people; /* (owned) (nullable) */
  VslDesk     *desk;   /* (owned) (nullable) */
  char        *date;   /* (owned) (nullable) whole date of the debate; else now */
  GtkListBox  *list;   /* (owned by the tree) */
};

G_DEFINE_FINAL_TYPE (VslPersonCompletion, vsl_person_completion, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear (VslPersonCompletion *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
add_row (VslPersonCompletion *self,
         VslContact          *contact)
{
  g_autoptr(VslParticipant) participant = vsl_contact_make_participant (contact, self->date);
  g_autofree char *description = vsl_participant_dup_description (participant);
  GtkWidget *label = gtk_label_new (description);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_append (self->list, label);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static gboolean
fits (VslContact *contact,
      const char *folded)
{
  g_autofree char *name = vsl_text_fold (vsl_contact_get_name (contact));
  const char *found = strstr (name, folded);

  return found != NULL && (found == name || found[-1] == ' ');
}

/* The contacts of the rows, in their order. */
static GPtrArray *
find_people (VslPersonCompletion *self)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  const char *typed = gtk_editable_get_text (self->entry);
  g_autofree char *folded = vsl_text_fold (typed);
  guint i;

  g_strstrip (folded);
  if (strlen (folded) < MIN_LETTERS || strchr (typed, ',') != NULL || self->people == NULL)
    return g_steal_pointer (&found);

  for (i = 0; i < g_list_model_get_n_items (self->people) && found->len < MAX_ROWS; i++)
    {
      g_autoptr(VslContact) contact = g_list_model_get_item (self->people, i);

      if (fits (contact, folded))
        g_ptr_array_add (found, g_object_ref (contact));
    }

  return g_steal_pointer (&found);
}

static void
entry_changed_cb (VslPersonCompletion *self)
{
  g_autoptr(GPtrArray) found = NULL;
  guint i;

  /* The directory is read when somebody first types here. */
  if (self->people == NULL && self->desk != NULL && *gtk_editable_get_text (self->entry) != '\0')
    self->people = g_object_ref (vsl_desk_get_people (self->desk));

  clear (self);
  found = find_people (self);
  for (i = 0; i < found->len; i++)
    add_row (self, g_ptr_array_index (found, i));
}

static void
row_activated_cb (VslPersonCompletion *self,
                  GtkListBoxRow       *row)
{
  g_autoptr(GPtrArray) found = find_people (self);
  guint index = (guint) gtk_list_box_row_get_index (row);
  g_autoptr(VslParticipant) participant = NULL;

  if (index >= found->len)
    return;

  participant = vsl_contact_make_participant (g_ptr_array_index (found, index), self->date);
  gtk_editable_set_text (self->entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, participant);
}

static gboolean
key_pressed_cb (VslPersonCompletion *self,
                guint                keyval)
{
  if (keyval != GDK_KEY_Down || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
take_entry (VslPersonCompletion *self,
            GtkEditable         *entry)
{
  GtkEventController *keys;

  if (!g_set_object (&self->entry, entry) || entry == NULL)
    return;

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
vsl_person_completion_dispose (GObject *object)
{
  VslPersonCompletion *self = VSL_PERSON_COMPLETION (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->entry);
  g_clear_object (&self->people);
  g_clear_pointer (&self->date, g_free);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_person_completion_parent_class)->dispose (object);
}

static void
vsl_person_completion_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ENTRY:
      take_entry (VSL_PERSON_COMPLETION (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_person_completion_class_init (VslPersonCompletionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_person_completion_dispose;
  object_class->set_property = vsl_person_completion_set_property;

  properties[PROP_ENTRY] =
    g_param_spec_object ("entry", NULL, NULL, GTK_TYPE_EDITABLE,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", VSL_TYPE_PERSON_COMPLETION, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         VSL_TYPE_PARTICIPANT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
vsl_person_completion_init (VslPersonCompletion *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

/**
 * vsl_person_completion_set_desk:
 * @desk: (nullable): where the directory is
 */
void
vsl_person_completion_set_desk (VslPersonCompletion *self,
                                VslDesk             *desk)
{
  g_return_if_fail (VSL_IS_PERSON_COMPLETION (self));

  if (g_set_object (&self->desk, desk))
    g_clear_object (&self->people);
}

/**
 * vsl_person_completion_set_date:
 * @date: (nullable): the day of the debate, a whole date; %NULL or empty for now
 *
 * People are offered as what they were on that day.
 */
void
vsl_person_completion_set_date (VslPersonCompletion *self,
                                const char          *date)
{
  g_return_if_fail (VSL_IS_PERSON_COMPLETION (self));

  g_free (self->date);
  self->date = g_strdup (date);
}
