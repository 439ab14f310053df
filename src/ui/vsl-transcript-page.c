/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-transcript-page.h"

#include "desk/vsl-check-runner.h"
#include "desk/vsl-desk-checks.h"
#include "desk/vsl-desk-pad.h"
#include "desk/vsl-desk-reader.h"
#include "ui/vsl-transcript-attach.h"
#include "ui/vsl-transcript-bar.h"
#include "ui/vsl-transcript-editor.h"
#include "ui/vsl-transcript-export.h"
#include "ui/vsl-transcript-list.h"
#include "ui/vsl-transcript-player.h"
#include "ui/vsl-transcript-quoting.h"

#include <glib/gi18n.h>

/**
 * VslTranscriptPage:
 *
 * The transcript reader of a debate: who said what and when, to search, to correct, to put off the
 * record and to quote from. Every change is stored at once and can be undone; the file stays as it was.
 */
struct _VslTranscriptPage
{
  AdwBin              parent_instance;

  VslDesk            *desk;       /* (owned) (nullable) */
  VslDebateDocument  *document;   /* (owned) (nullable) */
  VslTranscript      *transcript; /* (owned) (nullable) */
  char               *wanted;     /* (owned) (nullable) id to show when it is loaded */

  GtkWidget          *stack;      /* (template) as all that follow */
  GtkWidget          *message;
  GtkWidget          *player;
  GtkWidget          *bar;
  GtkWidget          *list;
  GtkWidget          *editor;
  GtkWidget          *quoting;
};

G_DEFINE_FINAL_TYPE (VslTranscriptPage, vsl_transcript_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static VslTranscriptBar *
get_bar (VslTranscriptPage *self)
{
  return VSL_TRANSCRIPT_BAR (self->bar);
}

static VslTranscriptList *
get_list (VslTranscriptPage *self)
{
  return VSL_TRANSCRIPT_LIST (self->list);
}

static VslTranscriptEditor *
get_editor (VslTranscriptPage *self)
{
  return VSL_TRANSCRIPT_EDITOR (self->editor);
}

static void
selected_cb (VslTranscriptPage *self)
{
  vsl_transcript_editor_set_utterance (get_editor (self),
                                       vsl_transcript_list_get_selected (get_list (self)));
}

static VslTranscriptPlayer *
get_player (VslTranscriptPage *self)
{
  return VSL_TRANSCRIPT_PLAYER (self->player);
}

/* With a recording what was said is heard; without one it is corrected. */
static void
activated_cb (VslTranscriptPage *self)
{
  VslUtterance *utterance = vsl_transcript_list_get_selected (get_list (self));

  if (vsl_transcript_player_is_ready (get_player (self)) && utterance != NULL &&
      vsl_utterance_get_start_ms (utterance) != VSL_TIME_UNKNOWN)
    vsl_transcript_player_seek (get_player (self), vsl_utterance_get_start_ms (utterance));
  else
    gtk_widget_grab_focus (self->editor);
}

/* What is being said at a moment of the recording. */
static VslUtterance *
find_spoken (VslTranscriptPage *self,
             gint64             ms)
{
  int place = self->transcript != NULL ? vsl_transcript_bar_find_time (get_bar (self), ms) : -1;

  return place >= 0 ? vsl_transcript_get_utterance (self->transcript, (guint) place) : NULL;
}

static void
played_cb (VslTranscriptPage *self,
           gint64             ms)
{
  vsl_transcript_list_set_spoken (get_list (self), find_spoken (self, ms));
}

static void
player_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VslTranscriptPage *self = VSL_TRANSCRIPT_PAGE (widget);
  gint64 ms = vsl_transcript_player_get_time (get_player (self));
  VslUtterance *spoken = NULL;

  if (g_str_equal (action_name, "transcript.choose-recording"))
    vsl_transcript_player_choose (get_player (self));
  else if (g_str_equal (action_name, "transcript.play"))
    vsl_transcript_player_toggle (get_player (self));
  else if (g_str_equal (action_name, "transcript.skip"))
    vsl_transcript_player_seek (get_player (self), ms + g_variant_get_int32 (parameter));
  else
    spoken = find_spoken (self, ms);
  if (spoken != NULL)
    vsl_transcript_bar_go_to (get_bar (self), vsl_utterance_get_id (spoken));
}

static void
indexed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(VslTranscriptPage) self = data;
  g_autoptr(VslTranscriptIndex) index =
    vsl_desk_index_transcript_finish (VSL_DESK (object), result);

  if (index == NULL || vsl_transcript_index_get_transcript (index) != self->transcript)
    return;

  vsl_transcript_bar_set_index (get_bar (self), index);
}

static void
show_transcript (VslTranscriptPage *self)
{
  vsl_transcript_bar_set_transcript (get_bar (self), self->transcript);
  vsl_transcript_list_set_transcript (get_list (self), self->transcript);
  vsl_desk_index_transcript_async (self->desk, self->transcript, indexed_cb, g_object_ref (self));
  if (self->wanted != NULL)
    vsl_transcript_bar_go_to (get_bar (self), self->wanted);
  g_clear_pointer (&self->wanted, g_free);
}

static void
show_error (VslTranscriptPage *self,
            const char        *message)
{
  g_autofree char *markup = g_markup_escape_text (
    message != NULL ? message : _("Attach what was said: captions, minutes or a transcript of any "
                                  "meeting program. Drop the file here, or choose it. It is kept "
                                  "as it is."), -1);

  adw_status_page_set_description (ADW_STATUS_PAGE (self->message), markup);
  vsl_transcript_editor_set_error (get_editor (self), message);
}

static void
clear (VslTranscriptPage *self)
{
  g_clear_object (&self->transcript);
  vsl_transcript_bar_set_index (get_bar (self), NULL);
  vsl_transcript_list_set_transcript (get_list (self), NULL);
  vsl_transcript_list_set_notes (get_list (self), NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
}

/* The desk may have moved on to another debate meanwhile. */
typedef struct
{
  VslTranscriptPage *page;     /* (owned) */
  VslDebateDocument *document; /* (owned) */
  gboolean           loading;
} Question;

static Question *
make_question (VslTranscriptPage *self,
               gboolean           loading)
{
  Question *question = g_new0 (Question, 1);

  question->page = g_object_ref (self);
  question->document = g_object_ref (self->document);
  question->loading = loading;

  return question;
}

/* Where the lines of the live pad belong is looked for once: a correction does not move them. */
static void
place_notes (VslTranscriptPage *self)
{
  g_autoptr(GHashTable) notes = vsl_desk_place_pad (self->document, self->transcript);

  vsl_transcript_list_set_notes (get_list (self), notes);
}

static void
take_answer (Question      *question,
             VslTranscript *transcript,
             const GError  *error)
{
  VslTranscriptPage *self = question->page;

  if (self->document == question->document && transcript != NULL)
    {
      gboolean first = self->transcript == NULL || question->loading;

      g_set_object (&self->transcript, transcript);
      show_error (self, NULL);
      show_transcript (self);
      if (first)
        place_notes (self);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "reader");
      if (!question->loading)
        vsl_check_runner_reload (vsl_desk_get_check_runner (self->desk));
    }
  else if (self->document == question->document && !question->loading && error != NULL)
    show_error (self, error->message);
  else if (self->document == question->document && question->loading)
    clear (self);
  g_object_unref (question->document);
  g_object_unref (question->page);
  g_free (question);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslTranscript) transcript =
    vsl_desk_reader_finish (VSL_DESK (object), result, &error);

  take_answer (data, transcript, error);
}

static void
attached_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VslTranscript) transcript = vsl_transcript_attach_finish (result, &error);

  take_answer (data, transcript, error);
}

static void
attach (VslTranscriptPage *self,
        GFile             *file)
{
  if (self->document == NULL)
    return;

  vsl_transcript_editor_flush (get_editor (self));
  vsl_transcript_attach_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->desk,
                               self->document, NULL, file, attached_cb,
                               make_question (self, FALSE));
}

/* The file that is dropped, or one that is asked for. */
static void
attach_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_autoptr(GFile) file =
    parameter != NULL ? g_file_new_for_uri (g_variant_get_string (parameter, NULL)) : NULL;

  attach (VSL_TRANSCRIPT_PAGE (widget), file);
}

static void
load (VslTranscriptPage *self)
{
  if (self->desk == NULL || self->document == NULL)
    clear (self);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      vsl_desk_load_reader_async (self->desk, vsl_debate_document_get_id (self->document),
                                  answered_cb, make_question (self, TRUE));
      vsl_transcript_player_set_debate (get_player (self), self->desk,
                                        vsl_debate_document_get_id (self->document));
      vsl_transcript_quoting_set_debate (VSL_TRANSCRIPT_QUOTING (self->quoting), self->desk,
                                         vsl_debate_document_get_id (self->document));
    }
}

static void
store_cb (VslTranscriptPage *self,
          VslUtterance      *utterance)
{
  if (self->document != NULL)
    vsl_desk_correct_async (self->desk, vsl_debate_document_get_id (self->document), utterance,
                            answered_cb, make_question (self, FALSE));
}

static void
off_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  vsl_transcript_editor_toggle_record (get_editor (VSL_TRANSCRIPT_PAGE (widget)));
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslTranscriptPage *self = VSL_TRANSCRIPT_PAGE (widget);

  if (self->document == NULL)
    return;

  vsl_transcript_editor_flush (get_editor (self));
  vsl_desk_undo_correction_async (self->desk, vsl_debate_document_get_id (self->document),
                                  g_str_equal (action_name, "transcript.redo"), answered_cb,
                                  make_question (self, FALSE));
}

/* Alt+1…9: who said it, in the order of the participants, as in the live pad. */
static void
speaker_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  VslTranscriptPage *self = VSL_TRANSCRIPT_PAGE (widget);
  g_autoptr(VslParticipant) participant = NULL;

  if (self->document == NULL)
    return;

  participant =
    g_list_model_get_item (G_LIST_MODEL (vsl_debate_document_get_participants (self->document)),
                           (guint) g_variant_get_int32 (parameter) - 1);
  if (participant != NULL)
    vsl_transcript_editor_set_speaker (get_editor (self), vsl_participant_get_name (participant));
}

static void
move_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslTranscriptPage *self = VSL_TRANSCRIPT_PAGE (widget);

  if (parameter != NULL)
    vsl_transcript_bar_step (get_bar (self), g_variant_get_int32 (parameter));
  else
    vsl_transcript_bar_ask_time (get_bar (self));
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(VslTranscriptPage) self = data;
  g_autoptr(GError) error = NULL;

  if (!vsl_transcript_export_finish (result, &error))
    vsl_transcript_editor_set_error (get_editor (self), error->message);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VslTranscriptPage *self = VSL_TRANSCRIPT_PAGE (widget);

  if (self->document == NULL || self->transcript == NULL)
    return;

  vsl_transcript_editor_flush (get_editor (self));
  vsl_transcript_export_async (GTK_WINDOW (gtk_widget_get_root (widget)), self->desk,
                               self->document, g_variant_get_string (parameter, NULL), exported_cb,
                               g_object_ref (self));
}

static void
set_document (VslTranscriptPage *self,
              VslDebateDocument *document)
{
  if (self->document == document)
    return;

  vsl_transcript_editor_flush (get_editor (self));
  g_set_object (&self->document, document);
  clear (self);
  load (self);
}

static void
vsl_transcript_page_dispose (GObject *object)
{
  VslTranscriptPage *self = VSL_TRANSCRIPT_PAGE (object);

  if (self->editor != NULL)
    vsl_transcript_editor_flush (get_editor (self));
  g_clear_object (&self->document);
  g_clear_object (&self->transcript);
  g_clear_object (&self->desk);
  /* The child is one of the template too: the bin must not let go of it twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VSL_TYPE_TRANSCRIPT_PAGE);

  G_OBJECT_CLASS (vsl_transcript_page_parent_class)->dispose (object);
}

static void
vsl_transcript_page_finalize (GObject *object)
{
  VslTranscriptPage *self = VSL_TRANSCRIPT_PAGE (object);

  g_free (self->wanted);

  G_OBJECT_CLASS (vsl_transcript_page_parent_class)->finalize (object);
}

static void
vsl_transcript_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_DOCUMENT:
      set_document (VSL_TRANSCRIPT_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "transcript.attach", NULL, attach_action);
  gtk_widget_class_install_action (widget_class, "transcript.attach-file", "s", attach_action);
  gtk_widget_class_install_action (widget_class, "transcript.choose-recording", NULL, player_action);
  gtk_widget_class_install_action (widget_class, "transcript.play", NULL, player_action);
  gtk_widget_class_install_action (widget_class, "transcript.skip", "i", player_action);
  gtk_widget_class_install_action (widget_class, "transcript.go-to-spoken", NULL, player_action);
  gtk_widget_class_install_action (widget_class, "transcript.off-record", NULL, off_action);
  gtk_widget_class_install_action (widget_class, "transcript.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "transcript.redo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "transcript.speaker", "i", speaker_action);
  gtk_widget_class_install_action (widget_class, "transcript.step", "i", move_action);
  gtk_widget_class_install_action (widget_class, "transcript.go-to-time", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "transcript.export", "s", export_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "transcript.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK, "transcript.step",
                                       "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK,
                                       "transcript.go-to-time", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, GDK_CONTROL_MASK,
                                       "transcript.play", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_CONTROL_MASK,
                                       "transcript.skip", "i", -5000);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_CONTROL_MASK,
                                       "transcript.skip", "i", 5000);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, GDK_CONTROL_MASK,
                                       "transcript.go-to-spoken", NULL);
  for (guint i = 1; i <= 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, GDK_ALT_MASK,
                                         "transcript.speaker", "i", (int) i);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/verslag/Verslag/ui/vsl-transcript-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptPage, message);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptPage, player);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptPage, bar);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptPage, list);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptPage, editor);
  gtk_widget_class_bind_template_child (widget_class, VslTranscriptPage, quoting);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, played_cb);
  gtk_widget_class_bind_template_callback (widget_class, store_cb);
}

static void
vsl_transcript_page_class_init (VslTranscriptPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vsl_transcript_page_dispose;
  object_class->finalize = vsl_transcript_page_finalize;
  object_class->set_property = vsl_transcript_page_set_property;
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, VSL_TYPE_DEBATE_DOCUMENT,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VSL_TYPE_TRANSCRIPT_PLAYER);
  g_type_ensure (VSL_TYPE_TRANSCRIPT_BAR);
  g_type_ensure (VSL_TYPE_TRANSCRIPT_LIST);
  g_type_ensure (VSL_TYPE_TRANSCRIPT_EDITOR);
  g_type_ensure (VSL_TYPE_TRANSCRIPT_QUOTING);
  bind_template (GTK_WIDGET_CLASS (klass));
  install_actions (GTK_WIDGET_CLASS (klass));
}

static void
vsl_transcript_page_init (VslTranscriptPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vsl_transcript_bar_set_list (get_bar (self), get_list (self));
  vsl_transcript_quoting_set_source (VSL_TRANSCRIPT_QUOTING (self->quoting), get_list (self),
                                     get_editor (self));
  show_error (self, NULL);
  g_signal_connect_swapped (self, "map", G_CALLBACK (load), self);
}

/**
 * vsl_transcript_page_new:
 *
 * Returns: (transfer floating): a reader without a debate
 */
GtkWidget *
vsl_transcript_page_new (void)
{
  return g_object_new (VSL_TYPE_TRANSCRIPT_PAGE, NULL);
}

/**
 * vsl_transcript_page_set_desk:
 * @desk: (nullable): where the transcripts are
 */
void
vsl_transcript_page_set_desk (VslTranscriptPage *self,
                              VslDesk           *desk)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_PAGE (self));

  g_set_object (&self->desk, desk);
}

/**
 * vsl_transcript_page_find:
 *
 * Puts the caret in the search.
 */
void
vsl_transcript_page_find (VslTranscriptPage *self)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_PAGE (self));

  vsl_transcript_bar_find (get_bar (self));
}

/**
 * vsl_transcript_page_show_utterance:
 * @utterance_id: an utterance of its transcript
 *
 * Goes to an utterance, as soon as the transcript is there.
 */
void
vsl_transcript_page_show_utterance (VslTranscriptPage *self,
                                    const char        *utterance_id)
{
  g_return_if_fail (VSL_IS_TRANSCRIPT_PAGE (self) && utterance_id != NULL);

  g_free (self->wanted);
  self->wanted = g_strdup (utterance_id);
  load (self);
}
