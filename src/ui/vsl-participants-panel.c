/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-participants-panel.h"

#include "desk/vsl-participant-list.h"
#include "ui/vsl-participant-form.h"
#include "ui/vsl-participant-lines.h"
#include "ui/vsl-participant-removal.h"
#include "ui/vsl-participant-row.h"
#include "ui/vsl-person-completion.h"
#include "ui/vsl-wrap-layout.h"

#include <string.h>

/**
 * VslParticipantsPanel:
 *
 * Who took part in the debate: the first thing a moderator fills in. Shows the participants of a
 * document in order and lets them be added (as a line, a pasted list or a form), edited, moved,
 * made chair and removed. The document holds the list; the rows follow it.
 */
struct _VslParticipantsPanel
{
  AdwBin        parent_instance;

  VslDesk      *desk;               /* (owned) (nullable) */
  VslDocument  *document;           /* (owned) (nullable) whose participants they are, … */
  GListStore   *participants;       /* (owned) (nullable) … or else those of a debate */
  GSignalGroup *document_signals;   /* (owned) */
  GSignalGroup *list_signals;       /* (owned) */
  gboolean      filling;            /* an entry is being set, not typed in */

  GtkWidget    *content;            /* (template), as all that follow */
  GtkWidget    *event_box;
  GtkWidget    *event_entry;
  GtkWidget    *list;
  GtkWidget    *empty;
  GtkWidget    *add_entry;
  VslPersonCompletion *completion;
  GtkWidget    *form_toggle;
  GtkWidget    *form_revealer;
  GtkWidget    *form;
  GtkWidget    *form_add_button;
  GtkWidget    *copy_button;
  GtkWidget    *problem_label;
};

G_DEFINE_FINAL_TYPE (VslParticipantsPanel, vsl_participants_panel, ADW_TYPE_BIN)

typedef enum
{
  PROP_DESK = 1,
  PROP_DOCUMENT,
  PROP_PARTICIPANTS,
  PROP_DATE,
  N_PROPS
} VslParticipantsPanelProperty;

static GParamSpec *properties[N_PROPS];

static guint
count_participants (VslParticipantsPanel *self)
{
  if (self->participants == NULL)
    return 0;

  return g_list_model_get_n_items (G_LIST_MODEL (self->participants));
}

static VslParticipantRow *
get_row (VslParticipantsPanel *self,
         guint                 position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) position);

  return row != NULL ? VSL_PARTICIPANT_ROW (row) : NULL;
}

static void
show_problem (VslParticipantsPanel *self,
              const char           *message)
{
  gtk_label_set_label (GTK_LABEL (self->problem_label), message != NULL ? message : "");
  gtk_widget_set_visible (self->problem_label, message != NULL);
}

static void
update_emptiness (VslParticipantsPanel *self)
{
  gboolean any = count_participants (self) > 0;

  gtk_widget_set_visible (self->list, any);
  gtk_widget_set_visible (self->empty, !any);
  gtk_widget_set_sensitive (self->copy_button, any);
}

static void
focus_row (VslParticipantsPanel *self,
           guint                 position)
{
  VslParticipantRow *row = get_row (self, position);

  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add_entry);
}

static void
move_participant (VslParticipantsPanel *self,
                  guint                 from,
                  guint                 to)
{
  VslParticipantRow *row = get_row (self, from);
  gboolean editing;

  if (from == to || row == NULL || to >= count_participants (self))
    return;

  editing = vsl_participant_row_get_editing (row);
  vsl_participant_row_set_editing (row, FALSE);
  vsl_participant_list_move (self->participants, from, to);

  focus_row (self, to);
  if (editing)
    vsl_participant_row_set_editing (get_row (self, to), TRUE);
}

static void
append_participant (VslParticipantsPanel *self,
                    VslParticipant       *participant)
{
  guint position = count_participants (self);

  vsl_participant_list_insert (self->participants, position, participant);
  if (vsl_participant_get_chair (participant))
    vsl_participant_list_set_chair (self->participants, position, TRUE);
}

/* Adds everyone whom @text names. */
static void
add_lines (VslParticipantsPanel *self,
           const char           *text)
{
  g_autofree char *event = NULL;
  g_autoptr(GPtrArray) participants = NULL;
  guint i;

  if (self->participants == NULL || self->desk == NULL)
    return;

  participants = vsl_participant_lines_read (self->desk, text, &event);
  for (i = 0; i < participants->len; i++)
    append_participant (self, g_ptr_array_index (participants, i));

  if (event != NULL && self->document != NULL &&
      *vsl_document_get_text (self->document, VSL_FIELD_EVENT) == '\0')
    vsl_document_set_text (self->document, VSL_FIELD_EVENT, event);
}

static void
add_activated_cb (VslParticipantsPanel *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_entry)));

  gtk_editable_set_text (GTK_EDITABLE (self->add_entry), "");
  add_lines (self, text);
}

/* A list that was pasted comes with its line ends: everyone on it is added at once. */
static void
add_changed_cb (VslParticipantsPanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->add_entry));

  if (strpbrk (text, "\r\n") != NULL)
    add_activated_cb (self);
}

static void
empty_clicked_cb (VslParticipantsPanel *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->form_toggle), TRUE);
}

static void
form_toggled_cb (VslParticipantsPanel *self)
{
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->form_toggle));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->form_revealer), open);
  if (open)
    gtk_widget_grab_focus (self->form);
}

static void
form_edited_cb (VslParticipantsPanel *self)
{
  gtk_widget_set_sensitive (self->form_add_button, TRUE);
}

/* The form stays open and is empty again: for the next one. */
static void
form_finished_cb (VslParticipantsPanel *self)
{
  VslParticipantForm *form = VSL_PARTICIPANT_FORM (self->form);
  VslParticipant *participant = vsl_participant_form_get_participant (form);

  if (participant == NULL || self->participants == NULL)
    return;

  append_participant (self, participant);
  vsl_participant_form_set_participant (form, NULL);
  gtk_widget_set_sensitive (self->form_add_button, FALSE);
  gtk_widget_grab_focus (self->form);
}

static void
copy_clicked_cb (VslParticipantsPanel *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->participants == NULL || self->desk == NULL)
    return;

  text = vsl_participant_lines_write (self->desk, self->document,
                                      G_LIST_MODEL (self->participants), &error);
  show_problem (self, error != NULL ? error->message : NULL);
  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
event_entry_changed_cb (VslParticipantsPanel *self)
{
  if (self->document != NULL && !self->filling)
    vsl_document_set_text (self->document, VSL_FIELD_EVENT,
                           gtk_editable_get_text (GTK_EDITABLE (self->event_entry)));
}

static void
document_event_changed_cb (VslParticipantsPanel *self)
{
  const char *event = vsl_document_get_text (self->document, VSL_FIELD_EVENT);

  if (g_strcmp0 (event, gtk_editable_get_text (GTK_EDITABLE (self->event_entry))) == 0)
    return;

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->event_entry), event != NULL ? event : "");
  self->filling = FALSE;
}

static void
row_activated_cb (VslParticipantsPanel *self,
                  VslParticipantRow    *row)
{
  vsl_participant_row_set_editing (row, !vsl_participant_row_get_editing (row));
}

static void
row_edited_cb (VslParticipantRow    *row,
               VslParticipantsPanel *self)
{
  g_autoptr(VslParticipant) edited = g_object_ref (vsl_participant_row_get_participant (row));
  guint position = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autoptr(VslParticipant) before =
    g_list_model_get_item (G_LIST_MODEL (self->participants), position);
  gboolean chair = vsl_participant_get_chair (edited);

  vsl_participant_list_replace (self->participants, position, edited);
  if (chair != vsl_participant_get_chair (before))
    vsl_participant_list_set_chair (self->participants, position, chair);
}

static void
row_move_requested_cb (VslParticipantRow    *row,
                       int                   delta,
                       VslParticipantsPanel *self)
{
  int from = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  int to = from + delta;

  if (to >= 0)
    move_participant (self, (guint) from, (guint) to);
}

static void
row_removal_requested_cb (VslParticipantRow    *row,
                          VslParticipantsPanel *self)
{
  g_autoptr(VslParticipant) participant =
    g_object_ref (vsl_participant_row_get_participant (row));
  guint position = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  vsl_participant_list_remove (self->participants, position);
  vsl_participant_removal_offer_undo (GTK_WIDGET (self), self->participants, participant, position);
  focus_row (self, MIN (position, MAX (count_participants (self), 1) - 1));
}

static void
insert_row (VslParticipantsPanel *self,
            guint                 position,
            VslParticipant       *participant)
{
  GtkWidget *row = vsl_participant_row_new (participant);

  g_signal_connect_object (row, "edited", G_CALLBACK (row_edited_cb), self, 0);
  g_signal_connect_object (row, "move-requested", G_CALLBACK (row_move_requested_cb), self, 0);
  g_signal_connect_object (row, "removal-requested", G_CALLBACK (row_removal_requested_cb),
                           self, 0);
  gtk_list_box_insert (GTK_LIST_BOX (self->list), row, (int) position);
}

/* A row outlives the change of its participant, so that the form in it keeps its focus and its
 * caret while somebody types; gtk_list_box_bind_model() would make a new row at every keystroke. */
static void
participants_changed_cb (VslParticipantsPanel *self,
                         guint                 position,
                         guint                 removed,
                         guint                 added,
                         GListModel           *participants)
{
  guint kept = MIN (removed, added);
  guint i;

  for (i = kept; i < removed; i++)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (get_row (self, position + kept)));
  for (i = 0; i < added; i++)
    {
      g_autoptr(VslParticipant) participant = g_list_model_get_item (participants, position + i);

      if (i < kept)
        vsl_participant_row_set_participant (get_row (self, position + i), participant);
      else
        insert_row (self, position + i, participant);
    }

  update_emptiness (self);
}

static GdkDragAction
drag_moved_cb (VslParticipantsPanel *self,
               double                x,
               double                y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->list), (int) y);

  if (row != NULL)
    gtk_list_box_drag_highlight_row (GTK_LIST_BOX (self->list), row);
  else
    gtk_list_box_drag_unhighlight_row (GTK_LIST_BOX (self->list));

  return GDK_ACTION_MOVE;
}

static void
drag_left_cb (VslParticipantsPanel *self)
{
  gtk_list_box_drag_unhighlight_row (GTK_LIST_BOX (self->list));
}

static gboolean
dropped_cb (VslParticipantsPanel *self,
            const GValue         *value,
            double                x,
            double                y)
{
  GtkListBoxRow *row = g_value_get_object (value);
  GtkListBoxRow *target = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->list), (int) y);

  gtk_list_box_drag_unhighlight_row (GTK_LIST_BOX (self->list));
  if (target == NULL || gtk_widget_get_parent (GTK_WIDGET (row)) != self->list)
    return FALSE;

  move_participant (self, (guint) gtk_list_box_row_get_index (row),
                    (guint) gtk_list_box_row_get_index (target));

  return TRUE;
}

static void
remove_rows (VslParticipantsPanel *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

/* Shows another list, with the rows of it. */
static void
show_list (VslParticipantsPanel *self,
           GListStore           *participants)
{
  remove_rows (self);
  g_set_object (&self->participants, participants);
  g_signal_group_set_target (self->list_signals, participants);
  gtk_widget_set_visible (self->content, participants != NULL);
  show_problem (self, NULL);
  update_emptiness (self);
  if (participants != NULL)
    participants_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (participants)),
                             G_LIST_MODEL (participants));
}

static void
set_document (VslParticipantsPanel *self,
              VslDocument          *document)
{
  if (!g_set_object (&self->document, document))
    return;

  g_signal_group_set_target (self->document_signals, document);
  show_list (self, document != NULL
                   ? G_LIST_STORE (vsl_document_get_participants (document)) : NULL);
  if (document != NULL)
    document_event_changed_cb (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/* Of a debate, whose name is written elsewhere. */
static void
set_participants (VslParticipantsPanel *self,
                  GListStore           *participants)
{
  if (self->participants == participants)
    return;

  set_document (self, NULL);
  show_list (self, participants);
  gtk_widget_set_visible (self->event_box, participants == NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PARTICIPANTS]);
}

static void
vsl_participants_panel_dispose (GObject *object)
{
  VslParticipantsPanel *self = VSL_PARTICIPANTS_PANEL (object);

  g_clear_object (&self->list_signals);
  g_clear_object (&self->document_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_PARTICIPANTS_PANEL);
  g_clear_object (&self->participants);
  g_clear_object (&self->document);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_participants_panel_parent_class)->dispose (object);
}

static void
vsl_participants_panel_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  VslParticipantsPanel *self = VSL_PARTICIPANTS_PANEL (object);

  switch ((VslParticipantsPanelProperty) prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_PARTICIPANTS:
      g_value_set_object (value, self->participants);
      break;
    case PROP_DATE:
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_participants_panel_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  VslParticipantsPanel *self = VSL_PARTICIPANTS_PANEL (object);

  switch ((VslParticipantsPanelProperty) prop_id)
    {
    case PROP_DESK:
      vsl_person_completion_set_desk (self->completion, g_value_get_object (value));
      if (g_set_object (&self->desk, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_DOCUMENT:
      set_document (self, g_value_get_object (value));
      break;
    case PROP_PARTICIPANTS:
      set_participants (self, g_value_get_object (value));
      break;
    case PROP_DATE:
      vsl_person_completion_set_date (self->completion, g_value_get_string (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (VSL_TYPE_PERSON_COMPLETION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-participants-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, VslParticipantsPanel, content);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantsPanel, event_box);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantsPanel, event_entry);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantsPanel, list);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantsPanel, empty);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantsPanel, add_entry);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantsPanel, completion);
  gtk_widget_class_bind_template_callback (widget_class, append_participant);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantsPanel, form_toggle);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantsPanel, form_revealer);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantsPanel, form);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantsPanel, form_add_button);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantsPanel, copy_button);
  gtk_widget_class_bind_template_child (widget_class, VslParticipantsPanel, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, add_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, empty_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
vsl_participants_panel_class_init (VslParticipantsPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vsl_participants_panel_dispose;
  object_class->get_property = vsl_participants_panel_get_property;
  object_class->set_property = vsl_participants_panel_set_property;

  properties[PROP_DESK] =
    g_param_spec_object ("desk", NULL, NULL, VSL_TYPE_DESK, flags);
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, VSL_TYPE_DOCUMENT, flags);
  properties[PROP_PARTICIPANTS] =
    g_param_spec_object ("participants", NULL, NULL, G_TYPE_LIST_STORE, flags);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VSL_TYPE_PARTICIPANT_FORM);
  g_type_ensure (VSL_TYPE_PARTICIPANT_ROW);
  g_type_ensure (VSL_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
}

static void
vsl_participants_panel_init (VslParticipantsPanel *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (VSL_TYPE_PARTICIPANT_ROW, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (drop, "motion", G_CALLBACK (drag_moved_cb), self);
  g_signal_connect_swapped (drop, "leave", G_CALLBACK (drag_left_cb), self);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (drop));

  self->document_signals = g_signal_group_new (VSL_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "notify::event",
                                  G_CALLBACK (document_event_changed_cb), self);
  self->list_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->list_signals, "items-changed",
                                  G_CALLBACK (participants_changed_cb), self);

  gtk_widget_set_visible (self->content, FALSE);
  update_emptiness (self);
}

/**
 * vsl_participants_panel_new:
 *
 * Returns: (transfer floating): a panel without a desk or a document
 */
GtkWidget *
vsl_participants_panel_new (void)
{
  return g_object_new (VSL_TYPE_PARTICIPANTS_PANEL, NULL);
}
