/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

#define G_LOG_DOMAIN "vsl-ui"

#include "config.h"

#include "ui/vsl-transcript-page.h"

#include "core/vsl-transcript.h"
#include "desk/vsl-check-runner.h"
#include "desk/vsl-desk-checks.h"
#include "desk/vsl-desk-pad.h"
#include "desk/vsl-desk-reader.h"
#include "ui/vsl-transcript-attach.h"
#include "ui/vsl-utterance-line.h"

#include <string.h>

#include <glib/gi18n.h>

/**
 * VslTranscriptPage:
 *
 * The transcript reader of a debate: who said what and when, to search, to correct, and to put off the
 * record. Every change is stored at once and can be undone; the file stays as it was.
 */
struct _VslTranscriptPage
{
  AdwBin              parent_instance;

  VslDesk            *desk;       /* (owned) (nullable) */
  VslDebateDocument  *document;   /* (owned) (nullable) */
  VslTranscript      *transcript; /* (owned) (nullable) */
  GHashTable         *colours;    /* (owned) speaker → number */
  GHashTable         *notes;      /* (owned) id of an utterance → what the pad says */
  char               *wanted;     /* (owned) (nullable) id to show when it is loaded */

  GListStore         *utterances; /* (owned) of VslUtterance */
  GtkFilter          *filter;     /* (owned) */
  GtkSingleSelection *selection;  /* (owned) */
  GHashTable         *bound;      /* (owned) of GtkListItem (unowned) that is on the screen */

  GtkWidget          *stack;      /* (child) as all that follow */
  GtkWidget          *message;
  GtkWidget          *search;
  GtkWidget          *hits;
  GtkWidget          *speakers;
  GtkWidget          *list;
  GtkWidget          *words;
  GtkWidget          *speaker;
  GtkWidget          *error;
};

G_DEFINE_FINAL_TYPE (VslTranscriptPage, vsl_transcript_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
get_query (VslTranscriptPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static VslUtterance *
get_selected (VslTranscriptPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
fill_item (VslTranscriptPage *self,
           GtkListItem       *item)
{
  VslUtterance *utterance = gtk_list_item_get_item (item);

  vsl_utterance_line_show (
    VSL_UTTERANCE_LINE (gtk_list_item_get_child (item)), utterance,
    GPOINTER_TO_UINT (g_hash_table_lookup (self->colours, vsl_utterance_get_speaker (utterance))),
    g_hash_table_lookup (self->notes, vsl_utterance_get_id (utterance)), get_query (self));
}

static void
setup_cb (VslTranscriptPage *self,
          GtkListItem       *item)
{
  gtk_list_item_set_child (item, vsl_utterance_line_new ());
}

static void
bind_cb (VslTranscriptPage *self,
         GtkListItem       *item)
{
  g_hash_table_add (self->bound, item);
  fill_item (self, item);
}

static void
unbind_cb (VslTranscriptPage *self,
           GtkListItem       *item)
{
  g_hash_table_remove (self->bound, item);
}

static gboolean
matches_speaker (gpointer item,
                 gpointer data)
{
  VslTranscriptPage *self = data;
  GObject *chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->speakers));

  return chosen == NULL || gtk_drop_down_get_selected (GTK_DROP_DOWN (self->speakers)) == 0 ||
         g_str_equal (gtk_string_object_get_string (GTK_STRING_OBJECT (chosen)),
                      vsl_utterance_get_speaker (item));
}

static gboolean
is_hit (VslUtterance *utterance,
        const char   *wanted)
{
  g_autofree char *lower = g_utf8_strdown (vsl_utterance_get_text (utterance), -1);

  return strstr (lower, wanted) != NULL;
}

static void
go_to (VslTranscriptPage *self,
       guint              position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

/* From the selected utterance on, and round the end; @include_this while the words are typed. */
static void
find_hit (VslTranscriptPage *self,
          int                step,
          gboolean           include_this)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint n = g_list_model_get_n_items (model);
  guint from = gtk_single_selection_get_selected (self->selection);
  g_autofree char *wanted = g_utf8_strdown (get_query (self), -1);

  if (n == 0 || *wanted == '\0')
    return;

  from = from == GTK_INVALID_LIST_POSITION ? 0 : from;
  for (guint i = include_this ? 0 : 1; i <= n; i++)
    {
      guint position = (guint) (((gint64) from + step * (gint64) i + 2 * (gint64) n) % n);
      g_autoptr(VslUtterance) utterance = g_list_model_get_item (model, position);

      if (is_hit (utterance, wanted))
        {
          go_to (self, position);
          return;
        }
    }
}

static void
search_cb (VslTranscriptPage *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  g_autofree char *wanted = g_utf8_strdown (get_query (self), -1);
  g_autofree char *text = NULL;
  GHashTableIter iter;
  gpointer item;
  guint n = 0;

  for (guint i = 0; *wanted != '\0' && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(VslUtterance) utterance = g_list_model_get_item (model, i);

      n += is_hit (utterance, wanted);
    }
  text = *wanted != '\0' ? g_strdup_printf (ngettext ("%u hit", "%u hits", n), n) : g_strdup ("");
  gtk_label_set_label (GTK_LABEL (self->hits), text);
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    fill_item (self, item);
  find_hit (self, 1, TRUE);
}

static void
next_cb (VslTranscriptPage *self)
{
  find_hit (self, 1, FALSE);
}

static void
previous_cb (VslTranscriptPage *self)
{
  find_hit (self, -1, FALSE);
}

static void
speaker_cb (VslTranscriptPage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* What is selected can be corrected below. */
static void
selected_cb (VslTranscriptPage *self)
{
  VslUtterance *utterance = get_selected (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words));

  gtk_text_buffer_set_text (buffer, utterance != NULL ? vsl_utterance_get_text (utterance) : "", -1);
  gtk_editable_set_text (GTK_EDITABLE (self->speaker),
                         utterance != NULL ? vsl_utterance_get_speaker (utterance) : "");
}

static void
show_utterance (VslTranscriptPage *self,
                const char        *id)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->speakers), 0);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(VslUtterance) utterance = g_list_model_get_item (model, i);

      if (g_str_equal (vsl_utterance_get_id (utterance), id))
        {
          go_to (self, i);
          return;
        }
    }
}

/* Who has which colour, and whom the filter offers. */
static void
take_speakers (VslTranscriptPage *self)
{
  g_auto(GStrv) names = vsl_transcript_dup_speakers (self->transcript);
  g_autoptr(GtkStringList) choices = gtk_string_list_new (NULL);
  GObject *old = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->speakers));
  g_autofree char *chosen =
    old != NULL ? g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (old))) : NULL;
  guint selected = 0;

  g_hash_table_remove_all (self->colours);
  gtk_string_list_append (choices, _("All speakers"));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_hash_table_insert (self->colours, g_strdup (names[i]), GUINT_TO_POINTER (i + 1));
      gtk_string_list_append (choices, names[i]);
      if (g_strcmp0 (names[i], chosen) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->speakers), G_LIST_MODEL (choices));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->speakers), selected);
}

/* A correction leaves the list where it is. */
static void
show_transcript (VslTranscriptPage *self)
{
  guint n = vsl_transcript_get_n_utterances (self->transcript);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->utterances));
  guint selected = gtk_single_selection_get_selected (self->selection);
  g_autoptr(GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (all, vsl_transcript_get_utterance (self->transcript, i));
  g_clear_pointer (&self->notes, g_hash_table_unref);
  self->notes = vsl_desk_place_pad (self->document, self->transcript);
  take_speakers (self);
  g_list_store_splice (self->utterances, 0, n_old, all->pdata, n);
  if (selected != GTK_INVALID_LIST_POSITION && n_old == n)
    go_to (self, selected);
  if (self->wanted != NULL)
    show_utterance (self, self->wanted);
  g_clear_pointer (&self->wanted, g_free);
  selected_cb (self);
}

static void
show_error (VslTranscriptPage *self,
            const char        *message)
{
  g_autofree char *markup = g_markup_escape_text (
    message != NULL ? message : _("Attach what was said: captions, minutes or a transcript of any "
                                  "meeting program. The file is kept as it is."), -1);

  adw_status_page_set_description (ADW_STATUS_PAGE (self->message), markup);
  gtk_label_set_label (GTK_LABEL (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (self->error, message != NULL);
}

static void
clear (VslTranscriptPage *self)
{
  g_clear_object (&self->transcript);
  g_list_store_remove_all (self->utterances);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
}

/* The desk may have moved on to another debate meanwhile. */
typedef struct
{
  VslTranscriptPage *page;    /* (owned) */
  VslDebateDocument *document; /* (owned) */
  gboolean loading;
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

static void
take_answer (Question      *question,
             VslTranscript *transcript,
             const GError  *error)
{
  VslTranscriptPage *self = question->page;

  if (self->document == question->document && transcript != NULL)
    {
      g_set_object (&self->transcript, transcript);
      show_error (self, NULL);
      show_transcript (self);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "reader");
      if (!question->loading)
        vsl_check_runner_reload (vsl_desk_get_check_runner (self->desk));
    }
  else if (self->document == question->document && !question->loading)
    show_error (self, error != NULL ? error->message : NULL);
  else if (self->document == question->document)
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
attach_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  VslTranscriptPage *self = VSL_TRANSCRIPT_PAGE (widget);

  if (self->document != NULL)
    vsl_transcript_attach_async (GTK_WINDOW (gtk_widget_get_root (widget)), self->desk,
                                 self->document, attached_cb, make_question (self, FALSE));
}

static void
load (VslTranscriptPage *self)
{
  if (self->desk == NULL || self->document == NULL)
    clear (self);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    vsl_desk_load_reader_async (self->desk, vsl_debate_document_get_id (self->document), answered_cb,
                                make_question (self, TRUE));
}

static void
store (VslTranscriptPage *self,
       VslUtterance      *utterance)
{
  vsl_desk_correct_async (self->desk, vsl_debate_document_get_id (self->document), utterance,
                          answered_cb, make_question (self, FALSE));
}

static void
correct_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  VslTranscriptPage *self = VSL_TRANSCRIPT_PAGE (widget);
  VslUtterance *utterance = get_selected (self);
  g_autoptr(VslUtterance) corrected = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  if (utterance == NULL)
    return;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words)), &start, &end);
  text = gtk_text_iter_get_text (&start, &end);
  corrected = vsl_utterance_with_words (
    utterance, gtk_editable_get_text (GTK_EDITABLE (self->speaker)), g_strstrip (text));
  store (self, corrected);
}

/* The words that are selected, or all; only while they are those that are stored. */
static void
off_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  VslTranscriptPage *self = VSL_TRANSCRIPT_PAGE (widget);
  VslUtterance *utterance = get_selected (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words));
  g_autoptr(VslUtterance) marked = NULL;
  g_autoptr(GArray) parts = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end, from, to;

  if (utterance == NULL)
    return;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  text = gtk_text_iter_get_text (&from, &to);
  parts = g_array_copy (vsl_utterance_get_off_parts (utterance));
  if (g_str_equal (action_name, "transcript.on-record"))
    {
      marked = vsl_utterance_with_record (utterance, FALSE, NULL);
    }
  else if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end) &&
           g_str_equal (text, vsl_utterance_get_text (utterance)))
    {
      VslOffPart part = { (guint) gtk_text_iter_get_offset (&start), 0 };

      part.length = (guint) gtk_text_iter_get_offset (&end) - part.offset;
      g_array_append_val (parts, part);
      marked = vsl_utterance_with_record (utterance, FALSE, parts);
    }
  else
    {
      marked = vsl_utterance_with_record (utterance, TRUE, NULL);
    }
  store (self, marked);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  VslTranscriptPage *self = VSL_TRANSCRIPT_PAGE (widget);

  if (self->document != NULL)
    vsl_desk_undo_correction_async (self->desk, vsl_debate_document_get_id (self->document),
                                    g_str_equal (action_name, "transcript.redo"), answered_cb,
                                    make_question (self, FALSE));
}

static void
set_document (VslTranscriptPage *self,
              VslDebateDocument *document)
{
  if (!g_set_object (&self->document, document))
    return;

  clear (self);
  load (self);
}

static void
vsl_transcript_page_dispose (GObject *object)
{
  VslTranscriptPage *self = VSL_TRANSCRIPT_PAGE (object);

  g_clear_object (&self->document);
  g_clear_object (&self->transcript);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (vsl_transcript_page_parent_class)->dispose (object);
}

static void
vsl_transcript_page_finalize (GObject *object)
{
  VslTranscriptPage *self = VSL_TRANSCRIPT_PAGE (object);

  g_hash_table_unref (self->colours);
  g_hash_table_unref (self->notes);
  g_hash_table_unref (self->bound);
  g_free (self->wanted);
  g_clear_object (&self->utterances);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);

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
vsl_transcript_page_class_init (VslTranscriptPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vsl_transcript_page_dispose;
  object_class->finalize = vsl_transcript_page_finalize;
  object_class->set_property = vsl_transcript_page_set_property;
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, VSL_TYPE_DEBATE_DOCUMENT,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "transcript.attach", NULL, attach_action);
  gtk_widget_class_install_action (widget_class, "transcript.correct", NULL, correct_action);
  gtk_widget_class_install_action (widget_class, "transcript.off-record", NULL, off_action);
  gtk_widget_class_install_action (widget_class, "transcript.on-record", NULL, off_action);
  gtk_widget_class_install_action (widget_class, "transcript.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "transcript.redo", NULL, undo_action);
}

static GtkWidget *
make_head (VslTranscriptPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->search = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search the transcript"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->search, "next-match", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->search, "previous-match", G_CALLBACK (previous_cb), self);
  self->hits = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->hits, "dim-label");
  self->speakers = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->speakers), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Show only this speaker"), -1);
  g_signal_connect_swapped (self->speakers, "notify::selected", G_CALLBACK (speaker_cb), self);
  gtk_box_append (GTK_BOX (head), self->search);
  gtk_box_append (GTK_BOX (head), self->hits);
  gtk_box_append (GTK_BOX (head), self->speakers);

  return head;
}

static GtkWidget *
make_list (VslTranscriptPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "transcript");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Transcript"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static void
add_button (GtkWidget  *box,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "small");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_flow_box_append (GTK_FLOW_BOX (box), button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static GtkWidget *
make_editor (VslTranscriptPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_flow_box_new ();
  GtkWidget *frame = gtk_frame_new (NULL);

  self->speaker = gtk_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->speaker), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Speaker"), -1);
  self->words = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->words), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->words), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->words), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->words), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->words), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->words), 6);
  gtk_widget_set_size_request (self->words, -1, 60);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Words of the chosen utterance"), -1);
  gtk_frame_set_child (GTK_FRAME (frame), self->words);
  self->error = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->error), 0);
  gtk_widget_add_css_class (self->error, "error");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (buttons), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (buttons), 5);
  add_button (buttons, _("Correct"), "transcript.correct");
  add_button (buttons, _("Put Off the Record"), "transcript.off-record");
  add_button (buttons, _("Put On the Record"), "transcript.on-record");
  add_button (buttons, _("Undo"), "transcript.undo");
  add_button (buttons, _("Redo"), "transcript.redo");
  gtk_box_append (GTK_BOX (box), self->speaker);
  gtk_box_append (GTK_BOX (box), frame);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), self->error);

  return box;
}

static void
vsl_transcript_page_init (VslTranscriptPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head = make_head (self);
  GtkWidget *attach;
  GtkFilterListModel *filtered;

  self->colours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->notes = g_hash_table_new (g_str_hash, g_str_equal);
  self->bound = g_hash_table_new (NULL, NULL);
  self->utterances = g_list_store_new (VSL_TYPE_UTTERANCE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_speaker, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->utterances)),
                                        g_object_ref (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_box_append (GTK_BOX (box), make_editor (self));
  gtk_widget_add_css_class (box, "pad-page");

  self->message = adw_status_page_new ();
  adw_status_page_set_title (ADW_STATUS_PAGE (self->message), _("No Transcript"));
  show_error (self, NULL);
  attach = gtk_button_new_with_label (_("Attach Transcript…"));
  gtk_widget_set_halign (attach, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (attach, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (attach), "transcript.attach");
  adw_status_page_set_child (ADW_STATUS_PAGE (self->message), attach);
  gtk_widget_add_css_class (self->message, "compact");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), self->message, "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), box, "reader");
  adw_bin_set_child (ADW_BIN (self), self->stack);
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

  gtk_widget_grab_focus (self->search);
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
