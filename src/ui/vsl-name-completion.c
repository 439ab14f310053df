/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-name-completion.h"

#include "core/vsl-name-start.h"
#include "desk/vsl-desk-people.h"
#include "ui/vsl-name-offers.h"

#include <gtksourceview/gtksource.h>

/* Names that are offered at once, and how many of them are of people of the directory. */
#define MAX_OFFERS 6
#define MAX_PEOPLE 4

/* People of the directory are many: one of them is meant when this much was typed, with a capital. */
#define MIN_LETTERS_PEOPLE 4

/**
 * VslNameCompletion:
 *
 * Offers a name while it is being typed: participants of the article in the form of that place (the
 * full name at the first mention, the last name after that), then people of the directory. Tab takes
 * the first, Enter the one that is marked, the arrows mark another, Escape leaves the word alone.
 *
 * A keystroke does no more than ask for a look at the line when nothing else is to be done; only when
 * a participant fits there is the text before the caret looked at. It has no part in the text: no
 * marks, no tags.
 *
 * Owned by the editor, which ends it before its view. Main thread.
 */
struct _VslNameCompletion
{
  GObject         parent_instance;

  GtkTextView    *view;      /* (unowned) (nullable) after the end */
  VslField        field;
  VslNameOffers  *offers;    /* (unowned) (nullable) a child of the view; made when first needed */
  GSignalGroup   *signals;   /* (owned) of the buffer */
  VslDocument    *document;  /* (owned) (nullable) */
  VslDesk        *desk;      /* (owned) (nullable) */
  GListModel     *people;    /* (owned) (nullable) the directory, once it was needed */
  guint           look_id;
  gboolean        typed;     /* since the last look */
  int             shown_at;  /* where the name begins that is offered */
  int             left_at;   /* where one begins that was left with Escape; -1 */
};

G_DEFINE_FINAL_TYPE (VslNameCompletion, vsl_name_completion, G_TYPE_OBJECT)

static gboolean
is_offering (VslNameCompletion *self)
{
  return self->offers != NULL && gtk_widget_get_visible (GTK_WIDGET (self->offers));
}

static void
hide (VslNameCompletion *self)
{
  if (is_offering (self))
    gtk_popover_popdown (GTK_POPOVER (self->offers));
}

static void
get_caret (VslNameCompletion *self,
           GtkTextIter       *caret)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_text_buffer_get_iter_at_mark (buffer, caret, gtk_text_buffer_get_insert (buffer));
}

static char *
dup_line_before (const GtkTextIter *caret)
{
  GtkTextIter start = *caret;

  gtk_text_iter_set_line_offset (&start, 0);

  return gtk_text_iter_get_slice (&start, caret);
}

/* What was typed a moment ago is not highlighted yet: the line is, before it is asked. */
static gboolean
is_code (const GtkTextIter *caret)
{
  GtkTextBuffer *buffer = gtk_text_iter_get_buffer (caret);
  GtkTextIter before = *caret;

  if (!GTK_SOURCE_IS_BUFFER (buffer))
    return FALSE;

  gtk_text_iter_backward_char (&before);
  gtk_source_buffer_ensure_highlight (GTK_SOURCE_BUFFER (buffer), &before, caret);

  return gtk_source_buffer_iter_has_context_class (GTK_SOURCE_BUFFER (buffer), &before,
                                                   "no-spell-check");
}

/* Whether the reader has met @person when he comes to the name: in the lead, or before it. */
static gboolean
is_named (VslNameCompletion *self,
          VslPerson         *person,
          const GtkTextIter *caret,
          guint              n_typed)
{
  GtkTextIter start, end = *caret;
  g_autofree char *text = NULL;

  if (self->field == VSL_FIELD_HEADLINE)
    return FALSE;
  if (self->field == VSL_FIELD_BODY &&
      vsl_name_start_is_named (vsl_document_get_text (self->document, VSL_FIELD_LEAD), person))
    return TRUE;

  gtk_text_iter_backward_chars (&end, (int) n_typed);
  gtk_text_buffer_get_start_iter (gtk_text_iter_get_buffer (caret), &start);
  text = gtk_text_iter_get_slice (&start, &end);

  return vsl_name_start_is_named (text, person);
}

/* Two people of one name are told apart by the full name. */
static gboolean
is_shared (GListModel *participants,
           VslPerson  *person)
{
  guint n_same = 0;

  for (guint i = 0; i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(VslParticipant) other = g_list_model_get_item (participants, i);
      VslPerson *somebody = vsl_participant_get_person (other);

      n_same += g_str_equal (vsl_person_get_family (somebody), vsl_person_get_family (person));
    }

  return n_same > 1;
}

static void
add_forms (VslNameCompletion  *self,
           VslParticipant     *participant,
           const VslNameStart *start,
           gboolean            named,
           const char         *before)
{
  VslPerson *person = vsl_participant_get_person (participant);
  g_auto(GStrv) forms = vsl_name_start_list_forms (start, person, named);
  const char *typed = g_utf8_offset_to_pointer (
    before, g_utf8_strlen (before, -1) - (glong) start->n_typed);

  /* Who has typed all of it needs no help, nor another form. */
  if (g_strv_contains ((const char *const *) forms, typed))
    return;

  for (guint i = 0; forms[i] != NULL && vsl_name_offers_get_n (self->offers) < MAX_OFFERS; i++)
    vsl_name_offers_add (self->offers, forms[i], participant, start->n_typed);
}

/* Returns: how much of a name was typed; 0 when no participant fits */
static guint
add_participants (VslNameCompletion *self,
                  const GtkTextIter *caret,
                  const char        *before,
                  gboolean          *sure)
{
  GListModel *participants = vsl_document_get_participants (self->document);
  guint n_typed = 0;

  for (guint i = 0; i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(VslParticipant) participant = g_list_model_get_item (participants, i);
      VslPerson *person = vsl_participant_get_person (participant);
      VslNameStart start;

      if (!vsl_name_start_find (before, person, &start))
        continue;
      *sure = *sure || start.sure;
      n_typed = MAX (n_typed, start.n_typed);
      add_forms (self, participant, &start,
                 !is_shared (participants, person) &&
                 is_named (self, person, caret, start.n_typed), before);
    }

  return n_typed;
}

static gboolean
is_participant (VslNameCompletion *self,
                const char        *name)
{
  GListModel *participants = vsl_document_get_participants (self->document);

  for (guint i = 0; i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(VslParticipant) participant = g_list_model_get_item (participants, i);

      if (g_str_equal (vsl_participant_get_name (participant), name))
        return TRUE;
    }

  return FALSE;
}

/* Whether the word before the caret may be a name of the directory at all: most words are not, and
 * cost nothing more. */
static gboolean
may_be_person (const char *before)
{
  const char *p = before + strlen (before);
  guint n = 0;

  while (p > before && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p))))
    {
      p = g_utf8_prev_char (p);
      n++;
    }

  return n >= MIN_LETTERS_PEOPLE && g_unichar_isupper (g_utf8_get_char (p));
}

static guint
add_people (VslNameCompletion *self,
            const char        *before)
{
  guint n_typed = 0, n_people = 0;

  if (self->desk == NULL || !may_be_person (before))
    return 0;
  if (self->people == NULL)
    self->people = g_object_ref (vsl_desk_get_people (self->desk));

  for (guint i = 0; i < g_list_model_get_n_items (self->people) && n_people < MAX_PEOPLE; i++)
    {
      g_autoptr(VslContact) contact = g_list_model_get_item (self->people, i);
      g_autoptr(VslParticipant) now = NULL;
      VslNameStart start;

      if (!vsl_name_start_find (before, vsl_contact_get_fields (contact)->person, &start) ||
          is_participant (self, vsl_contact_get_name (contact)))
        continue;
      now = vsl_contact_make_participant (contact, NULL);
      n_typed = MAX (n_typed, start.n_typed);
      n_people++;
      add_forms (self, now, &start, FALSE, before);
    }

  return n_typed;
}

static void
chosen_cb (VslNameCompletion *self,
           const char        *text,
           guint              n_typed)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter begin, end;

  hide (self);
  get_caret (self, &end);
  begin = end;
  gtk_text_iter_backward_chars (&begin, (int) n_typed);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &begin, &end);
  gtk_text_buffer_insert (buffer, &begin, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  self->typed = FALSE;
}

static void
ensure_offers (VslNameCompletion *self)
{
  if (self->offers != NULL)
    return;

  self->offers = VSL_NAME_OFFERS (vsl_name_offers_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->offers), GTK_WIDGET (self->view));
  g_signal_connect_object (self->offers, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

/* Under the beginning of the name, so that it stays where it is while the name grows. */
static void
show (VslNameCompletion *self,
      GtkTextIter        begin)
{
  GdkRectangle rect;

  gtk_text_view_get_iter_location (self->view, &begin, &rect);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, rect.x, rect.y, &rect.x,
                                         &rect.y);
  rect.width = MAX (rect.width, 1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->offers), &rect);
  if (is_offering (self))
    gtk_popover_present (GTK_POPOVER (self->offers));
  else
    gtk_popover_popup (GTK_POPOVER (self->offers));
}

static gboolean
can_offer (VslNameCompletion *self)
{
  return self->view != NULL && self->document != NULL &&
         gtk_widget_has_focus (GTK_WIDGET (self->view)) &&
         gtk_text_view_get_editable (self->view) &&
         !gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (self->view));
}

static void
look (VslNameCompletion *self)
{
  GtkTextIter caret, begin;
  g_autofree char *before = NULL;
  gboolean sure = FALSE;
  guint n_typed;

  g_clear_handle_id (&self->look_id, g_source_remove);
  if (!self->typed || !can_offer (self))
    {
      hide (self);
      return;
    }

  self->typed = FALSE;
  get_caret (self, &caret);
  before = dup_line_before (&caret);
  ensure_offers (self);
  vsl_name_offers_clear (self->offers);
  n_typed = add_participants (self, &caret, before, &sure);
  n_typed = MAX (n_typed, add_people (self, before));
  begin = caret;
  gtk_text_iter_backward_chars (&begin, (int) n_typed);
  if (vsl_name_offers_get_n (self->offers) == 0 || is_code (&caret))
    {
      hide (self);
      return;
    }
  if (gtk_text_iter_get_offset (&begin) == self->left_at)
    return;

  self->left_at = -1;
  self->shown_at = gtk_text_iter_get_offset (&begin);
  if (sure)
    vsl_name_offers_move (self->offers, 1);
  show (self, begin);
}

static gboolean
look_cb (gpointer data)
{
  VslNameCompletion *self = data;

  self->look_id = 0;
  look (self);

  return G_SOURCE_REMOVE;
}

/* When nothing else is to be done: a keystroke is drawn first. */
static void
look_later (VslNameCompletion *self)
{
  if (self->look_id == 0)
    self->look_id = g_idle_add (look_cb, self);
}

/* A letter, not what is pasted or comes from elsewhere. */
static void
inserted_cb (VslNameCompletion *self,
             GtkTextIter       *location,
             const char        *text,
             int                n_bytes,
             GtkTextBuffer     *buffer)
{
  if (g_utf8_strlen (text, n_bytes) != 1)
    return;

  self->typed = TRUE;
  look_later (self);
}

/* A name that is made shorter is offered on, and a new one is not. */
static void
deleted_cb (VslNameCompletion *self)
{
  if (!is_offering (self))
    return;

  self->typed = TRUE;
  look_later (self);
}

static void
caret_moved_cb (VslNameCompletion *self)
{
  if (is_offering (self))
    look_later (self);
}

static gboolean
key_pressed_cb (VslNameCompletion *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  if (!is_offering (self) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  /* A key that comes right behind a letter means the name with that letter. */
  if (self->look_id != 0)
    look (self);
  if (!is_offering (self))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Tab:
      return vsl_name_offers_choose (self->offers, TRUE);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return vsl_name_offers_choose (self->offers, FALSE);
    case GDK_KEY_Down:
    case GDK_KEY_Up:
      vsl_name_offers_move (self->offers, keyval == GDK_KEY_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      self->left_at = self->shown_at;
      hide (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
buffer_changed_cb (VslNameCompletion *self)
{
  self->left_at = -1;
  self->typed = FALSE;
  hide (self);
  g_signal_group_set_target (self->signals, gtk_text_view_get_buffer (self->view));
}

static void
vsl_name_completion_dispose (GObject *object)
{
  VslNameCompletion *self = VSL_NAME_COMPLETION (object);

  vsl_name_completion_end (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->document);
  g_clear_object (&self->people);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_name_completion_parent_class)->dispose (object);
}

static void
vsl_name_completion_class_init (VslNameCompletionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vsl_name_completion_dispose;
}

static void
vsl_name_completion_init (VslNameCompletion *self)
{
  self->left_at = -1;
  self->signals = g_signal_group_new (GTK_TYPE_TEXT_BUFFER);
  g_signal_group_connect_swapped (self->signals, "insert-text", G_CALLBACK (inserted_cb), self);
  g_signal_group_connect_swapped (self->signals, "delete-range", G_CALLBACK (deleted_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::cursor-position",
                                  G_CALLBACK (caret_moved_cb), self);
}

static void
watch_keys (VslNameCompletion *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (hide), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
}

/**
 * vsl_name_completion_new:
 * @view: where is typed; outlives it, or is taken apart after vsl_name_completion_end()
 * @field: which field of the article that is
 *
 * Returns: (transfer full): without a document, offering nothing
 */
VslNameCompletion *
vsl_name_completion_new (GtkTextView *view,
                         VslField     field)
{
  VslNameCompletion *self = g_object_new (VSL_TYPE_NAME_COMPLETION, NULL);

  self->view = view;
  self->field = field;
  watch_keys (self);
  g_signal_connect_object (view, "notify::buffer", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  buffer_changed_cb (self);

  return self;
}

/**
 * vsl_name_completion_set_document:
 * @document: (nullable): the article that is written from now on
 */
void
vsl_name_completion_set_document (VslNameCompletion *self,
                                  VslDocument       *document)
{
  g_return_if_fail (VSL_IS_NAME_COMPLETION (self));

  hide (self);
  g_set_object (&self->document, document);
  /* The directory learns of the participants of articles when it is asked for. */
  g_clear_object (&self->people);
}

/**
 * vsl_name_completion_set_desk:
 * @desk: (nullable): where the directory is
 */
void
vsl_name_completion_set_desk (VslNameCompletion *self,
                              VslDesk           *desk)
{
  g_return_if_fail (VSL_IS_NAME_COMPLETION (self));

  if (g_set_object (&self->desk, desk))
    g_clear_object (&self->people);
}

/**
 * vsl_name_completion_end:
 *
 * Takes what it offers away from the view, for good.
 */
void
vsl_name_completion_end (VslNameCompletion *self)
{
  g_return_if_fail (VSL_IS_NAME_COMPLETION (self));

  g_clear_handle_id (&self->look_id, g_source_remove);
  g_signal_group_set_target (self->signals, NULL);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  if (self->offers != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->offers));
  self->offers = NULL;
  self->view = NULL;
}
