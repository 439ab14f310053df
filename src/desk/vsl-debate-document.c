/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-desk"

#include "desk/vsl-debate-document-private.h"

#include "desk/vsl-participant-list.h"

/**
 * VslDebateDocument:
 *
 * One open debate: the fields as they are on the screen, and the way to the disk. What is typed is
 * saved half a second later on the store thread; whether something is unsaved is arithmetic, so a
 * save that fails repeats itself. While something is unsaved it holds itself. Written in three files:
 * this one has the fields, the others the saving and what is written live.
 */
enum
{
  PROP_0,
  PROP_SAVE_STATE,
  PROP_SAVE_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VslDebateDocument, vsl_debate_document, G_TYPE_OBJECT)

static void
vsl_debate_document_dispose (GObject *object)
{
  VslDebateDocument *self = VSL_DEBATE_DOCUMENT (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->notes != NULL)
    g_clear_signal_handler (&self->notes_changed_id, self->notes);
  g_clear_object (&self->notes);

  G_OBJECT_CLASS (vsl_debate_document_parent_class)->dispose (object);
}

static void
vsl_debate_document_finalize (GObject *object)
{
  VslDebateDocument *self = VSL_DEBATE_DOCUMENT (object);
  guint i;

  g_clear_object (&self->store);
  g_clear_object (&self->rescue);
  g_clear_object (&self->base);
  for (i = 0; i < VSL_N_DEBATE_TEXTS; i++)
    g_free (self->texts[i]);
  g_strfreev (self->statements);
  g_clear_object (&self->participants);
  g_clear_object (&self->pad_entries);
  g_clear_pointer (&self->pad_votes, g_ptr_array_unref);
  g_free (self->message);

  G_OBJECT_CLASS (vsl_debate_document_parent_class)->finalize (object);
}

static void
vsl_debate_document_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  VslDebateDocument *self = VSL_DEBATE_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_SAVE_STATE:
      g_value_set_enum (value, vsl_debate_document_get_save_state (self));
      break;
    case PROP_SAVE_ERROR:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vsl_debate_document_class_init (VslDebateDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_debate_document_dispose;
  object_class->finalize = vsl_debate_document_finalize;
  object_class->get_property = vsl_debate_document_get_property;

  properties[PROP_SAVE_STATE] =
    g_param_spec_enum ("save-state", NULL, NULL, VSL_TYPE_SAVE_STATE, VSL_SAVE_SAVED,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SAVE_ERROR] =
    g_param_spec_string ("save-error", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", VSL_TYPE_DEBATE_DOCUMENT, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAVED] = g_signal_new ("saved", VSL_TYPE_DEBATE_DOCUMENT, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, VSL_TYPE_DEBATE);
}

static void
vsl_debate_document_init (VslDebateDocument *self)
{
  g_queue_init (&self->waiters);
  self->participants = g_list_store_new (VSL_TYPE_PARTICIPANT);
}

static const char *
get_field (const VslDebateFields *fields,
           VslDebateText          text)
{
  switch (text)
    {
    case VSL_DEBATE_SERIES:
      return fields->series;
    case VSL_DEBATE_TITLE:
      return fields->title;
    case VSL_DEBATE_DATE:
      return fields->date;
    case VSL_DEBATE_PLACE:
      return fields->place;
    case VSL_DEBATE_STREAM:
      return fields->stream;
    case VSL_DEBATE_LANGUAGE:
      return fields->language;
    case VSL_DEBATE_NOTES:
      return fields->notes;
    case VSL_DEBATE_DELETE_AFTER:
      return fields->delete_after;
    case VSL_N_DEBATE_TEXTS:
    default:
      g_return_val_if_reached ("");
    }
}

static void
participants_changed_cb (VslDebateDocument *self)
{
  vsl_debate_document_touch (self);
}

/**
 * vsl_debate_document_new:
 * @store: where it is kept
 * @rescue: the second place, for what @store does not take
 * @clock: tells the time of a save
 * @clock_data: for @clock
 * @debate: the debate as it is stored
 * @pad: (nullable): what was written during it, likewise
 *
 * Returns: (transfer full): a document with nothing to save
 */
VslDebateDocument *
vsl_debate_document_new (VslStore  *store,
                         VslRescue *rescue,
                         VslClock   clock,
                         gpointer   clock_data,
                         VslDebate *debate,
                         VslPad    *pad)
{
  VslDebateDocument *self = g_object_new (VSL_TYPE_DEBATE_DOCUMENT, NULL);
  const VslDebateFields *fields = vsl_debate_get_fields (debate);
  guint i;

  self->store = g_object_ref (store);
  self->rescue = g_object_ref (rescue);
  self->clock = clock;
  self->clock_data = clock_data;
  self->base = g_object_ref (debate);
  for (i = 0; i < VSL_N_DEBATE_TEXTS; i++)
    self->texts[i] = g_strdup (get_field (fields, i));
  self->statements = g_strdupv ((char **) fields->statements);
  vsl_participant_list_take_over (self->participants, fields->participants);
  g_signal_connect_object (self->participants, "items-changed",
                           G_CALLBACK (participants_changed_cb), self, G_CONNECT_SWAPPED);
  vsl_debate_document_init_pad (self, pad);

  return self;
}

/**
 * vsl_debate_document_get_id:
 * @self: the document
 *
 * Returns: (transfer none): the id of the debate
 */
const char *
vsl_debate_document_get_id (VslDebateDocument *self)
{
  g_return_val_if_fail (VSL_IS_DEBATE_DOCUMENT (self), NULL);

  return vsl_debate_get_id (self->base);
}

/**
 * vsl_debate_document_get_text:
 * @self: the document
 * @text: which; the notes only while they have no source
 *
 * Returns: (transfer none): what it says now
 */
const char *
vsl_debate_document_get_text (VslDebateDocument *self,
                              VslDebateText      text)
{
  g_return_val_if_fail (VSL_IS_DEBATE_DOCUMENT (self), NULL);
  g_return_val_if_fail (text < VSL_N_DEBATE_TEXTS, NULL);

  return self->texts[text];
}

/**
 * vsl_debate_document_set_text:
 * @self: the document
 * @text: which
 * @value: what it is to say
 *
 * Changes a text.
 */
void
vsl_debate_document_set_text (VslDebateDocument *self,
                              VslDebateText      text,
                              const char        *value)
{
  g_return_if_fail (VSL_IS_DEBATE_DOCUMENT (self));
  g_return_if_fail (text < VSL_N_DEBATE_TEXTS && value != NULL);

  if (text == VSL_DEBATE_NOTES && self->notes != NULL)
    {
      vsl_text_source_set_text (self->notes, value);
      return;
    }
  if (g_str_equal (self->texts[text], value))
    return;

  g_free (self->texts[text]);
  self->texts[text] = g_strdup (value);
  vsl_debate_document_touch (self);
}

/**
 * vsl_debate_document_set_notes_source:
 * @self: the document
 * @source: (nullable): where the notes live from now on; it gets the text that they have
 *
 * Lets a view hold the notes, so that a keystroke copies nothing.
 */
void
vsl_debate_document_set_notes_source (VslDebateDocument *self,
                                      VslTextSource     *source)
{
  g_return_if_fail (VSL_IS_DEBATE_DOCUMENT (self));

  if (self->notes == source)
    return;

  if (self->notes != NULL)
    {
      g_free (self->texts[VSL_DEBATE_NOTES]);
      self->texts[VSL_DEBATE_NOTES] = vsl_text_source_dup_text (self->notes);
      g_clear_signal_handler (&self->notes_changed_id, self->notes);
    }
  g_set_object (&self->notes, source);
  if (source == NULL)
    return;

  vsl_text_source_set_text (source, self->texts[VSL_DEBATE_NOTES]);
  self->notes_changed_id = g_signal_connect_swapped (source, "changed",
                                                    G_CALLBACK (vsl_debate_document_touch), self);
}

/**
 * vsl_debate_document_get_statements:
 * @self: the document
 *
 * Returns: (transfer none): the statements, in order
 */
const char * const *
vsl_debate_document_get_statements (VslDebateDocument *self)
{
  g_return_val_if_fail (VSL_IS_DEBATE_DOCUMENT (self), NULL);

  return (const char * const *) self->statements;
}

/**
 * vsl_debate_document_set_statements:
 * @self: the document
 * @statements: the statements, in order
 *
 * Changes the statements.
 */
void
vsl_debate_document_set_statements (VslDebateDocument  *self,
                                    const char * const *statements)
{
  g_return_if_fail (VSL_IS_DEBATE_DOCUMENT (self));

  if (g_strv_equal ((const char * const *) self->statements, statements))
    return;

  g_strfreev (self->statements);
  self->statements = g_strdupv ((char **) statements);
  vsl_debate_document_touch (self);
}

/**
 * vsl_debate_document_get_participants:
 * @self: the document
 *
 * Returns: (transfer none): a list store of VslParticipant, the same for life
 */
GListStore *
vsl_debate_document_get_participants (VslDebateDocument *self)
{
  g_return_val_if_fail (VSL_IS_DEBATE_DOCUMENT (self), NULL);

  return self->participants;
}

/**
 * vsl_debate_document_dup_debate:
 * @self: the document
 *
 * Returns: (transfer full): the debate as it is on the screen
 */
VslDebate *
vsl_debate_document_dup_debate (VslDebateDocument *self)
{
  VslDebateFields fields;
  g_autoptr(GPtrArray) participants = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *notes = NULL;
  guint i;

  g_return_val_if_fail (VSL_IS_DEBATE_DOCUMENT (self), NULL);

  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->participants)); i++)
    g_ptr_array_add (participants, g_list_model_get_item (G_LIST_MODEL (self->participants), i));
  if (self->notes != NULL)
    notes = vsl_text_source_dup_text (self->notes);

  fields = *vsl_debate_get_fields (self->base);
  fields.series = self->texts[VSL_DEBATE_SERIES];
  fields.title = self->texts[VSL_DEBATE_TITLE];
  fields.date = self->texts[VSL_DEBATE_DATE];
  fields.place = self->texts[VSL_DEBATE_PLACE];
  fields.stream = self->texts[VSL_DEBATE_STREAM];
  fields.language = self->texts[VSL_DEBATE_LANGUAGE];
  fields.delete_after = self->texts[VSL_DEBATE_DELETE_AFTER];
  fields.notes = notes != NULL ? notes : self->texts[VSL_DEBATE_NOTES];
  fields.participants = participants;
  fields.statements = (const char * const *) self->statements;

  return vsl_debate_new (&fields);
}

/**
 * vsl_debate_document_apply:
 * @self: the document
 * @debate: what it is to be
 *
 * Takes over all that is in @debate but its id and revision.
 */
void
vsl_debate_document_apply (VslDebateDocument *self,
                           VslDebate         *debate)
{
  const VslDebateFields *fields;
  guint i;

  g_return_if_fail (VSL_IS_DEBATE_DOCUMENT (self));
  g_return_if_fail (VSL_IS_DEBATE (debate));

  fields = vsl_debate_get_fields (debate);
  for (i = 0; i < VSL_N_DEBATE_TEXTS; i++)
    vsl_debate_document_set_text (self, i, get_field (fields, i));
  vsl_debate_document_set_statements (self, fields->statements);
  vsl_participant_list_take_over (self->participants, fields->participants);
}
